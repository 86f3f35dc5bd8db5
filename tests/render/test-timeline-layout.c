/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-layout-test.h"
#include "ka-query.h"
#include "ka-time-test.h"
#include "ka-timeline-overview.h"
#include "ka-timeline-query.h"

#include <math.h>
#include <string.h>

#define N_RANDOM_EVENTS    10000
#define N_RANDOM_LIFETIMES 60
#define N_MANY_EVENTS      51000
#define N_ZOOMS            50

static const KaViewState plain_state = { .filter.categories = KA_CATEGORY_ALL };

static KaTimelineLayout *
make_layout (KaAtlas          *atlas,
             KaTimeAxis        axis,
             double            height,
             cairo_t          *cr,
             KaTimelineLayout *previous)
{
  KaTimelineSpec spec = { .atlas = atlas, .axis = axis, .height = height };

  return ka_timeline_layout_new (&spec, &plain_state, ka_theme_get (KA_THEME_LIGHT), cr, previous);
}

static const KaTimelinePack *
get_pack (const KaTimelineLayout *layout)
{
  return ka_timeline_groups_get (layout->groups, 0)->pack;
}

static void
test_ten_thousand_at_fifty_zooms (void)
{
  KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (N_RANDOM_EVENTS, from, to);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  g_autoptr (KaTimelineLayout) layout = NULL;

  ka_time_test_add_lifetimes (atlas, N_RANDOM_LIFETIMES, from, to);
  for (int zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      KaTimeAxis axis = ka_time_axis_fit (from, to, 1440);
      g_autoptr (KaTimelineLayout) previous = layout;

      axis = ka_time_axis_zoom_at (&axis, g_test_rand_double_range (0, 1440), exp2 (zoom * 0.36));
      layout = make_layout (atlas, axis, g_test_rand_double_range (120, 500), cr, previous);
      ka_layout_test_no_overlap (layout);
      ka_layout_test_labels_are_whole (layout);
      ka_layout_test_order (layout);
      ka_layout_test_nothing_lost (layout);
    }
}

/* Scrolling moves everything by the same distance and nothing to another lane. */
static void
test_lanes_are_stable (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"),
                                      ka_map_test_day ("1925-01-01"), 1440);
  g_autoptr (KaTimelineLayout) first = make_layout (atlas, axis, 240, cr, NULL);

  for (int dx = -900; dx <= 900; dx += 37)
    {
      g_autoptr (KaTimelineLayout) panned = make_layout (atlas, ka_time_axis_pan (&axis, dx), 240,
                                                         cr, dx % 2 == 0 ? first : NULL);

      for (guint i = 0; i < panned->placed->len; i++)
        {
          const KaTimelinePlaced *placed = &g_array_index (panned->placed, KaTimelinePlaced, i);
          const KaTimelinePlaced *before = ka_timeline_layout_find (first, placed->entry->item);

          if (before == NULL)
            continue;
          g_assert_cmpint (before->lane, ==, placed->lane);
          g_assert_cmpfloat (before->y, ==, placed->y);
          if (placed->entry->date.end_latest != KA_DAY_MAX)
            g_assert_cmpfloat_with_epsilon (before->x1 + dx, placed->x1, 1e-6);
        }
    }
}

static void
test_previous_changes_nothing (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1918-01-01"),
                                      ka_map_test_day ("1922-01-01"), 1000);
  g_autoptr (KaTimelineLayout)
    other = make_layout (atlas, ka_time_axis_pan (&axis, 300), 200, cr, NULL);
  g_autoptr (KaTimelineLayout) fresh = make_layout (atlas, axis, 200, cr, NULL);
  g_autoptr (KaTimelineLayout) reused = make_layout (atlas, axis, 200, cr, other);
  g_autofree char *fresh_text = ka_layout_dump (fresh, &plain_state);
  g_autofree char *reused_text = ka_layout_dump (reused, &plain_state);

  g_assert_true (get_pack (reused) == get_pack (other));
  g_assert_cmpstr (fresh_text, ==, reused_text);
}

/* What changes between two frames so that other lanes are due. */
typedef struct
{
  const char *name;
  KaGrouping  grouping;
  double      height;
  double      zoom;
  guint64     folded;
  gboolean    keeps_all; /* the frame has all lanes of the frame before */
} LaneChange;

static const LaneChange lane_changes[] = {
  { "zoom", KA_GROUPING_NONE, 200, 0.6, 0, TRUE },
  { "lower", KA_GROUPING_NONE, 130, 1, 0, TRUE },
  { "higher", KA_GROUPING_NONE, 320, 1, 0, TRUE },
  { "zoom-and-lower", KA_GROUPING_NONE, 130, 1.4, 0, TRUE },
  { "groups-higher", KA_GROUPING_CATEGORY, 1000, 1, 0, TRUE },
  { "groups-folded", KA_GROUPING_CATEGORY, 200, 1, 0xff, FALSE },
};

