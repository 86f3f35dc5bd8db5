/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pointer on the timeline and the bar above it: clicks, drags, the zoom, typed dates, and jumps
 * to items out of view.
 */

#include "config.h"

#include <math.h>

#include "ka-go-to-date.h"
#include "ka-time-bar.h"
#include "ka-timeline-test.h"

/* Finds a gesture of the timeline, to emit its signals as a pointer does. */
static gpointer
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->timeline);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type &&
          (!GTK_IS_GESTURE_SINGLE (controller) ||
           gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY))
        return controller;
    }
  g_assert_not_reached ();
}

static void
click (Fixture *fixture, double x, double y, int n_times)
{
  gpointer gesture = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);

  for (int i = 1; i <= n_times; i++)
    {
      g_signal_emit_by_name (gesture, "pressed", i, x, y);
      g_signal_emit_by_name (gesture, "released", i, x, y);
    }
}

static void
drag (Fixture *fixture, double x, double y, double dx, gboolean ends)
{
  gpointer gesture = find_controller (fixture, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "pressed", 1, x, y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  for (int i = 1; i <= 10; i++)
    g_signal_emit_by_name (gesture, "drag-update", dx * i / 10, 0.0);
  if (ends)
    g_signal_emit_by_name (gesture, "drag-end", dx, 0.0);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (fixture->stage);
  const KaItem     *item = ka_app_test_get_item (fixture->session, "event:moscow-treaty-1921");
  double            axis_y = layout->frame.axis_y + 8;
  KaBox             box;

  g_assert_true (ka_timeline_layout_get_item_box (layout, item, &box));
  click (fixture, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 1);
  g_assert_true (ka_session_get_selection (fixture->session) == item);
  assert_in_view (fixture, ka_session_get_day (fixture->session),
                  ka_session_get_day (fixture->session));

  layout = ka_timeline_stage_get_layout (fixture->stage);
  g_assert_true (ka_timeline_layout_get_item_box (layout, item, &box));
  click (fixture, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 2);
  g_assert_true (ka_session_get_selection (fixture->session) == item);
  g_assert_cmpfloat (get_days (fixture), <, 60);

  click (fixture, 300, axis_y, 1);
  {
    KaTimeAxis axis = *ka_time_camera_get_axis (fixture->camera);

    g_assert_cmpint (ka_session_get_day (fixture->session), ==,
                     (KaDay) floor (ka_time_axis_to_day (&axis, 300)));
  }
}

/* A click on the mark at the edge brings the day into view. */
static void
test_away (Fixture *fixture, gconstpointer data)
{
  const int  width = gtk_widget_get_width (fixture->timeline);
  KaDay      day = ka_session_get_day (fixture->session);
  KaTimeAxis axis = ka_time_axis_fit (day + 4000, day + 5000, width);

  for (int i = 0; i < 2; i++)
    {
      KaTimelineLayout *layout;

      ka_timeline_stage_set_axis (fixture->stage, &axis);
      layout = ka_timeline_stage_get_layout (fixture->stage);
      click (fixture, i == 0 ? 20 : width - 20, layout->frame.axis_y + 26, 1);
      g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
      assert_in_view (fixture, day, day + 1);
      axis = ka_time_axis_fit (day - 5000, day - 4000, width);
    }
}

/* A finger that stays opens the menu and clicks nothing. No tooltip comes beside the menu. */
static void
test_long_press (Fixture *fixture, gconstpointer data)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (fixture->stage);
  gpointer          click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);
  const KaDay       day = ka_session_get_day (fixture->session);
  const double      x = gtk_widget_get_width (fixture->timeline) / 4.0;
  const double      y = layout->frame.axis_y + 8;
  const KaItem     *item = ka_app_test_get_item (fixture->session, "event:moscow-treaty-1921");
  gboolean          has_tooltip;
  KaBox             box;

  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_LONG_PRESS), "pressed", x, y);
  g_assert_nonnull (ka_app_test_find (fixture->timeline, GTK_TYPE_POPOVER_MENU));
  g_assert_true (ka_timeline_layout_get_item_box (layout, item, &box));
  g_signal_emit_by_name (fixture->timeline, "query-tooltip", (int) ((box.x0 + box.x1) / 2),
                         (int) ((box.y0 + box.y1) / 2), FALSE, NULL, &has_tooltip);
  g_assert_false (has_tooltip);
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (fixture->stage);
  KaTimeAxis        axis = *ka_time_camera_get_axis (fixture->camera);
  double            axis_y = layout->frame.axis_y + 8;
  KaDay             day = ka_session_get_day (fixture->session);
  double            playhead_x = ka_timeline_layout_get_playhead_x (layout, day);
  KaViewState       state;

  /* A drag moves the playhead; Escape puts it back. */
  drag (fixture, playhead_x, 4, -100, TRUE);
  g_assert_cmpint (ka_session_get_day (fixture->session), <, day);
  g_assert_cmpfloat_with_epsilon ((double) (day - ka_session_get_day (fixture->session)),
                                  100 / axis.px_per_day, 8 / axis.px_per_day);
  ka_session_set_day (fixture->session, day);
  drag (fixture, playhead_x, 4, -100, FALSE);
  activate (fixture, "timeline.cancel", NULL);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
  activate (fixture, "timeline.cancel", NULL);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
  g_assert_false (ka_session_can_go (fixture->session, -1));

  /* A drag on the axis marks a range; another one moves its end. */
  drag (fixture, 200, axis_y, 150, TRUE);
  state = ka_session_get_state (fixture->session);
  g_assert_true (state.has_range);
  g_assert_cmpint (state.range.from, ==, (KaDay) floor (ka_time_axis_to_day (&axis, 200)));
  g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&axis, (double) state.range.to), 350, 8);
  drag (fixture, ka_time_axis_to_x (&axis, (double) state.range.to), axis_y, 80, TRUE);
  g_assert_cmpint (ka_session_get_state (fixture->session).range.from, ==, state.range.from);
  g_assert_cmpint (ka_session_get_state (fixture->session).range.to, >, state.range.to);
  state = ka_session_get_state (fixture->session);
  drag (fixture, 500, axis_y, 50, FALSE);
  activate (fixture, "timeline.cancel", NULL);
  g_assert_cmpint (ka_session_get_state (fixture->session).range.to, ==, state.range.to);

  /* Two fingers end a drag beyond the edge: the axis stays. */
  drag (fixture, ka_time_axis_to_x (&axis, (double) state.range.to), axis_y, 2000, FALSE);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_ZOOM), "begin", NULL);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_ZOOM), "end", NULL);
  ka_app_test_iterate (200);
  g_assert_cmpfloat (ka_time_camera_get_axis (fixture->camera)->first_day, ==, axis.first_day);

  /* A drag on empty lanes moves the axis. */
  ka_session_clear_range (fixture->session);
  drag (fixture, 60, axis_y - 14, 120, TRUE);
  g_assert_cmpfloat_with_epsilon (ka_time_camera_get_axis (fixture->camera)->first_day,
                                  axis.first_day - 120 / axis.px_per_day, 1e-6);
}

