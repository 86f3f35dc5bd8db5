/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of the built-in atlas: paths and their points, rings and their winding, neighbours that
 * share their arcs, and what lies inside against a twin by winding numbers.
 */
#include "config.h"

#include "ka-core-test.h"

#include <string.h>

static KaPoint *
dup_points (const KaTopology *topology, const KaPath *path, gsize *n_points)
{
  KaPoint *points = g_new (KaPoint, ka_topology_count_points (topology, path));

  *n_points = ka_topology_get_points (topology, path, points);
  g_assert_cmpuint (*n_points, ==, ka_topology_count_points (topology, path));
  return points;
}

static void
assert_same_point (KaPoint a, KaPoint b)
{
  g_assert_cmpfloat (a.x, ==, b.x);
  g_assert_cmpfloat (a.y, ==, b.y);
}

/* Twice the signed area. */
static double
compute_area (const KaPoint *points, gsize n_points)
{
  double sum = 0;

  for (gsize i = 1; i < n_points; i++)
    sum += points[i - 1].x * points[i].y - points[i].x * points[i - 1].y;
  return sum;
}

/* D. Sunday, "Inclusion of a Point in a Polygon" (2001). */
static int
compute_winding_number (const KaPoint *points, gsize n_points, KaPoint at)
{
  int winding = 0;

  for (gsize i = 1; i < n_points; i++)
    {
      KaPoint a = points[i - 1], b = points[i];
      double  side = (b.x - a.x) * (at.y - a.y) - (at.x - a.x) * (b.y - a.y);

      if (a.y <= at.y && b.y > at.y && side > 0)
        winding++;
      else if (a.y > at.y && b.y <= at.y && side < 0)
        winding--;
    }
  return winding;
}

static gboolean
contains_slowly (const KaTopology *topology, const KaGeometry *geometry, KaPoint at)
{
  int winding = 0;

  for (gsize i = 0; i < geometry->n_paths; i++)
    {
      gsize               n_points;
      g_autofree KaPoint *points = dup_points (topology, &geometry->paths[i], &n_points);

      winding += compute_winding_number (points, n_points, at);
    }
  return winding != 0;
}

static void
test_small (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas ("core/faults/valid.json");
  const KaTopology *topology = ka_atlas_get_topology (atlas);
  const KaGeometry *west = ka_topology_lookup (topology, KA_LAYER_AREAS, "west");
  const KaGeometry *east = ka_topology_lookup (topology, KA_LAYER_AREAS, "east");
  const KaGeometry *middle = ka_topology_lookup (topology, KA_LAYER_FRONTIERS, "middle");
  KaPoint           points[5];

  /* The order of the areas, not that of the geography */
  g_assert_true (west == &topology->layers[KA_LAYER_AREAS][0]);
  g_assert_true (east == &topology->layers[KA_LAYER_AREAS][1]);
  g_assert_null (ka_topology_lookup (topology, KA_LAYER_LAKES, "west"));
  g_assert_cmpint (topology->arcs[0].left, ==, 0);
  g_assert_cmpint (topology->arcs[0].right, ==, 1);
  g_assert_cmpint (topology->arcs[1].left, ==, 0);
  g_assert_cmpint (topology->arcs[1].right, ==, KA_NO_AREA);
  g_assert_cmpint (topology->arcs[2].kind, ==, KA_ARC_FRAME);
  g_assert_true (topology->arcs[0].by_hand);
  g_assert_cmpuint (ka_topology_count_points (topology, &middle->paths[0]), ==, 3);
  g_assert_cmpuint (ka_topology_get_points (topology, &middle->paths[0], points), ==, 3);
  g_assert_cmpfloat (points[0].x, ==, 1);
  g_assert_cmpfloat (points[1].y, ==, 0.5);
  g_assert_cmpfloat (points[2].y, ==, 1);
  g_assert_true (ka_topology_contains (topology, west, (KaPoint){ 0.5, 0.5 }));
  g_assert_false (ka_topology_contains (topology, east, (KaPoint){ 0.5, 0.5 }));
  g_assert_true (ka_topology_contains (topology, east, (KaPoint){ 1.5, 0.5 }));
  g_assert_false (ka_topology_contains (topology, west, (KaPoint){ 3, 0.5 }));
  g_assert_false (ka_topology_contains (topology, middle, (KaPoint){ 1, 0.5 }));
  /* On the line between them it lies in one of the two. */
  g_assert_cmpint (ka_topology_contains (topology, west, (KaPoint){ 1, 0.3 }) +
                     ka_topology_contains (topology, east, (KaPoint){ 1, 0.3 }),
                   ==, 1);
  g_assert_cmpfloat (west->north_east_deg.x, ==, 1);
  g_assert_cmpfloat (east->south_west_deg.x, ==, 1);
}

