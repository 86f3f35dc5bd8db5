/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds steps of an annex: by reference, and as the piece of the frontier that a step describes.
 */
#include "config.h"

#include "ka-query.h"

#include <math.h>
#include <string.h>

/* A corner of a line. */
typedef struct
{
  KaPoint at;    /* degrees */
  double  along; /* length from the start of the line, in degrees of latitude */
  int     piece; /* the piece that ends here or goes through, from 1 */
  gsize   path;
} Corner;

/* The stretch between two lengths along a line. */
typedef struct
{
  double from;
  double to;
} Stretch;

static double
measure (KaPoint a, KaPoint b)
{
  return hypot ((b.x - a.x) * cos ((a.y + b.y) / 2 * G_PI / 180), b.y - a.y);
}

static void
append_arc (GArray *line, const KaArc *arc, gboolean is_backwards, int piece, gsize path)
{
  for (gsize i = 0; i < arc->n_points; i++)
    {
      const Corner *last = line->len > 0 ? &g_array_index (line, Corner, line->len - 1) : NULL;
      Corner        corner = { .at = arc->points[is_backwards ? arc->n_points - 1 - i : i],
                               .piece = piece,
                               .path = path };

      if (last != NULL)
        corner.along = last->along + (last->path == path ? measure (last->at, corner.at) : 0);
      g_array_append_val (line, corner);
    }
}

static GArray *
unroll (const KaTopology *topology, const KaGeometry *geometry)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (Corner));
  int     piece = 0;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        int number = geometry->paths[i].arcs[j];

        append_arc (line, &topology->arcs[number < 0 ? ~number : number], number < 0, ++piece, i);
      }

  return line;
}

/* The stretch of the pieces that a step lies on. */
static Stretch
find_pieces (const GArray *line, const KaLinePoint *point)
{
  Stretch pieces = { -1, 0 };

  for (guint i = 0; i < line->len; i++)
    {
      const Corner *corner = &g_array_index (line, Corner, i);

      if (corner->piece < point->first_piece || corner->piece > point->last_piece)
        continue;
      if (pieces.from < 0)
        pieces.from = corner->along;
      pieces.to = corner->along;
    }

  return pieces;
}

/* The length along the line at the point of the step's pieces that is nearest to its place. */
static double
locate (const GArray *line, const KaLinePoint *point)
{
  double best = G_MAXDOUBLE;
  double found = 0;

  for (guint i = 0; i + 1 < line->len; i++)
    {
      const Corner *a = &g_array_index (line, Corner, i);
      const Corner *b = a + 1;
      double        shrink = cos (point->at.y * G_PI / 180);
      double        dx = (b->at.x - a->at.x) * shrink;
      double        dy = b->at.y - a->at.y;
      double        squared = dx * dx + dy * dy;
      double        part = 0;
      double        distance;

      if (a->path != b->path || b->piece < point->first_piece || b->piece > point->last_piece)
        continue;
      if (squared > 0)
        part = ((point->at.x - a->at.x) * shrink * dx + (point->at.y - a->at.y) * dy) / squared;
      part = CLAMP (part, 0.0, 1.0);
      distance = hypot ((point->at.x - a->at.x) * shrink - part * dx,
                        point->at.y - a->at.y - part * dy);
      if (distance < best)
        {
          best = distance;
          found = a->along + part * (b->along - a->along);
        }
    }

  return found;
}

static Stretch
find_stretch (const GArray *line, const KaArticle *annex, gsize number)
{
  const KaLinePoint *points = annex->points;
  Stretch            found = find_pieces (line, &points[number]);

  for (gsize i = number; i > 0; i--)
    if (points[i - 1].has_at)
      {
        found.from = CLAMP (locate (line, &points[i - 1]), found.from, found.to);
        break;
      }
  for (gsize i = number; i < annex->n_points; i++)
    if (points[i].has_at)
      {
        found.to = CLAMP (locate (line, &points[i]), found.from, found.to);
        break;
      }

  return found;
}

static KaPoint
interpolate (const Corner *a, const Corner *b, double along)
{
  double part = b->along > a->along ? (along - a->along) / (b->along - a->along) : 0;

  return (KaPoint){ a->at.x + part * (b->at.x - a->at.x), a->at.y + part * (b->at.y - a->at.y) };
}

/* The corners and ends of a stretch, a line for each path that it lies on. */
static GPtrArray *
cut_out (const GArray *line, Stretch stretch)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray    *cut = NULL;
  gsize      path = 0;

  for (guint i = 0; i + 1 < line->len; i++)
    {
      const Corner *a = &g_array_index (line, Corner, i);
      const Corner *b = a + 1;
      double        from = MAX (stretch.from, a->along);
      double        to = MIN (stretch.to, b->along);
      KaPoint       end;

      if (a->path != b->path || from > to || (from == to && stretch.from < stretch.to))
        continue;
      if (cut == NULL || a->path != path)
        {
          KaPoint start = interpolate (a, b, from);

          cut = g_array_new (FALSE, FALSE, sizeof (KaPoint));
          g_array_append_val (cut, start);
          g_ptr_array_add (lines, cut);
          path = a->path;
        }
      if (stretch.from == stretch.to)
        break;
      end = interpolate (a, b, to);
      g_array_append_val (cut, end);
    }

  return lines;
}

GPtrArray *
ka_query_trace_step (KaAtlas *atlas, const KaArticle *annex, guint step)
{
  const KaFrontier *frontier;
  g_autoptr (GArray) line = NULL;

  g_return_val_if_fail (step > 0 && step <= annex->n_points, NULL);

  frontier = annex->frontiers.n_items > 0 ? annex->frontiers.items[0] : NULL;
  if (frontier == NULL || frontier->geometry == NULL || annex->points[step - 1].first_piece == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  line = unroll (ka_atlas_get_topology (atlas), frontier->geometry);

  return cut_out (line, find_stretch (line, annex, step - 1));
}

guint
ka_query_count_steps (const KaItem *item)
{
  return item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX
           ? (guint) ((const KaArticle *) item)->n_points
           : 0;
}

const KaItem *
ka_query_lookup_step (KaAtlas *atlas, const char *reference, guint *step)
{
  const char      *mark = strchr (reference, '#');
  g_autofree char *whole = mark == NULL ? NULL : g_strndup (reference, (gsize) (mark - reference));
  const KaItem    *item = ka_atlas_lookup_reference (atlas, mark == NULL ? reference : whole);
  guint64          number = 0;

  *step = 0;
  if (item == NULL || mark == NULL)
    return item;
  if (!g_ascii_string_to_unsigned (mark + 1, 10, 1, G_MAXUINT, &number, NULL) ||
      number > ka_query_count_steps (item))
    return NULL;
  *step = (guint) number;

  return item;
}
