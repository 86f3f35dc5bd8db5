/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline with lanes in groups: headers fold by pointer and keys, lanes scroll, arrow keys and
 * the screen reader follow.
 */

#include "config.h"

#include "ka-event-order.h"
#include "ka-settings.h"
#include "ka-timeline-test.h"

static void
set_grouping (Fixture *fixture, const char *name)
{
  g_object_set (fixture->session, "grouping", name, NULL);
}

static void
click (Fixture *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->timeline);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller) ||
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_PRIMARY)
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
      return;
    }
  g_assert_not_reached ();
}

/* At the natural height the bands yield: more than one group is in sight. */
static void
test_several_in_sight (Fixture *fixture, gconstpointer data)
{
  const KaTimelineLayout *layout;
  int                     height, n_in_sight = 0;

  set_grouping (fixture, "category");
  gtk_widget_measure (fixture->timeline, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  ka_timeline_stage_allocate (fixture->stage, 1440, height, 1);
  layout = ka_timeline_stage_get_layout (fixture->stage);
  for (int i = 0; i < ka_timeline_groups_get_n_groups (layout->groups); i++)
    {
      const KaTimelineGroup *group = ka_timeline_groups_get (layout->groups, i);

      n_in_sight += group->pack != NULL && group->header.y1 + 16 < layout->frame.axis_y;
    }
  g_assert_cmpint (n_in_sight, >=, 2);
}

/* A click on a header folds its group, a second one unfolds it. */
static void
test_fold (Fixture *fixture, gconstpointer data)
{
  KaTimelineLayout      *layout;
  const KaTimelineGroup *header;

  set_grouping (fixture, "category");
  layout = ka_timeline_stage_get_layout (fixture->stage);
  header = ka_timeline_layout_get_group (layout, 1);
  g_assert_nonnull (header);
  g_assert_nonnull (header->pack);
  for (int i = 1; i <= 2; i++)
    {
      click (fixture, 200, (header->header.y0 + header->header.y1) / 2);
      layout = ka_timeline_stage_get_layout (fixture->stage);
      header = ka_timeline_layout_get_group (layout, 1);
      g_assert_nonnull (header);
      g_assert_cmpint (header->pack == NULL, ==, i == 1);
      g_assert_cmpint (ka_session_get_state (fixture->session).folded_groups != 0, ==, i == 1);
    }

  click (fixture, 200, (header->header.y0 + header->header.y1) / 2);
  set_grouping (fixture, "region");
  g_assert_cmpuint (ka_session_get_state (fixture->session).folded_groups, ==, 0);
  set_grouping (fixture, "by the moon");
  g_assert_cmpint (ka_session_get_state (fixture->session).grouping, ==, KA_GROUPING_REGION);
}

static gboolean
is_spoken (Fixture *fixture, const char *expected)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (fixture->timeline), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);

  return problem == NULL;
}

