/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-pixels.h"
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
  KaMapPixels pixels;
  double      width; /* in pixels */
  guint32     colour;
  double      alpha;
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
