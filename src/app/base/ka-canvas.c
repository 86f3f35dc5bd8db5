/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the widgets round a painter have in common, map and timeline: they take the keyboard, tell
 * by a tooltip what is under the pointer, have a context menu, draw nothing outside themselves, and
 * lay all out anew when the screen or the size of text becomes another.
 */

#include "config.h"

#include "ka-canvas.h"

/**
 * ka_canvas_set_up:
 * @widget: a widget that is being made
 *
 * Makes it a canvas. It is allocated anew whenever its pixels or ka_text_scale_get() change.
 */
void
ka_canvas_set_up (GtkWidget *widget)
{
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (widget, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_resize),
                            widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), widget, G_CONNECT_SWAPPED);
}

/**
 * ka_canvas_add_controller:
 * @widget: a canvas
 * @controller: (transfer full) (type GtkEventController): what reacts to its input
 */
void
ka_canvas_add_controller (GtkWidget *widget, gpointer controller)
{
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}

/**
 * ka_canvas_is_animated:
 * @widget: a canvas
 *
 * Returns: whether it moves gradually: it is on screen, and the desktop wants animations
 */
gboolean
ka_canvas_is_animated (GtkWidget *widget)
{
  gboolean is_enabled = TRUE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &is_enabled, NULL);

  return is_enabled && gtk_widget_get_mapped (widget);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* An entry's action runs after the menu has closed, so it goes a little later. */
static void
closed_cb (GtkWidget **place)
{
  GtkWidget *menu = g_steal_pointer (place);

  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (menu), g_object_unref);
}

/**
 * ka_canvas_open_menu:
 * @widget: a canvas
 * @place: (inout): where the canvas, which presents and unparents its children, keeps its context
 *   menu; %NULL stands there while none is open
 * @model: what the menu offers
 * @name: its name for a screen reader
 * @at: where it opens, in pixels from the top left corner
 *
 * Opens a context menu; one that is open closes.
 */
void
ka_canvas_open_menu (GtkWidget          *widget,
                     GtkWidget         **place,
                     GMenuModel         *model,
                     const char         *name,
                     const GdkRectangle *at)
{
  GtkPopover *menu;

  if (*place != NULL)
    gtk_popover_popdown (GTK_POPOVER (*place));
  *place = gtk_popover_menu_new_from_model (model);
  menu = GTK_POPOVER (*place);
  gtk_widget_set_parent (*place, widget);
  gtk_popover_set_has_arrow (menu, FALSE);
  gtk_popover_set_pointing_to (menu, at);
  gtk_widget_set_halign (*place, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (menu, "closed", G_CALLBACK (closed_cb), place);
  gtk_popover_popup (menu);
}
