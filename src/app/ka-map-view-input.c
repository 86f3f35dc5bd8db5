/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, touch and keys of the map view.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#include "ka-projection.h"
#include "ka-query.h"

/* One notch of a wheel is a fifth of a doubling, as in GNOME's maps. */
#define NOTCH_FACTOR    1.1486983549970350
#define KEY_PAN_PX      25.0
#define KEY_ZOOM_FACTOR 1.4142135623730951

/* A point of the widget in the user units of the viewport. */
static KaPoint
to_user (KaMapView *self, double x, double y)
{
  return (KaPoint){ x / self->unit, y / self->unit };
}

static const KaItem *
pick_item (KaMapView *self, KaPoint at)
{
  KaViewState state = ka_session_get_state (self->session);

  return ka_map_scene_pick (self->scene, &state, &self->viewport, at).item;
}

static void
zoom_by (KaMapView *self, KaPoint at, double factor)
{
  KaViewport zoomed = ka_viewport_zoom_at (&self->viewport, at, factor);

  ka_map_view_move_to (self, &zoomed, FALSE);
}

static KaPoint
get_middle (KaMapView *self)
{
  return (KaPoint){ self->viewport.width / 2, self->viewport.height / 2 };
}

static void
pan_by (KaMapView *self, double dx, double dy, gboolean is_moving)
{
  KaViewport panned = ka_viewport_pan (&self->viewport, dx, dy);

  ka_map_view_move_to (self, &panned, is_moving);
}

/* Pointer */

static void
click_pressed_cb (KaMapView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
click_released_cb (KaMapView *self, int n_press, double x, double y, GtkGestureClick *click)
{
  if (self->scene == NULL)
    return;

  if (n_press == 2)
    zoom_by (self, to_user (self, x, y), 2.0);
  else
    ka_session_select (self->session, pick_item (self, to_user (self, x, y)));
}

static void
motion_cb (KaMapView *self, double x, double y)
{
  const KaItem *item;

  if (self->scene == NULL)
    return;

  self->pointer = to_user (self, x, y);
  item = pick_item (self, self->pointer);
  ka_session_set_hover (self->session, item);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item != NULL ? "pointer" : "grab");
}

static void
leave_cb (KaMapView *self)
{
  if (self->session != NULL)
    ka_session_set_hover (self->session, NULL);
}

static void
drag_begin_cb (KaMapView *self)
{
  self->start_viewport = self->viewport;
}

