/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searching: every name is found while it is typed, in any case and with a slip; the index gives
 * what a search without one gives.
 */
#include "config.h"

#include "ka-core-test.h"

#include "ka-search-private.h"

#include "ka-date-input.h"
#include "ka-fold.h"

#include <string.h>

typedef struct
{
  KaAtlas       *atlas;
  KaSearchIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("KA_ATLAS_DIR"));
  g_autoptr (GError) error = NULL;

  fixture->atlas = ka_atlas_load (file, NULL, &error);
  g_assert_no_error (error);
  fixture->index = ka_search_index_new (fixture->atlas);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_search_index_unref (fixture->index);
  ka_atlas_unref (fixture->atlas);
}

static gboolean
has (const KaSearch *search, const KaItem *item)
{
  const KaList *hits = ka_search_get_hits (search);

  for (gsize i = 0; i < hits->n_items; i++)
    if (hits->items[i] == item)
      return TRUE;
  return FALSE;
}

static const KaItem *
draw_item (Fixture *fixture)
{
  return fixture->index->items[g_test_rand_int_range (0, (gint32) fixture->index->n_items)];
}

/* A name of an item in some language; NULL for an item without names */
static const char *
draw_name (const KaItem *item)
{
  const KaNames *names = ka_item_get_names (item);

  if (names == NULL || names->n_items == 0)
    return NULL;
  return ka_text_find (&names->items[g_test_rand_int_range (0, (gint32) names->n_items)].text,
                       (KaLanguage) g_test_rand_int_range (0, KA_N_LANGUAGES));
}

/* Few digits are a number and no beginning of another. */
static gboolean
ends_with_digit (const char *text)
{
  return g_ascii_isdigit (text[strlen (text) - 1]);
}

/* A name is found by each of its beginnings, however it is cut and in whatever case. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 400; i++)
    {
      const KaItem    *item = draw_item (fixture);
      const char      *name = draw_name (item);
      g_autofree char *upper = name != NULL ? g_utf8_strup (name, -1) : NULL;
      const char      *texts[] = { name, upper };

      for (guint j = 0; name != NULL && j < G_N_ELEMENTS (texts); j++)
        for (const char *c = texts[j]; *c != '\0';)
          {
            g_autofree char *begun = NULL;
            g_autoptr (KaSearch) search = NULL;

            c = ka_skip_letter (c);
            begun = g_strndup (texts[j], (gsize) (c - texts[j]));
            if (!g_unichar_isalnum (g_utf8_get_char (begun)))
              break;
            if (ends_with_digit (begun))
              continue;
            search = ka_search_new (fixture->index, begun, KA_LANGUAGE_EN);
            if (!has (search, item))
              g_error ("%s is not found by “%s”", item->id, begun);
          }
    }
}

static void
collect_words (KaSearchField field, const char *text, gpointer user_data)
{
  GPtrArray *keys = user_data;

  for (const char *end, *c = ka_search_next_word (text, &end); c != NULL;
       c = ka_search_next_word (end, &end))
    g_ptr_array_add (keys, ka_search_dup_key (c, (gsize) (end - c)));
}

/* Whether an item has each word of a query in some text: without the index. */
static gboolean
has_all (const KaItem *item, const KaSearch *search)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  ka_search_visit (item, collect_words, keys);
  for (guint i = 0; i < search->words->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < keys->len && !found; j++)
        found = ka_search_match (search, search->words->pdata[i], keys->pdata[j]) > 0;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* The index finds what a search of every text finds. */
static void
test_brute_force (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "ka",     "treaty", "1921", "nakh", "5",     "armen",
                                       "border", "карс",   "mosk", "v",    "stali", "batum" };

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *query = g_strjoin (
        " ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
        words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], NULL);
      g_autoptr (KaSearch) search = ka_search_new (fixture->index, query, KA_LANGUAGE_EN);

      g_test_message ("%s", query);
      for (gsize j = 0; !search->may_slip && j < fixture->index->n_items; j++)
        g_assert_true (has (search, fixture->index->items[j]) ==
                       has_all (fixture->index->items[j], search));
    }
}

/* What one item has of a query, told without the index. */
typedef struct
{
  const KaSearch *search;
  float           best[G_MAXUINT8]; /* of each word */
  gboolean        is_whole;         /* a title or a name is all of the query */
} Matches;

