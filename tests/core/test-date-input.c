/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people type them: what is understood, and what is said of what is not.
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "ka-date-input.h"
#include "ka-date.h"
#include "ka-fold.h"

static void
test_understood (void)
{
  static const struct
  {
    const char *text;
    const char *first;
    const char *last; /* inclusive; NULL for the same day */
  } cases[] = {
    { "13.10.1921", "1921-10-13", NULL },
    { "3.1.1921", "1921-01-03", NULL },
    { " 13. 10. 1921 ", "1921-10-13", NULL },
    { "1921-10-13", "1921-10-13", NULL },
    { "1921-1-3", "1921-01-03", NULL },
    { "13 Oct 1921", "1921-10-13", NULL },
    { "13 October 1921", "1921-10-13", NULL },
    { "13 oCTOBER 1921", "1921-10-13", NULL },
    { "13. Oct. 1921", "1921-10-13", NULL },
    { "13-Oct-1921", "1921-10-13", NULL },
    { "October 13, 1921", "1921-10-13", NULL },
    { "1921 Oct 13", "1921-10-13", NULL },
    { "29 Feb 1920", "1920-02-29", NULL },
    { "Oct 1921", "1921-10-01", "1921-10-31" },
    { "October 1921", "1921-10-01", "1921-10-31" },
    { "Sept 1921", "1921-09-01", "1921-09-30" },
    { "feb 1920", "1920-02-01", "1920-02-29" },
    { "1921-10", "1921-10-01", "1921-10-31" },
    { "10.1921", "1921-10-01", "1921-10-31" },
    { "1921 Oct", "1921-10-01", "1921-10-31" },
    { "1921", "1921-01-01", "1921-12-31" },
    { "476", "0476-01-01", "0476-12-31" },
    { "0021", "0021-01-01", "0021-12-31" },
    { "21 AD", "0021-01-01", "0021-12-31" },
    { "44 BC", "-0043-01-01", "-0043-12-31" },
    { "15 March 44 bc", "-0043-03-15", NULL },
    { "13 Ekim 1921", "1921-10-13", NULL },
    { "13 Ağustos 1921", "1921-08-13", NULL },
    { "13 AGUSTOS 1921", "1921-08-13", NULL },
    { "13 KASIM 1921", "1921-11-13", NULL },
    { "13 İyun 1921", "1921-06-13", NULL },
    { "13 октября 1921", "1921-10-13", NULL },
    { "Октябрь 1921", "1921-10-01", "1921-10-31" },
    { "1 мая 1921", "1921-05-01", NULL },
    { "13 հոկտեմբերի 1921", "1921-10-13", NULL },
    { "13 ოქტომბერი 1921", "1921-10-13", NULL },
    { "13 oktyabr 1921", "1921-10-13", NULL },
    { "13 октября 1921 года", "1921-10-13", NULL },
    { "июню 1921 г.", "1921-06-01", "1921-06-30" },
    { "15 МАРТА 44 Г. ДО Н. Э.", "-0043-03-15", NULL },
    { "15 марта 44 г. до н.э.", "-0043-03-15", NULL },
    { "5 г. н. э.", "0005-01-01", "0005-12-31" },
    { "1921 թվականի հոկտեմբերի 13", "1921-10-13", NULL },
    { "მაისს 1921", "1921-05-01", "1921-05-31" },
    { "1921 წ. 13 ოქტ.", "1921-10-13", NULL },
    { "13 oktyabr 1921-ci il", "1921-10-13", NULL },
    { "13/10/1921", "1921-10-13", NULL },
    { "10/13/1921", "1921-10-13", NULL },
    { "3/3/1921", "1921-03-03", NULL },
    { "1921/10/13", "1921-10-13", NULL },
    { "13-10-1921", "1921-10-13", NULL },
    { "10/1921", "1921-10-01", "1921-10-31" },
    { "October 13th, 1921", "1921-10-13", NULL },
    { "1920s", "1920-01-01", "1929-12-31" },
    { "spring 1921", "1921-03-01", "1921-05-31" },
    { "about 1921", "1921-01-01", "1921-12-31" },
    { "March 1921 (uncertain)", "1921-03-01", "1921-03-31" },
    { "from 2 June 1945", "1945-06-02", NULL },
    { "-0043", "-0043-01-01", "-0043-12-31" },
    { "-43", "-0043-01-01", "-0043-12-31" },
    { "−43-03-15", "-0043-03-15", NULL },
    { "9999", "9999-01-01", "9999-12-31" },
    { "AD 476", "0476-01-01", "0476-12-31" },
    { "192X", "1920-01-01", "1929-12-31" },
    { "1921~", "1921-01-01", "1921-12-31" },
    { "1914-1918", "1914-01-01", "1918-12-31" },
    { "1914-18", "1914-01-01", "1918-12-31" },
    { "1914–18", "1914-01-01", "1918-12-31" },
    { "1914/18", "1914-01-01", "1918-12-31" },
    { "21–29 May 1918", "1918-05-21", "1918-05-29" },
    { "21-29 May 1918", "1918-05-21", "1918-05-29" },
    { "21 - 29 May 1918", "1918-05-21", "1918-05-29" },
    { "May–June 1918", "1918-05-01", "1918-06-30" },
    { "May-June 1918", "1918-05-01", "1918-06-30" },
    { "May 1918 – June", "1918-05-01", "1918-06-30" },
    { "21 May – 3 June 1918", "1918-05-21", "1918-06-03" },
    { "13 – 23 Oct 1921", "1921-10-13", "1921-10-23" },
    { "13 or 23 October 1921", "1921-10-13", "1921-10-23" },
    { "1920s – 1930s", "1920-01-01", "1939-12-31" },
    { "44 BC – 31 BC", "-0043-01-01", "-0030-12-31" },
    { "44 BC – AD 14", "-0043-01-01", "0014-12-31" },
    { "1921 – 1923", "1921-01-01", "1923-12-31" },
    { "1921–1923", "1921-01-01", "1923-12-31" },
    { "1921–1923 гг.", "1921-01-01", "1923-12-31" },
    { "1921 - 1923", "1921-01-01", "1923-12-31" },
    { "1921/1923", "1921-01-01", "1923-12-31" },
    { "1921..1923", "1921-01-01", "1923-12-31" },
    { "Mar 1921 to 13 Oct 1921", "1921-03-01", "1921-10-13" },
    { "16.3.1921 – 13.10.1921", "1921-03-16", "1921-10-13" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      KaDay            from = 0;
      KaDay            to = 0;
      gboolean         is_interval = FALSE;

      if (!ka_date_input_parse (cases[i].text, KA_LANGUAGE_EN, &from, &to, &is_interval, &error))
        g_error ("%s: %s", cases[i].text, error->message);
      g_assert_cmpint (is_interval, ==, i >= G_N_ELEMENTS (cases) - 24);
      first = ka_day_to_iso (from);
      last = ka_day_to_iso (to - 1);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last != NULL ? cases[i].last : cases[i].first);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    KaDateError code;
    const char *part; /* what the message must name */
  } cases[] = {
    { "", KA_DATE_ERROR_SYNTAX, "13.10.1921" },
    { "  ", KA_DATE_ERROR_SYNTAX, "13.10.1921" },
    { "13 Octember 1921", KA_DATE_ERROR_SYNTAX, "“Octember” is no month" },
    { "13 Oc 1921", KA_DATE_ERROR_SYNTAX, "“Oc”" },
    { "iyu 1921", KA_DATE_ERROR_SYNTAX, "“iyu” could be June or July" },
    { "հուն 1921", KA_DATE_ERROR_SYNTAX, "could be January or June" },
    { "13 October", KA_DATE_ERROR_SYNTAX, "“13 October” lacks the year" },
    { "October", KA_DATE_ERROR_SYNTAX, "“October” lacks the year" },
    { "13.10", KA_DATE_ERROR_SYNTAX, "“13.10” lacks the year" },
    { "13.10.21", KA_DATE_ERROR_SYNTAX, "“21” is not a whole year" },
    { "21", KA_DATE_ERROR_SYNTAX, "“21” is not a whole year" },
    { "13.13.1921", KA_DATE_ERROR_RANGE, "no month 13" },
    { "1921-13", KA_DATE_ERROR_RANGE, "no month 13" },
    { "1921-00", KA_DATE_ERROR_RANGE, "no month 00" },
    { "31 June 1921", KA_DATE_ERROR_RANGE, "June 1921 has no day 31" },
    { "29.2.1921", KA_DATE_ERROR_RANGE, "February 1921 has no day 29" },
    { "0 May 1921", KA_DATE_ERROR_RANGE, "has no day 0" },
    { "1921000000", KA_DATE_ERROR_RANGE, "too great" },
    { "99999999999999999999", KA_DATE_ERROR_RANGE, "too great" },
    { "0 BC", KA_DATE_ERROR_RANGE, "no year 0" },
    { "3/4/1921", KA_DATE_ERROR_SYNTAX, "two ways" },
    { "3-4-1921", KA_DATE_ERROR_SYNTAX, "two ways" },
    { "13/13/1921", KA_DATE_ERROR_RANGE, "no month 13" },
    { "31/6/1921", KA_DATE_ERROR_RANGE, "June 1921 has no day 31" },
    { "12000", KA_DATE_ERROR_RANGE, "four digits" },
    { "always", KA_DATE_ERROR_SYNTAX, "“always”" },
    { "1918-14", KA_DATE_ERROR_RANGE, "no month 14" },
    { "29–21 May 1918", KA_DATE_ERROR_RANGE, "ends before it begins" },
    { "13 spring 1921 May", KA_DATE_ERROR_SYNTAX, "no date" },
    { "14–18", KA_DATE_ERROR_SYNTAX, "“14” is not a whole year" },
    { "13 Oct 1921 12", KA_DATE_ERROR_SYNTAX, "no date" },
    { "1 2 3 4 1921", KA_DATE_ERROR_SYNTAX, "“1921” is too much" },
    { "1921!", KA_DATE_ERROR_SYNTAX, "“!”" },
    { "1923 – 1921", KA_DATE_ERROR_RANGE, "ends before it begins" },
    { "1921 –", KA_DATE_ERROR_SYNTAX, "missing" },
    { "\xff", KA_DATE_ERROR_SYNTAX, "not text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      KaDay from = 1;
      KaDay to = 2;

      if (ka_date_input_parse (cases[i].text, KA_LANGUAGE_EN, &from, &to, NULL, &error))
        g_error ("“%s” was understood", cases[i].text);
      g_assert_error (error, KA_DATE_ERROR, (gint) cases[i].code);
      if (strstr (error->message, cases[i].part) == NULL)
        g_error ("“%s”: %s", cases[i].text, error->message);
      g_assert_cmpint (from, ==, 1);
      g_assert_cmpint (to, ==, 2);
    }
}

/* What the program writes, it reads. */
/* A text of any length is refused at once. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("1921");
  g_autoptr (GError) error = NULL;
  KaDay  from, to;
  double start = (double) clock ();

  for (int i = 0; i < 20000; i++)
    g_string_append (text, " to 1921");
  g_assert_false (ka_date_input_parse (text->str, KA_LANGUAGE_EN, &from, &to, NULL, &error));
  g_assert_error (error, KA_DATE_ERROR, KA_DATE_ERROR_SYNTAX);
  g_assert_cmpfloat (((double) clock () - start) / CLOCKS_PER_SEC, <, 1);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      KaDay            day = g_test_rand_int_range (-1200000, 400000);
      g_autofree char *words = ka_day_to_words (day, KA_LANGUAGE_EN);
      g_autoptr (GError) error = NULL;
      KaDay from = 0;
      KaDay to = 0;

      if (!ka_date_input_parse (words, KA_LANGUAGE_EN, &from, &to, NULL, &error))
        g_error ("%s: %s", words, error->message);
      g_assert_cmpint (from, ==, day);
      g_assert_cmpint (to, ==, day + 1);
    }
}

/* Plain letters fold as they do beside others. */
static void
test_fold (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *plain = NULL, *beside = NULL, *part = NULL;

      for (gint32 j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append_c (text, (char) g_test_rand_int_range (1, 128));
      plain = ka_fold (text->str, -1);
      part = ka_fold (text->str, (gssize) text->len / 2);
      g_string_append (text, "É");
      beside = ka_fold (text->str, -1);
      g_assert_true (g_str_has_prefix (beside, plain));
      g_assert_true (g_str_has_prefix (plain, part));
      g_assert_cmpstr (beside + strlen (plain), ==, "e");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-input/fold", test_fold);
  g_test_add_func ("/date-input/understood", test_understood);
  g_test_add_func ("/date-input/refused", test_refused);
  g_test_add_func ("/date-input/long", test_long);
  g_test_add_func ("/date-input/round-trip", test_round_trip);

  return g_test_run ();
}
