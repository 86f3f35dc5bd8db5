/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saves a hand-out of the reading list on a thread.
 */

#include "config.h"

#include "ka-handout-save.h"

#include "ka-export-handout.h"
#include "ka-snapshot.h"

typedef struct
{
  KaMapScene *scene;
  KaViewState state;
  GPtrArray  *items;
} Job;

static void
job_free (Job *self)
{
  ka_map_scene_unref (self->scene);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job             *job = data;
  KaAtlas         *atlas = ka_map_scene_get_atlas (job->scene);
  g_autofree char *day = ka_day_to_iso (job->state.day);
  g_autofree char *name = g_strdup_printf ("%s-handout-%s.pdf", ka_atlas_get_head (atlas)->id, day);
  g_autoptr (GFile) file = ka_snapshot_find_file (G_USER_DIRECTORY_DOCUMENTS, name);
  GError *error = NULL;

  if (ka_export_save_handout (job->scene, &job->state, job->items, file, &error))
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ka_handout_save_async (KaMapScene         *scene,
                       const KaViewState  *state,
                       const GPtrArray    *items,
                       GObject            *source,
                       GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->scene = ka_map_scene_ref (scene);
  job->state = *state;
  job->state.hover = NULL;
  job->items = g_ptr_array_copy ((GPtrArray *) (guintptr) items, NULL, NULL);
  g_task_set_source_tag (task, ka_handout_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_in_thread);
}
