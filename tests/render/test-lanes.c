/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-lanes.h"

#include <math.h>

#define N_ITEMS 10000
#define N_ZOOMS 50

static KaLaneItem *
make_random_items (gsize n_items, double length)
{
  KaLaneItem *items = g_new0 (KaLaneItem, n_items);

  for (gsize i = 0; i < n_items; i++)
    {
      items[i].start = g_test_rand_double_range (0, length);
      items[i].end = items[i].start + g_test_rand_double_range (1, 200);
      items[i].priority = g_test_rand_int_range (0, 5);
    }

  return items;
}

static gboolean
overlap (const KaLaneItem *a, const KaLaneItem *b)
{
  return a->lane == b->lane && a->start < b->end && b->start < a->end;
}

static int
compare_in_lanes (gconstpointer a, gconstpointer b)
{
  const KaLaneItem *first = a;
  const KaLaneItem *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;

  return (first->start > second->start) - (first->start < second->start);
}

static void
assert_disjoint (const KaLaneItem *items, gsize n_items)
{
  g_autofree KaLaneItem *sorted = g_memdup2 (items, n_items * sizeof *items);

  qsort (sorted, n_items, sizeof *sorted, compare_in_lanes);
  for (gsize i = 1; i < n_items; i++)
    if (sorted[i].lane >= 0 && sorted[i].lane == sorted[i - 1].lane)
      g_assert_cmpfloat (sorted[i - 1].end, <=, sorted[i].start);
}

static void
test_ten_thousand_at_fifty_zooms (void)
{
  for (int zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      g_autofree KaLaneItem *items = make_random_items (N_ITEMS, 2000 * exp2 (zoom / 3.0));
      int                    n_lanes = ka_lanes_pack (items, N_ITEMS, 12);

      g_assert_cmpint (n_lanes, <=, 12);
      for (gsize i = 0; i < N_ITEMS; i++)
        g_assert_cmpint (items[i].lane, <, n_lanes);
      assert_disjoint (items, N_ITEMS);
    }
}

/* What the fast way does, written as plainly as can be. */
static void
pack_by_force (KaLaneItem *items, gsize n_items, int max_lanes)
{
  g_autofree gboolean *is_done = g_new0 (gboolean, n_items);

  for (gsize i = 0; i < n_items; i++)
    items[i].lane = -1;
  for (gsize round = 0; round < n_items; round++)
    {
      KaLaneItem *next = NULL;

      for (gsize i = 0; i < n_items; i++)
        if (!is_done[i] && (next == NULL || items[i].priority > next->priority ||
                            (items[i].priority == next->priority && items[i].start < next->start)))
          next = &items[i];
      is_done[next - items] = TRUE;

      for (int lane = 0; lane < max_lanes && next->lane < 0; lane++)
        {
          gboolean is_free = TRUE;

          next->lane = lane;
          for (gsize i = 0; i < n_items && is_free; i++)
            is_free = &items[i] == next || !overlap (&items[i], next);
          if (!is_free)
            next->lane = -1;
        }
    }
}

static void
test_same_as_by_force (void)
{
  for (int i = 0; i < 60; i++)
    {
      gsize                  n_items = (gsize) g_test_rand_int_range (1, 120);
      int                    max_lanes = g_test_rand_int_range (0, 9);
      g_autofree KaLaneItem *items = make_random_items (n_items, 1500);
      g_autofree KaLaneItem *twin = g_memdup2 (items, n_items * sizeof *items);

      ka_lanes_pack (items, n_items, max_lanes);
      pack_by_force (twin, n_items, max_lanes);
      for (gsize j = 0; j < n_items; j++)
        g_assert_cmpint (items[j].lane, ==, twin[j].lane);
    }
}

static void
test_touching_share_a_lane (void)
{
  KaLaneItem items[] = {
    { 0, 10, 0, 0 }, { 10, 20, 0, 0 }, { 20, INFINITY, 0, 0 }, { -INFINITY, 0, 0, 0 }
  };

  g_assert_cmpint (ka_lanes_pack (items, G_N_ELEMENTS (items), 5), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_cmpint (items[i].lane, ==, 0);
}

static void
test_priority (void)
{
  KaLaneItem items[] = { { 0, 10, 1, 0 }, { 5, 15, 5, 0 }, { 8, 12, 3, 0 } };

  g_assert_cmpint (ka_lanes_pack (items, G_N_ELEMENTS (items), 2), ==, 2);
  g_assert_cmpint (items[1].lane, ==, 0);
  g_assert_cmpint (items[2].lane, ==, 1);
  g_assert_cmpint (items[0].lane, ==, -1);
}

static void
test_nothing (void)
{
  KaLaneItem item = { 0, 1, 0, 7 };

  g_assert_cmpint (ka_lanes_pack (NULL, 0, 5), ==, 0);
  g_assert_cmpint (ka_lanes_pack (&item, 1, 0), ==, 0);
  g_assert_cmpint (item.lane, ==, -1);
}

/* What has neither start nor end leaves room for nothing else, also where it is alone. */
static void
test_open_at_both_ends (void)
{
  KaLaneItem items[] = { { -INFINITY, INFINITY, 1, -1 }, { -INFINITY, INFINITY, 0, -1 } };

  g_assert_cmpint (ka_lanes_pack (items, 1, 5), ==, 1);
  g_assert_cmpint (ka_lanes_pack (items, 2, 5), ==, 2);
  g_assert_cmpint (items[0].lane, !=, items[1].lane);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/lanes/open-at-both-ends", test_open_at_both_ends);
  g_test_add_func ("/render/lanes/ten-thousand-at-fifty-zooms", test_ten_thousand_at_fifty_zooms);
  g_test_add_func ("/render/lanes/same-as-by-force", test_same_as_by_force);
  g_test_add_func ("/render/lanes/touching-share-a-lane", test_touching_share_a_lane);
  g_test_add_func ("/render/lanes/priority", test_priority);
  g_test_add_func ("/render/lanes/nothing", test_nothing);

  return g_test_run ();
}
