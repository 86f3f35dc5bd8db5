/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_text_scale_get: @widget: a canvas. Returns: pixels for a user unit: GtkSettings:gtk-xft-dpi
 * divided by 96 dots an inch, 0.75 to 3
 */
double ka_text_scale_get (GtkWidget *widget);

G_END_DECLS
