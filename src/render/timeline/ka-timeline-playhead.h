/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"

G_BEGIN_DECLS

/**
 * ka_timeline_playhead_get_mark:
 * @layout: a layout
 * @cr: any context of the kind that is drawn on, for measuring
 * @state: the day, and whether Old Style is shown
 * @box: (out): the mark at the edge that points to the playhead, in user units
 *
 * Returns: whether there is a mark: the playhead is out of sight
 */
gboolean ka_timeline_playhead_get_mark (const KaTimelineLayout *layout,
                                        cairo_t                *cr,
                                        const KaViewState      *state,
                                        KaBox                  *box);

/** ka_timeline_playhead_paint: draws the playhead, or the mark that points to it */
void ka_timeline_playhead_paint (const KaTimelinePainting *context);

G_END_DECLS
