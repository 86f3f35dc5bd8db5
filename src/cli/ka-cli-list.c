/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas list`: writes all items of a kind as a table for people, as JSON or as CSV.
 */
#include "config.h"

#include "ka-cli-json.h"
#include "ka-cli-private.h"
#include "ka-cli-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_TABLE_COLUMNS 6
/* A kind by its name on the command line, and the members in its table. */
typedef struct
{
  const char *name;
  KaItemKind  kind;
  const char *columns[N_TABLE_COLUMNS + 1];
} ListKind;

static const ListKind list_kinds[] = {
  { "events", KA_ITEM_EVENT, { "id", "date", "title" } },
  { "treaties", KA_ITEM_TREATY, { "id", "date", "title" } },
  { "articles", KA_ITEM_ARTICLE, { "id", "label", "title" } },
  { "annexes", KA_ITEM_ANNEX, { "id", "label", "title" } },
  { "regions", KA_ITEM_REGION, { "id", "title", "areas" } },
  { "areas", KA_ITEM_AREA, { "id", "region", "title" } },
  { "tenures", KA_ITEM_TENURE, { "id", "from", "to", "kind", "holder", "areas" } },
  { "places", KA_ITEM_PLACE, { "id", "kind", "lon", "lat", "title" } },
  { "frontiers", KA_ITEM_FRONTIER, { "id", "kind", "from", "to", "title" } },
  { "sources", KA_ITEM_SOURCE, { "id", "kind", "title" } },
  { "polities", KA_ITEM_POLITY, { "id", "kind", "from", "to", "title" } },
  { "people", KA_ITEM_PERSON, { "id", "born", "died", "title" } },
  { "corrections", KA_ITEM_CORRECTION, { "id", "claim" } },
  { "glossary", KA_ITEM_TERM, { "id", "title", "text" } },
  { "tours", KA_ITEM_TOUR, { "id", "title", "summary" } },
};

static int
compare_treaties (gconstpointer a, gconstpointer b)
{
  const KaTreaty *const *left = a;
  const KaTreaty *const *right = b;
  int                    order = ka_date_compare (&(*left)->date, &(*right)->date);

  return order != 0 ? order : strcmp ((*left)->item.id, (*right)->item.id);
}

/* Events and treaties in order of date, other items as the atlas has them; of events those that the
 * filter lets pass. */
static GPtrArray *
list_items (KaAtlas *atlas, KaItemKind kind, const KaFilter *filter)
{
  const KaList *list = ka_atlas_get_items (atlas, kind);
  GPtrArray    *items = g_ptr_array_sized_new ((guint) list->n_items);

  for (gsize i = 0; i < list->n_items; i++)
    if (kind != KA_ITEM_EVENT || ka_filter_admits (filter, list->items[i]))
      g_ptr_array_add (items, list->items[i]);
  if (kind == KA_ITEM_TREATY)
    g_ptr_array_sort (items, compare_treaties);

  return items;
}

static KaJsonObject *
build_document (const GPtrArray *items, const KaCliContext *context)
{
  KaJsonObject *document = json_object_new_array ();

  for (guint i = 0; i < items->len; i++)
    json_object_array_add (document, ka_cli_json_new_item (items->pdata[i], context));

  return document;
}

static const ListKind *
find_kind (const char *command, char **words, int *exit_code)
{
  const char *names[G_N_ELEMENTS (list_kinds) + 1] = { NULL };
  guint       choice = 0;

  if (g_strv_length (words) != 1)
    {
      *exit_code = ka_cli_fail (
        /* Translators: a command. */
        KA_CLI_BAD_USAGE, _ ("%1$s: expected one KIND (see kars-atlas %1$s --help)"), command);
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (list_kinds); i++)
    names[i] = list_kinds[i].name;
  if (!ka_cli_choose ("KIND", words[0], names, &choice, exit_code))
    return NULL;

  return &list_kinds[choice];
}

/* Reads the filter of events, which other kinds do not have. */
static gboolean
get_filter (KaAtlas        *atlas,
            const ListKind *kind,
            const char     *text,
            KaFilter       *filter,
            int            *exit_code)
{
  if (text == NULL || kind->kind == KA_ITEM_EVENT)
    return ka_cli_read_filter (atlas, text, filter, exit_code);

  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--filter: it is for events, not for %s"),
                            kind->name);

  return FALSE;
}

static int
write_list (KaJsonObject *document, const ListKind *kind, guint format)
{
  enum
  {
    TABLE,
    JSON,
    CSV,
  };
  g_auto (GStrv) columns = NULL;
  g_autofree char *text = NULL;

  if (format == JSON)
    return ka_cli_json_write (document);
  columns = ka_cli_json_list_columns (kind->kind);
  text = format == CSV ? ka_cli_format_csv (document, (const char *const *) columns)
                       : ka_cli_format_table (document, kind->columns);

  return ka_cli_write (text);
}

int
ka_cli_list (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (KaJsonObject) document = NULL;
  g_autofree char   *filter_text = NULL;
  KaFilter           filter;
  KaCliContext       context = { 0 };
  const ListKind    *kind;
  int                exit_code = KA_CLI_DONE;
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_FILENAME, &filter_text,
      _ ("Events to list, such as category=treaty,war;party=turkey;certainty=certain"),
      _ ("FILTER") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ka_cli_parse (self, arguments, entries, &options, &words, &exit_code))
    return exit_code;
  kind = find_kind (self->name, words, &exit_code);
  if (kind == NULL)
    return exit_code;
  atlas = ka_cli_load_atlas_partly (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;
  if (!get_filter (atlas, kind, filter_text, &filter, &exit_code))
    return exit_code;

  context.language = options.language;
  context.day = ka_atlas_get_head (atlas)->default_day;
  items = list_items (atlas, kind->kind, &filter);
  document = build_document (items, &context);

  return write_list (document, kind, options.format);
}
