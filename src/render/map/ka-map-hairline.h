/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaMapHairline:
 *
 * Lines of about a pixel on a raster, drawn without Cairo, which scans all rows between the ends of
 * a path. On the stack, between ka_map_hairline_begin() and ka_map_hairline_end().
 */
typedef struct
{
  cairo_t              *cr;
  cairo_surface_t      *target;
  cairo_rectangle_int_t clip; /* in pixels, as all below */
  KaPoint               offset;
  double                ratio; /* pixels for a unit of the target */
  double                width;
  guint32               colour;
  double                alpha;
  gboolean              is_beside; /* whether on a surface of their own, for another clip */
} KaMapHairline;

/**
 * ka_map_hairline_begin:
 * @self: (out): the lines
 * @cr: where they are drawn
 * @colour: their colour
 * @alpha: its opacity, 0 to 1
 * @width: their width in user units
 *
 * Returns: whether they can be drawn: not without pixels
 */
gboolean ka_map_hairline_begin (KaMapHairline  *self,
                                cairo_t        *cr,
                                const KaColour *colour,
                                double          alpha,
                                double          width);

/** ka_map_hairline_draw: draws a straight line between two points in user units. */
void ka_map_hairline_draw (const KaMapHairline *self, KaPoint from, KaPoint to);

/** ka_map_hairline_end: gives the pixels back to Cairo. */
void ka_map_hairline_end (KaMapHairline *self);

G_END_DECLS
