/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the lines of the map: rivers, borders by class, named frontiers. Each
 * class of line has one style.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-map-pixels.h"
#include "ka-map-thin.h"

#include <math.h>

/* The number of widths of a river */
#define RIVER_REACHES 5u
/* The width of a river at its source and at its mouth, over that in its middle */
#define NARROWEST_REACH 0.6
#define WIDEST_REACH    1.4
/* The width in pixels of a line that covers a whole pixel wherever it lies */
#define FULL_WIDTH 2.0

/* The style of a class of line; the dash ends with a zero. Marks without length are dots. */
typedef struct
{
  double   width;
  gboolean is_dotted;
  double   dash[7];
} LineStyle;

static const LineStyle line_styles[KA_N_MAP_LINES] = {
  [KA_MAP_LINE_FORCE] = { 1.5, FALSE, { 0 } },
  [KA_MAP_LINE_INEXACT] = { 1.9, TRUE, { 5 } },
  [KA_MAP_LINE_SIGNED] = { 1.7, FALSE, { 6, 4 } },
  [KA_MAP_LINE_FACT] = { 1.6, FALSE, { 10, 4 } },
  [KA_MAP_LINE_REPUBLIC] = { 1.2, FALSE, { 12, 3, 2, 3, 2, 3 } },
  [KA_MAP_LINE_LIMIT] = { 1.1, FALSE, { 4, 3 } },
  [KA_MAP_LINE_DISTRICT] = { 0.9, FALSE, { 2.5, 2.5 } },
  [KA_MAP_LINE_GHOST] = { 1.7, TRUE, { 3.4 } },
  [KA_MAP_LINE_COAST] = { 0.9, FALSE, { 0 } },
};

/* The style of the strongest line; of the other classes none is */
static const LineStyle strong_styles[] = {
  [KA_MAP_LINE_FORCE] = { 2.6, FALSE, { 0 } },
  [KA_MAP_LINE_INEXACT] = { 3.0, TRUE, { 6 } },
  [KA_MAP_LINE_SIGNED] = { 2.6, FALSE, { 8, 5 } },
};

static const KaColour *
get_line_colour (const KaTheme *theme, KaMapLineClass line)
{
  switch ((int) line)
    {
    case KA_MAP_LINE_COAST:
      return &theme->water_line;
    case KA_MAP_LINE_REPUBLIC:
    case KA_MAP_LINE_LIMIT:
      return &theme->border_minor;
    case KA_MAP_LINE_DISTRICT:
      return &theme->district;
    case KA_MAP_LINE_GHOST:
      return &theme->ghost;
    default:
      return &theme->border;
    }
}

static void
set_dash (cairo_t *cr, const LineStyle *style)
{
  double dash[G_N_ELEMENTS (style->dash)] = { 0 };
  int    n = style->is_dotted ? 1 : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (style->dash) && style->dash[i] > 0; i++)
    dash[n++] = style->dash[i];
  cairo_set_line_cap (cr, style->is_dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dash, n, 0);
}

/* The strongest line keeps its colour, however small the picture. */
static double
get_width (cairo_t *cr, const LineStyle *style, gboolean is_strong)
{
  if (!is_strong || !ka_map_is_raster (cr))
    return style->width;

  return MAX (style->width, FULL_WIDTH / ka_map_pixels_measure (cr, 1));
}

KaMapLineClass
ka_map_border_to_line (KaMapBorder border)
{
  static const KaMapLineClass lines[KA_N_MAP_BORDERS] = {
    [KA_MAP_BORDER_COAST] = KA_MAP_LINE_COAST,       [KA_MAP_BORDER_AUTONOMY] = KA_MAP_LINE_LIMIT,
    [KA_MAP_BORDER_REPUBLIC] = KA_MAP_LINE_REPUBLIC, [KA_MAP_BORDER_FACT] = KA_MAP_LINE_FACT,
    [KA_MAP_BORDER_INEXACT] = KA_MAP_LINE_INEXACT,   [KA_MAP_BORDER_STATE] = KA_MAP_LINE_FORCE,
  };

  return lines[border];
}

