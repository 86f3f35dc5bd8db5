/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of lanes: by category, by region, folded and not.
 */

#include "config.h"

#include "ka-layout-test.h"
#include "ka-time-test.h"
#include "ka-words.h"

#include <math.h>

#define N_RANDOM_EVENTS    10000
#define N_RANDOM_LIFETIMES 60
#define N_ZOOMS            50

static KaTimelineLayout *
make_layout (const KaTimelineSpec *spec,
             const KaViewState    *state,
             cairo_t              *cr,
             KaTimelineLayout     *previous)
{
  return ka_timeline_layout_new (spec, state, ka_theme_get (KA_THEME_LIGHT), cr, previous);
}

static KaTimelineSpec
make_spec (KaAtlas *atlas, double height)
{
  return (KaTimelineSpec){
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"), 1440),
    .height = height,
    .scrolls = TRUE,
  };
}

/* Every item stands between the header of its own group and the foot of that. */
static void
assert_all_in_their_groups (const KaTimelineLayout *layout)
{
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
      const KaTimelineGroup  *group = ka_timeline_layout_find_group (layout, placed->entry);

      g_assert_nonnull (group->pack);
      if (placed->entry->category == 0)
        {
          g_assert_cmpfloat (placed->box.y0, >=, layout->frame.lifetimes_y);
          g_assert_cmpfloat (placed->box.y1, <=, layout->frame.height);
          continue;
        }
      g_assert_cmpfloat (placed->box.y0, >=, group->header.y1);
      g_assert_cmpfloat (placed->box.y1, <=, group->foot + 1);
      if (group->category != 0)
        g_assert_cmpint (placed->entry->category, ==, group->category);
    }
}

static void
test_ten_thousand_at_fifty_zooms (void)
{
  KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (N_RANDOM_EVENTS, from, to);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  g_autoptr (KaTimelineLayout) layout = NULL;
  KaViewState state = { .filter.categories = KA_CATEGORY_ALL, .grouping = KA_GROUPING_CATEGORY };

  ka_time_test_add_lifetimes (atlas, N_RANDOM_LIFETIMES, from, to);
  for (int zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      KaTimelineSpec spec = make_spec (atlas, g_test_rand_double_range (300, 700));
      g_autoptr (KaTimelineLayout) previous = layout;

      spec.axis = ka_time_axis_fit (from, to, 1440);
      spec.axis = ka_time_axis_zoom_at (&spec.axis, g_test_rand_double_range (0, 1440),
                                        exp2 (zoom * 0.36));
      spec.scrolls = g_test_rand_bit ();
      spec.top = g_test_rand_double_range (0, 300);
      state.folded_groups = (guint64) g_test_rand_int_range (0, 256);
      layout = make_layout (&spec, &state, cr, previous);
      ka_layout_test_no_overlap (layout);
      ka_layout_test_labels_are_whole (layout);
      ka_layout_test_order (layout);
      ka_layout_test_nothing_lost (layout);
      assert_all_in_their_groups (layout);
      if (!spec.scrolls)
        g_assert_cmpfloat (layout->frame.max_top, ==, 0);
    }
}

/* A pack takes no more lanes than it may, also where short spans become points and had none. */
static void
test_packs_keep_to_their_lanes (void)
{
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (12, 0, 40000);
      g_autoptr (KaTimelineEntries) entries = ka_timeline_entries_new (
        atlas, KA_LANGUAGE_EN, ka_theme_get (KA_THEME_LIGHT), cr);
      g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
      const int max_lanes = g_test_rand_int_range (1, 5);
      g_autoptr (KaTimelinePack) pack = NULL;

      for (guint j = 0; j < entries->n_entries; j++)
        if (ka_timeline_entries_get (entries, j)->date.end_latest -
              ka_timeline_entries_get (entries, j)->date.earliest >
            1)
          g_array_append_val (members, j);
      pack = ka_timeline_pack_new (entries, members, exp2 (g_test_rand_double_range (-8, 0)),
                                   max_lanes);
      g_assert_cmpuint (pack->lanes->len, <=, (guint) max_lanes);
    }
}

