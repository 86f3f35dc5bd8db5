/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic of the moving axis: where a move starts and ends and what stays fixed on the way,
 * how a fling slows down, and how fast a pointer was when it was let go.
 */

#include "config.h"

#include <math.h>

#include "ka-kinetics.h"

#define WIDTH 1400.0

static KaTimeAxis
make_axis (double first_day, double days)
{
  return (KaTimeAxis){ .first_day = first_day, .px_per_day = WIDTH / days, .width = WIDTH };
}

static void
test_ease (void)
{
  double last = 0;

  g_assert_cmpfloat (ka_time_ease (-1), ==, 0);
  g_assert_cmpfloat (ka_time_ease (0), ==, 0);
  g_assert_cmpfloat (ka_time_ease (1), ==, 1);
  g_assert_cmpfloat (ka_time_ease (7), ==, 1);
  for (int i = 1; i <= 100; i++)
    {
      double now = ka_time_ease (i / 100.0);

      g_assert_cmpfloat (now, >, last);
      last = now;
    }
  g_assert_cmpfloat (ka_time_ease (0.5), >, 0.5);
}

static void
test_move_ends (void)
{
  KaTimeMove move = { make_axis (-20000, 2500), make_axis (-17500, 30), KA_TIME_MOVE_MS };
  KaTimeAxis start = ka_time_move_at (&move, 0);
  KaTimeAxis end = ka_time_move_at (&move, KA_TIME_MOVE_MS);

  g_assert_cmpfloat_with_epsilon (start.first_day, move.from.first_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (start.px_per_day, move.from.px_per_day, 1e-9);
  g_assert_cmpfloat (end.first_day, ==, move.to.first_day);
  g_assert_cmpfloat (end.px_per_day, ==, move.to.px_per_day);
}

/* A pan goes straight, and its scale never changes. */
static void
test_move_pans (void)
{
  KaTimeMove move = { make_axis (-20000, 2500), make_axis (-19000, 2500), KA_TIME_MOVE_MS };
  double     last = move.from.first_day;

  for (double age = 10; age < KA_TIME_MOVE_MS; age += 10)
    {
      KaTimeAxis axis = ka_time_move_at (&move, age);

      g_assert_cmpfloat_with_epsilon (axis.px_per_day, move.from.px_per_day, 1e-12);
      g_assert_cmpfloat (axis.first_day, >, last);
      last = axis.first_day;
    }
}

/* What a zoom keeps in its place stays there during the whole move: 200 random zooms. */
static void
test_move_keeps_fixed_point (void)
{
  for (int i = 0; i < 200; i++)
    {
      KaTimeAxis from = make_axis (g_test_rand_double_range (-30000, 30000),
                                   exp (g_test_rand_double_range (0, 14)));
      double     x = g_test_rand_double_range (0, WIDTH);
      double     day = ka_time_axis_to_day (&from, x);
      KaTimeMove move = { from, from, KA_TIME_MOVE_MS };

      move.to = ka_time_axis_zoom_at (&from, x, exp (g_test_rand_double_range (-4, 4)));
      for (double age = 0; age <= KA_TIME_MOVE_MS; age += KA_TIME_MOVE_MS / 8)
        {
          KaTimeAxis axis = ka_time_move_at (&move, age);

          g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&axis, day), x, 0.01);
        }
    }
}

static void
test_fling (void)
{
  double last = 0;

  g_assert_cmpfloat (ka_time_fling_get_distance (2, 0), ==, 0);
  for (double age = 16; age < 3000; age += 16)
    {
      double distance = ka_time_fling_get_distance (2, age);

      g_assert_cmpfloat (distance, >, last);
      g_assert_cmpfloat_with_epsilon (ka_time_fling_get_distance (-2, age), -distance, 1e-9);
      last = distance;
    }
  /* At first it goes on as fast as the pointer went. */
  g_assert_cmpfloat_with_epsilon (ka_time_fling_get_distance (2, 1), 2, 0.02);
  g_assert_false (ka_time_fling_is_over (2, 0));
  g_assert_false (ka_time_fling_is_over (-2, 100));
  g_assert_true (ka_time_fling_is_over (-2, 3000));
  g_assert_true (ka_time_fling_is_over (0, 0));
}

static void
test_trail (void)
{
  KaTimeTrail trail = { .n_points = 0 };

  g_assert_cmpfloat (ka_time_trail_get_velocity (&trail, 0), ==, 0);
  ka_time_trail_add (&trail, 100, 1000);
  g_assert_cmpfloat (ka_time_trail_get_velocity (&trail, 1000), ==, 0);

  /* Three hundred units in two hundred milliseconds, at an even pace; more points than it keeps. */
  for (int i = 1; i <= 20; i++)
    ka_time_trail_add (&trail, 100 + 15 * i, 1000 + 10 * i);
  g_assert_cmpfloat_with_epsilon (ka_time_trail_get_velocity (&trail, 1200), 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ka_time_trail_get_velocity (&trail, 1220), 1.5, 1e-9);
  /* Held still before it is let go. */
  g_assert_cmpfloat (ka_time_trail_get_velocity (&trail, 1300), ==, 0);

  /* Only the end of a drag counts: it turned back. */
  for (int i = 1; i <= 8; i++)
    ka_time_trail_add (&trail, 400 - 10 * i, 1400 + 10 * i);
  g_assert_cmpfloat_with_epsilon (ka_time_trail_get_velocity (&trail, 1480), -1, 1e-9);

  /* Two points of the same moment have no speed. */
  trail = (KaTimeTrail){ .n_points = 0 };
  ka_time_trail_add (&trail, 0, 50);
  ka_time_trail_add (&trail, 90, 50);
  g_assert_cmpfloat (ka_time_trail_get_velocity (&trail, 50), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-motion/ease", test_ease);
  g_test_add_func ("/time-motion/move-ends", test_move_ends);
  g_test_add_func ("/time-motion/move-pans", test_move_pans);
  g_test_add_func ("/time-motion/move-keeps-fixed-point", test_move_keeps_fixed_point);
  g_test_add_func ("/time-motion/fling", test_fling);
  g_test_add_func ("/time-motion/trail", test_trail);

  return g_test_run ();
}
