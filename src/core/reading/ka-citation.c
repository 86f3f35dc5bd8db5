/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cites a page, and writes the report of a mistake on it.
 */
#include "config.h"

#include "ka-citation.h"

#include "ka-captions.h"
#include "ka-query.h"
#include "ka-reading.h"
#include "ka-words.h"

#include <string.h>

/* Statements of a page that a report quotes */
#define MAX_QUOTED 4

/* The parts of a citation */
typedef struct
{
  char       *title;       /* what is cited */
  char       *date;        /* (nullable): the date of the treaty or event, in words */
  char       *short_title; /* (nullable): the title of an article */
  const char *text;        /* (nullable): where the full text is printed */
  char       *where;       /* the atlas with its version, the id, the day */
} Parts;

static void
parts_clear (Parts *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->short_title);
  g_free (self->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* The treaty that a page is about: of an article its own, of a signature the signed one. */
static const KaTreaty *
get_treaty (KaAtlas *atlas, const KaItem *item)
{
  const KaItem *twin = item->kind == KA_ITEM_EVENT ? ka_query_twin_of (atlas, item) : NULL;

  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    return ((const KaArticle *) item)->treaty;

  return item->kind == KA_ITEM_TREATY ? (const KaTreaty *) item : (const KaTreaty *) twin;
}

static char *
dup_where (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  g_autofree char   *reference = item != NULL ? ka_item_dup_reference (item) : NULL;
  g_autofree char   *words = ka_day_to_words (day, KA_LANGUAGE_EN);

  return g_strdup_printf ("%s, version %s, %s%smap of %s",
                          ka_text_get (&head->title, KA_LANGUAGE_EN), head->version,
                          reference != NULL ? reference : "", reference != NULL ? ", " : "", words);
}

static char *
dup_title (const KaItem *item, KaDay day)
{
  g_autofree char *number = NULL;

  if (item->kind == KA_ITEM_CORRECTION)
    return g_strdup (ka_text_get (&((const KaCorrection *) item)->claim, KA_LANGUAGE_EN));
  if (item->kind != KA_ITEM_ARTICLE && item->kind != KA_ITEM_ANNEX)
    return g_strdup (ka_item_get_title (item, day, KA_LANGUAGE_EN));

  number = ka_caption_format (item->kind == KA_ITEM_ANNEX ? KA_CAPTION_ANNEX : KA_CAPTION_ARTICLE,
                              KA_LANGUAGE_EN, ((const KaArticle *) item)->label);

  return g_strdup_printf (
    "%s, %s", ka_text_get (&((const KaArticle *) item)->treaty->title, KA_LANGUAGE_EN), number);
}

static Parts
make_parts (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  Parts           parts = { .where = dup_where (atlas, item, day) };
  const KaTreaty *treaty = item != NULL ? get_treaty (atlas, item) : NULL;

  if (item == NULL)
    {
      g_autofree char *words = ka_day_to_words (day, KA_LANGUAGE_EN);

      parts.title = g_strdup_printf ("Map of %s", words);
      return parts;
    }

  parts.title = dup_title (item, day);
  if (treaty != NULL)
    {
      parts.date = ka_words_describe_item (&treaty->item, KA_LANGUAGE_EN);
      parts.text = ka_text_is_empty (&treaty->editions)
                     ? NULL
                     : ka_text_get (&treaty->editions, KA_LANGUAGE_EN);
    }
  else if (item->kind == KA_ITEM_EVENT)
    parts.date = ka_words_describe_item (item, KA_LANGUAGE_EN);
  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    parts.short_title = g_strdup (ka_text_get (&((const KaArticle *) item)->title, KA_LANGUAGE_EN));

  return parts;
}

/* Appends a text without the full stop at its end. */
static void
append_bare (GString *text, const char *words)
{
  const gsize length = strlen (words);

  g_string_append_len (text, words, (gssize) (g_str_has_suffix (words, ".") ? length - 1 : length));
}

static char *
write_plain (const Parts *parts, const char *licence)
{
  GString *text = g_string_new (NULL);

  append_bare (text, parts->title);
  if (parts->date != NULL)
    g_string_append_printf (text, ", %s", parts->date);
  if (parts->short_title != NULL)
    g_string_append_printf (text, " (%s)", parts->short_title);
  g_string_append (text, ". ");
  if (parts->text != NULL)
    {
      g_string_append (text, "Full text: ");
      append_bare (text, parts->text);
      g_string_append (text, ". ");
    }
  g_string_append_printf (text, "%s: %s (%s).", parts->short_title != NULL ? "Summary in" : "In",
                          parts->where, licence);

  return g_string_free (text, FALSE);
}

static char *
write_chicago (const Parts *parts)
{
  GString *text = g_string_new ("“");

  append_bare (text, parts->title);
  g_string_append (text, ",”");
  if (parts->date != NULL)
    g_string_append_printf (text, " %s,", parts->date);
  if (parts->text != NULL)
    {
      g_string_append (text, " full text in ");
      append_bare (text, parts->text);
      g_string_append (text, ";");
    }
  if (parts->short_title != NULL)
    g_string_append_printf (text, " summarized as “%s”", parts->short_title);
  g_string_append_printf (text, " in %s.", parts->where);

  return g_string_free (text, FALSE);
}

/* Appends a member of a BibTeX entry; letters that TeX reads otherwise are escaped. */
static void
append_member (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, ",\n  %s = {", name);
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '\\' || *at == '~' || *at == '^')
        g_string_append (text, *at == '\\'  ? "\\textbackslash{}"
                               : *at == '~' ? "\\textasciitilde{}"
                                            : "\\textasciicircum{}");
      else if (strchr ("&%$#_{}", *at) != NULL)
        g_string_append_printf (text, "\\%c", *at);
      else
        g_string_append_c (text, *at);
    }
  g_string_append_c (text, '}');
}

