/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pointer and touch of the map view: what a gesture selects, and how it moves the camera. Keys are
 * in ka-map-actions.c.
 */

#include "config.h"

#include "ka-map-input.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-kinetics.h"
#include "ka-map-levels.h"
#include "ka-popovers.h"

/* One notch of a wheel is a fifth of a doubling, as in GNOME's maps. */
#define NOTCH_FACTOR 1.1486983549970350
/* A touchpad with Ctrl zooms by this factor a pixel. */
#define SMOOTH_FACTOR 1.01
/* A drag that ends more slowly than this, in user units a millisecond, has no inertia. */
#define MIN_THROW 0.12
/* A second click within this distance is one at the same place. */
#define SAME_PLACE_PX 8.0
/* A smaller box is no box zoom. */
#define MIN_BOX_PX 8.0
/* A tooltip stays in place while the pointer stays this near, on the same thing. */
#define TIP_REACH_PX 14
/* The reach of the swipe handle on each side: 24 px in all */
#define HANDLE_REACH_PX 12.0

typedef enum
{
  DRAG_NONE,
  DRAG_MAP,
  DRAG_BOX,   /* with Shift: draws a box to zoom to, from start to pointer */
  DRAG_SWIPE, /* from the swipe handle */
} Drag;

struct _KaMapInput
{
  /* Borrowed */
  GtkWidget        *widget;
  KaSession        *session;
  KaMapScene       *scene;
  KaMapCamera      *camera;
  KaFurnitureLayer *furniture;
  KaMapActions     *actions;
  GtkGesture       *gesture; /* the drag */
  const KaItem     *clicked; /* what the last click selected */

  /* Owned */
  GPtrArray *controllers; /* (element-type GtkEventController) */

  KaPoint    pointer;  /* in user units, as all points here */
  KaPoint    click_km; /* where the last click was */
  Drag       drag;     /* what the press under way moves */
  gboolean   is_dragging;
  gboolean   was_dragged; /* the press under way is no click any more */
  KaPoint    start;
  KaViewport start_viewport;
  KaTrail    trail;

  gboolean has_swipe;
  double   swipe;

  const KaItem *tip_item; /* what the tooltip is about, and where it stays */
  GdkRectangle  tip_area;
  guint         tip_source;
};

static KaPoint
to_user (KaMapInput *self, double x, double y)
{
  double unit = ka_canvas_get_unit (self->widget);

  return (KaPoint){ x / unit, y / unit };
}

/* What is seen at a point: left of the swipe handle that is the pinned day. */
static KaViewState
get_state_at (KaMapInput *self, KaPoint at)
{
  KaViewState state = ka_session_get_state (self->session);

  if (self->has_swipe && at.x < self->swipe * ka_map_camera_get_viewport (self->camera).width)
    state.day = state.pinned_day;

  return state;
}

static KaMapHit
pick (KaMapInput *self, KaPoint at)
{
  KaViewState state = get_state_at (self, at);
  KaViewport  viewport = ka_map_camera_get_viewport (self->camera);
  KaMapHit    hit = { NULL, NULL, NULL };

  if (ka_furniture_layer_pick (self->furniture, at, &hit.item))
    return hit;

  return ka_map_scene_pick (self->scene, &state, &viewport, at);
}

static gboolean
is_on_handle (KaMapInput *self, KaPoint at)
{
  double handle = self->swipe * ka_map_camera_get_viewport (self->camera).width;

  return self->has_swipe &&
         fabs (at.x - handle) * ka_canvas_get_unit (self->widget) <= HANDLE_REACH_PX;
}

static guint32
get_time_ms (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
}

/* Click */

/* The first click selects what is there; each further one at the same place goes a level up. */
static void
select_at (KaMapInput *self, KaPoint at)
{
  const KaItem *row;
  KaMapHit      hit = pick (self, at);
  KaViewport    viewport = ka_map_camera_get_viewport (self->camera);
  KaPoint       last = ka_viewport_to_user (&viewport, self->click_km);
  const KaItem *selection = ka_session_get_selection (self->session);
  const KaItem *next = hit.item;
  g_autoptr (GPtrArray) levels = ka_map_levels_list (&hit, get_state_at (self, at).day);

  if (ka_furniture_layer_pick (self->furniture, at, &row))
    {
      if (row != NULL)
        ka_session_select (self->session, row);
      return;
    }
  if (hit.item != NULL && selection != NULL && selection == self->clicked &&
      hypot (at.x - last.x, at.y - last.y) <= SAME_PLACE_PX)
    next = ka_map_levels_get_next (levels, selection);
  self->click_km = ka_viewport_to_km (&viewport, at);
  self->clicked = next;
  ka_session_select (self->session, next);
}