static void
match_words (KaSearchField field, const char *text, gpointer user_data)
{
  Matches *self = user_data;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gboolean is_whole = field == KA_SEARCH_TITLE || field == KA_SEARCH_NAME;

  collect_words (field, text, keys);
  is_whole = is_whole && keys->len == self->search->words->len;
  for (guint i = 0; i < self->search->words->len; i++)
    {
      const KaSearchWord *word = self->search->words->pdata[i];

      for (guint j = 0; j < keys->len; j++)
        {
          const double match = ka_search_match (self->search, word, keys->pdata[j]);
          const double alone = field <= KA_SEARCH_NAME ? 1.0 / MIN (keys->len, G_MAXUINT8) : 0;

          self->best[i] = MAX (self->best[i],
                               (float) (match * ka_search_get_weight (field) * (1 + alone)));
        }
      is_whole = is_whole && strcmp (keys->pdata[i], word->key) == 0;
    }
  self->is_whole |= is_whole;
}

/* An item that a search without an index finds. */
typedef struct
{
  const KaItem *item;
  float         score;
  float         best_of_kind;
  gboolean      is_whole;
} TwinHit;

/* The days that a query names, and where no event is on them those before and after. */
typedef struct
{
  KaSpan         span; /* empty for none */
  const KaEvent *before;
  const KaEvent *after;
} Days;

static gboolean
is_on (const KaEvent *event, const Days *days)
{
  return days->span.from < days->span.to &&
         ka_date_overlaps (&event->date, days->span.from, days->span.to);
}

static Days
find_days (Fixture *fixture, const char *query)
{
  const KaList *events = ka_atlas_get_items (fixture->atlas, KA_ITEM_EVENT);
  Days          days = { 0 };
  KaSpan        span;

  if (!ka_date_input_parse (query, KA_LANGUAGE_EN, &span.from, &span.to, NULL, NULL))
    return days;
  days.span = span;
  for (gsize i = 0; i < events->n_items; i++)
    if (is_on (events->items[i], &days))
      return (Days){ span, NULL, NULL };
  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      if (event->date.earliest < span.from)
        days.before = event;
      else if (days.after == NULL)
        days.after = event;
    }

  return days;
}

/* What the days say of an item; 0 for nothing. */
static float
score_days (const KaItem *item, const Days *days)
{
  const KaEvent *event = (const KaEvent *) item;

  if (item->kind != KA_ITEM_EVENT)
    return 0;
  if (is_on (event, days))
    return 40.0F + (float) (4 * event->importance);

  return event == days->before || event == days->after ? 20 : 0;
}

static void
add_twin_hit (GArray *hits, const KaSearch *search, const KaItem *item, const Days *days)
{
  Matches     matches = { .search = search };
  TwinHit     hit = { .item = item };
  float       total = 0;
  guint       n_words = 0;
  const float importance = ka_search_get_importance (item);
  const float own = score_days (item, days);

  ka_search_visit (item, match_words, &matches);
  for (guint i = 0; i < search->words->len; i++)
    {
      total += matches.best[i];
      n_words += matches.best[i] > 0;
    }
  hit.is_whole = matches.is_whole;
  hit.score = n_words == search->words->len ? total * importance : 0;
  if (own > 0)
    hit.score = hit.score > 0 ? own + hit.score / 10 : own * importance;
  if (hit.score > 0)
    g_array_append_val (hits, hit);
}

/* Of equal scores the array decides: g_array_sort() is stable. */
static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const TwinHit *first = a, *second = b;

  return (first->score < second->score) - (first->score > second->score);
}

static int
compare_twin_hits (gconstpointer a, gconstpointer b)
{
  const TwinHit *first = a, *second = b;

  if (first->item->kind != second->item->kind && first->best_of_kind != second->best_of_kind)
    return first->best_of_kind > second->best_of_kind ? -1 : 1;
  if (first->item->kind != second->item->kind)
    return first->item->kind < second->item->kind ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->item->index < second->item->index ? -1 : 1;
}

/* Searches every text of every item and sorts all hits by comparing them. */
static GArray *
search_without_index (Fixture *fixture, const KaSearch *search)
{
  GArray    *hits = g_array_new (FALSE, FALSE, sizeof (TwinHit));
  float      best[KA_N_ITEM_KINDS] = { 0 };
  const Days days = find_days (fixture, search->query);

  for (gsize i = 0; search->words->len > 0 && i < fixture->index->n_items; i++)
    add_twin_hit (hits, search, fixture->index->items[i], &days);
  g_array_sort (hits, compare_scores);
  for (guint i = 0; i < MIN (64, hits->len); i++)
    if (g_array_index (hits, TwinHit, i).is_whole)
      g_array_index (hits, TwinHit, i).score *= 1.5F;
  for (guint i = 0; i < hits->len; i++)
    {
      const TwinHit *hit = &g_array_index (hits, TwinHit, i);

      best[hit->item->kind] = MAX (best[hit->item->kind], hit->score);
    }
  for (guint i = 0; i < hits->len; i++)
    g_array_index (hits, TwinHit, i)
      .best_of_kind = best[g_array_index (hits, TwinHit, i).item->kind];
  g_array_sort (hits, compare_twin_hits);

  return hits;
}

