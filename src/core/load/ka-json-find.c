/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the place of a value in a text from its JSON pointer (RFC 6901), and the line of a place.
 */
#include "config.h"

#include "ka-json-scanner.h"

#include <string.h>

/* Moves from a list to its element @wanted. @index is that of the element at which the scanner is;
 * 0 before the bracket. */
static gboolean
descend_list (KaJsonScanner *self, guint64 index, guint64 wanted)
{
  for (; index < wanted; index++)
    {
      ka_json_skip_blanks (self);
      if (ka_json_peek (self) == ']' || !ka_json_scan_value (self, NULL))
        return FALSE;
      ka_json_skip_blanks (self);
      if (!ka_json_accept (self, ','))
        return FALSE;
    }
  ka_json_skip_blanks (self);
  return ka_json_peek (self) != ']';
}

/* Moves from an object to the value of a member. */
static gboolean
descend_object (KaJsonScanner *self, const char *step)
{
  g_autoptr (GString) key = g_string_new (NULL);

  ka_json_skip_blanks (self);
  while (ka_json_peek (self) != '}')
    {
      /* The strings of the values are of no use here. */
      self->scratch = key;
      if (!ka_json_scan_key (self))
        return FALSE;
      self->scratch = NULL;
      if (strcmp (key->str, step) == 0)
        {
          ka_json_skip_blanks (self);
          return TRUE;
        }
      if (!ka_json_scan_value (self, NULL))
        return FALSE;
      ka_json_skip_blanks (self);
      if (!ka_json_accept (self, ','))
        return FALSE;
    }
  return FALSE;
}

/* Moves from a value to the one that a step of a pointer leads to. @trace: (nullable): of step
 * number @depth, where it is among those that are remembered. */
static gboolean
descend (KaJsonScanner *self, const char *step, KaJsonTrace *trace, guint depth)
{
  const gsize container = self->at;
  gboolean    is_known = trace != NULL && trace->places[depth].offset > 0 &&
                      trace->places[depth].container == container;
  const gboolean is_list = ka_json_peek (self) == '[';
  guint64        index = 0;

  if (is_list ? !g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT32, &index, NULL)
              : ka_json_peek (self) != '{')
    return FALSE;
  self->at++;
  if (is_list)
    {
      is_known = is_known && trace->places[depth].key == NULL &&
                 trace->places[depth].index <= index;
      if (is_known)
        self->at = trace->places[depth].offset;
      if (!descend_list (self, is_known ? trace->places[depth].index : 0, index))
        return FALSE;
    }
  else if (is_known && g_strcmp0 (trace->places[depth].key, step) == 0)
    self->at = trace->places[depth].offset;
  else if (!descend_object (self, step))
    return FALSE;
  if (trace == NULL)
    return TRUE;
  g_free (trace->places[depth].key);
  trace->places[depth].key = is_list ? NULL : g_strdup (step);
  trace->places[depth].container = container;
  trace->places[depth].index = index;
  trace->places[depth].offset = self->at;
  return TRUE;
}

/* Undoes the escapes of a step of a JSON pointer. */
static char *
unescape_step (const char *step)
{
  GString *plain = g_string_new (step);

  g_string_replace (plain, "~1", "/", 0);
  g_string_replace (plain, "~0", "~", 0);
  return g_string_free (plain, FALSE);
}

static gsize
find (const char *text, gsize length, const char *pointer, KaJsonTrace *trace)
{
  KaJsonScanner self = { .text = text, .length = length };
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);
  gsize found;

  ka_json_skip_blanks (&self);
  found = self.at;
  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *step = unescape_step (steps[i]);

      if (!descend (&self, step, i <= KA_JSON_N_PLACES ? trace : NULL, i - 1))
        return found;
      found = self.at;
    }
  return found;
}

gsize
ka_json_find (const char *text, gsize length, const char *pointer)
{
  return find (text, length, pointer, NULL);
}

/* Counts on from one offset to another. */
static void
count_lines (const char *text, gsize from, gsize to, int *line, int *column)
{
  for (gsize i = from; i < to; i++)
    if (text[i] == '\n')
      {
        *line += 1;
        *column = 1;
      }
    else if (((guchar) text[i] & 0xC0) != 0x80)
      {
        *column += 1;
      }
}

void
ka_json_get_line (const char *text, gsize offset, int *line, int *column)
{
  *line = 1;
  *column = 1;
  count_lines (text, 0, offset, line, column);
}

void
ka_document_get_line (const KaDocument *self, gsize offset, int *line, int *column)
{
  KaJsonTrace *trace = self->trace;

  if (trace->line == 0 || offset < trace->offset)
    {
      trace->offset = 0;
      trace->line = 1;
      trace->column = 1;
    }
  count_lines (self->text, trace->offset, offset, &trace->line, &trace->column);
  trace->offset = offset;
  *line = trace->line;
  *column = trace->column;
}

void
ka_document_find (const KaDocument *self, const char *pointer, int *line, int *column)
{
  ka_document_get_line (self, find (self->text, self->length, pointer, self->trace), line, column);
}
