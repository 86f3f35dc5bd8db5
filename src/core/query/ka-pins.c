/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The items of a reading list, and the file that keeps them.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-pins.h"

#include "ka-query.h"

G_DEFINE_QUARK (ka - pins - error - quark, ka_pins_error)

gboolean
ka_pins_admit (const KaItem *item)
{
  return item->kind == KA_ITEM_EVENT || item->kind == KA_ITEM_ARTICLE ||
         item->kind == KA_ITEM_ANNEX;
}

gboolean
ka_pins_add (GPtrArray *items, KaAtlas *atlas, const char *reference, GError **error)
{
  const KaItem    *item = ka_atlas_lookup_reference (atlas, reference);
  g_autofree char *nearest = NULL;

  if (item != NULL && ka_pins_admit (item))
    {
      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, (gpointer) (guintptr) item);
      return TRUE;
    }
  if (item != NULL)
    {
      g_set_error (error, KA_PINS_ERROR, KA_PINS_ERROR_KIND,
                   _ ("'%s' is no event, article or annex"), reference);
      return FALSE;
    }

  nearest = ka_query_dup_nearest_reference (atlas, reference);
  if (nearest != NULL)
    g_set_error (error, KA_PINS_ERROR, KA_PINS_ERROR_ITEM,
                 _ ("nothing in the atlas has the id '%1$s'; the nearest is '%2$s'"), reference,
                 nearest);
  else
    g_set_error (error, KA_PINS_ERROR, KA_PINS_ERROR_ITEM,
                 _ ("nothing in the atlas has the id '%s'"), reference);

  return FALSE;
}

GPtrArray *
ka_pins_parse (KaAtlas *atlas, const char *text, GPtrArray *faults, GPtrArray *others)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autoptr (GError) error = NULL;

      if (*line == '\0' || *line == '#' || ka_pins_add (items, atlas, line, &error))
        continue;
      if (faults != NULL)
        g_ptr_array_add (faults, g_strdup_printf ("%u: %s", i + 1, error->message));
      if (others != NULL)
        g_ptr_array_add (others, g_strdup (line));
    }

  return items;
}

char *
ka_pins_to_text (KaAtlas *atlas, const GPtrArray *items, const GPtrArray *others)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "# %s\n", ka_atlas_get_head (atlas)->id);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (items->pdata[i]);

      g_string_append_printf (text, "%s\n", reference);
    }
  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) others->pdata[i]);

  return g_string_free (text, FALSE);
}
