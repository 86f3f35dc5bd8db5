/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The frame of a map on a page: neat line, outer line, and between them the degrees of the
 * graticule.
 */

#include "config.h"

#include "ka-page-frame.h"

#include <math.h>

#include "ka-map-parts.h"
#include "ka-projection.h"

/* Pieces of an edge on which degrees are as good as linear */
#define PIECES 64
/* The most degrees of a piece */
#define MAX_LEAP_DEG 45.0
/* From a tick to its label */
#define GAP 3.0

static const KaTypeStyle degree_style = { .size = 9.5 };

/* The longitude or latitude at a part of an edge. Longitudes go on beyond 180 degrees. */
static double
measure_degrees (const KaProjection *projection, const KaViewport *viewport, int edge, double at)
{
  KaPoint user = edge < 2 ? (KaPoint){ at * viewport->width, edge == 0 ? 0 : viewport->height }
                          : (KaPoint){ edge == 2 ? 0 : viewport->width, at * viewport->height };
  KaPoint degrees = ka_projection_inverse (projection, ka_viewport_to_km (viewport, user));

  return edge < 2 ? projection->meridian_deg + ka_projection_turn (projection, degrees.x)
                  : degrees.y;
}

GArray *
ka_page_list_ticks (const KaProjection *projection, const KaViewport *viewport, int edge)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (KaPageTick));
  KaPoint steps = ka_map_graticule_step (projection, viewport);
  double  step = edge < 2 ? steps.x : steps.y;
  double  from = measure_degrees (projection, viewport, edge, 0);

  for (int i = 1; i <= PIECES; i++)
    {
      double to = measure_degrees (projection, viewport, edge, (double) i / PIECES);
      double degrees = ceil (MIN (from, to) / step) * step;

      /* A larger leap is the edge of the map, or a pole */
      if (degrees < MAX (from, to) && fabs (to - from) < MAX_LEAP_DEG)
        {
          KaPageTick  tick = { (i - 1 + (degrees - from) / (to - from)) / PIECES, degrees };
          KaPageTick *last = ticks->len > 0 ? &g_array_index (ticks, KaPageTick, ticks->len - 1)
                                            : NULL;

          /* One where two pieces meet is found in both when numbers are rounded */
          if (last == NULL || tick.at - last->at > 1e-6)
            g_array_append_val (ticks, tick);
        }
      from = to;
    }

  return ticks;
}

static char *
dup_degrees (double degrees)
{
  int minutes = (int) lround (fabs (remainder (degrees, 360)) * 60);

  return minutes % 60 == 0 ? g_strdup_printf ("%d°", minutes / 60)
                           : g_strdup_printf ("%d°%02d′", minutes / 60, minutes % 60);
}

/* Draws a tick through the frame, which is above the origin, and its label where there is @room. */
static void
paint_tick (const KaPageContext *context, double degrees, double room)
{
  g_autofree char *text = dup_degrees (degrees);
  g_autoptr (KaTypeLayout)
    label = ka_type_layout (context->cr, context->theme, &degree_style, text);
  double width = ka_page_get_width (label);

  cairo_move_to (context->cr, 0, 0);
  cairo_line_to (context->cr, 0, -KA_PAGE_FRAME);
  ka_colour_stroke (&context->theme->text_muted, context->cr, 1, 0.8);
  if (GAP + width < room)
    ka_page_show (context, label, GAP, -(KA_PAGE_FRAME + ka_page_get_height (label)) / 2,
                  &context->theme->text_muted);
}

static void
paint_edge (const KaPageContext *context, KaBox map, const KaViewport *viewport, int edge)
{
  const double length = edge < 2 ? map.x1 - map.x0 : map.y1 - map.y0;
  g_autoptr (GArray)
    ticks = ka_page_list_ticks (ka_map_scene_get_projection (context->scene), viewport, edge);

  for (guint i = 0; i < ticks->len; i++)
    {
      const KaPageTick *tick = &g_array_index (ticks, KaPageTick, i);
      double            along = tick->at * length;

      cairo_save (context->cr);
      if (edge < 2)
        cairo_translate (context->cr, map.x0 + along, edge == 0 ? map.y0 : map.y1 + KA_PAGE_FRAME);
      else
        {
          cairo_translate (context->cr, edge == 2 ? map.x0 : map.x1 + KA_PAGE_FRAME,
                           map.y0 + along);
          cairo_rotate (context->cr, -G_PI / 2);
        }
      paint_tick (context, tick->degrees, edge < 2 ? length - along : along);
      cairo_restore (context->cr);
    }
}

static void
stroke_box (const KaPageContext *context, KaBox box, double width)
{
  cairo_rectangle (context->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  ka_colour_stroke (&context->theme->text_muted, context->cr, 1, width);
}

void
ka_page_paint_frame (const KaPageContext *context, KaBox map, const KaViewport *viewport)
{
  for (int edge = 0; edge < 4; edge++)
    paint_edge (context, map, viewport, edge);
  stroke_box (context, map, 0.8);
  stroke_box (context, ka_box_grow (map, KA_PAGE_FRAME), 1.4);
}
