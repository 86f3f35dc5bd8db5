/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-snapshot.h"

G_BEGIN_DECLS

/** KaWindowExport: the actions of a window that make pictures of it: `win.export` (the view),
 * `win.export-again`, `win.export-dialog`, `win.copy-image` and `win.print`. */
typedef struct _KaWindowExport KaWindowExport;

/** KaWindowLook: Returns: what a window shows now; @window: the window */
typedef KaSnapshot (*KaWindowLook) (GtkWidget *window);

/** KaWindowTell: shows a message; @window: the window; @file: (nullable): the file of it */
typedef void (*KaWindowTell) (GtkWidget *window, const char *message, GFile *file);

/**
 * ka_window_export_new:
 * @window: the window, which outlives the result; gets the actions
 * @look: says what it shows
 * @tell: tells a person
 *
 * Returns: (transfer full): free it with ka_window_export_free()
 */
KaWindowExport *ka_window_export_new (GtkApplicationWindow *window,
                                      KaWindowLook          look,
                                      KaWindowTell          tell) G_GNUC_WARN_UNUSED_RESULT;

/** ka_window_export_drag_from: lets a person drag the picture out of the window by @button, into
 * a folder or another program: as the last choice has it, as a PNG */
void ka_window_export_drag_from (KaWindowExport *self, GtkWidget *button);

/** ka_window_export_free: ends what is under way; @self: (transfer full): the actions */
void ka_window_export_free (KaWindowExport *self);

/** ka_window_export_set_settings: @settings: where the last choice is kept */
void ka_window_export_set_settings (KaWindowExport *self, GSettings *settings);

G_END_DECLS
