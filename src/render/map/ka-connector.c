/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Curves from an event on the timeline to its places on the map. All enter the map at one gate in
 * its lower edge and fan out from there.
 */

#include "config.h"

#include "ka-connector.h"

#include <math.h>

#include "ka-map-geometry.h"

/* The least distance of the gate from a corner of the map */
#define GATE_MARGIN 16.0
/* The distance of the tip of an arrow from the edge of the map, and the size of the arrow */
#define EDGE_MARGIN 9.0
#define ARROW_SIZE  7.0
/* The radius of the ring around a place */
#define RING_RADIUS 9.0
#define LINE_WIDTH  1.3
#define HALO_WIDTH  3.5

static KaPoint
clamp_into (KaPoint point, const KaViewport *viewport, double margin)
{
  return (KaPoint){ CLAMP (point.x, MIN (margin, viewport->width / 2),
                           MAX (viewport->width - margin, viewport->width / 2)),
                    CLAMP (point.y, MIN (margin, viewport->height / 2),
                           MAX (viewport->height - margin, viewport->height / 2)) };
}

/* The point at a distance on the way from one point to another */
static KaPoint
go (KaPoint from, KaPoint to, double distance)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length <= 0)
    return from;

  return (KaPoint){ from.x + (to.x - from.x) * distance / length,
                    from.y + (to.y - from.y) * distance / length };
}

/* The point where the ray from the middle of the view to a point outside meets the frame */
static KaPoint
meet_edge (const KaViewport *viewport, KaPoint at)
{
  KaPoint middle = { viewport->width / 2, viewport->height / 2 };
  double  part_x = fabs (at.x - middle.x) / MAX (middle.x - EDGE_MARGIN, 1);
  double  part_y = fabs (at.y - middle.y) / MAX (middle.y - EDGE_MARGIN, 1);
  double  part = MAX (MAX (part_x, part_y), 1);

  return (KaPoint){ middle.x + (at.x - middle.x) / part, middle.y + (at.y - middle.y) / part };
}

static KaConnector
make_connector (const KaPlace *place, const KaViewport *viewport, KaPoint gate, KaPoint at)
{
  KaConnector self = { .place = place };
  KaPoint     end = clamp_into (at, viewport, EDGE_MARGIN);
  double      rise;
  KaPoint     leave;
  KaPoint     arrive;

  self.is_outside = end.x != at.x || end.y != at.y;
  if (self.is_outside)
    end = meet_edge (viewport, at);
  rise = gate.y - end.y;
  leave = (KaPoint){ gate.x, gate.y - MAX (0.42 * rise, MIN (40, gate.y)) };
  arrive = (KaPoint){ end.x + 0.3 * (gate.x - end.x), end.y + 0.12 * rise };
  if (self.is_outside)
    arrive = clamp_into (go (end, at, -0.3 * hypot (gate.x - end.x, rise)), viewport, 0);
  else
    end = go (end, arrive, MIN (RING_RADIUS, hypot (end.x - gate.x, rise)));
  self.points[0] = gate;
  self.points[1] = leave;
  self.points[2] = arrive;
  self.points[3] = end;

  return self;
}

/* Rivers, lakes and seas are no points */
static gboolean
is_point (const KaPlace *place)
{
  return place->kind <= KA_PLACE_PEAK;
}

gboolean
ka_connector_has_any (const KaItem *item)
{
  const KaList *places;

  if (item == NULL || item->kind != KA_ITEM_EVENT)
    return FALSE;

  places = &((const KaEvent *) item)->places;
  for (gsize i = 0; i < places->n_items; i++)
    if (is_point (places->items[i]))
      return TRUE;

  return FALSE;
}

KaPoint
ka_connector_get_gate (const KaViewport *viewport, KaPoint mark)
{
  return (KaPoint){ clamp_into (mark, viewport, GATE_MARGIN).x, viewport->height };
}

GArray *
ka_connector_list (KaMapScene *scene, const KaItem *item, const KaViewport *viewport, KaPoint mark)
{
  GArray       *connectors = g_array_new (FALSE, FALSE, sizeof (KaConnector));
  KaPoint       gate = ka_connector_get_gate (viewport, mark);
  const KaList *places;

  if (!ka_connector_has_any (item))
    return connectors;

  places = &((const KaEvent *) item)->places;
  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      KaPoint        at = ka_viewport_to_user (viewport, scene->places_km[place->item.index]);

      if (is_point (place))
        {
          KaConnector connector = make_connector (place, viewport, gate, at);

          g_array_append_val (connectors, connector);
        }
    }

  return connectors;
}

static void
trace_arrow (cairo_t *cr, const KaConnector *connector)
{
  KaPoint tip = connector->points[3];
  KaPoint back = go (tip, connector->points[2], ARROW_SIZE);
  KaPoint side = { (back.y - tip.y) / 2, (tip.x - back.x) / 2 };

  cairo_move_to (cr, back.x + side.x, back.y + side.y);
  cairo_line_to (cr, tip.x, tip.y);
  cairo_line_to (cr, back.x - side.x, back.y - side.y);
}

static void
stroke_thread (cairo_t *cr, const KaTheme *theme)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  ka_colour_stroke_preserve (&theme->halo, cr, 0.7, HALO_WIDTH);
  ka_colour_stroke (&theme->accent, cr, 0.85, LINE_WIDTH);
}

void
ka_connector_paint (cairo_t *cr, const GArray *connectors, const KaTheme *theme)
{
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < connectors->len; i++)
    {
      const KaConnector *connector = &g_array_index (connectors, KaConnector, i);
      const KaPoint     *points = connector->points;

      cairo_move_to (cr, points[0].x, points[0].y);
      cairo_curve_to (cr, points[1].x, points[1].y, points[2].x, points[2].y, points[3].x,
                      points[3].y);
      if (connector->is_outside)
        trace_arrow (cr, connector);
    }
  stroke_thread (cr, theme);
  cairo_restore (cr);
}

void
ka_connector_paint_trunk (cairo_t *cr, KaPoint mark, KaPoint gate, const KaTheme *theme)
{
  double bend = 0.5 * (mark.y - gate.y);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, mark.x, mark.y);
  cairo_curve_to (cr, mark.x, mark.y - bend, gate.x, gate.y + bend, gate.x, gate.y);
  stroke_thread (cr, theme);
  cairo_restore (cr);
}
