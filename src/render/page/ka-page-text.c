/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of a page: heading, paragraphs about the selection or the day, sources.
 */

#include "config.h"

#include "ka-page-text.h"

#include "ka-captions.h"
#include "ka-filter-words.h"
#include "ka-query.h"

#include <math.h>
#include <string.h>

#define MAX_BLOCKS  8
#define MAX_SOURCES 6
/* The sources of a paragraph that a page cites at most, printed and others */
#define MAX_RANKS 3
/* The rank of an article counts days. Each of its regions adds this much. */
#define DAYS_A_REGION 300
#define MANY_REGIONS  5
/* How long a day without an event is told about the last one */
#define RECENT_DAYS 60

static void
clear_block (gpointer data)
{
  KaPageBlock *block = data;

  g_free (block->heading);
  g_free (block->text);
}

static void
append_block (GArray *blocks, char *heading, const char *text, const KaItem *item)
{
  KaPageBlock block = { .heading = heading, .text = g_strdup (text), .item = item };

  g_array_append_val (blocks, block);
}

/* Writes the capitals of a title by its own language */
static char *
dup_capitals (const KaText *title, KaLanguage language)
{
  return ka_text_write_capitals (ka_text_get (title, language),
                                 ka_text_get_language (title, language));
}

static char *
dup_number (const KaArticle *article, KaLanguage language)
{
  return ka_caption_format (article->item.kind == KA_ITEM_ANNEX ? KA_CAPTION_ANNEX
                                                                : KA_CAPTION_ARTICLE,
                            language, article->label);
}

static const KaTreaty *
get_last_treaty (const GArray *blocks)
{
  const KaItem *item = blocks->len > 0 ? g_array_index (blocks, KaPageBlock, blocks->len - 1).item
                                       : NULL;

  if (item == NULL || (item->kind != KA_ITEM_ARTICLE && item->kind != KA_ITEM_ANNEX))
    return NULL;

  return ((const KaArticle *) item)->treaty;
}

/* Articles of one treaty in a row have its name once. */
static void
append_article (GArray *blocks, const KaArticle *article, const KaViewState *state)
{
  const gboolean   is_same = get_last_treaty (blocks) == article->treaty;
  g_autofree char *treaty = dup_capitals (&article->treaty->title, state->language);
  g_autofree char *title = dup_capitals (&article->title, state->language);
  g_autofree char *number = dup_number (article, state->language);
  g_autofree char *numbered = ka_text_write_capitals (number, state->language);

  append_block (blocks,
                is_same ? g_strdup_printf ("%s · %s", numbered, title)
                        : g_strdup_printf ("%s · %s · %s", treaty, numbered, title),
                ka_text_get (&article->text, state->language), &article->item);
}

static void
append_event (GArray *blocks, const KaEvent *event, const KaViewState *state)
{
  g_autofree char *date = ka_date_to_words (&event->date, event->edtf, state->language);
  g_autofree char *title = dup_capitals (&event->title, state->language);
  g_autofree char *day = ka_text_write_capitals (date, state->language);

  append_block (blocks, g_strdup_printf ("%s · %s", title, day),
                ka_text_get (&event->summary, state->language), &event->item);
}

/* Returns the treaty signed on a day; of several the one that the greatest event is about. */
static const KaTreaty *
find_treaty_of_day (KaAtlas *atlas, KaDay day)
{
  const KaList   *treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);
  const KaEvent  *occasion = ka_query_occasion_of (atlas, day);
  const KaTreaty *signed_on = NULL;

  for (gsize i = 0; i < treaties->n_items; i++)
    {
      const KaTreaty *treaty = treaties->items[i];

      if (treaty->date.earliest != day)
        continue;
      if (signed_on == NULL || (occasion != NULL && ka_list_has (&occasion->treaties, treaty)))
        signed_on = treaty;
    }

  return signed_on;
}

/* Ranks an article by its distance from the day, low first. Many regions count against it, annexes
 * and general articles come last. */
static gint64
rank_article (const KaArticle *article, KaDay day)
{
  KaDay  signed_on = article->treaty->date.earliest;
  gint64 rank = signed_on > day ? (signed_on - day) * 4 : day - signed_on;

  rank += DAYS_A_REGION *
          (gint64) (article->regions.n_items > 0 ? article->regions.n_items : MANY_REGIONS);
  if (article->item.kind == KA_ITEM_ANNEX)
    rank += 1000000;
  if (article->is_general)
    rank += 2000000;

  return rank;
}

static int
compare_articles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KaArticle *first = *(const KaArticle *const *) a;
  const KaArticle *second = *(const KaArticle *const *) b;
  KaDay            day = *(KaDay *) user_data;
  gint64           first_rank = rank_article (first, day);
  gint64           second_rank = rank_article (second, day);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;

  return (first->number > second->number) - (first->number < second->number);
}

