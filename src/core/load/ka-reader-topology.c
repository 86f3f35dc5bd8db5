/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads TopoJSON 1.0 (M. Bostock and C. Metcalf, "The TopoJSON Format Specification") into a
 * KaTopology: arcs, quantised and delta-coded or in degrees, then layers of lines and polygons made
 * of arc numbers.
 */
#include "config.h"

#include "ka-reader-private.h"
#include "ka-ring-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const arc_kinds[] = { "coast", "inner", "frame", "line", "water", NULL };

/* How integers become degrees. */
typedef struct
{
  gboolean is_delta_coded; /* FALSE: the arcs hold degrees as they are */
  KaPoint  scale;
  KaPoint  translate;
} Transform;

gboolean
ka_reader_read_number (KaReader *reader, const KaNode *node, double *number)
{
  if (!ka_node_is (node, json_type_int) &&
      !ka_reader_expect (reader, node, json_type_double, N_ ("a number")))
    return FALSE;
  *number = json_object_get_double (node->value);
  return TRUE;
}

static gboolean
read_pair (KaReader *reader, const KaNode *node, const char *name, KaPoint *pair)
{
  KaNode member, x, y;

  if (!ka_reader_get_member (reader, node, name, json_type_array, N_ ("a list of two numbers"),
                             &member) ||
      !ka_reader_expect_count (reader, &member, 2, N_ ("two numbers")))
    return FALSE;
  x = ka_node_get_element (&member, 0);
  y = ka_node_get_element (&member, 1);
  return ka_reader_read_number (reader, &x, &pair->x) &&
         ka_reader_read_number (reader, &y, &pair->y);
}

static gboolean
read_transform (KaReader *reader, Transform *transform)
{
  KaNode node;

  *transform = (Transform){ FALSE, { 1, 1 }, { 0, 0 } };
  if (!ka_node_get_member (&reader->geography, "transform", &node))
    return TRUE;
  transform->is_delta_coded = TRUE;
  return ka_reader_expect (reader, &node, json_type_object, N_ ("an object")) &&
         read_pair (reader, &node, "scale", &transform->scale) &&
         read_pair (reader, &node, "translate", &transform->translate);
}

/* Reads the two numbers of a position: integers where they are steps. */
static gboolean
read_position (KaReader *reader, const KaNode *node, gboolean is_delta_coded, KaPoint *numbers)
{
  double *const to[] = { &numbers->x, &numbers->y };

  if (!ka_reader_expect_count (reader, node, 2, N_ ("a position [x, y]")))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (to); i++)
    {
      KaNode number = ka_node_get_element (node, i);
      gint64 steps;

      if (is_delta_coded ? !ka_reader_read_integer (reader, &number, &steps)
                         : !ka_reader_read_number (reader, &number, to[i]))
        return FALSE;
      if (is_delta_coded)
        *to[i] = (double) steps;
    }
  return TRUE;
}

gboolean
ka_reader_check_on_earth (KaReader *reader, const KaNode *position, KaPoint point)
{
  g_autofree char *x_deg = NULL, *y_deg = NULL;

  if (isfinite (point.x) && isfinite (point.y) && fabs (point.x) <= 180 && fabs (point.y) <= 90)
    return TRUE;
  x_deg = ka_dup_number (point.x);
  y_deg = ka_dup_number (point.y);
  ka_reader_add_fault (reader, position,
                       _ ("the point %s, %s is not on the Earth, a longitude from -180 to 180 "
                          "and a latitude from -90 to 90 expected"),
                       x_deg, y_deg);
  return FALSE;
}

/* Reads the points of an arc. Delta-coded, the first counts from the origin and each other one from
 * the one before. */
