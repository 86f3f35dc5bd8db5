/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Controllers of the timeline. The part of the timeline under the pointer says what a click selects
 * and what a drag moves.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-timeline-pointer.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-event-order.h"
#include "ka-item-popover.h"
#include "ka-kinetics.h"
#include "ka-popovers.h"
#include "ka-words.h"

/* A dragged playhead snaps to the start of an event this near, in user units. */
#define SNAP_REACH 6.0
/* Lanes scroll only when the pointer moves further up or down than this. */
#define MIN_SCROLL_PX 10.0
/* A playhead or an end that is dragged this near to an edge, or beyond, takes the axis along... */
#define EDGE_REACH 20.0
/* ...up to this speed, in user units a millisecond, when it is so far beyond. */
#define MAX_EDGE_SPEED 1.2
#define MAX_OVERSHOOT  80.0

#define NOTCH_FACTOR        1.25
#define NOTCH               60.0 /* user units that a notch of the wheel moves */
#define TOUCHPAD_FACTOR     1.01
#define DOUBLE_CLICK_FACTOR 2.0
/* Zooming cannot part what is crowded in an axis this short: in days, and in lengths of itself. */
#define MIN_PARTED_DAYS  28.0
#define MIN_PARTED_SPANS 1.3

#define N_CONTROLLERS 7
/* Titles in the tooltip of a chip. */
#define MAX_TITLES 12u

/* What a drag under way moves. */
typedef enum
{
  DRAG_NOTHING,
  DRAG_AXIS,
  DRAG_PLAYHEAD,
  DRAG_RANGE,
} DragPart;

struct _KaTimelinePointer
{
  /* Borrowed */
  KaTimelineStage *stage;
  GtkWidget       *canvas;
  KaSession       *session;
  KaTimeCamera    *camera;

  gpointer   controllers[N_CONTROLLERS]; /* Owned by the canvas */
  GtkWidget *popover; /* (nullable): the list of an overflow; owned by the canvas */

  double        hover_x;   /* of the pointer, in user units */
  KaTimelineHit first_hit; /* of a double click */
  gboolean      is_pinching;

  /* The drag under way */
  DragPart    part;
  gboolean    has_moved;  /* so that the release is no click */
  KaTimeAxis  start_axis; /* of a pinch as well */
  KaViewState start_state;
  double      start_top;
  double      start_x;
  KaDay       anchor; /* the end of the range that stays */
  KaTrail     trail;
  double      drag_x; /* of the pointer in user units, maybe beyond the edges */
  gboolean    snaps;
  guint       edge_tick;
  gint64      edge_us;
};

/* Drag */

/* The day at x; the start of an event in view where one is near. */
static KaDay
find_day (KaTimelinePointer *self, double x)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self->stage);
  KaDay day = (KaDay) floor (ka_time_axis_to_day (ka_time_camera_get_axis (self->camera), x));
  g_autoptr (GPtrArray) items = NULL;
  double nearest = SNAP_REACH;

  if (!self->snaps || layout == NULL)
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

/* Moves the playhead or the end of the range to the pointer. */
static void
follow_pointer (KaTimelinePointer *self)
{
  double x = CLAMP (self->drag_x, 0, ka_time_camera_get_axis (self->camera)->width - 1);
  KaDay  day = ka_time_camera_clamp_day (self->camera, find_day (self, x));

  if (self->part == DRAG_PLAYHEAD)
    ka_session_set_day (self->session, day);
  else if (self->part == DRAG_RANGE)
    ka_session_set_range (self->session,
                          (KaSpan){ MIN (self->anchor, day), MAX (self->anchor, day) + 1 });
}

/* How far beyond an edge the pointer is: -1 to 1, 0 for inside. */
static double
get_overshoot (KaTimelinePointer *self)
{
  double far_edge = ka_time_camera_get_axis (self->camera)->width - EDGE_REACH;
  double beyond = 0;

  if (self->drag_x < EDGE_REACH)
    beyond = self->drag_x - EDGE_REACH;
  else if (self->drag_x > far_edge)
    beyond = self->drag_x - far_edge;

  return CLAMP (beyond / MAX_OVERSHOOT, -1, 1);
}

