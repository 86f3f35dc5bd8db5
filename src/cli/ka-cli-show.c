/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas show`: writes the page of an item as text, or its record as JSON.
 */
#include "config.h"

#include "ka-cli-blocks.h"
#include "ka-cli-private.h"

#include "ka-query.h"
#include "ka-reading.h"

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

static char *
format_text (const KaItem *item, KaAtlas *atlas, const KaCliContext *context)
{
  g_autoptr (GPtrArray)
    blocks = ka_reading_list_blocks (atlas, item, context->day, context->language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    ka_cli_append_block (text, blocks->pdata[i], context);

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
  atlas = ka_cli_load_atlas_partly (options.atlas);
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
