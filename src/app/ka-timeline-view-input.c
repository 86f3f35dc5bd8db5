/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, touch and keys of the timeline.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include <math.h>

#include "ka-query.h"
#include "ka-words.h"

#define NOTCH_FACTOR    1.25
#define NOTCH_PX        60.0
#define KEY_ZOOM_FACTOR 1.5
/* A dragged playhead snaps to the start of an event this near. */
#define SNAP_PX 6.0

static KaTimelineHit
pick (KaTimelineView *self, double x, double y)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaViewState       state;

  if (layout == NULL)
    return (KaTimelineHit){ .part = KA_TIMELINE_OUTSIDE };

  state = ka_session_get_state (self->session);

  return ka_timeline_layout_pick (layout, &state, x / self->unit, y / self->unit);
}

static void
zoom_at (KaTimelineView *self, double x, double factor)
{
  KaTimeAxis axis = ka_time_axis_zoom_at (&self->axis, x, factor);

  ka_timeline_view_move_to (self, &axis);
}

static void
pan_by (KaTimelineView *self, double dx)
{
  KaTimeAxis axis = ka_time_axis_pan (&self->axis, dx);

  ka_timeline_view_move_to (self, &axis);
}

static void
fit (KaTimelineView *self, KaDay from, KaDay to)
{
  double     room = MAX (2.0, (double) (to - from) * 0.15);
  KaTimeAxis axis = ka_time_axis_fit ((KaDay) floor ((double) from - room),
                                      (KaDay) ceil ((double) to + room), self->axis.width);

  ka_timeline_view_move_to (self, &axis);
}

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

      if (item->kind != KA_ITEM_EVENT)
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

static KaDay
clamp_day (KaTimelineView *self, KaDay day)
{
  return CLAMP (day, self->limit_from, self->limit_to - 1);
}

/* Pointer */

static void
fit_hit (KaTimelineView *self, const KaTimelineHit *hit, double x)
{
  if (hit->part == KA_TIMELINE_CLUSTER)
    fit (self, hit->cluster->from, hit->cluster->to);
  else if (hit->part == KA_TIMELINE_ITEM && hit->item->kind == KA_ITEM_EVENT)
    {
      const KaDate *date = &((const KaEvent *) hit->item)->date;

      fit (self, date->earliest - 30,
           (date->end_latest == KA_DAY_MAX ? date->start_latest : date->end_latest) + 30);
    }
  else if (hit->part != KA_TIMELINE_ITEM)
    zoom_at (self, x, 2.0);
}

static void
click_pressed_cb (KaTimelineView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  ka_timeline_view_set_playing (self, FALSE);
}

static void
click_released_cb (KaTimelineView *self, int n_press, double x, double y)
{
  KaTimelineHit hit;

  if (self->session == NULL)
    return;

  hit = pick (self, x, y);
  if (n_press == 2)
    {
      fit_hit (self, &hit, x / self->unit);
      return;
    }

  switch (hit.part)
    {
    case KA_TIMELINE_ITEM:
      ka_session_select (self->session, hit.item);
      break;
    case KA_TIMELINE_CLUSTER:
      fit (self, hit.cluster->from, hit.cluster->to);
      break;
    case KA_TIMELINE_AXIS:
      ka_session_set_day (self->session, clamp_day (self, hit.day));
      break;
    case KA_TIMELINE_LANES:
      ka_session_select (self->session, NULL);
      break;
    case KA_TIMELINE_PLAYHEAD_AT:
    case KA_TIMELINE_OUTSIDE:
    default:
      break;
    }
}

static void
motion_cb (KaTimelineView *self, double x, double y)
{
  KaTimelineHit hit;

  if (self->session == NULL)
    return;

  self->pointer_x = x / self->unit;
  hit = pick (self, x, y);
  ka_session_set_hover (self->session, hit.part == KA_TIMELINE_ITEM ? hit.item : NULL);
  gtk_widget_set_cursor_from_name (
    GTK_WIDGET (self), hit.part == KA_TIMELINE_PLAYHEAD_AT ? "ew-resize"
                       : hit.part == KA_TIMELINE_ITEM || hit.part == KA_TIMELINE_CLUSTER ? "pointer"
                                                                                         : "grab");
}

