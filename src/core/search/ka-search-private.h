/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-search-index-private.h"
#include "ka-search-word-private.h"
#include "ka-search.h"

G_BEGIN_DECLS

struct _KaSearch
{
  KaSearchIndex *index; /* Owned */
  KaLanguage     language;
  char          *query; /* Owned: as it was typed, valid UTF-8 */
  GPtrArray     *words; /* Owned: of KaSearchWord */
  gboolean       may_slip;
  GArray        *hits; /* Owned: of KaSearchHit */
};

/* How a key matches a word of the query: 1 equal, 0 not at all. */
double ka_search_match (const KaSearch *self, const KaSearchWord *word, const char *key);

/* Sorts hits that come by kind and in the order of the index: the kind of the best one first, the
 * best of a kind first. @ends are where the hits of each kind end. O(n). */
void ka_search_sort (GArray *hits, const guint ends[KA_N_ITEM_KINDS]);

G_END_DECLS
