/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_controllers_reset:
 * @widget: a widget that is about to go
 *
 * Ends the gestures under way of a widget and of all in it. A gesture holds the widget that is
 * pressed until the button is released, which a widget that has gone does not hear: the two would
 * keep each other.
 */
void ka_controllers_reset (GtkWidget *widget);

G_END_DECLS
