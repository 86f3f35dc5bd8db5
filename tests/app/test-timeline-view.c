/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline in its window: zoom, fit and motion, the order of events by keys, ranges and the
 * player.
 */

#include "config.h"

#include <string.h>

#include "../render/ka-time-test.h"
#include "ka-cairo-auto.h"
#include "ka-event-order.h"
#include "ka-player.h"
#include "ka-timeline-test.h"
#include "ka-words.h"

/* The lanes that are shown. */
static const KaTimelinePack *
get_pack (KaTimelineStage *stage)
{
  return ka_timeline_groups_get (ka_timeline_stage_get_layout (stage)->groups, 0)->pack;
}

/* The date under the pointer stays within a pixel over fifty steps in and out. */
static void
test_zoom_at (Fixture *fixture, gconstpointer data)
{
  KaTimeAxis axis = *ka_time_camera_get_axis (fixture->camera);
  double     x = axis.width * 0.37;
  double     day = ka_time_axis_to_day (&axis, x);

  for (int i = 0; i < 50; i++)
    {
      ka_time_camera_zoom_at (fixture->camera, x, i < 25 ? 1.25 : 1 / 1.25, FALSE);
      axis = *ka_time_camera_get_axis (fixture->camera);
      g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&axis, day), x, 1);
    }
}

static void
test_glide (Fixture *fixture, gconstpointer data)
{
  double     days = get_days (fixture);
  KaTimeAxis axis = *ka_time_camera_get_axis (fixture->camera);
  double     day = (double) ka_session_get_day (fixture->session) + 0.5;
  double     x = ka_time_axis_to_x (&axis, day);

  set_animations (TRUE);
  activate (fixture, "timeline.zoom", "2.0");
  g_assert_cmpfloat_with_epsilon (get_days (fixture), days, 1e-6);
  /* A second press during the animation adds to the first one. */
  ka_app_test_iterate (60);
  activate (fixture, "timeline.zoom", "2.0");
  for (int i = 0; i < 100 && ka_time_camera_is_moving (fixture->camera); i++)
    ka_app_test_iterate (20);
  g_assert_cmpfloat_with_epsilon (get_days (fixture), days / 4, 1e-6);
  axis = *ka_time_camera_get_axis (fixture->camera);
  g_assert_cmpfloat_with_epsilon (ka_time_axis_to_x (&axis, day), x, 1);

  ka_time_camera_start_inertia (fixture->camera, 2);
  g_assert_true (ka_time_camera_is_moving (fixture->camera));
  ka_time_camera_stop (fixture->camera);
  g_assert_false (ka_time_camera_is_moving (fixture->camera));

  set_animations (FALSE);
  ka_time_camera_start_inertia (fixture->camera, 2);
  g_assert_false (ka_time_camera_is_moving (fixture->camera));
  activate (fixture, "timeline.zoom", "0.5");
  g_assert_cmpfloat_with_epsilon (get_days (fixture), days / 2, 1e-6);
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  const KaEvent *event = (const KaEvent *) ka_app_test_get_item (fixture->session,
                                                                 "event:kars-treaty-1921");
  KaSpan         limits;

  limits = ka_time_camera_get_limits (fixture->camera);
  activate (fixture, "timeline.fit", NULL);
  assert_in_view (fixture, limits.from, limits.to);

  /* The first press centres the event, the second one fits it. */
  activate (fixture, "timeline.zoom", "20.0");
  ka_session_select (fixture->session, KA_ITEM (event));
  activate (fixture, "timeline.centre", NULL);
  g_assert_cmpfloat (get_days (fixture), >, 1000);
  activate (fixture, "timeline.centre", NULL);
  g_assert_cmpfloat (get_days (fixture), <, 60);
  assert_in_view (fixture, event->date.earliest, event->date.end_latest);

  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "region:nakhichevan"));
  activate (fixture, "timeline.fit-selection", NULL);
  g_assert_cmpfloat (get_days (fixture), >, 300);

  ka_session_select (fixture->session, NULL);
  ka_session_set_range (fixture->session,
                        (KaSpan){ ka_day_from_ymd (1930, 1, 1), ka_day_from_ymd (1931, 1, 1) });
  activate (fixture, "timeline.fit-selection", NULL);
  assert_in_view (fixture, ka_day_from_ymd (1930, 1, 1), ka_day_from_ymd (1931, 1, 1));
  g_assert_cmpfloat (get_days (fixture), <, 500);
}

