/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export-series.h"

G_BEGIN_DECLS

/** KA_SERIES_MANIFEST: the name of the list of a series. */
#define KA_SERIES_MANIFEST "manifest.json"

/**
 * KaSeriesFiles:
 * @folder: where the files go; it is made where it is missing
 * @stem: the beginning of their names
 * @format: in which format
 * @replaces: whether files that exist are replaced
 *
 * Where the pictures of a series go, and `manifest.json`, which lists them.
 */
typedef struct
{
  const char    *folder;
  const char    *stem;
  KaExportFormat format;
  gboolean       replaces;
} KaSeriesFiles;

/** KaSeriesTold: hears that a picture was written; @path: its file; @n_done: how many were; @n: of
 * how many; @data: of the caller. Returns: whether to go on */
typedef gboolean (*KaSeriesTold) (const char *path, guint n_done, guint n, gpointer data);

/**
 * ka_series_save:
 * @self: a series
 * @common: what its pictures have in common
 * @files: where they go
 * @told: hears of each
 * @data: for @told
 * @error: (nullable): %KA_EXPORT_ERROR; one of %KA_EXPORT_ERROR_EXISTS before anything is written
 *
 * Writes numbered pictures and `manifest.json`: file, date, selection, step, title, caption and
 * description of each, which ka_export_dup_alt_text() gives. What is finished stays, whatever
 * happens, and is in the manifest.
 *
 * Returns: whether no picture failed; also when @told ended it
 */
gboolean ka_series_save (const KaSeries      *self,
                         const KaExport      *common,
                         const KaSeriesFiles *files,
                         KaSeriesTold         told,
                         gpointer             data,
                         GError             **error);

G_END_DECLS
