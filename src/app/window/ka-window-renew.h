/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-event-list.h"
#include "ka-tour-guide.h"
#include "ka-window-state.h"

G_BEGIN_DECLS

/** KaWindowBefore: what the views of a window showed that its session does not keep: search, place
 * of the map, time in view, player, tour. */
typedef struct _KaWindowBefore KaWindowBefore;

/**
 * ka_window_before_new:
 * @window: the parts of a window
 * @list: its list
 * @guide: its guide
 *
 * Returns: (transfer full): free it with ka_window_before_free()
 */
KaWindowBefore *ka_window_before_new (const KaWindowState *window,
                                      KaEventList         *list,
                                      KaTourGuide         *guide) G_GNUC_WARN_UNUSED_RESULT;

/** ka_window_before_free: @self: (transfer full): what the views showed */
void ka_window_before_free (KaWindowBefore *self);

/** ka_window_before_start_list: makes a new list go on where the replaced one was; without one,
 * that is, for a %NULL @self, it starts short */
void ka_window_before_start_list (KaWindowBefore *self, KaEventList *list);

/**
 * ka_window_before_restore:
 * @self: what the views showed
 * @window: the parts of the window with new views, which have no size yet, on a session that
 * ka_session_renew() made
 * @guide: its guide
 */
void
ka_window_before_restore (KaWindowBefore *self, const KaWindowState *window, KaTourGuide *guide);

G_END_DECLS
