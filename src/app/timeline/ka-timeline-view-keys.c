/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of the timeline, and the actions that they, menus and buttons share.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include <math.h>

#include "ka-event-order.h"
#include "ka-query.h"

#define KEY_ZOOM_FACTOR 1.5
/* What stands this near to the middle is in the middle. */
#define CENTRED_PX 2.0

/* The timeline when it can be acted upon, at rest; else NULL. */
static KaTimelineView *
get_stopped (GtkWidget *widget)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  if (self->session == NULL)
    return NULL;

  ka_player_set_is_playing (self->player, FALSE);

  return self;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);
  double          x;

  if (self == NULL)
    return;

  x = ka_time_axis_to_x (ka_timeline_view_get_goal (self),
                         (double) ka_session_get_day (self->session) + 0.5);
  if (x < 0 || x > self->axis.width)
    x = self->axis.width / 2;
  ka_timeline_view_zoom_at (self, x, g_variant_get_double (parameter), TRUE);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);
  KaTimeAxis      axis;

  if (self == NULL || self->axis.width < 2)
    return;

  axis = ka_time_axis_fit (self->limit_from, self->limit_to, self->axis.width);
  ka_timeline_view_glide_to (self, &axis);
}

/* The time that "fit selection" shows: of the selection, else of the marked range, else of the day.
 */
static void
get_focus (KaTimelineView *self, KaDay *from, KaDay *to)
{
  KaViewState state = ka_session_get_state (self->session);

  if (state.selection != NULL && ka_timeline_view_get_extent (self, state.selection, from, to))
    return;

  *from = state.has_range ? state.range.from : state.day;
  *to = state.has_range ? state.range.to : state.day + 1;
}

static void
fit_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);
  KaDay           from;
  KaDay           to;

  if (self == NULL)
    return;

  get_focus (self, &from, &to);
  ka_timeline_view_fit (self, from, to);
}

/* Puts the selection in the middle; when it is there already, fits it. */
static void
centre_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView   *self = get_stopped (widget);
  const KaTimeAxis *base;
  KaTimeAxis        centred;
  KaDay             from;
  KaDay             to;

  if (self == NULL)
    return;

  get_focus (self, &from, &to);
  base = ka_timeline_view_get_goal (self);
  centred = ka_time_axis_centre_on (base, (double) from + (double) (to - from) / 2);
  centred = ka_time_axis_clamp (&centred, self->limit_from, self->limit_to);
  if (fabs (centred.first_day - base->first_day) * base->px_per_day <= CENTRED_PX)
    ka_timeline_view_fit (self, from, to);
  else
    ka_timeline_view_glide_to (self, &centred);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);

  if (self != NULL)
    ka_event_order_step (self->session, g_variant_get_int32 (parameter));
}

/* Moves the day by so many days. */
static void
step_day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);

  if (self != NULL)
    ka_session_set_day (self->session,
                        ka_timeline_view_clamp_day (self, ka_session_get_day (self->session) +
                                                            g_variant_get_int32 (parameter)));
}

/* Moves the day by so many years; 29 February becomes the 28th where the year has none. */
static void
step_year_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);
  gint64          year;
  int             month;
  int             day;

  if (self == NULL)
    return;

  ka_day_to_ymd (ka_session_get_day (self->session), &year, &month, &day);
  year += g_variant_get_int32 (parameter);
  day = MIN (day, ka_day_get_days_in_month (year, month));
  ka_session_set_day (self->session,
                      ka_timeline_view_clamp_day (self, ka_day_from_ymd (year, month, day)));
}

static void
go_to_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);
  const KaItem   *event;

  if (self == NULL)
    return;

  event = ka_event_order_find_end (self->session, g_variant_get_boolean (parameter) ? 1 : -1);
  if (event != NULL)
    ka_session_select (self->session, event);
}

static void
lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);

  if (self != NULL)
    ka_timeline_view_step_row (self, g_variant_get_int32 (parameter));
}

/* Goes an event on and takes the end of the marked range along, which begins where one was. */
static void
extend_range_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);
  KaViewState     state;
  KaDay           day;
  KaDay           anchor;
  const KaItem   *event;

  if (self == NULL)
    return;

  /* The range itself must not hide the events that it is to take in. */
  state = ka_session_get_state (self->session);
  day = state.day;
  anchor = day;
  if (state.has_range && day == state.range.to - 1)
    anchor = state.range.from;
  else if (state.has_range && day == state.range.from)
    anchor = state.range.to - 1;
  ka_session_clear_range (self->session);
  event = ka_event_order_find_next (self->session, g_variant_get_int32 (parameter));
  if (event != NULL)
    {
      ka_session_select (self->session, event);
      day = ka_session_get_day (self->session);
    }
  ka_session_set_range (self->session, (KaSpan){ MIN (anchor, day), MAX (anchor, day) + 1 });
}

static void
jump_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_timeline_view_jump (KA_TIMELINE_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
fold_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = get_stopped (widget);

  if (self != NULL)
    ka_timeline_view_fold_all (self, g_variant_get_boolean (parameter));
}

