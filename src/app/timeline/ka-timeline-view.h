/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-player.h"
#include "ka-session.h"
#include "ka-theme.h"
#include "ka-time-axis.h"

G_BEGIN_DECLS

#define KA_TYPE_TIMELINE_VIEW (ka_timeline_view_get_type ())

/**
 * KaTimelineView:
 *
 * The timeline with its playhead. Pan, zoom, click, a range marked, and the playhead dragged,
 * stepped or played. Emits "axis-changed" when another time is in view.
 */
G_DECLARE_FINAL_TYPE (KaTimelineView, ka_timeline_view, KA, TIMELINE_VIEW, GtkWidget)

/**
 * ka_timeline_view_set_session:
 * @self: a timeline view
 * @session: what it shows; set once
 */
void ka_timeline_view_set_session (KaTimelineView *self, KaSession *session);

/**
 * ka_timeline_view_set_theme:
 * @self: a timeline view
 * @theme: its colours
 */
void ka_timeline_view_set_theme (KaTimelineView *self, const KaTheme *theme);

/**
 * ka_timeline_view_get_player:
 * @self: a timeline view with a session
 *
 * Returns: (transfer none): what plays
 */
KaPlayer *ka_timeline_view_get_player (KaTimelineView *self);

/**
 * ka_timeline_view_get_axis:
 * @self: a timeline view
 *
 * Returns: the time that is in view
 */
KaTimeAxis ka_timeline_view_get_axis (KaTimelineView *self);

/**
 * ka_timeline_view_set_axis:
 * @self: a timeline view
 * @axis: the time to show; its width is adapted to the view's
 *
 * Shows another time at once, as when a person drags; a player stops.
 */
void ka_timeline_view_set_axis (KaTimelineView *self, const KaTimeAxis *axis);

/**
 * ka_timeline_view_glide_to:
 * @self: a timeline view
 * @axis: the time to show; its width is adapted to the view's
 *
 * Shows another time after a short move, or at once where animations are not wanted.
 */
void ka_timeline_view_glide_to (KaTimelineView *self, const KaTimeAxis *axis);

/**
 * ka_timeline_view_get_limits:
 * @self: a timeline view
 * @from: (out): the first day that can be shown
 * @to: (out): the day after the last
 */
void ka_timeline_view_get_limits (KaTimelineView *self, KaDay *from, KaDay *to);

/**
 * ka_timeline_view_get_hidden:
 * @self: a timeline view
 * @n_before: (out): how much ends before the time in view
 * @n_after: (out): how much begins after it
 *
 * Counts what the filter leaves.
 */
void ka_timeline_view_get_hidden (KaTimelineView *self, gsize *n_before, gsize *n_after);

/**
 * ka_timeline_view_jump:
 * @self: a timeline view
 * @direction: -1 to what ends before the time in view, 1 to what begins after it
 *
 * Brings the nearest of what the filter leaves into view. O(events).
 */
void ka_timeline_view_jump (KaTimelineView *self, int direction);

/**
 * ka_timeline_view_get_mark:
 * @self: a timeline view
 * @item: an event of the atlas
 * @mark: (out): the top of its mark, in pixels from the top left corner of the view; of one that is
 *   out of sight, where the axis leaves the view towards it
 *
 * Returns: whether the mark is in sight
 */
gboolean ka_timeline_view_get_mark (KaTimelineView *self, const KaItem *item, KaPoint *mark);

G_END_DECLS
