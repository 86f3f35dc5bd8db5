/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_window_open_add:
 * @window: a window, not in a kiosk
 * @menu: gets the atlases that were opened last
 *
 * Adds what opens files from a window: the actions `open`, `open-folder` and `clear-recent`, files
 * that are dropped on it, and the atlases that were opened last. They call `app.open-uri` with each
 * file.
 */
void ka_window_open_add (GtkApplicationWindow *window, GMenu *menu);

G_END_DECLS
