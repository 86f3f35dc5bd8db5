/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-map-scene.h"

/* The built-in atlas; the test ends when it does not load */
static inline KaAtlas *
ka_map_test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("KA_ATLAS_DIR"));
  KaAtlas *atlas = ka_atlas_load (folder, &faults, &error);

  g_assert_no_error (error);
  g_assert_nonnull (atlas);

  return atlas;
}

static inline KaDay
ka_map_test_day (const char *text)
{
  KaDay day;

  g_assert_true (ka_day_parse (text, &day, NULL));

  return day;
}

/* What tests of the map begin with: the built-in atlas, its geography, something to measure on */
typedef struct
{
  KaAtlas    *atlas;
  KaMapScene *scene;
  cairo_t    *cr;
} KaMapTest;

static inline void
ka_map_test_set_up (KaMapTest *test, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);

  test->atlas = ka_map_test_load ();
  test->scene = ka_map_scene_new (test->atlas);
  test->cr = cairo_create (surface);
  cairo_surface_destroy (surface);
}

static inline void
ka_map_test_tear_down (KaMapTest *test, gconstpointer data)
{
  cairo_destroy (test->cr);
  ka_map_scene_unref (test->scene);
  ka_atlas_unref (test->atlas);
}

static inline void
ka_map_test_add (const char *path, void (*function) (KaMapTest *test, gconstpointer data))
{
  g_test_add (path, KaMapTest, NULL, ka_map_test_set_up, function, ka_map_test_tear_down);
}
