/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export-write.h"
#include "ka-export.h"

G_BEGIN_DECLS

/** ka_export_render_png: as ka_export_render(), for PNG */
GBytes *ka_export_render_png (const KaExport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_export_render_svg: as ka_export_render(), for SVG */
GBytes *ka_export_render_svg (const KaExport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_export_render_pdf: as ka_export_render(), for PDF */
GBytes *ka_export_render_pdf (const KaExport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** KA_EXPORT_POINTS: points for a user unit: 72 points and 96 user units to the inch. */
#define KA_EXPORT_POINTS 0.75

/**
 * KaExportText:
 * @key: what it is, as PNG names it: "Title", "Description"
 * @value: UTF-8; owned
 *
 * Something that a file says about its picture.
 */
typedef struct
{
  const char *key;
  char       *value;
} KaExportText;

/** ka_export_list_texts: Returns: (transfer full) (element-type KaExportText): all that a file says
 * about its picture, the title first, the description in words second */
GArray *ka_export_list_texts (const KaExport *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_export_check_status: Returns: whether context and surface are free of errors; else
 * %KA_EXPORT_ERROR_DRAW */
gboolean ka_export_check_status (cairo_t *cr, cairo_surface_t *surface, GError **error);

/**
 * ka_export_dup_made_on:
 * @atlas: an atlas
 *
 * Source of the variable: reproducible-builds.org, *SOURCE_DATE_EPOCH specification*.
 *
 * Returns: (transfer full): the date of creation for files: of the variable SOURCE_DATE_EPOCH, else
 * of the version of @atlas, so that the same input gives the same bytes
 */
char *ka_export_dup_made_on (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
