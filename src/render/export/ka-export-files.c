/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of a series: numbered pictures, and a manifest of what is finished.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-files.h"

#include "ka-export-write.h"
#include "ka-json-auto.h"
#include "ka-page-text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* From this number of pictures on the manifest is written once in so many. */
#define MANY 50

static char *
dup_path (const KaSeries *self, const KaSeriesFiles *files, guint number)
{
  const int        n_digits = snprintf (NULL, 0, "%u", ka_series_get_length (self));
  g_autofree char *stem = ka_series_dup_stem (self, number);
  g_autofree char *name = g_strdup_printf ("%s-%0*u-%s.%s", files->stem, n_digits, number + 1, stem,
                                           ka_export_format_get_name (files->format));

  return g_build_filename (files->folder, name, NULL);
}

static void
add_string (json_object *object, const char *key, const char *value)
{
  json_object_object_add (object, key, value != NULL ? json_object_new_string (value) : NULL);
}

static void
add_to_manifest (json_object *pictures, const char *path, const KaExport *export)
{
  const KaViewState *state = export->state;
  KaAtlas           *atlas = ka_map_scene_get_atlas (export->scene);
  json_object       *entry = json_object_new_object ();
  g_autofree char   *name = g_path_get_basename (path);
  g_autofree char   *day = ka_day_to_iso (state->day);
  g_autofree char   *selection = state->selection != NULL ? ka_item_dup_reference (state->selection)
                                                          : NULL;
  g_autofree char   *title = ka_page_dup_heading (atlas, state, export->page);
  g_autofree char   *caption = ka_page_dup_caption (atlas, state, export->page);
  g_autofree char   *alt = ka_export_dup_alt_text (export);

  add_string (entry, "file", name);
  add_string (entry, "date", day);
  add_string (entry, "selection", selection);
  json_object_object_add (entry, "step",
                          state->step > 0 ? json_object_new_int ((int) state->step) : NULL);
  add_string (entry, "title", title);
  add_string (entry, "caption", caption);
  add_string (entry, "alt", alt);
  json_object_array_add (pictures, entry);
}

/* Writes the manifest of what is finished. */
static gboolean
write_manifest (const char *path, KaAtlas *atlas, json_object *pictures, GError **error)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KaJsonObject) document = json_object_new_object ();
  g_autoptr (GBytes) bytes = NULL;
  const char *text;

  add_string (document, "atlas", head->id);
  add_string (document, "version", head->version);
  add_string (document, "licence", head->licence);
  json_object_object_add (document, "pictures", json_object_get (pictures));
  text = json_object_to_json_string_ext (
    document, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);
  bytes = g_bytes_new (text, strlen (text));

  return ka_export_write (bytes, file, error);
}

static gboolean
is_free (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_EXISTS, _ ("%s: the file exists already"),
               name);

  return FALSE;
}

/* Makes the folder, and looks whether all names are free. */
static gboolean
prepare (const KaSeries *self, const KaSeriesFiles *files, const char *manifest, GError **error)
{
  if (g_mkdir_with_parents (files->folder, 0777) != 0)
    {
      const char      *reason = g_strerror (errno);
      g_autofree char *name = g_filename_display_name (files->folder);

      g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_WRITE,
                   _ ("%1$s: the folder cannot be made: %2$s"), name, reason);
      return FALSE;
    }
  if (files->replaces)
    return TRUE;

  for (guint i = 0; i < ka_series_get_length (self); i++)
    {
      g_autofree char *path = dup_path (self, files, i);

      if (!is_free (path, error))
        return FALSE;
    }

  return is_free (manifest, error);
}

static gboolean
save_picture (const KaExport *export, KaExportFormat format, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return ka_export_save (export, format, file, error);
}

gboolean
ka_series_save (const KaSeries      *self,
                const KaExport      *common,
                const KaSeriesFiles *files,
                KaSeriesTold         told,
                gpointer             data,
                GError             **error)
{
  const guint      n = ka_series_get_length (self);
  g_autofree char *manifest = g_build_filename (files->folder, KA_SERIES_MANIFEST, NULL);
  KaAtlas         *atlas = ka_map_scene_get_atlas (common->scene);
  g_autoptr (KaJsonObject) pictures = json_object_new_array ();
  gboolean goes_on = TRUE;

  if (!prepare (self, files, manifest, error))
    return FALSE;
  for (guint i = 0; i < n && goes_on; i++)
    {
      KaSeriesPicture picture;
      const KaExport export = ka_series_get_picture (self, common, i, &picture);
      g_autofree char *path = dup_path (self, files, i);
      const gboolean   is_saved = save_picture (&export, files->format, path, error);

      if (is_saved)
        add_to_manifest (pictures, path, &export);
      goes_on = is_saved && told (path, i + 1, n, data);
      if ((i < MANY || i % MANY == 0 || i + 1 == n || !goes_on) &&
          !write_manifest (manifest, atlas, pictures, is_saved ? error : NULL))
        return FALSE;
      if (!is_saved)
        return FALSE;
    }

  return TRUE;
}
