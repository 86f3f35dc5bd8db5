/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"

G_BEGIN_DECLS

/** ka_timeline_lifetimes_get_height: Returns: the height of that many rows; 0 for none */
double ka_timeline_lifetimes_get_height (int n_rows);

/**
 * ka_timeline_lifetimes_make:
 * @group: (out caller-allocates): the rows, zeroed; cleared with ka_timeline_group_clear()
 * @entries: all entries
 * @height: of the whole timeline
 * @previous: (nullable): rows of the same entries; they are shared if there are as many
 *
 * Packs the lifetimes into as many rows as the height has room for.
 */
void ka_timeline_lifetimes_make (KaTimelineGroup       *group,
                                 KaTimelineEntries     *entries,
                                 double                 height,
                                 const KaTimelineGroup *previous);

/**
 * ka_timeline_lifetimes_place:
 * @layout: (inout): a layout whose lanes of events are placed
 * @cr: any context of the kind that will be drawn on, for measuring
 *
 * Adds the lifetimes in sight to the layout, with their names and overflow.
 */
void ka_timeline_lifetimes_place (KaTimelineLayout *layout, cairo_t *cr);

/** ka_timeline_lifetimes_paint: draws all lifetimes of a layout */
void ka_timeline_lifetimes_paint (const KaTimelinePainting *context);

G_END_DECLS
