/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the commands share: options, messages, output, loading the atlas, finding an item.
 */
#include "config.h"

#include "ka-cli-private.h"
#include "ka-exchange.h"
#include "ka-query.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Characters of a message that are kept: arguments and paths may be very long. */
#define MAX_START 500
#define MAX_END   200

int
ka_cli_fail (int exit_code, const char *format, ...)
{
  g_autofree char *message = NULL, *escaped = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = ka_shorten (g_strdup_vprintf (format, arguments), MAX_START, MAX_END);
  va_end (arguments);

  escaped = ka_escape_controls (message, FALSE);
  fprintf (stderr, "kars-atlas: %s\n", escaped);

  return exit_code;
}

int
ka_cli_write (const char *text)
{
  g_autofree char *escaped = ka_escape_controls (text, TRUE);

  if (fputs (escaped, stdout) < 0 || fflush (stdout) != 0)
    return ka_cli_fail (KA_CLI_BAD_INPUT, _ ("cannot write the result: %s"), g_strerror (errno));

  return KA_CLI_DONE;
}

void
ka_cli_options_clear (KaCliOptions *options)
{
  g_clear_pointer (&options->atlas, g_free);
}

/* Values of the shared options as text. */
typedef struct
{
  char    *atlas;
  char    *format;
  char    *language;
  char    *date;
  gboolean wants_help;
} RawOptions;

static void
raw_options_clear (RawOptions *raw)
{
  g_clear_pointer (&raw->atlas, g_free);
  g_clear_pointer (&raw->format, g_free);
  g_clear_pointer (&raw->language, g_free);
  g_clear_pointer (&raw->date, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RawOptions, raw_options_clear)

/* Every string is a file name: GOption converts other strings from the charset of the locale, which
 * is ASCII in the "C" locale. */
static void
add_shared_entries (GOptionContext *context, const KaCliCommand *command, RawOptions *raw)
{
  const GOptionEntry date[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &raw->date,
      _ ("Day to show, by default the one on which the atlas opens"), _ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry format[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &raw->format, _ (command->format_help), _ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry language[] = {
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &raw->language,
      _ ("Language of texts: en (the default), tr, ru, hy, ka or az"), _ ("CODE") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry atlas[] = {
    { "atlas", 0, 0, G_OPTION_ARG_FILENAME, &raw->atlas,
      _ ("Folder or file to read instead of the built-in atlas"), _ ("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &raw->wants_help, _ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (command->flags & KA_CLI_HAS_DATE)
    g_option_context_add_main_entries (context, date, NULL);
  if (command->flags & KA_CLI_HAS_FORMAT)
    g_option_context_add_main_entries (context, format, NULL);
  if (command->flags & KA_CLI_HAS_LANGUAGE)
    g_option_context_add_main_entries (context, language, NULL);
  if (command->flags & KA_CLI_HAS_ATLAS)
    g_option_context_add_main_entries (context, atlas, NULL);
  g_option_context_add_main_entries (context, help, NULL);
}

gboolean
ka_cli_choose (const char        *option,
               const char        *value,
               const char *const *choices,
               guint             *choice,
               int               *exit_code)
{
  g_autofree char *all = NULL;

  if (value == NULL)
    return TRUE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], value) == 0)
      {
        *choice = i;
        return TRUE;
      }

  all = g_strjoinv (", ", (char **) (gsize) choices);
  /* Translators: an option, the value that it was given, and a list of the values it may have. */
  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%1$s: there is no '%2$s'; expected one of: %3$s"),
                            option, value, all);
  return FALSE;
}

static gboolean
read_language (const char *code, KaLanguage *language, int *exit_code)
{
  const char *codes[KA_N_LANGUAGES + 1] = { NULL };
  guint       choice = KA_LANGUAGE_EN;

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    codes[i] = ka_language_get_code ((KaLanguage) i);
  if (!ka_cli_choose ("--language", code, codes, &choice, exit_code))
    return FALSE;
  *language = (KaLanguage) choice;

  return TRUE;
}

static gboolean
read_options (const KaCliCommand *command,
              const RawOptions   *raw,
              KaCliOptions       *options,
              int                *exit_code)
{
  g_autoptr (GError) error = NULL;

  if (raw->date != NULL && !ka_day_parse (raw->date, &options->day, &error))
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                                _ ("--date: '%s' is no day such as 1921-10-13: %s"), raw->date,
                                error->message);
      return FALSE;
    }
  if (!ka_cli_choose ("--format", raw->format, command->formats, &options->format, exit_code) ||
      !read_language (raw->language, &options->language, exit_code))
    return FALSE;
  options->has_day = raw->date != NULL;
  options->atlas = g_strdup (raw->atlas);

  return TRUE;
}

/* Drops the "--" behind which nothing is an option. GOption keeps it before words that begin with
 * a dash. */
static GStrv
dup_words (GStrv all)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean is_dropped = FALSE;

  for (gsize i = 0; all[i] != NULL; i++)
    if (is_dropped || strcmp (all[i], "--") != 0)
      g_strv_builder_add (builder, all[i]);
    else
      is_dropped = TRUE;
  return g_strv_builder_end (builder);
}

