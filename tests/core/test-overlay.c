/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shapes laid over one another: by hand, at random against a twin that asks each shape, and with
 * twice as many shapes in twice the time.
 */
#include "config.h"

#include "ka-overlay.h"

#include "ka-grid-segments.h"

#include <string.h>
#include <time.h>

static void
add_shape (GArray *segments, guint shape, const KaPoint *points, gsize n_points)
{
  for (gsize i = 0; i < n_points; i++)
    ka_grid_add_segment (segments, ka_grid_point_from_degrees (points[i]),
                         ka_grid_point_from_degrees (points[(i + 1) % n_points]), shape);
}

static void
add_box (GArray *segments, guint shape, double west, double south, double east, double north)
{
  KaPoint corners[] = { { west, south }, { east, south }, { east, north }, { west, north } };

  add_shape (segments, shape, corners, G_N_ELEMENTS (corners));
}

static GArray *
new_segments (void)
{
  return g_array_new (FALSE, FALSE, sizeof (KaGridSegment));
}

static KaOverlay *
new_overlay (GArray *segments)
{
  g_autoptr (GError) error = NULL;
  KaOverlay *overlay = ka_overlay_new (segments, &error);

  g_assert_no_error (error);
  return overlay;
}

/* Writes the points of a ring; the last is the first again. */
static GArray *
list_ring (const KaOverlay *overlay, const KaOverlayRing *ring)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (KaPoint));

  for (guint i = 0; i < ring->arcs->len; i++)
    {
      int           number = g_array_index (ring->arcs, int, i);
      const GArray *arc = g_array_index (overlay->arcs, KaOverlayArc, number < 0 ? ~number : number)
                            .points;

      for (guint j = i == 0 ? 0 : 1; j < arc->len; j++)
        g_array_append_val (points,
                            g_array_index (arc, KaPoint, number < 0 ? arc->len - 1 - j : j));
    }
  return points;
}

static double
measure_ring (const GArray *points)
{
  double sum = 0;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      KaPoint a = g_array_index (points, KaPoint, i), b = g_array_index (points, KaPoint, i + 1);

      sum += a.x * b.y - b.x * a.y;
    }
  return sum / 2;
}

static const KaOverlayPiece *
find_piece (const KaOverlay *overlay, const guint *shapes, gsize n_shapes)
{
  for (guint i = 0; i < overlay->pieces->len; i++)
    {
      const KaOverlayPiece *piece = &g_array_index (overlay->pieces, KaOverlayPiece, i);

      if (piece->shapes->len == n_shapes &&
          memcmp (piece->shapes->data, shapes, n_shapes * sizeof (guint)) == 0)
        return piece;
    }
  return NULL;
}

static double
measure_piece (const KaOverlay *overlay, const KaOverlayPiece *piece)
{
  double sum = 0;

  for (guint i = 0; i < piece->rings->len; i++)
    {
      const KaOverlayRing *ring = &g_array_index (piece->rings, KaOverlayRing, i);
      g_autoptr (GArray) points = list_ring (overlay, ring);
      double area = measure_ring (points);

      g_assert_cmpint (area > 0, ==, !ring->is_hole);
      sum += area;
    }
  return sum;
}

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-6);
}

static void
test_boxes (void)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (KaOverlay) overlay = NULL;

  add_box (segments, 0, 0, 0, 4, 4);
  add_box (segments, 1, 2, 2, 6, 6);
  add_box (segments, 2, 4, 0, 6, 2); /* shares a side with 0 and with 1 */
  overlay = new_overlay (segments);
  g_assert_cmpuint (overlay->pieces->len, ==, 4);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 0 }, 1)), 12);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 1 }, 1)), 12);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 0, 1 }, 2)), 4);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 2 }, 1)), 4);
  for (guint i = 0; i < overlay->arcs->len; i++)
    g_assert_cmpint (g_array_index (overlay->arcs, KaOverlayArc, i).left, !=,
                     g_array_index (overlay->arcs, KaOverlayArc, i).right);
}

/* A hole with land of another shape in it, and an island of the first in that. */
static void
test_nested (void)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (KaOverlay) overlay = NULL;
  const KaOverlayPiece *ring;

  add_box (segments, 0, 0, 0, 10, 10);
  add_box (segments, 0, 1, 1, 9, 9);
  add_box (segments, 0, 3, 3, 4, 4);
  add_box (segments, 1, 2, 2, 8, 8);
  add_box (segments, 2, 20, 0, 21, 1);
  overlay = new_overlay (segments);
  g_assert_cmpuint (overlay->pieces->len, ==, 4);
  ring = find_piece (overlay, (guint[]){ 0 }, 1);
  assert_near (measure_piece (overlay, ring), 36);
  g_assert_cmpuint (ring->rings->len, ==, 2);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 1 }, 1)), 35);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 0, 1 }, 2)), 1);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 2 }, 1)), 1);
}

