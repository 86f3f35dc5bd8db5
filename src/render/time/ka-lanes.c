/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packs intervals into lanes, first fit in order of priority.
 */

#include "config.h"

#include "ka-lanes.h"

/* A wider range of priorities is sorted in the general way. */
#define MAX_PRIORITIES 16

static int
compare_ranks (const KaLaneItem *first, const KaLaneItem *second)
{
  if (first->priority != second->priority)
    return first->priority > second->priority ? -1 : 1;
  if (first->start < second->start || first->start > second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end < second->end || first->end > second->end)
    return first->end > second->end ? -1 : 1;

  return first < second ? -1 : first > second;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer items)
{
  return compare_ranks ((KaLaneItem *) items + *(const guint *) a,
                        (KaLaneItem *) items + *(const guint *) b);
}

/* The lanes, each a list of the places of its items by their start. It begins with a head, whose
 * place is after those of all items. Items of a priority come in order of their start, so what is
 * before each is not before what is before the last one. */
typedef struct
{
  KaLaneItem *items; /* Borrowed */
  guint       n_items;
  guint      *next;   /* Owned: the place after each; END for none */
  guint      *before; /* Owned: the place before the item that was looked at last, in each lane */
  int         n_lanes;
} Lanes;

#define END G_MAXUINT

/* The next priority begins at the heads. */
static void
rewind_lanes (Lanes *self)
{
  for (int lane = 0; lane < self->n_lanes; lane++)
    self->before[lane] = self->n_items + (guint) lane;
}

static gboolean
fits (Lanes *self, int lane, const KaLaneItem *item)
{
  guint             before = self->before[lane];
  guint             after = self->next[before];
  const KaLaneItem *last;

  while (after != END && self->items[after].start <= item->start)
    {
      before = after;
      after = self->next[before];
    }
  self->before[lane] = before;
  if (after != END && self->items[after].start < item->end)
    return FALSE;

  last = &self->items[before];

  return before >= self->n_items || (last->end <= item->start && last->start < item->start);
}

static void
put (Lanes *self, int lane, guint place)
{
  const guint before = self->before[lane];

  self->next[place] = self->next[before];
  self->next[before] = place;
}

static void
add_lane (Lanes *self)
{
  const guint head = self->n_items + (guint) self->n_lanes;

  self->next[head] = END;
  self->before[self->n_lanes++] = head;
}

/* Items mostly come in order of their start, and so do those of each priority. */
static guint *
list_by_rank (KaLaneItem *items, guint n_items)
{
  guint *order = g_new (guint, n_items + 1);
  guint  n_listed = 0;
  int    low = G_MAXINT, high = G_MININT;

  for (guint i = 0; i < n_items; i++)
    {
      low = MIN (low, items[i].priority);
      high = MAX (high, items[i].priority);
    }
  if (n_items > 0 && high - low < MAX_PRIORITIES)
    for (int priority = high; priority >= low; priority--)
      for (guint i = 0; i < n_items; i++)
        if (items[i].priority == priority)
          order[n_listed++] = i;
  for (; n_listed < n_items; n_listed++)
    order[n_listed] = n_listed;

  for (guint i = 1; i < n_items; i++)
    if (compare_ranks (&items[order[i - 1]], &items[order[i]]) > 0)
      {
        g_qsort_with_data (order, (int) n_items, sizeof *order, compare_places, items);
        break;
      }

  return order;
}

/* Puts an item into the first lane that has room, a new one last. */
static int
place_item (Lanes *self, guint place, int max_lanes)
{
  int lane = 0;

  while (lane < self->n_lanes && !fits (self, lane, &self->items[place]))
    lane++;
  if (lane == max_lanes)
    return -1;
  if (lane == self->n_lanes)
    add_lane (self);
  put (self, lane, place);

  return lane;
}

int
ka_lanes_pack (KaLaneItem *items, gsize n_items, int max_lanes)
{
  const int         most = (int) MIN ((gsize) max_lanes, n_items);
  g_autofree guint *order = list_by_rank (items, (guint) n_items);
  g_autofree guint *next = g_new (guint, n_items + (gsize) most);
  g_autofree guint *before = g_new (guint, (gsize) most);
  Lanes             lanes = { items, (guint) n_items, next, before, 0 };

  for (gsize i = 0; i < n_items; i++)
    {
      if (i > 0 && items[order[i]].priority != items[order[i - 1]].priority)
        rewind_lanes (&lanes);
      items[order[i]].lane = place_item (&lanes, order[i], most);
    }

  return lanes.n_lanes;
}
