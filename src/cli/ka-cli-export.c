/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas export`: writes pictures into files. Options become what the renderer asks for.
 */
#include "config.h"

#include "ka-cli-export.h"

#include <glib/gi18n-lib.h>

/* Sets what depends on the atlas. Returns whether the selection is in it. */
static gboolean
open_picture (KaCliPicture             *picture,
              KaAtlas                  *atlas,
              const KaCliExportOptions *own,
              const KaCliOptions       *options)
{
  picture->page.view = ka_page_fit_view (picture->page.view, atlas);
  picture->state.language = options->language;
  picture->state.day = options->has_day ? options->day : ka_atlas_get_head (atlas)->default_day;
  if (own->selection != NULL)
    picture->state.selection = ka_cli_find_item (atlas, own->selection, &picture->state.step);
  if (picture->has_range && own->series == NULL && own->every == NULL)
    {
      picture->page.axis = &picture->axis;
      picture->page.names_time = !options->has_day && picture->page.view == KA_PAGE_TIMELINE;
    }

  return own->selection == NULL || picture->state.selection != NULL;
}

int
ka_cli_export (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (KaCliExportOptions) own = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaMapScene) scene = NULL;
  g_autofree char *output = NULL;
  KaCliPicture     picture;
  KaExport export;
  int exit_code = KA_CLI_DONE;

  if (!ka_cli_export_parse (self, arguments, &own, &options, &words, &exit_code) ||
      !ka_cli_picture_init (&picture, &own, &exit_code))
    return exit_code;
  if (words[0] != NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("export: '%s' is not expected here (see kars-atlas export --help)"),
                        words[0]);
  atlas = ka_cli_load_atlas (options.atlas);
  if (atlas == NULL || !ka_cli_picture_check_memory () ||
      !open_picture (&picture, atlas, &own, &options))
    return KA_CLI_BAD_INPUT;
  if (!ka_cli_read_filter (atlas, own.filter, &picture.state.filter, &exit_code))
    return exit_code;

  if (picture.page.view == KA_PAGE_CLAIM && g_strcmp0 (own.series, "claim") != 0 &&
      (picture.state.selection == NULL || picture.state.selection->kind != KA_ITEM_CORRECTION))
    return ka_cli_fail (
      KA_CLI_BAD_USAGE,
      _ ("--view claim: --select names no correction (see kars-atlas list corrections)"));

  scene = ka_map_scene_new (atlas);
  if (own.series != NULL || own.every != NULL || own.pages != NULL)
    return ka_cli_save_series (&picture, scene, &own);

  export = ka_cli_picture_get_export (&picture, scene);
  output = own.output != NULL
             ? g_strdup (own.output)
             : ka_export_dup_file_name (atlas, &picture.state, picture.page.view, picture.format);
  if (own.output == NULL && !own.overwrites)
    ka_cli_make_name_free (&output);

  return ka_cli_save_picture (&export, picture.format, output);
}