static gboolean
edge_cb (GtkWidget *canvas, GdkFrameClock *clock, gpointer data)
{
  KaTimelinePointer *self = data;
  gint64             now_us = gdk_frame_clock_get_frame_time (clock);
  double             age_ms = self->edge_us != 0 ? (double) (now_us - self->edge_us) / 1000 : 0;
  double             dx = -get_overshoot (self) * MAX_EDGE_SPEED * age_ms;
  KaTimeAxis         axis = ka_time_axis_pan (ka_time_camera_get_axis (self->camera), dx);

  self->edge_us = now_us;
  ka_time_camera_move_to (self->camera, &axis);
  follow_pointer (self);
  if (get_overshoot (self) != 0)
    return G_SOURCE_CONTINUE;

  self->edge_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_drag (KaTimelinePointer *self)
{
  self->part = DRAG_NOTHING;
  ka_timeline_stage_hold_day (self->stage, FALSE);
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (self->canvas, self->edge_tick);
  self->edge_tick = 0;
}

static void
drag_begin_cb (KaTimelinePointer *self, double x_px, double y_px, GtkEventController *controller)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);
  KaTimelineHit   hit = ka_timeline_stage_pick (self->stage, x_px, y_px);
  int             end;

  self->start_axis = *ka_time_camera_get_axis (self->camera);
  self->start_top = ka_timeline_stage_get (self->stage)->top;
  self->start_state = ka_session_get_state (self->session);
  self->start_x = x_px / ka_timeline_stage_get (self->stage)->unit;
  self->trail = (KaTrail){ .n_points = 0 };
  if (hit.part == KA_TIMELINE_PLAYHEAD_AT)
    self->part = DRAG_PLAYHEAD;
  else if (hit.part == KA_TIMELINE_AXIS || (modifiers & GDK_SHIFT_MASK) != 0)
    self->part = DRAG_RANGE;
  else
    self->part = DRAG_AXIS;
  ka_timeline_stage_hold_day (self->stage, self->part == DRAG_PLAYHEAD);

  end = ka_timeline_stage_pick_range_end (self->stage, &hit, self->start_x);
  self->anchor = ka_time_camera_clamp_day (self->camera, hit.day);
  if (end != 0)
    self->anchor = end < 0 ? self->start_state.range.to - 1 : self->start_state.range.from;
}

static void
drag_update_cb (KaTimelinePointer *self, double dx_px, double dy_px, GtkEventController *controller)
{
  double          unit = ka_timeline_stage_get (self->stage)->unit;
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);

  if (self->part == DRAG_NOTHING || self->is_pinching)
    return;
  if (!self->has_moved && self->part != DRAG_PLAYHEAD &&
      !gtk_drag_check_threshold (self->canvas, 0, 0, (int) dx_px, (int) dy_px))
    return;

  self->has_moved = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (controller), GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag_x = self->start_x + dx_px / unit;
  if (self->part != DRAG_AXIS)
    {
      self->snaps = (modifiers & GDK_ALT_MASK) == 0;
      follow_pointer (self);
      if (get_overshoot (self) != 0 && self->edge_tick == 0)
        {
          self->edge_us = 0;
          self->edge_tick = gtk_widget_add_tick_callback (self->canvas, edge_cb, self, NULL);
        }
    }
  else
    {
      KaTimeAxis axis = ka_time_axis_pan (&self->start_axis, dx_px / unit);
      double     scroll_px = dy_px - CLAMP (dy_px, -MIN_SCROLL_PX, MIN_SCROLL_PX);

      ka_trail_add (&self->trail, gtk_event_controller_get_current_event_time (controller),
                    (KaPoint){ self->drag_x, 0 });
      ka_time_camera_move_to (self->camera, &axis);
      ka_timeline_stage_scroll (self->stage, self->start_top - scroll_px / unit -
                                               ka_timeline_stage_get (self->stage)->top);
    }
}

static void
drag_end_cb (KaTimelinePointer *self, double dx_px, double dy_px, GtkEventController *controller)
{
  guint32 now_ms = gtk_event_controller_get_current_event_time (controller);

  if (self->part == DRAG_AXIS && self->has_moved && !self->is_pinching)
    ka_time_camera_start_inertia (self->camera, ka_trail_get_velocity (&self->trail, now_ms).x);
  stop_drag (self);
}

/* Click */