/* Of many events a hasty layout keeps the lanes of the frame before. Those that are made beside
 * give the layout that waits for its own. */
static void
test_lanes_made_beside (gconstpointer data)
{
  const LaneChange *change = data;
  const KaDay       from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (N_MANY_EVENTS, from, to);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimelineSpec spec = { .atlas = atlas,
                          .axis = ka_time_axis_fit (from, from + 2000, 1000),
                          .height = 200,
                          .scrolls = change->grouping != KA_GROUPING_NONE,
                          .is_hasty = TRUE };
  KaViewState    state = plain_state;
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  g_autoptr (KaTimelineLayout) first = NULL, hasty = NULL, done = NULL, fresh = NULL;
  g_autoptr (KaTimelineGroups) lanes = NULL;
  g_autofree char *fresh_text = NULL, *hasty_text = NULL, *done_text = NULL;

  state.grouping = change->grouping;
  first = ka_timeline_layout_new (&spec, &state, theme, cr, NULL);
  g_assert_null (ka_timeline_groups_new_wanted (first->groups));
  spec.axis = ka_time_axis_zoom_at (&spec.axis, 300, change->zoom);
  spec.height = change->height;
  state.folded_groups = change->folded;
  hasty = ka_timeline_layout_new (&spec, &state, theme, cr, first);
  g_assert_true (get_pack (hasty) == (change->keeps_all ? get_pack (first) : NULL));

  lanes = ka_timeline_groups_new_wanted (hasty->groups);
  ka_timeline_groups_pack (lanes);
  spec.lanes = lanes;
  done = ka_timeline_layout_new (&spec, &state, theme, cr, hasty);
  g_assert_null (ka_timeline_groups_new_wanted (done->groups));

  spec.lanes = NULL;
  spec.is_hasty = FALSE;
  fresh = ka_timeline_layout_new (&spec, &state, theme, cr, first);
  fresh_text = ka_layout_dump (fresh, &state);
  hasty_text = ka_layout_dump (hasty, &state);
  done_text = ka_layout_dump (done, &state);
  g_assert_cmpstr (done_text, ==, fresh_text);
  if (change->keeps_all)
    g_assert_cmpstr (hasty_text, !=, fresh_text);
}

static void
test_pick_finds_what_is_drawn (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"),
                                      ka_map_test_day ("1925-01-01"), 1440);
  g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 220, cr, NULL);
  KaViewState state = { .day = ka_map_test_day ("1890-01-01") };

  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
      double                  x = (placed->box.x0 + placed->box.x1) / 2;
      KaTimelineHit           hit = ka_timeline_layout_pick (layout, &state, x, placed->y);
      KaBox                   box;

      g_assert_cmpint (hit.part, ==, KA_TIMELINE_ITEM);
      g_assert_true (hit.item == placed->entry->item);
      g_assert_true (ka_timeline_layout_get_item_box (layout, hit.item, &box));
      g_assert_cmpfloat (box.x0, ==, placed->box.x0);
    }
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);
      KaTimelineHit             hit = ka_timeline_layout_pick (layout, &state, overflow->box.x0 + 5,
                                                               overflow->box.y0 + 5);

      g_assert_cmpint (hit.part, ==, KA_TIMELINE_OVERFLOW);
      g_assert_true (hit.overflow == overflow);
      g_assert_cmpuint (overflow->n_items, >, 0);
    }
}

static void
test_pick_of_the_rest (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"),
                                      ka_map_test_day ("1925-01-01"), 1440);
  g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 220, cr, NULL);
  KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
  double      x = ka_timeline_layout_get_playhead_x (layout, state.day);

  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, x + 5, 4).part, ==,
                   KA_TIMELINE_PLAYHEAD_AT);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, x, 4).day, ==, state.day);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, 30, layout->frame.axis_y + 29).part, ==,
                   KA_TIMELINE_AXIS);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, 30, 3).part, ==, KA_TIMELINE_LANES);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, -1, 3).part, ==, KA_TIMELINE_OUTSIDE);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, 30, 221).part, ==, KA_TIMELINE_OUTSIDE);
}

