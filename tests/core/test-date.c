/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates: comparing, overlapping, exactness, words from bounds alone. The forms are test-edtf.c's.
 */
#include "config.h"

#include "ka-date.h"

static KaDate
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  KaDate date;

  ka_date_parse_edtf (edtf, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
test_compare (void)
{
  /* In order: each comes before all that follow */
  static const char *const ordered[] = { "../1921",    "1918",       "1918-01-01/1918-02",
                                         "1918-01-02", "1918-05-21", "1918-05-21/1918-05-29",
                                         "1918-06",    "1921-10-13", "1945/.." };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        KaDate a = parse (ordered[i]), b = parse (ordered[j]);
        int    order = ka_date_compare (&a, &b);

        if (i == j)
          g_assert_cmpint (order, ==, 0);
        /* A year may have begun on any of its days: it comes after what began on its first. */
        else if (a.earliest != b.earliest)
          g_assert_cmpint (order < 0, ==, i < j);
        g_assert_cmpint (order, ==, -ka_date_compare (&b, &a));
      }
}

static void
test_overlaps (void)
{
  static const struct
  {
    const char *edtf, *from, *to;
    gboolean    overlaps;
  } cases[] = {
    { "1921-10-13", "1921-10-13", "1921-10-14", TRUE },
    { "1921-10-13", "1921-10-14", "1921-10-15", FALSE },
    { "1921-10-13", "1921-10-12", "1921-10-13", FALSE },
    { "1918-05-21/1918-05-29", "1918-05-29", "1918-06-01", TRUE },
    { "1918-05-21/1918-05-29", "1918-05-30", "1918-06-01", FALSE },
    { "1918-05-21/1918-05-29", "1918-05-24", "1918-05-25", TRUE },
    { "1918-05-21/1918-05-29", "1918-01-01", "1919-01-01", TRUE },
    { "1921-03", "1921-03-31", "1921-04-01", TRUE },
    { "1945/..", "2020-01-01", "2020-01-02", TRUE },
    { "../1921", "1800-01-01", "1800-01-02", TRUE },
    { "../1921", "1922-01-01", "1923-01-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDate date = parse (cases[i].edtf), from = parse (cases[i].from), to = parse (cases[i].to);

      g_assert_cmpint (ka_date_overlaps (&date, from.earliest, to.earliest), ==, cases[i].overlaps);
      g_assert_true (ka_date_overlaps (&date, KA_DAY_MIN, KA_DAY_MAX));
    }
}

static void
test_words_from_bounds (void)
{
  static const struct
  {
    const char *edtf, *words;
  } cases[] = {
    { "1921-10-13", "13 October 1921" },
    { "1918-05-21/1918-05-29", "21 May 1918 – 29 May 1918" },
    { "1921-03", "between 1 and 31 March 1921" },
    { "1945-06-01/..", "from 1 June 1945" },
    { "../1921-01-01", "until 1 January 1921" },
  };
  const KaDate     always = { KA_DAY_MIN, KA_DAY_MIN, KA_DAY_MAX, KA_DAY_MAX, KA_DATE_SPAN };
  g_autofree char *always_words = ka_date_to_words (&always, NULL, KA_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDate           date = parse (cases[i].edtf);
      g_autofree char *words = ka_date_to_words (&date, NULL, KA_LANGUAGE_EN);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (always_words, ==, "always");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/overlaps", test_overlaps);
  g_test_add_func ("/date/words-from-bounds", test_words_from_bounds);
  return g_test_run ();
}
