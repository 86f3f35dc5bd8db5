/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that a map painted by several threads has the pixels of one painted by one thread.
 */
#include "config.h"

#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-map-painter.h"
#include "ka-map-parts.h"
#include "ka-map-strips.h"
#include "ka-map-test.h"
#include "ka-projection.h"

#define WIDTH  640
#define HEIGHT 479

static const struct
{
  const char *day;
  KaPoint     centre_deg; /* 0, 0 for the extent of the atlas */
  double      scale;
  KaDay       pinned;
} views[] = {
  { "1878-08-01", { 0, 0 }, 0, 0 },         { "1918-07-01", { 43.6, 40.4 }, 1.4, 0 },
  { "1920-12-03", { 45.4, 39.2 }, 3.2, 0 }, { "1921-10-13", { 0, 0 }, 0, 1 },
  { "1921-10-13", { 45.4, 39.3 }, 9.7, 0 }, { "1946-01-01", { 42.1, 41.5 }, 31, 0 },
  { "1992-06-01", { 46.5, 40.0 }, 2.2, 1 }, { "2016-01-01", { 39.0, 42.5 }, 1.1, 0 },
};

static const KaThemeId themes[] = { KA_THEME_LIGHT, KA_THEME_DARK, KA_THEME_PRINT,
                                    KA_THEME_HIGH_CONTRAST };

static const guint counts[] = { 2, 3, 7 };

typedef struct
{
  KaMapScene *scene;
  gsize       view;
  KaThemeId   theme;
  double      unit;   /* units of the surface for a user unit */
  double      offset; /* of the frame, in units of the surface */
  double      ratio;  /* pixels for a unit of the surface */
} Picture;

/* Paints the ground in strips; without a number of strips, paints all. */
static void
paint_map (const KaPaintContext *context, guint n_strips)
{
  if (n_strips > 0)
    ka_map_paint_in_strips (context, ka_map_paint_ground, n_strips);
  else
    ka_map_paint (context, KA_MAP_ALL);
}

/* Paints the base, and then what lies over it. */
static void
paint_in_turn (const KaPaintContext *context, guint n_strips)
{
  ka_map_paint (context, KA_MAP_BASE);
  ka_map_paint (context, KA_MAP_ALL & ~KA_MAP_BASE);
}

static cairo_surface_t *
paint (const Picture *picture, void (*paint_on) (const KaPaintContext *, guint), guint n_strips)
{
  KaViewState      state = { .day = ka_map_test_day (views[picture->view].day),
                             .filter.categories = KA_CATEGORY_ALL,
                             .has_pinned_day = views[picture->view].pinned != 0,
                             .pinned_day = ka_map_test_day ("1914-07-01"),
                             .has_range = views[picture->view].pinned != 0,
                             .range = { ka_map_test_day ("1914-07-01"),
                                        ka_map_test_day ("1923-01-01") } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (cairo_t) cr = NULL;
  g_auto (KaPaintContext) context = { 0 };
  KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (picture->scene),
                                         WIDTH / picture->unit, HEIGHT / picture->unit, 0);

  if (views[picture->view].scale > 0)
    {
      viewport.centre_km = ka_projection_forward (ka_map_scene_get_projection (picture->scene),
                                                  views[picture->view].centre_deg);
      viewport.scale = views[picture->view].scale;
    }
  cairo_surface_set_device_scale (surface, picture->ratio, picture->ratio);
  cr = cairo_create (surface);
  cairo_translate (cr, picture->offset, picture->offset);
  cairo_scale (cr, picture->unit, picture->unit);
  context = ka_paint_context (cr, picture->scene, &state, ka_theme_get (picture->theme), &viewport);
  paint_on (&context, n_strips);
  cairo_surface_flush (surface);

  return surface;
}

/* The first row in which two pictures differ, or -1 */
static int
find_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  const int stride = cairo_image_surface_get_stride (a);

  for (int y = 0; y < HEIGHT; y++)
    if (memcmp (cairo_image_surface_get_data (a) + y * stride,
                cairo_image_surface_get_data (b) + y * stride, WIDTH * 4) != 0)
      return y;

  return -1;
}

static void
assert_same (const Picture *picture)
{
  g_autoptr (cairo_surface_t) whole = paint (picture, paint_map, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (cairo_surface_t) strips = paint (picture, paint_map, counts[i]);
      int row = find_difference (whole, strips);

      if (row >= 0)
        g_test_message ("view %" G_GSIZE_FORMAT ", theme %d, unit %g, %u strips: row %d differs",
                        picture->view, picture->theme, picture->unit, counts[i], row);
      g_assert_cmpint (row, ==, -1);
    }
}

static void
test_same (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize view = 0; view < G_N_ELEMENTS (views); view++)
    for (gsize theme = 0; theme < G_N_ELEMENTS (themes); theme++)
      assert_same (&(Picture){ scene, view, themes[theme], 1, 0, 1 });
}

/* A screen has more pixels for a unit. */
static void
test_same_dense (void)
{
  static const double ratios[] = { 1.25, 2 };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize view = 0; view < G_N_ELEMENTS (views); view++)
    for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
      assert_same (&(Picture){ scene, view, KA_THEME_DARK, 1, 0, ratios[i] });
}

/* A page scales and moves its map. */
static void
test_same_scaled (void)
{
  static const double units[] = { 1.3, 1.5, 2 };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize view = 0; view < G_N_ELEMENTS (views); view++)
    for (gsize unit = 0; unit < G_N_ELEMENTS (units); unit++)
      assert_same (&(Picture){ scene, view, KA_THEME_LIGHT, units[unit], 3.4, 1 });
}

/* Words are placed while the base is painted. */
static void
test_aside (void)
{
  static const double units[] = { 1, 1.3, 2 };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize view = 0; view < G_N_ELEMENTS (views); view++)
    for (gsize unit = 0; unit < G_N_ELEMENTS (units); unit++)
      {
        const Picture picture = {
          scene, view, KA_THEME_LIGHT, units[unit], units[unit] > 1 ? 3.4 : 0, 1
        };
        g_autoptr (cairo_surface_t) at_once = paint (&picture, paint_map, 0);
        g_autoptr (cairo_surface_t) in_turn = paint (&picture, paint_in_turn, 0);

        g_assert_cmpint (find_difference (at_once, in_turn), ==, -1);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-strips/same", test_same);
  g_test_add_func ("/map-strips/same-dense", test_same_dense);
  g_test_add_func ("/map-strips/same-scaled", test_same_scaled);
  g_test_add_func ("/map-strips/aside", test_aside);

  return g_test_run ();
}
