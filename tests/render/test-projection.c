/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-projection.h"

#include <math.h>

#define N_EXTENTS 400
#define N_POINTS  40

typedef struct
{
  KaPoint south_west;
  KaPoint north_east;
} Extent;

/* Values of PROJ for +proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=43.5 +R=6371008.8 */
static const struct
{
  KaPoint degrees;
  KaPoint km;
} known[] = {
  { { 43.5, 40.5 }, { 0, 0 } },
  { { 36, 36.5 }, { -670.557, -416.188 } },
  { { 51, 44.5 }, { 595.010, 470.035 } },
  { { 43.097, 40.608 }, { -33.988, 12.075 } },
  { { 45.412, 39.209 }, { 164.609, -141.644 } },
};

static void
test_known (void)
{
  KaProjection projection = ka_projection_conic (38, 43, 43.5);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      KaPoint km = ka_projection_forward (&projection, known[i].degrees);

      g_assert_cmpfloat_with_epsilon (km.x, known[i].km.x, 0.0006);
      g_assert_cmpfloat_with_epsilon (km.y, known[i].km.y, 0.0006);
    }
}

static Extent
draw_extent (void)
{
  double width = exp (g_test_rand_double_range (log (0.01), log (360)));
  double height = exp (g_test_rand_double_range (log (0.01), log (180)));
  Extent extent;

  extent.south_west.x = g_test_rand_double_range (-180, 180);
  extent.south_west.y = g_test_rand_double_range (-90, 90 - height);
  extent.north_east.x = extent.south_west.x + width;
  if (extent.north_east.x > 180)
    extent.north_east.x -= 360;
  extent.north_east.y = extent.south_west.y + height;

  return extent;
}

static KaPoint
draw_point (const Extent *extent)
{
  double width = ka_projection_get_width_deg (extent->south_west, extent->north_east);
  double lon = extent->south_west.x + g_test_rand_double_range (0, width);

  return (KaPoint){ lon > 180 ? lon - 360 : lon,
                    g_test_rand_double_range (extent->south_west.y, extent->north_east.y) };
}

static void
assert_near_in_degrees (KaPoint a, KaPoint b, double epsilon)
{
  double east = remainder (a.x - b.x, 360) * cos (a.y * G_PI / 180);

  g_assert_cmpfloat (fabs (east), <, epsilon);
  g_assert_cmpfloat (fabs (a.y - b.y), <, epsilon);
}

/* There and back, over random points of random extents anywhere on the Earth */
static void
test_round_trip (void)
{
  for (int i = 0; i < N_EXTENTS; i++)
    {
      Extent       extent = draw_extent ();
      KaProjection projection = ka_projection_choose (extent.south_west, extent.north_east);
      KaBox box = ka_projection_project_box (&projection, extent.south_west, extent.north_east);

      /* The box is sampled: what bulges between two samples is not much */
      box = ka_box_grow (box, (box.x1 - box.x0 + box.y1 - box.y0) * 0.001);
      for (int j = 0; j < N_POINTS; j++)
        {
          KaPoint degrees = draw_point (&extent);
          KaPoint km = ka_projection_forward (&projection, degrees);

          g_assert_true (ka_box_has (box, km));
          g_assert_true (ka_projection_has (&projection, km));
          assert_near_in_degrees (ka_projection_inverse (&projection, km), degrees, 1e-7);
        }
    }
}

/* Far points are finite, and so are the places of points beyond the map */
static void
test_finite (void)
{
  static const double lons[] = { -180, -179.9999999, -90, 0, 1e-9, 90, 179.9999999, 180 };
  static const double lats[] = { -90, -89.9999999, -89, -45, 0, 45, 89, 89.9999999, 90 };

  for (int i = 0; i < N_EXTENTS; i++)
    {
      Extent       extent = draw_extent ();
      KaProjection projection = ka_projection_choose (extent.south_west, extent.north_east);
      KaPoint far = { g_test_rand_double_range (-1e7, 1e7), g_test_rand_double_range (-1e7, 1e7) };
      KaPoint back = ka_projection_inverse (&projection, far);

      g_assert_true (fabs (back.x) <= 180 && fabs (back.y) <= 90);
      for (gsize j = 0; j < G_N_ELEMENTS (lons); j++)
        for (gsize k = 0; k < G_N_ELEMENTS (lats); k++)
          {
            KaPoint km = ka_projection_forward (&projection, (KaPoint){ lons[j], lats[k] });

            g_assert_true (fabs (km.x) < 1e6 && fabs (km.y) < 1e6);
          }
    }
}

