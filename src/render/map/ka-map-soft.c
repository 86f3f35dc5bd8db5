/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Strokes soft edges as strokes over one another: with a colour, or with numbers into a plane of
 * them.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"

#define CURVE_TOLERANCE 1.0

gboolean
ka_map_is_raster (cairo_t *cr)
{
  return cairo_status (cr) == CAIRO_STATUS_SUCCESS &&
         cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

static void
set_up (cairo_t *cr)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_tolerance (cr, CURVE_TOLERANCE);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
}

void
ka_map_number_soft (cairo_t               *cr,
                    const KaMapSoftStroke *strokes,
                    gsize                  n_strokes,
                    const guchar          *numbers)
{
  cairo_save (cr);
  set_up (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  for (gsize i = 0; i < n_strokes; i++)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, numbers[i] / 255.0);
      cairo_set_line_width (cr, strokes[i].width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}

void
ka_map_cover_soft (const KaMapSoftStroke *strokes, gsize n_strokes, guchar *coverage)
{
  double through = 1.0;

  for (gsize i = 0; i < n_strokes; i++)
    {
      through *= 1.0 - strokes[i].alpha;
      coverage[i] = (guchar) ((1.0 - through) * 255.0 + 0.5);
    }
}

void
ka_map_stroke_soft (cairo_t               *cr,
                    const KaColour        *colour,
                    const KaMapSoftStroke *strokes,
                    gsize                  n_strokes)
{
  cairo_save (cr);
  set_up (cr);
  for (gsize i = 0; i < n_strokes; i++)
    ka_colour_stroke_preserve (colour, cr, strokes[i].alpha, strokes[i].width);
  cairo_new_path (cr);
  cairo_restore (cr);
}
