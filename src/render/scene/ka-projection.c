/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The projection of the map: Lambert conformal conic on the sphere, standard parallels 38 and 43 N,
 * origin 40.5 N 43.5 E. J. P. Snyder, *Map Projections - A Working Manual*, USGS Professional Paper
 * 1395 (1987), section 15; numbers in brackets are his equations. Between 36.5 and 44.5 N the scale
 * is off by less than 0.16 percent.
 */

#include "config.h"

#include "ka-projection.h"

#include <math.h>

/* n of (15-3), the radius of the parallel of origin (15-1a), and R F with F of (15-2) and R =
 * 6371.0088 km */
static const double cone = 0.6496543515974784;
static const double origin_radius_km = 7450.025711296032;
static const double radius_factor_km = 12320.605852123454;
static const double origin_lon_deg = 43.5;

static double
to_radians (double degrees)
{
  return degrees * (G_PI / 180.0);
}

KaPoint
ka_projection_forward (KaPoint degrees)
{
  double radius = radius_factor_km / pow (tan (to_radians (45.0 + degrees.y / 2.0)), cone);
  double angle = cone * to_radians (degrees.x - origin_lon_deg);

  return (KaPoint){ radius * sin (angle), origin_radius_km - radius * cos (angle) };
}

KaPoint
ka_projection_inverse (KaPoint km)
{
  double radius = hypot (km.x, origin_radius_km - km.y);
  double angle = atan2 (km.x, origin_radius_km - km.y);
  double lat = 2.0 * atan (pow (radius_factor_km / radius, 1.0 / cone)) - G_PI / 2.0;

  return (KaPoint){ origin_lon_deg + angle / cone * (180.0 / G_PI), lat * (180.0 / G_PI) };
}
