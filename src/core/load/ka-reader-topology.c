/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the arcs of a TopoJSON 1.0 document (M. Bostock and C. Metcalf, "The TopoJSON Format
 * Specification") into a KaTopology: quantised, delta-coded lines and what they bound.
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
  KaPoint scale;
  KaPoint translate;
} Transform;

static gboolean
read_number (KaReader *reader, const KaNode *node, double *number)
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
  return read_number (reader, &x, &pair->x) && read_number (reader, &y, &pair->y);
}

static gboolean
read_transform (KaReader *reader, Transform *transform)
{
  KaNode node;

  return ka_reader_get_member (reader, &reader->geography, "transform", json_type_object,
                               N_ ("an object"), &node) &&
         read_pair (reader, &node, "scale", &transform->scale) &&
         read_pair (reader, &node, "translate", &transform->translate);
}

/* Reads the points of an arc: the first from the origin, each other one from the one before. */
static gboolean
read_arc_points (KaReader *reader, const KaNode *node, const Transform *transform, KaArc *arc)
{
  double x = 0, y = 0;

  for (gsize i = 0; i < arc->n_points; i++)
    {
      KaNode   position = ka_node_get_element (node, i);
      gint64   steps[2];
      KaPoint *point = &arc->points[i];

      if (!ka_reader_expect_count (reader, &position, 2, N_ ("a position [x, y]")))
        return FALSE;
      for (gsize j = 0; j < 2; j++)
        {
          KaNode number = ka_node_get_element (&position, j);

          if (!ka_reader_read_integer (reader, &number, &steps[j]))
            return FALSE;
        }
      x += (double) steps[0];
      y += (double) steps[1];
      point->x = x * transform->scale.x + transform->translate.x;
      point->y = y * transform->scale.y + transform->translate.y;
      if (!isfinite (point->x) || !isfinite (point->y) || fabs (point->x) > 180 ||
          fabs (point->y) > 90)
        {
          g_autofree char *x_deg = ka_dup_number (point->x);
          g_autofree char *y_deg = ka_dup_number (point->y);

          ka_reader_add_fault (
            reader, &position,
            _ ("the point %s, %s is not on the Earth, a longitude from -180 to 180 "
               "and a latitude from -90 to 90 expected"),
            x_deg, y_deg);
          return FALSE;
        }
    }
  return TRUE;
}

static void
measure_arc (KaArc *arc)
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
          ka_reader_add_fault (reader, &node, _ ("an arc of %zu points, at least two expected"),
                               ka_node_count (&node));
          continue;
        }
      arc->n_points = ka_node_count (&node);
      arc->points = g_new0 (KaPoint, arc->n_points);
      if (read_arc_points (reader, &node, transform, arc))
        measure_arc (arc);
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
  else if (read_number (reader, &accuracy, &arc->accuracy_km) &&
           (arc->accuracy_km < 0 || !isfinite (arc->accuracy_km)))
    ka_reader_add_fault (reader, &accuracy, _ ("%s found, 0 km or more expected"),
                         json_object_get_string (accuracy.value));
}

static void
read_arc_properties (KaReader *reader)
{
  KaTopology *topology = &reader->atlas->topology;
  KaNode      list;

  if (!ka_reader_get_member (reader, &reader->geography, "arc_properties", json_type_array,
                             N_ ("a list"), &list))
    return;
  if (ka_node_count (&list) != topology->n_arcs)
    {
      ka_reader_add_fault (reader, &list,
                           _ ("%zu in the list, one for each of the %zu arcs expected"),
                           ka_node_count (&list), topology->n_arcs);
      return;
    }
  for (gsize i = 0; i < topology->n_arcs; i++)
    {
      KaNode node = ka_node_get_element (&list, i);

      read_arc_property (reader, &node, &topology->arcs[i]);
    }
}

void
ka_reader_read_topology (KaReader *self)
{
  Transform transform;
  KaNode    objects;

  if (!ka_reader_expect (self, &self->geography, json_type_object, N_ ("a TopoJSON topology")) ||
      !read_transform (self, &transform))
    return;
  read_arcs (self, &transform);
  read_arc_properties (self);
  if (!ka_reader_get_member (self, &self->geography, "objects", json_type_object, N_ ("an object"),
                             &objects))
    return;
  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    ka_reader_read_layer (self, &objects, (KaLayer) layer);
}
