/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Divides overlapping shapes into pieces that share their lines: half-edges, cycles, faces, and the
 * shapes that each face lies in.
 */
#include "config.h"

#include "ka-overlay.h"

#include "ka-grid-segments.h"
#include "ka-hash.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOWHERE   G_MAXUINT
#define MAX_FACES (250 * 1000)      /* each takes some 4 KiB until the atlas is read */
#define MAX_MARKS (8 * 1000 * 1000) /* shapes of all faces together */

/* A closed walk along half-edges with one face on the left. */
typedef struct
{
  guint       first;    /* a half-edge */
  gboolean    is_outer; /* runs counter-clockwise: the outer bound of a face */
  guint       face;
  KaGridPoint west; /* its westernmost point */
} Cycle;

/* Land that no edge divides. */
typedef struct
{
  GArray  *cycles; /* of guint: the outer bound, then those of holes */
  GArray  *shapes; /* of guint, ascending */
  gboolean is_known;
} Face;

/* Half-edge 2e runs along edge e from a to b, half-edge 2e + 1 back. The face of a half-edge lies
 * on its left. */
typedef struct
{
  const GArray *segments; /* Borrowed */
  GArray       *edges;    /* of KaGridEdge */
  GArray       *leaving;  /* of guint: half-edges by start, then by angle */
  guint        *next;     /* by half-edge: the next one of its cycle */
  guint        *degrees;  /* by half-edge: how many leave its start */
  guint        *cycle_of; /* by half-edge */
  GArray       *cycles;   /* of Cycle */
  GArray       *faces;    /* of Face; the first one is the outside */
  gsize         n_marks;
} Plane;

static KaGridPoint
get_start (const Plane *self, guint half)
{
  const KaGridEdge *edge = &g_array_index (self->edges, KaGridEdge, half / 2);

  return half % 2 == 0 ? edge->a : edge->b;
}

static KaGridPoint
get_end (const Plane *self, guint half)
{
  return get_start (self, half ^ 1);
}

/* 0 for directions from east to just before west, counter-clockwise; 1 for the others. */
static int
get_half_plane (KaGridPoint from, KaGridPoint to)
{
  return to.y > from.y || (to.y == from.y && to.x > from.x) ? 0 : 1;
}

/* Orders half-edges by start, then counter-clockwise. */
static int
compare_leaving (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Plane *self = user_data;
  guint        half_a = *(const guint *) a, half_b = *(const guint *) b;
  KaGridPoint  start = get_start (self, half_a);
  KaGridPoint  end_a = get_end (self, half_a), end_b = get_end (self, half_b);
  int          order = ka_grid_point_compare (start, get_start (self, half_b));
  gint64       turn;

  if (order == 0)
    order = get_half_plane (start, end_a) - get_half_plane (start, end_b);
  if (order != 0)
    return order;
  turn = ka_grid_turn (start, end_a, end_b);
  return (turn < 0) - (turn > 0);
}

/* Whether an edge runs along 180 degrees, where a map is cut. */
static gboolean
is_cut (const Plane *self, guint half)
{
  const int world = 180 * KA_GRID_STEPS_PER_DEGREE;
  const int x = get_start (self, half).x;

  return ABS (x) == world && get_end (self, half).x == x;
}

/* How many half-edges leave a point. Where a line turns into 180 degrees an arc ends, as where
 * three edges meet. */
static guint
count_leaving (const Plane *self, const guint *leaving, guint n)
{
  return n == 2 && is_cut (self, leaving[0]) != is_cut (self, leaving[1]) ? 3 : n;
}

/* Links each half-edge to the next one round its face: at its end, the first one clockwise from the
 * way back. */
static void
link_half_edges (Plane *self)
{
  const guint n_halves = 2 * self->edges->len;

  for (guint i = 0; i < n_halves; i++)
    g_array_append_val (self->leaving, i);
  g_array_sort_with_data (self->leaving, compare_leaving, self);
  for (guint first = 0, after; first < n_halves; first = after)
    {
      const guint *leaving = &g_array_index (self->leaving, guint, 0);
      KaGridPoint  start = get_start (self, leaving[first]);

      for (after = first + 1; after < n_halves; after++)
        if (ka_grid_point_compare (start, get_start (self, leaving[after])) != 0)
          break;
      for (guint i = first; i < after; i++)
        {
          self->next[leaving[i] ^ 1] = leaving[i == first ? after - 1 : i - 1];
          self->degrees[leaving[i]] = count_leaving (self, leaving + first, after - first);
        }
    }
}

