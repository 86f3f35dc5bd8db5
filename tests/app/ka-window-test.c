/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the whole window share: how it opens and goes, and its links.
 */

#include "config.h"

#include "ka-window-test.h"

#include "ka-map-view.h"

/**
 * ka_window_test_open: @session: what it shows. Returns: (transfer none): a window without
 * animations that has drawn a frame
 */
GtkWidget *
ka_window_test_open (KaSession *session)
{
  GtkWidget *window = GTK_WIDGET (ka_window_new (NULL, session));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

/** ka_window_test_close: destroys a window and fails unless it and its map are gone soon. A
 * painting under way keeps the map until it ends. */
void
ka_window_test_close (GtkWidget *window)
{
  gpointer gone = window;
  gpointer map = ka_app_test_find (window, KA_TYPE_MAP_VIEW);

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  g_object_add_weak_pointer (map, &map);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 200 && (gone != NULL || map != NULL); i++)
    ka_app_test_iterate (50);
  g_assert_null (gone);
  g_assert_null (map);
}

/** ka_window_test_open_link: opens a link as the menu does */
void
ka_window_test_open_link (GtkWidget *window, const char *link)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-link",
                                  g_variant_new_string (link));
  ka_app_test_iterate (50);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/** ka_window_test_copy_link: Returns: (transfer full): what the menu copies */
char *
ka_window_test_copy_link (GtkWidget *window)
{
  char *text = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "copy-link", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, read_cb, &text);
  for (int i = 0; i < 100 && text == NULL; i++)
    ka_app_test_iterate (20);
  g_assert_nonnull (text);

  return text;
}
