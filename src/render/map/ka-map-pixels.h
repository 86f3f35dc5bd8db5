/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaMapPixels:
 * @cr: where they are drawn
 * @target: the surface that has them
 * @data: its memory
 * @stride: the bytes from one of its rows to the next
 * @clip: around those that may be drawn into
 * @is_box: whether all of @clip may be drawn into, in the format CAIRO_FORMAT_ARGB32
 * @offset: the pixel at the origin of @cr without its matrix
 * @ratio: pixels for a unit of @target
 *
 * The pixels of a raster. Who draws into them tells Cairo.
 */
typedef struct
{
  cairo_t              *cr;
  cairo_surface_t      *target;
  guchar               *data;
  gsize                 stride;
  cairo_rectangle_int_t clip;
  gboolean              is_box;
  KaPoint               offset;
  double                ratio;
} KaMapPixels;

/** ka_map_pixels_get: gets the pixels of @cr, which draws into an image. */
void ka_map_pixels_get (KaMapPixels *self, cairo_t *cr);

/** ka_map_pixels_has_box: whether the clip of @cr is a box of whole pixels. */
gboolean ka_map_pixels_has_box (cairo_t *cr);

/** ka_map_pixels_measure: the length in pixels of one in user units; @cr draws into an image. */
double ka_map_pixels_measure (cairo_t *cr, double length);

/** ka_map_pixels_find: the place of a point in user units among the pixels. */
KaPoint ka_map_pixels_find (const KaMapPixels *self, KaPoint user);

/** ka_map_pixels_get_row: a row of pixels in the format CAIRO_FORMAT_ARGB32, from column 0. */
static inline guint32 *
ka_map_pixels_get_row (const KaMapPixels *self, int row)
{
  return (guint32 *) (gpointer) (self->data + (gsize) row * self->stride);
}

/** ka_map_pixel: a colour, which is opaque, as a pixel in the format CAIRO_FORMAT_ARGB32. */
guint32 ka_map_pixel (const KaColour *colour);

G_END_DECLS
