/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads TopoJSON 1.0 (M. Bostock and C. Metcalf, "The TopoJSON Format Specification") into a
 * KaTopology: arcs, quantised and delta-coded or in degrees, then layers of lines and polygons made
 * of arc numbers.
 */
#include "config.h"

#include "ka-reader-private.h"

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

/* Makes degrees of what stands in an arc. @sum: (inout): of the steps so far. Delta-coded, the
 * first point counts from the origin and each other one from the one before. */
static KaPoint
place_point (const Transform *transform, KaPoint numbers, KaPoint *sum)
{
  if (!transform->is_delta_coded)
    return numbers;
  *sum = (KaPoint){ sum->x + numbers.x, sum->y + numbers.y };
  return (KaPoint){ sum->x * transform->scale.x + transform->translate.x,
                    sum->y * transform->scale.y + transform->translate.y };
}

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
      *point = place_point (transform, *point, &sum);
      if (!ka_reader_check_on_earth (reader, &position, *point))
        return FALSE;
    }
  return TRUE;
}

/* Reads an arc from the tree of it, and tells each fault. */
static void
read_thawed_arc (KaReader *reader, const KaNode *node, const Transform *transform, KaArc *arc)
{
  if (!ka_reader_expect (reader, node, json_type_array, N_ ("a list of positions")))
    return;
  if (ka_node_count (node) < 2)
    {
      ka_reader_add_fault (
        reader, node,
        g_dngettext (GETTEXT_PACKAGE, "an arc of %zu point, at least two expected",
                     "an arc of %zu points, at least two expected", ka_node_count (node)),
        ka_node_count (node));
      return;
    }
  arc->n_points = ka_node_count (node);
  arc->points = g_new0 (KaPoint, arc->n_points);
  if (read_arc_points (reader, node, transform, arc))
    ka_arc_measure (arc);
}

/* Makes an arc of what stands in it. Returns %FALSE where that is no arc. */
static gboolean
take_positions (const Transform *transform, const GArray *positions, KaArc *arc)
{
  KaPoint *points = (KaPoint *) (gpointer) positions->data;
  KaPoint  sum = { 0, 0 };

  for (guint i = 0; i < positions->len; i++)
    {
      points[i] = place_point (transform, points[i], &sum);
      if (!ka_point_is_on_earth (points[i]))
        return FALSE;
    }
  if (positions->len < 2)
    return FALSE;
  arc->n_points = positions->len;
  arc->points = g_memdup2 (points, arc->n_points * sizeof *points);
  ka_arc_measure (arc);
  return TRUE;
}

/* Reads an arc, without a tree where it is plain. @positions: (element-type KaPoint): room for it.
 * Returns: how many points it has; with more than @n_left it is not read */
static gsize
read_arc (KaReader        *reader,
          const KaNode    *list,
          gsize            index,
          const Transform *transform,
          GArray          *positions,
          gsize            n_left,
          KaArc           *arc)
{
  g_autoptr (KaJsonObject) value = NULL;
  KaNode node = ka_node_get_element (list, index);
  gsize  n_points;

  if (ka_node_thaw_positions (list, index, transform->is_delta_coded, positions) &&
      (positions->len > n_left || take_positions (transform, positions, arc)))
    return positions->len;
  node.value = value = ka_node_thaw (list, index, NULL);
  n_points = MAX (ka_node_count (&node), 1);
  if (n_points <= n_left)
    read_thawed_arc (reader, &node, transform, arc);
  return n_points;
}

/* Reports arcs that are too many and takes back those that were read. */
static void
refuse_arcs (KaReader *reader, const KaNode *list, gsize n_points)
{
  KaTopology *topology = &reader->atlas->topology;

  for (gsize i = 0; i < topology->n_arcs; i++)
    g_free (topology->arcs[i].points);
  g_clear_pointer (&topology->arcs, g_free);
  topology->n_arcs = 0;
  ka_reader_add_fault (reader, list,
                       g_dngettext (GETTEXT_PACKAGE, "%zu point in all arcs, at most %zu expected",
                                    "%zu points in all arcs, at most %zu expected", n_points),
                       n_points, reader->limits->n_points);
}

static void
read_arcs (KaReader *reader, const Transform *transform)
{
  KaTopology *topology = &reader->atlas->topology;
  const gsize max_points = reader->limits->n_points;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (KaPoint));
  gsize  n_points = 0;
  KaNode list;

  if (!ka_reader_get_member (reader, &reader->geography, "arcs", json_type_array, N_ ("a list"),
                             &list))
    return;
  if (ka_node_count (&list) > max_points)
    {
      refuse_arcs (reader, &list, ka_node_count (&list));
      return;
    }
  topology->n_arcs = ka_node_count (&list);
  topology->arcs = g_new0 (KaArc, topology->n_arcs);
  for (gsize i = 0; i < topology->n_arcs; i++)
    {
      KaArc *arc = &topology->arcs[i];

      arc->left = KA_NO_AREA;
      arc->right = KA_NO_AREA;
      n_points += read_arc (reader, &list, i, transform, positions,
                            max_points - MIN (n_points, max_points), arc);
    }
  if (n_points > max_points)
    refuse_arcs (reader, &list, n_points);
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
      ka_reader_add_fault (reader, &list, _ ("%1$zu in the list, one for each arc expected: %2$zu"),
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

/* Reads a layer of the topology, whose arcs are read. Only the areas must be there. */
static void
read_layer (KaReader *reader, const KaNode *objects, KaLayer layer)
{
  static const KaPathReader arcs = { "arcs", read_path, NULL };
  KaNode                    object, list;
  gsize                     n;

  if (layer != KA_LAYER_AREAS && !ka_node_get_member (objects, ka_layer_get_name (layer), &object))
    return;
  if (!ka_reader_get_member (reader, objects, ka_layer_get_name (layer), json_type_object,
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
