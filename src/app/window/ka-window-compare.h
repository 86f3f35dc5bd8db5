/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-toast.h"
#include "ka-window-state.h"

G_BEGIN_DECLS

/**
 * ka_window_compare_add:
 * @window: the parts of a window; copied
 * @toast: tells where there is nothing to compare
 * @chip: tells the compared day over the map
 * @label: its label
 *
 * Adds the actions `pin-day`, `unpin-day` and `compare` (treaties) to a window, in place of those
 * for an earlier session.
 */
void ka_window_compare_add (const KaWindowState *window,
                            KaToast             *toast,
                            GtkWidget           *chip,
                            GtkLabel            *label);

G_END_DECLS
