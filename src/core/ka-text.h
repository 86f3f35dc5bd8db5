/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-day.h"

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

/**
 * KaText:
 * @in: the text in each language, UTF-8; %NULL where there is none. English is there in every text of an atlas
 *
 * A text in several languages. All zero is "no text".
 */
typedef struct
{
  char *in[KA_N_LANGUAGES];
} KaText;

/**
 * KaName:
 * @text: the name
 * @from: first day on which it was used, %KA_DAY_MIN without one
 * @to: first day on which it was used no longer, %KA_DAY_MAX without one
 */
typedef struct
{
  KaText text;
  KaDay  from;
  KaDay  to;
} KaName;

/**
 * KaNames:
 * @items: (array length=n_items): in order of time, filling it without hole or overlap
 */
typedef struct
{
  KaName *items;
  gsize   n_items;
} KaNames;

const char   *ka_language_get_code (KaLanguage language);
gboolean      ka_language_from_code (const char *code, KaLanguage *language);
const char   *ka_text_get (const KaText *text, KaLanguage language);
gboolean      ka_text_is_empty (const KaText *text);
void          ka_text_clear (KaText *text);
const KaText *ka_names_get_on (const KaNames *names, KaDay day);
void          ka_names_clear (KaNames *names);

G_END_DECLS