/* Right visits every event once in order of time, and the screen reader counts; left goes back. */
static void
test_traversal (Fixture *fixture, gconstpointer data)
{
  static const KaCategory filters[] = { KA_CATEGORY_ALL, KA_CATEGORY_TREATY,
                                        KA_CATEGORY_WAR | KA_CATEGORY_CLAIM };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
      gsize n_events;
      KaDay last = KA_DAY_MIN;

      ka_session_set_categories (fixture->session, filters[i]);
      n_events = ka_event_order_count (fixture->session, NULL, NULL);
      g_assert_cmpuint (n_events, >, 5);
      activate (fixture, "timeline.go-to-end", "false");
      for (gsize number = 1; number <= n_events; number++)
        {
          const KaItem    *item = ka_session_get_selection (fixture->session);
          g_autofree char *when = ka_words_describe_item (item, KA_LANGUAGE_EN);
          g_autofree char *spoken = NULL;
          gsize            position;

          g_assert_true (ka_event_order_has (fixture->session, item));
          g_assert_true (g_hash_table_add (visited, (gpointer) (guintptr) item));
          g_assert_cmpint (((const KaEvent *) item)->date.earliest, >=, last);
          last = ((const KaEvent *) item)->date.earliest;
          ka_event_order_count (fixture->session, item, &position);
          g_assert_cmpuint (position, ==, number);
          spoken = g_strdup_printf (
            "%s, %s, %s, event %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT,
            ka_item_get_title (item, ka_session_get_day (fixture->session), KA_LANGUAGE_EN), when,
            ka_words_get_category (((const KaEvent *) item)->leading), number, n_events);
          gtk_test_accessible_assert_property (fixture->timeline,
                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken);
          assert_in_view (fixture, last, last);
          activate (fixture, "timeline.step", "1");
          g_assert_cmpint (ka_session_get_selection (fixture->session) == item, ==,
                           number == n_events);
        }
      g_assert_cmpuint (g_hash_table_size (visited), ==, n_events);
      for (gsize number = 1; number < n_events; number++)
        {
          activate (fixture, "timeline.step", "-1");
          g_assert_true (
            g_hash_table_remove (visited, ka_session_get_selection (fixture->session)));
        }
    }
}

static void
test_spoken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL;
  const KaItem    *item = ka_app_test_get_item (fixture->session, "event:kars-treaty-1921");
  gsize            position;
  gsize            n_events = ka_event_order_count (fixture->session, item, &position);

  ka_session_select (fixture->session, item);
  expected = g_strdup_printf ("Treaty of Kars, 13 October 1921, Treaty, event %" G_GSIZE_FORMAT
                              " of %" G_GSIZE_FORMAT,
                              position, n_events);
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       expected);
  ka_session_set_categories (fixture->session, KA_CATEGORY_WAR);
  gtk_test_accessible_assert_property (fixture->timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Treaty of Kars, 13 October 1921, Treaty, filtered out");
}

/* Arrow keys stay in a marked range. Escape clears the range first, then the selection. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  KaDay from = ka_day_from_ymd (1921, 3, 1);
  KaDay to = ka_day_from_ymd (1921, 11, 1);
  gsize n_all = ka_event_order_count (fixture->session, NULL, NULL);
  gsize n_inside;

  ka_session_set_range (fixture->session, (KaSpan){ from, to });
  n_inside = ka_event_order_count (fixture->session, NULL, NULL);
  g_assert_cmpuint (n_inside, >, 2);
  g_assert_cmpuint (n_inside, <, n_all);
  activate (fixture, "timeline.go-to-end", "true");
  for (gsize i = 0; i < n_inside + 2; i++)
    {
      const KaEvent *event = (const KaEvent *) ka_session_get_selection (fixture->session);

      g_assert_true (ka_date_overlaps (&event->date, from, to));
      activate (fixture, "timeline.step", "-1");
    }

  activate (fixture, "timeline.cancel", NULL);
  g_assert_false (ka_session_get_state (fixture->session).has_range);
  g_assert_nonnull (ka_session_get_selection (fixture->session));
  activate (fixture, "timeline.cancel", NULL);
  g_assert_null (ka_session_get_selection (fixture->session));
}

static void
test_extend_range (Fixture *fixture, gconstpointer data)
{
  KaDay       start = ka_day_from_ymd (1921, 3, 16);
  KaViewState state;

  ka_session_set_day (fixture->session, start);
  for (int i = 0; i < 3; i++)
    activate (fixture, "timeline.extend-range", "1");
  state = ka_session_get_state (fixture->session);
  g_assert_true (state.has_range);
  g_assert_cmpint (state.range.from, ==, start);
  g_assert_cmpint (state.range.to, ==, state.day + 1);
  for (int i = 0; i < 5; i++)
    activate (fixture, "timeline.extend-range", "-1");
  state = ka_session_get_state (fixture->session);
  g_assert_cmpint (state.range.from, ==, state.day);
  g_assert_cmpint (state.range.to, ==, start + 1);
}

/* Up and down come to an end and never select a filtered event. */
static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  ka_session_set_categories (fixture->session, KA_CATEGORY_TREATY | KA_CATEGORY_CLAIM);
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "event:kars-treaty-1921"));
  for (int direction = -1; direction <= 1; direction += 2)
    {
      g_autofree char *parameter = g_strdup_printf ("%d", direction);
      const KaItem    *last = NULL;
      int              n_steps = 0;

      while (last != ka_session_get_selection (fixture->session))
        {
          last = ka_session_get_selection (fixture->session);
          g_assert_true (last->kind != KA_ITEM_EVENT ||
                         ka_event_order_has (fixture->session, last));
          activate (fixture, "timeline.lane", parameter);
          g_assert_cmpint (n_steps++, <, 40);
        }
      g_assert_cmpint (n_steps, >, 1);
    }
}