static void
append_articles_about (GArray *blocks, KaAtlas *atlas, const KaItem *item, const KaViewState *state)
{
  g_autoptr (GPtrArray) articles = ka_query_articles_about (atlas, item);
  KaDay day = state->day;

  g_ptr_array_sort_with_data (articles, compare_articles, &day);
  for (guint i = 0; i < articles->len && blocks->len < MAX_BLOCKS; i++)
    {
      const KaArticle *article = articles->pdata[i];

      if (!article->is_general && KA_ITEM (article) != item)
        append_article (blocks, article, state);
    }
}

/* Ranks an article by its number of regions, low first. One about a featured region comes first. */
static int
rank_main_article (const KaArticle *article, const KaList *featured)
{
  gboolean is_featured = FALSE;

  if (article->item.kind != KA_ITEM_ARTICLE || article->is_general || article->regions.n_items == 0)
    return G_MAXINT;
  for (gsize i = 0; i < article->regions.n_items; i++)
    is_featured |= ka_list_has (featured, article->regions.items[i]);

  return (int) article->regions.n_items + (is_featured ? 0 : 1000);
}

/* Appends the main articles of a treaty. */
static void
append_main_articles (GArray            *blocks,
                      KaAtlas           *atlas,
                      const KaTreaty    *treaty,
                      const KaViewState *state)
{
  const KaList *featured = &ka_atlas_get_head (atlas)->featured;
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  for (gsize i = 0; i < treaty->articles.n_items; i++)
    {
      const KaArticle *article = treaty->articles.items[i];
      int              rank = rank_main_article (article, featured);
      guint            at = articles->len;

      if (rank == G_MAXINT)
        continue;
      while (at > 0 && rank_main_article (articles->pdata[at - 1], featured) > rank)
        at--;
      g_ptr_array_insert (articles, (int) at, (gpointer) (guintptr) article);
    }
  for (guint i = 0; i < articles->len && blocks->len < MAX_BLOCKS; i++)
    append_article (blocks, articles->pdata[i], state);
}

/* The last great event of the days before, which a reader still connects with the day */
static const KaEvent *
find_recent_event (KaAtlas *atlas, KaDay day)
{
  const KaList  *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaEvent *last = NULL;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      if (event->date.earliest <= day && event->date.earliest > day - RECENT_DAYS &&
          event->importance >= 3 && (last == NULL || event->date.earliest > last->date.earliest))
        last = event;
    }

  return last;
}

/* The treaty whose line in force bounds most regions on a day */
static const KaTreaty *
find_treaty_in_force (KaAtlas *atlas, KaDay day)
{
  const KaList     *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaFrontier *best = NULL;

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];

      if (frontier->kind == KA_FRONTIER_TREATY && frontier->in_force &&
          frontier->instrument != NULL && ka_span_has (frontier->span, day) &&
          (best == NULL || frontier->regions.n_items > best->regions.n_items))
        best = frontier;
    }
  if (best == NULL)
    return NULL;
  if (best->instrument->kind == KA_ITEM_TREATY)
    return (const KaTreaty *) best->instrument;

  return ((const KaArticle *) best->instrument)->treaty;
}

/* The treaty or event of the day, else of the days before, else the treaty in force */
static void
append_day (GArray *blocks, KaAtlas *atlas, const KaViewState *state)
{
  const KaTreaty *treaty = find_treaty_of_day (atlas, state->day);
  const KaEvent  *event = ka_query_occasion_of (atlas, state->day);

  if (treaty != NULL)
    append_main_articles (blocks, atlas, treaty, state);
  if (blocks->len > 0)
    return;
  if (event == NULL)
    event = find_recent_event (atlas, state->day);
  if (event != NULL)
    {
      append_event (blocks, event, state);
      append_articles_about (blocks, atlas, &event->item, state);
      return;
    }
  treaty = find_treaty_in_force (atlas, state->day);
  if (treaty != NULL)
    append_main_articles (blocks, atlas, treaty, state);
}

GArray *
ka_page_list_blocks (KaAtlas *atlas, const KaViewState *state)
{
  GArray       *blocks = g_array_new (FALSE, TRUE, sizeof (KaPageBlock));
  const KaItem *selection = state->selection;

  g_array_set_clear_func (blocks, clear_block);
  if (selection == NULL)
    {
      append_day (blocks, atlas, state);
      return blocks;
    }

  if (selection->kind == KA_ITEM_EVENT)
    append_event (blocks, (const KaEvent *) selection, state);
  else if (selection->kind == KA_ITEM_ARTICLE || selection->kind == KA_ITEM_ANNEX)
    append_article (blocks, (const KaArticle *) selection, state);
  else if (selection->kind == KA_ITEM_FRONTIER)
    append_block (blocks, g_strdup (ka_item_get_title (selection, state->day, state->language)),
                  ka_text_get (&((const KaFrontier *) selection)->summary, state->language),
                  selection);
  else if (selection->kind == KA_ITEM_TREATY)
    append_main_articles (blocks, atlas, (const KaTreaty *) selection, state);
  if (selection->kind != KA_ITEM_TREATY)
    append_articles_about (blocks, atlas, selection, state);
  if (blocks->len == 0)
    append_day (blocks, atlas, state);

  return blocks;
}

