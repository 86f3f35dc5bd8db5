/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Builds the blocks that pages are made of: titles, facts, links, clauses, sources, terms.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

#include <string.h>

static void
block_free (gpointer data)
{
  KaBlock *self = data;

  g_free (self->label);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->note);
  g_array_unref (self->links);
  g_free (self);
}

GPtrArray *
ka_reading_new_blocks (void)
{
  return g_ptr_array_new_with_free_func (block_free);
}

const char *
ka_reading_get_text (const KaReading *self, const KaText *text)
{
  return ka_text_get (text, self->language);
}

const char *
ka_reading_get_title (const KaReading *self, gconstpointer item)
{
  return ka_item_get_title (item, self->day, self->language);
}

KaBlock *
ka_reading_add (KaReading *self, KaBlockKind kind, const char *text)
{
  KaBlock *block;

  if (text == NULL || *text == '\0')
    return NULL;

  block = g_new0 (KaBlock, 1);
  block->kind = kind;
  block->text = g_strdup (text);
  block->links = g_array_new (FALSE, FALSE, sizeof (KaBlockLink));
  g_ptr_array_add (self->blocks, block);

  return block;
}

void
ka_block_add_link (KaBlock *self, const char *part, gconstpointer item, guint step)
{
  gsize       from = self->links->len > 0
                       ? g_array_index (self->links, KaBlockLink, self->links->len - 1).end
                       : 0;
  const char *at = strstr (self->text + from, part);
  KaBlockLink link = { .item = item, .step = step };

  g_return_if_fail (at != NULL);

  link.start = (gsize) (at - self->text);
  link.end = link.start + strlen (part);
  g_array_append_val (self->links, link);
}

void
ka_reading_add_title (KaReading *self, const char *title, const char *detail)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_TITLE, title);

  if (block != NULL && detail != NULL && *detail != '\0')
    block->detail = g_strdup (detail);
}

void
ka_reading_add_section (KaReading *self, const char *heading, const KaText *text)
{
  if (ka_text_is_empty (text))
    return;

  ka_reading_add (self, KA_BLOCK_HEADING, heading);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, text));
}

/* Whether a letter or digit stands at @at. */
static gboolean
is_word_at (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* Where @word stands in @text apart from other letters, alone or with the s of a plural. */
static const char *
find_word (const char *text, const char *word, gsize *length)
{
  const char *at = text;

  while ((at = strstr (at, word)) != NULL)
    {
      const char *end = at + strlen (word);

      if (*end == 's' && !is_word_at (end + 1))
        end++;
      *length = (gsize) (end - at);
      if ((at == text || !is_word_at (g_utf8_prev_char (at))) && !is_word_at (end))
        return at;
      at = end;
    }

  return NULL;
}

/* Where @term stands first in @text, as it is written or with a capital. */
static const char *
find_term (const char *text, const char *term, gsize *length)
{
  char             capital[7] = { 0 };
  gsize            capital_length = 0;
  g_autofree char *capitalised = NULL;
  const char      *first = find_word (text, term, length);
  const char      *second;

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (term)), capital);
  capitalised = g_strconcat (capital, g_utf8_next_char (term), NULL);
  second = find_word (text, capitalised, &capital_length);
  if (second == NULL || (first != NULL && first < second))
    return first;

  *length = capital_length;

  return second;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const KaBlockLink *first = a;
  const KaBlockLink *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

static gboolean
is_linked (const GArray *links, gsize start, gsize end)
{
  for (guint i = 0; i < links->len; i++)
    {
      const KaBlockLink *link = &g_array_index (links, KaBlockLink, i);

      if (start < link->end && link->start < end)
        return TRUE;
    }

  return FALSE;
}

static void
link_terms (KaReading *self, KaBlock *block)
{
  const KaList *terms = ka_atlas_get_items (self->atlas, KA_ITEM_TERM);

  for (gsize i = 0; i < terms->n_items; i++)
    {
      const KaTerm *term = terms->items[i];
      const char   *name = ka_reading_get_title (self, term);
      gsize         length = 0;
      const char   *at = find_term (block->text, name, &length);
      KaBlockLink   link = { .item = &term->item };

      if (at == NULL || g_hash_table_contains (self->terms, term))
        continue;
      link.start = (gsize) (at - block->text);
      link.end = link.start + length;
      if (is_linked (block->links, link.start, link.end))
        continue;
      g_array_append_val (block->links, link);
      g_hash_table_add (self->terms, (gpointer) (guintptr) term);
    }
  g_array_sort (block->links, compare_links);
}

