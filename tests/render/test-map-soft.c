/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-hairline.h"
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
      g_autoptr (cairo_surface_t) quick = create_paper ();
      g_autoptr (cairo_surface_t) plain = create_paper ();
      g_autoptr (cairo_t) cr = cairo_create (quick);
      g_autoptr (cairo_t) twin = cairo_create (plain);

      stroke_by_numbers (cr, seed, colour);
      append_path (twin, seed);
      ka_map_stroke_soft (twin, colour, strokes, G_N_ELEMENTS (strokes));
      g_assert_false (cairo_has_current_point (twin));
      assert_alike (quick, plain);
    }
}

/* Draws lines in a clip under a matrix, as hairlines or by Cairo. */
static void
draw_lines (cairo_surface_t *surface, guint32 seed, gboolean in_circle, gboolean by_cairo)
{
  const KaColour colour = { 0.2, 0.1, 0.4, 1 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaMapHairline lines;

  if (in_circle)
    cairo_arc (cr, 80, 70, 50.3, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, 20, 30, 110, 90);
  cairo_clip (cr);
  cairo_translate (cr, 3.2, -5.1);
  cairo_scale (cr, 0.9, 0.9);
  cairo_set_line_width (cr, 0.7);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_BEST);
  ka_colour_set_source_alpha (&colour, cr, 0.5);
  g_assert_true (ka_map_hairline_begin (&lines, cr, &colour, 0.5, 0.7));
  for (int i = 0; i < 12; i++)
    {
      KaPoint a = { g_rand_double_range (random, -40, 200),
                    g_rand_double_range (random, -40, 200) };
      KaPoint b = { g_rand_double_range (random, -40, 200),
                    g_rand_double_range (random, -40, 200) };

      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      if (by_cairo)
        cairo_stroke (cr);
      else
        ka_map_hairline_draw (&lines, a, b);
      cairo_new_path (cr);
    }
  ka_map_hairline_end (&lines);
}

/* Hairlines look as Cairo's lines: few pixels differ by 4 % of white, and hardly one, at the end of
 * a line, by more than 13 %. */
static void
test_hairlines (void)
{
  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (cairo_surface_t) ours = create_paper ();
      g_autoptr (cairo_surface_t) cairos = create_paper ();

      if (seed % 2 == 1)
        {
          cairo_surface_set_device_scale (ours, 2, 2);
          cairo_surface_set_device_scale (cairos, 2, 2);
        }
      draw_lines (ours, seed, seed % 3 == 0, FALSE);
      draw_lines (cairos, seed, seed % 3 == 0, TRUE);
      g_assert_cmpfloat (ka_picture_compare (ours, cairos, 33, NULL), <, 0.0005);
      g_assert_cmpfloat (ka_picture_compare (ours, cairos, 10, NULL), <, 0.02);
    }
}

/* In a vector format Cairo draws. */
static void
test_hairlines_vector (void)
{
  const KaColour black = { 0, 0, 0, 1 };
  g_autoptr (cairo_surface_t)
    record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  g_autoptr (cairo_t) vector = cairo_create (record);
  KaMapHairline lines;

  g_assert_false (ka_map_is_raster (vector));
  g_assert_false (ka_map_hairline_begin (&lines, vector, &black, 1, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-soft/numbers", test_numbers);
  g_test_add_func ("/map-soft/hairlines", test_hairlines);
  g_test_add_func ("/map-soft/hairlines-vector", test_hairlines_vector);

  return g_test_run ();
}
