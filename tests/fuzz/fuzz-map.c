/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a land somewhere on the Earth: extent, areas, coasts and lines. The land is drawn
 * from any distance in any theme, and each point can be picked.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-cairo-auto.h"
#include "ka-land-test.h"
#include "ka-map-painter.h"

#include <math.h>

#define MAX_POINTS 40
#define WIDTH      120
#define HEIGHT     90

typedef struct
{
  const guint8 *bytes;
  size_t        size;
} Input;

static guint
take_byte (Input *self)
{
  if (self->size == 0)
    return 0;
  self->size--;
  return *self->bytes++;
}

/* A number from @low to @high, both of which can be reached. */
static double
take_number (Input *self, double low, double high)
{
  guint number = take_byte (self) << 8;

  number |= take_byte (self);
  return low + (high - low) * number / 65535.0;
}

static KaLandExtent
take_extent (Input *self)
{
  KaLandExtent extent = { .name = "fuzz" };
  double       height;

  extent.west = take_number (self, -180, 180);
  extent.east = take_number (self, -180, 180);
  extent.south = take_number (self, -90, 89.9);
  height = (90 - extent.south) * pow (take_number (self, 0.001, 1), 3);
  extent.north = MIN (extent.south + MAX (height, 1e-6), 90);
  if (extent.east == extent.west)
    extent.east = extent.west < 0 ? extent.west + 1e-5 : extent.west - 1e-5;
  return extent;
}

static int
take_line (Input *self, double (*points)[2])
{
  int n_points = 2 + (int) (take_byte (self) % (MAX_POINTS - 2));

  for (int i = 0; i < n_points; i++)
    {
      points[i][0] = take_number (self, -180, 180);
      points[i][1] = take_number (self, -90, 90);
    }
  return n_points;
}

/* Adds a triangle or a box, which never cross themselves. */
static void
take_context (Input *self, KaLandWriter *writer)
{
  double  points[5][2];
  KaPoint low = { take_number (self, -180, 179), take_number (self, -90, 89) };
  KaPoint high = { take_number (self, low.x + 0.01, 180), take_number (self, low.y + 0.01, 90) };
  int     n_points = take_byte (self) % 2 == 0 ? 5 : 4;

  memcpy (points,
          (double[5][2]){ { low.x, low.y },
                          { high.x, low.y },
                          { high.x, high.y },
                          { low.x, n_points == 5 ? high.y : low.y },
                          { low.x, low.y } },
          sizeof points);
  ka_land_test_add_context (writer, (const double (*)[2]) points, n_points);
}

static KaAtlas *
take_atlas (Input *self)
{
  KaLandExtent     extent = take_extent (self);
  double           divide = take_number (self, -179, 179);
  KaPoint          low = { take_number (self, -180, divide), take_number (self, -90, 89) };
  KaPoint          high = { take_number (self, divide, 180), take_number (self, low.y, 90) };
  double           points[MAX_POINTS][2];
  int              n_points;
  KaLandWriter     writer;
  KaPoint          town;
  g_autofree char *heights = g_strnfill (720 * 2, '4');
  g_autofree char *rivers = NULL, *frontiers = NULL, *document = NULL;

  ka_land_test_init (&writer);
  ka_land_test_add_area (&writer, "west", low, (KaPoint){ divide, high.y });
  ka_land_test_add_area (&writer, "east", (KaPoint){ divide, low.y }, high);
  for (guint n = take_byte (self) % 4; n > 0; n--)
    take_context (self, &writer);
  n_points = take_line (self, points);
  rivers = ka_land_test_add_line (&writer, "r", (const double (*)[2]) points, n_points, "water");
  n_points = take_line (self, points);
  frontiers = ka_land_test_add_line (&writer, "middle", (const double (*)[2]) points, n_points,
                                     "line");
  town.x = take_number (self, -180, 180);
  town.y = take_number (self, -90, 90);
  document = ka_land_test_finish (&writer, &extent, town, heights, rivers, frontiers);
  return ka_land_test_load_document (document);
}

static void
draw (Input *self, KaMapScene *scene)
{
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_auto (KaPaintContext) context = { 0 };
  KaAtlas    *atlas = ka_map_scene_get_atlas (scene);
  KaBox       limits = ka_map_scene_get_limits (scene);
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), WIDTH, HEIGHT, 0);
  KaViewState state = { .day = ka_atlas_get_head (atlas)->default_day,
                        .filter.categories = KA_CATEGORY_ALL };
  KaThemeId   theme = (KaThemeId) (take_byte (self) % KA_N_THEMES);
  KaMapHit    hit;

  g_assert_false (ka_box_is_empty (limits));
  state.language = (KaLanguage) (take_byte (self) % KA_N_LANGUAGES);
  viewport.scale *= exp (take_number (self, log (0.1), log (100)));
  if (take_byte (self) % 2 == 0)
    viewport.centre_km = (KaPoint){ take_number (self, limits.x0, limits.x1),
                                    take_number (self, limits.y0, limits.y1) };
  context = ka_paint_context (cr, scene, &state, ka_theme_get (theme), &viewport);
  ka_map_paint (&context, KA_MAP_ALL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  hit = ka_map_scene_pick (
    scene, &state, &viewport,
    (KaPoint){ take_number (self, -WIDTH, 2 * WIDTH), take_number (self, -HEIGHT, 2 * HEIGHT) });
  g_assert_true (hit.region == NULL || hit.area != NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, size_t size)
{
  Input input = { bytes, size };
  g_autoptr (KaAtlas) atlas = take_atlas (&input);
  g_autoptr (KaMapScene) scene = NULL;

  if (atlas == NULL)
    return 0;
  scene = ka_map_scene_new (atlas);
  for (int i = 0; i < 2; i++)
    draw (&input, scene);
  return 0;
}
