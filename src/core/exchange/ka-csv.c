/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables as text: RFC 4180 (Y. Shafranovich, 2005), read with the freedoms that spreadsheets take,
 * written strictly.
 */
#include "config.h"

#include "ka-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the reader is. */
typedef struct
{
  const char    *at;
  const char    *text;
  const char    *end;
  char           separator;
  KaCsvFaultFunc report;
  gpointer       user_data;
} Reader;

static void
clear_cell (gpointer data)
{
  g_free (((KaCsvCell *) data)->text);
}

static void
report_at (Reader *self, const char *at, const char *message)
{
  if (self->report != NULL)
    self->report ((gsize) (at - self->text), message, self->user_data);
}

static gboolean
is_end_of_cell (const Reader *self)
{
  return self->at == self->end || *self->at == self->separator || *self->at == '\n' ||
         *self->at == '\r';
}

/* Reads a cell in quotes, in which two quotes stand for one. */
static void
read_quoted (Reader *self, GString *cell)
{
  const char *start = self->at++;
  gboolean    is_closed = FALSE;

  while (self->at < self->end && !is_closed)
    {
      is_closed = *self->at == '"' && (self->at + 1 == self->end || self->at[1] != '"');
      if (*self->at == '"')
        self->at++;
      if (!is_closed)
        g_string_append_c (cell, *self->at++);
    }
  if (!is_closed)
    report_at (self, start, _ ("the quote is not closed, a second one expected"));
  if (!is_end_of_cell (self))
    report_at (self, self->at, _ ("text behind the closing quote, the end of the cell expected"));
  while (!is_end_of_cell (self))
    g_string_append_c (cell, *self->at++);
}

static KaCsvCell
read_cell (Reader *self)
{
  KaCsvCell result = { NULL, (gsize) (self->at - self->text) };
  GString  *cell = g_string_new (NULL);

  if (self->at < self->end && *self->at == '"')
    read_quoted (self, cell);
  else
    while (!is_end_of_cell (self))
      g_string_append_c (cell, *self->at++);
  result.text = g_string_free (cell, FALSE);
  return result;
}

/* Reads a row and the end of its line. Returns: (transfer full): its cells */
static GArray *
read_row (Reader *self)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (KaCsvCell));

  g_array_set_clear_func (row, clear_cell);
  while (TRUE)
    {
      KaCsvCell cell = read_cell (self);

      g_array_append_val (row, cell);
      if (self->at == self->end || *self->at != self->separator)
        break;
      self->at++;
    }
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  return row;
}

static gboolean
is_blank (const GArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const char *text = g_array_index (row, KaCsvCell, i).text;

      if (text[strspn (text, " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ka_csv_parse (const char    *text,
              gsize          length,
              char           separator,
              KaCsvFaultFunc report,
              gpointer       user_data)
{
  Reader     self = { text, text, text + length, separator, report, user_data };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  while (self.at < self.end)
    {
      g_autoptr (GArray) row = read_row (&self);

      if (!is_blank (row))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

/* Whether a spreadsheet would compute a cell. A number with a sign is one anyway. */
static gboolean
is_formula (const char *cell)
{
  char *end;

  if (*cell == '+' || *cell == '-')
    {
      g_ascii_strtod (cell, &end);
      return cell[1] != '\0' && *end != '\0';
    }
  return *cell == '=' || *cell == '@' || *cell == '\t' || *cell == '\r';
}

gboolean
ka_csv_is_guarded (const char *cell)
{
  return *cell == '\'' && is_formula (cell + 1);
}

void
ka_csv_append_cell (GString *text, const char *cell)
{
  g_autofree char *guarded = is_formula (cell) ? g_strconcat ("'", cell, NULL) : NULL;

  if (guarded != NULL)
    cell = guarded;
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
