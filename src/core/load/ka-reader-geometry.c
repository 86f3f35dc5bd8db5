/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What TopoJSON and GeoJSON have in common: positions on the Earth, geometries as nested lists of
 * paths, rings that close and do not cross themselves, layers.
 */
#include "config.h"

#include "ka-hash.h"
#include "ka-reader-private.h"
#include "ka-ring-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

gboolean
ka_reader_read_number (KaReader *reader, const KaNode *node, double *number)
{
  if (!ka_node_is (node, json_type_int) &&
      !ka_reader_expect (reader, node, json_type_double, N_ ("a number")))
    return FALSE;
  *number = json_object_get_double (node->value);
  return TRUE;
}

gboolean
ka_point_is_on_earth (KaPoint point)
{
  return fabs (point.x) <= 180 && fabs (point.y) <= 90;
}

gboolean
ka_reader_check_on_earth (KaReader *reader, const KaNode *position, KaPoint point)
{
  g_autofree char *x_deg = NULL, *y_deg = NULL;

  if (ka_point_is_on_earth (point))
    return TRUE;
  x_deg = ka_dup_number (point.x);
  y_deg = ka_dup_number (point.y);
  ka_reader_add_fault (reader, position,
                       _ ("the point %s, %s is not on the Earth, a longitude from -180 to 180 "
                          "and a latitude from -90 to 90 expected"),
                       x_deg, y_deg);
  return FALSE;
}

void
ka_arc_measure (KaArc *arc)
{
  arc->south_west_deg = arc->north_east_deg = arc->points[0];
  for (gsize i = 1; i < arc->n_points; i++)
    {
      arc->south_west_deg.x = MIN (arc->south_west_deg.x, arc->points[i].x);
      arc->south_west_deg.y = MIN (arc->south_west_deg.y, arc->points[i].y);
      arc->north_east_deg.x = MAX (arc->north_east_deg.x, arc->points[i].x);
      arc->north_east_deg.y = MAX (arc->north_east_deg.y, arc->points[i].y);
    }
}

static const char *const layer_names[KA_N_LAYERS] = { "areas", "context", "lakes", "rivers",
                                                      "frontiers" };

static const gboolean layer_has_polygons[KA_N_LAYERS] = { TRUE, TRUE, TRUE, FALSE, FALSE };

const char *
ka_layer_get_name (KaLayer layer)
{
  return layer_names[layer];
}

gboolean
ka_layer_has_polygons (KaLayer layer)
{
  return layer_has_polygons[layer];
}

static KaPoint
get_path_end (const KaTopology *topology, int number, gboolean want_last)
{
  const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];
  gboolean     is_last = number < 0 ? !want_last : want_last;

  return arc->points[is_last ? arc->n_points - 1 : 0];
}

/* Ends that meet are written alike, so they are the same to the last bit. */
static gboolean
is_same_place (KaPoint a, KaPoint b)
{
  return !(a.x < b.x || a.x > b.x || a.y < b.y || a.y > b.y);
}

static gboolean
check_crossings (KaReader *reader, const KaNode *node, const KaPath *ring, gsize n_points)
{
  g_autofree KaPoint *points = g_new (KaPoint, n_points);
  g_autofree char    *x_deg = NULL, *y_deg = NULL;
  KaPoint             where;

  ka_topology_get_points (&reader->atlas->topology, ring, points);
  if (!ka_ring_crosses_itself (points, n_points, &where))
    return TRUE;
  x_deg = ka_dup_number (where.x);
  y_deg = ka_dup_number (where.y);
  ka_reader_add_fault (reader, node,
                       _ ("the ring crosses itself at %s, %s, a ring without crossings expected"),
                       x_deg, y_deg);
  return FALSE;
}

