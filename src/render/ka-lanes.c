/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packing of intervals into lanes, first fit in order of priority. Each lane is a balanced tree of
 * disjoint intervals by their start, so that whether something fits is a question to two
 * neighbours.
 */

#include "config.h"

#include "ka-lanes.h"

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KaLaneItem *first = a;
  const KaLaneItem *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const KaLaneItem *first = *(KaLaneItem *const *) a;
  const KaLaneItem *second = *(KaLaneItem *const *) b;

  if (first->priority != second->priority)
    return first->priority > second->priority ? -1 : 1;
  if (first->start < second->start || first->start > second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end < second->end || first->end > second->end)
    return first->end > second->end ? -1 : 1;

  return first < second ? -1 : first > second;
}

static gboolean
fits (GTree *lane, const KaLaneItem *item)
{
  GTreeNode        *next = g_tree_upper_bound (lane, item);
  GTreeNode        *previous = next != NULL ? g_tree_node_previous (next) : g_tree_node_last (lane);
  const KaLaneItem *after = next != NULL ? g_tree_node_key (next) : NULL;
  const KaLaneItem *before = previous != NULL ? g_tree_node_key (previous) : NULL;

  if (before != NULL && (before->end > item->start || before->start >= item->start))
    return FALSE;

  return after == NULL || after->start >= item->end;
}

int
ka_lanes_pack (KaLaneItem *items, gsize n_items, int max_lanes)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_tree_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new ((guint) n_items);

  for (gsize i = 0; i < n_items; i++)
    g_ptr_array_add (order, &items[i]);
  g_ptr_array_sort (order, compare_ranks);

  for (guint i = 0; i < order->len; i++)
    {
      KaLaneItem *item = order->pdata[i];
      guint       lane = 0;

      while (lane < lanes->len && !fits (lanes->pdata[lane], item))
        lane++;

      item->lane = (int) lane < max_lanes ? (int) lane : -1;
      if (item->lane < 0)
        continue;
      if (lane == lanes->len)
        g_ptr_array_add (lanes, g_tree_new_full (compare_starts, NULL, NULL, NULL));
      g_tree_insert (lanes->pdata[lane], item, item);
    }

  return (int) lanes->len;
}
