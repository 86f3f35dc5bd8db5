/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the timeline comes to show another time: at once, gliding there, or sliding on after a drag.
 * The arithmetic is in ka-kinetics.c.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-query.h"

/* Room on both sides of what is fitted, as a part of it. */
#define FIT_ROOM 0.12
/* The shortest time that fitting shows, in days: a day alone would lack all context. */
#define FIT_MIN_DAYS 28
/* What is jumped to stands so far from the edge, as a part of the width. */
#define JUMP_MARGIN 0.2
/* From the left end of an item to the middle of its mark, in user units. */
#define MARK_INDENT 5.5

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);
  gint64          now_us = gdk_frame_clock_get_frame_time (clock);
  double          age_ms;
  double          last = self->axis.first_day;
  KaTimeAxis      axis;
  gboolean        is_over;

  if (self->motion_start_us == 0)
    self->motion_start_us = now_us;
  age_ms = (double) (now_us - self->motion_start_us) / 1000;

  if (self->motion == MOTION_GLIDE)
    {
      axis = ka_animation_get_axis (&self->motion_from, &self->motion_to,
                                    ka_animation_ease (age_ms / KA_ANIMATION_MS));
      is_over = age_ms >= KA_ANIMATION_MS;
      ka_timeline_view_show_axis (self, &axis);
    }
  else
    {
      axis = ka_time_axis_pan (&self->motion_from,
                               ka_inertia_get_offset (self->velocity, age_ms).x);
      ka_timeline_view_show_axis (self, &axis);
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
start_motion (KaTimelineView *self, Motion motion)
{
  self->motion = motion;
  self->motion_start_us = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* The nearest day that can be shown. */
KaDay
ka_timeline_view_clamp_day (KaTimelineView *self, KaDay day)
{
  return CLAMP (day, self->limit_from, self->limit_to - 1);
}

/* Leaves the axis where it is. */
void
ka_timeline_view_stop_motion (KaTimelineView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->motion = MOTION_NONE;
}

/* Shows another time at once. */
void
ka_timeline_view_move_to (KaTimelineView *self, const KaTimeAxis *axis)
{
  ka_timeline_view_stop_motion (self);
  ka_timeline_view_show_axis (self, axis);
}

void
ka_timeline_view_glide_to (KaTimelineView *self, const KaTimeAxis *axis)
{
  KaTimeAxis target;

  if (self->axis.width < 2)
    return;

  target = ka_time_axis_resize (axis, self->axis.width);
  target = ka_time_axis_clamp (&target, self->limit_from, self->limit_to);
  if (!ka_canvas_is_animated (GTK_WIDGET (self)))
    {
      ka_timeline_view_move_to (self, &target);
      return;
    }
  if (target.first_day == self->axis.first_day && target.px_per_day == self->axis.px_per_day)
    {
      ka_timeline_view_stop_motion (self);
      return;
    }

  self->motion_from = self->axis;
  self->motion_to = target;
  start_motion (self, MOTION_GLIDE);
}

/* Starts inertia at a velocity in user units a millisecond. */
void
ka_timeline_view_fling (KaTimelineView *self, double velocity)
{
  ka_timeline_view_stop_motion (self);
  if (!ka_canvas_is_animated (GTK_WIDGET (self)) ||
      ka_inertia_is_over ((KaPoint){ velocity, 0 }, 0))
    return;

  self->motion_from = self->axis;
  self->velocity = (KaPoint){ velocity, 0 };
  start_motion (self, MOTION_FLING);
}

/* The axis that is gone to, else the one that is shown. */
const KaTimeAxis *
ka_timeline_view_get_goal (KaTimelineView *self)
{
  return self->motion == MOTION_GLIDE ? &self->motion_to : &self->axis;
}

/* Makes days longer or shorter; the moment at x stays. What glides starts from the goal of a glide
 * under way, so that quick repeats add up: x is on that axis. */
void
ka_timeline_view_zoom_at (KaTimelineView *self, double x, double factor, gboolean glides)
{
  const KaTimeAxis *base = glides ? ka_timeline_view_get_goal (self) : &self->axis;
  KaTimeAxis        axis = ka_time_axis_zoom_at (base, x, factor);

  if (glides)
    ka_timeline_view_glide_to (self, &axis);
  else
    ka_timeline_view_move_to (self, &axis);
}

/* Shows an interval with some room round it. */
void
ka_timeline_view_fit (KaTimelineView *self, KaDay from, KaDay to)
{
  double     days = MAX ((double) (to - from), FIT_MIN_DAYS / (1 + 2 * FIT_ROOM));
  double     middle = (double) from + (double) (to - from) / 2;
  KaTimeAxis axis = self->axis;

  if (axis.width < 2)
    return;

  days *= 1 + 2 * FIT_ROOM;
  axis.px_per_day = axis.width / days;
  axis.first_day = middle - days / 2;
  ka_timeline_view_glide_to (self, &axis);
}

static gboolean
get_extent_of_events (KaTimelineView *self, const KaItem *item, KaDay *from, KaDay *to)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (ka_session_get_atlas (self->session), item);
  KaDay first = KA_DAY_MAX;
  KaDay last = KA_DAY_MIN;

  for (guint i = 0; i < events->len; i++)
    {
      const KaEvent *event = events->pdata[i];

      first = MIN (first, event->date.earliest);
      last = MAX (last, event->date.earliest + 1);
    }
  if (first >= last)
    return FALSE;

  *from = first;
  *to = last;

  return TRUE;
}

/* The time that an item takes: its own, else that of the events about it. FALSE for none. */
gboolean
ka_timeline_view_get_extent (KaTimelineView *self, const KaItem *item, KaDay *from, KaDay *to)
{
  KaDay day = ka_query_day_of (item);

  if (item->kind == KA_ITEM_EVENT)
    {
      const KaDate *date = &((const KaEvent *) item)->date;

      *from = date->earliest;
      *to = date->end_latest;
    }
  else if (item->kind == KA_ITEM_POLITY)
    {
      *from = ((const KaPolity *) item)->span.from;
      *to = ((const KaPolity *) item)->span.to;
    }
  else if (item->kind == KA_ITEM_FRONTIER)
    {
      *from = ((const KaFrontier *) item)->span.from;
      *to = ((const KaFrontier *) item)->span.to;
    }
  else if (day != KA_DAY_MIN)
    {
      *from = day;
      *to = day + 1;
    }
  else if (!get_extent_of_events (self, item, from, to))
    return FALSE;

  *from = CLAMP (*from, self->limit_from, self->limit_to - 1);
  *to = CLAMP (*to, *from + 1, self->limit_to);

  return TRUE;
}

void
ka_timeline_view_get_hidden (KaTimelineView *self, gsize *n_before, gsize *n_after)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaViewState       state;

  *n_before = *n_after = 0;
  if (layout == NULL)
    return;

  state = ka_session_get_state (self->session);
  *n_before = ka_timeline_layout_count_hidden (layout, &state, -1);
  *n_after = ka_timeline_layout_count_hidden (layout, &state, 1);
}

