/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A picture for other programs. It is drawn when one asks for it: as the bytes of a PNG, or as a
 * file in the cache of the user, for programs that take files alone.
 */

#include "config.h"

#include "ka-picture-provider.h"

#define PNG_TYPE   "image/png"
#define FILES_TYPE "text/uri-list"

struct _KaPictureProvider
{
  GdkContentProvider parent_instance;

  /* Owned */
  KaSnapshot *shown;

  KaExportChoice choice;
};

G_DEFINE_FINAL_TYPE (KaPictureProvider, ka_picture_provider, GDK_TYPE_CONTENT_PROVIDER)

/* What a program asks for. */
typedef struct
{
  GOutputStream *stream; /* Owned */
  gboolean       is_file;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->stream);
  g_free (self);
}

static GdkContentFormats *
ka_picture_provider_ref_formats (GdkContentProvider *provider)
{
  const char *types[] = { PNG_TYPE, FILES_TYPE };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

/* Saves the picture in the cache, over that of the same day and view. Returns a list of it. */
static GBytes *
save_for_list (KaPictureProvider *self, GBytes *png, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "kars-atlas", NULL);
  g_autofree char *name = ka_snapshot_dup_name (self->shown, &self->choice);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = NULL;
  char            *list;
  gsize            size;
  const char      *data = g_bytes_get_data (png, &size);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, data, (gssize) size, error))
    return NULL;
  uri = g_filename_to_uri (path, NULL, error);
  if (uri == NULL)
    return NULL;
  list = g_strconcat (uri, "\r\n", NULL);

  return g_bytes_new_take (list, strlen (list));
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KaPictureProvider *self = source;
  const Request     *request = g_task_get_task_data (data);
  GError            *error = NULL;
  g_autoptr (GBytes) png = ka_snapshot_render (self->shown, &self->choice, &error);
  GBytes *bytes = NULL;

  if (png != NULL)
    bytes = request->is_file ? save_for_list (self, png, &error) : g_bytes_ref (png);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  GError        *error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* The bytes live as long as the task. */
  g_object_set_data_full (G_OBJECT (task), "bytes", g_bytes_ref (bytes),
                          (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (request->stream, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static void
ka_picture_provider_write_async (GdkContentProvider *provider,
                                 const char         *type,
                                 GOutputStream      *stream,
                                 int                 io_priority,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  g_autoptr (GTask) drawing = NULL;
  Request *request = g_new0 (Request, 1);

  request->stream = g_object_ref (stream);
  request->is_file = g_str_equal (type, FILES_TYPE);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  drawing = g_task_new (provider, cancellable, drawn_cb, g_object_ref (task));
  g_task_set_task_data (drawing, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (drawing, draw_in_thread);
}

static gboolean
ka_picture_provider_write_finish (GdkContentProvider *provider,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ka_picture_provider_finalize (GObject *object)
{
  KaPictureProvider *self = KA_PICTURE_PROVIDER (object);

  ka_snapshot_free (self->shown);

  G_OBJECT_CLASS (ka_picture_provider_parent_class)->finalize (object);
}

static void
ka_picture_provider_class_init (KaPictureProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ka_picture_provider_finalize;
  provider_class->ref_formats = ka_picture_provider_ref_formats;
  provider_class->write_mime_type_async = ka_picture_provider_write_async;
  provider_class->write_mime_type_finish = ka_picture_provider_write_finish;
}

static void
ka_picture_provider_init (KaPictureProvider *self)
{
}

GdkContentProvider *
ka_picture_provider_new (const KaSnapshot *shown, const KaExportChoice *choice)
{
  KaPictureProvider *self = g_object_new (KA_TYPE_PICTURE_PROVIDER, NULL);

  self->shown = ka_snapshot_copy (shown);
  self->choice = *choice;
  self->choice.format = KA_EXPORT_PNG;

  return GDK_CONTENT_PROVIDER (self);
}
