/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer and touch of the map view. Its keys are in ka-map-view-actions.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-map-levels.h"

/* One notch of a wheel is a fifth of a doubling, as in GNOME's maps. */
#define NOTCH_FACTOR 1.1486983549970350
/* A touchpad with Ctrl zooms by this for each pixel of its way. */
#define SMOOTH_FACTOR 1.01
/* A drag that ends more slowly than this, in user units a millisecond, has no inertia. */
#define MIN_THROW 0.12
/* A second click this near counts as one at the same place. */
#define SAME_PLACE_PX 8.0
/* A box that is smaller was not meant. */
#define LEAST_BOX_PX 8.0
/* A tooltip stays where it is while the pointer moves less than this on the same thing. */
#define TIP_REACH_PX 14
/* How near the swipe handle can be taken: 24 px wide in all. */
#define HANDLE_REACH_PX 12.0

/* A point of the widget in the user units of the viewport. */
static KaPoint
to_user (KaMapView *self, double x, double y)
{
  return (KaPoint){ x / self->unit, y / self->unit };
}

/* What is seen at a point: left of the swipe handle that is the pinned day. */
static KaViewState
get_state_at (KaMapView *self, KaPoint at)
{
  KaViewState state = ka_session_get_state (self->session);

  if (self->has_swipe && at.x < self->swipe * self->viewport.width)
    state.day = state.pinned_day;

  return state;
}

static KaMapHit
pick (KaMapView *self, KaPoint at)
{
  KaViewState state = get_state_at (self, at);
  KaMapHit    hit = { NULL, NULL, NULL };

  if (ka_map_view_pick_legend (self, at, &hit.item))
    return hit;

  return ka_map_scene_pick (self->scene, &state, &self->viewport, at);
}

static gboolean
is_on_handle (KaMapView *self, KaPoint at)
{
  return self->has_swipe &&
         fabs (at.x - self->swipe * self->viewport.width) * self->unit <= HANDLE_REACH_PX;
}

static guint32
get_time_ms (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
}

/* Click */

/* The first click selects what is there; each further one at the same place goes a level up. */
static void
select_at (KaMapView *self, KaPoint at)
{
  const KaItem *row;
  KaMapHit      hit = pick (self, at);
  KaPoint       last = ka_viewport_to_user (&self->viewport, self->click_km);
  const KaItem *selection = ka_session_get_selection (self->session);
  const KaItem *next = hit.item;
  g_autoptr (GPtrArray) levels = ka_map_levels_list (&hit, get_state_at (self, at).day);

  if (ka_map_view_pick_legend (self, at, &row))
    {
      if (row != NULL)
        ka_session_select (self->session, row);
      return;
    }
  if (hit.item != NULL && selection != NULL && selection == self->clicked &&
      hypot (at.x - last.x, at.y - last.y) <= SAME_PLACE_PX)
    next = ka_map_levels_get_next (levels, selection);
  self->click_km = ka_viewport_to_km (&self->viewport, at);
  self->clicked = next;
  ka_session_select (self->session, next);
}

static void
click_pressed_cb (KaMapView *self, int n_press, double x, double y)
{
  self->was_dragged = FALSE;
  ka_map_view_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
click_released_cb (KaMapView *self, int n_press, double x, double y, GtkGestureClick *click)
{
  KaPoint at = to_user (self, x, y);

  if (!ka_map_view_has_size (self) || self->was_dragged || is_on_handle (self, at))
    return;

  if (n_press == 1)
    select_at (self, at);
  else if (n_press == 2)
    {
      KaViewport zoomed = ka_viewport_zoom_at (&self->viewport, at, 2.0);

      ka_map_view_fly_to (self, &zoomed);
    }
}

static void
menu_pressed_cb (KaMapView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  ka_map_view_open_menu (self, to_user (self, x, y));
}

/* Pointer */

static void
update_cursor (KaMapView *self)
{
  const char *name = ka_session_get_hover (self->session) != NULL ? "pointer" : "grab";

  if (self->is_boxing)
    name = "crosshair";
  else if (self->is_swiping || is_on_handle (self, self->pointer))
    name = "ew-resize";
  else if (self->is_dragging)
    name = "grabbing";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
motion_cb (KaMapView *self, double x, double y)
{
  if (!ka_map_view_has_size (self))
    return;

  self->pointer = to_user (self, x, y);
  if (self->is_dragging || self->is_boxing || self->is_swiping)
    return;
  ka_session_set_hover (
    self->session, is_on_handle (self, self->pointer) ? NULL : pick (self, self->pointer).item);
  update_cursor (self);
}

static void
leave_cb (KaMapView *self)
{
  if (self->session != NULL)
    ka_session_set_hover (self->session, NULL);
}

/* Drag: moves the map; with Shift draws a box to zoom to; at the handle moves that. */

static void
drag_begin_cb (KaMapView *self, double x, double y, GtkGesture *drag)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (drag));

  if (!ka_map_view_has_size (self))
    return;

  ka_map_view_stop (self);
  self->start_viewport = self->viewport;
  self->start = to_user (self, x, y);
  self->pointer = self->start;
  self->trail = (KaTrail){ .n_points = 0 };
  ka_trail_add (&self->trail, get_time_ms (drag), self->start);
  self->is_swiping = is_on_handle (self, self->start);
  self->is_boxing = !self->is_swiping && (modifiers & GDK_SHIFT_MASK);
}

