/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lifetimes of polities in their rows under the axis.
 */

#include "config.h"

#include "ka-layout-test.h"
#include "ka-time-test.h"

#include <math.h>

#define N_RANDOM_LIFETIMES 40
#define WIDTH              1440.0

static KaTimelineLayout *
make_layout (KaAtlas *atlas, KaTimeAxis axis, double height, const KaItem *band, cairo_t *cr)
{
  KaTimelineSpec spec = { .atlas = atlas, .axis = axis, .height = height, .band = band };
  KaViewState    state = { .filter.categories = KA_CATEGORY_ALL, .selection = band };

  return ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
}

/* What stands on a lifetime at a day is what the state was called on that day. */
static void
test_names_are_of_their_time (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  gsize n_changes = 0;

  for (int year = 1917; year < 1995; year += 3)
    {
      KaDay from = ka_day_from_ymd (year, 1, 1), to = ka_day_from_ymd (year + 5, 1, 1);
      g_autoptr (KaTimelineLayout)
        layout = make_layout (atlas, ka_time_axis_fit (from, to, WIDTH), 240, NULL, cr);

      for (guint i = 0; i < layout->namings->len; i++)
        {
          const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);
          const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced,
                                                           naming->placed);
          double                  middle = (naming->x0 + naming->x1) / 2;
          KaDay day = (KaDay) floor (ka_time_axis_to_day (&layout->frame.axis, middle));

          g_assert_cmpstr (naming->text, ==,
                           ka_item_get_title (placed->entry->item, day, KA_LANGUAGE_EN));
          g_assert_cmpfloat (naming->y, ==, placed->y);
          n_changes += naming->x0 > placed->box.x0;
        }
    }
  g_assert_cmpuint (n_changes, >, 0);
}

/* The names of a lifetime fill what is seen of it, each once, and in order. */
static void
assert_names_fill (const KaTimelineLayout *layout, guint number)
{
  const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, number);
  double                  end = placed->box.x0;

  for (guint i = 0; i < layout->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);

      if (naming->placed != number)
        continue;
      g_assert_cmpfloat (naming->x0, ==, end);
      end = naming->x1;
    }
  g_assert_cmpfloat (end, ==, placed->box.x1);
}

/* Whether the lifetime has no row, or begins while two of its land last. */
static gboolean
is_crowded_out (const KaTimelineLayout *layout, const KaTimelineEntry *entry)
{
  const KaTimelinePack *pack = layout->lifetimes.pack;
  const GArray         *row;
  int                   n_lasting = 0;

  if (entry->land >= (int) pack->lanes->len)
    return TRUE;

  row = pack->lanes->pdata[entry->land];
  for (guint i = 0; i < row->len; i++)
    {
      const KaDate *date = &ka_timeline_entries_get_in (layout->entries, row, i)->date;

      n_lasting += date->earliest <= entry->date.earliest &&
                   date->end_latest > entry->date.earliest;
    }

  return n_lasting >= 2;
}

/* Every lifetime in sight stands in the row of its land or is counted, once; no two meet. */
static void
test_nothing_is_hidden (void)
{
  const KaDay from = 0, to = 100000;

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (50, from, to);
      g_autoptr (cairo_t) cr = ka_time_test_make_context ();
      const KaDay start = g_test_rand_int_range (-5000, 100000);
      KaTimeAxis  axis = ka_time_axis_fit (start, start + g_test_rand_int_range (10, 60000), WIDTH);
      g_autoptr (KaTimelineLayout) layout = NULL;
      const KaList *polities;

      ka_time_test_add_lifetimes (atlas, g_test_rand_int_range (0, N_RANDOM_LIFETIMES), from, to);
      polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
      layout = make_layout (atlas, axis, g_test_rand_double_range (80, 400), NULL, cr);
      ka_layout_test_no_overlap (layout);
      ka_layout_test_labels_are_whole (layout);
      ka_layout_test_order (layout);
      ka_layout_test_nothing_lost (layout);
      for (gsize i = 0; i < polities->n_items; i++)
        {
          const KaPolity *polity = polities->items[i];
          const double    last = ka_time_axis_get_last_day (&axis);
          const gboolean  is_seen = (double) polity->span.from < last &&
                                   (double) polity->span.to > axis.first_day;
          int   n_found = 0;
          KaBox box;

          for (guint j = 0; j < layout->placed->len; j++)
            {
              const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, j);

              if (placed->entry->item != &polity->item)
                continue;
              if (placed->over > 0)
                assert_names_fill (layout, j);
              n_found++;
            }
          for (guint j = 0; j < layout->overflows->len; j++)
            for (gsize k = 0; k < g_array_index (layout->overflows, KaTimelineOverflow, j).n_items;
                 k++)
              n_found += g_array_index (layout->overflows, KaTimelineOverflow, j).items[k] ==
                         &polity->item;
          g_assert_cmpint (n_found, ==, is_seen);
          g_assert_cmpint (ka_timeline_layout_get_item_box (layout, &polity->item, &box), ==,
                           is_seen);
          if (is_seen)
            g_assert_true (box.y0 >= layout->frame.lifetimes_y && box.y1 <= layout->frame.height);
        }
      for (guint i = 0; i < layout->lifetimes.pack->unplaced->len; i++)
        g_assert_true (is_crowded_out (
          layout, ka_timeline_entries_get (
                    layout->entries, g_array_index (layout->lifetimes.pack->unplaced, guint, i))));
    }
}

