/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cuts rings and lines that were written point by point into arcs that neighbours share (after M.
 * Bostock, "How To Infer Topology", 2013). A vertex that all rings and lines pass between the same
 * two neighbours lies within an arc; at any other an arc ends. Vertices are the same when their
 * coordinates are.
 */
#include "config.h"

#include "ka-line-cutter.h"

#include "ka-hash.h"

#include <string.h>

/* A vertex and the neighbours between which it was passed first. */
typedef struct
{
  KaPoint  at;
  KaPoint  neighbours[2];
  gboolean is_end; /* of an arc */
} Vertex;

/* The first step of an arc from one of its ends, and the arc: ~n when it is walked backwards. */
typedef struct
{
  KaPoint points[2];
  int     arc;
} Step;

struct _KaLineCutter
{
  GHashTable *vertices; /* Owned, of Vertex, by place */
  GHashTable *steps;    /* Owned, of Step, by both points */
};

static gboolean
is_same (KaPoint a, KaPoint b)
{
  return !(a.x < b.x || a.x > b.x || a.y < b.y || a.y > b.y);
}

static gboolean
equal_points (gconstpointer a, gconstpointer b)
{
  return is_same (*(const KaPoint *) a, *(const KaPoint *) b);
}

static guint
hash_step (gconstpointer data)
{
  const Step *step = data;

  return ka_hash_point (&step->points[0]) * 37 + ka_hash_point (&step->points[1]);
}

static gboolean
equal_steps (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *other = b;

  return is_same (one->points[0], other->points[0]) && is_same (one->points[1], other->points[1]);
}

KaLineCutter *
ka_line_cutter_new (void)
{
  KaLineCutter *self = g_new0 (KaLineCutter, 1);

  self->vertices = g_hash_table_new_full (ka_hash_point, equal_points, NULL, g_free);
  self->steps = g_hash_table_new_full (hash_step, equal_steps, NULL, g_free);
  return self;
}

void
ka_line_cutter_free (KaLineCutter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->vertices);
  g_hash_table_unref (self->steps);
  g_free (self);
}

static void
note_vertex (KaLineCutter *self, KaPoint before, KaPoint at, KaPoint after, gboolean is_end)
{
  Vertex *vertex = g_hash_table_lookup (self->vertices, &at);

  if (vertex == NULL)
    {
      vertex = g_new (Vertex, 1);
      *vertex = (Vertex){ at, { before, after }, is_end };
      g_hash_table_insert (self->vertices, &vertex->at, vertex);
      return;
    }
  vertex->is_end |= is_end || !((is_same (vertex->neighbours[0], before) &&
                                 is_same (vertex->neighbours[1], after)) ||
                                (is_same (vertex->neighbours[0], after) &&
                                 is_same (vertex->neighbours[1], before)));
}

void
ka_line_cutter_add (KaLineCutter *self, const KaPoint *points, gsize n_points, gboolean is_ring)
{
  g_return_if_fail (n_points >= 2);

  for (gsize i = 0; i + 1 < n_points; i++)
    if (i > 0)
      note_vertex (self, points[i - 1], points[i], points[i + 1], FALSE);
    else
      note_vertex (self, points[is_ring ? n_points - 2 : 0], points[0], points[1], !is_ring);
  if (!is_ring)
    note_vertex (self, points[n_points - 2], points[n_points - 1], points[n_points - 1], TRUE);
}

static gboolean
is_end (const KaLineCutter *self, KaPoint at)
{
  const Vertex *vertex = g_hash_table_lookup (self->vertices, &at);

  return vertex == NULL || vertex->is_end;
}

static void
note_step (KaLineCutter *self, KaPoint from, KaPoint to, int arc)
{
  Step *step = g_new (Step, 1);

  *step = (Step){ { from, to }, arc };
  g_hash_table_add (self->steps, step);
}

static int
append_arc (KaLineCutter *self, KaTopology *topology, const KaPoint *points, gsize n_points)
{
  const int number = (int) topology->n_arcs;
  KaArc    *arc;

  /* Room for twice as many whenever it is used up */
  if ((topology->n_arcs & (topology->n_arcs - 1)) == 0)
    topology->arcs = g_renew (KaArc, topology->arcs, MAX (1, 2 * topology->n_arcs));
  arc = &topology->arcs[topology->n_arcs++];
  memset (arc, 0, sizeof *arc);
  arc->left = KA_NO_AREA;
  arc->right = KA_NO_AREA;
  arc->points = g_memdup2 (points, n_points * sizeof *points);
  arc->n_points = n_points;
  note_step (self, points[n_points - 1], points[n_points - 2], ~number);
  note_step (self, points[0], points[1], number);
  return number;
}

/* Appends an arc to a path, a new one or the one that a neighbour has made. */
static void
take_arc (KaLineCutter  *self,
          KaTopology    *topology,
          const KaPoint *points,
          gsize          n_points,
          GArray        *arcs)
{
  const Step  key = { { points[0], points[1] }, 0 };
  const Step *step = g_hash_table_lookup (self->steps, &key);
  int         number = step != NULL ? step->arc : append_arc (self, topology, points, n_points);

  g_array_append_val (arcs, number);
}

/* Where a ring is cut first: at an end, or else at the vertex that is least for all its users. */
static gsize
find_start (const KaLineCutter *self, const KaPoint *points, gsize n_points)
{
  gsize least = 0;

  for (gsize i = 0; i + 1 < n_points; i++)
    {
      if (is_end (self, points[i]))
        return i;
      if (points[i].x < points[least].x ||
          (points[i].x <= points[least].x && points[i].y < points[least].y))
        least = i;
    }
  return least;
}

void
ka_line_cutter_cut (KaLineCutter  *self,
                    KaTopology    *topology,
                    const KaPoint *points,
                    gsize          n_points,
                    gboolean       is_ring,
                    KaPath        *path)
{
  g_autofree KaPoint *turned = g_new (KaPoint, n_points);
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (int));
  const gsize start = is_ring ? find_start (self, points, n_points) : 0;
  gsize       first = 0;

  g_return_if_fail (n_points >= 2);

  for (gsize i = 0; i < n_points; i++)
    turned[i] = points[is_ring ? (start + i) % (n_points - 1) : i];
  for (gsize i = 1; i < n_points; i++)
    if (i + 1 == n_points || is_end (self, turned[i]))
      {
        take_arc (self, topology, turned + first, i - first + 1, arcs);
        first = i;
      }
  path->n_arcs = arcs->len;
  path->arcs = (int *) (gpointer) g_array_free (g_steal_pointer (&arcs), FALSE);
}
