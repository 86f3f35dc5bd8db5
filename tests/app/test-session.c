/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The view state: the day of a selection, the history, the order of events, and one notification
 * for each change.
 */

#include "config.h"

#include "ka-app-test.h"
#include "ka-event-order.h"
#include "ka-query.h"

typedef struct
{
  KaSession *session;
  guint      n_day;
  guint      n_selection;
  guint      n_hover;
  guint      n_step;
  guint      n_categories;
  guint      n_back;
  guint      n_forward;
  guint      n_page;
  guint      n_pinned;
  guint      n_range;
} Fixture;

static void
count_cb (Fixture *fixture, GParamSpec *pspec)
{
  static const struct
  {
    const char *name;
    gsize       offset;
  } counters[] = {
    { "day", G_STRUCT_OFFSET (Fixture, n_day) },
    { "selection", G_STRUCT_OFFSET (Fixture, n_selection) },
    { "hover", G_STRUCT_OFFSET (Fixture, n_hover) },
    { "step", G_STRUCT_OFFSET (Fixture, n_step) },
    { "filter", G_STRUCT_OFFSET (Fixture, n_categories) },
    { "can-go-back", G_STRUCT_OFFSET (Fixture, n_back) },
    { "can-go-forward", G_STRUCT_OFFSET (Fixture, n_forward) },
    { "page", G_STRUCT_OFFSET (Fixture, n_page) },
    { "pinned-day", G_STRUCT_OFFSET (Fixture, n_pinned) },
    { "range", G_STRUCT_OFFSET (Fixture, n_range) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counters); i++)
    if (g_str_equal (pspec->name, counters[i].name))
      {
        G_STRUCT_MEMBER (guint, fixture, counters[i].offset)++;
        return;
      }
  g_assert_not_reached ();
}

static void
forget_counts (Fixture *fixture)
{
  *fixture = (Fixture){ .session = fixture->session };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ka_app_test_create_session ();
  g_signal_connect_swapped (fixture->session, "notify", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  KaSession *session = fixture->session;

  g_assert_cmpint (ka_session_get_day (session), ==,
                   ka_atlas_get_head (ka_session_get_atlas (session))->default_day);
  g_assert_null (ka_session_get_selection (session));
  g_assert_null (ka_session_get_state (session).hover);
  g_assert_cmpint (ka_session_get_state (session).filter.categories, ==, KA_CATEGORY_ALL);
  g_assert_cmpint (ka_session_get_language (session), ==, KA_LANGUAGE_EN);
  g_assert_false (ka_session_can_go (session, -1));
  g_assert_false (ka_session_can_go (session, 1));
}

static void
test_day (Fixture *fixture, gconstpointer data)
{
  KaDay  day = ka_day_from_ymd (1924, 2, 9);
  gint64 read = 0;

  ka_session_set_day (fixture->session, day);
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
  g_object_get (fixture->session, "day", &read, NULL);
  g_assert_cmpint (read, ==, day);
  g_assert_cmpint (ka_session_get_state (fixture->session).day, ==, day);
  g_assert_cmpuint (fixture->n_day, ==, 1);
  ka_session_set_day (fixture->session, day);
  g_assert_cmpuint (fixture->n_day, ==, 1);
  g_assert_cmpuint (fixture->n_selection, ==, 0);
  g_assert_cmpuint (fixture->n_back, ==, 0);
}

static void
test_hover_and_categories (Fixture *fixture, gconstpointer data)
{
  const KaItem *region = ka_app_test_get_item (fixture->session, "region:adjara");
  gpointer      hover = NULL;

  ka_session_set_hover (fixture->session, region);
  ka_session_set_hover (fixture->session, region);
  g_assert_cmpuint (fixture->n_hover, ==, 1);
  g_object_get (fixture->session, "hover", &hover, NULL);
  g_assert_true (hover == region);
  g_assert_true (ka_session_get_state (fixture->session).hover == region);
  ka_session_set_hover (fixture->session, NULL);
  g_assert_cmpuint (fixture->n_hover, ==, 2);

  ka_session_set_categories (fixture->session, KA_CATEGORY_WAR);
  ka_session_set_categories (fixture->session, KA_CATEGORY_WAR);
  g_assert_cmpuint (fixture->n_categories, ==, 1);
  g_assert_cmpint (ka_session_get_state (fixture->session).filter.categories, ==, KA_CATEGORY_WAR);
}

/* An item with a day moves the day; a region does not. */
static void
test_select_moves_day (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *reference;
    const char *day; /* NULL where the day stays */
  } cases[] = {
    { "region:nakhichevan", NULL },
    { "article:moscow-3", "1921-03-16" },
    { "article:kars-5", "1921-10-13" },
    { "treaty:moscow", "1921-03-16" },
    { "event:kars-treaty-1921", "1921-10-13" },
    { "region:adjara", NULL },
  };
  KaDay day = ka_day_from_ymd (1950, 1, 1);

  ka_session_set_day (fixture->session, day);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaItem *item = ka_app_test_get_item (fixture->session, cases[i].reference);

      if (cases[i].day != NULL)
        g_assert_true (ka_day_parse (cases[i].day, &day, NULL));
      forget_counts (fixture);
      ka_session_select (fixture->session, item);
      g_assert_true (ka_session_get_selection (fixture->session) == item);
      g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
      g_assert_cmpuint (fixture->n_selection, ==, 1);
      g_assert_cmpuint (fixture->n_day, <=, 1);
      g_assert_cmpuint (fixture->n_back, ==, 1);

      forget_counts (fixture);
      ka_session_select (fixture->session, item);
      g_assert_cmpuint (fixture->n_selection + fixture->n_day + fixture->n_back, ==, 0);
    }
}