char *
ka_page_dup_title (KaAtlas *atlas, const KaViewState *state)
{
  const KaItem  *selection = state->selection;
  const KaEvent *event = ka_query_occasion_of (atlas, state->day);

  if (selection == NULL && event == NULL)
    {
      g_autofree char *words = ka_day_to_words (state->day, state->language);

      return ka_caption_format (KA_CAPTION_FRONTIERS_OF, state->language, words);
    }
  if (selection == NULL)
    selection = &event->item;
  if (selection->kind == KA_ITEM_ARTICLE || selection->kind == KA_ITEM_ANNEX)
    {
      const KaArticle *article = (const KaArticle *) selection;
      g_autofree char *number = dup_number (article, state->language);

      return g_strdup_printf ("%s, %s", ka_text_get (&article->treaty->title, state->language),
                              number);
    }

  return g_strdup (ka_item_get_title (selection, state->day, state->language));
}

static char *
dup_first_sentence (const char *text)
{
  const char *stop = strstr (text, ". ");

  return stop != NULL ? g_strndup (text, (gsize) (stop - text) + 1) : g_strdup (text);
}

static char *
dup_atlas_title (const KaAtlasHead *head, KaLanguage language)
{
  if (ka_text_is_empty (&head->subtitle))
    return g_strdup (ka_text_get (&head->title, language));

  return g_strdup_printf ("%s · %s", ka_text_get (&head->title, language),
                          ka_text_get (&head->subtitle, language));
}

char *
ka_page_dup_subtitle (KaAtlas *atlas, const KaViewState *state)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  const KaItem      *selection = state->selection;
  const KaEvent     *event = ka_query_occasion_of (atlas, state->day);

  if (selection != NULL && !ka_span_has (ka_query_life_of (selection), state->day))
    {
      g_autofree char *life = ka_span_to_words (ka_query_life_of (selection), state->language);

      return g_strdup_printf ("%s · %s", life,
                              ka_caption_get (KA_CAPTION_NOT_ON_THIS_DAY, state->language));
    }
  if (selection != NULL && (selection->kind == KA_ITEM_ARTICLE || selection->kind == KA_ITEM_ANNEX))
    return g_strdup (ka_text_get (&((const KaArticle *) selection)->title, state->language));
  if (selection != NULL && selection->kind == KA_ITEM_EVENT)
    {
      event = (const KaEvent *) selection;
      return ka_date_to_words (&event->date, event->edtf, state->language);
    }
  if (selection != NULL && selection->kind == KA_ITEM_REGION)
    {
      const KaText *summary = &((const KaRegion *) selection)->summary;

      if (!ka_text_is_empty (summary))
        return dup_first_sentence (ka_text_get (summary, state->language));
    }
  /* Beside the clauses of a treaty of the day nothing else tells what happened. */
  if (selection == NULL && event != NULL && find_treaty_of_day (atlas, state->day) != NULL)
    return dup_first_sentence (ka_text_get (&event->summary, state->language));

  return dup_atlas_title (head, state->language);
}

static char *
dup_time (const KaTimeAxis *axis, KaLanguage language)
{
  const KaSpan time = { (KaDay) ceil (axis->first_day),
                        (KaDay) floor (ka_time_axis_get_last_day (axis)) - 1 };

  return ka_span_to_words (time, language);
}

char *
ka_page_dup_days (const KaViewState *state, const KaPage *page)
{
  g_autofree char *day = page->names_time ? dup_time (page->axis, state->language)
                                          : ka_day_to_words (state->day, state->language);
  g_autofree char *other = page->has_other_day ? ka_day_to_words (page->other_day, state->language)
                                               : NULL;

  return other != NULL ? g_strdup_printf ("%s · %s", day, other) : g_steal_pointer (&day);
}

char *
ka_page_dup_heading (KaAtlas *atlas, const KaViewState *state, const KaPage *page)
{
  if (page->title != NULL)
    return g_strdup (page->title);
  if (page->names_time && state->selection == NULL)
    return g_strdup (ka_text_get (&ka_atlas_get_head (atlas)->title, state->language));
  if (page->has_other_day && state->selection == NULL)
    {
      g_autofree char *days = ka_page_dup_days (state, page);

      return ka_caption_format (KA_CAPTION_FRONTIERS_OF, state->language, days);
    }

  return ka_page_dup_title (atlas, state);
}

