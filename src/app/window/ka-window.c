/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window: joins list, map, reading pane and timeline with the session, gives them the colours,
 * and has the actions of a person.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-event-list.h"
#include "ka-focus.h"
#include "ka-help.h"
#include "ka-map-layers.h"
#include "ka-map-view.h"
#include "ka-popovers.h"
#include "ka-query.h"
#include "ka-reading-pane.h"
#include "ka-single-keys.h"
#include "ka-time-bar.h"
#include "ka-timeline-view.h"
#include "ka-toast.h"
#include "ka-tour-bar.h"
#include "ka-window-colours.h"
#include "ka-window-compare.h"
#include "ka-window-export.h"
#include "ka-window-layout.h"
#include "ka-window-link.h"
#include "ka-window-pins.h"
#include "ka-window-renew.h"

/* The least size of the map. */
#define MIN_MAP_WIDTH_PX  320
#define MIN_MAP_HEIGHT_PX 200
struct _KaWindow
{
  GtkApplicationWindow parent_instance;

  /* Template children */
  GtkLabel        *title_label;
  GtkLabel        *subtitle_label;
  GtkToggleButton *list_button;
  GtkToggleButton *pane_button;
  GtkToggleButton *then_button;
  GtkToggleButton *swipe_button;
  GtkBox          *body;  /* what comes and goes above the panes, and the panes */
  GtkBox          *lower; /* below the divider of the timeline */
  GtkOverlay      *map_overlay;
  KaToast         *toast;
  GtkMenuButton   *layers_button;
  GtkWidget       *map_controls;
  GtkWidget       *compare_button;
  GtkWidget       *export_button;
  GtkWidget       *compare_chip;
  GtkLabel        *compare_label;
  GMenu           *theme_menu;
  GMenu           *tours_menu;
  GMenu           *recent_menu;
  GtkPaned        *dividers[3]; /* right of the list, left of the pane, above the timeline */

  /* Owned */
  KaSession      *session;
  GSettings      *settings; /* (nullable): where to keep its state */
  KaStyle        *style;
  KaFocus        *focus;
  KaWindowLayout *layout;
  KaKiosk        *kiosk; /* (nullable) */

  KaReadingList *reading_list;
  KaWindowExport *export;

  /* Borrowed: children, made anew for each atlas */
  KaEventList     *event_list;
  KaMapView       *map_view;
  KaReadingPane   *reading_pane;
  KaTimelineView  *timeline_view;
  KaTimelineStage *stage; /* of the timeline view */
  KaTimeBar       *time_bar;
  KaTourBar       *tour_bar;

  gboolean keeps_pins; /* in a file of the user */
};

G_DEFINE_FINAL_TYPE (KaWindow, ka_window, GTK_TYPE_APPLICATION_WINDOW)

static void
set_css_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_theme (KaWindow *self)
{
  const KaTheme *theme = ka_style_get_theme (self->style);

  set_css_class (GTK_WIDGET (self), "dark", theme->is_dark);
  set_css_class (GTK_WIDGET (self), "contrast", g_str_has_prefix (theme->name, "high-contrast"));
  ka_event_list_set_theme (self->event_list, theme);
  ka_map_view_set_theme (self->map_view, theme);
  ka_reading_pane_set_theme (self->reading_pane, theme);
  ka_timeline_stage_set_theme (self->stage, theme);
}

/* Actions */

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_session_go (KA_WINDOW (widget)->session, g_str_equal (name, "win.go-back") ? -1 : 1);
}

/* Whether there is more to read than about the day. */
static gboolean
has_page (KaWindow *self)
{
  return ka_session_get_selection (self->session) != NULL ||
         ka_session_get_page (self->session) != KA_PAGE_ITEM;
}

/* Takes back one thing at a time: the list over the map, the tour, the marked range, the step of an
 * annex, the selection, the full screen. */
static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  if (ka_window_layout_is_small (self->layout) && gtk_toggle_button_get_active (self->list_button))
    gtk_toggle_button_set_active (self->list_button, FALSE);
  else if (ka_tour_guide_stop (ka_tour_bar_get_guide (self->tour_bar)))
    return;
  else if (ka_session_get_state (self->session).has_range)
    ka_session_clear_range (self->session);
  else if (ka_session_get_state (self->session).step > 0)
    ka_session_set_step (self->session, 0);
  else if (has_page (self))
    ka_session_select (self->session, NULL);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_widget_activate_action (widget, "win.fullscreen", NULL);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  gtk_toggle_button_set_active (self->list_button, TRUE);
  ka_event_list_focus_search (self->event_list, TRUE);
}