/* A selected frontier exists on the day in view. */
static void
test_select_frontier (Fixture *fixture, gconstpointer data)
{
  const KaList *frontiers = ka_atlas_get_items (ka_session_get_atlas (fixture->session),
                                                KA_ITEM_FRONTIER);
  KaDay         day = ka_session_get_day (fixture->session);
  guint         n_left = 0;

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      gboolean          is_there = day >= frontier->span.from && day < frontier->span.to;

      ka_session_set_day (fixture->session, day);
      ka_session_select (fixture->session, KA_ITEM (frontier));
      if (is_there)
        {
          n_left++;
          g_assert_cmpint (ka_session_get_day (fixture->session), ==, day);
        }
      else
        g_assert_cmpint (ka_session_get_day (fixture->session), ==, frontier->span.from);
    }
  g_assert_cmpuint (n_left, >, 0);
  g_assert_cmpuint (n_left, <, frontiers->n_items);
}

static void
assert_at (KaSession *session, const char *reference, KaDay day, gboolean back, gboolean forward)
{
  const KaItem *item = reference != NULL ? ka_app_test_get_item (session, reference) : NULL;

  g_assert_true (ka_session_get_selection (session) == item);
  g_assert_cmpint (ka_session_get_day (session), ==, day);
  g_assert_cmpint (ka_session_can_go (session, -1), ==, back);
  g_assert_cmpint (ka_session_can_go (session, 1), ==, forward);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  KaSession *session = fixture->session;
  KaDay      start = ka_session_get_day (session);
  KaDay      moscow = ka_day_from_ymd (1921, 3, 16);
  KaDay      later = ka_day_from_ymd (1924, 2, 9);

  ka_session_go (session, -1);
  ka_session_go (session, 1);
  assert_at (session, NULL, start, FALSE, FALSE);

  ka_session_select (session, ka_app_test_get_item (session, "article:moscow-3"));
  ka_session_select (session, ka_app_test_get_item (session, "region:nakhichevan"));
  ka_session_set_day (session, later);
  assert_at (session, "region:nakhichevan", later, TRUE, FALSE);

  ka_session_go (session, -1);
  assert_at (session, "article:moscow-3", moscow, TRUE, TRUE);
  ka_session_go (session, -1);
  assert_at (session, NULL, start, FALSE, TRUE);
  ka_session_go (session, 1);
  assert_at (session, "article:moscow-3", moscow, TRUE, TRUE);

  forget_counts (fixture);
  ka_session_go (session, 1);
  assert_at (session, "region:nakhichevan", later, TRUE, FALSE);
  g_assert_cmpuint (fixture->n_day, ==, 1);
  g_assert_cmpuint (fixture->n_selection, ==, 1);
  g_assert_cmpuint (fixture->n_forward, ==, 1);

  /* A new step drops the steps after the current one. */
  ka_session_go (session, -1);
  ka_session_select (session, ka_app_test_get_item (session, "region:kars"));
  assert_at (session, "region:kars", moscow, TRUE, FALSE);
  ka_session_go (session, -1);
  assert_at (session, "article:moscow-3", moscow, TRUE, TRUE);
}

