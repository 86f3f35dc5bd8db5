/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saves the view of the window as a PNG in the folder of pictures, under a new name, on a thread.
 */

#include "config.h"

#include "ka-snapshot.h"

#include "ka-export.h"

/* A slide of 1920 by 1080 pixels with the type sizes of the screen. */
#define PAGE_WIDTH  1920.0
#define PAGE_HEIGHT 1080.0

static void
snapshot_free (KaSnapshot *self)
{
  ka_map_scene_unref (self->scene);
  g_free (self);
}

/* Returns a file of a name, with "-2", "-3" … before the ending where it exists already. */
static GFile *
find_free_file (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  const char *ending = strrchr (name, '.');
  int         stem = (int) (ending - name);

  for (int i = 2; g_file_query_exists (file, NULL); i++)
    {
      g_autofree char *next = g_strdup_printf ("%.*s-%d%s", stem, name, i, ending);

      g_clear_object (&file);
      file = g_file_get_child (folder, next);
    }

  return g_steal_pointer (&file);
}

static GFile *
find_pictures_folder (void)
{
  const char *pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  g_autoptr (GFile) folder = g_file_new_for_path (pictures != NULL ? pictures : g_get_home_dir ());

  g_file_make_directory_with_parents (folder, NULL, NULL);

  return g_steal_pointer (&folder);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KaSnapshot *job = data;
  KaPage      page = KA_PAGE_INIT (job->view, PAGE_WIDTH, PAGE_HEIGHT);
  KaExport export = { job->scene, &job->state, job->theme, &page, 1.0 };
  g_autoptr (GFile) folder = find_pictures_folder ();
  g_autofree char *name = ka_export_dup_file_name (ka_map_scene_get_atlas (job->scene), &job->state,
                                                   job->view, KA_EXPORT_PNG);
  g_autoptr (GFile) file = find_free_file (folder, name);
  GError *error = NULL;

  page.viewport = &job->viewport;
  page.axis = &job->axis;
  if (ka_export_save (&export, KA_EXPORT_PNG, file, &error))
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ka_snapshot_save_async (const KaSnapshot   *self,
                        GObject            *source,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  KaSnapshot *copy = g_memdup2 (self, sizeof *self);

  ka_map_scene_ref (copy->scene);
  copy->state.hover = NULL;
  g_task_set_source_tag (task, ka_snapshot_save_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) snapshot_free);
  g_task_run_in_thread (task, save_in_thread);
}

GFile *
ka_snapshot_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