static char *
draw_query (Fixture *fixture)
{
  static const char *const words[] = { "a",       "ka",           "treaty",      "nakh",
                                       "5",       "19",           "e",           "of armen",
                                       "граница", "mosk",         "1921",        "batum",
                                       "be",      "October 1921", "13.10.1921",  "1918-1921",
                                       "1932",    "1300",         "15 Mar 1899", "karz" };
  const char              *name = draw_name (draw_item (fixture));

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    case 1:
      return g_strjoin (" ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                        words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], NULL);
    default:
      return g_strdup (name != NULL ? name : "1919");
    }
}

/* The hits and their order are those of a search without index and of a sort that
 * compares. */
static void
test_ranking (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 24; i++)
    {
      g_autofree char *query = draw_query (fixture);
      g_autoptr (KaSearch) search = ka_search_new (fixture->index, query, KA_LANGUAGE_EN);
      g_autoptr (GArray) twin = search_without_index (fixture, search);
      const KaList *hits = ka_search_get_hits (search);

      g_test_message ("%s: %u", query, twin->len);
      g_assert_cmpuint (hits->n_items, ==, twin->len);
      for (gsize j = 0; j < hits->n_items; j++)
        g_assert_true (hits->items[j] == g_array_index (twin, TwinHit, j).item);
    }
}

/* One letter changed in a word of five or more still finds it, unless it is another word then. */
static void
test_slips (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (int i = 0; i < 600; i++)
    {
      const KaItem    *item = draw_item (fixture);
      const char      *name = draw_name (item), *end;
      const char      *word = name != NULL ? ka_search_next_word (name, &end) : NULL;
      g_autofree char *slipped = word != NULL ? g_strndup (word, (gsize) (end - word)) : NULL;
      g_autoptr (KaSearch) search = NULL;
      g_autofree char *key = NULL;
      gsize            length, at;

      if (slipped == NULL || !g_str_is_ascii (slipped) || strlen (slipped) < 6)
        continue;
      length = strlen (slipped);
      at = (gsize) g_test_rand_int_range (1, (gint32) length);
      slipped[at] = 'b';
      key = ka_search_dup_key (slipped, length);
      if (g_utf8_strlen (key, -1) < 5)
        continue;
      search = ka_search_new (fixture->index, slipped, KA_LANGUAGE_EN);
      if (!search->may_slip)
        continue;
      n++;
      /* A letter in a digraph changes more than itself. */
      g_autofree char *right = ka_search_dup_key (word, (gsize) (end - word));
      if (ka_search_count_slips (key, right, 1) > 1)
        continue;
      if (!has (search, item))
        g_error ("%s is not found by “%s”", item->id, slipped);
    }
  g_assert_cmpuint (n, >, 10);
}

/* The fast test for one slip says what the table of distances says. */
static void
test_slip_twin (void)
{
  for (int i = 0; i < 20000; i++)
    {
      char a[9], b[9];
      int  n_a = g_test_rand_int_range (5, 8), n_b = g_test_rand_int_range (4, 9);
      g_autoptr (KaSearchWord) word = NULL;
      gboolean is_near = FALSE;

      for (gsize j = 0; j < sizeof a; j++)
        a[j] = (char) ('l' + g_test_rand_int_range (0, 3));
      for (int j = 0; j < (int) sizeof b; j++)
        b[j] = j < n_a && g_test_rand_int_range (0, 8) != 0
                 ? a[j]
                 : (char) ('l' + g_test_rand_int_range (0, 3));
      a[n_a] = b[n_b] = '\0';
      word = ka_search_word_new (a, (gsize) n_a);
      if (strlen (word->key) < 5)
        continue;
      for (int length = 0; length <= n_b; length++)
        {
          g_autofree char *begun = g_strndup (b, (gsize) length);

          is_near |= ka_search_count_slips (word->key, begun, 1) <= 1;
        }
      if (is_near && !ka_search_word_slips (word, b))
        g_error ("“%s” is one slip off “%s”", word->key, b);
      if (!is_near && ka_search_word_slips (word, b))
        {
          /* Two letters exchanged are two changes in the table. */
          gboolean is_exchange = FALSE;

          for (gsize j = 0; j + 1 < strlen (word->key); j++)
            {
              g_autofree char *exchanged = g_strdup (word->key);

              exchanged[j] = word->key[j + 1];
              exchanged[j + 1] = word->key[j];
              is_exchange |= g_str_has_prefix (b, exchanged);
            }
          g_assert_true (is_exchange);
        }
    }
}