static gboolean
read_arc_points (KaReader *reader, const KaNode *node, const Transform *transform, KaArc *arc)
{
  KaPoint sum = { 0, 0 };

  for (gsize i = 0; i < arc->n_points; i++)
    {
      KaNode   position = ka_node_get_element (node, i);
      KaPoint *point = &arc->points[i];

      if (!read_position (reader, &position, transform->is_delta_coded, point))
        return FALSE;
      if (transform->is_delta_coded)
        {
          sum = (KaPoint){ sum.x + point->x, sum.y + point->y };
          point->x = sum.x * transform->scale.x + transform->translate.x;
          point->y = sum.y * transform->scale.y + transform->translate.y;
        }
      if (!ka_reader_check_on_earth (reader, &position, *point))
        return FALSE;
    }
  return TRUE;
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

static void
read_arcs (KaReader *reader, const Transform *transform)
{
  KaTopology *topology = &reader->atlas->topology;
  KaNode      list;

  if (!ka_reader_get_member (reader, &reader->geography, "arcs", json_type_array, N_ ("a list"),
                             &list))
    return;
  topology->n_arcs = ka_node_count (&list);
  topology->arcs = g_new0 (KaArc, topology->n_arcs);
  for (gsize i = 0; i < topology->n_arcs; i++)
    {
      KaNode node = ka_node_get_element (&list, i);
      KaArc *arc = &topology->arcs[i];

      arc->left = KA_NO_AREA;
      arc->right = KA_NO_AREA;
      if (!ka_reader_expect (reader, &node, json_type_array, N_ ("a list of positions")))
        continue;
      if (ka_node_count (&node) < 2)
        {
          ka_reader_add_fault (
            reader, &node,
            g_dngettext (GETTEXT_PACKAGE, "an arc of %zu point, at least two expected",
                         "an arc of %zu points, at least two expected", ka_node_count (&node)),
            ka_node_count (&node));
          continue;
        }
      arc->n_points = ka_node_count (&node);
      arc->points = g_new0 (KaPoint, arc->n_points);
      if (read_arc_points (reader, &node, transform, arc))
        ka_arc_measure (arc);
    }
}

static void
read_arc_property (KaReader *reader, const KaNode *node, KaArc *arc)
{
  const char *kind, *evidence;
  KaNode      accuracy;
  guint       i = 0;

  if (!ka_reader_expect (reader, node, json_type_object, N_ ("an object")))
    return;
  kind = ka_reader_get_word (reader, node, "kind");
  while (kind != NULL && arc_kinds[i] != NULL && strcmp (arc_kinds[i], kind) != 0)
    i++;
  if (kind != NULL && arc_kinds[i] == NULL)
    ka_reader_add_fault (
      reader, node, _ ("an arc of kind “%s”, one of coast inner frame line water expected"), kind);
  else
    arc->kind = (KaArcKind) i;
  evidence = ka_reader_get_word (reader, node, "evidence");
  if (evidence != NULL && strcmp (evidence, "file") != 0 && strcmp (evidence, "hand") != 0)
    ka_reader_add_fault (reader, node, _ ("evidence “%s”, file or hand expected"), evidence);
  arc->by_hand = evidence != NULL && strcmp (evidence, "hand") == 0;
  if (!ka_node_get_member (node, "accuracy_km", &accuracy))
    ka_reader_add_fault (reader, node, _ ("no “accuracy_km”, a number of that name expected"));
  else if (ka_reader_read_number (reader, &accuracy, &arc->accuracy_km) &&
           (arc->accuracy_km < 0 || !isfinite (arc->accuracy_km)))
    ka_reader_add_fault (reader, &accuracy, _ ("%s found, 0 km or more expected"),
                         json_object_get_string (accuracy.value));
}

/* Reads what the arcs are. Returns %FALSE where the geography does not say it. */
static gboolean
read_arc_properties (KaReader *reader)
{
  KaTopology *topology = &reader->atlas->topology;
  KaNode      list;

  if (!ka_node_get_member (&reader->geography, "arc_properties", &list))
    return FALSE;
  if (!ka_reader_expect (reader, &list, json_type_array, N_ ("a list")))
    return TRUE;
  if (ka_node_count (&list) != topology->n_arcs)
    {
      ka_reader_add_fault (reader, &list,
                           _ ("%zu in the list, one for each of the %zu arcs expected"),
                           ka_node_count (&list), topology->n_arcs);
      return TRUE;
    }
  for (gsize i = 0; i < topology->n_arcs; i++)
    {
      KaNode node = ka_node_get_element (&list, i);

      read_arc_property (reader, &node, &topology->arcs[i]);
    }
  return TRUE;
}

/* Geometries */

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

/* Reads a list of arc numbers. */
static gboolean
read_path (KaReader *reader, const KaNode *node, gboolean is_ring, gpointer data, KaPath *path)
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
  return ka_reader_check_path (reader, node, path, is_ring);
}

