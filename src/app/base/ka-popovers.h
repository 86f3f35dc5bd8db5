/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_popovers_close: closes the open popovers of a widget and of what is in it. A popover that is
 * open when its widget leaves the window keeps all input, and the window is dead from then on: to
 * be called before widgets are removed that have popovers. Labels and entries have context menus.
 * @widget: a widget
 */
void ka_popovers_close (GtkWidget *widget);

/** ka_popovers_has_open: whether a popover of @widget itself is open: no tooltip belongs beside it
 */
gboolean ka_popovers_has_open (GtkWidget *widget);

/**
 * ka_popovers_bind_menus:
 * @klass: a class of widgets that has a template
 * @menus: (array zero-terminated=1): the ids of menus in the template
 *
 * Lets popovers of the template fill themselves when they open for the first time. A popover names
 * its menu as the object of its signal "realize", with the handler "ka_popovers_fill_menu".
 */
void ka_popovers_bind_menus (GtkWidgetClass *klass, const char *const *menus);

G_END_DECLS
