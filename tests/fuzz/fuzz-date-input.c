/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Anything that may be typed as a day: what is understood is a stretch of time that can be written,
 * what is not is refused with words.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-date-input.h"

/* Room for two days with long names of months. */
#define MAX_TEXT_BYTES 256

static void
check_day (KaDay day)
{
  g_autofree char *iso = ka_day_to_iso (day);
  g_autoptr (GError) error = NULL;
  KaDay again;

  g_assert_true (ka_day_parse (iso, &again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, day);
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) bytes, MIN (size, MAX_TEXT_BYTES));
  g_autoptr (GError) error = NULL;
  KaDay    from, to;
  gboolean is_interval;

  if (!ka_date_input_parse (text, KA_LANGUAGE_EN, &from, &to, &is_interval, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == KA_DATE_ERROR);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return g_strdup (error->message);
    }
  g_assert_no_error (error);
  g_assert_cmpint (from, <, to);
  check_day (from);
  check_day (to - 1);
  return NULL;
}
