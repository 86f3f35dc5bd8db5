/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole window on a display: accessible names, actions, painting at every size, and that it is
 * freed when it closes.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "ka-event-list.h"
#include "ka-hint.h"
#include "ka-map-levels.h"
#include "ka-map-view.h"
#include "ka-overview.h"
#include "ka-reading-pane.h"
#include "ka-time-bar.h"
#include "ka-timeline-view.h"
#include "ka-toast.h"
#include "ka-window-test.h"

#define MAX_FRAME_PX 60
/* In a menu, without its submenus */
#define MAX_ENTRIES 12

typedef struct
{
  KaSession       *session;
  GtkWidget       *window;
  KaMapView       *map;
  KaTimelineView  *timeline;
  KaTimelineStage *stage; /* Borrowed from the timeline, as the camera */
  KaTimeCamera    *camera;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ka_app_test_create_session ();
  fixture->window = ka_window_test_open (fixture->session);
  fixture->map = KA_MAP_VIEW (ka_app_test_find (fixture->window, KA_TYPE_MAP_VIEW));
  fixture->timeline = KA_TIMELINE_VIEW (ka_app_test_find (fixture->window, KA_TYPE_TIMELINE_VIEW));
  fixture->stage = ka_timeline_view_get_stage (fixture->timeline);
  fixture->camera = ka_timeline_stage_get (fixture->stage)->camera;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_window_test_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  g_autoptr (GVariant) value = NULL;

  if (parameter != NULL)
    value = g_variant_ref_sink (g_variant_new_parsed (parameter));
  g_assert_true (gtk_widget_activate_action_variant (fixture->window, action, value));
}

/* Buttons with an icon alone have a tooltip and an accessible label. */
static void
check_button (GtkWidget *widget, gpointer data)
{
  guint      *n_buttons = data;
  const char *icon = NULL;

  if (GTK_IS_BUTTON (widget))
    icon = gtk_button_get_icon_name (GTK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    icon = gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget));
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return;
  /* The name of a menu button with words would be that of its class. */
  if (icon == NULL && (!GTK_IS_MENU_BUTTON (widget) ||
                       gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) == NULL))
    return;

  (*n_buttons)++;
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("the button with the icon %s has no label", icon);
  if (gtk_widget_get_tooltip_text (widget) == NULL)
    g_error ("the button with the icon %s has no tooltip", icon);
}

/* What opens has a name of its own: popovers and folds. */
static void
check_opening (GtkWidget *widget, gpointer data)
{
  guint *n_openings = data;

  if (!GTK_IS_POPOVER (widget) && !GTK_IS_EXPANDER (widget))
    return;

  (*n_openings)++;
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("a %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  g_autofree char *description = NULL;
  guint            n_buttons = 0;
  guint            n_openings = 0;

  gtk_test_accessible_assert_role (fixture->map, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of “Kars Atlas”, 13 October 1921");
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline, 13 October 1921");
  ka_app_test_visit (fixture->window, check_button, &n_buttons);
  g_assert_cmpuint (n_buttons, >=, 13);
  ka_app_test_visit (fixture->window, check_opening, &n_openings);
  g_assert_cmpuint (n_openings, >=, 7);

  ka_session_set_day (fixture->session, ka_day_from_ymd (1924, 2, 9));
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of “Kars Atlas”, 9 February 1924");
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline, 9 February 1924");
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "region:nakhichevan"));
  told = ka_hint_tell (ka_app_test_get_item (fixture->session, "region:nakhichevan"),
                       ka_session_get_day (fixture->session), KA_LANGUAGE_EN);
  description = g_strdup_printf ("Selected: %s. 1 of 20 in view", told);
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Nakhichevan");
}

