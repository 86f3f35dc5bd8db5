/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-opened.h"
#include "ka-window.h"

G_BEGIN_DECLS

/**
 * ka_window_file_add:
 * @window: a window, not in a kiosk
 * @opened: what it shows: its atlas, with file and losses
 *
 * Ties a window to the file of its atlas. The window shows each new version of it, at once and by
 * the action `reload`. A version with faults is not shown: a banner tells, until the file is good
 * again. Losses are told once. The window is the owner of all that.
 */
void ka_window_file_add (KaWindow *window, const KaOpened *opened);

/** ka_window_file_get: Returns: (transfer none) (nullable): the file of @window, %NULL when it is
 * tied to none */
GFile *ka_window_file_get (GtkWindow *window);

G_END_DECLS
