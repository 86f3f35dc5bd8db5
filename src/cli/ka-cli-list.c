/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas list`: writes all items of a kind as a table for people, as JSON or as CSV.
 */
#include "config.h"

#include "ka-cli-json.h"
#include "ka-cli-private.h"
#include "ka-cli-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_TABLE_COLUMNS 6
/* Greatest width of a cell in columns of the terminal; the last of a row has none. */
#define MAX_CELL 48

/* A kind by its name on the command line, and the members in its table. */
typedef struct
{
  const char *name;
  KaItemKind  kind;
  const char *columns[N_TABLE_COLUMNS];
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
};

static int
compare_treaties (gconstpointer a, gconstpointer b)
{
  const KaTreaty *const *left = a;
  const KaTreaty *const *right = b;
  int                    order = ka_date_compare (&(*left)->date, &(*right)->date);

  return order != 0 ? order : strcmp ((*left)->item.id, (*right)->item.id);
}

/* Events and treaties in order of date, other items as the atlas has them. */
static GPtrArray *
list_items (KaAtlas *atlas, KaItemKind kind)
{
  const KaList *list = ka_atlas_get_items (atlas, kind);
  GPtrArray    *items = g_ptr_array_sized_new ((guint) list->n_items);

  for (gsize i = 0; i < list->n_items; i++)
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

/* A value as one string: "" for null, a list with @separator between its parts. */
static char *
dup_cell (KaJsonObject *object, const char *key, const char *separator)
{
  KaJsonObject *value = json_object_object_get (object, key);
  g_autoptr (GString) text = NULL;

  if (!json_object_is_type (value, json_type_array))
    return g_strdup (value != NULL ? json_object_get_string (value) : "");

  text = g_string_new (NULL);
  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, json_object_get_string (json_object_array_get_idx (value, i)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* CSV as RFC 4180 has it. */

static void
append_csv_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static char *
format_csv (KaJsonObject *document, const ListKind *kind)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) columns = ka_cli_json_list_columns (kind->kind);

  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (text, "\r\n");

  for (gsize row = 0; row < json_object_array_length (document); row++)
    {
      for (guint i = 0; columns[i] != NULL; i++)
        {
          g_autofree char *cell = dup_cell (json_object_array_get_idx (document, row), columns[i],
                                            ";");

          if (i > 0)
            g_string_append_c (text, ',');
          append_csv_cell (text, cell);
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free (text, FALSE);
}

/* Tables */

static gsize
count_columns (const ListKind *kind)
{
  gsize n = 0;

  while (n < N_TABLE_COLUMNS && kind->columns[n] != NULL)
    n++;

  return n;
}

static void
append_table_row (GString *text, char *const *cells, const int *widths, gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      g_string_append (text, cells[i]);
      if (i + 1 < n_columns)
        for (int gap = widths[i] + 2 - ka_cli_measure_text (cells[i]); gap > 0; gap--)
          g_string_append_c (text, ' ');
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static const char *
get_heading (const char *key)
{
  static const struct
  {
    const char *key;
    const char *heading;
  } headings[] = {
    { "id", NC_ ("heading", "ID") },       { "date", NC_ ("heading", "DATE") },
    { "title", NC_ ("heading", "TITLE") }, { "label", NC_ ("heading", "LABEL") },
    { "areas", NC_ ("heading", "AREAS") }, { "region", NC_ ("heading", "REGION") },
    { "from", NC_ ("heading", "FROM") },   { "to", NC_ ("heading", "TO") },
    { "kind", NC_ ("heading", "KIND") },   { "holder", NC_ ("heading", "HOLDER") },
    { "lon", NC_ ("heading", "LON") },     { "lat", NC_ ("heading", "LAT") },
    { "born", NC_ ("heading", "BORN") },   { "died", NC_ ("heading", "DIED") },
    { "claim", NC_ ("heading", "CLAIM") }, { "text", NC_ ("heading", "TEXT") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (headings[i].key, key) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "heading", headings[i].heading);
  g_return_val_if_reached (key);
}

static char *
format_table (KaJsonObject *document, const ListKind *kind)
{
  gsize    n_columns = count_columns (kind);
  gsize    n_rows = json_object_array_length (document);
  int      widths[N_TABLE_COLUMNS] = { 0 };
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (get_heading (kind->columns[i])));
  for (gsize row = 0; row < n_rows; row++)
    for (gsize i = 0; i < n_columns; i++)
      {
        g_autofree char *cell = dup_cell (json_object_array_get_idx (document, row),
                                          kind->columns[i], " ");

        g_ptr_array_add (cells, i + 1 < n_columns ? ka_cli_cut_text (cell, MAX_CELL)
                                                  : g_steal_pointer (&cell));
      }

  for (guint i = 0; i < cells->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], ka_cli_measure_text (cells->pdata[i]));
  for (gsize row = 0; row <= n_rows; row++)
    append_table_row (text, (char *const *) cells->pdata + row * n_columns, widths, n_columns);

  return g_string_free (text, FALSE);
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

int
ka_cli_list (const KaCliCommand *self, const char *const *arguments)
{
  enum
  {
    TABLE,
    JSON,
    CSV,
  };
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (KaJsonObject) document = NULL;
  g_autofree char *text = NULL;
  KaCliContext     context = { 0 };
  const ListKind  *kind;
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  kind = find_kind (self->name, words, &exit_code);
  if (kind == NULL)
    return exit_code;
  atlas = ka_cli_load_atlas (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;

  context.language = options.language;
  context.day = ka_atlas_get_head (atlas)->default_day;
  items = list_items (atlas, kind->kind);
  document = build_document (items, &context);
  if (options.format == JSON)
    return ka_cli_json_write (document);
  text = options.format == CSV ? format_csv (document, kind) : format_table (document, kind);

  return ka_cli_write (text);
}
