/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/** KaExportFilm: pictures of one size in one animated PNG, which programs that know no animation
 * show as the first. Source: W3C, *Portable Network Graphics*, third edition (2025), "APNG". */
typedef struct _KaExportFilm KaExportFilm;

/** ka_export_film_new: @seconds: how long each picture stands, up to 65. Returns: (transfer full):
 * a film without pictures */
KaExportFilm *ka_export_film_new (double seconds) G_GNUC_WARN_UNUSED_RESULT;

/** ka_export_film_free: frees a film (transfer full) */
void ka_export_film_free (KaExportFilm *self);

/** ka_export_film_add: draws the next picture, of the size of the first. Returns: whether it could
 * be; else %KA_EXPORT_ERROR_SIZE or %KA_EXPORT_ERROR_DRAW */
gboolean ka_export_film_add (KaExportFilm *self, const KaExport *picture, GError **error);

/** ka_export_film_render: Returns: (transfer full) (nullable): the PNG of a film of at least one
 * picture, with the texts of the first; on failure %NULL and %KA_EXPORT_ERROR_DRAW */
GBytes *ka_export_film_render (const KaExportFilm *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaExportFilm, ka_export_film_free)

G_END_DECLS