static void
test_zoom_slider (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = ka_app_test_find (fixture->window, KA_TYPE_TIME_BAR);
  GtkWidget *scale = ka_app_test_find (bar, GTK_TYPE_SCALE);
  KaSpan     limits;

  ka_app_test_iterate (100);
  limits = ka_time_camera_get_limits (fixture->camera);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  g_assert_cmpfloat_with_epsilon (get_days (fixture), (double) (limits.to - limits.from), 1);
  gtk_range_set_value (GTK_RANGE (scale), 1);
  g_assert_cmpfloat_with_epsilon (get_days (fixture), KA_TIME_MIN_DAYS, 1e-3);
  activate (fixture, "timeline.fit", NULL);
  ka_app_test_iterate (100);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (scale)), 0, 1e-3);
}

static void
test_go_to_date (Fixture *fixture, gconstpointer data)
{
  GtkWidget   *popover = ka_app_test_find (fixture->window, KA_TYPE_GO_TO_DATE);
  GtkWidget   *entry = ka_app_test_find (popover, GTK_TYPE_TEXT);
  KaViewState  state;
  const char  *refused[] = { "13 Octember 1921", "1066", "2500" };
  const char **name;

  g_assert_nonnull (entry);
  entry = ka_app_test_find (popover, GTK_TYPE_ENTRY);
  for (name = refused; name < refused + G_N_ELEMENTS (refused); name++)
    {
      KaDay day = ka_session_get_day (fixture->session);

      gtk_editable_set_text (GTK_EDITABLE (entry), *name);
      g_signal_emit_by_name (entry, "activate");
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
    }

  gtk_editable_set_text (GTK_EDITABLE (entry), "Dec 1991");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, ka_day_from_ymd (1991, 12, 1));
  g_assert_false (ka_session_get_state (fixture->session).has_range);
  assert_in_view (fixture, ka_day_from_ymd (1991, 12, 1), ka_day_from_ymd (1992, 1, 1));

  gtk_editable_set_text (GTK_EDITABLE (entry), "1921 – 1922");
  g_signal_emit_by_name (entry, "activate");
  state = ka_session_get_state (fixture->session);
  g_assert_true (state.has_range);
  g_assert_cmpint (state.range.from, ==, ka_day_from_ymd (1921, 1, 1));
  g_assert_cmpint (state.range.to, ==, ka_day_from_ymd (1923, 1, 1));
  assert_in_view (fixture, state.range.from, state.range.to);
}

/* Each jump brings items into view, until the counter of that side is 0. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  for (int direction = -1; direction <= 1; direction += 2)
    {
      gsize last = G_MAXSIZE;

      for (int i = 0; i < 200; i++)
        {
          gsize n_before;
          gsize n_after;
          gsize n_hidden;

          ka_timeline_stage_count_hidden (fixture->stage, &n_before, &n_after);
          n_hidden = direction < 0 ? n_before : n_after;
          g_assert_cmpuint (n_hidden, <, last);
          last = n_hidden;
          if (n_hidden == 0)
            break;
          ka_timeline_stage_jump (fixture->stage, direction);
        }
      g_assert_cmpuint (last, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/timeline-input/away", test_away);
  ADD ("/timeline-input/click", test_click);
  ADD ("/timeline-input/long-press", test_long_press);
  ADD ("/timeline-input/drag", test_drag);
  ADD ("/timeline-input/zoom-slider", test_zoom_slider);
  ADD ("/timeline-input/go-to-date", test_go_to_date);
  ADD ("/timeline-input/hidden", test_hidden);
#undef ADD

  return g_test_run ();
}
