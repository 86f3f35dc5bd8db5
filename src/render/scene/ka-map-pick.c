/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the item at a point of the map. Areas and lakes are tested in degrees, as in all queries.
 * Towns and lines are tested by their distance in the picture, so they are easy to hit at every
 * scale.
 */

#include "config.h"

#include <math.h>

#include "ka-map-day.h"
#include "ka-map-symbol.h"
#include "ka-projection.h"
#include "ka-query.h"

/* The greatest distance between a click and a town or line, in user units */
#define TOLERANCE 6.0
/* The same for rivers and for limits of autonomies, which are edges of regions too */
#define FINE_TOLERANCE 3.5

static const KaItem *
find_point (const KaMapScene *self, const KaViewState *state, double scale, KaPoint km)
{
  const KaList *places = ka_atlas_get_items (self->atlas, KA_ITEM_PLACE);
  const KaItem *found = NULL;
  double        best = G_MAXDOUBLE;
  KaBox         near = ka_box_grow ((KaBox){ km.x, km.y, km.x, km.y }, 2 * TOLERANCE / scale);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      KaPoint        at = self->places_km[place->item.index];
      double         distance, radius;

      if (!ka_box_has (near, at))
        continue;
      distance = hypot (at.x - km.x, at.y - km.y) * scale;
      if (distance >= best ||
          ka_map_get_symbol (place, state->day, &radius) == KA_MAP_SYMBOL_NONE ||
          distance > MAX (TOLERANCE, radius + 2) ||
          !ka_view_state_shows (state, place->kind == KA_PLACE_PEAK ? KA_MAP_LAYER_PEAKS
                                                                    : KA_MAP_LAYER_TOWNS) ||
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

  if (!ka_view_state_shows (state, KA_MAP_LAYER_LINES))
    return NULL;

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      gboolean          is_limit = frontier->kind == KA_FRONTIER_AUTONOMY;
      double            max_km = (is_limit ? FINE_TOLERANCE : TOLERANCE) / scale;
      double            distance;

      if (frontier->kind == KA_FRONTIER_DISTRICT || !ka_map_day_has_frontier (frontier, state->day))
        continue;
      distance = ka_map_scene_measure_to (self, frontier->geometry, km, max_km);
      if (distance >= max_km)
        continue;
      /* A treaty line wins over a limit that runs along it */
      distance += is_limit ? max_km : 0;
      if (distance < best)
        {
          best = distance;
          found = KA_ITEM (frontier);
        }
    }

  return found;
}

static const KaItem *
find_water (const KaMapScene  *self,
            const KaViewState *state,
            double             scale,
            KaPoint            km,
            KaPoint            degrees)
{
  const KaList *places = ka_atlas_get_items (self->atlas, KA_ITEM_PLACE);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      double         max_km = FINE_TOLERANCE / scale;

      if (place->geometry == NULL ||
          (place->kind == KA_PLACE_RIVER && !ka_view_state_shows (state, KA_MAP_LAYER_RIVERS)) ||
          !ka_span_has (place->span, state->day))
        continue;
      if (place->geometry->is_polygon
            ? ka_topology_contains (self->topology, place->geometry, degrees)
            : ka_map_scene_measure_to (self, place->geometry, km, max_km) < max_km)
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
  KaPoint  degrees = ka_projection_inverse (&self->projection, km);

  if (!ka_projection_has (&self->projection, km))
    return hit;

  hit.area = ka_query_area_at (self->atlas, degrees);
  hit.region = hit.area != NULL ? hit.area->region : NULL;

  hit.item = find_point (self, state, viewport->scale, km);
  if (hit.item == NULL)
    hit.item = find_frontier (self, state, viewport->scale, km);
  if (hit.item == NULL)
    hit.item = KA_ITEM (hit.region);
  if (hit.item == NULL)
    hit.item = find_water (self, state, viewport->scale, km, degrees);
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
