/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-time-axis.h"
#include "ka-viewport.h"

G_BEGIN_DECLS

/** KA_TRAIL_LENGTH: how many points of a drag a trail keeps. */
#define KA_TRAIL_LENGTH 16

/**
 * KaTrail:
 * @at: where the pointer was, in user units
 * @time_ms: when
 * @n_points: how many points have been added in all
 *
 * The last points of a drag, in a ring. By value; zeroed for an empty one.
 */
typedef struct
{
  KaPoint at[KA_TRAIL_LENGTH];
  double  time_ms[KA_TRAIL_LENGTH];
  guint   n_points;
} KaTrail;

/**
 * ka_trail_add:
 * @self: a trail
 * @time_ms: when, on any clock that runs on; not before the point that was added last
 * @at: where the pointer is, in user units
 *
 * Adds a point and drops the oldest one of a full trail.
 */
void ka_trail_add (KaTrail *self, double time_ms, KaPoint at);

/**
 * ka_trail_get_velocity: @now_ms: when the drag ended. Returns: the mean velocity of the last
 * 120 ms in user units a millisecond; 0, 0 where the pointer rested for 60 ms before
 */
KaPoint ka_trail_get_velocity (const KaTrail *self, double now_ms);

/**
 * ka_inertia_get_offset:
 * @velocity: at the start, in user units a millisecond
 * @age_ms: the time since the start, 0 or more
 *
 * Follows a body whose friction is proportional to its speed: the speed decays exponentially.
 *
 * Returns: how far the body has moved, in user units
 */
KaPoint ka_inertia_get_offset (KaPoint velocity, double age_ms);

/**
 * ka_inertia_is_over: @velocity: at the start, in user units a millisecond; @age_ms: the time
 * since the start. Returns: whether the body is too slow for its movement to be seen
 */
gboolean ka_inertia_is_over (KaPoint velocity, double age_ms);

/** KA_ANIMATION_MS: how long an animated change takes at least. */
#define KA_ANIMATION_MS 250.0

/**
 * ka_animation_ease: @progress: the part of the time that has passed; values outside 0 to 1 are
 * clamped. Returns: the part of the way that lies behind, 0 to 1: cubic, with a fast start and a
 * slow end
 */
double ka_animation_ease (double progress);

/**
 * ka_animation_get_duration_ms: @from: a viewport; @to: another one of the same size. Returns:
 * how long the change takes: %KA_ANIMATION_MS to 400, more for a longer way
 */
double ka_animation_get_duration_ms (const KaViewport *from, const KaViewport *to);

/**
 * ka_animation_get_axis:
 * @from: the axis at the start
 * @to: the axis at the end, of the same width
 * @part: the part of the way, 0 or more
 *
 * The scale changes by equal factors on equal parts of the way. The day that both axes show at the
 * same place stays there, so that a zoom at the pointer keeps the day under it.
 *
 * Returns: the axis on the way; exactly @to from 1 on
 */
KaTimeAxis ka_animation_get_axis (const KaTimeAxis *from, const KaTimeAxis *to, double part);

/**
 * ka_animation_get_viewport:
 * @from: the viewport at the start
 * @to: the viewport at the end, of the same size
 * @part: the part of the way, 0 or more
 *
 * Keeps a fixed point as ka_animation_get_axis() does.
 *
 * Returns: the viewport on the way; exactly @to from 1 on
 */
KaViewport ka_animation_get_viewport (const KaViewport *from, const KaViewport *to, double part);

G_END_DECLS
