/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A step of an annex on the map: the piece of line that it describes, and how it is lit.
 */

#include "config.h"

#include "ka-map-step.h"

#include <math.h>

#include "ka-map-brush.h"
#include "ka-projection.h"
#include "ka-query.h"

/* User units */
#define GLOW_WIDTH 22.0
#define HALO_WIDTH 11.0
#define LINE_WIDTH 6.0
#define END_RADIUS 5.0
/* A step that has no length on the map, or less than its ends would take, is a ring */
#define POINT_RADIUS 9.0
#define LEAST_LENGTH 16.0

static GPtrArray *
trace (const KaMapScene *scene, const KaItem *item, guint step)
{
  if (step == 0 || step > ka_query_count_steps (item))
    return NULL;

  return ka_query_trace_step (scene->atlas, (const KaArticle *) item, step);
}

gboolean
ka_map_step_get_bounds (const KaMapScene *scene, const KaItem *item, guint step, KaBox *box)
{
  g_autoptr (GPtrArray) lines = trace (scene, item, step);

  *box = (KaBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const GArray *line = lines->pdata[i];

      for (guint j = 0; j < line->len; j++)
        {
          KaPoint km = ka_projection_forward (g_array_index (line, KaPoint, j));

          *box = ka_box_unite (*box, (KaBox){ km.x, km.y, km.x, km.y });
        }
    }

  return !ka_box_is_empty (*box);
}

static KaPoint
to_user (const KaMapBrush *brush, const GArray *line, guint number)
{
  return ka_viewport_to_user (brush->viewport,
                              ka_projection_forward (g_array_index (line, KaPoint, number)));
}

static void
stroke (const KaMapBrush *brush, const KaColour *colour, double alpha, double width)
{
  cairo_set_line_width (brush->cr, width);
  ka_colour_set_source_alpha (colour, brush->cr, alpha);
  cairo_stroke_preserve (brush->cr);
}

static void
paint_end (const KaMapBrush *brush, KaPoint at, double radius)
{
  cairo_new_path (brush->cr);
  cairo_arc (brush->cr, at.x, at.y, radius, 0, 2 * G_PI);
  ka_colour_set_source (&brush->theme->halo, brush->cr);
  cairo_fill_preserve (brush->cr);
  cairo_set_line_width (brush->cr, 2.2);
  ka_colour_set_source (&brush->theme->accent, brush->cr);
  cairo_stroke (brush->cr);
}

static void
paint_line (const KaMapBrush *brush, const GArray *line, gboolean is_selected)
{
  const KaTheme *theme = brush->theme;

  cairo_new_path (brush->cr);
  for (guint i = 0; i < line->len; i++)
    {
      KaPoint user = to_user (brush, line, i);

      cairo_line_to (brush->cr, user.x, user.y);
    }
  stroke (brush, &theme->accent, is_selected ? 0.35 : 0.18, GLOW_WIDTH);
  stroke (brush, &theme->halo, 0.95, HALO_WIDTH);
  stroke (brush, &theme->accent, 1.0, is_selected ? LINE_WIDTH : LINE_WIDTH - 2);
  cairo_new_path (brush->cr);
  paint_end (brush, to_user (brush, line, 0), END_RADIUS);
  paint_end (brush, to_user (brush, line, line->len - 1), END_RADIUS);
}

static gboolean
is_long (const KaMapBrush *brush, const GArray *line)
{
  KaPoint start = to_user (brush, line, 0);

  for (guint i = 1; i < line->len; i++)
    {
      KaPoint at = to_user (brush, line, i);

      if (hypot (at.x - start.x, at.y - start.y) > LEAST_LENGTH)
        return TRUE;
    }

  return FALSE;
}

void
ka_map_step_paint (const KaMapBrush *brush, const KaItem *item, guint step, gboolean is_selected)
{
  g_autoptr (GPtrArray) lines = trace (brush->scene, item, step);

  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const GArray *line = lines->pdata[i];

      if (is_long (brush, line))
        paint_line (brush, line, is_selected);
      else
        {
          paint_end (brush, to_user (brush, line, 0), POINT_RADIUS);
          paint_end (brush, to_user (brush, line, 0), END_RADIUS);
        }
    }
}
