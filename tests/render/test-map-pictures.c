/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-painter.h"
#include "ka-map-test.h"
#include "ka-picture-test.h"
#include "ka-projection.h"

/* A hundredth of the pixels, for the antialiasing of other versions of Cairo */
#define TOLERANCE 0.01

typedef struct
{
  const char *name;
  const char *day;
  KaThemeId   theme;
  KaPoint     centre_deg; /* 0, 0 for the extent of the atlas */
  double      scale;
  const char *selection;
  gboolean    is_small;
} Picture;

typedef struct
{
  const Picture *picture;
  KaMapScene    *scene;
  KaMapPass      passes;
  double         dx;
} Painting;

static const Picture pictures[] = {
  { "map-1878", "1878-08-01", KA_THEME_LIGHT, { 0, 0 }, 0, NULL },
  { "map-1918", "1918-07-01", KA_THEME_LIGHT, { 0, 0 }, 0, NULL },
  { "map-1921", "1921-10-13", KA_THEME_LIGHT, { 0, 0 }, 0, NULL },
  { "map-1921-dark", "1921-10-13", KA_THEME_DARK, { 0, 0 }, 0, NULL },
  { "map-1921-nakhichevan", "1921-10-13", KA_THEME_LIGHT, { 45.4, 39.3 }, 4, "region:nakhichevan" },
  { "map-1946-adjara", "1946-01-01", KA_THEME_LIGHT, { 42.1, 41.5 }, 4, NULL },
  { "map-1946-print", "1946-01-01", KA_THEME_PRINT, { 0, 0 }, 0, NULL },
  { "map-2016", "2016-02-08", KA_THEME_LIGHT, { 0, 0 }, 0, "article:kars-5" },
};

#define WIDTH  772
#define HEIGHT 597

/* Each of six days at three zooms in three themes, small */
#define SMALL_WIDTH  480
#define SMALL_HEIGHT 320

static const char *const days[] = { "1878-08-01", "1918-07-01", "1920-12-03",
                                    "1921-10-13", "1946-01-01", "2016-01-01" };

static const struct
{
  const char *name;
  KaPoint     centre_deg;
  double      scale;
} zooms[] = {
  { "extent", { 0, 0 }, 0 },
  { "kars", { 43.6, 40.4 }, 1.4 },
  { "nakhichevan", { 45.4, 39.2 }, 3.2 },
};

static const KaThemeId themes[] = { KA_THEME_LIGHT, KA_THEME_DARK, KA_THEME_PRINT };

static void
paint (cairo_t *cr, gpointer data)
{
  const Painting *painting = data;
  const Picture  *picture = painting->picture;
  g_auto (KaPaintContext) context = { 0 };
  KaViewState state = { .day = ka_map_test_day (picture->day),
                        .filter.categories = KA_CATEGORY_ALL,
                        .legend = KA_LEGEND_AUTO };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (painting->scene),
                                         picture->is_small ? SMALL_WIDTH : WIDTH,
                                         picture->is_small ? SMALL_HEIGHT : HEIGHT, 0);

  if (picture->selection != NULL)
    state.selection = ka_atlas_lookup_reference (ka_map_scene_get_atlas (painting->scene),
                                                 picture->selection);
  if (picture->scale > 0)
    {
      viewport.centre_km = ka_projection_forward (ka_map_scene_get_projection (painting->scene),
                                                  picture->centre_deg);
      viewport.scale = picture->scale;
    }
  cairo_translate (cr, painting->dx, painting->dx);
  context = ka_paint_context (cr, painting->scene, &state, ka_theme_get (picture->theme),
                              &viewport);
  ka_map_paint (&context, painting->passes);
}

static void
test_pictures (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      Painting painting = { &pictures[i], scene, KA_MAP_ALL, 0 };

      ka_picture_assert (pictures[i].name, WIDTH, HEIGHT, TOLERANCE, paint, &painting);
    }
}

/* Layers painted one over another are the picture painted at once */
static void
test_passes (void)
{
  static const KaMapPass layers[] = { KA_MAP_BASE, KA_MAP_HIGHLIGHT,
                                      KA_MAP_LABELS | KA_MAP_FURNITURE };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  Painting painting = { &pictures[4], scene, KA_MAP_ALL, 0 };
  g_autoptr (cairo_surface_t) whole = ka_picture_render (WIDTH, HEIGHT, 1, paint, &painting);
  g_autoptr (cairo_surface_t)
    stacked = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (stacked);

  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autoptr (cairo_surface_t) layer = NULL;

      painting.passes = layers[i];
      layer = ka_picture_render (WIDTH, HEIGHT, 1, paint, &painting);
      cairo_set_source_surface (cr, layer, 0, 0);
      cairo_paint (cr);
    }
  cairo_surface_flush (stacked);
  g_assert_cmpfloat (ka_picture_compare (whole, stacked, 4, NULL), <, 0.001);
}