/* Down passes every header and the screen reader describes it; Space folds and unfolds its group.
 * The row of the keyboard is always in sight. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  int n_headers = 0;
  int n_steps = 0;
  int last = KA_TIMELINE_NO_GROUP;

  set_grouping (fixture, "category");
  ka_session_select (fixture->session, NULL);
  for (const KaItem *before = NULL; n_steps < 200; n_steps++)
    {
      KaTimelineLayout      *layout;
      const KaItem          *item;
      const KaTimelineGroup *header;
      KaBox                  box;

      activate (fixture, "timeline.lane", "1");
      layout = ka_timeline_stage_get_layout (fixture->stage);
      item = ka_session_get_selection (fixture->session);
      if (ka_timeline_stage_get (fixture->stage)->focus_group == KA_TIMELINE_NO_GROUP)
        {
          if (item == before)
            break;
          before = item;
          g_assert_true (ka_timeline_layout_get_item_box (layout, item, &box));
          continue;
        }
      if (ka_timeline_stage_get (fixture->stage)->focus_group == last)
        break;
      last = ka_timeline_stage_get (fixture->stage)->focus_group;
      n_headers++;
      for (int i = 0; i < 2; i++)
        {
          g_autofree char *expected = NULL;

          header = ka_timeline_layout_get_group (layout, last);
          g_assert_nonnull (header);
          expected = g_strdup_printf ("Group %s, %u in it, %s", header->title, header->members->len,
                                      header->pack == NULL ? "folded" : "unfolded");
          g_assert_true (is_spoken (fixture, expected));
          g_assert_cmpfloat (header->header.y0, >=, 0);
          g_assert_cmpfloat (header->header.y1, <=, layout->frame.axis_y);
          activate (fixture, "timeline.play", NULL);
          layout = ka_timeline_stage_get_layout (fixture->stage);
        }
      g_assert_cmpint (ka_timeline_stage_get (fixture->stage)->focus_group, ==, last);
    }
  g_assert_cmpint (
    n_headers, ==,
    ka_timeline_groups_get_n_groups (ka_timeline_stage_get_layout (fixture->stage)->groups));
  g_assert_cmpint (n_steps, >, n_headers);
}

/* Right visits each event once, whatever is grouped and folded, and each is in sight. */
static void
test_traversal (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "category", "region" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n_events = ka_event_order_count (fixture->session, NULL, NULL);
      g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);

      set_grouping (fixture, names[i]);
      ka_session_fold_groups (fixture->session, 1 << 2 | 1 << 4);
      activate (fixture, "timeline.go-to-end", "false");
      for (gsize number = 1; number <= n_events; number++)
        {
          KaTimelineLayout *layout = ka_timeline_stage_get_layout (fixture->stage);
          const KaItem     *item = ka_session_get_selection (fixture->session);
          KaBox             box;

          g_assert_true (g_hash_table_add (visited, (gpointer) (guintptr) item));
          g_assert_true (ka_timeline_layout_get_item_box (layout, item, &box));
          activate (fixture, "timeline.step", "1");
        }
      g_assert_cmpuint (g_hash_table_size (visited), ==, n_events);
    }
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  KaTimelineLayout *layout;
  double            most;

  g_assert_false (ka_timeline_stage_scroll (fixture->stage, 10));
  set_grouping (fixture, "region");
  layout = ka_timeline_stage_get_layout (fixture->stage);
  most = layout->frame.max_top;
  g_assert_cmpfloat (most, >, 50);
  g_assert_true (ka_timeline_stage_scroll (fixture->stage, 30));
  g_assert_cmpfloat (ka_timeline_stage_get (fixture->stage)->top, ==, 30);
  g_assert_true (ka_timeline_stage_scroll (fixture->stage, 1e6));
  g_assert_cmpfloat (ka_timeline_stage_get (fixture->stage)->top, ==, most);
  g_assert_true (ka_timeline_stage_scroll (fixture->stage, -1e6));
  g_assert_cmpfloat (ka_timeline_stage_get (fixture->stage)->top, ==, 0);

  /* Lanes that become lower stay at their end. */
  ka_timeline_stage_scroll (fixture->stage, 1e6);
  ka_session_fold_groups (fixture->session, G_MAXUINT64);
  layout = ka_timeline_stage_get_layout (fixture->stage);
  g_assert_cmpfloat (ka_timeline_stage_get (fixture->stage)->top, ==, layout->frame.max_top);
}

/* The menu opens by key; its actions group the lanes and fold all; no popover stays. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu;

  activate (fixture, "timeline.menu", NULL);
  menu = ka_app_test_find (fixture->timeline, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_activate_action (menu, "time.grouping", "s", "category"));
  g_assert_cmpint (ka_session_get_state (fixture->session).grouping, ==, KA_GROUPING_CATEGORY);
  gtk_popover_popdown (GTK_POPOVER (menu));
  for (int i = 0; i < 100 && gtk_widget_get_first_child (fixture->timeline) != NULL; i++)
    ka_app_test_iterate (20);
  g_assert_null (gtk_widget_get_first_child (fixture->timeline));

  activate (fixture, "timeline.fold-all", "true");
  g_assert_cmpuint (ka_session_get_state (fixture->session).folded_groups, ==, G_MAXUINT64);
  activate (fixture, "timeline.fold-all", "false");
  g_assert_cmpuint (ka_session_get_state (fixture->session).folded_groups, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/app/groups/several-in-sight", Fixture, NULL, set_up, test_several_in_sight,
              tear_down);
  g_test_add ("/app/groups/fold", Fixture, NULL, set_up, test_fold, tear_down);
  g_test_add ("/app/groups/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/app/groups/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/app/groups/traversal", Fixture, NULL, set_up, test_traversal, tear_down);
  g_test_add ("/app/groups/scroll", Fixture, NULL, set_up, test_scroll, tear_down);

  return g_test_run ();
}
