/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Splits the edges of shapes at their crossings, on a grid of integers so that all tests are exact.
 * A quadtree finds the pairs of edges that may meet.
 */
#include "config.h"

#include "ka-grid-segments.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_ROUNDS     24 /* moved crossings rarely make new ones twice */
#define MAX_IN_CELL    16 /* edges of a cell that are compared with one another */
#define MAX_CELL_DEPTH 29 /* a cell of one step */
#define MAX_TESTS      (64 * 1000 * 1000)
#define MAX_CUTS       (4 * 1000 * 1000)

/* A point that divides an edge. */
typedef struct
{
  guint       edge;
  KaGridPoint at;
} Cut;

typedef struct
{
  int west, south, east, north; /* all included */
} Cell;

typedef struct
{
  GArray *edges; /* Borrowed, of KaGridEdge */
  GArray *cuts;  /* Borrowed, of Cut */
  gint64  n_tests;
} Cutter;

KaGridPoint
ka_grid_point_from_degrees (KaPoint point_deg)
{
  return (KaGridPoint){ (int) lround (point_deg.x * KA_GRID_STEPS_PER_DEGREE),
                        (int) lround (point_deg.y * KA_GRID_STEPS_PER_DEGREE) };
}

int
ka_grid_point_compare (KaGridPoint a, KaGridPoint b)
{
  if (a.x != b.x)
    return a.x < b.x ? -1 : 1;
  return (a.y > b.y) - (a.y < b.y);
}

gint64
ka_grid_turn (KaGridPoint a, KaGridPoint b, KaGridPoint c)
{
  return ((gint64) b.x - a.x) * ((gint64) c.y - a.y) - ((gint64) b.y - a.y) * ((gint64) c.x - a.x);
}

void
ka_grid_add_segment (GArray *segments, KaGridPoint a, KaGridPoint b, guint shape)
{
  int           order = ka_grid_point_compare (a, b);
  KaGridSegment segment = { order < 0 ? a : b, order < 0 ? b : a, shape };

  if (order != 0)
    g_array_append_val (segments, segment);
}

void
ka_grid_add_line (GArray *segments, const GArray *points, guint shape)
{
  for (guint i = 1; i < points->len; i++)
    ka_grid_add_segment (segments,
                         ka_grid_point_from_degrees (g_array_index (points, KaPoint, i - 1)),
                         ka_grid_point_from_degrees (g_array_index (points, KaPoint, i)), shape);
}

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  const KaGridSegment *segment_a = a, *segment_b = b;
  int                  order = ka_grid_point_compare (segment_a->a, segment_b->a);

  if (order == 0)
    order = ka_grid_point_compare (segment_a->b, segment_b->b);
  if (order == 0)
    order = (segment_a->shape > segment_b->shape) - (segment_a->shape < segment_b->shape);
  return order;
}

/* Sorts segments and drops those that a shape has an even number of times. */
static void
cancel_pairs (GArray *segments)
{
  KaGridSegment *all = (KaGridSegment *) (gpointer) segments->data;
  guint          n_kept = 0;

  g_array_sort (segments, compare_segments);
  for (guint i = 0; i < segments->len; i++)
    if (i + 1 < segments->len && compare_segments (&all[i], &all[i + 1]) == 0)
      i++;
    else
      all[n_kept++] = all[i];
  g_array_set_size (segments, n_kept);
}

GArray *
ka_grid_list_edges (const GArray *segments)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (KaGridEdge));

  for (guint i = 0; i < segments->len; i++)
    {
      const KaGridSegment *segment = &g_array_index (segments, KaGridSegment, i);
      KaGridEdge          *last = i > 0 ? &g_array_index (edges, KaGridEdge, edges->len - 1) : NULL;
      KaGridEdge           edge = { segment->a, segment->b, i, 1 };

      if (last != NULL && ka_grid_point_compare (last->a, edge.a) == 0 &&
          ka_grid_point_compare (last->b, edge.b) == 0)
        last->n++;
      else
        g_array_append_val (edges, edge);
    }
  return edges;
}

