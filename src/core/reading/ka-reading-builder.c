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

/* Clauses that a page shows as cards; it links to the others. */
#define MAX_CARDS 4

static void
block_free (gpointer data)
{
  KaBlock *self = data;

  g_free (self->label);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->note);
  g_array_unref (self->links);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

GPtrArray *
ka_reading_new_blocks (void)
{
  return g_ptr_array_new_with_free_func (block_free);
}

KaReading
ka_reading_begin (KaAtlas *atlas, KaDay day, KaLanguage language)
{
  return (KaReading){ .atlas = atlas,
                      .day = day,
                      .language = language,
                      .blocks = ka_reading_new_blocks (),
                      .terms = g_hash_table_new (NULL, NULL),
                      .doubts = g_ptr_array_new_with_free_func (g_free) };
}

GPtrArray *
ka_reading_end (KaReading *self)
{
  g_hash_table_unref (self->terms);
  g_ptr_array_unref (self->doubts);

  return self->blocks;
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

KaLinked
ka_linked_new (void)
{
  return (KaLinked){ g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (KaBlockLink)) };
}

void
ka_linked_clear (KaLinked *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
  g_clear_pointer (&self->links, g_array_unref);
}

void
ka_linked_append (KaLinked *self, const char *words, gconstpointer item)
{
  KaBlockLink link = { .start = self->text->len, .item = item };

  g_string_append (self->text, words);
  link.end = self->text->len;
  if (item != NULL)
    g_array_append_val (self->links, link);
}

void
ka_linked_append_comparison (KaLinked       *self,
                             const char     *words,
                             gconstpointer   item,
                             const KaTreaty *compared)
{
  ka_linked_append (self, words, item);
  g_array_index (self->links, KaBlockLink, self->links->len - 1).compared = compared;
}

void
ka_linked_append_item (KaLinked *self, const KaReading *reading, gconstpointer item)
{
  ka_linked_append (self, ka_reading_get_title (reading, item), item);
}

