/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The straight axis of time: arithmetic on fractional days, without a calendar. Days are exact in a
 * double up to 2^53, some 24 million million years.
 */

#include "config.h"

#include "ka-time-axis.h"

/* Cairo keeps coordinates in 24.8 fixed point. Places are clamped to this distance. */
#define MAX_X 1.0e6

static KaTimeAxis
make_axis (double first_day, double days, double width)
{
  return (KaTimeAxis){ .first_day = first_day, .px_per_day = width / days, .width = width };
}

KaTimeAxis
ka_time_axis_fit (KaDay from, KaDay to, double width)
{
  double first = (double) from;
  double days = (double) to - (double) from;

  g_return_val_if_fail (width > 0, make_axis (0, KA_TIME_MIN_DAYS, 1));

  if (days < KA_TIME_MIN_DAYS)
    {
      first += (days - KA_TIME_MIN_DAYS) / 2;
      days = KA_TIME_MIN_DAYS;
    }

  return make_axis (first, days, width);
}

double
ka_time_axis_to_x (const KaTimeAxis *self, double day)
{
  return CLAMP ((day - self->first_day) * self->px_per_day, -MAX_X, MAX_X);
}

double
ka_time_axis_to_day (const KaTimeAxis *self, double x)
{
  return self->first_day + x / self->px_per_day;
}

double
ka_time_axis_get_last_day (const KaTimeAxis *self)
{
  return ka_time_axis_to_day (self, self->width);
}

KaTimeAxis
ka_time_axis_pan (const KaTimeAxis *self, double dx)
{
  KaTimeAxis moved = *self;

  moved.first_day -= dx / self->px_per_day;

  return moved;
}

KaTimeAxis
ka_time_axis_zoom_at (const KaTimeAxis *self, double x, double factor)
{
  KaTimeAxis zoomed = *self;

  g_return_val_if_fail (factor > 0, zoomed);

  zoomed.px_per_day *= factor;
  zoomed.first_day = ka_time_axis_to_day (self, x) - x / zoomed.px_per_day;

  return zoomed;
}

KaTimeAxis
ka_time_axis_resize (const KaTimeAxis *self, double width)
{
  g_return_val_if_fail (width > 0, *self);

  return make_axis (self->first_day, self->width / self->px_per_day, width);
}

KaTimeAxis
ka_time_axis_centre_on (const KaTimeAxis *self, double day)
{
  KaTimeAxis centred = *self;

  centred.first_day = day - self->width / self->px_per_day / 2;

  return centred;
}

KaTimeAxis
ka_time_axis_reveal (const KaTimeAxis *self, double day, double margin)
{
  double x = (day - self->first_day) * self->px_per_day;
  double inside = MIN (margin, self->width / 2);

  if (x < inside)
    return ka_time_axis_pan (self, inside - x);
  if (x > self->width - inside)
    return ka_time_axis_pan (self, self->width - inside - x);

  return *self;
}

KaTimeAxis
ka_time_axis_clamp (const KaTimeAxis *self, KaDay from, KaDay to)
{
  double first = (double) from;
  double limit = MAX ((double) to - first, KA_TIME_MIN_DAYS);
  double days = self->width / self->px_per_day;
  double held = CLAMP (days, KA_TIME_MIN_DAYS, limit);
  double start = self->first_day + (days - held) / 2;

  return make_axis (CLAMP (start, first, first + limit - held), held, self->width);
}
