/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moves the map from frame to frame: animations, inertia and the fade from one epoch to the next.
 * The arithmetic is in ka-kinetics.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#include "ka-canvas.h"

#define FADE_MS 200.0
/* Inertia starts no faster than this, in user units a millisecond. */
#define MAX_SPEED 4.0
/* The time of a start that is the next frame's: between frames the clock may tell a time long past.
 */
#define NOT_STARTED (-1)

/* Ends a motion where it was to end. */
static void
arrive (KaMapView *self, const KaViewport *viewport)
{
  self->motion.kind = MOTION_NONE;
  ka_map_view_move_to (self, viewport, FALSE);
}

static void
move_on (KaMapView *self, gint64 now_us)
{
  const Motion *motion = &self->motion;
  double        elapsed_ms = (double) (now_us - motion->start_us) / 1000.0;
  KaViewport    at;

  if (motion->kind == MOTION_ANIMATION)
    {
      KaViewport to = motion->to;

      if (elapsed_ms >= motion->duration_ms)
        {
          arrive (self, &to);
          return;
        }
      at = ka_animation_get_viewport (&motion->from, &motion->to,
                                      ka_animation_ease (elapsed_ms / motion->duration_ms));
    }
  else
    {
      KaPoint offset = ka_inertia_get_offset (motion->velocity, elapsed_ms);

      at = ka_viewport_pan (&motion->from, offset.x, offset.y);
      if (ka_inertia_is_over (motion->velocity, elapsed_ms))
        {
          arrive (self, &at);
          return;
        }
    }
  ka_map_view_move_to (self, &at, TRUE);
}

static void
end_fade (KaMapView *self)
{
  self->fade_start_us = 0;
  ka_map_sheet_clear (&self->old_land);
  ka_map_sheet_clear (&self->old_names);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  gint64     now_us = gdk_frame_clock_get_frame_time (clock);

  if (self->motion.start_us == NOT_STARTED)
    self->motion.start_us = now_us;
  if (self->fade_start_us == NOT_STARTED)
    self->fade_start_us = now_us;
  if (self->motion.kind != MOTION_NONE)
    move_on (self, now_us);
  if (self->fade_start_us != 0)
    {
      if ((double) (now_us - self->fade_start_us) >= FADE_MS * 1000.0)
        end_fade (self);
      gtk_widget_queue_draw (widget);
    }
  if (self->motion.kind != MOTION_NONE || self->fade_start_us != 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start_ticking (KaMapView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Where the view will be at rest. */
KaViewport
ka_map_view_get_target (KaMapView *self)
{
  return self->motion.kind == MOTION_NONE ? self->viewport : self->motion.to;
}

/* Whether what is seen now will not stay. */
gboolean
ka_map_view_is_moving (KaMapView *self)
{
  return self->motion.kind != MOTION_NONE || self->is_dragging;
}

/* Moves to a view within some frames, or at once where animations are off. */
void
ka_map_view_fly_to (KaMapView *self, const KaViewport *viewport)
{
  if (!ka_map_view_has_size (self))
    return;

  ka_map_view_stop (self);
  if (!ka_canvas_is_animated (GTK_WIDGET (self)))
    {
      ka_map_view_move_to (self, viewport, FALSE);
      return;
    }

  self->motion.kind = MOTION_ANIMATION;
  self->motion.from = self->viewport;
  self->motion.to = ka_map_view_clamp (self, viewport);
  self->motion.duration_ms = ka_animation_get_duration_ms (&self->motion.from, &self->motion.to);
  self->motion.start_us = NOT_STARTED;
  start_ticking (self);
  ka_map_view_update_sheets (self);
}

/* Moves on with the velocity of the hand, in user units a millisecond, until friction ends it. */
void
ka_map_view_start_inertia (KaMapView *self, KaPoint hand)
{
  double     speed = hypot (hand.x, hand.y);
  double     part = speed > MAX_SPEED ? MAX_SPEED / speed : 1.0;
  KaPoint    velocity = { hand.x * part, hand.y * part };
  KaPoint    reach = ka_inertia_get_offset (velocity, G_MAXDOUBLE);
  KaViewport to = ka_viewport_pan (&self->viewport, reach.x, reach.y);

  if (!ka_map_view_has_size (self) || !ka_canvas_is_animated (GTK_WIDGET (self)) ||
      (velocity.x == 0 && velocity.y == 0))
    return;

  self->motion.kind = MOTION_INERTIA;
  self->motion.from = self->viewport;
  self->motion.to = ka_map_view_clamp (self, &to);
  self->motion.velocity = velocity;
  self->motion.start_us = NOT_STARTED;
  start_ticking (self);
  ka_map_view_update_sheets (self);
}

/* Stays where it is. */
void
ka_map_view_stop (KaMapView *self)
{
  KaViewport viewport = self->viewport;

  if (self->motion.kind != MOTION_NONE)
    arrive (self, &viewport);
}

/* Lets what was shown until now give way to what is shown. */
void
ka_map_view_start_fade (KaMapView *self)
{
  if (!ka_canvas_is_animated (GTK_WIDGET (self)) || self->old_names.surface == NULL)
    {
      end_fade (self);
      return;
    }

  self->fade_start_us = NOT_STARTED;
  start_ticking (self);
}

/* How much of the new picture is seen, 0 to 1. */
double
ka_map_view_get_fade (KaMapView *self)
{
  gint64 now_us;

  if (self->fade_start_us == 0)
    return 1.0;
  if (self->fade_start_us == NOT_STARTED)
    return 0.0;

  now_us = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));

  return CLAMP ((double) (now_us - self->fade_start_us) / (FADE_MS * 1000.0), 0.0, 1.0);
}
