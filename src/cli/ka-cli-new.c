/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas new`: writes a small atlas, which a person can edit, into a folder that is new or
 * empty.
 */
#include "config.h"

#include "ka-cli-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define START "/start"

/* Whether a folder is there without a child; %FALSE with @error when it cannot be read. */
static gboolean
is_empty (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child = NULL;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE, NULL, error);
  if (children == NULL || !g_file_enumerator_iterate (children, NULL, &child, NULL, error))
    return FALSE;
  if (child == NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY,
                       _ ("the folder is not empty, a new or an empty one expected"));
  return FALSE;
}

/* Makes a folder, or takes one that is empty. */
static gboolean
make_folder (GFile *folder, GError **error)
{
  g_autoptr (GError) make_error = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &make_error))
    return TRUE;
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return is_empty (folder, error);
  if (g_error_matches (make_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY,
                         _ ("no folder, a new or an empty one expected"));
  else
    g_propagate_error (error, g_steal_pointer (&make_error));
  return FALSE;
}

static gboolean
write_file (GFile *folder, const char *name, GError **error)
{
  g_autofree char *resource = g_strconcat (KA_RESOURCE_PATH START "/", name, NULL);
  g_autoptr (GBytes)
    bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  gconstpointer data;
  gsize         length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                  error);
}

static gboolean
write_start (GFile *folder, GError **error)
{
  g_auto (GStrv) names = NULL;

  if (!make_folder (folder, error))
    return FALSE;
  names = g_resources_enumerate_children (KA_RESOURCE_PATH START, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          error);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!write_file (folder, names[i], error))
      return FALSE;
  return names != NULL;
}

int
ka_cli_new (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  if (g_strv_length (words) != 1)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("new: expected one FOLDER (see kars-atlas new --help)"));
  folder = ka_cli_get_file (words[0]);
  if (folder == NULL)
    return KA_CLI_BAD_INPUT;
  if (!write_start (folder, &error))
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s: %s", words[0], error->message);

  /* Translators: after a new atlas was written; %s is its folder. */
  text = g_strdup_printf (_ ("Wrote an atlas to change into %s; its README.md says how\n"),
                          words[0]);
  return ka_cli_write (text);
}
