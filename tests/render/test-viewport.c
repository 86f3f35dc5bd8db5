/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-viewport.h"

static const KaBox land = { -400, -300, 500, 200 };

static KaViewport
make_random (void)
{
  return (KaViewport){ .centre_km = { g_test_rand_double_range (-500, 500),
                                      g_test_rand_double_range (-500, 500) },
                       .scale = g_test_rand_double_range (0.2, 30),
                       .width = g_test_rand_double_range (100, 3000),
                       .height = g_test_rand_double_range (100, 2000) };
}

static void
assert_near (KaPoint a, KaPoint b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-7);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-7);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 500; i++)
    {
      KaViewport viewport = make_random ();
      KaPoint    user = { g_test_rand_double_range (-100, 3000),
                          g_test_rand_double_range (-100, 3000) };

      assert_near (ka_viewport_to_user (&viewport, ka_viewport_to_km (&viewport, user)), user);
    }
}

static void
test_north_is_up (void)
{
  KaViewport viewport = { .scale = 2, .width = 100, .height = 80 };

  assert_near (ka_viewport_to_user (&viewport, (KaPoint){ 0, 0 }), (KaPoint){ 50, 40 });
  assert_near (ka_viewport_to_user (&viewport, (KaPoint){ 10, 10 }), (KaPoint){ 70, 20 });
}

static void
test_box (void)
{
  for (int i = 0; i < 100; i++)
    {
      KaViewport viewport = make_random ();
      KaBox      box = ka_viewport_get_box (&viewport);

      assert_near (ka_viewport_to_user (&viewport, (KaPoint){ box.x0, box.y1 }), (KaPoint){ 0, 0 });
      assert_near (ka_viewport_to_user (&viewport, (KaPoint){ box.x1, box.y0 }),
                   (KaPoint){ viewport.width, viewport.height });
    }
}

static void
test_fit (void)
{
  for (int i = 0; i < 100; i++)
    {
      KaViewport random = make_random ();
      KaViewport viewport = ka_viewport_fit (land, random.width, random.height, 10);
      KaPoint    low = ka_viewport_to_user (&viewport, (KaPoint){ land.x0, land.y1 });
      KaPoint    high = ka_viewport_to_user (&viewport, (KaPoint){ land.x1, land.y0 });

      g_assert_cmpfloat (low.x, >=, 10 - 1e-9);
      g_assert_cmpfloat (low.y, >=, 10 - 1e-9);
      g_assert_cmpfloat (high.x, <=, viewport.width - 10 + 1e-9);
      g_assert_cmpfloat (high.y, <=, viewport.height - 10 + 1e-9);
      g_assert_true (low.x < 10 + 1e-6 || low.y < 10 + 1e-6);
    }
}

static void
test_pan (void)
{
  KaViewport viewport = make_random ();
  KaPoint    km = { 12, -34 };
  KaPoint    before = ka_viewport_to_user (&viewport, km);
  KaViewport moved = ka_viewport_pan (&viewport, 30, -20);

  assert_near (ka_viewport_to_user (&moved, km), (KaPoint){ before.x + 30, before.y - 20 });
}

static void
test_zoom_keeps_pointer (void)
{
  for (int i = 0; i < 200; i++)
    {
      KaViewport viewport = make_random ();
      KaPoint    user = { g_test_rand_double_range (0, viewport.width),
                          g_test_rand_double_range (0, viewport.height) };
      double     factor = g_test_rand_double_range (0.3, 3);
      KaViewport zoomed = ka_viewport_zoom_at (&viewport, user, factor);

      assert_near (ka_viewport_to_km (&zoomed, user), ka_viewport_to_km (&viewport, user));
      g_assert_cmpfloat_with_epsilon (zoomed.scale, viewport.scale * factor, 1e-9);
    }
}

static void
test_resize (void)
{
  KaViewport viewport = { .centre_km = { 5, 6 }, .scale = 2, .width = 400, .height = 300 };
  KaViewport larger = ka_viewport_resize (&viewport, 800, 600);
  KaViewport wider = ka_viewport_resize (&viewport, 800, 300);

  assert_near (larger.centre_km, viewport.centre_km);
  g_assert_cmpfloat (larger.scale, ==, 4);
  g_assert_cmpfloat (wider.scale, ==, 2);
}

static void
test_clamp (void)
{
  for (int i = 0; i < 300; i++)
    {
      KaViewport random = make_random ();
      KaViewport viewport = ka_viewport_clamp (&random, land, 0.5, 20);
      KaBox      box = ka_viewport_get_box (&viewport);

      g_assert_true (viewport.scale >= 0.5 && viewport.scale <= 20);
      if (box.x1 - box.x0 <= land.x1 - land.x0)
        g_assert_true (box.x0 >= land.x0 - 1e-6 && box.x1 <= land.x1 + 1e-6);
      else
        g_assert_cmpfloat_with_epsilon (viewport.centre_km.x, 50, 1e-9);
      if (box.y1 - box.y0 <= land.y1 - land.y0)
        g_assert_true (box.y0 >= land.y0 - 1e-6 && box.y1 <= land.y1 + 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/round-trip", test_round_trip);
  g_test_add_func ("/viewport/north-is-up", test_north_is_up);
  g_test_add_func ("/viewport/box", test_box);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/pan", test_pan);
  g_test_add_func ("/viewport/zoom-keeps-pointer", test_zoom_keeps_pointer);
  g_test_add_func ("/viewport/resize", test_resize);
  g_test_add_func ("/viewport/clamp", test_clamp);

  return g_test_run ();
}