/* Walks round one cycle. */
static Cycle
trace_cycle (Plane *self, guint first)
{
  Cycle       cycle = { first, FALSE, NOWHERE, get_start (self, first) };
  KaGridPoint origin = cycle.west;
  double      area = 0; /* exact enough: a flat cycle has no two sides and does not occur */
  guint       half = first;

  do
    {
      KaGridPoint start = get_start (self, half);

      area += (double) ka_grid_turn (origin, start, get_end (self, half));
      if (ka_grid_point_compare (start, cycle.west) < 0)
        cycle.west = start;
      self->cycle_of[half] = self->cycles->len;
      half = self->next[half];
    }
  while (half != first);
  cycle.is_outer = area > 0;
  return cycle;
}

static guint
add_face (Plane *self)
{
  Face face = { g_array_new (FALSE, FALSE, sizeof (guint)),
                g_array_new (FALSE, FALSE, sizeof (guint)), FALSE };

  g_array_append_val (self->faces, face);
  return self->faces->len - 1;
}

/* Finds all cycles; FALSE where these bound more faces than there may be. */
static gboolean
trace_cycles (Plane *self)
{
  const guint n_halves = 2 * self->edges->len;

  add_face (self);
  for (guint half = 0; half < n_halves; half++)
    self->cycle_of[half] = NOWHERE;
  for (guint half = 0; half < n_halves && self->faces->len <= MAX_FACES; half++)
    if (self->cycle_of[half] == NOWHERE)
      {
        Cycle cycle = trace_cycle (self, half);

        if (cycle.is_outer)
          {
            cycle.face = add_face (self);
            g_array_append_val (g_array_index (self->faces, Face, cycle.face).cycles,
                                self->cycles->len);
          }
        g_array_append_val (self->cycles, cycle);
      }
  return self->faces->len <= MAX_FACES;
}

/* Which face a hole lies in: a line sweeps from south to north and knows the edges that it crosses,
 * from west to east. */
typedef struct
{
  const Plane *plane;
  KaGridPoint  at; /* what is looked up */
} Sweep;

/* The ends of an edge, the southern one first. */
static void
get_upwards (const Plane *self, guint number, KaGridPoint *low, KaGridPoint *high)
{
  const KaGridEdge *edge = &g_array_index (self->edges, KaGridEdge, number);

  *low = edge->a.y < edge->b.y ? edge->a : edge->b;
  *high = edge->a.y < edge->b.y ? edge->b : edge->a;
}

/* Orders edges that cross the sweep line, from west to east; NULL stands for the point. */
static int
compare_crossed (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sweep *sweep = user_data;
  KaGridPoint  low_a, high_a, low_b, high_b;
  gint64       turn;

  if (a == NULL)
    return -compare_crossed (b, a, user_data);
  get_upwards (sweep->plane, GPOINTER_TO_UINT (a) - 1, &low_a, &high_a);
  if (b == NULL)
    {
      turn = ka_grid_turn (low_a, high_a, sweep->at);
      return turn < 0 ? -1 : 1;
    }
  get_upwards (sweep->plane, GPOINTER_TO_UINT (b) - 1, &low_b, &high_b);
  if (low_a.y >= low_b.y)
    {
      turn = ka_grid_turn (low_b, high_b, low_a);
      if (turn == 0)
        turn = ka_grid_turn (low_b, high_b, high_a);
      return (turn < 0) - (turn > 0);
    }
  turn = ka_grid_turn (low_a, high_a, low_b);
  if (turn == 0)
    turn = ka_grid_turn (low_a, high_a, high_b);
  return (turn > 0) - (turn < 0);
}

/* What the sweep meets. At the same height edges end before others begin, and holes come last. */
typedef struct
{
  int   y;
  int   kind; /* 0 an edge ends, 1 an edge begins, 2 a hole has its westernmost point */
  guint number;
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *stop_a = a, *stop_b = b;

  if (stop_a->y != stop_b->y)
    return stop_a->y < stop_b->y ? -1 : 1;
  return stop_a->kind - stop_b->kind;
}

