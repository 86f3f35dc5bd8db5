/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tours, walks and the kiosk in the whole window on a display. Any warning fails a test.
 */

#include "config.h"

#include "ka-kiosk.h"
#include "ka-map-view.h"
#include "ka-reading-pane.h"
#include "ka-style.h"
#include "ka-timeline-view.h"
#include "ka-tour-bar.h"
#include "ka-walk.h"
#include "ka-window-test.h"
#include "ka-window.h"

/* How many times as fast as usual a test plays, and how long it waits for the end. */
#define PACE    2000.0
#define WAIT_MS 30000
/* The pace of a play without end, which must leave the main loop some rest */
#define SLOW_PACE 100.0
/* The least side of a target for a finger */
#define TARGET_PX 44

typedef struct
{
  KaSession   *session;
  GtkWidget   *window;
  KaMapView   *map;
  KaTourBar   *bar;
  KaTourGuide *guide; /* Borrowed from the bar */

  guint    n_steps; /* told of since the start */
  gboolean is_over;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ka_app_test_create_session ();
  fixture->window = ka_window_test_open (fixture->session);
  fixture->map = KA_MAP_VIEW (ka_app_test_find (fixture->window, KA_TYPE_MAP_VIEW));
  fixture->bar = KA_TOUR_BAR (ka_app_test_find (fixture->window, KA_TYPE_TOUR_BAR));
  fixture->guide = ka_tour_bar_get_guide (fixture->bar);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_window_test_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static KaTimelineStage *
get_stage (Fixture *fixture)
{
  return ka_timeline_view_get_stage (
    KA_TIMELINE_VIEW (ka_app_test_find (fixture->window, KA_TYPE_TIMELINE_VIEW)));
}

static void
start (Fixture *fixture, const char *reference)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.start-tour", "s", reference));
  g_assert_nonnull (ka_tour_guide_get_tour (fixture->guide));
}

/* The session is as the step says. */
static void
check_step (Fixture *fixture)
{
  const KaTour     *tour = ka_tour_guide_get_tour (fixture->guide);
  const gsize       number = ka_tour_guide_get_step (fixture->guide);
  const KaTourStep *step = tour != NULL ? &tour->steps[number] : NULL;
  KaViewState       state = ka_session_get_state (fixture->session);
  g_autofree char  *progress = NULL;
  g_autofree char  *text = NULL;

  if (step == NULL)
    return;

  g_assert_true (state.selection == step->selection);
  g_assert_cmpint (state.day, ==, step->day);
  g_assert_cmpuint (state.step, ==, (guint) step->point);
  g_assert_cmpint (state.has_range, ==, step->range_edtf != NULL);
  progress = g_strdup_printf ("%u of %u", (guint) number + 1, (guint) tour->n_steps);
  text = ka_app_test_dup_text (GTK_WIDGET (fixture->bar));
  g_assert_nonnull (strstr (text, progress));
  g_assert_nonnull (strstr (text, ka_text_get (&step->text, state.language)));
}

static void
changed_cb (Fixture *fixture)
{
  check_step (fixture);
  fixture->n_steps++;
}

static void
ended_cb (Fixture *fixture)
{
  fixture->is_over = TRUE;
}

