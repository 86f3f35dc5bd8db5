/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-time-ticks.h"

#include <math.h>
#include <string.h>

/* Seven units a letter is wider than the sans at the size of the axis. */
static double
measure (const char *label, gboolean is_major, gpointer user_data)
{
  return (double) g_utf8_strlen (label, -1) * 6.6;
}

static void
assert_row (const GArray *row, const KaTimeAxis *axis, guint *n_labels)
{
  double last_x = -INFINITY, last_end = -INFINITY;

  *n_labels = 0;
  for (guint i = 0; i < row->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (row, KaTimeTick, i);

      g_assert_cmpfloat (tick->x, >, last_x);
      g_assert_cmpfloat (tick->x, <=, axis->width + 1e-6);
      last_x = tick->x;
      if (tick->label_width <= 0)
        continue;

      (*n_labels)++;
      g_assert_cmpstr (tick->label, !=, "");
      g_assert_cmpfloat (tick->label_x, >=, 0);
      g_assert_cmpfloat (tick->label_x, >, last_end);
      last_end = tick->label_x + tick->label_width;
      g_assert_cmpfloat (last_end, <=, axis->width + 1e-6);
    }
}

static void
assert_no_double (const KaTimeTicks *ticks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ticks->major->len; i++)
    {
      KaTimeTick *tick = &g_array_index (ticks->major, KaTimeTick, i);

      if (tick->label_width > 0 && strlen (tick->label) > 5)
        g_assert_true (g_hash_table_add (seen, tick->label));
    }
}

/* A label at the edge whose mark is out of sight names the time that it stands at. */
static void
assert_first_is_true (const KaTimeTicks *ticks)
{
  const KaTimeTick *first, *second;
  double            days;

  if (ticks->major->len < 2)
    return;
  first = &g_array_index (ticks->major, KaTimeTick, 0);
  second = &g_array_index (ticks->major, KaTimeTick, 1);
  days = second->day - first->day;
  if (first->x < 0)
    g_assert_true (days == 1 || (days >= 28 && days <= 31) || (days >= 365 && days <= 366));
}

static void
test_from_a_week_to_millennia (void)
{
  for (int i = 0; i < 4000; i++)
    {
      double days = exp2 (g_test_rand_double_range (log2 (KA_TIME_MIN_DAYS), log2 (3000 * 365.25)));
      double width = g_test_rand_double_range (600, 2600);
      double first = g_test_rand_double_range (-1500000, 700000);
      KaTimeAxis axis = { first, width / days, width };
      gboolean   is_old = i % 2 == 1;
      guint      n_major, n_minor, fewest = is_old ? 1 : 2; /* two dates take more room */
      g_auto (KaTimeTicks) ticks = { 0 };

      ka_time_ticks_compute (&ticks, &axis, is_old, KA_LANGUAGE_EN, measure, NULL);
      assert_row (ticks.major, &axis, &n_major);
      assert_row (ticks.minor, &axis, &n_minor);
      assert_no_double (&ticks);
      assert_first_is_true (&ticks);
      if (n_major < fewest || n_major > 15)
        g_error ("%g days from %g on %g units have %u labels", days, first, width, n_major);
    }
}

static void
test_narrow_and_wide (void)
{
  static const double widths[] = { 1, 20, 120, 300, 8000, 30000 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (double days = 1; days < 4e6; days *= 7)
      {
        KaTimeAxis axis = { -20000.5, widths[i] / days, widths[i] };
        guint      n_labels;
        g_auto (KaTimeTicks) ticks = { 0 };

        ka_time_ticks_compute (&ticks, &axis, FALSE, KA_LANGUAGE_EN, measure, NULL);
        assert_row (ticks.major, &axis, &n_labels);
        assert_row (ticks.minor, &axis, &n_labels);
        g_assert_cmpfloat ((double) ticks.minor->len, <, widths[i] / 4 + 2);
      }
}

/* The marks stay where they are when the axis is scrolled. */
static void
test_marks_do_not_wander (void)
{
  for (int i = 0; i < 300; i++)
    {
      double     days = exp2 (g_test_rand_double_range (1, 18));
      KaTimeAxis axis = { g_test_rand_double_range (-200000, 200000), 1200 / days, 1200 };
      KaTimeAxis panned = ka_time_axis_pan (&axis, -g_test_rand_double_range (0, 300));
      g_auto (KaTimeTicks) before = { 0 };
      g_auto (KaTimeTicks) after = { 0 };

      ka_time_ticks_compute (&before, &axis, FALSE, KA_LANGUAGE_EN, measure, NULL);
      ka_time_ticks_compute (&after, &panned, FALSE, KA_LANGUAGE_EN, measure, NULL);
      for (guint j = 0; j < before.major->len; j++)
        {
          double   day = g_array_index (before.major, KaTimeTick, j).day;
          gboolean found = ka_time_axis_to_x (&panned, day) < 0;

          for (guint k = 0; k < after.major->len; k++)
            found |= g_array_index (after.major, KaTimeTick, k).day == day;
          g_assert_true (found);
        }
    }
}

typedef struct
{
  const char *from;
  const char *to;
  const char *major;
  const char *minor;
} Case;

static const Case cases[] = {
  { "1921-10-13", "1921-10-14", "10 Oct 1921|11 Oct|12 Oct|13 Oct|14 Oct|15 Oct|16 Oct", "" },
  { "1921-10-10", "1921-10-18", "10 Oct 1921|11 Oct|12 Oct|13 Oct|14 Oct|15 Oct|16 Oct|17 Oct",
    "" },
  { "1921-09-20", "1921-11-20", "21 Sep 1921|1 Oct|11 Oct|21 Oct|1 Nov|11 Nov", "20|22|23" },
  { "1921-01-01", "1921-09-01", "Jan 1921|Feb|Mar|Apr|May|Jun|Jul|Aug", "6|11|16" },
  { "1917-01-01", "1925-01-01", "1917|1918|1919|1920|1921|1922|1923|1924", "Apr|Jul|Oct" },
  { "1878-01-01", "2016-01-01", "1880|1900|1920|1940|1960|1980|2000", "1885|1890|1895" },
  { "-0499-01-01", "0501-01-01",
    "500 BC|400 BC|300 BC|200 BC|100 BC|AD 1|AD 100|AD 200|AD 300|AD 400", "450 BC|350 BC|250 BC" },
};

static char *
join_labels (const GArray *row, guint most)
{
  GString *text = g_string_new (NULL);
  guint    n_labels = 0;

  for (guint i = 0; i < row->len && n_labels < most; i++)
    {
      const KaTimeTick *tick = &g_array_index (row, KaTimeTick, i);

      if (tick->label_width > 0)
        g_string_append_printf (text, "%s%s", n_labels++ > 0 ? "|" : "", tick->label);
    }

  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDay from, to;
      g_auto (KaTimeTicks) ticks = { 0 };
      g_autofree char *major = NULL;
      g_autofree char *minor = NULL;
      KaTimeAxis       axis;

      g_assert_true (ka_day_parse (cases[i].from, &from, NULL));
      g_assert_true (ka_day_parse (cases[i].to, &to, NULL));
      axis = ka_time_axis_fit (from, to, 1440);
      ka_time_ticks_compute (&ticks, &axis, FALSE, KA_LANGUAGE_EN, measure, NULL);
      major = join_labels (ticks.major, 20);
      minor = join_labels (ticks.minor, 3);
      g_assert_cmpstr (major, ==, cases[i].major);
      g_assert_cmpstr (minor, ==, cases[i].minor);
    }
}

