/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saves several pictures of what a window shows on a thread, and tells how far it is.
 */

#include "config.h"

#include "ka-snapshot-series.h"

#include "ka-export-files.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MICROSECONDS 1e6

/* What the thread works on */
typedef struct
{
  KaSnapshot        *shown; /* Owned */
  KaExportChoice     choice;
  GFile             *file;        /* Owned (nullable) */
  GObject           *source;      /* Borrowed: the task keeps it */
  GCancellable      *cancellable; /* Owned (nullable) */
  KaSnapshotProgress progress;
  gint64             start;
  KaSnapshotSeries  *saved; /* Owned */
} Job;

static void
job_free (Job *self)
{
  ka_snapshot_free (self->shown);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->saved, ka_snapshot_series_free);
  g_free (self);
}

/* A step of progress on its way to the main thread */
typedef struct
{
  GObject           *source; /* Owned */
  KaSnapshotProgress progress;
  guint              n_done;
  guint              n;
  double             seconds;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->source);
  g_free (step);
}

static gboolean
step_cb (gpointer data)
{
  const Step *step = data;

  step->progress (step->source, step->n_done, step->n, step->seconds);

  return G_SOURCE_REMOVE;
}

static gboolean
told_cb (const char *path, guint n_done, guint n, gpointer data)
{
  Job         *job = data;
  const double elapsed = (double) (g_get_monotonic_time () - job->start) / MICROSECONDS;
  Step        *step = g_new (Step, 1);

  *step = (Step){ .source = g_object_ref (job->source),
                  .progress = job->progress,
                  .n_done = n_done,
                  .n = n,
                  .seconds = elapsed * (n - n_done) / n_done };
  job->saved->n_done = n_done;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, step_cb, step, step_free);

  return !g_cancellable_is_cancelled (job->cancellable);
}

static KaSpan
get_range (const KaSnapshot *self)
{
  if (self->state.has_range)
    return (KaSpan){ self->state.range.from, self->state.range.to - 1 };

  return (KaSpan){ (KaDay) floor (self->axis.first_day),
                   (KaDay) ceil (ka_time_axis_get_last_day (&self->axis)) };
}

/* Decides on folder and beginning of the names (transfer full). */
static char *
choose_files (Job *job)
{
  const char      *id = ka_atlas_get_head (ka_map_scene_get_atlas (job->shown->scene))->id;
  g_autofree char *name = g_strconcat (id, "-1", NULL);
  char            *stem;

  if (job->file == NULL)
    {
      g_autoptr (GFile) pictures = ka_snapshot_find_folder (G_USER_DIRECTORY_PICTURES);

      job->saved->folder = g_file_get_child (pictures, name);
      for (int i = 2; g_file_query_exists (job->saved->folder, NULL); i++)
        {
          g_free (name);
          name = g_strdup_printf ("%s-%d", id, i);
          g_object_unref (job->saved->folder);
          job->saved->folder = g_file_get_child (pictures, name);
        }
      stem = g_strdup (id);
    }
  else
    {
      job->saved->folder = g_file_get_parent (job->file);
      stem = g_file_get_basename (job->file);
      if (strrchr (stem, '.') != NULL)
        *strrchr (stem, '.') = '\0';
    }
  job->saved->manifest = g_file_get_child (job->saved->folder, KA_SERIES_MANIFEST);

  return stem;
}

static gpointer
save (const KaExport *common, gpointer data, GError **error)
{
  Job               *job = data;
  KaAtlas           *atlas = ka_map_scene_get_atlas (common->scene);
  const KaItem      *selection = common->state->selection;
  const KaSeriesPlan plan = ka_export_choice_get_plan (&job->choice, selection,
                                                       get_range (job->shown));
  g_autoptr (KaSeries) series = ka_series_new (atlas, common->state, &plan, error);
  g_autofree char *stem = NULL;
  g_autofree char *folder = NULL;

  if (series == NULL)
    return NULL;
  job->saved->n = ka_series_get_length (series);
  stem = choose_files (job);
  folder = g_file_get_path (job->saved->folder);
  if (folder == NULL)
    {
      g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_WRITE,
                           _ ("several pictures need a folder on this computer"));
      return NULL;
    }

  return ka_series_save (series, common,
                         &(KaSeriesFiles){ folder, stem, job->choice.format, FALSE }, told_cb, job,
                         error)
           ? job->saved
           : NULL;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;

  if (ka_snapshot_draw (job->shown, &job->choice, save, job, &error) != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->saved),
                           (GDestroyNotify) ka_snapshot_series_free);
  else
    g_task_return_error (task, error);
}

void
ka_snapshot_save_series_async (const KaSnapshot     *self,
                               const KaExportChoice *choice,
                               GFile                *file,
                               GObject              *source,
                               GCancellable         *cancellable,
                               KaSnapshotProgress    progress,
                               GAsyncReadyCallback   callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .shown = ka_snapshot_copy (self),
                .choice = *choice,
                .source = source,
                .progress = progress,
                .start = g_get_monotonic_time (),
                .saved = g_new0 (KaSnapshotSeries, 1) };
  g_set_object (&job->file, file);
  g_set_object (&job->cancellable, cancellable);
  g_task_set_source_tag (task, ka_snapshot_save_series_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_in_thread);
}

KaSnapshotSeries *
ka_snapshot_save_series_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ka_snapshot_series_free (KaSnapshotSeries *self)
{
  g_clear_object (&self->folder);
  g_clear_object (&self->manifest);
  g_free (self);
}

char *
ka_snapshot_series_dup_message (const KaSnapshotSeries *self)
{
  g_autofree char *name = g_file_get_basename (self->folder);

  if (self->n_done < self->n)
    /* Translators: how many pictures of how many were saved, and the folder that they are in */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u picture of %2$u is saved in %3$s",
                                         "%1$u pictures of %2$u are saved in %3$s", self->n_done),
                            self->n_done, self->n, name);

  /* Translators: how many pictures were saved, and the folder that they are in */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u picture saved in %2$s",
                                       "%1$u pictures saved in %2$s", self->n),
                          self->n, name);
}
