/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line for scripts: finds the command, and what the commands share: options, errors,
 * loading the atlas. The commands have a file each.
 *
 * Nothing here asks for the locale: arguments are taken as the bytes that they are, output is
 * UTF-8.
 */
#include "config.h"

#include "ka-cli.h"

#include "ka-atlas-load.h"
#include "ka-cli-private.h"
#include "ka-query.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *const list_formats[] = { "table", "json", "csv", NULL };
static const char *const item_formats[] = { "text", "json", NULL };

static const KaCliCommand commands[] = {
  { "export", "", "Draw map and timeline of a day into a PNG, SVG or PDF file",
    "The ending of the file says the format. The same call writes the same bytes.\n"
    "\n"
    "Examples:\n"
    "  kars-atlas export -o kars.png\n"
    "  kars-atlas export --date 1918-06-04 --view map --select kars -o kars.svg\n"
    "  kars-atlas export --date 1921-10-13 --view timeline --size 1280x400 --scale 2 -o line.png\n",
    KA_CLI_HAS_DATE | KA_CLI_HAS_LANGUAGE, NULL, ka_cli_export },
  { "list", "KIND", "List everything of a kind, as a table, JSON or CSV",
    "KIND is one of: events, treaties, articles, annexes, regions, areas, tenures, places,\n"
    "frontiers, sources, polities, people, corrections, glossary.\n"
    "\n"
    "Examples:\n"
    "  kars-atlas list events\n"
    "  kars-atlas list articles --format json\n"
    "  kars-atlas list tenures --format csv > tenures.csv\n",
    KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, list_formats, ka_cli_list },
  { "show", "ID", "Tell everything about one thing",
    "ID is an id such as kars-5, or kind:id such as region:kars where several things share an id.\n"
    "\n"
    "Examples:\n"
    "  kars-atlas show kars-5\n"
    "  kars-atlas show region:nakhichevan --date 1945-06-07\n"
    "  kars-atlas show treaty:kars --format json\n",
    KA_CLI_HAS_DATE | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, item_formats, ka_cli_show },
  { "at", "LON LAT", "Tell who held a point on a day, and by which instrument",
    "LON is in degrees east, LAT in degrees north; negative numbers are west and south.\n"
    "\n"
    "Examples:\n"
    "  kars-atlas at 45.41 39.21 --date 1921-10-13\n"
    "  kars-atlas at 43.09 40.60 --date 1919-05-01 --format json\n",
    KA_CLI_HAS_DATE | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, item_formats, ka_cli_at },
  { "check", "[ATLAS]", "Check an atlas and say every fault with file and line",
    "ATLAS is a folder of JSON documents or one JSON document; without it the built-in atlas is\n"
    "checked. Exits with 0 when there is no fault and with 1 otherwise.\n"
    "\n"
    "Examples:\n"
    "  kars-atlas check\n"
    "  kars-atlas check my-atlas/\n",
    0, NULL, ka_cli_check },
};

int
ka_cli_fail (int exit_code, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  valid = g_utf8_make_valid (message, -1);
  fprintf (stderr, "kars-atlas: %s\n", valid);

  return exit_code;
}

int
ka_cli_write (const char *text)
{
  if (fputs (text, stdout) < 0 || fflush (stdout) != 0)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "cannot write the result: %s", g_strerror (errno));

  return KA_CLI_DONE;
}

void
ka_cli_options_clear (KaCliOptions *options)
{
  g_clear_pointer (&options->atlas, g_free);
}

/* Options as they are written. */
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

/* Every string is taken as a file name: GOption converts other strings from the charset of the
 * locale, which is ASCII in the "C" locale. */
