/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window on the example atlases, in a small and a large size: every item is selected, every
 * event is gone to, every tour is taken. A warning of GTK or GLib ends the test.
 */

#include "config.h"

#include "ka-app-test.h"
#include "ka-atlas-load.h"
#include "ka-window.h"

static KaSession *
open_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KA_SOURCE_ROOT"), "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);

  g_assert_no_error (error);

  return ka_session_new (atlas);
}

/* Draws a frame: what is invalid is laid out and painted. */
static void
draw (GtkWidget *window)
{
  gtk_widget_queue_draw (window);
  ka_app_test_iterate (1);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
walk_items (KaSession *session, GtkWidget *window)
{
  KaAtlas *atlas = ka_session_get_atlas (session);

  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *list = ka_atlas_get_items (atlas, (KaItemKind) kind);

      for (gsize i = 0; kind != KA_ITEM_TOUR && i < list->n_items; i++)
        {
          ka_session_select (session, list->items[i]);
          g_assert_true (ka_session_get_selection (session) == list->items[i]);
          draw (window);
        }
    }
}

static void
walk_events (KaSession *session, GtkWidget *window)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_EVENT);

  ka_session_select (session, NULL);
  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      ka_session_set_day (session, event->date.earliest);
      draw (window);
      ka_session_set_day (session, event->date.earliest - 1);
      draw (window);
    }
}

static void
walk_tours (KaSession *session, GtkWidget *window)
{
  const KaList *tours = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_TOUR);

  for (gsize i = 0; i < tours->n_items; i++)
    {
      const KaTour *tour = tours->items[i];

      for (gsize step = 0; step < tour->n_steps; step++)
        {
          ka_session_set_day (session, tour->steps[step].day);
          ka_session_select (session, tour->steps[step].selection);
          draw (window);
        }
    }
}

static void
test_walk (gconstpointer data)
{
  static const int sizes[][2] = { { 900, 600 }, { 1440, 900 } };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KaSession) session = open_example (data);
      GtkWidget *window = GTK_WIDGET (ka_window_new (NULL, session));

      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i][0], sizes[i][1]);
      gtk_window_present (GTK_WINDOW (window));
      gtk_test_widget_wait_for_draw (window);
      walk_items (session, window);
      walk_events (session, window);
      walk_tours (session, window);
      gtk_window_destroy (GTK_WINDOW (window));
      ka_app_test_iterate (50);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/examples/south-tyrol", "examples/south-tyrol", test_walk);
  g_test_add_data_func ("/examples/bering", "examples/bering", test_walk);
  g_test_add_data_func ("/examples/small", "examples/small.json", test_walk);
  g_test_add_data_func ("/examples/tiny", "examples/tiny.json", test_walk);
  g_test_add_data_func ("/examples/start", "start", test_walk);
  return g_test_run ();
}
