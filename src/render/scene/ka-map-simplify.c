/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Simplifies lines for smaller scales. It simplifies arcs, not rings, and keeps their end points:
 * neighbours share arcs and still fit exactly.
 */

#include "config.h"

#include "ka-map-geometry.h"

#include <math.h>

static const double tolerances_km[KA_MAP_N_LEVELS] = { 0.0, 0.1, 0.2, 0.4,  0.8,
                                                       1.6, 3.2, 6.4, 12.8, 25.6 };

/* A piece of a line between two of its points. It is there up to the tolerance @rank. */
typedef struct
{
  gsize  first;
  gsize  last;
  double rank;
} Range;

guint
ka_map_level_for (double tolerance_km)
{
  guint level = 0;

  while (level + 1 < KA_MAP_N_LEVELS && tolerances_km[level + 1] <= tolerance_km)
    level++;

  return level;
}

guint
ka_map_soft_level_for (double tolerance_km)
{
  return MAX (MIN (ka_map_level_for (tolerance_km), KA_MAP_SOFT_LEVEL),
              ka_map_level_for (tolerance_km / 2));
}

static gsize
find_farthest (const KaPoint *points, gsize first, gsize last, double *distance)
{
  gsize farthest = first;

  *distance = -1;
  for (gsize i = first + 1; i < last; i++)
    {
      double here = ka_map_measure_to_segment (points[i], points[first], points[last]);

      if (here > *distance)
        {
          *distance = here;
          farthest = i;
        }
    }

  return farthest;
}

/* Finds for each point the tolerance up to which it stays, by the way of Douglas and Peucker. A
 * greater tolerance splits the same pieces, but stops before. */
static double *
rank_points (const KaPoint *points, gsize n_points)
{
  double *ranks = g_new0 (double, n_points);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Range));
  gboolean is_closed = points[0].x == points[n_points - 1].x &&
                       points[0].y == points[n_points - 1].y;
  Range range = { 0, n_points - 1, INFINITY };
  guint n_splits = 0;

  ranks[0] = ranks[n_points - 1] = INFINITY;
  g_array_append_val (stack, range);
  while (stack->len > 0)
    {
      double distance, rank;
      gsize  farthest;

      range = g_array_index (stack, Range, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      farthest = find_farthest (points, range.first, range.last, &distance);
      /* A ring is split at least twice: fewer points enclose no area */
      rank = is_closed && n_splits < 2 ? range.rank : MIN (distance, range.rank);
      if (farthest == range.first || rank <= tolerances_km[1])
        continue;

      n_splits++;
      ranks[farthest] = rank;
      g_array_append_val (stack, ((Range){ range.first, farthest, rank }));
      g_array_append_val (stack, ((Range){ farthest, range.last, rank }));
    }

  return ranks;
}

void
ka_map_simplify (KaMapLine *levels)
{
  const KaPoint     *points = levels[0].points;
  gsize              n_kept = levels[0].n_points;
  g_autofree double *ranks = rank_points (points, n_kept);
  g_autofree gsize  *kept = g_new (gsize, n_kept);

  for (gsize i = 0; i < n_kept; i++)
    kept[i] = i;
  for (guint level = 1; level < KA_MAP_N_LEVELS; level++)
    {
      KaMapLine *line = &levels[level];
      gsize      n_before = n_kept;

      /* A coarser level has points of the finer one alone */
      n_kept = 0;
      for (gsize i = 0; i < n_before; i++)
        if (ranks[kept[i]] > tolerances_km[level])
          kept[n_kept++] = kept[i];
      line->points = g_new (KaPoint, n_kept);
      line->n_points = n_kept;
      for (gsize i = 0; i < n_kept; i++)
        line->points[i] = points[kept[i]];
    }
}