static void
leave_cb (KaTimelineView *self)
{
  if (self->session != NULL)
    ka_session_set_hover (self->session, NULL);
}

static void
drag_begin_cb (KaTimelineView *self, double x, double y)
{
  KaTimelineHit hit = pick (self, x, y);

  self->drag = hit.part == KA_TIMELINE_PLAYHEAD_AT ? DRAG_PLAYHEAD : DRAG_AXIS;
  self->start_axis = self->axis;
  self->start_x = x / self->unit;
}

static void
drag_update_cb (KaTimelineView *self, double dx, double dy, GtkGestureDrag *drag)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (drag));

  if (self->session == NULL || self->drag == DRAG_NOTHING)
    return;

  if (self->drag == DRAG_PLAYHEAD)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      ka_session_set_day (self->session,
                          clamp_day (self, find_day (self, self->start_x + dx / self->unit,
                                                     (modifiers & GDK_ALT_MASK) == 0)));
    }
  else if (gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy) ||
           self->axis.first_day != self->start_axis.first_day)
    {
      KaTimeAxis axis = ka_time_axis_pan (&self->start_axis, dx / self->unit);

      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      ka_timeline_view_move_to (self, &axis);
    }
}

static void
drag_end_cb (KaTimelineView *self)
{
  self->drag = DRAG_NOTHING;
}

static gboolean
scroll_cb (KaTimelineView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double   unit = is_wheel ? NOTCH_PX : 1.0 / self->unit;

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;

  if (modifiers & GDK_CONTROL_MASK)
    zoom_at (self, self->pointer_x, pow (is_wheel ? NOTCH_FACTOR : 1.01, -dy));
  else
    pan_by (self, -(dx + dy) * unit);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KaTimelineView *self)
{
  self->start_axis = self->axis;
  self->drag = DRAG_NOTHING;
}

static void
pinch_changed_cb (KaTimelineView *self, double scale, GtkGesture *pinch)
{
  double     x = self->axis.width / 2;
  double     y;
  KaTimeAxis axis;

  if (self->session == NULL)
    return;

  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    x /= self->unit;
  axis = ka_time_axis_zoom_at (&self->start_axis, x, scale);
  ka_timeline_view_move_to (self, &axis);
}

static gboolean
query_tooltip_cb (KaTimelineView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KaTimelineHit    hit;
  g_autofree char *when = NULL;
  GString         *text;

  if (is_keyboard || self->session == NULL)
    return FALSE;

  hit = pick (self, x, y);
  if (hit.part == KA_TIMELINE_ITEM)
    {
      when = ka_words_describe_item (hit.item, ka_session_get_language (self->session));
      text = g_string_new (ka_item_get_title (hit.item, ka_session_get_day (self->session),
                                              ka_session_get_language (self->session)));
      g_string_append_printf (text, "\n%s", when);
    }
  else if (hit.part == KA_TIMELINE_CLUSTER)
    {
      text = g_string_new (NULL);
      for (gsize i = 0; i < hit.cluster->n_items; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                                ka_item_get_title (hit.cluster->items[i],
                                                   ka_session_get_day (self->session),
                                                   ka_session_get_language (self->session)));
    }
  else
    return FALSE;

  gtk_tooltip_set_text (tooltip, text->str);
  g_string_free (text, TRUE);

  return TRUE;
}

static void
add_controller (KaTimelineView *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

/* Adds what reacts to pointer and touch; keys are bindings of the class. */
void
ka_timeline_view_add_controllers (KaTimelineView *self)
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
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);
  double          x;

  if (self->session == NULL)
    return;

  x = ka_time_axis_to_x (&self->axis, (double) ka_session_get_day (self->session));
  if (x < 0 || x > self->axis.width)
    x = self->axis.width / 2;
  zoom_at (self, x, g_variant_get_double (parameter));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);
  KaTimeAxis      axis = ka_time_axis_fit (self->limit_from, self->limit_to, self->axis.width);

  ka_timeline_view_move_to (self, &axis);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  ka_timeline_view_set_playing (self, FALSE);
  if (self->session != NULL)
    ka_session_step_event (self->session, g_variant_get_int32 (parameter));
}

