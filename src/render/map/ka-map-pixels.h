/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-box.h"

G_BEGIN_DECLS

/**
 * KaMapPixels:
 * @cr: where they are drawn
 * @target: the surface that has them
 * @data: its memory
 * @stride: the bytes from one of its rows to the next
 * @clip: those that may be drawn into
 * @offset: the pixel at the origin of @cr without its matrix
 * @ratio: pixels for a unit of @target
 * @is_beside: whether they are on a surface of their own, which Cairo paints through the clip
 *
 * The pixels of a raster, to be drawn into without Cairo. On the stack, between
 * ka_map_pixels_begin() and ka_map_pixels_end().
 */
typedef struct
{
  cairo_t              *cr;
  cairo_surface_t      *target;
  guchar               *data;
  gsize                 stride;
  cairo_rectangle_int_t clip;
  KaPoint               offset;
  double                ratio;
  gboolean              is_beside;
} KaMapPixels;

/**
 * ka_map_pixels_begin:
 * @self: (out): the pixels
 * @cr: where they are drawn, until ka_map_pixels_end()
 *
 * Returns: whether there are pixels: not in a vector format
 */
gboolean ka_map_pixels_begin (KaMapPixels *self, cairo_t *cr);

/** ka_map_pixels_find: the place of a point in user units among the pixels. */
KaPoint ka_map_pixels_find (const KaMapPixels *self, KaPoint user);

/** ka_map_pixels_get_row: a row of pixels in the format CAIRO_FORMAT_ARGB32, from column 0. */
static inline guint32 *
ka_map_pixels_get_row (const KaMapPixels *self, int row)
{
  return (guint32 *) (gpointer) (self->data + (gsize) row * self->stride);
}

/** ka_map_pixels_end: gives the pixels back to Cairo. */
void ka_map_pixels_end (KaMapPixels *self);

G_END_DECLS