void
ka_map_stroke_line (cairo_t *cr, const KaTheme *theme, KaMapLineClass line, gboolean is_strong)
{
  const LineStyle *style = is_strong ? &strong_styles[line] : &line_styles[line];
  const KaColour  *colour = is_strong ? &theme->accent : get_line_colour (theme, line);
  const double     width = get_width (cr, style, is_strong);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  /* Hides the border below the gaps of a strong line */
  if (is_strong)
    ka_colour_stroke_preserve (&theme->halo, cr, line == KA_MAP_LINE_FORCE ? 0.75 : 0.95, 5.0);
  else if (line == KA_MAP_LINE_GHOST)
    ka_colour_stroke_preserve (&theme->halo, cr, 0.6, 3.4);
  set_dash (cr, style);
  if (style->dash[0] > 0 || !ka_map_thin_stroke (cr, colour, width))
    ka_colour_stroke (colour, cr, 1, width);
  cairo_restore (cr);
}

void
ka_map_line_borders (const KaPaintContext *context)
{
  for (int border = KA_MAP_BORDER_COAST; border < KA_N_MAP_BORDERS; border++)
    {
      ka_map_path_chains (context, context->day->borders[border], context->level);
      ka_map_stroke_line (context->cr, context->theme, ka_map_border_to_line ((KaMapBorder) border),
                          FALSE);
    }
}

void
ka_map_stroke_frontier (const KaPaintContext *context, const KaFrontier *frontier)
{
  KaMapLineClass line = ka_map_day_classify_line (context->day, frontier);
  gboolean       is_strong = frontier == context->day->principal;

  ka_map_path_geometry (context, frontier->geometry, context->level);
  if (line == KA_MAP_LINE_SIGNED && frontier->accuracy_km > KA_MAP_CERTAIN_WITHIN_KM)
    {
      cairo_save (context->cr);
      cairo_set_line_join (context->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (context->cr, CAIRO_LINE_CAP_ROUND);
      ka_colour_stroke_preserve (
        is_strong ? &context->theme->accent : &context->theme->border, context->cr, 0.10,
        CLAMP (2.0 * frontier->accuracy_km * context->viewport->scale, 6.0, 40.0));
      cairo_restore (context->cr);
    }
  ka_map_stroke_line (context->cr, context->theme, line, is_strong);
}

/* Whether a frontier has a line of its own, which bounds no area */
static gboolean
has_own_line (const KaPaintContext *context, const KaFrontier *frontier)
{
  const KaTopology *topology = context->scene->topology;

  for (gsize i = 0; i < frontier->geometry->n_paths; i++)
    for (gsize j = 0; j < frontier->geometry->paths[i].n_arcs; j++)
      if (topology->arcs[ka_map_arc_number (frontier->geometry->paths[i].arcs[j])].kind ==
          KA_ARC_LINE)
        return TRUE;

  return FALSE;
}

/* Whether the borders of the day show a frontier already */
static gboolean
is_border (const KaPaintContext *context, const KaFrontier *frontier)
{
  KaMapLineClass line = ka_map_day_classify_line (context->day, frontier);

  return (line == KA_MAP_LINE_FORCE || line == KA_MAP_LINE_INEXACT || line == KA_MAP_LINE_LIMIT) &&
         !has_own_line (context, frontier);
}

void
ka_map_line_frontiers (const KaPaintContext *context)
{
  for (guint i = 0; i < context->day->frontiers->len; i++)
    {
      const KaFrontier *frontier = context->day->frontiers->pdata[i];

      if (ka_map_shows_frontier (context->state, frontier) &&
          (frontier == context->day->principal || !is_border (context, frontier)))
        ka_map_stroke_frontier (context, frontier);
    }
}

void
ka_map_line_pinned (const KaPaintContext *context)
{
  const KaFrontier *principal = context->day->principal;
  g_autoptr (KaMapDay) then = NULL;
  g_autoptr (GArray) arcs = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!context->state->has_pinned_day)
    return;

  then = ka_map_day_new (context->scene, context->state->pinned_day);
  arcs = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = 0; i < (int) context->scene->n_arcs; i++)
    {
      KaMapBorder before = ka_map_day_classify (then, context->scene->arcs[i].source);
      KaMapBorder now = ka_map_day_classify (context->day, context->scene->arcs[i].source);

      if (before >= KA_MAP_BORDER_REPUBLIC && now < KA_MAP_BORDER_AUTONOMY)
        g_array_append_val (arcs, i);
    }
  lines = ka_map_chain_lines (context->scene, arcs);
  ka_map_path_chains (context, lines, context->level);
  if (then->principal != NULL && then->principal->geometry != NULL &&
      (principal == NULL || then->principal->geometry != principal->geometry))
    ka_map_path_geometry (context, then->principal->geometry, context->level);
  ka_map_stroke_line (context->cr, context->theme, KA_MAP_LINE_GHOST, FALSE);
}

