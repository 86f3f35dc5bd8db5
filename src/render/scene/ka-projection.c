/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The projections of the map, on the sphere. J. P. Snyder, *Map Projections - A Working Manual*,
 * USGS Professional Paper 1395 (1987), sections 7 (Mercator), 15 (Lambert conformal conic) and 21
 * (stereographic); numbers in brackets are his equations. B. Šavrič, T. Patterson and B. Jenny,
 * "The Equal Earth map projection", *International Journal of Geographical Information Science* 33
 * (2019), 454-465.
 */

#include "config.h"

#include "ka-projection.h"

#include <math.h>

/* Conformal maps are infinite; they end at this latitude on the side away from the pole */
#define RIM_DEG 85.0
/* An extent whose middle is nearer to a pole gets an azimuthal map */
#define POLAR_DEG 70.0
/* An extent that reaches this far has the pole on its edge */
#define POLE_DEG 89.0
/* The least latitude of a polar map that is very wide or has the pole on its edge */
#define POLAR_FROM_DEG 35.0
/* A larger extent gets the map of the whole Earth */
#define MAX_WIDTH_DEG  200.0
#define MAX_HEIGHT_DEG 100.0
/* A flatter cone becomes a cylinder */
#define MIN_CONE 0.05
/* The samples of each edge of a box */
#define N_SAMPLES 256
/* The step along the edges of the map */
#define EDGE_STEP_DEG 5.0

/* Coefficients of the Equal Earth projection */
static const double equal_earth[4] = { 1.340264, -0.081106, 0.000893, 0.003796 };

static double
to_radians (double degrees)
{
  return degrees * (G_PI / 180.0);
}

static double
to_degrees (double radians)
{
  return radians * (180.0 / G_PI);
}

/* The tangent of (15-1), whose logarithm is the isometric latitude */
static double
get_tangent (double lat_deg)
{
  return tan (to_radians (45.0 + lat_deg / 2.0));
}

/* Equal Earth */

static double
get_parameter (double lat_deg)
{
  return asin (sqrt (3.0) / 2.0 * sin (to_radians (lat_deg)));
}

static double
get_height (double parameter)
{
  double squared = parameter * parameter;
  double sixth = squared * squared * squared;

  return parameter * (equal_earth[0] + equal_earth[1] * squared +
                      sixth * (equal_earth[2] + equal_earth[3] * squared));
}

/* The derivative of get_height() */
static double
get_slope (double parameter)
{
  double squared = parameter * parameter;
  double sixth = squared * squared * squared;

  return equal_earth[0] + 3 * equal_earth[1] * squared +
         sixth * (7 * equal_earth[2] + 9 * equal_earth[3] * squared);
}

/* The length of a radian of longitude, for a sphere of radius 1 */
static double
get_breadth (double parameter)
{
  return 2.0 * sqrt (3.0) * cos (parameter) / (3.0 * get_slope (parameter));
}

/* Inverts get_height() with Newton's method, which is fast because the slope hardly changes */
static double
find_parameter (double height)
{
  const double most = get_parameter (90.0);
  double       parameter = CLAMP (height / equal_earth[0], -most, most);

  for (int i = 0; i < 12 && fabs (get_height (parameter) - height) > 1e-14; i++)
    parameter = CLAMP (parameter - (get_height (parameter) - height) / get_slope (parameter), -most,
                       most);

  return parameter;
}

/* The choice */

double
ka_projection_get_width_deg (KaPoint south_west, KaPoint north_east)
{
  double width = north_east.x - south_west.x;

  return width > 0 ? width : width + 360.0;
}

/* The radius of a parallel, negative around the South Pole (15-1) */
static double
get_radius_km (const KaProjection *self, double lat_deg)
{
  double lat = self->cone > 0 ? CLAMP (lat_deg, -RIM_DEG, 90.0) : CLAMP (lat_deg, -90.0, RIM_DEG);

  return self->radius_km / pow (get_tangent (lat), self->cone);
}

static double
get_y (const KaProjection *self, double lat_deg)
{
  if (self->kind == KA_PROJECTION_CONE)
    return -get_radius_km (self, lat_deg);
  if (self->kind == KA_PROJECTION_CYLINDER)
    return self->radius_km * log (get_tangent (CLAMP (lat_deg, -RIM_DEG, RIM_DEG)));

  return self->radius_km * get_height (get_parameter (lat_deg));
}

