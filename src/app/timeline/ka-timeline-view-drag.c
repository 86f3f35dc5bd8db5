/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drag on the timeline does: it moves the axis, the playhead or the ends of a range.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include <math.h>

#include "ka-event-order.h"

/* A dragged playhead snaps to the start of an event this near. */
#define SNAP_PX 6.0
/* Lanes are not dragged up or down by less than this. */
#define WAVER_PX 10.0
/* The ends of a marked range can be taken hold of this near. */
#define RANGE_REACH_PX 5.0
/* A playhead or an end that is dragged this near to an edge, or beyond, takes the axis along... */
#define EDGE_PX 20.0
/* ...up to this speed, in user units per millisecond, when it is so far beyond. */
#define EDGE_SPEED    1.2
#define EDGE_REACH_PX 80.0

/* The day at x; the start of an event in view where one is near. */
static KaDay
find_day (KaTimelineView *self, double x, gboolean snaps)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaDay             day = (KaDay) floor (ka_time_axis_to_day (&self->axis, x));
  g_autoptr (GPtrArray) items = NULL;
  double nearest = SNAP_PX;

  if (!snaps || layout == NULL)
    return day;

  items = ka_timeline_layout_list_items (layout);
  for (guint i = 0; i < items->len; i++)
    {
      const KaItem *item = items->pdata[i];
      KaDay         start;
      double        distance;

      if (!ka_event_order_has (self->session, item))
        continue;
      start = ((const KaEvent *) item)->date.earliest;
      distance = fabs (ka_timeline_layout_get_playhead_x (layout, start) - x);
      if (distance < nearest)
        {
          nearest = distance;
          day = start;
        }
    }

  return day;
}

/* Where in the axis the end of the marked range is that can be taken hold of at x: -1 for its
 * start, 1 for its end, 0 for none. */
int
ka_timeline_view_pick_range_end (KaTimelineView *self, const KaTimelineHit *hit, double x)
{
  KaViewState state = ka_session_get_state (self->session);

  if (!state.has_range || hit->part != KA_TIMELINE_AXIS)
    return 0;
  if (fabs (ka_time_axis_to_x (&self->axis, (double) state.range.from) - x) <= RANGE_REACH_PX)
    return -1;

  return fabs (ka_time_axis_to_x (&self->axis, (double) state.range.to) - x) <= RANGE_REACH_PX;
}

/* Takes what is dragged to where the pointer is. */
static void
follow_pointer (KaTimelineView *self)
{
  double x = CLAMP (self->drag_x, 0, self->axis.width - 1);
  KaDay  day = ka_timeline_view_clamp_day (self, find_day (self, x, self->drag_snaps));

  if (self->drag == DRAG_PLAYHEAD)
    ka_session_set_day (self->session, day);
  else if (self->drag == DRAG_RANGE)
    ka_session_set_range (
      self->session, (KaSpan){ MIN (self->range_anchor, day), MAX (self->range_anchor, day) + 1 });
}

/* How far beyond an edge the pointer is: -1 to 1, 0 for inside. */
static double
get_overshoot (KaTimelineView *self)
{
  double beyond = 0;

  if (self->drag_x < EDGE_PX)
    beyond = self->drag_x - EDGE_PX;
  else if (self->drag_x > self->axis.width - EDGE_PX)
    beyond = self->drag_x - (self->axis.width - EDGE_PX);

  return CLAMP (beyond / EDGE_REACH_PX, -1, 1);
}

