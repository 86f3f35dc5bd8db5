/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a frame costs the main thread, beside the least that one can cost on the same machine: the
 * frame of a window in which a colour changes; and what it costs the X server.
 */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>
#include <time.h>

#include "ka-atlas-load.h"
#include "ka-bench.h"
#include "ka-cairo-auto.h"
#include "ka-event-order.h"
#include "ka-map-view.h"
#include "ka-memory.h"
#include "ka-timeline-view.h"
#include "ka-window.h"

#define WIDTH           1920
#define HEIGHT          1080
#define TIMELINE_HEIGHT 240
#define N_FRAMES        60

#define BENCH_TYPE_COLOUR (bench_colour_get_type ())
G_DECLARE_FINAL_TYPE (BenchColour, bench_colour, BENCH, COLOUR, GtkWidget)

struct _BenchColour
{
  GtkWidget parent_instance;

  guint n_drawn;
};

G_DEFINE_FINAL_TYPE (BenchColour, bench_colour, GTK_TYPE_WIDGET)

/* Another colour at each frame: GTK would draw nothing for one that is the same. */
static void
bench_colour_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const float   grey = BENCH_COLOUR (widget)->n_drawn++ % 2 == 0 ? 1.0f : 0.9f;
  const GdkRGBA colour = { grey, grey, grey, 1 };

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

static void
bench_colour_class_init (BenchColourClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_colour_snapshot;
}

static void
bench_colour_init (BenchColour *self)
{
}

typedef struct
{
  GtkWindow *window;
  KaSession *session;
  GtkWidget *widget;
  GArray    *times;
  double     start;
  double     server; /* time of the X server for a frame; NAN where it is not known */
  guint      n_painted;
} Frames;

/* What changes before a frame */
typedef void (*FrameChange) (Frames *self, guint frame);

/* The time of the main thread since the frame before: the work between frames is part of the next
 */
static void
after_paint_cb (GdkFrameClock *clock, Frames *self)
{
  double now = ka_bench_get_ms ();
  double time = now - self->start;

  g_array_append_val (self->times, time);
  self->start = now;
  self->n_painted++;
}