void
ka_reading_add_paragraph (KaReading *self, const char *text)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_PARAGRAPH, text);

  if (block != NULL)
    link_terms (self, block);
}

KaBlock *
ka_reading_add_fact (KaReading *self, const char *label, const char *text)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_FACT, text);

  if (block != NULL)
    block->label = g_strdup (label);

  return block;
}

/* The text of a link: articles are known by treaty and number, wrong claims by what they say. */
static char *
dup_link_text (const KaReading *self, const KaItem *item)
{
  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    return ka_words_dup_article_label ((const KaArticle *) item, self->language);
  if (item->kind == KA_ITEM_CORRECTION)
    return g_strdup (ka_reading_get_text (self, &((const KaCorrection *) item)->claim));

  return g_strdup (ka_reading_get_title (self, item));
}

void
ka_reading_add_items_fact (KaReading *self, const char *label, const KaList *items)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  KaBlock         *fact;

  for (gsize i = 0; i < items->n_items; i++)
    g_ptr_array_add (titles, dup_link_text (self, items->items[i]));
  g_ptr_array_add (titles, NULL);
  /* Translators: stands between the parts of a list */
  text = g_strjoinv (_ (", "), (char **) titles->pdata);
  fact = ka_reading_add_fact (self, label, text);
  for (gsize i = 0; i < items->n_items; i++)
    ka_block_add_link (fact, titles->pdata[i], items->items[i], 0);
}

void
ka_reading_add_item_fact (KaReading *self, const char *label, gconstpointer item)
{
  gpointer     items[] = { (gpointer) (guintptr) item };
  const KaList list = { .items = items, .n_items = item != NULL ? 1 : 0 };

  ka_reading_add_items_fact (self, label, &list);
}

void
ka_reading_add_link (KaReading *self, gconstpointer item, const char *label, const char *detail)
{
  g_autofree char *text = dup_link_text (self, item);
  KaBlock         *block = ka_reading_add (self, KA_BLOCK_LINK, text);

  block->item = item;
  block->label = g_strdup (label);
  if (detail != NULL && *detail != '\0')
    block->detail = g_strdup (detail);
  ka_block_add_link (block, text, item, 0);
}

void
ka_reading_add_items (KaReading *self, const char *heading, const GPtrArray *items)
{
  if (items->len > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, heading);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *words = ka_words_describe_item (items->pdata[i], self->language);

      ka_reading_add_link (self, items->pdata[i], NULL, words);
    }
}

/* How sure an item is and why, or %NULL where that is plain. */
static char *
dup_doubt (const KaItem *item)
{
  static const char *const words[] = {
    [KA_CERTAIN] = N_ ("Note"),
    [KA_PROBABLE] = N_ ("Probable"),
    [KA_UNCERTAIN] = N_ ("Uncertain"),
  };

  if (item->note != NULL)
    /* Translators: how sure a record is ("Probable"), and why */
    return g_strdup_printf (_ ("%s: %s"), _ (words[item->certainty]), item->note);

  return item->certainty != KA_CERTAIN ? g_strdup (_ (words[item->certainty])) : NULL;
}

void
ka_reading_add_certainty (KaReading *self, const KaItem *item)
{
  g_autofree char *doubt = dup_doubt (item);

  ka_reading_add (self, KA_BLOCK_NOTE, doubt);
}

void
ka_reading_add_clause (KaReading *self, const KaArticle *article)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_CLAUSE,
                                   ka_reading_get_text (self, &article->text));

  if (block == NULL)
    return;

  block->item = &article->item;
  block->label = ka_words_dup_article_label (article, self->language);
  block->detail = g_strdup (ka_reading_get_text (self, &article->title));
  if (article->item.certainty != KA_CERTAIN)
    block->note = dup_doubt (&article->item);
}

