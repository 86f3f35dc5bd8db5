/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the axis of time moves by itself: plain arithmetic on axes, velocities and milliseconds,
 * without a clock and without a widget.
 */

#include "config.h"

#include "ka-kinetics.h"

#include <math.h>

/* Part of its speed that a fling loses in a millisecond; kinetic scrolling elsewhere has 4 / s. */
#define FRICTION 0.004
/* Slower than this, in units per millisecond, nothing seems to move. */
#define REST_VELOCITY 0.02
/* Points of a drag that are older than this say nothing about its speed at the end. */
#define TRAIL_MS 100.0
/* A pointer that has stayed for so long was at rest when it was let go. */
#define REST_MS 60.0

double
ka_time_ease (double progress)
{
  double left = 1 - CLAMP (progress, 0.0, 1.0);

  return 1 - left * left * left;
}

KaTimeAxis
ka_time_move_at (const KaTimeMove *self, double age_ms)
{
  double     progress = ka_time_ease (age_ms / self->duration_ms);
  double     ratio = self->to.px_per_day / self->from.px_per_day;
  double     zoom = pow (ratio, progress);
  double     share = progress; /* how much of the way the left edge has gone */
  KaTimeAxis axis = self->to;

  if (age_ms >= self->duration_ms)
    return axis;

  /* The left edge goes in step with the length of the time shown, not with the zoom: that keeps
   * the fixed point fixed. */
  if (fabs (ratio - 1) > 1e-6)
    share = (1 / zoom - 1) / (1 / ratio - 1);
  axis.px_per_day = self->from.px_per_day * zoom;
  axis.first_day = self->from.first_day + (self->to.first_day - self->from.first_day) * share;

  return axis;
}

double
ka_time_fling_get_distance (double velocity, double age_ms)
{
  return velocity / FRICTION * (1 - exp (-FRICTION * age_ms));
}

gboolean
ka_time_fling_is_over (double velocity, double age_ms)
{
  return fabs (velocity) * exp (-FRICTION * age_ms) < REST_VELOCITY;
}

void
ka_time_trail_add (KaTimeTrail *self, double x, double time_ms)
{
  guint place = self->n_points % KA_TIME_TRAIL_LENGTH;

  self->x[place] = x;
  self->time_ms[place] = time_ms;
  self->n_points++;
}

double
ka_time_trail_get_velocity (const KaTimeTrail *self, double now_ms)
{
  guint n_kept = MIN (self->n_points, KA_TIME_TRAIL_LENGTH);
  guint last = (self->n_points + KA_TIME_TRAIL_LENGTH - 1) % KA_TIME_TRAIL_LENGTH;
  guint first = last;

  if (n_kept < 2 || now_ms - self->time_ms[last] > REST_MS)
    return 0;

  for (guint i = 1; i < n_kept; i++)
    {
      guint place = (last + KA_TIME_TRAIL_LENGTH - i) % KA_TIME_TRAIL_LENGTH;

      if (now_ms - self->time_ms[place] > TRAIL_MS)
        break;
      first = place;
    }
  if (self->time_ms[last] <= self->time_ms[first])
    return 0;

  return (self->x[last] - self->x[first]) / (self->time_ms[last] - self->time_ms[first]);
}
