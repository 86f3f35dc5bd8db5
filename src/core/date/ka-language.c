/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The languages of the content and their codes.
 */
#include "config.h"

#include "ka-language.h"

#include <string.h>

static const char *const language_codes[KA_N_LANGUAGES] = { "en", "tr", "ru", "hy", "ka", "az" };

const char *
ka_language_get_code (KaLanguage language)
{
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, NULL);

  return language_codes[language];
}

gboolean
ka_language_from_code (const char *code, KaLanguage *language)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    if (strcmp (code, language_codes[i]) == 0)
      {
        *language = (KaLanguage) i;
        return TRUE;
      }
  return FALSE;
}
