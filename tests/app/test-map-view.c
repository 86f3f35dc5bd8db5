/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map view in a window: where its actions take it, that nobody gets lost, that a move that is
 * animated ends where it should, what a pinned day brings,
 * how the legend folds.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "ka-app-test.h"
#include "ka-hint.h"
#include "ka-map-levels.h"
#include "ka-map-view.h"

typedef struct
{
  KaSession *session;
  GtkWidget *window;
  KaMapView *map;
} Fixture;

static void
set_animations (gboolean has_animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_animations, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_animations (FALSE);
  fixture->session = ka_app_test_create_session ();
  fixture->map = g_object_new (KA_TYPE_MAP_VIEW, NULL);
  ka_map_view_set_session (fixture->map, fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer map = fixture->map;

  g_object_add_weak_pointer (map, &map);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 100 && map != NULL; i++)
    ka_app_test_iterate (50);
  g_assert_null (map);
  g_assert_finalize_object (fixture->session);
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  g_autoptr (GVariant) value = NULL;

  if (parameter != NULL)
    value = g_variant_ref_sink (g_variant_new_parsed (parameter));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->map), action, value));
}

static void
assert_same_view (KaViewport a, KaViewport b)
{
  g_assert_cmpfloat_with_epsilon (a.scale, b.scale, b.scale * 1e-9);
  g_assert_cmpfloat_with_epsilon (a.centre_km.x, b.centre_km.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.centre_km.y, b.centre_km.y, 1e-6);
}

static void
assert_within_limits (Fixture *fixture)
{
  KaViewport viewport = ka_map_view_get_viewport (fixture->map);
  KaBox      limits = ka_map_scene_get_limits (ka_map_view_get_scene (fixture->map));

  g_assert_cmpfloat (viewport.centre_km.x, >, limits.x0);
  g_assert_cmpfloat (viewport.centre_km.x, <, limits.x1);
  g_assert_cmpfloat (viewport.centre_km.y, >, limits.y0);
  g_assert_cmpfloat (viewport.centre_km.y, <, limits.y1);
}

/* However far one goes, there is always some of the map, and 0 leads home. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  static const char *const ways[] = { "(-9e3, 0.0)", "(9e3, 0.0)", "(0.0, -9e3)", "(0.0, 9e3)",
                                      "(9e3, 9e3)" };
  static const char *const factors[] = { "1e-6", "1e6", "4.0" };
  KaViewport               home = ka_map_view_get_viewport (fixture->map);

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ways); j++)
      {
        double ratio;

        activate (fixture, "map.zoom", factors[i]);
        activate (fixture, "map.pan", ways[j]);
        assert_within_limits (fixture);
        ratio = ka_map_view_get_viewport (fixture->map).scale / home.scale;
        g_assert_cmpfloat (ratio, >, 0.3);
        g_assert_cmpfloat (ratio, <, 100);
      }
  activate (fixture, "map.fit", NULL);
  assert_same_view (ka_map_view_get_viewport (fixture->map), home);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  KaViewport before;
  KaViewport after;

  activate (fixture, "map.zoom", "8.0");
  before = ka_map_view_get_viewport (fixture->map);
  activate (fixture, "map.page", "(0.0, 1.0)");
  after = ka_map_view_get_viewport (fixture->map);
  g_assert_cmpfloat_with_epsilon ((before.centre_km.y - after.centre_km.y) * after.scale,
                                  0.8 * after.height, 1e-6);
  activate (fixture, "map.page", "(0.0, -1.0)");
  assert_same_view (ka_map_view_get_viewport (fixture->map), before);
}

static gboolean
is_seen (Fixture *fixture, const KaItem *item)
{
  KaViewport viewport = ka_map_view_get_viewport (fixture->map);
  KaBox      seen = ka_viewport_get_box (&viewport);
  KaBox      box;

  g_assert_true (ka_map_scene_get_bounds_of (ka_map_view_get_scene (fixture->map), item,
                                             ka_session_get_day (fixture->session), &box));

  return box.x0 < seen.x1 && box.x1 > seen.x0 && box.y0 < seen.y1 && box.y1 > seen.y0;
}

/* What is selected elsewhere comes into view; what is in view leaves the view alone. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const KaItem *adjara = ka_app_test_get_item (fixture->session, "region:adjara");
  const KaItem *nakhichevan = ka_app_test_get_item (fixture->session, "region:nakhichevan");
  KaViewport    before;

  ka_session_select (fixture->session, nakhichevan);
  activate (fixture, "map.fit-selection", NULL);
  g_assert_true (is_seen (fixture, nakhichevan));
  g_assert_false (is_seen (fixture, adjara));
  before = ka_map_view_get_viewport (fixture->map);
  ka_session_select (fixture->session, NULL);
  ka_session_select (fixture->session, nakhichevan);
  assert_same_view (ka_map_view_get_viewport (fixture->map), before);

  ka_session_select (fixture->session, adjara);
  g_assert_true (is_seen (fixture, adjara));
}

/* From any region, arrows lead to a region that way or stay. */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  const KaItem *kars = ka_app_test_get_item (fixture->session, "region:kars");
  const KaItem *right;

  ka_session_select (fixture->session, kars);
  activate (fixture, "map.select-neighbour", "(1.0, 0.0)");
  right = ka_session_get_selection (fixture->session);
  g_assert_true (right != kars);
  g_assert_cmpint (right->kind, ==, KA_ITEM_REGION);
  for (int i = 0; i < 30; i++)
    activate (fixture, "map.select-neighbour", "(0.0, -1.0)");
  g_assert_nonnull (ka_session_get_selection (fixture->session));
}

