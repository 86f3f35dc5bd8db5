/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The actions of the timeline, their keys and the context menu. Most of them stop the player.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-timeline-actions.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-event-order.h"

#define KEY_ZOOM_FACTOR 1.5
/* A span this near to the middle, in user units, is in the middle. */
#define CENTRED_WITHIN 2.0

struct _KaTimelineActions
{
  /* Borrowed */
  KaTimelineStage   *stage;
  KaTimelinePointer *pointer;
  GtkWidget         *canvas;
  KaSession         *session;
  KaTimeCamera      *camera;

  GtkWidget *menu; /* (nullable): while it is open; owned by the canvas */
};

/* Returns the actions of a timeline whose player is stopped. */
static KaTimelineActions *
get_stopped (gpointer data)
{
  KaTimelineActions *self = data;

  ka_player_set_is_playing (ka_timeline_stage_get (self->stage)->player, FALSE);

  return self;
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);
  const KaTimeAxis  *goal = ka_time_camera_get_goal (self->camera);
  double x = ka_time_axis_to_x (goal, (double) ka_session_get_day (self->session) + 0.5);

  if (x < 0 || x > goal->width)
    x = goal->width / 2;
  ka_time_camera_zoom_at (self->camera, x, g_variant_get_double (parameter), TRUE);
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);
  KaSpan             limits = ka_time_camera_get_limits (self->camera);
  KaTimeAxis         axis;

  if (!ka_time_camera_is_open (self->camera))
    return;

  axis = ka_time_axis_fit (limits.from, limits.to, ka_time_camera_get_axis (self->camera)->width);
  ka_time_camera_animate_to (self->camera, &axis);
}

/* The days of the selection, else of the marked range, else the day in view. */
static KaSpan
get_focus (KaTimelineActions *self)
{
  KaViewState state = ka_session_get_state (self->session);
  KaSpan      span;

  if (state.selection != NULL && ka_timeline_stage_find_span (self->stage, state.selection, &span))
    return span;

  return state.has_range ? state.range : (KaSpan){ state.day, state.day + 1 };
}

static void
fit_selection_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);

  ka_time_camera_fit (self->camera, get_focus (self));
}

/* Puts the selection in the middle; when it is there already, fits it. */
static void
centre_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);
  const KaTimeAxis  *base = ka_time_camera_get_goal (self->camera);
  KaSpan             limits = ka_time_camera_get_limits (self->camera);
  KaSpan             focus = get_focus (self);
  KaTimeAxis         centred;

  centred = ka_time_axis_centre_on (base,
                                    (double) focus.from + (double) (focus.to - focus.from) / 2);
  centred = ka_time_axis_clamp (&centred, limits.from, limits.to);
  if (fabs (centred.first_day - base->first_day) * base->px_per_day <= CENTRED_WITHIN)
    ka_time_camera_fit (self->camera, focus);
  else
    ka_time_camera_animate_to (self->camera, &centred);
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_event_order_step (get_stopped (data)->session, g_variant_get_int32 (parameter));
}

static void
set_day (KaTimelineActions *self, KaDay day)
{
  ka_session_set_day (self->session, ka_time_camera_clamp_day (self->camera, day));
}

static void
step_day_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);

  set_day (self, ka_session_get_day (self->session) + g_variant_get_int32 (parameter));
}

/* Moves the day by years; 29 February becomes the 28th where the year has none. */
static void
step_year_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);
  gint64             year;
  int                month;
  int                day;

  ka_day_to_ymd (ka_session_get_day (self->session), &year, &month, &day);
  year += g_variant_get_int32 (parameter);
  day = MIN (day, ka_day_get_days_in_month (year, month));
  set_day (self, ka_day_from_ymd (year, month, day));
}

static void
go_to_end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);
  const int          direction = g_variant_get_boolean (parameter) ? 1 : -1;
  const KaItem      *event = ka_event_order_find_end (self->session, direction);

  if (event != NULL)
    ka_session_select (self->session, event);
}

static void
lane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_timeline_stage_step_row (get_stopped (data)->stage, g_variant_get_int32 (parameter));
}

/* Goes to the next event and moves the near end of the marked range there. Marks a range from the
 * day where there is none. */
static void
extend_range_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = get_stopped (data);
  KaViewState        state = ka_session_get_state (self->session);
  KaDay              day = state.day;
  KaDay              anchor = day;
  const KaItem      *event;

  /* The range itself must not hide the events that it is to take in. */
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
jump_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_timeline_stage_jump (((KaTimelineActions *) data)->stage, g_variant_get_int32 (parameter));
}

static void
fold_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_session_fold_groups (get_stopped (data)->session,
                          g_variant_get_boolean (parameter) ? G_MAXUINT64 : 0);
}

static GMenuModel *
create_model (KaGrouping grouping)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();
  g_autoptr (GMenu) folds = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append (view, _ ("Centre Selection"), "timeline.centre");
  g_menu_append (view, _ ("Fit Selection"), "timeline.fit-selection");
  g_menu_append (view, _ ("All Time"), "timeline.fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  /* Translators: "Group By" stands above the choices "Nothing", "Category" and "Region". */
  g_menu_append (groups, C_ ("group by", "Nothing"), "time.grouping::none");
  g_menu_append (groups, C_ ("group by", "Category"), "time.grouping::category");
  g_menu_append (groups, C_ ("group by", "Region"), "time.grouping::region");
  g_menu_append_section (menu, _ ("Group By"), G_MENU_MODEL (groups));
  if (grouping != KA_GROUPING_NONE)
    {
      g_menu_append (folds, _ ("Fold All Groups"), "timeline.fold-all(true)");
      g_menu_append (folds, _ ("Unfold All Groups"), "timeline.fold-all(false)");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (folds));
    }
  g_menu_append (rest, _ ("Old Style Dates"), "time.old-style");
  g_menu_append (rest, _ ("Export Timeline"), "win.export::timeline");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (menu);
}

