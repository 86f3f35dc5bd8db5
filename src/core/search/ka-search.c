/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searches an index: finds the items that have all words of a query and ranks them by where the
 * words stand.
 */
#include "config.h"

#include "ka-search-private.h"

#include "ka-date-input.h"
#include "ka-query.h"

#include <string.h>

/* A word with a slip counts less than the shortest beginning. */
#define SLIP_MATCH 0.2
/* Events of the days that the query names come before all that only have its words. */
#define DATE_SCORE 40.0F
/* How much more an item counts whose name is all of the query, among so many of the best. */
#define WHOLE_FACTOR 1.5F
#define MAX_WHOLE    64

double
ka_search_match (const KaSearch *self, const KaSearchWord *word, const char *key)
{
  double match = ka_search_word_match (word, key);

  return match > 0 || !self->may_slip || !ka_search_word_slips (word, key) ? match : SLIP_MATCH;
}

static void
score_key (const KaSearch *self, const KaSearchWord *word, gsize key, float *best)
{
  const KaSearchIndex *index = self->index;
  double               match = ka_search_match (self, word, index->keys[key]);

  if (match <= 0)
    return;
  for (gsize i = index->places[key]; i < index->places[key + 1]; i++)
    {
      const KaSearchPosting *posting = &index->postings[i];
      double                 weight = ka_search_get_weight ((KaSearchField) posting->field);
      double                 alone = posting->field <= KA_SEARCH_NAME ? 1.0 / posting->n_words : 0;
      float                  score = (float) (match * weight * (1 + alone));

      best[posting->item] = MAX (best[posting->item], score);
    }
}

static void
score_beginning (const KaSearch *self, const KaSearchWord *word, const char *beginning, float *best)
{
  gsize first, end = ka_search_index_find (self->index, beginning, &first);

  for (gsize key = first; key < end; key++)
    score_key (self, word, key, best);
}

/* Scores the items that have a word in @best, by their number in the index; it has 0 for each
 * before and for the others after. */
static void
score_word (const KaSearch *self, const KaSearchWord *word, float *best)
{
  if (self->may_slip)
    {
      for (gsize key = 0; key < self->index->n_keys; key++)
        score_key (self, word, key, best);
    }
  else
    {
      score_beginning (self, word, word->key, best);
      for (guint i = 0; i < word->variants->len; i++)
        score_beginning (self, word, word->variants->pdata[i], best);
    }
}

/* Scores the items that have all words; others have 0, as all have before. */
static void
find_words (const KaSearch *self, float *found)
{
  const gsize n = self->index->n_items;

  for (guint word = 0; word < self->words->len; word++)
    {
      g_autofree float *others = word > 0 ? g_new0 (float, n) : NULL;

      score_word (self, self->words->pdata[word], word > 0 ? others : found);
      for (gsize i = 0; word > 0 && i < n; i++)
        found[i] = found[i] > 0 && others[i] > 0 ? found[i] + others[i] : 0;
    }
  for (gsize i = 0; i < n; i++)
    found[i] *= self->index->importance[i];
}

/* The days of an event decide, then its words. */
static void
raise_event (const KaSearch *self, gsize event, float score, float *found)
{
  const gsize i = self->index->first[KA_ITEM_EVENT] + event;

  found[i] = found[i] > 0 ? score + found[i] / 10 : score * self->index->importance[i];
}

