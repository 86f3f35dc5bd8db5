/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time and memory grow in proportion to the input: four times the items may take twice as much as
 * that, never sixteen times. Processor time is measured, small and great in turn, and the least of
 * several counts, so that a busy machine changes little.
 */
#include "config.h"

#include "ka-land-test.h"
#include "ka-search.h"
#include "ka-time-test.h"

#include <math.h>
#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define ROUNDS    5
#define MOST_TIME 8.0 /* linear is 4, quadratic 16 */
#define MOST_HELD 6.0

#define WIDTH  400
#define HEIGHT 300

/* What is measured: something made of an atlas and held. */
typedef struct
{
  const char *name;
  int         n_items;
  KaAtlas *(*make_atlas) (int n_items);
  gpointer (*make) (KaAtlas *atlas);
  void (*free) (gpointer made);
} Kind;

static cairo_t *
make_canvas (void)
{
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  return cairo_create (surface);
}

static KaAtlas *
make_events (int n_items)
{
  return ka_time_test_make_atlas (n_items, ka_day_from_ymd (1000, 1, 1),
                                  ka_day_from_ymd (2000, 1, 1));
}

static KaAtlas *
make_lifetimes (int n_items)
{
  KaAtlas *atlas = make_events (1);

  ka_time_test_add_lifetimes (atlas, n_items, ka_day_from_ymd (1000, 1, 1),
                              ka_day_from_ymd (2000, 1, 1));

  return atlas;
}

/* Pieces of land of eight corners in a square, whatever their number. */
static KaAtlas *
make_land (int n_items)
{
  const KaLandExtent extent = { "squares", 10, 10, 50, 50 };
  const int          side = (int) ceil (sqrt (n_items));
  const double       width = 40.0 / side;
  KaLandWriter       writer;
  g_autofree char   *heights = g_strnfill (720 * 2, '4');
  const double       line[2][2] = { { 30, 10 }, { 30, 50 } };
  g_autofree char   *rivers = NULL, *frontiers = NULL, *document = NULL;
  KaAtlas           *atlas;

  ka_land_test_init (&writer);
  ka_land_test_add_area (&writer, "west", (KaPoint){ 12, 12 }, (KaPoint){ 30, 48 });
  ka_land_test_add_area (&writer, "east", (KaPoint){ 30, 12 }, (KaPoint){ 48, 48 });
  for (int i = 0; i < n_items; i++)
    {
      double ring[9][2];

      for (int corner = 0; corner < 9; corner++)
        {
          ring[corner][0] = 10 + width * (i % side + 0.5 + 0.4 * cos (corner % 8 * G_PI / 4));
          ring[corner][1] = 10 + width * (i / side + 0.5 + 0.4 * sin (corner % 8 * G_PI / 4));
        }
      ka_land_test_add_context (&writer, (const double (*)[2]) ring, 9);
    }
  rivers = ka_land_test_add_line (&writer, "r", line, 2, "water");
  frontiers = ka_land_test_add_line (&writer, "middle", line, 2, "line");
  document = ka_land_test_finish (&writer, &extent, (KaPoint){ 20, 20 }, heights, rivers,
                                  frontiers);
  atlas = ka_land_test_load_document (document);
  g_assert_nonnull (atlas);

  return atlas;
}

static gpointer
search (KaAtlas *atlas)
{
  static const char *const queries[] = { "a", "ab", "abandoned", "reocupied", "1850" };
  KaSearchIndex           *index = ka_search_index_new (atlas);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    ka_search_free (ka_search_new (index, queries[i], KA_LANGUAGE_EN));

  return index;
}

static gpointer
lay_timeline_out (KaAtlas *atlas)
{
  const KaViewState state = { .filter.categories = KA_CATEGORY_ALL };
  KaTimelineSpec    spec = { .atlas = atlas, .height = HEIGHT };
  KaTimelineLayout *layout = NULL;
  g_autoptr (cairo_t) cr = make_canvas ();

  for (int zoom = 1; zoom <= 64; zoom *= 8)
    {
      g_clear_pointer (&layout, ka_timeline_layout_free);
      spec.axis = ka_time_axis_fit (ka_day_from_ymd (1000, 1, 1), ka_day_from_ymd (2000, 1, 1),
                                    WIDTH);
      spec.axis = ka_time_axis_zoom_at (&spec.axis, WIDTH / 2.0, zoom);
      layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
      ka_timeline_paint (cr, layout, &state, ka_theme_get (KA_THEME_LIGHT), KA_TIMELINE_ALL);
    }

  return layout;
}

static gpointer
draw_map (KaAtlas *atlas)
{
  KaMapScene *scene = ka_map_scene_new (atlas);
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), WIDTH, HEIGHT, 0);
  KaViewState state = { .day = ka_atlas_get_head (atlas)->default_day,
                        .filter.categories = KA_CATEGORY_ALL,
                        .hidden_layers = KA_MAP_LAYER_RELIEF };
  g_autoptr (cairo_t) cr = make_canvas ();
  g_auto (KaPaintContext)
    context = ka_paint_context (cr, scene, &state, ka_theme_get (KA_THEME_LIGHT), &viewport);

  ka_map_paint (&context, KA_MAP_ALL);

  return scene;
}

static void
free_index (gpointer index)
{
  ka_search_index_unref (index);
}

static void
free_layout (gpointer layout)
{
  ka_timeline_layout_free (layout);
}

static void
free_scene (gpointer scene)
{
  ka_map_scene_unref (scene);
}

static const Kind kinds[] = {
  { "search", 2000, make_events, search, free_index },
  { "timeline", 1000, make_events, lay_timeline_out, free_layout },
  { "lifetimes", 200, make_lifetimes, lay_timeline_out, free_layout },
  { "map", 1000, make_land, draw_map, free_scene },
};

static double
get_held (void)
{
#ifdef __GLIBC__
  struct mallinfo2 info = mallinfo2 ();

  return (double) info.uordblks + (double) info.hblkhd;
#else
  return 0;
#endif
}

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Makes it once. @least is the least time so far, @held the memory that it holds. */
static void
measure (const Kind *kind, KaAtlas *atlas, double *least, double *held)
{
  double   before = get_held ();
  double   start = get_seconds ();
  gpointer made = kind->make (atlas);

  *least = MIN (*least, get_seconds () - start);
  *held = get_held () - before;
  kind->free (made);
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (KaAtlas) small = kind->make_atlas (kind->n_items);
  g_autoptr (KaAtlas) great = kind->make_atlas (4 * kind->n_items);
  double few = INFINITY, many = INFINITY, few_held = 0, many_held = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      measure (kind, small, &few, &few_held);
      measure (kind, great, &many, &many_held);
    }
  g_test_message ("%.1f ms for %d, %.1f ms for %d; %.0f kB and %.0f kB", few * 1e3, kind->n_items,
                  many * 1e3, 4 * kind->n_items, few_held / 1e3, many_held / 1e3);
  g_assert_cmpfloat (many, <=, MOST_TIME * few);
  g_assert_cmpfloat (many_held, <=, MOST_HELD * MAX (few_held, 1e5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/render/proportion/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }

  return g_test_run ();
}
