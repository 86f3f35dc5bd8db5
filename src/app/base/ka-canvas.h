/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     ka_canvas_set_up (GtkWidget *widget);
void     ka_canvas_add_controller (GtkWidget *widget, gpointer controller);
gboolean ka_canvas_is_animated (GtkWidget *widget);
void     ka_canvas_open_menu (GtkWidget          *widget,
                              GtkWidget         **place,
                              GMenuModel         *model,
                              const char         *name,
                              const GdkRectangle *at);

G_END_DECLS
