/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints the layers of a map into textures, on a thread or at once. It decides nothing about when;
 * that is the map view's.
 */

#include "config.h"

#include "ka-map-painting.h"

#include <math.h>

#include "ka-cairo-auto.h"

/**
 * ka_map_painting_paint_texture:
 * @scene: what is painted
 * @state: on which day, with what selected
 * @theme: in which colours
 * @viewport: which part; its size in user units is the texture's
 * @passes: which layers
 * @scale: device pixels for a user unit
 *
 * Returns: (transfer full): the picture, transparent where no layer paints
 */
GdkTexture *
ka_map_painting_paint_texture (KaMapScene        *scene,
                               const KaViewState *state,
                               const KaTheme     *theme,
                               const KaViewport  *viewport,
                               KaMapPass          passes,
                               double             scale)
{
  int              width = MAX (1, (int) ceil (viewport->width * scale));
  int              height = MAX (1, (int) ceil (viewport->height * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gsize            stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_set_device_scale (surface, scale, scale);
  {
    g_autoptr (cairo_t) cr = cairo_create (surface);

    ka_map_paint (cr, scene, state, theme, viewport, passes);
  }
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
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
    {
      const KaMapKey *key = &self->sheets[i].key;

      self->sheets[i].texture = ka_map_painting_paint_texture (
        self->scene, &key->state, key->theme, &key->viewport, key->passes, key->scale);
    }
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
