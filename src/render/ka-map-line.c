/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of the map: graticule, rivers, borders by class, named frontiers. Solid lines are for
 * what was in force and is well known; dashes and dots for what was not.
 */

#include "config.h"

#include "ka-map-paint-private.h"

#include <math.h>

#include "ka-projection.h"

/* A frontier drawn by hand whose line may be off by more than this is dashed */
#define LEAST_CERTAIN_KM 4.0

/* How a class of border is drawn; the dash ends with a zero */
typedef struct
{
  double width;
  double dash[5];
  double casing; /* width of the light line below, 0 for none */
} LineStyle;

static const LineStyle border_styles[KA_N_MAP_BORDERS] = {
  [KA_MAP_BORDER_COAST] = { 0.9, { 0 }, 0 },
  [KA_MAP_BORDER_AUTONOMY] = { 1.1, { 4, 3 }, 0 },
  [KA_MAP_BORDER_REPUBLIC] = { 1.2, { 9, 3, 2, 3 }, 0 },
  [KA_MAP_BORDER_OCCUPATION] = { 1.4, { 10, 4 }, 0 },
  [KA_MAP_BORDER_UNCERTAIN] = { 1.3, { 6, 4 }, 0 },
  [KA_MAP_BORDER_STATE] = { 1.5, { 0 }, 0 },
};

static void
apply_style (cairo_t *cr, const LineStyle *style)
{
  int n_dashes = 0;

  while (n_dashes < 4 && style->dash[n_dashes] > 0)
    n_dashes++;
  cairo_set_dash (cr, style->dash, n_dashes, 0);
  cairo_set_line_width (cr, style->width);
}

/*
 * ka_map_stroke_border:
 *
 * Strokes the path as a border of a class, and clears it.
 */
void
ka_map_stroke_border (cairo_t *cr, const KaTheme *theme, KaMapBorder border)
{
  const KaColour *colour = &theme->border;

  if (border == KA_MAP_BORDER_COAST)
    colour = &theme->water_line;
  else if (border == KA_MAP_BORDER_AUTONOMY || border == KA_MAP_BORDER_REPUBLIC)
    colour = &theme->border_minor;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (border == KA_MAP_BORDER_COAST)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  apply_style (cr, &border_styles[border]);
  ka_colour_set_source (colour, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/*
 * ka_map_line_borders:
 *
 * Draws each border line of the day in the style of its class.
 */
void
ka_map_line_borders (const KaMapBrush *brush)
{
  for (int border = KA_MAP_BORDER_COAST; border < KA_N_MAP_BORDERS; border++)
    {
      ka_map_path_chains (brush, brush->day->borders[border], brush->level);
      ka_map_stroke_border (brush->cr, brush->theme, (KaMapBorder) border);
    }
}

/*
 * ka_map_stroke_frontier:
 * @is_principal: the treaty line of the day, the strongest line of the map
 * @scale: user units for a kilometre, for the band of what is not exact
 *
 * Strokes the path as a named frontier, and clears it.
 */
void
ka_map_stroke_frontier (cairo_t          *cr,
                        const KaTheme    *theme,
                        const KaFrontier *frontier,
                        gboolean          is_principal,
                        double            scale)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (frontier->kind == KA_FRONTIER_DISTRICT)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, (double[]){ 0, 3.4 }, 2, 0);
      cairo_set_line_width (cr, 1.4);
      ka_colour_set_source (&theme->district, cr);
    }
  else if (is_principal)
    {
      cairo_set_line_width (cr, 5.0);
      ka_colour_set_source_alpha (&theme->halo, cr, 0.75);
      cairo_stroke_preserve (cr);
      if (frontier->accuracy_km > LEAST_CERTAIN_KM)
        cairo_set_dash (cr, (double[]){ 9, 3 }, 2, 0);
      cairo_set_line_width (cr, 2.6);
      ka_colour_set_source (&theme->accent, cr);
    }
  else if (frontier->in_force)
    {
      if (frontier->kind != KA_FRONTIER_TREATY)
        cairo_set_dash (cr, (double[]){ 6, 3 }, 2, 0);
      cairo_set_line_width (cr, 1.5);
      ka_colour_set_source (&theme->border, cr);
    }
  else
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, CLAMP (2.0 * frontier->accuracy_km * scale, 6.0, 40.0));
      ka_colour_set_source_alpha (&theme->accent, cr, 0.10);
      cairo_stroke_preserve (cr);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, (double[]){ 8, 5 }, 2, 0);
      cairo_set_line_width (cr, 1.7);
      ka_colour_set_source (&theme->accent, cr);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/*
 * ka_map_line_frontiers:
 *
 * Draws the named lines of the day, the strongest last.
 */