static GArray *
list_stops (const Plane *self)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  for (guint i = 0; i < self->edges->len; i++)
    {
      KaGridPoint low, high;

      get_upwards (self, i, &low, &high);
      if (low.y < high.y)
        {
          Stop both[] = { { low.y, 1, i }, { high.y, 0, i } };

          g_array_append_vals (stops, both, G_N_ELEMENTS (both));
        }
    }
  for (guint i = 0; i < self->cycles->len; i++)
    {
      const Cycle *cycle = &g_array_index (self->cycles, Cycle, i);
      Stop         stop = { cycle->west.y, 2, i };

      if (!cycle->is_outer)
        g_array_append_val (stops, stop);
    }
  g_array_sort (stops, compare_stops);
  return stops;
}

/* The half-edge whose left is the land just east of an edge: the one that runs south. */
static guint
get_southward (const Plane *self, guint number)
{
  const KaGridEdge *edge = &g_array_index (self->edges, KaGridEdge, number);

  return edge->a.y > edge->b.y ? 2 * number : 2 * number + 1;
}

/* Finds for each hole the half-edge whose face it lies in, or %NOWHERE for the outside. */
static void
sweep_holes (const Plane *self, guint *around)
{
  g_autoptr (GArray) stops = list_stops (self);
  g_autoptr (GSequence) crossed = g_sequence_new (NULL);
  g_autofree GSequenceIter **places = g_new0 (GSequenceIter *, self->edges->len);
  Sweep                      sweep = { self, { 0, 0 } };

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop    *stop = &g_array_index (stops, Stop, i);
      GSequenceIter *place;

      if (stop->kind == 0)
        g_sequence_remove (places[stop->number]);
      else if (stop->kind == 1)
        places[stop->number] = g_sequence_insert_sorted (
          crossed, GUINT_TO_POINTER (stop->number + 1), compare_crossed, &sweep);
      if (stop->kind != 2)
        continue;
      sweep.at = g_array_index (self->cycles, Cycle, stop->number).west;
      place = g_sequence_search (crossed, NULL, compare_crossed, &sweep);
      around[stop->number] = g_sequence_iter_is_begin (place)
                               ? NOWHERE
                               : get_southward (self, GPOINTER_TO_UINT (g_sequence_get (
                                                        g_sequence_iter_prev (place))) -
                                                        1);
    }
}

/* A hole and its westernmost point. */
static int
compare_holes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Plane *self = user_data;

  return ka_grid_point_compare (g_array_index (self->cycles, Cycle, *(const guint *) a).west,
                                g_array_index (self->cycles, Cycle, *(const guint *) b).west);
}

/* Gives holes to the faces that they lie in. What lies west of a hole is known before it. */
static void
place_holes (Plane *self)
{
  g_autofree guint *around = g_new (guint, self->cycles->len);
  g_autoptr (GArray) holes = g_array_new (FALSE, FALSE, sizeof (guint));

  sweep_holes (self, around);
  for (guint i = 0; i < self->cycles->len; i++)
    if (!g_array_index (self->cycles, Cycle, i).is_outer)
      g_array_append_val (holes, i);
  g_array_sort_with_data (holes, compare_holes, self);
  for (guint i = 0; i < holes->len; i++)
    {
      guint  number = g_array_index (holes, guint, i);
      Cycle *cycle = &g_array_index (self->cycles, Cycle, number);
      guint  half = around[number];

      cycle->face = half == NOWHERE
                      ? 0
                      : g_array_index (self->cycles, Cycle, self->cycle_of[half]).face;
      g_array_append_val (g_array_index (self->faces, Face, cycle->face).cycles, number);
    }
}

static guint
get_face (const Plane *self, guint half)
{
  return g_array_index (self->cycles, Cycle, self->cycle_of[half]).face;
}

/* Writes the shapes beyond an edge: those of this side, but the shapes of the edge change. */
static void
cross_edge (const Plane *self, const GArray *shapes, const KaGridEdge *edge, GArray *beyond)
{
  const KaGridSegment *segments = &g_array_index (self->segments, KaGridSegment, edge->first);
  guint                i = 0, j = 0;

  while (i < shapes->len || j < edge->n)
    {
      guint here = i < shapes->len ? g_array_index (shapes, guint, i) : NOWHERE;
      guint changed = j < edge->n ? segments[j].shape : NOWHERE;
      guint least = MIN (here, changed);

      if (here != changed)
        g_array_append_val (beyond, least);
      i += here == least;
      j += changed == least;
    }
}

