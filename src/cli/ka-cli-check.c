/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas check`: writes every fault of an atlas as compilers do, one on a line. The faults go
 * to the standard output, their number to the standard error.
 */
#include "config.h"

#include "ka-cli-private.h"
#include "ka-exchange.h"

#include <glib/gi18n-lib.h>

static int
write_faults (const GPtrArray *faults, const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int exit_code;

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);
      g_autofree char *valid = g_utf8_make_valid (line, -1);
      g_autofree char *escaped = ka_escape_controls (valid, FALSE);

      g_string_append_printf (text, "%s\n", escaped);
    }
  exit_code = ka_cli_write (text->str);
  if (exit_code != KA_CLI_DONE)
    return exit_code;

  return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
}

static int
write_praise (KaAtlas *atlas)
{
  g_autofree char *line = g_strdup_printf (
    /* Translators: how much of each kind an atlas has. */
    _ ("No fault: %zu events, %zu treaties, %zu articles, %zu annexes, %zu tenures of %zu areas\n"),
    ka_atlas_get_items (atlas, KA_ITEM_EVENT)->n_items,
    ka_atlas_get_items (atlas, KA_ITEM_TREATY)->n_items,
    ka_atlas_get_items (atlas, KA_ITEM_ARTICLE)->n_items,
    ka_atlas_get_items (atlas, KA_ITEM_ANNEX)->n_items,
    ka_atlas_get_items (atlas, KA_ITEM_TENURE)->n_items,
    ka_atlas_get_items (atlas, KA_ITEM_AREA)->n_items);

  return ka_cli_write (line);
}

int
ka_cli_check (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  int exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  if (g_strv_length (words) > 1 || (words[0] != NULL && options.atlas != NULL))
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("check: expected one ATLAS (see kars-atlas check --help)"));

  file = ka_cli_get_atlas_file (words[0] != NULL ? words[0] : options.atlas);
  if (file == NULL)
    return KA_CLI_BAD_INPUT;
  atlas = ka_atlas_open (file, &faults, NULL, &error);

  return atlas != NULL ? write_praise (atlas) : write_faults (faults, error);
}