static void
click_pressed_cb (KaMapInput *self, int n_press, double x, double y)
{
  self->was_dragged = FALSE;
  ka_map_camera_stop (self->camera);
  gtk_widget_grab_focus (self->widget);
}

static void
click_released_cb (KaMapInput *self, int n_press, double x, double y, GtkGestureClick *click)
{
  KaPoint at = to_user (self, x, y);

  if (!ka_map_camera_has_size (self->camera) || self->was_dragged || is_on_handle (self, at))
    return;

  if (n_press == 1)
    select_at (self, at);
  else if (n_press == 2)
    ka_map_camera_zoom_at (self->camera, at, 2.0, ka_canvas_is_animated (self->widget));
}

static void
open_menu (KaMapInput *self, double x, double y)
{
  KaPoint at = to_user (self, x, y);

  gtk_widget_grab_focus (self->widget);
  ka_map_actions_open_menu (self->actions, at, get_state_at (self, at).day);
}

static void
menu_pressed_cb (KaMapInput *self, int n_press, double x, double y)
{
  open_menu (self, x, y);
}

/* A finger that stays has no other button. */
static void
long_pressed_cb (KaMapInput *self, double x, double y, GtkGesture *gesture)
{
  self->was_dragged = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* Pointer */

static void
update_cursor (KaMapInput *self)
{
  const char *name = ka_session_get_state (self->session).hover != NULL ? "pointer" : "grab";

  if (self->drag == DRAG_BOX)
    name = "crosshair";
  else if (self->drag == DRAG_SWIPE || is_on_handle (self, self->pointer))
    name = "ew-resize";
  else if (self->is_dragging)
    name = "grabbing";
  gtk_widget_set_cursor_from_name (self->widget, name);
}

static void
motion_cb (KaMapInput *self, double x, double y)
{
  if (!ka_map_camera_has_size (self->camera))
    return;

  self->pointer = to_user (self, x, y);
  if (self->is_dragging || self->drag == DRAG_BOX || self->drag == DRAG_SWIPE)
    return;
  ka_session_set_hover (
    self->session, is_on_handle (self, self->pointer) ? NULL : pick (self, self->pointer).item);
  update_cursor (self);
}

static void
leave_cb (KaMapInput *self)
{
  ka_session_set_hover (self->session, NULL);
}

/* Drag: moves the map; with Shift draws a box to zoom to; at the handle moves that. */

static void
drag_begin_cb (KaMapInput *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));

  if (!ka_map_camera_has_size (self->camera))
    return;

  ka_map_camera_stop (self->camera);
  self->start_viewport = ka_map_camera_get_viewport (self->camera);
  self->start = to_user (self, x, y);
  self->pointer = self->start;
  self->trail = (KaTrail){ .n_points = 0 };
  ka_trail_add (&self->trail, get_time_ms (gesture), self->start);
  self->drag = is_on_handle (self, self->start)    ? DRAG_SWIPE
               : (modifiers & GDK_SHIFT_MASK) != 0 ? DRAG_BOX
                                                   : DRAG_MAP;
}

static void
drag_update_cb (KaMapInput *self, double dx, double dy, GtkGesture *gesture)
{
  KaPoint    way = to_user (self, dx, dy);
  KaViewport panned = ka_viewport_pan (&self->start_viewport, way.x, way.y);

  if (self->drag == DRAG_NONE ||
      (!self->is_dragging && !gtk_drag_check_threshold (self->widget, 0, 0, (int) dx, (int) dy)))
    return;

  if (!self->is_dragging)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->drag == DRAG_MAP)
        ka_map_camera_hold (self->camera);
    }
  self->is_dragging = TRUE;
  self->was_dragged = TRUE;
  self->pointer = (KaPoint){ self->start.x + way.x, self->start.y + way.y };
  update_cursor (self);
  if (self->drag == DRAG_MAP)
    {
      ka_trail_add (&self->trail, get_time_ms (gesture), self->pointer);
      ka_map_camera_move_to (self->camera, &panned);
      return;
    }

  if (self->drag == DRAG_SWIPE)
    self->swipe = CLAMP (self->pointer.x / self->start_viewport.width, 0.02, 0.98);
  gtk_widget_queue_draw (self->widget);
}

