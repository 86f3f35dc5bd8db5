/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture, a frame and a look-up cost, each beside the least that anything of its kind can
 * cost on the same machine: one paint of the whole surface, one frame of a window that shows one
 * picture, one test of a point against one polygon.
 */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#include "ka-bench.h"
#include "ka-cairo-auto.h"
#include "ka-map-painter.h"
#include "ka-map-view-private.h"
#include "ka-page.h"
#include "ka-timeline-painter.h"
#include "ka-timeline-view.h"
#include "ka-window.h"

#define WIDTH           1920
#define HEIGHT          1080
#define TIMELINE_HEIGHT 240
#define N_PICTURES      15
#define N_FRAMES        60
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

/* Cairo would leave out the paint of a surface on which nothing was drawn. */
static cairo_surface_t *
create_noise (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  gsize            size = (gsize) cairo_image_surface_get_stride (surface) * HEIGHT;
  guchar          *data = cairo_image_surface_get_data (surface);

  for (gsize i = 0; i < size; i++)
    data[i] = i % 4 == 3 ? 0xff : (guchar) (i * 2654435761u >> 16);
  cairo_surface_mark_dirty (surface);

  return surface;
}

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

  ka_map_paint (cr, self->scene, &self->state, self->theme, &self->viewport, self->passes);
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
  g_clear_pointer (&self->layout, ka_timeline_layout_unref);
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

static void
bench_pictures (KaSession *session)
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
  KaAtlas          *atlas = ka_session_get_atlas (session);
  const KaDate     *range = ka_atlas_get_range (atlas);
  Pictures          self = { .state = ka_session_get_state (session) };
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
  self.source = create_noise ();

  floor = ka_bench_measure (5 * N_PICTURES, paint_floor, &self);
  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      self.passes = layers[i].passes;
      times = ka_bench_measure (N_PICTURES, paint_map, &self);
      ka_bench_print (layers[i].name, &times, floor_name, &floor);
    }
  times = ka_bench_measure (N_PICTURES, paint_timeline, &self);
  ka_bench_print ("timeline, laid out and painted", &times, floor_name, &floor);
  self.spec.height = TIMELINE_HEIGHT;
  times = ka_bench_measure (4 * N_PICTURES, pan_timeline, &self);
  ka_bench_print ("timeline 1920 × 240, panned and painted", &times, floor_name, &floor);
  times = ka_bench_measure (N_PICTURES, paint_page, &self);
  ka_bench_print ("page with map and timeline", &times, floor_name, &floor);

  g_clear_pointer (&self.layout, ka_timeline_layout_unref);
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

  return times;
}

static void
bench_hits (KaSession *session)
{
  Hits        *self = g_new0 (Hits, 1);
  GRand       *random = g_rand_new_with_seed (1921);
  KaBenchTimes floor;
  KaBenchTimes times;

  self->state = ka_session_get_state (session);
  self->scene = ka_map_scene_new (ka_session_get_atlas (session));
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

/* Frames */

#define BENCH_TYPE_PICTURE (bench_picture_get_type ())
G_DECLARE_FINAL_TYPE (BenchPicture, bench_picture, BENCH, PICTURE, GtkWidget)

struct _BenchPicture
{
  GtkWidget parent_instance;

  cairo_surface_t *surfaces[2];
  guint            n_drawn;
};

G_DEFINE_FINAL_TYPE (BenchPicture, bench_picture, GTK_TYPE_WIDGET)

static cairo_surface_t *
create_plain (int width, int height, double grey)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);

  return surface;
}

/* Another picture at each frame: GTK would draw nothing for one that is the same. As a Cairo node,
 * because GTK 4.8 converts a texture at each frame that it draws with Cairo. */
static void
bench_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchPicture *self = BENCH_PICTURE (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);
  g_autoptr (cairo_t) cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  for (guint i = 0; i < G_N_ELEMENTS (self->surfaces); i++)
    if (self->surfaces[i] == NULL)
      self->surfaces[i] = create_plain (width, height, i == 0 ? 1.0 : 0.9);
  cairo_set_source_surface (cr, self->surfaces[self->n_drawn++ % 2], 0, 0);
  cairo_paint (cr);
}

static void
bench_picture_finalize (GObject *object)
{
  BenchPicture *self = BENCH_PICTURE (object);

  g_clear_pointer (&self->surfaces[0], cairo_surface_destroy);
  g_clear_pointer (&self->surfaces[1], cairo_surface_destroy);

  G_OBJECT_CLASS (bench_picture_parent_class)->finalize (object);
}

static void
bench_picture_class_init (BenchPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_picture_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_picture_snapshot;
}

static void
bench_picture_init (BenchPicture *self)
{
}

typedef struct
{
  GtkWindow *window;
  KaSession *session;
  GtkWidget *widget;
  GArray    *times;
  double     start;
  gboolean   is_painted;
} Frames;

/* What changes before a frame */
typedef void (*FrameChange) (Frames *self, guint frame);

static void
before_paint_cb (GdkFrameClock *clock, Frames *self)
{
  self->start = ka_bench_get_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, Frames *self)
{
  double time = ka_bench_get_ms () - self->start;

  g_array_append_val (self->times, time);
  self->is_painted = TRUE;
}

