/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window that shows another version of its atlas: what is seen stays, and nothing of the version
 * before is left.
 */

#include "config.h"

#include "ka-atlas-load.h"
#include "ka-event-list.h"
#include "ka-link.h"
#include "ka-map-view.h"
#include "ka-reading-pane.h"
#include "ka-timeline-view.h"
#include "ka-tour-bar.h"
#include "ka-window-test.h"

typedef struct
{
  GtkWidget *window;
  KaAtlas   *other; /* the same atlas, loaded once more */
} Fixture;

static KaAtlas *
load (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas = ka_atlas_load (file, NULL, &error);

  g_assert_no_error (error);

  return atlas;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();

  fixture->window = ka_window_test_open (session);
  fixture->other = load ("resource://" KA_RESOURCE_PATH "/atlas");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_window_test_close (fixture->window);
  ka_atlas_unref (fixture->other);
}

static KaSession *
get_session (Fixture *fixture)
{
  return ka_window_get_session (KA_WINDOW (fixture->window));
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return ka_app_test_find (fixture->window, type);
}

static KaTimelineStage *
get_stage (Fixture *fixture)
{
  return ka_timeline_view_get_stage (KA_TIMELINE_VIEW (find (fixture, KA_TYPE_TIMELINE_VIEW)));
}

static void
set_atlas (Fixture *fixture, KaAtlas *atlas)
{
  ka_window_set_atlas (KA_WINDOW (fixture->window), atlas);
  ka_app_test_iterate (100);
}

#define LINK                                                                                       \
  "kars-atlas:kars-atlas?date=1920-12-02&select=annex:kars-annex-1%233&view=43.80000,40.50000,4"   \
  "&timeline=1918-01-01/1922-12-31&range=1919-01-01/1920-12-31&pin=1878-07-13"                     \
  "&filter=category=treaty,war%3Bparty=rsfsr%3Bcertainty=certain"

/* The view, the axis to a fraction of a day, what is hidden and the ways of the timeline stay. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  const KaTimeAxis axis = { .first_day = -18000.3, .px_per_day = 0.7 };
  KaTimeAxis       before;
  KaTimeAxis       after;
  g_autofree char *link = NULL;
  g_autofree char *again = NULL;
  KaViewState      state;
  double           speed;
  gboolean         loops;

  ka_window_test_open_link (fixture->window, LINK);
  ka_session_set_hidden_layers (get_session (fixture), KA_MAP_LAYER_RIVERS);
  g_object_set (get_session (fixture), "shows-old-style", TRUE, "grouping", "category", NULL);
  ka_session_fold_groups (get_session (fixture), 4);
  g_object_set (ka_timeline_stage_get (get_stage (fixture))->player, "speed", 4.0, "loops", TRUE,
                NULL);
  g_object_set (find (fixture, KA_TYPE_MAP_VIEW), "has-swipe", TRUE, NULL);
  ka_map_view_set_legend (KA_MAP_VIEW (find (fixture, KA_TYPE_MAP_VIEW)), KA_LEGEND_FOLDED);
  ka_timeline_stage_set_axis (get_stage (fixture), &axis);
  before = *ka_time_camera_get_axis (ka_timeline_stage_get (get_stage (fixture))->camera);
  link = ka_window_test_copy_link (fixture->window);

  for (int i = 0; i < 3; i++)
    set_atlas (fixture, fixture->other);
  again = ka_window_test_copy_link (fixture->window);
  g_assert_cmpstr (again, ==, link);
  g_assert_true (ka_session_get_atlas (get_session (fixture)) == fixture->other);
  state = ka_session_get_state (get_session (fixture));
  g_assert_true (state.shows_old_style && state.grouping == KA_GROUPING_CATEGORY);
  g_assert_cmpuint (state.folded_groups, ==, 4);
  g_assert_cmpint (state.hidden_layers, ==, KA_MAP_LAYER_RIVERS);
  after = *ka_time_camera_get_axis (ka_timeline_stage_get (get_stage (fixture))->camera);
  g_assert_cmpfloat (after.first_day, ==, before.first_day);
  g_assert_cmpfloat (after.px_per_day, ==, before.px_per_day);
  g_object_get (ka_timeline_stage_get (get_stage (fixture))->player, "speed", &speed, "loops",
                &loops, NULL);
  g_assert_true (speed == 4 && loops);
  g_object_get (find (fixture, KA_TYPE_MAP_VIEW), "has-swipe", &loops, NULL);
  g_assert_true (loops);
  g_assert_cmpint (ka_map_view_get_legend (KA_MAP_VIEW (find (fixture, KA_TYPE_MAP_VIEW))), ==,
                   KA_LEGEND_FOLDED);
}

/* The axis on which the window opens may reach beyond the limits; it stays, too. */
static void
test_first_axis (Fixture *fixture, gconstpointer data)
{
  KaTimeCamera *camera = ka_timeline_stage_get (get_stage (fixture))->camera;
  const KaSpan  limits = ka_time_camera_get_limits (camera);
  KaTimeAxis    axis = *ka_time_camera_get_axis (camera);

  axis.first_day = (double) limits.from - 20.5;
  ka_time_camera_open (camera, &axis);
  set_atlas (fixture, fixture->other);
  camera = ka_timeline_stage_get (get_stage (fixture))->camera;
  g_assert_cmpfloat (ka_time_camera_get_axis (camera)->first_day, ==, axis.first_day);
}