/* Brings the items of an overflow apart or, where no zoom can, lists them. */
static void
open_overflow (KaTimelinePointer *self, const KaTimelineOverflow *overflow)
{
  const KaTimeAxis *axis = ka_time_camera_get_axis (self->camera);
  double            unit = ka_timeline_stage_get (self->stage)->unit;
  GdkRectangle      place = {
         (int) (overflow->box.x0 * unit),
         (int) (overflow->box.y0 * unit),
         (int) ((overflow->box.x1 - overflow->box.x0) * unit) + 1,
         (int) ((overflow->box.y1 - overflow->box.y0) * unit) + 1,
  };
  double   days = (double) overflow->to - (double) overflow->from; /* of open ends as well */
  gboolean is_crowded = axis->width / axis->px_per_day <=
                        MAX (MIN_PARTED_DAYS, MIN_PARTED_SPANS * days);

  if (days > 1 && !is_crowded && !overflow->is_at_edge)
    {
      ka_time_camera_fit (self->camera, (KaSpan){ overflow->from, overflow->to });
      return;
    }

  ka_popovers_close (self->canvas);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = ka_item_popover_new (overflow->items, overflow->n_items, self->stage);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus),
                           self->canvas, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->popover, self->canvas);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
double_click (KaTimelinePointer *self, const KaTimelineHit *hit, double x)
{
  KaSpan span;

  if (hit->part == KA_TIMELINE_ITEM && ka_timeline_stage_find_span (self->stage, hit->item, &span))
    ka_time_camera_fit (self->camera, span);
  else if (hit->part == KA_TIMELINE_LANES || hit->part == KA_TIMELINE_AXIS)
    ka_time_camera_zoom_at (self->camera, x, DOUBLE_CLICK_FACTOR, TRUE);
}

static const KaTenure *
get_tenure_at (KaTimelinePointer *self, double x_px, double y_px)
{
  double unit = ka_timeline_stage_get (self->stage)->unit;

  return ka_timeline_layout_get_tenure_at (ka_timeline_stage_get_layout (self->stage), x_px / unit,
                                           y_px / unit);
}

static void
click_pressed_cb (KaTimelinePointer *self, int n_press, double x_px, double y_px)
{
  gtk_widget_grab_focus (self->canvas);
  self->has_moved = FALSE;
  ka_player_set_is_playing (ka_timeline_stage_get (self->stage)->player, FALSE);
  ka_time_camera_stop_inertia (self->camera);
  if (n_press == 1)
    self->first_hit = ka_timeline_stage_pick (self->stage, x_px, y_px);
}

static void
click_released_cb (KaTimelinePointer *self, int n_press, double x_px, double y_px)
{
  KaTimelineHit hit;

  if (self->has_moved)
    return;

  /* The first click may have moved something else under the pointer. */
  if (n_press == 2 && self->first_hit.part != KA_TIMELINE_GROUP)
    {
      double_click (self, &self->first_hit, x_px / ka_timeline_stage_get (self->stage)->unit);
      return;
    }

  hit = ka_timeline_stage_pick (self->stage, x_px, y_px);
  switch (hit.part)
    {
    case KA_TIMELINE_ITEM:
      ka_timeline_stage_choose (self->stage, hit.item);
      break;
    case KA_TIMELINE_NEAREST:
      ka_session_select (self->session, hit.item);
      break;
    case KA_TIMELINE_OVERFLOW:
      open_overflow (self, hit.overflow);
      break;
    case KA_TIMELINE_GROUP:
      ka_timeline_stage_toggle_group (self->stage, hit.group);
      break;
    case KA_TIMELINE_PLAYHEAD_TO:
      ka_timeline_stage_reveal_day (self->stage);
      break;
    case KA_TIMELINE_AXIS:
      ka_session_set_day (self->session, ka_time_camera_clamp_day (self->camera, hit.day));
      break;
    case KA_TIMELINE_LANES:
      if (n_press == 1)
        ka_timeline_stage_choose (self->stage, KA_ITEM (get_tenure_at (self, x_px, y_px)));
      break;
    case KA_TIMELINE_PLAYHEAD_AT:
    case KA_TIMELINE_OUTSIDE:
    default:
      break;
    }
}

