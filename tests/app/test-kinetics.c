/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The arithmetic of movement: velocity of a drag, inertia, and what stays fixed in an animation.
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

  g_assert_cmpfloat (ka_animation_ease (-1), ==, 0);
  g_assert_cmpfloat (ka_animation_ease (0), ==, 0);
  g_assert_cmpfloat (ka_animation_ease (1), ==, 1);
  g_assert_cmpfloat (ka_animation_ease (7), ==, 1);
  for (int i = 1; i <= 100; i++)
    {
      double now = ka_animation_ease (i / 100.0);

      g_assert_cmpfloat (now, >, last);
      last = now;
    }
  g_assert_cmpfloat (ka_animation_ease (0.5), >, 0.5);
}

static void
test_axis_ends (void)
{
  KaTimeAxis from = make_axis (-20000, 2500);
  KaTimeAxis to = make_axis (-17500, 30);
  KaTimeAxis start = ka_animation_get_axis (&from, &to, 0);
  KaTimeAxis end = ka_animation_get_axis (&from, &to, 1);

  g_assert_cmpfloat_with_epsilon (start.first_day, from.first_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (start.px_per_day, from.px_per_day, 1e-9);
  g_assert_cmpfloat (end.first_day, ==, to.first_day);
  g_assert_cmpfloat (end.px_per_day, ==, to.px_per_day);
}

/* A pan goes straight, and its scale never changes. */
static void
test_axis_pans (void)
{
  KaTimeAxis from = make_axis (-20000, 2500);
  KaTimeAxis to = make_axis (-19000, 2500);
  double     last = from.first_day;

  for (double part = 0.04; part < 1; part += 0.04)
    {
      KaTimeAxis axis = ka_animation_get_axis (&from, &to, part);

      g_assert_cmpfloat_with_epsilon (axis.px_per_day, from.px_per_day, 1e-12);
      g_assert_cmpfloat (axis.first_day, >, last);
      last = axis.first_day;
    }
}

/* A zoom keeps its fixed day in place on the whole way: 200 random zooms. */
static void
test_axis_keeps_fixed_day (void)
{
  for (int i = 0; i < 200; i++)
    {
      KaTimeAxis from = make_axis (g_test_rand_double_range (-30000, 30000),
                                   exp (g_test_rand_double_range (0, 14)));
      double     x = g_test_rand_double_range (0, WIDTH);
      double     day = ka_time_axis_to_day (&from, x);
      KaTimeAxis to = ka_time_axis_zoom_at (&from, x, exp (g_test_rand_double_range (-4, 4)));

      for (int step = 0; step <= 8; step++)
        {
          KaTimeAxis axis = ka_animation_get_axis (&from, &to, step / 8.0);

          g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&axis, day), x, 0.01);
        }
    }
}