static void
add_shared_entries (GOptionContext *context, const KaCliCommand *command, RawOptions *raw)
{
  const GOptionEntry date[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &raw->date,
      "Day to show, by default the one on which the atlas opens", "YYYY-MM-DD" },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry format[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &raw->format,
      command->formats == list_formats ? "How to write it: table (the default), json or csv"
                                       : "How to write it: text (the default) or json",
      "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry language[] = {
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &raw->language,
      "Language of texts: en (the default), tr, ru, hy, ka or az", "CODE" },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry all[] = {
    { "atlas", 0, 0, G_OPTION_ARG_FILENAME, &raw->atlas,
      "Folder or file to read instead of the built-in atlas", "PATH" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &raw->wants_help, "Show this help", NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (command->flags & KA_CLI_HAS_DATE)
    g_option_context_add_main_entries (context, date, NULL);
  if (command->flags & KA_CLI_HAS_FORMAT)
    g_option_context_add_main_entries (context, format, NULL);
  if (command->flags & KA_CLI_HAS_LANGUAGE)
    g_option_context_add_main_entries (context, language, NULL);
  g_option_context_add_main_entries (context, all, NULL);
}

gboolean
ka_cli_choose (const char        *option,
               const char        *value,
               const char *const *choices,
               guint             *choice,
               int               *exit_code)
{
  g_autoptr (GString) all = g_string_new (NULL);

  if (value == NULL)
    return TRUE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], value) == 0)
      {
        *choice = i;
        return TRUE;
      }

  for (guint i = 0; choices[i] != NULL; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", choices[i]);
  *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, "%s: there is no '%s'; expected one of: %s", option,
                            value, all->str);
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
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, "--date: '%s' is no day such as 1921-10-13: %s",
                                raw->date, error->message);
      return FALSE;
    }
  if (!ka_cli_choose ("--format", raw->format, command->formats, &options->format, exit_code) ||
      !read_language (raw->language, &options->language, exit_code))
    return FALSE;
  options->has_day = raw->date != NULL;
  options->atlas = g_strdup (raw->atlas);

  return TRUE;
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
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->details);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  add_shared_entries (context, command, &raw);

  if (!g_option_context_parse_strv (context, &all, &error))
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, "%s: %s (see kars-atlas %s --help)",
                                command->name, error->message, command->name);
      return FALSE;
    }
  if (raw.wants_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      *exit_code = ka_cli_write (text);
      return FALSE;
    }
  *words = g_strdupv (all + 1);

  return read_options (command, &raw, options, exit_code);
}

GFile *
ka_cli_get_atlas_file (const char *path)
{
  if (path == NULL)
    return g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas/");

  return g_file_new_for_path (path);
}

KaAtlas *
ka_cli_load_atlas (const char *path)
{
  g_autoptr (GFile) file = ka_cli_get_atlas_file (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas = ka_atlas_load (file, &faults, &error);

  if (atlas != NULL)
    return atlas;

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      ka_cli_fail (KA_CLI_BAD_INPUT, "%s", line);
    }
  if (faults == NULL || faults->len == 0)
    ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);

  return NULL;
}

const KaItem *
ka_cli_find_item (KaAtlas *atlas, const char *reference, guint *step)
{
  const KaItem *item = step != NULL ? ka_query_lookup_step (atlas, reference, step)
                                    : ka_atlas_lookup_reference (atlas, reference);

  if (item == NULL)
    ka_cli_fail (KA_CLI_BAD_INPUT,
                 "nothing in the atlas has the id '%s' (kars-atlas list KIND shows ids)",
                 reference);

  return item;
}

static const KaCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static const char *const help_start =
  "Usage:\n"
  "  kars-atlas [OPTION…] [ATLAS]     open the window\n"
  "  kars-atlas COMMAND [OPTION…]     work without a window\n"
  "\n"
  "Shows the Treaty of Kars and what came before and after it on a map and a timeline.\n"
  "ATLAS is a folder or file to open instead of the built-in atlas.\n"
  "\n"
  "Commands:\n";

static const char
  *const help_end = "\n"
                    "Options for the window:\n"
                    "  --date=YYYY-MM-DD  the day to open on\n"
                    "  --select=ID        what to select, such as nakhichevan or article:kars-5\n"
                    "  --fullscreen       fill the screen\n"
                    "  --first-frame      print the milliseconds to the first frame and quit\n"
                    "\n"
                    "Other options:\n"
                    "  --help             this help; kars-atlas COMMAND --help tells more\n"
                    "  --version          the version\n"
                    "\n"
                    "Exit codes: 0 done, 1 bad input, 2 bad usage, 3 no display for the window.\n";

static int
print_help (void)
{
  g_autoptr (GString) text = g_string_new (help_start);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-16s %s\n", commands[i].name, commands[i].summary);
  g_string_append_printf (text, "%s", help_end);

  return ka_cli_write (text->str);
}

static int
print_version (void)
{
  return ka_cli_write ("kars-atlas " KA_VERSION "\n");
}

static const struct
{
  const char *name;
  int (*run) (void);
} questions[] = {
  { "--help", print_help },
  { "-h", print_help },
  { "help", print_help },
  { "--version", print_version },
};

gboolean
ka_cli_handles (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (strcmp (questions[i].name, argv[1]) == 0)
      return TRUE;
  if (find_command (argv[1]) != NULL)
    return TRUE;

  return argv[1][0] != '-' && strstr (argv[1], "://") == NULL &&
         !g_file_test (argv[1], G_FILE_TEST_EXISTS);
}

int
ka_cli_run (int argc, char **argv)
{
  const KaCliCommand *command;

  g_return_val_if_fail (argc >= 2, KA_CLI_BAD_USAGE);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (strcmp (questions[i].name, argv[1]) == 0)
      return questions[i].run ();

  command = find_command (argv[1]);
  if (command == NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        "there is no command and no atlas '%s' (see kars-atlas --help)", argv[1]);

  return command->run (command, (const char *const *) argv + 2);
}