/* What is said of a selection of the day: the clause, or what happened. Other pages have it beside
 * the map. */
static const char *
get_matter (const KaViewState *state)
{
  const KaItem *selection = state->selection;
  const KaText *text = NULL;

  if (selection == NULL || !ka_span_has (ka_query_life_of (selection), state->day))
    return NULL;
  if (selection->kind == KA_ITEM_ARTICLE || selection->kind == KA_ITEM_ANNEX)
    text = &((const KaArticle *) selection)->text;
  else if (selection->kind == KA_ITEM_EVENT)
    text = &((const KaEvent *) selection)->summary;
  else if (selection->kind == KA_ITEM_FRONTIER)
    text = &((const KaFrontier *) selection)->summary;
  else if (selection->kind == KA_ITEM_REGION)
    text = &((const KaRegion *) selection)->summary;

  return text == NULL || ka_text_is_empty (text) ? NULL : ka_text_get (text, state->language);
}

char *
ka_page_dup_caption (KaAtlas *atlas, const KaViewState *state, const KaPage *page)
{
  const char *matter = NULL;

  if (page->caption != NULL)
    return g_strdup (page->caption);
  if (page->names_time && state->selection == NULL)
    return g_strdup (ka_text_get (&ka_atlas_get_head (atlas)->subtitle, state->language));
  if (page->view == KA_PAGE_MAP && !page->has_other_day)
    matter = get_matter (state);
  if (matter != NULL)
    return g_strdup (matter);
  if (page->has_other_day && state->selection == NULL)
    return dup_atlas_title (ka_atlas_get_head (atlas), state->language);

  return ka_page_dup_subtitle (atlas, state);
}

char *
ka_page_dup_occasion (KaAtlas *atlas, const KaViewState *state, const KaPage *page)
{
  const KaEvent *event = ka_query_occasion_of (atlas, state->day);

  if (page->has_other_day || page->names_time || (event == NULL && page->view == KA_PAGE_TIMELINE))
    return g_strdup ("");

  return g_strdup (event != NULL ? ka_text_get (&event->title, state->language)
                                 : ka_caption_get (KA_CAPTION_AS_ON_THIS_DAY, state->language));
}

static void
add_source (GPtrArray *labels, const KaCitation *citation)
{
  const char      *label = citation->source->label;
  g_autofree char *text = NULL;

  if (label == NULL || *label == '\0')
    label = citation->source->citation;
  text = citation->locator != NULL ? g_strdup_printf ("%s, %s", label, citation->locator)
                                   : g_strdup (label);
  if (labels->len < MAX_SOURCES &&
      !g_ptr_array_find_with_equal_func (labels, text, g_str_equal, NULL))
    g_ptr_array_add (labels, g_steal_pointer (&text));
}

/* Adds the citation of an item with a rank among those of documents and books, or among others. */
static void
add_ranked_source (GPtrArray *labels, const KaItem *item, gsize rank, gboolean is_printed)
{
  for (gsize i = 0; i < item->n_citations; i++)
    {
      const char *type = item->citations[i].source->type;

      if ((g_str_equal (type, "documents") || g_str_equal (type, "book")) != is_printed)
        continue;
      if (rank-- == 0)
        add_source (labels, &item->citations[i]);
    }
}

char *
ka_page_dup_sources (KaAtlas *atlas, const KaViewState *state, const GArray *blocks)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const KaEvent *occasion = ka_query_occasion_of (atlas, state->day);

  for (gsize turn = 0; turn < 2 * MAX_RANKS; turn++)
    {
      const gboolean is_printed = turn < MAX_RANKS;

      for (guint i = 0; i < blocks->len; i++)
        add_ranked_source (labels, g_array_index (blocks, KaPageBlock, i).item, turn % MAX_RANKS,
                           is_printed);
      if (occasion != NULL)
        add_ranked_source (labels, &occasion->item, turn % MAX_RANKS, is_printed);
    }
  g_ptr_array_add (labels, NULL);

  return g_strjoinv ("; ", (char **) labels->pdata);
}

char *
ka_page_dup_filter (KaAtlas *atlas, const KaViewState *state)
{
  g_autofree char *sentence = NULL;

  if (!ka_filter_is_active (&state->filter))
    return g_strdup ("");

  sentence = ka_filter_words_dup_sentence (
    atlas, &state->filter, state->has_range ? &state->range : NULL, state->language);

  return g_strconcat (sentence, ". ", NULL);
}

char *
ka_page_dup_imprint (KaAtlas *atlas)
{
  return g_strdup_printf ("Kars Atlas " KA_VERSION " · atlas %s · %s",
                          ka_atlas_get_head (atlas)->version, ka_atlas_get_head (atlas)->licence);
}
