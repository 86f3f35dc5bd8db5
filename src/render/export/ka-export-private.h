/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

GBytes  *ka_export_render_png (const KaExport *self, GError **error);
gboolean ka_export_check_status (cairo_t *cr, cairo_surface_t *surface, GError **error);
gboolean ka_export_write (GBytes *bytes, GFile *file, GError **error);
char    *ka_export_dup_made_on (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
