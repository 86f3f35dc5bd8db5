/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-atlas-load.h"
#include "ka-map-furniture.h"
#include "ka-map-painter.h"

/* Loads the built-in atlas; ends the test on failure */
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

/* The built-in atlas, its scene, and a cairo_t to measure text on */
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

/* The context of a light map */
static inline KaPaintContext
ka_map_test_context (KaMapTest *test, const KaViewState *state, const KaViewport *viewport)
{
  return ka_paint_context (test->cr, test->scene, state, ka_theme_get (KA_THEME_LIGHT), viewport);
}

static inline KaMapLabels *
ka_map_test_label (KaMapTest         *test,
                   const KaViewState *state,
                   const KaViewport  *viewport,
                   const KaBox       *taken,
                   gsize              n_taken,
                   const KaMapLabels *previous)
{
  g_auto (KaPaintContext) context = ka_map_test_context (test, state, viewport);

  return ka_map_labels_new (&context, taken, n_taken, previous);
}

static inline KaLegend *
ka_map_test_legend (KaMapTest *test, const KaViewState *state, const KaViewport *viewport)
{
  g_auto (KaPaintContext) context = ka_map_test_context (test, state, viewport);

  return state->legend == KA_LEGEND_PRINTED
           ? ka_legend_new_on_paper (&context, viewport->width, viewport->height)
           : ka_legend_new (&context, NULL, 0, NULL);
}

static inline KaMapFurniture *
ka_map_test_furnish (KaMapTest *test, const KaViewState *state, const KaViewport *viewport)
{
  g_auto (KaPaintContext) context = ka_map_test_context (test, state, viewport);

  return ka_map_furniture_new (&context, NULL, 0, NULL);
}