/* Out of sight the playhead leaves a mark with its day at the edge, and none in sight. */
static void
test_away (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"),
                                      ka_map_test_day ("1925-01-01"), 1440);
  g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 220, cr, NULL);
  KaViewState before = { .day = ka_map_test_day ("1878-07-13") };
  KaViewState inside = { .day = ka_map_test_day ("1921-10-13") };
  KaViewState after = { .day = ka_map_test_day ("1945-06-07"), .shows_old_style = TRUE };
  double      y = layout->frame.axis_y + 24;

  g_assert_cmpint (ka_timeline_layout_pick (layout, &before, 20, y).part, ==,
                   KA_TIMELINE_PLAYHEAD_TO);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &before, 1420, y).part, ==, KA_TIMELINE_AXIS);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &inside, 20, y).part, ==, KA_TIMELINE_AXIS);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &inside, 1420, y).part, ==, KA_TIMELINE_AXIS);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &after, 1420, y).part, ==,
                   KA_TIMELINE_PLAYHEAD_TO);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &after, 20, y).part, ==, KA_TIMELINE_AXIS);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &after, 1420, y - 15).part, ==,
                   KA_TIMELINE_AXIS);
}

static void
test_items_are_listed_in_order_of_time (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  KaDay         from, to, last = KA_DAY_MIN;
  gsize         n_events = 0;
  g_autoptr (KaTimelineLayout) layout = NULL;
  g_autoptr (GPtrArray) items = NULL;

  ka_timeline_get_limits (atlas, &from, &to);
  layout = make_layout (atlas, ka_time_axis_fit (from, to, 1440), 220, cr, NULL);
  items = ka_timeline_layout_list_items (layout);
  for (guint i = 0; i < items->len; i++)
    {
      const KaItem *item = items->pdata[i];
      KaDay         day;

      if (item->kind != KA_ITEM_EVENT)
        continue;
      day = ((const KaEvent *) item)->date.earliest;
      g_assert_cmpint (day, >=, last);
      last = day;
      n_events++;
    }
  g_assert_cmpuint (n_events, ==, events->n_items);
  g_assert_cmpuint (ka_timeline_layout_count_hidden (layout, &plain_state, -1, &last), ==, 0);
  g_assert_cmpuint (ka_timeline_layout_count_hidden (layout, &plain_state, 1, &last), ==, 0);
}

static gboolean
passes_filter (const KaEvent *event, const KaViewState *state)
{
  if ((event->categories & state->filter.categories) == 0)
    return FALSE;

  return !state->has_range ||
         (event->date.earliest < state->range.to && event->date.end_latest > state->range.from);
}

/* Only what the filter leaves is counted, and the jump goes to the nearest of it. */
static void
test_counts_of_what_is_out_of_sight (void)
{
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (500, 0, 10000);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

  for (int i = 0; i < 60; i++)
    {
      KaDay from = g_test_rand_int_range (0, 9000), to = from + g_test_rand_int_range (10, 900);
      KaDay before = KA_DAY_MIN, after = KA_DAY_MAX, day;
      gsize n_before = 0, n_after = 0;
      KaViewState state = { .filter.categories = (KaCategory) g_test_rand_int_range (
                              0, KA_CATEGORY_ALL + 1) };
      g_autoptr (KaTimelineLayout)
        layout = make_layout (atlas, ka_time_axis_fit (from, to, 800), 150, cr, NULL);

      state.has_range = g_test_rand_bit ();
      state.range.from = g_test_rand_int_range (0, 9000);
      state.range.to = state.range.from + g_test_rand_int_range (1, 5000);
      for (gsize j = 0; j < events->n_items; j++)
        {
          const KaDate *date = &((const KaEvent *) events->items[j])->date;

          if (!passes_filter (events->items[j], &state))
            continue;
          if (date->end_latest <= from)
            {
              n_before++;
              before = MAX (before, date->end_latest);
            }
          if (date->earliest >= to)
            {
              n_after++;
              after = MIN (after, date->earliest);
            }
        }
      g_assert_cmpuint (ka_timeline_layout_count_hidden (layout, &state, -1, &day), ==, n_before);
      if (n_before > 0)
        g_assert_cmpint (day, ==, before);
      g_assert_cmpuint (ka_timeline_layout_count_hidden (layout, &state, 1, &day), ==, n_after);
      if (n_after > 0)
        g_assert_cmpint (day, ==, after);
    }
}

/* Every item in a lane can be reached by going down and up. */
static void
test_lanes_can_be_walked (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"),
                                      ka_map_test_day ("1925-01-01"), 1440);
  g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 300, cr, NULL);
  KaTimelineRow row = { NULL, KA_TIMELINE_NO_GROUP };
  int           lane = -1, n_steps = 0;

  while (ka_timeline_layout_find_row (layout, &row, 1, &row))
    {
      const KaTimelinePlaced *placed = ka_timeline_layout_find (layout, row.item);

      g_assert_cmpint (row.group, ==, KA_TIMELINE_NO_GROUP);
      g_assert_cmpint (placed->lane, >, lane);
      lane = placed->lane;
      n_steps++;
    }
  g_assert_cmpint (n_steps, >, 5);
  g_assert_cmpint (lane, ==, (int) ka_layout_test_count_lanes (layout) - 1);
}

