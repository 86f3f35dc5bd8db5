/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints soft edges as strokes over one another. On a raster it composes them in a mask first, so
 * that the picture is touched once.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"

#define CURVE_TOLERANCE 1.0

gboolean
ka_map_is_raster (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

static void
set_up (cairo_t *cr)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_tolerance (cr, CURVE_TOLERANCE);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
}

/* The coverage of all strokes. Each replaces the coverage below it with their sum, because Cairo
 * blends masks slowly. */
static cairo_pattern_t *
create_mask (cairo_t *cr, const KaMapSoftStroke *strokes, gsize n_strokes)
{
  double through = 1.0;

  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  set_up (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  for (gsize i = 0; i < n_strokes; i++)
    {
      through *= 1.0 - strokes[i].alpha;
      cairo_set_source_rgba (cr, 0, 0, 0, 1.0 - through);
      cairo_set_line_width (cr, strokes[i].width);
      cairo_stroke_preserve (cr);
    }

  return cairo_pop_group (cr);
}

void
ka_map_mask_soft (cairo_t *cr, const KaMapSoftStroke *strokes, gsize n_strokes)
{
  g_autoptr (cairo_pattern_t) mask = create_mask (cr, strokes, n_strokes);

  cairo_mask (cr, mask);
  cairo_new_path (cr);
}

void
ka_map_stroke_soft (cairo_t               *cr,
                    const KaColour        *colour,
                    const KaMapSoftStroke *strokes,
                    gsize                  n_strokes)
{
  if (ka_map_is_raster (cr))
    {
      ka_colour_set_source (colour, cr);
      ka_map_mask_soft (cr, strokes, n_strokes);
      return;
    }

  cairo_save (cr);
  set_up (cr);
  for (gsize i = 0; i < n_strokes; i++)
    {
      ka_colour_stroke_preserve (colour, cr, strokes[i].alpha, strokes[i].width);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}