/* Scrolling moves nothing to another lane, whatever comes into view. */
static void
test_lanes_are_stable (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimelineSpec spec = make_spec (atlas, 260);

  for (int grouping = 1; grouping < KA_N_GROUPINGS; grouping++)
    {
      KaViewState state = { .filter.categories = KA_CATEGORY_ALL,
                            .grouping = (KaGrouping) grouping };
      g_autoptr (KaTimelineLayout) first = make_layout (&spec, &state, cr, NULL);

      for (int dx = -900; dx <= 900; dx += 61)
        {
          KaTimelineSpec panned_spec = spec;
          g_autoptr (KaTimelineLayout) panned = NULL;

          panned_spec.axis = ka_time_axis_pan (&spec.axis, dx);
          panned = make_layout (&panned_spec, &state, cr, dx % 2 == 0 ? first : NULL);
          for (guint i = 0; i < panned->placed->len; i++)
            {
              const KaTimelinePlaced *placed = &g_array_index (panned->placed, KaTimelinePlaced, i);
              const KaTimelinePlaced *before = ka_timeline_layout_find (first, placed->entry->item);

              if (before == NULL)
                continue;
              g_assert_cmpint (before->lane, ==, placed->lane);
              g_assert_cmpfloat (before->y, ==, placed->y);
            }
        }
    }
}

/* An event of several regions stands once, in the group of the one that it names first. */
static void
test_by_region (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaList  *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  KaViewState    state = { .filter.categories = KA_CATEGORY_ALL, .grouping = KA_GROUPING_REGION };
  KaTimelineSpec spec = make_spec (atlas, 300);
  g_autoptr (KaTimelineLayout) layout = make_layout (&spec, &state, cr, NULL);
  gsize n_members = layout->lifetimes.members->len;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent         *event = events->items[i];
      int                    number = ka_timeline_layout_get_group_of (layout, &event->item);
      const KaTimelineGroup *header;

      header = ka_timeline_layout_get_group (layout, number);
      g_assert_nonnull (header);
      if (event->regions.n_items == 0)
        g_assert_cmpstr (header->title, ==, "Elsewhere");
      else
        g_assert_cmpstr (header->title, ==,
                         ka_item_get_title (event->regions.items[0],
                                            ka_atlas_get_head (atlas)->default_day,
                                            KA_LANGUAGE_EN));
    }
  state.language = KA_LANGUAGE_TR;
  g_autoptr (KaTimelineLayout) turkish = make_layout (&spec, &state, cr, layout);
  const int last = ka_timeline_groups_get_n_groups (turkish->groups) - 1;

  g_assert_cmpstr (ka_timeline_groups_get (turkish->groups, last)->title, ==, "Diğer yerler");
  for (int i = 0; i < ka_timeline_groups_get_n_groups (layout->groups); i++)
    n_members += ka_timeline_groups_get (layout->groups, i)->members->len;
  g_assert_cmpuint (n_members, ==, layout->entries->n_entries);
}

/* Down through everything and up again: each header once, in order, and every lane that has
 * something in sight. */
static void
test_rows_can_be_walked (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaViewState    state = { .filter.categories = KA_CATEGORY_ALL,
                           .grouping = KA_GROUPING_CATEGORY,
                           .folded_groups = 1 << 3 };
  KaTimelineSpec spec = make_spec (atlas, 300);
  g_autoptr (KaTimelineLayout) layout = make_layout (&spec, &state, cr, NULL);
  KaTimelineRow row = { NULL, KA_TIMELINE_NO_GROUP };
  gboolean     *lanes = g_new0 (gboolean, ka_layout_test_count_lanes (layout));
  int           n_headers = 0;
  gboolean      is_below = FALSE;
  double        y = -1;

  while (ka_timeline_layout_find_row (layout, &row, 1, &row))
    {
      const KaTimelineGroup  *header;
      const KaTimelinePlaced *placed;

      if (row.group != KA_TIMELINE_NO_GROUP)
        {
          n_headers++;
          header = ka_timeline_layout_get_group (layout, row.group);
          g_assert_nonnull (header);
          g_assert_cmpfloat (header->header.y0, >, y);
          y = header->header.y0;
          continue;
        }
      placed = ka_timeline_layout_find (layout, row.item);
      /* Lifetimes do not scroll with the lanes: they come after the last of these. */
      if (placed->entry->category == 0 && !is_below)
        y = layout->frame.axis_end;
      g_assert_true (placed->entry->category == 0 || !is_below);
      is_below = placed->entry->category == 0;
      g_assert_cmpfloat (placed->y, >, y);
      y = placed->y;
      lanes[placed->lane] = TRUE;
    }
  g_assert_cmpint (n_headers, ==, ka_timeline_groups_get_n_groups (layout->groups));
  for (guint i = 0; i < layout->placed->len; i++)
    g_assert_true (lanes[g_array_index (layout->placed, KaTimelinePlaced, i).lane]);
  g_free (lanes);

  while (ka_timeline_layout_find_row (layout, &row, -1, &row))
    n_headers -= row.group != KA_TIMELINE_NO_GROUP;
  g_assert_cmpint (row.group, ==, ka_timeline_groups_get (layout->groups, 0)->number);
  g_assert_cmpint (n_headers, <=, 1);
}

