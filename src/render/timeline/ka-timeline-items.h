/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"

G_BEGIN_DECLS

/** ka_timeline_paint_span: draws a bar with its label */
void ka_timeline_paint_span (const KaTimelinePainting *context, const KaTimelinePlaced *placed);

/** ka_timeline_paint_point: draws a mark with its label */
void ka_timeline_paint_point (const KaTimelinePainting *context, const KaTimelinePlaced *placed);

/** ka_timeline_paint_present: draws an event of the day that is shown, before the playhead and
 * bolder
 */
void ka_timeline_paint_present (const KaTimelinePainting *context, const KaTimelinePlaced *placed);

/** ka_timeline_paint_overflow: draws the chip of an overflow */
void ka_timeline_paint_overflow (const KaTimelinePainting *context,
                                 const KaTimelineOverflow *overflow);

/** ka_timeline_paint_overflow_selection: draws the label of the selected event of an overflow */
void ka_timeline_paint_overflow_selection (const KaTimelinePainting *context,
                                           const KaTimelineOverflow *overflow);

/** ka_timeline_paint_overflow_present: draws the greatest event of the day that an overflow holds
 */
void ka_timeline_paint_overflow_present (const KaTimelinePainting *context,
                                         const KaTimelineOverflow *overflow);

G_END_DECLS
