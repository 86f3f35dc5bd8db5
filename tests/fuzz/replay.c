/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives every file of a corpus to a fuzzing target, each as a test of its own, so that what was
 * once found stays found. The folder of the corpus is the last argument.
 *
 * The name of a file says what it is for. A `valid-` one reaches all that the target exercises. A
 * `refused-` one is refused for the reason that the file `CORPUS.reasons` beside the folder gives.
 * A `bug-` one once failed.
 */
#include "config.h"

#include "ka-fuzz.h"

#include <string.h>

typedef struct
{
  char       *path;
  const char *reason; /* (nullable): a part of what is said; owned by the table of reasons */
} Case;

static void
free_case (gpointer data)
{
  g_free (((Case *) data)->path);
  g_free (data);
}

static void
test_file (gconstpointer data)
{
  const Case      *self = data;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *bytes = NULL;
  g_autofree char *why = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_right;
  gsize    size;

  g_file_get_contents (self->path, &bytes, &size, &error);
  g_assert_no_error (error);
  why = ka_fuzz_try ((const guint8 *) bytes, size);
  if (g_str_has_prefix (name, "bug-"))
    return;
  if (g_str_has_prefix (name, "valid-"))
    is_right = why == NULL;
  else
    is_right = g_str_has_prefix (name, "refused-") && self->reason != NULL && why != NULL &&
               strstr (why, self->reason) != NULL;
  if (!is_right)
    g_test_fail_printf ("%s: %s; expected: %s", name, why != NULL ? why : "taken",
                        self->reason != NULL ? self->reason : "taken");
}

/* Reads lines of a name, a colon and a reason; without the file there are none. */
static GHashTable *
read_reasons (const char *folder)
{
  GHashTable      *reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_strconcat (folder, ".reasons", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return reasons;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strstr (lines[i], ": ");

      if (colon != NULL)
        g_hash_table_insert (reasons, g_strndup (lines[i], (gsize) (colon - lines[i])),
                             g_strdup (colon + 2));
    }
  return reasons;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GHashTable) reasons = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  gboolean    has_valid = FALSE;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  reasons = read_reasons (argv[1]);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz/", name, NULL);
      Case            *one = g_new0 (Case, 1);

      one->path = g_build_filename (argv[1], name, NULL);
      one->reason = g_hash_table_lookup (reasons, name);
      has_valid = has_valid || g_str_has_prefix (name, "valid-");
      g_test_add_data_func_full (path, one, test_file, free_case);
    }
  g_assert_true (has_valid);
  return g_test_run ();
}
