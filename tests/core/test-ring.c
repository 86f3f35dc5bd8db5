/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rings that cross themselves and rings that only touch themselves, by hand, at random against a
 * twin that tries all pairs, and with a hundred thousand points.
 */
#include "config.h"

#include "ka-ring-private.h"

#include <math.h>

/* Reads "x,y x,y …" of single digits and closes the ring. */
static gsize
read_ring (const char *text, KaPoint *points)
{
  gsize n = 0;

  for (const char *c = text; *c != '\0'; c += c[3] == ' ' ? 4 : 3)
    points[n++] = (KaPoint){ c[0] - '0', c[2] - '0' };
  points[n] = points[0];
  return n + 1;
}

static void
test_by_hand (void)
{
  static const struct
  {
    const char *ring;
    gboolean    is_crossed;
  } cases[] = {
    { "0,0 4,0 4,4 0,4", FALSE },
    { "0,0 4,4 4,0 0,4", TRUE },
    /* through a corner, along both diagonals: at one point of one way, at a point of both */
    { "0,0 2,2 4,4 4,0 0,4", TRUE },
    { "0,0 2,2 4,4 4,0 2,2 0,4", TRUE },
    /* touches a corner with a corner, a side with a corner, itself twice at one point */
    { "0,0 2,2 4,0 4,4 2,2 0,4", FALSE },
    { "0,0 6,0 6,4 3,0 0,4", FALSE },
    { "0,0 4,0 2,2 5,1 5,3 2,2 4,4 0,4 2,2", FALSE },
    /* the same point, but one way leads through */
    { "0,0 4,0 2,2 5,1 0,4 2,2 5,3 5,5 0,5", TRUE },
    /* runs back over itself, stands still */
    { "0,0 4,0 4,2 6,2 4,2 4,4 0,4", FALSE },
    { "0,0 0,0 4,0 4,0 4,4 4,4 0,4", FALSE },
    { "0,0 4,0 4,4 0,0", FALSE },
    { "1,1 1,1 1,1", FALSE },
    /* sides that stand upright */
    { "0,0 2,0 2,4 4,4 4,2 0,2", TRUE },
    { "0,0 0,4 2,4 2,0 1,0 1,5 3,5 3,0", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint turn = 0; turn < 4; turn++)
      {
        KaPoint points[16], where = { 0, 0 };
        gsize   n = read_ring (cases[i].ring, points);

        g_test_message ("%s, turned %u times", cases[i].ring, turn);
        for (guint j = 0; j < turn; j++)
          for (gsize k = 0; k < n; k++)
            points[k] = (KaPoint){ -points[k].y, points[k].x };
        g_assert_cmpint (ka_ring_crosses_itself (points, n, &where), ==, cases[i].is_crossed);
        g_assert_cmpint (ka_ring_crosses_itself_by_sweep (points, n, &where), ==,
                         cases[i].is_crossed);
      }
}

static int
get_side (KaPoint a, KaPoint b, KaPoint at)
{
  double product = (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);

  return product > 0 ? 1 : product < 0 ? -1 : 0;
}

/* Whether two sides cross inside of both. */
static gboolean
has_crossed_sides (const KaPoint *points, gsize n)
{
  for (gsize i = 0; i + 1 < n; i++)
    for (gsize j = 0; j < i; j++)
      if (get_side (points[i], points[i + 1], points[j]) *
              get_side (points[i], points[i + 1], points[j + 1]) <
            0 &&
          get_side (points[j], points[j + 1], points[i]) *
              get_side (points[j], points[j + 1], points[i + 1]) <
            0)
        return TRUE;
  return FALSE;
}

/* Whether a corner lies on a side or on another corner. */
static gboolean
has_touches (const KaPoint *points, gsize n)
{
  for (gsize i = 0; i + 1 < n; i++)
    for (gsize j = 0; j + 1 < n; j++)
      if (j != i && (j + 1) % (n - 1) != i && get_side (points[j], points[j + 1], points[i]) == 0)
        return TRUE;
  return FALSE;
}

static void
test_twin (void)
{
  guint n_crossed = 0, n_plain = 0;

  for (guint i = 0; i < 100000; i++)
    {
      KaPoint  points[10], where;
      gsize    n = (gsize) g_test_rand_int_range (4, 10);
      gboolean is_crossed, is_found;

      for (gsize j = 0; j < n; j++)
        points[j] = (KaPoint){ g_test_rand_int_range (0, 30), g_test_rand_int_range (0, 30) };
      points[n] = points[0];
      is_crossed = has_crossed_sides (points, n + 1);
      is_found = ka_ring_crosses_itself (points, n + 1, &where);
      g_assert_cmpint (ka_ring_crosses_itself_by_sweep (points, n + 1, &where), ==, is_found);
      if (is_crossed)
        g_assert_true (is_found);
      else if (!has_touches (points, n + 1))
        g_assert_false (is_found);
      n_crossed += is_crossed ? 1 : 0;
      n_plain += is_found ? 0 : 1;
    }
  g_assert_cmpuint (n_crossed, >, 10000);
  g_assert_cmpuint (n_plain, >, 1000);
}

/* A star of long rays and a comb of slanting teeth: the bounds of nearly all sides overlap. */
static void
test_many_points (void)
{
  gsize               n = 100000;
  g_autofree KaPoint *star = g_new (KaPoint, n + 1), *comb = g_new (KaPoint, n + 1);
  KaPoint             where;

  for (gsize i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * (double) i / (double) n, radius = i % 2 == 0 ? 80 : 1;
      double step = (double) i / (double) n;

      star[i] = (KaPoint){ radius * cos (angle), radius * sin (angle) };
      comb[i] = i % 2 == 0 ? (KaPoint){ step, -step } : (KaPoint){ 50 + step, 50 - step };
    }
  comb[n - 1] = (KaPoint){ -1, -1 };
  star[n] = star[0];
  comb[n] = comb[0];
  g_test_timer_start ();
  g_assert_false (ka_ring_crosses_itself (star, n + 1, &where));
  g_assert_false (ka_ring_crosses_itself (comb, n + 1, &where));
  star[n / 2].x = 90;
  g_assert_true (ka_ring_crosses_itself (star, n + 1, &where));
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 10);
  g_test_message ("%g s", g_test_timer_last ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ring/by-hand", test_by_hand);
  g_test_add_func ("/ring/twin", test_twin);
  g_test_add_func ("/ring/many-points", test_many_points);
  return g_test_run ();
}
