/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Frames of many shapes: no edge of the land, of the relief or of the data shows in any of them.
 */

#include "config.h"

#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-map-geometry.h"
#include "ka-map-test.h"
#include "ka-projection.h"

/* As in ka-map-camera.c: the least zoom */
#define MIN_ZOOM  0.8
#define N_SAMPLES 64

/* Widths over heights: a phone, pages, 1:1, screens, and a window whose map is a strip */
static const double shapes[] = {
  0.45, 0.5625, 0.7071, 1, 1.4142, 1.6, 1.7778, 2.3333, 3.5556, 4.5
};

/* The box of all arcs in degrees */
static KaBox
measure_data (const KaMapScene *scene)
{
  KaBox degrees = KA_BOX_NOTHING;

  for (gsize i = 0; i < scene->topology->n_arcs; i++)
    degrees = ka_box_unite (
      degrees, ka_box_around (scene->topology->arcs[i].points, scene->topology->arcs[i].n_points));

  return degrees;
}

/* All that is in view lies inside of the data */
static void
assert_filled (const KaMapTest *test, KaBox data, const KaViewport *viewport)
{
  KaBox km = ka_viewport_get_box (viewport);

  for (int i = 0; i <= N_SAMPLES; i++)
    {
      double  x = km.x0 + (km.x1 - km.x0) * i / N_SAMPLES;
      double  y = km.y0 + (km.y1 - km.y0) * i / N_SAMPLES;
      KaPoint edge[] = { { x, km.y0 }, { x, km.y1 }, { km.x0, y }, { km.x1, y } };

      for (gsize j = 0; j < G_N_ELEMENTS (edge); j++)
        {
          KaPoint degrees = ka_projection_inverse (ka_map_scene_get_projection (test->scene),
                                                   edge[j]);

          if (!ka_box_has (data, degrees))
            g_error ("a frame %.2f times as wide as high shows %.1f %.1f",
                     viewport->width / viewport->height, degrees.x, degrees.y);
        }
    }
}

static void
test_filled (KaMapTest *test, gconstpointer unused)
{
  KaBox data = measure_data (test->scene);
  KaBox limits = ka_map_scene_get_limits (test->scene);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      KaViewport home = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1000 * shapes[i],
                                         1000, 0);

      assert_filled (test, data, &home);
      for (int corner = 0; corner < 4; corner++)
        {
          KaViewport view = ka_viewport_pan (&home, corner % 2 ? 1e6 : -1e6,
                                             corner / 2 ? 1e6 : -1e6);

          view.scale *= 0.01;
          view = ka_viewport_clamp (&view, limits, home.scale * MIN_ZOOM, 10);
          assert_filled (test, data, &view);
        }
    }
}

/* Land that is cut ends at the edge of the data, nowhere else: there is no false coast. */
static void
test_cuts (KaMapTest *test, gconstpointer unused)
{
  const KaTopology *topology = test->scene->topology;
  KaBox             data = measure_data (test->scene);

  for (gsize i = 0; i < topology->n_arcs; i++)
    {
      const KaArc *arc = &topology->arcs[i];

      for (gsize j = 1; j < arc->n_points; j++)
        {
          KaPoint  a = arc->points[j - 1];
          KaPoint  b = arc->points[j];
          gboolean is_on_edge = (a.x == b.x && (a.x == data.x0 || a.x == data.x1)) ||
                                (a.y == b.y && (a.y == data.y0 || a.y == data.y1));

          g_assert_true ((arc->kind == KA_ARC_FRAME) == is_on_edge);
        }
    }
}

static cairo_surface_t *
paint (KaMapTest *test, const KaViewport *viewport, gboolean has_relief)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) viewport->width,
                                                         (int) viewport->height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaViewState state = { .day = ka_map_test_day ("1921-10-13") };

  if (!has_relief)
    state.hidden_layers = KA_MAP_LAYER_RELIEF;
  {
    g_auto (KaPaintContext)
      context = ka_paint_context (cr, test->scene, &state, ka_theme_get (KA_THEME_LIGHT), viewport);

    ka_map_paint (&context, KA_MAP_BASE);
  }
  cairo_surface_flush (surface);

  return surface;
}