static void
test_map_actions (Fixture *fixture, gconstpointer data)
{
  KaViewport home = ka_map_view_get_viewport (fixture->map);
  KaViewport zoomed;
  KaViewport back;

  activate (fixture, "win.zoom-map", "2.0");
  zoomed = ka_map_view_get_viewport (fixture->map);
  g_assert_cmpfloat_with_epsilon (zoomed.scale, home.scale * 2, home.scale * 1e-9);
  g_assert_cmpfloat_with_epsilon (zoomed.centre_km.x, home.centre_km.x, 1e-6);
  for (int i = 0; i < 20; i++)
    activate (fixture, "win.zoom-map", "2.0");
  g_assert_cmpfloat (ka_map_view_get_viewport (fixture->map).scale, <, home.scale * 100);
  for (int i = 0; i < 40; i++)
    activate (fixture, "win.zoom-map", "0.5");
  g_assert_cmpfloat (ka_map_view_get_viewport (fixture->map).scale, >, home.scale * 0.3);
  activate (fixture, "win.fit-map", NULL);
  back = ka_map_view_get_viewport (fixture->map);
  g_assert_cmpfloat_with_epsilon (back.scale, home.scale, 1e-12);
  g_assert_cmpfloat_with_epsilon (back.centre_km.x, home.centre_km.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.centre_km.y, home.centre_km.y, 1e-9);
}

static void
test_timeline_actions (Fixture *fixture, gconstpointer data)
{
  KaTimeAxis    home = *ka_time_camera_get_axis (fixture->camera);
  KaTimeAxis    axis;
  KaSpan        limits;
  KaPlayer     *player = ka_timeline_stage_get (fixture->stage)->player;
  const KaItem *first;

  activate (fixture, "win.zoom-timeline", "2.0");
  axis = *ka_time_camera_get_axis (fixture->camera);
  g_assert_cmpfloat_with_epsilon (axis.px_per_day, home.px_per_day * 2, 1e-9);
  activate (fixture, "win.fit-timeline", NULL);
  axis = *ka_time_camera_get_axis (fixture->camera);
  limits = ka_time_camera_get_limits (fixture->camera);
  g_assert_cmpfloat_with_epsilon (axis.first_day, (double) limits.from, 1);
  g_assert_cmpfloat_with_epsilon (ka_time_axis_get_last_day (&axis), (double) limits.to, 1);

  activate (fixture, "win.step-event", "1");
  first = ka_session_get_selection (fixture->session);
  g_assert_nonnull (first);
  g_assert_cmpint (first->kind, ==, KA_ITEM_EVENT);
  activate (fixture, "win.step-event", "1");
  activate (fixture, "win.step-event", "-1");
  g_assert_true (ka_session_get_selection (fixture->session) == first);

  activate (fixture, "win.play", NULL);
  g_assert_true (ka_player_get_is_playing (player));
  activate (fixture, "win.play", NULL);
  g_assert_false (ka_player_get_is_playing (player));
}

static void
test_history_actions (Fixture *fixture, gconstpointer data)
{
  const KaItem *kars = ka_app_test_get_item (fixture->session, "region:kars");

  ka_session_select (fixture->session, kars);
  activate (fixture, "win.go-back", NULL);
  g_assert_null (ka_session_get_selection (fixture->session));
  activate (fixture, "win.go-forward", NULL);
  g_assert_true (ka_session_get_selection (fixture->session) == kars);
  activate (fixture, "win.clear", NULL);
  g_assert_null (ka_session_get_selection (fixture->session));

  /* Clears the step of an annex before the annex. */
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "annex:kars-annex-1"));
  ka_session_set_step (fixture->session, 2);
  activate (fixture, "win.clear", NULL);
  g_assert_cmpuint (ka_session_get_state (fixture->session).step, ==, 0);
  g_assert_nonnull (ka_session_get_selection (fixture->session));
  activate (fixture, "win.clear", NULL);
  g_assert_null (ka_session_get_selection (fixture->session));
}

/* Whether the window stops a key before the focused widget. */
static gboolean
takes_key (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->window);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean takes = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &takes);
      is_taken = is_taken || takes;
    }

  return is_taken;
}

/* The window of keys; %NULL while there is none */
static GtkWindow *
find_help (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        return window;
    }

  return NULL;
}

/* The window of keys is built when it is asked for. */
static void
test_help (Fixture *fixture, gconstpointer data)
{
  g_assert_null (find_help ());
  activate (fixture, "win.show-help-overlay", NULL);
  g_assert_nonnull (find_help ());
  g_assert_true (gtk_window_get_transient_for (find_help ()) == GTK_WINDOW (fixture->window));
  ka_app_test_iterate (200);
  gtk_window_destroy (find_help ());
  g_assert_null (find_help ());
}

