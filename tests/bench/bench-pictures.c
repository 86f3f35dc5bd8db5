/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture and a look-up cost all threads, each beside the least that anything of its kind
 * can cost on the same machine: one paint of the whole surface, one test of a point against one
 * polygon.
 */

#include "config.h"

#include <math.h>

#include "ka-atlas-load.h"
#include "ka-bench.h"
#include "ka-cairo-auto.h"
#include "ka-export.h"
#include "ka-map-painter.h"
#include "ka-memory.h"
#include "ka-page.h"
#include "ka-timeline-painter.h"

#define WIDTH           1920
#define HEIGHT          1080
#define TIMELINE_HEIGHT 240
#define N_PICTURES      15
#define N_POINTS        1000
#define N_VERTICES      1000

/* Pictures */

typedef struct
{
  KaMapScene       *scene;
  KaViewState       state;
  const KaTheme    *theme;
  KaViewport        viewport;
  KaMapPass         passes;
  KaTimelineSpec    spec;
  KaTimelineLayout *layout;
  cairo_surface_t  *surface;
  cairo_surface_t  *source;
} Pictures;

static void
paint_floor (guint run, gpointer data)
{
  Pictures *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);

  cairo_set_source_surface (cr, self->source, 0, 0);
  cairo_paint (cr);
}

static void
paint_map (guint run, gpointer data)
{
  Pictures *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);
  g_auto (KaPaintContext)
    context = ka_paint_context (cr, self->scene, &self->state, self->theme, &self->viewport);

  ka_map_paint (&context, self->passes);
}

static void
paint_timeline (guint run, gpointer data)
{
  Pictures *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);
  g_autoptr (KaTimelineLayout)
    layout = ka_timeline_layout_new (&self->spec, &self->state, self->theme, cr, NULL);

  ka_timeline_paint (cr, layout, &self->state, self->theme, KA_TIMELINE_ALL);
}

static void
pan_timeline (guint run, gpointer data)
{
  Pictures *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);
  KaTimelineLayout *layout;

  self->spec.axis = ka_time_axis_pan (&self->spec.axis, run % 2 == 0 ? 7 : -7);
  layout = ka_timeline_layout_new (&self->spec, &self->state, self->theme, cr, self->layout);
  g_clear_pointer (&self->layout, ka_timeline_layout_free);
  self->layout = layout;
  ka_timeline_paint (cr, layout, &self->state, self->theme, KA_TIMELINE_ALL);
}

