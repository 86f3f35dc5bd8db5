/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of a map: points of a path of shared arcs, and the test whether a polygon contains a
 * point.
 */
#include "config.h"

#include "ka-topology.h"

#include "ka-atlas-private.h"

#include <string.h>

const KaGeometry *
ka_topology_lookup (const KaTopology *self, KaLayer layer, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) layer < KA_N_LAYERS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return self->by_id[layer] != NULL ? g_hash_table_lookup (self->by_id[layer], id) : NULL;
}

gsize
ka_topology_count_points (const KaTopology *self, const KaPath *path)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (path != NULL, 0);

  for (gsize i = 0; i < path->n_arcs; i++)
    {
      int number = path->arcs[i] < 0 ? ~path->arcs[i] : path->arcs[i];

      n += self->arcs[number].n_points - (i > 0 ? 1 : 0);
    }
  return n;
}

gsize
ka_topology_get_points (const KaTopology *self, const KaPath *path, KaPoint *points)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (path != NULL, 0);
  g_return_val_if_fail (points != NULL, 0);

  for (gsize i = 0; i < path->n_arcs; i++)
    {
      gboolean     is_backwards = path->arcs[i] < 0;
      const KaArc *arc = &self->arcs[is_backwards ? ~path->arcs[i] : path->arcs[i]];

      for (gsize j = i > 0 ? 1 : 0; j < arc->n_points; j++)
        points[n++] = arc->points[is_backwards ? arc->n_points - 1 - j : j];
    }
  return n;
}

gboolean
ka_line_is_crossed_oddly (KaLine self, KaPoint at)
{
  gboolean is_odd = FALSE;

  if (at.y < self.low.y || at.y > self.high.y || at.x > self.high.x)
    return FALSE;
  if (at.x < self.low.x)
    return (self.points[0].y > at.y) != (self.points[self.n_points - 1].y > at.y);

  for (gsize i = 1; i < self.n_points; i++)
    {
      KaPoint a = self.points[i - 1], b = self.points[i];

      if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
        is_odd = !is_odd;
    }
  return is_odd;
}

gboolean
ka_topology_contains (const KaTopology *self, const KaGeometry *geometry, KaPoint point_deg)
{
  gboolean is_inside = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (geometry != NULL, FALSE);

  if (!geometry->is_polygon || point_deg.x < geometry->south_west_deg.x ||
      point_deg.x > geometry->north_east_deg.x || point_deg.y < geometry->south_west_deg.y ||
      point_deg.y > geometry->north_east_deg.y)
    return FALSE;
  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        int          number = geometry->paths[i].arcs[j];
        const KaArc *arc = &self->arcs[number < 0 ? ~number : number];
        KaLine line = { arc->points, arc->n_points, arc->south_west_deg, arc->north_east_deg };

        if (ka_line_is_crossed_oddly (line, point_deg))
          is_inside = !is_inside;
      }
  return is_inside;
}

void
ka_geometry_clear (KaGeometry *self)
{
  for (gsize i = 0; i < self->n_paths; i++)
    g_free (self->paths[i].arcs);
  g_free (self->paths);
  g_free (self->id);
  *self = (KaGeometry){ 0 };
}

void
ka_topology_clear (KaTopology *self)
{
  for (gsize i = 0; i < self->n_arcs; i++)
    g_free (self->arcs[i].points);
  g_free (self->arcs);
  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    {
      for (gsize i = 0; i < self->n_in_layer[layer]; i++)
        ka_geometry_clear (&self->layers[layer][i]);
      g_free (self->layers[layer]);
      g_clear_pointer (&self->by_id[layer], g_hash_table_unref);
    }
  *self = (KaTopology){ 0 };
}