static void
zoom_to_box (KaMapInput *self)
{
  KaPoint one = ka_viewport_to_km (&self->start_viewport, self->start);
  KaPoint other = ka_viewport_to_km (&self->start_viewport, self->pointer);
  KaBox   box = { MIN (one.x, other.x), MIN (one.y, other.y), MAX (one.x, other.x),
                  MAX (one.y, other.y) };

  if (fabs (self->start.x - self->pointer.x) >= MIN_BOX_PX &&
      fabs (self->start.y - self->pointer.y) >= MIN_BOX_PX)
    ka_map_camera_fit (self->camera, box, 0, G_MAXDOUBLE, ka_canvas_is_animated (self->widget));
}

/* Also when the sequence goes to another gesture */
static void
end_drag (KaMapInput *self)
{
  self->is_dragging = FALSE;
  self->drag = DRAG_NONE;
  ka_map_camera_release (self->camera);
  gtk_widget_queue_draw (self->widget);
  update_cursor (self);
}

static void
drag_end_cb (KaMapInput *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->is_dragging && self->drag == DRAG_BOX)
    zoom_to_box (self);
  else if (self->is_dragging && self->drag == DRAG_MAP)
    {
      KaPoint velocity = ka_trail_get_velocity (&self->trail, get_time_ms (gesture));

      if (hypot (velocity.x, velocity.y) >= MIN_THROW && ka_canvas_is_animated (self->widget))
        ka_map_camera_start_inertia (self->camera, velocity);
    }
  end_drag (self);
}

/* Escape undoes the drag under way; without one it is the window's. */
static gboolean
key_pressed_cb (KaMapInput *self, guint keyval)
{
  Drag drag = self->drag;

  if (keyval != GDK_KEY_Escape || !self->is_dragging)
    return GDK_EVENT_PROPAGATE;

  end_drag (self);
  if (drag == DRAG_MAP)
    ka_map_camera_move_to (self->camera, &self->start_viewport);
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);

  return GDK_EVENT_STOP;
}

/* Wheel, touchpad, pinch */

static gboolean
scroll_cb (KaMapInput *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  KaPoint  way = to_user (self, dx, dy);

  if (!ka_map_camera_has_size (self->camera))
    return GDK_EVENT_PROPAGATE;

  ka_map_camera_stop (self->camera);
  if (is_wheel || (modifiers & GDK_CONTROL_MASK))
    ka_map_camera_zoom_at (self->camera, self->pointer,
                           pow (is_wheel ? NOTCH_FACTOR : SMOOTH_FACTOR, -dy), FALSE);
  else
    ka_map_camera_pan (self->camera, -way.x, -way.y, FALSE);

  return GDK_EVENT_STOP;
}

/* Two fingers leave a touchpad while they move; the velocity is in pixels a second. */
static void
decelerate_cb (KaMapInput *self, double vx, double vy, GtkEventController *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (scroll);
  KaPoint         velocity = to_user (self, -vx / 1000.0, -vy / 1000.0);

  if (!(modifiers & GDK_CONTROL_MASK) && ka_canvas_is_animated (self->widget))
    ka_map_camera_start_inertia (self->camera, velocity);
}

static void
pinch_begin_cb (KaMapInput *self)
{
  self->was_dragged = TRUE;
  ka_map_camera_hold (self->camera);
  self->start_viewport = ka_map_camera_get_viewport (self->camera);
}

static void
pinch_changed_cb (KaMapInput *self, double scale, GtkGesture *pinch)
{
  KaViewport viewport = ka_map_camera_get_viewport (self->camera);
  KaPoint    centre = { viewport.width / 2, viewport.height / 2 };
  KaViewport zoomed;
  double     x;
  double     y;

  if (!ka_map_camera_has_size (self->camera) || scale <= 0)
    return;

  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    centre = to_user (self, x, y);
  zoomed = ka_viewport_zoom_at (&self->start_viewport, centre, scale);
  ka_map_camera_move_to (self->camera, &zoomed);
}