gboolean
ka_reader_check_path (KaReader *reader, const KaNode *node, const KaPath *path, gboolean is_ring)
{
  const KaTopology *topology = &reader->atlas->topology;
  gsize             n_points = ka_topology_count_points (topology, path);

  for (gsize i = 1; i < path->n_arcs; i++)
    if (!is_same_place (get_path_end (topology, path->arcs[i - 1], TRUE),
                        get_path_end (topology, path->arcs[i], FALSE)))
      {
        KaNode element = ka_node_get_element (node, i);

        ka_reader_add_fault (
          reader, &element,
          _ ("arc %d does not begin where the one before it ends, a chain expected"),
          path->arcs[i]);
        return FALSE;
      }
  if (!is_ring)
    return TRUE;
  if (!is_same_place (get_path_end (topology, path->arcs[0], FALSE),
                      get_path_end (topology, path->arcs[path->n_arcs - 1], TRUE)))
    {
      ka_reader_add_fault (reader, node,
                           _ ("the ring does not close, its start as its end expected"));
      return FALSE;
    }
  if (n_points < 4)
    {
      ka_reader_add_fault (reader, node,
                           g_dngettext (GETTEXT_PACKAGE, "ring has %zu point, at least 4 expected",
                                        "ring has %zu points, at least 4 expected", n_points),
                           n_points);
      return FALSE;
    }
  return check_crossings (reader, node, path, n_points);
}

static void
append_path (KaGeometry *geometry, KaPath path)
{
  if ((geometry->n_paths & (geometry->n_paths - 1)) == 0)
    geometry->paths = g_renew (KaPath, geometry->paths, MAX (1, 2 * geometry->n_paths));
  geometry->paths[geometry->n_paths++] = path;
}

/* Reads lists of paths, nested as deep as the type of geometry has them. */
static gboolean
read_paths (KaReader           *reader,
            const KaNode       *node,
            const KaPathReader *paths,
            guint               depth,
            KaGeometry         *geometry)
{
  KaPath path = { 0 };

  if (depth == 0)
    {
      if (!paths->read (reader, node, geometry->is_polygon, paths->data, &path))
        {
          g_free (path.arcs);
          return FALSE;
        }
      append_path (geometry, path);
      return TRUE;
    }
  if (!ka_reader_expect (reader, node, json_type_array, N_ ("a list of paths")))
    return FALSE;
  if (ka_node_count (node) == 0)
    {
      ka_reader_add_fault (reader, node, _ ("nothing in the list, at least one path expected"));
      return FALSE;
    }
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (!read_paths (reader, &element, paths, depth - 1, geometry))
        return FALSE;
    }
  return TRUE;
}

static void
compute_bounds (const KaTopology *topology, KaGeometry *geometry)
{
  geometry->south_west_deg = (KaPoint){ 180, 90 };
  geometry->north_east_deg = (KaPoint){ -180, -90 };
  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        int          number = geometry->paths[i].arcs[j];
        const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];

        geometry->south_west_deg.x = MIN (geometry->south_west_deg.x, arc->south_west_deg.x);
        geometry->south_west_deg.y = MIN (geometry->south_west_deg.y, arc->south_west_deg.y);
        geometry->north_east_deg.x = MAX (geometry->north_east_deg.x, arc->north_east_deg.x);
        geometry->north_east_deg.y = MAX (geometry->north_east_deg.y, arc->north_east_deg.y);
      }
}

/* Twice the signed area of a ring: positive when it runs counter-clockwise. */
static double
compute_winding (const KaTopology *topology, const KaPath *ring)
{
  gsize               n_points = ka_topology_count_points (topology, ring);
  g_autofree KaPoint *points = g_new (KaPoint, n_points);
  double              sum = 0;

  ka_topology_get_points (topology, ring, points);
  for (gsize i = 1; i < n_points; i++)
    sum += (points[i - 1].x - points[0].x) * (points[i].y - points[0].y) -
           (points[i].x - points[0].x) * (points[i - 1].y - points[0].y);
  return sum;
}

static void
reverse_path (KaPath *path)
{
  for (gsize i = 0, j = path->n_arcs - 1; i < j; i++, j--)
    {
      int swapped = path->arcs[i];

      path->arcs[i] = path->arcs[j];
      path->arcs[j] = swapped;
    }
  for (gsize i = 0; i < path->n_arcs; i++)
    path->arcs[i] = ~path->arcs[i];
}