static void
settle (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GdkFrameClock *
show_window (Frames *self)
{
  GdkFrameClock *clock;

  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_window_present (self->window);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  settle (1000);

  return clock;
}

static void
close_window (Frames *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_data (clock, self);
  gtk_window_destroy (self->window);
  settle (300);
  g_clear_pointer (&self->times, g_array_unref);
}

/* tests/with-display tells the process of the X server. */
static double
get_server_ms (void)
{
  const char     *server = g_getenv ("KA_DISPLAY_SERVER");
  clockid_t       clock;
  struct timespec now;

  if (server == NULL ||
      clock_getcpuclockid ((pid_t) g_ascii_strtoll (server, NULL, 10), &clock) != 0 ||
      clock_gettime (clock, &now) != 0)
    return NAN;

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Changes a window before every frame, and tells what a frame costs with the change. */
static KaBenchTimes
measure_frames (Frames *self, FrameChange change)
{
  GdkFrameClock *clock = show_window (self);
  double         server = get_server_ms ();
  KaBenchTimes   result;

  g_array_set_size (self->times, 0);
  for (guint frame = 0; frame < N_FRAMES; frame++)
    {
      guint n_painted = self->n_painted;

      self->start = ka_bench_get_ms ();
      change (self, frame);
      while (self->n_painted == n_painted)
        g_main_context_iteration (NULL, TRUE);
    }

  gdk_display_sync (gdk_display_get_default ());
  self->server = (get_server_ms () - server) / N_FRAMES;
  result = ka_bench_sum_up (self->times);
  close_window (self, clock);

  return result;
}

/* Changes a window now and then, and tells what the costliest of the frames until the next change
 * costs. */
static KaBenchTimes
measure_worst_frames (Frames *self, FrameChange change, guint n_changes, int wait_ms)
{
  g_autoptr (GArray) worst = g_array_new (FALSE, FALSE, sizeof (double));
  GdkFrameClock *clock = show_window (self);
  KaBenchTimes   result;

  for (guint i = 0; i < n_changes; i++)
    {
      double most = 0;

      g_array_set_size (self->times, 0);
      self->start = ka_bench_get_ms ();
      change (self, i);
      settle (wait_ms);
      for (guint frame = 0; frame < self->times->len; frame++)
        most = MAX (most, g_array_index (self->times, double, frame));
      g_array_append_val (worst, most);
    }

  result = ka_bench_sum_up (worst);
  close_window (self, clock);

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

/* Moves as an arrow key does, but now. */
static void
pan_map (Frames *self, guint frame)
{
  gtk_widget_activate_action (self->widget, "map.pan", "(dd)", frame % 40 < 20 ? 0.1 : -0.1,
                              frame % 2 == 0 ? 0.05 : -0.05);
}

/* In and out again, by a twentieth a frame */
static void
zoom_map (Frames *self, guint frame)
{
  gtk_widget_activate_action (self->widget, "map.zoom", "d", frame % 40 < 20 ? 1.05 : 1 / 1.05);
}

static void
pan_axis (Frames *self, guint frame)
{
  KaTimelineStage *stage = ka_timeline_view_get_stage (KA_TIMELINE_VIEW (self->widget));
  KaTimeAxis       axis = *ka_time_camera_get_axis (ka_timeline_stage_get (stage)->camera);
  KaTimeAxis       panned = ka_time_axis_pan (&axis, frame % 40 < 20 ? 6 : -6);

  ka_timeline_stage_set_axis (stage, &panned);
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
cross_epoch (Frames *self, guint number)
{
  ka_session_set_day (self->session, number % 2 == 0 ? ka_day_from_ymd (1921, 3, 16)
                                                     : ka_day_from_ymd (1921, 3, 15));
}

/* Days so far apart that the map was painted for none of them, nor for the epochs beside them */
static void
visit_epoch (Frames *self, guint number)
{
  static const int years[] = { 1878, 1917, 1918, 1919, 1920, 1921, 1922, 1923,
                               1930, 1937, 1945, 1950, 1991, 1995, 2020, 2023 };

  ka_session_set_day (self->session, ka_day_from_ymd (years[number % G_N_ELEMENTS (years)], 6, 1));
}

/* By a month at every frame, over some two epochs */
static void
drag_playhead (Frames *self, guint frame)
{
  ka_session_set_day (self->session,
                      ka_day_from_ymd (1917 + (int) frame / 12, 1 + (int) frame % 12, 1));
}

static void
step_event (Frames *self, guint frame)
{
  ka_event_order_step (self->session, 1);
}

static Frames
create_map (KaSession *session)
{
  KaMapView *map = g_object_new (KA_TYPE_MAP_VIEW, NULL);

  ka_map_view_set_session (map, session);

  return create_frames (session, GTK_WIDGET (map), HEIGHT);
}

/* A window in which a colour changes: the least that a frame of its height can cost. */
typedef struct
{
  KaBenchTimes times;
  double       server;
} Floor;

static Floor
measure_floor (int height)
{
  Frames frames = create_frames (NULL, g_object_new (BENCH_TYPE_COLOUR, NULL), height);
  Floor  floor = { .times = measure_frames (&frames, redraw) };

  floor.server = frames.server;

  return floor;
}

static const char *only;

static gboolean
skips (const char *name)
{
  return only != NULL && strstr (name, only) == NULL;
}

static void
print (const char *name, const KaBenchTimes *times, const Floor *floor)
{
  ka_bench_print (name, times, "frame of one colour", &floor->times);
}

/* Prints the frames of a change, and the part of the X server. */
static void
bench_change (const char *name, Frames frames, FrameChange change, const Floor *floor)
{
  KaBenchTimes     times = measure_frames (&frames, change);
  g_autofree char *server_name = g_strconcat (name, ", X server", NULL);
  KaBenchTimes     server = { frames.server, frames.server, frames.server, frames.server, 1 };
  KaBenchTimes     server_floor = { .median = floor->server };

  print (name, &times, floor);
  if (!isnan (frames.server))
    ka_bench_print (server_name, &server, "X server, one colour", &server_floor);
}

static void
bench_map (KaSession *session, const Floor *floor)
{
  static const struct
  {
    const char *name;
    FrameChange change;
  } rows[] = {
    { "frame of the map, panned", pan_map },
    { "frame of the map, zoomed", zoom_map },
    { "frame of the map, hovered", hover_regions },
    { "frame of the map, playhead dragged", drag_playhead },
  };
  KaBenchTimes times;
  Frames       frames;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (skips (rows[i].name))
        continue;
      bench_change (rows[i].name, create_map (session), rows[i].change, floor);
      ka_session_set_hover (session, NULL);
    }
  if (skips ("across"))
    return;
  frames = create_map (session);
  times = measure_worst_frames (&frames, cross_epoch, 20, 400);
  print ("worst frame across an epoch seen before", &times, floor);
  frames = create_map (session);
  times = measure_worst_frames (&frames, visit_epoch, 16, 600);
  print ("worst frame to an epoch never painted", &times, floor);
}

static void
bench_timeline (KaSession *session)
{
  const Floor     floor = measure_floor (TIMELINE_HEIGHT);
  KaTimelineView *timeline = g_object_new (KA_TYPE_TIMELINE_VIEW, NULL);

  ka_timeline_view_set_session (timeline, session);
  bench_change ("frame of the timeline, panned",
                create_frames (session, GTK_WIDGET (timeline), TIMELINE_HEIGHT), pan_axis, &floor);
}

static void
bench_window (KaAtlas *atlas, const char *name, FrameChange change, const Floor *floor)
{
  g_autoptr (KaSession) session = NULL;
  GtkWindow *window;

  if (skips (name))
    return;
  session = ka_session_new (atlas);
  window = GTK_WINDOW (ka_window_new (NULL, session));
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  bench_change (name,
                (Frames){ .window = window, .session = session, .widget = GTK_WIDGET (window) },
                change, floor);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);
  g_autoptr (KaSession) session = NULL;
  Floor floor;

  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  ka_memory_set_up ();
  only = argc > 1 ? argv[1] : NULL;
  gtk_init ();
  /* A movement takes no frames of its own. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  session = ka_session_new (atlas);
  floor = measure_floor (HEIGHT);
  /* As after the start */
  ka_memory_give_back ();
  bench_map (session, &floor);
  if (!skips ("frame of the timeline, panned"))
    bench_timeline (session);
  bench_window (atlas, "frame of the window, playhead by a day", move_day, &floor);
  bench_window (atlas, "frame of the window, playhead dragged", drag_playhead, &floor);
  bench_window (atlas, "frame of the window, next event", step_event, &floor);

  return 0;
}