/* Turned off, keys of a single letter or sign do nothing outside text entries; others act. */
static void
test_single_keys (Fixture *fixture, gconstpointer data)
{
  static const guint single[] = { GDK_KEY_l,     GDK_KEY_F,      GDK_KEY_0,      GDK_KEY_plus,
                                  GDK_KEY_equal, GDK_KEY_period, GDK_KEY_KP_Add, GDK_KEY_KP_0 };
  static const guint other[] = { GDK_KEY_space, GDK_KEY_Left, GDK_KEY_Escape, GDK_KEY_Return,
                                 GDK_KEY_Tab,   GDK_KEY_Home, GDK_KEY_F9 };
  GtkWidget         *map = ka_app_test_find (fixture->window, KA_TYPE_MAP_VIEW);

  gtk_widget_grab_focus (map);
  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    g_assert_false (takes_key (fixture, single[i], 0));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "single-keys",
                                      g_variant_new_boolean (FALSE));
  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    {
      g_assert_true (takes_key (fixture, single[i], 0));
      g_assert_true (takes_key (fixture, single[i], GDK_SHIFT_MASK));
      g_assert_false (takes_key (fixture, single[i], GDK_CONTROL_MASK));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (other); i++)
    g_assert_false (takes_key (fixture, other[i], 0));

  activate (fixture, "win.search", NULL);
  g_assert_false (takes_key (fixture, GDK_KEY_l, 0));
}

static void
collect_menu_button (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_visible (widget) &&
      gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) != NULL)
    g_ptr_array_add (data, widget);
}

static void
collect_entry (GtkWidget *widget, gpointer data)
{
  if (gtk_widget_get_mapped (widget) &&
      (GTK_IS_CHECK_BUTTON (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")))
    g_ptr_array_add (data, widget);
}

static void
collect_submenu (GtkWidget *widget, gpointer data)
{
  g_autofree char *name = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return;
  g_object_get (widget, "menu-name", &name, NULL);
  if (name != NULL)
    g_ptr_array_add (data, g_steal_pointer (&name));
}

/* Opens a menu, does something in it, closes it, and compares the focus. */
static void
check_focus_after (GtkWidget *window, GtkMenuButton *button, int entry, const char *submenu)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkWidget  *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  gtk_menu_button_popup (button);
  ka_app_test_iterate (30);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  if (submenu != NULL)
    g_object_set (popover, "visible-submenu", submenu, NULL);
  ka_app_test_iterate (30);
  ka_app_test_visit (GTK_WIDGET (popover), collect_entry, entries);
  if (entry >= (int) entries->len)
    entry = -1;
  if (entry >= 0 && GTK_IS_CHECK_BUTTON (entries->pdata[entry]))
    gtk_check_button_set_active (entries->pdata[entry], FALSE);
  else if (entry >= 0)
    g_signal_emit_by_name (entries->pdata[entry], "clicked");
  ka_app_test_iterate (30);
  gtk_popover_popdown (popover);
  ka_app_test_iterate (200);
  if (gtk_window_get_focus (GTK_WINDOW (window)) != focus)
    g_error ("entry %d, submenu %s of %s: the focus went from %s to %s", entry, submenu,
             gtk_widget_get_tooltip_text (GTK_WIDGET (button)), G_OBJECT_TYPE_NAME (focus),
             gtk_window_get_focus (GTK_WINDOW (window)) != NULL
               ? G_OBJECT_TYPE_NAME (gtk_window_get_focus (GTK_WINDOW (window)))
               : "nowhere");
}

/* After every entry of every menu and submenu, and after every popover, the focus is where it was
 * before. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *const starts[] = { GTK_WIDGET (fixture->map), GTK_WIDGET (fixture->timeline),
                                ka_app_test_find (fixture->window, GTK_TYPE_SEARCH_ENTRY) };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  ka_app_test_visit (fixture->window, collect_menu_button, buttons);
  g_assert_cmpuint (buttons->len, >=, 5);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkMenuButton *button = buttons->pdata[i];
      GtkWidget     *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
      g_autoptr (GPtrArray) submenus = g_ptr_array_new_with_free_func (g_free);

      /* A menu is filled when it opens */
      gtk_widget_realize (popover);
      if (GTK_IS_POPOVER_MENU (popover))
        g_assert_nonnull (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)));
      ka_app_test_visit (popover, collect_submenu, submenus);
      for (gsize start = 0; start < G_N_ELEMENTS (starts); start++)
        {
          gtk_widget_grab_focus (starts[start]);
          check_focus_after (fixture->window, button, -1, NULL);
          for (guint j = 0; j < submenus->len; j++)
            check_focus_after (fixture->window, button, -1, submenus->pdata[j]);
        }
      for (int j = 0; j < MAX_ENTRIES; j++)
        check_focus_after (fixture->window, button, j, NULL);
      for (guint j = 0; j < submenus->len; j++)
        check_focus_after (fixture->window, button, 1, submenus->pdata[j]);
    }
}

