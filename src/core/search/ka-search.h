/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaSearchIndex:
 *
 * The words of an atlas and where each stands. Immutable and reference counted: any thread may
 * search it without a lock.
 */
typedef struct _KaSearchIndex KaSearchIndex;

/**
 * ka_search_index_new:
 * @atlas: an atlas
 *
 * Takes in the titles, names in every language, dates and texts of events, articles, annexes,
 * treaties, regions, places, polities, people, frontiers, sources, corrections and terms. O(letters
 * of the atlas).
 *
 * Returns: (transfer full): the index
 */
KaSearchIndex *ka_search_index_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/** ka_search_index_ref: Returns: (transfer full): @self, with one reference more */
KaSearchIndex *ka_search_index_ref (KaSearchIndex *self);

/** ka_search_index_unref: @self: (nullable) (transfer full): drops a reference */
void ka_search_index_unref (KaSearchIndex *self);

/** KaSearchMark: bytes of a text that match, from @start up to, not including, @end. */
typedef struct
{
  gsize start;
  gsize end;
} KaSearchMark;

/**
 * KaSearch:
 *
 * A query and what was found. Owned by who asked.
 */
typedef struct _KaSearch KaSearch;

/**
 * ka_search_new:
 * @index: an index
 * @query: words of a person, UTF-8, in any order
 * @language: of titles and dates
 *
 * Finds the items that have all words in some of their texts. Case, accents, apostrophes and habits
 * of transliteration do not count; a word may be the beginning of another. Where nothing is found,
 * a word of five letters or more may have one slip. Words that are a date find the events of those
 * days as well.
 *
 * Returns: (transfer full): the search
 */
KaSearch *ka_search_new (KaSearchIndex *index,
                         const char    *query,
                         KaLanguage     language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_search_free: frees a search. */
void ka_search_free (KaSearch *self);

/**
 * ka_search_get_hits:
 * @self: a search
 *
 * Returns: (transfer none): the items by kind, the kind of the best one
 * first, the best of a kind first; empty for a blank query
 */
const KaList *ka_search_get_hits (const KaSearch *self);

/**
 * ka_search_explain:
 * @self: a search
 * @item: one that it found
 * @seen: what the reader sees of the item
 *
 * Tells what matched where @seen does not show it: "also Gyumri, Leninakan", the people, the
 * places or the words around the match.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where @seen shows it all
 */
char *ka_search_explain (const KaSearch *self,
                         const KaItem   *item,
                         const char     *seen) G_GNUC_WARN_UNUSED_RESULT;

/** ka_search_mark: Returns: (transfer full) (element-type KaSearchMark): the words of @text that
 * match, in order */
GArray *ka_search_mark (const KaSearch *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** ka_search_suggest: Returns: (transfer full) (nullable): the query with words that the atlas has,
 * at most two letters off; %NULL where it has nothing like them */
char *ka_search_suggest (const KaSearch *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaSearchIndex, ka_search_index_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaSearch, ka_search_free)

G_END_DECLS