/* (15-2), (15-3); of one parallel the cone is its sine */
static double
get_cone (double south_deg, double north_deg)
{
  if (north_deg - south_deg < 0.01)
    return sin (to_radians ((south_deg + north_deg) / 2.0));

  return log (cos (to_radians (south_deg)) / cos (to_radians (north_deg))) /
         log (get_tangent (north_deg) / get_tangent (south_deg));
}

KaProjection
ka_projection_conic (double south_deg, double north_deg, double meridian_deg)
{
  KaProjection self = { .kind = KA_PROJECTION_CONE, .meridian_deg = meridian_deg };

  self.cone = get_cone (south_deg, north_deg);
  self.radius_km = KA_EARTH_RADIUS_KM * cos (to_radians (south_deg)) *
                   pow (get_tangent (south_deg), self.cone) / self.cone;
  self.origin_km = get_y (&self, (south_deg + north_deg) / 2.0);

  return self;
}

/* A cone that is a plane: the polar stereographic projection, true at a parallel (21-33, 21-34) */
static KaProjection
make_polar (double true_deg, double meridian_deg)
{
  KaProjection self = { .kind = KA_PROJECTION_CONE, .meridian_deg = meridian_deg };

  self.cone = true_deg > 0 ? 1.0 : -1.0;
  self.radius_km = KA_EARTH_RADIUS_KM * self.cone * (1.0 + sin (to_radians (fabs (true_deg))));
  self.origin_km = get_y (&self, self.cone * 90.0);

  return self;
}

static gboolean
is_polar (double south_deg, double north_deg, double width_deg)
{
  double middle = fabs (south_deg + north_deg) / 2.0;
  double least = south_deg > 0 ? south_deg : -north_deg;
  double most = MAX (fabs (south_deg), fabs (north_deg));

  return least >= POLAR_FROM_DEG &&
         (middle >= POLAR_DEG || most >= POLE_DEG || width_deg > MAX_WIDTH_DEG);
}

/* The standard parallels of a cone are a sixth of the extent from its edges (Snyder, page 99) */
KaProjection
ka_projection_choose (KaPoint south_west, KaPoint north_east)
{
  double       width = ka_projection_get_width_deg (south_west, north_east);
  double       height = north_east.y - south_west.y;
  double       south = south_west.y + height / 6.0;
  double       north = north_east.y - height / 6.0;
  double       middle = (south_west.y + north_east.y) / 2.0;
  KaProjection self = { .meridian_deg = south_west.x + width / 2.0 };

  if (self.meridian_deg > 180.0)
    self.meridian_deg -= 360.0;
  if (is_polar (south_west.y, north_east.y, width))
    return make_polar (middle, self.meridian_deg);
  if (width <= MAX_WIDTH_DEG && height <= MAX_HEIGHT_DEG &&
      fabs (get_cone (south, north)) >= MIN_CONE)
    return ka_projection_conic (south, north, self.meridian_deg);

  if (width <= MAX_WIDTH_DEG && height <= MAX_HEIGHT_DEG)
    {
      self.kind = KA_PROJECTION_CYLINDER;
      self.radius_km = KA_EARTH_RADIUS_KM * (cos (to_radians (south)) + cos (to_radians (north))) /
                       2.0;
    }
  else
    {
      self.kind = KA_PROJECTION_WHOLE;
      self.radius_km = KA_EARTH_RADIUS_KM;
    }
  self.origin_km = get_y (&self, middle);

  return self;
}

/* There and back */

double
ka_projection_turn (const KaProjection *self, double lon_deg)
{
  double turned = lon_deg - self->meridian_deg;

  if (turned > 180.0)
    return turned - 360.0;

  return turned < -180.0 ? turned + 360.0 : turned;
}

KaPoint
ka_projection_forward_turned (const KaProjection *self, KaPoint turned)
{
  const double x = to_radians (turned.x);
  double       y;

  if (self->kind == KA_PROJECTION_CONE)
    {
      const double radius_km = get_radius_km (self, turned.y);

      return (KaPoint){ radius_km * sin (self->cone * x),
                        -radius_km * cos (self->cone * x) - self->origin_km };
    }
  y = get_y (self, turned.y) - self->origin_km;
  if (self->kind == KA_PROJECTION_CYLINDER)
    return (KaPoint){ self->radius_km * x, y };

  return (KaPoint){ self->radius_km * get_breadth (get_parameter (turned.y)) * x, y };
}