static void
toggle_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow *self = KA_WINDOW (widget);

  GtkToggleButton *button = g_str_equal (name, "win.toggle-list") ? self->list_button
                                                                  : self->pane_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
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

/* Moves the focus to the next pane, or to the one before. */
static void
cycle_panes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ka_focus_cycle (KA_WINDOW (widget)->focus, g_variant_get_int32 (parameter));
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

/* Forwards an action to the map or the timeline, which need not have the focus. */
static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    const char *target;
  } actions[] = {
    { "win.play", "timeline.play" },
    { "win.step-event", "timeline.step" },
    { "win.zoom-timeline", "timeline.zoom" },
    { "win.fit-timeline", "timeline.fit" },
    { "win.go-to-end", "timeline.go-to-end" },
    { "win.zoom-map", "map.zoom" },
    { "win.fit-map", "map.fit" },
    { "win.fit-selection", "map.fit-selection" },
  };
  KaWindow *self = KA_WINDOW (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (name, actions[i].name))
      gtk_widget_activate_action_variant (g_str_has_prefix (actions[i].target, "map.")
                                            ? GTK_WIDGET (self->map_view)
                                            : GTK_WIDGET (self->timeline_view),
                                          actions[i].target, parameter);
}

/* Goes to the day on which the next tenure of what is selected began or ended. */
static void
step_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow     *self = KA_WINDOW (widget);
  const KaItem *selection = ka_session_get_selection (self->session);
  KaDay         day = ka_session_get_day (self->session);

  if (selection == NULL || selection->kind == KA_ITEM_EVENT)
    ka_toast_show (self->toast, _ ("Choose a region first: . and , step through its changes"),
                   NULL);
  else if (ka_query_find_change (ka_session_get_atlas (self->session), selection, &day,
                                 g_variant_get_int32 (parameter)))
    ka_session_set_day (self->session, day);
}

/* Shows a hint once in all starts; without settings, never. */
static void
give_hint (KaWindow *self, const char *name, const char *text)
{
  if (!ka_player_get_is_playing (ka_timeline_stage_get (self->stage)->player) &&
      ka_tour_guide_get_tour (ka_tour_bar_get_guide (self->tour_bar)) == NULL &&
      ka_settings_add_hint (self->settings, name))
    ka_toast_show (self->toast, text, NULL);
}

/* Shows the day and today in two halves of the map; again, the day alone. An atlas of the past has
 * its last day for today. On that day, compares it with the day that the atlas opens on. */
static void
then_and_now_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaWindow          *self = KA_WINDOW (widget);
  const KaViewState  state = ka_session_get_state (self->session);
  const KaAtlasHead *head = ka_atlas_get_head (ka_session_get_atlas (self->session));
  KaTimeCamera      *camera = ka_timeline_stage_get (self->stage)->camera;
  const KaDay now = MIN (ka_time_camera_get_limits (camera).to - 1, ka_timeline_stage_get_today ());

  if (state.has_pinned_day)
    {
      ka_session_unpin_day (self->session);
      ka_session_set_day (self->session, state.pinned_day);
      return;
    }

  ka_session_pin_day (self->session, state.day < now ? state.day : head->default_day);
  ka_session_set_day (self->session, now);
  g_object_set (self->map_view, "has-swipe", TRUE, NULL);
  give_hint (
    self, "then-and-now",
    _ ("Left of the line the map is of then, right of it of today. Drag the line; Then and "
       "Now ends it"));
}

static void
told_cb (KaWindow *self, const char *message)
{
  ka_toast_show (self->toast, message, NULL);
}

/* What the export makes a picture of. */
static KaSnapshot
look (GtkWidget *widget)
{
  KaWindow  *self = KA_WINDOW (widget);
  KaSnapshot snapshot = {
    .scene = ka_map_view_get_scene (self->map_view),
    .state = ka_session_get_state (self->session),
    .theme = ka_style_get_theme (self->style),
    .viewport = ka_map_view_get_viewport (self->map_view),
    .axis = *ka_time_camera_get_axis (ka_timeline_stage_get (self->stage)->camera),
  };
  const KaSpan range = snapshot.state.range;

  if (snapshot.state.has_range)
    snapshot.axis = ka_time_axis_fit (range.from, range.to, snapshot.axis.width);

  return snapshot;
}