static void
paint_page (guint run, gpointer data)
{
  Pictures *self = data;
  KaPage    page = KA_PAGE_INIT (KA_PAGE_BOTH, WIDTH, HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (self->surface);

  ka_page_paint (cr, self->scene, &self->state, self->theme, &page);
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

static void
encode_floor (guint run, gpointer data)
{
  Pictures *self = data;
  gsize     size = 0;

  paint_page (run, data);
  cairo_surface_write_to_png_stream (self->surface, count_cb, &size);
}

static void
export_page (guint run, gpointer data)
{
  Pictures *self = data;
  KaPage    page = KA_PAGE_INIT (KA_PAGE_BOTH, WIDTH, HEIGHT);
  KaExport export = { self->scene, &self->state, self->theme, &page, 1 };
  G_GNUC_UNUSED g_autoptr (GBytes) png = ka_export_render (&export, KA_EXPORT_PNG, NULL);
}

static void
bench_pictures (KaAtlas *atlas, const KaViewState *state)
{
  static const struct
  {
    const char *name;
    KaMapPass   passes;
  } layers[] = {
    { "map, all layers", KA_MAP_ALL },      { "map, land", KA_MAP_BASE },
    { "map, highlight", KA_MAP_HIGHLIGHT }, { "map, names", KA_MAP_LABELS },
    { "map, furniture", KA_MAP_FURNITURE },
  };
  static const char floor_name[] = "paint of a surface";
  const KaDate     *range = &ka_atlas_get_head (atlas)->range;
  Pictures          self = { .state = *state };
  KaBenchTimes      floor;
  KaBenchTimes      times;

  self.state.selection = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  self.scene = ka_map_scene_new (atlas);
  self.theme = ka_theme_get (KA_THEME_LIGHT);
  self.viewport = ka_viewport_fit (ka_map_scene_get_extent (self.scene), WIDTH, HEIGHT, 0);
  self.spec = (KaTimelineSpec){
    .atlas = atlas,
    .axis = ka_time_axis_fit (range->earliest, range->end_latest, WIDTH),
    .height = HEIGHT,
  };
  self.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  self.source = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  ka_bench_fill_with_noise (self.source);

  floor = ka_bench_measure (5 * N_PICTURES, paint_floor, &self);
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      self.passes = layers[i].passes;
      times = ka_bench_measure_by (ka_bench_get_process_ms, N_PICTURES, paint_map, &self);
      ka_bench_print (layers[i].name, &times, floor_name, &floor);
    }
  self.passes = KA_MAP_ALL;
  times = ka_bench_measure_by (ka_bench_get_wall_ms, N_PICTURES, paint_map, &self);
  ka_bench_print ("map, all layers, wall", &times, floor_name, &floor);
  times = ka_bench_measure (N_PICTURES, paint_timeline, &self);
  ka_bench_print ("timeline, laid out and painted", &times, floor_name, &floor);
  self.spec.height = TIMELINE_HEIGHT;
  times = ka_bench_measure (4 * N_PICTURES, pan_timeline, &self);
  ka_bench_print ("timeline, 240 high, panned and painted", &times, floor_name, &floor);
  times = ka_bench_measure_by (ka_bench_get_process_ms, N_PICTURES, paint_page, &self);
  ka_bench_print ("page with map and timeline", &times, floor_name, &floor);
  floor = ka_bench_measure_by (ka_bench_get_process_ms, N_PICTURES, encode_floor, &self);
  times = ka_bench_measure_by (ka_bench_get_process_ms, N_PICTURES, export_page, &self);
  ka_bench_print ("PNG of that page", &times, "paint and PNG of cairo", &floor);

  g_clear_pointer (&self.layout, ka_timeline_layout_free);
  cairo_surface_destroy (self.surface);
  cairo_surface_destroy (self.source);
  ka_map_scene_unref (self.scene);
}

/* Hits */

typedef struct
{
  KaMapScene *scene;
  KaViewState state;
  KaViewport  viewport;
  KaPoint     points[N_POINTS];
  KaPoint     polygon[N_VERTICES];
  guint       n_hits;
} Hits;

static void
pick_all (guint run, gpointer data)
{
  Hits *self = data;

  for (guint i = 0; i < N_POINTS; i++)
    self->n_hits += ka_map_scene_pick (self->scene, &self->state, &self->viewport, self->points[i])
                      .item != NULL;
}

/* The even-odd rule along a ray, M. Shimrat, "Algorithm 112", CACM 5 (1962). */
static void
test_polygon (guint run, gpointer data)
{
  Hits *self = data;

  for (guint i = 0; i < N_POINTS; i++)
    {
      KaPoint  p = self->points[i];
      gboolean is_inside = FALSE;

      for (guint a = 0, b = N_VERTICES - 1; a < N_VERTICES; b = a++)
        {
          KaPoint from = self->polygon[b];
          KaPoint to = self->polygon[a];

          if ((to.y > p.y) != (from.y > p.y) &&
              p.x < (from.x - to.x) * (p.y - to.y) / (from.y - to.y) + to.x)
            is_inside = !is_inside;
        }
      self->n_hits += is_inside ? 1 : 0;
    }
}

static KaBenchTimes
divide (KaBenchTimes times, double by)
{
  times.median /= by;
  times.least /= by;
  times.most /= by;
  times.most_of_20 /= by;

  return times;
}

static void
bench_hits (KaAtlas *atlas, const KaViewState *state)
{
  Hits        *self = g_new0 (Hits, 1);
  GRand       *random = g_rand_new_with_seed (1921);
  KaBenchTimes floor;
  KaBenchTimes times;

  self->state = *state;
  self->scene = ka_map_scene_new (atlas);
  self->viewport = ka_viewport_fit (ka_map_scene_get_extent (self->scene), WIDTH, HEIGHT, 0);
  for (guint i = 0; i < N_POINTS; i++)
    self->points[i] = (KaPoint){ g_rand_double_range (random, 0, WIDTH),
                                 g_rand_double_range (random, 0, HEIGHT) };
  for (guint i = 0; i < N_VERTICES; i++)
    {
      double angle = 2 * G_PI * i / N_VERTICES;
      double radius = g_rand_double_range (random, 300, 500);

      self->polygon[i] = (KaPoint){ WIDTH / 2.0 + radius * cos (angle),
                                    HEIGHT / 2.0 + radius * sin (angle) };
    }
  g_rand_free (random);

  floor = divide (ka_bench_measure (N_PICTURES, test_polygon, self), N_POINTS);
  times = divide (ka_bench_measure (N_PICTURES, pick_all, self), N_POINTS);
  ka_bench_print ("what is at a point of the map", &times, "point in a polygon of 1000 vertices",
                  &floor);
  g_assert_cmpuint (self->n_hits, >, 0);
  ka_map_scene_unref (self->scene);
  g_free (self);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);
  KaViewState state = { .day = ka_day_from_ymd (1921, 10, 13),
                        .filter.categories = KA_CATEGORY_ALL };

  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  ka_memory_set_up ();
  bench_pictures (atlas, &state);
  bench_hits (atlas, &state);

  return 0;
}
