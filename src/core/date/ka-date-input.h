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
 * Reads a day, a month, a year or an interval of them as people write them: `13.10.1921`,
 * `13 Oct 1921`, `October 13, 1921`, `1921-10-13`, `Oct 1921`, `10.1921`, `1921-10`, `1921`,
 * `44 BC`, `Mar 1921 – Oct 1921`, `1921 to 1923`, `1921/1923`. Reads all plain days, months and
 * years that ka_date_to_words() and ka_day_to_short_words() write, in any language. Names of months
 * may be cut to three letters and have other endings; case and accents do not count. A year has
 * three digits or more unless an era or a word for the year stands beside it.
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
