/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas export`: writes a picture of a day into a file. Turns options into what the renderer
 * asks for.
 */
#include "config.h"

#include "ka-cli-private.h"

#include "ka-export.h"
#include "ka-timeline-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEFAULT_WIDTH  1920
#define DEFAULT_HEIGHT 1080
/* Least side in user units: a shorter one has no room for a label. */
#define MIN_SIDE  64
#define MAX_SCALE 16.0

/* Values of the options that other commands lack. */
typedef struct
{
  char    *view;
  char    *size;
  char    *scale;
  char    *selection;
  char    *theme;
  char    *grouping;
  char    *format;
  char    *output;
  gboolean no_title;
  gboolean no_footer;
} ExportOptions;

static void
export_options_clear (ExportOptions *options)
{
  g_clear_pointer (&options->view, g_free);
  g_clear_pointer (&options->size, g_free);
  g_clear_pointer (&options->scale, g_free);
  g_clear_pointer (&options->selection, g_free);
  g_clear_pointer (&options->theme, g_free);
  g_clear_pointer (&options->grouping, g_free);
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->output, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

static gboolean
parse_size (const char *text, double *width, double *height)
{
  char  *end = NULL;
  gint64 left;
  gint64 right;

  if (!g_ascii_isdigit (text[0]))
    return FALSE;
  left = g_ascii_strtoll (text, &end, 10);
  if ((*end != 'x' && *end != 'X') || !g_ascii_isdigit (end[1]))
    return FALSE;
  right = g_ascii_strtoll (end + 1, &end, 10);
  if (*end != '\0' || left < MIN_SIDE || right < MIN_SIDE || left > KA_EXPORT_MAX_SIDE ||
      right > KA_EXPORT_MAX_SIDE)
    return FALSE;
  *width = (double) left;
  *height = (double) right;

  return TRUE;
}

static gboolean
parse_scale (const char *text, double *scale)
{
  char  *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(number > 0) || number > MAX_SCALE)
    return FALSE;
  *scale = number;

  return TRUE;
}

static gboolean
get_page (const ExportOptions *options, KaPage *page, double *scale, int *exit_code)
{
  const char *views[KA_N_PAGE_VIEWS + 1] = { NULL };
  guint       view = KA_PAGE_BOTH;

  for (guint i = 0; i < KA_N_PAGE_VIEWS; i++)
    views[i] = ka_page_view_get_name ((KaPageView) i);
  if (!ka_cli_choose ("--view", options->view, views, &view, exit_code))
    return FALSE;
  page->view = (KaPageView) view;
  page->has_title = !options->no_title;
  page->has_footer = !options->no_footer;

  if (options->size != NULL && !parse_size (options->size, &page->width, &page->height))
    {
      *exit_code = ka_cli_fail (
        KA_CLI_BAD_USAGE, _ ("--size: '%s' is no size such as 1920x1080, each side from %d to %d"),
        options->size, MIN_SIDE, KA_EXPORT_MAX_SIDE);
      return FALSE;
    }
  if (options->scale != NULL && !parse_scale (options->scale, scale))
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                                _ ("--scale: '%s' is no number above 0 and up to %d"),
                                options->scale, (int) MAX_SCALE);
      return FALSE;
    }

  return TRUE;
}

static gboolean
get_theme (const ExportOptions *options, const KaTheme **theme, int *exit_code)
{
  const char *names[KA_N_THEMES + 1] = { NULL };
  guint       choice = KA_THEME_LIGHT;

  for (guint i = 0; i < KA_N_THEMES; i++)
    names[i] = ka_theme_get ((KaThemeId) i)->name;
  if (!ka_cli_choose ("--theme", options->theme, names, &choice, exit_code))
    return FALSE;
  *theme = ka_theme_get ((KaThemeId) choice);

  return TRUE;
}

static gboolean
get_grouping (const ExportOptions *options, KaGrouping *grouping, int *exit_code)
{
  const char *names[KA_N_GROUPINGS + 1] = { NULL };
  guint       choice = KA_GROUPING_NONE;

  for (guint i = 0; i < KA_N_GROUPINGS; i++)
    names[i] = ka_grouping_get_name ((KaGrouping) i);
  if (!ka_cli_choose ("--group", options->grouping, names, &choice, exit_code))
    return FALSE;
  *grouping = (KaGrouping) choice;

  return TRUE;
}

/* Gets the format that is asked for, else that of the ending, else PNG. */
static gboolean
get_format (const ExportOptions *options, KaExportFormat *format, int *exit_code)
{
  const char *names[KA_N_EXPORT_FORMATS + 1] = { NULL };
  guint       choice = KA_EXPORT_PNG;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < KA_N_EXPORT_FORMATS; i++)
    names[i] = ka_export_format_get_name ((KaExportFormat) i);
  if (!ka_cli_choose ("--format", options->format, names, &choice, exit_code))
    return FALSE;
  *format = (KaExportFormat) choice;
  if (options->format != NULL || options->output == NULL || strcmp (options->output, "-") == 0 ||
      ka_export_format_from_file_name (options->output, format, &error))
    return TRUE;

  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%s (or give --format)"), error->message);

  return FALSE;
}

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

/* Says which scripts would be boxes. Returns whether the picture can be read. */
static gboolean
check_fonts (const KaExport *export)
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

static int
save (const KaExport *export, KaExportFormat format, const char *output)
{
  const gboolean   is_quiet = is_standard_output (output);
  g_autofree char *line = g_strdup_printf ("%s\n", output);
  g_autoptr (GError) error = NULL;
  gboolean done;
  int      descriptor;

  if (!check_fonts (export))
    return KA_CLI_BAD_INPUT;
  if (find_descriptor (output, &descriptor))
    done = ka_export_save_to_descriptor (export, format, descriptor, output, &error);
  else
    {
      g_autoptr (GFile) file = ka_cli_get_file (output);

      if (file == NULL)
        return KA_CLI_BAD_INPUT;
      done = ka_export_save (export, format, file, &error);
    }
  if (!done)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return is_quiet ? KA_CLI_DONE : ka_cli_write (line);
}

static int
export_page (KaAtlas             *atlas,
             const ExportOptions *options,
             const KaViewState   *state,
             const KaTheme       *theme,
             const KaPage        *page,
             double               scale)
{
  g_autoptr (KaMapScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  KaExportFormat   format = KA_EXPORT_PNG;
  int              exit_code;

  if (!get_format (options, &format, &exit_code))
    return exit_code;
  if (!ka_export_check_size (page, scale, format, &error))
    return ka_cli_fail (KA_CLI_BAD_USAGE, "%s", error->message);

  output = options->output != NULL ? g_strdup (options->output)
                                   : ka_export_dup_file_name (atlas, state, page->view, format);
  scene = ka_map_scene_new (atlas);

  return save (&(KaExport){ .scene = scene,
                            .state = state,
                            .theme = theme,
                            .page = page,
                            .scale = scale,
                            .has_clauses = page->has_title && page->view != KA_PAGE_TIMELINE },
               format, output);
}

int
ka_cli_export (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (ExportOptions) own = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  const KaTheme     *theme = NULL;
  KaViewState        state = { .categories = KA_CATEGORY_ALL };
  KaPage             page = KA_PAGE_INIT (KA_PAGE_BOTH, DEFAULT_WIDTH, DEFAULT_HEIGHT);
  double             scale = 1;
  int                exit_code = KA_CLI_DONE;
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &own.view,
      _ ("What to draw: map, timeline or both (the default)"), _ ("VIEW") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &own.size,
      _ ("Width and height in pixels at scale 1, by default 1920x1080"), _ ("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &own.scale,
      _ ("Pixels for each of them, by default 1: 2 doubles the resolution"), _ ("N") },
    { "select", 0, 0, G_OPTION_ARG_FILENAME, &own.selection,
      _ ("What to bring out, such as nakhichevan, article:kars-5 or kars-annex-1#3 (step 3 of it)"),
      _ ("ID") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &own.theme, _ ("Colours: light (the default) or dark"),
      _ ("THEME") },
    { "group", 0, 0, G_OPTION_ARG_FILENAME, &own.grouping,
      _ ("Lanes of the timeline: none (the default) for all together, category or region"),
      _ ("GROUP") },
    { "no-title", 0, 0, G_OPTION_ARG_NONE, &own.no_title, _ ("Leave out title and text"), NULL },
    { "no-footer", 0, 0, G_OPTION_ARG_NONE, &own.no_footer, _ ("Leave out sources and licence"),
      NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &own.format,
      _ ("png, svg or pdf, by default what the ending of FILE says, else png"), _ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &own.output,
      _ ("File to write, by default one in the current folder that names day and view; - for the "
         "standard output"),
      _ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ka_cli_parse (self, arguments, entries, &options, &words, &exit_code) ||
      !get_page (&own, &page, &scale, &exit_code) || !get_theme (&own, &theme, &exit_code) ||
      !get_grouping (&own, &state.grouping, &exit_code))
    return exit_code;
  if (words[0] != NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("export: '%s' is not expected here (see kars-atlas export --help)"),
                        words[0]);
  atlas = ka_cli_load_atlas (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;

  state.language = options.language;
  state.day = options.has_day ? options.day : ka_atlas_get_head (atlas)->default_day;
  if (own.selection != NULL)
    {
      state.selection = ka_cli_find_item (atlas, own.selection, &state.step);
      if (state.selection == NULL)
        return KA_CLI_BAD_INPUT;
    }

  return export_page (atlas, &own, &state, theme, &page, scale);
}
