/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads geometries of GeoJSON (RFC 7946): checks positions, and cuts lines and rings at 180
 * degrees.
 */
#include "config.h"

#include "ka-geo-geometry.h"

#include "ka-ring-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Two neighbours farther apart lie on two sides of 180 degrees, unless it is the whole way round:
 * such is the edge of a map. */
#define MAX_STEP_DEG  270
#define WHOLE_WAY_DEG 360

/* So often a line or a ring may go round the Earth, east or west. */
#define MAX_TURNS 2

/* What programs add to 90 and 180 degrees by rounding: less than a step of the grid. */
#define ROUNDING_DEG 1e-7

/* What is known while a geometry is read. */
typedef struct
{
  KaGeoGeometry *geometry;
  KaDraft       *draft;
  const char    *item;
  gboolean       has_height;  /* told once */
  gboolean       has_cut;     /* told once */
  gboolean       has_crossed; /* told once */
} Reader;

void
ka_geo_geometry_init (KaGeoGeometry *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (KaPoint));
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

void
ka_geo_geometry_clear (KaGeoGeometry *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->rings, g_ptr_array_unref);
}

static gboolean
is_number (const KaNode *node)
{
  return ka_node_is (node, json_type_int) || ka_node_is (node, json_type_double);
}

/* Takes rounding errors off what lies a little beyond the edge of the map. */
static double
trim (double degrees, double edge_deg)
{
  return fabs (degrees) > edge_deg && fabs (degrees) < edge_deg + ROUNDING_DEG
           ? copysign (edge_deg, degrees)
           : degrees;
}

/* Reads a position. Longitudes up to 360 are those of lines across 180 degrees. */
static gboolean
read_position (Reader *self, const KaNode *node, KaPoint *point)
{
  KaNode x, y;

  if (ka_node_count (node) < 2 ||
      (x = ka_node_get_element (node, 0), y = ka_node_get_element (node, 1), !is_number (&x)) ||
      !is_number (&y))
    {
      ka_draft_fault (self->draft, ka_node_get_offset (node),
                      _ ("no position, [longitude, latitude] in degrees expected"));
      return FALSE;
    }
  *point = (KaPoint){ trim (json_object_get_double (x.value), 180),
                      trim (json_object_get_double (y.value), 90) };
  if (!isfinite (point->x) || !isfinite (point->y) || fabs (point->x) > WHOLE_WAY_DEG ||
      fabs (point->y) > 90)
    {
      ka_draft_fault (self->draft, ka_node_get_offset (node),
                      _ ("the point %1$s, %2$s is not on the Earth, a longitude from -180 to 180 "
                         "and a latitude from -90 to 90 expected"),
                      json_object_get_string (x.value), json_object_get_string (y.value));
      return FALSE;
    }
  if (ka_node_count (node) > 2 && !self->has_height)
    {
      self->has_height = TRUE;
      ka_draft_loss (self->draft, ka_node_get_offset (node), self->item,
                     _ ("heights are not carried"));
    }
  return TRUE;
}

/* Reads a list of @minimum positions or more, without leaps at 180 degrees: their longitudes may
 * leave -180 to 180. */
static GArray *
read_positions (Reader *self, const KaNode *node, gsize minimum)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (KaPoint));
  const gsize n = ka_node_count (node);
  double      turned_deg = 0, last_deg = 0;

  if (n < minimum)
    {
      ka_draft_fault (self->draft, ka_node_get_offset (node),
                      g_dngettext (GETTEXT_PACKAGE, "%1$zu position, at least %2$zu expected",
                                   "%1$zu positions, at least %2$zu expected", n),
                      n, minimum);
      return NULL;
    }
  for (gsize i = 0; i < n; i++)
    {
      KaNode  position = ka_node_get_element (node, i);
      KaPoint point;
      double  step_deg;

      if (!read_position (self, &position, &point))
        return NULL;
      step_deg = i > 0 ? point.x - last_deg : 0;
      last_deg = point.x;
      if (fabs (step_deg) > MAX_STEP_DEG && fabs (step_deg) < WHOLE_WAY_DEG)
        turned_deg += step_deg > 0 ? -WHOLE_WAY_DEG : WHOLE_WAY_DEG;
      point.x += turned_deg;
      if (fabs (point.x) > MAX_TURNS * WHOLE_WAY_DEG + 180)
        {
          ka_draft_fault (self->draft, ka_node_get_offset (&position),
                          _ ("it goes round the Earth more than twice, parts of it expected"));
          return NULL;
        }
      g_array_append_val (points, point);
    }
  return g_steal_pointer (&points);
}