/* With animations a move takes a while, and ends at the same place as one at once; a second one on
 * its way starts from where the first was to end. */
static void
test_animation (Fixture *fixture, gconstpointer data)
{
  KaViewport home = ka_map_view_get_viewport (fixture->map);
  KaViewport goal = ka_viewport_zoom_at (&home, (KaPoint){ home.width / 2, home.height / 2 }, 4.0);

  set_animations (TRUE);
  activate (fixture, "map.zoom", "2.0");
  activate (fixture, "map.zoom", "2.0");
  g_assert_cmpfloat (ka_map_view_get_viewport (fixture->map).scale, <, goal.scale);
  for (int i = 0; i < 500 && ka_map_view_get_viewport (fixture->map).scale != goal.scale; i++)
    ka_app_test_iterate (10);
  assert_same_view (ka_map_view_get_viewport (fixture->map), goal);
}

/* Going back and forth between epochs shows each again, with and without a fade. */
static void
test_epochs (Fixture *fixture, gconstpointer data)
{
  static const int years[] = { 1921, 1919, 1921, 1946, 1919, 1946 };

  for (int has_fade = 0; has_fade <= 1; has_fade++)
    {
      set_animations (has_fade);
      for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
        {
          ka_session_set_day (fixture->session, ka_day_from_ymd (years[i], 10, 13));
          ka_app_test_iterate (60);
        }
    }
  ka_app_test_iterate (400);
}

static gboolean
set_swipe (Fixture *fixture, gboolean has_swipe)
{
  g_object_set (fixture->map, "has-swipe", has_swipe, NULL);
  g_object_get (fixture->map, "has-swipe", &has_swipe, NULL);

  return has_swipe;
}

