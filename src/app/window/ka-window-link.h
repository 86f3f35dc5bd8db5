/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-toast.h"
#include "ka-window-state.h"

G_BEGIN_DECLS

/**
 * ka_window_link_add:
 * @window: the parts of a window; copied
 * @toast: of the window, says what was done or what is wrong
 *
 * Adds actions to a window: `copy-link` copies a link to its view; `open-link` opens the view of a
 * link, a string, and `open-copied-link` that of a copied one. A bad link changes nothing.
 */
void ka_window_link_add (const KaWindowState *window, KaToast *toast);

G_END_DECLS
