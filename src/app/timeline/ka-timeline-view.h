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

void       ka_timeline_view_set_session (KaTimelineView *self, KaSession *session);
void       ka_timeline_view_set_theme (KaTimelineView *self, const KaTheme *theme);
KaPlayer  *ka_timeline_view_get_player (KaTimelineView *self);
KaTimeAxis ka_timeline_view_get_axis (KaTimelineView *self);
void       ka_timeline_view_set_axis (KaTimelineView *self, const KaTimeAxis *axis);
void       ka_timeline_view_glide_to (KaTimelineView *self, const KaTimeAxis *axis);
void       ka_timeline_view_get_limits (KaTimelineView *self, KaDay *from, KaDay *to);
void       ka_timeline_view_get_hidden (KaTimelineView *self, gsize *n_before, gsize *n_after);
void       ka_timeline_view_jump (KaTimelineView *self, int direction);
gboolean   ka_timeline_view_get_mark (KaTimelineView *self, const KaItem *item, KaPoint *mark);

G_END_DECLS