static void
settle (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Shows a window, changes it before every frame, and tells what a frame costs: everything between
 * "before-paint" and "after-paint" of its clock, and the change itself. */
static KaBenchTimes
measure_frames (Frames *self, FrameChange change)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GdkFrameClock *clock;
  KaBenchTimes   result;

  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_window_present (self->window);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  settle (1000);

  for (guint frame = 0; frame < N_FRAMES; frame++)
    {
      double start = ka_bench_get_ms ();
      double time;

      change (self, frame);
      time = ka_bench_get_ms () - start;
      self->is_painted = FALSE;
      g_array_set_size (self->times, 0);
      while (!self->is_painted)
        g_main_context_iteration (NULL, TRUE);
      time += g_array_index (self->times, double, 0);
      g_array_append_val (times, time);
    }

  result = ka_bench_sum_up (times);
  g_signal_handlers_disconnect_by_data (clock, self);
  gtk_window_destroy (self->window);
  settle (300);
  g_clear_pointer (&self->times, g_array_unref);

  return result;
}

static Frames
create_frames (KaSession *session, GtkWidget *widget, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_widget_set_size_request (widget, WIDTH, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);

  return (Frames){ .window = GTK_WINDOW (window), .session = session, .widget = widget };
}

static void
redraw (Frames *self, guint frame)
{
  gtk_widget_queue_draw (self->widget);
}

static void
pan_map (Frames *self, guint frame)
{
  KaMapView *map = KA_MAP_VIEW (self->widget);
  KaViewport viewport = ka_map_view_get_viewport (map);
  KaViewport panned = ka_viewport_pan (&viewport, frame % 40 < 20 ? 6 : -6, 2 - 4.0 * (frame % 2));

  ka_map_view_move_to (map, &panned, TRUE);
}

static void
pan_axis (Frames *self, guint frame)
{
  KaTimelineView *timeline = KA_TIMELINE_VIEW (self->widget);
  KaTimeAxis      axis = ka_timeline_view_get_axis (timeline);
  KaTimeAxis      panned = ka_time_axis_pan (&axis, frame % 40 < 20 ? 6 : -6);

  ka_timeline_view_set_axis (timeline, &panned);
}

static void
hover_regions (Frames *self, guint frame)
{
  const KaList *regions = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_REGION);

  ka_session_set_hover (self->session, regions->items[frame % MIN (8, regions->n_items)]);
}

static void
move_day (Frames *self, guint frame)
{
  ka_session_set_day (self->session, ka_session_get_day (self->session) + 1);
}

/* The day of the Treaty of Moscow changed who holds what; the map fades from one day to the other
 */
static void
cross_epoch (Frames *self, guint frame)
{
  ka_session_set_day (self->session, frame % 2 == 0 ? ka_day_from_ymd (1921, 3, 16)
                                                    : ka_day_from_ymd (1921, 3, 15));
}

static void
step_event (Frames *self, guint frame)
{
  ka_session_step_event (self->session, 1);
}

static KaBenchTimes
measure_map (KaSession *session, FrameChange change)
{
  KaMapView *map = g_object_new (KA_TYPE_MAP_VIEW, NULL);
  Frames     frames;

  ka_map_view_set_session (map, session);
  frames = create_frames (session, GTK_WIDGET (map), HEIGHT);

  return measure_frames (&frames, change);
}

static KaBenchTimes
measure_floor (int height)
{
  Frames frames = create_frames (NULL, g_object_new (BENCH_TYPE_PICTURE, NULL), height);

  return measure_frames (&frames, redraw);
}

static KaBenchTimes
measure_window (KaAtlas *atlas, FrameChange change)
{
  g_autoptr (KaSession) session = ka_session_new (atlas);
  GtkWindow *window = GTK_WINDOW (ka_window_new (NULL, session));
  Frames     frames = { .window = window, .session = session, .widget = GTK_WIDGET (window) };

  gtk_window_set_default_size (window, WIDTH, HEIGHT);

  return measure_frames (&frames, change);
}

static void
bench_frames (KaSession *session)
{
  static const char floor_name[] = "frame with one picture";
  KaBenchTimes      floor = measure_floor (HEIGHT);
  KaBenchTimes      timeline_floor = measure_floor (TIMELINE_HEIGHT);
  KaTimelineView   *timeline = g_object_new (KA_TYPE_TIMELINE_VIEW, NULL);
  KaBenchTimes      times;
  Frames            frames;

  times = measure_map (session, pan_map);
  ka_bench_print ("frame of the map, panned", &times, floor_name, &floor);
  times = measure_map (session, hover_regions);
  ka_bench_print ("frame of the map, hovered", &times, floor_name, &floor);
  ka_session_set_hover (session, NULL);
  times = measure_map (session, cross_epoch);
  ka_bench_print ("frame of the map, across an epoch", &times, floor_name, &floor);

  ka_timeline_view_set_session (timeline, session);
  frames = create_frames (session, GTK_WIDGET (timeline), TIMELINE_HEIGHT);
  times = measure_frames (&frames, pan_axis);
  ka_bench_print ("frame of the timeline, panned", &times, floor_name, &timeline_floor);

  times = measure_window (ka_session_get_atlas (session), move_day);
  ka_bench_print ("frame of the window, playhead by a day", &times, floor_name, &floor);
  times = measure_window (ka_session_get_atlas (session), step_event);
  ka_bench_print ("frame of the window, next event", &times, floor_name, &floor);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (KaSession *session);
  } parts[] = {
    { "pictures", bench_pictures },
    { "hits", bench_hits },
    { "frames", bench_frames },
  };
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);
  g_autoptr (KaSession) session = NULL;

  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  gtk_init ();
  session = ka_session_new (atlas);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc < 2 || g_strcmp0 (argv[1], parts[i].name) == 0)
      parts[i].run (session);

  return 0;
}
