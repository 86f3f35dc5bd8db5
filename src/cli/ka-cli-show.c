/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas show`: writes the page of an item as text, or its record as JSON.
 */
#include "config.h"

#include "ka-cli-json.h"
#include "ka-cli-private.h"
#include "ka-cli-text.h"

#include "ka-query.h"
#include "ka-reading.h"
#include "ka-words.h"

#include <glib/gi18n-lib.h>

/* Other items that concern an item. */
typedef struct
{
  const char *key;
  GPtrArray *(*query) (KaAtlas *atlas, const KaItem *item);
} Related;

static const Related related[] = {
  { "tenures", ka_query_tenures_about },
  { "articles", ka_query_articles_about },
  { "treaties", ka_query_treaties_signed_by },
  { "events", ka_query_events_about },
};

/* Whether the text lists other items: not for items that list them themselves, nor for terms. */
static gboolean
has_related (const KaItem *item)
{
  return item->kind != KA_ITEM_SOURCE && item->kind != KA_ITEM_CORRECTION &&
         item->kind != KA_ITEM_TENURE && item->kind != KA_ITEM_EVENT &&
         item->kind != KA_ITEM_TERM && item->kind != KA_ITEM_TOUR;
}

/* Text */

/* The text of a block; ids stand behind the titles that links are. */
static char *
dup_text (const KaBlock *block)
{
  GString *text = g_string_new (block->text);

  for (guint i = block->links->len; i > 0; i--)
    {
      const KaBlockLink *link = &g_array_index (block->links, KaBlockLink, i - 1);
      g_autofree char   *id = g_strdup_printf (" (%s)", link->item->id);

      if (block->kind == KA_BLOCK_FACT || block->kind == KA_BLOCK_LINK ||
          (block->kind == KA_BLOCK_LEAD && link->item->kind != KA_ITEM_TERM))
        g_string_insert (text, (gssize) link->end, id);
    }

  return g_string_free (text, FALSE);
}

/* Appends a line of a list, with a text below it. */
static void
append_entry (GString *text, const char *line, const char *below)
{
  g_string_append (text, "  ");
  ka_cli_append_wrapped (text, line, 4, 2);
  if (below == NULL)
    return;

  g_string_append (text, "    ");
  ka_cli_append_wrapped (text, below, 4, 4);
}

static void
append_link (GString *text, const KaBlock *block, const char *link)
{
  g_autofree char *line = block->label != NULL ? g_strdup_printf ("%s: %s", block->label, link)
                                               : g_strdup (link);

  append_entry (text, line, block->detail);
}

static void
append_lead (GString *text, const KaBlock *block, const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", block->label, words);

  ka_cli_append_wrapped (text, line, 0, 0);
}

static void
append_clause (GString *text, const KaBlock *block)
{
  g_autofree char *line = g_strdup_printf ("%s (%s): %s", block->label, block->item->id,
                                           block->detail);

  append_entry (text, line, block->text);
  if (block->note == NULL)
    return;

  g_string_append (text, "    ");
  ka_cli_append_wrapped (text, block->note, 4, 4);
}

/* Appends all tenures of the area of a band. */
static void
append_band (GString *text, const KaBlock *block, const KaCliContext *context)
{
  const KaArea *area = (const KaArea *) block->item;

  g_string_append_printf (text, "\n%s\n", block->text);
  for (gsize i = 0; i < area->tenures.n_items; i++)
    {
      const KaTenure  *tenure = area->tenures.items[i];
      g_autofree char *when = ka_span_to_words (tenure->span, context->language);
      const KaDay      day = tenure->span.from == KA_DAY_MIN ? context->day : tenure->span.from;
      g_autofree char *held = ka_words_describe_tenure (tenure, day, context->language);
      g_autofree char *line = g_strdup_printf ("%s: %s (%s)", when, held, tenure->item.id);

      append_entry (text, line, NULL);
    }
  g_string_append_c (text, '\n');
}

static void
append_step (GString *text, const KaBlock *block)
{
  g_autofree char *line = g_strdup_printf ("%u. %s", block->step, block->text);

  append_entry (text, line, block->detail);
}

static void
append_start (GString *text, const KaBlock *block)
{
  g_autofree char *reference = ka_item_dup_reference (block->item);
  g_autofree char *line = g_strdup_printf ("%s: kars-atlas --tour %s", block->text, reference);

  ka_cli_append_wrapped (text, line, 0, 0);
}

static void
append_source (GString *text, const KaBlock *block)
{
  g_autofree char *line = block->detail != NULL
                            ? g_strdup_printf ("%s (%s) · %s", block->text, block->item->id,
                                               block->detail)
                            : g_strdup_printf ("%s (%s)", block->text, block->item->id);

  append_entry (text, line, NULL);
}

static void
append_block (GString *text, const KaBlock *block, const KaCliContext *context)
{
  g_autofree char *words = dup_text (block);

  switch (block->kind)
    {
    case KA_BLOCK_TITLE:
      ka_cli_append_wrapped (text, words, 0, 0);
      if (block->detail != NULL)
        ka_cli_append_wrapped (text, block->detail, 0, 0);
      g_string_append_c (text, '\n');
      break;
    case KA_BLOCK_LEAD:
      append_lead (text, block, words);
      break;
    case KA_BLOCK_HEADING:
    case KA_BLOCK_FOLD:
      g_string_append_printf (text, "\n%s\n", words);
      break;
    case KA_BLOCK_PATH:
    case KA_BLOCK_PARAGRAPH:
    case KA_BLOCK_NOTE:
      ka_cli_append_wrapped (text, words, 0, 0);
      break;
    case KA_BLOCK_FACT:
      ka_cli_append_labelled (text, block->label, words);
      break;
    case KA_BLOCK_LINK:
      append_link (text, block, words);
      break;
    case KA_BLOCK_CLAUSE:
      append_clause (text, block);
      break;
    case KA_BLOCK_BAND:
      append_band (text, block, context);
      break;
    case KA_BLOCK_STEP:
      append_step (text, block);
      break;
    case KA_BLOCK_START:
      append_start (text, block);
      break;
    case KA_BLOCK_SOURCE:
      append_source (text, block);
      break;
    default:
      g_return_if_reached ();
    }
}

static char *
format_text (const KaItem *item, KaAtlas *atlas, const KaCliContext *context)
{
  g_autoptr (GPtrArray)
    blocks = ka_reading_list_blocks (atlas, item, context->day, context->language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    append_block (text, blocks->pdata[i], context);

  return g_string_free (text, FALSE);
}

/* JSON */

static void
add_related (KaJsonObject *object, const KaItem *item, KaAtlas *atlas)
{
  KaJsonObject *about = json_object_new_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (related); i++)
    {
      g_autoptr (GPtrArray) found = related[i].query (atlas, item);

      json_object_object_add (about, related[i].key, ka_cli_json_new_ids (found));
    }
  json_object_object_add (object, "about_it", about);
}

static void
add_reference (KaJsonObject *object, const KaItem *item)
{
  g_autofree char *reference = ka_item_dup_reference (item);

  json_object_object_add (object, "reference", ka_cli_json_new_string (reference));
}

int
ka_cli_show (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaJsonObject) object = NULL;
  g_autofree char *text = NULL;
  const KaItem    *item;
  KaCliContext     context = { 0 };
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  if (g_strv_length (words) != 1)
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("show: expected one ID (see kars-atlas show --help)"));
  atlas = ka_cli_load_atlas (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;
  item = ka_cli_find_item (atlas, words[0], NULL);
  if (item == NULL)
    return KA_CLI_BAD_INPUT;

  context.language = options.language;
  context.day = options.has_day ? options.day : ka_atlas_get_head (atlas)->default_day;
  object = ka_cli_json_new_item (item, &context);
  if (options.format == 1)
    {
      add_reference (object, item);
      if (has_related (item))
        add_related (object, item, atlas);
      return ka_cli_json_write (object);
    }
  text = format_text (item, atlas, &context);

  return ka_cli_write (text);
}