/* Selects, passes, moves the day, goes back and forward at random, and compares with a plain list.
 */
static void
test_random_history (Fixture *fixture, gconstpointer data)
{
  KaSession    *session = fixture->session;
  const KaList *regions = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_REGION);
  const KaItem *items[400] = { NULL };
  KaDay         days[400] = { ka_session_get_day (session) };
  guint         current = 0;
  guint         last = 0;

  for (int round = 0; round < 300; round++)
    {
      const KaItem *item = regions->items[g_test_rand_int_range (0, (gint32) regions->n_items)];
      int           what = g_test_rand_int_range (0, 5);

      if (what == 0 && item != items[current])
        {
          days[current + 1] = days[current];
          last = ++current;
          items[current] = item;
          ka_session_select (session, item);
        }
      else if (what == 1)
        {
          items[current] = item;
          ka_session_pass (session, item);
        }
      else if (what == 2)
        {
          days[current] = g_test_rand_int_range (-30000, 30000);
          ka_session_set_day (session, days[current]);
        }
      else if (what == 3)
        {
          current -= current > 0;
          ka_session_go (session, -1);
        }
      else if (what == 4)
        {
          current += current < last;
          ka_session_go (session, 1);
        }
      g_assert_true (ka_session_get_selection (session) == items[current]);
      g_assert_cmpint (ka_session_get_day (session), ==, days[current]);
      g_assert_cmpint (ka_session_can_go (session, -1), ==, current > 0);
      g_assert_cmpint (ka_session_can_go (session, 1), ==, current < last);
    }
}

/* Steps through the events of some categories, forwards or backwards, against a plain count. */
static void
assert_steps (KaSession *session, KaCategory categories, int direction)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_EVENT);
  gsize         number = direction > 0 ? 0 : events->n_items - 1;
  gsize         n_visited = 0;

  ka_session_select (session, NULL);
  ka_session_set_categories (session, categories);
  ka_session_set_day (session, ka_day_from_ymd (direction > 0 ? 1500 : 2500, 1, 1));
  for (gsize i = 0; i<events->n_items; i++, number = direction> 0 ? number + 1 : number - 1)
    {
      const KaEvent *event = events->items[number];

      if ((event->categories & categories) == 0)
        continue;
      n_visited++;
      g_assert_true (ka_event_order_step (session, direction));
      if (ka_session_get_selection (session) != KA_ITEM (event))
        g_error ("expected %s, got %s", event->item.id, ka_session_get_selection (session)->id);
      g_assert_cmpint (ka_session_get_day (session), ==, event->date.earliest);
    }
  g_assert_cmpuint (n_visited, >, 0);
  g_assert_false (ka_event_order_step (session, direction));
}

static void
test_step_event (Fixture *fixture, gconstpointer data)
{
  for (int direction = -1; direction <= 1; direction += 2)
    {
      assert_steps (fixture->session, KA_CATEGORY_ALL, direction);
      assert_steps (fixture->session, KA_CATEGORY_TREATY, direction);
      assert_steps (fixture->session, KA_CATEGORY_WAR | KA_CATEGORY_CLAIM, direction);
    }
  ka_session_set_categories (fixture->session, 0);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1921, 1, 1));
  g_assert_false (ka_event_order_step (fixture->session, 1));
}

/* From a day between two events, a step goes to the neighbour. */
static void
test_step_from_day (Fixture *fixture, gconstpointer data)
{
  ka_session_set_categories (fixture->session, KA_CATEGORY_TREATY);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1921, 10, 12));
  g_assert_true (ka_event_order_step (fixture->session, 1));
  g_assert_cmpstr (ka_session_get_selection (fixture->session)->id, ==, "kars-treaty-1921");

  ka_session_set_day (fixture->session, ka_day_from_ymd (1921, 10, 14));
  g_assert_true (ka_event_order_step (fixture->session, -1));
  g_assert_cmpstr (ka_session_get_selection (fixture->session)->id, ==, "kars-treaty-1921");
}

