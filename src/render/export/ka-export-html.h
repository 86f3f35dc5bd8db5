/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/**
 * ka_export_render_html: as ka_export_render(), for one HTML file that asks no network for
 * anything. It has the map as vectors. With a second day, or a pinned one, it has the maps of both,
 * and a handle between them to drag or to move by keys; else each land says who holds it and opens
 * its clauses.
 */
GBytes *ka_export_render_html (const KaExport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
