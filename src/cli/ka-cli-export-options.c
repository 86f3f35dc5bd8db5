/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The options of `kars-atlas export`: a table from which the parser and the help are made.
 */
#include "config.h"

#include "ka-cli-export.h"

#include <glib/gi18n-lib.h>

#define TEXT(member) G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET (KaCliExportOptions, member)
#define FLAG(member) G_OPTION_ARG_NONE, G_STRUCT_OFFSET (KaCliExportOptions, member)

static const struct
{
  const char *name;
  char        letter;
  GOptionArg  kind;
  gsize       offset; /* of its member */
  const char *help;
  const char *value; /* (nullable): what the help calls its value */
} rows[] = {
  { "view", 0, TEXT (view),
    N_ ("What to draw: map, timeline, both (the default) or claim, the card of a correction"),
    N_ ("VIEW") },
  { "select", 0, TEXT (selection),
    N_ ("What to bring out, such as nakhichevan, article:kars-5 or kars-annex-1#3 (step 3 of it)"),
    N_ ("ID") },
  { "compare", 0, TEXT (compare), N_ ("A second day, whose map stands beside the first"),
    N_ ("YYYY-MM-DD") },
  { "from", 0, TEXT (from), N_ ("First day of the timeline or of a series"), N_ ("YYYY-MM-DD") },
  { "to", 0, TEXT (to), N_ ("Last day of the timeline or of a series"), N_ ("YYYY-MM-DD") },
  { "group", 0, TEXT (grouping),
    N_ ("Lanes of the timeline: none (the default) for all together, category or region"),
    N_ ("GROUP") },
  { "filter", 0, TEXT (filter),
    N_ ("Events to bring out, such as category=treaty,war;party=turkey;certainty=certain"),
    N_ ("FILTER") },
  { "size", 0, TEXT (size),
    N_ ("Width and height in pixels at scale 1, by default 1920x1080, or screen, 1080p, 4k, slide, "
        "a5, a4, a3, a2"),
    N_ ("WxH") },
  { "page", 0, TEXT (page), N_ ("A sheet of paper: a5, a4, a3 or a2, at 300 dots per inch"),
    N_ ("PAPER") },
  { "portrait", 0, FLAG (is_portrait), N_ ("Paper stands on its short side (the default)"), NULL },
  { "landscape", 0, FLAG (is_landscape), N_ ("Paper lies on its long side"), NULL },
  { "scale", 0, TEXT (scale),
    N_ ("Pixels for each of them, by default 1: 2 doubles the resolution"), N_ ("N") },
  { "dpi", 0, TEXT (dpi), N_ ("The same in dots per inch of PNG: 96 is scale 1"), N_ ("N") },
  { "theme", 0, TEXT (theme),
    N_ ("Colours: light (the default), dark, print, high-contrast, high-contrast-dark, or "
        "transparent for light without a ground"),
    N_ ("THEME") },
  { "transparent", 0, FLAG (is_transparent), N_ ("Leave the ground out, in any theme"), NULL },
  { "blank", 0, FLAG (is_blank), N_ ("A grey map without names and legend, to fill in"), NULL },
  { "lines", 0, TEXT (lines),
    N_ ("Of a blank map: what it has beside coasts and borders, parted by commas: lines (the "
        "default), rivers, districts, claims, graticule"),
    N_ ("LIST") },
  { "title", 0, TEXT (title), N_ ("Heading in place of that of the day"), N_ ("TEXT") },
  { "caption", 0, TEXT (caption), N_ ("Line below the heading"), N_ ("TEXT") },
  { "no-title", 0, FLAG (no_title), N_ ("Leave out title and text"), NULL },
  { "no-legend", 0, FLAG (no_legend), N_ ("Leave out the legend"), NULL },
  { "no-footer", 0, FLAG (no_footer), N_ ("Leave out sources and licence"), NULL },
  { "picture-only", 0, FLAG (picture_only), N_ ("Leave out all three"), NULL },
  { "series", 0, TEXT (series),
    N_ ("Several pictures: event, epoch (each day on which the map changes), step (of the annex "
        "of --select), claim (each card of a correction) or tour:ID (see kars-atlas list tours)"),
    N_ ("KIND") },
  { "every", 0, TEXT (every), N_ ("A series of days: 10days, month or 5years apart"), N_ ("STEP") },
  { "pages", 0, TEXT (pages), N_ ("A series that divides the time of --from and --to"), N_ ("N") },
  { "film", 0, TEXT (film),
    N_ ("Put the pictures of a series into one animated PNG, each for so many seconds; other "
        "films are made of numbered pictures, see below"),
    N_ ("SECONDS") },
  { "format", 0, TEXT (format),
    N_ ("png, svg, pdf or html, by default what the ending of FILE says, else png"),
    N_ ("FORMAT") },
  { "output", 'o', TEXT (output),
    N_ ("File to write, by default one in the current folder that names day and view; - for the "
        "standard output; of a series, whose files are numbered, also a folder"),
    N_ ("FILE") },
  { "overwrite", 0, FLAG (overwrites),
    N_ ("Replace files whose names the program chooses: those of a series and of no -o"), NULL },
};

gboolean
ka_cli_export_parse (const KaCliCommand *command,
                     const char *const  *arguments,
                     KaCliExportOptions *own,
                     KaCliOptions       *options,
                     char             ***words,
                     int                *exit_code)
{
  GOptionEntry entries[G_N_ELEMENTS (rows) + 1] = { { NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    entries[i] = (GOptionEntry){
      .long_name = rows[i].name,
      .short_name = rows[i].letter,
      .arg = rows[i].kind,
      .arg_data = G_STRUCT_MEMBER_P (own, rows[i].offset),
      .description = _ (rows[i].help),
      .arg_description = rows[i].value != NULL ? _ (rows[i].value) : NULL,
    };

  return ka_cli_parse (command, arguments, entries, options, words, exit_code);
}

void
ka_cli_export_options_clear (KaCliExportOptions *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].kind == G_OPTION_ARG_FILENAME)
      g_clear_pointer ((char **) G_STRUCT_MEMBER_P (self, rows[i].offset), g_free);
}
