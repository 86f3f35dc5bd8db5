/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** KaCsvCell: a cell of a table and where it stands in its text. */
typedef struct
{
  const char *text;   /* without quotes */
  gsize       offset; /* in bytes */
} KaCsvCell;

/**
 * KaCsvFaultFunc:
 * @offset: where, in bytes
 * @message: what is there and what is expected
 * @user_data: as it was given
 *
 * Called for each fault of a text.
 */
typedef void (*KaCsvFaultFunc) (gsize offset, const char *message, gpointer user_data);

/**
 * KaCsvReader:
 *
 * Goes through a table row by row, so that a table of any length takes the memory of one row.
 */
typedef struct
{
  /*< private >*/
  const char    *at;
  const char    *text;
  const char    *end;
  char           separator;
  KaCsvFaultFunc report;
  gpointer       user_data;
  GArray        *row;     /* Owned, of KaCsvCell */
  GString       *letters; /* Owned: of all cells of the row, each with a zero behind it */
} KaCsvReader;

/**
 * ka_csv_reader_init:
 * @self: (out caller-allocates): stands before the first row
 * @text: UTF-8 with a zero behind it; must outlive the reader
 * @length: its length in bytes
 * @separator: what stands between cells: a comma, a semicolon or a tab
 * @report: (nullable): told of each fault
 * @user_data: for @report
 *
 * Takes a table apart as RFC 4180 has it. Lines may end in CR LF, LF or CR.
 */
void ka_csv_reader_init (KaCsvReader   *self,
                         const char    *text,
                         gsize          length,
                         char           separator,
                         KaCsvFaultFunc report,
                         gpointer       user_data);

/** ka_csv_reader_next: Returns: (transfer none) (nullable) (element-type KaCsvCell): the next row
 * that has a letter, good until the next call; %NULL at the end. O(length of the row) */
const GArray *ka_csv_reader_next (KaCsvReader *self);

/** ka_csv_reader_clear: frees what @self holds; the struct itself is the caller's */
void ka_csv_reader_clear (KaCsvReader *self);

/**
 * ka_csv_append_cell:
 * @text: where to write
 * @cell: UTF-8
 *
 * Writes a cell as RFC 4180 has it. An apostrophe before a formula keeps it a text, for
 * spreadsheets would compute it. The separators between cells are the caller's.
 */
void ka_csv_append_cell (GString *text, const char *cell);

/** ka_csv_is_guarded: Returns: whether a cell begins with the apostrophe of ka_csv_append_cell() */
gboolean ka_csv_is_guarded (const char *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaCsvReader, ka_csv_reader_clear)

G_END_DECLS
