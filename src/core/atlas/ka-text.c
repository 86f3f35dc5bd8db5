/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts of an atlas in several languages, and names that change over time.
 */
#include "config.h"

#include "ka-text.h"

#include "ka-fold.h"

#include <string.h>

/* Whether there is a text in a language. */
static gboolean
has (const KaText *text, guint language)
{
  return text->block != NULL && ((guchar) *text->block & (1u << language)) != 0;
}

/* The first string of a block. */
static const char *
get_first (const KaText *text)
{
  return text->block + 1;
}

const char *
ka_text_find (const KaText *text, KaLanguage language)
{
  const char *at;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, NULL);

  if (!has (text, language))
    return NULL;
  at = get_first (text);
  for (guint i = 0; i < (guint) language; i++)
    if (has (text, i))
      at += strlen (at) + 1;
  return at;
}

const char *
ka_text_get (const KaText *text, KaLanguage language)
{
  const char *found = ka_text_find (text, language);

  if (found == NULL)
    found = ka_text_find (text, KA_LANGUAGE_EN);
  return found != NULL ? found : "";
}

KaLanguage
ka_text_get_language (const KaText *text, KaLanguage language)
{
  g_return_val_if_fail (text != NULL, KA_LANGUAGE_EN);
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, KA_LANGUAGE_EN);

  return has (text, language) ? language : KA_LANGUAGE_EN;
}

void
ka_text_init (KaText *self, KaArena *arena, const char *const in[KA_N_LANGUAGES])
{
  gsize size = 1;
  guint languages = 0;
  char *at;

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    if (in[i] != NULL)
      {
        languages |= 1u << i;
        size += strlen (in[i]) + 1;
      }
  self->block = NULL;
  if (languages == 0)
    return;
  self->block = arena != NULL ? ka_arena_take_bytes (arena, size) : g_malloc (size);
  *self->block = (char) languages;
  at = self->block + 1;
  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    if (in[i] != NULL)
      at = g_stpcpy (at, in[i]) + 1;
}

void
ka_text_init_in (KaText *self, KaArena *arena, KaLanguage language, const char *string)
{
  const char *in[KA_N_LANGUAGES] = { NULL };

  g_return_if_fail ((guint) language < KA_N_LANGUAGES);

  in[language] = string;
  ka_text_init (self, arena, in);
}

void
ka_text_set (KaText *self, KaLanguage language, const char *string)
{
  KaText      old = *self;
  const char *in[KA_N_LANGUAGES];

  g_return_if_fail ((guint) language < KA_N_LANGUAGES);

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    in[i] = i == (guint) language ? string : ka_text_find (&old, (KaLanguage) i);
  ka_text_init (self, NULL, in);
  ka_text_clear (&old);
}

void
ka_text_copy (KaText *self, const KaText *text)
{
  const char *in[KA_N_LANGUAGES];

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    in[i] = ka_text_find (text, (KaLanguage) i);
  ka_text_init (self, NULL, in);
}

char *
ka_text_write_capitals (const char *text, KaLanguage language)
{
  gboolean has_dot = language == KA_LANGUAGE_TR || language == KA_LANGUAGE_AZ;
  GString *capitals;

  g_return_val_if_fail (text != NULL, NULL);

  capitals = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 'i' && has_dot)
        g_string_append (capitals, "İ");
      else if (letter == 0xdf) /* sharp s */
        g_string_append (capitals, "SS");
      else if (letter ==
               0x587) /* the Armenian ligature of ech and yiwn; its capitals are ech, vew */
        g_string_append (capitals, "ԵՎ");
      else if (g_unichar_get_script (letter) == G_UNICODE_SCRIPT_GEORGIAN)
        g_string_append_unichar (capitals, letter);
      else
        g_string_append_unichar (capitals, g_unichar_toupper (letter));
    }

  return g_string_free (capitals, FALSE);
}

char *
ka_text_capitalise (const char *text, KaLanguage language)
{
  const char      *rest = *text != '\0' ? ka_skip_letter (text) : text;
  g_autofree char *first = g_strndup (text, (gsize) (rest - text));
  g_autofree char *capital = ka_text_write_capitals (first, language);

  return g_strconcat (capital, rest, NULL);
}

gboolean
ka_text_is_empty (const KaText *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    if (has (text, i) && *ka_text_find (text, (KaLanguage) i) != '\0')
      return FALSE;
  return TRUE;
}

void
ka_text_clear (KaText *text)
{
  g_return_if_fail (text != NULL);

  g_clear_pointer (&text->block, g_free);
}

const KaText *
ka_names_get_on (const KaNames *names, KaDay day)
{
  g_return_val_if_fail (names != NULL, NULL);

  if (names->n_items == 0)
    return NULL;
  for (gsize i = 0; i < names->n_items; i++)
    if (day < names->items[i].span.to)
      return &names->items[i].text;
  return &names->items[names->n_items - 1].text;
}

gboolean
ka_is_line_break (gunichar letter)
{
  return (letter >= '\n' && letter <= '\r') || letter == 0x85 || letter == 0x2028 ||
         letter == 0x2029;
}

gboolean
ka_is_control (gunichar letter)
{
  return g_unichar_iscntrl (letter) || letter == 0x061C || letter == 0x200E || letter == 0x200F ||
         (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069) ||
         (letter >= 0xFDD0 && letter <= 0xFDEF) || (letter & 0xFFFE) == 0xFFFE;
}

gboolean
ka_is_blank (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  if (*text > ' ' && *text < 0x7F)
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

char *
ka_escape_controls (const char *text, gboolean keeps_lines)
{
  g_autofree char *valid = NULL;
  GString         *escaped = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gboolean is_kept = keeps_lines && (*c == '\n' || (c[0] == '\r' && c[1] == '\n'));

      if (is_kept || !ka_is_control (letter))
        g_string_append_unichar (escaped, letter);
      else
        g_string_append_printf (escaped, "\\u%04X", letter);
    }
  return g_string_free (escaped, FALSE);
}

char *
ka_shorten (char *text, glong n_start, glong n_end)
{
  g_autofree char *whole = text;
  g_autofree char *valid = g_utf8_make_valid (whole, -1);
  g_autofree char *start = NULL, *end = NULL;
  const glong      n = g_utf8_strlen (valid, -1);

  if (n <= n_start + n_end)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, n_start);
  end = g_utf8_substring (valid, n - n_end, n);
  return g_strdup_printf ("%s … %s", start, end);
}