/* A bar begins and ends at its dates, at every zoom: nothing pushes it. Only a later lifetime of
 * the same land, which lies over its end, makes it a strip. */
static void
test_starts_are_true (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();

  for (double days = 20; days < 60000; days *= 2.3)
    for (KaDay from = ka_day_from_ymd (1870, 1, 1); from < ka_day_from_ymd (2020, 1, 1);
         from += MAX (900, (KaDay) days))
      {
        KaTimeAxis axis = ka_time_axis_fit (from, from + (KaDay) days, WIDTH);
        g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 240, NULL, cr);

        for (guint i = 0; i < layout->placed->len; i++)
          {
            const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
            const KaDate           *date = &placed->entry->date;
            const double start = ka_time_axis_to_x (&layout->frame.axis, (double) date->earliest);
            const double end = ka_time_axis_to_x (&layout->frame.axis, (double) date->end_latest);

            if (placed->entry->category != 0)
              continue;
            g_assert_cmpfloat (placed->box.x0, ==, MAX (0, start));
            if (placed->over > 0)
              g_assert_cmpfloat (placed->box.x1, ==, MIN (WIDTH, placed->over));
            g_assert_cmpfloat (placed->x1, ==, end);
            g_assert_cmpfloat (placed->over, <=, end);
          }
        for (guint i = 0; i < layout->overflows->len; i++)
          g_assert_false (g_array_index (layout->overflows, KaTimelineOverflow, i).is_of_lifetimes);
      }
}

/* Each land has one row, in the order of the atlas and with its name at the left. */
static void
test_a_row_for_each_land (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaAtlasHead *head = ka_atlas_get_head (atlas);

  for (int year = 1870; year < 2020; year += 7)
    {
      KaTimeAxis axis = ka_time_axis_fit (ka_day_from_ymd (year, 1, 1),
                                          ka_day_from_ymd (year + 9, 1, 1), WIDTH);
      g_autoptr (KaTimelineLayout) layout = make_layout (atlas, axis, 240, NULL, cr);
      const guint n_above = layout->titles->len - (guint) head->n_lands;

      for (gsize i = 0; i < head->n_lands; i++)
        {
          const KaTimelineTitle *title = &g_array_index (layout->titles, KaTimelineTitle,
                                                         n_above + (guint) i);

          g_assert_cmpstr (title->text, ==, ka_text_get (&head->lands[i].name, KA_LANGUAGE_EN));
          g_assert_cmpfloat (title->box.x0, <, 10);
        }
      for (guint i = 0; i < layout->placed->len; i++)
        {
          const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
          const KaBox            *box;

          if (placed->entry->category != 0)
            continue;
          box = &g_array_index (layout->titles, KaTimelineTitle,
                                n_above + (guint) placed->entry->land)
                   .box;
          g_assert_cmpfloat (fabs ((box->y0 + box->y1) / 2 - placed->y), <, 1e-6);
        }
    }
}

/* Neither scrolling nor zooming nor what is selected moves a lifetime to another row, or the
 * axis. */