gboolean
ka_cli_parse (const KaCliCommand *command,
              const char *const  *arguments,
              const GOptionEntry *entries,
              KaCliOptions       *options,
              char             ***words,
              int                *exit_code)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_auto (RawOptions) raw = { NULL };
  g_auto (GStrv) all = NULL;
  g_autofree char *name = g_strconcat ("kars-atlas ", command->name, NULL);

  g_set_prgname (name);
  g_strv_builder_add (builder, name);
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_strv_builder_add (builder, arguments[i]);
  all = g_strv_builder_end (builder);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, _ (command->details));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  add_shared_entries (context, command, &raw);

  if (!g_option_context_parse_strv (context, &all, &error))
    {
      /* Translators: a command, and what is wrong with its options. */
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%1$s: %2$s (see kars-atlas %1$s --help)"),
                                command->name, error->message);
      return FALSE;
    }
  if (raw.wants_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      *exit_code = ka_cli_write (text);
      return FALSE;
    }
  *words = dup_words (all + 1);

  return read_options (command, &raw, options, exit_code);
}

/* Whether the name of the current folder leads to it. GLib takes the root for a folder that is
 * gone. */
static gboolean
has_current_folder (void)
{
  g_autofree char *name = g_get_current_dir ();
  struct stat      named, current;

  return stat (name, &named) == 0 && stat (".", &current) == 0 && named.st_dev == current.st_dev &&
         named.st_ino == current.st_ino;
}

GFile *
ka_cli_get_file (const char *path)
{
  if (*path == '\0')
    {
      ka_cli_fail (KA_CLI_BAD_INPUT, _ ("'%s' names no file, a path expected"), path);
      return NULL;
    }
  if (g_path_is_absolute (path) || has_current_folder ())
    return g_file_new_for_path (path);

  ka_cli_fail (KA_CLI_BAD_INPUT,
               _ ("%s: the current folder is gone or cannot be read, a path from / on expected"),
               path);

  return NULL;
}

GFile *
ka_cli_get_atlas_file (const char *path)
{
  if (path == NULL)
    return g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas/");

  return ka_cli_get_file (path);
}

/* Says that not all of a foreign document is there. */
static void
count_losses (const char *path, const GPtrArray *losses)
{
  if (losses->len > 0)
    ka_cli_fail (
      KA_CLI_DONE,
      g_dngettext (GETTEXT_PACKAGE, "%s: %u thing is not carried (kars-atlas convert tells what)",
                   "%s: %u things are not carried (kars-atlas convert tells each)", losses->len),
      path, losses->len);
}

/* Says that not all events of an atlas are there. */
static void
tell_gap (const KaAtlasGap *gap)
{
  g_autofree char *words = ka_atlas_gap_dup_words (gap);

  if (words != NULL)
    ka_cli_fail (KA_CLI_DONE, _ ("%s (kars-atlas check says why)"), words);
}

static KaAtlas *
load_atlas (const char *path, KaAtlasGap *gap)
{
  g_autoptr (GFile) file = ka_cli_get_atlas_file (path);
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas;

  if (file == NULL)
    return NULL;
  atlas = ka_atlas_open_partly (file, gap, &faults, &losses, &error);
  if (atlas != NULL)
    {
      count_losses (path, losses);
      return atlas;
    }

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      ka_cli_fail (KA_CLI_BAD_INPUT, "%s", line);
    }
  if (faults == NULL || faults->len == 0)
    ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return NULL;
}

KaAtlas *
ka_cli_load_atlas (const char *path)
{
  return load_atlas (path, NULL);
}

KaAtlas *
ka_cli_load_atlas_partly (const char *path)
{
  KaAtlasGap gap = { 0 };
  KaAtlas   *atlas = load_atlas (path, &gap);

  if (atlas != NULL)
    tell_gap (&gap);

  return atlas;
}

void
ka_cli_make_name_free (char **name)
{
  g_autofree char *first = g_strdup (*name);
  const char      *ending = strrchr (first, '.');
  const int        stem = (int) (ending - first);

  for (int i = 2; g_file_test (*name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (*name);
      *name = g_strdup_printf ("%.*s-%d%s", stem, first, i, ending);
    }
}

const KaItem *
ka_cli_find_item (KaAtlas *atlas, const char *reference, guint *step)
{
  const KaItem *item = step != NULL ? ka_query_lookup_step (atlas, reference, step)
                                    : ka_atlas_lookup_reference (atlas, reference);

  if (item == NULL)
    {
      g_autofree char *nearest = ka_query_dup_nearest_reference (atlas, reference);

      if (nearest != NULL)
        ka_cli_fail (KA_CLI_BAD_INPUT,
                     _ ("nothing in the atlas has the id '%s'; the nearest is '%s'"), reference,
                     nearest);
      else
        ka_cli_fail (KA_CLI_BAD_INPUT,
                     _ ("nothing in the atlas has the id '%s' (kars-atlas list KIND shows ids)"),
                     reference);
    }

  return item;
}

gboolean
ka_cli_read_filter (KaAtlas *atlas, const char *text, KaFilter *filter, int *exit_code)
{
  g_autoptr (GError) error = NULL;

  *filter = ka_filter_all ();
  if (text == NULL || ka_filter_parse (atlas, text, filter, &error))
    return TRUE;

  *exit_code = ka_cli_fail (g_error_matches (error, KA_FILTER_ERROR, KA_FILTER_ERROR_PARTY)
                              ? KA_CLI_BAD_INPUT
                              : KA_CLI_BAD_USAGE,
                            "--filter: %s", error->message);

  return FALSE;
}
