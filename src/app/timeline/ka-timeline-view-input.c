/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer and touch on the timeline.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-item-popover.h"
#include "ka-words.h"

#define NOTCH_FACTOR 1.25
#define NOTCH_PX     60.0

/* What is at a point in pixels. */
KaTimelineHit
ka_timeline_view_pick (KaTimelineView *self, double x, double y)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaViewState       state;

  if (layout == NULL)
    return (KaTimelineHit){ .part = KA_TIMELINE_OUTSIDE };

  state = ka_session_get_state (self->session);

  return ka_timeline_layout_pick (layout, &state, x / self->unit, y / self->unit);
}

/* Click */

static void
choose (KaTimelineView *self, const KaItem *item)
{
  self->is_choosing = TRUE;
  ka_session_select (self->session, item);
  self->is_choosing = FALSE;
}

static void
chosen_cb (KaTimelineView *self, gpointer item)
{
  choose (self, item);
}

static void
popover_closed_cb (KaTimelineView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Opens an overflow: makes room for its items or, where no zoom can, lists them. */
static void
open_overflow (KaTimelineView *self, const KaTimelineOverflow *overflow)
{
  GdkRectangle place = {
    (int) (overflow->box.x0 * self->unit),
    (int) (overflow->box.y0 * self->unit),
    (int) ((overflow->box.x1 - overflow->box.x0) * self->unit) + 1,
    (int) ((overflow->box.y1 - overflow->box.y0) * self->unit) + 1,
  };
  double   days = (double) overflow->to - (double) overflow->from; /* of open ends as well */
  gboolean is_crowded = self->axis.width / self->axis.px_per_day <= MAX (28, 1.3 * days);

  if (days > 1 && !is_crowded && !overflow->is_at_edge)
    {
      ka_timeline_view_fit (self, overflow->from, overflow->to);
      return;
    }

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = ka_item_popover_new (overflow->items, overflow->n_items, self->session,
                                       self->theme);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
fit_hit (KaTimelineView *self, const KaTimelineHit *hit, double x)
{
  KaDay from;
  KaDay to;

  if (hit->part == KA_TIMELINE_ITEM && ka_timeline_view_get_extent (self, hit->item, &from, &to))
    ka_timeline_view_fit (self, from, to);
  else if (hit->part == KA_TIMELINE_LANES || hit->part == KA_TIMELINE_AXIS)
    ka_timeline_view_zoom_at (self, x, 2.0, TRUE);
}

static void
click_pressed_cb (KaTimelineView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->has_dragged = FALSE;
  if (self->session == NULL)
    return;

  ka_player_set_is_playing (self->player, FALSE);
  if (self->motion == MOTION_FLING)
    ka_timeline_view_stop_motion (self);
  if (n_press == 1)
    self->first_hit = ka_timeline_view_pick (self, x, y);
}

static void
click_released_cb (KaTimelineView *self, int n_press, double x, double y)
{
  KaTimelineHit   hit;
  const KaTenure *tenure;

  if (self->session == NULL || self->has_dragged)
    return;

  /* What the first click did may have moved something else under the pointer. */
  if (n_press == 2 && self->first_hit.part != KA_TIMELINE_GROUP)
    {
      fit_hit (self, &self->first_hit, x / self->unit);
      return;
    }

  hit = ka_timeline_view_pick (self, x, y);
  switch (hit.part)
    {
    case KA_TIMELINE_ITEM:
      choose (self, hit.item);
      break;
    case KA_TIMELINE_OVERFLOW:
      open_overflow (self, hit.overflow);
      break;
    case KA_TIMELINE_GROUP:
      ka_timeline_view_toggle_group (self, hit.group);
      break;
    case KA_TIMELINE_PLAYHEAD_TO:
      ka_timeline_view_reveal_day (self);
      break;
    case KA_TIMELINE_AXIS:
      ka_session_set_day (self->session, ka_timeline_view_clamp_day (self, hit.day));
      break;
    case KA_TIMELINE_LANES:
      tenure = ka_timeline_layout_get_tenure_at (self->layout, x / self->unit, y / self->unit);
      if (n_press == 1)
        choose (self, KA_ITEM (tenure));
      break;
    case KA_TIMELINE_PLAYHEAD_AT:
    case KA_TIMELINE_OUTSIDE:
    default:
      break;
    }
}

static void
menu_pressed_cb (KaTimelineView *self, int n_press, double x, double y)
{
  KaTimelineHit hit = ka_timeline_view_pick (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit.part == KA_TIMELINE_ITEM)
    choose (self, hit.item);
  ka_timeline_view_open_menu (self, x, y);
}

/* Motion */

static void
motion_cb (KaTimelineView *self, double x, double y)
{
  KaTimelineHit hit;
  const char   *cursor = "default";

  if (self->session == NULL)
    return;

  self->pointer_x = x / self->unit;
  if (self->drag != DRAG_NOTHING)
    return;

  hit = ka_timeline_view_pick (self, x, y);
  ka_session_set_hover (self->session, hit.part == KA_TIMELINE_ITEM ? hit.item : NULL);
  if (hit.part == KA_TIMELINE_PLAYHEAD_AT ||
      ka_timeline_view_pick_range_end (self, &hit, self->pointer_x) != 0)
    cursor = "ew-resize";
  else if (hit.part == KA_TIMELINE_ITEM || hit.part == KA_TIMELINE_OVERFLOW ||
           hit.part == KA_TIMELINE_GROUP || hit.part == KA_TIMELINE_PLAYHEAD_TO)
    cursor = "pointer";
  else if (hit.part == KA_TIMELINE_AXIS)
    cursor = "crosshair";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
leave_cb (KaTimelineView *self)
{
  if (self->session != NULL)
    ka_session_set_hover (self->session, NULL);
}

/* Wheel, touchpad and pinch */

static gboolean
scroll_cb (KaTimelineView *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  gboolean   is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double     unit = is_wheel ? NOTCH_PX : 1.0 / self->unit;
  KaTimeAxis axis;

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;

  ka_player_set_is_playing (self->player, FALSE);
  if (modifiers & GDK_CONTROL_MASK)
    ka_timeline_view_zoom_at (self, self->pointer_x, pow (is_wheel ? NOTCH_FACTOR : 1.01, -dy),
                              FALSE);
  else
    {
      if ((modifiers & GDK_SHIFT_MASK) == 0 && ka_timeline_view_scroll_lanes (self, dy * unit))
        dy = 0;
      axis = ka_time_axis_pan (&self->axis, -(dx + dy) * unit);
      if (dx + dy != 0)
        ka_timeline_view_move_to (self, &axis);
    }

  return GDK_EVENT_STOP;
}

/* Fingers that leave a touchpad while they move send the axis on; velocities come in pixels per
 * second. */
static void
decelerate_cb (KaTimelineView *self, double velocity_x, double velocity_y)
{
  if (self->session == NULL)
    return;

  if (ka_timeline_view_scroll_lanes (self, 0))
    velocity_y = 0;
  ka_timeline_view_fling (self, -(velocity_x + velocity_y) / 1000 / self->unit);
}

static void
pinch_begin_cb (KaTimelineView *self)
{
  self->start_axis = self->axis;
  self->is_pinching = TRUE;
  self->has_dragged = TRUE;
  self->drag = DRAG_NOTHING;
  if (self->session != NULL)
    ka_player_set_is_playing (self->player, FALSE);
}

static void
pinch_end_cb (KaTimelineView *self)
{
  self->is_pinching = FALSE;
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
  KaLanguage       language;
  KaDay            day;
  KaTimelineHit    hit;
  const KaTenure  *tenure;
  g_autofree char *when = NULL;
  g_autofree char *interval = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (is_keyboard || self->session == NULL)
    return FALSE;

  language = ka_session_get_language (self->session);
  day = ka_session_get_day (self->session);
  hit = ka_timeline_view_pick (self, x, y);
  if (hit.part == KA_TIMELINE_ITEM)
    {
      when = ka_words_describe_item (hit.item, language);
      g_string_printf (text, "%s\n%s", ka_item_get_title (hit.item, day, language), when);
    }
  else if (hit.part == KA_TIMELINE_OVERFLOW)
    for (gsize i = 0; i < hit.overflow->n_items; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                              ka_item_get_title (hit.overflow->items[i], day, language));
  else if (hit.part == KA_TIMELINE_LANES)
    {
      tenure = ka_timeline_layout_get_tenure_at (self->layout, x / self->unit, y / self->unit);
      if (tenure == NULL)
        return FALSE;
      when = ka_words_describe_tenure (tenure, tenure->span.from, language);
      interval = ka_span_to_words (tenure->span, language);
      g_string_printf (text, "%s\n%s", when, interval);
    }
  else
    return FALSE;

  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

/* Adds what reacts to pointer and touch; keys are bindings of the class. */
void
ka_timeline_view_add_controllers (KaTimelineView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = ka_timeline_view_create_drag (self);
  GtkGesture         *menu_click = gtk_gesture_click_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (pinch, "cancel", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  ka_canvas_add_controller (GTK_WIDGET (self), click);
  ka_canvas_add_controller (GTK_WIDGET (self), drag);
  ka_canvas_add_controller (GTK_WIDGET (self), menu_click);
  ka_canvas_add_controller (GTK_WIDGET (self), pinch);
  ka_canvas_add_controller (GTK_WIDGET (self), motion);
  ka_canvas_add_controller (GTK_WIDGET (self), scroll);
  gtk_gesture_group (click, drag);
}