static gboolean
edge_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);
  gint64          now_us = gdk_frame_clock_get_frame_time (clock);
  double          age_ms = self->edge_us != 0 ? (double) (now_us - self->edge_us) / 1000 : 0;
  KaTimeAxis axis = ka_time_axis_pan (&self->axis, -get_overshoot (self) * EDGE_SPEED * age_ms);

  self->edge_us = now_us;
  ka_timeline_view_show_axis (self, &axis);
  follow_pointer (self);
  if (get_overshoot (self) != 0)
    return G_SOURCE_CONTINUE;

  self->edge_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_drag (KaTimelineView *self)
{
  self->drag = DRAG_NOTHING;
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

static void
drag_begin_cb (KaTimelineView *self, double x, double y, GtkGestureDrag *drag)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (drag));
  KaTimelineHit hit;
  int           end;

  if (self->session == NULL)
    return;

  hit = ka_timeline_view_pick (self, x, y);
  self->start_axis = self->axis;
  self->start_top = self->top;
  self->start_state = ka_session_get_state (self->session);
  self->start_x = x / self->unit;
  self->trail = (KaTrail){ .n_points = 0 };
  end = ka_timeline_view_pick_range_end (self, &hit, self->start_x);
  if (hit.part == KA_TIMELINE_PLAYHEAD_AT)
    self->drag = DRAG_PLAYHEAD;
  else if (hit.part == KA_TIMELINE_AXIS || (modifiers & GDK_SHIFT_MASK) != 0)
    self->drag = DRAG_RANGE;
  else
    self->drag = DRAG_AXIS;
  self->range_anchor = ka_timeline_view_clamp_day (self, hit.day);
  if (end != 0)
    self->range_anchor = end < 0 ? self->start_state.range.to - 1 : self->start_state.range.from;
}

static void
drag_update_cb (KaTimelineView *self, double dx, double dy, GtkGestureDrag *drag)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (drag);
  gboolean snaps = (gtk_event_controller_get_current_event_state (controller) & GDK_ALT_MASK) == 0;
  double   x = self->start_x + dx / self->unit;

  if (self->session == NULL || self->drag == DRAG_NOTHING || self->is_pinching)
    return;
  if (!self->has_dragged && self->drag != DRAG_PLAYHEAD &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  self->has_dragged = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->drag != DRAG_AXIS)
    {
      self->drag_x = x;
      self->drag_snaps = snaps;
      follow_pointer (self);
      if (get_overshoot (self) != 0 && self->edge_tick == 0)
        {
          self->edge_us = 0;
          self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_cb, NULL, NULL);
        }
    }
  else
    {
      KaTimeAxis axis = ka_time_axis_pan (&self->start_axis, dx / self->unit);

      ka_trail_add (&self->trail, gtk_event_controller_get_current_event_time (controller),
                    (KaPoint){ x, 0 });
      ka_timeline_view_move_to (self, &axis);
      /* A hand that goes sideways wavers. */
      dy -= CLAMP (dy, -WAVER_PX, WAVER_PX);
      ka_timeline_view_scroll_lanes (self, self->start_top - dy / self->unit - self->top);
    }
}

static void
drag_end_cb (KaTimelineView *self, double dx, double dy, GtkGestureDrag *drag)
{
  guint32 now_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (drag));

  if (self->drag == DRAG_AXIS && self->has_dragged && !self->is_pinching)
    ka_timeline_view_fling (self, ka_trail_get_velocity (&self->trail, now_ms).x);
  stop_drag (self);
}

gboolean
ka_timeline_view_cancel_drag (KaTimelineView *self)
{
  Drag drag = self->drag;

  if (drag == DRAG_NOTHING || !self->has_dragged)
    return FALSE;

  stop_drag (self);
  if (drag == DRAG_AXIS)
    {
      ka_timeline_view_move_to (self, &self->start_axis);
      ka_timeline_view_set_top (self, self->start_top);
    }
  else if (drag == DRAG_PLAYHEAD)
    ka_session_set_day (self->session, self->start_state.day);
  else if (self->start_state.has_range)
    ka_session_set_range (self->session, self->start_state.range);
  else
    ka_session_clear_range (self->session);

  return TRUE;
}

/* Makes the gesture; add it to the widget. */
GtkGesture *
ka_timeline_view_create_drag (KaTimelineView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);

  return drag;
}
