/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_compat_hold_divided:
 * @outer: a vertical divider whose first child is a horizontal one
 *
 * Measures the first child without regard to its width. GtkPaned forgets its handle when it is
 * measured for its minimum width, and GTK warns of an end child that is too narrow. Windows of GTK
 * 4.10 and later are measured like that at every start.
 */
void ka_compat_hold_divided (GtkPaned *outer);

G_END_DECLS
