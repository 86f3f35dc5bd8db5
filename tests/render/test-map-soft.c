/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-hairline.h"
#include "ka-map-parts.h"
#include "ka-map-stretch.h"
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

  g_assert_false (ka_map_hairline_begin (&lines, vector, &black, 1, 1));
}

/* A picture in grey: spots of light and shadow of random strength */
static cairo_surface_t *
create_grey (GRand *random, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const gsize      pitch = (gsize) cairo_image_surface_get_stride (surface) / 4;
  guint32         *pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);

  for (gsize y = 0; y < (gsize) height; y++)
    for (gsize x = 0; x < (gsize) width; x++)
      {
        const guint32 alpha = (guint32) g_rand_int_range (random, 0, 256);
        const guint32 grey = g_rand_boolean (random) ? alpha : alpha / 7;

        pixels[y * pitch + x] = alpha << 24 | grey << 16 | grey << 8 | grey;
      }
  cairo_surface_mark_dirty (surface);

  return surface;
}

static void
paint_by_cairo (cairo_t *cr, cairo_surface_t *grey, KaPoint corner, double size, double alpha)
{
  cairo_translate (cr, corner.x, corner.y);
  cairo_scale (cr, size, size);
  cairo_set_source_surface (cr, grey, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint_with_alpha (cr, alpha);
}

/* Enlarges a picture in two boxes, which must fit together. */
static void
paint_stretched (cairo_t *cr, const KaMapGrey *grey, KaPoint corner, double size, double alpha)
{
  const cairo_rectangle_int_t boxes[] = { { 0, 0, SIDE, 71 },
                                          { 0, 71, 53, SIDE - 71 },
                                          { 53, 71, SIDE - 53, SIDE - 71 } };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (cairo_surface_t) part = ka_map_stretch (grey, corner, size, alpha, boxes[i]);

      cairo_set_source_surface (cr, part, boxes[i].x, boxes[i].y);
      cairo_paint (cr);
    }
}

/* A picture is enlarged as by Cairo, also beyond its edges. Pixman rounds weights to 1/128, which
 * noise makes some levels of. */
static void
test_stretch (void)
{
  for (guint run = 0; run < 50; run++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      const int     width = g_rand_int_range (random, 1, 60);
      const int     height = g_rand_int_range (random, 1, 60);
      const KaPoint corner = { g_rand_double_range (random, -90, 90),
                               g_rand_double_range (random, -90, 90) };
      const double  size = g_rand_double_range (random, 1, 12);
      const double  alpha = run % 2 == 0 ? 1.0 : g_rand_double (random);
      g_autoptr (cairo_surface_t) small = create_grey (random, width, height);
      g_autoptr (cairo_surface_t) ours = create_paper ();
      g_autoptr (cairo_surface_t) cairos = create_paper ();
      g_autoptr (cairo_t) cr = cairo_create (ours);
      g_autoptr (cairo_t) twin = cairo_create (cairos);
      const KaMapGrey grey = {
        .pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (small),
        .pitch = (gsize) cairo_image_surface_get_stride (small) / 4,
        .width = width,
        .height = height,
      };

      paint_stretched (cr, &grey, corner, size, alpha);
      paint_by_cairo (twin, small, corner, size, alpha);
      g_assert_cmpfloat (ka_picture_compare (ours, cairos, 6, NULL), <, 0.0005);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-soft/raster", test_raster);
  g_test_add_func ("/map-soft/vector", test_vector);
  g_test_add_func ("/map-soft/hairlines", test_hairlines);
  g_test_add_func ("/map-soft/hairlines-vector", test_hairlines_vector);
  g_test_add_func ("/map-soft/stretch", test_stretch);

  return g_test_run ();
}
