/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KA_EXPORT_ERROR (ka_export_error_quark ())

/**
 * KaExportError:
 * @KA_EXPORT_ERROR_SIZE: the picture is too large, too small or no size; ask for another
 * @KA_EXPORT_ERROR_FORMAT: no format has that name or ending
 * @KA_EXPORT_ERROR_DRAW: it could not be drawn, such as for want of memory
 * @KA_EXPORT_ERROR_WRITE: the file could not be written; nothing was left behind
 * @KA_EXPORT_ERROR_FONT: no font has most letters of its texts
 * @KA_EXPORT_ERROR_VIEW: a file holds no view of an atlas
 * @KA_EXPORT_ERROR_EXISTS: a file exists already that nobody allowed to be replaced
 * @KA_EXPORT_ERROR_EMPTY: a series has no picture
 */
typedef enum
{
  KA_EXPORT_ERROR_SIZE,
  KA_EXPORT_ERROR_FORMAT,
  KA_EXPORT_ERROR_DRAW,
  KA_EXPORT_ERROR_WRITE,
  KA_EXPORT_ERROR_FONT,
  KA_EXPORT_ERROR_VIEW,
  KA_EXPORT_ERROR_EXISTS,
  KA_EXPORT_ERROR_EMPTY,
} KaExportError;

/** KaExportFormat: the formats of pictures. */
typedef enum
{
  KA_EXPORT_PNG,
  KA_EXPORT_SVG,
  KA_EXPORT_PDF,
  KA_EXPORT_HTML, /* a web page in one file */
  KA_N_EXPORT_FORMATS,
} KaExportFormat;

/** KA_EXPORT_MAX_SIDE: the longest side of a picture, in pixels. */
#define KA_EXPORT_MAX_SIDE 20000
/**
 * KA_EXPORT_MAX_POINTS: the longest side of a page of PDF, in points. Readers show larger pages
 * empty. Source: ISO 32000-1:2008, annex C.2, *Architectural limits*.
 */
#define KA_EXPORT_MAX_POINTS 14400

/**
 * KaExport:
 * @scene: the geography, which knows its atlas
 * @state: what is shown
 * @theme: colours and fonts
 * @page: what the picture shows, in user units
 * @scale: pixels for a user unit, above 0; PNG says 96 times that many dots per inch. SVG and PDF
 * are as large as the page times the scale
 * @has_clauses: whether PDF has the clauses about the regions on pages after the picture, with
 * links
 *
 * What is exported. Everything is borrowed.
 */
typedef struct
{
  KaMapScene        *scene;
  const KaViewState *state;
  const KaTheme     *theme;
  const KaPage      *page;
  double             scale;
  gboolean           has_clauses;
} KaExport;

GQuark ka_export_error_quark (void);

/** ka_export_format_get_name: Returns: (transfer none): the ending of a format without the dot */
const char *ka_export_format_get_name (KaExportFormat format);

/** ka_export_format_from_file_name: Returns: whether the ending of a file name or path, in any
 * case, is that of a format; else %KA_EXPORT_ERROR_FORMAT, and @format is untouched */
gboolean
ka_export_format_from_file_name (const char *file_name, KaExportFormat *format, GError **error);

/** ka_export_dup_file_name: Returns: (transfer full): a file name of atlas, day and view:
 * "kars-atlas-1921-10-13-map.png"; that of a card names its claim */
char *ka_export_dup_file_name (KaAtlas           *atlas,
                               const KaViewState *state,
                               KaPageView         view,
                               KaExportFormat     format) G_GNUC_WARN_UNUSED_RESULT;

/** ka_export_dup_alt_text: Returns: (transfer full): the picture in words, in the language of its
 * texts: title, day, event and who holds which land */
char *ka_export_dup_alt_text (const KaExport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_export_check_size:
 * @page: a page
 * @scale: pixels for a user unit
 * @format: in which format; a page of PDF has a limit of its own
 * @error: (nullable): %KA_EXPORT_ERROR_SIZE, saying what is too large
 *
 * Returns: whether a picture of that size can be made
 */
gboolean
ka_export_check_size (const KaPage *page, double scale, KaExportFormat format, GError **error);

/**
 * ka_export_check_fonts:
 * @self: what to export
 * @missing: (out) (transfer full): for each script whose letters no font has, a line that names it
 * and a package of fonts; empty for none. Set on failure too
 * @error: (nullable): %KA_EXPORT_ERROR_FONT
 *
 * Looks for fonts with the letters of the texts on the page. O(length of the texts).
 *
 * Returns: whether a font has at least half of the letters
 */
gboolean ka_export_check_fonts (const KaExport *self, char ***missing, GError **error);

/**
 * ka_export_render:
 * @self: what to export
 * @format: in which format
 * @error: (nullable): %KA_EXPORT_ERROR_SIZE or %KA_EXPORT_ERROR_DRAW
 *
 * Draws a picture into memory. The same input gives the same bytes; no clock is read. PNG carries
 * its resolution and the text chunks Title, Description (ka_export_dup_alt_text()), Source,
 * Copyright, Disclaimer, Software and X-View (ka_export_dup_view()). May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the bytes of the file, or %NULL on failure
 */
GBytes *ka_export_render (const KaExport *self, KaExportFormat format, GError **error);

/**
 * ka_export_save:
 * @self: what to export
 * @format: in which format
 * @file: where to; an existing file is replaced, at once or not at all; a FIFO or a device is
 * written through
 * @error: (nullable): %KA_EXPORT_ERROR, with path and reason
 *
 * Draws a picture and writes it. On failure no file is left behind and an old one is left whole.
 *
 * Returns: whether it was written
 */
gboolean ka_export_save (const KaExport *self, KaExportFormat format, GFile *file, GError **error);

G_END_DECLS