/* Days say the day of the Julian calendar too, other units do not. */
static void
test_old_style (void)
{
  static const struct
  {
    int         n_days;
    const char *major;
    const char *minor;
  } rows[] = {
    { 7,
      "13 Oct 1921 (30 Sep)|14 Oct (1 Oct)|15 Oct (2 Oct)|16 Oct (3 Oct)|17 Oct (4 Oct)|"
      "18 Oct (5 Oct)|19 Oct (6 Oct)",
      "" },
    { 100, "Oct 1921|Nov|Dec|Jan 1922", "16 (3)|21 (8)|26 (13)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KaDay      from = ka_day_from_ymd (1921, 10, 13);
      KaTimeAxis axis = ka_time_axis_fit (from, from + rows[i].n_days, 1440);
      g_auto (KaTimeTicks) ticks = { 0 };
      g_autofree char *major = NULL;
      g_autofree char *minor = NULL;

      ka_time_ticks_compute (&ticks, &axis, TRUE, KA_LANGUAGE_EN, measure, NULL);
      major = join_labels (ticks.major, 20);
      minor = join_labels (ticks.minor, 3);
      g_assert_cmpstr (major, ==, rows[i].major);
      g_assert_cmpstr (minor, ==, rows[i].minor);
    }
}

/* In every language there are rows, and no label is cut: not one of far years with both calendars
 * either. */
static void
test_languages (void)
{
  for (int i = 0; i < 1200; i++)
    {
      const KaLanguage language = (KaLanguage) (i % KA_N_LANGUAGES);
      const KaDay      from = ka_day_from_ymd (-100000 + 300 * (i / 2), 1 + i % 12, 1 + i % 28);
      const double     days = exp2 (g_test_rand_double_range (0, log2 (3000 * 365.25)));
      KaTimeAxis       axis = ka_time_axis_fit (from, from + (KaDay) MAX (days, 1), 1440);
      guint            n_labels = 0;
      g_auto (KaTimeTicks) ticks = { 0 };

      ka_time_ticks_compute (&ticks, &axis, TRUE, language, measure, NULL);
      assert_row (ticks.major, &axis, &n_labels);
      g_assert_cmpuint (n_labels, >=, 2);
      for (guint j = 0; j < ticks.major->len; j++)
        {
          const char *label = g_array_index (ticks.major, KaTimeTick, j).label;

          g_assert_true (g_utf8_validate (label, -1, NULL));
          g_assert_true ((strchr (label, '(') == NULL) == (strchr (label, ')') == NULL));
        }
    }
}

/* The period in which the axis begins is named although its mark is out of sight. */
static void
test_first_label_sticks (void)
{
  KaDay             from = ka_day_from_ymd (1917, 3, 1);
  KaTimeAxis        axis = ka_time_axis_fit (from, ka_day_from_ymd (1925, 3, 1), 1440);
  const KaTimeTick *first;
  g_auto (KaTimeTicks) ticks = { 0 };

  ka_time_ticks_compute (&ticks, &axis, FALSE, KA_LANGUAGE_EN, measure, NULL);
  first = &g_array_index (ticks.major, KaTimeTick, 0);
  g_assert_cmpstr (first->label, ==, "1917");
  g_assert_cmpfloat (first->x, <, 0);
  g_assert_cmpfloat (first->label_x, >=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/time-ticks/from-a-week-to-millennia", test_from_a_week_to_millennia);
  g_test_add_func ("/render/time-ticks/narrow-and-wide", test_narrow_and_wide);
  g_test_add_func ("/render/time-ticks/marks-do-not-wander", test_marks_do_not_wander);
  g_test_add_func ("/render/time-ticks/cases", test_cases);
  g_test_add_func ("/render/time-ticks/old-style", test_old_style);
  g_test_add_func ("/render/time-ticks/languages", test_languages);
  g_test_add_func ("/render/time-ticks/first-label-sticks", test_first_label_sticks);

  return g_test_run ();
}
