/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the axis in view and moves it from frame to frame. The arithmetic of animations and of
 * inertia is in ka-kinetics.c.
 */

#include "config.h"

#include "ka-time-camera.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-kinetics.h"

/* Room on either side of a fitted span, as a part of it. */
#define FIT_ROOM 0.12
/* The shortest time that fitting shows, in days: a day alone lacks context. */
#define MIN_FIT_DAYS 28
/* Below this width in user units there is no axis. */
#define MIN_WIDTH 2

typedef enum
{
  MOTION_NONE,
  MOTION_ANIMATION,
  MOTION_INERTIA,
} Motion;

struct _KaTimeCamera
{
  GObject parent_instance;

  GtkWidget *canvas; /* Borrowed */
  KaSpan     limits;
  KaTimeAxis axis;

  /* Motion under way */
  Motion     motion;
  guint      tick;
  gint64     start_us; /* 0 until the first frame */
  KaTimeAxis from;
  KaTimeAxis to;       /* the end of an animation */
  KaPoint    velocity; /* of inertia at its start, in user units a millisecond */
};

G_DEFINE_FINAL_TYPE (KaTimeCamera, ka_time_camera, G_TYPE_OBJECT)

static void
ka_time_camera_dispose (GObject *object)
{
  ka_time_camera_stop (KA_TIME_CAMERA (object));

  G_OBJECT_CLASS (ka_time_camera_parent_class)->dispose (object);
}

static void
ka_time_camera_class_init (KaTimeCameraClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_time_camera_dispose;

  /** KaTimeCamera::moved: another axis is in view */
  g_signal_new ("moved", KA_TYPE_TIME_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
ka_time_camera_init (KaTimeCamera *self)
{
}

/* Shows the nearest axis within the limits; motion goes on. */
static void
show_axis (KaTimeCamera *self, const KaTimeAxis *axis)
{
  self->axis = ka_time_axis_clamp (axis, self->limits.from, self->limits.to);
  g_signal_emit_by_name (self, "moved");
}

static gboolean
tick_cb (GtkWidget *canvas, GdkFrameClock *clock, gpointer data)
{
  KaTimeCamera *self = data;
  gint64        now_us = gdk_frame_clock_get_frame_time (clock);
  double        last = self->axis.first_day;
  double        age_ms;
  KaTimeAxis    axis;
  gboolean      is_over;

  if (self->start_us == 0)
    self->start_us = now_us;
  age_ms = (double) (now_us - self->start_us) / 1000;

  if (self->motion == MOTION_ANIMATION)
    {
      axis = ka_animation_get_axis (&self->from, &self->to,
                                    ka_animation_ease (age_ms / KA_ANIMATION_MS));
      is_over = age_ms >= KA_ANIMATION_MS;
      show_axis (self, &axis);
    }
  else
    {
      axis = ka_time_axis_pan (&self->from, ka_inertia_get_offset (self->velocity, age_ms).x);
      show_axis (self, &axis);
      is_over = ka_inertia_is_over (self->velocity, age_ms) ||
                (age_ms > 0 && self->axis.first_day == last);
    }

  if (!is_over)
    return G_SOURCE_CONTINUE;

  self->motion = MOTION_NONE;
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start_motion (KaTimeCamera *self, Motion motion)
{
  self->motion = motion;
  self->start_us = 0;
  self->from = self->axis;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->canvas, tick_cb, self, NULL);
}

KaTimeCamera *
ka_time_camera_new (GtkWidget *canvas, KaSpan limits)
{
  KaTimeCamera *self = g_object_new (KA_TYPE_TIME_CAMERA, NULL);

  self->canvas = canvas;
  self->limits = limits;

  return self;
}

gboolean
ka_time_camera_is_open (KaTimeCamera *self)
{
  return self->axis.width >= MIN_WIDTH;
}

const KaTimeAxis *
ka_time_camera_get_axis (KaTimeCamera *self)
{
  return &self->axis;
}

const KaTimeAxis *
ka_time_camera_get_goal (KaTimeCamera *self)
{
  return self->motion == MOTION_ANIMATION ? &self->to : &self->axis;
}

KaSpan
ka_time_camera_get_limits (KaTimeCamera *self)
{
  return self->limits;
}

KaDay
ka_time_camera_clamp_day (KaTimeCamera *self, KaDay day)
{
  return CLAMP (day, self->limits.from, self->limits.to - 1);
}

gboolean
ka_time_camera_is_moving (KaTimeCamera *self)
{
  return self->motion != MOTION_NONE;
}

void
ka_time_camera_open (KaTimeCamera *self, const KaTimeAxis *axis)
{
  self->axis = *axis;
  g_signal_emit_by_name (self, "moved");
}

void
ka_time_camera_move_to (KaTimeCamera *self, const KaTimeAxis *axis)
{
  ka_time_camera_stop (self);
  show_axis (self, axis);
}

void
ka_time_camera_animate_to (KaTimeCamera *self, const KaTimeAxis *axis)
{
  KaTimeAxis target;

  if (!ka_time_camera_is_open (self))
    return;

  target = ka_time_axis_resize (axis, self->axis.width);
  target = ka_time_axis_clamp (&target, self->limits.from, self->limits.to);
  if (!ka_canvas_is_animated (self->canvas))
    ka_time_camera_move_to (self, &target);
  else if (target.first_day == self->axis.first_day && target.px_per_day == self->axis.px_per_day)
    ka_time_camera_stop (self);
  else
    {
      self->to = target;
      start_motion (self, MOTION_ANIMATION);
    }
}

void
ka_time_camera_zoom_at (KaTimeCamera *self, double x, double factor, gboolean is_animated)
{
  const KaTimeAxis *base = is_animated ? ka_time_camera_get_goal (self) : &self->axis;
  KaTimeAxis        axis = ka_time_axis_zoom_at (base, x, factor);

  if (is_animated)
    ka_time_camera_animate_to (self, &axis);
  else
    ka_time_camera_move_to (self, &axis);
}

void
ka_time_camera_fit (KaTimeCamera *self, KaSpan span)
{
  double     days = MAX ((double) (span.to - span.from), MIN_FIT_DAYS / (1 + 2 * FIT_ROOM));
  double     middle = (double) span.from + (double) (span.to - span.from) / 2;
  KaTimeAxis axis = self->axis;

  if (!ka_time_camera_is_open (self))
    return;

  days *= 1 + 2 * FIT_ROOM;
  axis.px_per_day = axis.width / days;
  axis.first_day = middle - days / 2;
  ka_time_camera_animate_to (self, &axis);
}

void
ka_time_camera_start_inertia (KaTimeCamera *self, double velocity)
{
  ka_time_camera_stop (self);
  self->velocity = (KaPoint){ velocity, 0 };
  if (ka_canvas_is_animated (self->canvas) && !ka_inertia_is_over (self->velocity, 0))
    start_motion (self, MOTION_INERTIA);
}

void
ka_time_camera_stop_inertia (KaTimeCamera *self)
{
  if (self->motion == MOTION_INERTIA)
    ka_time_camera_stop (self);
}

void
ka_time_camera_stop (KaTimeCamera *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->canvas, self->tick);
  self->tick = 0;
  self->motion = MOTION_NONE;
}