static void
test_rows_are_stable (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaItem *region = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  g_autoptr (KaTimelineLayout)
    first = make_layout (atlas, ka_time_axis_fit (-30000, 20000, WIDTH), 240, NULL, cr);

  for (int round = 0; round < 60; round++)
    {
      const KaDay from = g_test_rand_int_range (-30000, 20000);
      const KaDay to = from + g_test_rand_int_range (10, 30000);
      g_autoptr (KaTimelineLayout) layout = make_layout (
        atlas, ka_time_axis_fit (from, to, WIDTH), 240, g_test_rand_bit () ? region : NULL, cr);

      g_assert_cmpfloat (layout->frame.axis_y, ==, first->frame.axis_y);
      for (guint i = 0; i < layout->placed->len; i++)
        {
          const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
          const KaTimelinePlaced *before = ka_timeline_layout_find (first, placed->entry->item);

          if (placed->entry->category == 0 && before != NULL)
            g_assert_cmpfloat (before->y, ==, placed->y);
        }
    }
}

/* Events keep the greater share of the height, and a higher timeline has no fewer rows. */
static void
test_share_of_height (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaItem *region = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  int           n_rows = 0;

  for (double height = 10; height < 500; height += 3)
    {
      g_autoptr (KaTimelineLayout)
        layout = make_layout (atlas, ka_time_axis_fit (-20000, 0, WIDTH), height, region, cr);

      g_assert_cmpint (layout->lifetimes.pack->n_span_lanes, >=, n_rows);
      n_rows = layout->lifetimes.pack->n_span_lanes;
      if (n_rows > 0)
        g_assert_cmpfloat (layout->frame.axis_y, >,
                           layout->frame.height - layout->frame.lifetimes_y - 10);
    }
  g_assert_cmpint (n_rows, ==, (int) ka_atlas_get_head (atlas)->n_lands);
}

/* Where each is drawn a click finds it, and down through all lanes comes to each row. */
static void
test_rows_can_be_reached (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"),
                              WIDTH),
    .height = 240,
    .scrolls = TRUE,
  };

  for (int grouping = 0; grouping < KA_N_GROUPINGS; grouping++)
    {
      KaViewState state = { .day = ka_map_test_day ("1890-01-01"),
                            .filter.categories = KA_CATEGORY_ALL,
                            .grouping = (KaGrouping) grouping };
      g_autoptr (KaTimelineLayout)
        layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
      KaTimelineRow row = { NULL, KA_TIMELINE_NO_GROUP };
      int           n_rows = 0;

      while (ka_timeline_layout_find_row (layout, &row, 1, &row))
        n_rows += row.group == KA_TIMELINE_NO_GROUP && row.item->kind == KA_ITEM_POLITY;
      g_assert_cmpint (n_rows, ==, layout->lifetimes.pack->n_span_lanes);
      while (ka_timeline_layout_find_row (layout, &row, -1, &row))
        n_rows -= row.group == KA_TIMELINE_NO_GROUP && row.item->kind == KA_ITEM_POLITY;
      g_assert_cmpint (n_rows, ==, 1);

      for (guint i = 0; i < layout->placed->len; i++)
        {
          const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
          const KaBox            *box = &placed->box;

          if (placed->entry->category != 0)
            continue;
          for (double y = box->y0 + 1; y < box->y1; y++)
            g_assert_true (
              ka_timeline_layout_pick (layout, &state, (box->x0 + box->x1) / 2, y).item ==
              placed->entry->item);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/lifetimes/names-are-of-their-time", test_names_are_of_their_time);
  g_test_add_func ("/render/lifetimes/nothing-is-hidden", test_nothing_is_hidden);
  g_test_add_func ("/render/lifetimes/starts-are-true", test_starts_are_true);
  g_test_add_func ("/render/lifetimes/a-row-for-each-land", test_a_row_for_each_land);
  g_test_add_func ("/render/lifetimes/rows-are-stable", test_rows_are_stable);
  g_test_add_func ("/render/lifetimes/share-of-height", test_share_of_height);
  g_test_add_func ("/render/lifetimes/rows-can-be-reached", test_rows_can_be_reached);

  return g_test_run ();
}
