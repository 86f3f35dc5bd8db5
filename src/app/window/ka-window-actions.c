/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do in the window: actions, their keys, and the snapshot.
 */

#include "config.h"

#include "ka-window-private.h"

#include <math.h>

#include "ka-map-levels.h"
#include "ka-snapshot.h"

static void
go_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_session_go_back (KA_WINDOW (widget)->session);
}

static void
go_forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_session_go_forward (KA_WINDOW (widget)->session);
}

/* Takes back one thing at a time: the marked range, the step of an annex, the selection, the full
 * screen. */
static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  if (ka_session_get_state (self->session).has_range)
    ka_session_clear_range (self->session);
  else if (ka_session_get_state (self->session).step > 0)
    ka_session_set_step (self->session, 0);
  else if (ka_session_get_selection (self->session) != NULL)
    ka_session_select (self->session, NULL);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  gtk_toggle_button_set_active (self->list_button, TRUE);
  ka_event_list_focus_search (self->event_list);
}

static void
toggle_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  gtk_toggle_button_set_active (self->list_button,
                                !gtk_toggle_button_get_active (self->list_button));
}

static void
go_to_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_time_bar_ask_for_date (KA_WINDOW (widget)->time_bar);
}

/* Takes the keyboard to what is said of the selection. */
static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_child_focus (GTK_WIDGET (KA_WINDOW (widget)->reading_pane), GTK_DIR_TAB_FORWARD);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* Hands an action on to the timeline, which may not have the focus. */
static void
timeline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  if (g_str_equal (name, "win.play"))
    gtk_widget_activate_action (GTK_WIDGET (self->timeline_view), "timeline.play", NULL);
  else if (g_str_equal (name, "win.fit-timeline"))
    gtk_widget_activate_action (GTK_WIDGET (self->timeline_view), "timeline.fit", NULL);
  else if (g_str_equal (name, "win.step-event"))
    gtk_widget_activate_action_variant (GTK_WIDGET (self->timeline_view), "timeline.step",
                                        parameter);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self->timeline_view), "timeline.zoom",
                                        parameter);
}

static void
map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  if (g_str_equal (name, "win.fit-map"))
    gtk_widget_activate_action (GTK_WIDGET (self->map_view), "map.fit", NULL);
  else if (g_str_equal (name, "win.fit-selection"))
    gtk_widget_activate_action (GTK_WIDGET (self->map_view), "map.fit-selection", NULL);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self->map_view), "map.zoom", parameter);
}

/* Goes to the day on which the next tenure of what is selected began or ended. */
static void
step_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow     *self = KA_WINDOW (widget);
  const KaItem *selection = ka_session_get_selection (self->session);
  KaDay         day = ka_session_get_day (self->session);

  if (selection != NULL &&
      ka_map_levels_find_change (ka_session_get_atlas (self->session), selection, &day,
                                 g_variant_get_int32 (parameter)))
    ka_session_set_day (self->session, day);
}

/* Pins the day that is shown; on the pinned day itself, ends the comparison. */
static void
pin_day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow   *self = KA_WINDOW (widget);
  KaViewState state = ka_session_get_state (self->session);

  if (g_str_equal (name, "win.unpin-day") ||
      (state.has_pinned_day && state.pinned_day == state.day))
    ka_session_unpin_day (self->session);
  else
    ka_session_pin_day (self->session, state.day);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaWindow *self = KA_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ka_snapshot_save_finish (result, &error);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (file != NULL)
    {
      g_autofree char *base = g_file_get_basename (file);

      message = g_strdup_printf ("Saved as %s", base);
    }
  else
    message = g_strdup_printf ("The picture could not be saved: %s", error->message);
  ka_toast_show (self->toast, message, file);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow   *self = KA_WINDOW (widget);
  KaPageView  view = KA_PAGE_BOTH;
  KaViewport  viewport = ka_map_view_get_viewport (self->map_view);
  KaTimeAxis  axis = *ka_time_camera_get_axis (ka_timeline_stage_get_camera (self->stage));
  KaViewState state = ka_session_get_state (self->session);

  if (!ka_page_view_from_name (g_variant_get_string (parameter, NULL), &view))
    return;

  if (state.has_range)
    axis = ka_time_axis_fit (state.range.from, state.range.to, axis.width);
  ka_snapshot_save_async (ka_map_view_get_scene (self->map_view), &state, self->theme, view,
                          &viewport, &axis, G_OBJECT (self), self->cancellable, saved_cb, NULL);
}

/* Enables what can be done now. */
void
ka_window_update_actions (KaWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back",
                                 ka_session_get_can_go_back (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-forward",
                                 ka_session_get_can_go_forward (self->session));
}

/* These work wherever the focus is, unless what has it takes them: the timeline zooms itself. */
static void
add_map_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint  keyval;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, M_SQRT2 },         { GDK_KEY_equal, M_SQRT2 },
    { GDK_KEY_KP_Add, M_SQRT2 },       { GDK_KEY_minus, M_SQRT1_2 },
    { GDK_KEY_underscore, M_SQRT1_2 }, { GDK_KEY_KP_Subtract, M_SQRT1_2 },
  };
  static const guint fits[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding_action (klass, zooms[i].keyval, GDK_CONTROL_MASK, "win.zoom-map",
                                           "d", zooms[i].factor);
      gtk_widget_class_add_binding_action (klass, zooms[i].keyval,
                                           GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.zoom-map", "d",
                                           zooms[i].factor);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    gtk_widget_class_add_binding_action (klass, fits[i], GDK_CONTROL_MASK, "win.fit-selection",
                                         NULL);
}

/* Installs the actions of the window's class. */
void
ka_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.go-back", NULL, go_back_action);
  gtk_widget_class_install_action (klass, "win.go-forward", NULL, go_forward_action);
  gtk_widget_class_install_action (klass, "win.clear", NULL, clear_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.toggle-list", NULL, toggle_list_action);
  gtk_widget_class_install_action (klass, "win.go-to-date", NULL, go_to_date_action);
  gtk_widget_class_install_action (klass, "win.read", NULL, read_action);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (klass, "win.export", "s", export_action);
  gtk_widget_class_install_action (klass, "win.play", NULL, timeline_action);
  gtk_widget_class_install_action (klass, "win.step-event", "i", timeline_action);
  gtk_widget_class_install_action (klass, "win.zoom-timeline", "d", timeline_action);
  gtk_widget_class_install_action (klass, "win.fit-timeline", NULL, timeline_action);
  gtk_widget_class_install_action (klass, "win.zoom-map", "d", map_action);
  gtk_widget_class_install_action (klass, "win.fit-map", NULL, map_action);
  gtk_widget_class_install_action (klass, "win.fit-selection", NULL, map_action);
  gtk_widget_class_install_action (klass, "win.step-change", "i", step_change_action);
  gtk_widget_class_install_action (klass, "win.pin-day", NULL, pin_day_action);
  gtk_widget_class_install_action (klass, "win.unpin-day", NULL, pin_day_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.clear", NULL);
  add_map_keys (klass);
}
