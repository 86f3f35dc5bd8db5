/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-map-scene.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-geometry.h"
#include "ka-map-painter.h"
#include "ka-map-parts.h"
#include "ka-map-step.h"
#include "ka-map-test.h"
#include "ka-picture-test.h"
#include "ka-projection.h"
#include "ka-query.h"

static KaViewport
make_viewport (KaMapScene *scene)
{
  return ka_viewport_fit (ka_map_scene_get_extent (scene), 1000, 700, 0);
}

/* A click in the middle of a featured region selects it, on any date and at any size */
static void
test_pick_featured (void)
{
  static const struct
  {
    KaPoint     degrees;
    const char *region;
  } regions[] = { { { 45.55, 39.30 }, "nakhichevan" }, { { 42.10, 41.72 }, "adjara" } };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    for (double scale = 2; scale < 40; scale *= 2)
      {
        KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
        KaViewport  viewport = { .centre_km = ka_projection_forward (
                                   ka_map_scene_get_projection (scene), regions[i].degrees),
                                 .scale = scale,
                                 .width = 800,
                                 .height = 600 };
        KaMapHit    hit = ka_map_scene_pick (scene, &state, &viewport, (KaPoint){ 400, 300 });

        g_assert_nonnull (hit.region);
        g_assert_cmpstr (hit.region->item.id, ==, regions[i].region);
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
  KaPoint        at = ka_viewport_to_user (
           &viewport, ka_projection_forward (ka_map_scene_get_projection (scene), kars->at));
  KaMapHit hit;
  KaPoint  on_line;

  at.x += 4;
  hit = ka_map_scene_pick (scene, &state, &viewport, at);
  g_assert_true (hit.item == KA_ITEM (kars));

  /* The Akhurian below Ani, far from any town */
  on_line = ka_viewport_to_user (
    &viewport,
    ka_projection_forward (ka_map_scene_get_projection (scene), (KaPoint){ 43.62, 40.41 }));
  hit = ka_map_scene_pick (scene, &state, &viewport, on_line);
  g_assert_true (hit.item == line);

  /* The line did not exist before the treaty */
  state.day = ka_map_test_day ("1878-08-01");
  hit = ka_map_scene_pick (scene, &state, &viewport, on_line);
  g_assert_true (hit.item != line);

  hit = ka_map_scene_pick (scene, &state, &viewport, (KaPoint){ 60, 200 });
  g_assert_null (hit.area);
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

/* A map of the whole Earth has a level of its own; what shows no line is coarser up to a limit */
static void
test_levels (void)
{
  g_assert_cmpuint (ka_map_level_for (0), ==, 0);
  g_assert_cmpuint (ka_map_level_for (1.6), ==, KA_MAP_SOFT_LEVEL);
  g_assert_cmpuint (ka_map_level_for (26), ==, KA_MAP_N_LEVELS - 1);
  g_assert_cmpuint (ka_map_soft_level_for (0.8), ==, ka_map_level_for (0.8));
  g_assert_cmpuint (ka_map_soft_level_for (4), ==, KA_MAP_SOFT_LEVEL);
  g_assert_cmpuint (ka_map_soft_level_for (13), ==, ka_map_level_for (6.5));
}

/* Small rings are left out where they are not seen, and lines never */
static void
test_small_rings (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 8, 8);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), 800, 600, 0);
  g_auto (KaPaintContext)
    context = ka_paint_context (cr, scene, &state, ka_theme_get (KA_THEME_LIGHT), &viewport);
  const KaMapLand *land = context.day->lands->pdata[0];

  ka_map_path_large (&context, context.view_km, land->rings, 0, 1e6);
  g_assert_false (cairo_has_current_point (cr));
  ka_map_path_large (&context, context.view_km, context.day->borders[KA_MAP_BORDER_STATE], 0, 1e6);
  g_assert_true (cairo_has_current_point (cr));
  cairo_new_path (cr);
  ka_map_path_large (&context, context.view_km, land->rings, 0, 1);
  g_assert_true (cairo_has_current_point (cr));
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

typedef struct
{
  KaMapScene *scene;
  KaViewState state;
  KaViewport  viewport;
} Spot;

static void
paint_highlight (cairo_t *cr, gpointer data)
{
  const Spot *spot = data;
  g_auto (KaPaintContext) context = ka_paint_context (
    cr, spot->scene, &spot->state, ka_theme_get (KA_THEME_LIGHT), &spot->viewport);

  ka_map_paint (&context, KA_MAP_HIGHLIGHT);
}