/* Of a folded group the header alone is left, and every event has its thin mark in it. */
static void
test_folded_groups_show_their_events (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaViewState    state = { .filter.categories = KA_CATEGORY_ALL,
                           .grouping = KA_GROUPING_CATEGORY,
                           .folded_groups = G_MAXUINT64 };
  KaTimelineSpec spec = make_spec (atlas, 300);
  g_autoptr (KaTimelineLayout) layout = make_layout (&spec, &state, cr, NULL);
  g_autoptr (GPtrArray) items = ka_timeline_layout_list_items (layout);
  KaDay from = ka_map_test_day ("1917-01-01"), to = ka_map_test_day ("1925-01-01");
  gsize n_events = 0;

  for (guint i = 0; i < layout->placed->len; i++)
    g_assert_cmpint (g_array_index (layout->placed, KaTimelinePlaced, i).entry->category, ==, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const KaItem          *item = items->pdata[i];
      int                    number = ka_timeline_layout_get_group_of (layout, item);
      const KaTimelineGroup *header;
      KaTimelineHit          hit;
      KaBox                  box;

      if (item->kind == KA_ITEM_POLITY)
        {
          g_assert_cmpint (number, ==, KA_TIMELINE_NO_GROUP);
          continue;
        }
      header = ka_timeline_layout_get_group (layout, number);
      g_assert_nonnull (header);
      g_assert_null (header->pack);
      g_assert_true (ka_timeline_layout_get_item_box (layout, item, &box));
      g_assert_cmpfloat (box.y0, ==, header->header.y0);
      hit = ka_timeline_layout_pick (layout, &state, 700, (box.y0 + box.y1) / 2);
      g_assert_cmpint (hit.part, ==, KA_TIMELINE_GROUP);
      g_assert_cmpint (hit.group, ==, number);
      n_events += item->kind == KA_ITEM_EVENT;
    }
  for (gsize i = 0; i < ka_atlas_get_items (atlas, KA_ITEM_EVENT)->n_items; i++)
    {
      const KaEvent *event = ka_atlas_get_items (atlas, KA_ITEM_EVENT)->items[i];

      n_events -= event->date.earliest >= from && event->date.earliest < to;
    }
  g_assert_cmpuint (n_events, ==, 0);
}

/* An event with an open start has its thin mark at its end, and hides none of the others. */
static void
test_open_starts_in_folded_groups (void)
{
  const KaDay from = ka_map_test_day ("1917-01-01"), to = ka_map_test_day ("1925-01-01");
  const int   n_events = 60;

  for (int run = 0; run < 20; run++)
    {
      g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas ((guint) n_events, from, to);
      g_autoptr (cairo_t) cr = ka_time_test_make_context ();
      g_autoptr (KaTimelineLayout) layout = NULL;
      KaViewState       state = { .filter.categories = KA_CATEGORY_ALL,
                                  .grouping = KA_GROUPING_CATEGORY,
                                  .folded_groups = G_MAXUINT64 };
      KaTimelineSpec    spec = make_spec (atlas, 300);
      const KaList     *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
      const KaTimeAxis *axis = &spec.axis;

      for (int i = 0; i < n_events; i += 4)
        {
          KaEvent *event = (KaEvent *) (guintptr) events->items[i];

          event->date.earliest = event->date.start_latest = KA_DAY_MIN;
          event->date.flags = KA_DATE_SPAN | KA_DATE_OPEN_START;
        }
      layout = make_layout (&spec, &state, cr, NULL);
      for (int i = 0; i < n_events; i++)
        {
          const KaEvent *event = events->items[i];
          const KaDay    day = event->date.earliest == KA_DAY_MIN ? event->date.end_earliest - 1
                                                                  : event->date.earliest;
          const double   x = ka_time_axis_to_x (axis, (double) day + 0.5);
          const gboolean is_in_sight = x >= 0 && x <= axis->width;
          g_autoptr (GPtrArray) items = ka_timeline_layout_list_items (layout);
          KaBox box;

          g_assert_cmpint (ka_timeline_layout_get_item_box (layout, &event->item, &box), ==,
                           is_in_sight);
          g_assert_cmpint (g_ptr_array_find (items, event, NULL), ==, is_in_sight);
          if (is_in_sight)
            g_assert_true (box.x0 <= x && x <= box.x1);
        }
    }
}

