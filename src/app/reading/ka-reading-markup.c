/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the text of a block as Pango markup, and follows its links.
 */
#include "config.h"

#include "ka-reading-markup.h"

#include <string.h>

#include "ka-query.h"

/* Stands between what is compared and the treaty in a link. */
#define COMPARED_WITH "="

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

void
ka_reading_markup_append_span (GString    *markup,
                               const char *start,
                               const char *text,
                               const char *end)
{
  if (text == NULL)
    return;

  g_string_append (markup, start);
  append_escaped (markup, text, strlen (text));
  g_string_append (markup, end);
}

/* Appends what a term means as the tooltip of its link. */
static void
append_meaning (GString *markup, const KaItem *item, KaLanguage language)
{
  if (item->kind != KA_ITEM_TERM)
    return;

  g_string_append (markup, "\" title=\"");
  ka_reading_markup_append_span (markup, "", ka_text_get (&((const KaTerm *) item)->text, language),
                                 "");
}

/* Appends the start of a link to an item, a step of it or its comparison. */
static void
append_link_start (GString *markup, const KaBlockLink *link, KaLanguage language)
{
  g_autofree char *reference = ka_item_dup_reference (link->item);

  g_string_append_printf (markup, "<a href=\"%s", reference);
  if (link->step > 0)
    g_string_append_printf (markup, "#%u", link->step);
  if (link->compared != NULL)
    {
      g_autofree char *compared = ka_item_dup_reference (&link->compared->item);

      g_string_append_printf (markup, COMPARED_WITH "%s", compared);
    }
  append_meaning (markup, link->item, language);
  g_string_append (markup, "\">");
}

/* The text of a block with its marked words, bold and underlined. */
static char *
dup_marked (const KaBlock *block)
{
  GString *markup = g_string_new (NULL);
  gsize    at = 0;

  for (guint i = 0; i < block->marks->len; i++)
    {
      const KaWordRun *mark = &g_array_index (block->marks, KaWordRun, i);

      append_escaped (markup, block->text + at, mark->start - at);
      g_string_append (markup, "<b><u>");
      append_escaped (markup, block->text + mark->start, mark->end - mark->start);
      g_string_append (markup, "</u></b>");
      at = mark->end;
    }
  append_escaped (markup, block->text + at, strlen (block->text + at));

  return g_string_free (markup, FALSE);
}

/* The text of a block with its links. */
static char *
dup_linked (const KaBlock *block, KaLanguage language)
{
  GString *markup = g_string_new (NULL);
  gsize    at = 0;

  for (guint i = 0; i < block->links->len; i++)
    {
      const KaBlockLink *link = &g_array_index (block->links, KaBlockLink, i);

      append_escaped (markup, block->text + at, link->start - at);
      append_link_start (markup, link, language);
      append_escaped (markup, block->text + link->start, link->end - link->start);
      g_string_append (markup, "</a>");
      at = link->end;
    }
  append_escaped (markup, block->text + at, strlen (block->text + at));

  return g_string_free (markup, FALSE);
}

char *
ka_reading_markup_dup (const KaBlock *block, KaLanguage language)
{
  return block->marks != NULL ? dup_marked (block) : dup_linked (block, language);
}

void
ka_reading_markup_append_link (GString           *markup,
                               const KaBlockLink *link,
                               const char        *text,
                               KaLanguage         language)
{
  append_link_start (markup, link, language);
  ka_reading_markup_append_span (markup, "", text, "</a>");
}

void
ka_reading_markup_follow (const char *uri, KaSession *session)
{
  KaAtlas *atlas = ka_session_get_atlas (session);
  g_auto (GStrv) parts = g_strsplit (uri, COMPARED_WITH, 2);
  guint         step;
  const KaItem *item = ka_query_lookup_step (atlas, parts[0], &step);
  const KaItem *treaty = parts[1] != NULL ? ka_atlas_lookup_reference (atlas, parts[1]) : NULL;

  if (item != NULL && treaty != NULL)
    ka_session_compare (session, item, (const KaTreaty *) treaty);
  else if (item != NULL)
    ka_session_select (session, item);
  if (step > 0)
    ka_session_set_step (session, step == ka_session_get_state (session).step ? 0 : step);
}
