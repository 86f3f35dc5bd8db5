/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-view.h"

G_BEGIN_DECLS

#define KA_TYPE_TIME_BAR (ka_time_bar_get_type ())

/**
 * KaTimeBar:
 *
 * The bar over the timeline: play controls, the time in view, what is hidden before and after it,
 * the overview strip and the zoom. It is a part of the timeline and moves its axis.
 */
G_DECLARE_FINAL_TYPE (KaTimeBar, ka_time_bar, KA, TIME_BAR, GtkWidget)

/**
 * ka_time_bar_set_timeline:
 * @self: the bar
 * @timeline: whose bar it is, with its session; set once
 * @session: its session
 */
void ka_time_bar_set_timeline (KaTimeBar *self, KaTimelineView *timeline, KaSession *session);

/**
 * ka_time_bar_set_theme:
 * @self: the bar
 * @theme: colours of the overview strip
 */
void ka_time_bar_set_theme (KaTimeBar *self, const KaTheme *theme);

/**
 * ka_time_bar_ask_for_date:
 * @self: the bar
 *
 * Opens the entry for a date.
 */
void ka_time_bar_ask_for_date (KaTimeBar *self);

G_END_DECLS