/* A zoom of the map keeps its fixed point, too. */
static void
test_viewport (void)
{
  KaViewport from = { { 30, -40 }, 0.5, 800, 600 };
  KaPoint    fixed = { 650, 120 };
  KaViewport to = ka_viewport_zoom_at (&from, fixed, 6.0);
  KaPoint    fixed_km = ka_viewport_to_km (&from, fixed);
  double     scale = from.scale;

  g_assert_cmpfloat (ka_animation_get_duration_ms (&from, &from), ==, KA_ANIMATION_MS);
  g_assert_cmpfloat (ka_animation_get_duration_ms (&from, &to), >, KA_ANIMATION_MS);
  g_assert_cmpfloat (ka_animation_get_duration_ms (&from, &to), <=, 400);
  for (int i = 1; i <= 20; i++)
    {
      KaViewport at = ka_animation_get_viewport (&from, &to, i / 20.0);
      KaPoint    seen = ka_viewport_to_user (&at, fixed_km);

      g_assert_cmpfloat_with_epsilon (seen.x, fixed.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (seen.y, fixed.y, 1e-6);
      g_assert_cmpfloat (at.scale, >, scale);
      scale = at.scale;
    }
  g_assert_cmpfloat (scale, ==, to.scale);

  to = ka_viewport_pan (&from, 100, 0);
  g_assert_cmpfloat_with_epsilon (ka_animation_get_viewport (&from, &to, 0.5).centre_km.x,
                                  (from.centre_km.x + to.centre_km.x) / 2, 1e-9);
}

/* Inertia follows the way of the hand, ever slower, and ends. */
static void
test_inertia (void)
{
  KaPoint velocity = { 0.8, -0.6 };
  KaPoint offset = ka_inertia_get_offset (velocity, 1);
  double  before = 0;
  double  step = G_MAXDOUBLE;

  /* At first it is as fast as the pointer was. */
  g_assert_cmpfloat_with_epsilon (offset.x, 0.8, 0.01);
  for (double age = 16; !ka_inertia_is_over (velocity, age); age += 16)
    {
      double way;

      offset = ka_inertia_get_offset (velocity, age);
      way = hypot (offset.x, offset.y);
      g_assert_cmpfloat_with_epsilon (offset.y / offset.x, -0.75, 1e-9);
      g_assert_cmpfloat (way - before, >, 0);
      g_assert_cmpfloat (way - before, <, step);
      step = way - before;
      before = way;
      g_assert_cmpfloat (age, <, 3000);
    }
  g_assert_cmpfloat (before, >, 200);
  g_assert_cmpfloat (before, <, 300);
  g_assert_cmpfloat (ka_inertia_get_offset (velocity, G_MAXDOUBLE).x, ==, 200);
  g_assert_true (ka_inertia_is_over ((KaPoint){ 0, 0 }, 0));
}

static void
assert_velocity (const KaTrail *trail, double now_ms, double x, double y)
{
  KaPoint velocity = ka_trail_get_velocity (trail, now_ms);

  g_assert_cmpfloat_with_epsilon (velocity.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (velocity.y, y, 1e-9);
}

static void
test_trail (void)
{
  KaTrail trail = { .n_points = 0 };

  assert_velocity (&trail, 0, 0, 0);
  ka_trail_add (&trail, 1000, (KaPoint){ 900, 900 });
  assert_velocity (&trail, 1000, 0, 0);

  /* An even pace, with more points than a trail keeps, and one that is too old to count */
  for (int i = 1; i <= 40; i++)
    ka_trail_add (&trail, 2000 + 10 * i, (KaPoint){ 15.0 * i, -5.0 * i });
  assert_velocity (&trail, 2400, 1.5, -0.5);
  assert_velocity (&trail, 2420, 1.5, -0.5);
  /* A pointer at rest has no velocity. */
  assert_velocity (&trail, 2500, 0, 0);

  /* Only the end of a drag counts: this one turned back. */
  for (int i = 1; i <= 13; i++)
    ka_trail_add (&trail, 2600 + 10 * i, (KaPoint){ 600 - 10 * i, 0 });
  assert_velocity (&trail, 2730, -1, 0);

  /* Two points of the same moment have no speed. */
  trail = (KaTrail){ .n_points = 0 };
  ka_trail_add (&trail, 50, (KaPoint){ 0, 0 });
  ka_trail_add (&trail, 50, (KaPoint){ 90, 0 });
  assert_velocity (&trail, 50, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinetics/ease", test_ease);
  g_test_add_func ("/kinetics/axis/ends", test_axis_ends);
  g_test_add_func ("/kinetics/axis/pans", test_axis_pans);
  g_test_add_func ("/kinetics/axis/keeps-fixed-day", test_axis_keeps_fixed_day);
  g_test_add_func ("/kinetics/viewport", test_viewport);
  g_test_add_func ("/kinetics/inertia", test_inertia);
  g_test_add_func ("/kinetics/trail", test_trail);

  return g_test_run ();
}