KaPoint
ka_projection_forward (const KaProjection *self, KaPoint degrees)
{
  return ka_projection_forward_turned (
    self, (KaPoint){ ka_projection_turn (self, degrees.x), degrees.y });
}

/* (7-4, 7-5), (15-5, 14-9 to 14-11); the longitude is counted from the meridian in the middle */
static KaPoint
unproject (const KaProjection *self, KaPoint km)
{
  double y = km.y + self->origin_km;
  double sign = self->cone > 0 ? 1.0 : -1.0;
  double parameter;

  if (self->kind == KA_PROJECTION_CYLINDER)
    return (KaPoint){ to_degrees (km.x / self->radius_km),
                      to_degrees (2.0 * atan (exp (y / self->radius_km))) - 90.0 };
  if (self->kind == KA_PROJECTION_CONE)
    return (KaPoint){
      to_degrees (atan2 (sign * km.x, sign * -y)) / self->cone,
      to_degrees (2.0 * atan (pow (self->radius_km / (sign * hypot (km.x, y)), 1.0 / self->cone))) -
        90.0
    };

  parameter = find_parameter (y / self->radius_km);

  return (KaPoint){ to_degrees (km.x / self->radius_km / get_breadth (parameter)),
                    to_degrees (asin (CLAMP (2.0 / sqrt (3.0) * sin (parameter), -1.0, 1.0))) };
}

KaPoint
ka_projection_inverse (const KaProjection *self, KaPoint km)
{
  KaPoint turned = unproject (self, km);
  double  lon = CLAMP (turned.x, -180.0, 180.0) + self->meridian_deg;

  if (lon > 180.0)
    lon -= 360.0;

  return (KaPoint){ lon < -180.0 ? lon + 360.0 : lon, turned.y };
}

gboolean
ka_projection_has (const KaProjection *self, KaPoint km)
{
  KaPoint turned = unproject (self, km);
  KaPoint back = ka_projection_forward_turned (
    self, (KaPoint){ CLAMP (turned.x, -180.0, 180.0), turned.y });

  return fabs (back.x - km.x) < 0.01 && fabs (back.y - km.y) < 0.01;
}

double
ka_projection_get_north (const KaProjection *self, KaPoint km)
{
  KaPoint at = ka_projection_inverse (self, km);
  KaPoint south = ka_projection_forward_turned (
    self, (KaPoint){ ka_projection_turn (self, at.x), CLAMP (at.y - 0.001, -90.0, 90.0) });
  KaPoint north = ka_projection_forward_turned (
    self, (KaPoint){ ka_projection_turn (self, at.x), CLAMP (at.y + 0.001, -90.0, 90.0) });

  return atan2 (north.x - south.x, north.y - south.y);
}

/* (5-3a), exact for short lengths too */
double
ka_projection_measure_km (const KaProjection *self, KaPoint a, KaPoint b)
{
  KaPoint from = ka_projection_inverse (self, a);
  KaPoint to = ka_projection_inverse (self, b);
  double  across = sin (to_radians (to.x - from.x) / 2.0);
  double  up = sin (to_radians (to.y - from.y) / 2.0);
  double  squared = up * up + cos (to_radians (from.y)) * cos (to_radians (to.y)) * across * across;

  return 2.0 * KA_EARTH_RADIUS_KM * asin (MIN (sqrt (squared), 1.0));
}

KaBox
ka_projection_project_box (const KaProjection *self, KaPoint south_west, KaPoint north_east)
{
  double width = ka_projection_get_width_deg (south_west, north_east);
  double west = ka_projection_turn (self, south_west.x);
  KaBox  box = KA_BOX_NOTHING;

  for (int i = 0; i <= N_SAMPLES; i++)
    {
      double  lon = west + width * i / N_SAMPLES;
      double  lat = south_west.y + (north_east.y - south_west.y) * i / N_SAMPLES;
      KaPoint edge[4] = { ka_projection_forward_turned (self, (KaPoint){ lon, south_west.y }),
                          ka_projection_forward_turned (self, (KaPoint){ lon, north_east.y }),
                          ka_projection_forward_turned (self, (KaPoint){ west, lat }),
                          ka_projection_forward_turned (self, (KaPoint){ west + width, lat }) };

      box = ka_box_unite (box, ka_box_around (edge, 4));
    }

  return box;
}

