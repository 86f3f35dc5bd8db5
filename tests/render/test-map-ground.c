/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-ground-row.h"
#include "ka-map-painter.h"
#include "ka-map-parts.h"
#include "ka-map-stretch.h"
#include "ka-map-test.h"
#include "ka-picture-test.h"
#include "ka-projection.h"

#define SIDE      160
#define N_PIXELS  300
#define N_GROUNDS 5

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
  g_autoptr (cairo_pattern_t) pattern = cairo_pattern_create_for_surface (grey);

  cairo_translate (cr, corner.x, corner.y);
  cairo_scale (cr, size, size);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_set_source (cr, pattern);
  cairo_paint_with_alpha (cr, alpha);
}

static cairo_surface_t *
stretch (const KaMapGrey             *grey,
         KaPoint                      corner,
         double                       size,
         double                       alpha,
         const cairo_rectangle_int_t *box)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box->width,
                                                         box->height);
  const gsize      pitch = (gsize) cairo_image_surface_get_stride (surface) / 4;
  guint32         *pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  g_autoptr (KaMapStretch)
    rows = ka_map_stretch_new (grey, corner, size, alpha, box->x, box->width);

  for (gsize y = 0; y < (gsize) box->height; y++)
    {
      const KaMapGreyRow row = ka_map_stretch_row (rows, box->y + (int) y);

      for (gsize x = 0; x < (gsize) box->width; x++)
        pixels[y * pitch + x] = (guint32) row.alpha[x] << 24 | (guint32) row.grey[x] << 16 |
                                (guint32) row.grey[x] << 8 | row.grey[x];
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/* Enlarges a picture in three boxes, which must fit together. */
static void
paint_stretched (cairo_t *cr, const KaMapGrey *grey, KaPoint corner, double size, double alpha)
{
  const cairo_rectangle_int_t boxes[] = { { 0, 0, SIDE, 71 },
                                          { 0, 71, 53, SIDE - 71 },
                                          { 53, 71, SIDE - 53, SIDE - 71 } };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (cairo_surface_t) part = stretch (grey, corner, size, alpha, &boxes[i]);

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
      const double  size = g_rand_double_range (random, 0.7, 12);
      const double  alpha = run % 2 == 0 ? 1.0 : g_rand_double (random);
      g_autoptr (cairo_surface_t) small = create_grey (random, width, height);
      g_autoptr (cairo_surface_t) ours = ka_picture_create_paper (SIDE);
      g_autoptr (cairo_surface_t) cairos = ka_picture_create_paper (SIDE);
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

/* What is known of the pixels of a row */
typedef struct
{
  KaMapGround grounds[N_GROUNDS];
  guchar      numbers[N_PIXELS];
  guchar      bands[N_PIXELS];
  guint16     alpha[N_PIXELS + KA_MAP_CHUNK];
  guint16     grey[N_PIXELS + KA_MAP_CHUNK];
} Row;

static guint32
draw_pixel (GRand *random)
{
  return 0xff000000 | (g_rand_int (random) & 0xffffff);
}

/* Land in runs, as on a map */
static void
draw_row (Row *row, GRand *random)
{
  guchar number = 0;
  guchar band = 0;

  for (gsize i = 0; i < N_GROUNDS; i++)
    row->grounds[i] = (KaMapGround){ draw_pixel (random), i > 2 ? draw_pixel (random) : 0, i > 1 };
  for (gsize i = 0; i < N_PIXELS; i++)
    {
      if (g_rand_int_range (random, 0, 20) == 0)
        number = (guchar) g_rand_int_range (random, 0, N_GROUNDS);
      if (g_rand_int_range (random, 0, 20) == 0)
        band = (guchar) (g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, 256));
      row->numbers[i] = number;
      row->bands[i] = band;
      row->alpha[i] = (guint16) g_rand_int_range (random, 0, 256);
      row->grey[i] = (guint16) g_rand_int_range (random, 0, row->alpha[i] + 1);
    }
}

/* A channel of a pixel, from the lowest byte, as it is without rounding */
static double
blend_channel (const Row *row, gsize at, gboolean has_relief, int channel)
{
  const KaMapGround *ground = &row->grounds[row->numbers[at]];
  double             value = ground->fill >> 8 * channel & 0xff;

  if (has_relief && ground->is_land)
    value = value * (255 - row->alpha[at]) / 255 + row->grey[at];
  if (ground->band != 0)
    value += ((ground->band >> 8 * channel & 0xff) - value) * row->bands[at] / 255;

  return value;
}

/* A row has the colours that each pixel for itself would have, and what follows it stays. */
static void
test_row (void)
{
  g_autofree Row *row = g_new0 (Row, 1);

  for (guint run = 0; run < 200; run++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      const gboolean       has_relief = run % 3 != 0;
      const gsize          n_pixels = (gsize) g_rand_int_range (random, 0, N_PIXELS);
      guint32              pixels[N_PIXELS] = { 0 };
      const KaMapGroundRow ground = {
        row->grounds, row->numbers, row->bands, { has_relief ? row->alpha : NULL, row->grey }
      };

      draw_row (row, random);
      ka_map_ground_colour_row (&ground, pixels, n_pixels);
      for (gsize i = 0; i < n_pixels; i++)
        {
          g_assert_cmpuint (pixels[i] >> 24, ==, 0xff);
          for (int channel = 0; channel < 3; channel++)
            g_assert_cmpfloat_with_epsilon (pixels[i] >> 8 * channel & 0xff,
                                            blend_channel (row, i, has_relief, channel), 1.6);
        }
      for (gsize i = n_pixels; i < N_PIXELS; i++)
        g_assert_cmpuint (pixels[i], ==, 0);
    }
}

static const struct
{
  const char *day;
  double      scale; /* over that in which all is seen */
  KaThemeId   theme;
} views[] = {
  { "1878-08-01", 1, KA_THEME_LIGHT },   { "1918-07-01", 2, KA_THEME_DARK },
  { "1919-05-01", 0.4, KA_THEME_LIGHT }, { "1921-10-13", 1, KA_THEME_PRINT },
  { "1921-10-13", 5, KA_THEME_LIGHT },   { "2016-01-01", 1, KA_THEME_HIGH_CONTRAST },
};

static void
paint_view (cairo_t    *cr,
            KaMapScene *scene,
            gsize       view,
            void (*paint) (const KaPaintContext *context))
{
  const KaViewState state = { .day = ka_map_test_day (views[view].day),
                              .filter.categories = KA_CATEGORY_ALL };
  KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), 4 * SIDE, 3 * SIDE, 0);
  g_auto (KaPaintContext) context = { 0 };

  viewport.scale *= views[view].scale;
  context = ka_paint_context (cr, scene, &state, ka_theme_get (views[view].theme), &viewport);
  paint (&context);
}

