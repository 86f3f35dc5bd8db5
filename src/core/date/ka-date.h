/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-language.h"
#include "ka-span.h"

G_BEGIN_DECLS

/**
 * KaDateFlags:
 * @KA_DATE_SPAN: written as an interval: it has a length. A one-of set has none: it is one day, and
 * it is not known which
 * @KA_DATE_UNCERTAIN: qualified with `?` or `%`
 * @KA_DATE_APPROXIMATE: qualified with `~` or `%`
 * @KA_DATE_OPEN_START: `../…`: no start; earliest and start_latest are %KA_DAY_MIN (of a set
 * `[..x]`, earliest alone)
 * @KA_DATE_OPEN_END: `…/..`: goes on; end_earliest and end_latest are %KA_DAY_MAX (of a set
 * `[x..]`, start_latest and end_latest)
 * @KA_DATE_UNKNOWN_START: `/…`: the start is not known; bounds as for the open one
 * @KA_DATE_UNKNOWN_END: `…/`: the end is not known; bounds as for the open one
 */
typedef enum
{
  KA_DATE_SPAN = 1 << 0,
  KA_DATE_UNCERTAIN = 1 << 1,
  KA_DATE_APPROXIMATE = 1 << 2,
  KA_DATE_OPEN_START = 1 << 3,
  KA_DATE_OPEN_END = 1 << 4,
  KA_DATE_UNKNOWN_START = 1 << 5,
  KA_DATE_UNKNOWN_END = 1 << 6,
} KaDateFlags;

/** KaDate: what an EDTF text says: bounds of a start and of an end. For an exact day all of it lies
 * between @earliest == @start_latest and @end_earliest == @end_latest == @earliest + 1. A month
 * alone (`1921-03`, no span) is one day somewhere in it: @earliest = 1 March, @start_latest = 31
 * March, @end_earliest = 2 March, @end_latest = 1 April. A one-of set, too, is one day between its
 * first and its last. */
typedef struct
{
  KaDay       earliest;     /* the first day on which it may have begun */
  KaDay       start_latest; /* the last day on which it may have begun */
  KaDay       end_earliest; /* the earliest day on which it may have been over (exclusive end) */
  KaDay       end_latest;   /* the latest day on which it may have been over (exclusive end) */
  KaDateFlags flags;        /* how it was qualified */
} KaDate;

/**
 * ka_date_parse_edtf:
 * @text: a date in EDTF: ISO 8601-2:2019 levels 0 and 1 without times of day, and the one-of sets
 * of level 2 (`[1921-10-13,1921-10-23]`, `[..1945-06]`)
 * @date: (out): what it says; untouched on failure
 * @error: (nullable): %KA_DATE_ERROR_SYNTAX or %KA_DATE_ERROR_RANGE; the message names the column,
 * counted from 1, and what was expected there
 *
 * Reads a date. Seasons are northern meteorological seasons (spring = March–May); winter begins in
 * December of the year named. `?`, `~` and `%` set flags and do not widen the bounds. Years beyond
 * -9999 to 9999 are out of range.
 *
 * Returns: whether it was a date
 */
gboolean ka_date_parse_edtf (const char *text, KaDate *date, GError **error);

/** KaDayParts: what the short words of a day say. In all languages they stand in this order. */
typedef enum
{
  KA_DAY_PART_DAY = 1 << 0,       /* the day of the month */
  KA_DAY_PART_MONTH = 1 << 1,     /* the name of the month, cut as the language cuts it */
  KA_DAY_PART_YEAR = 1 << 2,      /* the year, before the year 1000 with its era */
  KA_DAY_PART_OLD_STYLE = 1 << 3, /* the others by the Julian calendar */
} KaDayParts;

/**
 * ka_day_to_words:
 * @day: a day, neither %KA_DAY_MIN nor %KA_DAY_MAX
 * @language: a language
 *
 * Writes a day: "13 October 1921", "1 March 45 BC", "9 August AD 378".
 *
 * Returns: (transfer full): the words, UTF-8
 */
char *ka_day_to_words (KaDay day, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_day_to_short_words:
 * @day: a day, neither %KA_DAY_MIN nor %KA_DAY_MAX
 * @parts: what to write
 * @language: a language
 *
 * Writes a day for a place that has little room: "13 Oct 1921", "13 Oct", "Oct 1921", "44 BC".
 *
 * Returns: (transfer full): the words, UTF-8
 */
char *
ka_day_to_short_words (KaDay day, KaDayParts parts, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_days_to_short_words:
 * @first: a day
 * @last: another day, not before @first
 * @parts: what to write of each
 * @language: a language
 *
 * Writes two days as an interval: "13 – 23 Oct 1921", "Mar – Oct 1921", "1917 – 1925". The first
 * one does not say what follows from the last one.
 *
 * Returns: (transfer full): the words, UTF-8
 */
char *ka_days_to_short_words (KaDay first, KaDay last, KaDayParts parts, KaLanguage language)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_day_to_old_style_words:
 * @day: a day, neither %KA_DAY_MIN nor %KA_DAY_MAX
 * @language: a language
 *
 * Writes the Julian date of a day, to stand beside the Gregorian one: "30 September O.S.". The year
 * follows where it differs: "19 December 1917 O.S." for 1 January 1918.
 *
 * Returns: (transfer full): the words, UTF-8
 */
char *ka_day_to_old_style_words (KaDay day, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_span_to_words:
 * @span: a span
 * @language: a language
 *
 * Writes a span by its two ends: "16 March 1921 – 13 October 1921", "from 13 October 1921",
 * "until 13 October 1921" or "always".
 *
 * Returns: (transfer full): the words, UTF-8
 */
char *ka_span_to_words (KaSpan span, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_date_to_words:
 * @date: a date
 * @edtf: (nullable): the text that it was read from; without it the words follow from the bounds
 * @language: a language
 *
 * Writes a date: "13 October 1921", "21–29 May 1918", "December 1918 – June 1919", "about 1921",
 * "March 1921 (uncertain)", "13 or 23 October 1921". A word that is no name begins in lower case.
 *
 * Returns: (transfer full): the words, UTF-8
 */
char *ka_date_to_words (const KaDate *date,
                        const char   *edtf,
                        KaLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_date_overlaps:
 * @date: a date
 * @from: first day of an interval, or %KA_DAY_MIN
 * @to: its end (exclusive), or %KA_DAY_MAX
 *
 * Returns: whether the date, at its longest, shares a day with the interval
 */
gboolean ka_date_overlaps (const KaDate *date, KaDay from, KaDay to);

/**
 * ka_date_compare:
 * @a: a date
 * @b: another one
 *
 * Orders dates by their earliest start, then the better known start, then the earlier end.
 *
 * Returns: negative, 0 or positive as @a comes before, with or after @b
 */
int ka_date_compare (const KaDate *a, const KaDate *b);

G_END_DECLS