/* Lines */

/* Where a tracer is: the longitude is counted from the meridian in the middle */
typedef struct
{
  const KaProjection *projection;
  GArray             *traced; /* of KaPoint, in the plane */
  KaPoint             at;
  double              step_deg;
} Tracer;

/* Goes straight in degrees to a point between the same edges of the map */
static void
go (Tracer *self, KaPoint to, double step_deg)
{
  double length = MAX (fabs (to.x - self->at.x), fabs (to.y - self->at.y));
  int    n_pieces = MAX ((int) ceil (length / step_deg), 1);

  for (int i = 1; i <= n_pieces; i++)
    {
      double  part = (double) i / n_pieces;
      KaPoint between = { self->at.x + (to.x - self->at.x) * part,
                          self->at.y + (to.y - self->at.y) * part };
      KaPoint km = ka_projection_forward_turned (self->projection, i < n_pieces ? between : to);

      g_array_append_val (self->traced, km);
    }
  self->at = to;
}

/* Goes along an edge of the map, over points that all ways along it share */
static void
go_along_edge (Tracer *self, double lat)
{
  double first = self->at.y;
  double sign = lat > first ? 1.0 : -1.0;
  double next = sign * (floor (sign * first / EDGE_STEP_DEG) + 1) * EDGE_STEP_DEG;

  for (; sign * next < sign * lat; next += sign * EDGE_STEP_DEG)
    go (self, (KaPoint){ self->at.x, next }, 180.0);
  go (self, (KaPoint){ self->at.x, lat }, 180.0);
}

/* Goes on from the other edge of the map. The way there lies on the edges, so that the way back
 * cancels it in a fill. A map around a pole has no edges. */
static void
cross (Tracer *self)
{
  const KaProjection *projection = self->projection;
  KaPoint             from = self->at;
  double   pole = projection->kind == KA_PROJECTION_CONE && projection->cone > 0 ? 90.0 : -90.0;
  gboolean has_edges = projection->kind != KA_PROJECTION_CONE || fabs (projection->cone) < 1.0;

  if (has_edges)
    go_along_edge (self, pole);
  self->at.x = -from.x;
  if (has_edges)
    {
      go (self, self->at, 180.0);
      go_along_edge (self, from.y);
    }
}

/* Goes along a segment that is straight in degrees */
static void
follow (Tracer *self, KaPoint from, KaPoint to)
{
  KaPoint end = { ka_projection_turn (self->projection, to.x), to.y };
  double  beyond = self->at.x + to.x - from.x;

  if (fabs (beyond - end.x) > 180.0)
    {
      double edge = beyond > 0 ? 180.0 : -180.0;
      double part = (edge - self->at.x) / (to.x - from.x);

      go (self, (KaPoint){ edge, from.y + (to.y - from.y) * part }, self->step_deg);
      cross (self);
    }
  go (self, end, self->step_deg);
}

/* The step in degrees at which long segments bend, so that the result is not too long */
static double
choose_step (const KaPoint *degrees, gsize n_points)
{
  double length = 0;

  for (gsize i = 1; i < n_points; i++)
    length += MAX (fabs (degrees[i].x - degrees[i - 1].x), fabs (degrees[i].y - degrees[i - 1].y));

  return MAX (2.0, length / (200.0 + 2.0 * (double) n_points));
}

KaPoint *
ka_projection_trace (const KaProjection *self,
                     const KaPoint      *degrees,
                     gsize               n_points,
                     gsize              *n_traced)
{
  KaPoint start = { ka_projection_turn (self, degrees[0].x), degrees[0].y };
  Tracer  tracer = { self, g_array_sized_new (FALSE, FALSE, sizeof (KaPoint), (guint) n_points),
                     start, choose_step (degrees, n_points) };
  KaPoint km = ka_projection_forward_turned (self, start);

  g_array_append_val (tracer.traced, km);
  for (gsize i = 1; i < n_points; i++)
    follow (&tracer, degrees[i - 1], degrees[i]);
  *n_traced = tracer.traced->len;

  return (KaPoint *) (gpointer) g_array_free (tracer.traced, FALSE);
}
