/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has sheets of the map painted, on a thread or at once. When is the map view's to decide.
 */

#include "config.h"

#include "ka-map-painting.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Blocks up to so many bytes are taken from memory that was freed before; so much of that is kept
 */
#define LARGEST_REUSED (32 * 1024 * 1024)
#define MOST_KEPT      (64 * 1024 * 1024)

/**
 * ka_map_painting_keep_memory:
 *
 * Has the memory of pictures that are gone used again. Else the GNU C library gives each back to
 * the system and the next one takes new pages, which costs a third of a painting.
 */
void
ka_map_painting_keep_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGEST_REUSED);
  mallopt (M_TRIM_THRESHOLD, MOST_KEPT);
#endif
}

/**
 * ka_map_painting_new:
 * @scene: what is painted
 * @previous: (nullable): where names stood before; the painting keeps a reference
 *
 * Returns: (transfer full): a painting with nothing asked for yet
 */
KaMapPainting *
ka_map_painting_new (KaMapScene *scene, KaMapNames *previous)
{
  KaMapPainting *self = g_new0 (KaMapPainting, 1);

  self->scene = ka_map_scene_ref (scene);
  self->previous = previous != NULL ? g_atomic_rc_box_acquire (previous) : NULL;

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
  g_clear_pointer (&self->previous, ka_map_names_unref);
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

typedef struct
{
  KaMapPainting *painting;
  GCancellable  *cancellable;
} Part;

static void
paint_sheets (const Part *part, gboolean of_land)
{
  KaMapPainting *self = part->painting;

  for (gsize i = 0; i < self->n_sheets && !g_cancellable_is_cancelled (part->cancellable); i++)
    if (((self->sheets[i].key.passes & KA_MAP_BASE) != 0) == of_land)
      ka_map_sheet_paint (&self->sheets[i], self->scene, self->previous);
}

static gpointer
paint_land (gpointer data)
{
  paint_sheets (data, TRUE);

  return NULL;
}

/**
 * ka_map_painting_run:
 * @self: a painting
 * @cancellable: (nullable): ends it before the next sheet
 *
 * Paints what is asked for, land beside names. Names are painted on the thread of the caller, which
 * has fonts loaded more likely than a new one. May run on any thread.
 */
void
ka_map_painting_run (KaMapPainting *self, GCancellable *cancellable)
{
  Part     part = { self, cancellable };
  GThread *thread = NULL;

  if (self->n_sheets > 1)
    thread = g_thread_try_new ("map land", paint_land, &part, NULL);
  paint_sheets (&part, FALSE);
  if (thread != NULL)
    g_thread_join (thread);
  else
    paint_sheets (&part, TRUE);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ka_map_painting_run (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

/**
 * ka_map_painting_run_async:
 * @self: (transfer full): a painting
 * @source: whom it is for
 * @priority: whose turn it is when threads are scarce, %G_PRIORITY_DEFAULT or another one
 * @cancellable: (nullable): ends it and forgets the result
 * @callback: called on the main thread; ends with ka_map_painting_finish()
 * @user_data: for @callback
 */
void
ka_map_painting_run_async (KaMapPainting      *self,
                           GObject            *source,
                           int                 priority,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, ka_map_painting_run_async);
  g_task_set_priority (task, priority);
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
  copy->previous = NULL;
  painting->n_sheets = 0;

  return copy;
}
