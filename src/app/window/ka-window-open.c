/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ways to open a file from a window: dialog, drop, recent files.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window-open.h"

#include "ka-exchange.h"
#include "ka-file-dialog.h"
#include "ka-recent.h"

/* More files at once are a slip of the hand. */
#define MOST_DROPPED 8

static void
open_file (GtkWidget *window, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (window, "app.open-uri", "s", uri);
}

/* Dialog */

static void
chosen_cb (GtkWidget *window, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    open_file (window, file);
}

static void
add_filter (GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  gsize                   n_formats;
  const KaExchangeFormat *formats = ka_exchange_get_formats (&n_formats);

  gtk_file_filter_set_name (ours, _ ("Atlases, tables and pictures"));
  gtk_file_filter_add_suffix (ours, "json");
  gtk_file_filter_add_suffix (ours, "png");
  for (gsize i = 0; i < n_formats; i++)
    for (gsize j = 0; formats[i].import != NULL && formats[i].extensions[j] != NULL; j++)
      gtk_file_filter_add_suffix (ours, formats[i].extensions[j]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
}

static void
ask (GtkWindow *window, const char *title, GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser = ka_file_dialog_get (window, title, action);
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (GTK_FILE_CHOOSER (chooser));

  if (action == GTK_FILE_CHOOSER_ACTION_OPEN && g_list_model_get_n_items (filters) == 0)
    add_filter (chooser);
  ka_file_dialog_show (chooser, G_CALLBACK (chosen_cb), window);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask (data, _ ("Open an Atlas, a Table or a Picture"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
open_folder_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask (data, _ ("Open the Folder of an Atlas"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

/* Drop */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *window)
{
  const GSList *files = g_value_get_boxed (value);

  for (int i = 0; files != NULL && i < MOST_DROPPED; files = files->next, i++)
    open_file (window, files->data);

  return TRUE;
}

static void
add_drop (GtkWidget *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, 0);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
}

/* Recent files */

static void
clear_recent_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_recent_clear ();
}

static void
fill_recent (GtkApplicationWindow *window)
{
  GMenu   *menu = g_object_get_data (G_OBJECT (window), "ka-recent-menu");
  GAction *clear = g_action_map_lookup_action (G_ACTION_MAP (window), "clear-recent");

  g_menu_remove_all (menu);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (clear), ka_recent_fill (menu) > 0);
}

void
ka_window_open_add (GtkApplicationWindow *window, GMenu *menu)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "open-folder", .activate = open_folder_action },
    { .name = "clear-recent", .activate = clear_recent_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_object_set_data_full (G_OBJECT (window), "ka-recent-menu", g_object_ref (menu), g_object_unref);
  add_drop (GTK_WIDGET (window));
  ka_recent_watch (G_CALLBACK (fill_recent), window);
  fill_recent (window);
}
