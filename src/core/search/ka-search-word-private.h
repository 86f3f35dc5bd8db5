/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ka-search-word.c: words as the index keeps them. */

/* Finds the next word of a text. Returns: (nullable): its start; @end is the byte behind it */
const char *ka_search_next_word (const char *text, const char **end);

/* Returns: (transfer full): the key of a word: without case, accents, apostrophes and differences
 * of transliteration, so that "Nakhchivan" and "Naxçıvan" are equal */
char *ka_search_dup_key (const char *word, gsize length);

/* A word of a query. */
typedef struct
{
  char      *folded; /* as it was typed, without case and accents */
  char      *key;
  GPtrArray *variants; /* Owned: keys that it may become as the person types on */
  gboolean   is_number;
} KaSearchWord;

KaSearchWord *ka_search_word_new (const char *word, gsize length);
void          ka_search_word_free (KaSearchWord *self);

/* How a key of the index matches a word: 1 equal, less when it only begins so, 0 not at all. */
double ka_search_word_match (const KaSearchWord *self, const char *key);

/* Whether the word, of five letters or more, is the key or the beginning of it but for one slip: a
 * letter too many, too few, wrong, or two exchanged. */
gboolean ka_search_word_slips (const KaSearchWord *self, const char *key);

/* Returns: the least number of letters to insert, remove or change that makes @a of @b; more than
 * @most is told as @most + 1 */
guint ka_search_count_slips (const char *a, const char *b, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaSearchWord, ka_search_word_free)

G_END_DECLS
