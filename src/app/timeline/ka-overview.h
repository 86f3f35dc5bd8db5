/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-timeline-view.h"

G_BEGIN_DECLS

#define KA_TYPE_OVERVIEW (ka_overview_get_type ())

/**
 * KaOverview:
 *
 * The strip that shows the whole time, with a brush over what the timeline shows. It is a part of
 * the timeline, as a scroll bar is of a list, and moves its axis.
 */
G_DECLARE_FINAL_TYPE (KaOverview, ka_overview, KA, OVERVIEW, GtkWidget)

/**
 * ka_overview_set_timeline:
 * @self: the strip
 * @timeline: whose axis it shows and moves; set once
 * @session: whose events it counts
 */
void ka_overview_set_timeline (KaOverview *self, KaTimelineView *timeline, KaSession *session);

/**
 * ka_overview_set_theme:
 * @self: the strip
 * @theme: its colours
 */
void ka_overview_set_theme (KaOverview *self, const KaTheme *theme);

G_END_DECLS
