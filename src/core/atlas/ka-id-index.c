/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of numbers with open addresses: an item stands in the first free slot from that of the
 * hash of its id on.
 */
#include "config.h"

#include "ka-id-index.h"

#include <string.h>

#define MIN_SLOTS 8

/* Spreads the ids that differ in their last digit alone (D. E. Knuth, "The Art of Computer
 * Programming", volume 3, 6.4: multiplicative hashing). */
#define SPREAD 2654435769u

/* Finds the slot of an id, or the free one where it would stand. */
static guint32 *
find_slot (const KaIdIndex *self, const KaList *items, const char *id)
{
  const gsize mask = self->n_slots - 1;
  const guint hash = g_str_hash (id) * SPREAD;
  gsize       at = (hash ^ (hash >> 15)) & mask;

  while (self->slots[at] != 0 && strcmp (KA_ITEM (items->items[self->slots[at] - 1])->id, id) != 0)
    at = (at + 1) & mask;
  return &self->slots[at];
}

static void
add_item (KaIdIndex *self, const KaList *items, gsize number)
{
  *find_slot (self, items, KA_ITEM (items->items[number])->id) = (guint32) number + 1;
}

void
ka_id_index_rebuild (KaIdIndex *self, const KaList *items)
{
  g_free (self->slots);
  while (self->n_slots < MIN_SLOTS || items->n_items > self->n_slots / 4 * 3)
    self->n_slots = MAX (MIN_SLOTS, 2 * self->n_slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (gsize i = 0; i < items->n_items; i++)
    add_item (self, items, i);
}

void
ka_id_index_add (KaIdIndex *self, const KaList *items)
{
  if (items->n_items > self->n_slots / 4 * 3)
    ka_id_index_rebuild (self, items);
  else
    add_item (self, items, items->n_items - 1);
}

const KaItem *
ka_id_index_lookup (const KaIdIndex *self, const KaList *items, const char *id)
{
  const guint32 number = self->n_slots > 0 ? *find_slot (self, items, id) : 0;

  return number > 0 ? KA_ITEM (items->items[number - 1]) : NULL;
}

void
ka_id_index_clear (KaIdIndex *self)
{
  g_free (self->slots);
  *self = (KaIdIndex){ 0 };
}
