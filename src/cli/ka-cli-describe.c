/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas describe`: says the map of a day in words, for a reader who does not see it.
 */
#include "config.h"

#include "ka-cli-private.h"

#include "ka-reading-describe.h"

#include <glib/gi18n-lib.h>

int
ka_cli_describe (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  if (words[0] != NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("describe: '%s' is not expected here (see kars-atlas describe --help)"),
                        words[0]);
  atlas = ka_cli_load_atlas_partly (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;

  text = ka_reading_describe_day (
    atlas, options.has_day ? options.day : ka_atlas_get_head (atlas)->default_day,
    options.language);
  line = g_strdup_printf ("%s\n", text);

  return ka_cli_write (line);
}
