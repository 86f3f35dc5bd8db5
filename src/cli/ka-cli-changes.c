/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas changes`: writes what changed between two days as text or as JSON.
 */
#include "config.h"

#include "ka-cli-blocks.h"
#include "ka-cli-private.h"

#include "ka-changes.h"

#include <glib/gi18n-lib.h>

/* Reads the value of an option that must be there. */
static gboolean
read_day (const char *option, const char *value, KaDay *day, int *exit_code)
{
  g_autoptr (GError) error = NULL;

  if (value == NULL)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                              _ ("changes: %s is missing (see kars-atlas changes --help)"), option);
  else if (!ka_day_parse (value, day, &error))
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%s: '%s' is no day such as 1921-10-13: %s"),
                              option, value, error->message);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_days (char *const *values, KaSpan *days, int *exit_code)
{
  if (!read_day ("--from", values[0], &days->from, exit_code) ||
      !read_day ("--to", values[1], &days->to, exit_code))
    return FALSE;
  if (days->from < days->to)
    return TRUE;

  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                            days->from == days->to ? _ ("changes: %s and %s are the same day")
                                                   : _ ("changes: --from %s is after --to %s"),
                            values[0], values[1]);

  return FALSE;
}

/* JSON */

static KaJsonObject *
build_tenure (const KaTenure *tenure)
{
  static const char *const keys[] = { "holder", "kind", "sovereign", "autonomy" };
  const KaCliContext       context = { .day = tenure != NULL ? tenure->span.from : 0 };
  g_autoptr (KaJsonObject) members = NULL;
  KaJsonObject *object;

  if (tenure == NULL)
    return NULL;

  members = ka_cli_json_new_item (KA_ITEM (tenure), &context);
  object = json_object_new_object ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    json_object_object_add (object, keys[i],
                            json_object_get (json_object_object_get (members, keys[i])));

  return object;
}

static KaJsonObject *
new_reference (const KaItem *item)
{
  g_autofree char *reference = item != NULL ? ka_item_dup_reference (item) : NULL;

  return ka_cli_json_new_string (reference);
}

static KaJsonObject *
build_change (const KaChange *change)
{
  static const char *const words[] = {
    [KA_CHANGE_HOLDER] = "holder",        [KA_CHANGE_STATUS] = "status",
    [KA_CHANGE_CONFIRMED] = "confirmed",  [KA_CHANGE_CLAIMED] = "claimed",
    [KA_CHANGE_DROPPED] = "claim-ended",  [KA_CHANGE_DRAWN] = "frontier",
    [KA_CHANGE_ENDED] = "frontier-ended",
  };
  KaJsonObject *object = json_object_new_object ();

  json_object_object_add (object, "date", ka_cli_json_new_day (change->day));
  json_object_object_add (object, "change", ka_cli_json_new_string (words[change->kind]));
  json_object_object_add (object, "areas", ka_cli_json_new_ids (change->areas));
  json_object_object_add (object, "frontier", ka_cli_json_new_id (KA_ITEM (change->frontier)));
  json_object_object_add (object, "before", build_tenure (change->before));
  json_object_object_add (object, "after", build_tenure (change->after));
  json_object_object_add (object, "instrument", new_reference (change->instrument));
  json_object_object_add (object, "event", ka_cli_json_new_id (KA_ITEM (change->event)));

  return object;
}

static KaJsonObject *
build_document (KaAtlas *atlas, KaSpan days)
{
  g_autoptr (GPtrArray) changes = ka_query_changes_between (atlas, days.from, days.to);
  KaJsonObject *document = json_object_new_object ();
  KaJsonObject *list = json_object_new_array ();

  json_object_object_add (document, "from", ka_cli_json_new_day (days.from));
  json_object_object_add (document, "to", ka_cli_json_new_day (days.to));
  for (guint i = 0; i < changes->len; i++)
    json_object_array_add (list, build_change (changes->pdata[i]));
  json_object_object_add (document, "changes", list);

  return document;
}

static int
write_text (KaAtlas *atlas, KaSpan days, KaLanguage language)
{
  g_autoptr (GPtrArray) blocks = ka_reading_list_changes (atlas, days.from, days.to, language);
  g_autoptr (GString) text = g_string_new (NULL);
  const KaCliContext context = { .day = days.to, .language = language };

  for (guint i = 0; i < blocks->len; i++)
    ka_cli_append_block (text, blocks->pdata[i], &context);

  return ka_cli_write (text->str);
}

int
ka_cli_changes (const KaCliCommand *self, const char *const *arguments)
{
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, _ ("Day to start from"), _ ("YYYY-MM-DD") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, _ ("Last day"), _ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaJsonObject) document = NULL;
  KaSpan days = { 0 };
  int    exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, entries, &options, &words, &exit_code))
    return exit_code;
  if (words[0] != NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("changes: '%s' is no option (see kars-atlas changes --help)"), words[0]);
  if (!read_days ((char *[]){ from, to }, &days, &exit_code))
    return exit_code;
  atlas = ka_cli_load_atlas_partly (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;

  if (options.format == 0)
    return write_text (atlas, days, options.language);
  document = build_document (atlas, days);

  return ka_cli_json_write (document);
}
