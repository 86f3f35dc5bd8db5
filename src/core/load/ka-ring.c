/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds whether a ring crosses itself. A ring may touch itself. A tree of bounds along the ring
 * decides at once for outlines as maps have them. Where too many bounds overlap, the sweep of
 * M. Shamos and D. Hoey, "Geometric Intersection Problems" (1976), decides in O(n log n).
 */
#include "config.h"

#include "ka-ring-private.h"

#include <math.h>
#include <stdlib.h>

/* Bounds the rounding of a cross product: J. Shewchuk, "Adaptive Precision Floating-Point
 * Arithmetic and Fast Robust Geometric Predicates" (1997). */
#define ROUNDING 3.3306690738754716e-16

/* So many pairs of bounds for each point may overlap before the sweep is faster. */
#define MAX_OVERLAPS_PER_POINT 64

/* The points, each once: segment i goes from point i to the next one, the last to the first. */
typedef struct
{
  KaPoint        *points;
  guint           n;
  GSequenceIter **active; /* the place of each segment among those that the sweep cuts */
} Ring;

/* The sweep comes to an end of a segment. */
typedef struct
{
  KaPoint  at;
  guint    segment;
  gboolean is_start;
} Stop;

/* Orders points from west to east, and from south to north. */
static int
compare_points (KaPoint a, KaPoint b)
{
  if (a.x < b.x || a.x > b.x)
    return a.x < b.x ? -1 : 1;
  return a.y < b.y ? -1 : a.y > b.y ? 1 : 0;
}

/* Which side of the line from @a to @b a point lies on: 1 left, -1 right, 0 on it. */
static int
get_side (KaPoint a, KaPoint b, KaPoint at)
{
  double left = (b.x - a.x) * (at.y - a.y);
  double right = (b.y - a.y) * (at.x - a.x);
  double least = ROUNDING * (fabs (left) + fabs (right));

  return left - right > least ? 1 : right - left > least ? -1 : 0;
}

static KaPoint
get_point (const Ring *ring, guint number)
{
  return ring->points[number < ring->n ? number : number - ring->n];
}

static KaPoint
get_west_end (const Ring *ring, guint segment)
{
  KaPoint a = get_point (ring, segment), b = get_point (ring, segment + 1);

  return compare_points (a, b) < 0 ? a : b;
}

static KaPoint
get_east_end (const Ring *ring, guint segment)
{
  KaPoint a = get_point (ring, segment), b = get_point (ring, segment + 1);

  return compare_points (a, b) < 0 ? b : a;
}

/* Orders segments that the sweep cuts from south to north. */
static int
compare_segments (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ring *ring = user_data;
  guint       s = GPOINTER_TO_UINT (a), t = GPOINTER_TO_UINT (b);
  gboolean    is_swapped = compare_points (get_west_end (ring, s), get_west_end (ring, t)) < 0;
  guint       early = is_swapped ? s : t, late = is_swapped ? t : s;
  KaPoint     from = get_west_end (ring, early), to = get_east_end (ring, early);
  int         side = get_side (from, to, get_west_end (ring, late));

  if (side == 0)
    side = get_side (from, to, get_east_end (ring, late));
  if (side == 0)
    side = early < late ? -1 : early > late ? 1 : 0;
  return is_swapped ? -side : side;
}

static gboolean
is_ahead (KaPoint from, KaPoint to, KaPoint at)
{
  return get_side (from, to, at) == 0 &&
         (to.x - from.x) * (at.x - from.x) + (to.y - from.y) * (at.y - from.y) > 0;
}

/* Which side of the way from @before over @corner to @after a point lies on: 1 left, -1 right, 0 on
 * the way. */
static int
get_side_of_corner (KaPoint before, KaPoint corner, KaPoint after, KaPoint at)
{
  int turn = get_side (before, corner, after);
  int first = get_side (before, corner, at), last = get_side (corner, after, at);

  if (is_ahead (corner, before, at) || is_ahead (corner, after, at))
    return 0;
  if (turn > 0)
    return first > 0 && last > 0 ? 1 : -1;
  if (turn < 0)
    return first < 0 && last < 0 ? -1 : 1;
  return first;
}