static void
pinch_end_cb (KaMapInput *self)
{
  ka_map_camera_release (self->camera);
}

/* GTK hides the tooltip whose area is left and waits for another motion: one that rests there would
 * wait in vain. */
static gboolean
ask_for_tooltip_cb (gpointer data)
{
  KaMapInput *self = data;

  self->tip_source = 0;
  gtk_widget_trigger_tooltip_query (self->widget);

  return G_SOURCE_REMOVE;
}

/* Without an area GTK leaves the tooltip where it came up first, wherever the pointer goes. */
static gboolean
query_tooltip_cb (KaMapInput *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KaPoint          at = to_user (self, x, y);
  KaViewState      state;
  KaMapHit         hit;
  const KaItem    *row;
  g_autofree char *markup = NULL;

  if (is_keyboard || !ka_map_camera_has_size (self->camera) || self->is_dragging ||
      ka_popovers_has_open (self->widget))
    return FALSE;

  if (ka_furniture_layer_pick (self->furniture, at, &row))
    return FALSE;

  state = get_state_at (self, at);
  hit = pick (self, at);
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

/* The object */

static gpointer
add_controller (KaMapInput *self, gpointer controller)
{
  g_ptr_array_add (self->controllers, controller);
  gtk_widget_add_controller (self->widget, controller);

  return controller;
}

static void
add_controllers (KaMapInput *self)
{
  GtkGesture         *click = add_controller (self, gtk_gesture_click_new ());
  GtkGesture         *menu_click = add_controller (self, gtk_gesture_click_new ());
  GtkGesture         *long_press = add_controller (self, gtk_gesture_long_press_new ());
  GtkGesture         *drag = add_controller (self, gtk_gesture_drag_new ());
  GtkGesture         *pinch = add_controller (self, gtk_gesture_zoom_new ());
  GtkEventController *key = add_controller (self, gtk_event_controller_key_new ());
  GtkEventController *motion = add_controller (self, gtk_event_controller_motion_new ());
  GtkEventController *scroll = add_controller (
    self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                           GTK_EVENT_CONTROLLER_SCROLL_KINETIC));

  self->gesture = drag;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (end_drag), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect_swapped (self->widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_gesture_group (click, drag);
}

KaMapInput *
ka_map_input_new (GtkWidget        *widget,
                  KaSession        *session,
                  KaMapScene       *scene,
                  KaMapCamera      *camera,
                  KaFurnitureLayer *furniture,
                  KaMapActions     *actions)
{
  KaMapInput *self = g_new0 (KaMapInput, 1);

  self->widget = widget;
  self->session = session;
  self->scene = scene;
  self->camera = camera;
  self->furniture = furniture;
  self->actions = actions;
  self->controllers = g_ptr_array_new ();
  self->swipe = 0.5;
  add_controllers (self);

  return self;
}

void
ka_map_input_free (KaMapInput *self)
{
  g_clear_handle_id (&self->tip_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->widget, self);
  for (guint i = 0; i < self->controllers->len; i++)
    {
      g_signal_handlers_disconnect_by_data (self->controllers->pdata[i], self);
      gtk_widget_remove_controller (self->widget, self->controllers->pdata[i]);
    }
  g_ptr_array_unref (self->controllers);
  g_free (self);
}

void
ka_map_input_set_has_swipe (KaMapInput *self, gboolean has_swipe)
{
  self->has_swipe = has_swipe;
}

double
ka_map_input_get_swipe (KaMapInput *self)
{
  return self->swipe;
}

gboolean
ka_map_input_get_box (KaMapInput *self, graphene_rect_t *rect)
{
  double unit = ka_canvas_get_unit (self->widget);

  graphene_rect_init (rect, (float) (self->start.x * unit), (float) (self->start.y * unit),
                      (float) ((self->pointer.x - self->start.x) * unit),
                      (float) ((self->pointer.y - self->start.y) * unit));
  graphene_rect_normalize (rect);

  return self->drag == DRAG_BOX;
}
