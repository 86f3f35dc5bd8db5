/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command line for scripts: the table of commands, each in a file of its own, and the help.
 *
 * Nothing here asks for the locale: arguments are bytes, output is UTF-8.
 */
#include "config.h"

#include "ka-cli.h"

#include "ka-cli-private.h"
#include "ka-link.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const list_formats[] = { "table", "json", "csv", NULL };
static const char *const item_formats[] = { "text", "json", NULL };

#define ITEM_FORMATS item_formats, N_ ("How to write it: text (the default) or json")
#define LIST_FORMATS list_formats, N_ ("How to write it: table (the default), json or csv")

static const KaCliCommand commands[] = {
  { "export", "", N_ ("Draw map and timeline of a day into a PNG, SVG, PDF or HTML file"),
    N_ ("The ending of the file or --format says the format. The same call writes the same bytes.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas export -o kars.png\n"
        "  kars-atlas export --date 1918-06-04 --view map --select kars -o kars.svg\n"
        "  kars-atlas export --date 1921-10-13 --view timeline --size 1280x400 --scale 2 -o "
        "line.png\n"
        "  kars-atlas export --page a4 --landscape --compare 1914-08-01 -o two-days.pdf\n"
        "  kars-atlas export --every 1year --from 1918-01-01 --to 1921-12-31 -o years/\n"
        "  kars-atlas export --format svg -o - | gzip > kars.svgz\n"
        "  kars-atlas export --view map --blank --lines rivers,graticule -o blank.pdf\n"
        "  kars-atlas export --view claim --select correction:kars-expires -o card.png\n"
        "  kars-atlas export --series tour:treaty-in-ten-steps --size slide -o tour/\n"
        "\n"
        "Numbered pictures become a film of any kind with ffmpeg:\n"
        "  ffmpeg -framerate 1 -pattern_type glob -i 'years/*.png' -r 25 -pix_fmt yuv420p "
        "years.mp4\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_DATE | KA_CLI_HAS_LANGUAGE, NULL, NULL, ka_cli_export },
  { "describe", "", N_ ("Say the map of a day in words"),
    N_ ("Writes sentences: who holds what, lines, claims and the event of the day.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas describe --date 1921-10-13\n"
        "  kars-atlas describe --date 1945-06-07 --language ka\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_DATE | KA_CLI_HAS_LANGUAGE, NULL, NULL, ka_cli_describe },
  { "list", "KIND", N_ ("List everything of a kind, as a table, JSON or CSV"),
    N_ ("KIND is one of: events, treaties, articles, annexes, regions, areas, tenures, places,\n"
        "frontiers, sources, polities, people, corrections, glossary, tours.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas list events\n"
        "  kars-atlas list events --filter 'category=treaty,war;party=turkey'\n"
        "  kars-atlas list articles --format json\n"
        "  kars-atlas list tenures --format csv > tenures.csv\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, LIST_FORMATS, ka_cli_list },
  { "search", "WORDS", N_ ("Find events, articles, places, people and more by words"),
    N_ ("WORDS may be names in six languages, beginnings of words, an article (kars 5, annex III), "
        "a\n"
        "year or a date. All of them must match, in any order.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas search leninakan\n"
        "  kars-atlas search armenia border 1920\n"
        "  kars-atlas search moscow art 3 --format json\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_DATE | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, LIST_FORMATS,
    ka_cli_search },
  { "show", "ID", N_ ("Tell everything about one thing"),
    N_ ("ID is an id such as kars-5, or kind:id such as region:kars where several things share an "
        "id.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas show kars-5\n"
        "  kars-atlas show region:nakhichevan --date 1945-06-07\n"
        "  kars-atlas show treaty:kars --format json\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_DATE | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, ITEM_FORMATS,
    ka_cli_show },
  { "handout", "[ID…]", N_ ("Write a reading list as a PDF to print"),
    N_ ("ID is that of an event, an article or an annex. The hand-out has the map of the day, the "
        "dates, the\n"
        "texts, their sources and blank lines for answers, on A4 pages.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas handout kars-5 kars-6 kars-treaty-1921 -o handout.pdf\n"
        "  kars-atlas handout --date 1945-06-07 molotov-sarper-1945 -o 1945.pdf\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_DATE | KA_CLI_HAS_LANGUAGE, NULL, NULL, ka_cli_handout },
  { "at", "LON LAT", N_ ("Tell who held a point on a day, and by which instrument"),
    N_ ("LON is in degrees east, LAT in degrees north; negative numbers are west and south.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas at 45.41 39.21 --date 1921-10-13\n"
        "  kars-atlas at 43.09 40.60 --date 1919-05-01 --format json\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_DATE | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, ITEM_FORMATS,
    ka_cli_at },
  { "changes", "", N_ ("Tell what changed between two days: holders, claims, frontiers"),
    N_ (
      "Days are written as YYYY-MM-DD. What changes on the last day is told, what changes on the\n"
      "first is not.\n"
      "\n"
      "Examples:\n"
      "  kars-atlas changes --from 1921-03-01 --to 1921-12-31\n"
      "  kars-atlas changes --from 1918-01-01 --to 1918-12-31 --format json\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, ITEM_FORMATS, ka_cli_changes },
  { "compare", "TREATY TREATY", N_ ("Compare two treaties article by article"),
    N_ ("TREATY is an id such as kars. Each article and annex of both is told once, beside those\n"
        "that correspond to it. Words that the other side lacks are in brackets. The texts are\n"
        "summaries, not the wording of the treaties.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas compare moscow kars\n"
        "  kars-atlas compare moscow kars --brief\n"
        "  kars-atlas compare san-stefano berlin --format json\n"),
    KA_CLI_HAS_ATLAS | KA_CLI_HAS_FORMAT | KA_CLI_HAS_LANGUAGE, ITEM_FORMATS, ka_cli_compare },
  { "convert", "IN OUT", N_ ("Import a foreign document, or write an atlas in a foreign format"),
    N_ (
      "IN is an atlas or a document of a foreign format. OUT is a file, - for the standard output, "
      "or a\n"
      "folder, which ends in / and takes an atlas in parts. What the other format cannot carry is "
      "said\n"
      "item by item. FORMAT is atlas (our own), timelinejs, csv (the tables of TimelineJS),\n"
      "linked-places (which is only read), geojson (the map of a day), icalendar or timeline (The\n"
      "Timeline Project).\n"
      "\n"
      "Examples:\n"
      "  kars-atlas convert timeline.csv atlas/\n"
      "  kars-atlas convert timeline.json atlas.json\n"
      "  kars-atlas convert my-atlas/ events.csv\n"
      "  kars-atlas convert my-atlas/ - --to timelinejs > slides.json\n"),
    KA_CLI_HAS_DATE, NULL, NULL, ka_cli_convert },
  { "check", "[ATLAS]", N_ ("Check an atlas and say every fault with file and line"),
    N_ (
      "ATLAS is a folder of JSON documents, one JSON document or one of a foreign format; without\n"
      "it the built-in atlas is checked. Exits with 0 when there is no fault and with 1 "
      "otherwise.\n"
      "\n"
      "Examples:\n"
      "  kars-atlas check\n"
      "  kars-atlas check my-atlas/\n"),
    KA_CLI_HAS_ATLAS, NULL, NULL, ka_cli_check },
  { "new", "FOLDER", N_ ("Write a small atlas to change into one of your own"),
    N_ ("FOLDER is made, or is empty. Its README.md says what each file is for.\n"
        "\n"
        "Examples:\n"
        "  kars-atlas new lesson\n"
        "  kars-atlas check lesson\n"),
    0, NULL, NULL, ka_cli_new },
};

static const KaCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static const char *const help_start = N_ (
  "Usage:\n"
  "  kars-atlas [OPTION…] [ATLAS]     open the window\n"
  "  kars-atlas [ATLAS] LINK          open what a link of the window shows\n"
  "  kars-atlas COMMAND [OPTION…]     work without a window\n"
  "\n"
  "Shows the Treaty of Kars and what came before and after it on a map and a timeline.\n"
  "ATLAS is a folder or file to open instead of the built-in atlas.\n"
  "LINK starts with kars-atlas: and is copied from the menu of the window.\n"
  "\n"
  "Commands:\n");

static const char *const help_end = N_ (
  "\n"
  "Options for the window:\n"
  "  --date=YYYY-MM-DD  the day to open on\n"
  "  --select=ID        what to select, such as nakhichevan or article:kars-5\n"
  "  --view=LON,LAT,ZOOM  the middle of the map, and how many times as large it is\n"
  "                     as the whole map, such as 45.4,39.2,3\n"
  "  --filter=FILTER    the events to show, such as 'category=treaty;party=turkey'\n"
  "  --fullscreen       fill the screen\n"
  "  --new-process      open beside a program that runs, not in it\n"
  "  --first-frame      print the milliseconds to the first frame and quit\n"
  "\n"
  "Other options:\n"
  "  --help             this help; kars-atlas COMMAND --help tells more\n"
  "  --version          the version\n"
  "\n"
  "Exit codes: 0 done, 1 bad input, 2 bad usage, 3 no display for the window.\n");

static int
print_help (void)
{
  g_autoptr (GString) text = g_string_new (_ (help_start));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-16s %s\n", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (text, "%s", _ (help_end));

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

  return argv[1][0] != '-' && strstr (argv[1], "://") == NULL && !ka_link_is (argv[1]) &&
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
                        _ ("there is no command and no atlas '%s' (see kars-atlas --help)"),
                        argv[1]);

  return command->run (command, (const char *const *) argv + 2);
}