/* Opens the context menu at the selection, else in the middle. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView   *self = KA_TIMELINE_VIEW (widget);
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  const KaItem     *selection;
  KaBox             box;

  if (layout == NULL)
    return;

  selection = ka_session_get_selection (self->session);
  if (selection != NULL && ka_timeline_layout_get_item_box (layout, selection, &box))
    ka_timeline_view_open_menu (self, (box.x0 + box.x1) / 2 * self->unit, box.y1 * self->unit);
  else
    ka_timeline_view_open_menu (self, gtk_widget_get_width (widget) / 2.0,
                                gtk_widget_get_height (widget) / 2.0);
}

static void
play_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  if (self->focus_group != KA_TIMELINE_NO_GROUP)
    ka_timeline_view_toggle_group (self, self->focus_group);
  else if (self->session != NULL)
    ka_player_set_is_playing (self->player, !ka_player_get_is_playing (self->player));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!ka_timeline_view_cancel_drag (KA_TIMELINE_VIEW (widget)))
    gtk_widget_activate_action (widget, "win.clear", NULL);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  if (self->focus_group != KA_TIMELINE_NO_GROUP)
    ka_timeline_view_toggle_group (self, self->focus_group);
  else
    gtk_widget_activate_action (widget, "win.read", NULL);
}

static void
add_zoom_keys (GtkWidgetClass *klass)
{
  static const guint zoom_in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint zoom_out[] = { GDK_KEY_minus, GDK_KEY_underscore, GDK_KEY_KP_Subtract };
  static const GdkModifierType modifiers[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK,
                                               GDK_CONTROL_MASK | GDK_SHIFT_MASK };

  for (gsize i = 0; i < G_N_ELEMENTS (zoom_in); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (modifiers); j++)
      {
        gtk_widget_class_add_binding_action (klass, zoom_in[i], modifiers[j], "timeline.zoom", "d",
                                             KEY_ZOOM_FACTOR);
        gtk_widget_class_add_binding_action (klass, zoom_out[i], modifiers[j], "timeline.zoom", "d",
                                             1 / KEY_ZOOM_FACTOR);
      }
}

/* Installs the actions of the class and its keys. */
void
ka_timeline_view_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
    const char     *format; /* of its parameter */
    int             amount;
  } keys[] = {
    { GDK_KEY_Left, 0, "timeline.step", "i", -1 },
    { GDK_KEY_Right, 0, "timeline.step", "i", 1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, "timeline.step-day", "i", -1 },
    { GDK_KEY_Right, GDK_SHIFT_MASK, "timeline.step-day", "i", 1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.extend-range", "i", -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.extend-range", "i", 1 },
    { GDK_KEY_Page_Up, 0, "timeline.step-year", "i", -1 },
    { GDK_KEY_Page_Down, 0, "timeline.step-year", "i", 1 },
    { GDK_KEY_Up, 0, "timeline.lane", "i", -1 },
    { GDK_KEY_Down, 0, "timeline.lane", "i", 1 },
    { GDK_KEY_Home, 0, "timeline.go-to-end", "b", FALSE },
    { GDK_KEY_End, 0, "timeline.go-to-end", "b", TRUE },
    /* Menus show the last key of an action. */
    { GDK_KEY_KP_0, 0, "timeline.fit", NULL, 0 },
    { GDK_KEY_0, 0, "timeline.fit", NULL, 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit-selection", NULL, 0 },
    { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit-selection", NULL, 0 },
    { GDK_KEY_f, 0, "timeline.centre", NULL, 0 },
    { GDK_KEY_space, 0, "timeline.play", NULL, 0 },
    { GDK_KEY_Return, 0, "timeline.open", NULL, 0 },
    { GDK_KEY_KP_Enter, 0, "timeline.open", NULL, 0 },
    { GDK_KEY_Escape, 0, "timeline.cancel", NULL, 0 },
    { GDK_KEY_Menu, 0, "timeline.menu", NULL, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu", NULL, 0 },
  };

  gtk_widget_class_install_action (klass, "timeline.zoom", "d", zoom_action);
  gtk_widget_class_install_action (klass, "timeline.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "timeline.fit-selection", NULL, fit_selection_action);
  gtk_widget_class_install_action (klass, "timeline.centre", NULL, centre_action);
  gtk_widget_class_install_action (klass, "timeline.step", "i", step_action);
  gtk_widget_class_install_action (klass, "timeline.step-day", "i", step_day_action);
  gtk_widget_class_install_action (klass, "timeline.step-year", "i", step_year_action);
  gtk_widget_class_install_action (klass, "timeline.go-to-end", "b", go_to_end_action);
  gtk_widget_class_install_action (klass, "timeline.lane", "i", lane_action);
  gtk_widget_class_install_action (klass, "timeline.extend-range", "i", extend_range_action);
  gtk_widget_class_install_action (klass, "timeline.jump", "i", jump_action);
  gtk_widget_class_install_action (klass, "timeline.fold-all", "b", fold_all_action);
  gtk_widget_class_install_action (klass, "timeline.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "timeline.play", NULL, play_action);
  gtk_widget_class_install_action (klass, "timeline.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "timeline.cancel", NULL, cancel_action);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].format != NULL)
      gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                           keys[i].format, keys[i].amount);
    else
      gtk_widget_class_add_binding_action (klass, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                           NULL);
  add_zoom_keys (klass);
}