/* A step belongs to the selected annex and ends with its selection. */
static void
test_step_of_annex (Fixture *fixture, gconstpointer data)
{
  const KaItem *annex = ka_app_test_get_item (fixture->session, "annex:kars-annex-1");

  ka_session_set_step (fixture->session, 3);
  g_assert_cmpuint (ka_session_get_state (fixture->session).step, ==, 0);
  ka_session_select (fixture->session, annex);
  forget_counts (fixture);
  ka_session_set_step (fixture->session, 3);
  ka_session_set_step (fixture->session, 3);
  g_assert_cmpuint (fixture->n_step, ==, 1);
  ka_session_set_hover_step (fixture->session, 4);
  g_assert_true (ka_session_get_state (fixture->session).hover == annex);
  g_assert_cmpuint (ka_session_get_state (fixture->session).hover_step, ==, 4);
  g_assert_cmpuint (ka_session_get_state (fixture->session).step, ==, 3);
  ka_session_set_hover (fixture->session, annex);
  g_assert_cmpuint (ka_session_get_state (fixture->session).hover_step, ==, 0);
  g_assert_cmpuint (fixture->n_hover, ==, 2);
  ka_session_set_step (fixture->session, ka_query_count_steps (annex) + 1);
  g_assert_cmpuint (ka_session_get_state (fixture->session).step, ==, 0);

  ka_session_set_step (fixture->session, 3);
  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:kars"));
  g_assert_cmpuint (ka_session_get_state (fixture->session).step, ==, 0);
  ka_session_go (fixture->session, -1);
  g_assert_true (ka_session_get_selection (fixture->session) == annex);
  g_assert_cmpuint (ka_session_get_state (fixture->session).step, ==, 0);
}

static KaPageKind
select_region (Fixture *fixture)
{
  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:kars"));

  return ka_session_get_page (fixture->session);
}

/* A pinned day and a range bring the page of changes; a selection takes its place in the history.
 */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  KaSession *session = fixture->session;

  g_assert_cmpint (select_region (fixture), ==, KA_PAGE_ITEM);
  ka_session_pin_day (session, ka_day_from_ymd (1900, 1, 1));
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_CHANGES);
  g_assert_cmpstr (ka_session_get_selection (session)->id, ==, "kars");
  g_assert_cmpuint (fixture->n_page, ==, 1);
  g_assert_cmpuint (fixture->n_pinned, ==, 1);
  g_assert_cmpint (select_region (fixture), ==, KA_PAGE_ITEM);
  ka_session_go (session, -1);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_CHANGES);

  ka_session_set_range (session, (KaSpan){ 0, 10 });
  ka_session_unpin_day (session);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_CHANGES);
  ka_session_clear_range (session);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_ITEM);
  ka_session_go (session, 1);
  ka_session_go (session, -1);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_ITEM);
}

/* A comparison is a step of the history, from the page of one of its treaties too. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  KaSession      *session = fixture->session;
  const KaItem   *kars = ka_app_test_get_item (session, "treaty:kars");
  const KaTreaty *moscow = (const KaTreaty *) ka_app_test_get_item (session, "treaty:moscow");

  ka_session_select (session, kars);
  ka_session_compare (session, kars, moscow);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_COMPARISON);
  g_assert_true (ka_session_get_state (session).compared == moscow);
  ka_session_go (session, -1);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_ITEM);
  ka_session_go (session, 1);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_COMPARISON);
  ka_session_select (session, kars);
  g_assert_cmpint (ka_session_get_page (session), ==, KA_PAGE_ITEM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/session/start", test_start);
  ADD ("/session/day", test_day);
  ADD ("/session/hover-and-categories", test_hover_and_categories);
  ADD ("/session/select-moves-day", test_select_moves_day);
  ADD ("/session/select-frontier", test_select_frontier);
  ADD ("/session/history", test_history);
  ADD ("/session/random-history", test_random_history);
  ADD ("/session/step-event", test_step_event);
  ADD ("/session/step-from-day", test_step_from_day);
  ADD ("/session/step-of-annex", test_step_of_annex);
  ADD ("/session/changes", test_changes);
  ADD ("/session/compare", test_compare);
#undef ADD

  return g_test_run ();
}
