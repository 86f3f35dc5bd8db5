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
  KaList         hits; /* Its array is owned */
};

/* How a key matches a word of the query: 1 equal, 0 not at all. */
double ka_search_match (const KaSearch *self, const KaSearchWord *word, const char *key);

/* Returns: (transfer container): the items of an index whose score in @found is above 0: the kind
 * of the best one first, the best of a kind first. O(n + m log m), where m is how many scores
 * differ. */
KaList ka_search_sort (const KaSearchIndex *index, const float *found);

G_END_DECLS
