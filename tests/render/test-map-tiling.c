/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that areas and the land outside the atlas tile the land, at every level and on every day.
 */
#include "config.h"

#include <math.h>

#include "ka-map-day.h"
#include "ka-map-test.h"
#include "ka-projection.h"

#define N_POINTS 500

/* The least side of an area that keeps its size, over the error of a level */
#define MIN_SIDES 8.0

/* The greatest error of sums of areas of 1.6 million km² in another order */
#define SUM_KM2 1e-4

/* An independent point in polygon test, by winding, in degrees, on whole rings */
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

/* A click finds the area in which the point lies, by a test that shares no code with it */
static void
test_hits (KaMapTest *test, gconstpointer data)
{
  KaMapScene       *scene = test->scene;
  const KaTopology *topology = ka_atlas_get_topology (test->atlas);
  const KaList     *areas = ka_atlas_get_items (test->atlas, KA_ITEM_AREA);
  KaViewport        viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), 1000, 700, 0);
  KaViewState       state = { .day = ka_map_test_day ("1921-10-13") };
  int               n_land = 0;

  for (int i = 0; i < N_POINTS; i++)
    {
      KaPoint  user = { g_test_rand_double_range (0, 1000), g_test_rand_double_range (0, 700) };
      KaPoint  degrees = ka_projection_inverse (ka_map_scene_get_projection (scene),
                                                ka_viewport_to_km (&viewport, user));
      KaMapHit hit = ka_map_scene_pick (scene, &state, &viewport, user);
      const KaArea *expected = NULL;

      for (gsize j = 0; j < areas->n_items; j++)
        {
          const KaArea *area = areas->items[j];

          if (area->geometry == NULL || !contains_point (topology, area->geometry, degrees))
            continue;
          g_assert_null (expected);
          expected = area;
        }
      g_assert_true (hit.area == expected);
      n_land += expected != NULL;
    }
  g_assert_cmpint (n_land, >, 200);
}

static double
measure_ring (const KaMapScene *scene, const KaMapChain *ring, guint level)
{
  double  area = 0;
  KaPoint first = { 0, 0 };
  KaPoint before = { 0, 0 };

  g_assert_true (ring->is_closed);
  for (guint i = 0; i < ring->arcs->len; i++)
    {
      int              arc = g_array_index (ring->arcs, int, i);
      const KaMapLine *line = &scene->arcs[ka_map_arc_number (arc)].levels[level];

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
measure_rings (const KaMapScene *scene, const GPtrArray *rings, guint level)
{
  double area = 0;

  for (guint i = 0; i < rings->len; i++)
    area += measure_ring (scene, rings->pdata[i], level);

  return area;
}

static double
measure_geometry (const KaMapScene *scene, const KaGeometry *geometry, guint level)
{
  g_autoptr (GPtrArray) rings = ka_map_chain_geometry (scene, geometry);

  return measure_rings (scene, rings, level);
}

/* Runs a function for areas and context, which are all land */
typedef void (*LandFunc) (KaMapTest *test, const KaGeometry *geometry, gpointer data);

static void
for_each_land (KaMapTest *test, LandFunc func, gpointer data)
{
  static const KaLayer layers[] = { KA_LAYER_AREAS, KA_LAYER_CONTEXT };

  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    for (gsize j = 0; j < test->scene->topology->n_in_layer[layers[i]]; j++)
      func (test, test->scene->shapes[layers[i]][j].geometry, data);
}

/* Counts how often each arc bounds land on its left and on its right */
static void
count_uses (KaMapTest *test, const KaGeometry *geometry, gpointer data)
{
  int (*uses)[2] = data;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        int arc = geometry->paths[i].arcs[j];

        uses[ka_map_arc_number (arc)][arc < 0]++;
      }
}

/* Neighbours share each arc, once from each side. An arc with land on one side alone is coast or
 * the edge of the data, so no gap lies between neighbours */
static void
test_arcs (KaMapTest *test, gconstpointer data)
{
  int (*uses)[2] = g_malloc0_n (test->scene->n_arcs, sizeof *uses);
  int n_shared = 0;

  for_each_land (test, count_uses, uses);
  for (gsize i = 0; i < test->scene->n_arcs; i++)
    {
      KaArcKind kind = test->scene->arcs[i].source->kind;
      int       n_uses = uses[i][0] + uses[i][1];

      g_assert_cmpint (uses[i][0], <=, 1);
      g_assert_cmpint (uses[i][1], <=, 1);
      if (kind == KA_ARC_INNER)
        g_assert_cmpint (n_uses, ==, 2);
      else if (kind == KA_ARC_COAST || kind == KA_ARC_FRAME)
        g_assert_cmpint (n_uses, ==, 1);
      else
        g_assert_cmpint (n_uses, ==, 0);
      n_shared += n_uses == 2;
    }
  g_assert_cmpint (n_shared, >, 100);
  g_free (uses);
}

typedef struct
{
  double sums[KA_MAP_N_LEVELS];
} Sums;

/* The greatest error of a level */
static double
get_tolerance_km (guint level)
{
  double km = 0.05;

  while (level > 0 && ka_map_level_for (km) < level)
    km *= 2;

  return km;
}

static void
add_area (KaMapTest *test, const KaGeometry *geometry, gpointer data)
{
  Sums  *sums = data;
  double whole = measure_geometry (test->scene, geometry, 0);

  for (guint level = 0; level < KA_MAP_N_LEVELS; level++)
    {
      double area = measure_geometry (test->scene, geometry, level);

      /* Nothing vanishes, turns inside out or grows a sliver while it is larger than a few errors
       */
      if (sqrt (fabs (whole)) > MIN_SIDES * get_tolerance_km (level))
        {
          g_assert_cmpfloat (area / whole, >, 0.5);
          g_assert_cmpfloat (area / whole, <, 1.5);
        }
      sums->sums[level] += area;
    }
}

/* Areas and context sum up to what coast and edge of the data enclose, at every level */
static void
test_sums (KaMapTest *test, gconstpointer data)
{
  int (*uses)[2] = g_malloc0_n (test->scene->n_arcs, sizeof *uses);
  g_autoptr (GArray) outer = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) rings = NULL;
  Sums sums = { { 0 } };

  for_each_land (test, count_uses, uses);
  for (int i = 0; i < (int) test->scene->n_arcs; i++)
    {
      KaArcKind kind = test->scene->arcs[i].source->kind;
      int       arc = uses[i][0] > 0 ? i : ~i;

      if (kind == KA_ARC_COAST || kind == KA_ARC_FRAME)
        g_array_append_val (outer, arc);
    }
  rings = ka_map_chain_rings (test->scene, outer);
  for_each_land (test, add_area, &sums);
  for (guint level = 0; level < KA_MAP_N_LEVELS; level++)
    {
      double land = measure_rings (test->scene, rings, level);

      g_test_message ("level %u: %.4f km² of land, %.4f km² in areas", level, fabs (land),
                      fabs (sums.sums[level]));
      g_assert_cmpfloat_with_epsilon (sums.sums[level], land, SUM_KM2);
    }
  g_free (uses);
}

