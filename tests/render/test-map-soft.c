/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-map-pixels.h"
#include "ka-map-thin.h"
#include "ka-picture-test.h"

#define SIDE 160

static const KaMapSoftStroke strokes[] = { { 40, 0.06 }, { 25, 0.2 }, { 9, 0.31 }, { 3, 0.7 } };

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

/* Draws a soft edge as numbers, which are its coverage. */
static void
stroke_by_numbers (cairo_t *cr, guint32 seed, const KaColour *colour)
{
  g_autoptr (cairo_surface_t) plane = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  g_autoptr (cairo_t) numbers = cairo_create (plane);
  guchar coverage[G_N_ELEMENTS (strokes)];

  ka_map_cover_soft (strokes, G_N_ELEMENTS (strokes), coverage);
  append_path (numbers, seed);
  ka_map_number_soft (numbers, strokes, G_N_ELEMENTS (strokes), coverage);
  g_assert_false (cairo_has_current_point (numbers));
  ka_colour_set_source (colour, cr);
  cairo_mask_surface (cr, plane, 0, 0);
}

/* A pixel on the edge of a stroke may fall to either side */
static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  g_assert_cmpfloat (ka_picture_compare (a, b, 2, NULL), <, 0.001);
}

/* Numbers in a plane look as the strokes one by one. */
static void
test_numbers (void)
{
  const KaColour *colour = &ka_theme_get (KA_THEME_LIGHT)->water_line;

  for (guint run = 0; run < 50; run++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (cairo_surface_t) quick = ka_picture_create_paper (SIDE);
      g_autoptr (cairo_surface_t) plain = ka_picture_create_paper (SIDE);
      g_autoptr (cairo_t) cr = cairo_create (quick);
      g_autoptr (cairo_t) twin = cairo_create (plain);

      stroke_by_numbers (cr, seed, colour);
      append_path (twin, seed);
      ka_map_stroke_soft (twin, colour, strokes, G_N_ELEMENTS (strokes));
      g_assert_false (cairo_has_current_point (twin));
      assert_alike (quick, plain);
    }
}

/* Draws lines with corners in a clip under a matrix, as thin lines or by Cairo. */
static void
draw_lines (cairo_surface_t *surface, guint32 seed, gboolean in_circle, gboolean by_cairo)
{
  const KaColour colour = { 0.2, 0.1, 0.4, 1 };
  const double   width = 0.4 + 0.1 * (seed % 9);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  if (in_circle)
    cairo_arc (cr, 80, 70, 50.3, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, 20, 30, 110, 90);
  cairo_clip (cr);
  cairo_translate (cr, 3.2, -5.1);
  cairo_scale (cr, 0.9, 0.9);
  for (int line = 0; line < 5; line++)
    {
      cairo_move_to (cr, g_rand_double_range (random, 20, 130),
                     g_rand_double_range (random, 30, 120));
      for (int i = 0; i < 30; i++)
        cairo_rel_line_to (cr, g_rand_double_range (random, -20, 20),
                           g_rand_double_range (random, -20, 20));
      if (line % 2 == 0)
        cairo_close_path (cr);
    }
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_BEST);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (by_cairo)
    ka_colour_stroke (&colour, cr, 1, width);
  else
    g_assert_true (ka_map_thin_stroke (cr, &colour, width));
  g_assert_false (cairo_has_current_point (cr));
}

/* Thin lines look as Cairo's best: few pixels differ by 12 % of white, and hardly one, at a sharp
 * corner, by more than 40 %. */
static void
test_thin (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (cairo_surface_t) ours = ka_picture_create_paper (SIDE);
      g_autoptr (cairo_surface_t) cairos = ka_picture_create_paper (SIDE);

      if (seed % 2 == 1)
        {
          cairo_surface_set_device_scale (ours, 2, 2);
          cairo_surface_set_device_scale (cairos, 2, 2);
        }
      draw_lines (ours, seed, seed % 3 == 0, FALSE);
      draw_lines (cairos, seed, seed % 3 == 0, TRUE);
      g_assert_cmpfloat (ka_picture_compare (ours, cairos, 100, NULL), <, 0.0005);
      g_assert_cmpfloat (ka_picture_compare (ours, cairos, 30, NULL), <, 0.015);
    }
}