static void
test_labels_of_spans_stick (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (ka_map_test_day ("1918-01-01"),
                                      ka_map_test_day ("1919-01-01"), 900);
  g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 300, cr, NULL);
  guint    n_names = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (!placed->is_span || placed->x0 > 0 || placed->x1 < 400)
        continue;
      if (placed->entry->category == 0)
        continue;
      found = TRUE;
      g_assert_cmpfloat (placed->label_x, >=, 0);
      g_assert_cmpfloat (placed->label_width, >, 0);
      g_assert_cmpfloat (placed->label_x + placed->label_width, <=, 900);
    }
  g_assert_true (found);
  for (guint i = 0; i < layout->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);

      if (naming->x1 - naming->x0 < 400)
        continue;
      g_assert_cmpfloat (naming->label_width, >, 0);
      n_names++;
    }
  g_assert_cmpuint (n_names, >, 2);
}

static void
test_lanes_scroll (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"), 900),
    .height = 150,
    .scrolls = TRUE,
  };
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  g_autoptr (KaTimelineLayout)
    unscrolled = ka_timeline_layout_new (&spec, &plain_state, theme, cr, NULL);
  g_autoptr (KaTimelineLayout) scrolled = NULL;
  double most = unscrolled->frame.max_top;

  g_assert_cmpfloat (most, >, 0);
  spec.top = 1e9;
  scrolled = ka_timeline_layout_new (&spec, &plain_state, theme, cr, unscrolled);
  g_assert_cmpfloat (scrolled->frame.top, ==, most);
  g_assert_cmpfloat_with_epsilon (ka_timeline_groups_get_lane_y (unscrolled->groups, 2) - most,
                                  ka_timeline_groups_get_lane_y (scrolled->groups, 2), 1e-9);
  /* Stems stand on the axis, however far the lanes are scrolled. */
  for (guint i = 0; i < scrolled->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (scrolled->placed, KaTimelinePlaced, i);

      if (!placed->is_span)
        g_assert_cmpfloat (placed->foot, ==, scrolled->frame.axis_y);
    }
}

static void
test_selection_lights_what_concerns_it (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaViewState    state = { .selection = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan"),
                           .filter.categories = KA_CATEGORY_ALL };
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"), 900),
    .height = 220,
  };
  g_autoptr (KaTimelineLayout)
    layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);

  g_assert_nonnull (state.selection);
  g_assert_true (g_hash_table_contains (
    layout->related, ka_atlas_lookup (atlas, KA_ITEM_EVENT, "kars-treaty-1921")));
  g_assert_false (
    g_hash_table_contains (layout->related, ka_atlas_lookup (atlas, KA_ITEM_EVENT, "poti-1918")));
}

/* The band says of every day who held the land, without a hole. */
static void
test_band_tells_who_held_it (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaItem  *region = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  const KaArea  *area = ((const KaRegion *) region)->areas.items[0];
  KaDay          from = ka_map_test_day ("1917-01-01"), to = ka_map_test_day ("1925-01-01");
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (from, to, (double) (to - from)),
    .height = 200,
    .band = region,
  };
  g_autoptr (KaTimelineLayout)
    layout = ka_timeline_layout_new (&spec, &plain_state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
  double y = layout->frame.lifetimes_y - 5;

  for (KaDay day = from; day < to; day++)
    {
      const KaTenure *told = ka_timeline_layout_get_tenure_at (layout, (double) (day - from) + 0.5,
                                                               y);
      const KaTenure *held = ka_query_tenure_on (area, day);

      g_assert_nonnull (told);
      g_assert_true (told->holder == held->holder);
      g_assert_cmpint (told->kind, ==, held->kind);
    }
  g_assert_null (ka_timeline_layout_get_tenure_at (layout, 5, 5));
  g_assert_null (ka_timeline_layout_get_tenure_at (layout, 5, layout->frame.lifetimes_y + 1));
  ka_layout_test_no_overlap (layout);
}

static void
test_small_sizes (void)
{
  static const double sizes[] = { 1, 5, 40, 70, 100 };
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        KaTimeAxis axis = ka_time_axis_fit (-20000, -10000, sizes[i]);
        g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, sizes[j], cr, NULL);

        ka_timeline_paint (cr, layout, &plain_state, ka_theme_get (KA_THEME_DARK), KA_TIMELINE_ALL);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      }
}

