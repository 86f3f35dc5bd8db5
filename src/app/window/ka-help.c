/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows the keys of the program. GtkApplication would build this window for each other one before
 * that is drawn.
 */

#include "config.h"

#include "ka-help.h"

static void
show_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder)
    builder = gtk_builder_new_from_resource (KA_RESOURCE_PATH "/ui/help-overlay.ui");
  GtkWindow *help = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (help, GTK_WINDOW (data));
  gtk_window_set_destroy_with_parent (help, TRUE);
  gtk_window_present (help);
}

void
ka_help_add (GtkApplicationWindow *window)
{
  const GActionEntry entry = { .name = "show-help-overlay", .activate = show_action };

  g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, window);
}
