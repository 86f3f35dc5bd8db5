/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas search`: finds items by words and tells why.
 */
#include "config.h"

#include "ka-cli-json.h"
#include "ka-cli-private.h"
#include "ka-cli-table.h"

#include "ka-hash.h"
#include "ka-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The names of an item in every language, each once, in the order of time. */
static KaJsonObject *
build_names (const KaItem *item)
{
  const KaNames *names = ka_item_get_names (item);
  KaJsonObject  *list = json_object_new_array ();
  g_autoptr (GHashTable) seen = g_hash_table_new (ka_hash_string, g_str_equal);

  for (gsize i = 0; names != NULL && i < names->n_items; i++)
    for (int language = 0; language < KA_N_LANGUAGES; language++)
      {
        const char *name = ka_text_find (&names->items[i].text, (KaLanguage) language);

        if (name != NULL && g_hash_table_add (seen, (gpointer) (gsize) name))
          json_object_array_add (list, json_object_new_string (name));
      }

  return list;
}

static KaJsonObject *
build_hit (const KaSearch *search, const KaItem *item, KaDay day, KaLanguage language)
{
  KaJsonObject    *object = json_object_new_object ();
  const char      *title = ka_item_get_title (item, day, language);
  g_autofree char *why = ka_search_explain (search, item, title);

  json_object_object_add (object, "kind",
                          json_object_new_string (ka_item_kind_get_name (item->kind)));
  json_object_object_add (object, "id", json_object_new_string (item->id));
  json_object_object_add (object, "title", json_object_new_string (title));
  json_object_object_add (object, "names", build_names (item));
  json_object_object_add (object, "why", why != NULL ? json_object_new_string (why) : NULL);

  return object;
}

static KaJsonObject *
build_document (const KaSearch *search, KaDay day, KaLanguage language)
{
  const KaList *hits = ka_search_get_hits (search);
  KaJsonObject *document = json_object_new_array ();

  for (gsize i = 0; i < hits->n_items; i++)
    json_object_array_add (document, build_hit (search, hits->items[i], day, language));

  return document;
}

static void
tell_nothing_found (const KaSearch *search, const char *query)
{
  g_autofree char *suggestion = ka_search_suggest (search);

  if (suggestion != NULL)
    ka_cli_fail (KA_CLI_DONE, _ ("nothing found for “%1$s”; did you mean “%2$s”?"), query,
                 suggestion);
  else
    ka_cli_fail (KA_CLI_DONE, _ ("nothing found for “%s”"), query);
}

int
ka_cli_search (const KaCliCommand *self, const char *const *arguments)
{
  enum
  {
    TABLE,
    JSON,
    CSV,
  };
  static const char *const table_columns[] = { "kind", "id", "title", "why", NULL };
  static const char *const csv_columns[] = { "kind", "id", "title", "names", "why", NULL };
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaSearchIndex) index = NULL;
  g_autoptr (KaSearch) search = NULL;
  g_autoptr (KaJsonObject) document = NULL;
  g_autofree char *query = NULL, *text = NULL;
  KaDay            day;
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  query = g_strstrip (g_strjoinv (" ", words));
  if (*query == '\0')
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%1$s: expected WORDS (see kars-atlas %1$s --help)"),
                        self->name);
  atlas = ka_cli_load_atlas_partly (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;
  day = options.has_day ? options.day : ka_atlas_get_head (atlas)->default_day;
  index = ka_search_index_new (atlas);
  search = ka_search_new (index, query, options.language);
  if (ka_search_get_hits (search)->n_items == 0)
    tell_nothing_found (search, query);
  document = build_document (search, day, options.language);
  if (options.format == JSON)
    return ka_cli_json_write (document);
  text = options.format == CSV ? ka_cli_format_csv (document, csv_columns)
                               : ka_cli_format_table (document, table_columns);

  return ka_cli_write (text);
}
