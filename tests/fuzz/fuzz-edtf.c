/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as a date: what is taken must make sense and be told in words, what is refused must be
 * refused with a reason.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-date.h"

#include <string.h>

/* Room for every form of the grammar and for a set of a few of them. */
#define MAX_TEXT_BYTES 256

static void
check_bounds (const KaDate *date)
{
  g_assert_cmpint (date->earliest, <=, date->start_latest);
  g_assert_cmpint (date->end_earliest, <=, date->end_latest);
  g_assert_cmpint (date->start_latest, <=, date->end_latest);
  if (date->flags & (KA_DATE_OPEN_START | KA_DATE_UNKNOWN_START))
    g_assert_cmpint (date->earliest, ==, KA_DAY_MIN);
  else
    g_assert_cmpint (date->earliest, <, date->end_earliest);
  if (date->flags & (KA_DATE_OPEN_END | KA_DATE_UNKNOWN_END))
    g_assert_cmpint (date->end_latest, ==, KA_DAY_MAX);
  else
    g_assert_cmpint (date->start_latest, <, date->end_latest);
  g_assert_cmpint (ka_date_compare (date, date), ==, 0);
  g_assert_true (ka_date_overlaps (date, KA_DAY_MIN, KA_DAY_MAX));
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) bytes, MIN (size, MAX_TEXT_BYTES));
  g_autoptr (GError) error = NULL;
  KaDate date;

  if (!ka_date_parse_edtf (text, &date, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == KA_DATE_ERROR);
      g_assert_cmpstr (error->message, !=, "");
      return g_strdup (error->message);
    }
  g_assert_no_error (error);
  check_bounds (&date);
  for (int language = 0; language < KA_N_LANGUAGES; language++)
    {
      g_autofree char *words = ka_date_to_words (&date, text, (KaLanguage) language);
      g_autofree char *words_of_bounds = ka_date_to_words (&date, NULL, (KaLanguage) language);

      g_assert_cmpstr (words, !=, "");
      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_null (strpbrk (words, "{}|"));
      g_assert_cmpstr (words_of_bounds, !=, "");
    }
  return NULL;
}
