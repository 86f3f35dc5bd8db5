/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the options of `kars-atlas export` ask for: page, size, theme, format.
 */
#include "config.h"

#include "ka-cli-export.h"

#include "ka-export-blank.h"
#include "ka-export-size.h"
#include "ka-timeline-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_WIDTH  1920
#define DEFAULT_HEIGHT 1080
#define CLAIM_WIDTH    1200
#define CLAIM_HEIGHT   675
/* Least side in user units: a shorter one has no room for a label. */
#define MIN_SIDE  64
#define MAX_SCALE 16.0
#define UNIT_DPI  96.0
/* The theme that has no ground has the colours of light. */
#define TRANSPARENT "transparent"

static gboolean
parse_pixels (const char *text, double *width, double *height)
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

gboolean
ka_cli_parse_number (const char *text, double most, double *number)
{
  char  *end = NULL;
  double parsed = g_ascii_strtod (text, &end);

  if (!g_ascii_isdigit (text[0]) || strpbrk (text, "xX") != NULL || *end != '\0' || !(parsed > 0) ||
      parsed > most)
    return FALSE;
  *number = parsed;

  return TRUE;
}

static gboolean
apply_size (KaCliPicture *self, const KaExportSize *size, const KaCliExportOptions *options)
{
  const gboolean stands = size->is_paper && !options->is_landscape;

  self->page.width = stands ? size->height : size->width;
  self->page.height = stands ? size->width : size->height;
  self->scale = self->format == KA_EXPORT_PNG ? size->scale : 1;

  return TRUE;
}

