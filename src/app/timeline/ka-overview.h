/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-timeline-stage.h"

G_BEGIN_DECLS

#define KA_TYPE_OVERVIEW (ka_overview_get_type ())

/**
 * KaOverview: the strip that shows the whole time, with a brush over the time in view. It moves
 * the axis of the timeline as a scroll bar moves a list.
 */
G_DECLARE_FINAL_TYPE (KaOverview, ka_overview, KA, OVERVIEW, GtkWidget)

/**
 * ka_overview_set_stage:
 * @self: the strip
 * @stage: the stage whose axis it shows and moves; set once
 */
void ka_overview_set_stage (KaOverview *self, KaTimelineStage *stage);

G_END_DECLS