/* Where nothing scrolls the last groups fold away first, then all headers. */
static void
test_low_timelines (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaViewState state = { .filter.categories = KA_CATEGORY_ALL, .grouping = KA_GROUPING_CATEGORY };
  guint       n_open = 0;
  int         n_groups = 0;

  for (double height = 10; height < 700; height += 7)
    {
      KaTimelineSpec spec = make_spec (atlas, height);
      guint          n_seen = 0;
      g_autoptr (KaTimelineLayout) layout = NULL;

      spec.scrolls = FALSE;
      layout = make_layout (&spec, &state, cr, NULL);
      if (ka_timeline_groups_get (layout->groups, 0)->title == NULL)
        {
          g_assert_cmpfloat (height, <, 260);
          continue;
        }
      g_assert_cmpfloat (layout->frame.max_top, ==, 0);
      ka_layout_test_no_overlap (layout);
      n_groups = ka_timeline_groups_get_n_groups (layout->groups);
      for (int i = 0; i < n_groups; i++)
        n_seen += ka_timeline_groups_get (layout->groups, i)->pack != NULL;
      g_assert_cmpuint (n_seen, >=, n_open);
      n_open = n_seen;
    }
  g_assert_cmpint (n_groups, >, 1);
  g_assert_cmpint (n_open, ==, n_groups);
}

/* A frame that shares the lanes of the frame before is the same as one made anew. */
static void
test_previous_changes_nothing (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  g_autoptr (KaTimelineLayout) layout = NULL;
  KaTimelineSpec spec = make_spec (atlas, 300);

  for (int i = 0; i < 40; i++)
    {
      KaViewState state = { .filter.categories = KA_CATEGORY_ALL,
                            .grouping = (KaGrouping) g_test_rand_int_range (0, KA_N_GROUPINGS),
                            .folded_groups = (guint64) g_test_rand_int_range (0, 32) };
      g_autoptr (KaTimelineLayout) previous = layout;
      g_autoptr (KaTimelineLayout) fresh = NULL;
      g_autofree char *text = NULL;
      g_autofree char *fresh_text = NULL;

      spec.height = g_test_rand_int_range (0, 3) * 40 + 300;
      spec.scrolls = state.grouping != KA_GROUPING_NONE;
      spec.axis = ka_time_axis_pan (&spec.axis, g_test_rand_double_range (-100, 100));
      layout = make_layout (&spec, &state, cr, previous);
      fresh = make_layout (&spec, &state, cr, NULL);
      text = ka_layout_dump (layout, &state);
      fresh_text = ka_layout_dump (fresh, &state);
      g_assert_cmpstr (text, ==, fresh_text);
    }
}

/* An atlas without events has no group to name. */
static void
test_no_events (void)
{
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (0, 0, 1000);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaViewState    state = { .filter.categories = KA_CATEGORY_ALL, .grouping = KA_GROUPING_CATEGORY };
  KaTimelineSpec spec = make_spec (atlas, 300);
  g_autoptr (KaTimelineLayout) layout = make_layout (&spec, &state, cr, NULL);

  ka_timeline_paint (cr, layout, &state, ka_theme_get (KA_THEME_LIGHT), KA_TIMELINE_ALL);
  g_assert_cmpint (ka_timeline_groups_get_n_groups (layout->groups), ==, 1);
  g_assert_cmpint (ka_timeline_layout_pick (layout, &state, 700, 20).part, ==, KA_TIMELINE_LANES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/groups/ten-thousand-at-fifty-zooms", test_ten_thousand_at_fifty_zooms);
  g_test_add_func ("/render/groups/packs-keep-to-their-lanes", test_packs_keep_to_their_lanes);
  g_test_add_func ("/render/groups/lanes-are-stable", test_lanes_are_stable);
  g_test_add_func ("/render/groups/by-region", test_by_region);
  g_test_add_func ("/render/groups/rows-can-be-walked", test_rows_can_be_walked);
  g_test_add_func ("/render/groups/folded", test_folded_groups_show_their_events);
  g_test_add_func ("/render/groups/folded-open", test_open_starts_in_folded_groups);
  g_test_add_func ("/render/groups/no-events", test_no_events);
  g_test_add_func ("/render/groups/low-timelines", test_low_timelines);
  g_test_add_func ("/render/groups/previous-changes-nothing", test_previous_changes_nothing);

  return g_test_run ();
}