/* The number of the first event such that it or one before lasts on a day or after it. */
static gsize
find_first_lasting (const KaSearchIndex *index, gsize n_events, KaDay day)
{
  gsize low = 0, high = n_events;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (index->reach[middle] <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Finds the events of the days that the query names, or those before and after them. */
static void
find_days (const KaSearch *self, float *found)
{
  const KaList *events = ka_atlas_get_items (self->index->atlas, KA_ITEM_EVENT);
  gboolean      has_event = FALSE;
  gsize         end, after;
  KaSpan        span;

  if (strpbrk (self->query, "0123456789") == NULL ||
      !ka_date_input_parse (self->query, self->language, &span.from, &span.to, NULL, NULL))
    return;
  end = ka_query_find_first_from (events, span.to);
  for (gsize i = find_first_lasting (self->index, end, span.from); i < end; i++)
    {
      const KaEvent *event = events->items[i];

      if (!ka_date_overlaps (&event->date, span.from, span.to))
        continue;
      raise_event (self, i, DATE_SCORE + (float) (4 * event->importance), found);
      has_event = TRUE;
    }
  after = ka_query_find_first_from (events, span.from);
  if (!has_event && after > 0)
    raise_event (self, after - 1, DATE_SCORE / 2, found);
  if (!has_event && after < events->n_items)
    raise_event (self, after, DATE_SCORE / 2, found);
}

static gboolean
is_empty (const KaSearch *self, const float *found)
{
  for (gsize i = 0; i < self->index->n_items; i++)
    if (found[i] > 0)
      return FALSE;
  return TRUE;
}

/* A text of an item that may be just what was typed. */
typedef struct
{
  const KaSearch *search;
  gboolean        is_whole;
} Whole;

static void
compare_whole (KaSearchField field, const char *text, gpointer user_data)
{
  Whole *self = user_data;
  guint  i = 0;

  if (field != KA_SEARCH_TITLE && field != KA_SEARCH_NAME)
    return;
  for (const char *end, *c = ka_search_next_word (text, &end); c != NULL;
       c = ka_search_next_word (end, &end))
    {
      g_autofree char *key = ka_search_dup_key (c, (gsize) (end - c));

      if (i == self->search->words->len ||
          strcmp (key, ((const KaSearchWord *) self->search->words->pdata[i++])->key) != 0)
        return;
    }
  if (i == self->search->words->len)
    self->is_whole = TRUE;
}

/* Finds the best items, of equals the first ones. Returns: how many there are; @best has their
 * numbers, the best first */
static guint
find_best (const KaSearch *self, const float *found, gsize best[MAX_WHOLE])
{
  guint n_best = 0;

  for (gsize i = 0; i < self->index->n_items; i++)
    {
      guint at;

      if (found[i] <= (n_best == MAX_WHOLE ? found[best[MAX_WHOLE - 1]] : 0))
        continue;
      n_best = MIN (n_best + 1, MAX_WHOLE);
      for (at = n_best - 1; at > 0 && found[best[at - 1]] < found[i]; at--)
        best[at] = best[at - 1];
      best[at] = i;
    }

  return n_best;
}

/* An item whose name is the query comes before those that have more words. */
static void
raise_whole (const KaSearch *self, float *found)
{
  gsize       best[MAX_WHOLE];
  const guint n_best = find_best (self, found, best);

  for (guint i = 0; i < n_best; i++)
    {
      Whole whole = { self, FALSE };

      ka_search_visit (self->index->items[best[i]], compare_whole, &whole);
      if (whole.is_whole)
        found[best[i]] *= WHOLE_FACTOR;
    }
}

KaSearch *
ka_search_new (KaSearchIndex *index, const char *query, KaLanguage language)
{
  KaSearch         *self = g_new0 (KaSearch, 1);
  g_autofree float *found = NULL;

  self->index = ka_search_index_ref (index);
  self->language = language;
  self->query = g_utf8_make_valid (query, -1);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_search_word_free);
  for (const char *end, *word = ka_search_next_word (self->query, &end);
       word != NULL && self->words->len < G_MAXUINT8; word = ka_search_next_word (end, &end))
    g_ptr_array_add (self->words, ka_search_word_new (word, (gsize) (end - word)));
  found = g_new0 (float, index->n_items);
  find_words (self, found);
  find_days (self, found);
  if (is_empty (self, found))
    {
      self->may_slip = TRUE;
      find_words (self, found);
    }
  raise_whole (self, found);
  self->hits = ka_search_sort (index, found);

  return self;
}

void
ka_search_free (KaSearch *self)
{
  g_free (self->hits.items);
  g_ptr_array_unref (self->words);
  g_free (self->query);
  ka_search_index_unref (self->index);
  g_free (self);
}

const KaList *
ka_search_get_hits (const KaSearch *self)
{
  return &self->hits;
}