static void
add_cut (Cutter *self, guint number, KaGridPoint at)
{
  const KaGridEdge *edge = &g_array_index (self->edges, KaGridEdge, number);
  Cut               cut = { number, at };

  if (ka_grid_point_compare (at, edge->a) != 0 && ka_grid_point_compare (at, edge->b) != 0)
    g_array_append_val (self->cuts, cut);
}

/* Divides an edge at a point of its line that lies between its ends. */
static void
cut_at_end (Cutter *self, guint number, KaGridPoint end)
{
  const KaGridEdge *edge = &g_array_index (self->edges, KaGridEdge, number);

  if (end.x >= edge->a.x && end.x <= edge->b.x && end.y >= MIN (edge->a.y, edge->b.y) &&
      end.y <= MAX (edge->a.y, edge->b.y))
    add_cut (self, number, end);
}

static gboolean
is_opposite (gint64 a, gint64 b)
{
  return (a < 0 && b > 0) || (a > 0 && b < 0);
}

/* Divides two edges where they meet. */
static void
cut_pair (Cutter *self, guint i, guint j)
{
  const KaGridEdge p = g_array_index (self->edges, KaGridEdge, i),
                   q = g_array_index (self->edges, KaGridEdge, j);
  const gint64 q_a = ka_grid_turn (p.a, p.b, q.a), q_b = ka_grid_turn (p.a, p.b, q.b);
  const gint64 p_a = ka_grid_turn (q.a, q.b, p.a), p_b = ka_grid_turn (q.a, q.b, p.b);

  self->n_tests++;
  if (q_a == 0)
    cut_at_end (self, i, q.a);
  if (q_b == 0)
    cut_at_end (self, i, q.b);
  if (p_a == 0)
    cut_at_end (self, j, p.a);
  if (p_b == 0)
    cut_at_end (self, j, p.b);
  if (is_opposite (q_a, q_b) && is_opposite (p_a, p_b))
    {
      const double part = (double) p_a / ((double) p_a - (double) p_b);
      KaGridPoint  at = { (int) lround (p.a.x + part * ((double) p.b.x - p.a.x)),
                          (int) lround (p.a.y + part * ((double) p.b.y - p.a.y)) };

      add_cut (self, i, at);
      add_cut (self, j, at);
    }
}

/* Whether an edge may have a point in a cell. */
static gboolean
may_meet (const KaGridEdge *edge, const Cell *cell)
{
  const KaGridPoint corners[] = { { cell->west, cell->south },
                                  { cell->east, cell->south },
                                  { cell->east, cell->north },
                                  { cell->west, cell->north } };
  guint             n_left = 0, n_right = 0;

  if (edge->b.x < cell->west || edge->a.x > cell->east ||
      MAX (edge->a.y, edge->b.y) < cell->south || MIN (edge->a.y, edge->b.y) > cell->north)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      gint64 turn = ka_grid_turn (edge->a, edge->b, corners[i]);

      n_left += turn > 0;
      n_right += turn < 0;
    }
  return n_left < G_N_ELEMENTS (corners) && n_right < G_N_ELEMENTS (corners);
}

static gboolean
is_full (const Cutter *self)
{
  return self->n_tests > MAX_TESTS || self->cuts->len > MAX_CUTS;
}

