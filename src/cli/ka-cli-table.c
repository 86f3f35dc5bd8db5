/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables: lists of JSON objects as CSV, and in columns for people.
 */
#include "config.h"

#include "ka-cli-table.h"

#include "ka-cli-text.h"
#include "ka-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Greatest width of a cell in columns of the terminal; the last of a row has none. */
#define MAX_CELL 48

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

char *
ka_cli_format_csv (KaJsonObject *document, const char *const *columns)
{
  GString *text = g_string_new (NULL);

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
          ka_csv_append_cell (text, cell);
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free (text, FALSE);
}

/* Tables */

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
    { "id", NC_ ("heading", "ID") },           { "date", NC_ ("heading", "DATE") },
    { "title", NC_ ("heading", "TITLE") },     { "label", NC_ ("heading", "LABEL") },
    { "areas", NC_ ("heading", "AREAS") },     { "region", NC_ ("heading", "REGION") },
    { "from", NC_ ("heading", "FROM") },       { "to", NC_ ("heading", "TO") },
    { "kind", NC_ ("heading", "KIND") },       { "holder", NC_ ("heading", "HOLDER") },
    { "lon", NC_ ("heading", "LON") },         { "lat", NC_ ("heading", "LAT") },
    { "born", NC_ ("heading", "BORN") },       { "died", NC_ ("heading", "DIED") },
    { "claim", NC_ ("heading", "CLAIM") },     { "text", NC_ ("heading", "TEXT") },
    { "summary", NC_ ("heading", "SUMMARY") }, { "why", NC_ ("heading", "WHY") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (headings[i].key, key) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "heading", headings[i].heading);
  g_return_val_if_reached (key);
}

char *
ka_cli_format_table (KaJsonObject *document, const char *const *columns)
{
  gsize           n_columns = g_strv_length ((char **) (gsize) columns);
  gsize           n_rows = json_object_array_length (document);
  GString        *text = g_string_new (NULL);
  g_autofree int *widths = g_new0 (int, n_columns);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strdup (get_heading (columns[i])));
  for (gsize row = 0; row < n_rows; row++)
    for (gsize i = 0; i < n_columns; i++)
      {
        g_autofree char *cell = dup_cell (json_object_array_get_idx (document, row), columns[i],
                                          " ");

        g_ptr_array_add (cells, i + 1 < n_columns ? ka_cli_cut_text (cell, MAX_CELL)
                                                  : g_steal_pointer (&cell));
      }

  for (guint i = 0; i < cells->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], ka_cli_measure_text (cells->pdata[i]));
  for (gsize row = 0; row <= n_rows; row++)
    append_table_row (text, (char *const *) cells->pdata + row * n_columns, widths, n_columns);

  return g_string_free (text, FALSE);
}