static void
assert_moves (Painting *painting, int width, int height, cairo_surface_t *plain)
{
  g_autoptr (cairo_surface_t) moved = NULL;
  g_autoptr (cairo_surface_t)
    crop = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = cairo_create (crop);

  painting->dx = 7;
  moved = ka_picture_render (width + 7, height + 7, 1, paint, painting);
  painting->dx = 0;
  cairo_set_source_surface (cr, moved, -7, -7);
  cairo_paint (cr);
  cairo_surface_flush (crop);
  g_assert_cmpfloat (ka_picture_compare (plain, crop, 2, NULL), <, 0.001);
}

static void
assert_scales (Painting *painting, int width, int height, double most, cairo_surface_t *plain)
{
  g_autoptr (cairo_surface_t) large = ka_picture_render (width, height, 2, paint, painting);
  g_autoptr (cairo_surface_t)
    shrunk = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = cairo_create (shrunk);

  cairo_scale (cr, 0.5, 0.5);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_paint (cr);
  cairo_surface_flush (shrunk);
  g_assert_cmpfloat (ka_picture_compare (plain, shrunk, 48, NULL), <, most);
}

/* A matrix moves the picture and changes nothing else; at twice the size the layout is the same */
static void
test_twins (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  Painting painting = { &pictures[2], scene, KA_MAP_ALL, 0 };
  g_autoptr (cairo_surface_t) plain = ka_picture_render (WIDTH, HEIGHT, 1, paint, &painting);

  assert_moves (&painting, WIDTH, HEIGHT, plain);
  assert_scales (&painting, WIDTH, HEIGHT, 0.03, plain);
}

/* Every pixel is painted, the picture has many colours, and print is grey */
static void
assert_painted (const Picture *picture, cairo_surface_t *surface)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);

  for (int y = 0; y < SMALL_HEIGHT; y++)
    for (int x = 0; x < SMALL_WIDTH; x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) +
                              y * cairo_image_surface_get_stride (surface) + 4 * x;
        guint colour = (guint) pixel[0] | (guint) pixel[1] << 8 | (guint) pixel[2] << 16;

        g_assert_cmpint (pixel[3], ==, 255);
        if (picture->theme == KA_THEME_PRINT)
          g_assert_true (pixel[0] == pixel[1] && pixel[1] == pixel[2]);
        g_hash_table_add (colours, GUINT_TO_POINTER (colour + 1));
      }
  g_assert_cmpuint (g_hash_table_size (colours), >, picture->theme == KA_THEME_PRINT ? 100 : 1000);
}

static void
test_small (gconstpointer data)
{
  KaThemeId theme = themes[GPOINTER_TO_UINT (data)];
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize i = 0; i < G_N_ELEMENTS (days) * G_N_ELEMENTS (zooms); i++)
    {
      const char      *day = days[i % G_N_ELEMENTS (days)];
      gsize            zoom = i / G_N_ELEMENTS (days);
      g_autofree char *name = g_strdup_printf ("map-%.4s-%s-%s-small", day, zooms[zoom].name,
                                               ka_theme_get (theme)->name);
      Picture picture = { name, day, theme, zooms[zoom].centre_deg, zooms[zoom].scale, NULL, TRUE };
      Painting painting = { &picture, scene, KA_MAP_ALL, 0 };
      g_autoptr (cairo_surface_t)
        plain = ka_picture_render (SMALL_WIDTH, SMALL_HEIGHT, 1, paint, &painting);

      g_test_message ("%s", name);
      assert_painted (&picture, plain);
      assert_moves (&painting, SMALL_WIDTH, SMALL_HEIGHT, plain);
      assert_scales (&painting, SMALL_WIDTH, SMALL_HEIGHT, 0.08, plain);
      ka_picture_assert (name, SMALL_WIDTH, SMALL_HEIGHT, TOLERANCE, paint, &painting);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-pictures/references", test_pictures);
  g_test_add_func ("/map-pictures/passes", test_passes);
  g_test_add_func ("/map-pictures/twins", test_twins);
  g_test_add_data_func ("/map-pictures/small/light", GUINT_TO_POINTER (0), test_small);
  g_test_add_data_func ("/map-pictures/small/dark", GUINT_TO_POINTER (1), test_small);
  g_test_add_data_func ("/map-pictures/small/print", GUINT_TO_POINTER (2), test_small);

  return g_test_run ();
}