static void
test_swipe (Fixture *fixture, gconstpointer data)
{
  guint    n_notified = 0;
  gboolean has_swipe;

  g_signal_connect_swapped (fixture->map, "notify::has-swipe", G_CALLBACK (g_atomic_int_inc),
                            &n_notified);
  g_assert_false (set_swipe (fixture, TRUE));
  ka_session_pin_day (fixture->session, ka_day_from_ymd (1919, 6, 1));
  g_assert_true (set_swipe (fixture, TRUE));
  ka_app_test_iterate (300);
  ka_session_unpin_day (fixture->session);
  g_object_get (fixture->map, "has-swipe", &has_swipe, NULL);
  g_assert_false (has_swipe);
  g_assert_cmpuint (n_notified, ==, 2);
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* The place that one view gives, another opens on. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  KaMapView *other = g_object_new (KA_TYPE_MAP_VIEW, NULL);
  GtkWidget *window = gtk_window_new ();
  KaPoint    centre;
  KaPoint    other_centre;
  double     zoom;
  double     other_zoom;

  g_assert_false (ka_map_view_get_place (fixture->map, &centre, &zoom));
  activate (fixture, "map.zoom", "6.0");
  activate (fixture, "map.pan", "(3.0, -2.0)");
  g_assert_true (ka_map_view_get_place (fixture->map, &centre, &zoom));
  g_assert_cmpfloat_with_epsilon (zoom, 6, 1e-6);

  ka_map_view_set_session (other, fixture->session);
  ka_map_view_set_place (other, centre, zoom);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (other));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (ka_map_view_get_place (other, &other_centre, &other_zoom));
  g_assert_cmpfloat_with_epsilon (other_centre.x, centre.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (other_centre.y, centre.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (other_zoom, zoom, 1e-9);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "region:nakhichevan"));
  activate (fixture, "map.menu", NULL);
  menu = ka_app_test_find (GTK_WIDGET (fixture->map), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  ka_app_test_iterate (100);
  gtk_popover_popdown (GTK_POPOVER (menu));
  for (int i = 0; i < 50 && ka_app_test_find (GTK_WIDGET (fixture->map), GTK_TYPE_POPOVER_MENU);
       i++)
    ka_app_test_iterate (20);
  g_assert_null (ka_app_test_find (GTK_WIDGET (fixture->map), GTK_TYPE_POPOVER_MENU));

  activate (fixture, "map.select", "'polity:azerbaijan-ssr'");
  g_assert_cmpstr (ka_session_get_selection (fixture->session)->id, ==, "azerbaijan-ssr");
  activate (fixture, "map.select", "'region:nowhere'");
  g_assert_cmpstr (ka_session_get_selection (fixture->session)->id, ==, "azerbaijan-ssr");
}

static gpointer
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* A finger that stays opens the menu of the day under it and selects nothing. */
static void
test_long_press (Fixture *fixture, gconstpointer data)
{
  gpointer   click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);
  GtkWidget *map = GTK_WIDGET (fixture->map);
  GtkWidget *menu;
  double     x = gtk_widget_get_width (map) / 2.0 - 60;
  double     y = gtk_widget_get_height (map) / 2.0;

  ka_session_pin_day (fixture->session, ka_day_from_ymd (1900, 1, 1));
  g_assert_true (set_swipe (fixture, TRUE));
  for (int side = 0; side < 2; side++, x += 120)
    {
      g_autofree char *text = NULL;

      g_signal_emit_by_name (click, "pressed", 1, x, y);
      g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_LONG_PRESS), "pressed", x,
                             y);
      menu = ka_app_test_find (map, GTK_TYPE_POPOVER_MENU);
      g_assert_nonnull (menu);
      text = ka_app_test_dup_text (menu);
      g_assert_true ((strstr (text, "State: Russian Empire") != NULL) == (side == 0));
      g_signal_emit_by_name (click, "released", 1, x, y);
      g_assert_null (ka_session_get_selection (fixture->session));
      for (int i = 0; i < 50 && menu != NULL; i++)
        {
          gtk_popover_popdown (GTK_POPOVER (menu));
          ka_app_test_iterate (20);
          menu = ka_app_test_find (map, GTK_TYPE_POPOVER_MENU);
        }
      g_assert_null (menu);
    }
}

/* A menu that was opened without a selection leaves the key for one alive. */
static void
test_fit_after_menu (Fixture *fixture, gconstpointer data)
{
  KaViewport before;

  ka_session_select (fixture->session, NULL);
  activate (fixture, "map.menu", NULL);
  gtk_popover_popdown (
    GTK_POPOVER (ka_app_test_find (GTK_WIDGET (fixture->map), GTK_TYPE_POPOVER_MENU)));
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "region:nakhichevan"));
  before = ka_map_view_get_viewport (fixture->map);
  activate (fixture, "map.fit-selection", NULL);
  g_assert_cmpfloat (ka_map_view_get_viewport (fixture->map).scale, >, before.scale);
}