/* Gives the window a size and waits until it has it; a frame may take some of it. */
static void
resize (Fixture *fixture, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  for (int tries = 0;
       tries < 100 && ABS (gtk_widget_get_width (fixture->window) - width) > MAX_FRAME_PX; tries++)
    ka_app_test_iterate (20);
  ka_app_test_iterate (200);
  g_assert_cmpint (ABS (gtk_widget_get_width (fixture->window) - width), <=, MAX_FRAME_PX);
}

/* The list folds by itself in a narrow window and unfolds in a wide one. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int      width;
    int      height;
    gboolean has_list;
  } cases[] = {
    { 900, 600, FALSE }, { 1440, 900, TRUE }, { 640, 480, FALSE }, { 1200, 700, TRUE }
  };
  GtkWidget *list = ka_app_test_find (fixture->window, KA_TYPE_EVENT_LIST);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      resize (fixture, cases[i].width, cases[i].height);
      g_assert_cmpint (gtk_widget_get_visible (list), ==, cases[i].has_list);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->map)), >=, 300);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->map)), >=, 180);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->timeline)), >=, 100);
    }
}

/* Fails on a label of a button that is cut. */
static void
check_labels (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL)
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labels (child);
}

/* Large text makes the pane wider, and no button of the bar loses letters. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 900, 1000, 1110, 1200, 1240, 1251, 1440, 1600 };
  static const int texts[] = { 100, 125, 150, 200 };
  GtkSettings     *settings = gtk_settings_get_default ();
  GtkWidget       *bar = gtk_window_get_titlebar (GTK_WINDOW (fixture->window));
  GtkWidget       *pane = ka_app_test_find (fixture->window, KA_TYPE_READING_PANE);
  int              normal = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * texts[i] / 100, NULL);
      for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
        {
          resize (fixture, widths[j], 700);
          check_labels (bar);
        }
      if (i == 0)
        normal = gtk_widget_get_width (pane);
      else
        g_assert_cmpint (gtk_widget_get_width (pane), >, normal + normal / 5);
    }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}

static void
check_order (Fixture *fixture, GtkWidget *left, GtkWidget *right)
{
  graphene_rect_t a, b;

  g_assert_true (gtk_widget_compute_bounds (left, fixture->window, &a));
  g_assert_true (gtk_widget_compute_bounds (right, fixture->window, &b));
  g_assert_cmpfloat (a.origin.x + a.size.width, <=, b.origin.x);
}

/* Where the language runs from right to left, panes change sides; what stands by time and maps,
 * which are painted alike in every language, does not. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = ka_app_test_find (fixture->window, KA_TYPE_EVENT_LIST);
  GtkWidget *bar = ka_app_test_find (fixture->window, KA_TYPE_TIME_BAR);
  GtkWidget *overview = ka_app_test_find (bar, KA_TYPE_OVERVIEW);
  GtkWidget *map = GTK_WIDGET (fixture->map);
  GtkWidget *controls = gtk_widget_get_next_sibling (map);

  resize (fixture, 1440, 900);
  check_order (fixture, list, map);
  for (int direction = GTK_TEXT_DIR_RTL; direction >= GTK_TEXT_DIR_LTR; direction--)
    {
      graphene_rect_t box;

      gtk_widget_set_default_direction ((GtkTextDirection) direction);
      ka_app_test_iterate (200);
      if (direction == GTK_TEXT_DIR_RTL)
        check_order (fixture, map, list);
      g_assert_true (gtk_widget_compute_bounds (controls, map, &box));
      g_assert_cmpfloat (box.origin.x, >, gtk_widget_get_width (map) / 2);
      check_order (fixture, gtk_widget_get_prev_sibling (overview), overview);
      check_order (fixture, overview, gtk_widget_get_next_sibling (overview));
      g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (bar)), ==,
                       GTK_TEXT_DIR_LTR);
    }
}

/* Checks that a widget lies whole in the window. */
static void
check_whole (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, fixture->window, &box));
  g_assert_cmpfloat (box.origin.x, >=, 0);
  g_assert_cmpfloat (box.origin.x + box.size.width, <=,
                     (float) gtk_widget_get_width (fixture->window));
  g_assert_cmpfloat (box.size.width, >=, 150);
}

