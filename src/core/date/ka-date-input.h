/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-day.h"
#include "ka-language.h"

G_BEGIN_DECLS

/**
 * ka_date_input_parse:
 * @text: what a person has typed, UTF-8
 * @language: of the names of months in messages
 * @from: (out): its first day; untouched on failure
 * @to: (out): the day after its last one, after @from; untouched on failure
 * @is_interval: (out) (optional): whether two ends were given
 * @error: (nullable): %KA_DATE_ERROR_SYNTAX or %KA_DATE_ERROR_RANGE; the message names the part
 * that is wrong and is meant to be read by that person
 *
 * Reads a day, a month, a year, a season, a decade or an interval of them as people write them:
 * `13.10.1921`, `13/10/1921`, `13 Oct 1921`, `October 13, 1921`, `1921-10-13`, `Oct 1921`,
 * `10.1921`, `1921-10`, `1921`, `1920s`, `44 BC`, `-0043`, `1914–18`, `21–29 May 1918`,
 * `Mar 1921 – Oct 1921`, `1921 to 1923`. Reads all that ka_date_to_words() and
 * ka_day_to_short_words() write, in any language: a date that is open is that of its end.
 *
 * Names of months may be cut to three letters and have other endings; case and accents do not
 * count. A year has three digits or more unless an era or a word for the year stands beside it. A
 * year with a minus is astronomical, as in EDTF. What can be read in two ways, such as `3/4/1921`,
 * is refused.
 *
 * Returns: whether it was understood
 */
gboolean ka_date_input_parse (const char *text,
                              KaLanguage  language,
                              KaDay      *from,
                              KaDay      *to,
                              gboolean   *is_interval,
                              GError    **error);

G_END_DECLS
