/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-stage.h"

G_BEGIN_DECLS

#define KA_TYPE_TIMELINE_VIEW (ka_timeline_view_get_type ())

/**
 * KaTimelineView: the timeline as a widget: paints a stage and reacts to pointer, touch and
 * keys.
 */
G_DECLARE_FINAL_TYPE (KaTimelineView, ka_timeline_view, KA, TIMELINE_VIEW, GtkWidget)

/**
 * ka_timeline_view_set_session:
 * @self: a timeline view
 * @session: the session to show; set once
 */
void ka_timeline_view_set_session (KaTimelineView *self, KaSession *session);

/**
 * ka_timeline_view_get_stage: Returns: (transfer none) (nullable): the stage, or %NULL without a
 * session
 */
KaTimelineStage *ka_timeline_view_get_stage (KaTimelineView *self);

G_END_DECLS
