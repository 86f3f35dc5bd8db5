/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures how empty the land around each town is, so that an even choice of towns is shown.
 */

#include "config.h"

#include "ka-map-geometry.h"

#include <math.h>

/* The greatest distance that is measured, in kilometres */
#define MAX_ROOM_KM 300.0

static gboolean
is_town (const KaPlace *place)
{
  return place->kind == KA_PLACE_TOWN || place->kind == KA_PLACE_RUIN;
}

static int
compare_west (gconstpointer a, gconstpointer b, gpointer places_km)
{
  double first = ((const KaPoint *) places_km)[*(const gsize *) a].x;
  double second = ((const KaPoint *) places_km)[*(const gsize *) b].x;

  return (first > second) - (first < second);
}

/* Lessens the room of the less important one of two towns */
static void
narrow_rooms (const KaList *places, const KaPoint *places_km, double *rooms, gsize a, gsize b)
{
  const KaPlace *first = places->items[a];
  const KaPlace *second = places->items[b];
  gsize less = first->rank > second->rank || (first->rank == second->rank && a > b) ? a : b;

  rooms[less] = MIN (rooms[less],
                     hypot (places_km[a].x - places_km[b].x, places_km[a].y - places_km[b].y));
}

double *
ka_map_measure_rooms (const KaList *places, const KaPoint *places_km)
{
  double *rooms = g_new (double, places->n_items + 1);
  g_autoptr (GArray) towns = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < places->n_items; i++)
    {
      rooms[i] = is_town (places->items[i]) ? MAX_ROOM_KM : 0;
      if (is_town (places->items[i]))
        g_array_append_val (towns, i);
    }
  g_array_sort_with_data (towns, compare_west, (gpointer) (gsize) places_km);
  for (guint i = 0; i < towns->len; i++)
    for (guint j = i + 1; j < towns->len; j++)
      {
        gsize a = g_array_index (towns, gsize, i);
        gsize b = g_array_index (towns, gsize, j);

        if (places_km[b].x - places_km[a].x >= MAX_ROOM_KM)
          break;
        narrow_rooms (places, places_km, rooms, a, b);
      }

  return rooms;
}
