/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"

G_BEGIN_DECLS

/**
 * KaTimelinePass:
 * @KA_TIMELINE_BASE: grid, spans, points, axis; depends on the layout, the selection and the filter
 * @KA_TIMELINE_PLAYHEAD: the playhead with its date, and what is hovered; depends on the day and
 * the hover too
 *
 * The layers of a timeline, from below. A screen keeps the first one in a texture.
 */
typedef enum
{
  KA_TIMELINE_BASE = 1 << 0,
  KA_TIMELINE_PLAYHEAD = 1 << 1,
  KA_TIMELINE_ALL = (1 << 2) - 1,
} KaTimelinePass;

/**
 * ka_timeline_paint:
 * @cr: where to draw; the timeline has its top left corner at the origin and is clipped to its size
 * @layout: where everything stands
 * @state: the day, the selection, the hover and the filter
 * @theme: colours
 * @passes: which layers
 *
 * The ground (theme->page) is not painted. The context is left as found.
 */
void ka_timeline_paint (cairo_t           *cr,
                        KaTimelineLayout  *layout,
                        const KaViewState *state,
                        const KaTheme     *theme,
                        KaTimelinePass     passes);

/**
 * ka_timeline_paint_focus:
 * @cr: where to draw, as for ka_timeline_paint()
 * @layout: where everything stands
 * @item: the item with the keyboard focus; nothing is drawn when it is out of sight
 * @theme: colours
 *
 * Draws the ring that shows the keyboard focus.
 */
void ka_timeline_paint_focus (cairo_t          *cr,
                              KaTimelineLayout *layout,
                              const KaItem     *item,
                              const KaTheme    *theme);

/**
 * ka_timeline_paint_group_focus:
 * @cr: where to draw, as for ka_timeline_paint()
 * @layout: where everything stands
 * @group: the group whose header has the keyboard focus
 * @theme: colours
 *
 * Draws the ring that shows the keyboard focus.
 */
void ka_timeline_paint_group_focus (cairo_t          *cr,
                                    KaTimelineLayout *layout,
                                    int               group,
                                    const KaTheme    *theme);

/**
 * ka_category_paint:
 * @cr: where to draw
 * @category: one category
 * @theme: gives its colour
 * @x: middle of the mark
 * @y: middle of it
 * @radius: half its size in user units
 *
 * Draws the mark of a category: every one has a shape of its own. For lists, filters and legends.
 */
void ka_category_paint (cairo_t       *cr,
                        KaCategory     category,
                        const KaTheme *theme,
                        double         x,
                        double         y,
                        double         radius);

/** KaOverviewPart: what a point of the overview belongs to. */
typedef enum
{
  KA_OVERVIEW_OUTSIDE, /* beside the brush: a click goes there */
  KA_OVERVIEW_BODY,    /* inside the brush: a drag pans */
  KA_OVERVIEW_START,   /* its left edge: a drag moves it */
  KA_OVERVIEW_END,     /* its right edge */
} KaOverviewPart;

/**
 * ka_overview_paint_strip:
 * @cr: where to draw, top left corner at the origin
 * @atlas: whose events are counted
 * @categories: those that stand out
 * @theme: colours
 * @whole: the axis of the strip, usually of ka_timeline_get_limits()
 * @height: in user units
 *
 * Draws how many events there are in the whole time. O(events): a screen keeps it in a texture.
 */
void ka_overview_paint_strip (cairo_t          *cr,
                              KaAtlas          *atlas,
                              KaCategory        categories,
                              const KaTheme    *theme,
                              const KaTimeAxis *whole,
                              double            height);

/**
 * ka_overview_paint_brush:
 * @cr: where to draw, as for ka_overview_paint_strip()
 * @day: the day that is shown
 * @theme: colours
 * @whole: the axis of the strip
 * @window: the axis of the timeline, whose interval the brush shows
 * @height: in user units
 *
 * Draws which part of the whole time the timeline shows, and the day.
 */
void ka_overview_paint_brush (cairo_t          *cr,
                              KaDay             day,
                              const KaTheme    *theme,
                              const KaTimeAxis *whole,
                              const KaTimeAxis *window,
                              double            height);

/**
 * ka_overview_get_brush:
 * @whole: the axis of the strip
 * @window: the axis of the timeline
 * @x0: (out): left edge of the brush in user units, inside the strip
 * @x1: (out): right edge, at least a few units further
 */
void
ka_overview_get_brush (const KaTimeAxis *whole, const KaTimeAxis *window, double *x0, double *x1);

/**
 * ka_overview_pick:
 * @whole: the axis of the strip
 * @window: the axis of the timeline
 * @x: user units from the left edge
 *
 * Returns: what is there
 */
KaOverviewPart ka_overview_pick (const KaTimeAxis *whole, const KaTimeAxis *window, double x);

G_END_DECLS
