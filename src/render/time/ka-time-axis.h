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

/** KA_TIME_MIN_DAYS: the shortest time that an axis shows from end to end, in days. Nothing is
 * finer than a day. */
#define KA_TIME_MIN_DAYS 7.0

/** ka_time_axis_fit: Returns: the axis of that width in user units, above 0, that shows exactly the
 * days from @from up to @to, or %KA_TIME_MIN_DAYS round their middle when they are fewer */
KaTimeAxis ka_time_axis_fit (KaDay from, KaDay to, double width);

/** ka_time_axis_to_x: Returns: the distance of a moment from the left edge in user units; beyond 0
 * and the width when out of sight, never further than a million units so that it can be drawn.
 * %KA_DAY_MIN and %KA_DAY_MAX are allowed */
double ka_time_axis_to_x (const KaTimeAxis *self, double day);

/** ka_time_axis_to_day: Returns: the moment at a distance from the left edge, in days; floor() of
 * it is the day */
double ka_time_axis_to_day (const KaTimeAxis *self, double x);

/** ka_time_axis_get_last_day: Returns: the moment at the right edge, in days */
double ka_time_axis_get_last_day (const KaTimeAxis *self);

/** ka_time_axis_pan: Returns: the axis moved so that the picture goes @dx user units to the right
 */
KaTimeAxis ka_time_axis_pan (const KaTimeAxis *self, double dx);

/** ka_time_axis_zoom_at: Returns: the zoomed axis; the moment at @x stays where it is. A @factor
 * above 1 makes a day longer */
KaTimeAxis ka_time_axis_zoom_at (const KaTimeAxis *self, double x, double factor);

/** ka_time_axis_resize: Returns: the axis that shows the same interval on the new width */
KaTimeAxis ka_time_axis_resize (const KaTimeAxis *self, double width);

/** ka_time_axis_centre_on: Returns: the axis of the same scale with @day in the middle */
KaTimeAxis ka_time_axis_centre_on (const KaTimeAxis *self, double day);

/** ka_time_axis_reveal: Returns: @self when @day is @margin user units inside both edges, else the
 * axis panned as little as makes it so */
KaTimeAxis ka_time_axis_reveal (const KaTimeAxis *self, double day, double margin);

/** ka_time_axis_clamp: Returns: the nearest axis that shows nothing outside the days from @from up
 * to @to, and no less than %KA_TIME_MIN_DAYS; its scale changes only when it must */
KaTimeAxis ka_time_axis_clamp (const KaTimeAxis *self, KaDay from, KaDay to);

G_END_DECLS