/* The middle of what is selected is in the part of the map that no pane covers. */
static void
check_uncovered (Fixture *fixture, const char *id, GtkWidget *list, GtkWidget *pane)
{
  const KaViewport viewport = ka_map_view_get_viewport (fixture->map);
  const double     unit = gtk_widget_get_width (GTK_WIDGET (fixture->map)) / viewport.width;
  const double     left = gtk_widget_get_visible (list) ? gtk_widget_get_width (list) : 0;
  const double     right = gtk_widget_get_visible (pane) ? gtk_widget_get_width (pane) : 0;
  KaBox            box;
  KaPoint          middle;

  g_assert_true (ka_map_scene_get_bounds_of (ka_map_view_get_scene (fixture->map),
                                             ka_app_test_get_item (fixture->session, id),
                                             ka_session_get_day (fixture->session), &box));
  middle = ka_viewport_to_user (&viewport,
                                (KaPoint){ (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 });
  g_assert_cmpfloat (middle.x * unit, >, left);
  g_assert_cmpfloat (middle.x * unit, <, gtk_widget_get_width (GTK_WIDGET (fixture->map)) - right);
}

/* In a small window list and pane lie over the map, which keeps its width; in a large one they
 * stand beside it again. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = ka_app_test_find (fixture->window, KA_TYPE_EVENT_LIST);
  GtkWidget *search = ka_app_test_find (list, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *pane = ka_app_test_find (fixture->window, KA_TYPE_READING_PANE);
  int        width;

  for (int round = 0; round < 2; round++)
    {
      resize (fixture, 720, 540);
      width = gtk_widget_get_width (GTK_WIDGET (fixture->map));
      g_assert_cmpint (width, >=, 640);
      g_assert_false (gtk_widget_get_visible (list));
      g_assert_false (gtk_widget_get_visible (pane));

      activate (fixture, "win.search", NULL);
      ka_app_test_iterate (200);
      check_whole (fixture, search);
      ka_session_select (fixture->session,
                         ka_app_test_get_item (fixture->session, "region:nakhichevan"));
      ka_app_test_iterate (200);
      check_whole (fixture, pane);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->map)), ==, width);
      check_uncovered (fixture, "region:nakhichevan", list, pane);

      activate (fixture, "win.clear", NULL);
      g_assert_false (gtk_widget_get_visible (list));
      activate (fixture, "win.clear", NULL);
      g_assert_null (ka_session_get_selection (fixture->session));
      g_assert_false (gtk_widget_get_visible (pane));

      resize (fixture, 1280, 800);
      check_whole (fixture, list);
      check_whole (fixture, pane);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->map)), <, 1280 - 400);
    }
}

static void
collect_paned (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_PANED (widget))
    g_ptr_array_add (data, widget);
}

/* No divider leaves a sliver of a pane, wherever it is dragged. */
static void
test_dividers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dividers = g_ptr_array_new ();

  ka_app_test_visit (fixture->window, collect_paned, dividers);
  g_assert_cmpuint (dividers->len, ==, 3);
  for (guint i = 0; i < dividers->len; i++)
    for (int position = 0; position <= 5000; position += 5000)
      {
        GtkWidget *const children[] = { gtk_paned_get_start_child (dividers->pdata[i]),
                                        gtk_paned_get_end_child (dividers->pdata[i]) };
        GtkOrientation   orientation = gtk_orientable_get_orientation (dividers->pdata[i]);

        gtk_paned_set_position (dividers->pdata[i], position);
        ka_app_test_iterate (100);
        for (gsize j = 0; j < G_N_ELEMENTS (children); j++)
          {
            int least;

            gtk_widget_measure (children[j], orientation, -1, &least, NULL, NULL, NULL);
            g_assert_cmpint (orientation == GTK_ORIENTATION_HORIZONTAL
                               ? gtk_widget_get_width (children[j])
                               : gtk_widget_get_height (children[j]),
                             >=, least);
          }
      }
}

