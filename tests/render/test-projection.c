/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-projection.h"

#include <math.h>

/* Values of PROJ */
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
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      KaPoint km = ka_projection_forward (known[i].degrees);

      g_assert_cmpfloat_with_epsilon (km.x, known[i].km.x, 0.0006);
      g_assert_cmpfloat_with_epsilon (km.y, known[i].km.y, 0.0006);
    }
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      KaPoint degrees = { g_test_rand_double_range (30, 57), g_test_rand_double_range (30, 50) };
      KaPoint back = ka_projection_inverse (ka_projection_forward (degrees));

      g_assert_cmpfloat_with_epsilon (back.x, degrees.x, 1e-11);
      g_assert_cmpfloat_with_epsilon (back.y, degrees.y, 1e-11);
    }
}

/* A conformal map has the same scale in all directions, here within 0.16 percent of true */
static void
test_scale (void)
{
  const double radius_km = 6371.0088;
  const double step = 1e-5;

  for (double lat = 36.5; lat <= 44.5; lat += 0.5)
    {
      KaPoint at = ka_projection_forward ((KaPoint){ 45, lat });
      KaPoint north = ka_projection_forward ((KaPoint){ 45, lat + step });
      KaPoint east = ka_projection_forward ((KaPoint){ 45 + step, lat });
      double  length = radius_km * step * G_PI / 180;
      double  up = hypot (north.x - at.x, north.y - at.y) / length;
      double  across = hypot (east.x - at.x, east.y - at.y) / (length * cos (lat * G_PI / 180));

      g_assert_cmpfloat_with_epsilon (up, across, 1e-5);
      g_assert_cmpfloat_with_epsilon (up, 1.0, 0.0016);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/known", test_known);
  g_test_add_func ("/projection/round-trip", test_round_trip);
  g_test_add_func ("/projection/scale", test_scale);

  return g_test_run ();
}
