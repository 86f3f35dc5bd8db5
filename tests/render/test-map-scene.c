/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-map-scene.h"

#include <math.h>

#include "ka-map-day.h"
#include "ka-map-test.h"
#include "ka-projection.h"
#include "ka-query.h"

static KaViewport
make_viewport (KaMapScene *scene)
{
  return ka_viewport_fit (ka_map_scene_get_extent (scene), 1000, 700, 0);
}

/* An independent point in polygon test: by winding, in degrees, on whole rings */
static gboolean
contains_point (const KaTopology *topology, const KaGeometry *geometry, KaPoint degrees)
{
  double turns = 0;

  for (gsize i = 0; i < geometry->n_paths; i++)
    {
      gsize               n_points = ka_topology_count_points (topology, &geometry->paths[i]);
      g_autofree KaPoint *points = g_new (KaPoint, n_points);

      ka_topology_get_points (topology, &geometry->paths[i], points);
      for (gsize j = 0; j + 1 < n_points; j++)
        {
          double ax = points[j].x - degrees.x, ay = points[j].y - degrees.y;
          double bx = points[j + 1].x - degrees.x, by = points[j + 1].y - degrees.y;

          turns += atan2 (ax * by - ay * bx, ax * bx + ay * by);
        }
    }

  return fabs (turns) > G_PI;
}

static void
test_pick_areas (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  KaViewport    viewport = make_viewport (scene);
  KaViewState   state = { .day = ka_map_test_day ("1921-10-13") };
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  int           n_land = 0;

  for (int i = 0; i < 500; i++)
    {
      KaPoint  user = { g_test_rand_double_range (0, 1000), g_test_rand_double_range (0, 700) };
      KaPoint  degrees = ka_projection_inverse (ka_viewport_to_km (&viewport, user));
      KaMapHit hit = ka_map_scene_pick (scene, &state, &viewport, user);
      const KaArea *expected = NULL;

      for (gsize j = 0; j < areas->n_items; j++)
        {
          const KaArea *area = areas->items[j];

          if (area->geometry != NULL &&
              contains_point (ka_atlas_get_topology (atlas), area->geometry, degrees))
            expected = area;
        }
      g_assert_true (hit.area == expected);
      n_land += expected != NULL;
    }
  g_assert_cmpint (n_land, >, 200);
}

/* A click in the middle of a hero selects it, on any date and at any size */
static void
test_pick_heroes (void)
{
  static const struct
  {
    KaPoint     degrees;
    const char *region;
  } heroes[] = { { { 45.55, 39.30 }, "nakhichevan" }, { { 42.10, 41.72 }, "adjara" } };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize i = 0; i < G_N_ELEMENTS (heroes); i++)
    for (double scale = 2; scale < 40; scale *= 2)
      {
        KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
        KaViewport  viewport = { .centre_km = ka_projection_forward (heroes[i].degrees),
                                 .scale = scale,
                                 .width = 800,
                                 .height = 600 };
        KaMapHit    hit = ka_map_scene_pick (scene, &state, &viewport, (KaPoint){ 400, 300 });

        g_assert_nonnull (hit.region);
        g_assert_cmpstr (hit.region->item.id, ==, heroes[i].region);
      }
}

static void
test_pick_place_and_line (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  KaViewState    state = { .day = ka_map_test_day ("1921-10-13") };
  KaViewport     viewport = make_viewport (scene);
  const KaPlace *kars = (const KaPlace *) ka_atlas_lookup (atlas, KA_ITEM_PLACE, "kars");
  const KaItem  *line = ka_atlas_lookup (atlas, KA_ITEM_FRONTIER, "kars-line");
  KaPoint        at = ka_viewport_to_user (&viewport, ka_projection_forward (kars->at));
  KaMapHit       hit;
  KaPoint        on_line;

  at.x += 4;
  hit = ka_map_scene_pick (scene, &state, &viewport, at);
  g_assert_true (hit.item == KA_ITEM (kars));

  /* The Akhurian below Ani, far from any town */
  on_line = ka_viewport_to_user (&viewport, ka_projection_forward ((KaPoint){ 43.62, 40.41 }));
  hit = ka_map_scene_pick (scene, &state, &viewport, on_line);
  g_assert_true (hit.item == line);

  /* The line was not there before it was drawn */
  state.day = ka_map_test_day ("1878-08-01");
  hit = ka_map_scene_pick (scene, &state, &viewport, on_line);
  g_assert_true (hit.item != line);

  hit = ka_map_scene_pick (scene, &state, &viewport, (KaPoint){ 60, 200 });
  g_assert_null (hit.area);
}