/* The whole map stays the whole map. */
static void
test_home (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = ka_window_test_copy_link (fixture->window);
  g_autofree char *again = NULL;

  g_assert_null (strstr (link, "view="));
  set_atlas (fixture, fixture->other);
  again = ka_window_test_copy_link (fixture->window);
  g_assert_cmpstr (again, ==, link);
}

/* Each step of the history comes back, with its place on the page. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  static const char *const references[] = { "article:kars-5", "region:kars", "treaty:moscow" };

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      ka_session_select (get_session (fixture),
                         ka_app_test_get_item (get_session (fixture), references[i]));
      ka_app_test_iterate (100);
    }
  ka_session_go (get_session (fixture), -1);
  ka_app_test_iterate (100);
  ka_session_set_page_offset (get_session (fixture), 30);
  set_atlas (fixture, fixture->other);
  g_assert_cmpfloat (ka_session_get_page_offset (get_session (fixture)), ==, 30);
  g_assert_true (ka_session_get_selection (get_session (fixture)) ==
                 ka_app_test_get_item (get_session (fixture), references[1]));
  ka_session_go (get_session (fixture), 1);
  g_assert_true (ka_session_get_selection (get_session (fixture)) ==
                 ka_app_test_get_item (get_session (fixture), references[2]));
  ka_session_go (get_session (fixture), -1);
  ka_session_go (get_session (fixture), -1);
  g_assert_true (ka_session_get_selection (get_session (fixture)) ==
                 ka_app_test_get_item (get_session (fixture), references[0]));
}

static int
find_focused_pane (Fixture *fixture)
{
  const GType types[] = { KA_TYPE_EVENT_LIST, KA_TYPE_MAP_VIEW, KA_TYPE_TIMELINE_VIEW,
                          KA_TYPE_READING_PANE };
  GtkWidget  *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  for (int i = 0; focus != NULL && i < (int) G_N_ELEMENTS (types); i++)
    if (focus == find (fixture, types[i]) ||
        gtk_widget_is_ancestor (focus, find (fixture, types[i])))
      return i;

  return -1;
}

static GtkAdjustment *
get_list_adjustment (Fixture *fixture)
{
  GtkWidget *list = ka_app_test_find (find (fixture, KA_TYPE_EVENT_LIST), GTK_TYPE_LIST_VIEW);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
}

/* The list stays where a person scrolled it, far from the day; so do the results of a search. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "", "kars" };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    for (double y = 0; y < 1000; y += 333)
      {
        GtkEditable *search = GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY));
        double       before;

        gtk_editable_set_text (search, queries[i]);
        ka_app_test_iterate (400);
        gtk_adjustment_set_value (get_list_adjustment (fixture), y);
        ka_app_test_iterate (200);
        before = gtk_adjustment_get_value (get_list_adjustment (fixture));
        set_atlas (fixture, fixture->other);
        ka_app_test_iterate (400);
        g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_list_adjustment (fixture)),
                                        before, 1);
      }
}

/* The pane that has the focus keeps it; the panes keep their sizes. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 4; i++)
    {
      const int pane = find_focused_pane (fixture);
      const int width = gtk_widget_get_width (find (fixture, KA_TYPE_READING_PANE));

      g_assert_cmpint (pane, >=, 0);
      set_atlas (fixture, fixture->other);
      g_assert_cmpint (find_focused_pane (fixture), ==, pane);
      g_assert_cmpint (gtk_widget_get_width (find (fixture, KA_TYPE_READING_PANE)), ==, width);
      gtk_widget_activate_action (fixture->window, "win.cycle-panes", "i", 1);
      ka_app_test_iterate (50);
    }
}

/* What is typed stays, and the next letter goes on with it. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search;

  gtk_widget_activate_action (fixture->window, "win.search", NULL);
  search = find (fixture, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "kars");
  gtk_editable_set_position (GTK_EDITABLE (search), 4);
  ka_app_test_iterate (400);
  set_atlas (fixture, fixture->other);
  search = find (fixture, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "kars");
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), search));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (search), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (search)), ==, 4);
}

/* A tour and a walk go on at their step, and Escape leads to what was before them. */
static void
test_tour (Fixture *fixture, gconstpointer data)
{
  static const char *const references[] = { NULL, "annex:kars-annex-1" };
  const KaList            *tours = ka_atlas_get_items (fixture->other, KA_ITEM_TOUR);

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *first = ka_item_dup_reference (tours->items[0]);
      const KaDay      day = ka_session_get_day (get_session (fixture));
      KaTourGuide     *guide;

      gtk_widget_activate_action (fixture->window, "win.start-tour", "s",
                                  references[i] != NULL ? references[i] : first);
      gtk_widget_activate_action (fixture->window, "win.go-tour", "i", 1);
      set_atlas (fixture, fixture->other);
      guide = ka_tour_bar_get_guide (KA_TOUR_BAR (find (fixture, KA_TYPE_TOUR_BAR)));
      g_assert_nonnull (ka_tour_guide_get_tour (guide));
      g_assert_cmpuint (ka_tour_guide_get_step (guide), ==, 1);
      g_assert_true (gtk_widget_get_visible (find (fixture, KA_TYPE_TOUR_BAR)));
      gtk_widget_activate_action (fixture->window, "win.clear", NULL);
      g_assert_null (ka_tour_guide_get_tour (guide));
      g_assert_cmpint (ka_session_get_day (get_session (fixture)), ==, day);
    }
}