/* Then and now: two halves of the map, and back to the day. */
static void
test_then_and_now (Fixture *fixture, gconstpointer data)
{
  const KaDay then = ka_session_get_day (fixture->session);
  gboolean    has_swipe;

  activate (fixture, "win.then-and-now", NULL);
  g_object_get (fixture->map, "has-swipe", &has_swipe, NULL);
  g_assert_true (has_swipe);
  g_assert_cmpint (ka_session_get_state (fixture->session).pinned_day, ==, then);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, ka_timeline_stage_get_today ());
  activate (fixture, "win.then-and-now", NULL);
  g_object_get (fixture->map, "has-swipe", &has_swipe, NULL);
  g_assert_false (has_swipe);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, then);
}

/* The panes in the order of F6: list, map, timeline, reading pane. */
static void
test_cycle_panes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *const panes[] = { ka_app_test_find (fixture->window, KA_TYPE_EVENT_LIST),
                               GTK_WIDGET (fixture->map), GTK_WIDGET (fixture->timeline),
                               ka_app_test_find (fixture->window, KA_TYPE_READING_PANE) };
  int              pane = 1;

  ka_app_test_iterate (200);
  gtk_widget_grab_focus (panes[pane]);
  for (int i = 0; i < 16; i++)
    {
      GtkWidget *focus;

      activate (fixture, "win.cycle-panes", i < 8 ? "1" : "-1");
      pane = (pane + (i < 8 ? 1 : 3)) % 4;
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      if (pane == 1 || pane == 2)
        g_assert_true (focus == panes[pane]);
      else
        g_assert_true (gtk_widget_is_ancestor (focus, panes[pane]));
    }
}

/* Every part of the window shows and paints every item. */
static void
test_show_items (Fixture *fixture, gconstpointer data)
{
  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (ka_session_get_atlas (fixture->session),
                                                (KaItemKind) kind);
      gsize         step = MAX (1, items->n_items / 6);

      for (gsize i = 0; i < items->n_items; i += step)
        {
          ka_session_set_hover (fixture->session, items->items[i]);
          ka_session_select (fixture->session, items->items[i]);
          gtk_test_widget_wait_for_draw (fixture->window);
        }
    }
}

static void
test_dark (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);

  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  g_assert_true (gtk_widget_has_css_class (fixture->window, "dark"));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->window, "dark"));
}

/* The pixels of the whole window. */
static GBytes *
grab (Fixture *fixture, gsize *stride)
{
  GtkWidget   *window = fixture->window;
  int          width = gtk_widget_get_width (window);
  int          height = gtk_widget_get_height (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels;

  ka_app_test_iterate (100);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  *stride = 4 * (gsize) width;
  pixels = g_malloc (*stride * (gsize) height);
  gdk_texture_download (texture, pixels, *stride);

  return g_bytes_new_take (pixels, *stride * (gsize) height);
}

/* How many pixels of a widget differ between two pictures. */
static guint
count_changes (Fixture *fixture, GtkWidget *widget, GBytes *a, GBytes *b, gsize stride)
{
  const guchar   *first = g_bytes_get_data (a, NULL);
  const guchar   *second = g_bytes_get_data (b, NULL);
  graphene_rect_t bounds;
  guint           n_changed = 0;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->window, &bounds));
  for (int y = (int) bounds.origin.y; y < (int) (bounds.origin.y + bounds.size.height); y++)
    for (int x = (int) bounds.origin.x; x < (int) (bounds.origin.x + bounds.size.width); x++)
      n_changed += memcmp (first + (gsize) y * stride + 4 * (gsize) x,
                           second + (gsize) y * stride + 4 * (gsize) x, 4) != 0;

  return n_changed;
}

