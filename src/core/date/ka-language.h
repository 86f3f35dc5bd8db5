/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KaLanguage:
 *
 * The languages of the content, in the order in which names are listed for the reader.
 */
typedef enum
{
  KA_LANGUAGE_EN,
  KA_LANGUAGE_TR,
  KA_LANGUAGE_RU,
  KA_LANGUAGE_HY,
  KA_LANGUAGE_KA,
  KA_LANGUAGE_AZ,
  KA_N_LANGUAGES,
} KaLanguage;

/** ka_language_get_code: Returns: (transfer none): its ISO 639-1 code, such as "hy" */
const char *ka_language_get_code (KaLanguage language);

/**
 * ka_language_from_code:
 * @code: an ISO 639-1 code in lower case
 * @language: (out): the language; untouched on failure
 *
 * Returns: whether content can be in that language
 */
gboolean ka_language_from_code (const char *code, KaLanguage *language);

G_END_DECLS
