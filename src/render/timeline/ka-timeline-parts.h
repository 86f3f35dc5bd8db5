/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"
#include "ka-timeline-overlay.h"

G_BEGIN_DECLS

/* The band of tenures: ka-timeline-band.c */

/** KA_TIMELINE_BAND_HEIGHT: the height of the band with the room round it, in user units. */
#define KA_TIMELINE_BAND_HEIGHT 16.0

/** ka_timeline_band_get_area: Returns: (transfer none) (nullable): the area whose tenures the band
 * of an item shows: itself, or the first area of a region */
const KaArea *ka_timeline_band_get_area (const KaItem *item);

/** ka_timeline_band_place: adds title and pieces of the band of @item to a divided layout */
void ka_timeline_band_place (KaTimelineLayout *layout, const KaItem *item, cairo_t *cr);

/** ka_timeline_band_paint: draws the band of a layout, if it has one */
void ka_timeline_band_paint (const KaTimelinePainting *context);

/* The rows of lifetimes: ka-timeline-lifetimes.c */

/** ka_timeline_lifetimes_get_height: Returns: the height of that many rows; 0 for none */
double ka_timeline_lifetimes_get_height (int n_rows);

/** ka_timeline_title_place: adds the title of a row with its middle at @y to a layout; Returns: its
 * right end */
double ka_timeline_title_place (KaTimelineLayout *layout, cairo_t *cr, const char *text, double y);

/** ka_timeline_lifetimes_make: packs the lifetimes into as many rows as a timeline of @height has
 * room for, in a zeroed group; rows yield to lanes in groups. The rows of @previous are shared if
 * there are as many */
void ka_timeline_lifetimes_make (KaTimelineGroup       *group,
                                 KaTimelineEntries     *entries,
                                 double                 height,
                                 gboolean               is_grouped,
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
 * bolder; the foremost one larger too */
void ka_timeline_paint_present (const KaTimelinePainting *context,
                                const KaTimelinePlaced   *placed,
                                gboolean                  is_foremost);

/** ka_timeline_paint_raised: draws a raised event in the place of its neighbours */
void ka_timeline_paint_raised (const KaTimelinePainting *context,
                               const KaTimelineRaised   *raised,
                               gboolean                  is_foremost);

/** ka_timeline_paint_overflow: draws the chip of an overflow */
void ka_timeline_paint_overflow (const KaTimelinePainting *context,
                                 const KaTimelineOverflow *overflow);

/* The playhead: ka-timeline-playhead.c */

/** ka_timeline_playhead_paint: draws the playhead, or the flag that points to it, with the nearest
 * events out of sight */
void ka_timeline_playhead_paint (const KaTimelinePainting *context,
                                 const KaTimelineOverlay  *overlay);

G_END_DECLS
