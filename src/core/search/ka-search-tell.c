/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tells a person of a search: which words matched and where they stand, and what else could be
 * meant where nothing was found.
 */
#include "config.h"

#include "ka-search-private.h"

#include "ka-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a long text these many letters before and after a match are shown. */
#define LETTERS_AROUND 36
/* So many names, places or people are told; more would hide the title. */
#define MAX_PARTS 3
/* How much better a text is that has the word as it was typed. */
#define TYPED_MATCH 0.05
/* A word that is farther off is another word; a short one may have a slip for each three letters.
 */
#define MAX_SLIPS        2
#define LETTERS_PER_SLIP 3

/* Whether a word of a text begins as the person typed it, transliteration included. */
static gboolean
is_typed (const KaSearchWord *word, const char *text, gsize length)
{
  g_autofree char *folded = ka_fold (text, (gssize) length);

  return g_str_has_prefix (folded, word->folded);
}

/* The best match of a word in a text; 0 for none. @at is where. */
static double
match_text (const KaSearch *self, const KaSearchWord *word, const char *text, const char **at)
{
  double best = 0;

  for (const char *end, *c = ka_search_next_word (text, &end); c != NULL;
       c = ka_search_next_word (end, &end))
    {
      g_autofree char *key = ka_search_dup_key (c, (gsize) (end - c));
      double           match = ka_search_match (self, word, key);

      if (match > 0 && is_typed (word, c, (gsize) (end - c)))
        match += TYPED_MATCH;
      if (match > best)
        {
          best = match;
          *at = c;
        }
    }

  return best;
}

/* Where a word of the query stands in an item. */
typedef struct
{
  const KaSearch     *search;
  const KaSearchWord *word;
  double              best;
  KaSearchField       field;
  char               *text; /* Owned */
  gsize               at;   /* byte of the match in @text */
} Finding;

static void
find_in_text (KaSearchField field, const char *text, gpointer user_data)
{
  Finding    *self = user_data;
  const char *at = text;
  double score = match_text (self->search, self->word, text, &at) * ka_search_get_weight (field);

  if (score <= self->best)
    return;
  g_free (self->text);
  self->best = score;
  self->field = field;
  self->text = g_strdup (text);
  self->at = (gsize) (at - text);
}

/* The start of the word about @n letters before @at. */
static const char *
step_back (const char *text, const char *at, int n)
{
  const char *c = at;

  while (c > text && n > 0)
    {
      c = g_utf8_prev_char (c);
      n--;
    }
  while (c > text && c < at && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (c))))
    c = ka_skip_letter (c);

  return c;
}

static const char *
step_on (const char *at, int n)
{
  const char *c = at, *blank = NULL;

  for (; *c != '\0' && n > 0; c = ka_skip_letter (c), n--)
    if (g_unichar_isspace (g_utf8_get_char (c)))
      blank = c;

  return *c == '\0' || blank == NULL ? c : blank;
}

/* A long text is cut between words. */
static char *
dup_around (const char *text, gsize at)
{
  const char *start = step_back (text, text + at, LETTERS_AROUND);
  const char *end = step_on (text + at, LETTERS_AROUND);

  return g_strdup_printf ("%s%.*s%s", start > text ? "… " : "", (int) (end - start), start,
                          *end != '\0' ? " …" : "");
}

static void
add_part (GPtrArray *parts, char *part)
{
  if (parts->len >= MAX_PARTS || g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
    g_free (part);
  else
    g_ptr_array_add (parts, part);
}

static char *
join (GPtrArray *parts, const char *between)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (between, (char **) parts->pdata);
}

char *
ka_search_explain (const KaSearch *self, const KaItem *item, const char *seen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *at;

  for (guint i = 0; i < self->words->len; i++)
    {
      Finding finding = { .search = self, .word = self->words->pdata[i] };

      if (match_text (self, finding.word, seen, &at) > 0)
        continue;
      ka_search_visit (item, find_in_text, &finding);
      if (finding.text != NULL && finding.field >= KA_SEARCH_TITLE &&
          finding.field <= KA_SEARCH_LABEL)
        add_part (names, g_steal_pointer (&finding.text));
      else if (finding.text != NULL && finding.field != KA_SEARCH_KIND &&
               finding.field != KA_SEARCH_NUMBER)
        add_part (parts, dup_around (finding.text, finding.at));
      g_free (finding.text);
    }
  if (names->len > 0)
    {
      g_autofree char *list = join (names, ", ");

      /* Translators: why a search found an item: other names of it */
      g_ptr_array_insert (parts, 0, g_strdup_printf (_ ("also %s"), list));
    }

  return parts->len > 0 ? join (parts, " · ") : NULL;
}

GArray *
ka_search_mark (const KaSearch *self, const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (KaSearchMark));

  for (const char *end, *c = ka_search_next_word (text, &end); c != NULL;
       c = ka_search_next_word (end, &end))
    {
      g_autofree char *key = ka_search_dup_key (c, (gsize) (end - c));
      KaSearchMark     mark = { (gsize) (c - text), (gsize) (end - text) };

      for (guint i = 0; i < self->words->len; i++)
        if (ka_search_match (self, self->words->pdata[i], key) > 0)
          {
            g_array_append_val (marks, mark);
            break;
          }
    }

  return marks;
}

/* The word of the atlas that is nearest to @key; of two the one that stands more often. */
static const char *
find_nearest (const KaSearchIndex *index, const char *key)
{
  const char *nearest = NULL;
  guint       least = MIN (MAX_SLIPS, (guint) g_utf8_strlen (key, -1) / LETTERS_PER_SLIP);
  gsize       most = 0;

  for (gsize i = 0; i < index->n_keys; i++)
    {
      guint slips = ka_search_count_slips (key, index->keys[i], least);
      gsize n = index->places[i + 1] - index->places[i];

      if (slips > least || (nearest != NULL && slips == least && n <= most))
        continue;
      least = slips;
      most = n;
      nearest = index->spellings[i];
    }

  return nearest;
}

char *
ka_search_suggest (const KaSearch *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean is_changed = FALSE;

  for (const char *end, *c = ka_search_next_word (self->query, &end); c != NULL;
       c = ka_search_next_word (end, &end))
    {
      g_autofree char *key = ka_search_dup_key (c, (gsize) (end - c));
      const char      *nearest;
      gsize            first;

      if (ka_search_index_find (self->index, key, &first) > first)
        {
          g_ptr_array_add (parts, g_strndup (c, (gsize) (end - c)));
          continue;
        }
      nearest = find_nearest (self->index, key);
      is_changed = TRUE;
      if (nearest != NULL)
        g_ptr_array_add (parts, g_strdup (nearest));
    }

  return is_changed && parts->len > 0 ? join (parts, " ") : NULL;
}
