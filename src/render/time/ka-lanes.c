/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packs intervals into lanes, first fit in order of priority.
 */

#include "config.h"

#include "ka-lanes.h"

#include <math.h>

/* Cells of the whole length: a multiple of 64. */
#define N_CELLS 16384
/* A wider range of priorities is sorted in the general way. */
#define MAX_PRIORITIES 16

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

/* A lane: a balanced tree of disjoint intervals by their start, and a bit for each cell that one of
 * them covers whole. Two items that cover the same cell overlap. With far more items than fit this
 * test is the usual answer, and it is faster than the tree. */
typedef struct
{
  GTree   *tree;
  guint64 *cells;
} Lane;

/* The length of all items, cut into cells. */
typedef struct
{
  double start;
  double cell;
} Grid;

typedef struct
{
  gsize first;
  gsize end;
} CellRange;

static void
free_lane (Lane *lane)
{
  g_tree_unref (lane->tree);
  g_free (lane->cells);
  g_free (lane);
}

static Lane *
new_lane (void)
{
  Lane *lane = g_new (Lane, 1);

  lane->tree = g_tree_new_full (compare_starts, NULL, NULL, NULL);
  lane->cells = g_new0 (guint64, N_CELLS / 64);

  return lane;
}

static Grid
make_grid (const KaLaneItem *items, gsize n_items)
{
  double start = INFINITY, end = -INFINITY;

  for (gsize i = 0; i < n_items; i++)
    {
      if (isfinite (items[i].start))
        start = MIN (start, items[i].start);
      if (isfinite (items[i].end))
        end = MAX (end, items[i].end);
    }

  /* All starts are open: any grid serves. */
  if (!isfinite (start))
    start = 0;

  return (Grid){ start, MAX (1, (end - start) / N_CELLS) };
}

/* The cells that an item covers from end to end. */
static CellRange
get_cells (const Grid *grid, const KaLaneItem *item)
{
  double first = ceil ((item->start - grid->start) / grid->cell);
  double end = floor ((item->end - grid->start) / grid->cell);

  return (CellRange){ (gsize) CLAMP (first, 0, N_CELLS), (gsize) CLAMP (end, 0, N_CELLS) };
}

/* The bits of @range that lie in a word. */
static guint64
get_mask (CellRange range, gsize word)
{
  gsize low = MAX (range.first, word * 64) - word * 64;
  gsize high = MIN (range.end, word * 64 + 64) - word * 64;

  if (low >= high)
    return 0;

  return (high == 64 ? G_MAXUINT64 : ((guint64) 1 << high) - 1) & ~(((guint64) 1 << low) - 1);
}

static gboolean
covers_same_cell (const Lane *lane, CellRange range)
{
  for (gsize word = range.first / 64; word * 64 < range.end; word++)
    if ((lane->cells[word] & get_mask (range, word)) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
fits (const Lane *lane, const KaLaneItem *item, CellRange range)
{
  GTreeNode        *next, *previous;
  const KaLaneItem *after, *before;

  if (covers_same_cell (lane, range))
    return FALSE;

  next = g_tree_upper_bound (lane->tree, item);
  previous = next != NULL ? g_tree_node_previous (next) : g_tree_node_last (lane->tree);
  after = next != NULL ? g_tree_node_key (next) : NULL;
  before = previous != NULL ? g_tree_node_key (previous) : NULL;
  if (before != NULL && (before->end > item->start || before->start >= item->start))
    return FALSE;

  return after == NULL || after->start >= item->end;
}

static void
put (Lane *lane, KaLaneItem *item, CellRange range)
{
  g_tree_insert (lane->tree, item, item);
  for (gsize word = range.first / 64; word * 64 < range.end; word++)
    lane->cells[word] |= get_mask (range, word);
}

/* Items mostly come in order of their start, and so do those of each priority. */
static GPtrArray *
list_by_rank (KaLaneItem *items, gsize n_items)
{
  GPtrArray *order = g_ptr_array_sized_new ((guint) n_items);
  int        low = G_MAXINT, high = G_MININT;

  for (gsize i = 0; i < n_items; i++)
    {
      low = MIN (low, items[i].priority);
      high = MAX (high, items[i].priority);
    }
  if (n_items > 0 && high - low < MAX_PRIORITIES)
    for (int priority = high; priority >= low; priority--)
      for (gsize i = 0; i < n_items; i++)
        if (items[i].priority == priority)
          g_ptr_array_add (order, &items[i]);
  for (gsize i = order->len; i < n_items; i++)
    g_ptr_array_add (order, &items[i]);

  for (guint i = 1; i < order->len; i++)
    if (compare_ranks (&order->pdata[i - 1], &order->pdata[i]) > 0)
      {
        g_ptr_array_sort (order, compare_ranks);
        break;
      }

  return order;
}

int
ka_lanes_pack (KaLaneItem *items, gsize n_items, int max_lanes)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_lane);
  g_autoptr (GPtrArray) order = list_by_rank (items, n_items);
  const Grid grid = make_grid (items, n_items);

  for (guint i = 0; i < order->len; i++)
    {
      KaLaneItem *item = order->pdata[i];
      CellRange   range = get_cells (&grid, item);
      guint       lane = 0;

      while (lane < lanes->len && !fits (lanes->pdata[lane], item, range))
        lane++;

      item->lane = (int) lane < max_lanes ? (int) lane : -1;
      if (item->lane < 0)
        continue;
      if (lane == lanes->len)
        g_ptr_array_add (lanes, new_lane ());
      put (lanes->pdata[lane], item, range);
    }

  return (int) lanes->len;
}