static void
test_rings (void)
{
  static const KaLayer layers[] = { KA_LAYER_AREAS, KA_LAYER_CONTEXT, KA_LAYER_LAKES };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaTopology *topology = ka_atlas_get_topology (atlas);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (gsize j = 0; j < topology->n_in_layer[layers[i]]; j++)
      {
        const KaGeometry *geometry = &topology->layers[layers[i]][j];
        double            area = 0;

        g_assert_true (geometry->is_polygon);
        for (gsize k = 0; k < geometry->n_paths; k++)
          {
            gsize               n_points;
            g_autofree KaPoint *points = dup_points (topology, &geometry->paths[k], &n_points);

            g_assert_cmpuint (n_points, >=, 4);
            assert_same_point (points[0], points[n_points - 1]);
            area += compute_area (points, n_points);
            if (k == 0)
              g_assert_cmpfloat (compute_area (points, n_points), >, 0);
          }
        g_assert_cmpfloat (area, >, 0);
      }
}

static void
test_sides (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaTopology *topology = ka_atlas_get_topology (atlas);
  const KaList     *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);

  for (gsize i = 0; i < areas->n_items; i++)
    {
      const KaArea *area = areas->items[i];

      g_assert_true (area->geometry == &topology->layers[KA_LAYER_AREAS][i]);
      g_assert_cmpstr (area->geometry->id, ==, area->item.id);
      for (gsize j = 0; j < area->geometry->n_paths; j++)
        for (gsize k = 0; k < area->geometry->paths[j].n_arcs; k++)
          {
            int number = area->geometry->paths[j].arcs[k];

            if (number < 0)
              g_assert_cmpint (topology->arcs[~number].right, ==, (int) i);
            else
              g_assert_cmpint (topology->arcs[number].left, ==, (int) i);
          }
    }
}

/* Areas neither overlap nor contradict the twin, at random points and on their own corners. */
static void
test_contains (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaTopology *topology = ka_atlas_get_topology (atlas);
  gsize             n_areas = topology->n_in_layer[KA_LAYER_AREAS];

  for (guint i = 0; i < 400; i++)
    {
      const KaArc *arc = &topology->arcs[g_test_rand_int_range (0, (gint32) topology->n_arcs)];
      KaPoint      at = { g_test_rand_double_range (38, 50), g_test_rand_double_range (37, 44) };
      gboolean     is_corner = i % 4 == 0;
      guint        n_found = 0;

      if (is_corner)
        at = arc->points[g_test_rand_int_range (0, (gint32) arc->n_points)];
      for (gsize j = 0; j < n_areas; j++)
        {
          const KaGeometry *geometry = &topology->layers[KA_LAYER_AREAS][j];
          gboolean          is_inside = ka_topology_contains (topology, geometry, at);

          n_found += is_inside ? 1 : 0;
          if (!is_corner)
            g_assert_cmpint (is_inside, ==, contains_slowly (topology, geometry, at));
        }
      g_assert_cmpuint (n_found, <=, 1);
    }
}

static void
test_bounds (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaTopology *topology = ka_atlas_get_topology (atlas);

  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    for (gsize i = 0; i < topology->n_in_layer[layer]; i++)
      {
        const KaGeometry *geometry = &topology->layers[layer][i];
        KaPoint           least = { 180, 90 }, most = { -180, -90 };

        for (gsize j = 0; j < geometry->n_paths; j++)
          {
            gsize               n_points;
            g_autofree KaPoint *points = dup_points (topology, &geometry->paths[j], &n_points);

            for (gsize k = 0; k < n_points; k++)
              {
                least = (KaPoint){ MIN (least.x, points[k].x), MIN (least.y, points[k].y) };
                most = (KaPoint){ MAX (most.x, points[k].x), MAX (most.y, points[k].y) };
              }
          }
        assert_same_point (least, geometry->south_west_deg);
        assert_same_point (most, geometry->north_east_deg);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topology/small", test_small);
  g_test_add_func ("/topology/rings", test_rings);
  g_test_add_func ("/topology/sides", test_sides);
  g_test_add_func ("/topology/contains", test_contains);
  g_test_add_func ("/topology/bounds", test_bounds);
  return g_test_run ();
}
