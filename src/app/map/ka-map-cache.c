/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps pictures of the map. It paints none and does not know which one is on screen.
 */

#include "config.h"

#include "ka-map-cache.h"

struct _KaMapCache
{
  GPtrArray *sheets; /* (element-type KaMapSheet), the one used last at the end */
  gsize      bytes;
  gsize      most_bytes;
};

static gsize
measure (const KaMapSheet *sheet)
{
  return (gsize) cairo_image_surface_get_stride (sheet->surface) *
         (gsize) cairo_image_surface_get_height (sheet->surface);
}

static void
sheet_free (KaMapSheet *sheet)
{
  ka_map_sheet_clear (sheet);
  g_free (sheet);
}

/**
 * ka_map_cache_new:
 * @most_bytes: how much room all pictures may take; the last %KA_MAP_CACHE_LEAST are kept in any
 * case
 *
 * Returns: (transfer full): an empty cache
 */
KaMapCache *
ka_map_cache_new (gsize most_bytes)
{
  KaMapCache *self = g_new0 (KaMapCache, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->most_bytes = most_bytes;

  return self;
}

/**
 * ka_map_cache_free:
 * @self: (transfer full): a cache
 */
void
ka_map_cache_free (KaMapCache *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

static void
remove_sheet (KaMapCache *self, guint number)
{
  self->bytes -= measure (self->sheets->pdata[number]);
  g_ptr_array_remove_index (self->sheets, number);
}

/**
 * ka_map_cache_add:
 * @self: a cache
 * @sheet: a painted sheet; the cache keeps a reference to its picture
 *
 * Adds a picture in place of those that it makes needless, and forgets old ones.
 */
void
ka_map_cache_add (KaMapCache *self, const KaMapSheet *sheet)
{
  KaMapSheet *copy;

  g_return_if_fail (sheet->surface != NULL);

  for (guint i = self->sheets->len; i > 0; i--)
    {
      const KaMapSheet *old = self->sheets->pdata[i - 1];

      if (ka_map_key_covers (&sheet->key, &old->key))
        remove_sheet (self, i - 1);
    }

  copy = g_new0 (KaMapSheet, 1);
  ka_map_sheet_set (copy, sheet);
  g_ptr_array_add (self->sheets, copy);
  self->bytes += measure (copy);
  while (self->bytes > self->most_bytes && self->sheets->len > KA_MAP_CACHE_LEAST)
    remove_sheet (self, 0);
}

/**
 * ka_map_cache_find:
 * @self: a cache
 * @wanted: what is to be seen
 *
 * O(sheets), of which there are some dozens.
 *
 * Returns: (transfer none) (nullable): a picture of it; good until the cache changes
 */
const KaMapSheet *
ka_map_cache_find (KaMapCache *self, const KaMapKey *wanted)
{
  for (guint i = self->sheets->len; i > 0; i--)
    {
      KaMapSheet *sheet = self->sheets->pdata[i - 1];

      if (ka_map_key_covers (&sheet->key, wanted))
        {
          g_ptr_array_steal_index (self->sheets, i - 1);
          g_ptr_array_add (self->sheets, sheet);
          return sheet;
        }
    }

  return NULL;
}

/**
 * ka_map_cache_find_backdrop:
 * @self: a cache
 * @wanted: what is to be seen
 *
 * Returns: (transfer none) (nullable): of the pictures of the same map the one that shows the most
 * land, at whichever scale; good until the cache changes
 */
const KaMapSheet *
ka_map_cache_find_backdrop (KaMapCache *self, const KaMapKey *wanted)
{
  const KaMapSheet *widest = NULL;
  double            most_km = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const KaMapSheet *sheet = self->sheets->pdata[i];
      double            km = sheet->key.viewport.width / sheet->key.viewport.scale;

      if (ka_map_key_matches (&sheet->key, wanted) && km > most_km)
        {
          widest = sheet;
          most_km = km;
        }
    }

  return widest;
}

/**
 * ka_map_cache_clear:
 * @self: a cache
 *
 * Forgets all pictures.
 */
void
ka_map_cache_clear (KaMapCache *self)
{
  g_ptr_array_set_size (self->sheets, 0);
  self->bytes = 0;
}

/**
 * ka_map_cache_get_n_sheets:
 * @self: a cache
 *
 * Returns: how many pictures it holds
 */
gsize
ka_map_cache_get_n_sheets (KaMapCache *self)
{
  return self->sheets->len;
}

/**
 * ka_map_cache_get_bytes:
 * @self: a cache
 *
 * Returns: how much room they take
 */
gsize
ka_map_cache_get_bytes (KaMapCache *self)
{
  return self->bytes;
}
