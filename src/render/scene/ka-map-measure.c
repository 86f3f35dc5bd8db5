/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures distances to the lines of a scene, their visibility and the direction of rivers.
 */

#include "config.h"

#include "ka-map-geometry.h"

#include <math.h>

/* The greatest distance between the end of a river and the water it runs into */
#define MOUTH_KM 4.0
/* The simplification by which an arc counts as seen: its error is 0.4 km */
#define SEEN_LEVEL 3

double
ka_map_measure_to_segment (KaPoint at, KaPoint a, KaPoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double squared = dx * dx + dy * dy;
  double along = 0;

  if (squared > 0)
    along = CLAMP (((at.x - a.x) * dx + (at.y - a.y) * dy) / squared, 0.0, 1.0);

  dx = at.x - a.x - along * dx;
  dy = at.y - a.y - along * dy;

  /* Kilometres on Earth need no care for what is too great or too small, unlike hypot(). */
  return sqrt (dx * dx + dy * dy);
}

/* Kilometres from @km to an arc, at most @max_km */
static double
measure_to_arc (const KaMapArc *arc, KaPoint km, double max_km)
{
  const KaPoint *points = arc->levels[0].points;
  double         best = max_km;

  if (!ka_box_has (ka_box_grow (arc->box, max_km), km))
    return max_km;

  for (gsize i = 0; i + 1 < arc->levels[0].n_points; i++)
    if (MIN (points[i].x, points[i + 1].x) - best <= km.x &&
        MAX (points[i].x, points[i + 1].x) + best >= km.x)
      best = MIN (best, ka_map_measure_to_segment (km, points[i], points[i + 1]));

  return best;
}

double
ka_map_scene_measure_to (const KaMapScene *self,
                         const KaGeometry *geometry,
                         KaPoint           km,
                         double            max_km)
{
  double best = max_km;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      best = measure_to_arc (&self->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])], km, best);

  return best;
}

gboolean
ka_map_arc_is_seen (const KaMapArc *arc, KaBox view_km)
{
  const KaMapLine *line = &arc->levels[SEEN_LEVEL];

  if (!ka_box_meets (arc->box, view_km))
    return FALSE;

  for (gsize i = 0; i + 1 < line->n_points; i++)
    if (ka_box_meets (ka_box_around (&line->points[i], 2), view_km))
      return TRUE;

  return FALSE;
}

gboolean
ka_map_scene_is_seen (const KaMapScene *self, const KaGeometry *geometry, KaBox view_km)
{
  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      if (ka_map_arc_is_seen (&self->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])], view_km))
        return TRUE;

  return FALSE;
}

/* Whether the sea, a lake or another river begins at the end of a river */
static gboolean
is_mouth (const KaMapScene *self, gsize river, KaPoint end)
{
  static const KaLayer waters[] = { KA_LAYER_LAKES, KA_LAYER_RIVERS };

  for (gsize i = 0; i < self->n_arcs; i++)
    if (self->arcs[i].source->kind == KA_ARC_COAST &&
        measure_to_arc (&self->arcs[i], end, MOUTH_KM) < MOUTH_KM)
      return TRUE;
  for (gsize layer = 0; layer < G_N_ELEMENTS (waters); layer++)
    for (gsize i = 0; i < self->topology->n_in_layer[waters[layer]]; i++)
      if ((waters[layer] != KA_LAYER_RIVERS || i != river) &&
          ka_map_scene_measure_to (self, self->shapes[waters[layer]][i].geometry, end, MOUTH_KM) <
            MOUTH_KM)
        return TRUE;

  return FALSE;
}

static KaPoint
get_end (const KaMapScene *self, int signed_arc, gboolean last)
{
  const KaMapLine *line = &self->arcs[ka_map_arc_number (signed_arc)].levels[0];

  return line->points[(signed_arc < 0) == last ? 0 : line->n_points - 1];
}

int
ka_map_scene_find_flow (const KaMapScene *self, gsize river, const KaPath *path)
{
  gboolean first = is_mouth (self, river, get_end (self, path->arcs[0], FALSE));
  gboolean last = is_mouth (self, river, get_end (self, path->arcs[path->n_arcs - 1], TRUE));

  return (last ? 1 : 0) - (first ? 1 : 0);
}

gboolean
ka_map_scene_surrounds (const KaMapScene *self, const GPtrArray *rings, KaPoint km)
{
  gboolean is_inside = FALSE;

  for (guint i = 0; i < rings->len; i++)
    {
      const GArray *arcs = ((const KaMapChain *) rings->pdata[i])->arcs;

      for (guint j = 0; j < arcs->len; j++)
        {
          const KaMapArc *arc = &self->arcs[ka_map_arc_number (g_array_index (arcs, int, j))];
          KaLine          line = { arc->levels[0].points,
                                   arc->levels[0].n_points,
                                   { arc->box.x0, arc->box.y0 },
                                   { arc->box.x1, arc->box.y1 } };

          if (ka_line_is_crossed_oddly (line, km))
            is_inside = !is_inside;
        }
    }

  return is_inside;
}
