/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days: day numbers against the calendar, both ways of writing, what is refused.
 */
#include "config.h"

#include "ka-date.h"

#include <stdlib.h>

static void
test_known_days (void)
{
  /* Reingold and Dershowitz, "Calendrical Calculations", 4th ed., appendix C, and the Unix epoch */
  static const struct
  {
    gint64 year;
    int    month, day;
    KaDay  number;
  } cases[] = {
    { 1970, 1, 1, 0 },         { 1969, 12, 31, -1 },     { 2000, 2, 29, 11016 },
    { 1921, 10, 13, -17612 },  { 1, 1, 1, -719162 },     { 0, 12, 31, -719163 },
    { 0, 2, 29, -719469 },     { -586, 7, 24, -933356 }, { 1878, 7, 13, -33409 },
    { 9999, 12, 31, 2932896 }, { 1600, 2, 29, -135081 }, { 1900, 3, 1, -25508 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 year;
      int    month, day;

      g_assert_cmpint (ka_day_from_ymd (cases[i].year, cases[i].month, cases[i].day), ==,
                       cases[i].number);
      ka_day_to_ymd (cases[i].number, &year, &month, &day);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

/* Walks the calendar day by day, with the lengths of months as the only rule. */
static void
test_walk (void)
{
  KaDay day = ka_day_from_ymd (-401, 1, 1);

  for (gint64 year = -401; year <= 2400; year++)
    for (int month = 1; month <= 12; month++)
      for (int d = 1; d <= ka_day_get_days_in_month (year, month); d++, day++)
        {
          gint64 year_back;
          int    month_back, day_back;

          if (d == 1)
            g_assert_cmpint (ka_day_from_ymd (year, month, d), ==, day);
          ka_day_to_ymd (day, &year_back, &month_back, &day_back);
          if (year_back != year || month_back != month || day_back != d)
            g_error ("day %" G_GINT64_FORMAT " comes back wrong", day);
        }
}

static void
test_round_trip (void)
{
  KaDay first = ka_day_from_ymd (-10000, 1, 1), last = ka_day_from_ymd (10000, 12, 31);

  for (KaDay day = first; day <= last; day += 97)
    {
      g_autofree char *text = ka_day_to_iso (day);
      g_autoptr (GError) error = NULL;
      KaDay back;

      g_assert_true (ka_day_parse (text, &back, &error));
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, day);
    }
}

static void
test_iso (void)
{
  static const struct
  {
    gint64      year;
    int         month, day;
    const char *text;
  } cases[] = {
    { 1921, 10, 13, "1921-10-13" },    { 0, 1, 1, "0000-01-01" },
    { -44, 3, 15, "-0044-03-15" },     { 10000, 1, 1, "+10000-01-01" },
    { -10000, 6, 30, "-10000-06-30" }, { 33, 4, 3, "0033-04-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDay            day = ka_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);
      g_autofree char *text = ka_day_to_iso (day);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_words (void)
{
  g_autofree char *kars = ka_day_to_words (ka_day_from_ymd (1921, 10, 13), KA_LANGUAGE_EN);
  g_autofree char *ides = ka_day_to_words (ka_day_from_ymd (-43, 3, 15), KA_LANGUAGE_EN);

  g_assert_cmpstr (kars, ==, "13 October 1921");
  g_assert_cmpstr (ides, ==, "15 March 44 BC");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int         code;
  } cases[] = {
    { "", KA_DATE_ERROR_SYNTAX },
    { "1921", KA_DATE_ERROR_SYNTAX },
    { "1921-10", KA_DATE_ERROR_SYNTAX },
    { "1921-10-1", KA_DATE_ERROR_SYNTAX },
    { "1921-10-013", KA_DATE_ERROR_SYNTAX },
    { "1921-1-013", KA_DATE_ERROR_SYNTAX },
    { "1921/10/13", KA_DATE_ERROR_SYNTAX },
    { " 1921-10-13", KA_DATE_ERROR_SYNTAX },
    { "1921-10-13 ", KA_DATE_ERROR_SYNTAX },
    { "21-10-13", KA_DATE_ERROR_SYNTAX },
    { "12345-10-13", KA_DATE_ERROR_SYNTAX },
    { "+123456789012-10-13", KA_DATE_ERROR_SYNTAX },
    { "1921-00-13", KA_DATE_ERROR_RANGE },
    { "1921-13-13", KA_DATE_ERROR_RANGE },
    { "1921-10-00", KA_DATE_ERROR_RANGE },
    { "1921-02-29", KA_DATE_ERROR_RANGE },
    { "1900-02-29", KA_DATE_ERROR_RANGE },
    { "1921-04-31", KA_DATE_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      KaDay day = 4711;

      g_assert_false (ka_day_parse (cases[i].text, &day, &error));
      g_assert_error (error, KA_DATE_ERROR, cases[i].code);
      g_assert_cmpint (day, ==, 4711);
    }
}

/* Pairs that are written in the books: the last and first days of the two calendars, the day on
 * which the Julian day numbers begin, dates with both styles. */
static void
test_julian (void)
{
  static const struct
  {
    gint64      year;
    int         month, day;
    gint64      julian_year;
    int         julian_month, julian_day;
    const char *words;
  } cases[] = {
    { -4713, 11, 24, -4712, 1, 1, "1 January 4713 BC O.S." },
    { 1582, 10, 15, 1582, 10, 5, "5 October O.S." },
    { 1752, 9, 14, 1752, 9, 3, "3 September O.S." },
    { 1917, 11, 7, 1917, 10, 25, "25 October O.S." },
    { 1918, 1, 1, 1917, 12, 19, "19 December 1917 O.S." },
    { 1918, 2, 14, 1918, 2, 1, "1 February O.S." },
    { 1921, 10, 13, 1921, 9, 30, "30 September O.S." },
    { 1900, 3, 13, 1900, 2, 29, "29 February O.S." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDay            day = ka_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);
      g_autofree char *words = ka_day_to_old_style_words (day, KA_LANGUAGE_EN);
      gint64           year;
      int              month, day_of_month;

      ka_day_to_julian (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, cases[i].julian_year);
      g_assert_cmpint (month, ==, cases[i].julian_month);
      g_assert_cmpint (day_of_month, ==, cases[i].julian_day);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Every day has one Julian date, and each follows the one before. */
static void
test_julian_sequence (void)
{
  const KaDay first = ka_day_from_ymd (-5000, 1, 1), last = ka_day_from_ymd (3000, 12, 31);
  gint64      year_before;
  int         month_before, day_before;

  ka_day_to_julian (first - 1, &year_before, &month_before, &day_before);

  for (KaDay day = first; day <= last; day++)
    {
      gint64 year;
      int    month, day_of_month;

      ka_day_to_julian (day, &year, &month, &day_of_month);
      if (day_of_month != day_before + 1)
        {
          g_assert_cmpint (day_of_month, ==, 1);
          g_assert_cmpint (month, ==, month_before % 12 + 1);
          g_assert_cmpint (year, ==, month == 1 ? year_before + 1 : year_before);
          if (month == 3)
            g_assert_cmpint (day_before, ==, year % 4 == 0 ? 29 : 28);
        }
      year_before = year;
      month_before = month;
      day_before = day_of_month;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/known-days", test_known_days);
  g_test_add_func ("/day/walk", test_walk);
  g_test_add_func ("/day/round-trip", test_round_trip);
  g_test_add_func ("/day/julian", test_julian);
  g_test_add_func ("/day/julian-sequence", test_julian_sequence);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/words", test_words);
  g_test_add_func ("/day/refused", test_refused);
  return g_test_run ();
}
