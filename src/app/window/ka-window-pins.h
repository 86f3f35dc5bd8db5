/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-reading-list.h"
#include "ka-toast.h"
#include "ka-window-state.h"

G_BEGIN_DECLS

/**
 * ka_window_pins_add:
 * @window: the parts of a window; copied
 * @list: its reading list
 * @toast: of the window, says what was done
 *
 * Adds actions to a window: `pin` pins or unpins the selection and is on while it is pinned;
 * `handout` saves the reading list as a PDF.
 */
void ka_window_pins_add (const KaWindowState *window, KaReadingList *list, KaToast *toast);

G_END_DECLS
