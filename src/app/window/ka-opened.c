/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds out what a file is, on a thread, and says what is wrong with it.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-opened.h"

#include "ka-export-view.h"

#include <string.h>

/* The view of a picture stands before its pixels. */
#define PICTURE_HEAD (1 << 20)

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/* Reads the beginning of a regular file: a pipe would wait for its writer. %NULL where there is
 * none. */
static GBytes *
read_head (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guint8 *head = NULL;
  gsize              size = 0;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    return NULL;

  head = g_malloc (PICTURE_HEAD);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof png_signature, &size, NULL,
                                NULL) ||
      size < sizeof png_signature || memcmp (head, png_signature, size) != 0 ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head + size, PICTURE_HEAD - size, &size,
                                NULL, NULL))
    return NULL;

  return g_bytes_new (head, size + sizeof png_signature);
}

char *
ka_opened_read_view (GFile *file, gboolean *is_picture, GError **error)
{
  g_autoptr (GBytes) head = read_head (file);

  *is_picture = head != NULL;

  return head != NULL ? ka_export_read_view (head, error) : NULL;
}

static void
add_fault (KaOpened *self, const char *message)
{
  KaFault *fault = g_new0 (KaFault, 1);

  fault->file = ka_opened_dup_name (self->file);
  fault->message = g_strdup (message);
  g_ptr_array_add (self->faults, fault);
}

static void
open_atlas (KaOpened *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = NULL;
  GPtrArray *losses = NULL;

  self->atlas = ka_atlas_open_partly (self->file, &self->gap, &faults, &losses, &error);
  if (faults != NULL)
    {
      g_ptr_array_unref (self->faults);
      self->faults = faults;
    }
  if (losses != NULL)
    {
      g_ptr_array_unref (self->losses);
      self->losses = losses;
    }
  if (self->atlas == NULL && self->faults->len == 0)
    add_fault (self, error->message);
  if (self->atlas == NULL)
    self->message = g_strdup (error->message);
}

KaOpened *
ka_opened_new (GFile *file)
{
  KaOpened *self = g_new0 (KaOpened, 1);
  gboolean  is_picture;
  g_autoptr (GError) error = NULL;

  self->file = g_object_ref (file);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_fault_free);
  self->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_loss_free);
  self->link = ka_opened_read_view (file, &is_picture, &error);
  if (!is_picture)
    open_atlas (self);
  if (error != NULL)
    {
      add_fault (self, error->message);
      self->message = ka_fault_to_string (self->faults->pdata[0]);
    }

  return self;
}

KaOpened *
ka_opened_copy (const KaOpened *self)
{
  KaOpened *copy = g_new (KaOpened, 1);

  *copy = (KaOpened){ .file = g_object_ref (self->file),
                      .atlas = self->atlas != NULL ? ka_atlas_ref (self->atlas) : NULL,
                      .link = g_strdup (self->link),
                      .gap = self->gap,
                      .faults = g_ptr_array_ref (self->faults),
                      .losses = g_ptr_array_ref (self->losses),
                      .message = g_strdup (self->message) };

  return copy;
}

void
ka_opened_free (KaOpened *self)
{
  g_object_unref (self->file);
  g_clear_pointer (&self->atlas, ka_atlas_unref);
  g_free (self->link);
  g_free (self->message);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->losses);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ka_opened_new (data), (GDestroyNotify) ka_opened_free);
}

void
ka_opened_read_async (GFile *file, GObject *source, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

KaOpened *
ka_opened_read_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* A line of a list: place, tab, text */
static char *
dup_line (const char *file, int line, const char *text)
{
  g_autofree char *place = line > 0
                             /* Translators: a file and the number of a line of it. */
                             ? g_strdup_printf (_ ("%1$s, line %2$d"), file, line)
                             : g_strdup (file);

  return g_strconcat (place, "\t", text, NULL);
}

gboolean
ka_opened_is_whole (const KaOpened *self)
{
  return self->atlas != NULL && self->gap.n_left_out == 0;
}

GPtrArray *
ka_opened_list_faults (const KaOpened *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->faults->len; i++)
    {
      const KaFault *fault = self->faults->pdata[i];

      g_ptr_array_add (lines, dup_line (fault->file, fault->line, fault->message));
    }

  return lines;
}

GPtrArray *
ka_opened_list_losses (const KaOpened *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->losses->len; i++)
    {
      const KaLoss    *loss = self->losses->pdata[i];
      g_autofree char *text = loss->item != NULL
                                ? g_strconcat (loss->item, ": ", loss->message, NULL)
                                : g_strdup (loss->message);

      g_ptr_array_add (lines, dup_line (loss->file, loss->line, text));
    }

  return lines;
}

char *
ka_opened_dup_message (const KaOpened *self)
{
  const KaFault *first = self->faults->len > 0 ? self->faults->pdata[0] : NULL;
  gboolean       is_one_file = first != NULL;

  for (guint i = 1; i < self->faults->len; i++)
    if (g_strcmp0 (((const KaFault *) self->faults->pdata[i])->file, first->file) != 0)
      is_one_file = FALSE;
  if (is_one_file)
    return g_strdup_printf (
      /* Translators: a number, and the name of a file. */
      ngettext ("%1$u fault in %2$s", "%1$u faults in %2$s", self->faults->len), self->faults->len,
      first->file);

  return g_strdup_printf (
    ngettext ("%u fault in several files", "%u faults in several files", self->faults->len),
    self->faults->len);
}

char *
ka_opened_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
}
