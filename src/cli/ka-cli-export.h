/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-cli-private.h"

#include "ka-export.h"

G_BEGIN_DECLS

/** KaCliExportOptions: what the options of `export` were set to, as text; %NULL for not at all. */
typedef struct
{
  char    *view;
  char    *size;
  char    *page;
  gboolean is_landscape;
  gboolean is_portrait;
  char    *scale;
  char    *dpi;
  char    *selection;
  char    *compare;
  char    *from;
  char    *to;
  char    *theme;
  gboolean is_transparent;
  gboolean is_blank;
  char    *lines;
  char    *grouping;
  char    *filter;
  char    *title;
  char    *caption;
  gboolean no_title;
  gboolean no_legend;
  gboolean no_footer;
  gboolean picture_only;
  char    *series;
  char    *every;
  char    *pages;
  char    *film;
  char    *format;
  char    *output;
  gboolean overwrites;
} KaCliExportOptions;

/**
 * KaCliPicture:
 * @state: what is shown; its day, selection and filter are set once the atlas is loaded
 * @page: the page
 * @scale: pixels for a user unit
 * @theme: colours and fonts, which may be @blank
 * @blank: the greys of a blank map
 * @format: the format of the file
 * @has_range: whether @range is set
 * @range: the days of --from and --to
 * @axis: the time shown, which @page borrows where there is a range
 *
 * A picture that the options ask for.
 */
typedef struct
{
  KaViewState    state;
  KaPage         page;
  double         scale;
  const KaTheme *theme;
  KaTheme        blank;
  KaExportFormat format;
  gboolean       has_range;
  KaSpan         range;
  KaTimeAxis     axis;
} KaCliPicture;

/** ka_cli_export_parse: as ka_cli_parse(), with the options of `export`. */
gboolean ka_cli_export_parse (const KaCliCommand *command,
                              const char *const  *arguments,
                              KaCliExportOptions *own,
                              KaCliOptions       *options,
                              char             ***words,
                              int                *exit_code);

/** ka_cli_export_options_clear: frees the values */
void ka_cli_export_options_clear (KaCliExportOptions *self);

/**
 * ka_cli_picture_init:
 * @self: (out): the picture; it borrows texts from @options
 * @options: what was asked for
 * @exit_code: (out): set on failure
 *
 * Reads the options that make sense whatever the atlas, and says which one does not.
 *
 * Returns: whether all make sense
 */
gboolean
ka_cli_picture_init (KaCliPicture *self, const KaCliExportOptions *options, int *exit_code);

/** ka_cli_picture_get_export: Returns: what to export; it borrows all from @self and @scene */
KaExport ka_cli_picture_get_export (const KaCliPicture *self, KaMapScene *scene);

/** ka_cli_picture_check_memory: says when there is too little for any picture. Returns: whether
 * there is enough to begin */
gboolean ka_cli_picture_check_memory (void);

/** ka_cli_picture_check_fonts: says which scripts would be boxes. Returns: whether the picture can
 * be read */
gboolean ka_cli_picture_check_fonts (const KaExport *export);

/** ka_cli_parse_number: Returns: whether a text is a decimal number above 0 and up to @most */
gboolean ka_cli_parse_number (const char *text, double most, double *number);

/** ka_cli_save_bytes: writes a file to a path, a pipe or an open file and says its name. Returns:
 * the exit code */
int ka_cli_save_bytes (GBytes *bytes, const char *output);

/** ka_cli_save_picture: looks for the fonts of a picture, draws it and saves it likewise */
int ka_cli_save_picture (const KaExport *export, KaExportFormat format, const char *output);

/**
 * ka_cli_save_series:
 * @picture: what the pictures have in common
 * @scene: the geography
 * @options: the kind of series, its steps and its output
 *
 * Writes numbered pictures and `manifest.json`. What was written stays when the series ends early.
 *
 * Returns: the exit code
 */
int ka_cli_save_series (const KaCliPicture       *picture,
                        KaMapScene               *scene,
                        const KaCliExportOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaCliExportOptions, ka_cli_export_options_clear)

G_END_DECLS
