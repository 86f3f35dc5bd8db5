/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a picture of what a window shows, as a person chose it, and saves it on a thread: in the
 * folder of pictures under a new name, or where the person says.
 */

#include "config.h"

#include "ka-snapshot.h"

#include "ka-export-write.h"

#include <glib/gi18n-lib.h>

/* What the thread works on. */
typedef struct
{
  KaSnapshot    *shown; /* Owned */
  KaExportChoice choice;
  GFile         *file; /* Owned (nullable) */
} Job;

static void
job_free (Job *self)
{
  ka_snapshot_free (self->shown);
  g_clear_object (&self->file);
  g_free (self);
}

KaSnapshot *
ka_snapshot_copy (const KaSnapshot *self)
{
  KaSnapshot *copy = g_memdup2 (self, sizeof *self);

  ka_map_scene_ref (copy->scene);
  copy->state.hover = NULL;

  return copy;
}

void
ka_snapshot_free (KaSnapshot *self)
{
  ka_map_scene_unref (self->scene);
  g_free (self);
}

GFile *
ka_snapshot_find_folder (GUserDirectory directory)
{
  const char *path = g_get_user_special_dir (directory);
  g_autoptr (GFile) folder = g_file_new_for_path (path != NULL ? path : g_get_home_dir ());

  g_file_make_directory_with_parents (folder, NULL, NULL);

  return g_steal_pointer (&folder);
}

/* The file of that name in a folder, or one with a number where the name is taken */
static GFile *
find_free (GFile *folder, const char *name)
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

GFile *
ka_snapshot_find_file (GUserDirectory directory, const char *name)
{
  g_autoptr (GFile) folder = ka_snapshot_find_folder (directory);

  return find_free (folder, name);
}

GFile *
ka_snapshot_settle_file (GFile *file, KaExportFormat *format)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;

  if (folder == NULL || ka_export_format_from_file_name (name, format, NULL))
    return g_object_ref (file);

  whole = g_strconcat (name, ".", ka_export_format_get_name (*format), NULL);

  return find_free (folder, whole);
}

gpointer
ka_snapshot_draw (const KaSnapshot     *self,
                  const KaExportChoice *choice,
                  KaSnapshotDraw        draw,
                  gpointer              data,
                  GError              **error)
{
  double scale;
  KaPage page = ka_export_choice_get_page (choice, &scale);
  const KaExport export = { .scene = self->scene,
                            .state = &self->state,
                            .theme = ka_export_choice_get_theme (choice, self->theme),
                            .page = &page,
                            .scale = scale,
                            .has_clauses = page.has_title && page.view != KA_PAGE_TIMELINE };

  page.viewport = &self->viewport;
  page.axis = &self->axis;

  return draw (&export, data, error);
}

char *
ka_snapshot_dup_name (const KaSnapshot *self, const KaExportChoice *choice)
{
  return ka_export_dup_file_name (ka_map_scene_get_atlas (self->scene), &self->state, choice->view,
                                  choice->format);
}

static gpointer
render (const KaExport *export, gpointer data, GError **error)
{
  const KaExportChoice *choice = data;

  return ka_export_render (export, choice->format, error);
}

GBytes *
ka_snapshot_render (const KaSnapshot *self, const KaExportChoice *choice, GError **error)
{
  KaExportChoice copy = *choice;

  return ka_snapshot_draw (self, choice, render, &copy, error);
}

/* Renders, which can be cancelled; what is being written is written whole. */
static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = ka_snapshot_render (job->shown, &job->choice, &error);

  if (!g_task_set_return_on_cancel (task, FALSE))
    {
      g_clear_error (&error);
      return;
    }
  if (job->file == NULL)
    {
      g_autofree char *name = ka_snapshot_dup_name (job->shown, &job->choice);

      job->file = ka_snapshot_find_file (G_USER_DIRECTORY_PICTURES, name);
    }
  if (bytes != NULL && ka_export_write (bytes, job->file, &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ka_snapshot_save_async (const KaSnapshot     *self,
                        const KaExportChoice *choice,
                        GFile                *file,
                        GObject              *source,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->shown = ka_snapshot_copy (self);
  job->choice = *choice;
  g_set_object (&job->file, file);
  g_task_set_source_tag (task, ka_snapshot_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, save_in_thread);
}

GFile *
ka_snapshot_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
ka_snapshot_dup_message (GFile *file, const GError *error)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *folder_base = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  if (file == NULL)
    return g_strdup_printf (_ ("The picture could not be saved: %s"), error->message);

  folder = g_file_get_parent (file);
  base = g_file_get_basename (file);
  folder_base = g_file_get_basename (folder);

  /* Translators: a file and the folder that it is in. */
  return g_strdup_printf (_ ("Saved as %1$s in %2$s"), base, folder_base);
}
