/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all formats of pictures share: the status of a drawing, the date of creation, and a file
 * that is written whole or not at all. A pipe or a device is written through.
 */

/* For O_TMPFILE */
#define _GNU_SOURCE

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40

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

/* Follows links to the file that is meant, which need not exist. Returns (transfer full)
 * (nullable): its path, or %NULL and errno for a loop. */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      char            *next;

      if (link == NULL)
        return target;
      if (g_path_is_absolute (link))
        next = g_steal_pointer (&link);
      else
        {
          g_autofree char *folder = g_path_get_dirname (target);

          next = g_build_filename (folder, link, NULL);
        }
      g_free (target);
      target = next;
    }
  g_free (target);
  errno = ELOOP;

  return NULL;
}

/* Writes all bytes from the beginning of a file. Returns whether it could; else errno says why. */
static gboolean
write_all (int descriptor, GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size;)
    {
      const gssize written = pwrite (descriptor, data + at, size - at, (off_t) at);

      if (written < 0 && errno != EINTR)
        return FALSE;
      at += (gsize) MAX (written, 0);
    }

  return TRUE;
}

/* Writes into a file that has several names, which a rename would part. Room is taken first, so
 * that a full disk loses nothing. */
static gboolean
write_in_place (const char *path, const struct stat *old, GBytes *bytes)
{
  const off_t size = (off_t) g_bytes_get_size (bytes);
  const int   descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int         reason;
  gboolean    done;

  if (descriptor < 0)
    return FALSE;
  reason = size > old->st_size ? posix_fallocate (descriptor, 0, size) : 0;
  done = reason == 0 && write_all (descriptor, bytes) && ftruncate (descriptor, size) == 0 &&
         fsync (descriptor) == 0;
  if (!done)
    reason = reason != 0 ? reason : errno;
  if (!done && ftruncate (descriptor, old->st_size) != 0)
    g_debug ("%s: the old size is lost", path);
  close (descriptor);
  errno = reason;

  return done;
}

/* Gives a new file mode and owner of the old one. A right that another owner would get goes. */
static void
take_over (int descriptor, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;

  if (fchown (descriptor, old->st_uid, old->st_gid) != 0)
    {
      mode &= (mode_t) ~(S_ISUID | S_ISGID);
      if (fchown (descriptor, (uid_t) -1, old->st_gid) != 0)
        mode &= (mode_t) ~S_IRWXG | (mode << 3 & S_IRWXG);
    }
  if (fchmod (descriptor, mode) != 0)
    g_debug ("the mode of the old file is lost: %s", g_strerror (errno));
}

/* Opens a new file without a name, which a killed program leaves nowhere. Not every file system has
 * such files: there it has a name at once. */
static int
open_new (const char *folder, char *temporary, gboolean *has_name)
{
  int descriptor = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);

  *has_name = descriptor < 0;
  if (*has_name)
    descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);

  return descriptor;
}

/* Gives a file without a name one of those that g_mkstemp() gives. */
static gboolean
give_name (int descriptor, char *temporary)
{
  g_autofree char *from = g_strdup_printf ("/proc/self/fd/%d", descriptor);

  g_snprintf (strrchr (temporary, '-') + 1, 7, "%06x", g_random_int () & 0xffffff);

  return linkat (AT_FDCWD, from, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0;
}

/* Writes a new file beside another and gives it its name. */
static gboolean
write_beside (const char *path, const struct stat *old, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".kars-atlas-XXXXXX", NULL);
  gboolean         has_name, done;
  const int        descriptor = open_new (folder, temporary, &has_name);
  int              reason;

  if (descriptor < 0)
    return FALSE;
  if (old != NULL)
    take_over (descriptor, old);
  done = write_all (descriptor, bytes) && (old == NULL || fsync (descriptor) == 0);
  if (done && !has_name)
    has_name = done = give_name (descriptor, temporary);
  done = done && g_rename (temporary, path) == 0;
  reason = errno;
  close (descriptor);
  if (!done && has_name)
    g_unlink (temporary);
  errno = reason;

  return done;
}

/* Writes a file of a disk, or the one at the end of a link, whole or not at all. */
static gboolean
replace_path (const char *path, GBytes *bytes)
{
  g_autofree char *target = follow_links (path);
  struct stat      old;

  if (target == NULL)
    return FALSE;
  if (g_stat (target, &old) != 0)
    return errno == ENOENT && write_beside (target, NULL, bytes);

  if ((old.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
    {
      errno = EACCES;
      return FALSE;
    }
  if (g_access (target, W_OK) != 0)
    return FALSE;

  return old.st_nlink > 1 ? write_in_place (target, &old, bytes)
                          : write_beside (target, &old, bytes);
}

/* Replaces a file while signals that end the program wait, so that they leave nothing beside it. A
 * file that grows beyond its limit is an error, not an end. */
static gboolean
replace (const char *path, GBytes *bytes, const char *name, GError **error)
{
  static const int      ending[] = { SIGHUP, SIGINT, SIGTERM, SIGXFSZ };
  const struct timespec now = { 0, 0 };
  sigset_t              signals, before, too_large;
  gboolean              done;
  int                   reason;

  sigemptyset (&signals);
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    sigaddset (&signals, ending[i]);
  sigemptyset (&too_large);
  sigaddset (&too_large, SIGXFSZ);

  pthread_sigmask (SIG_BLOCK, &signals, &before);
  done = replace_path (path, bytes);
  reason = errno;
  if (!sigismember (&before, SIGXFSZ))
    sigtimedwait (&too_large, NULL, &now);
  pthread_sigmask (SIG_SETMASK, &before, NULL);

  return done || fail_to_write (name, g_strerror (reason), error);
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
    return replace (path, bytes, name, error);

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
