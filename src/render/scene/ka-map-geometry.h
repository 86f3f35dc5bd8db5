/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

/** KA_MAP_N_LEVELS: how many simplifications of each arc there are; level 0 is the arc itself. */
#define KA_MAP_N_LEVELS 10

/** KA_MAP_SOFT_LEVEL: the coarsest level that shows a land as it is known. */
#define KA_MAP_SOFT_LEVEL 5u

/** KaMapLine: points in kilometres. */
typedef struct
{
  KaPoint *points;
  gsize    n_points;
} KaMapLine;

/**
 * KaMapArc:
 * @levels: from the whole arc to the coarsest; the end points are those of the arc in all
 * @box: around it, in kilometres
 * @start: node number of its first point; arcs that meet share nodes
 * @end: node number of its last point
 * @source: kind, accuracy and sides
 */
typedef struct
{
  KaMapLine    levels[KA_MAP_N_LEVELS];
  KaBox        box;
  int          start;
  int          end;
  const KaArc *source;
} KaMapArc;

/** KaMapShape: a geometry and the box around it in kilometres. */
typedef struct
{
  const KaGeometry *geometry;
  KaBox             box;
} KaMapShape;

/** KaMapScene: see ka-map-scene.h. Painters read it, ka-map-scene.c alone writes it. */
struct _KaMapScene
{
  gatomicrefcount ref_count;

  /* Owned */
  KaAtlas       *atlas;
  KaMapArc      *arcs;
  gsize          n_arcs;
  gsize          n_nodes;
  KaMapShape    *shapes[KA_N_LAYERS];
  GHashTable    *waters; /* geometry -> place */
  const KaArea **areas;  /* (array length=n_areas): by the number of the geometry; %NULL for none */
  gsize          n_areas;
  KaPoint       *places_km; /* by index of the place */
  double        *rooms_km;  /* by index: how far the next town of more importance is */
  gint8 **flows; /* by river and path: 1 runs to its last point, -1 to its first, 0 unknown */

  /* Borrowed */
  const KaTopology *topology;

  KaProjection projection;

  /* Cached */
  gsize          shading; /* that of the relief, 0 until it is asked for */
  GDestroyNotify free_shading;
  KaBox          extent;
  KaBox          limits;
};

/** KaMapChain: arcs that follow one another; a ring when @is_closed. */
typedef struct
{
  GArray  *arcs; /* of int: arc numbers, ~n for arc n walked backwards */
  gboolean is_closed;
  KaBox    box; /* km */
} KaMapChain;

/** ka_map_arc_number: the number of an arc of a chain or path, whichever way it runs. */
static inline gsize
ka_map_arc_number (int signed_arc)
{
  return (gsize) (signed_arc < 0 ? ~signed_arc : signed_arc);
}

/* Simplification */

/**
 * ka_map_simplify:
 * @levels: (array fixed-size=KA_MAP_N_LEVELS) (inout): a line of 2 points or more at the first
 * level, which keeps every point; filled for the others, whose points are to be freed with g_free()
 *
 * Drops points with the algorithm of D. Douglas and T. Peucker, "Algorithms for the reduction of
 * the number of points required to represent a digitized line or its caricature", The Canadian
 * Cartographer 10 (1973), 112-122. A closed line keeps at least four points, so that it stays a
 * ring.
 */
void ka_map_simplify (KaMapLine *levels);

/** ka_map_level_for: the coarsest level whose lines are off by no more than @tolerance_km. */
guint ka_map_level_for (double tolerance_km);

/** ka_map_soft_level_for: the same for what shows no line itself; beyond KA_MAP_SOFT_LEVEL the
 * level whose lines are off by no more than half of @tolerance_km. */
guint ka_map_soft_level_for (double tolerance_km);

/* Chains */

/** ka_map_chain_rings: joins arcs (element-type int) that bound something on their left hand to
 * rings that keep their directions. O(arcs + nodes). Returns: (transfer full) (element-type
 * KaMapChain): the rings. */
GPtrArray *ka_map_chain_rings (const KaMapScene *scene, const GArray *arcs);

/** ka_map_chain_lines: joins arcs (element-type int) to lines from junction to junction, or to
 * rings where there is no junction. Arcs may run in any direction and are turned. O(arcs + nodes).
 * Returns: (transfer full) (element-type KaMapChain): the lines. */
GPtrArray *ka_map_chain_lines (const KaMapScene *scene, const GArray *arcs);

/** ka_map_chain_geometry: (transfer full) (element-type KaMapChain): a chain for each path. */
GPtrArray *ka_map_chain_geometry (const KaMapScene *scene, const KaGeometry *geometry);

/* Boxes */

/** ka_map_measure_extent: the box in kilometres around the extent of an atlas. */
KaBox ka_map_measure_extent (const KaProjection *projection, const KaAtlasHead *head);

/** ka_map_measure_limits: the limits of a map: see ka_map_scene_get_limits(). O(points). */
KaBox ka_map_measure_limits (const KaProjection *projection,
                             const KaAtlasHead  *head,
                             const KaTopology   *topology);

/* Distances */

/** ka_map_measure_to_segment: how far a point is from the segment from @a to @b, in their unit. */
double ka_map_measure_to_segment (KaPoint at, KaPoint a, KaPoint b);

/** ka_map_scene_measure_to: kilometres from @km to the lines of a geometry, at most @max_km. */
double ka_map_scene_measure_to (const KaMapScene *self,
                                const KaGeometry *geometry,
                                KaPoint           km,
                                double            max_km);

/** ka_map_arc_is_seen: whether the box of any segment of the arc meets the view. */
gboolean ka_map_arc_is_seen (const KaMapArc *arc, KaBox view_km);

/** ka_map_scene_is_seen: whether any line of the geometry is in view. */
gboolean ka_map_scene_is_seen (const KaMapScene *self, const KaGeometry *geometry, KaBox view_km);

/** ka_map_scene_surrounds: whether the land within @rings (element-type KaMapChain), as it is
 * painted, covers a point. ka_query_area_at() says which area lies there: a straight edge in
 * kilometres is not quite straight in degrees. */
gboolean ka_map_scene_surrounds (const KaMapScene *self, const GPtrArray *rings, KaPoint km);

/** ka_map_scene_find_flow: the direction of a line of a river, from the waters at its ends. It is 1
 * to the last point, -1 to the first, 0 where neither or both could be the mouth. */
int ka_map_scene_find_flow (const KaMapScene *self, gsize river, const KaPath *path);

/** ka_map_scene_has_water: whether a lake or river exists on @day; without a place it always does.
 */
gboolean ka_map_scene_has_water (const KaMapScene *self, const KaGeometry *geometry, KaDay day);

/** ka_map_measure_rooms: measures how empty the land around each place of @places is, whose points
 * in kilometres are @places_km. Returns: (transfer full): by index, how far the next town is that
 * has a better rank, or the same and stands before it in the atlas; 0 for what is no town. */
double *ka_map_measure_rooms (const KaList  *places,
                              const KaPoint *places_km) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