/* The points of a line of a river in user units */
static GArray *
trace_path (const KaPaintContext *context, const KaPath *path)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (KaPoint));

  for (gsize i = 0; i < path->n_arcs; i++)
    {
      int              arc = path->arcs[i];
      const KaMapLine *line = &context->scene->arcs[ka_map_arc_number (arc)].levels[context->level];

      for (gsize j = i == 0 ? 0 : 1; j < line->n_points; j++)
        {
          KaPoint user = ka_viewport_to_user (context->viewport,
                                              line->points[arc < 0 ? line->n_points - 1 - j : j]);

          g_array_append_val (points, user);
        }
    }

  return points;
}

/* Strokes a line in reaches that grow wider downstream; @thin (nullable) takes it on a raster. */
static void
stroke_river (const KaPaintContext *context,
              KaMapThin            *thin,
              const GArray         *points,
              double                width,
              int                   flow)
{
  guint n_reaches = flow == 0 ? 1 : MIN (RIVER_REACHES, points->len - 1);

  for (guint reach = 0; reach < n_reaches; reach++)
    {
      guint  first = (points->len - 1) * reach / n_reaches;
      guint  last = (points->len - 1) * (reach + 1) / n_reaches;
      double along = flow == 0 ? 0.5 : (reach + 0.5) / n_reaches;
      double reach_width = width * (NARROWEST_REACH + (WIDEST_REACH - NARROWEST_REACH) *
                                                        (flow < 0 ? 1 - along : along));

      for (guint i = first; i <= last; i++)
        {
          KaPoint at = g_array_index (points, KaPoint, i);

          if (i == first)
            cairo_move_to (context->cr, at.x, at.y);
          else
            cairo_line_to (context->cr, at.x, at.y);
        }
      if (thin != NULL)
        {
          ka_map_thin_add_path (thin, reach_width);
          continue;
        }
      cairo_set_line_width (context->cr, reach_width);
      cairo_stroke (context->cr);
    }
}

void
ka_map_line_rivers (const KaPaintContext *context)
{
  static const double widths[4] = { 1.0, 1.5, 1.05, 0.8 };
  cairo_t            *cr = context->cr;
  double              zoom = CLAMP (1.0 + 0.3 * log2 (context->viewport->scale), 0.85, 2.2);
  KaMapThin          *thin = NULL;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  ka_colour_set_source (&context->theme->water_line, cr);
  if (ka_map_thin_suits (cr, zoom * widths[1] * WIDEST_REACH))
    thin = ka_map_thin_new (cr);
  for (gsize i = 0; i < context->scene->topology->n_in_layer[KA_LAYER_RIVERS]; i++)
    {
      const KaMapShape *shape = &context->scene->shapes[KA_LAYER_RIVERS][i];
      const KaPlace    *place = g_hash_table_lookup (context->scene->waters, shape->geometry);

      if (!ka_box_meets (shape->box, context->view_km))
        continue;
      for (gsize j = 0; j < shape->geometry->n_paths; j++)
        {
          g_autoptr (GArray) points = trace_path (context, &shape->geometry->paths[j]);

          stroke_river (context, thin, points,
                        zoom * widths[place == NULL ? 0 : CLAMP (place->rank, 1, 3)],
                        context->scene->flows[i][j]);
        }
    }
  if (thin != NULL)
    ka_map_thin_paint (thin, &context->theme->water_line, 1);
  cairo_restore (cr);
}
