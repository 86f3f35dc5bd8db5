/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Atlases of any place: each is drawn whole and upright, on a map and in all formats, and nothing
 * aborts wherever the view goes.
 */
#include "config.h"

#include "ka-export.h"
#include "ka-map-painter.h"
#include "ka-map-scale.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-land-test.h"
#include "ka-picture-test.h"

#define WIDTH  240
#define HEIGHT 180
/* How many extents are drawn by lot */
#define N_RANDOM 20

static const KaLandExtent extents[] = {
  { "north-pole", -180, 60, 180, 90 },
  { "south-pole", -180, -90, 180, -60 },
  { "arctic-sector", 10, 76, 34, 81 },
  { "antarctic-sector", -80, -85, -50, -62 },
  { "to-the-pole", 0, 50, 30, 90 },
  { "antimeridian", 168, 48, -168, 62 },
  { "antimeridian-east", 170, -22, -178, -12 },
  { "antimeridian-edge", 160, -50, 180, -33 },
  { "from-antimeridian", -180, 0, -170, 10 },
  { "equator", 0, 0, 2, 1 },
  { "across-equator", -20, -35, 52, 37 },
  { "south", -75, -55, -50, -20 },
  { "wide", 19, 41, -170, 82 },
  { "ocean", 120, -60, -70, 60 },
  { "half-globe", -90, -90, 90, 90 },
  { "northern-half", -180, 0, 180, 90 },
  { "whole-earth", -180, -90, 180, 90 },
  { "whole-earth-turned", 20, -90, 19.999, 90 },
  { "parallel", -180, 45, 180, 45.01 },
  { "meridian", 12, -90, 12.01, 90 },
  { "point", 43.5, 40.5, 43.5001, 40.5001 },
  { "pole-point", 0, 89.9999, 0.0001, 90 },
};

typedef struct
{
  KaMapScene *scene;
  KaViewport  viewport;
} Painting;

static void
paint (cairo_t *cr, gpointer data)
{
  const Painting *painting = data;
  KaViewState     state = {
        .day = ka_atlas_get_head (ka_map_scene_get_atlas (painting->scene))->default_day,
        .filter.categories = KA_CATEGORY_ALL
  };
  g_auto (KaPaintContext) context = ka_paint_context (
    cr, painting->scene, &state, ka_theme_get (KA_THEME_LIGHT), &painting->viewport);

  ka_map_paint (&context, KA_MAP_ALL);
}

/* The number of pixels near a colour, and the middle of them */
static int
find_colour (cairo_surface_t *surface, const KaColour *colour, double *x, double *y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  double        wanted[3] = { colour->blue * 255, colour->green * 255, colour->red * 255 };
  int           n = 0;

  *x = *y = 0;
  for (int row = 0; row < cairo_image_surface_get_height (surface); row++)
    for (int column = 0; column < cairo_image_surface_get_width (surface); column++)
      {
        const guchar *pixel = data + row * stride + 4 * column;

        if (fabs (pixel[0] - wanted[0]) > 14 || fabs (pixel[1] - wanted[1]) > 14 ||
            fabs (pixel[2] - wanted[2]) > 14)
          continue;
        n++;
        *x += column;
        *y += row;
      }
  *x /= MAX (n, 1);
  *y /= MAX (n, 1);

  return n;
}

static const KaColour *
get_fill (KaAtlas *atlas, const char *polity)
{
  const KaPolity *item = (const KaPolity *) ka_atlas_lookup (atlas, KA_ITEM_POLITY, polity);

  return &ka_theme_get (KA_THEME_LIGHT)->tints[item->tint].fill;
}

/* Both lands are in the picture, the western one on the left */
static void
assert_upright (KaMapScene *scene, gboolean is_narrow)
{
  Painting painting = { scene,
                        ka_viewport_fit (ka_map_scene_get_extent (scene), WIDTH, HEIGHT, 0) };
  g_autoptr (cairo_surface_t) surface = ka_picture_render (WIDTH, HEIGHT, 1, paint, &painting);
  double   west_x, west_y, east_x, east_y;
  KaAtlas *atlas = ka_map_scene_get_atlas (scene);
  int      n_west = find_colour (surface, get_fill (atlas, "western"), &west_x, &west_y);
  int      n_east = find_colour (surface, get_fill (atlas, "eastern"), &east_x, &east_y);

  if (is_narrow)
    return;

  g_assert_cmpint (n_west, >, WIDTH * HEIGHT / 200);
  g_assert_cmpint (n_east, >, WIDTH * HEIGHT / 200);
  g_assert_cmpfloat (west_x, <, east_x);
}

/* Paints views by lot, within the limits and beyond them */
static void
paint_views (KaMapScene *scene)
{
  KaBox      limits = ka_map_scene_get_limits (scene);
  KaViewport home = ka_viewport_fit (ka_map_scene_get_extent (scene), WIDTH, HEIGHT, 0);

  for (int i = 0; i < 4; i++)
    {
      Painting    painting = { scene, home };
      KaViewState state = { .day = 0, .filter.categories = KA_CATEGORY_ALL };
      KaPoint     user = { g_test_rand_double_range (-50, WIDTH + 50),
                           g_test_rand_double_range (-50, HEIGHT + 50) };

      painting.viewport.scale *= exp (g_test_rand_double_range (log (0.5), log (40)));
      painting.viewport.centre_km = (KaPoint){ g_test_rand_double_range (limits.x0, limits.x1),
                                               g_test_rand_double_range (limits.y0, limits.y1) };
      if (i == 0)
        painting.viewport.centre_km = (KaPoint){ 3 * limits.x1, 3 * limits.y1 };
      cairo_surface_destroy (ka_picture_render (WIDTH, HEIGHT, 1, paint, &painting));
      ka_map_scene_pick (scene, &state, &painting.viewport, user);
    }
}

