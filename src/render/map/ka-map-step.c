/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds and paints the piece of line that a step of an annex describes.
 */

#include "config.h"

#include "ka-map-step.h"

#include <math.h>

#include "ka-map-parts.h"
#include "ka-projection.h"
#include "ka-query.h"

/* User units */
#define GLOW_WIDTH 22.0
#define HALO_WIDTH 11.0
#define LINE_WIDTH 6.0
#define END_RADIUS 5.0
/* A step shorter than its end marks is a ring */
#define POINT_RADIUS 9.0
#define MIN_LENGTH   16.0

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

  *box = KA_BOX_NOTHING;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const GArray *line = lines->pdata[i];

      for (guint j = 0; j < line->len; j++)
        *box = ka_box_add (
          *box, ka_projection_forward (&scene->projection, g_array_index (line, KaPoint, j)));
    }

  return !ka_box_is_empty (*box);
}

static KaPoint
to_user (const KaPaintContext *context, const GArray *line, guint number)
{
  return ka_viewport_to_user (
    context->viewport,
    ka_projection_forward (&context->scene->projection, g_array_index (line, KaPoint, number)));
}

static void
paint_end (const KaPaintContext *context, KaPoint at, double radius)
{
  cairo_new_path (context->cr);
  cairo_arc (context->cr, at.x, at.y, radius, 0, 2 * G_PI);
  ka_colour_set_source (&context->theme->halo, context->cr);
  cairo_fill_preserve (context->cr);
  ka_colour_stroke (&context->theme->selection, context->cr, 1, 2.2);
}

static void
paint_line (const KaPaintContext *context, const GArray *line, gboolean is_selected)
{
  const KaTheme *theme = context->theme;

  cairo_new_path (context->cr);
  for (guint i = 0; i < line->len; i++)
    {
      KaPoint user = to_user (context, line, i);

      cairo_line_to (context->cr, user.x, user.y);
    }
  ka_colour_stroke_preserve (&theme->selection, context->cr, is_selected ? 0.35 : 0.18, GLOW_WIDTH);
  ka_colour_stroke_preserve (&theme->halo, context->cr, 0.95, HALO_WIDTH);
  ka_colour_stroke_preserve (&theme->selection, context->cr, 1.0,
                             is_selected ? LINE_WIDTH : LINE_WIDTH - 2);
  cairo_new_path (context->cr);
  paint_end (context, to_user (context, line, 0), END_RADIUS);
  paint_end (context, to_user (context, line, line->len - 1), END_RADIUS);
}

static gboolean
is_long (const KaPaintContext *context, const GArray *line)
{
  KaPoint start = to_user (context, line, 0);

  for (guint i = 1; i < line->len; i++)
    {
      KaPoint at = to_user (context, line, i);

      if (hypot (at.x - start.x, at.y - start.y) > MIN_LENGTH)
        return TRUE;
    }

  return FALSE;
}

void
ka_map_step_paint (const KaPaintContext *context,
                   const KaItem         *item,
                   guint                 step,
                   gboolean              is_selected)
{
  g_autoptr (GPtrArray) lines = trace (context->scene, item, step);

  cairo_set_line_join (context->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (context->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const GArray *line = lines->pdata[i];

      if (is_long (context, line))
        paint_line (context, line, is_selected);
      else
        {
          paint_end (context, to_user (context, line, 0), POINT_RADIUS);
          paint_end (context, to_user (context, line, 0), END_RADIUS);
        }
    }
}
