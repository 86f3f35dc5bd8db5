/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a geography from GeoJSON (RFC 7946): a collection of features with an id each. The property
 * "layer" says what a feature is; without it polygons are areas and lines are frontiers. Neighbours
 * whose borders have the same vertices share their arcs as in TopoJSON.
 */
#include "config.h"

#include "ka-line-cutter.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads the coordinates of a line or ring in degrees; a height is passed over, and so is a vertex
 * that stands twice in a row. Returns %NULL where one is faulty, after a report. */
static KaPoint *
read_points (KaReader *self, const KaNode *node, gsize *n_points)
{
  const gsize         n = ka_node_count (node);
  g_autofree KaPoint *points = g_new (KaPoint, n);

  *n_points = 0;
  if (!ka_reader_expect (self, node, json_type_array, N_ ("a list of positions")))
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      KaNode   position = ka_node_get_element (node, i);
      KaPoint *point = &points[*n_points];
      KaNode   x, y;

      if (!ka_reader_expect (self, &position, json_type_array, N_ ("a position [x, y]")))
        return NULL;
      if (ka_node_count (&position) != 3 &&
          !ka_reader_expect_count (self, &position, 2, N_ ("a position [x, y]")))
        return NULL;
      x = ka_node_get_element (&position, 0);
      y = ka_node_get_element (&position, 1);
      if (!ka_reader_read_number (self, &x, &point->x) ||
          !ka_reader_read_number (self, &y, &point->y) ||
          !ka_reader_check_on_earth (self, &position, *point))
        return NULL;
      *point = (KaPoint){ point->x + 0.0, point->y + 0.0 }; /* zero has one sign */
      if (*n_points == 0 || memcmp (point, point - 1, sizeof *point) != 0)
        *n_points += 1;
    }
  if (*n_points >= 2)
    return g_steal_pointer (&points);
  ka_reader_add_fault (self, node,
                       g_dngettext (GETTEXT_PACKAGE, "%zu different point, at least two expected",
                                    "%zu different points, at least two expected", *n_points),
                       *n_points);
  return NULL;
}

/* The vertices of a line or ring. */
typedef struct
{
  KaPoint *points;
  gsize    n_points;
} Line;

static void
line_free (gpointer data)
{
  g_free (((Line *) data)->points);
  g_free (data);
}

/* What is known of the features while they are read. */
typedef struct
{
  KaLineCutter *cutter; /* Owned */
  GHashTable   *lines;  /* Owned, JSON value to Line: those without a fault */
} Features;

static gboolean
is_closed (KaReader *self, const KaNode *node, const KaPoint *points, gsize n_points)
{
  if (memcmp (&points[0], &points[n_points - 1], sizeof *points) == 0)
    return TRUE;
  ka_reader_add_fault (self, node, _ ("the ring does not close, its start as its end expected"));
  return FALSE;
}

/* Reads all lines of nested lists of coordinates and tells the cutter of them. */
static void
add_lines (KaReader       *self,
           const KaNode   *node,
           const Features *features,
           guint           depth,
           gboolean        is_ring)
{
  g_autofree KaPoint *points = NULL;
  gsize               n_points;
  Line               *line;

  for (gsize i = 0; depth > 0 && i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);

      add_lines (self, &element, features, depth - 1, is_ring);
    }
  if (depth > 0)
    return;
  points = read_points (self, node, &n_points);
  if (points == NULL || (is_ring && !is_closed (self, node, points, n_points)))
    return;
  ka_line_cutter_add (features->cutter, points, n_points, is_ring);
  line = g_new (Line, 1);
  *line = (Line){ g_steal_pointer (&points), n_points };
  g_hash_table_insert (features->lines, node->value, line);
}

/* Makes a path of a line that was read; one with a fault was reported then. */
static gboolean
read_path (KaReader *self, const KaNode *node, gboolean is_ring, gpointer data, KaPath *path)
{
  const Features *features = data;
  const Line     *line = g_hash_table_lookup (features->lines, node->value);
  KaTopology     *topology = &self->atlas->topology;
  const gsize     n_arcs = topology->n_arcs;

  if (line == NULL)
    return FALSE;
  ka_line_cutter_cut (features->cutter, topology, line->points, line->n_points, is_ring, path);
  for (gsize i = n_arcs; i < topology->n_arcs; i++)
    ka_arc_measure (&topology->arcs[i]);
  return ka_reader_check_path (self, node, path, is_ring);
}