/* Plays a tour to its end and closes it: each step comes once, and the window is as before. */
static void
play_to_end (Fixture *fixture, const char *reference)
{
  KaViewState before = ka_session_get_state (fixture->session);
  KaViewState after;
  KaPoint     centre_before = { 0, 0 }, centre_after = { 0, 0 };
  double      zoom_before = 0, zoom_after = 0;
  gsize       last;

  fixture->n_steps = 0;
  fixture->is_over = FALSE;
  ka_map_view_get_place (fixture->map, &centre_before, &zoom_before);
  start (fixture, reference);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.play-tour", NULL));
  for (int ms = 0; ms < WAIT_MS && !fixture->is_over; ms += 20)
    ka_app_test_iterate (20);
  g_assert_true (fixture->is_over);
  last = ka_tour_guide_get_step (fixture->guide);
  g_assert_cmpuint (last + 1, ==, ka_tour_guide_get_tour (fixture->guide)->n_steps);
  /* The start, the beginning of the play, its end and the steps between. */
  g_assert_cmpuint (fixture->n_steps, ==, last + 3);

  g_assert_true (gtk_widget_activate_action (fixture->window, "win.clear", NULL));
  ka_app_test_iterate (200);
  after = ka_session_get_state (fixture->session);
  ka_map_view_get_place (fixture->map, &centre_after, &zoom_after);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  g_assert_null (ka_tour_guide_get_tour (fixture->guide));
  g_assert_true (before.selection == after.selection);
  g_assert_cmpint (before.day, ==, after.day);
  g_assert_cmpuint (before.step, ==, after.step);
  g_assert_false (after.has_range);
  g_assert_cmpfloat_with_epsilon (zoom_before, zoom_after, 0.01);
  g_assert_cmpfloat_with_epsilon (centre_before.x, centre_after.x, 0.01);
  g_assert_cmpfloat_with_epsilon (centre_before.y, centre_after.y, 0.01);
}

static void
watch (Fixture *fixture)
{
  ka_tour_guide_set_pace (fixture->guide, PACE);
  g_signal_connect_swapped (fixture->guide, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->guide, "ended", G_CALLBACK (ended_cb), fixture);
}

static void
test_tours (Fixture *fixture, gconstpointer data)
{
  const KaList *tours = ka_atlas_get_items (ka_session_get_atlas (fixture->session), KA_ITEM_TOUR);

  g_assert_cmpuint (tours->n_items, >=, 4);
  watch (fixture);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1920, 1, 1));
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.zoom", "d", 2.0);
  for (gsize i = 0; i < tours->n_items; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (tours->items[i]);

      g_test_message ("%s", reference);
      play_to_end (fixture, reference);
    }
}

/* Every annex with a line has a walk with each of its steps. */
static void
test_walks (Fixture *fixture, gconstpointer data)
{
  const KaList *annexes = ka_atlas_get_items (ka_session_get_atlas (fixture->session),
                                              KA_ITEM_ANNEX);
  guint         n_walks = 0;

  watch (fixture);
  for (gsize i = 0; i < annexes->n_items; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (annexes->items[i]);

      if (!ka_walk_exists (annexes->items[i]))
        continue;
      g_test_message ("%s", reference);
      play_to_end (fixture, reference);
      n_walks++;
    }
  g_assert_cmpuint (n_walks, >=, 4);
}

/* Every step of the built-in tours has a text, a view and something selected. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  const KaList *tours = ka_atlas_get_items (ka_session_get_atlas (fixture->session), KA_ITEM_TOUR);

  for (gsize i = 0; i < tours->n_items; i++)
    {
      const KaTour *tour = tours->items[i];

      g_assert_cmpuint (tour->n_steps, >=, 8);
      g_assert_cmpuint (tour->n_steps, <=, 12);
      for (gsize j = 0; j < tour->n_steps; j++)
        {
          const KaTourStep *step = &tour->steps[j];

          g_assert_nonnull (step->selection);
          g_assert_cmpuint (step->selection->n_citations, >, 0);
          g_assert_cmpfloat (step->south_west_deg.y, <, step->north_east_deg.y);
          g_assert_true (j == 0 || tour->steps[j - 1].day <= step->day);
        }
    }
}

/* The steps go both ways and end at both ends; what a person does pauses the play. */
static void
test_control (Fixture *fixture, gconstpointer data)
{
  start (fixture, "tour:treaty-in-ten-steps");
  g_assert_false (ka_tour_guide_can_go (fixture->guide, -1));
  gtk_widget_activate_action (fixture->window, "win.go-tour", "i", -1);
  g_assert_cmpuint (ka_tour_guide_get_step (fixture->guide), ==, 0);
  gtk_widget_activate_action (fixture->window, "win.go-tour", "i", 1);
  gtk_widget_activate_action (fixture->window, "win.go-tour", "i", 1);
  g_assert_cmpuint (ka_tour_guide_get_step (fixture->guide), ==, 2);
  gtk_widget_activate_action (fixture->window, "win.go-tour", "i", -1);
  g_assert_cmpuint (ka_tour_guide_get_step (fixture->guide), ==, 1);

  gtk_widget_activate_action (fixture->window, "win.play-tour", NULL);
  g_assert_true (ka_tour_guide_get_is_playing (fixture->guide));
  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:kars"));
  g_assert_false (ka_tour_guide_get_is_playing (fixture->guide));
  g_assert_nonnull (ka_tour_guide_get_tour (fixture->guide));

  /* Another tour follows at once; its end leads back to before the first. */
  start (fixture, "annex:kars-annex-1");
  ka_tour_guide_stop (fixture->guide);
  g_assert_null (ka_session_get_selection (fixture->session));
}