static guint
count_lanes (KaTimelineLayout *layout)
{
  g_autoptr (GPtrArray) items = ka_timeline_layout_list_items (layout);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      KaBox box;

      if (ka_timeline_layout_get_item_box (layout, items->pdata[i], &box))
        g_hash_table_add (rows, GINT_TO_POINTER ((int) (box.y0 + box.y1)));
    }

  return g_hash_table_size (rows);
}

/* Text of twice the size leaves room for three lanes, or two at the minimum height. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget   *widget = fixture->timeline;
  int          least;
  int          wanted;

  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, &wanted, NULL, NULL);
  for (int i = 0; i < 2; i++)
    {
      KaTimelineSpec spec = {
        .atlas = ka_session_get_atlas (fixture->session),
        .axis = *ka_time_camera_get_axis (fixture->camera),
        .height = (i == 0 ? least : wanted) / 2.0,
        .band = ka_app_test_get_item (fixture->session, "region:nakhichevan"),
      };
      KaViewState state = ka_session_get_state (fixture->session);
      g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
      g_autoptr (cairo_t) cr = cairo_create (surface);
      g_autoptr (KaTimelineLayout) layout = NULL;

      layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
      g_assert_cmpuint (count_lanes (layout), >=, i == 0 ? 2 : 3);
    }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}

/* Plays fast to the end and stops there. */
static void
test_play (Fixture *fixture, gconstpointer data)
{
  KaPlayer     *player = ka_timeline_stage_get (fixture->stage)->player;
  const KaItem *last = ka_event_order_find_end (fixture->session, 1);
  const KaItem *region = ka_app_test_get_item (fixture->session, "region:nakhichevan");
  const KaItem *first;
  KaDay         day;

  g_object_set (player, "speed", 8.0, NULL);
  ka_session_set_range (fixture->session,
                        (KaSpan){ ka_day_from_ymd (1921, 3, 1), ka_day_from_ymd (1921, 7, 1) });
  ka_session_select (fixture->session, region);
  activate (fixture, "timeline.go-to-end", "false");
  first = ka_session_get_selection (fixture->session);
  ka_player_set_is_playing (player, TRUE);
  for (int i = 0; i < 200 && ka_player_get_is_playing (player); i++)
    ka_app_test_iterate (50);
  g_assert_false (ka_player_get_is_playing (player));
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_event_order_find_end (fixture->session, 1));

  /* A whole play is one step of the history. */
  ka_session_go (fixture->session, -1);
  g_assert_true (ka_session_get_selection (fixture->session) == first);
  ka_session_go (fixture->session, -1);
  g_assert_true (ka_session_get_selection (fixture->session) == region);
  ka_session_go (fixture->session, 1);
  ka_session_go (fixture->session, 1);
  g_assert_false (ka_session_can_go (fixture->session, 1));
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_event_order_find_end (fixture->session, 1));

  /* From the end the player begins again; a change of the day stops it. */
  ka_player_set_is_playing (player, TRUE);
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_event_order_find_end (fixture->session, -1));
  ka_session_set_day (fixture->session, ka_day_from_ymd (1921, 5, 5));
  g_assert_false (ka_player_get_is_playing (player));

  ka_player_set_is_playing (player, TRUE);
  ka_session_select (fixture->session, NULL);
  g_assert_false (ka_player_get_is_playing (player));

  ka_session_clear_range (fixture->session);
  ka_session_select (fixture->session, last);
  g_object_set (player, "loops", TRUE, NULL);
  ka_session_set_day (fixture->session, ka_session_get_day (fixture->session));
  ka_player_set_is_playing (player, TRUE);
  activate (fixture, "timeline.zoom", "2.0");
  g_assert_false (ka_player_get_is_playing (player));

  ka_session_set_categories (fixture->session, 0);
  ka_player_set_is_playing (player, TRUE);
  g_assert_false (ka_player_get_is_playing (player));

  /* The day moves between events; the step before the play keeps its own day. */
  set_animations (TRUE);
  g_object_set (player, "speed", 0.5, NULL);
  ka_session_set_categories (fixture->session, KA_CATEGORY_ALL);
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "event:kars-treaty-1921"));
  day = ka_session_get_day (fixture->session);
  ka_player_set_is_playing (player, TRUE);
  for (int i = 0; i < 50 && ka_session_get_day (fixture->session) == day; i++)
    ka_app_test_iterate (20);
  g_assert_cmpint (ka_session_get_day (fixture->session), >, day);
  while (strcmp (ka_session_get_selection (fixture->session)->id, "kars-treaty-1921") == 0)
    ka_app_test_iterate (50);
  ka_player_set_is_playing (player, FALSE);
  ka_session_go (fixture->session, -1);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
}

