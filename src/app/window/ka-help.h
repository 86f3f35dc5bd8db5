/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** ka_help_add: adds the action "win.show-help-overlay" to a window, which shows the keys of the
 * program; @window: a window */
void ka_help_add (GtkApplicationWindow *window);

G_END_DECLS