static void
advance (KaKiosk *kiosk, int seconds)
{
  for (int i = 0; i < seconds; i++)
    ka_kiosk_advance (kiosk);
}

/* Leaves what a visitor can leave behind. */
static void
leave_traces (Fixture *fixture)
{
  GtkWidget *search = ka_app_test_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);
  KaPlayer  *player = ka_timeline_stage_get (get_stage (fixture))->player;

  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:kars"));
  ka_session_pin_day (fixture->session, ka_day_from_ymd (1900, 1, 1));
  ka_session_set_day (fixture->session, ka_day_from_ymd (1950, 1, 1));
  ka_session_set_categories (fixture->session, KA_CATEGORY_WAR);
  g_object_set (fixture->session, "shows-old-style", TRUE, NULL);
  g_object_set (player, "speed", 4.0, "loops", TRUE, NULL);
  ka_map_view_set_place (fixture->map, (KaPoint){ 44, 40 }, 3);
  ka_map_view_set_legend (fixture->map, KA_LEGEND_OPEN);
  gtk_editable_set_text (GTK_EDITABLE (search), "wilson");
  for (int pane = 0; pane < 2; pane++)
    gtk_widget_activate_action (fixture->window, pane == 0 ? "win.toggle-list" : "win.toggle-pane",
                                NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "theme",
                                      g_variant_new_string ("dark"));
  ka_app_test_iterate (300);
}

static void
check_pressed (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.then-and-now") == 0)
    g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)));
}

/* The window is as it opened; takes up its new parts. */
static void
check_no_traces (Fixture *fixture)
{
  KaSession         *session = ka_window_get_session (KA_WINDOW (fixture->window));
  const KaAtlasHead *head = ka_atlas_get_head (ka_session_get_atlas (session));
  GtkWidget         *search = ka_app_test_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);
  const KaViewState  state = ka_session_get_state (session);
  g_autoptr (GVariant)
    theme = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "theme");
  KaPlayer *player;
  KaPoint   centre;
  double    zoom;
  double    speed;
  gboolean  loops;
  gboolean  can_go_back;
  gboolean  shows_old_style;

  fixture->map = KA_MAP_VIEW (ka_app_test_find (fixture->window, KA_TYPE_MAP_VIEW));
  fixture->bar = KA_TOUR_BAR (ka_app_test_find (fixture->window, KA_TYPE_TOUR_BAR));
  fixture->guide = ka_tour_bar_get_guide (fixture->bar);
  player = ka_timeline_stage_get (get_stage (fixture))->player;
  g_object_get (session, "can-go-back", &can_go_back, "shows-old-style", &shows_old_style, NULL);
  g_assert_null (state.selection);
  g_assert_cmpint (state.day, ==, head->default_day);
  g_assert_false (state.has_pinned_day);
  g_assert_cmpint (state.filter.categories, ==, KA_CATEGORY_ALL);
  g_assert_false (can_go_back);
  g_assert_false (shows_old_style);
  g_assert_false (ka_map_view_get_place (fixture->map, &centre, &zoom));
  g_assert_cmpint (ka_map_view_get_legend (fixture->map), ==, KA_LEGEND_AUTO);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_true (gtk_widget_get_mapped (search));
  g_assert_true (gtk_widget_get_mapped (ka_app_test_find (fixture->window, KA_TYPE_READING_PANE)));
  g_assert_cmpstr (g_variant_get_string (theme, NULL), ==, KA_STYLE_SYSTEM);
  g_object_get (player, "speed", &speed, "loops", &loops, NULL);
  g_assert_cmpfloat (speed, ==, 1);
  g_assert_false (loops);
  ka_app_test_visit (fixture->window, check_pressed, NULL);
}