static void
pan_away (Fixture *fixture)
{
  KaTimeAxis axis = ka_time_axis_centre_on (ka_time_camera_get_axis (fixture->camera),
                                            (double) ka_day_from_ymd (1990, 1, 1));

  ka_timeline_stage_set_axis (fixture->stage, &axis);
}

/* However the selection comes from outside, by a search, a link or the history, the playhead is
 * in view afterwards, with room to both sides, although the day may stay. */
static void
test_returns_to_playhead (Fixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "event:kars-treaty-1921", "treaty:kars", "article:kars-5",
                                       "region:nakhichevan" };

  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, items[0]));
  for (gsize i = 1; i < 2 * G_N_ELEMENTS (items) - 1; i++)
    {
      KaDay day, around;

      pan_away (fixture);
      if (i < G_N_ELEMENTS (items))
        ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, items[i]));
      else
        ka_session_go (fixture->session, -1);
      day = ka_session_get_day (fixture->session);
      around = (KaDay) (get_days (fixture) / 6);
      assert_in_view (fixture, day - around, day + around);
    }
}

/* A click on a band of the timeline itself moves nothing. */
static void
test_choosing_stays (Fixture *fixture, gconstpointer data)
{
  double first_day;

  pan_away (fixture);
  first_day = ka_time_camera_get_axis (fixture->camera)->first_day;
  ka_timeline_stage_choose (fixture->stage,
                            ka_app_test_get_item (fixture->session, "polity:turkey"));
  g_assert_cmpfloat (ka_time_camera_get_axis (fixture->camera)->first_day, ==, first_day);
}

/* Selecting a region moves neither the axis nor a lane. */
static void
test_region_moves_nothing (Fixture *fixture, gconstpointer data)
{
  const KaTimelineLayout *layout = ka_timeline_stage_get_layout (fixture->stage);
  const double            axis_y = layout->frame.axis_y;
  const guint             n_overflows = layout->overflows->len;

  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:kars"));
  layout = ka_timeline_stage_get_layout (fixture->stage);
  g_assert_cmpfloat (layout->frame.axis_y, ==, axis_y);
  g_assert_cmpuint (layout->overflows->len, ==, n_overflows);
}

/* At all time the playhead would creep over the next events: playing zooms in on them. Where they
 * stand apart the zoom stays. */
static void
test_play_zooms (Fixture *fixture, gconstpointer data)
{
  KaPlayer *player = ka_timeline_stage_get (fixture->stage)->player;
  KaDay     day = ka_session_get_day (fixture->session);
  double    days;

  activate (fixture, "timeline.fit", NULL);
  days = get_days (fixture);
  ka_player_set_is_playing (player, TRUE);
  g_assert_cmpfloat (get_days (fixture), <, days / 8);
  assert_in_view (fixture, day, day + 300);
  ka_player_set_is_playing (player, FALSE);

  days = get_days (fixture);
  ka_player_set_is_playing (player, TRUE);
  g_assert_cmpfloat (get_days (fixture), ==, days);
  ka_player_set_is_playing (player, FALSE);
}

/* The closest view still has days for marks. */
static void
test_zoom_ends_at_days (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "timeline.zoom", "1e9");
  g_assert_cmpfloat_with_epsilon (get_days (fixture), KA_TIME_MIN_DAYS, 1e-6);
}

