/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pictures against references. A reference is tests/pictures/NAME.png; KA_UPDATE_PICTURES=1 writes
 * it anew. On failure the picture and its difference stand beside the test programs as
 * NAME-out.png and NAME-diff.png.
 */

#include "config.h"

#include "ka-picture-test.h"

#include <stdlib.h>

#include "ka-cairo-auto.h"

/* The greatest difference of equal channels: Cairo and Pixman round in their own ways */
#define MOST_DIFFERENCE 2

/* Cairo 1.16 drew the references and puts letters on whole pixels; from 1.17.4 on letters stand
 * between pixels. With those, pictures are compared in blocks of pixels: letters change averages by
 * at most 15 counts, a moved or missing label by more than 30. */
#define LETTERS_BETWEEN_PIXELS CAIRO_VERSION_ENCODE (1, 17, 4)
#define BLOCK_PX               8
#define MOST_BLOCK_DIFFERENCE  24

/**
 * ka_picture_render:
 * @width: in user units
 * @height: in user units
 * @scale: pixels for a user unit
 * @paint: paints it
 * @data: for @paint
 *
 * Returns: (transfer full): an ARGB32 picture
 */
cairo_surface_t *
ka_picture_render (int width, int height, double scale, KaPicturePainter paint, gpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * scale),
                                                         (int) (height * scale));
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  paint (cr, data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);

  return surface;
}

/**
 * ka_picture_create_paper:
 * @side: in pixels
 *
 * Returns: (transfer full): a square ARGB32 picture of one opaque colour, to draw on
 */
cairo_surface_t *
ka_picture_create_paper (int side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.9, 0.8, 0.6);
  cairo_paint (cr);

  return surface;
}

static int
measure_difference (const guchar *a, const guchar *b)
{
  int most = 0;

  for (int channel = 0; channel < 4; channel++)
    most = MAX (most, abs ((int) a[channel] - (int) b[channel]));

  return most;
}

/**
 * ka_picture_compare:
 * @a: an ARGB32 picture
 * @b: another
 * @most_difference: channels that differ by no more are alike
 * @difference: (out) (optional): what differs, in white on black
 *
 * Returns: the share of pixels that differ, from 0 to 1; 1 for pictures of different sizes
 */
double
ka_picture_compare (cairo_surface_t  *a,
                    cairo_surface_t  *b,
                    int               most_difference,
                    cairo_surface_t **difference)
{
  int              width = cairo_image_surface_get_width (a);
  int              height = cairo_image_surface_get_height (a);
  cairo_surface_t *diff;
  int              n_different = 0;

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return 1;

  diff = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_surface_flush (diff);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *first = cairo_image_surface_get_data (a) +
                              y * cairo_image_surface_get_stride (a) + 4 * x;
        const guchar *second = cairo_image_surface_get_data (b) +
                               y * cairo_image_surface_get_stride (b) + 4 * x;
        guchar *mark = cairo_image_surface_get_data (diff) +
                       y * cairo_image_surface_get_stride (diff) + 4 * x;

        if (measure_difference (first, second) <= most_difference)
          continue;
        n_different++;
        mark[0] = mark[1] = mark[2] = 255;
      }
  cairo_surface_mark_dirty (diff);
  if (difference != NULL)
    *difference = diff;
  else
    cairo_surface_destroy (diff);

  return (double) n_different / ((double) width * height);
}

/* Averages each block of pixels; the remainder at the right and at the bottom is dropped */
static cairo_surface_t *
compute_blocks (cairo_surface_t *picture)
{
  int              width = cairo_image_surface_get_width (picture) / BLOCK_PX;
  int              height = cairo_image_surface_get_height (picture) / BLOCK_PX;
  int              stride = cairo_image_surface_get_stride (picture);
  const guchar    *pixels = cairo_image_surface_get_data (picture);
  cairo_surface_t *blocks = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar          *averages = cairo_image_surface_get_data (blocks);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < 4 * width; x++)
      {
        const guchar *first = pixels + y * BLOCK_PX * stride + x / 4 * 4 * BLOCK_PX + x % 4;
        int           sum = 0;

        for (int i = 0; i < BLOCK_PX * BLOCK_PX; i++)
          sum += first[i / BLOCK_PX * stride + i % BLOCK_PX * 4];
        averages[y * cairo_image_surface_get_stride (blocks) + x] = (guchar) (sum / (BLOCK_PX *
                                                                                     BLOCK_PX));
      }
  cairo_surface_mark_dirty (blocks);

  return blocks;
}

/* Returns the part of the picture that differs */
static double
compare_with_reference (cairo_surface_t  *surface,
                        cairo_surface_t  *reference,
                        cairo_surface_t **difference)
{
  double share = ka_picture_compare (surface, reference, MOST_DIFFERENCE, difference);
  g_autoptr (cairo_surface_t) blocks = NULL;
  g_autoptr (cairo_surface_t) reference_blocks = NULL;

  if (cairo_version () < LETTERS_BETWEEN_PIXELS || *difference == NULL)
    return share;

  blocks = compute_blocks (surface);
  reference_blocks = compute_blocks (reference);

  return ka_picture_compare (blocks, reference_blocks, MOST_BLOCK_DIFFERENCE, NULL);
}

static void
write_picture (cairo_surface_t *surface, const char *name, const char *suffix)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, suffix);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, file, NULL);

  if (cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS)
    g_test_message ("wrote %s", path);
}

/* Reads a PNG as ARGB32; Cairo reads a picture without transparency as RGB24 */
static cairo_surface_t *
read_reference (const char *path)
{
  g_autoptr (cairo_surface_t) png = cairo_image_surface_create_from_png (path);
  cairo_surface_t *surface;

  if (cairo_surface_status (png) != CAIRO_STATUS_SUCCESS)
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (png),
                                        cairo_image_surface_get_height (png));
  {
    g_autoptr (cairo_t) cr = cairo_create (surface);

    cairo_set_source_surface (cr, png, 0, 0);
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
    cairo_paint (cr);
  }
  cairo_surface_flush (surface);

  return surface;
}

/**
 * ka_picture_assert:
 * @name: of the reference, without folder and ending
 * @width: in pixels
 * @height: in pixels
 * @tolerance: which share of pixels may differ by more than two counts in a channel, 0 to 1
 * @paint: paints it
 * @data: for @paint
 *
 * Fails the test when the picture is not the reference.
 */
void
ka_picture_assert (const char      *name,
                   int              width,
                   int              height,
                   double           tolerance,
                   KaPicturePainter paint,
                   gpointer         data)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pictures", file, NULL);
  g_autoptr (cairo_surface_t) surface = ka_picture_render (width, height, 1.0, paint, data);
  g_autoptr (cairo_surface_t) reference = NULL;
  g_autoptr (cairo_surface_t) difference = NULL;
  double share;

  if (g_strcmp0 (g_getenv ("KA_UPDATE_PICTURES"), "1") == 0)
    {
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      return;
    }

  reference = read_reference (path);
  if (reference == NULL)
    {
      write_picture (surface, name, "out");
      g_test_message ("no reference %s", path);
      g_test_fail ();
      return;
    }
  share = compare_with_reference (surface, reference, &difference);
  if (share > tolerance)
    {
      write_picture (surface, name, "out");
      if (difference != NULL)
        write_picture (difference, name, "diff");
      g_test_message ("%s: %.4f of the pixels differ, at most %.4f may", name, share, tolerance);
      g_test_fail ();
    }
}
