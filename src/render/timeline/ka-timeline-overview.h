/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"
#include "ka-theme.h"
#include "ka-time-axis.h"

G_BEGIN_DECLS

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
