/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-time-axis.h"

#include <math.h>

#define N_TRIES 2000

static KaTimeAxis
make_random_axis (void)
{
  return (KaTimeAxis){
    .first_day = g_test_rand_double_range (-1e6, 1e6),
    .px_per_day = exp2 (g_test_rand_double_range (-9, 8)),
    .width = g_test_rand_double_range (200, 4000),
  };
}

static void
test_round_trip (void)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      KaTimeAxis axis = make_random_axis ();
      double     x = g_test_rand_double_range (0, axis.width);

      g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&axis, ka_time_axis_to_day (&axis, x)), x,
                                      1e-5);
    }
}

static void
test_far_days_can_be_drawn (void)
{
  KaTimeAxis axis = ka_time_axis_fit (0, 100, 1000);

  g_assert_cmpfloat (ka_time_axis_to_x (&axis, (double) KA_DAY_MIN), ==, -1e6);
  g_assert_cmpfloat (ka_time_axis_to_x (&axis, (double) KA_DAY_MAX), ==, 1e6);
}

static void
test_fit (void)
{
  KaTimeAxis axis = ka_time_axis_fit (100, 200, 500);
  KaTimeAxis narrow = ka_time_axis_fit (100, 100, 500);

  g_assert_cmpfloat (ka_time_axis_to_x (&axis, 100), ==, 0);
  g_assert_cmpfloat (ka_time_axis_to_x (&axis, 200), ==, 500);
  g_assert_cmpfloat (ka_time_axis_get_last_day (&axis), ==, 200);
  g_assert_cmpfloat (ka_time_axis_get_last_day (&narrow) - narrow.first_day, ==, KA_TIME_MIN_DAYS);
  g_assert_cmpfloat (ka_time_axis_to_x (&narrow, 100), ==, 250);
}

static void
test_zoom_keeps_the_day_under_the_pointer (void)
{
  KaTimeAxis axis = ka_time_axis_fit (-20000, -10000, 1440);

  for (int i = 0; i < N_TRIES; i++)
    {
      double     x = g_test_rand_double_range (0, axis.width);
      double     day = ka_time_axis_to_day (&axis, x);
      KaTimeAxis zoomed = ka_time_axis_zoom_at (&axis, x, exp2 (g_test_rand_double_range (-1, 1)));

      g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&zoomed, day), x, 1e-6);
      axis = ka_time_axis_clamp (&zoomed, -20000, -10000);
    }
}

static void
test_pan (void)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      KaTimeAxis axis = make_random_axis ();
      double     dx = g_test_rand_double_range (-500, 500);
      KaTimeAxis panned = ka_time_axis_pan (&axis, dx);
      double     day = ka_time_axis_to_day (&axis, 100);

      g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&panned, day), 100 + dx, 1e-5);
      panned = ka_time_axis_pan (&panned, -dx);
      g_assert_cmpfloat_with_epsilon (panned.first_day, axis.first_day, 1e-6);
    }
}

static void
test_clamp (void)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      KaTimeAxis axis = make_random_axis ();
      KaDay      from = g_test_rand_int_range (-100000, 100000);
      KaDay      to = from + g_test_rand_int_range (1, 100000);
      KaTimeAxis clamped = ka_time_axis_clamp (&axis, from, to);
      KaTimeAxis again = ka_time_axis_clamp (&clamped, from, to);
      double     last = ka_time_axis_get_last_day (&clamped);

      g_assert_cmpfloat (clamped.first_day, >=, (double) from - 1e-6);
      g_assert_cmpfloat (last, <=, (double) to + 1e-6);
      g_assert_cmpfloat (last - clamped.first_day, >=, KA_TIME_MIN_DAYS - 1e-6);
      g_assert_cmpfloat (clamped.width, ==, axis.width);
      g_assert_cmpfloat_with_epsilon (again.first_day, clamped.first_day, 1e-5);
    }
}

static void
test_clamp_leaves_what_is_inside (void)
{
  KaTimeAxis axis = ka_time_axis_fit (10, 20, 100);
  KaTimeAxis clamped = ka_time_axis_clamp (&axis, 0, 100);

  g_assert_cmpfloat (clamped.first_day, ==, axis.first_day);
  g_assert_cmpfloat (clamped.px_per_day, ==, axis.px_per_day);
}

static void
test_reveal (void)
{
  KaTimeAxis axis = ka_time_axis_fit (0, 100, 1000);
  KaTimeAxis same = ka_time_axis_reveal (&axis, 50, 100);
  KaTimeAxis left = ka_time_axis_reveal (&axis, -30, 100);
  KaTimeAxis right = ka_time_axis_reveal (&axis, 130, 100);
  KaTimeAxis centred = ka_time_axis_centre_on (&axis, 300);

  g_assert_cmpfloat (same.first_day, ==, 0);
  g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&left, -30), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&right, 130), 900, 1e-9);
  g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&centred, 300), 500, 1e-9);
}

static void
test_resize (void)
{
  KaTimeAxis axis = ka_time_axis_fit (0, 100, 1000);
  KaTimeAxis wide = ka_time_axis_resize (&axis, 1500);

  g_assert_cmpfloat (wide.first_day, ==, 0);
  g_assert_cmpfloat_with_epsilon (ka_time_axis_get_last_day (&wide), 100, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/time-axis/round-trip", test_round_trip);
  g_test_add_func ("/render/time-axis/far-days-can-be-drawn", test_far_days_can_be_drawn);
  g_test_add_func ("/render/time-axis/fit", test_fit);
  g_test_add_func ("/render/time-axis/zoom-keeps-day", test_zoom_keeps_the_day_under_the_pointer);
  g_test_add_func ("/render/time-axis/pan", test_pan);
  g_test_add_func ("/render/time-axis/clamp", test_clamp);
  g_test_add_func ("/render/time-axis/clamp-leaves-inside", test_clamp_leaves_what_is_inside);
  g_test_add_func ("/render/time-axis/reveal", test_reveal);
  g_test_add_func ("/render/time-axis/resize", test_resize);

  return g_test_run ();
}
