/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Takes what the views of a window show over to those that replace them.
 */

#include "config.h"

#include "ka-window-renew.h"

struct _KaWindowBefore
{
  /* Owned */
  KaEventList *list;
  KaTourGuide *guide;

  /* The map */
  gboolean     has_place;
  KaPoint      centre_deg;
  double       zoom;
  KaLegendFold legend;
  gboolean     has_swipe;

  /* The timeline */
  gboolean   has_axis;
  KaTimeAxis axis;
  KaSpan     limits;
  double     top;
  double     speed;
  gboolean   loops;
  gboolean   is_playing;
};

KaWindowBefore *
ka_window_before_new (const KaWindowState *window, KaEventList *list, KaTourGuide *guide)
{
  const KaTimelineParts *timeline = ka_timeline_stage_get (window->stage);
  KaWindowBefore        *self = g_new0 (KaWindowBefore, 1);

  self->list = g_object_ref (list);
  ka_event_list_note_place (list);
  self->guide = g_object_ref (guide);
  self->has_place = ka_map_view_get_place (window->map, &self->centre_deg, &self->zoom);
  self->legend = ka_map_view_get_legend (window->map);
  g_object_get (window->map, "has-swipe", &self->has_swipe, NULL);
  self->has_axis = ka_time_camera_is_open (timeline->camera);
  if (self->has_axis)
    self->axis = *ka_time_camera_get_goal (timeline->camera);
  self->limits = ka_time_camera_get_limits (timeline->camera);
  self->top = timeline->top;
  g_object_get (timeline->player, "speed", &self->speed, "loops", &self->loops, NULL);
  self->is_playing = ka_player_get_is_playing (timeline->player);

  return self;
}

void
ka_window_before_free (KaWindowBefore *self)
{
  g_object_unref (self->list);
  g_object_unref (self->guide);
  g_free (self);
}

void
ka_window_before_start_list (KaWindowBefore *self, KaEventList *list)
{
  if (self != NULL)
    ka_event_list_resume (list, self->list);
  else
    ka_event_list_start_short (list);
}

/* An open camera keeps its axis when the view gets its size. */
static void
restore_timeline (const KaWindowBefore *self, KaTimelineStage *stage)
{
  const KaTimelineParts *timeline = ka_timeline_stage_get (stage);
  const KaSpan           limits = ka_time_camera_get_limits (timeline->camera);
  KaTimeAxis             axis = self->axis;

  if (limits.from != self->limits.from || limits.to != self->limits.to)
    axis = ka_time_axis_clamp (&axis, limits.from, limits.to);
  if (self->has_axis)
    ka_time_camera_open (timeline->camera, &axis);
  ka_timeline_stage_set_top (stage, self->top);
  g_object_set (timeline->player, "speed", self->speed, "loops", self->loops, NULL);
  ka_player_set_is_playing (timeline->player, self->is_playing);
}

void
ka_window_before_restore (KaWindowBefore *self, const KaWindowState *window, KaTourGuide *guide)
{
  if (self->has_place)
    ka_map_view_set_place (window->map, self->centre_deg, self->zoom);
  ka_map_view_set_legend (window->map, self->legend);
  g_object_set (window->map, "has-swipe", self->has_swipe, NULL);
  restore_timeline (self, window->stage);
  ka_tour_guide_resume (guide, self->guide);
}
