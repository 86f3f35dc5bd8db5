/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-halo.h"

#define SIDE  40
#define REACH 1.8

/* The middle of a square of two units that stands for letters */
static const KaPoint letter = { 20, 20 };

static void
show_square (cairo_t *cr, gconstpointer data)
{
  const KaPoint *at = data;

  cairo_rectangle (cr, at->x - 1, at->y - 1, 2, 2);
  cairo_fill (cr);
}

/* Paints red paper with a white halo of the square; the scale is that of the surface or of the
 * matrix */
static cairo_surface_t *
paint_halo (double scale, gboolean by_matrix)
{
  int              side = (int) ceil (SIDE * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t         *cr;

  if (!by_matrix)
    cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  if (by_matrix)
    cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  ka_halo_paint (cr, (KaBox){ letter.x - 1, letter.y - 1, letter.x + 1, letter.y + 1 }, REACH,
                 show_square, &letter);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static double
get_green (cairo_surface_t *surface, int x, int y)
{
  const guchar *pixel = cairo_image_surface_get_data (surface) +
                        y * cairo_image_surface_get_stride (surface) + 4 * x;

  return pixel[1] / 255.0;
}

/* The distance of the middle of a pixel from the square, in user units */
static double
measure_distance (int x, int y, double scale)
{
  double dx = MAX (fabs ((x + 0.5) / scale - letter.x) - 1, 0);
  double dy = MAX (fabs ((y + 0.5) / scale - letter.y) - 1, 0);

  return hypot (dx, dy);
}

static void
test_reach (void)
{
  static const double scales[] = { 1.0, 1.25, 1.5, 2.0, 3.0 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (gboolean by_matrix = FALSE; by_matrix <= TRUE; by_matrix++)
      {
        double scale = scales[i];
        double pixel = 1 / scale;
        g_autoptr (cairo_surface_t) surface = paint_halo (scale, by_matrix);
        int side = cairo_image_surface_get_width (surface);

        for (int y = 0; y < side; y++)
          for (int x = 0; x < side; x++)
            {
              double distance = measure_distance (x, y, scale);
              double green = get_green (surface, x, y);

              if (distance < REACH / 2)
                g_assert_cmpfloat (green, >, 0.5);
              if (distance > (REACH + 1.5 * pixel) * G_SQRT2)
                g_assert_cmpfloat (green, ==, 0);
            }
      }
}

/* The halo is the same on all sides and at both ends of a row of chunks */
static void
test_symmetry (void)
{
  g_autoptr (cairo_surface_t) surface = paint_halo (2.0, FALSE);

  for (int y = 0; y < 2 * SIDE; y++)
    for (int x = 0; x < 2 * SIDE; x++)
      {
        g_assert_cmpfloat (get_green (surface, x, y), ==, get_green (surface, 2 * SIDE - 1 - x, y));
        g_assert_cmpfloat (get_green (surface, x, y), ==, get_green (surface, y, x));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/halo/reach", test_reach);
  g_test_add_func ("/halo/symmetry", test_symmetry);

  return g_test_run ();
}
