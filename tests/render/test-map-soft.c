/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-picture-test.h"

#define SIDE 160

static const KaMapSoftStroke strokes[] = { { 40, 0.06 }, { 25, 0.2 }, { 9, 0.31 }, { 3, 0.7 } };

static cairo_surface_t *
create_paper (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.9, 0.8, 0.6);
  cairo_paint (cr);

  return surface;
}

static void
append_path (cairo_t *cr, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int n_points = g_rand_int_range (random, 2, 9);

  cairo_new_path (cr);
  for (int i = 0; i < n_points; i++)
    cairo_line_to (cr, g_rand_double_range (random, -20, SIDE + 20),
                   g_rand_double_range (random, -20, SIDE + 20));
  if (g_rand_boolean (random))
    cairo_close_path (cr);
}

/* Blends the strokes of a soft edge one by one with the picture */
static void
stroke_one_by_one (cairo_t *cr, const KaColour *colour)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_tolerance (cr, 1.0);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      ka_colour_set_source_alpha (colour, cr, strokes[i].alpha);
      cairo_set_line_width (cr, strokes[i].width);
      cairo_stroke_preserve (cr);
    }
}

/* A pixel on the edge of a stroke may fall to either side */
static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  g_assert_cmpfloat (ka_picture_compare (a, b, 2, NULL), <, 0.001);
}

static void
test_raster (void)
{
  const KaColour *colour = &ka_theme_get (KA_THEME_LIGHT)->water_line;

  for (guint run = 0; run < 50; run++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (cairo_surface_t) quick = create_paper ();
      g_autoptr (cairo_surface_t) plain = create_paper ();
      g_autoptr (cairo_t) cr = cairo_create (quick);
      g_autoptr (cairo_t) twin = cairo_create (plain);

      append_path (cr, seed);
      ka_map_stroke_soft (cr, colour, strokes, G_N_ELEMENTS (strokes));
      g_assert_false (cairo_has_current_point (cr));
      append_path (twin, seed);
      stroke_one_by_one (twin, colour);
      assert_alike (quick, plain);
    }
}

/* Shapes stay shapes where a picture has no pixels */
static void
test_vector (void)
{
  const KaColour *colour = &ka_theme_get (KA_THEME_LIGHT)->water_line;
  g_autoptr (cairo_surface_t)
    record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr (cairo_surface_t) shown = create_paper ();
  g_autoptr (cairo_surface_t) plain = create_paper ();
  g_autoptr (cairo_t) cr = cairo_create (record);
  g_autoptr (cairo_t) screen = cairo_create (shown);
  g_autoptr (cairo_t) twin = cairo_create (plain);

  g_assert_false (ka_map_is_raster (cr));
  g_assert_true (ka_map_is_raster (screen));
  append_path (cr, 7);
  ka_map_stroke_soft (cr, colour, strokes, G_N_ELEMENTS (strokes));
  cairo_set_source_surface (screen, record, 0, 0);
  cairo_paint (screen);
  append_path (twin, 7);
  stroke_one_by_one (twin, colour);
  assert_alike (shown, plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-soft/raster", test_raster);
  g_test_add_func ("/map-soft/vector", test_vector);

  return g_test_run ();
}
