/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text for a terminal: wrapped, in columns.
 */
#include "config.h"

#include "ka-cli-text.h"

/* Lines are wrapped at this many columns. */
#define WRAP_AT 78
#define INDENT  16

/**
 * ka_cli_measure_text:
 * @text: UTF-8
 *
 * Returns: how many columns of a terminal it takes
 */
int
ka_cli_measure_text (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }

  return width;
}

/**
 * ka_cli_cut_text:
 * @text: UTF-8
 * @width_max: columns of a terminal, at least 1
 *
 * Returns: (transfer full): the text, or as much of it as fits with an ellipsis
 */
char *
ka_cli_cut_text (const char *text, int width_max)
{
  int         width = 0;
  const char *end = text;

  if (ka_cli_measure_text (text) <= width_max)
    return g_strdup (text);
  while (TRUE)
    {
      gunichar letter = g_utf8_get_char (end);
      int      step = g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;

      if (width + step > width_max - 1)
        break;
      width += step;
      end = g_utf8_find_next_char (end, NULL);
    }

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * ka_cli_append_wrapped:
 * @text: where to append
 * @words: what to append, UTF-8
 * @indent: columns before each line but the first
 * @column: where the first line begins
 *
 * Appends words, wrapped between them, and a line feed.
 */
void
ka_cli_append_wrapped (GString *text, const char *words, int indent, int column)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  gboolean is_first = TRUE;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      int width = ka_cli_measure_text (parts[i]);

      if (!is_first && column + 1 + width > WRAP_AT)
        {
          g_string_append_printf (text, "\n%*s", indent, "");
          column = indent;
        }
      else if (!is_first)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, parts[i]);
      column += width;
      is_first = FALSE;
    }
  g_string_append_c (text, '\n');
}

/**
 * ka_cli_append_labelled:
 * @text: where to append
 * @label: what stands in the left column, not too long for it
 * @words: what stands in the right one, wrapped there
 *
 * Appends a line of two columns.
 */
void
ka_cli_append_labelled (GString *text, const char *label, const char *words)
{
  g_string_append_printf (text, "%-*s", INDENT, label);
  ka_cli_append_wrapped (text, words, INDENT, INDENT);
}
