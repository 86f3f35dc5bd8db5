/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the list of events costs with many of them, made up by a fixed rule: to fill it, to scroll
 * it, and to drag a range over it, each beside a frame in which nothing changed.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "ka-bench-atlas.h"
#include "ka-bench.h"
#include "ka-event-list.h"
#include "ka-memory.h"

#define WIDTH   280
#define HEIGHT  900
#define N_STEPS 60
/* How far the end of the range goes in a step: a hundredth of the time. */
#define STEP_DAYS (KA_BENCH_ATLAS_DAYS / 100)

typedef struct
{
  KaSession *session;
  GtkWidget *window;
  gboolean   is_painted;
} Frames;

static void
painted_cb (GdkFrameClock *clock, Frames *self)
{
  self->is_painted = TRUE;
}

static void
wait_for_frame (Frames *self)
{
  self->is_painted = FALSE;
  gtk_widget_queue_draw (self->window);
  while (!self->is_painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
stay (guint run, gpointer data)
{
  wait_for_frame (data);
}

/* What a step of the drag costs before anything is drawn. */
static void
step (guint run, gpointer data)
{
  Frames     *self = data;
  const KaDay from = ka_day_from_ymd (1000, 1, 1);

  ka_session_set_range (self->session,
                        (KaSpan){ from + STEP_DAYS, from + (KaDay) (10 + run % 50) * STEP_DAYS });
}

static void
drag (guint run, gpointer data)
{
  step (run, data);
  wait_for_frame (data);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);

  return found;
}

/* A page down, as often as there are runs. */
static void
scroll (guint run, gpointer data)
{
  Frames        *self = data;
  GtkAdjustment *adjustment = find_adjustment (self->window);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                          gtk_adjustment_get_page_size (adjustment));
  wait_for_frame (self);
}

static void
bench_events (guint n_events)
{
  g_autoptr (KaAtlas) atlas = ka_bench_atlas_new (n_events);
  g_autoptr (KaSession) session = ka_session_new (atlas);
  g_autofree char *fill_name = g_strdup_printf ("list of %u, first frame", n_events);
  g_autofree char *scroll_name = g_strdup_printf ("list of %u, scrolled by pages", n_events);
  g_autofree char *step_name = g_strdup_printf ("list of %u, range set", n_events);
  g_autofree char *drag_name = g_strdup_printf ("list of %u, range dragged", n_events);
  GtkWidget       *list = g_object_new (KA_TYPE_EVENT_LIST, NULL);
  Frames           self = { .session = session, .window = gtk_window_new () };
  KaBenchTimes     floor;
  KaBenchTimes     times;
  double           start = ka_bench_get_ms ();

  ka_event_list_set_session (KA_EVENT_LIST (list), session);
  gtk_window_set_child (GTK_WINDOW (self.window), list);
  gtk_window_set_default_size (GTK_WINDOW (self.window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self.window));
  g_signal_connect (gtk_widget_get_frame_clock (self.window), "after-paint",
                    G_CALLBACK (painted_cb), &self);
  wait_for_frame (&self);
  times.median = times.least = times.most = times.most_of_20 = ka_bench_get_ms () - start;
  times.n_runs = 1;
  floor = ka_bench_measure (N_STEPS, stay, &self);
  ka_bench_print (fill_name, &times, "frame of an unchanged list", &floor);
  times = ka_bench_measure (N_STEPS, scroll, &self);
  ka_bench_print (scroll_name, &times, "frame of an unchanged list", &floor);
  drag (0, &self);
  times = ka_bench_measure (N_STEPS, step, &self);
  ka_bench_print (step_name, &times, "frame of an unchanged list", &floor);
  times = ka_bench_measure (N_STEPS, drag, &self);
  ka_bench_print (drag_name, &times, "frame of an unchanged list", &floor);
  gtk_window_destroy (GTK_WINDOW (self.window));
}

int
main (int argc, char **argv)
{
  ka_memory_set_up ();
  gtk_init ();
  bench_events (100);
  bench_events (10000);
  bench_events (100000);

  return 0;
}
