/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of a series: numbered pictures, and a manifest of what is finished.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-files.h"

#include "ka-export-write.h"
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

/* Appends a string of JSON, or null. Source: RFC 8259, 7. */
static void
append_value (GString *json, const char *value)
{
  if (value == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *at = value; *at != '\0'; at++)
    if ((guchar) *at < ' ')
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *at);
    else
      {
        if (*at == '"' || *at == '\\')
          g_string_append_c (json, '\\');
        g_string_append_c (json, *at);
      }
  g_string_append_c (json, '"');
}

/* Appends a member of an object; @before: what stands before it */
static void
append_member (GString *json, const char *before, const char *key, const char *value)
{
  g_string_append_printf (json, "%s\"%s\": ", before, key);
  append_value (json, value);
}

/* Appends a picture to those of the manifest. */
static void
add_picture (GString *pictures, const char *path, const KaExport *export)
{
  static const char  between[] = ",\n      ";
  const KaViewState *state = export->state;
  KaAtlas           *atlas = ka_map_scene_get_atlas (export->scene);
  g_autofree char   *name = g_path_get_basename (path);
  g_autofree char   *shown_name = g_filename_display_name (name);
  g_autofree char   *day = ka_day_to_iso (state->day);
  g_autofree char   *selection = state->selection != NULL ? ka_item_dup_reference (state->selection)
                                                          : NULL;
  g_autofree char *step = state->step > 0 ? g_strdup_printf ("%u", state->step) : g_strdup ("null");
  g_autofree char *title = ka_page_dup_heading (atlas, state, export->page);
  g_autofree char *caption = ka_page_dup_caption (atlas, state, export->page);
  g_autofree char *alt = ka_export_dup_alt_text (export);

  append_member (pictures, pictures->len > 0 ? ",\n    {\n      " : "\n    {\n      ", "file",
                 shown_name);
  append_member (pictures, between, "date", day);
  append_member (pictures, between, "selection", selection);
  g_string_append_printf (pictures, "%s\"step\": %s", between, step);
  append_member (pictures, between, "title", title);
  append_member (pictures, between, "caption", caption);
  append_member (pictures, between, "alt", alt);
  g_string_append (pictures, "\n    }");
}

/* Writes the manifest of what is finished. */
static gboolean
write_manifest (const char *path, KaAtlas *atlas, const GString *pictures, GError **error)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  GString *json = g_string_new (NULL);

  append_member (json, "{\n  ", "atlas", head->id);
  append_member (json, ",\n  ", "version", head->version);
  append_member (json, ",\n  ", "licence", head->licence);
  g_string_append_printf (json, ",\n  \"pictures\": [%s\n  ]\n}\n", pictures->str);
  bytes = g_string_free_to_bytes (json);

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
  g_autoptr (GString) pictures = g_string_new (NULL);
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
        add_picture (pictures, path, &export);
      goes_on = is_saved && told (path, i + 1, n, data);
      if ((i < MANY || i % MANY == 0 || i + 1 == n || !goes_on) &&
          !write_manifest (manifest, atlas, pictures, is_saved ? error : NULL))
        return FALSE;
      if (!is_saved)
        return FALSE;
    }

  return TRUE;
}