/* An atlas that lacks all that is shown: nothing is selected, and the day is one of its own. */
static void
test_stranger (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = g_strconcat ("file://", g_getenv ("KA_SOURCE_ROOT"),
                                      "/tests/fuzz/corpus/atlas/valid-whole-earth.json", NULL);
  g_autoptr (KaAtlas) stranger = load (uri);
  const KaAtlasHead *head = ka_atlas_get_head (stranger);
  KaDay              day;

  ka_window_test_open_link (fixture->window, LINK);
  gtk_widget_activate_action (fixture->window, "win.start-tour", "s", "annex:moscow-annex-1-a");
  ka_session_select (get_session (fixture),
                     ka_app_test_get_item (get_session (fixture), "article:moscow-3"));
  set_atlas (fixture, stranger);
  day = ka_session_get_day (get_session (fixture));
  g_assert_true (day >= head->span.from && day < head->span.to);
  g_assert_null (ka_session_get_selection (get_session (fixture)));
  g_assert_null (ka_tour_guide_get_tour (
    ka_tour_bar_get_guide (KA_TOUR_BAR (find (fixture, KA_TYPE_TOUR_BAR)))));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   ka_text_get (&head->title, KA_LANGUAGE_EN));
  set_atlas (fixture, fixture->other);
}

/* Opens the context menu of the map, of the timeline, of a text or of the search entry, or the
 * popover of a menu button. Returns it. */
static GtkWidget *
open_popover (Fixture *fixture, int which)
{
  static const char *const actions[] = { "map.menu", "timeline.menu", "menu.popup", "menu.popup" };
  GtkWidget *owners[] = { find (fixture, KA_TYPE_MAP_VIEW), find (fixture, KA_TYPE_TIMELINE_VIEW),
                          ka_app_test_find (find (fixture, KA_TYPE_READING_PANE), GTK_TYPE_LABEL),
                          ka_app_test_find (find (fixture, GTK_TYPE_SEARCH_ENTRY), GTK_TYPE_TEXT),
                          ka_app_test_find (find (fixture, KA_TYPE_EVENT_LIST),
                                            GTK_TYPE_MENU_BUTTON) };
  GtkWidget *popover;

  if (which < (int) G_N_ELEMENTS (actions))
    g_assert_true (gtk_widget_activate_action (owners[which], actions[which], NULL));
  else
    gtk_menu_button_popup (GTK_MENU_BUTTON (owners[which]));
  ka_app_test_iterate (100);
  popover = ka_app_test_find (owners[which], GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));

  return popover;
}

