/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"

G_BEGIN_DECLS

/**
 * KaMapGrey:
 * @pixels: grey in the format CAIRO_FORMAT_ARGB32
 * @pitch: the number of pixels from one row to the next
 * @width: the number of columns
 * @height: the number of rows
 *
 * A picture in grey that is partly transparent. Beyond its edges it is transparent.
 */
typedef struct
{
  const guint32 *pixels;
  gsize          pitch;
  int            width;
  int            height;
} KaMapGrey;

/** KA_MAP_CHUNK: pixels of a row that are computed at a time; a fixed number lets compilers use
 * vectors. */
#define KA_MAP_CHUNK 16

/**
 * KaMapGreyRow:
 * @alpha: the alpha of each pixel, 0 to 255
 * @grey: its premultiplied grey
 *
 * A row of a picture in grey. It ends with a whole chunk.
 */
typedef struct
{
  const guint16 *alpha;
  const guint16 *grey;
} KaMapGreyRow;

/**
 * KaMapStretch:
 *
 * A picture in grey that is enlarged row by row, with linear interpolation.
 */
typedef struct _KaMapStretch KaMapStretch;

/**
 * ka_map_stretch_new:
 * @grey: a picture, which must outlive the result
 * @corner: where its left upper corner lies on the target, in pixels
 * @size: the size of one of its pixels there, over 0
 * @alpha: its opacity, 0 to 1
 * @x0: the first column of the target
 * @n_columns: the number of columns, from 1
 *
 * What it gives for a pixel of the target does not depend on @x0 and @n_columns.
 *
 * Returns: (transfer full): the picture
 */
KaMapStretch *ka_map_stretch_new (const KaMapGrey *grey,
                                  KaPoint          corner,
                                  double           size,
                                  double           alpha,
                                  int              x0,
                                  int              n_columns) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_stretch_free: frees what ka_map_stretch_new() returned. */
void ka_map_stretch_free (KaMapStretch *self);

/** ka_map_stretch_row: the pixels of row @y of the target, until the next call. It takes rows from
 * above fastest. */
KaMapGreyRow ka_map_stretch_row (KaMapStretch *self, int y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapStretch, ka_map_stretch_free)

G_END_DECLS