void
ka_map_line_frontiers (const KaMapBrush *brush)
{
  for (guint i = 0; i < brush->day->frontiers->len; i++)
    {
      const KaFrontier *frontier = brush->day->frontiers->pdata[i];

      if (frontier->kind == KA_FRONTIER_AUTONOMY && frontier->in_force)
        continue;
      ka_map_path_geometry (brush, frontier->geometry, brush->level);
      ka_map_stroke_frontier (brush->cr, brush->theme, frontier, frontier == brush->day->principal,
                              brush->viewport->scale);
    }
}

/*
 * ka_map_line_rivers:
 *
 * Draws the rivers. Each is one line; where its data runs from source to mouth it thickens.
 */
void
ka_map_line_rivers (const KaMapBrush *brush)
{
  cairo_t *cr = brush->cr;
  double   width = CLAMP (0.7 + 0.25 * log2 (MAX (brush->viewport->scale, 0.5) / 0.5), 0.7, 2.2);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  ka_colour_set_source (&brush->theme->water_line, cr);
  for (gsize i = 0; i < brush->scene->topology->n_in_layer[KA_LAYER_RIVERS]; i++)
    if (ka_box_meets (brush->scene->shapes[KA_LAYER_RIVERS][i].box, brush->view_km))
      ka_map_path_geometry (brush, brush->scene->shapes[KA_LAYER_RIVERS][i].geometry, brush->level);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
append_degrees (const KaMapBrush *brush, KaPoint degrees, gboolean is_first)
{
  KaPoint user = ka_viewport_to_user (brush->viewport, ka_projection_forward (degrees));

  if (is_first)
    cairo_move_to (brush->cr, user.x, user.y);
  else
    cairo_line_to (brush->cr, user.x, user.y);
}

/*
 * ka_map_line_graticule:
 *
 * Draws parallels and meridians as polylines of tenths of a step.
 */
void
ka_map_line_graticule (const KaMapBrush *brush)
{
  static const double steps_deg[] = { 0.25, 0.5, 1, 2, 5 };
  KaBox               view = ka_viewport_get_box (brush->viewport);
  KaPoint             low = ka_projection_inverse ((KaPoint){ view.x0, view.y0 });
  KaPoint             high = ka_projection_inverse ((KaPoint){ view.x1, view.y1 });
  KaPoint             north_west = ka_projection_inverse ((KaPoint){ view.x0, view.y1 });
  KaPoint             south_east = ka_projection_inverse ((KaPoint){ view.x1, view.y0 });
  double              step = steps_deg[0];

  for (gsize i = 0; i < G_N_ELEMENTS (steps_deg) && step * 111.0 * brush->viewport->scale < 150;
       i++)
    step = steps_deg[i];
  low = (KaPoint){ floor (MIN (low.x, north_west.x) / step) * step,
                   floor (MIN (low.y, south_east.y) / step - 1) * step };
  high = (KaPoint){ ceil (MAX (high.x, south_east.x) / step) * step,
                    ceil (MAX (high.y, north_west.y) / step + 1) * step };

  for (double lon = low.x; lon <= high.x + step / 2; lon += step)
    for (double lat = low.y; lat <= high.y + step / 20; lat += step / 2)
      append_degrees (brush, (KaPoint){ lon, lat }, lat <= low.y);
  for (double lat = low.y; lat <= high.y + step / 2; lat += step)
    for (double lon = low.x; lon <= high.x + step / 20; lon += step / 2)
      append_degrees (brush, (KaPoint){ lon, lat }, lon <= low.x);
  cairo_save (brush->cr);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_width (brush->cr, 0.6);
  ka_colour_set_source_alpha (&brush->theme->border, brush->cr, 0.13);
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}
