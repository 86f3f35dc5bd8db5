/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-filter.h"
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

/** ka_overview_paint_strip: draws how many events there are on the axis @whole, usually of
 * ka_timeline_get_limits(); those that @filter lets pass stand out. O(events): a screen keeps it in
 * a texture */
void ka_overview_paint_strip (cairo_t          *cr,
                              KaAtlas          *atlas,
                              const KaFilter   *filter,
                              const KaTheme    *theme,
                              const KaTimeAxis *whole,
                              double            height);

/** ka_overview_paint_brush: draws which part of the whole time the axis @window of the timeline
 * shows, and the day; as ka_overview_paint_strip() */
void ka_overview_paint_brush (cairo_t          *cr,
                              KaDay             day,
                              const KaTheme    *theme,
                              const KaTimeAxis *whole,
                              const KaTimeAxis *window,
                              double            height);

/** ka_overview_get_brush: tells the edges of the brush on the axis @whole of the strip for the axis
 * @window of the timeline, in user units, at least a few apart */
void
ka_overview_get_brush (const KaTimeAxis *whole, const KaTimeAxis *window, double *x0, double *x1);

/** ka_overview_pick: Returns: what is @x user units from the left edge */
KaOverviewPart ka_overview_pick (const KaTimeAxis *whole, const KaTimeAxis *window, double x);

G_END_DECLS
