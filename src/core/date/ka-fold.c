/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts without the differences that a person who types does not make.
 */
#include "config.h"

#include "ka-fold.h"

char *
ka_fold (const char *text, gssize length)
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