/* Whether a pointer reaches the map: while tours play, it would bring tooltips. */
static gboolean
is_map_reached (Fixture *fixture)
{
  GtkWidget       *map = GTK_WIDGET (fixture->map);
  graphene_point_t middle;

  graphene_point_init (&middle, (float) gtk_widget_get_width (map) / 2,
                       (float) gtk_widget_get_height (map) / 2);
  g_assert_true (gtk_widget_compute_point (map, fixture->window, &middle, &middle));

  return gtk_widget_pick (fixture->window, middle.x, middle.y, GTK_PICK_DEFAULT) == map;
}

/* Waits until it is so: a new view has no place before the window is laid out. */
static void
check_map_reached (Fixture *fixture, gboolean is_reached)
{
  for (int ms = 0; ms < WAIT_MS && is_map_reached (fixture) != is_reached; ms += 20)
    ka_app_test_iterate (20);
  g_assert_cmpint (is_map_reached (fixture), ==, is_reached);
}

/* After idling it asks, counts down, goes back to the start, plays tours, and stops for a visitor.
 */
static void
test_kiosk (Fixture *fixture, gconstpointer data)
{
  KaKiosk         *kiosk = ka_window_enter_kiosk (KA_WINDOW (fixture->window));
  g_autofree char *text = NULL;
  const KaTour    *first;

  leave_traces (fixture);
  /* Its own clock ran meanwhile. */
  g_assert_false (ka_kiosk_touch (kiosk));
  advance (kiosk, KA_KIOSK_IDLE_S - 1);
  g_assert_cmpint (ka_kiosk_get_state (kiosk), ==, KA_KIOSK_USED);
  advance (kiosk, 1);
  g_assert_cmpint (ka_kiosk_get_state (kiosk), ==, KA_KIOSK_ASKING);
  text = ka_app_test_dup_text (fixture->window);
  g_assert_nonnull (strstr (text, "starts again in 20 seconds"));
  advance (kiosk, KA_KIOSK_ASK_S - 1);
  g_assert_true (ka_kiosk_touch (kiosk));
  g_assert_cmpint (ka_kiosk_get_state (kiosk), ==, KA_KIOSK_USED);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, ka_day_from_ymd (1950, 1, 1));

  advance (kiosk, KA_KIOSK_IDLE_S + KA_KIOSK_ASK_S);
  g_assert_cmpint (ka_kiosk_get_state (kiosk), ==, KA_KIOSK_RESTING);
  ka_app_test_iterate (300);
  check_no_traces (fixture);

  ka_tour_guide_set_pace (fixture->guide, SLOW_PACE);
  advance (kiosk, KA_KIOSK_REST_S);
  g_assert_cmpint (ka_kiosk_get_state (kiosk), ==, KA_KIOSK_ATTRACTING);
  check_map_reached (fixture, FALSE);
  first = ka_tour_guide_get_tour (fixture->guide);
  g_assert_nonnull (first);
  for (int ms = 0; ms < WAIT_MS && ka_tour_guide_get_tour (fixture->guide) == first; ms += 20)
    ka_app_test_iterate (20);
  g_assert_nonnull (ka_tour_guide_get_tour (fixture->guide));
  g_assert_true (ka_tour_guide_get_tour (fixture->guide) != first);

  g_assert_true (ka_kiosk_touch (kiosk));
  g_assert_null (ka_tour_guide_get_tour (fixture->guide));
  ka_app_test_iterate (300);
  check_no_traces (fixture);
  check_map_reached (fixture, TRUE);
  g_assert_false (ka_kiosk_touch (kiosk));
}