static char *
write_bibtex (const Parts *parts, const char *key, const char *licence)
{
  GString *text = g_string_new ("@misc{");

  g_string_append (text, key);
  append_member (text, "title", parts->title);
  if (parts->short_title != NULL)
    append_member (text, "titleaddon", parts->short_title);
  if (parts->date != NULL)
    append_member (text, "eventdate", parts->date);
  append_member (text, "howpublished", parts->where);
  if (parts->text != NULL)
    {
      g_autofree char *note = g_strconcat ("Full text: ", parts->text, NULL);

      append_member (text, "note", note);
    }
  append_member (text, "copyright", licence);
  g_string_append (text, "\n}\n");

  return g_string_free (text, FALSE);
}

KaCitationStyle
ka_citation_style_from_name (const char *name)
{
  if (g_strcmp0 (name, "bibtex") == 0)
    return KA_CITATION_BIBTEX;

  return g_strcmp0 (name, "chicago") == 0 ? KA_CITATION_CHICAGO : KA_CITATION_PLAIN;
}

char *
ka_citation_dup (KaAtlas *atlas, const KaItem *item, KaDay day, KaCitationStyle style)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  g_auto (Parts) parts = make_parts (atlas, item, day);
  g_autofree char *iso = ka_day_to_iso (day);
  g_autofree char *key = item != NULL
                           ? g_strdup_printf ("%s-%s-%s", head->id,
                                              ka_item_kind_get_name (item->kind), item->id)
                           : g_strdup_printf ("%s-%s", head->id, iso);

  switch (style)
    {
    case KA_CITATION_CHICAGO:
      return write_chicago (&parts);
    case KA_CITATION_BIBTEX:
      return write_bibtex (&parts, key, head->licence);
    case KA_CITATION_PLAIN:
    default:
      return write_plain (&parts, head->licence);
    }
}

/* Appends the first statements of a page. */
static void
append_statements (GString *text, const GPtrArray *blocks)
{
  guint n_quoted = 0;

  for (guint i = 0; i < blocks->len && n_quoted < MAX_QUOTED; i++)
    {
      const KaBlock *block = blocks->pdata[i];

      if (block->kind != KA_BLOCK_TITLE && block->kind != KA_BLOCK_LEAD &&
          block->kind != KA_BLOCK_PARAGRAPH && block->kind != KA_BLOCK_CLAUSE)
        continue;
      g_string_append_printf (text, "  %s%s%s\n", block->label != NULL ? block->label : "",
                              block->label != NULL ? ": " : "", block->text);
      n_quoted++;
    }
}

char *
ka_citation_dup_report (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  g_autoptr (GPtrArray) blocks = ka_reading_list_blocks (atlas, item, day, KA_LANGUAGE_EN);
  g_autofree char *iso = ka_day_to_iso (day);
  g_autofree char *reference = item != NULL ? ka_item_dup_reference (item) : NULL;
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "A mistake in %s\n\nPage: %s\nIt says:\n",
                          ka_text_get (&head->title, KA_LANGUAGE_EN),
                          reference != NULL ? reference : "the map of the day");
  append_statements (text, blocks);
  g_string_append_printf (text, "Day shown: %s\nView: kars-atlas --date %s%s%s\n", iso, iso,
                          reference != NULL ? " --select " : "",
                          reference != NULL ? reference : "");
  g_string_append_printf (text,
                          "Version: program " KA_VERSION ", atlas %s %s\n\nWhat is wrong:\n\n"
                          "What is right, and the source that says so (work and page):\n",
                          head->id, head->version);

  return g_string_free (text, FALSE);
}