/* With very many events a zoom shows the lanes before, until another thread has made the new ones;
 * also when the zoom goes on meanwhile. */
static void
test_lanes_follow (void)
{
  const KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (51000, from, to);
  g_autoptr (KaSession) session = ka_session_new (atlas);
  g_autoptr (GtkWidget) canvas = g_object_ref_sink (gtk_drawing_area_new ());
  g_autoptr (KaTimelineStage) stage = ka_timeline_stage_new (canvas, session);
  g_autoptr (KaTimelineGroups) wanted = NULL;
  const double first = 0.05;
  double       zoom = 0;

  ka_timeline_stage_set_home (stage, (KaSpan){ from, from + 2000 });
  ka_timeline_stage_allocate (stage, 1000, 200, 1);
  g_assert_nonnull (ka_timeline_stage_get_layout (stage));
  for (int i = 0; i < 3; i++)
    {
      KaTimeAxis axis = *ka_time_camera_get_axis (ka_timeline_stage_get (stage)->camera);

      axis.px_per_day = first * (i + 1);
      zoom = ka_timeline_pack_get_zoom (axis.px_per_day);
      ka_timeline_stage_set_axis (stage, &axis);
      ka_timeline_stage_get_layout (stage);
    }
  wanted = ka_timeline_groups_new_wanted (ka_timeline_stage_get_layout (stage)->groups);
  g_assert_nonnull (wanted);
  for (int i = 0; i < 200 && get_pack (stage)->px_per_day != zoom; i++)
    ka_app_test_iterate (20);
  g_assert_cmpfloat (get_pack (stage)->px_per_day, ==, zoom);
  /* A thread that works has a reference. */
  for (int i = 0; i < 200 && G_OBJECT (stage)->ref_count > 1; i++)
    ka_app_test_iterate (20);
  g_assert_cmpuint (G_OBJECT (stage)->ref_count, ==, 1);
  g_object_run_dispose (G_OBJECT (stage));
}

/* So does another height, step by step as an edge is dragged; then the lanes are as many as there
 * is room for. */
static void
test_lanes_follow_height (void)
{
  const KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (51000, from, to);
  g_autoptr (KaSession) session = ka_session_new (atlas);
  g_autoptr (GtkWidget) canvas = g_object_ref_sink (gtk_drawing_area_new ());
  g_autoptr (KaTimelineStage) stage = ka_timeline_stage_new (canvas, session);
  int most;

  ka_timeline_stage_set_home (stage, (KaSpan){ from, from + 2000 });
  ka_timeline_stage_allocate (stage, 1000, 200, 1);
  most = get_pack (stage)->max_lanes;
  for (int height = 180; height >= 120; height -= 20)
    {
      ka_timeline_stage_allocate (stage, 1000, height, 1);
      g_assert_cmpint (get_pack (stage)->max_lanes, ==, most);
    }
  for (int i = 0; i < 400 && get_pack (stage)->max_lanes > most - 5; i++)
    ka_app_test_iterate (20);
  g_assert_cmpint (get_pack (stage)->max_lanes, <=, most - 5);
  for (int i = 0; i < 200 && G_OBJECT (stage)->ref_count > 1; i++)
    ka_app_test_iterate (20);
  g_object_run_dispose (G_OBJECT (stage));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/timeline/large-text", test_large_text);
  ADD ("/timeline-view/zoom-at", test_zoom_at);
  ADD ("/timeline-view/glide", test_glide);
  ADD ("/timeline-view/fit", test_fit);
  ADD ("/timeline-view/traversal", test_traversal);
  ADD ("/timeline-view/spoken", test_spoken);
  ADD ("/timeline-view/range", test_range);
  ADD ("/timeline-view/extend-range", test_extend_range);
  ADD ("/timeline-view/lanes", test_lanes);
  ADD ("/timeline-view/play", test_play);

  ADD ("/timeline-view/returns-to-playhead", test_returns_to_playhead);
  g_test_add_func ("/timeline-view/lanes-follow", test_lanes_follow);
  g_test_add_func ("/timeline-view/lanes-follow-height", test_lanes_follow_height);
  ADD ("/timeline-view/choosing-stays", test_choosing_stays);
  ADD ("/timeline-view/region-moves-nothing", test_region_moves_nothing);
  ADD ("/timeline-view/play-zooms", test_play_zooms);
  ADD ("/timeline-view/zoom-ends-at-days", test_zoom_ends_at_days);

#undef ADD

  return g_test_run ();
}