/* Turns exteriors counter-clockwise and holes clockwise; TopoJSON leaves it open. @arcs are lists
 * of rings as the document has them: @depth 1 is one polygon, 2 a list of polygons. */
static void
wind_rings (const KaTopology *topology, KaGeometry *geometry, const KaNode *arcs, guint depth)
{
  gsize ring = 0;
  gsize n_polygons = depth == 1 ? 1 : ka_node_count (arcs);

  for (gsize i = 0; i < n_polygons; i++)
    {
      KaNode polygon = depth == 1 ? *arcs : ka_node_get_element (arcs, i);

      for (gsize j = 0; j < ka_node_count (&polygon); j++, ring++)
        if ((compute_winding (topology, &geometry->paths[ring]) > 0) != (j == 0))
          reverse_path (&geometry->paths[ring]);
    }
}

static gboolean
read_geometry (KaReader           *reader,
               const KaNode       *node,
               const char         *id,
               KaLayer             layer,
               const KaPathReader *paths,
               KaGeometry         *geometry)
{
  static const struct
  {
    const char *name;
    gboolean    is_polygon;
    guint       depth;
  } types[] = {
    { "LineString", FALSE, 0 },
    { "MultiLineString", FALSE, 1 },
    { "Polygon", TRUE, 1 },
    { "MultiPolygon", TRUE, 2 },
  };
  const char *type = ka_reader_get_word (reader, node, "type");
  KaNode      list;
  guint       i = 0;

  if (type == NULL ||
      !ka_reader_get_member (reader, node, paths->member, json_type_array, N_ ("a list"), &list))
    return FALSE;
  while (i < G_N_ELEMENTS (types) && strcmp (types[i].name, type) != 0)
    i++;
  if (i == G_N_ELEMENTS (types) || types[i].is_polygon != layer_has_polygons[layer])
    {
      ka_reader_add_fault (reader, node,
                           layer_has_polygons[layer]
                             ? _ ("a %s among the %s, Polygon or MultiPolygon expected")
                             : _ ("a %s among the %s, LineString or MultiLineString expected"),
                           type, layer_names[layer]);
      return FALSE;
    }
  if (ka_topology_lookup (&reader->atlas->topology, layer, id) != NULL)
    {
      ka_reader_add_fault (reader, node, _ ("the id “%s” is taken, a new one expected"), id);
      return FALSE;
    }
  if (layer == KA_LAYER_AREAS &&
      !reader->is_damaged[ka_section_of_kind (KA_ITEM_AREA) - ka_sections] &&
      ka_atlas_lookup (reader->atlas, KA_ITEM_AREA, id) == NULL)
    ka_reader_add_fault (reader, node,
                         _ ("there is no area “%s”, an id of the section “areas” expected"), id);
  geometry->id = g_strdup (id);
  geometry->is_polygon = types[i].is_polygon;
  if (!read_paths (reader, &list, paths, types[i].depth, geometry))
    return FALSE;
  compute_bounds (&reader->atlas->topology, geometry);
  if (geometry->is_polygon)
    wind_rings (&reader->atlas->topology, geometry, &list, types[i].depth);
  return TRUE;
}

void
ka_reader_add_geometry (KaReader           *self,
                        const KaNode       *node,
                        const char         *id,
                        KaLayer             layer,
                        const KaPathReader *paths)
{
  KaTopology *topology = &self->atlas->topology;
  KaGeometry  geometry = { 0 };
  KaGeometry *kept;

  if (!read_geometry (self, node, id, layer, paths, &geometry))
    {
      ka_geometry_clear (&geometry);
      return;
    }
  kept = &topology->layers[layer][topology->n_in_layer[layer]++];
  *kept = geometry;
  g_hash_table_insert (topology->by_id[layer], kept->id, kept);
}

void
ka_reader_make_layer (KaReader *self, KaLayer layer, gsize n_geometries)
{
  self->atlas->topology.layers[layer] = g_new0 (KaGeometry, n_geometries);
  self->atlas->topology.by_id[layer] = g_hash_table_new (ka_hash_string, g_str_equal);
}