static void
check_target (GtkWidget *widget, gpointer data)
{
  if (!GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget) ||
      gtk_widget_has_css_class (widget, "map-legend-row") ||
      gtk_widget_has_css_class (widget, "map-legend-heading"))
    return;

  if (gtk_widget_get_width (widget) < TARGET_PX || gtk_widget_get_height (widget) < TARGET_PX)
    {
      g_autofree char *text = ka_app_test_dup_text (widget);

      g_error ("a button of %d x %d px: %s", gtk_widget_get_width (widget),
               gtk_widget_get_height (widget), text);
    }
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (css, KA_RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* What leads out of the window is gone, and stays away when the session changes. */
static void
test_kiosk_actions (Fixture *fixture, gconstpointer data)
{
  static const char *const gone[] = { "copy-image", "copy-link", "export-dialog",
                                      "handout",    "open-link", "open-copied-link",
                                      "print",      "toggle-pin" };
  GActionGroup            *actions = G_ACTION_GROUP (fixture->window);
  KaSession               *session;
  KaKiosk                 *kiosk;

  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_true (g_action_group_has_action (actions, gone[i]));
  kiosk = ka_window_enter_kiosk (KA_WINDOW (fixture->window));
  for (int visitor = 0; visitor < 2; visitor++)
    {
      session = ka_window_get_session (KA_WINDOW (fixture->window));
      ka_session_select (session,
                         ka_atlas_lookup_reference (ka_session_get_atlas (session), "kars-5"));
      ka_app_test_iterate (100);
      for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
        g_assert_false (g_action_group_has_action (actions, gone[i]));
      ka_kiosk_touch (kiosk);
      advance (kiosk, KA_KIOSK_IDLE_S + KA_KIOSK_ASK_S);
      g_assert_true (ka_window_get_session (KA_WINDOW (fixture->window)) != session);
    }
}

/* Buttons are large, and neither closing nor Escape ends the kiosk. */
static void
test_kiosk_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = fixture->window;

  ka_window_enter_kiosk (KA_WINDOW (window));
  add_style ();
  start (fixture, "tour:treaty-in-ten-steps");
  ka_app_test_iterate (500);
  ka_app_test_visit (gtk_window_get_child (GTK_WINDOW (window)), check_target, NULL);

  gtk_window_close (GTK_WINDOW (window));
  gtk_widget_activate_action (window, "window.close", NULL);
  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (window, "win.clear", NULL);
  gtk_widget_activate_action (window, "win.fullscreen", NULL);
  ka_app_test_iterate (300);
  g_assert_true (gtk_widget_get_mapped (window));
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (window)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/tour/tours", Fixture, NULL, set_up, test_tours, tear_down);
  g_test_add ("/tour/walks", Fixture, NULL, set_up, test_walks, tear_down);
  g_test_add ("/tour/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/tour/control", Fixture, NULL, set_up, test_control, tear_down);
  g_test_add ("/kiosk/resets", Fixture, NULL, set_up, test_kiosk, tear_down);
  g_test_add ("/kiosk/actions", Fixture, NULL, set_up, test_kiosk_actions, tear_down);
  g_test_add ("/kiosk/window", Fixture, NULL, set_up, test_kiosk_window, tear_down);

  return g_test_run ();
}