static void
drag_update_cb (KaMapView *self, double dx, double dy, GtkGesture *drag)
{
  KaPoint    at = { self->start.x + dx / self->unit, self->start.y + dy / self->unit };
  KaViewport panned;

  if (!ka_map_view_has_size (self))
    return;
  if (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  if (!self->is_dragging)
    gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  self->is_dragging = TRUE;
  self->was_dragged = TRUE;
  self->pointer = at;
  update_cursor (self);
  if (self->is_swiping)
    self->swipe = CLAMP (at.x / self->viewport.width, 0.02, 0.98);
  if (self->is_swiping || self->is_boxing)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  ka_trail_add (&self->trail, get_time_ms (drag), at);
  panned = ka_viewport_pan (&self->start_viewport, dx / self->unit, dy / self->unit);
  ka_map_view_move_to (self, &panned, TRUE);
}

static void
zoom_to_box (KaMapView *self)
{
  KaPoint one = ka_viewport_to_km (&self->viewport, self->start);
  KaPoint other = ka_viewport_to_km (&self->viewport, self->pointer);
  KaBox   box = { MIN (one.x, other.x), MIN (one.y, other.y), MAX (one.x, other.x),
                  MAX (one.y, other.y) };

  if (fabs (self->start.x - self->pointer.x) >= LEAST_BOX_PX &&
      fabs (self->start.y - self->pointer.y) >= LEAST_BOX_PX)
    {
      KaViewport fitted = ka_viewport_fit (box, self->viewport.width, self->viewport.height, 0);

      ka_map_view_fly_to (self, &fitted);
    }
}

static void
end_drag (KaMapView *self)
{
  self->is_dragging = FALSE;
  self->is_boxing = FALSE;
  self->is_swiping = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_cursor (self);
}

static void
drag_end_cb (KaMapView *self, double dx, double dy, GtkGesture *drag)
{
  KaViewport viewport = self->viewport;

  if (!self->is_dragging)
    {
      end_drag (self);
      return;
    }

  if (self->is_boxing)
    zoom_to_box (self);
  else if (!self->is_swiping)
    {
      KaPoint velocity = ka_trail_get_velocity (&self->trail, get_time_ms (drag));

      self->is_dragging = FALSE;
      if (hypot (velocity.x, velocity.y) >= MIN_THROW)
        ka_map_view_start_inertia (self, velocity);
      if (self->motion.kind == MOTION_NONE)
        ka_map_view_move_to (self, &viewport, FALSE);
    }
  end_drag (self);
}

/* The sequence went to somebody else, or Escape was pressed. */
static void
drag_cancel_cb (KaMapView *self)
{
  end_drag (self);
}

/* Undoes the drag that is under way; whether there was one. */
gboolean
ka_map_view_cancel_drag (KaMapView *self)
{
  gboolean was_panning = self->is_dragging && !self->is_boxing && !self->is_swiping;

  if (!self->is_dragging)
    return FALSE;

  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  end_drag (self);
  if (was_panning)
    {
      KaViewport start = self->start_viewport;

      ka_map_view_move_to (self, &start, FALSE);
    }

  return TRUE;
}

/* Wheel, touchpad, pinch */

static gboolean
scroll_cb (KaMapView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  gboolean   is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  KaViewport moved;

  if (!ka_map_view_has_size (self))
    return GDK_EVENT_PROPAGATE;

  ka_map_view_stop (self);
  if (is_wheel || (modifiers & GDK_CONTROL_MASK))
    moved = ka_viewport_zoom_at (&self->viewport, self->pointer,
                                 pow (is_wheel ? NOTCH_FACTOR : SMOOTH_FACTOR, -dy));
  else
    moved = ka_viewport_pan (&self->viewport, -dx / self->unit, -dy / self->unit);
  ka_map_view_move_to (self, &moved, FALSE);

  return GDK_EVENT_STOP;
}

/* Two fingers that leave a touchpad while they move: inertia follows. */
static void
decelerate_cb (KaMapView *self, double vx, double vy, GtkEventController *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (scroll);

  if (!(modifiers & GDK_CONTROL_MASK))
    ka_map_view_start_inertia (self,
                               (KaPoint){ -vx / 1000.0 / self->unit, -vy / 1000.0 / self->unit });
}

static void
pinch_begin_cb (KaMapView *self)
{
  self->was_dragged = TRUE;
  ka_map_view_stop (self);
  self->start_viewport = self->viewport;
}

static void
pinch_changed_cb (KaMapView *self, double scale, GtkGesture *pinch)
{
  KaPoint    centre = { self->viewport.width / 2, self->viewport.height / 2 };
  KaViewport zoomed;
  double     x;
  double     y;

  if (!ka_map_view_has_size (self) || scale <= 0)
    return;

  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    centre = to_user (self, x, y);
  zoomed = ka_viewport_zoom_at (&self->start_viewport, centre, scale);
  ka_map_view_move_to (self, &zoomed, TRUE);
}

static void
pinch_end_cb (KaMapView *self)
{
  KaViewport viewport = self->viewport;

  ka_map_view_move_to (self, &viewport, FALSE);
}

/* GTK hides the tooltip whose area is left and waits for another motion: one that rests there would
 * wait in vain. */
static gboolean
ask_for_tooltip_cb (gpointer data)
{
  KaMapView *self = data;

  self->tip_source = 0;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Without an area GTK leaves the tooltip where it came up first, wherever the pointer goes. */
static gboolean
query_tooltip_cb (KaMapView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KaViewState      state;
  KaMapHit         hit;
  const KaItem    *row;
  g_autofree char *markup = NULL;

  if (is_keyboard || !ka_map_view_has_size (self) || self->is_dragging || self->menu != NULL)
    return FALSE;

  if (ka_map_view_pick_legend (self, to_user (self, x, y), &row))
    return FALSE;

  state = get_state_at (self, to_user (self, x, y));
  hit = pick (self, to_user (self, x, y));
  markup = ka_map_levels_describe (&hit, state.day, state.language);
  if (markup == NULL)
    return FALSE;

  gtk_tooltip_set_markup (tooltip, markup);
  if (hit.item != self->tip_item || !gdk_rectangle_contains_point (&self->tip_area, x, y))
    {
      self->tip_area = (GdkRectangle){ x - TIP_REACH_PX, y - TIP_REACH_PX, 2 * TIP_REACH_PX,
                                       2 * TIP_REACH_PX };
      if (self->tip_source == 0)
        self->tip_source = g_idle_add (ask_for_tooltip_cb, self);
    }
  self->tip_item = hit.item;
  gtk_tooltip_set_tip_area (tooltip, &self->tip_area);

  return TRUE;
}

/* Adds what reacts to pointer and touch; keys are bindings of the class. */
void
ka_map_view_add_controllers (KaMapView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu_click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  self->drag = drag;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  ka_canvas_add_controller (GTK_WIDGET (self), click);
  ka_canvas_add_controller (GTK_WIDGET (self), menu_click);
  ka_canvas_add_controller (GTK_WIDGET (self), drag);
  ka_canvas_add_controller (GTK_WIDGET (self), pinch);
  ka_canvas_add_controller (GTK_WIDGET (self), motion);
  ka_canvas_add_controller (GTK_WIDGET (self), scroll);
  gtk_gesture_group (click, drag);
}
