/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas compare`: writes two treaties article by article as text or as JSON.
 */
#include "config.h"

#include "ka-cli-blocks.h"
#include "ka-cli-private.h"

#include "ka-cli-text.h"
#include "ka-comparison.h"

#include <glib/gi18n-lib.h>

/* Finds the treaty that a person names, and says when it is none. */
static const KaTreaty *
find_treaty (KaAtlas *atlas, const char *name)
{
  const KaItem *item = ka_atlas_lookup (atlas, KA_ITEM_TREATY, name);

  if (item == NULL)
    item = ka_cli_find_item (atlas, name, NULL);
  if (item == NULL || item->kind == KA_ITEM_TREATY)
    return (const KaTreaty *) item;

  ka_cli_fail (KA_CLI_BAD_INPUT,
               _ ("compare: '%s' is no treaty (kars-atlas list treaties shows their ids)"), name);

  return NULL;
}

/* JSON */

/* How the articles of one side differ from those of the other. */
static void
add_differences (KaJsonObject    *list,
                 const GPtrArray *articles,
                 const GPtrArray *others,
                 KaLanguage       language)
{
  for (guint i = 0; i < articles->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        const KaText *text = ka_query_difference_of (articles->pdata[i], others->pdata[j]);
        KaJsonObject *object;

        if (text == NULL)
          continue;
        object = json_object_new_object ();
        json_object_object_add (object, "article", ka_cli_json_new_id (articles->pdata[i]));
        json_object_object_add (object, "compared_with", ka_cli_json_new_id (others->pdata[j]));
        json_object_object_add (object, "difference",
                                ka_cli_json_new_string (ka_text_get (text, language)));
        json_object_array_add (list, object);
      }
}

static KaJsonObject *
build_document (const KaTreaty *first, const KaTreaty *second, KaLanguage language)
{
  g_autoptr (GPtrArray) matches = ka_query_compare (first, second);
  KaJsonObject *document = json_object_new_object ();
  KaJsonObject *list = json_object_new_array ();

  json_object_object_add (document, "first", ka_cli_json_new_id (KA_ITEM (first)));
  json_object_object_add (document, "second", ka_cli_json_new_id (KA_ITEM (second)));
  for (guint i = 0; i < matches->len; i++)
    {
      const KaMatch *match = matches->pdata[i];
      KaJsonObject  *object = json_object_new_object ();
      KaJsonObject  *differences = json_object_new_array ();

      json_object_object_add (object, "first", ka_cli_json_new_ids (match->first));
      json_object_object_add (object, "second", ka_cli_json_new_ids (match->second));
      add_differences (differences, match->first, match->second, language);
      add_differences (differences, match->second, match->first, language);
      json_object_object_add (object, "differences", differences);
      json_object_array_add (list, object);
    }
  json_object_object_add (document, "matches", list);

  return document;
}

static int
write_text (KaAtlas        *atlas,
            const KaTreaty *first,
            const KaTreaty *second,
            gboolean        is_brief,
            KaLanguage      language)
{
  const KaCliContext context = { .day = ka_atlas_get_head (atlas)->default_day,
                                 .language = language };
  g_autoptr (GPtrArray)
    blocks = ka_reading_list_comparison (atlas, KA_ITEM (first), second, context.day, language);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const KaBlock *block = blocks->pdata[i];

      if (block->kind == KA_BLOCK_NOTE && is_brief)
        continue;
      if (block->kind == KA_BLOCK_NOTE)
        ka_cli_append_wrapped (text,
                               _ ("Summaries in our own words, not the wording of the treaties. "
                                  "Words that only one side has are in [brackets]."),
                               0, 0);
      else if (block->kind != KA_BLOCK_CLAUSE || !is_brief)
        ka_cli_append_block (text, block, &context);
    }

  return ka_cli_write (text->str);
}

int
ka_cli_compare (const KaCliCommand *self, const char *const *arguments)
{
  gboolean           is_brief = FALSE;
  const GOptionEntry entries[] = {
    { "brief", 0, 0, G_OPTION_ARG_NONE, &is_brief, _ ("Leave out the texts of the articles"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaJsonObject) document = NULL;
  const KaTreaty *first, *second;
  int             exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, entries, &options, &words, &exit_code))
    return exit_code;
  if (g_strv_length (words) != 2)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("compare: expected two treaties (see kars-atlas compare --help)"));
  atlas = ka_cli_load_atlas_partly (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;
  first = find_treaty (atlas, words[0]);
  second = first != NULL ? find_treaty (atlas, words[1]) : NULL;
  if (first == NULL || second == NULL)
    return KA_CLI_BAD_INPUT;
  if (first == second)
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("compare: '%s' and '%s' are the same treaty"),
                        words[0], words[1]);

  if (options.format == 0)
    return write_text (atlas, first, second, is_brief, options.language);
  document = build_document (first, second, options.language);

  return ka_cli_json_write (document);
}
