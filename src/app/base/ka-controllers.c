/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ends gestures before their widgets go.
 */

#include "config.h"

#include "ka-controllers.h"

static void
reset (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  const guint n_controllers = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n_controllers; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_reset (controller);
    }
}

void
ka_controllers_reset (GtkWidget *widget)
{
  reset (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ka_controllers_reset (child);
}
