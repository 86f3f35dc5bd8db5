/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KaDay:
 *
 * A day as a signed count of days from 1 January 1970 (day 0) in the proleptic Gregorian calendar.
 * Intervals of days are half open everywhere: they hold from their first day up to, not including,
 * their last.
 */
typedef gint64 KaDay;

/** KA_DAY_MIN: stands for "from the beginning"; earlier than any day that can be written. */
#define KA_DAY_MIN G_MININT64
/** KA_DAY_MAX: stands for "without end"; later than any day that can be written. */
#define KA_DAY_MAX G_MAXINT64

#define KA_DATE_ERROR (ka_date_error_quark ())

/** KaDateError: why a text is no date. */
typedef enum
{
  KA_DATE_ERROR_SYNTAX, /* no date in the format asked for; the message names the column */
  KA_DATE_ERROR_RANGE,  /* well formed, but no such day or an end before the start */
} KaDateError;

GQuark ka_date_error_quark (void);

/**
 * ka_day_from_ymd:
 * @year: astronomical year (0 is 1 BC)
 * @month: 1 to 12
 * @day: 1 to 31; a day after the end of @month counts on into the next
 *
 * Gives the number of a day. The algorithm is `days_from_civil` of Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2013): years run from March, in eras of 400.
 *
 * Returns: the day
 */
KaDay ka_day_from_ymd (gint64 year, int month, int day);

/**
 * ka_day_to_ymd:
 * @day: a day, neither %KA_DAY_MIN nor %KA_DAY_MAX
 * @year: (out) (optional): astronomical year (0 is 1 BC)
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * The inverse of ka_day_from_ymd(); `civil_from_days` of the same source.
 */
void ka_day_to_ymd (KaDay day, gint64 *year, int *month, int *day_of_month);

/**
 * ka_day_get_days_in_month:
 * @year: astronomical year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int ka_day_get_days_in_month (gint64 year, int month);

/**
 * ka_day_parse:
 * @text: `YYYY-MM-DD`; a year before 0 or after 9999 has a sign and at least four digits
 * @day: (out): the day; untouched on failure
 * @error: (nullable): %KA_DATE_ERROR_SYNTAX or %KA_DATE_ERROR_RANGE
 *
 * Reads a day as ka_day_to_iso() writes it.
 *
 * Returns: whether it was one
 */
gboolean ka_day_parse (const char *text, KaDay *day, GError **error);

/**
 * ka_day_to_iso:
 * @day: a day, neither %KA_DAY_MIN nor %KA_DAY_MAX
 *
 * Writes a day as `YYYY-MM-DD` (ISO 8601, expanded with a sign outside the years 0 to 9999).
 *
 * Returns: (transfer full): the text
 */
char *ka_day_to_iso (KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_day_to_julian:
 * @day: a day, neither %KA_DAY_MIN nor %KA_DAY_MAX
 * @year: (out) (optional): astronomical year (0 is 1 BC)
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * Gives the date of a day in the Julian calendar (Old Style), before and after its use too. The
 * algorithm is that of E. G. Richards, "Calendars", in the
 * "Explanatory Supplement to the Astronomical Almanac", 3rd ed. (2013), ch. 15, for the Julian
 * calendar: years run from March, in cycles of four.
 */
void ka_day_to_julian (KaDay day, gint64 *year, int *month, int *day_of_month);

G_END_DECLS
