/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-day.h"

G_BEGIN_DECLS

/**
 * KaTimeAxis:
 * @first_day: the moment at the left edge, in days (0 is 1 January 1970, 00:00; the fraction is the
 * time of day)
 * @px_per_day: user units (px at scale 1) that a day takes, above 0
 * @width: length of the axis in user units, above 0
 *
 * Where moments stand on a straight axis. By value; functions that change it return the new one.
 */
typedef struct
{
  double first_day;
  double px_per_day;
  double width;
} KaTimeAxis;

/** KA_TIME_MIN_DAYS: the shortest time that an axis shows from end to end, in days. */
#define KA_TIME_MIN_DAYS 1.0

/**
 * ka_time_axis_fit:
 * @from: first day shown
 * @to: the day after the last one shown, after @from
 * @width: length of the axis in user units, above 0
 *
 * Returns: the axis that shows exactly that interval, or %KA_TIME_MIN_DAYS round its middle
 * when it is shorter
 */
KaTimeAxis ka_time_axis_fit (KaDay from, KaDay to, double width);

/**
 * ka_time_axis_to_x:
 * @self: an axis
 * @day: a moment in days; %KA_DAY_MIN and %KA_DAY_MAX are allowed and lie far outside
 *
 * Returns: its distance from the left edge in user units; beyond 0 and the width when out of sight,
 * never further than a million units so that it can be drawn
 */
double ka_time_axis_to_x (const KaTimeAxis *self, double day);

/**
 * ka_time_axis_to_day:
 * @self: an axis
 * @x: a distance from the left edge in user units
 *
 * The inverse of ka_time_axis_to_x().
 *
 * Returns: the moment in days; floor() of it is the day
 */
double ka_time_axis_to_day (const KaTimeAxis *self, double x);

/**
 * ka_time_axis_get_last_day:
 * @self: an axis
 *
 * Returns: the moment at the right edge, in days
 */
double ka_time_axis_get_last_day (const KaTimeAxis *self);

/**
 * ka_time_axis_pan:
 * @self: an axis
 * @dx: how far the picture moves to the right, in user units
 *
 * Returns: the moved axis
 */
KaTimeAxis ka_time_axis_pan (const KaTimeAxis *self, double dx);

/**
 * ka_time_axis_zoom_at:
 * @self: an axis
 * @x: where the pointer is, in user units from the left edge
 * @factor: above 1 makes a day longer, below 1 shorter
 *
 * Returns: the zoomed axis; the moment at @x stays where it is
 */
KaTimeAxis ka_time_axis_zoom_at (const KaTimeAxis *self, double x, double factor);

/**
 * ka_time_axis_resize:
 * @self: an axis
 * @width: the new length in user units
 *
 * Returns: the axis that shows the same interval on the new length
 */
KaTimeAxis ka_time_axis_resize (const KaTimeAxis *self, double width);

/**
 * ka_time_axis_centre_on:
 * @self: an axis
 * @day: a moment in days
 *
 * Returns: the axis of the same scale with @day in the middle
 */
KaTimeAxis ka_time_axis_centre_on (const KaTimeAxis *self, double day);

/**
 * ka_time_axis_reveal:
 * @self: an axis
 * @day: a moment in days
 * @margin: how far from either edge it shall be, in user units
 *
 * Returns: @self when @day can be seen, else the axis panned as little as shows it
 */
KaTimeAxis ka_time_axis_reveal (const KaTimeAxis *self, double day, double margin);

/**
 * ka_time_axis_clamp:
 * @self: an axis
 * @from: first day that may be seen
 * @to: the day after the last one, after @from
 *
 * Returns: the nearest axis that shows nothing outside [@from, @to) and no less than
 * %KA_TIME_MIN_DAYS; its scale changes only when it must
 */
KaTimeAxis ka_time_axis_clamp (const KaTimeAxis *self, KaDay from, KaDay to);

G_END_DECLS