/* Tells the faces beyond the edges of a cycle their shapes. */
static void
spread_from_cycle (Plane *self, const Face *face, guint first, GQueue *queue)
{
  guint half = first;

  do
    {
      guint other = get_face (self, half ^ 1);
      Face *beyond = &g_array_index (self->faces, Face, other);

      if (!beyond->is_known)
        {
          beyond->is_known = TRUE;
          cross_edge (self, face->shapes, &g_array_index (self->edges, KaGridEdge, half / 2),
                      beyond->shapes);
          self->n_marks += beyond->shapes->len;
          g_queue_push_tail (queue, GUINT_TO_POINTER (other));
        }
      half = self->next[half];
    }
  while (half != first);
}

/* Finds the shapes of all faces, from the outside inwards; FALSE where these are too many. */
static gboolean
mark_faces (Plane *self)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_array_index (self->faces, Face, 0).is_known = TRUE;
  g_queue_push_tail (queue, GUINT_TO_POINTER (0));
  while (!g_queue_is_empty (queue) && self->n_marks <= MAX_MARKS)
    {
      const Face *face = &g_array_index (self->faces, Face,
                                         GPOINTER_TO_UINT (g_queue_pop_head (queue)));

      for (guint i = 0; i < face->cycles->len; i++)
        {
          guint cycle = g_array_index (face->cycles, guint, i);

          spread_from_cycle (self, face, g_array_index (self->cycles, Cycle, cycle).first, queue);
        }
    }
  return self->n_marks <= MAX_MARKS;
}

/* Pieces */

static guint
hash_shapes (gconstpointer key)
{
  const GArray *shapes = key;

  return ka_hash_numbers ((const guint *) (gconstpointer) shapes->data, shapes->len);
}

static gboolean
equal_shapes (gconstpointer a, gconstpointer b)
{
  const GArray *shapes_a = a, *shapes_b = b;

  return shapes_a->len == shapes_b->len &&
         memcmp (shapes_a->data, shapes_b->data, shapes_a->len * sizeof (guint)) == 0;
}

static void
clear_ring (gpointer data)
{
  g_array_unref (((KaOverlayRing *) data)->arcs);
}

static void
clear_piece (gpointer data)
{
  KaOverlayPiece *piece = data;

  g_array_unref (piece->shapes);
  g_array_unref (piece->rings);
}

static void
clear_arc (gpointer data)
{
  g_array_unref (((KaOverlayArc *) data)->points);
}

/* Joins the faces of the same shapes to pieces. @piece_of: (out): by face */
static void
make_pieces (const Plane *self, KaOverlay *overlay, int *piece_of)
{
  g_autoptr (GHashTable) by_shapes = g_hash_table_new (hash_shapes, equal_shapes);

  for (guint i = 0; i < self->faces->len; i++)
    {
      GArray *shapes = g_array_index (self->faces, Face, i).shapes;
      guint   number = GPOINTER_TO_UINT (g_hash_table_lookup (by_shapes, shapes));

      piece_of[i] = (int) number - 1;
      if (shapes->len == 0 || number > 0)
        continue;
      KaOverlayPiece piece = { g_array_ref (shapes),
                               g_array_new (FALSE, FALSE, sizeof (KaOverlayRing)) };

      g_array_set_clear_func (piece.rings, clear_ring);
      g_array_append_val (overlay->pieces, piece);
      piece_of[i] = (int) overlay->pieces->len - 1;
      g_hash_table_insert (by_shapes, shapes, GUINT_TO_POINTER (overlay->pieces->len));
    }
}

static void
add_point (GArray *points, KaGridPoint at)
{
  KaPoint degrees = { at.x / (double) KA_GRID_STEPS_PER_DEGREE,
                      at.y / (double) KA_GRID_STEPS_PER_DEGREE };

  g_array_append_val (points, degrees);
}

/* Follows half-edges from @first to the next point where others meet, or round a ring. Notes the
 * arc, from 1, at its first half-edge and, negative, at the first one of the way back. */
static void
trace_arc (const Plane *self, guint first, const int *piece_of, KaOverlay *overlay, int *arc_at)
{
  KaOverlayArc arc = { g_array_new (FALSE, FALSE, sizeof (KaPoint)),
                       piece_of[get_face (self, first)], piece_of[get_face (self, first ^ 1)] };
  const int    number = (int) overlay->arcs->len + 1;
  guint        half = first, last;

  add_point (arc.points, get_start (self, first));
  do
    {
      add_point (arc.points, get_end (self, half));
      last = half;
      half = self->next[half];
    }
  while (half != first && self->degrees[half] == 2);
  arc_at[first] = number;
  arc_at[last ^ 1] = -number;
  g_array_append_val (overlay->arcs, arc);
}

