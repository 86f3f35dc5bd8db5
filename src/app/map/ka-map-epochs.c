/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a picture of the map is out of date. Land and names are told apart, so that a town that
 * gets another name paints no land.
 */

#include "config.h"

#include "ka-map-epochs.h"

struct _KaMapEpochs
{
  GArray *land;  /* of KaDay, sorted, each once */
  GArray *names; /* of KaDay: those of the land and those on which but a name changes */
};

static void
add_day (GArray *days, KaDay day)
{
  if (day != KA_DAY_MIN && day != KA_DAY_MAX)
    g_array_append_val (days, day);
}

static void
add_names (GArray *days, const KaNames *names)
{
  for (gsize i = 0; i < names->n_items; i++)
    {
      add_day (days, names->items[i].span.from);
      add_day (days, names->items[i].span.to);
    }
}

static void
collect_land (GArray *days, KaAtlas *atlas)
{
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaList *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      add_day (days, ((const KaTenure *) tenures->items[i])->span.from);
      add_day (days, ((const KaTenure *) tenures->items[i])->span.to);
    }
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      add_day (days, ((const KaFrontier *) frontiers->items[i])->span.from);
      add_day (days, ((const KaFrontier *) frontiers->items[i])->span.to);
    }
  for (gsize i = 0; i < polities->n_items; i++)
    {
      const KaPolity *polity = polities->items[i];

      for (gsize j = 0; j < polity->n_memberships; j++)
        {
          add_day (days, polity->memberships[j].span.from);
          add_day (days, polity->memberships[j].span.to);
        }
    }
  /* Lakes and rivers that came or went */
  for (gsize i = 0; i < places->n_items; i++)
    if (((const KaPlace *) places->items[i])->geometry != NULL)
      {
        add_day (days, ((const KaPlace *) places->items[i])->span.from);
        add_day (days, ((const KaPlace *) places->items[i])->span.to);
      }
}

static void
collect_names (GArray *days, KaAtlas *atlas)
{
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);
  const KaList *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  const KaList *regions = ka_atlas_get_items (atlas, KA_ITEM_REGION);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];

      add_names (days, &place->names);
      add_day (days, place->span.from);
      add_day (days, place->span.to);
    }
  for (gsize i = 0; i < polities->n_items; i++)
    add_names (days, &((const KaPolity *) polities->items[i])->names);
  for (gsize i = 0; i < regions->n_items; i++)
    add_names (days, &((const KaRegion *) regions->items[i])->names);
  for (gsize i = 0; i < frontiers->n_items; i++)
    add_names (days, &((const KaFrontier *) frontiers->items[i])->names);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  KaDay one = *(const KaDay *) a;
  KaDay other = *(const KaDay *) b;

  return (one > other) - (one < other);
}

static void
sort_days (GArray *days)
{
  guint n_kept = 0;

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      KaDay day = g_array_index (days, KaDay, i);

      if (n_kept == 0 || g_array_index (days, KaDay, n_kept - 1) != day)
        g_array_index (days, KaDay, n_kept++) = day;
    }
  g_array_set_size (days, n_kept);
}

/* How many of the days are not after one, by bisection. */
static guint
count_until (const GArray *days, KaDay day)
{
  guint low = 0;
  guint high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, KaDay, middle) <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static KaDay
find_start (const GArray *days, KaDay day)
{
  guint n_before = count_until (days, day);

  return n_before > 0 ? g_array_index (days, KaDay, n_before - 1) : KA_DAY_MIN;
}

/**
 * ka_map_epochs_new:
 * @atlas: an atlas
 *
 * Returns: (transfer full): its days of change
 */
KaMapEpochs *
ka_map_epochs_new (KaAtlas *atlas)
{
  KaMapEpochs *self = g_new0 (KaMapEpochs, 1);

  self->land = g_array_new (FALSE, FALSE, sizeof (KaDay));
  collect_land (self->land, atlas);
  sort_days (self->land);
  self->names = g_array_copy (self->land);
  collect_names (self->names, atlas);
  sort_days (self->names);

  return self;
}

/**
 * ka_map_epochs_free:
 * @self: (transfer full): days of change
 */
void
ka_map_epochs_free (KaMapEpochs *self)
{
  g_array_unref (self->land);
  g_array_unref (self->names);
  g_free (self);
}

/**
 * ka_map_epochs_get_land:
 * @self: days of change
 * @day: a day
 *
 * Returns: since when fills, borders and lines have been as on @day; %KA_DAY_MIN before the first
 * change. O(log changes)
 */
KaDay
ka_map_epochs_get_land (const KaMapEpochs *self, KaDay day)
{
  return find_start (self->land, day);
}

/**
 * ka_map_epochs_get_names:
 * @self: days of change
 * @day: a day
 *
 * Returns: since when names, towns and the land below them have been as on @day. O(log changes)
 */
KaDay
ka_map_epochs_get_names (const KaMapEpochs *self, KaDay day)
{
  return find_start (self->names, day);
}

/**
 * ka_map_epochs_get_next:
 * @self: days of change
 * @day: a day
 *
 * Returns: the first day after @day on which the map looks different; %KA_DAY_MAX after the last
 * change. O(log changes)
 */
KaDay
ka_map_epochs_get_next (const KaMapEpochs *self, KaDay day)
{
  guint n_before = count_until (self->names, day);

  return n_before < self->names->len ? g_array_index (self->names, KaDay, n_before) : KA_DAY_MAX;
}