/* Divides the edges of a cell, a quarter after the other. */
static void
cut_cell (Cutter *self, const GArray *members, const Cell *cell, guint depth)
{
  const int   middle_x = cell->west + (cell->east - cell->west) / 2;
  const int   middle_y = cell->south + (cell->north - cell->south) / 2;
  const Cell  quarters[] = { { cell->west, cell->south, middle_x, middle_y },
                             { middle_x, cell->south, cell->east, middle_y },
                             { cell->west, middle_y, middle_x, cell->north },
                             { middle_x, middle_y, cell->east, cell->north } };
  const guint n = members->len;

  if (n <= MAX_IN_CELL || depth == MAX_CELL_DEPTH)
    {
      for (guint i = 0; i < n && !is_full (self); i++)
        for (guint j = 0; j < i; j++)
          cut_pair (self, g_array_index (members, guint, i), g_array_index (members, guint, j));
      return;
    }
  for (guint quarter = 0; quarter < G_N_ELEMENTS (quarters) && !is_full (self); quarter++)
    {
      g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < n; i++)
        {
          guint number = g_array_index (members, guint, i);

          if (may_meet (&g_array_index (self->edges, KaGridEdge, number), &quarters[quarter]))
            g_array_append_val (inside, number);
        }
      cut_cell (self, inside, &quarters[quarter], depth + 1);
    }
}

/* Orders cuts by edge, then along it: to the east, and of the same x as the edge climbs. */
static int
compare_cuts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Cut        *cut_a = a, *cut_b = b;
  const GArray     *edges = user_data;
  const KaGridEdge *edge = &g_array_index (edges, KaGridEdge, cut_a->edge);
  int               climb = edge->b.y < edge->a.y ? -1 : 1;

  if (cut_a->edge != cut_b->edge)
    return cut_a->edge < cut_b->edge ? -1 : 1;
  return cut_a->at.x != cut_b->at.x ? ka_grid_point_compare (cut_a->at, cut_b->at)
                                    : climb * ka_grid_point_compare (cut_a->at, cut_b->at);
}

static void
find_cuts (Cutter *self)
{
  const int world_x = 180 * KA_GRID_STEPS_PER_DEGREE, world_y = 90 * KA_GRID_STEPS_PER_DEGREE;
  Cell      world = { -world_x, -world_y, world_x, world_y };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->edges->len; i++)
    g_array_append_val (all, i);
  cut_cell (self, all, &world, 0);
  g_array_sort_with_data (self->cuts, compare_cuts, self->edges);
}

/* Writes the parts of all edges in place of the edges. */
static void
apply_cuts (const Cutter *self, GArray *segments)
{
  g_autoptr (GArray) whole = g_array_copy (segments);
  guint next = 0;

  g_array_set_size (segments, 0);
  for (guint i = 0; i < self->edges->len; i++)
    {
      const KaGridEdge *edge = &g_array_index (self->edges, KaGridEdge, i);
      KaGridPoint       from = edge->a;

      for (gboolean is_last = FALSE; !is_last;)
        {
          const Cut  *cut = next < self->cuts->len ? &g_array_index (self->cuts, Cut, next) : NULL;
          KaGridPoint to = edge->b;

          is_last = cut == NULL || cut->edge != i;
          if (!is_last)
            {
              to = cut->at;
              next++;
            }
          for (guint j = edge->first; j < edge->first + edge->n; j++)
            ka_grid_add_segment (segments, from, to, g_array_index (whole, KaGridSegment, j).shape);
          from = to;
        }
    }
}

/* Splits once. @is_done: (out): whether nothing was to be split. */
static gboolean
split_once (GArray *segments, gboolean *is_done)
{
  g_autoptr (GArray) edges = ka_grid_list_edges (segments);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  Cutter cutter = { edges, cuts, 0 };

  find_cuts (&cutter);
  *is_done = cuts->len == 0;
  if (is_full (&cutter))
    return FALSE;
  if (cuts->len > 0)
    apply_cuts (&cutter, segments);
  return TRUE;
}

gboolean
ka_grid_split_segments (GArray *segments, GError **error)
{
  gboolean is_done = FALSE;

  for (guint round = 0; round < MAX_ROUNDS && !is_done; round++)
    {
      cancel_pairs (segments);
      if (!split_once (segments, &is_done))
        break;
    }
  if (!is_done)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("the outlines cross or meet too often in one place, simpler ones"
                            " expected"));
  return is_done;
}