static void
tell (GtkWidget *widget, const char *message, GFile *file)
{
  ka_toast_show (KA_WINDOW (widget)->toast, message, file);
}

/* Enables the actions that have something to do. */
static void
update_actions (KaWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back",
                                 ka_session_can_go (self->session, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-forward",
                                 ka_session_can_go (self->session, 1));
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.go-back", NULL, go_action);
  gtk_widget_class_install_action (klass, "win.go-forward", NULL, go_action);
  gtk_widget_class_install_action (klass, "win.clear", NULL, clear_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.toggle-list", NULL, toggle_pane_action);
  gtk_widget_class_install_action (klass, "win.toggle-pane", NULL, toggle_pane_action);
  gtk_widget_class_install_action (klass, "win.then-and-now", NULL, then_and_now_action);
  gtk_widget_class_install_action (klass, "win.go-to-end", "b", forward_action);
  gtk_widget_class_install_action (klass, "win.go-to-date", NULL, go_to_date_action);
  gtk_widget_class_install_action (klass, "win.read", NULL, read_action);
  gtk_widget_class_install_action (klass, "win.cycle-panes", "i", cycle_panes_action);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (klass, "win.play", NULL, forward_action);
  gtk_widget_class_install_action (klass, "win.step-event", "i", forward_action);
  gtk_widget_class_install_action (klass, "win.zoom-timeline", "d", forward_action);
  gtk_widget_class_install_action (klass, "win.fit-timeline", NULL, forward_action);
  gtk_widget_class_install_action (klass, "win.zoom-map", "d", forward_action);
  gtk_widget_class_install_action (klass, "win.fit-map", NULL, forward_action);
  gtk_widget_class_install_action (klass, "win.fit-selection", NULL, forward_action);
  gtk_widget_class_install_action (klass, "win.step-change", "i", step_change_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.clear", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Home, GDK_CONTROL_MASK, "win.go-to-end", "b",
                                       FALSE);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_End, GDK_CONTROL_MASK, "win.go-to-end", "b",
                                       TRUE);
  /* These keys act on the map wherever the focus is; a focused timeline takes them first. */
  ka_canvas_add_zoom_keys (klass, GDK_CONTROL_MASK, "win.zoom-map", M_SQRT2);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_CONTROL_MASK, "win.fit-selection",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_0, GDK_CONTROL_MASK, "win.fit-selection",
                                       NULL);
}

/* Sizes and state */

static void
day_changed_cb (KaWindow *self)
{
  give_hint (self, "range",
             _ ("Drag on the timeline with Shift to mark a range of time; Escape ends it"));
}

/* Over a small map the pane comes with a page and goes with it. */
static void
show_page (GtkWindow *window)
{
  KaWindow *self = KA_WINDOW (window);

  gtk_toggle_button_set_active (self->pane_button, has_page (self));
}

static void
cover_map (GtkWindow *window, int left_px, int right_px)
{
  ka_map_view_set_cover (KA_WINDOW (window)->map_view, left_px, right_px);
}

/* While the player runs, the pane stays as it is. */
static void
selection_changed_cb (KaWindow *self)
{
  KaPlayer     *player = ka_timeline_stage_get (self->stage)->player;
  const KaItem *selection = ka_session_get_selection (self->session);

  if (ka_window_layout_is_small (self->layout) && !ka_player_get_is_playing (player))
    show_page (GTK_WINDOW (self));
  if (selection != NULL && selection->kind == KA_ITEM_REGION)
    give_hint (self, "levels", _ ("Click the same land again for the state that it belongs to"));
}

