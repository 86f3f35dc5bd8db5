/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints the layers of a map into textures, on a thread or at once. It decides nothing about when;
 * that is the map view's.
 */

#include "config.h"

#include "ka-map-painting.h"

#include <math.h>

#include "ka-cairo-auto.h"

/* Side of a tile in pixels: small enough to pass over most of the empty land, large enough to keep
 * their number low. */
#define TILE_PX 256

static void
tile_free (KaMapTile *tile)
{
  g_clear_object (&tile->texture);
  g_free (tile);
}

static gboolean
is_empty (const guchar *data, gsize stride, int width, int height)
{
  for (int y = 0; y < height; y++)
    {
      const guint32 *pixels = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);
      guint32        any = 0;

      for (int x = 0; x < width; x++)
        any |= pixels[x];
      if (any != 0)
        return FALSE;
    }

  return TRUE;
}

/* The tiles on which something is painted. They share the memory of the picture. */
static GPtrArray *
cut_tiles (GBytes *bytes, int width, int height, gsize stride)
{
  GPtrArray    *tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) tile_free);
  gsize         size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  for (int y = 0; y < height; y += TILE_PX)
    for (int x = 0; x < width; x += TILE_PX)
      {
        int   tile_width = MIN (TILE_PX, width - x);
        int   tile_height = MIN (TILE_PX, height - y);
        gsize offset = (gsize) y * stride + (gsize) x * 4;
        g_autoptr (GBytes) part = NULL;
        KaMapTile *tile;

        if (is_empty (data + offset, stride, tile_width, tile_height))
          continue;
        part = g_bytes_new_from_bytes (bytes, offset, (gsize) tile_height * stride);
        tile = g_new0 (KaMapTile, 1);
        tile->texture = gdk_memory_texture_new (tile_width, tile_height, GDK_MEMORY_DEFAULT, part,
                                                stride);
        tile->x_px = x;
        tile->y_px = y;
        g_ptr_array_add (tiles, tile);
      }

  return tiles;
}

/**
 * ka_map_painting_paint_sheet:
 * @scene: what is painted
 * @sheet: (inout): a sheet whose key says what, in which colours and at which size; its picture is
 * filled in, transparent where no layer paints
 *
 * May run on any thread.
 */
void
ka_map_painting_paint_sheet (KaMapScene *scene, KaMapSheet *sheet)
{
  const KaMapKey *key = &sheet->key;
  int             width = MAX (1, (int) ceil (key->viewport.width * key->scale));
  int             height = MAX (1, (int) ceil (key->viewport.height * key->scale));
  /* One row more, so that a tile at the end of the last row has its whole stride. */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height + 1);
  gsize            stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_set_device_scale (surface, key->scale, key->scale);
  {
    g_autoptr (cairo_t) cr = cairo_create (surface);

    ka_map_paint (cr, scene, &key->state, key->theme, &key->viewport, key->passes);
  }
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) (height + 1),
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  ka_map_sheet_clear (sheet);
  sheet->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  if (!(key->passes & KA_MAP_BASE))
    sheet->tiles = cut_tiles (bytes, width, height, stride);
}

/**
 * ka_map_painting_new:
 * @scene: what is painted
 *
 * Returns: (transfer full): a painting with nothing asked for yet
 */
KaMapPainting *
ka_map_painting_new (KaMapScene *scene)
{
  KaMapPainting *self = g_new0 (KaMapPainting, 1);

  self->scene = ka_map_scene_ref (scene);

  return self;
}

/**
 * ka_map_painting_free:
 * @self: (transfer full): a painting
 */
void
ka_map_painting_free (KaMapPainting *self)
{
  g_clear_pointer (&self->scene, ka_map_scene_unref);
  for (gsize i = 0; i < self->n_sheets; i++)
    ka_map_sheet_clear (&self->sheets[i]);
  g_free (self);
}

/**
 * ka_map_painting_add:
 * @self: a painting with less than %KA_MAP_N_SHEETS sheets
 * @key: what to paint, too
 */
void
ka_map_painting_add (KaMapPainting *self, const KaMapKey *key)
{
  g_return_if_fail (self->n_sheets < KA_MAP_N_SHEETS);

  self->sheets[self->n_sheets++] = (KaMapSheet){ .key = *key };
}

/**
 * ka_map_painting_run:
 * @self: a painting
 *
 * Paints what is asked for. May run on any thread.
 */
void
ka_map_painting_run (KaMapPainting *self)
{
  for (gsize i = 0; i < self->n_sheets; i++)
    ka_map_painting_paint_sheet (self->scene, &self->sheets[i]);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ka_map_painting_run (data);
  g_task_return_boolean (task, TRUE);
}

/**
 * ka_map_painting_run_async:
 * @self: (transfer full): a painting
 * @source: whom it is for
 * @cancellable: (nullable): forgets the result
 * @callback: called on the main thread; ends with ka_map_painting_finish()
 * @user_data: for @callback
 */
void
ka_map_painting_run_async (KaMapPainting      *self,
                           GObject            *source,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, ka_map_painting_run_async);
  g_task_set_task_data (task, self, (GDestroyNotify) ka_map_painting_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * ka_map_painting_finish:
 * @result: what the callback got
 * @error: set when it was cancelled
 *
 * Returns: (transfer full) (nullable): a painting with the pictures only
 */
KaMapPainting *
ka_map_painting_finish (GAsyncResult *result, GError **error)
{
  GTask         *task = G_TASK (result);
  KaMapPainting *painting = g_task_get_task_data (task);
  KaMapPainting *copy;

  if (!g_task_propagate_boolean (task, error))
    return NULL;

  copy = g_memdup2 (painting, sizeof *painting);
  ka_map_scene_ref (copy->scene);
  painting->n_sheets = 0;

  return copy;
}