/* A step of an annex that is lit comes into view, unless it is there. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  KaViewport before;
  KaViewport after;

  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "annex:kars-annex-1"));
  before = ka_map_view_get_viewport (fixture->map);
  ka_session_set_step (fixture->session, 38);
  assert_same_view (ka_map_view_get_viewport (fixture->map), before);

  activate (fixture, "map.zoom", "8.0");
  activate (fixture, "map.pan", "(900.0, -900.0)");
  before = ka_map_view_get_viewport (fixture->map);
  ka_session_set_step (fixture->session, 3);
  after = ka_map_view_get_viewport (fixture->map);
  g_assert_cmpfloat (after.centre_km.x, <, before.centre_km.x);
  g_assert_cmpfloat (after.scale, <=, before.scale);
  activate (fixture, "map.fit-selection", NULL);
  g_assert_cmpfloat (ka_map_view_get_viewport (fixture->map).scale, >, after.scale);
}

/* Going through everything in view comes to each region and line once and then begins anew; each is
 * told of with who held it. */
static void
test_things (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  gsize n_kinds[KA_N_ITEM_KINDS] = { 0 };

  for (;;)
    {
      const KaItem    *item;
      g_autofree char *text = NULL;

      activate (fixture, "map.step", "1");
      item = ka_session_get_selection (fixture->session);
      g_assert_nonnull (item);
      if (seen->len > 0 && item == seen->pdata[0])
        break;
      g_assert_false (g_ptr_array_find (seen, item, NULL));
      g_ptr_array_add (seen, (gpointer) (gsize) item);
      n_kinds[item->kind]++;
      text = ka_hint_tell (item, ka_session_get_day (fixture->session), KA_LANGUAGE_EN);
      g_assert_true (g_str_has_prefix (
        text, ka_item_get_title (item, ka_session_get_day (fixture->session), KA_LANGUAGE_EN)));
      if (item->kind == KA_ITEM_REGION)
        g_assert_true (strstr (text, "eld ") != NULL || strstr (text, "ccupied") != NULL ||
                       strstr (text, "ontested") != NULL);
    }
  g_assert_cmpuint (n_kinds[KA_ITEM_REGION], >, 8);
  g_assert_cmpuint (n_kinds[KA_ITEM_FRONTIER], >, 2);
  activate (fixture, "map.step", "-1");
  g_assert_true (ka_session_get_selection (fixture->session) == seen->pdata[seen->len - 1]);
}

/* The widgets of a class over the legend, in their order */
static GPtrArray *
list_widgets (Fixture *fixture, const char *css_class)
{
  GPtrArray *widgets = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->map)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (css_class == NULL ? GTK_IS_LABEL (child) : gtk_widget_has_css_class (child, css_class))
      g_ptr_array_add (widgets, child);

  return widgets;
}

static GtkWidget *
find_heading (Fixture *fixture)
{
  g_autoptr (GPtrArray) headings = list_widgets (fixture, "map-legend-heading");

  g_assert_cmpuint (headings->len, ==, 1);

  return headings->pdata[0];
}

static void
wait_for_legend (Fixture *fixture)
{
  gtk_widget_queue_draw (GTK_WIDGET (fixture->map));
  gtk_test_widget_wait_for_draw (fixture->window);
  ka_app_test_iterate (50);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static graphene_rect_t
get_bounds (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->map), &bounds));

  return bounds;
}

/* A widget that pointer and keyboard reach, within the map */
static void
assert_reachable (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds = get_bounds (fixture, widget);
  float           x = bounds.origin.x + bounds.size.width / 2;
  float           y = bounds.origin.y + bounds.size.height / 2;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_get_focusable (widget));
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (x, <, (float) gtk_widget_get_width (GTK_WIDGET (fixture->map)));
  g_assert_cmpfloat (y, <, (float) gtk_widget_get_height (GTK_WIDGET (fixture->map)));
  g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture->map), x, y, GTK_PICK_DEFAULT) == widget);
  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (gtk_widget_has_focus (widget));
}