static double
measure_ring (const KaMapScene *scene, const KaMapChain *ring)
{
  double  area = 0;
  KaPoint first = { 0, 0 };
  KaPoint before = { 0, 0 };

  for (guint i = 0; i < ring->arcs->len; i++)
    {
      int              arc = g_array_index (ring->arcs, int, i);
      const KaMapLine *line = &scene->arcs[ka_map_arc_number (arc)].levels[0];

      for (gsize j = 0; j < line->n_points; j++)
        {
          KaPoint here = line->points[arc < 0 ? line->n_points - 1 - j : j];

          if (i == 0 && j == 0)
            first = before = here;
          area += (before.x - first.x) * (here.y - first.y) -
                  (here.x - first.x) * (before.y - first.y);
          before = here;
        }
    }

  return area / 2;
}

static double
measure_rings (const KaMapScene *scene, const GPtrArray *rings)
{
  double area = 0;

  for (guint i = 0; i < rings->len; i++)
    {
      g_assert_true (((KaMapChain *) rings->pdata[i])->is_closed);
      area += measure_ring (scene, rings->pdata[i]);
    }

  return area;
}

/* The lands of the owners tile the areas: no sliver, no overlap, on any day */
static void
test_lands_tile (void)
{
  static const char *days[] = { "1878-08-01", "1918-07-01", "1919-06-01", "1921-10-13",
                                "1946-01-01" };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  double total = 0;

  for (gsize i = 0; i < scene->n_areas; i++)
    {
      g_autoptr (GPtrArray)
        rings = ka_map_chain_geometry (scene, scene->shapes[KA_LAYER_AREAS][i].geometry);

      total += measure_rings (scene, rings);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (KaMapDay) day = ka_map_day_new (scene, ka_map_test_day (days[i]));
      double sum = 0;

      for (guint j = 0; j < day->lands->len; j++)
        sum += measure_rings (scene, ((KaMapLand *) day->lands->pdata[j])->rings);
      for (guint j = 0; j < day->contested->len; j++)
        sum += measure_rings (scene, ((KaMapLand *) day->contested->pdata[j])->rings);
      g_assert_cmpfloat_with_epsilon (sum, total, 0.01);
    }
}

static void
test_simplify (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize i = 0; i < scene->n_arcs; i++)
    for (guint level = 1; level < KA_MAP_N_LEVELS; level++)
      {
        const KaMapLine *whole = &scene->arcs[i].levels[0];
        const KaMapLine *line = &scene->arcs[i].levels[level];
        gboolean         is_closed = scene->arcs[i].start == scene->arcs[i].end;

        g_assert_cmpuint (line->n_points, >=, is_closed ? 4 : 2);
        g_assert_cmpuint (line->n_points, <=, whole->n_points);
        g_assert_true (line->points[0].x == whole->points[0].x);
        g_assert_true (line->points[line->n_points - 1].y == whole->points[whole->n_points - 1].y);
      }
}

static void
test_bounds (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  KaDay         day = ka_map_test_day ("1921-10-13");
  const KaItem *nakhichevan = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  const KaItem *straits = ka_atlas_lookup (atlas, KA_ITEM_REGION, "straits");
  KaBox         box = { 0, 0, 0, 0 };
  KaBox         limits = ka_map_scene_get_limits (scene);

  g_assert_true (ka_map_scene_get_bounds_of (scene, nakhichevan, day, &box));
  g_assert_true (box.x1 - box.x0 > 60 && box.x1 - box.x0 < 200);
  g_assert_false (ka_map_scene_get_bounds_of (scene, straits, day, &box));
  g_assert_true (limits.x0 < -400 && limits.x1 > 400 && limits.y0 < -300 && limits.y1 > 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-scene/pick-areas", test_pick_areas);
  g_test_add_func ("/map-scene/pick-heroes", test_pick_heroes);
  g_test_add_func ("/map-scene/pick-place-and-line", test_pick_place_and_line);
  g_test_add_func ("/map-scene/lands-tile", test_lands_tile);
  g_test_add_func ("/map-scene/simplify", test_simplify);
  g_test_add_func ("/map-scene/bounds", test_bounds);

  return g_test_run ();
}
