/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures, cuts and wraps text for the columns of a terminal.
 */
#include "config.h"

#include "ka-cli-text.h"

/* Lines are wrapped at this many columns. */
#define WRAP_AT 78
#define INDENT  16

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

char *
ka_cli_cut_text (const char *text, int max_width)
{
  int         width = 0;
  const char *end = text;

  if (ka_cli_measure_text (text) <= max_width)
    return g_strdup (text);
  while (TRUE)
    {
      gunichar letter = g_utf8_get_char (end);
      int      step = g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;

      if (width + step > max_width - 1)
        break;
      width += step;
      end = g_utf8_find_next_char (end, NULL);
    }

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

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

void
ka_cli_append_labelled (GString *text, const char *label, const char *words)
{
  g_string_append (text, label);
  for (int gap = INDENT - ka_cli_measure_text (label); gap > 0; gap--)
    g_string_append_c (text, ' ');
  ka_cli_append_wrapped (text, words, INDENT, INDENT);
}