void
ka_timeline_view_jump (KaTimelineView *self, int direction)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaTimeAxis        axis;
  KaViewState       state;
  KaDay             day;

  if (layout == NULL)
    return;

  state = ka_session_get_state (self->session);
  if (!ka_timeline_layout_find_hidden (layout, &state, direction, &day))
    return;

  ka_player_set_is_playing (self->player, FALSE);
  axis = ka_time_axis_reveal (&self->axis, (double) day, self->axis.width * JUMP_MARGIN);
  ka_timeline_view_glide_to (self, &axis);
}

gboolean
ka_timeline_view_get_mark (KaTimelineView *self, const KaItem *item, KaPoint *mark)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  gboolean          is_in_sight;
  KaBox             box;
  KaDay             from;
  KaDay             to;

  *mark = (KaPoint){ 0, 0 };
  if (layout == NULL)
    return FALSE;

  is_in_sight = ka_timeline_layout_get_item_box (layout, item, &box);
  if (is_in_sight)
    *mark = (KaPoint){ MIN (box.x0 + MARK_INDENT, box.x1), box.y0 };
  else if (ka_timeline_view_get_extent (self, item, &from, &to))
    *mark = (KaPoint){ CLAMP (ka_time_axis_to_x (&self->axis, (double) from), 0, self->axis.width),
                       layout->frame.axis_y };

  mark->x *= self->unit;
  mark->y *= self->unit;

  return is_in_sight;
}
