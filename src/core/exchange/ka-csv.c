/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables as text: RFC 4180 (Y. Shafranovich, 2005), read with the freedoms that spreadsheets take,
 * written strictly.
 */
#include "config.h"

#include "ka-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
report_at (KaCsvReader *self, const char *at, const char *message)
{
  if (self->report != NULL)
    self->report ((gsize) (at - self->text), message, self->user_data);
}

static gboolean
is_end_of_cell (const KaCsvReader *self)
{
  return self->at == self->end || *self->at == self->separator || *self->at == '\n' ||
         *self->at == '\r';
}

/* Reads a cell in quotes, in which two quotes stand for one. */
static void
read_quoted (KaCsvReader *self)
{
  const char *start = self->at++;
  gboolean    is_closed = FALSE;

  while (self->at < self->end && !is_closed)
    {
      is_closed = *self->at == '"' && (self->at + 1 == self->end || self->at[1] != '"');
      if (*self->at == '"')
        self->at++;
      if (!is_closed)
        g_string_append_c (self->letters, *self->at++);
    }
  if (!is_closed)
    report_at (self, start, _ ("the quote is not closed, a second one expected"));
  if (!is_end_of_cell (self))
    report_at (self, self->at, _ ("text behind the closing quote, the end of the cell expected"));
  while (!is_end_of_cell (self))
    g_string_append_c (self->letters, *self->at++);
}

/* Reads a cell; its text is its place among the letters, as long as these may move. */
static void
read_cell (KaCsvReader *self)
{
  const KaCsvCell cell = { GSIZE_TO_POINTER (self->letters->len), (gsize) (self->at - self->text) };

  if (self->at < self->end && *self->at == '"')
    read_quoted (self);
  else
    {
      const char *start = self->at;

      while (!is_end_of_cell (self))
        self->at++;
      g_string_append_len (self->letters, start, self->at - start);
    }
  g_string_append_c (self->letters, '\0');
  g_array_append_val (self->row, cell);
}

/* Reads a row and the end of its line. */
static void
read_row (KaCsvReader *self)
{
  g_array_set_size (self->row, 0);
  g_string_truncate (self->letters, 0);
  while (TRUE)
    {
      read_cell (self);
      if (self->at == self->end || *self->at != self->separator)
        break;
      self->at++;
    }
  for (guint i = 0; i < self->row->len; i++)
    {
      KaCsvCell *cell = &g_array_index (self->row, KaCsvCell, i);

      cell->text = self->letters->str + GPOINTER_TO_SIZE (cell->text);
    }
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
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

void
ka_csv_reader_init (KaCsvReader   *self,
                    const char    *text,
                    gsize          length,
                    char           separator,
                    KaCsvFaultFunc report,
                    gpointer       user_data)
{
  *self = (KaCsvReader){
    .at = text,
    .text = text,
    .end = text + length,
    .separator = separator,
    .report = report,
    .user_data = user_data,
    .row = g_array_new (FALSE, FALSE, sizeof (KaCsvCell)),
    .letters = g_string_new (NULL),
  };
}

const GArray *
ka_csv_reader_next (KaCsvReader *self)
{
  while (self->at < self->end)
    {
      read_row (self);
      if (!is_blank (self->row))
        return self->row;
    }
  return NULL;
}

void
ka_csv_reader_clear (KaCsvReader *self)
{
  g_clear_pointer (&self->row, g_array_unref);
  if (self->letters != NULL)
    g_string_free (g_steal_pointer (&self->letters), TRUE);
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

/* Apostrophes of the text itself before a formula count as well, so that each is read back. */
gboolean
ka_csv_is_guarded (const char *cell)
{
  return *cell == '\'' && is_formula (cell + strspn (cell, "'"));
}

void
ka_csv_append_cell (GString *text, const char *cell)
{
  const gboolean   is_bare = is_formula (cell) || ka_csv_is_guarded (cell);
  g_autofree char *guarded = is_bare ? g_strconcat ("'", cell, NULL) : NULL;

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
