/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several pictures in a row: what the options ask for, as numbered files with a manifest, or as a
 * film.
 */
#include "config.h"

#include "ka-cli-export.h"

#include "ka-export-files.h"
#include "ka-export-film.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define MAX_SECONDS  60
#define MICROSECONDS 1000000
#define TOUR         "tour:"

static const struct
{
  const char  *name;
  KaSeriesKind kind;
} kinds[] = {
  { "event", KA_SERIES_EVENT },
  { "epoch", KA_SERIES_EPOCH },
  { "step", KA_SERIES_STEP },
  { "claim", KA_SERIES_CLAIM },
};

static const struct
{
  const char *name;
  int         days;
  int         months;
} units[] = {
  { "", 1, 0 },      { "day", 1, 0 },    { "days", 1, 0 },  { "week", 7, 0 },   { "weeks", 7, 0 },
  { "month", 0, 1 }, { "months", 0, 1 }, { "year", 0, 12 }, { "years", 0, 12 },
};

/* Reads how far apart the days of a series are. A unit without a number is one of it. */
static gboolean
parse_distance (const char *text, KaSeriesPlan *plan)
{
  const gboolean has_number = g_ascii_isdigit (text[0]);
  char          *end = (char *) (guintptr) text;
  guint64        number = has_number ? g_ascii_strtoull (text, &end, 10) : 1;

  if (number == 0 || number > 100000 || *text == '\0')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i].name) == 0)
      {
        plan->days = (int) number * units[i].days;
        plan->months = (int) number * units[i].months;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_parts (const KaCliPicture *picture, const char *text, KaSeriesPlan *plan, int *exit_code)
{
  guint64 n;

  if (!picture->has_range)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--pages: --from and --to are missing"));
  else if (!g_ascii_string_to_unsigned (text, 10, 1, KA_SERIES_MAX, &n, NULL))
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--pages: '%s' is no number from 1 to %d"), text,
                              KA_SERIES_MAX);
  else if ((KaDay) n > plan->range.to + 1 - plan->range.from)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                              _ ("--pages: '%s' is more than the days from --from to --to"), text);
  else
    {
      plan->n_parts = (guint) n;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_kind (KaAtlas *atlas, const char *name, KaSeriesPlan *plan, int *exit_code)
{
  const KaItem *item;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i].name))
      {
        plan->kind = kinds[i].kind;
        return TRUE;
      }
  if (!g_str_has_prefix (name, TOUR))
    {
      *exit_code = ka_cli_fail (
        KA_CLI_BAD_USAGE,
        _ ("--series: there is no '%s'; expected one of: event, epoch, step, claim, tour:ID"),
        name);
      return FALSE;
    }

  item = ka_cli_find_item (atlas, name, NULL);
  plan->kind = KA_SERIES_TOUR;
  plan->tour = (const KaTour *) item;
  *exit_code = item != NULL ? *exit_code : KA_CLI_BAD_INPUT;

  return item != NULL;
}

static gboolean
read_plan (const KaCliPicture       *picture,
           KaAtlas                  *atlas,
           const KaCliExportOptions *options,
           KaSeriesPlan             *plan,
           int                      *exit_code)
{
  const KaDate *whole = &ka_atlas_get_head (atlas)->range;

  *plan = (KaSeriesPlan){ .range = picture->has_range
                                     ? picture->range
                                     : (KaSpan){ whole->earliest, whole->end_latest } };
  if ((options->series != NULL) + (options->every != NULL) + (options->pages != NULL) > 1)
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                                _ ("--series: only one of --series, --every and --pages expected"));
      return FALSE;
    }
  if (options->series != NULL)
    return read_kind (atlas, options->series, plan, exit_code);
  plan->kind = options->pages != NULL ? KA_SERIES_PARTS : KA_SERIES_DAYS;
  if (options->pages != NULL)
    return read_parts (picture, options->pages, plan, exit_code);
  if (parse_distance (options->every, plan))
    return TRUE;
  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                            _ ("--every: '%s' is no step such as 10days, month or 5years"),
                            options->every);

  return FALSE;
}