/* Lists the arcs: first those between points where three or more edges meet, then closed ones. */
static void
make_arcs (const Plane *self, const int *piece_of, KaOverlay *overlay, int *arc_at)
{
  const guint          n_halves = 2 * self->edges->len;
  g_autofree gboolean *is_done = g_new0 (gboolean, self->edges->len);

  for (guint closed = 0; closed < 2; closed++)
    for (guint half = 0; half < n_halves; half++)
      {
        guint walked = half;

        if (is_done[half / 2] || (!closed && self->degrees[half] == 2))
          continue;
        trace_arc (self, half, piece_of, overlay, arc_at);
        do
          {
            is_done[walked / 2] = TRUE;
            walked = self->next[walked];
          }
        while (walked != half && self->degrees[walked] == 2);
      }
}

static void
add_ring (const Plane *self, const Cycle *cycle, const int *arc_at, GArray *rings)
{
  KaOverlayRing ring = { g_array_new (FALSE, FALSE, sizeof (int)), !cycle->is_outer };
  guint         half = cycle->first;

  do
    {
      int number = arc_at[half];
      int arc = number > 0 ? number - 1 : ~(-number - 1);

      if (number != 0)
        g_array_append_val (ring.arcs, arc);
      half = self->next[half];
    }
  while (half != cycle->first);
  g_array_append_val (rings, ring);
}

/* Gives each piece the rings of its faces. */
static void
make_rings (const Plane *self, const int *piece_of, const int *arc_at, KaOverlay *overlay)
{
  for (guint i = 1; i < self->faces->len; i++)
    {
      const GArray *cycles = g_array_index (self->faces, Face, i).cycles;

      if (piece_of[i] == KA_OVERLAY_OUTSIDE)
        continue;
      for (guint j = 0; j < cycles->len; j++)
        add_ring (self, &g_array_index (self->cycles, Cycle, g_array_index (cycles, guint, j)),
                  arc_at, g_array_index (overlay->pieces, KaOverlayPiece, piece_of[i]).rings);
    }
}

static gboolean
find_faces (Plane *self)
{
  if (!trace_cycles (self))
    return FALSE;
  place_holes (self);
  return mark_faces (self);
}

static void
clear_face (gpointer data)
{
  Face *face = data;

  g_array_unref (face->cycles);
  g_array_unref (face->shapes);
}

static void
plane_init (Plane *self, const GArray *segments)
{
  memset (self, 0, sizeof *self);
  self->segments = segments;
  self->edges = ka_grid_list_edges (segments);
  self->leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cycles = g_array_new (FALSE, FALSE, sizeof (Cycle));
  self->faces = g_array_new (FALSE, FALSE, sizeof (Face));
  g_array_set_clear_func (self->faces, clear_face);
  self->next = g_new0 (guint, 2 * self->edges->len);
  self->degrees = g_new0 (guint, 2 * self->edges->len);
  self->cycle_of = g_new0 (guint, 2 * self->edges->len);
}

static void
plane_clear (Plane *self)
{
  g_array_unref (self->edges);
  g_array_unref (self->leaving);
  g_array_unref (self->cycles);
  g_array_unref (self->faces);
  g_free (self->next);
  g_free (self->degrees);
  g_free (self->cycle_of);
}

static KaOverlay *
build_overlay (const Plane *plane)
{
  KaOverlay      *self = g_new0 (KaOverlay, 1);
  g_autofree int *piece_of = g_new0 (int, plane->faces->len);
  g_autofree int *arc_at = g_new0 (int, 2 * plane->edges->len);

  self->arcs = g_array_new (FALSE, FALSE, sizeof (KaOverlayArc));
  g_array_set_clear_func (self->arcs, clear_arc);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (KaOverlayPiece));
  g_array_set_clear_func (self->pieces, clear_piece);
  make_pieces (plane, self, piece_of);
  make_arcs (plane, piece_of, self, arc_at);
  make_rings (plane, piece_of, arc_at, self);
  return self;
}

KaOverlay *
ka_overlay_new (GArray *segments, GError **error)
{
  Plane      plane;
  KaOverlay *self = NULL;

  if (!ka_grid_split_segments (segments, error))
    return NULL;
  plane_init (&plane, segments);
  link_half_edges (&plane);
  if (find_faces (&plane))
    self = build_overlay (&plane);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("too many outlines lie over one another, fewer expected"));
  plane_clear (&plane);
  return self;
}

void
ka_overlay_free (KaOverlay *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->arcs);
  g_array_unref (self->pieces);
  g_free (self);
}
