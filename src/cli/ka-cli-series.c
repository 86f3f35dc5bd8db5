/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several pictures in a row: of events, of the days on which the map changes, of the steps of an
 * annex, of days some time apart, of parts of a timeline. Numbered files and a manifest, or a film.
 */
#include "config.h"

#include "ka-cli-export.h"
#include "ka-cli-stops.h"

#include "ka-export-film.h"
#include "ka-export-write.h"
#include "ka-json-auto.h"
#include "ka-page-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MANIFEST    "manifest.json"
#define MAX_SECONDS 60
/* From this number of pictures on the manifest is written once in so many. */
#define MANY         50
#define MICROSECONDS 1000000

/* Where the files of a series go */
typedef struct
{
  char       *folder;
  char       *stem;
  const char *ending;
  int         n_digits;
} Names;

static void
names_clear (Names *self)
{
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->stem, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* Takes a folder, or a file whose name is the beginning of each. */
static gboolean
names_init (Names *self, const KaCliPicture *picture, KaAtlas *atlas, const char *output, guint n)
{
  const gboolean is_folder = output == NULL || g_str_has_suffix (output, "/") ||
                             g_file_test (output, G_FILE_TEST_IS_DIR);

  *self = (Names){ .ending = ka_export_format_get_name (picture->format) };
  self->n_digits = snprintf (NULL, 0, "%u", n);
  if (is_folder)
    {
      self->folder = g_strdup (output != NULL ? output : ".");
      self->stem = g_strdup (ka_atlas_get_head (atlas)->id);
      if (g_mkdir_with_parents (self->folder, 0777) == 0)
        return TRUE;
      ka_cli_fail (KA_CLI_BAD_INPUT, _ ("%s: the folder cannot be made"), self->folder);
      return FALSE;
    }
  self->folder = g_path_get_dirname (output);
  self->stem = g_path_get_basename (output);
  if (strrchr (self->stem, '.') != NULL)
    *strrchr (self->stem, '.') = '\0';

  return TRUE;
}

static char *
names_dup (const Names *self, guint number, const KaCliStop *stop)
{
  g_autofree char *day = ka_day_to_iso (stop->has_time ? stop->time.from : stop->day);

  return g_strdup_printf ("%s-%0*u-%s.%s", self->stem, self->n_digits, number, day, self->ending);
}

static void
add_string (json_object *object, const char *key, const char *value)
{
  json_object_object_add (object, key, value != NULL ? json_object_new_string (value) : NULL);
}

static void
add_to_manifest (json_object *pictures, const char *name, const KaExport *export)
{
  const KaViewState *state = export->state;
  KaAtlas           *atlas = ka_map_scene_get_atlas (export->scene);
  json_object       *entry = json_object_new_object ();
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
write_manifest (const Names *names, KaAtlas *atlas, json_object *pictures)
{
  g_autofree char *path = g_build_filename (names->folder, MANIFEST, NULL);
  g_autoptr (GFile) file = ka_cli_get_file (path);
  json_object *document = json_object_new_object ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gboolean    done;

  add_string (document, "atlas", ka_atlas_get_head (atlas)->id);
  add_string (document, "version", ka_atlas_get_head (atlas)->version);
  add_string (document, "licence", ka_atlas_get_head (atlas)->licence);
  json_object_object_add (document, "pictures", json_object_get (pictures));
  text = json_object_to_json_string_ext (
    document, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);
  bytes = g_bytes_new (text, strlen (text));
  json_object_put (document);
  done = file != NULL && ka_export_write (bytes, file, &error);
  if (error != NULL)
    ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return done;
}

/* Says on a terminal how far the series is and how long it takes still. */
static void
tell_progress (guint n_done, guint n, gint64 start)
{
  const gint64 left = (g_get_monotonic_time () - start) * (n - n_done) / n_done / MICROSECONDS;

  if (isatty (STDERR_FILENO) != 1)
    return;
  /* Translators: how many pictures of all are finished, and the minutes and seconds still to go */
  g_printerr (_ ("\r%u of %u, %d:%02d left "), n_done, n, (int) (left / 60), (int) (left % 60));
  if (n_done == n)
    g_printerr ("\n");
}

static KaCliPicture
get_picture (const KaCliPicture *common, const KaCliStop *stop)
{
  KaCliPicture picture = *common;

  picture.state.day = stop->day;
  picture.state.selection = stop->selection;
  picture.state.step = stop->step;
  if (stop->has_time)
    picture.axis = ka_time_axis_fit (stop->time.from, stop->time.to, picture.page.width);

  return picture;
}

static int
save_files (const KaCliPicture *common, KaMapScene *scene, const GArray *stops, const Names *names)
{
  json_object *pictures = json_object_new_array ();
  const gint64 start = g_get_monotonic_time ();
  int          exit_code = KA_CLI_DONE;

  for (guint i = 0; i < stops->len && exit_code == KA_CLI_DONE; i++)
    {
      const KaCliStop *stop = &g_array_index (stops, KaCliStop, i);
      KaCliPicture     picture = get_picture (common, stop);
      KaExport export = ka_cli_picture_get_export (&picture, scene);
      g_autofree char *name = names_dup (names, i + 1, stop);
      g_autofree char *path = g_build_filename (names->folder, name, NULL);

      if (stop->has_time)
        picture.page.axis = &picture.axis;
      exit_code = i == 0 ? ka_cli_save_picture (&export, picture.format, path)
                         : ka_cli_save_checked (&export, picture.format, path);
      if (exit_code != KA_CLI_DONE)
        break;
      add_to_manifest (pictures, name, &export);
      if ((i < MANY || i % MANY == 0 || i + 1 == stops->len) &&
          !write_manifest (names, ka_map_scene_get_atlas (scene), pictures))
        exit_code = KA_CLI_BAD_INPUT;
      tell_progress (i + 1, stops->len, start);
    }
  json_object_put (pictures);

  return exit_code;
}

static int
save_film (const KaCliPicture *common,
           KaMapScene         *scene,
           const GArray       *stops,
           double              seconds,
           const char         *output)
{
  g_autoptr (KaExportFilm) film = ka_export_film_new (seconds);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < stops->len; i++)
    {
      const KaCliStop *stop = &g_array_index (stops, KaCliStop, i);
      KaCliPicture     picture = get_picture (common, stop);
      KaExport export = ka_cli_picture_get_export (&picture, scene);

      if (stop->has_time)
        picture.page.axis = &picture.axis;
      if (i == 0 && !ka_cli_picture_check_fonts (&export))
        return KA_CLI_BAD_INPUT;
      if (!ka_export_film_add (film, &export, &error))
        return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
      tell_progress (i + 1, stops->len, start);
    }
  bytes = ka_export_film_render (film, &error);
  if (bytes == NULL)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return ka_cli_save_bytes (bytes, output);
}

int
ka_cli_save_series (const KaCliPicture       *picture,
                    KaMapScene               *scene,
                    const KaCliExportOptions *options)
{
  KaAtlas *atlas = ka_map_scene_get_atlas (scene);
  g_autoptr (GArray) stops = NULL;
  g_auto (Names) names = { NULL };
  double seconds = 1;
  int    exit_code = KA_CLI_DONE;

  if (options->film != NULL && !ka_cli_parse_number (options->film, MAX_SECONDS, &seconds))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--film: '%s' is no number above 0 and up to %d"),
                        options->film, MAX_SECONDS);
  if (options->film != NULL && (options->output == NULL || picture->format != KA_EXPORT_PNG))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--film: a file of PNG expected with -o"));
  if (options->film == NULL && options->output != NULL && g_str_equal (options->output, "-"))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("-o: several pictures take a folder or a file"));

  stops = ka_cli_list_stops (picture, atlas, options, &exit_code);
  if (stops == NULL)
    return exit_code;
  if (options->film != NULL)
    return save_film (picture, scene, stops, seconds, options->output);
  if (!names_init (&names, picture, atlas, options->output, stops->len))
    return KA_CLI_BAD_INPUT;

  return save_files (picture, scene, stops, &names);
}
