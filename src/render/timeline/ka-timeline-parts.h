/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"

G_BEGIN_DECLS

/* The band of tenures: ka-timeline-band.c */

/** KA_TIMELINE_BAND_HEIGHT: the height of the band with the room round it, in user units. */
#define KA_TIMELINE_BAND_HEIGHT 19.0

/** ka_timeline_band_get_area: Returns: (transfer none) (nullable): the area whose tenures the band
 * of an item shows: itself, or the first area of a region */
const KaArea *ka_timeline_band_get_area (const KaItem *item);

/** ka_timeline_band_list_pieces: Returns: (transfer full) (element-type KaTimelinePiece): the
 * pieces in sight, in order of time */
GArray *
ka_timeline_band_list_pieces (const KaArea *area, const KaTimeAxis *axis, KaLanguage language);

/** ka_timeline_band_paint: draws the band of a layout, if it has one */
void ka_timeline_band_paint (const KaTimelinePainting *context);

/* The rows of lifetimes: ka-timeline-lifetimes.c */

/** ka_timeline_lifetimes_get_height: Returns: the height of that many rows; 0 for none */
double ka_timeline_lifetimes_get_height (int n_rows);

/** ka_timeline_lifetimes_make: packs the lifetimes into as many rows as a timeline of @height has
 * room for, in a zeroed group. The rows of @previous are shared if there are as many */
void ka_timeline_lifetimes_make (KaTimelineGroup       *group,
                                 KaTimelineEntries     *entries,
                                 double                 height,
                                 const KaTimelineGroup *previous);

/** ka_timeline_lifetimes_place: adds the lifetimes in sight to a layout whose lanes of events are
 * placed, with their names and overflow */
void ka_timeline_lifetimes_place (KaTimelineLayout *layout, cairo_t *cr);

/** ka_timeline_lifetimes_paint: draws all lifetimes of a layout */
void ka_timeline_lifetimes_paint (const KaTimelinePainting *context);

/* The band of density: ka-timeline-density.c */

/** ka_timeline_density_measure: Returns: how much the band of density replaces the chips, 0 to 1:
 * how far events outnumber the room in sight. Groups with headers keep their chips */
double ka_timeline_density_measure (const KaTimelineLayout *layout);

/** ka_timeline_density_paint: draws the band of density of a layout, if it has one */
void ka_timeline_density_paint (const KaTimelinePainting *context);

/* Bars, marks and overflows: ka-timeline-items.c */

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

/* The playhead: ka-timeline-playhead.c */

/** ka_timeline_playhead_get_mark: Returns: whether the playhead is out of sight, so that a mark at
 * the edge points to it; @box is the place of the mark in user units */
gboolean ka_timeline_playhead_get_mark (const KaTimelineLayout *layout,
                                        cairo_t                *cr,
                                        const KaViewState      *state,
                                        KaBox                  *box);

/** ka_timeline_playhead_paint: draws the playhead, or the mark that points to it */
void ka_timeline_playhead_paint (const KaTimelinePainting *context);

G_END_DECLS