/* A button stands where the heading of the legend is painted; it folds and unfolds, and what comes
 * by itself is not kept as a choice. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading = find_heading (fixture);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  wait_for_legend (fixture);
  g_assert_cmpint (gtk_widget_get_height (heading), >=, 24);
  assert_reachable (fixture, heading);
  g_assert_cmpint (ka_map_view_get_legend (fixture->map), ==, KA_LEGEND_AUTO);
  none = list_widgets (fixture, "map-legend-row");
  g_assert_cmpuint (none->len, ==, 0);

  g_signal_emit_by_name (heading, "clicked");
  g_assert_cmpint (ka_map_view_get_legend (fixture->map), ==, KA_LEGEND_OPEN);
  wait_for_legend (fixture);
  g_assert_cmpint (gtk_widget_get_height (heading), >=, 24);
  assert_reachable (fixture, heading);
  rows = list_widgets (fixture, "map-legend-row");
  g_assert_cmpuint (rows->len, >, 2);

  activate (fixture, "map.toggle-legend", NULL);
  g_assert_cmpint (ka_map_view_get_legend (fixture->map), ==, KA_LEGEND_AUTO);
}

/* A row with a name and a hint that selects what it stands for */
static void
assert_selects (Fixture *fixture, GtkWidget *row)
{
  g_autofree char *reference = NULL;

  assert_reachable (fixture, row);
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_BUTTON));
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_nonnull (gtk_widget_get_tooltip_text (row));
  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), "s", &reference);
  g_signal_emit_by_name (row, "clicked");
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_app_test_get_item (fixture->session, reference));
}

/* Every row of the legend is such a button or a label, at each size of window and of text */
static void
test_legend_rows (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 360, 300 }, { 640, 480 }, { 1000, 700 } };
  GtkSettings     *settings = gtk_settings_get_default ();
  int              dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  ka_map_view_set_legend (fixture->map, KA_LEGEND_OPEN);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GPtrArray) labels = NULL;

      g_object_set (settings, "gtk-xft-dpi", (i % 2 == 0 ? 96 : 192) * 1024, NULL);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i / 2][0], sizes[i / 2][1]);
      ka_session_select (fixture->session, NULL);
      ka_app_test_iterate (100);
      wait_for_legend (fixture);
      assert_reachable (fixture, find_heading (fixture));
      rows = list_widgets (fixture, "map-legend-row");
      labels = list_widgets (fixture, NULL);
      g_assert_cmpuint (rows->len, >=, i / 2 > 0 ? 3 : 1);
      for (guint j = 0; j < rows->len; j++)
        assert_selects (fixture, rows->pdata[j]);
      for (guint j = 0; j < labels->len; j++)
        g_assert_false (gtk_widget_get_focusable (labels->pdata[j]));
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* A row keeps the focus while its item stays; without the row the map has it, so that no key is
 * lost */
static void
test_legend_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *row;

  ka_map_view_set_legend (fixture->map, KA_LEGEND_OPEN);
  wait_for_legend (fixture);
  rows = list_widgets (fixture, "map-legend-row");
  row = rows->pdata[0];
  gtk_widget_grab_focus (row);
  ka_session_set_day (fixture->session, ka_session_get_day (fixture->session) + 1);
  wait_for_legend (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);

  ka_map_view_set_legend (fixture->map, KA_LEGEND_FOLDED);
  wait_for_legend (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->map));
}

/* The style gives the rows of the legend their height */
static void
add_style (void)
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
  add_style ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/map-view/limits", test_limits);
  ADD ("/map-view/pages", test_pages);
  ADD ("/map-view/selection", test_selection);
  ADD ("/map-view/arrows", test_arrows);
  ADD ("/map-view/animation", test_animation);
  ADD ("/map-view/epochs", test_epochs);
  ADD ("/map-view/swipe", test_swipe);
  ADD ("/map-view/place", test_place);
  ADD ("/map-view/menu", test_menu);
  ADD ("/map-view/long-press", test_long_press);
  ADD ("/map-view/fit-after-menu", test_fit_after_menu);
  ADD ("/map-view/step", test_step);
  ADD ("/map-view/things", test_things);
  ADD ("/map-view/legend", test_legend);
  ADD ("/map-view/legend-rows", test_legend_rows);
  ADD ("/map-view/legend-focus", test_legend_focus);
#undef ADD

  return g_test_run ();
}
