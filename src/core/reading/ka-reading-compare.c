/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the comparison of two treaties, or of what corresponds to one of their articles.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-comparison.h"
#include "ka-query.h"
#include "ka-words.h"

#include <string.h>

const char *
ka_reading_get_treaty_label (const KaReading *self, const KaTreaty *treaty)
{
  return ka_reading_get_text (self,
                              ka_text_is_empty (&treaty->label) ? &treaty->title : &treaty->label);
}

void
ka_reading_add_treaties_to_compare (KaReading *self, const KaTreaty *treaty)
{
  g_autoptr (GPtrArray) treaties = ka_query_list_comparable (self->atlas);
  g_auto (KaLinked) list = ka_linked_new ();

  if (treaty->articles.n_items == 0)
    return;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < treaties->len; i++)
      {
        const KaTreaty *other = treaties->pdata[i];

        if (other == treaty || ka_query_is_comparable (treaty, other) != (pass == 0))
          continue;
        if (list.text->len > 0)
          ka_linked_append (&list, _ (", "), NULL);
        ka_linked_append_comparison (&list, ka_reading_get_treaty_label (self, other), treaty,
                                     other);
      }
  /* Translators: before a list of treaties */
  ka_reading_add_linked (self, KA_BLOCK_FACT, _ ("Compare with"), &list);
}

/* The numbers of one side of a match: "Kars II, Kars IV". */
static void
append_side (GString *text, const KaReading *self, const GPtrArray *articles)
{
  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *label = ka_words_dup_article_short (articles->pdata[i], self->language);

      g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", label);
    }
}

static char *
dup_heading (const KaReading *self, const KaMatch *match)
{
  GString *text = g_string_new (NULL);

  append_side (text, self, match->first);
  if (match->first->len > 0 && match->second->len > 0)
    g_string_append (text, " · ");
  append_side (text, self, match->second);

  return g_string_free (text, FALSE);
}

/* How the later of two articles differs from the earlier, or else the other way round. */
static const KaText *
find_difference (const KaArticle *a, const KaArticle *b)
{
  gboolean         is_later = a->treaty->date.earliest > b->treaty->date.earliest;
  const KaArticle *later = is_later ? a : b;
  const KaArticle *earlier = is_later ? b : a;
  const KaText    *text = ka_query_difference_of (later, earlier);

  return text != NULL ? text : ka_query_difference_of (earlier, later);
}

static void
add_differences (KaReading *self, const KaMatch *match)
{
  for (guint i = 0; i < match->first->len; i++)
    for (guint j = 0; j < match->second->len; j++)
      {
        const KaText *text = find_difference (match->first->pdata[i], match->second->pdata[j]);

        if (text != NULL)
          ka_reading_add_paragraph (self, ka_reading_get_text (self, text));
      }
}

static void
add_alone (KaReading *self, const KaTreaty *has, const KaTreaty *lacks)
{
  g_autofree char *text = NULL;

  /* Translators: two treaties; the second has no such article */
  text = g_strdup_printf (_ ("Only in %s: %s has no such article."),
                          ka_reading_get_treaty_label (self, has),
                          ka_reading_get_treaty_label (self, lacks));
  ka_reading_add (self, KA_BLOCK_PARAGRAPH, text);
}

/* The texts of one side of a match with spaces between them. */
static char *
join_texts (const KaReading *self, const GPtrArray *articles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    g_string_append_printf (
      text, "%s%s", i > 0 ? " " : "",
      ka_reading_get_text (self, &((const KaArticle *) articles->pdata[i])->text));

  return g_string_free (text, FALSE);
}

/* The parts of @runs between two bytes, counted from the first of them. */
static GArray *
cut_runs (const GArray *runs, gsize start, gsize end)
{
  GArray *cut = g_array_new (FALSE, FALSE, sizeof (KaWordRun));

  for (guint i = 0; i < runs->len; i++)
    {
      const KaWordRun run = g_array_index (runs, KaWordRun, i);
      const KaWordRun part = { MAX (run.start, start) - start, MIN (run.end, end) - start };

      if (run.start < end && start < run.end)
        g_array_append_val (cut, part);
    }

  return cut;
}

static void
add_clauses (KaReading *self, const GPtrArray *articles, const GArray *runs)
{
  gsize start = 0;

  for (guint i = 0; i < articles->len; i++)
    {
      const KaArticle *article = articles->pdata[i];
      gsize            end = start + strlen (ka_reading_get_text (self, &article->text));
      KaBlock         *block = ka_reading_add_clause (self, article);

      if (block != NULL)
        {
          block->compared = NULL;
          block->marks = runs != NULL ? cut_runs (runs, start, end) : NULL;
        }
      start = end + 1;
    }
}

