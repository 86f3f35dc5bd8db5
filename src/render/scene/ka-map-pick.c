/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is at a point of the map. Areas come from a grid of boxes and exact polygons; lines and
 * towns from distances on the picture, so that they are as easy to hit at every zoom.
 */

#include "config.h"

#include <math.h>

#include "ka-label-private.h"
#include "ka-map-day.h"
#include "ka-query.h"

/* How far from a point or line one may be, in user units */
#define TOLERANCE 6.0
/* and from a limit that is also the edge of a region */
#define FINE_TOLERANCE 3.5

/* Whether the ray from a point to the east crosses an arc an odd number of times */
static gboolean
crosses_oddly (const KaMapArc *arc, KaPoint at)
{
  const KaMapLine *line = &arc->levels[0];
  const KaPoint   *points = line->points;
  gboolean         is_odd = FALSE;

  if (at.y < arc->box.y0 || at.y > arc->box.y1 || at.x > arc->box.x1)
    return FALSE;
  if (at.x < arc->box.x0)
    return (points[0].y > at.y) != (points[line->n_points - 1].y > at.y);

  for (gsize i = 0; i + 1 < line->n_points; i++)
    {
      const KaPoint *a = &points[i];
      const KaPoint *b = &points[i + 1];

      if ((a->y > at.y) != (b->y > at.y) &&
          at.x < a->x + (at.y - a->y) / (b->y - a->y) * (b->x - a->x))
        is_odd = !is_odd;
    }

  return is_odd;
}

gboolean
ka_map_scene_contains (const KaMapScene *self, const KaGeometry *geometry, KaPoint km)
{
  gboolean is_inside = FALSE;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      if (crosses_oddly (&self->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])], km))
        is_inside = !is_inside;

  return is_inside;
}

gboolean
ka_map_scene_surrounds (const KaMapScene *self, const GPtrArray *rings, KaPoint km)
{
  gboolean is_inside = FALSE;

  for (guint i = 0; i < rings->len; i++)
    {
      const GArray *arcs = ((const KaMapChain *) rings->pdata[i])->arcs;

      for (guint j = 0; j < arcs->len; j++)
        if (crosses_oddly (&self->arcs[ka_map_arc_number (g_array_index (arcs, int, j))], km))
          is_inside = !is_inside;
    }

  return is_inside;
}

gssize
ka_map_scene_find_area (const KaMapScene *self, KaPoint km)
{
  double        x = (km.x - self->data_box.x0) / (self->data_box.x1 - self->data_box.x0);
  double        y = (km.y - self->data_box.y0) / (self->data_box.y1 - self->data_box.y0);
  const GArray *cell;

  if (!(x >= 0 && y >= 0 && x < 1 && y < 1))
    return -1;

  cell = self->grid[(int) (y * KA_MAP_GRID) * KA_MAP_GRID + (int) (x * KA_MAP_GRID)];
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      int   area = g_array_index (cell, int, i);
      KaBox box = self->shapes[KA_LAYER_AREAS][area].box;

      if (ka_box_has (box, km) &&
          ka_map_scene_contains (self, self->shapes[KA_LAYER_AREAS][area].geometry, km))
        return area;
    }

  return -1;
}

static gboolean
is_hidden (const KaViewState *state, KaMapLayer layer)
{
  return (state->hidden_layers & layer) != 0;
}

static const KaItem *
find_point (const KaMapScene *self, const KaViewState *state, double scale, KaPoint km)
{
  const KaList *places = ka_atlas_get_items (self->atlas, KA_ITEM_PLACE);
  const KaItem *found = NULL;
  double        best = G_MAXDOUBLE;

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      KaPoint        at = self->places_km[place->item.index];
      double         distance = hypot (at.x - km.x, at.y - km.y) * scale;
      double         radius;

      if (distance >= best || distance > 2 * TOLERANCE ||
          ka_map_get_symbol (place, &radius) == KA_MAP_SYMBOL_NONE ||
          distance > MAX (TOLERANCE, radius + 2) ||
          is_hidden (state,
                     place->kind == KA_PLACE_PEAK ? KA_MAP_LAYER_PEAKS : KA_MAP_LAYER_TOWNS) ||
          !ka_map_shows_place (self, place, state->day, scale))
        continue;
      best = distance;
      found = KA_ITEM (place);
    }

  return found;
}

static const KaItem *
find_frontier (const KaMapScene *self, const KaViewState *state, double scale, KaPoint km)
{
  const KaList *frontiers = ka_atlas_get_items (self->atlas, KA_ITEM_FRONTIER);
  const KaItem *found = NULL;
  double        best = G_MAXDOUBLE;

  if (is_hidden (state, KA_MAP_LAYER_LINES))
    return NULL;

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      gboolean          is_limit = frontier->kind == KA_FRONTIER_AUTONOMY;
      double            most = (is_limit ? FINE_TOLERANCE : TOLERANCE) / scale;
      double            distance;

      if (frontier->kind == KA_FRONTIER_DISTRICT || !ka_map_day_has_frontier (frontier, state->day))
        continue;
      distance = ka_map_scene_measure_to (self, frontier->geometry, km, most);
      if (distance >= most)
        continue;
      /* Where a limit runs along a treaty line, the line is meant */
      distance += is_limit ? most : 0;
      if (distance < best)
        {
          best = distance;
          found = KA_ITEM (frontier);
        }
    }

  return found;
}

static const KaItem *
find_water (const KaMapScene *self, const KaViewState *state, double scale, KaPoint km)
{
  const KaList *places = ka_atlas_get_items (self->atlas, KA_ITEM_PLACE);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      double         most = FINE_TOLERANCE / scale;

      if (place->geometry == NULL ||
          (place->kind == KA_PLACE_RIVER && is_hidden (state, KA_MAP_LAYER_RIVERS)) ||
          !ka_span_has (place->span, state->day))
        continue;
      if (place->geometry->is_polygon
            ? ka_map_scene_contains (self, place->geometry, km)
            : ka_map_scene_measure_to (self, place->geometry, km, most) < most)
        return KA_ITEM (place);
    }

  return NULL;
}

KaMapHit
ka_map_scene_pick (KaMapScene        *self,
                   const KaViewState *state,
                   const KaViewport  *viewport,
                   KaPoint            user)
{
  KaMapHit hit = { NULL, NULL, NULL };
  KaPoint  km = ka_viewport_to_km (viewport, user);
  gssize   number = ka_map_scene_find_area (self, km);

  if (number >= 0 && self->areas[number] != NULL)
    {
      hit.area = self->areas[number];
      hit.region = hit.area->region;
    }

  hit.item = find_point (self, state, viewport->scale, km);
  if (hit.item == NULL)
    hit.item = find_frontier (self, state, viewport->scale, km);
  if (hit.item == NULL)
    hit.item = KA_ITEM (hit.region);
  if (hit.item == NULL)
    hit.item = find_water (self, state, viewport->scale, km);
  if (hit.item == NULL && hit.area != NULL)
    {
      const KaTenure *tenure = ka_query_tenure_on (hit.area, state->day);

      if (tenure != NULL)
        hit.item = KA_ITEM (tenure->holder);
      if (hit.item == NULL)
        hit.item = KA_ITEM (hit.area);
    }

  return hit;
}
