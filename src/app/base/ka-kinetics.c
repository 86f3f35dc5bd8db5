/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How map and timeline move by themselves: inertia after a drag, and animated changes of the view.
 * Pure arithmetic, without a clock and without a widget.
 */

#include "config.h"

#include "ka-kinetics.h"

#include <math.h>

/* The part of the speed that is lost in a millisecond: 4 a second, as in GTK's own scrolling. */
#define FRICTION 0.004
/* Below this speed, in user units a millisecond, no movement is seen. */
#define MIN_SPEED 0.012
/* Points of a drag that are older than this do not count for its speed. */
#define TRAIL_MS 120.0
/* A pointer that stays for longer than this is at rest. */
#define REST_MS          60.0
#define MAX_ANIMATION_MS 400.0
/* Below this relative difference two scales count as equal. */
#define SAME_SCALE 1e-6

void
ka_trail_add (KaTrail *self, double time_ms, KaPoint at)
{
  guint place = self->n_points++ % KA_TRAIL_LENGTH;

  self->at[place] = at;
  self->time_ms[place] = time_ms;
}

KaPoint
ka_trail_get_velocity (const KaTrail *self, double now_ms)
{
  guint  n_kept = MIN (self->n_points, KA_TRAIL_LENGTH);
  guint  last = (self->n_points + KA_TRAIL_LENGTH - 1) % KA_TRAIL_LENGTH;
  guint  first = last;
  double time_ms;

  for (guint i = 1; i < n_kept; i++)
    {
      guint place = (last + KA_TRAIL_LENGTH - i) % KA_TRAIL_LENGTH;

      if (now_ms - self->time_ms[place] > TRAIL_MS)
        break;
      first = place;
    }
  time_ms = self->time_ms[last] - self->time_ms[first];
  if (time_ms <= 0 || now_ms - self->time_ms[last] > REST_MS)
    return (KaPoint){ 0, 0 };

  return (KaPoint){ (self->at[last].x - self->at[first].x) / time_ms,
                    (self->at[last].y - self->at[first].y) / time_ms };
}

KaPoint
ka_inertia_get_offset (KaPoint velocity, double age_ms)
{
  double reach_ms = (1 - exp (-FRICTION * age_ms)) / FRICTION;

  return (KaPoint){ velocity.x * reach_ms, velocity.y * reach_ms };
}

gboolean
ka_inertia_is_over (KaPoint velocity, double age_ms)
{
  return hypot (velocity.x, velocity.y) * exp (-FRICTION * age_ms) < MIN_SPEED;
}

double
ka_animation_ease (double progress)
{
  double left = 1 - CLAMP (progress, 0.0, 1.0);

  return 1 - left * left * left;
}

double
ka_animation_get_duration_ms (const KaViewport *from, const KaViewport *to)
{
  double way_km = hypot (to->centre_km.x - from->centre_km.x, to->centre_km.y - from->centre_km.y);
  double way = way_km * sqrt (from->scale * to->scale) / MAX (from->width, 1.0);
  double doublings = fabs (log2 (to->scale / from->scale));

  return KA_ANIMATION_MS + (MAX_ANIMATION_MS - KA_ANIMATION_MS) * MIN (way + doublings / 2.0, 1.0);
}

/* The part of the way of an edge or a centre while the scale grows by ratio. In step with the
 * length that is seen and not with the scale: that keeps the fixed point fixed. */
static double
get_share (double ratio, double part)
{
  return fabs (ratio - 1) > SAME_SCALE ? (1 / pow (ratio, part) - 1) / (1 / ratio - 1) : part;
}

KaTimeAxis
ka_animation_get_axis (const KaTimeAxis *from, const KaTimeAxis *to, double part)
{
  double     ratio = to->px_per_day / from->px_per_day;
  KaTimeAxis axis = *to;

  if (part >= 1)
    return axis;

  axis.px_per_day = from->px_per_day * pow (ratio, part);
  axis.first_day = from->first_day + (to->first_day - from->first_day) * get_share (ratio, part);

  return axis;
}

KaViewport
ka_animation_get_viewport (const KaViewport *from, const KaViewport *to, double part)
{
  double     ratio = to->scale / from->scale;
  double     share = get_share (ratio, part);
  KaViewport viewport = *to;

  if (part >= 1)
    return viewport;

  viewport.scale = from->scale * pow (ratio, part);
  viewport.centre_km.x = from->centre_km.x + (to->centre_km.x - from->centre_km.x) * share;
  viewport.centre_km.y = from->centre_km.y + (to->centre_km.y - from->centre_km.y) * share;

  return viewport;
}