/* The same shape drawn twice is no shape; two shapes of one outline are one piece. */
static void
test_equal (void)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (KaOverlay) overlay = NULL;

  add_box (segments, 0, 0, 0, 1, 1);
  add_box (segments, 0, 0, 0, 1, 1);
  add_box (segments, 1, 2, 0, 3, 1);
  add_box (segments, 2, 2, 0, 3, 1);
  overlay = new_overlay (segments);
  g_assert_cmpuint (overlay->pieces->len, ==, 1);
  assert_near (measure_piece (overlay, find_piece (overlay, (guint[]){ 1, 2 }, 2)), 1);
}

static gboolean
is_in_ring (const KaPoint *points, gsize n_points, KaPoint at)
{
  gboolean is_in = FALSE;

  for (gsize i = 0; i < n_points; i++)
    {
      KaPoint a = points[i], b = points[(i + 1) % n_points];

      if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) * (b.x - a.x) / (b.y - a.y))
        is_in = !is_in;
    }
  return is_in;
}

static gboolean
is_in_piece (const KaOverlay *overlay, const KaOverlayPiece *piece, KaPoint at)
{
  gboolean is_in = FALSE;

  for (guint i = 0; i < piece->rings->len; i++)
    {
      g_autoptr (GArray)
        points = list_ring (overlay, &g_array_index (piece->rings, KaOverlayRing, i));

      is_in ^= is_in_ring ((const KaPoint *) (gpointer) points->data, points->len - 1, at);
    }
  return is_in;
}

static void
check_random (guint n_shapes, guint n_points, int size)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (KaOverlay) overlay = NULL;
  KaPoint corners[8][12];

  for (guint i = 0; i < n_shapes; i++)
    {
      for (guint j = 0; j < n_points; j++)
        corners[i][j] = (KaPoint){ g_test_rand_int_range (0, size),
                                   g_test_rand_int_range (0, size) };
      add_shape (segments, i, corners[i], n_points);
    }
  overlay = new_overlay (segments);
  for (guint probe = 0; probe < 40; probe++)
    {
      KaPoint at = { g_test_rand_double_range (0, size), g_test_rand_double_range (0, size) };
      guint   n_in = 0, shapes[8], n_pieces = 0;

      for (guint i = 0; i < n_shapes; i++)
        if (is_in_ring (corners[i], n_points, at))
          shapes[n_in++] = i;
      for (guint i = 0; i < overlay->pieces->len; i++)
        {
          const KaOverlayPiece *piece = &g_array_index (overlay->pieces, KaOverlayPiece, i);

          if (!is_in_piece (overlay, piece, at))
            continue;
          n_pieces++;
          g_assert_true (piece == find_piece (overlay, shapes, n_in));
        }
      g_assert_cmpuint (n_pieces, ==, n_in > 0 ? 1 : 0);
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 300; i++)
    check_random (1 + (guint) g_test_rand_int_range (0, 8),
                  3 + (guint) g_test_rand_int_range (0, 9), i % 2 == 0 ? 6 : 90);
}

/* A field of @n boxes; each lies over its neighbours. */
static double
time_field (int n)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (KaOverlay) overlay = NULL;
  clock_t start;

  for (int i = 0; i < n * n; i++)
    add_box (segments, (guint) i, i % n * 0.1, i / n * 0.1, i % n * 0.1 + 0.15, i / n * 0.1 + 0.15);
  start = clock ();
  overlay = new_overlay (segments);
  g_assert_cmpuint (overlay->pieces->len, >, (guint) (n * n));
  return (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
}

static void
test_growth (void)
{
  double small_ms = time_field (60), large_ms = time_field (120);

  g_test_message ("3,600 boxes in %.1f ms, 14,400 in %.1f ms", small_ms, large_ms);
  g_assert_cmpfloat (large_ms, <, 8 * small_ms + 100);
}

/* Shapes that cross in too many points end in a word, not in a long wait. */
static void
test_limit (void)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4000; i++)
    {
      KaPoint upright[] = { { i * 0.01, 0 }, { i * 0.01 + 0.005, 0 }, { i * 0.01, 40 } };
      KaPoint level[] = { { 0, i * 0.01 }, { 0, i * 0.01 + 0.005 }, { 40, i * 0.01 } };

      add_shape (segments, 2 * i, upright, G_N_ELEMENTS (upright));
      add_shape (segments, 2 * i + 1, level, G_N_ELEMENTS (level));
    }
  g_assert_null (ka_overlay_new (segments, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* Strips that cross in few points and bound too many faces end in a word, not in all memory. */
static void
test_faces (void)
{
  g_autoptr (GArray) segments = new_segments ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    {
      add_box (segments, 2 * i, i * 0.1, 0, i * 0.1 + 0.05, 30);
      add_box (segments, 2 * i + 1, 0, i * 0.1, 30, i * 0.1 + 0.05);
    }
  g_assert_null (ka_overlay_new (segments, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlay/boxes", test_boxes);
  g_test_add_func ("/overlay/nested", test_nested);
  g_test_add_func ("/overlay/equal", test_equal);
  g_test_add_func ("/overlay/random", test_random);
  g_test_add_func ("/overlay/growth", test_growth);
  g_test_add_func ("/overlay/limit", test_limit);
  g_test_add_func ("/overlay/faces", test_faces);
  return g_test_run ();
}
