/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the list of an overflow of the timeline: a button for each item.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-item-popover.h"

#include "ka-item-lines.h"
#include "ka-words.h"

#define MAX_HEIGHT_PX 320
#define WIDTH_PX      260 /* of text of the normal size */

static void
clicked_cb (KaTimelineStage *stage, GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  ka_timeline_stage_choose (stage, g_object_get_data (G_OBJECT (button), "item"));
}

static GtkWidget *
create_button (const KaItem *item, KaTimelineStage *stage)
{
  KaViewState      state = ka_session_get_state (ka_timeline_stage_get (stage)->session);
  const char      *title = ka_item_get_title (item, state.day, state.language);
  g_autofree char *when = ka_words_describe_item (item, state.language);
  /* Translators: the accessible name of a button: title and date of an event. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), title, when);
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *row = ka_item_lines_new ();

  ka_item_lines_set (KA_ITEM_LINES (row), title, NULL, when);
  if (item->kind == KA_ITEM_EVENT)
    ka_item_lines_set_mark (KA_ITEM_LINES (row), ka_timeline_stage_get (stage)->theme,
                            ((const KaEvent *) item)->leading);
  gtk_widget_set_size_request (row, (int) (WIDTH_PX * ka_timeline_stage_get (stage)->unit), -1);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "item", (gpointer) (guintptr) item);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), stage, G_CONNECT_SWAPPED);

  return button;
}

GtkWidget *
ka_item_popover_new (const KaItem *const *items, gsize n_items, KaTimelineStage *stage)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (gsize i = 0; i < n_items; i++)
    gtk_box_append (GTK_BOX (box), create_button (items[i], stage));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);

  return popover;
}
