/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-item.h"

G_BEGIN_DECLS

/* Finds the items of a list, at most 16 million, by their ids. An index takes from 5 to 11 bytes an
 * item. All zero is an index of nothing. */
typedef struct
{
  guint32 *slots;  /* Owned: the number of an item, counted from 1, and bits of its hash */
  guint    n_bits; /* of the number of slots */
} KaIdIndex;

/* Adds the last item of a list, all of whose other items are there. */
void ka_id_index_add (KaIdIndex *self, const KaList *items);

/* Adds all items of a list anew, after they changed their places. */
void ka_id_index_rebuild (KaIdIndex *self, const KaList *items);

/* Gets the item of that id, or NULL. */
const KaItem *ka_id_index_lookup (const KaIdIndex *self, const KaList *items, const char *id);

void ka_id_index_clear (KaIdIndex *self);

G_END_DECLS
