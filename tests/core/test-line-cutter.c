/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cutting rings and lines into arcs that neighbours share: two fields and the line between them, an
 * island in a lake, rings that begin elsewhere, and many fields at once.
 */
#include "config.h"

#include "ka-atlas-private.h"
#include "ka-line-cutter.h"

typedef struct
{
  KaLineCutter *cutter;
  KaTopology    topology;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->cutter = ka_line_cutter_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_line_cutter_free (fixture->cutter);
  ka_topology_clear (&fixture->topology);
}

/* Cuts a ring or line, compares its points with what they were, and returns its arcs. */
static KaPath
cut (Fixture *fixture, const KaPoint *points, gsize n_points, gboolean is_ring)
{
  g_autofree KaPoint *again = g_new (KaPoint, n_points);
  KaPath              path = { 0 };
  gsize               start = 0;

  ka_line_cutter_cut (fixture->cutter, &fixture->topology, points, n_points, is_ring, &path);
  g_assert_cmpuint (ka_topology_get_points (&fixture->topology, &path, again), ==, n_points);
  while (is_ring && (points[start].x != again[0].x || points[start].y != again[0].y))
    start++;
  for (gsize i = 0; i < n_points; i++)
    {
      const KaPoint *point = &points[is_ring ? (start + i) % (n_points - 1) : i];

      g_assert_cmpfloat (again[i].x, ==, point->x);
      g_assert_cmpfloat (again[i].y, ==, point->y);
    }
  return path;
}

#define ADD(points, is_ring)                                                                       \
  ka_line_cutter_add (fixture->cutter, points, G_N_ELEMENTS (points), is_ring)
#define CUT(points, is_ring) cut (fixture, points, G_N_ELEMENTS (points), is_ring)

static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  static const KaPoint west[] = { { 0, 0 }, { 1, 0 }, { 1, 0.5 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };
  static const KaPoint east[] = { { 2, 1 }, { 1, 1 }, { 1, 0.5 }, { 1, 0 }, { 2, 0 }, { 2, 1 } };
  static const KaPoint line[] = { { 1, 1 }, { 1, 0.5 }, { 1, 0 } };
  g_autofree int      *first = NULL, *second = NULL, *third = NULL;
  KaPath               path;

  ADD (west, TRUE);
  ADD (east, TRUE);
  ADD (line, FALSE);
  path = CUT (west, TRUE);
  first = path.arcs;
  g_assert_cmpuint (path.n_arcs, ==, 2);
  path = CUT (east, TRUE);
  second = path.arcs;
  g_assert_cmpuint (path.n_arcs, ==, 2);
  path = CUT (line, FALSE);
  third = path.arcs;
  g_assert_cmpuint (path.n_arcs, ==, 1);
  g_assert_cmpuint (fixture->topology.n_arcs, ==, 3);
  g_assert_true (third[0] == first[0] || third[0] == ~first[0]);
}

/* A hole and the island in it are one arc, wherever they begin and whichever way they run. */
static void
test_island (Fixture *fixture, gconstpointer data)
{
  static const KaPoint hole[] = { { 4, 4 }, { 6, 4 }, { 6, 6 }, { 4, 6 }, { 4, 4 } };
  static const KaPoint island[] = { { 6, 6 }, { 6, 4 }, { 4, 4 }, { 4, 6 }, { 6, 6 } };
  g_autofree int      *first = NULL, *second = NULL;

  ADD (hole, TRUE);
  ADD (island, TRUE);
  first = CUT (hole, TRUE).arcs;
  second = CUT (island, TRUE).arcs;
  g_assert_cmpuint (fixture->topology.n_arcs, ==, 1);
  g_assert_cmpint (first[0], ==, ~second[0]);
}

/* A field of squares: each inner edge is shared by two, so there are as many arcs as edges. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  const int n = 40;

  for (int round = 0; round < 2; round++)
    for (int x = 0; x < n; x++)
      for (int y = 0; y < n; y++)
        {
          const KaPoint square[] = {
            { x, y }, { x + 1, y }, { x + 1, y + 1 }, { x, y + 1 }, { x, y }
          };

          if (round == 0)
            ADD (square, TRUE);
          else
            g_free (CUT (square, TRUE).arcs);
        }
  /* At a corner of the field two edges are one arc. */
  g_assert_cmpuint (fixture->topology.n_arcs, ==, 2 * n * (n + 1) - 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/line-cutter/neighbours", Fixture, NULL, set_up, test_neighbours, tear_down);
  g_test_add ("/line-cutter/island", Fixture, NULL, set_up, test_island, tear_down);
  g_test_add ("/line-cutter/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