KaBlock *
ka_reading_add_linked (KaReading *self, KaBlockKind kind, const char *label, const KaLinked *linked)
{
  KaBlock *block = ka_reading_add (self, kind, linked->text->str);

  if (block == NULL)
    return NULL;

  block->label = g_strdup (label);
  g_array_append_vals (block->links, linked->links->data, linked->links->len);

  return block;
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
find_term (const char *text, const char *term, KaLanguage language, gsize *length)
{
  gsize            capital_length = 0;
  g_autofree char *capitalised = ka_text_capitalise (term, language);
  const char      *first = find_word (text, term, length);
  const char      *second = find_word (text, capitalised, &capital_length);

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

void
ka_reading_link_terms (KaReading *self, KaBlock *block)
{
  const KaList *terms = ka_atlas_get_items (self->atlas, KA_ITEM_TERM);

  for (gsize i = 0; i < terms->n_items; i++)
    {
      const KaTerm *term = terms->items[i];
      const char   *name = ka_reading_get_title (self, term);
      gsize         length = 0;
      const char   *at = find_term (block->text, name, self->language, &length);
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
    ka_reading_link_terms (self, block);
}

KaBlock *
ka_reading_add_fact (KaReading *self, const char *label, const char *text)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_FACT, text);

  if (block != NULL)
    block->label = g_strdup (label);

  return block;
}

/* The text of a link in running text: articles are known by treaty and number, wrong claims by what
 * they say. */
static char *
dup_link_text (const KaReading *self, const KaItem *item)
{
  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    return ka_words_dup_article_label ((const KaArticle *) item, self->language);
  if (item->kind == KA_ITEM_CORRECTION)
    return g_strdup (ka_reading_get_text (self, &((const KaCorrection *) item)->claim));

  return g_strdup (ka_reading_get_title (self, item));
}

/* Whether an item shares its page with one before it in a list. */
static gboolean
is_told (const KaReading *self, const KaList *items, gsize number)
{
  const KaItem *twin = ka_query_twin_of (self->atlas, items->items[number]);

  for (gsize i = 0; twin != NULL && i < number; i++)
    if (items->items[i] == twin)
      return TRUE;

  return FALSE;
}

void
ka_reading_add_items_fact (KaReading *self, const char *label, const KaList *items)
{
  g_auto (KaLinked) list = ka_linked_new ();

  for (gsize i = 0; i < items->n_items; i++)
    {
      g_autofree char *title = dup_link_text (self, items->items[i]);

      if (is_told (self, items, i))
        continue;
      if (list.text->len > 0)
        /* Translators: stands between the parts of a list */
        ka_linked_append (&list, _ (", "), NULL);
      ka_linked_append (&list, title, items->items[i]);
    }
  ka_reading_add_linked (self, KA_BLOCK_FACT, label, &list);
}

void
ka_reading_add_item_fact (KaReading *self, const char *label, gconstpointer item)
{
  gpointer     items[] = { (gpointer) (guintptr) item };
  const KaList list = { .items = items, .n_items = item != NULL ? 1 : 0 };

  ka_reading_add_items_fact (self, label, &list);
}

/* Appends the pages that an item lies in, the outermost first, and the item itself. */
static void
append_path (KaReading *self, KaLinked *path, const KaItem *item)
{
  const KaItem *above = NULL;

  if (item->kind == KA_ITEM_AREA && ((const KaArea *) item)->region != NULL)
    above = KA_ITEM (((const KaArea *) item)->region);
  if (above != NULL &&
      g_str_equal (ka_reading_get_title (self, above), ka_reading_get_title (self, item)))
    item = above;
  else if (above != NULL)
    append_path (self, path, above);
  if (path->text->len > 0)
    ka_linked_append (path, " › ", NULL);
  ka_linked_append_item (path, self, item);
}

void
ka_reading_add_path (KaReading *self, const KaItem *item)
{
  g_auto (KaLinked) path = ka_linked_new ();

  if (item == NULL)
    return;

  append_path (self, &path, item);
  ka_reading_add_linked (self, KA_BLOCK_PATH, NULL, &path);
}

void
ka_reading_add_link (KaReading *self, gconstpointer item, const char *label, const char *detail)
{
  const KaItem    *head = item;
  const gboolean   is_article = head->kind == KA_ITEM_ARTICLE || head->kind == KA_ITEM_ANNEX;
  g_autofree char *number = is_article && label == NULL
                              ? ka_words_dup_article_short (item, self->language)
                              : NULL;
  g_autofree char *text = is_article && label == NULL ? g_strdup (ka_reading_get_text (
                                                          self, &((const KaArticle *) item)->title))
                                                      : dup_link_text (self, item);
  g_auto (KaLinked) link = ka_linked_new ();
  KaBlock *block;

  ka_linked_append (&link, text, item);
  block = ka_reading_add_linked (self, KA_BLOCK_LINK, number != NULL ? number : label, &link);
  block->item = item;
  if (detail != NULL && *detail != '\0' && !g_str_equal (detail, text))
    block->detail = g_strdup (detail);
}

void
ka_reading_add_items (KaReading *self, const char *heading, const GPtrArray *items)
{
  if (items->len > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, heading);
  for (guint i = 0; i < items->len; i++)
    {
      const KaItem    *item = items->pdata[i];
      const gboolean   is_article = item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX;
      g_autofree char *words = is_article ? NULL : ka_words_describe_item (item, self->language);

      ka_reading_add_link (self, item, NULL, words);
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
ka_reading_add_doubt (KaReading *self, const char *text)
{
  if (!g_ptr_array_find_with_equal_func (self->doubts, text, g_str_equal, NULL))
    g_ptr_array_add (self->doubts, g_strdup (text));
}

void
ka_reading_add_certainty (KaReading *self, const KaItem *item)
{
  g_autofree char *doubt = dup_doubt (item);

  if (doubt != NULL)
    ka_reading_add_doubt (self, doubt);
}

void
ka_reading_add_doubts (KaReading *self)
{
  if (self->doubts->len > 0)
    ka_reading_add (self, KA_BLOCK_FOLD, _ ("How sure?"));
  for (guint i = 0; i < self->doubts->len; i++)
    ka_reading_add (self, KA_BLOCK_NOTE, self->doubts->pdata[i]);
}

/* The first treaty with an article that corresponds to @article. */
static const KaTreaty *
find_compared (const KaArticle *article)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    if (article->correspondences[i].article->treaty != article->treaty)
      return article->correspondences[i].article->treaty;

  return NULL;
}

KaBlock *
ka_reading_add_clause (KaReading *self, const KaArticle *article)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_CLAUSE,
                                   ka_reading_get_text (self, &article->text));

  if (block == NULL)
    return NULL;

  block->item = &article->item;
  block->label = ka_words_dup_article_label (article, self->language);
  block->detail = g_strdup (ka_reading_get_text (self, &article->title));
  block->compared = find_compared (article);
  if (article->item.certainty != KA_CERTAIN)
    block->note = dup_doubt (&article->item);

  return block;
}

