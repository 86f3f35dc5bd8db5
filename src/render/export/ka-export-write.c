/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all formats of pictures share: the status of a drawing, the date of creation, and a file
 * that is written whole or not at all. A pipe or a device is written through.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

G_DEFINE_QUARK (ka_export_error, ka_export_error)

gboolean
ka_export_check_status (cairo_t *cr, cairo_surface_t *surface, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_DRAW,
               _ ("the picture could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

/* Drops the name of the temporary file, which GLib writes before the reason. */
static const char *
get_reason (const GError *error)
{
  const char *reason = g_strrstr (error->message, ": ");

  return reason != NULL ? reason + 2 : error->message;
}

static gboolean
fail_to_write (const char *name, const char *reason, GError **error)
{
  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_WRITE, "%s: %s", name, reason);

  return FALSE;
}

gboolean
ka_export_write_to_descriptor (GBytes *bytes, int descriptor, const char *name, GError **error)
{
  gsize       left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize written = write (descriptor, data, left);

      if (written < 0 && errno == EAGAIN)
        g_poll (&(GPollFD){ .fd = descriptor, .events = G_IO_OUT }, 1, -1);
      else if (written < 0 && errno != EINTR)
        return fail_to_write (name, g_strerror (errno), error);
      else if (written > 0)
        {
          data += written;
          left -= (gsize) written;
        }
    }

  return TRUE;
}

/* Writes into what exists and cannot be replaced: a FIFO or a device. */
static gboolean
write_through (const char *path, GBytes *bytes, const char *name, GError **error)
{
  int      descriptor = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  gboolean done;

  if (descriptor < 0)
    return fail_to_write (name, g_strerror (errno), error);
  done = ka_export_write_to_descriptor (bytes, descriptor, name, error);
  if (close (descriptor) < 0 && done)
    return fail_to_write (name, g_strerror (errno), error);

  return done;
}

/* Writes a file of a disk, or the one at the end of a link, whole or not at all. */
static gboolean
replace_path (const char *path, GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *target = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? realpath (path, NULL)
                                                                       : NULL;
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) reason = NULL;

  if (!g_file_set_contents_full (target != NULL ? target : path, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return fail_to_write (name, get_reason (reason), error);

  return TRUE;
}

gboolean
ka_export_write (GBytes *bytes, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) reason = NULL;
  const GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  if (type == G_FILE_TYPE_DIRECTORY)
    return fail_to_write (name, _ ("is a folder, a file expected"), error);
  if (path != NULL && type == G_FILE_TYPE_SPECIAL)
    return write_through (path, bytes, name, error);
  if (path != NULL)
    return replace_path (path, bytes, name, error);

  /* Renaming cannot replace a file that is not on a disk. */
  if (!g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &reason))
    return fail_to_write (name, get_reason (reason), error);

  return TRUE;
}

char *
ka_export_dup_made_on (KaAtlas *atlas)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds, year = 2026;
  int         month = 1, day = 1;

  if (epoch != NULL &&
      g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    ka_day_to_ymd (seconds / 86400, &year, &month, &day);
  else
    {
      g_auto (GStrv) parts = g_strsplit (ka_atlas_get_head (atlas)->version, ".", 3);
      guint64 number;

      if (parts[0] != NULL && g_ascii_string_to_unsigned (parts[0], 10, 1900, 9999, &number, NULL))
        {
          year = (gint64) number;
          if (parts[1] != NULL && g_ascii_string_to_unsigned (parts[1], 10, 1, 12, &number, NULL))
            month = (int) number;
        }
    }

  return g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", (int) year, month, day);
}
