/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-time-axis.h"

G_BEGIN_DECLS

/**
 * KaTimeMove:
 * @from: the axis at the start
 * @to: the axis at the end, of the same width
 * @duration_ms: how long it takes, above 0
 *
 * An animated change of the axis, which slows down towards its end. By value.
 */
typedef struct
{
  KaTimeAxis from;
  KaTimeAxis to;
  double     duration_ms;
} KaTimeMove;

/** KA_TIME_MOVE_MS: how long an animated change of the axis takes. */
#define KA_TIME_MOVE_MS 250.0

/**
 * ka_time_ease:
 * @progress: 0 at the start, 1 at the end; anything beyond counts as the end
 *
 * Returns: how far along one is, 0 to 1, with a quick start and a slow end (cubic)
 */
double ka_time_ease (double progress);

/**
 * ka_time_move_at:
 * @self: a move
 * @age_ms: time since its start
 *
 * The length of the shown time changes by equal factors in equal progress, and the moment that
 * stands at the same place before and after stays there throughout, so that a zoom at the pointer
 * remains one on its way.
 *
 * Returns: the axis then; exactly the last one from the end of the duration on
 */
KaTimeAxis ka_time_move_at (const KaTimeMove *self, double age_ms);

/**
 * ka_time_fling_get_distance:
 * @velocity: at the moment of release, in user units per millisecond, of either sign
 * @age_ms: time since then, 0 or more
 *
 * The velocity decays exponentially, as a thing that slides does against a drag in proportion to
 * its speed.
 *
 * Returns: how far it has slid, in user units
 */
double ka_time_fling_get_distance (double velocity, double age_ms);

/**
 * ka_time_fling_is_over:
 * @velocity: at the moment of release, in user units per millisecond
 * @age_ms: time since then
 *
 * Returns: whether it is too slow to be seen
 */
gboolean ka_time_fling_is_over (double velocity, double age_ms);

/** KA_TIME_TRAIL_LENGTH: how many points of a drag are remembered. */
#define KA_TIME_TRAIL_LENGTH 8

/**
 * KaTimeTrail:
 * @x: where the pointer was
 * @time_ms: when
 * @n_points: how many points there have been in all
 *
 * The last points of a drag, in a ring. All zero is an empty one.
 */
typedef struct
{
  double x[KA_TIME_TRAIL_LENGTH];
  double time_ms[KA_TIME_TRAIL_LENGTH];
  guint  n_points;
} KaTimeTrail;

/**
 * ka_time_trail_add:
 * @self: a trail
 * @x: where the pointer is
 * @time_ms: when; not before the point added last
 */
void ka_time_trail_add (KaTimeTrail *self, double x, double time_ms);

/**
 * ka_time_trail_get_velocity:
 * @self: a trail
 * @now_ms: when the pointer was let go
 *
 * Returns: its velocity in units of x per millisecond; 0 when it had come to rest before
 */
double ka_time_trail_get_velocity (const KaTimeTrail *self, double now_ms);

G_END_DECLS