static void
add_match (KaReading *self, const KaMatch *match, const KaTreaty *first, const KaTreaty *second)
{
  g_autofree char *heading = dup_heading (self, match);
  g_autofree char *first_text = join_texts (self, match->first);
  g_autofree char *second_text = join_texts (self, match->second);
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;

  ka_reading_add (self, KA_BLOCK_HEADING, heading);
  if (match->second->len == 0)
    add_alone (self, first, second);
  else if (match->first->len == 0)
    add_alone (self, second, first);
  else
    {
      add_differences (self, match);
      ka_word_diff (first_text, second_text, &only_first, &only_second);
    }
  add_clauses (self, match->first, only_first);
  add_clauses (self, match->second, only_second);
}

static gboolean
has_article (const KaMatch *match, const KaItem *article)
{
  return g_ptr_array_find (match->first, article, NULL);
}

/* Says how many articles and annexes one treaty alone has. */
static char *
dup_alone (KaReading *self, guint n, const KaTreaty *treaty)
{
  /* Translators: how many articles and annexes, and the treaty that has them */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%1$u stands only in %2$s", "%1$u stand only in %2$s", n), n,
    ka_reading_get_treaty_label (self, treaty));
}

/* Adds how many articles both have, and the links to the two treaties. */
static void
add_summary (KaReading       *self,
             const GPtrArray *matches,
             const KaTreaty  *first,
             const KaTreaty  *second)
{
  guint            n[3] = { 0 };
  g_autofree char *both = NULL, *first_alone = NULL, *second_alone = NULL, *text = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const KaMatch *match = matches->pdata[i];

      n[0] += match->first->len > 0 && match->second->len > 0
                ? match->first->len + match->second->len
                : 0;
      n[1] += match->second->len == 0;
      n[2] += match->first->len == 0;
    }
  both = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article or annex corresponds",
                                       "%u articles and annexes correspond", n[0]),
                          n[0]);
  first_alone = dup_alone (self, n[1], first);
  second_alone = dup_alone (self, n[2], second);
  text = g_strdup_printf ("%s; %s; %s.", both, first_alone, second_alone);
  ka_reading_add_fact (self, _ ("In all"), text);
}

static void
add_treaty (KaReading *self, const KaTreaty *treaty)
{
  g_autofree char *when = ka_date_to_words (&treaty->date, treaty->edtf, self->language);

  ka_reading_add_link (self, treaty, NULL, when);
}

/* Adds the head of the page: of both treaties, or of what corresponds to an article. */
static void
add_head (KaReading *self, const KaItem *item, const KaTreaty *first, const KaTreaty *second)
{
  g_autofree char *article = NULL;
  g_autofree char *title = NULL;

  if (item->kind != KA_ITEM_TREATY)
    article = ka_words_dup_article_short ((const KaArticle *) item, self->language);
  title = g_strdup_printf (/* Translators: two treaties, or an article and a treaty */
                           _ ("%s and %s compared"),
                           article != NULL ? article : ka_reading_get_title (self, first),
                           article != NULL ? ka_reading_get_treaty_label (self, second)
                                           : ka_reading_get_title (self, second));
  if (article != NULL)
    ka_reading_add_path (self, item);
  ka_reading_add_title (self, title, NULL);
}

static void
add_whole_link (KaReading *self, const KaTreaty *first, const KaTreaty *second)
{
  g_auto (KaLinked) link = ka_linked_new ();
  g_autofree char *words = g_strdup_printf (/* Translators: two treaties, compared article by
                                               article */
                                            _ ("%s and %s, article by article"),
                                            ka_reading_get_treaty_label (self, first),
                                            ka_reading_get_treaty_label (self, second));

  ka_linked_append_comparison (&link, words, first, second);
  ka_reading_add_linked (self, KA_BLOCK_PARAGRAPH, NULL, &link);
}

GPtrArray *
ka_reading_list_comparison (KaAtlas        *atlas,
                            const KaItem   *item,
                            const KaTreaty *treaty,
                            KaDay           day,
                            KaLanguage      language)
{
  const gboolean  is_whole = item->kind == KA_ITEM_TREATY;
  const KaTreaty *first = is_whole ? (const KaTreaty *) item : ((const KaArticle *) item)->treaty;
  KaReading       self = ka_reading_begin (atlas, day, language);
  g_autoptr (GPtrArray) matches = ka_query_compare (first, treaty);

  add_head (&self, item, first, treaty);
  if (is_whole)
    {
      add_treaty (&self, first);
      add_treaty (&self, treaty);
      add_summary (&self, matches, first, treaty);
    }
  ka_reading_add (&self, KA_BLOCK_NOTE,
                  _ ("Summaries in our own words, not the wording of the treaties. Words that only "
                     "one side has are bold and underlined."));
  for (guint i = 0; i < matches->len; i++)
    if (is_whole || has_article (matches->pdata[i], item))
      add_match (&self, matches->pdata[i], first, treaty);
  if (!is_whole)
    add_whole_link (&self, first, treaty);

  return ka_reading_end (&self);
}
