/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The documents of an atlas: finds them in a folder, reads and parses them.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define READ_BYTES (64 * 1024)
#define MIB        (1024 * 1024)

/* Of a greater document the trees of records are made one by one as they are read: that reads its
 * strings twice, but the tree of a whole document takes twenty times its bytes. */
#define MAX_TREE_BYTES (192 * 1024)

/* What ka_json_parse() reports to. */
typedef struct
{
  KaReader   *reader;
  KaDocument *document;
} ParseReport;

static void
report_fault_cb (gsize offset, const char *message, gpointer user_data)
{
  ParseReport *report = user_data;

  ka_reader_add_offset_fault (report->reader, report->document, offset, message);
}

/* What tells that a file changed: its size and when it was written. */
typedef struct
{
  goffset size;
  gint64  written_us;
} FileMark;

/* Takes the mark of an open file; what has none, such as a resource, never changes. */
static FileMark
take_mark (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
    stream,
    G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                   "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
    NULL, NULL);
  g_autoptr (GDateTime) written = NULL;

  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_TIME_MODIFIED))
    written = g_file_info_get_modification_date_time (info);
  if (written == NULL)
    return (FileMark){ 0 };
  return (FileMark){ g_file_info_get_size (info), g_date_time_to_unix (written) * G_USEC_PER_SEC +
                                                    g_date_time_get_microsecond (written) };
}

/* Reads an open file as a whole, but stops beyond the limit. */
static char *
read_stream (GFileInputStream *stream, const char *name, gsize *length, GError **error)
{
  const FileMark before = take_mark (stream);
  FileMark       after;
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (
    (guint) CLAMP (before.size, READ_BYTES, KA_ATLAS_MAX_BYTES) + 1);
  g_autofree guint8 *chunk = g_malloc (READ_BYTES);
  gsize              n_read = READ_BYTES;

  while (n_read == READ_BYTES && bytes->len <= KA_ATLAS_MAX_BYTES)
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), chunk, READ_BYTES, &n_read, NULL,
                                    error))
        return NULL;
      g_byte_array_append (bytes, chunk, (guint) n_read);
    }
  after = take_mark (stream);
  if (before.size != after.size || before.written_us != after.written_us)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                   _ ("%s: the file changed while it was read, a file at rest expected"), name);
      return NULL;
    }
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/* A pipe or a device may have neither start nor end. */
static char *
read_text (GFile *file, gsize *length, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("%s: a pipe or a device, a file or a folder expected"), name);
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  return stream != NULL ? read_stream (stream, name, length, error) : NULL;
}

void
ka_reader_take_document (KaReader *self, const char *name, char *text, gsize length)
{
  g_autoptr (KaDocument) document = ka_document_new (name, text, length);
  const char *frozen[KA_N_SECTIONS + 3] = { "arcs", "geography/arcs" };
  ParseReport report = { self, document };

  for (guint i = 0; i < KA_N_SECTIONS && length > MAX_TREE_BYTES; i++)
    frozen[2 + i] = ka_sections[i].name;

  self->n_bytes += length;
  if (self->n_bytes > self->limits->n_bytes)
    {
      ka_reader_add_document_fault (self, document,
                                    _ ("the documents have more than %zu MiB, less expected"),
                                    self->limits->n_bytes / MIB);
      self->is_incomplete = TRUE;
      return;
    }
  if (ka_json_parse (document->text, length, frozen, report_fault_cb, &report, &document->root))
    g_ptr_array_add (self->documents, g_steal_pointer (&document));
  else
    self->is_incomplete = TRUE;
}

static gboolean
load_document (KaReader *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  gsize            length;
  char            *text = read_text (file, &length, error);

  if (text == NULL)
    return FALSE;
  ka_reader_take_document (self, name, text, length);
  return TRUE;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile *const *) b);

  return strcmp (name_a, name_b);
}

/* Whether a file of the folder is read. Hidden, backup and lock files (".x", "~x", "#x") belong to
 * other programs. What is no regular file, links followed, may block whoever opens it. */
static gboolean
is_document (GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);

  return g_str_has_suffix (name, ".json") && strchr (".~#", name[0]) == NULL &&
         g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR;
}

static GPtrArray *
list_documents (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
    G_FILE_QUERY_INFO_NONE, NULL, error);
  if (children == NULL)
    return NULL;
  while (TRUE)
    {
      GFileInfo *info;
      GFile     *child;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (is_document (info))
        g_ptr_array_add (files, g_object_ref (child));
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

gboolean
ka_reader_load_documents (KaReader *self, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  if (type != G_FILE_TYPE_DIRECTORY)
    return load_document (self, file, error);
  files = list_documents (file, error);
  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!load_document (self, files->pdata[i], error))
      return FALSE;
  if (files->len == 0)
    ka_reader_add_document_fault (self, NULL,
                                  _ ("no document in the folder, files *.json expected"));
  return TRUE;
}

char *
ka_atlas_read_text (GFile *file, gsize *length, GError **error)
{
  g_autoptr (GError) read_error = NULL;
  char *text;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  text = read_text (file, length, &read_error);
  if (text == NULL)
    g_set_error_literal (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ, read_error->message);
  return text;
}