static void
open_menu (KaTimelinePointer *self, double x_px, double y_px)
{
  KaTimelineHit hit = ka_timeline_stage_pick (self->stage, x_px, y_px);

  gtk_widget_grab_focus (self->canvas);
  if (hit.part == KA_TIMELINE_ITEM)
    ka_timeline_stage_choose (self->stage, hit.item);
  gtk_widget_activate_action (self->canvas, "timeline.menu-at", "(dd)", x_px, y_px);
}

static void
menu_pressed_cb (KaTimelinePointer *self, int n_press, double x_px, double y_px)
{
  open_menu (self, x_px, y_px);
}

/* A finger that stays has no other button. */
static void
long_pressed_cb (KaTimelinePointer *self, double x_px, double y_px, GtkGesture *gesture)
{
  stop_drag (self);
  self->has_moved = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x_px, y_px);
}

/* Hover */

static void
motion_cb (KaTimelinePointer *self, double x_px, double y_px)
{
  KaTimelineHit hit;
  const char   *cursor = "default";

  self->hover_x = x_px / ka_timeline_stage_get (self->stage)->unit;
  if (self->part != DRAG_NOTHING)
    return;

  hit = ka_timeline_stage_pick (self->stage, x_px, y_px);
  ka_session_set_hover (self->session, hit.part == KA_TIMELINE_ITEM ? hit.item : NULL);
  if (hit.part == KA_TIMELINE_PLAYHEAD_AT ||
      ka_timeline_stage_pick_range_end (self->stage, &hit, self->hover_x) != 0)
    cursor = "ew-resize";
  else if (hit.part == KA_TIMELINE_ITEM || hit.part == KA_TIMELINE_OVERFLOW ||
           hit.part == KA_TIMELINE_GROUP || hit.part == KA_TIMELINE_PLAYHEAD_TO ||
           hit.part == KA_TIMELINE_NEAREST)
    cursor = "pointer";
  else if (hit.part == KA_TIMELINE_AXIS)
    cursor = "crosshair";
  gtk_widget_set_cursor_from_name (self->canvas, cursor);
}

static void
leave_cb (KaTimelinePointer *self)
{
  ka_session_set_hover (self->session, NULL);
}

/* Says how many items a chip holds and what it does, with the first titles. */
static void
describe_overflow (const KaTimelineOverflow *overflow, const KaViewState *state, GString *text)
{
  const guint n = (guint) overflow->n_items;

  /* Translators: what the chip "+4" on the timeline holds and does. */
  g_string_printf (
    text, ngettext ("%u more here: click to see it", "%u more here: click to see them", n), n);
  for (guint i = 0; i < MIN (n, MAX_TITLES); i++)
    g_string_append_printf (text, "\n%s",
                            ka_item_get_title (overflow->items[i], state->day, state->language));
  if (n > MAX_TITLES)
    g_string_append (text, "\n…");
}