/* Reads which pictures there are, and says what is wrong with the options. */
static KaSeries *
read_series (const KaCliPicture       *picture,
             KaAtlas                  *atlas,
             const KaCliExportOptions *options,
             int                      *exit_code)
{
  KaSeriesPlan plan;
  KaSeries    *series = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_plan (picture, atlas, options, &plan, exit_code))
    return NULL;
  series = ka_series_new (atlas, &picture->state, &plan, &error);
  if (series == NULL)
    *exit_code = ka_cli_fail (
      g_error_matches (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE) ? KA_CLI_BAD_USAGE
                                                                     : KA_CLI_BAD_INPUT,
      "%s: %s", options->every != NULL ? "--every" : "--series", error->message);

  return series;
}

/* What the saving of a series tells */
typedef struct
{
  gint64 start;
  int    exit_code;
} Told;

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

static gboolean
told_cb (const char *path, guint n_done, guint n, gpointer data)
{
  Told            *told = data;
  g_autofree char *line = g_strdup_printf ("%s\n", path);

  told->exit_code = ka_cli_write (line);
  tell_progress (n_done, n, told->start);

  return told->exit_code == KA_CLI_DONE;
}

static int
save_files (const KaSeries *series, const KaExport *common, const KaSeriesFiles *files)
{
  g_autoptr (GFile) folder = ka_cli_get_file (files->folder);
  g_autoptr (GError) error = NULL;
  Told told = { g_get_monotonic_time (), KA_CLI_DONE };

  if (folder == NULL)
    return KA_CLI_BAD_INPUT;
  if (ka_series_save (series, common, files, told_cb, &told, &error))
    return told.exit_code;
  if (g_error_matches (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_EXISTS))
    return ka_cli_fail (KA_CLI_BAD_INPUT, _ ("%s (--overwrite replaces files)"), error->message);

  return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
}

/* Takes a folder, or a file whose name is the beginning of each. */
static int
save_to (const KaSeries           *series,
         const KaExport           *common,
         KaExportFormat            format,
         const KaCliExportOptions *options)
{
  const char    *output = options->output;
  const gboolean is_folder = output == NULL || g_str_has_suffix (output, "/") ||
                             g_file_test (output, G_FILE_TEST_IS_DIR);
  g_autofree char *folder = is_folder ? g_strdup (output != NULL ? output : ".")
                                      : g_path_get_dirname (output);
  g_autofree char *stem = is_folder
                            ? g_strdup (
                                ka_atlas_get_head (ka_map_scene_get_atlas (common->scene))->id)
                            : g_path_get_basename (output);

  if (!is_folder && strrchr (stem, '.') != NULL)
    *strrchr (stem, '.') = '\0';

  return save_files (series, common, &(KaSeriesFiles){ folder, stem, format, options->overwrites });
}

static int
save_film (const KaSeries *series, const KaExport *common, double seconds, const char *output)
{
  g_autoptr (KaExportFilm) film = ka_export_film_new (seconds);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();
  const guint  n = ka_series_get_length (series);

  for (guint i = 0; i < n; i++)
    {
      KaSeriesPicture picture;
      const KaExport export = ka_series_get_picture (series, common, i, &picture);

      if (!ka_export_film_add (film, &export, &error))
        return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
      tell_progress (i + 1, n, start);
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
  const KaExport  common = ka_cli_picture_get_export (picture, scene);
  KaSeriesPicture first;
  KaExport export;
  g_autoptr (KaSeries) series = NULL;
  double seconds = 1;
  int    exit_code = KA_CLI_DONE;

  if (options->film != NULL && !ka_cli_parse_number (options->film, MAX_SECONDS, &seconds))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--film: '%s' is no number above 0 and up to %d"),
                        options->film, MAX_SECONDS);
  if (options->film != NULL && (options->output == NULL || picture->format != KA_EXPORT_PNG))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--film: a file of PNG expected with -o"));
  if (options->film == NULL && options->output != NULL && g_str_equal (options->output, "-"))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("-o: several pictures take a folder or a file"));

  series = read_series (picture, ka_map_scene_get_atlas (scene), options, &exit_code);
  if (series == NULL)
    return exit_code;
  export = ka_series_get_picture (series, &common, 0, &first);
  if (!ka_cli_picture_check_fonts (&export))
    return KA_CLI_BAD_INPUT;
  if (options->film != NULL)
    return save_film (series, &common, seconds, options->output);

  return save_to (series, &common, picture->format, options);
}