/* Gets the geometry of a feature; %FALSE for one without, which is passed over. */
static gboolean
get_geometry (KaReader *self, const KaNode *feature, KaNode *geometry)
{
  if (!ka_node_is (feature, json_type_object) ||
      !ka_node_get_member (feature, "geometry", geometry) || ka_node_is (geometry, json_type_null))
    return FALSE;
  return ka_reader_expect (self, geometry, json_type_object, N_ ("a geometry"));
}

static void
add_feature (KaReader *self, const KaNode *feature, const Features *features)
{
  static const struct
  {
    const char *type;
    guint       depth;
    gboolean    is_polygon;
  } types[] = {
    { "LineString", 0, FALSE },
    { "MultiLineString", 1, FALSE },
    { "Polygon", 1, TRUE },
    { "MultiPolygon", 2, TRUE },
  };
  KaNode geometry, type, list;

  if (!get_geometry (self, feature, &geometry) || !ka_node_get_member (&geometry, "type", &type) ||
      !ka_node_is (&type, json_type_string) ||
      !ka_node_get_member (&geometry, "coordinates", &list))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, json_object_get_string (type.value)) == 0)
      add_lines (self, &list, features, types[i].depth, types[i].is_polygon);
}

/* Finds the layer of a feature: the one that it names, or that of its type. */
static gboolean
read_layer (KaReader *self, const KaNode *feature, const KaNode *geometry, KaLayer *layer)
{
  KaNode      properties, member;
  const char *name, *type;

  *layer = KA_LAYER_AREAS;
  if (!ka_node_get_member (feature, "properties", &properties) ||
      !ka_node_get_member (&properties, "layer", &member))
    {
      type = ka_reader_get_word (self, geometry, "type");
      if (type != NULL && g_str_has_suffix (type, "LineString"))
        *layer = KA_LAYER_FRONTIERS;
      return type != NULL;
    }
  name = ka_reader_read_word (self, &member, N_ ("the name of a layer"));
  for (guint i = 0; name != NULL && i < KA_N_LAYERS; i++)
    if (strcmp (name, ka_layer_get_name ((KaLayer) i)) == 0)
      {
        *layer = (KaLayer) i;
        return TRUE;
      }
  if (name != NULL)
    ka_reader_add_fault (self, &member,
                         _ ("a layer “%s”, one of areas context lakes rivers frontiers expected"),
                         name);
  return FALSE;
}

static void
read_feature (KaReader *self, const KaNode *feature, const KaPathReader *paths)
{
  KaNode      geometry, id;
  const char *name;
  KaLayer     layer;

  if (!ka_reader_expect (self, feature, json_type_object, N_ ("a feature")) ||
      !get_geometry (self, feature, &geometry) || !read_layer (self, feature, &geometry, &layer))
    return;
  if (ka_node_get_member (feature, "id", &id) && ka_node_is (&id, json_type_int))
    name = json_object_get_string (id.value);
  else
    name = ka_reader_get_word (self, feature, "id");
  if (name != NULL)
    ka_reader_add_geometry (self, &geometry, name, layer, paths);
}

void
ka_reader_read_features (KaReader *self)
{
  Features     features = { ka_line_cutter_new (),
                            g_hash_table_new_full (NULL, NULL, NULL, line_free) };
  KaPathReader paths = { "coordinates", read_path, &features };
  KaNode       list;

  if (ka_reader_get_member (self, &self->geography, "features", json_type_array,
                            N_ ("a list of features"), &list))
    {
      for (guint layer = 0; layer < KA_N_LAYERS; layer++)
        ka_reader_make_layer (self, (KaLayer) layer, ka_node_count (&list));
      for (gsize i = 0; i < ka_node_count (&list); i++)
        {
          KaNode feature = ka_node_get_element (&list, i);

          add_feature (self, &feature, &features);
        }
      for (gsize i = 0; i < ka_node_count (&list); i++)
        {
          KaNode feature = ka_node_get_element (&list, i);

          read_feature (self, &feature, &paths);
        }
    }
  ka_line_cutter_free (features.cutter);
  g_hash_table_unref (features.lines);
}
