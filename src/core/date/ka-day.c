/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days: converts day numbers to and from the proleptic Gregorian calendar and to the Julian one,
 * reads and writes days in ISO 8601.
 */
#include "config.h"

#include "ka-day.h"

#include <string.h>

/* Years that ka_day_parse() takes; far inside what a day number can hold. */
#define MAX_YEAR_DIGITS 9

#define DAYS_PER_ERA 146097 /* 400 years of the Gregorian cycle */
#define DAYS_TO_1970 719468 /* from 1 March of year 0 to 1 January 1970 */

#define DAYS_PER_CYCLE      1461   /* 4 years of the Julian calendar */
#define JULIAN_DAYS_TO_1970 719470 /* from its 1 March of year 0 to 1 January 1970 (Gregorian) */

G_DEFINE_QUARK (ka_date_error, ka_date_error)

/* Rounds towards minus infinity, as the eras before year 0 need it. */
static gint64
divide_floor (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static gboolean
is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Reads exactly @n digits. */
static gboolean
read_digits (const char *text, gsize n, gint64 *value)
{
  gint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      sum = sum * 10 + (text[i] - '0');
    }
  *value = sum;
  return TRUE;
}

int
ka_day_get_days_in_month (gint64 year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && is_leap_year (year) ? 29 : lengths[month - 1];
}

KaDay
ka_day_from_ymd (gint64 year, int month, int day)
{
  gint64 shifted_year, era, year_of_era, day_of_year;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  g_return_val_if_fail (day >= 1 && day <= 31, 0);

  /* Years begin in March, so that the leap day is the last of its year. */
  shifted_year = month <= 2 ? year - 1 : year;
  era = divide_floor (shifted_year, 400);
  year_of_era = shifted_year - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - DAYS_TO_1970;
}

/* Gives the date of a day of a year that begins in March. */
static void
give_date (gint64 shifted_year, gint64 day_of_year, gint64 *year, int *month, int *day_of_month)
{
  gint64 shifted_month = (5 * day_of_year + 2) / 153;
  int    calendar_month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);

  if (year != NULL)
    *year = shifted_year + (calendar_month <= 2 ? 1 : 0);
  if (month != NULL)
    *month = calendar_month;
  if (day_of_month != NULL)
    *day_of_month = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1);
}

void
ka_day_to_ymd (KaDay day, gint64 *year, int *month, int *day_of_month)
{
  gint64 shifted, era, day_of_era, year_of_era, day_of_year;

  g_return_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX);

  shifted = day + DAYS_TO_1970;
  era = divide_floor (shifted, DAYS_PER_ERA);
  day_of_era = shifted - era * DAYS_PER_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  give_date (year_of_era + era * 400, day_of_year, year, month, day_of_month);
}

void
ka_day_to_julian (KaDay day, gint64 *year, int *month, int *day_of_month)
{
  gint64 shifted, shifted_year, day_of_year;

  g_return_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX);

  shifted = day + JULIAN_DAYS_TO_1970;
  shifted_year = divide_floor (4 * shifted + 3, DAYS_PER_CYCLE);
  day_of_year = shifted - divide_floor (shifted_year * DAYS_PER_CYCLE, 4);
  give_date (shifted_year, day_of_year, year, month, day_of_month);
}

/* Reads the year of a day: four digits, or a sign and at least four. Returns its length, 0 for
 * none. */
static gsize
read_year (const char *text, gint64 *year)
{
  gboolean has_sign = text[0] == '-' || text[0] == '+';
  gsize    start = has_sign ? 1 : 0;
  gsize    n = 0;

  while (g_ascii_isdigit (text[start + n]))
    n++;
  if (n < 4 || (!has_sign && n != 4) || n > MAX_YEAR_DIGITS)
    return 0;
  if (!read_digits (text + start, n, year))
    return 0;
  if (text[0] == '-')
    *year = -*year;
  return start + n;
}

gboolean
ka_day_parse (const char *text, KaDay *day, GError **error)
{
  gint64 year, month, day_of_month;
  gsize  length;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  length = read_year (text, &year);
  if (length == 0 || strlen (text + length) != 6 || text[length] != '-' ||
      text[length + 3] != '-' || !read_digits (text + length + 1, 2, &month) ||
      !read_digits (text + length + 4, 2, &day_of_month))
    {
      g_set_error (error, KA_DATE_ERROR, KA_DATE_ERROR_SYNTAX,
                   "“%s” is no day, YYYY-MM-DD expected", text);
      return FALSE;
    }
  if (month < 1 || month > 12 || day_of_month < 1 ||
      day_of_month > ka_day_get_days_in_month (year, (int) month))
    {
      g_set_error (error, KA_DATE_ERROR, KA_DATE_ERROR_RANGE,
                   "there is no day “%s” in the calendar", text);
      return FALSE;
    }
  *day = ka_day_from_ymd (year, (int) month, (int) day_of_month);
  return TRUE;
}

char *
ka_day_to_iso (KaDay day)
{
  gint64 year;
  int    month, day_of_month;

  g_return_val_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX, NULL);

  ka_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d",
                          year < 0 ? "-" : (year > 9999 ? "+" : ""), ABS (year), month,
                          day_of_month);
}