static gboolean
read_size (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  const KaExportSize *size = NULL;

  if (options->size != NULL && options->page != NULL)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--page: --size says another size"));
  else if (options->is_landscape && options->is_portrait)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--portrait: --landscape says the opposite"));
  else if (options->page != NULL)
    {
      size = ka_export_size_find (options->page);
      if (size != NULL && size->is_paper)
        return apply_size (self, size, options);
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                                _ ("--page: '%s' is no paper; expected one of: a5, a4, a3, a2"),
                                options->page);
    }
  else if (options->size != NULL)
    {
      size = ka_export_size_find (options->size);
      if (size != NULL)
        return apply_size (self, size, options);
      if (parse_pixels (options->size, &self->page.width, &self->page.height))
        return TRUE;
      *exit_code = ka_cli_fail (
        KA_CLI_BAD_USAGE,
        _ ("--size: '%s' is no size such as 1920x1080, each side from %d to %d, nor one of: "
           "screen, 1080p, 4k, slide, a5, a4, a3, a2"),
        options->size, MIN_SIDE, KA_EXPORT_MAX_SIDE);
    }
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_scale (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  double dpi;

  if (options->scale != NULL && options->dpi != NULL)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--dpi: --scale says another resolution"));
  else if (options->scale != NULL && !ka_cli_parse_number (options->scale, MAX_SCALE, &self->scale))
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                              _ ("--scale: '%s' is no number above 0 and up to %d"), options->scale,
                              (int) MAX_SCALE);
  else if (options->dpi != NULL && !ka_cli_parse_number (options->dpi, MAX_SCALE * UNIT_DPI, &dpi))
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--dpi: '%s' is no number above 0 and up to %d"),
                              options->dpi, (int) (MAX_SCALE * UNIT_DPI));
  else
    {
      if (options->dpi != NULL && self->format == KA_EXPORT_PNG)
        self->scale = dpi / UNIT_DPI;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_theme (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  const char *names[KA_N_THEMES + 2] = { NULL };
  guint       choice = KA_THEME_LIGHT;

  for (guint i = 0; i < KA_N_THEMES; i++)
    names[i] = ka_theme_get ((KaThemeId) i)->name;
  names[KA_N_THEMES] = TRANSPARENT;
  if (!ka_cli_choose ("--theme", options->theme, names, &choice, exit_code))
    return FALSE;
  self->page.is_transparent = options->is_transparent || choice == KA_N_THEMES;
  self->theme = ka_theme_get (choice == KA_N_THEMES ? KA_THEME_LIGHT : (KaThemeId) choice);

  return TRUE;
}

static gboolean
read_grouping (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  const char *names[KA_N_GROUPINGS + 1] = { NULL };
  guint       choice = KA_GROUPING_NONE;

  for (guint i = 0; i < KA_N_GROUPINGS; i++)
    names[i] = ka_grouping_get_name ((KaGrouping) i);
  if (!ka_cli_choose ("--group", options->grouping, names, &choice, exit_code))
    return FALSE;
  self->state.grouping = (KaGrouping) choice;

  return TRUE;
}

static gboolean
read_view (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  const char *views[KA_N_PAGE_VIEWS + 1] = { NULL };
  guint       view = KA_PAGE_BOTH;

  for (guint i = 0; i < KA_N_PAGE_VIEWS; i++)
    views[i] = ka_page_view_get_name ((KaPageView) i);
  if (!ka_cli_choose ("--view", options->view, views, &view, exit_code))
    return FALSE;
  self->page.view = (KaPageView) view;
  if (g_strcmp0 (options->series, "claim") == 0)
    {
      if (options->view != NULL && view != KA_PAGE_CLAIM)
        {
          *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--view: --series claim has cards alone"));
          return FALSE;
        }
      self->page.view = KA_PAGE_CLAIM;
    }
  if (self->page.view == KA_PAGE_CLAIM)
    {
      self->page.width = CLAIM_WIDTH;
      self->page.height = CLAIM_HEIGHT;
    }

  return TRUE;
}

/* Gets the format that is asked for, else that of the ending, else PNG. */
static gboolean
read_format (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  const char *names[KA_N_EXPORT_FORMATS + 1] = { NULL };
  guint       choice = KA_EXPORT_PNG;
  g_autoptr (GError) error = NULL;
  const gboolean has_ending = options->output != NULL && strcmp (options->output, "-") != 0 &&
                              !g_str_has_suffix (options->output, "/") &&
                              !g_file_test (options->output, G_FILE_TEST_IS_DIR);

  for (guint i = 0; i < KA_N_EXPORT_FORMATS; i++)
    names[i] = ka_export_format_get_name ((KaExportFormat) i);
  if (!ka_cli_choose ("--format", options->format, names, &choice, exit_code))
    return FALSE;
  self->format = (KaExportFormat) choice;
  if (options->format != NULL || !has_ending ||
      ka_export_format_from_file_name (options->output, &self->format, &error))
    return TRUE;

  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%s (or give --format)"), error->message);

  return FALSE;
}

static gboolean
read_blank (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  g_autoptr (GError) error = NULL;

  if (!options->is_blank)
    return TRUE;
  self->theme = &self->blank;
  if (ka_export_blank_init (options->lines, &self->state, &self->page, &self->blank, &error))
    return TRUE;

  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, "--lines: %s", error->message);

  return FALSE;
}

static gboolean
read_day (const char *option, const char *value, KaDay *day, int *exit_code)
{
  g_autoptr (GError) error = NULL;

  if (value == NULL || ka_day_parse (value, day, &error))
    return TRUE;

  /* Translators: an option, the value that it was given, and what is wrong with it. */
  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%1$s: '%2$s' is no day such as 1921-10-13: %3$s"),
                            option, value, error->message);

  return FALSE;
}

static gboolean
read_days (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  if (!read_day ("--compare", options->compare, &self->page.other_day, exit_code) ||
      !read_day ("--from", options->from, &self->range.from, exit_code) ||
      !read_day ("--to", options->to, &self->range.to, exit_code))
    return FALSE;

  self->page.has_other_day = options->compare != NULL;
  self->has_range = options->from != NULL && options->to != NULL;
  if (self->page.has_other_day && self->page.view == KA_PAGE_TIMELINE)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--compare: a timeline has no map of a day"));
  else if ((options->from == NULL) != (options->to == NULL))
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, options->from == NULL
                                                  ? _ ("--to: --from is missing")
                                                  : _ ("--from: --to is missing"));
  else if (self->has_range && self->range.to < self->range.from)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--to: '%s' is before --from"), options->to);
  else
    return TRUE;

  return FALSE;
}

