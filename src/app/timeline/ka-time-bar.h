/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-stage.h"

G_BEGIN_DECLS

#define KA_TYPE_TIME_BAR (ka_time_bar_get_type ())

/**
 * KaTimeBar: the bar over the timeline: player, time in view, counters of items out of view,
 * overview and zoom. It moves the axis of the timeline.
 */
G_DECLARE_FINAL_TYPE (KaTimeBar, ka_time_bar, KA, TIME_BAR, GtkWidget)

/**
 * ka_time_bar_set_stage:
 * @self: the bar
 * @stage: the stage of the timeline; set once
 *
 * Adds the actions "time.…" to the bar and to the canvas of the stage.
 */
void ka_time_bar_set_stage (KaTimeBar *self, KaTimelineStage *stage);

/** ka_time_bar_ask_for_date: opens the entry for a date. */
void ka_time_bar_ask_for_date (KaTimeBar *self);

G_END_DECLS
