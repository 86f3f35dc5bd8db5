/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"
#include "ka-search-fields-private.h"

G_BEGIN_DECLS

/* That a word stands in a field of an item. */
typedef struct
{
  guint32 item;    /* number of the item in @items of the index */
  guint8  field;   /* KaSearchField */
  guint8  n_words; /* of the text, 255 for more */
} KaSearchPosting;

/* The words of an atlas and where each stands. Immutable. */
typedef struct _KaSearchIndex
{
  grefcount ref_count;
  KaAtlas  *atlas;

  gpointer *items; /* (array length=n_items) (element-type KaItem): what can be found, by kind */
  float    *importance; /* (array length=n_items): how much each counts */
  gsize     n_items;
  KaDay    *reach;                      /* of each event: the latest end of those up to it */
  gsize     first[KA_N_ITEM_KINDS + 1]; /* where the items of a kind begin */

  char           **keys;      /* (array length=n_keys): keys of words, sorted by strcmp() */
  char           **spellings; /* (array length=n_keys): the word as the atlas first has it */
  gsize           *places;    /* (array length=n_keys + 1): where the postings of a key begin */
  gsize            n_keys;
  KaSearchPosting *postings;
} KaSearchIndex;

/* Finds the keys that begin with @start: from @first up to, not including, the result. */
gsize ka_search_index_find (const KaSearchIndex *self, const char *start, gsize *first);

G_END_DECLS
