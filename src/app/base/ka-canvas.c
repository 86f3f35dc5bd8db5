/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the map and timeline widgets share: focus, tooltips, context menu, and a new layout when the
 * scale of the screen or the size of text changes.
 */

#include "config.h"

#include "ka-canvas.h"

#define NORMAL_DPI 96.0
#define MIN_UNIT   0.75
#define MAX_UNIT   3.0

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

double
ka_canvas_get_unit (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi <= 0 ? 1.0 : CLAMP (dpi / 1024.0 / NORMAL_DPI, MIN_UNIT, MAX_UNIT);
}

void
ka_canvas_keep_left_to_right (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    return;

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ka_canvas_keep_left_to_right (child);
}

void
ka_canvas_add_zoom_keys (GtkWidgetClass *klass,
                         GdkModifierType modifiers,
                         const char     *action,
                         double          factor)
{
  static const guint keys[][2] = { { GDK_KEY_plus, GDK_KEY_minus },
                                   { GDK_KEY_equal, GDK_KEY_underscore },
                                   { GDK_KEY_KP_Add, GDK_KEY_KP_Subtract } };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    for (int is_out = 0; is_out < 2; is_out++)
      for (int has_shift = 0; has_shift < 2; has_shift++)
        gtk_widget_class_add_binding_action (klass, keys[i][is_out],
                                             modifiers | (has_shift ? GDK_SHIFT_MASK : 0), action,
                                             "d", is_out ? 1 / factor : factor);
}

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
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* The action of an entry runs after the menu has closed, so the menu is removed later. */
static void
closed_cb (GtkWidget **place)
{
  GtkWidget *menu = g_steal_pointer (place);

  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (menu), g_object_unref);
}

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
  g_signal_connect_object (widget, "destroy", G_CALLBACK (unparent_cb), menu, G_CONNECT_SWAPPED);
  gtk_popover_popup (menu);
}
