/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export-private.h"

G_BEGIN_DECLS

/**
 * KaExportRaster:
 * @width: in pixels
 * @height: in pixels
 * @has_alpha: whether pixels may be transparent
 * @memory: the pixels as cairo has them, from @head on; then as PNG has them, from the beginning
 * @head: the bytes before the pixels
 *
 * The pixels of a picture, in one piece of memory.
 */
typedef struct
{
  int      width;
  int      height;
  gboolean has_alpha;
  guint8  *memory;
  gsize    head;
} KaExportRaster;

/** ka_export_raster_init: takes memory for a picture. Returns: whether there is so much; else
 * %KA_EXPORT_ERROR_DRAW */
gboolean ka_export_raster_init (KaExportRaster *self, const KaExport *export, GError **error);

/** ka_export_raster_clear: gives its memory back */
void ka_export_raster_clear (KaExportRaster *self);

/** ka_export_raster_paint: draws the page. Returns: whether it could be; else
 * %KA_EXPORT_ERROR_DRAW */
gboolean ka_export_raster_paint (KaExportRaster *self, const KaExport *export, GError **error);

/** ka_export_raster_compress: Returns: (transfer full) (nullable): the compressed pixels of a PNG;
 * on failure %NULL and %KA_EXPORT_ERROR_DRAW. The pixels are lost */
GBytes *ka_export_raster_compress (KaExportRaster *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaExportRaster, ka_export_raster_clear)

G_END_DECLS
