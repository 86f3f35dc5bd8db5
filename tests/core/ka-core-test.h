/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-load.h"
#include "ka-query.h"

G_BEGIN_DECLS

/* Loads an atlas that must be good, by its path below the folder of the tests. */
static inline KaAtlas *
load_atlas (const char *path)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas = ka_atlas_load (file, &faults, &error);

  if (faults != NULL)
    {
      g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
      for (guint i = 0; i < faults->len; i++)
        {
          g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

          g_test_message ("%s", line);
        }
    }
  g_assert_no_error (error);
  g_assert_nonnull (atlas);
  return atlas;
}

/* Loads the built-in atlas. */
static inline KaAtlas *
load_built_in_atlas (void)
{
  return load_atlas ("../data/atlas");
}

static inline gboolean
list_has (const KaList *list, gconstpointer item)
{
  for (gsize i = 0; i < list->n_items; i++)
    if (list->items[i] == item)
      return TRUE;
  return FALSE;
}

G_END_DECLS