/* Whether the ray from a point to the east crosses an arc an odd number of times */
static gboolean
crosses_oddly (const KaMapLine *line, KaPoint at)
{
  gboolean is_odd = FALSE;

  for (gsize i = 0; i + 1 < line->n_points; i++)
    {
      KaPoint a = line->points[i];
      KaPoint b = line->points[i + 1];

      if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x))
        is_odd = !is_odd;
    }

  return is_odd;
}

typedef struct
{
  gboolean *is_crossed; /* by arc */
  guint     n_around;
} Around;

static void
count_around (KaMapTest *test, const KaGeometry *geometry, gpointer data)
{
  Around  *around = data;
  gboolean is_inside = FALSE;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      is_inside ^= around->is_crossed[ka_map_arc_number (geometry->paths[i].arcs[j])];
  around->n_around += is_inside ? 1 : 0;
}

/* At every level a point lies in at most one area: sums alone miss an area that overlaps one
 * neighbour and leaves a gap to another. Arcs simplified across each other overlap by less than the
 * tolerance of the level. */
static void
test_cover (KaMapTest *test, gconstpointer data)
{
  const KaMapScene    *scene = test->scene;
  KaBox                box = KA_BOX_NOTHING;
  g_autofree gboolean *is_crossed = g_new0 (gboolean, scene->n_arcs);
  guint                n_wrong[KA_MAP_N_LEVELS] = { 0 };

  for (gsize i = 0; i < scene->n_arcs; i++)
    box = ka_box_unite (box, scene->arcs[i].box);
  for (guint i = 0; i < N_POINTS * KA_MAP_N_LEVELS; i++)
    {
      guint    level = i % KA_MAP_N_LEVELS;
      KaPoint  km = { g_test_rand_double_range (box.x0, box.x1),
                      g_test_rand_double_range (box.y0, box.y1) };
      Around   around = { is_crossed, 0 };
      gboolean is_land = FALSE;

      for (gsize j = 0; j < scene->n_arcs; j++)
        {
          KaArcKind kind = scene->arcs[j].source->kind;

          is_crossed[j] = kind <= KA_ARC_FRAME && crosses_oddly (&scene->arcs[j].levels[level], km);
          if (kind == KA_ARC_COAST || kind == KA_ARC_FRAME)
            is_land ^= is_crossed[j];
        }
      for_each_land (test, count_around, &around);
      n_wrong[level] += around.n_around != (is_land ? 1 : 0);
    }
  for (guint level = 0; level < KA_MAP_N_LEVELS; level++)
    g_assert_cmpuint (n_wrong[level], ==, 0);
}

/* The lands of the owners tile the areas: no sliver, no overlap, on any day */
static void
test_lands (KaMapTest *test, gconstpointer data)
{
  static const char *days[] = { "1878-08-01", "1918-07-01", "1919-06-01", "1921-10-13",
                                "1946-01-01" };
  KaMapScene        *scene = test->scene;

  for (guint level = 0; level < KA_MAP_N_LEVELS; level++)
    {
      double total = 0;

      for (gsize i = 0; i < scene->n_areas; i++)
        total += measure_geometry (scene, scene->shapes[KA_LAYER_AREAS][i].geometry, level);
      for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
        {
          g_autoptr (KaMapDay) day = ka_map_day_new (scene, ka_map_test_day (days[i]));
          double sum = 0;

          for (guint j = 0; j < day->lands->len; j++)
            sum += measure_rings (scene, ((KaMapLand *) day->lands->pdata[j])->rings, level);
          for (guint j = 0; j < day->contested->len; j++)
            sum += measure_rings (scene, ((KaMapLand *) day->contested->pdata[j])->rings, level);
          g_assert_cmpfloat_with_epsilon (sum, total, SUM_KM2);
        }
    }
}

#define ADD(name, func) ka_map_test_add ("/map-tiling/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("hits", test_hits);
  ADD ("arcs", test_arcs);
  ADD ("sums", test_sums);
  ADD ("cover", test_cover);
  ADD ("lands", test_lands);

  return g_test_run ();
}