/* Lines far beyond a picture, and those without length, cover nothing. */
static void
test_thin_nothing (void)
{
  static const double ends[] = { -1e300, -1e12, -1e7, 1e7, 1e12, 1e300, INFINITY, NAN };
  g_autoptr (cairo_surface_t) surface = ka_picture_create_paper (SIDE);
  g_autoptr (cairo_surface_t) paper = ka_picture_create_paper (SIDE);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaMapThin *thin = ka_map_thin_new (cr);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      ka_map_thin_add_line (thin, (KaPoint){ ends[i], 9e9 }, (KaPoint){ 40, 9e9 }, 1);
      ka_map_thin_add_line (thin, (KaPoint){ ends[i], -50 }, (KaPoint){ ends[i], 50 }, 1);
      ka_map_thin_add_line (thin, (KaPoint){ -3e7, ends[i] }, (KaPoint){ -50, 90 }, 1);
    }
  ka_map_thin_add_line (thin, (KaPoint){ 80, 80 }, (KaPoint){ 80, 80 }, 1);
  ka_map_thin_paint (thin, &ka_theme_get (KA_THEME_LIGHT)->border, 1);
  g_assert_cmpfloat (ka_picture_compare (surface, paper, 0, NULL), ==, 0);
}

/* Cairo draws wide lines, and all in a vector format. */
static void
test_thin_suits (void)
{
  g_autoptr (cairo_surface_t)
    record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr (cairo_surface_t) paper = ka_picture_create_paper (SIDE);
  g_autoptr (cairo_t) vector = cairo_create (record);
  g_autoptr (cairo_t) cr = cairo_create (paper);

  g_assert_true (ka_map_thin_suits (cr, 1.5));
  g_assert_false (ka_map_thin_suits (cr, 5));
  cairo_scale (cr, 4, 4);
  g_assert_false (ka_map_thin_suits (cr, 1.5));
  g_assert_false (ka_map_is_raster (vector));
  g_assert_false (ka_map_thin_suits (vector, 1.5));
}

/* Strokes the strongest line across a paper, along a direction that @angle turns from upright. */
static void
stroke_strongest (cairo_surface_t *paper, double scale, double place, double angle, double ratio)
{
  g_autoptr (cairo_t) cr = NULL;

  cairo_surface_set_device_scale (paper, ratio, ratio);
  cr = cairo_create (paper);
  cairo_scale (cr, 1 / ratio, 1 / ratio);
  cairo_translate (cr, SIDE / 2.0 + place, SIDE / 2.0 + place);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, -sin (angle) * SIDE / scale, -cos (angle) * SIDE / scale);
  cairo_line_to (cr, sin (angle) * SIDE / scale, cos (angle) * SIDE / scale);
  ka_map_stroke_line (cr, ka_theme_get (KA_THEME_LIGHT), KA_MAP_LINE_FORCE, TRUE);
}

/* Whether a pixel in the middle row, or column, has a colour. */
static gboolean
is_crossed_by (cairo_surface_t *paper, guint32 pixel, gboolean is_row)
{
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (paper);
  const int      pitch = cairo_image_surface_get_stride (paper) / 4;

  for (int i = 0; i < SIDE; i++)
    if (pixels[is_row ? SIDE / 2 * pitch + i : i * pitch + SIDE / 2] == pixel)
      return TRUE;

  return FALSE;
}

/* The strongest line shows its colour in full at each size, place and direction. */
static void
test_strongest (void)
{
  static const double scales[] = { 0.2, 0.62, 0.8, 1, 1.7, 4 };
  const guint32       pixel = ka_map_pixel (&ka_theme_get (KA_THEME_LIGHT)->accent);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int place = 0; place < 8; place++)
      for (int angle = 0; angle <= 12; angle++)
        for (int ratio = 1; ratio <= 2; ratio++)
          {
            g_autoptr (cairo_surface_t) paper = ka_picture_create_paper (SIDE);

            stroke_strongest (paper, scales[i], place / 8.0, angle * G_PI / 12, ratio);
            g_assert_true (is_crossed_by (paper, pixel, angle <= 3 || angle >= 9));
          }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-soft/numbers", test_numbers);
  g_test_add_func ("/map-soft/thin", test_thin);
  g_test_add_func ("/map-soft/thin-nothing", test_thin_nothing);
  g_test_add_func ("/map-soft/thin-suits", test_thin_suits);
  g_test_add_func ("/map-soft/strongest", test_strongest);

  return g_test_run ();
}