static void
open_menu (KaTimelineActions *self, double x_px, double y_px)
{
  g_autoptr (GMenuModel) model = create_model (ka_session_get_state (self->session).grouping);

  get_stopped (self);
  ka_time_camera_stop (self->camera);
  ka_canvas_open_menu (self->canvas, &self->menu, model, _ ("Timeline"),
                       &(GdkRectangle){ (int) x_px, (int) y_px, 1, 1 });
}

static void
menu_at_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  double x_px;
  double y_px;

  g_variant_get (parameter, "(dd)", &x_px, &y_px);
  open_menu (data, x_px, y_px);
}

/* Opens the menu under the selection, else in the middle. */
static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = data;
  KaTimelineLayout  *layout = ka_timeline_stage_get_layout (self->stage);
  const KaItem      *selection = ka_session_get_selection (self->session);
  double             unit = ka_timeline_stage_get (self->stage)->unit;
  KaBox              box;

  if (layout == NULL)
    return;

  if (selection != NULL && ka_timeline_layout_get_item_box (layout, selection, &box))
    open_menu (self, (box.x0 + box.x1) / 2 * unit, box.y1 * unit);
  else
    open_menu (self, gtk_widget_get_width (self->canvas) / 2.0,
               gtk_widget_get_height (self->canvas) / 2.0);
}

/* Folds or unfolds the group whose header has the keyboard. Returns whether there is one. */
static gboolean
toggle_focus_group (KaTimelineActions *self)
{
  const int group = ka_timeline_stage_get (self->stage)->focus_group;

  if (group == KA_TIMELINE_NO_GROUP)
    return FALSE;

  ka_timeline_stage_toggle_group (self->stage, group);

  return TRUE;
}

static void
play_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = data;
  KaPlayer          *player = ka_timeline_stage_get (self->stage)->player;

  if (!toggle_focus_group (self))
    ka_player_set_is_playing (player, !ka_player_get_is_playing (player));
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = data;

  if (!ka_timeline_pointer_cancel_drag (self->pointer))
    gtk_widget_activate_action (self->canvas, "win.clear", NULL);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTimelineActions *self = data;

  if (!toggle_focus_group (self))
    gtk_widget_activate_action (self->canvas, "win.read", NULL);
}

KaTimelineActions *
ka_timeline_actions_new (KaTimelineStage *stage, KaTimelinePointer *pointer)
{
  static const GActionEntry entries[] = {
    { .name = "zoom", .parameter_type = "d", .activate = zoom_cb },
    { .name = "fit", .activate = fit_cb },
    { .name = "fit-selection", .activate = fit_selection_cb },
    { .name = "centre", .activate = centre_cb },
    { .name = "step", .parameter_type = "i", .activate = step_cb },
    { .name = "step-day", .parameter_type = "i", .activate = step_day_cb },
    { .name = "step-year", .parameter_type = "i", .activate = step_year_cb },
    { .name = "go-to-end", .parameter_type = "b", .activate = go_to_end_cb },
    { .name = "lane", .parameter_type = "i", .activate = lane_cb },
    { .name = "extend-range", .parameter_type = "i", .activate = extend_range_cb },
    { .name = "jump", .parameter_type = "i", .activate = jump_cb },
    { .name = "fold-all", .parameter_type = "b", .activate = fold_all_cb },
    { .name = "menu", .activate = menu_cb },
    { .name = "menu-at", .parameter_type = "(dd)", .activate = menu_at_cb }, /* pixels */
    { .name = "play", .activate = play_cb },
    { .name = "open", .activate = open_cb },
    { .name = "cancel", .activate = cancel_cb },
  };
  KaTimelineActions *self = g_new0 (KaTimelineActions, 1);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->stage = stage;
  self->pointer = pointer;
  self->canvas = ka_timeline_stage_get (stage)->canvas;
  self->session = ka_timeline_stage_get (stage)->session;
  self->camera = ka_timeline_stage_get (stage)->camera;
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->canvas, "timeline", G_ACTION_GROUP (group));

  return self;
}

void
ka_timeline_actions_free (KaTimelineActions *self)
{
  gtk_widget_insert_action_group (self->canvas, "timeline", NULL);
  g_free (self);
}

void
ka_timeline_actions_install_keys (GtkWidgetClass *canvas_class)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
    const char     *format; /* (nullable): of its parameter */
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

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (canvas_class, keys[i].keyval, keys[i].modifiers,
                                         keys[i].action, keys[i].format, keys[i].amount);
  ka_canvas_add_zoom_keys (canvas_class, 0, "timeline.zoom", KEY_ZOOM_FACTOR);
  ka_canvas_add_zoom_keys (canvas_class, GDK_CONTROL_MASK, "timeline.zoom", KEY_ZOOM_FACTOR);
}
