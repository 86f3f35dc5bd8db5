/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"

G_BEGIN_DECLS

/** KA_EARTH_RADIUS_KM: the mean radius of the Earth, which all maps take for a sphere. */
#define KA_EARTH_RADIUS_KM 6371.0088

/**
 * KaProjectionKind:
 * @KA_PROJECTION_CONE: Lambert conformal conic; with a cone of 1 or -1 polar stereographic
 * @KA_PROJECTION_CYLINDER: Mercator
 * @KA_PROJECTION_WHOLE: Equal Earth
 *
 * The projections. The first two are conformal, the third has true areas.
 */
typedef enum
{
  KA_PROJECTION_CONE,
  KA_PROJECTION_CYLINDER,
  KA_PROJECTION_WHOLE,
} KaProjectionKind;

/**
 * KaProjection:
 * @kind: which one
 * @meridian_deg: the straight upright meridian in the middle
 * @cone: of a cone the factor of its angles, from -1 to 1, not 0
 * @radius_km: the factor of its lengths
 * @origin_km: what makes y 0 in the middle
 *
 * Maps the sphere to a plane. By value.
 */
typedef struct
{
  KaProjectionKind kind;
  double           meridian_deg;
  double           cone;
  double           radius_km;
  double           origin_km;
} KaProjection;

/**
 * ka_projection_choose:
 * @south_west: a corner of an extent in degrees
 * @north_east: the opposite corner; west of @south_west where the extent crosses 180 degrees
 *
 * Chooses a projection by the middle and size of an extent. The meridian in the middle of the
 * extent is upright.
 *
 * Returns: the projection
 */
KaProjection ka_projection_choose (KaPoint south_west, KaPoint north_east);

/** ka_projection_conic: the conformal conic with two standard parallels, both on one side of the
 * equator, which may be the same. */
KaProjection ka_projection_conic (double south_deg, double north_deg, double meridian_deg);

/** ka_projection_get_width_deg: how many degrees an extent is wide, above 0 and at most 360. */
double ka_projection_get_width_deg (KaPoint south_west, KaPoint north_east);

/** ka_projection_turn: a longitude as degrees east of the meridian in the middle, from -180 to 180.
 */
double ka_projection_turn (const KaProjection *self, double lon_deg);

/** ka_projection_forward: the point of the plane, in kilometres (x east, y north), of a point in
 * degrees. It is finite for every point: what lies too far from the middle stands at the rim. */
KaPoint ka_projection_forward (const KaProjection *self, KaPoint degrees);

/** ka_projection_forward_turned: likewise of a point whose longitude is that of
 * ka_projection_turn(), which tells the two edges of a map apart. */
KaPoint ka_projection_forward_turned (const KaProjection *self, KaPoint turned);

/** ka_projection_inverse: the point in degrees of a point of the plane. Beyond the map it is the
 * nearest one of the rim, more or less. */
KaPoint ka_projection_inverse (const KaProjection *self, KaPoint km);

/** ka_projection_has: whether a point of the plane lies on the map. */
gboolean ka_projection_has (const KaProjection *self, KaPoint km);

/** ka_projection_get_north: the direction of north at a point of the plane, in radians clockwise
 * from up. */
double ka_projection_get_north (const KaProjection *self, KaPoint km);

/** ka_projection_measure_km: the length of the great circle between two points of the plane. */
double ka_projection_measure_km (const KaProjection *self, KaPoint a, KaPoint b);

/** ka_projection_project_box: the box in the plane around an extent in degrees, whose edges are
 * curves. */
KaBox ka_projection_project_box (const KaProjection *self, KaPoint south_west, KaPoint north_east);

/**
 * ka_projection_trace:
 * @self: a projection
 * @degrees: (array length=n_points): a line, straight in degrees from point to point (RFC 7946,
 * 3.1.1)
 * @n_points: how many, 1 or more
 * @n_traced: (out): the number of points of the result, O(n_points)
 *
 * Projects a line. Long segments become curves. Where the line crosses the meridian opposite to the
 * middle, it goes on from the other edge of the map by way of a pole, so that rings stay rings.
 *
 * Returns: (transfer full) (array length=n_traced): points of the plane
 */
KaPoint *ka_projection_trace (const KaProjection *self,
                              const KaPoint      *degrees,
                              gsize               n_points,
                              gsize              *n_traced) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
