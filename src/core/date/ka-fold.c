/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts without the differences that a person who types does not make.
 */
#include "config.h"

#include "ka-fold.h"

#include <string.h>

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Folds a text of any letters. */
static char *
fold_letters (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_casefold (text, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = ka_skip_letter (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == 0x131)
        letter = 'i';
      if (g_unichar_type (letter) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (folded, letter);
    }

  return g_string_free (folded, FALSE);
}

char *
ka_fold (const char *text, gssize length)
{
  const gsize n = length < 0 ? strlen (text) : strnlen (text, (gsize) length);

  return is_ascii (text, n) ? g_ascii_strdown (text, (gssize) n) : fold_letters (text, length);
}