/* After this time GTK asks for the tooltip of what the pointer is on. */
#define TOOLTIP_DELAY_US (600 * 1000)

/* An open popover goes with what it belongs to. While one is left, it has all the input. A tooltip
 * that is due in it, if the pointer is there, finds it gone. */
static void
test_popovers (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    {
      gpointer popover = open_popover (fixture, i);

      g_object_add_weak_pointer (popover, &popover);
      ka_window_set_atlas (KA_WINDOW (fixture->window), fixture->other);
      g_usleep (TOOLTIP_DELAY_US);
      for (int j = 0; j < 100 && popover != NULL; j++)
        ka_app_test_iterate (20);
      g_assert_null (popover);
    }
}

/* The same where the reading pane turns to another page. */
static void
test_page_popover (Fixture *fixture, gconstpointer data)
{
  gpointer popover = open_popover (fixture, 2);

  g_object_add_weak_pointer (popover, &popover);
  ka_session_select (get_session (fixture),
                     ka_app_test_get_item (get_session (fixture), "treaty:moscow"));
  for (int i = 0; i < 100 && popover != NULL; i++)
    ka_app_test_iterate (20);
  g_assert_null (popover);
}

/* In a window of any width, panes are where they were. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 620, 900, 1300, 700 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *pane;
      gboolean   is_shown;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 600);
      ka_app_test_iterate (300);
      pane = find (fixture, KA_TYPE_READING_PANE);
      is_shown = gtk_widget_get_mapped (pane);
      set_atlas (fixture, fixture->other);
      g_assert_true (gtk_widget_get_mapped (find (fixture, KA_TYPE_READING_PANE)) == is_shown);
      g_assert_true (gtk_widget_get_mapped (find (fixture, KA_TYPE_MAP_VIEW)));
    }
}

/* Two hundred times: old sessions go, and memory has a bound. */
static void
test_growth (Fixture *fixture, gconstpointer data)
{
  const int  n_times = 200;
  const long bound_kb = 40 * 1024;
  long       first_kb = 0;
  KaAtlas   *atlases[2] = { fixture->other, ka_session_get_atlas (get_session (fixture)) };

  ka_atlas_ref (atlases[1]);
  ka_window_test_open_link (fixture->window, LINK);
  for (int i = 0; i < n_times; i++)
    {
      gpointer session = get_session (fixture);
      gpointer map = find (fixture, KA_TYPE_MAP_VIEW);

      g_object_add_weak_pointer (session, &session);
      g_object_add_weak_pointer (map, &map);
      ka_window_set_atlas (KA_WINDOW (fixture->window), atlases[i % 2]);
      /* A painting under way keeps the map view until it ends. */
      for (int j = 0; j < 200 && (session != NULL || map != NULL); j++)
        ka_app_test_iterate (10);
      g_assert_null (map);
      g_assert_null (session);
      if (i == n_times / 4)
        first_kb = ka_app_test_measure_kb ();
    }
  g_test_message ("%ld kB, then %ld kB", first_kb, ka_app_test_measure_kb ());
  g_assert_cmpint (ka_app_test_measure_kb () - first_kb, <, bound_kb);
  ka_atlas_unref (atlases[1]);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/reload/view", test_view);
  ADD ("/reload/first-axis", test_first_axis);
  ADD ("/reload/home", test_home);
  ADD ("/reload/history", test_history);
  ADD ("/reload/focus", test_focus);
  ADD ("/reload/list", test_list);
  ADD ("/reload/search", test_search);
  ADD ("/reload/tour", test_tour);
  ADD ("/reload/stranger", test_stranger);
  ADD ("/reload/popovers", test_popovers);
  ADD ("/reload/page-popover", test_page_popover);
  ADD ("/reload/sizes", test_sizes);
  ADD ("/reload/growth", test_growth);
#undef ADD

  return g_test_run ();
}