/* Marks lie on whole words, and what explains a hit shows a word of the query. */
static void
test_tells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KaSearch) search = ka_search_new (fixture->index, "leninakan", KA_LANGUAGE_EN);
  const KaItem    *gyumri = ka_atlas_lookup (fixture->atlas, KA_ITEM_PLACE, "gyumri");
  g_autofree char *why = ka_search_explain (search, gyumri, "Alexandropol");
  g_autofree char *nothing = ka_search_explain (search, gyumri, "Leninakan");
  g_autoptr (GArray) marks = ka_search_mark (search, "Kars, Leninakan");
  g_autoptr (KaSearch) slip = ka_search_new (fixture->index, "xbzdfxbzdf ardahn", KA_LANGUAGE_EN);
  g_autofree char *suggestion = ka_search_suggest (slip);
  g_autoptr (KaSearch) blank = ka_search_new (fixture->index, " .,- ", KA_LANGUAGE_EN);

  g_assert_cmpstr (why, ==, "also Leninakan");
  g_assert_null (nothing);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpuint (g_array_index (marks, KaSearchMark, 0).start, ==, 6);
  g_assert_cmpuint (g_array_index (marks, KaSearchMark, 0).end, ==, 15);
  g_assert_cmpstr (suggestion, ==, "Ardahan");
  g_assert_cmpuint (ka_search_get_hits (blank)->n_items, ==, 0);
}

/* What people type in six scripts finds what they mean, near the top. A line of the table is: the
 * words, the language of the reader, the item, and the last rank at which it may stand. */
static void
test_queries (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "queries.csv", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 4);
      const KaItem *item = ka_atlas_lookup_reference (fixture->atlas, cells[2]);
      g_autoptr (KaSearch) search = NULL;
      KaLanguage language;
      guint      rank = 0;

      g_assert_true (ka_language_from_code (cells[1], &language));
      g_assert_nonnull (item);
      search = ka_search_new (fixture->index, cells[0], language);
      while (rank < ka_search_get_hits (search)->n_items &&
             ka_search_get_hits (search)->items[rank] != item)
        rank++;
      if (rank >= g_ascii_strtoull (cells[3], NULL, 10))
        g_error ("“%s” has %s at rank %u", cells[0], cells[2], rank + 1);
      n++;
    }
  g_assert_cmpuint (n, >=, 80);
}

/* Words of letters that spellings change, which no atlas has, are found while they are typed. */
static void
test_made_up_words (void)
{
  static const char *const pieces[] = { "a",  "e",  "o",  "y",  "k",  "h",  "s",    "c",   "d",
                                        "ye", "kh", "th", "zh", "oo", "ck", "tsch", "dzh", "w" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      g_autofree char *key = NULL;

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        g_string_append (word, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      key = ka_search_dup_key (word->str, word->len);
      for (gsize n_typed = 1; n_typed <= word->len; n_typed++)
        {
          KaSearchWord *typed = ka_search_word_new (word->str, n_typed);

          if (ka_search_word_match (typed, key) <= 0)
            g_error ("%s is not found by its first %" G_GSIZE_FORMAT " letters", word->str,
                     n_typed);
          ka_search_word_free (typed);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/search/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/search/brute-force", Fixture, NULL, set_up, test_brute_force, tear_down);
  g_test_add ("/search/ranking", Fixture, NULL, set_up, test_ranking, tear_down);
  g_test_add ("/search/slips", Fixture, NULL, set_up, test_slips, tear_down);
  g_test_add ("/search/tells", Fixture, NULL, set_up, test_tells, tear_down);
  g_test_add ("/search/queries", Fixture, NULL, set_up, test_queries, tear_down);
  g_test_add_func ("/search/slip-twin", test_slip_twin);
  g_test_add_func ("/search/made-up-words", test_made_up_words);

  return g_test_run ();
}