/* Whether a selection highlights a point of the map */
static gboolean
is_lit (KaMapScene *scene, const char *selection, KaPoint degrees)
{
  Spot spot = {
    .scene = scene,
    .state = { .day = ka_map_test_day ("1921-10-13"),
               .selection = ka_atlas_lookup_reference (ka_map_scene_get_atlas (scene), selection) },
    .viewport = { ka_projection_forward (ka_map_scene_get_projection (scene), degrees), 4, 40, 40 }
  };
  g_autoptr (cairo_surface_t) lit = ka_picture_render (40, 40, 1, paint_highlight, &spot);
  g_autoptr (cairo_surface_t) blank = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);

  g_assert_nonnull (spot.state.selection);

  return ka_picture_compare (lit, blank, 0, NULL) > 0;
}

/* A clause that names rivers highlights lines and towns; a river is highlighted when it is selected
 * itself */
static void
test_highlight_rivers (void)
{
  static const struct
  {
    const char *selection;
    const char *river;
  } cases[] = {
    { "annex:kars-annex-1", "kura" },
    { "annex:kars-annex-1", "coruh" },
    { "annex:moscow-annex-1-a", "kura" },
    { "article:berlin-58", "coruh" },
  };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  const KaTopology *topology = ka_atlas_get_topology (atlas);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reference = g_strconcat ("place:", cases[i].river, NULL);
      const KaPlace   *river = (const KaPlace *) ka_atlas_lookup (atlas, KA_ITEM_PLACE,
                                                                  cases[i].river);
      const KaArc     *arc = &topology->arcs[ka_map_arc_number (river->geometry->paths[0].arcs[0])];
      KaPoint          at;

      /* The longest piece of the river is far from any frontier */
      for (gsize j = 0; j < river->geometry->n_paths; j++)
        for (gsize k = 0; k < river->geometry->paths[j].n_arcs; k++)
          {
            const KaArc *here = &topology
                                   ->arcs[ka_map_arc_number (river->geometry->paths[j].arcs[k])];

            if (here->n_points > arc->n_points)
              arc = here;
          }
      at = arc->points[arc->n_points / 2];
      g_test_message ("%s at %.2f %.2f", cases[i].river, at.x, at.y);
      g_assert_true (is_lit (scene, reference, at));
      g_assert_false (is_lit (scene, cases[i].selection, at));
    }
}

/* A step of an annex highlights its piece of line up to all its ends, and nothing else */
static void
test_highlight_step (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  const KaItem *annex = ka_atlas_lookup (atlas, KA_ITEM_ANNEX, "kars-annex-1");

  for (guint step = 1; step <= ka_query_count_steps (annex); step++)
    {
      Spot whole = {
        .scene = scene,
        .state = { .day = ka_map_test_day ("1921-10-13"), .selection = annex, .step = step },
        .viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), 900, 700, 0)
      };
      g_autoptr (cairo_surface_t) lit = ka_picture_render (900, 700, 1, paint_highlight, &whole);
      const guchar *pixels = cairo_image_surface_get_data (lit);
      KaBox         box, seen = { 900, 700, 0, 0 };
      KaPoint       low, high;

      g_assert_true (ka_map_step_get_bounds (scene, annex, step, &box));
      low = ka_viewport_to_user (&whole.viewport, (KaPoint){ box.x0, box.y0 });
      high = ka_viewport_to_user (&whole.viewport, (KaPoint){ box.x1, box.y1 });
      for (int y = 0; y < 700; y++)
        for (int x = 0; x < 900; x++)
          if (pixels[y * cairo_image_surface_get_stride (lit) + 4 * x + 3] > 64)
            seen = ka_box_unite (seen, (KaBox){ x, y, x + 1, y + 1 });
      g_assert_cmpfloat (seen.x0, >, MIN (low.x, high.x) - 20);
      g_assert_cmpfloat (seen.x1, <, MAX (low.x, high.x) + 20);
      g_assert_cmpfloat (seen.y0, >, MIN (low.y, high.y) - 20);
      g_assert_cmpfloat (seen.y1, <, MAX (low.y, high.y) + 20);
      g_assert_cmpfloat (seen.x1 - seen.x0, >, fabs (high.x - low.x));
      g_assert_cmpfloat (seen.y1 - seen.y0, >, fabs (high.y - low.y));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-scene/pick-featured", test_pick_featured);
  g_test_add_func ("/map-scene/pick-place-and-line", test_pick_place_and_line);
  g_test_add_func ("/map-scene/simplify", test_simplify);
  g_test_add_func ("/map-scene/levels", test_levels);
  g_test_add_func ("/map-scene/small-rings", test_small_rings);
  g_test_add_func ("/map-scene/bounds", test_bounds);
  g_test_add_func ("/map-scene/highlight-rivers", test_highlight_rivers);
  g_test_add_func ("/map-scene/highlight-step", test_highlight_step);

  return g_test_run ();
}
