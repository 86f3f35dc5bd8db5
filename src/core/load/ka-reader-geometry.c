/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the objects of a TopoJSON document: lines and rings made of arc numbers, in layers.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const layer_names[KA_N_LAYERS] = { "areas", "context", "lakes", "rivers",
                                                      "frontiers" };

static const gboolean layer_has_polygons[KA_N_LAYERS] = { TRUE, TRUE, TRUE, FALSE, FALSE };

static KaPoint
get_path_end (const KaTopology *topology, int number, gboolean want_last)
{
  const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];
  gboolean     is_last = number < 0 ? !want_last : want_last;

  return arc->points[is_last ? arc->n_points - 1 : 0];
}

/* Arcs are stored as integers, so ends that meet are the same to the last bit. */
static gboolean
is_same_place (KaPoint a, KaPoint b)
{
  return !(a.x < b.x || a.x > b.x || a.y < b.y || a.y > b.y);
}

static gboolean
check_path (KaReader *reader, const KaNode *node, const KaPath *path, gboolean is_ring)
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
      ka_reader_add_fault (reader, node, _ ("ring has %zu points, at least 4 expected"), n_points);
      return FALSE;
    }
  return TRUE;
}

/* Reads a list of arc numbers. */
static gboolean
read_path (KaReader *reader, const KaNode *node, gboolean is_ring, KaPath *path)
{
  const KaTopology *topology = &reader->atlas->topology;

  if (!ka_reader_expect (reader, node, json_type_array, N_ ("a list of arc numbers")))
    return FALSE;
  if (ka_node_count (node) == 0)
    {
      ka_reader_add_fault (reader, node, _ ("no arc, at least one expected"));
      return FALSE;
    }
  path->arcs = g_new0 (int, ka_node_count (node));
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);
      gint64 number, arc;

      if (!ka_reader_read_integer (reader, &element, &number))
        return FALSE;
      arc = number < 0 ? ~number : number;
      if (arc >= (gint64) topology->n_arcs)
        {
          ka_reader_add_fault (
            reader, &element, _ ("arc %lld does not exist, %lld to %lld expected"),
            (long long) number, -(long long) topology->n_arcs, (long long) topology->n_arcs - 1);
          return FALSE;
        }
      if (topology->arcs[arc].n_points == 0)
        return FALSE;
      path->arcs[i] = (int) number;
      path->n_arcs = i + 1;
    }
  return check_path (reader, node, path, is_ring);
}

static void
append_path (KaGeometry *geometry, KaPath path)
{
  geometry->paths = g_renew (KaPath, geometry->paths, geometry->n_paths + 1);
  geometry->paths[geometry->n_paths++] = path;
}

/* Reads lists of arc numbers, nested as deep as the type of geometry has them. */
static gboolean
read_paths (KaReader *reader, const KaNode *node, guint depth, KaGeometry *geometry)
{
  KaPath path = { 0 };

  if (depth == 0)
    {
      if (!read_path (reader, node, geometry->is_polygon, &path))
        {
          g_free (path.arcs);
          return FALSE;
        }
      append_path (geometry, path);
      return TRUE;
    }
  if (!ka_reader_expect (reader, node, json_type_array, N_ ("a list of arc numbers")))
    return FALSE;
  if (ka_node_count (node) == 0)
    {
      ka_reader_add_fault (reader, node, _ ("nothing in the list, at least one path expected"));
      return FALSE;
    }
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (!read_paths (reader, &element, depth - 1, geometry))
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
read_geometry (KaReader *reader, const KaNode *node, KaLayer layer, KaGeometry *geometry)
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
  const char *id, *type;
  KaNode      arcs;
  guint       i = 0;

  if (!ka_reader_expect (reader, node, json_type_object, N_ ("a geometry")))
    return FALSE;
  id = ka_reader_get_word (reader, node, "id");
  type = ka_reader_get_word (reader, node, "type");
  if (id == NULL || type == NULL ||
      !ka_reader_get_member (reader, node, "arcs", json_type_array, N_ ("a list"), &arcs))
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
  if (!read_paths (reader, &arcs, types[i].depth, geometry))
    return FALSE;
  compute_bounds (&reader->atlas->topology, geometry);
  if (geometry->is_polygon)
    wind_rings (&reader->atlas->topology, geometry, &arcs, types[i].depth);
  return TRUE;
}

void
ka_reader_read_layer (KaReader *reader, const KaNode *objects, KaLayer layer)
{
  KaTopology *topology = &reader->atlas->topology;
  KaNode      object, list;
  gsize       n;

  if (!ka_reader_get_member (reader, objects, layer_names[layer], json_type_object,
                             N_ ("an object"), &object) ||
      !ka_reader_get_member (reader, &object, "geometries", json_type_array, N_ ("a list"), &list))
    return;
  n = ka_node_count (&list);
  topology->layers[layer] = g_new0 (KaGeometry, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode     node = ka_node_get_element (&list, i);
      KaGeometry geometry = { 0 };

      if (read_geometry (reader, &node, layer, &geometry))
        topology->layers[layer][topology->n_in_layer[layer]++] = geometry;
      else
        ka_geometry_clear (&geometry);
    }
}