/* Where the way from one point to another meets a meridian. */
static KaPoint
cross (KaPoint a, KaPoint b, double x_deg)
{
  return (KaPoint){ x_deg, a.y + (b.y - a.y) * (x_deg - a.x) / (b.x - a.x) };
}

/* Keeps the part of a ring on one side of a meridian: of it, its east (+1) or its west (-1). What
 * the meridian cuts off is closed along it (Sutherland and Hodgman, CACM 17, 1974). */
static GArray *
clip_ring (const GArray *ring, double x_deg, int side)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (KaPoint));

  for (guint i = 1; i < ring->len; i++)
    {
      KaPoint        a = g_array_index (ring, KaPoint, i - 1), b = g_array_index (ring, KaPoint, i);
      const gboolean is_a_in = side * (a.x - x_deg) >= 0, is_b_in = side * (b.x - x_deg) >= 0;

      if (is_a_in != is_b_in)
        {
          KaPoint edge = cross (a, b, x_deg);

          g_array_append_val (kept, edge);
        }
      if (is_b_in)
        g_array_append_val (kept, b);
    }
  if (kept->len > 0)
    {
      KaPoint first = g_array_index (kept, KaPoint, 0);

      g_array_append_val (kept, first);
    }
  return kept;
}

static void
shift (GArray *points, double by_deg)
{
  for (guint i = 0; i < points->len; i++)
    {
      KaPoint *point = &g_array_index (points, KaPoint, i);

      point->x = CLAMP (point->x + by_deg, -180, 180);
    }
}

static gboolean
leaves_map (const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    if (fabs (g_array_index (points, KaPoint, i).x) > 180)
      return TRUE;
  return FALSE;
}

static void
tell_cut (Reader *self, const KaNode *node)
{
  if (self->has_cut)
    return;
  self->has_cut = TRUE;
  ka_draft_loss (self->draft, ka_node_get_offset (node), self->item,
                 _ ("it crosses 180 degrees and is cut there"));
}

/* Adds a ring, cut where it crosses 180 degrees. */
static void
add_ring (Reader *self, const KaNode *node, GArray *ring)
{
  if (!leaves_map (ring))
    {
      g_ptr_array_add (self->geometry->rings, g_array_ref (ring));
      return;
    }
  tell_cut (self, node);
  for (int turn = -MAX_TURNS; turn <= MAX_TURNS; turn++)
    {
      g_autoptr (GArray) eastern = clip_ring (ring, turn * WHOLE_WAY_DEG - 180.0, 1);
      g_autoptr (GArray) part = clip_ring (eastern, turn * WHOLE_WAY_DEG + 180.0, -1);

      shift (part, -turn * (double) WHOLE_WAY_DEG);
      if (part->len >= 4)
        g_ptr_array_add (self->geometry->rings, g_steal_pointer (&part));
    }
}

static void
tell_crossing (Reader *self, const KaNode *node, const GArray *ring)
{
  g_autofree char *x_deg = NULL, *y_deg = NULL;
  KaPoint          where;
  char             buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->has_crossed ||
      !ka_ring_crosses_itself ((const KaPoint *) (gpointer) ring->data, ring->len, &where))
    return;
  self->has_crossed = TRUE;
  x_deg = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", where.x));
  y_deg = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", where.y));
  ka_draft_loss (
    self->draft, ka_node_get_offset (node), self->item,
    _ ("its outline crosses itself at %1$s, %2$s: what lies in two of its loops counts "
       "as outside"),
    x_deg, y_deg);
}

static void
read_ring (Reader *self, const KaNode *node)
{
  g_autoptr (GArray) ring = read_positions (self, node, 4);
  KaPoint first, last;

  if (ring == NULL)
    return;
  first = g_array_index (ring, KaPoint, 0);
  last = g_array_index (ring, KaPoint, ring->len - 1);
  if (fabs (first.y - last.y) > 0 || (fabs (first.x - last.x) > 0 && fabs (first.x - last.x) < 1))
    ka_draft_fault (self->draft, ka_node_get_offset (node),
                    _ ("the ring does not close, its start as its end expected"));
  else if (fabs (first.x - last.x) > 0)
    ka_draft_fault (self->draft, ka_node_get_offset (node),
                    _ ("the ring goes round a pole, one that is cut at 180 degrees and runs along "
                       "the pole expected"));
  else
    {
      tell_crossing (self, node, ring);
      add_ring (self, node, ring);
    }
}