/* How much two pictures differ at a place in degrees, in steps of a channel */
static int
differ_at (const KaMapTest  *test,
           cairo_surface_t  *a,
           cairo_surface_t  *b,
           const KaViewport *viewport,
           KaPoint           degrees)
{
  KaPoint at = ka_viewport_to_user (
    viewport, ka_projection_forward (ka_map_scene_get_projection (test->scene), degrees));
  int           offset = (int) at.y * cairo_image_surface_get_stride (a) + 4 * (int) at.x;
  const guchar *one = cairo_image_surface_get_data (a) + offset;
  const guchar *other = cairo_image_surface_get_data (b) + offset;
  int           most = 0;

  for (int channel = 0; channel < 3; channel++)
    most = MAX (most, ABS (one[channel] - other[channel]));

  return most;
}

/* The shading fades before the heights end, leaves the water alone and weakens with the zoom. */
static void
test_relief (KaMapTest *test, gconstpointer unused)
{
  const KaRelief *relief = ka_atlas_get_relief (test->atlas);
  double     east = relief->west_deg + (relief->n_columns - 1) / (double) relief->steps_per_deg;
  double     south = relief->north_deg - (relief->n_rows - 1) / (double) relief->steps_per_deg;
  KaViewport all = { { 0, 0 }, 0.4, 1400, 1000 };
  KaViewport near = { ka_projection_forward (ka_map_scene_get_projection (test->scene),
                                             (KaPoint){ 41.5, 40.8 }),
                      1, 400, 400 };
  g_autoptr (cairo_surface_t) with = paint (test, &all, TRUE);
  g_autoptr (cairo_surface_t) without = paint (test, &all, FALSE);
  int steps[3];

  for (double lat = south; lat <= relief->north_deg; lat += 0.1)
    {
      g_assert_cmpint (
        differ_at (test, with, without, &all, (KaPoint){ relief->west_deg + 0.1, lat }), <, 4);
      g_assert_cmpint (differ_at (test, with, without, &all, (KaPoint){ east - 0.1, lat }), <, 4);
    }
  for (double lon = relief->west_deg; lon <= east; lon += 0.1)
    {
      g_assert_cmpint (differ_at (test, with, without, &all, (KaPoint){ lon, south + 0.1 }), <, 4);
      g_assert_cmpint (
        differ_at (test, with, without, &all, (KaPoint){ lon, relief->north_deg - 0.1 }), <, 4);
    }
  for (double lon = 34; lon < 37; lon += 0.1)
    g_assert_cmpint (differ_at (test, with, without, &all, (KaPoint){ lon, 43 }), ==, 0);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (cairo_surface_t) shaded = paint (test, &near, TRUE);
      g_autoptr (cairo_surface_t) flat = paint (test, &near, FALSE);

      steps[i] = 0;
      for (double lon = 41.2; lon < 41.8; lon += 0.02)
        steps[i] = MAX (steps[i], differ_at (test, shaded, flat, &near, (KaPoint){ lon, 40.75 }));
      near.scale *= 3;
    }
  g_assert_cmpint (steps[0], >, 12);
  g_assert_cmpint (steps[0], <=, 77);
  g_assert_cmpint (steps[1], <, steps[0]);
  g_assert_cmpint (steps[2], ==, 0);
}

/* Parts of the map look the same whether their shading is made for them or with that of all. */
static void
test_relief_in_pieces (KaMapTest *test, gconstpointer unused)
{
  const KaViewport all = { { 0, 0 }, 0.4, 1400, 1000 };
  KaMapTest        whole = *test;

  whole.scene = ka_map_scene_new (test->atlas);
  cairo_surface_destroy (paint (&whole, &all, TRUE));
  for (int i = 0; i < 24; i++)
    {
      const KaViewport view = { { g_test_rand_double_range (-1400, 1300),
                                  g_test_rand_double_range (-900, 1100) },
                                g_test_rand_double_range (0.4, 4),
                                120,
                                300 };
      g_autoptr (cairo_surface_t) part = paint (test, &view, TRUE);
      g_autoptr (cairo_surface_t) wanted = paint (&whole, &view, TRUE);
      const int n_bytes = cairo_image_surface_get_stride (part) *
                          cairo_image_surface_get_height (part);

      g_assert_true (memcmp (cairo_image_surface_get_data (part),
                             cairo_image_surface_get_data (wanted), (gsize) n_bytes) == 0);
    }
  ka_map_scene_unref (whole.scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-frames/filled", test_filled);
  ka_map_test_add ("/map-frames/cuts", test_cuts);
  ka_map_test_add ("/map-frames/relief", test_relief);
  ka_map_test_add ("/map-frames/relief-in-pieces", test_relief_in_pieces);

  return g_test_run ();
}
