/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where `kars-atlas export` writes a picture: a file, a pipe, a device or a file that is open.
 */
#include "config.h"

#include "ka-cli-export.h"

#include "ka-export-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Room in memory without which no picture is begun. */
#define MIN_PICTURE_BYTES (256u << 20)

/* Finds the number of an open file that a path names. Replacing such a file would lose what is in
 * it already. */
static gboolean
find_descriptor (const char *path, int *descriptor)
{
  static const struct
  {
    const char *path;
    int         descriptor;
  } names[] = {
    { "-", STDOUT_FILENO },
    { "/dev/stdout", STDOUT_FILENO },
    { "/dev/stderr", STDERR_FILENO },
  };
  static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
  guint64                  number;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (path, names[i].path) == 0)
      {
        *descriptor = names[i].descriptor;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (path, folders[i]) &&
        g_ascii_string_to_unsigned (path + strlen (folders[i]), 10, 0, G_MAXINT, &number, NULL))
      {
        *descriptor = (int) number;
        return TRUE;
      }

  return FALSE;
}

/* Whether a path is where the standard output goes, which then has the picture alone. */
static gboolean
is_standard_output (const char *path)
{
  struct stat output, other;
  int         descriptor;

  if (fstat (STDOUT_FILENO, &output) != 0)
    return FALSE;
  if (find_descriptor (path, &descriptor) ? fstat (descriptor, &other) != 0
                                          : stat (path, &other) != 0)
    return FALSE;

  return output.st_dev == other.st_dev && output.st_ino == other.st_ino;
}

/* Asks for the memory that fonts, threads and a picture need, and gives it back: libraries end the
 * program where they get none. */
gboolean
ka_cli_picture_check_memory (void)
{
  void *probe = mmap (NULL, MIN_PICTURE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (probe == MAP_FAILED)
    {
      ka_cli_fail (KA_CLI_BAD_INPUT,
                   _ ("there is too little memory for a picture: %u MiB expected"),
                   MIN_PICTURE_BYTES >> 20);
      return FALSE;
    }
  munmap (probe, MIN_PICTURE_BYTES);

  return TRUE;
}

/* Says which scripts would be boxes. Returns whether the picture can be read. */
gboolean
ka_cli_picture_check_fonts (const KaExport *export)
{
  g_auto (GStrv) missing = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean is_good = ka_export_check_fonts (export, &missing, &error);

  for (gsize i = 0; missing[i] != NULL; i++)
    ka_cli_fail (KA_CLI_BAD_INPUT, "%s", missing[i]);
  if (!is_good)
    ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return is_good;
}

int
ka_cli_save_bytes (GBytes *bytes, const char *output)
{
  const gboolean   is_quiet = is_standard_output (output);
  g_autofree char *line = g_strdup_printf ("%s\n", output);
  g_autoptr (GError) error = NULL;
  gboolean done;
  int      descriptor;

  if (g_str_has_suffix (output, "/"))
    return ka_cli_fail (KA_CLI_BAD_INPUT, _ ("%s: a folder, a file expected"), output);
  if (find_descriptor (output, &descriptor))
    done = ka_export_write_to_descriptor (bytes, descriptor, output, &error);
  else
    {
      g_autoptr (GFile) file = ka_cli_get_file (output);

      if (file == NULL)
        return KA_CLI_BAD_INPUT;
      done = ka_export_write (bytes, file, &error);
    }
  if (!done)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return is_quiet ? KA_CLI_DONE : ka_cli_write (line);
}

int
ka_cli_save_picture (const KaExport *export, KaExportFormat format, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!ka_cli_picture_check_fonts (export))
    return KA_CLI_BAD_INPUT;
  bytes = ka_export_render (export, format, &error);
  if (bytes == NULL)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return ka_cli_save_bytes (bytes, output);
}