static void
test_overview (void)
{
  KaTimeAxis whole = ka_time_axis_fit (0, 10000, 1000);

  for (int i = 0; i < 300; i++)
    {
      KaDay from = g_test_rand_int_range (0, 9000), to = from + g_test_rand_int_range (1, 1000);
      KaTimeAxis window = ka_time_axis_fit (from, to, 500);
      double     x0, x1;

      ka_overview_get_brush (&whole, &window, &x0, &x1);
      g_assert_cmpfloat (x0, >=, 0);
      g_assert_cmpfloat (x1, <=, 1000);
      g_assert_cmpfloat (x1 - x0, >=, 11.9);
      if (to - from > 200)
        {
          g_assert_cmpfloat_with_epsilon (x0, (double) from / 10, 1);
          g_assert_cmpfloat_with_epsilon (x1, (double) to / 10, 1);
        }
      g_assert_cmpint (ka_overview_pick (&whole, &window, x0), ==, KA_OVERVIEW_START);
      g_assert_cmpint (ka_overview_pick (&whole, &window, x1), ==, KA_OVERVIEW_END);
      g_assert_cmpint (ka_overview_pick (&whole, &window, (x0 + x1) / 2), ==, KA_OVERVIEW_BODY);
      if (x0 > 10)
        g_assert_cmpint (ka_overview_pick (&whole, &window, x0 - 8), ==, KA_OVERVIEW_OUTSIDE);
    }
}

/* The mark of an open start stands at its end: what has no lane is in the order of marks. */
static void
test_open_starts_hide_nothing (void)
{
  KaDay from = ka_day_from_ymd (1800, 1, 1), to = ka_day_from_ymd (2000, 1, 1);

  for (int i = 0; i < N_ZOOMS; i++)
    {
      g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (40, from, to);
      g_autoptr (cairo_t) cr = ka_time_test_make_context ();
      g_autoptr (KaTimelineLayout) layout = NULL;
      KaTimeAxis axis = ka_time_axis_fit (from, to, 1000);

      for (gsize j = 0; j < 40; j += 4)
        {
          KaEvent *event = (KaEvent *) (guintptr) atlas->items[KA_ITEM_EVENT].items[j];

          event->date.earliest = event->date.start_latest = KA_DAY_MIN;
          event->date.flags = KA_DATE_SPAN | KA_DATE_OPEN_START;
        }
      axis = ka_time_axis_zoom_at (&axis, g_test_rand_double_range (0, 1000),
                                   g_test_rand_double_range (1, 8));
      layout = make_layout (atlas, axis, 120, cr, NULL);
      ka_layout_test_no_overlap (layout);
      ka_layout_test_nothing_lost (layout);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/timeline/ten-thousand-at-fifty-zooms",
                   test_ten_thousand_at_fifty_zooms);
  g_test_add_func ("/render/timeline/lanes-are-stable", test_lanes_are_stable);
  g_test_add_func ("/render/timeline/previous-changes-nothing", test_previous_changes_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (lane_changes); i++)
    {
      g_autofree char *path = g_strconcat ("/render/timeline/lanes-made-beside/",
                                           lane_changes[i].name, NULL);

      g_test_add_data_func (path, &lane_changes[i], test_lanes_made_beside);
    }
  g_test_add_func ("/render/timeline/pick-finds-what-is-drawn", test_pick_finds_what_is_drawn);
  g_test_add_func ("/render/timeline/pick-of-the-rest", test_pick_of_the_rest);
  g_test_add_func ("/render/timeline/away", test_away);
  g_test_add_func ("/render/timeline/items-in-order-of-time",
                   test_items_are_listed_in_order_of_time);
  g_test_add_func ("/render/timeline/counts-of-what-is-out-of-sight",
                   test_counts_of_what_is_out_of_sight);
  g_test_add_func ("/render/timeline/lanes-can-be-walked", test_lanes_can_be_walked);
  g_test_add_func ("/render/timeline/labels-of-spans-stick", test_labels_of_spans_stick);
  g_test_add_func ("/render/timeline/lanes-scroll", test_lanes_scroll);
  g_test_add_func ("/render/timeline/selection-lights", test_selection_lights_what_concerns_it);
  g_test_add_func ("/render/timeline/band", test_band_tells_who_held_it);
  g_test_add_func ("/render/timeline/small-sizes", test_small_sizes);
  g_test_add_func ("/render/timeline/open-starts", test_open_starts_hide_nothing);
  g_test_add_func ("/render/timeline/overview", test_overview);

  return g_test_run ();
}
