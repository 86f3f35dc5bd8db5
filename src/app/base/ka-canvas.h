/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_canvas_set_up: makes it a canvas. It gets a new allocation when its scale factor or
 * ka_canvas_get_unit() changes; @widget: a widget under construction
 */
void ka_canvas_set_up (GtkWidget *widget);

/**
 * ka_canvas_get_unit: the size of text that the desktop asks for. Canvases multiply their user
 * units by it, so that text and drawing grow alike; painters do not know it. Returns: pixels for a
 * user unit: GtkSettings:gtk-xft-dpi divided by 96 dots an inch, 0.75 to 3
 */
double ka_canvas_get_unit (GtkWidget *widget);

/**
 * ka_canvas_keep_left_to_right: time and maps run from left to right in every language; @widget,
 * which belongs to a canvas, does so with all that it has now. Its popovers follow the language.
 */
void ka_canvas_keep_left_to_right (GtkWidget *widget);

/**
 * ka_canvas_add_zoom_keys: binds plus and minus, with @modifiers, with and without Shift, to
 * @action; its parameter is @factor to zoom in and 1 / @factor to zoom out
 */
void ka_canvas_add_zoom_keys (GtkWidgetClass *klass,
                              GdkModifierType modifiers,
                              const char     *action,
                              double          factor);

/**
 * ka_canvas_is_animated: @widget: a canvas. Returns: whether it animates changes: it is on
 * screen, and the desktop has animations enabled
 */
gboolean ka_canvas_is_animated (GtkWidget *widget);

/**
 * ka_canvas_open_menu:
 * @widget: a canvas
 * @place: (inout): where the canvas keeps its open menu, which it presents when it is allocated;
 *   %NULL while none is open
 * @model: the entries
 * @name: the accessible name of the menu
 * @at: where it opens, in pixels from the top left corner
 *
 * Opens a context menu and closes the one that is open. The menu goes with @widget.
 */
void ka_canvas_open_menu (GtkWidget          *widget,
                          GtkWidget         **place,
                          GMenuModel         *model,
                          const char         *name,
                          const GdkRectangle *at);

G_END_DECLS
