/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-load.h"

#include <string.h>

G_BEGIN_DECLS

/**
 * ka_fuzz_load:
 * @bytes: the document of an atlas, or what is none
 * @size: how many bytes
 * @why: (out) (transfer full) (nullable): the first fault; %NULL with an atlas
 *
 * Loads an atlas and checks what holds of all faults.
 *
 * Returns: (transfer full) (nullable): the atlas
 */
static inline KaAtlas *
ka_fuzz_load (const guint8 *bytes, gsize size, char **why)
{
  char *text = g_malloc0 (size + 1);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas;

  if (size > 0)
    memcpy (text, bytes, size);
  atlas = ka_atlas_load_text ("fuzz", text, size, &faults, &error);
  g_assert_nonnull (faults);
  g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
  g_assert_cmpuint (faults->len, <=, 100);
  g_assert_true ((atlas == NULL) == (faults->len > 0));
  g_assert_true ((atlas == NULL) == (error != NULL));
  *why = NULL;
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_assert_true (g_utf8_validate (line, -1, NULL));
      if (*why == NULL)
        *why = g_strdup (((KaFault *) faults->pdata[i])->message);
    }
  return atlas;
}

G_END_DECLS