/* Says which option makes a picture too large. */
static gboolean
check_size (const KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  const char *option = options->scale != NULL  ? "--scale"
                       : options->dpi != NULL  ? "--dpi"
                       : options->page != NULL ? "--page"
                                               : "--size";

  if (ka_export_check_size (&self->page, self->scale, self->format, &error))
    return TRUE;
  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, "%s: %s", option, error->message);

  return FALSE;
}

/* Refuses what is no line of text, which may have tabs. */
static gboolean
check_line (const char *option, const char *text, int *exit_code)
{
  const gboolean is_text = text == NULL || g_utf8_validate (text, -1, NULL);
  const char    *c = is_text && text != NULL ? text : "";

  while (*c != '\0' && (*c == '\t' || !ka_is_control (g_utf8_get_char (c))))
    c = g_utf8_next_char (c);
  if (is_text && *c == '\0')
    return TRUE;
  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                            _ ("%1$s: '%2$s' is no line of text in UTF-8 without control"
                               " characters"),
                            option, text);

  return FALSE;
}

/* Refuses options that would do nothing. */
static gboolean
check_use (const KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  const gboolean is_series = options->series != NULL || options->every != NULL ||
                             options->pages != NULL;
  const KaExportSize *size = options->size != NULL ? ka_export_size_find (options->size) : NULL;
  const gboolean      is_paper = options->page != NULL || (size != NULL && size->is_paper);
  const gboolean      has_text = options->title != NULL || options->caption != NULL;
  const struct
  {
    gboolean    is_idle;
    const char *words;
  } idle[] = {
    { options->film != NULL && !is_series,
      N_ ("--film: a series expected, with --series, --every or --pages") },
    { options->lines != NULL && !options->is_blank, N_ ("--lines: --blank expected") },
    { options->theme != NULL && options->is_blank,
      N_ ("--theme: a blank map has colours of its own, no --blank expected") },
    { options->is_landscape && !is_paper, N_ ("--landscape: a paper expected, with --page") },
    { options->is_portrait && !is_paper, N_ ("--portrait: a paper expected, with --page") },
    { has_text && !self->page.has_title,
      N_ ("--title and --caption: no --no-title and no --picture-only expected") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (idle); i++)
    if (idle[i].is_idle)
      {
        *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, "%s", _ (idle[i].words));
        return FALSE;
      }

  return TRUE;
}

gboolean
ka_cli_picture_init (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code)
{
  *self = (KaCliPicture){
    .state = { .filter = ka_filter_all () },
    .page = KA_PAGE_INIT (KA_PAGE_BOTH, DEFAULT_WIDTH, DEFAULT_HEIGHT),
    .scale = 1,
  };
  self->page.has_title = !options->no_title && !options->picture_only;
  self->page.has_footer = !options->no_footer && !options->picture_only;
  self->page.hides_legend = options->no_legend || options->picture_only;
  self->page.title = options->title;
  self->page.caption = options->caption;
  if (!read_view (self, options, exit_code) || !read_format (self, options, exit_code) ||
      !read_size (self, options, exit_code) || !read_scale (self, options, exit_code) ||
      !read_theme (self, options, exit_code) || !read_grouping (self, options, exit_code) ||
      !read_blank (self, options, exit_code) || !read_days (self, options, exit_code) ||
      !check_size (self, options, exit_code) || !check_use (self, options, exit_code) ||
      !check_line ("--title", options->title, exit_code) ||
      !check_line ("--caption", options->caption, exit_code))
    return FALSE;

  if (self->has_range)
    self->axis = ka_time_axis_fit (self->range.from, self->range.to + 1, self->page.width);

  return TRUE;
}

KaExport
ka_cli_picture_get_export (const KaCliPicture *self, KaMapScene *scene)
{
  return (KaExport){ .scene = scene,
                     .state = &self->state,
                     .theme = self->theme,
                     .page = &self->page,
                     .scale = self->scale,
                     .has_clauses = self->page.has_title && self->page.view != KA_PAGE_TIMELINE };
}
