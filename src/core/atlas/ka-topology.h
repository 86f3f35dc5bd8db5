/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** KaPoint: a point on the Earth or in a plane. */
typedef struct
{
  double x; /* longitude in degrees east, or a coordinate to the right */
  double y; /* latitude in degrees north, or a coordinate downwards */
} KaPoint;

/** KaArcKind: what a piece of line is. */
typedef enum
{
  KA_ARC_COAST, /* land on one side, water on the other */
  KA_ARC_INNER, /* between two areas, or an area and land outside the atlas */
  KA_ARC_FRAME, /* the edge of the data; never drawn */
  KA_ARC_LINE,  /* a line that bounds no area */
  KA_ARC_WATER, /* a river, or the shore of a lake */
} KaArcKind;

/** KA_NO_AREA: on that side of an arc there is no area. */
#define KA_NO_AREA (-1)

/** KaArc: a piece of line that is stored once and shared by everything that runs along it. */
typedef struct
{
  KaPoint  *points; /* (array length=n_points): degrees, in the order of writing */
  gsize     n_points;
  KaArcKind kind;
  int       left;           /* number of the area on the left along it, or %KA_NO_AREA */
  int       right;          /* of the one on the right, or %KA_NO_AREA */
  double    accuracy_km;    /* how far the line may be off */
  gboolean  by_hand;        /* drawn from control points, not from the data set */
  KaPoint   south_west_deg; /* the least longitude and latitude of its points */
  KaPoint   north_east_deg; /* the greatest longitude and latitude of its points */
} KaArc;

/** KaPath: a ring of a polygon (closed; counter-clockwise outside, clockwise round a hole) or a
 * line. */
typedef struct
{
  int  *arcs; /* (array length=n_arcs): arc numbers; ~n is arc n walked backwards */
  gsize n_arcs;
} KaPath;

/** KaGeometry: a shape made of arcs. */
typedef struct
{
  char    *id;         /* as its object has it */
  gboolean is_polygon; /* rings (an exterior, its holes, the next exterior …) or lines */
  KaPath  *paths;      /* (array length=n_paths) */
  gsize    n_paths;
  KaPoint  south_west_deg; /* the least longitude and latitude of its points */
  KaPoint  north_east_deg; /* the greatest longitude and latitude of its points */
} KaGeometry;

/** KaLayer: the objects of a topology. */
typedef enum
{
  KA_LAYER_AREAS,     /* polygons of the areas, in the order of the areas */
  KA_LAYER_CONTEXT,   /* polygons of land outside the atlas */
  KA_LAYER_LAKES,     /* polygons of lakes; they lie over the areas */
  KA_LAYER_RIVERS,    /* lines of rivers */
  KA_LAYER_FRONTIERS, /* lines of frontiers */
  KA_N_LAYERS,        /* the number of layers */
} KaLayer;

/**
 * KaTopology:
 * @arcs: (array length=n_arcs): every line, each stored once
 * @layers: the objects made of them, by layer. Object i of %KA_LAYER_AREAS is that of the area with
 * index i, so the left and right of an arc are numbers of both
 * @n_in_layer: the number of objects in each layer
 * @by_id: (element-type utf8 KaGeometry): the objects of each layer by id; %NULL for an empty layer
 *
 * The lines of a map and what is made of them. Part of an atlas and immutable like it.
 */
typedef struct
{
  KaArc      *arcs;
  gsize       n_arcs;
  KaGeometry *layers[KA_N_LAYERS];
  gsize       n_in_layer[KA_N_LAYERS];
  GHashTable *by_id[KA_N_LAYERS];
} KaTopology;

/**
 * ka_topology_lookup:
 * @self: a topology
 * @layer: where to look
 * @id: the id of an object
 *
 * Finds an object.
 *
 * Returns: (transfer none) (nullable): the object, or %NULL when the layer has none of that id
 */
const KaGeometry *ka_topology_lookup (const KaTopology *self, KaLayer layer, const char *id);

/**
 * ka_topology_count_points:
 * @self: a topology
 * @path: a ring or line of it
 *
 * Counts the points of a path, those where two arcs meet once. The last point of a ring is its
 * first one again. O(arcs of the path).
 *
 * Returns: how many points ka_topology_get_points() writes; 0 for a path without arcs
 */
gsize ka_topology_count_points (const KaTopology *self, const KaPath *path);

/**
 * ka_topology_get_points:
 * @self: a topology
 * @path: a ring or line of it
 * @points: (out caller-allocates) (array): room for ka_topology_count_points() points
 *
 * Writes the points of a path in degrees, in the order in which one walks along it. The last point
 * of a ring is its first one again. O(points).
 *
 * Returns: how many points were written
 */
gsize ka_topology_get_points (const KaTopology *self, const KaPath *path, KaPoint *points);

/** KaLine: a line with its bounds. By value; the points are borrowed. */
typedef struct
{
  const KaPoint *points;   /* (array length=n_points): points in any plane */
  gsize          n_points; /* how many, 2 or more */
  KaPoint        low;      /* their least x and y */
  KaPoint        high;     /* their greatest x and y */
} KaLine;

/**
 * ka_line_is_crossed_oddly:
 * @self: a line
 * @at: a point of its plane
 *
 * Counts how often the ray from a point in the direction of x crosses a line. A point lies inside
 * rings when the number is odd for an odd number of their lines. O(1) outside the bounds, else
 * O(points).
 *
 * Returns: whether the number is odd
 */
gboolean ka_line_is_crossed_oddly (KaLine self, KaPoint at);

/**
 * ka_topology_contains:
 * @self: a topology
 * @geometry: polygons of it
 * @point_deg: a point
 *
 * Tells whether a point lies in a geometry, holes excluded, by the even-odd rule: a ray to the east
 * crosses the rings an odd number of times (M. Shimrat, "Algorithm 112: Position of point relative
 * to polygon", CACM 5, 1962; E. Haines, "Point in Polygon Strategies", Graphics Gems IV, 1994).
 * Each edge is computed as its arc is stored, so a point on the line between two neighbours lies in
 * exactly one of them. O(points of the geometry), O(1) outside its bounds.
 *
 * Returns: whether it does; %FALSE for lines
 */
gboolean
ka_topology_contains (const KaTopology *self, const KaGeometry *geometry, KaPoint point_deg);

G_END_DECLS
