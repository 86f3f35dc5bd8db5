/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-app-test.h"
#include "ka-timeline-view.h"
#include "ka-window.h"

/* A window with its timeline, for the tests of the timeline. */

typedef struct
{
  KaSession *session;
  GtkWidget *window;
  GtkWidget *timeline;

  /* Borrowed from the timeline */
  KaTimelineStage *stage;
  KaTimeCamera    *camera;
} Fixture;

static inline void
set_animations (gboolean are_enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", are_enabled, NULL);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  set_animations (FALSE);
  fixture->session = ka_app_test_create_session ();
  fixture->window = GTK_WIDGET (ka_window_new (NULL, fixture->session));
  fixture->timeline = ka_app_test_find (fixture->window, KA_TYPE_TIMELINE_VIEW);
  fixture->stage = ka_timeline_view_get_stage (KA_TIMELINE_VIEW (fixture->timeline));
  fixture->camera = ka_timeline_stage_get (fixture->stage)->camera;
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 100 && window != NULL; i++)
    ka_app_test_iterate (50);
  g_assert_null (window);
  for (int i = 0; i < 100 && G_OBJECT (fixture->session)->ref_count > 1; i++)
    ka_app_test_iterate (50);
  g_assert_finalize_object (fixture->session);
}

static inline void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  g_autoptr (GVariant) value = NULL;

  if (parameter != NULL)
    value = g_variant_ref_sink (g_variant_new_parsed (parameter));
  g_assert_true (gtk_widget_activate_action_variant (fixture->timeline, action, value));
}

static inline double
get_days (Fixture *fixture)
{
  KaTimeAxis axis = *ka_time_camera_get_axis (fixture->camera);

  return axis.width / axis.px_per_day;
}

static inline void
assert_in_view (Fixture *fixture, KaDay from, KaDay to)
{
  KaTimeAxis axis = *ka_time_camera_get_axis (fixture->camera);

  g_assert_cmpfloat (axis.first_day, <=, (double) from);
  g_assert_cmpfloat (ka_time_axis_get_last_day (&axis), >=, (double) to);
}
