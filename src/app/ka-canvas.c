/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the widgets round a painter have in common, map and timeline: they take the keyboard, tell
 * by a tooltip what is under the pointer, draw nothing outside themselves, and lay all out anew
 * when the screen or the size of text becomes another.
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
