/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Closes popovers before their widgets go: GTK gives the input back when a popover is hidden, not
 * when it is unparented.
 */

#include "config.h"

#include "ka-popovers.h"

void
ka_popovers_close (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      ka_popovers_close (child);
      if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
        {
          gtk_popover_popdown (GTK_POPOVER (child));
          /* GTK looks for a tooltip that is due where the pointer was: that is the surface below
           * from now on. */
          gtk_widget_trigger_tooltip_query (widget);
        }
      child = next;
    }
}
