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

/**
 * KaDateError:
 * @KA_DATE_ERROR_SYNTAX: the text is no date in the format asked for; the message names the column
 * @KA_DATE_ERROR_RANGE: the text is well formed but no such day, or the interval ends before it starts
 */
typedef enum
{
  KA_DATE_ERROR_SYNTAX,
  KA_DATE_ERROR_RANGE,
} KaDateError;

GQuark   ka_date_error_quark (void);

KaDay    ka_day_from_ymd (gint64 year, int month, int day);
void     ka_day_to_ymd (KaDay day, gint64 *year, int *month, int *day_of_month);
int      ka_day_get_days_in_month (gint64 year, int month);
gboolean ka_day_parse (const char *text, KaDay *day, GError **error);
char    *ka_day_to_iso (KaDay day) G_GNUC_WARN_UNUSED_RESULT;
char    *ka_day_to_words (KaDay day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
