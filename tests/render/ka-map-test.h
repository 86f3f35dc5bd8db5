/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
