/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** KaCsvCell: a cell of a table and where it stands in its text. */
typedef struct
{
  char *text;   /* without quotes */
  gsize offset; /* in bytes */
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
 * ka_csv_parse:
 * @text: UTF-8 with a zero behind it
 * @length: its length in bytes
 * @separator: what stands between cells: a comma, a semicolon or a tab
 * @report: (nullable): told of each fault
 * @user_data: for @report
 *
 * Takes a table apart as RFC 4180 has it. Lines may end in CR LF, LF or CR. Rows without a letter
 * are left out. O(length).
 *
 * Returns: (transfer full) (element-type GArray): rows of #KaCsvCell
 */
GPtrArray *ka_csv_parse (const char    *text,
                         gsize          length,
                         char           separator,
                         KaCsvFaultFunc report,
                         gpointer       user_data) G_GNUC_WARN_UNUSED_RESULT;

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

G_END_DECLS