/* The pixels of the whole window once its threads have painted all: the same twice in a row. */
static GBytes *
grab_settled (Fixture *fixture, gsize *stride)
{
  GBytes *pixels = grab (fixture, stride);

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (GBytes) last = pixels;

      pixels = grab (fixture, stride);
      if (g_bytes_equal (pixels, last))
        break;
    }

  return pixels;
}

/* The event under the pointer has rings round its places on the map, which go with the pointer;
 * nothing crosses the bar between map and timeline. */
static void
test_rings (Fixture *fixture, gconstpointer data)
{
  const KaItem *kars = ka_app_test_get_item (fixture->session, "event:kars-treaty-1921");
  GtkWidget    *bar = ka_app_test_find (fixture->window, KA_TYPE_TIME_BAR);
  GtkWidget    *map = GTK_WIDGET (fixture->map);
  GtkWidget    *pane = ka_app_test_find (fixture->window, KA_TYPE_READING_PANE);
  gsize         stride;
  g_autoptr (GBytes) before = grab_settled (fixture, &stride);
  g_autoptr (GBytes) ringed = NULL;
  g_autoptr (GBytes) after = NULL;

  ka_session_set_hover (fixture->session, kars);
  ringed = grab_settled (fixture, &stride);
  g_assert_cmpuint (count_changes (fixture, map, before, ringed, stride), >, 100);
  g_assert_cmpuint (count_changes (fixture, bar, before, ringed, stride), ==, 0);
  g_assert_cmpuint (count_changes (fixture, pane, before, ringed, stride), ==, 0);
  ka_session_set_hover (fixture->session, NULL);
  after = grab_settled (fixture, &stride);
  g_assert_cmpuint (count_changes (fixture, map, before, after, stride), ==, 0);
}

/* The name of the picture tells its content; a second one does not replace the first. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "kars-atlas-1921-10-13-map.png",
                                       "kars-atlas-1921-10-13-map-2.png" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), names[i], NULL);
      GStatBuf         status;

      activate (fixture, "win.export", "'map'");
      for (int tries = 0; tries < 500 && !g_file_test (path, G_FILE_TEST_EXISTS); tries++)
        ka_app_test_iterate (20);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 10000);
    }
}

/* While a message is shown, no tooltip of the map covers it. */
static void
test_message (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toast = ka_app_test_find (fixture->window, KA_TYPE_TOAST);

  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (fixture->map)));
  ka_window_tell (KA_WINDOW (fixture->window), "A message");
  g_assert_true (gtk_widget_get_visible (toast));
  g_assert_false (gtk_widget_get_has_tooltip (GTK_WIDGET (fixture->map)));
  gtk_widget_set_visible (toast, FALSE);
  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (fixture->map)));
}

/* GTK complains of labels in its own window of keys without the style of the program. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (css, KA_RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  load_style ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/window/accessible", test_accessible);
  ADD ("/window/map-actions", test_map_actions);
  ADD ("/window/message", test_message);
  ADD ("/window/single-keys", test_single_keys);
  ADD ("/window/help", test_help);
  ADD ("/window/focus", test_focus);
  ADD ("/window/timeline-actions", test_timeline_actions);
  ADD ("/window/history-actions", test_history_actions);
  ADD ("/window/sizes", test_sizes);
  ADD ("/window/large-text", test_large_text);
  ADD ("/window/right-to-left", test_right_to_left);
  ADD ("/window/small", test_small);
  ADD ("/window/dividers", test_dividers);
  ADD ("/window/then-and-now", test_then_and_now);
  ADD ("/window/cycle-panes", test_cycle_panes);
  ADD ("/window/show-items", test_show_items);
  ADD ("/window/dark", test_dark);
  ADD ("/window/rings", test_rings);
  ADD ("/window/export", test_export);
#undef ADD

  return g_test_run ();
}
