/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-span.h"
#include "ka-time-axis.h"

G_BEGIN_DECLS

#define KA_TYPE_TIME_CAMERA (ka_time_camera_get_type ())

/**
 * KaTimeCamera: the axis in view and how it moves: at once, by an animation, or by inertia after
 * a drag. It stays within the limits. Emits "moved" when another axis is in view.
 */
G_DECLARE_FINAL_TYPE (KaTimeCamera, ka_time_camera, KA, TIME_CAMERA, GObject)

/**
 * ka_time_camera_new:
 * @canvas: (transfer none): the widget whose frame clock drives motion; outlives the camera
 * @limits: the days that can be shown
 *
 * Returns: (transfer full): a camera without a width, which shows nothing
 */
KaTimeCamera *ka_time_camera_new (GtkWidget *canvas, KaSpan limits) G_GNUC_WARN_UNUSED_RESULT;

/** ka_time_camera_is_open: Returns: whether there is an axis in view */
gboolean ka_time_camera_is_open (KaTimeCamera *self);

/**
 * ka_time_camera_get_axis: Returns: (transfer none): the axis in view; its width is 0 before
 * ka_time_camera_open()
 */
const KaTimeAxis *ka_time_camera_get_axis (KaTimeCamera *self);

/**
 * ka_time_camera_get_goal: Returns: (transfer none): the axis at the end of an animation, else
 * the axis in view
 */
const KaTimeAxis *ka_time_camera_get_goal (KaTimeCamera *self);

/** ka_time_camera_get_limits: Returns: the days that can be shown */
KaSpan ka_time_camera_get_limits (KaTimeCamera *self);

/** ka_time_camera_clamp_day: Returns: the day within the limits that is nearest to @day */
KaDay ka_time_camera_clamp_day (KaTimeCamera *self, KaDay day);

/** ka_time_camera_is_moving: Returns: whether an animation or inertia moves the axis */
gboolean ka_time_camera_is_moving (KaTimeCamera *self);

/** ka_time_camera_open: @axis: the first axis to show, as it is */
void ka_time_camera_open (KaTimeCamera *self, const KaTimeAxis *axis);

/**
 * ka_time_camera_move_to: shows the nearest axis within the limits at once. Ends motion; @axis:
 * the axis to show, of any width above 0
 */
void ka_time_camera_move_to (KaTimeCamera *self, const KaTimeAxis *axis);

/**
 * ka_time_camera_animate_to: shows an axis after an animation, or at once where the canvas is
 * not animated; @axis: the axis to show; takes the width of the axis in view
 */
void ka_time_camera_animate_to (KaTimeCamera *self, const KaTimeAxis *axis);

/**
 * ka_time_camera_zoom_at:
 * @self: a camera
 * @x: a place on the axis, or on the goal for an animation, in user units
 * @factor: how many times as long a day becomes
 * @is_animated: whether an animation leads there; it starts from the goal, so that repeats add up
 *
 * Zooms; the moment at @x stays there.
 */
void ka_time_camera_zoom_at (KaTimeCamera *self, double x, double factor, gboolean is_animated);

/**
 * ka_time_camera_fit: animates to an axis that shows a span with room on both sides, at least
 * four weeks; @span: days
 */
void ka_time_camera_fit (KaTimeCamera *self, KaSpan span);

/**
 * ka_time_camera_start_inertia: lets the axis slide on until friction ends it; @velocity: of the
 * axis, in user units a millisecond
 */
void ka_time_camera_start_inertia (KaTimeCamera *self, double velocity);

/** ka_time_camera_stop_inertia: ends inertia; an animation goes on */
void ka_time_camera_stop_inertia (KaTimeCamera *self);

/** ka_time_camera_stop: ends motion; the axis in view stays */
void ka_time_camera_stop (KaTimeCamera *self);

G_END_DECLS
