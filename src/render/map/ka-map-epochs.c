/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists the days on which the map looks different from the day before. Changes of names alone are
 * told apart: a new name of a town repaints no land.
 */

#include "config.h"

#include "ka-map-epochs.h"

typedef struct
{
  KaDay    day;
  gboolean is_land; /* or else of names alone */
} Change;

struct _KaMapEpochs
{
  GArray *changes; /* (element-type Change), by day */
};

static void
add_span (KaMapEpochs *self, const KaSpan *span, gboolean is_land)
{
  Change start = { span->from, is_land };
  Change end = { span->to, is_land };

  if (start.day != KA_DAY_MIN)
    g_array_append_val (self->changes, start);
  if (end.day != KA_DAY_MAX)
    g_array_append_val (self->changes, end);
}

/* Adds the span that each item of a kind has at an offset. */
static void
add_spans (KaMapEpochs *self, KaAtlas *atlas, KaItemKind kind, gsize offset, gboolean is_land)
{
  const KaList *list = ka_atlas_get_items (atlas, kind);

  for (gsize i = 0; i < list->n_items; i++)
    add_span (self, G_STRUCT_MEMBER_P (list->items[i], offset), is_land);
}

static void
add_names (KaMapEpochs *self, KaAtlas *atlas, KaItemKind kind, gsize offset)
{
  const KaList *list = ka_atlas_get_items (atlas, kind);

  for (gsize i = 0; i < list->n_items; i++)
    {
      const KaNames *names = G_STRUCT_MEMBER_P (list->items[i], offset);

      for (gsize j = 0; j < names->n_items; j++)
        add_span (self, &names->items[j].span, FALSE);
    }
}

static void
add_land (KaMapEpochs *self, KaAtlas *atlas)
{
  const KaList *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);

  add_spans (self, atlas, KA_ITEM_TENURE, offsetof (KaTenure, span), TRUE);
  add_spans (self, atlas, KA_ITEM_FRONTIER, offsetof (KaFrontier, span), TRUE);
  for (gsize i = 0; i < polities->n_items; i++)
    {
      const KaPolity *polity = polities->items[i];

      for (gsize j = 0; j < polity->n_memberships; j++)
        add_span (self, &polity->memberships[j].span, TRUE);
    }
  /* Lakes and rivers */
  for (gsize i = 0; i < places->n_items; i++)
    if (((const KaPlace *) places->items[i])->geometry != NULL)
      add_span (self, &((const KaPlace *) places->items[i])->span, TRUE);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  KaDay one = ((const Change *) a)->day;
  KaDay other = ((const Change *) b)->day;

  return (one > other) - (one < other);
}

KaMapEpochs *
ka_map_epochs_new (KaAtlas *atlas)
{
  KaMapEpochs *self = g_new0 (KaMapEpochs, 1);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  add_land (self, atlas);
  add_spans (self, atlas, KA_ITEM_PLACE, offsetof (KaPlace, span), FALSE);
  add_names (self, atlas, KA_ITEM_PLACE, offsetof (KaPlace, names));
  add_names (self, atlas, KA_ITEM_POLITY, offsetof (KaPolity, names));
  add_names (self, atlas, KA_ITEM_REGION, offsetof (KaRegion, names));
  add_names (self, atlas, KA_ITEM_FRONTIER, offsetof (KaFrontier, names));
  g_array_sort (self->changes, compare_changes);

  return self;
}

void
ka_map_epochs_free (KaMapEpochs *self)
{
  g_array_unref (self->changes);
  g_free (self);
}

/* How many changes are not after a day, by bisection */
static guint
count_until (const KaMapEpochs *self, KaDay day)
{
  guint low = 0;
  guint high = self->changes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->changes, Change, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

KaDay
ka_map_epochs_get_land (const KaMapEpochs *self, KaDay day)
{
  guint n_before = count_until (self, day);

  while (n_before > 0 && !g_array_index (self->changes, Change, n_before - 1).is_land)
    n_before--;

  return n_before > 0 ? g_array_index (self->changes, Change, n_before - 1).day : KA_DAY_MIN;
}

KaSpan
ka_map_epochs_round (const KaMapEpochs *self, KaSpan range)
{
  return (KaSpan){ ka_map_epochs_get_land (self, range.from),
                   ka_map_epochs_get_land (self, range.to - 1) + 1 };
}

KaDay
ka_map_epochs_get_names (const KaMapEpochs *self, KaDay day)
{
  guint n_before = count_until (self, day);

  return n_before > 0 ? g_array_index (self->changes, Change, n_before - 1).day : KA_DAY_MIN;
}

KaDay
ka_map_epochs_get_next (const KaMapEpochs *self, KaDay day)
{
  guint n_before = count_until (self, day);

  return n_before < self->changes->len ? g_array_index (self->changes, Change, n_before).day
                                       : KA_DAY_MAX;
}
