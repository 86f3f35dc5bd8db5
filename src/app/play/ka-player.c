/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moves the day of a session from event to event, frame by frame, and selects each event.
 */

#include "config.h"

#include "ka-player.h"

#include "ka-canvas.h"
#include "ka-event-order.h"
#include "ka-kinetics.h"
#include "ka-query.h"

#include <math.h>

/* How long the day takes to an event, and how long it stays there, at speed 1. */
#define MOVE_MS  700.0
#define DWELL_MS 1600.0

struct _KaPlayer
{
  GObject parent_instance;

  /* Owned */
  KaSession *session;

  /* Borrowed: its frame clock drives the animation; its owner owns the player too */
  GtkWidget *widget;

  double   speed;
  gboolean loops;
  gboolean is_playing;
  gboolean is_moving; /* the player itself changes the session */
  gboolean has_begun; /* the day reached an event and the history has a new step */

  /* The animation under way */
  const KaItem *target;
  KaDay         from;
  gint64        start_us;
  guint         tick;
  guint         dwell_source;
};

enum
{
  PROP_0,
  PROP_IS_PLAYING,
  PROP_SPEED,
  PROP_LOOPS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (KaPlayer, ka_player, G_TYPE_OBJECT)

static void leave_event (KaPlayer *self);

static void
cancel (KaPlayer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  self->target = NULL;
  g_clear_handle_id (&self->dwell_source, g_source_remove);
}

static gboolean
dwell_cb (gpointer data)
{
  KaPlayer *self = data;

  self->dwell_source = 0;
  leave_event (self);

  return G_SOURCE_REMOVE;
}

static void
arrive (KaPlayer *self)
{
  const KaItem *target = g_steal_pointer (&self->target);

  /* A whole play is one step of the history; the step before it keeps its day. */
  self->is_moving = TRUE;
  g_object_freeze_notify (G_OBJECT (self->session));
  ka_session_set_day (self->session, self->from);
  if (self->has_begun)
    ka_session_pass (self->session, target);
  else
    ka_session_select (self->session, target);
  g_object_thaw_notify (G_OBJECT (self->session));
  self->is_moving = FALSE;
  self->has_begun = TRUE;

  self->dwell_source = g_timeout_add ((guint) (DWELL_MS / self->speed), dwell_cb, self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KaPlayer *self = data;
  gint64    now_us = gdk_frame_clock_get_frame_time (clock);
  double    progress;
  KaDay     to = ka_query_day_of (self->target);

  if (self->start_us == 0)
    self->start_us = now_us;
  progress = (double) (now_us - self->start_us) / 1000 * self->speed / MOVE_MS;
  if (progress >= 1)
    {
      self->tick = 0;
      arrive (self);
      return G_SOURCE_REMOVE;
    }

  self->is_moving = TRUE;
  ka_session_set_day (self->session, self->from + (KaDay) round ((double) (to - self->from) *
                                                                 ka_animation_ease (progress)));
  self->is_moving = FALSE;

  return G_SOURCE_CONTINUE;
}

static void
set_off (KaPlayer *self, const KaItem *target)
{
  KaDay to = ka_query_day_of (target);

  self->target = target;
  self->from = ka_session_get_day (self->session);
  self->start_us = 0;
  if (to > self->from && ka_canvas_is_animated (self->widget))
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  else
    arrive (self);
}

static void
leave_event (KaPlayer *self)
{
  const KaItem *next = ka_event_order_find_next (self->session, 1);

  if (next == NULL && self->loops)
    next = ka_event_order_find_end (self->session, -1);
  if (next != NULL)
    set_off (self, next);
  else
    ka_player_set_is_playing (self, FALSE);
}

static void
session_changed_cb (KaPlayer *self)
{
  if (!self->is_moving)
    ka_player_set_is_playing (self, FALSE);
}

static void
ka_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KaPlayer *self = KA_PLAYER (object);

  if (id == PROP_IS_PLAYING)
    g_value_set_boolean (value, self->is_playing);
  else if (id == PROP_SPEED)
    g_value_set_double (value, self->speed);
  else if (id == PROP_LOOPS)
    g_value_set_boolean (value, self->loops);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ka_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KaPlayer *self = KA_PLAYER (object);

  if (id == PROP_IS_PLAYING)
    {
      ka_player_set_is_playing (self, g_value_get_boolean (value));
      return;
    }
  if (id == PROP_SPEED && self->speed != g_value_get_double (value))
    self->speed = g_value_get_double (value);
  else if (id == PROP_LOOPS && self->loops != g_value_get_boolean (value))
    self->loops = g_value_get_boolean (value);
  else
    return;
  g_object_notify_by_pspec (object, pspec);
}

static void
ka_player_dispose (GObject *object)
{
  KaPlayer *self = KA_PLAYER (object);

  if (self->widget != NULL)
    cancel (self);
  self->widget = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ka_player_parent_class)->dispose (object);
}

static void
ka_player_class_init (KaPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = ka_player_dispose;
  object_class->get_property = ka_player_get_property;
  object_class->set_property = ka_player_set_property;

  /** KaPlayer:is-playing: whether it goes from event to event */
  properties[PROP_IS_PLAYING] = g_param_spec_boolean ("is-playing", NULL, NULL, FALSE, flags);
  /** KaPlayer:speed: how many times as fast as usual */
  properties[PROP_SPEED] = g_param_spec_double ("speed", NULL, NULL, KA_PLAYER_MIN_SPEED,
                                                KA_PLAYER_MAX_SPEED, 1, flags);
  /** KaPlayer:loops: whether it starts again after the last event */
  properties[PROP_LOOPS] = g_param_spec_boolean ("loops", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ka_player_init (KaPlayer *self)
{
  self->speed = 1;
}

KaPlayer *
ka_player_new (KaSession *session, GtkWidget *widget)
{
  KaPlayer *self = g_object_new (KA_TYPE_PLAYER, NULL);

  self->session = g_object_ref (session);
  self->widget = widget;
  ka_session_watch (session, "day", G_CALLBACK (session_changed_cb), self);
  ka_session_watch (session, "selection", G_CALLBACK (session_changed_cb), self);

  return self;
}

gboolean
ka_player_get_is_playing (KaPlayer *self)
{
  return self->is_playing;
}

void
ka_player_set_is_playing (KaPlayer *self, gboolean is_playing)
{
  const KaItem *next = NULL;

  if (self->is_playing == is_playing)
    return;

  if (is_playing)
    {
      next = ka_event_order_find_next (self->session, 1);
      if (next == NULL)
        next = ka_event_order_find_end (self->session, -1);
      if (next == NULL)
        return;
    }

  self->is_playing = is_playing;
  self->has_begun = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_PLAYING]);
  if (is_playing)
    set_off (self, next);
  else
    cancel (self);
}