static void
append_path (KaGeometry *geometry, KaPath path)
{
  geometry->paths = g_renew (KaPath, geometry->paths, geometry->n_paths + 1);
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

/* Reads an id; a number counts as its digits. */
static const char *
read_geometry_id (KaReader *reader, const KaNode *node)
{
  KaNode id;

  if (ka_node_get_member (node, "id", &id) && ka_node_is (&id, json_type_int))
    return json_object_get_string (id.value);
  return ka_reader_get_word (reader, node, "id");
}

/* Whether a geometry has the type null, which stands for a record without shape. */
static gboolean
is_null_geometry (const KaNode *node)
{
  KaNode type;

  return ka_node_get_member (node, "type", &type) && ka_node_is (&type, json_type_null);
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
  self->atlas->topology.by_id[layer] = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Reads a layer of the topology, whose arcs are read. Only the areas must be there. */
static void
read_layer (KaReader *reader, const KaNode *objects, KaLayer layer)
{
  static const KaPathReader arcs = { "arcs", read_path, NULL };
  KaNode                    object, list;
  gsize                     n;

  if (layer != KA_LAYER_AREAS && !ka_node_get_member (objects, layer_names[layer], &object))
    return;
  if (!ka_reader_get_member (reader, objects, layer_names[layer], json_type_object,
                             N_ ("an object"), &object) ||
      !ka_reader_get_member (reader, &object, "geometries", json_type_array, N_ ("a list"), &list))
    return;
  n = ka_node_count (&list);
  ka_reader_make_layer (reader, layer, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode      node = ka_node_get_element (&list, i);
      const char *id;

      if (is_null_geometry (&node) ||
          !ka_reader_expect (reader, &node, json_type_object, N_ ("a geometry")))
        continue;
      id = read_geometry_id (reader, &node);
      if (id != NULL)
        ka_reader_add_geometry (reader, &node, id, layer, &arcs);
    }
}

/* Makes the arcs of a layer what its geometries are: @first for the first of them that has the arc,
 * @next for others. */
static void
sort_arcs (KaTopology *topology, KaLayer layer, gboolean *is_known, KaArcKind first, KaArcKind next)
{
  for (gsize i = 0; i < topology->n_in_layer[layer]; i++)
    for (gsize j = 0; j < topology->layers[layer][i].n_paths; j++)
      {
        const KaPath *path = &topology->layers[layer][i].paths[j];

        for (gsize k = 0; k < path->n_arcs; k++)
          {
            int arc = path->arcs[k] < 0 ? ~path->arcs[k] : path->arcs[k];

            if (!is_known[arc] || first != next)
              topology->arcs[arc].kind = is_known[arc] ? next : first;
            is_known[arc] = TRUE;
          }
      }
}

/* Finds what the arcs are from what they bound, where the geography does not say it. */
static void
derive_kinds (KaTopology *topology)
{
  g_autofree gboolean *is_known = g_new0 (gboolean, topology->n_arcs);

  sort_arcs (topology, KA_LAYER_AREAS, is_known, KA_ARC_COAST, KA_ARC_INNER);
  sort_arcs (topology, KA_LAYER_CONTEXT, is_known, KA_ARC_COAST, KA_ARC_INNER);
  sort_arcs (topology, KA_LAYER_LAKES, is_known, KA_ARC_WATER, KA_ARC_WATER);
  sort_arcs (topology, KA_LAYER_RIVERS, is_known, KA_ARC_WATER, KA_ARC_WATER);
  sort_arcs (topology, KA_LAYER_FRONTIERS, is_known, KA_ARC_LINE, KA_ARC_LINE);
}

/* Reads TopoJSON. Returns whether it says what its arcs are. */
static gboolean
read_topojson (KaReader *self)
{
  Transform transform;
  KaNode    objects;
  gboolean  has_kinds;

  if (!read_transform (self, &transform))
    return TRUE;
  read_arcs (self, &transform);
  has_kinds = read_arc_properties (self);
  if (ka_reader_get_member (self, &self->geography, "objects", json_type_object, N_ ("an object"),
                            &objects))
    for (guint layer = 0; layer < KA_N_LAYERS; layer++)
      read_layer (self, &objects, (KaLayer) layer);
  return has_kinds;
}

void
ka_reader_read_topology (KaReader *self)
{
  KaNode   type;
  gboolean has_kinds = FALSE;

  if (!ka_reader_expect (self, &self->geography, json_type_object,
                         N_ ("a topology of TopoJSON or features of GeoJSON")))
    return;
  if (ka_node_get_member (&self->geography, "type", &type) &&
      ka_node_is (&type, json_type_string) &&
      strcmp (json_object_get_string (type.value), "FeatureCollection") == 0)
    ka_reader_read_features (self);
  else
    has_kinds = read_topojson (self);
  if (!has_kinds)
    derive_kinds (&self->atlas->topology);
}