static gboolean
is_narrow (const KaLandExtent *extent)
{
  double width = ka_projection_get_width_deg ((KaPoint){ extent->west, extent->south },
                                              (KaPoint){ extent->east, extent->north });
  double middle = (extent->south + extent->north) / 2;
  double ratio = width * cos (middle * G_PI / 180) / (extent->north - extent->south);

  return ratio < 0.2 || ratio > 8;
}

/* The sides of land that is cut at 180 degrees are no coast; a side that ends there is one */
static void
assert_cuts (KaAtlas *atlas, const KaLandExtent *extent)
{
  const KaTopology *topology = ka_atlas_get_topology (atlas);
  double            width = ka_projection_get_width_deg ((KaPoint){ extent->west, extent->south },
                                                         (KaPoint){ extent->east, extent->north });
  double            middle = extent->west + width / 2;
  int               n_cut = 0, n_expected = 0;

  for (gsize i = 0; i < topology->n_arcs; i++)
    n_cut += topology->arcs[i].kind == KA_ARC_FRAME;
  if (middle - width * 3 / 8 < 180 && middle > 180)
    n_expected = 2;
  if (middle < 180 && middle + width * 3 / 8 > 180)
    n_expected = 2;
  g_assert_cmpint (n_cut, ==, n_expected);
}

static void
check_extent (const KaLandExtent *extent)
{
  g_autoptr (KaAtlas) atlas = ka_land_test_load (extent);
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  g_test_message ("%s: %.9g %.9g %.9g %.9g", extent->name, extent->west, extent->south,
                  extent->east, extent->north);
  assert_cuts (atlas, extent);
  assert_upright (scene, is_narrow (extent));
  paint_views (scene);
}

static void
test_extent (gconstpointer data)
{
  const KaLandExtent *extent = data;
  g_autoptr (KaAtlas) atlas = ka_land_test_load (extent);
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  KaViewState state = { .day = ka_atlas_get_head (atlas)->default_day,
                        .filter.categories = KA_CATEGORY_ALL };

  check_extent (extent);
  for (int view = 0; view < KA_N_PAGE_VIEWS; view++)
    for (int format = 0; format < KA_N_EXPORT_FORMATS; format++)
      {
        KaPage page = KA_PAGE_INIT ((KaPageView) view, 320, 240);
        KaExport export = { scene, &state, ka_theme_get (KA_THEME_LIGHT), &page, 1 };
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = ka_export_render (&export, (KaExportFormat) format, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      }
}

static void
test_random (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      double       width = exp (g_test_rand_double_range (log (1e-4), log (360)));
      double       height = exp (g_test_rand_double_range (log (1e-4), log (180)));
      double       west = g_test_rand_double_range (-180, 180);
      double       south = g_test_rand_double_range (-90, 90 - height);
      KaLandExtent extent = { "random", west, south, ka_land_test_wrap (west + width),
                              south + height };

      check_extent (&extent);
    }
}

static double
get_great_circle_km (KaPoint a, KaPoint b)
{
  double rad = G_PI / 180;
  double across = (b.x - a.x) * rad;
  double up = cos (a.y * rad) * sin (b.y * rad) - sin (a.y * rad) * cos (b.y * rad) * cos (across);
  double side = cos (b.y * rad) * sin (across);

  return KA_EARTH_RADIUS_KM *
         atan2 (hypot (up, side), sin (a.y * rad) * sin (b.y * rad) +
                                    cos (a.y * rad) * cos (b.y * rad) * cos (across));
}

/* A scale bar is as long as it says, where it stands or where it says that it is right */
static void
test_scale_bar (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      KaPoint      south_west = { extents[i].west, extents[i].south };
      KaPoint      north_east = { extents[i].east, extents[i].north };
      KaProjection projection = ka_projection_choose (south_west, north_east);
      KaBox        box = ka_projection_project_box (&projection, south_west, north_east);
      KaViewport   viewport = ka_viewport_fit (box, 800, 600, 0);
      KaPoint      right = { 784, 584 };
      KaMapScale   scale = ka_map_scale_measure (&projection, &viewport, right, 150);
      KaPoint      left;

      if (scale.spot == KA_MAP_SCALE_MIDDLE)
        right = (KaPoint){ 400 + scale.width / 2, 300 };
      left = (KaPoint){ right.x - scale.width, right.y };
      g_assert_cmpfloat (scale.width, <=, 150);
      g_assert_cmpfloat (scale.width, >, 40);
      g_assert_cmpfloat_with_epsilon (
        get_great_circle_km (
          ka_projection_inverse (&projection, ka_viewport_to_km (&viewport, left)),
          ka_projection_inverse (&projection, ka_viewport_to_km (&viewport, right))),
        scale.km, scale.km * 0.02);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      g_autofree char *path = g_strconcat ("/any-extent/", extents[i].name, NULL);

      g_test_add_data_func (path, &extents[i], test_extent);
    }
  g_test_add_func ("/any-extent/random", test_random);
  g_test_add_func ("/any-extent/scale-bar", test_scale_bar);

  return g_test_run ();
}
