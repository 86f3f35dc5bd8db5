/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of numbers with open addresses: an item stands in the first free slot from that of the
 * hash of its id on.
 */
#include "config.h"

#include "ka-id-index.h"

#include "ka-hash.h"

#include <string.h>

#define MIN_BITS 3

/* Of a slot, for the number of its item; the others are of its hash. Few items of another hash are
 * looked at. */
#define NUMBER_BITS 24
#define NUMBER_MASK ((1u << NUMBER_BITS) - 1)

/* Spreads the ids that differ in their last digits alone over the high bits (D. E. Knuth, "The Art
 * of Computer Programming", volume 3, 6.4: multiplicative hashing). */
static guint32
hash_id (const char *id)
{
  return ka_hash_string (id) * 2654435769u;
}

/* Finds the slot of an id, or the free one where it would stand. */
static guint32 *
find_slot (const KaIdIndex *self, const KaList *items, const char *id, guint32 hash)
{
  guint32 at = hash >> (32 - self->n_bits);

  while (self->slots[at] != 0 &&
         ((self->slots[at] ^ hash << NUMBER_BITS) > NUMBER_MASK ||
          strcmp (KA_ITEM (items->items[(self->slots[at] & NUMBER_MASK) - 1])->id, id) != 0))
    at = (at + 1) & ((1u << self->n_bits) - 1);
  return &self->slots[at];
}

static void
add_item (KaIdIndex *self, const KaList *items, gsize number)
{
  const char   *id = KA_ITEM (items->items[number])->id;
  const guint32 hash = hash_id (id);

  *find_slot (self, items, id, hash) = hash << NUMBER_BITS | ((guint32) number + 1);
}

/* Whether less than a quarter of the slots would be free. */
static gboolean
is_full (const KaIdIndex *self, const KaList *items)
{
  return self->n_bits < MIN_BITS || items->n_items > (1u << self->n_bits) / 4 * 3;
}

void
ka_id_index_rebuild (KaIdIndex *self, const KaList *items)
{
  g_return_if_fail (items->n_items < NUMBER_MASK);

  g_free (self->slots);
  while (is_full (self, items))
    self->n_bits = MAX (MIN_BITS, self->n_bits + 1);
  self->slots = g_new0 (guint32, (gsize) 1 << self->n_bits);
  for (gsize i = 0; i < items->n_items; i++)
    add_item (self, items, i);
}

void
ka_id_index_add (KaIdIndex *self, const KaList *items)
{
  if (is_full (self, items))
    ka_id_index_rebuild (self, items);
  else
    add_item (self, items, items->n_items - 1);
}

const KaItem *
ka_id_index_lookup (const KaIdIndex *self, const KaList *items, const char *id)
{
  const guint32 slot = self->n_bits > 0 ? *find_slot (self, items, id, hash_id (id)) : 0;

  return slot > 0 ? KA_ITEM (items->items[(slot & NUMBER_MASK) - 1]) : NULL;
}

void
ka_id_index_clear (KaIdIndex *self)
{
  g_free (self->slots);
  *self = (KaIdIndex){ 0 };
}