static void
ka_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ka_window_layout_allocate (KA_WINDOW (widget)->layout, width, height);
  GTK_WIDGET_CLASS (ka_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static KaWindowState
get_state (KaWindow *self)
{
  return (KaWindowState){ .window = GTK_WINDOW (self),
                          .session = self->session,
                          .map = self->map_view,
                          .stage = self->stage,
                          .list_button = self->list_button,
                          .pane_button = self->pane_button,
                          .dividers = { self->dividers[0], self->dividers[1], self->dividers[2] } };
}

/* A closed window is unmapped first and still has its size. */
static void
ka_window_unmap (GtkWidget *widget)
{
  KaWindow     *self = KA_WINDOW (widget);
  KaWindowState state = get_state (self);

  if (ka_window_layout_is_narrow (self->layout))
    state.list_button = NULL;
  if (ka_window_layout_is_small (self->layout))
    state.pane_button = NULL;
  if (self->settings != NULL)
    ka_window_state_keep (&state, self->settings);

  GTK_WIDGET_CLASS (ka_window_parent_class)->unmap (widget);
}

static void
ka_window_dispose (GObject *object)
{
  KaWindow *self = KA_WINDOW (object);

  g_clear_pointer (&self->layout, ka_window_layout_free);
  g_clear_pointer (&self->focus, ka_focus_free);
  g_clear_object (&self->kiosk);
  /* One holds the session, one uses the style; menus may hold them longer than the window lives. */
  g_action_map_remove_action (G_ACTION_MAP (self), "old-style");
  g_action_map_remove_action (G_ACTION_MAP (self), "theme");
  g_clear_pointer (&self->export, ka_window_export_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->style);
  g_clear_object (&self->reading_list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ka_window_parent_class)->dispose (object);
}

static void
ka_window_class_init (KaWindowClass *klass)
{
  static const char *const dividers[] = { "list_divider", "pane_divider", "timeline_divider" };
  static const char *const menus[] = { "main_menu", "export_menu", NULL };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_window_dispose;
  widget_class->size_allocate = ka_window_size_allocate;
  widget_class->unmap = ka_window_unmap;

  g_type_ensure (KA_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (widget_class, KA_RESOURCE_PATH "/ui/ka-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KaWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, then_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, swipe_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, body);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, lower);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, map_overlay);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, layers_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, map_controls);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, compare_chip);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, compare_label);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, theme_menu);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, tours_menu);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, recent_menu);
  ka_popovers_bind_menus (widget_class, menus);
  for (gsize i = 0; i < G_N_ELEMENTS (dividers); i++)
    gtk_widget_class_bind_template_child_full (widget_class, dividers[i], FALSE,
                                               G_STRUCT_OFFSET (KaWindow, dividers) +
                                                 (gssize) (i * sizeof (GtkPaned *)));
  install_actions (widget_class);
}

static void
ka_window_init (KaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->layout = ka_window_layout_new (&(KaWindowParts){
    .window = GTK_WINDOW (self),
    .map_overlay = self->map_overlay,
    .toast = GTK_WIDGET (self->toast),
    .list_button = self->list_button,
    .pane_button = self->pane_button,
    .compare_button = self->compare_button,
    .dividers = { self->dividers[0], self->dividers[1], self->dividers[2] },
    .became_small = show_page,
    .covered = cover_map,
  });
}

static void
set_up_focus (KaWindow *self)
{
  GtkWidget *const panes[KA_FOCUS_N_PANES] = { GTK_WIDGET (self->event_list),
                                               GTK_WIDGET (self->map_view),
                                               GTK_WIDGET (self->timeline_view),
                                               GTK_WIDGET (self->reading_pane) };

  self->focus = ka_focus_new (GTK_WINDOW (self), panes);
}

/* Views of an atlas */

/* Space plays the timeline from the map, too. */
static GtkWidget *
create_map (void)
{
  GtkWidget          *map = g_object_new (KA_TYPE_MAP_VIEW, "hexpand", TRUE, "vexpand", TRUE,
                                          "width-request", MIN_MAP_WIDTH_PX, "height-request",
                                          MIN_MAP_HEIGHT_PX, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_named_action_new ("win.play")));
  gtk_widget_add_controller (map, keys);

  return map;
}

static void
create_views (KaWindow *self)
{
  self->event_list = g_object_new (KA_TYPE_EVENT_LIST, NULL);
  self->map_view = KA_MAP_VIEW (create_map ());
  self->reading_pane = g_object_new (KA_TYPE_READING_PANE, NULL);
  self->time_bar = g_object_new (KA_TYPE_TIME_BAR, NULL);
  self->timeline_view = g_object_new (KA_TYPE_TIMELINE_VIEW, "vexpand", TRUE, NULL);
  g_object_bind_property (self->list_button, "active", self->event_list, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->pane_button, "active", self->reading_pane, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->map_view, "has-swipe", self->then_button, "active",
                          G_BINDING_SYNC_CREATE);
  /* A tooltip of a low map would cover the message at its foot. */
  g_object_bind_property (self->toast, "visible", self->map_view, "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (self->map_view, "has-swipe", self->swipe_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
place_views (KaWindow *self)
{
  gtk_overlay_set_child (self->map_overlay, GTK_WIDGET (self->map_view));
  ka_window_layout_add (self->layout, GTK_WIDGET (self->event_list),
                        GTK_WIDGET (self->reading_pane));
  gtk_box_append (self->lower, GTK_WIDGET (self->time_bar));
  gtk_box_append (self->lower, GTK_WIDGET (self->timeline_view));
  gtk_box_prepend (self->body, GTK_WIDGET (self->tour_bar));
  ka_map_view_add_overlay (self->map_view, self->map_controls);
  ka_map_view_add_overlay (self->map_view, self->compare_chip);
}

/* Removes the views; those that somebody else holds live on without the window. */
static void
remove_views (KaWindow *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->focus, ka_focus_free);
  ka_window_layout_remove (self->layout);
  gtk_menu_button_set_popover (self->layers_button, NULL);
  g_menu_remove_all (self->tours_menu);
  gtk_box_remove (self->body, GTK_WIDGET (self->tour_bar));
  gtk_box_remove (self->lower, GTK_WIDGET (self->timeline_view));
  gtk_box_remove (self->lower, GTK_WIDGET (self->time_bar));
  gtk_overlay_set_child (self->map_overlay, NULL);
}

static void
show_title (KaWindow *self)
{
  const KaAtlasHead *head = ka_atlas_get_head (ka_session_get_atlas (self->session));
  KaLanguage         language = ka_session_get_language (self->session);
  const char        *title = ka_text_get (&head->title, language);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, ka_text_get (&head->subtitle, language));
}

static void
watch_session (KaWindow *self)
{
  ka_session_watch (self->session, "day", G_CALLBACK (day_changed_cb), self);
  ka_session_watch (self->session, "selection", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (self->session, "page", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (self->session, "can-go-back", G_CALLBACK (update_actions), self);
  ka_session_watch (self->session, "can-go-forward", G_CALLBACK (update_actions), self);
}

/* Hides what zooms and layers a map where there is none; the first control is the menu. */
static void
show_map_controls (KaWindow *self)
{
  const gboolean has_map = ka_atlas_has_map (ka_session_get_atlas (self->session));
  GtkWidget     *control = gtk_widget_get_first_child (self->map_controls);

  while ((control = gtk_widget_get_next_sibling (control)) != NULL)
    gtk_widget_set_visible (control, has_map);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.then-and-now", has_map);
}

/* Gives the views, which are new, the session. */
static void
fill_views (KaWindow *self, KaWindowBefore *before)
{
  KaSession *session = self->session;

  ka_window_before_start_list (before, self->event_list);
  ka_event_list_set_session (self->event_list, session);
  ka_event_list_set_reading_list (self->event_list, self->reading_list);
  ka_map_view_set_session (self->map_view, session);
  ka_reading_pane_set_session (self->reading_pane, session);
  g_signal_connect_object (self->reading_pane, "told", G_CALLBACK (told_cb), self,
                           G_CONNECT_SWAPPED);
  ka_timeline_view_set_session (self->timeline_view, session);
  self->stage = ka_timeline_view_get_stage (self->timeline_view);
  ka_time_bar_set_stage (self->time_bar, self->stage);
  self->tour_bar = ka_tour_bar_new (GTK_APPLICATION_WINDOW (self), session, self->map_view);
  ka_tour_bar_fill_menu (self->tour_bar, self->tours_menu);
  gtk_menu_button_set_popover (self->layers_button, ka_layers_create_popover (session));
  show_map_controls (self);
}

static void
open_pins (KaWindow *self)
{
  g_autoptr (GFile) pins = ka_reading_list_dup_file (self->reading_list);

  if (self->keeps_pins)
    ka_reading_list_open (self->reading_list, pins);
}

/* Shows a session in new views; @before: (nullable): what those before them showed */
static void
show_session (KaWindow *self, KaSession *session, KaWindowBefore *before)
{
  KaWindowState state;
  g_autoptr (GPropertyAction)
    old_style = g_property_action_new ("old-style", session, "shows-old-style");

  g_set_object (&self->session, session);
  g_clear_object (&self->reading_list);
  self->reading_list = ka_reading_list_new (ka_session_get_atlas (session));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (old_style));
  show_title (self);
  create_views (self);
  fill_views (self, before);
  state = get_state (self);
  if (before != NULL)
    ka_window_before_restore (before, &state, ka_tour_bar_get_guide (self->tour_bar));
  place_views (self);
  watch_session (self);
  ka_window_compare_add (&state, self->toast, self->compare_chip, self->compare_label);
  ka_window_link_add (&state, self->toast);
  ka_window_pins_add (&state, self->reading_list, self->toast);
  open_pins (self);
  set_up_focus (self);
  update_theme (self);
  update_actions (self);
}

KaWindow *
ka_window_new (GtkApplication *application, KaSession *session)
{
  KaWindow *self = g_object_new (KA_TYPE_WINDOW, "application", application, NULL);

  self->style = ka_window_colours_add (GTK_APPLICATION_WINDOW (self), self->theme_menu);
  g_signal_connect_object (self->style, "notify::theme", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  ka_single_keys_add (GTK_APPLICATION_WINDOW (self));
  ka_help_add (GTK_APPLICATION_WINDOW (self));
  self->export = ka_window_export_new (GTK_APPLICATION_WINDOW (self), look, tell);
  ka_window_export_drag_from (self->export, self->export_button);
  show_session (self, session, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map_view));

  return self;
}

void
ka_window_set_atlas (KaWindow *self, KaAtlas *atlas)
{
  g_autoptr (KaSession) session = NULL;
  KaWindowState   state;
  KaWindowBefore *before;
  int             pane;
  gboolean        is_typing;

  g_return_if_fail (KA_IS_WINDOW (self) && self->kiosk == NULL);

  session = ka_session_renew (self->session, atlas);
  state = get_state (self);
  before = ka_window_before_new (&state, self->event_list, ka_tour_bar_get_guide (self->tour_bar));
  pane = ka_focus_get_pane (self->focus);
  is_typing = ka_event_list_is_typing (self->event_list);
  remove_views (self);
  show_session (self, session, before);
  ka_focus_enter (self->focus, pane);
  if (is_typing)
    ka_event_list_focus_search (self->event_list, FALSE);
  ka_window_before_free (before);
}

void
ka_window_put_above (KaWindow *self, GtkWidget *widget)
{
  gtk_box_prepend (self->body, widget);
}

void
ka_window_tell (KaWindow *self, const char *message)
{
  ka_toast_show (self->toast, message, NULL);
}

GMenu *
ka_window_get_recent_menu (KaWindow *self)
{
  return self->recent_menu;
}

KaSession *
ka_window_get_session (KaWindow *self)
{
  return self->session;
}

void
ka_window_restore (KaWindow *self, GSettings *settings, gboolean with_place)
{
  const KaWindowState state = get_state (self);

  g_return_if_fail (KA_IS_WINDOW (self) && self->settings == NULL);

  g_set_object (&self->settings, settings);
  ka_window_export_set_settings (self->export, settings);
  ka_window_state_restore (&state, settings, with_place);
  self->keeps_pins = TRUE;
  open_pins (self);
}

/* Shows the next visitor what the window opened with: nothing stays of the one before. */
static void
left_cb (KaWindow *self)
{
  GActionGroup *actions = G_ACTION_GROUP (self);
  g_autoptr (KaSession) session = ka_session_new (ka_session_get_atlas (self->session));

  remove_views (self);
  show_session (self, session, NULL);
  g_action_group_change_action_state (actions, "theme", g_variant_new_string (KA_STYLE_SYSTEM));
  g_action_group_change_action_state (actions, "single-keys", g_variant_new_boolean (TRUE));
  gtk_toggle_button_set_active (self->list_button, !ka_window_layout_is_narrow (self->layout));
  gtk_toggle_button_set_active (self->pane_button, !ka_window_layout_is_small (self->layout));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map_view));
  ka_kiosk_set_guide (self->kiosk, session, ka_tour_bar_get_guide (self->tour_bar));
}

KaKiosk *
ka_window_enter_kiosk (KaWindow *self)
{
  g_return_val_if_fail (KA_IS_WINDOW (self) && self->kiosk == NULL, NULL);

  self->kiosk = ka_kiosk_new (GTK_APPLICATION_WINDOW (self), self->session,
                              ka_tour_bar_get_guide (self->tour_bar));
  g_signal_connect_object (self->kiosk, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);

  return self->kiosk;
}
