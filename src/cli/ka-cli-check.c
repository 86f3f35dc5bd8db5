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

/* Counts the items of a kind in words. */
static char *
dup_count (KaAtlas *atlas, KaItemKind kind)
{
  const gsize n = ka_atlas_get_items (atlas, kind)->n_items;

  switch ((int) kind)
    {
    case KA_ITEM_EVENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%zu event", "%zu events", n), n);
    case KA_ITEM_TREATY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%zu treaty", "%zu treaties", n), n);
    case KA_ITEM_ARTICLE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%zu article", "%zu articles", n), n);
    case KA_ITEM_ANNEX:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%zu annex", "%zu annexes", n), n);
    case KA_ITEM_TENURE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%zu tenure", "%zu tenures", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%zu area", "%zu areas", n), n);
    }
}

static int
write_praise (KaAtlas *atlas)
{
  g_autofree char *events = dup_count (atlas, KA_ITEM_EVENT);
  g_autofree char *treaties = dup_count (atlas, KA_ITEM_TREATY);
  g_autofree char *articles = dup_count (atlas, KA_ITEM_ARTICLE);
  g_autofree char *annexes = dup_count (atlas, KA_ITEM_ANNEX);
  g_autofree char *tenures = dup_count (atlas, KA_ITEM_TENURE);
  g_autofree char *areas = dup_count (atlas, KA_ITEM_AREA);
  g_autofree char *line = NULL;

  /* Translators: how much of each kind an atlas has, each as “3 events”. */
  line = g_strdup_printf (_ ("No fault: %1$s, %2$s, %3$s, %4$s, %5$s of %6$s\n"), events, treaties,
                          articles, annexes, tenures, areas);

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
