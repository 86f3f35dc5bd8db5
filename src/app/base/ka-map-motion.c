/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a map moves by itself: it glides on after a drag and flies from one view to another. Only
 * numbers; the map view asks for them at each frame.
 */

#include "config.h"

#include "ka-map-motion.h"

#include <math.h>

/* The part of a drag that tells its speed, and how long the hand may rest before it lets go. */
#define TRACK_MS 120
#define REST_MS  60
/* The speed falls to 1/e in this time: the friction of 4 a second that GTK's own scrolling has. */
#define GLIDE_MS 250.0
/* Speeds in user units a second: what a person means as a throw, what no eye sees any more. */
#define LEAST_THROW  120.0
#define LEAST_SPEED  12.0
#define MOST_SPEED   4000.0
#define LEAST_FLIGHT 250.0
#define MOST_FLIGHT  400.0

/**
 * ka_map_track_add:
 * @self: a track
 * @time_ms: when, not before the point that was added last
 * @at: where, in user units
 *
 * Remembers a point and forgets the oldest one when there are too many.
 */
void
ka_map_track_add (KaMapTrack *self, gint64 time_ms, KaPoint at)
{
  self->steps[self->n_steps % KA_MAP_N_STEPS] = (KaMapStep){ time_ms, at };
  self->n_steps++;
}

/**
 * ka_map_track_get_velocity:
 * @self: a track
 * @now_ms: when the pointer let go
 *
 * Returns: the speed of the last 120 ms in user units a second; 0, 0 where the pointer rested
 * before it let go, or was too slow for a throw
 */
KaPoint
ka_map_track_get_velocity (const KaMapTrack *self, gint64 now_ms)
{
  gsize            n_kept = MIN (self->n_steps, KA_MAP_N_STEPS);
  const KaMapStep *last;
  const KaMapStep *first;
  KaPoint          velocity;
  double           speed;

  if (n_kept < 2)
    return (KaPoint){ 0, 0 };

  last = &self->steps[(self->n_steps - 1) % KA_MAP_N_STEPS];
  first = last;
  for (gsize i = 2; i <= n_kept; i++)
    {
      const KaMapStep *step = &self->steps[(self->n_steps - i) % KA_MAP_N_STEPS];

      if (now_ms - step->time_ms > TRACK_MS)
        break;
      first = step;
    }
  if (now_ms - last->time_ms > REST_MS || last->time_ms <= first->time_ms)
    return (KaPoint){ 0, 0 };

  velocity.x = (last->at.x - first->at.x) * 1000.0 / (double) (last->time_ms - first->time_ms);
  velocity.y = (last->at.y - first->at.y) * 1000.0 / (double) (last->time_ms - first->time_ms);
  speed = hypot (velocity.x, velocity.y);
  if (speed < LEAST_THROW)
    return (KaPoint){ 0, 0 };
  if (speed > MOST_SPEED)
    return (KaPoint){ velocity.x * MOST_SPEED / speed, velocity.y * MOST_SPEED / speed };

  return velocity;
}

/**
 * ka_map_glide_get_offset:
 * @velocity: the speed at the start, in user units a second
 * @elapsed_ms: since the start
 *
 * Follows a body that friction brakes in proportion to its speed.
 *
 * Returns: how far the map has glided, in user units
 */
KaPoint
ka_map_glide_get_offset (KaPoint velocity, double elapsed_ms)
{
  double reach_s = GLIDE_MS / 1000.0 * (1.0 - exp (-elapsed_ms / GLIDE_MS));

  return (KaPoint){ velocity.x * reach_s, velocity.y * reach_s };
}

/**
 * ka_map_glide_is_over:
 * @velocity: the speed at the start, in user units a second
 * @elapsed_ms: since the start
 *
 * Returns: whether the map stands still for the eye
 */
gboolean
ka_map_glide_is_over (KaPoint velocity, double elapsed_ms)
{
  return hypot (velocity.x, velocity.y) * exp (-elapsed_ms / GLIDE_MS) < LEAST_SPEED;
}

/**
 * ka_map_flight_get_duration_ms:
 * @from: a view
 * @to: another one of the same size
 *
 * Returns: how long the move takes: the more the farther, 250 to 400
 */
double
ka_map_flight_get_duration_ms (const KaViewport *from, const KaViewport *to)
{
  double scale = sqrt (from->scale * to->scale);
  double way_px = hypot (to->centre_km.x - from->centre_km.x, to->centre_km.y - from->centre_km.y) *
                  scale;
  double levels = fabs (log2 (to->scale / from->scale));
  double effort = way_px / MAX (from->width, 1.0) + levels / 2.0;

  return LEAST_FLIGHT + (MOST_FLIGHT - LEAST_FLIGHT) * MIN (effort, 1.0);
}

/**
 * ka_map_flight_ease:
 * @progress: the part of the time that is over, 0 to 1
 *
 * Returns: the part of the way that is behind one: fast at first, then slowing down
 */
double
ka_map_flight_ease (double progress)
{
  double left = 1.0 - CLAMP (progress, 0.0, 1.0);

  return 1.0 - left * left * left;
}

/**
 * ka_map_flight_at:
 * @from: the view at the start
 * @to: the view at the end, of the same size
 * @progress: the part of the way, 0 to 1
 *
 * The scale grows by equal factors in equal parts of the way, and the point that both views show
 * at the same place stays there all the time: a zoom at the pointer keeps what is under it.
 *
 * Returns: the view on the way
 */
KaViewport
ka_map_flight_at (const KaViewport *from, const KaViewport *to, double progress)
{
  KaViewport at = *to;
  double     ratio = to->scale / from->scale;
  double     part = progress;

  if (progress >= 1.0)
    return *to;

  at.scale = from->scale * pow (ratio, progress);
  if (fabs (ratio - 1.0) > 1e-6)
    part = (1.0 / at.scale - 1.0 / from->scale) / (1.0 / to->scale - 1.0 / from->scale);
  at.centre_km.x = from->centre_km.x + (to->centre_km.x - from->centre_km.x) * part;
  at.centre_km.y = from->centre_km.y + (to->centre_km.y - from->centre_km.y) * part;

  return at;
}