/* Whether the ring goes at point @number from one side of the segment to the other. */
static gboolean
crosses_at_point (const Ring *ring, guint segment, guint number)
{
  KaPoint a = get_point (ring, segment), b = get_point (ring, segment + 1);
  KaPoint at = get_point (ring, number);
  KaPoint before = get_point (ring, number + ring->n - 1), after = get_point (ring, number + 1);
  KaPoint outer;

  if (compare_points (a, at) == 0)
    outer = get_point (ring, segment + ring->n - 1);
  else
    outer = a;
  if (compare_points (b, at) == 0)
    b = get_point (ring, segment + 2);
  return get_side_of_corner (outer, at, b, before) * get_side_of_corner (outer, at, b, after) < 0;
}

/* Whether @at lies on a segment, ends included. */
static gboolean
is_on (KaPoint a, KaPoint b, KaPoint at)
{
  return get_side (a, b, at) == 0 && MIN (a.x, b.x) <= at.x && at.x <= MAX (a.x, b.x) &&
         MIN (a.y, b.y) <= at.y && at.y <= MAX (a.y, b.y);
}

/* Whether the ring crosses itself where two of its segments meet, and where. */
static gboolean
do_cross (const Ring *ring, guint s, guint t, KaPoint *where)
{
  KaPoint a = get_point (ring, s), b = get_point (ring, s + 1);
  KaPoint c = get_point (ring, t), d = get_point (ring, t + 1);
  int     side_c = get_side (a, b, c), side_d = get_side (a, b, d);
  int     side_a = get_side (c, d, a), side_b = get_side (c, d, b);
  guint   ends[] = { s, s + 1, t, t + 1 };

  if ((s + 1) % ring->n == t || (t + 1) % ring->n == s || side_c * side_d > 0 ||
      side_a * side_b > 0)
    return FALSE;
  if (side_c * side_d < 0 && side_a * side_b < 0)
    {
      double whole = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
      double part = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / whole;

      *where = (KaPoint){ a.x + part * (b.x - a.x), a.y + part * (b.y - a.y) };
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      *where = get_point (ring, ends[i]);
      if (is_on (i < 2 ? c : a, i < 2 ? d : b, *where) &&
          crosses_at_point (ring, i < 2 ? t : s, ends[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
do_neighbours_cross (const Ring *ring, GSequenceIter *south, GSequenceIter *north, KaPoint *where)
{
  return !g_sequence_iter_is_end (north) && south != north &&
         do_cross (ring, GPOINTER_TO_UINT (g_sequence_get (south)),
                   GPOINTER_TO_UINT (g_sequence_get (north)), where);
}

/* From west to east; what ends at a point goes before what starts there. */
static int
compare_stops (const void *a, const void *b)
{
  const Stop *s = a, *t = b;
  int         order = compare_points (s->at, t->at);

  return order != 0 ? order : s->is_start - t->is_start;
}

static gboolean
sweep (Ring *ring, const Stop *stops, KaPoint *where)
{
  g_autoptr (GSequence) cut = g_sequence_new (NULL);
  gboolean is_found = FALSE;

  for (guint i = 0; i < 2 * ring->n && !is_found; i++)
    {
      GSequenceIter **at = &ring->active[stops[i].segment];
      GSequenceIter  *south, *north;

      if (stops[i].is_start)
        *at = g_sequence_insert_sorted (cut, GUINT_TO_POINTER (stops[i].segment), compare_segments,
                                        ring);
      south = g_sequence_iter_prev (*at);
      north = g_sequence_iter_next (*at);
      if (stops[i].is_start)
        is_found = do_neighbours_cross (ring, south, *at, where) ||
                   do_neighbours_cross (ring, *at, north, where);
      else
        is_found = south != *at && do_neighbours_cross (ring, south, north, where);
      if (!stops[i].is_start)
        g_sequence_remove (*at);
    }
  return is_found;
}

/* Reads the points, each once. */
static void
ring_init (Ring *ring, const KaPoint *points, gsize n_points)
{
  ring->n = 0;
  ring->points = g_new (KaPoint, n_points);
  for (gsize i = 1; i < n_points; i++)
    if (compare_points (points[i - 1], points[i]) != 0)
      ring->points[ring->n++] = points[i];
}

static gboolean
search_by_sweep (Ring *ring, KaPoint *where)
{
  g_autofree Stop           *stops = g_new (Stop, 2 * (gsize) ring->n);
  g_autofree GSequenceIter **active = g_new0 (GSequenceIter *, ring->n);

  ring->active = active;
  for (guint i = 0; i < ring->n; i++)
    {
      stops[2 * i] = (Stop){ get_west_end (ring, i), i, TRUE };
      stops[2 * i + 1] = (Stop){ get_east_end (ring, i), i, FALSE };
    }
  qsort (stops, 2 * (gsize) ring->n, sizeof *stops, compare_stops);
  return sweep (ring, stops, where);
}

typedef struct
{
  KaPoint low;
  KaPoint high;
} Bounds;

/* A search by bounds. Node 1 is the root, nodes 2i and 2i + 1 are the halves of node i, and
 * segment i is node @n_leaves + i. */
typedef struct
{
  const Ring *ring;
  Bounds     *nodes;
  guint       n_leaves;   /* a power of two */
  gint64      n_overlaps; /* that may still be met */
  KaPoint    *where;
} BoundsSearch;

static void
measure_nodes (BoundsSearch *self)
{
  for (guint i = 0; i < self->n_leaves; i++)
    {
      Bounds  nothing = { { INFINITY, INFINITY }, { -INFINITY, -INFINITY } };
      Bounds *leaf = &self->nodes[self->n_leaves + i];
      KaPoint a, b;

      *leaf = nothing;
      if (i >= self->ring->n)
        continue;
      a = get_point (self->ring, i);
      b = get_point (self->ring, i + 1);
      leaf->low = (KaPoint){ MIN (a.x, b.x), MIN (a.y, b.y) };
      leaf->high = (KaPoint){ MAX (a.x, b.x), MAX (a.y, b.y) };
    }
  for (guint i = self->n_leaves - 1; i > 0; i--)
    {
      const Bounds *a = &self->nodes[2 * i], *b = &self->nodes[2 * i + 1];

      self->nodes[i].low = (KaPoint){ MIN (a->low.x, b->low.x), MIN (a->low.y, b->low.y) };
      self->nodes[i].high = (KaPoint){ MAX (a->high.x, b->high.x), MAX (a->high.y, b->high.y) };
    }
}

/* Whether a segment of a node crosses one of another node of the same level. */
static gboolean
search_pair (BoundsSearch *self, guint node, guint other)
{
  const Bounds *a = &self->nodes[node], *b = &self->nodes[other];

  if (a->low.x > b->high.x || b->low.x > a->high.x || a->low.y > b->high.y ||
      b->low.y > a->high.y || self->n_overlaps-- <= 0)
    return FALSE;
  if (node >= self->n_leaves)
    return do_cross (self->ring, node - self->n_leaves, other - self->n_leaves, self->where);
  return search_pair (self, 2 * node, 2 * other) || search_pair (self, 2 * node, 2 * other + 1) ||
         search_pair (self, 2 * node + 1, 2 * other) ||
         search_pair (self, 2 * node + 1, 2 * other + 1);
}

/* Searches for a crossing; gives up when @n_overlaps of the search falls below 0. */
static gboolean
search_by_bounds (BoundsSearch *self)
{
  gboolean is_found = FALSE;

  measure_nodes (self);
  for (guint i = 1; i < self->n_leaves && !is_found; i++)
    is_found = search_pair (self, 2 * i, 2 * i + 1);
  return is_found;
}

gboolean
ka_ring_crosses_itself (const KaPoint *points, gsize n_points, KaPoint *where)
{
  Ring                ring;
  BoundsSearch        search = { .ring = &ring, .n_leaves = 4, .where = where };
  g_autofree KaPoint *own = NULL;
  g_autofree Bounds  *nodes = NULL;

  g_return_val_if_fail (n_points < G_MAXUINT / 4, FALSE);

  ring_init (&ring, points, n_points);
  own = ring.points;
  if (ring.n < 4)
    return FALSE;
  while (search.n_leaves < ring.n)
    search.n_leaves *= 2;
  nodes = search.nodes = g_new (Bounds, 2 * (gsize) search.n_leaves);
  search.n_overlaps = MAX_OVERLAPS_PER_POINT * (gint64) ring.n;
  return search_by_bounds (&search) || (search.n_overlaps < 0 && search_by_sweep (&ring, where));
}

gboolean
ka_ring_crosses_itself_by_sweep (const KaPoint *points, gsize n_points, KaPoint *where)
{
  Ring                ring;
  g_autofree KaPoint *own = NULL;

  ring_init (&ring, points, n_points);
  own = ring.points;
  return ring.n > 3 && search_by_sweep (&ring, where);
}
