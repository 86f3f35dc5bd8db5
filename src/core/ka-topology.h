/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KaPoint:
 * @x: longitude in degrees east, or a coordinate to the right
 * @y: latitude in degrees north, or a coordinate downwards
 */
typedef struct
{
  double x;
  double y;
} KaPoint;

/**
 * KaArcKind:
 * @KA_ARC_COAST: land on one side, water on the other
 * @KA_ARC_INNER: between two areas, or an area and land outside the atlas
 * @KA_ARC_FRAME: the edge of the data; never drawn
 * @KA_ARC_LINE: a line that bounds no area
 * @KA_ARC_WATER: a river, or the shore of a lake
 */
typedef enum
{
  KA_ARC_COAST,
  KA_ARC_INNER,
  KA_ARC_FRAME,
  KA_ARC_LINE,
  KA_ARC_WATER,
} KaArcKind;

/** KA_NO_AREA: on that side of an arc there is no area. */
#define KA_NO_AREA (-1)

/**
 * KaArc:
 * @points: (array length=n_points): degrees, in the order in which they were written
 * @left: number of the area on the left hand as one walks along it, or %KA_NO_AREA
 * @right: number of the area on the right hand, or %KA_NO_AREA
 * @accuracy_km: how far the line may be off
 * @by_hand: drawn from control points, not from the data set
 *
 * A piece of line that is stored once and shared by everything that runs along it.
 */
typedef struct
{
  KaPoint  *points;
  gsize     n_points;
  KaArcKind kind;
  int       left;
  int       right;
  double    accuracy_km;
  gboolean  by_hand;
} KaArc;

/**
 * KaPath:
 * @arcs: (array length=n_arcs): arc numbers; a negative one, ~n, is arc n walked backwards
 *
 * A ring of a polygon (closed; counter-clockwise outside, clockwise round a hole) or a line.
 */
typedef struct
{
  int  *arcs;
  gsize n_arcs;
} KaPath;

/**
 * KaGeometry:
 * @id: as its object has it
 * @is_polygon: rings (the exterior of a polygon, then its holes, then the next polygon) or lines
 * @paths: (array length=n_paths)
 */
typedef struct
{
  char    *id;
  gboolean is_polygon;
  KaPath  *paths;
  gsize    n_paths;
} KaGeometry;

/** KaLayer: the objects of a topology. */
typedef enum
{
  KA_LAYER_AREAS,
  KA_LAYER_CONTEXT,
  KA_LAYER_LAKES,
  KA_LAYER_RIVERS,
  KA_LAYER_FRONTIERS,
  KA_N_LAYERS,
} KaLayer;

/** KaTopology: the lines of a map, each stored once, and what is made of them. Part of an atlas. */
typedef struct
{
  KaArc      *arcs;
  gsize       n_arcs;
  KaGeometry *layers[KA_N_LAYERS];
  gsize       n_in_layer[KA_N_LAYERS];
} KaTopology;

const KaGeometry *ka_topology_lookup (const KaTopology *self, KaLayer layer, const char *id);
gsize             ka_topology_count_points (const KaTopology *self, const KaPath *path);
gsize             ka_topology_get_points (const KaTopology *self, const KaPath *path, KaPoint *points);
gboolean          ka_topology_contains (const KaTopology *self, const KaGeometry *geometry, KaPoint point_deg);

G_END_DECLS
