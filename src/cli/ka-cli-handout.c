/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas handout`: writes a reading list as a PDF to print.
 */
#include "config.h"

#include "ka-cli-export.h"

#include "ka-export-handout.h"
#include "ka-pins.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_NAME "kars-atlas-handout.pdf"

typedef struct
{
  char *pins;
  char *output;
} HandoutOptions;

static void
handout_options_clear (HandoutOptions *options)
{
  g_clear_pointer (&options->pins, g_free);
  g_clear_pointer (&options->output, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HandoutOptions, handout_options_clear)

/* Reads a file of pins; says every line that names no item. */
static GPtrArray *
read_pins (KaAtlas *atlas, const char *path)
{
  g_autoptr (GFile) file = ka_cli_get_file (path);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    return NULL;
  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, &error))
    {
      ka_cli_fail (KA_CLI_BAD_INPUT, "--pins: %s", error->message);
      return NULL;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      ka_cli_fail (KA_CLI_BAD_INPUT, _ ("--pins: %s: it is not UTF-8"), path);
      return NULL;
    }

  items = ka_pins_parse (atlas, text, faults, NULL);
  for (guint i = 0; i < faults->len; i++)
    ka_cli_fail (KA_CLI_BAD_INPUT, "%s:%s", path, (const char *) faults->pdata[i]);

  return faults->len == 0 ? g_steal_pointer (&items) : NULL;
}

/* Gathers the items of the file, then those of the command line. */
static GPtrArray *
gather (KaAtlas *atlas, const char *path, char **words)
{
  g_autoptr (GPtrArray) items = path != NULL ? read_pins (atlas, path) : g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (items == NULL)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    if (!ka_pins_add (items, atlas, words[i], &error))
      {
        ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
        return NULL;
      }
  if (items->len > 0)
    return g_steal_pointer (&items);

  ka_cli_fail (KA_CLI_BAD_INPUT, _ ("--pins: %s: it names no item"), path);

  return NULL;
}

/* Whether there are letters for what a page of the atlas says. */
static gboolean
has_fonts (KaMapScene *scene, const KaViewState *state)
{
  const KaPage page = { .view = KA_PAGE_BOTH, .has_title = TRUE, .has_footer = TRUE };
  const KaExport export = { .scene = scene,
                            .state = state,
                            .theme = ka_theme_get (KA_THEME_LIGHT),
                            .page = &page,
                            .scale = 1 };

  return ka_cli_picture_check_fonts (&export);
}

static int
save (KaAtlas *atlas, const KaViewState *state, const GPtrArray *items, const char *output)
{
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!has_fonts (scene, state))
    return KA_CLI_BAD_INPUT;
  bytes = ka_export_render_handout (scene, state, items, &error);
  if (bytes == NULL)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return ka_cli_save_bytes (bytes, output);
}

/* Whether a name is that of a picture of another format. */
static gboolean
is_of_other_format (const char *name)
{
  KaExportFormat format;

  return ka_export_format_from_file_name (name, &format, NULL) && format != KA_EXPORT_PDF;
}

int
ka_cli_handout (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (HandoutOptions) own = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (GPtrArray) items = NULL;
  KaViewState        state = { .filter = ka_filter_all () };
  int                exit_code = KA_CLI_DONE;
  const GOptionEntry entries[] = {
    { "pins", 0, 0, G_OPTION_ARG_FILENAME, &own.pins,
      _ ("File with an id a line, such as the reading list that the window keeps"), _ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &own.output,
      _ ("PDF file to write, by default " DEFAULT_NAME "; - for the standard output"), _ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ka_cli_parse (self, arguments, entries, &options, &words, &exit_code))
    return exit_code;
  if (own.pins == NULL && words[0] == NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("handout: expected some ID or --pins FILE (see kars-atlas handout "
                           "--help)"));
  if (own.output != NULL && is_of_other_format (own.output))
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("-o: '%s' is no name of a PDF, .pdf expected"),
                        own.output);
  atlas = ka_cli_load_atlas (options.atlas);
  if (atlas == NULL || !ka_cli_picture_check_memory ())
    return KA_CLI_BAD_INPUT;
  items = gather (atlas, own.pins, words);
  if (items == NULL)
    return KA_CLI_BAD_INPUT;

  state.language = options.language;
  state.day = options.has_day ? options.day : ka_atlas_get_head (atlas)->default_day;

  if (own.output == NULL)
    {
      own.output = g_strdup (DEFAULT_NAME);
      ka_cli_make_name_free (&own.output);
    }

  return save (atlas, &state, items, own.output);
}