/* Adds the part of a line that lies in one turn of the Earth, piece by piece. */
static void
add_line_parts (Reader *self, const GArray *line, int turn)
{
  const double west = turn * WHOLE_WAY_DEG - 180.0, east = west + WHOLE_WAY_DEG;
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (KaPoint));

  for (guint i = 0; i < line->len; i++)
    {
      KaPoint        at = g_array_index (line, KaPoint, i);
      const gboolean is_in = at.x >= west && at.x <= east;
      const KaPoint *before = i > 0 ? &g_array_index (line, KaPoint, i - 1) : NULL;
      const gboolean was_in = before != NULL && before->x >= west && before->x <= east;

      if (before != NULL && is_in != was_in)
        {
          const KaPoint outside = is_in ? *before : at;
          KaPoint       edge = cross (*before, at, outside.x < west ? west : east);

          g_array_append_val (part, edge);
        }
      if (is_in)
        g_array_append_val (part, at);
      if (part->len > 0 && (!is_in || i + 1 == line->len))
        {
          shift (part, -turn * (double) WHOLE_WAY_DEG);
          if (part->len > 1)
            g_ptr_array_add (self->geometry->lines, g_array_copy (part));
          g_array_set_size (part, 0);
        }
    }
}

static void
read_line (Reader *self, const KaNode *node)
{
  g_autoptr (GArray) line = read_positions (self, node, 2);

  if (line == NULL)
    return;
  if (!leaves_map (line))
    {
      g_ptr_array_add (self->geometry->lines, g_steal_pointer (&line));
      return;
    }
  tell_cut (self, node);
  for (int turn = -MAX_TURNS; turn <= MAX_TURNS; turn++)
    add_line_parts (self, line, turn);
}

static void
read_point (Reader *self, const KaNode *node)
{
  KaPoint point;

  if (!read_position (self, node, &point))
    return;
  if (fabs (point.x) > 180)
    point.x += point.x > 0 ? -WHOLE_WAY_DEG : WHOLE_WAY_DEG;
  g_array_append_val (self->geometry->points, point);
}

static const struct
{
  const char *type;
  guint       depth; /* lists of what @read reads in one another */
  void (*read) (Reader *self, const KaNode *node);
} types[] = {
  { "Point", 0, read_point },     { "MultiPoint", 1, read_point },
  { "LineString", 0, read_line }, { "MultiLineString", 1, read_line },
  { "Polygon", 1, read_ring },    { "MultiPolygon", 2, read_ring },
};

static void
read_nested (Reader *self, const KaNode *node, guint type, guint depth)
{
  if (depth == 0)
    {
      types[type].read (self, node);
      return;
    }
  if (!ka_node_is (node, json_type_array))
    {
      ka_draft_fault (self->draft, ka_node_get_offset (node),
                      _ ("no list, coordinates of a %s expected"), types[type].type);
      return;
    }
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);

      read_nested (self, &element, type, depth - 1);
    }
}

static void read_geometry (Reader *self, const KaNode *node);

static void
read_collection (Reader *self, const KaNode *node)
{
  KaNode list;

  if (!ka_node_get_member (node, "geometries", &list) || !ka_node_is (&list, json_type_array))
    {
      ka_draft_fault (
        self->draft, ka_node_get_offset (node),
        _ ("a GeometryCollection without “geometries”, a list of that name expected"));
      return;
    }
  for (gsize i = 0; i < ka_node_count (&list); i++)
    {
      KaNode element = ka_node_get_element (&list, i);

      read_geometry (self, &element);
    }
}

static void
read_geometry (Reader *self, const KaNode *node)
{
  KaNode      member;
  const char *type = NULL;

  if (ka_node_is (node, json_type_object) && ka_node_get_member (node, "type", &member) &&
      ka_node_is (&member, json_type_string))
    type = json_object_get_string (member.value);
  if (g_strcmp0 (type, "GeometryCollection") == 0)
    {
      read_collection (self, node);
      return;
    }
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, type) == 0)
      {
        if (ka_node_get_member (node, "coordinates", &member))
          read_nested (self, &member, i, types[i].depth);
        else
          ka_draft_fault (self->draft, ka_node_get_offset (node),
                          _ ("no “coordinates”, a list of that name expected"));
        return;
      }
  ka_draft_fault (self->draft, ka_node_get_offset (node),
                  _ ("a geometry of type “%s”, Point, LineString, Polygon, one of these with Multi "
                     "before it, or GeometryCollection expected"),
                  type != NULL ? type : "");
}

void
ka_geo_geometry_read (KaGeoGeometry *self, KaDraft *draft, const KaNode *node, const char *item)
{
  Reader reader = { .geometry = self, .draft = draft, .item = item };

  if (!ka_node_is (node, json_type_null))
    read_geometry (&reader, node);
}