static void
paint_ground (cairo_t *cr, KaMapScene *scene, gsize view)
{
  paint_view (cr, scene, view, ka_map_paint_ground);
}

static void
paint_all (const KaPaintContext *context)
{
  ka_map_paint (context, KA_MAP_ALL);
}

/* The ground of a raster looks as the shapes of a vector format. Shapes have softer edges, which
 * lines cover. */
static void
test_shapes (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize view = 0; view < G_N_ELEMENTS (views); view++)
    {
      g_autoptr (cairo_surface_t)
        record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      g_autoptr (cairo_surface_t)
        shown = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 4 * SIDE, 3 * SIDE);
      g_autoptr (cairo_surface_t)
        raster = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 4 * SIDE, 3 * SIDE);
      g_autoptr (cairo_t) vector = cairo_create (record);
      g_autoptr (cairo_t) screen = cairo_create (shown);
      g_autoptr (cairo_t) cr = cairo_create (raster);

      paint_ground (vector, scene, view);
      cairo_set_source_surface (screen, record, 0, 0);
      cairo_paint (screen);
      paint_ground (cr, scene, view);
      g_test_message ("view %zu: %g", view, ka_picture_compare (raster, shown, 8, NULL));
      g_assert_cmpfloat (ka_picture_compare (raster, shown, 8, NULL), <, 0.02);
    }
}

/* Nothing is painted where a surface could not be made, or after an error of Cairo. */
static void
test_no_surface (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  g_autoptr (cairo_surface_t) none = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1 << 20, 1);
  g_autoptr (cairo_surface_t) paper = ka_picture_create_paper (SIDE);
  g_autoptr (cairo_surface_t) untouched = ka_picture_create_paper (SIDE);
  g_autoptr (cairo_t) nowhere = cairo_create (none);
  g_autoptr (cairo_t) broken = cairo_create (paper);

  cairo_restore (broken);
  g_assert_cmpint (cairo_status (nowhere), !=, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_status (broken), !=, CAIRO_STATUS_SUCCESS);
  paint_view (nowhere, scene, 0, paint_all);
  paint_view (broken, scene, 0, paint_all);
  g_assert_cmpfloat (ka_picture_compare (paper, untouched, 0, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-ground/stretch", test_stretch);
  g_test_add_func ("/map-ground/row", test_row);
  g_test_add_func ("/map-ground/shapes", test_shapes);
  g_test_add_func ("/map-ground/no-surface", test_no_surface);

  return g_test_run ();
}