static gboolean
query_tooltip_cb (KaTimelinePointer *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KaViewState   state = ka_session_get_state (self->session);
  KaTimelineHit hit = ka_timeline_stage_pick (self->stage, x, y);
  g_autoptr (GString) text = g_string_new (NULL);
  const KaTenure  *tenure = NULL;
  g_autofree char *when = NULL;
  g_autofree char *interval = NULL;

  if (is_keyboard || ka_popovers_has_open (self->canvas))
    return FALSE;

  if (hit.part == KA_TIMELINE_LANES)
    tenure = get_tenure_at (self, x, y);
  if (hit.part == KA_TIMELINE_ITEM || hit.part == KA_TIMELINE_NEAREST)
    {
      when = ka_words_describe_item (hit.item, state.language);
      g_string_printf (text, "%s\n%s", ka_item_get_title (hit.item, state.day, state.language),
                       when);
    }
  else if (hit.part == KA_TIMELINE_OVERFLOW)
    describe_overflow (hit.overflow, &state, text);
  else if (tenure != NULL)
    {
      when = ka_words_describe_tenure (tenure, tenure->span.from, state.language);
      interval = ka_span_to_words (tenure->span, state.language);
      g_string_printf (text, "%s\n%s", when, interval);
    }
  else
    return FALSE;

  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

/* Wheel, touchpad and pinch */

static gboolean
scroll_cb (KaTimelinePointer *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  gboolean   is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double     unit = is_wheel ? NOTCH : 1.0 / ka_timeline_stage_get (self->stage)->unit;
  KaTimeAxis axis;

  ka_player_set_is_playing (ka_timeline_stage_get (self->stage)->player, FALSE);
  if (modifiers & GDK_CONTROL_MASK)
    {
      ka_time_camera_zoom_at (self->camera, self->hover_x,
                              pow (is_wheel ? NOTCH_FACTOR : TOUCHPAD_FACTOR, -dy), FALSE);
      return GDK_EVENT_STOP;
    }

  if ((modifiers & GDK_SHIFT_MASK) == 0 && ka_timeline_stage_scroll (self->stage, dy * unit))
    dy = 0;
  axis = ka_time_axis_pan (ka_time_camera_get_axis (self->camera), -(dx + dy) * unit);
  if (dx + dy != 0)
    ka_time_camera_move_to (self->camera, &axis);

  return GDK_EVENT_STOP;
}

/* Fingers leave a touchpad; velocities are in pixels a second. */
static void
decelerate_cb (KaTimelinePointer *self, double velocity_x, double velocity_y)
{
  double unit = ka_timeline_stage_get (self->stage)->unit;

  if (ka_timeline_stage_scroll (self->stage, 0))
    velocity_y = 0;
  ka_time_camera_start_inertia (self->camera, -(velocity_x + velocity_y) / 1000 / unit);
}

static void
pinch_begin_cb (KaTimelinePointer *self)
{
  self->start_axis = *ka_time_camera_get_axis (self->camera);
  self->is_pinching = TRUE;
  self->has_moved = TRUE;
  stop_drag (self);
  ka_player_set_is_playing (ka_timeline_stage_get (self->stage)->player, FALSE);
}

static void
pinch_end_cb (KaTimelinePointer *self)
{
  self->is_pinching = FALSE;
}

static void
pinch_changed_cb (KaTimelinePointer *self, double scale, GtkGesture *pinch)
{
  double     x = ka_time_camera_get_axis (self->camera)->width / 2;
  double     x_px;
  double     y_px;
  KaTimeAxis axis;

  if (gtk_gesture_get_bounding_box_center (pinch, &x_px, &y_px))
    x = x_px / ka_timeline_stage_get (self->stage)->unit;
  axis = ka_time_axis_zoom_at (&self->start_axis, x, scale);
  ka_time_camera_move_to (self->camera, &axis);
}

KaTimelinePointer *
ka_timeline_pointer_new (KaTimelineStage *stage)
{
  KaTimelinePointer  *self = g_new0 (KaTimelinePointer, 1);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *menu_click = gtk_gesture_click_new ();
  GtkGesture         *long_press = gtk_gesture_long_press_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  gpointer controllers[N_CONTROLLERS] = {
    click, drag, menu_click, long_press, pinch, motion, scroll
  };

  self->stage = stage;
  self->canvas = ka_timeline_stage_get (stage)->canvas;
  self->session = ka_timeline_stage_get (stage)->session;
  self->camera = ka_timeline_stage_get (stage)->camera;
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (pinch, "cancel", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect_swapped (self->canvas, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);

  for (gsize i = 0; i < N_CONTROLLERS; i++)
    {
      self->controllers[i] = controllers[i];
      gtk_widget_add_controller (self->canvas, controllers[i]);
    }
  gtk_gesture_group (click, drag);

  return self;
}

void
ka_timeline_pointer_free (KaTimelinePointer *self)
{
  stop_drag (self);
  g_signal_handlers_disconnect_by_data (self->canvas, self);
  for (gsize i = 0; i < N_CONTROLLERS; i++)
    gtk_widget_remove_controller (self->canvas, self->controllers[i]);
  g_free (self);
}

gboolean
ka_timeline_pointer_cancel_drag (KaTimelinePointer *self)
{
  DragPart part = self->part;

  if (part == DRAG_NOTHING || !self->has_moved)
    return FALSE;

  stop_drag (self);
  if (part == DRAG_AXIS)
    {
      ka_time_camera_move_to (self->camera, &self->start_axis);
      ka_timeline_stage_set_top (self->stage, self->start_top);
    }
  else if (part == DRAG_PLAYHEAD)
    ka_session_set_day (self->session, self->start_state.day);
  else if (self->start_state.has_range)
    ka_session_set_range (self->session, self->start_state.range);
  else
    ka_session_clear_range (self->session);

  return TRUE;
}