/* Moves the day by so many days. */
static void
step_day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  ka_timeline_view_set_playing (self, FALSE);
  if (self->session != NULL)
    ka_session_set_day (self->session, clamp_day (self, ka_session_get_day (self->session) +
                                                          g_variant_get_int32 (parameter)));
}

/* Moves the day by so many years; 29 February becomes the 28th where the year has none. */
static void
step_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);
  gint64          year;
  int             month;
  int             day;

  ka_timeline_view_set_playing (self, FALSE);
  if (self->session == NULL)
    return;

  ka_day_to_ymd (ka_session_get_day (self->session), &year, &month, &day);
  year += g_variant_get_int32 (parameter);
  day = MIN (day, ka_day_get_days_in_month (year, month));
  ka_session_set_day (self->session, clamp_day (self, ka_day_from_ymd (year, month, day)));
}

static void
go_to_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  ka_timeline_view_set_playing (self, FALSE);
  if (self->session == NULL)
    return;

  ka_session_set_day (self->session,
                      g_variant_get_boolean (parameter) ? self->limit_to - 1 : self->limit_from);
  ka_session_step_event (self->session, g_variant_get_boolean (parameter) ? -1 : 1);
}

static void
lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView   *self = KA_TIMELINE_VIEW (widget);
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  const KaItem     *item;

  if (layout == NULL)
    return;

  item = ka_timeline_layout_find_in_lane (layout, ka_session_get_selection (self->session),
                                          g_variant_get_int32 (parameter));
  if (item != NULL)
    ka_session_select (self->session, item);
}

static void
play_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  ka_timeline_view_set_playing (self, self->play_source == 0);
}

/* Installs the actions of the class and its keys. */
void
ka_timeline_view_install_input (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
    int             amount;
  } keys[] = {
    { GDK_KEY_Left, 0, "timeline.step", -1 },
    { GDK_KEY_Right, 0, "timeline.step", 1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, "timeline.step-day", -1 },
    { GDK_KEY_Right, GDK_SHIFT_MASK, "timeline.step-day", 1 },
    { GDK_KEY_Page_Up, 0, "timeline.step-year", -1 },
    { GDK_KEY_Page_Down, 0, "timeline.step-year", 1 },
    { GDK_KEY_Up, 0, "timeline.lane", -1 },
    { GDK_KEY_Down, 0, "timeline.lane", 1 },
  };
  static const guint zoom_in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint zoom_out[] = { GDK_KEY_minus, GDK_KEY_underscore, GDK_KEY_KP_Subtract };

  gtk_widget_class_install_action (klass, "timeline.zoom", "d", zoom_action);
  gtk_widget_class_install_action (klass, "timeline.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "timeline.step", "i", step_action);
  gtk_widget_class_install_action (klass, "timeline.step-day", "i", step_day_action);
  gtk_widget_class_install_action (klass, "timeline.step-year", "i", step_year_action);
  gtk_widget_class_install_action (klass, "timeline.go-to-end", "b", go_to_end_action);
  gtk_widget_class_install_action (klass, "timeline.lane", "i", lane_action);
  gtk_widget_class_install_action (klass, "timeline.play", NULL, play_action);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                         "i", keys[i].amount);
  for (gsize i = 0; i < G_N_ELEMENTS (zoom_in); i++)
    for (int shift = 0; shift < 2; shift++)
      {
        GdkModifierType modifiers = shift ? GDK_SHIFT_MASK : 0;

        gtk_widget_class_add_binding_action (klass, zoom_in[i], modifiers, "timeline.zoom", "d",
                                             KEY_ZOOM_FACTOR);
        gtk_widget_class_add_binding_action (klass, zoom_out[i], modifiers, "timeline.zoom", "d",
                                             1 / KEY_ZOOM_FACTOR);
      }
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, 0, "timeline.fit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_0, 0, "timeline.fit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Home, 0, "timeline.go-to-end", "b", FALSE);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_End, 0, "timeline.go-to-end", "b", TRUE);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_space, 0, "timeline.play", NULL);
}
