/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_single_keys_add: adds the action "win.single-keys" to a window. Its state says whether keys
 * of a single letter, digit or sign act; text entries take them in any case; @window: a window
 */
void ka_single_keys_add (GtkApplicationWindow *window);

G_END_DECLS