void
ka_reading_add_citations (KaReading *self, const KaCitation *citations, gsize n_citations)
{
  for (gsize i = 0; i < n_citations; i++)
    {
      const char       *work = citations[i].source->citation;
      const KaBlockLink link = { .end = strlen (work), .item = &citations[i].source->item };
      g_autofree char  *text = citations[i].locator != NULL
                                 ? g_strdup_printf ("%s – %s", work, citations[i].locator)
                                 : g_strdup (work);
      KaBlock          *block = ka_reading_add (self, KA_BLOCK_SOURCE, text);

      block->item = &citations[i].source->item;
      g_array_append_val (block->links, link);
      if (citations[i].seen)
        /* Translators: marks a citation whose place was read for the atlas */
        block->detail = g_strdup (_ ("text seen"));
    }
}

/* Whether an item cites the same place. */
static gboolean
has_citation (const KaItem *item, const KaCitation *citation)
{
  for (gsize i = 0; i < item->n_citations; i++)
    if (item->citations[i].source == citation->source &&
        g_strcmp0 (item->citations[i].locator, citation->locator) == 0)
      return TRUE;

  return FALSE;
}

void
ka_reading_add_sources (KaReading *self, const KaItem *item, const KaItem *twin)
{
  gsize            n_all = item->n_citations;
  g_autofree char *heading = NULL;

  for (gsize i = 0; twin != NULL && i < twin->n_citations; i++)
    n_all += !has_citation (item, &twin->citations[i]);
  if (n_all == 0)
    return;

  /* Translators: over a list of sources, with their number */
  heading = g_strdup_printf (_ ("Sources (%u)"), (guint) n_all);
  ka_reading_add (self, KA_BLOCK_FOLD, heading);
  ka_reading_add_citations (self, item->citations, item->n_citations);
  for (gsize i = 0; twin != NULL && i < twin->n_citations; i++)
    if (!has_citation (item, &twin->citations[i]))
      ka_reading_add_citations (self, &twin->citations[i], 1);
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

void
ka_reading_add_other_names (KaReading *self, const KaNames *names)
{
  const KaText *text = ka_names_get_on (names, self->day);
  g_autoptr (GString) others = g_string_new (NULL);

  for (int i = 0; text != NULL && i < KA_N_LANGUAGES; i++)
    {
      const char *name = ka_text_find (text, (KaLanguage) i);

      if (name != NULL && strcmp (name, ka_text_get (text, self->language)) != 0)
        g_string_append_printf (others, "%s%s", others->len > 0 ? " · " : "", name);
    }
  ka_reading_add_fact (self, _ ("Also called"), others->str);
  ka_reading_add_names (self, names);
}

/* Adds links to clauses of one standing. */
static void
add_standing (KaReading *self, const GPtrArray *clauses, KaStanding standing)
{
  static const char *const headings[KA_N_STANDINGS] = {
    [KA_STANDING_CURRENT] = N_ ("Also about it"),
    [KA_STANDING_EARLIER] = N_ ("No longer in force"),
    [KA_STANDING_NEVER] = N_ ("Never in force"),
    [KA_STANDING_LATER] = N_ ("Later clauses"),
  };
  gboolean is_first = TRUE;

  for (guint i = 0; i < clauses->len; i++)
    {
      const KaArticle *article = clauses->pdata[i];

      if (ka_query_standing_of (article, self->day) != standing)
        continue;
      if (is_first)
        ka_reading_add (self, KA_BLOCK_HEADING, _ (headings[standing]));
      is_first = FALSE;
      ka_reading_add_link (self, article, NULL, NULL);
    }
}

/* The clause whose treaty was signed nearest to the day, of those about one item. */
static const KaArticle *
find_nearest (const KaReading *self, const GPtrArray *articles)
{
  const KaArticle *nearest = NULL;
  KaDay            least = 0;

  for (guint i = 0; i < articles->len; i++)
    {
      const KaArticle *article = articles->pdata[i];
      const KaDay      distance = ABS (article->treaty->date.earliest - self->day);

      if (nearest != NULL && distance >= least)
        continue;
      nearest = article;
      least = distance;
    }

  return nearest;
}

/* Lists the clauses about an item for the day of the page: the general ones, or the others. */
static GPtrArray *
list_clauses (const KaReading *self, const KaItem *item, gboolean is_general)
{
  GPtrArray *clauses = ka_query_clauses_about (self->atlas, item, self->day);

  for (guint i = clauses->len; i > 0; i--)
    if ((((const KaArticle *) clauses->pdata[i - 1])->is_general && item->kind != KA_ITEM_POLITY) !=
        is_general)
      g_ptr_array_remove_index (clauses, i - 1);

  return clauses;
}

static void
take (GPtrArray *taken, GPtrArray *clauses, const KaArticle *article)
{
  gpointer item = (gpointer) (guintptr) article;

  if (taken->len < MAX_CARDS && g_ptr_array_remove (clauses, item))
    g_ptr_array_add (taken, item);
}

/* Takes the clauses that become cards out of a list: the first ones in force, each with those of
 * other treaties that say the same beside it; where none is in force, the nearest in time. */
static GPtrArray *
take_cards (const KaReading *self, GPtrArray *clauses)
{
  GPtrArray *taken = g_ptr_array_new ();

  while (clauses->len > 0 && taken->len < MAX_CARDS)
    {
      const KaArticle *article = clauses->pdata[0];

      if (ka_query_standing_of (article, self->day) != KA_STANDING_CURRENT)
        break;
      take (taken, clauses, article);
      for (gsize i = 0; i < article->n_correspondences; i++)
        if (ka_query_standing_of (article->correspondences[i].article, self->day) ==
            KA_STANDING_CURRENT)
          take (taken, clauses, article->correspondences[i].article);
    }
  if (taken->len == 0 && clauses->len > 0)
    take (taken, clauses, find_nearest (self, clauses));

  return taken;
}

void
ka_reading_add_clauses (KaReading *self, const KaItem *item)
{
  g_autoptr (GPtrArray) clauses = list_clauses (self, item, FALSE);
  g_autoptr (GPtrArray) cards = take_cards (self, clauses);

  if (cards->len == 0)
    return;

  ka_reading_add (self, KA_BLOCK_HEADING,
                  ka_query_standing_of (cards->pdata[0], self->day) == KA_STANDING_CURRENT
                    ? _ ("Clauses about it")
                    : _ ("No clause about it that day; the nearest"));
  for (guint i = 0; i < cards->len; i++)
    ka_reading_add_clause (self, cards->pdata[i]);
  ka_reading_add (self, KA_BLOCK_NOTE,
                  _ ("Summaries in our own words, not the wording of the treaties."));
}

void
ka_reading_add_other_clauses (KaReading *self, const KaItem *item)
{
  g_autoptr (GPtrArray) clauses = list_clauses (self, item, FALSE);
  G_GNUC_UNUSED g_autoptr (GPtrArray)
    cards = item->kind != KA_ITEM_POLITY ? take_cards (self, clauses) : NULL;

  for (int standing = 0; standing < KA_N_STANDINGS; standing++)
    add_standing (self, clauses, (KaStanding) standing);
}

void
ka_reading_add_general_clauses (KaReading *self, const KaItem *item)
{
  g_autoptr (GPtrArray) clauses = list_clauses (self, item, TRUE);
  g_autofree char *heading = NULL;

  if (clauses->len == 0)
    return;

  /* Translators: over a list of clauses, with their number */
  heading = g_strdup_printf (_ ("Clauses about every region (%u)"), clauses->len);
  ka_reading_add (self, KA_BLOCK_FOLD, heading);
  for (guint i = 0; i < clauses->len; i++)
    ka_reading_add_link (self, clauses->pdata[i], NULL, NULL);
}

void
ka_reading_add_events (KaReading *self, const KaItem *item)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (self->atlas, item);

  ka_reading_add_items (self, _ ("Events"), events);
}
