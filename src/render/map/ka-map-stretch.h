/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

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

/**
 * ka_map_stretch:
 * @self: a picture
 * @corner: where its left upper corner lies on the target, in pixels
 * @size: the size of one of its pixels there, at least 1
 * @alpha: its opacity, 0 to 1
 * @box: the part of the target to fill, in pixels; not empty
 *
 * Enlarges a picture with linear interpolation. What it gives for a pixel of the target does not
 * depend on @box.
 *
 * Returns: (transfer full): the pixels of @box
 */
cairo_surface_t *ka_map_stretch (const KaMapGrey      *self,
                                 KaPoint               corner,
                                 double                size,
                                 double                alpha,
                                 cairo_rectangle_int_t box) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