void
ka_reading_add_citations (KaReading *self, const KaCitation *citations, gsize n_citations)
{
  for (gsize i = 0; i < n_citations; i++)
    {
      const char      *work = citations[i].source->citation;
      g_autofree char *text = citations[i].locator != NULL
                                ? g_strdup_printf ("%s – %s", work, citations[i].locator)
                                : g_strdup (work);
      KaBlock         *block = ka_reading_add (self, KA_BLOCK_SOURCE, text);

      block->item = &citations[i].source->item;
      if (citations[i].seen)
        /* Translators: marks a citation whose place was read for the atlas */
        block->detail = g_strdup (_ ("text seen"));
    }
}

void
ka_reading_add_sources (KaReading *self, const KaItem *item)
{
  if (item->n_citations > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Sources"));
  ka_reading_add_citations (self, item->citations, item->n_citations);
}

void
ka_reading_add_names (KaReading *self, const KaNames *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; names->n_items > 1 && i < names->n_items; i++)
    {
      const KaName    *name = &names->items[i];
      g_autofree char *when = ka_span_to_words (name->span, self->language);

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? "; " : "",
                              ka_reading_get_text (self, &name->text), when);
    }
  ka_reading_add_fact (self, _ ("Names"), list->str);
}

char *
ka_reading_dup_other_names (const KaReading *self, const KaNames *names)
{
  const KaText *text = ka_names_get_on (names, self->day);
  GString      *others = g_string_new (NULL);

  for (int i = 0; text != NULL && i < KA_N_LANGUAGES; i++)
    if (text->in[i] != NULL && g_strcmp0 (text->in[i], ka_text_get (text, self->language)) != 0)
      g_string_append_printf (others, "%s%s", others->len > 0 ? " · " : "", text->in[i]);

  return g_string_free (others, FALSE);
}

void
ka_reading_add_tenure (KaReading *self, const KaArea *area)
{
  const KaTenure *tenure = ka_query_tenure_on (area, self->day);
  g_autoptr (GPtrArray) claims = ka_query_claims_on (area, self->day);
  g_autofree char *words = NULL;

  if (tenure == NULL)
    return;

  words = ka_words_describe_tenure (tenure, self->day, self->language);
  ka_reading_add_fact (self, _ ("On this day"), words);
  /* Translators: the treaty, article or event by which land is held */
  ka_reading_add_item_fact (self, C_ ("instrument", "By"), tenure->instrument);
  for (guint i = 0; i < claims->len; i++)
    {
      g_autofree char *claim = ka_words_describe_tenure (claims->pdata[i], self->day,
                                                         self->language);

      ka_reading_add_fact (self, _ ("Claim"), claim);
    }
  ka_reading_add_certainty (self, KA_ITEM (tenure));
}

void
ka_reading_add_clauses (KaReading *self, const KaItem *item)
{
  static const char *const headings[KA_N_STANDINGS] = {
    [KA_STANDING_CURRENT] = N_ ("Clauses about it"),
    [KA_STANDING_EARLIER] = N_ ("No longer in force"),
    [KA_STANDING_NEVER] = N_ ("Never in force"),
    [KA_STANDING_LATER] = N_ ("Later clauses"),
  };
  g_autoptr (GPtrArray) articles = ka_query_clauses_about (self->atlas, item, self->day);
  g_autoptr (GPtrArray) general = g_ptr_array_new ();
  int last = -1;

  for (guint i = 0; i < articles->len; i++)
    {
      const KaArticle *article = articles->pdata[i];
      KaStanding       standing = ka_query_standing_of (article, self->day);

      if (article->is_general && item->kind != KA_ITEM_POLITY)
        {
          g_ptr_array_add (general, articles->pdata[i]);
          continue;
        }
      if ((int) standing != last)
        ka_reading_add (self, KA_BLOCK_HEADING, _ (headings[standing]));
      last = (int) standing;
      ka_reading_add_clause (self, article);
    }
  if (last >= 0)
    ka_reading_add (self, KA_BLOCK_NOTE,
                    _ ("Summaries in our own words, not the wording of the treaties."));
  ka_reading_add_items (self, _ ("Clauses about every region"), general);
}

void
ka_reading_add_events (KaReading *self, const KaItem *item)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (self->atlas, item);

  ka_reading_add_items (self, _ ("Events"), events);
}
