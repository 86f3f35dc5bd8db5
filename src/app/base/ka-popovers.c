/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills the menus of popovers when they open. Closes popovers before their widgets go: GTK gives
 * the input back when a popover is hidden, not when it is unparented.
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

gboolean
ka_popovers_has_open (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && (!GTK_IS_POPOVER (child) || !gtk_widget_get_visible (child)))
    child = gtk_widget_get_next_sibling (child);

  return child != NULL;
}

/* A popover is realized before its first size is measured. */
static void
fill_menu (GtkPopoverMenu *popover, GMenuModel *menu)
{
  gtk_popover_menu_set_menu_model (popover, menu);
}

void
ka_popovers_bind_menus (GtkWidgetClass *klass, const char *const *menus)
{
  gtk_widget_class_bind_template_callback_full (klass, "ka_popovers_fill_menu",
                                                G_CALLBACK (fill_menu));
  /* The widget keeps the menus: a signal does not. */
  for (gsize i = 0; menus[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (klass, menus[i], FALSE, 0);
}