/* North is up in the middle of the extent, and the middle stands in the middle */
static void
test_north (void)
{
  for (int i = 0; i < N_EXTENTS; i++)
    {
      Extent       extent = draw_extent ();
      KaProjection projection = ka_projection_choose (extent.south_west, extent.north_east);
      double       width = ka_projection_get_width_deg (extent.south_west, extent.north_east);
      KaPoint      middle = { extent.south_west.x + width / 2,
                              (extent.south_west.y + extent.north_east.y) / 2 };
      KaPoint      km = ka_projection_forward (&projection, middle);
      KaBox box = ka_projection_project_box (&projection, extent.south_west, extent.north_east);

      g_assert_cmpfloat (fabs (ka_projection_get_north (&projection, km)), <, 1e-6);
      g_assert_cmpfloat_with_epsilon (km.x, 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (box.x0, -box.x1, 1e-6 * box.x1);
    }
}

/* The scale along the meridian and along the parallel, measured */
static void
measure_scales (const KaProjection *projection, KaPoint at, double *up, double *across)
{
  const double step = 1e-5;
  double       length = KA_EARTH_RADIUS_KM * step * G_PI / 180;
  KaPoint      south = ka_projection_forward (projection, (KaPoint){ at.x, at.y - step / 2 });
  KaPoint      north = ka_projection_forward (projection, (KaPoint){ at.x, at.y + step / 2 });
  KaPoint      west = ka_projection_forward (projection, (KaPoint){ at.x - step / 2, at.y });
  KaPoint      east = ka_projection_forward (projection, (KaPoint){ at.x + step / 2, at.y });

  *up = hypot (north.x - south.x, north.y - south.y) / length;
  *across = hypot (east.x - west.x, east.y - west.y) / (length * cos (at.y * G_PI / 180));
}

/* A conformal map has the same scale in all directions; Equal Earth has true areas */
static void
test_scale (void)
{
  guint n_of_kind[3] = { 0, 0, 0 };

  for (int i = 0; i < N_EXTENTS; i++)
    {
      Extent       extent = draw_extent ();
      KaProjection projection = ka_projection_choose (extent.south_west, extent.north_east);
      KaPoint      at = draw_point (&extent);
      double       up, across;

      if (fabs (at.y) > 84 || fabs (ka_projection_turn (&projection, at.x)) > 179)
        continue;
      n_of_kind[projection.kind]++;
      measure_scales (&projection, at, &up, &across);
      if (projection.kind == KA_PROJECTION_WHOLE)
        {
          KaPoint south = ka_projection_forward (&projection, (KaPoint){ at.x, at.y - 1e-5 });
          KaPoint north = ka_projection_forward (&projection, (KaPoint){ at.x, at.y + 1e-5 });

          up *= (north.y - south.y) / hypot (north.x - south.x, north.y - south.y);
          g_assert_cmpfloat_with_epsilon (up * across, 1.0, 1e-4);
        }
      else
        g_assert_cmpfloat_with_epsilon (up / across, 1.0, 1e-4);
    }
  for (int kind = 0; kind < 3; kind++)
    g_assert_cmpuint (n_of_kind[kind], >, 0);
}

/* Where true scale is promised it is true: a country in middle latitudes within 1 percent */
static void
test_true_scale (void)
{
  for (double south = -62; south <= 56; south += 1)
    {
      Extent       extent = { { 100, south }, { 115, south + 8 } };
      KaProjection projection = ka_projection_choose (extent.south_west, extent.north_east);

      for (int i = 0; i < N_POINTS; i++)
        {
          double up, across;

          measure_scales (&projection, draw_point (&extent), &up, &across);
          g_assert_cmpfloat_with_epsilon (up, 1.0, 0.01);
        }
    }
}

static void
test_choice (void)
{
  static const struct
  {
    Extent           extent;
    KaProjectionKind kind;
    gboolean         is_polar;
  } cases[] = {
    { { { 10, 46 }, { 13, 48 } }, KA_PROJECTION_CONE, FALSE },
    { { { -75, -55 }, { -50, -20 } }, KA_PROJECTION_CONE, FALSE },
    { { { 19, 41 }, { -170, 82 } }, KA_PROJECTION_CONE, FALSE },
    { { { 168, 48 }, { -168, 62 } }, KA_PROJECTION_CONE, FALSE },
    { { { -20, -35 }, { 52, 37 } }, KA_PROJECTION_CYLINDER, FALSE },
    { { { 0, 0 }, { 2, 1 } }, KA_PROJECTION_CYLINDER, FALSE },
    { { { -180, 60 }, { 180, 90 } }, KA_PROJECTION_CONE, TRUE },
    { { { -180, -90 }, { 180, -60 } }, KA_PROJECTION_CONE, TRUE },
    { { { 10, 76 }, { 34, 81 } }, KA_PROJECTION_CONE, TRUE },
    { { { -180, -90 }, { 180, 90 } }, KA_PROJECTION_WHOLE, FALSE },
    { { { -90, -90 }, { 90, 90 } }, KA_PROJECTION_WHOLE, FALSE },
    { { { -180, 0 }, { 180, 90 } }, KA_PROJECTION_WHOLE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaProjection projection = ka_projection_choose (cases[i].extent.south_west,
                                                      cases[i].extent.north_east);

      g_assert_cmpint (projection.kind, ==, cases[i].kind);
      g_assert_true ((fabs (projection.cone) >= 1.0) == cases[i].is_polar);
    }
}

/* Twice the signed area inside a ring */
static double
measure_ring (const KaPoint *points, gsize n_points)
{
  double area = 0;

  for (gsize i = 0; i + 1 < n_points; i++)
    area += points[i].x * points[i + 1].y - points[i + 1].x * points[i].y;

  return area;
}

/* A ring keeps its area where the other edge of the map cuts it: Equal Earth has true areas */
static void
test_cut_ring (void)
{
  const KaPoint ring[] = { { -20, -10 }, { 20, -10 }, { 20, 30 }, { -20, 30 }, { -20, -10 } };
  double        squared = KA_EARTH_RADIUS_KM * KA_EARTH_RADIUS_KM;
  double expected = squared * 40 * (G_PI / 180) * (sin (30 * G_PI / 180) - sin (-10 * G_PI / 180));

  for (double west = -180; west < 180; west += 15)
    {
      KaPoint             south_west = { west, -90 };
      KaPoint             north_east = { west - 0.001 < -180 ? 180 : west - 0.001, 90 };
      KaProjection        projection = ka_projection_choose (south_west, north_east);
      gsize               n_traced;
      g_autofree KaPoint *traced = ka_projection_trace (&projection, ring, G_N_ELEMENTS (ring),
                                                        &n_traced);

      g_assert_cmpint (projection.kind, ==, KA_PROJECTION_WHOLE);
      g_assert_cmpfloat_with_epsilon (measure_ring (traced, n_traced) / 2, expected,
                                      expected * 0.004);
      g_assert_true (traced[0].x == traced[n_traced - 1].x);
      g_assert_true (traced[0].y == traced[n_traced - 1].y);
    }
}

/* A line never jumps over the map of an extent: long segments bend with the parallels */
static void
test_long_segments (void)
{
  const KaPoint parallel[] = { { -180, 50 }, { 180, 50 } };
  KaProjection  projection = ka_projection_choose ((KaPoint){ -180, 40 }, (KaPoint){ 180, 90 });
  gsize         n_traced;
  g_autofree KaPoint *traced = ka_projection_trace (&projection, parallel, 2, &n_traced);

  for (gsize i = 0; i < n_traced; i++)
    g_assert_cmpfloat_with_epsilon (ka_projection_inverse (&projection, traced[i]).y, 50, 1e-9);
  g_assert_cmpuint (n_traced, >, 90);
}

/* The length of a line in the plane, against the great circle by the cosine law */
static void
test_measure (void)
{
  for (int i = 0; i < N_EXTENTS; i++)
    {
      Extent       extent = draw_extent ();
      KaProjection projection = ka_projection_choose (extent.south_west, extent.north_east);
      KaPoint      a = draw_point (&extent);
      KaPoint      b = draw_point (&extent);
      double       rad = G_PI / 180;
      double       cosine = sin (a.y * rad) * sin (b.y * rad) +
                      cos (a.y * rad) * cos (b.y * rad) * cos ((a.x - b.x) * rad);

      g_assert_cmpfloat_with_epsilon (
        ka_projection_measure_km (&projection, ka_projection_forward (&projection, a),
                                  ka_projection_forward (&projection, b)),
        KA_EARTH_RADIUS_KM * acos (CLAMP (cosine, -1, 1)), 0.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/known", test_known);
  g_test_add_func ("/projection/choice", test_choice);
  g_test_add_func ("/projection/round-trip", test_round_trip);
  g_test_add_func ("/projection/finite", test_finite);
  g_test_add_func ("/projection/north", test_north);
  g_test_add_func ("/projection/scale", test_scale);
  g_test_add_func ("/projection/true-scale", test_true_scale);
  g_test_add_func ("/projection/cut-ring", test_cut_ring);
  g_test_add_func ("/projection/long-segments", test_long_segments);
  g_test_add_func ("/projection/measure", test_measure);

  return g_test_run ();
}
