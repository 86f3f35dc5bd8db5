/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-style.h"

G_BEGIN_DECLS

/**
 * ka_window_colours_add:
 * @window: the window, which gets the action `win.theme` (s: the name of a colour scheme)
 * @menu: gets an entry for each scheme
 *
 * Returns: (transfer full): the colours of @window, which the action changes; outlives the action
 */
KaStyle *ka_window_colours_add (GtkApplicationWindow *window,
                                GMenu                *menu) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