static void
drag_update_cb (KaMapView *self, double dx, double dy, GtkGestureDrag *drag)
{
  KaViewport panned;

  if (self->scene == NULL ||
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    if (self->start_viewport.centre_km.x == self->viewport.centre_km.x &&
        self->start_viewport.centre_km.y == self->viewport.centre_km.y)
      return;

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  panned = ka_viewport_pan (&self->start_viewport, dx / self->unit, dy / self->unit);
  ka_map_view_move_to (self, &panned, TRUE);
}

static void
drag_end_cb (KaMapView *self)
{
  KaViewport viewport = self->viewport;

  if (viewport.centre_km.x != self->start_viewport.centre_km.x ||
      viewport.centre_km.y != self->start_viewport.centre_km.y)
    ka_map_view_move_to (self, &viewport, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

static gboolean
scroll_cb (KaMapView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (self->scene == NULL)
    return GDK_EVENT_PROPAGATE;

  if (is_wheel || (modifiers & GDK_CONTROL_MASK))
    zoom_by (self, self->pointer, pow (is_wheel ? NOTCH_FACTOR : 1.01, -dy));
  else
    pan_by (self, -dx / self->unit, -dy / self->unit, FALSE);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KaMapView *self)
{
  self->start_viewport = self->viewport;
}

static void
pinch_changed_cb (KaMapView *self, double scale, GtkGesture *pinch)
{
  KaPoint    centre = { 0, 0 };
  KaViewport zoomed;

  if (self->scene == NULL)
    return;

  if (gtk_gesture_get_bounding_box_center (pinch, &centre.x, &centre.y))
    centre = to_user (self, centre.x, centre.y);
  else
    centre = get_middle (self);
  zoomed = ka_viewport_zoom_at (&self->start_viewport, centre, scale);
  ka_map_view_move_to (self, &zoomed, FALSE);
}

static void
add_controller (KaMapView *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static gboolean
query_tooltip_cb (KaMapView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KaViewState      state;
  KaMapHit         hit;
  const KaTenure  *tenure;
  g_autofree char *text = NULL;
  const char      *title;

  if (is_keyboard || self->scene == NULL)
    return FALSE;

  state = ka_session_get_state (self->session);
  hit = ka_map_scene_pick (self->scene, &state, &self->viewport, to_user (self, x, y));
  if (hit.item == NULL)
    return FALSE;

  title = ka_item_get_title (hit.item, state.day, state.language);
  tenure = hit.area != NULL ? ka_query_tenure_on (hit.area, state.day) : NULL;
  if (tenure != NULL && tenure->holder != NULL && KA_ITEM (tenure->holder) != hit.item)
    text = g_strdup_printf (
      "%s\n%s", title, ka_item_get_title (KA_ITEM (tenure->holder), state.day, state.language));
  gtk_tooltip_set_text (tooltip, text != NULL ? text : title);

  return TRUE;
}

/* Adds what reacts to pointer and touch; keys are bindings of the class. */
void
ka_map_view_add_controllers (KaMapView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  add_controller (self, click);
  add_controller (self, drag);
  add_controller (self, pinch);
  add_controller (self, motion);
  add_controller (self, scroll);
  gtk_gesture_group (click, drag);
}

/* Keys and actions */

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);

  if (self->scene != NULL)
    zoom_by (self, get_middle (self), g_variant_get_double (parameter));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_map_view_go_home (KA_MAP_VIEW (widget));
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  double     dx;
  double     dy;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  if (self->scene != NULL)
    pan_by (self, -dx * KEY_PAN_PX, -dy * KEY_PAN_PX, FALSE);
}

static gboolean
get_centre (KaMapView *self, const KaItem *item, KaPoint *user)
{
  KaBox box;

  if (item == NULL ||
      !ka_map_scene_get_bounds_of (self->scene, item, ka_session_get_day (self->session), &box))
    return FALSE;

  *user = ka_viewport_to_user (&self->viewport,
                               (KaPoint){ (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 });

  return TRUE;
}

/* Selects the region whose middle is nearest within 45 degrees of the direction. */
static void
select_neighbour_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView    *self = KA_MAP_VIEW (widget);
  const KaList *regions;
  const KaItem *best = NULL;
  double        best_distance = G_MAXDOUBLE;
  KaPoint       from;
  double        dx;
  double        dy;

  if (self->scene == NULL)
    return;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  if (!get_centre (self, ka_session_get_selection (self->session), &from))
    from = get_middle (self);

  regions = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_REGION);
  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaItem *region = KA_ITEM (regions->items[i]);
      KaPoint       to;
      double        along;
      double        across;

      if (region == ka_session_get_selection (self->session) || !get_centre (self, region, &to))
        continue;
      along = (to.x - from.x) * dx + (to.y - from.y) * dy;
      across = fabs ((to.x - from.x) * dy - (to.y - from.y) * dx);
      if (along <= 0 || across > along || along + across >= best_distance)
        continue;
      best = region;
      best_distance = along + across;
    }

  if (best != NULL)
    ka_session_select (self->session, best);
}

static void
add_zoom_keys (GtkWidgetClass *klass, guint keyval, const char *action, double factor)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, action, "d", factor);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, action, "d", factor);
}

/* Installs the actions of the class and its keys. */
void
ka_map_view_install_input (GtkWidgetClass *klass)
{
  static const struct
  {
    guint  keyval;
    guint  keypad_keyval;
    double dx;
    double dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  gtk_widget_class_install_action (klass, "map.zoom", "d", zoom_action);
  gtk_widget_class_install_action (klass, "map.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "map.pan", "(dd)", pan_action);
  gtk_widget_class_install_action (klass, "map.select-neighbour", "(dd)", select_neighbour_action);

  add_zoom_keys (klass, GDK_KEY_plus, "map.zoom", KEY_ZOOM_FACTOR);
  add_zoom_keys (klass, GDK_KEY_equal, "map.zoom", KEY_ZOOM_FACTOR);
  add_zoom_keys (klass, GDK_KEY_KP_Add, "map.zoom", KEY_ZOOM_FACTOR);
  add_zoom_keys (klass, GDK_KEY_minus, "map.zoom", 1 / KEY_ZOOM_FACTOR);
  add_zoom_keys (klass, GDK_KEY_underscore, "map.zoom", 1 / KEY_ZOOM_FACTOR);
  add_zoom_keys (klass, GDK_KEY_KP_Subtract, "map.zoom", 1 / KEY_ZOOM_FACTOR);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, 0, "map.fit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_0, 0, "map.fit", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      double dx = arrows[i].dx;
      double dy = arrows[i].dy;

      for (int keypad = 0; keypad < 2; keypad++)
        {
          guint keyval = keypad ? arrows[i].keypad_keyval : arrows[i].keyval;

          gtk_widget_class_add_binding_action (klass, keyval, 0, "map.select-neighbour", "(dd)", dx,
                                               dy);
          gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, "map.pan", "(dd)", dx,
                                               dy);
          gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK | GDK_CONTROL_MASK,
                                               "map.pan", "(dd)", 4 * dx, 4 * dy);
        }
    }
}
