/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_ITEM_ROW (ka_item_row_get_type ())

/**
 * KaItemRow: a row of the list: an item of the atlas, a heading, or the line of the day. The atlas
 * outlives the row.
 */
G_DECLARE_FINAL_TYPE (KaItemRow, ka_item_row, KA, ITEM_ROW, GObject)

struct _KaItemRow
{
  GObject       parent_instance;
  const KaItem *item;     /* (nullable): borrowed; NULL for a heading and the line of the day */
  char         *title;    /* the first line */
  char         *subtitle; /* the second line, empty without an item; of a result also why */
  GArray       *marks;    /* (nullable): the words of @title that match, of KaSearchMark */
  gboolean      is_day;   /* whether it is the line of the day */
};

#define KA_TYPE_ITEM_ROWS (ka_item_rows_get_type ())

/**
 * KaItemRows: a #GListModel of #KaItemRow: the events that the filter of a session leaves, by
 * period, or the results of a search, by kind. Makes rows on demand. Emits a change for each
 * block of rows that comes or goes, so that other rows keep their widgets.
 */
G_DECLARE_FINAL_TYPE (KaItemRows, ka_item_rows, KA, ITEM_ROWS, GObject)

/**
 * ka_item_rows_new:
 * @session: gives the atlas and the filter
 *
 * Returns: (transfer full): an empty list
 */
KaItemRows *ka_item_rows_new (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_item_rows_show_events: lists the events that the filter of the session leaves, each period
 * under its heading, with a line for the day of the session before the first event that begins on
 * it or later. O(events).
 */
void ka_item_rows_show_events (KaItemRows *self);

/**
 * ka_item_rows_set_reach: leaves all but @reach rows before and after the line of the day out of
 * the next list of events, if that has such a line; 0, as at first: leaves none out
 */
void ka_item_rows_set_reach (KaItemRows *self, guint reach);

/**
 * ka_item_rows_follow_day: moves the line of the day, if there is one, to where it belongs. Rows
 * do not change while the day stays between two events.
 */
void ka_item_rows_follow_day (KaItemRows *self);

/**
 * ka_item_rows_prepare_results: lets another thread make the index of a search, where there is
 * none: O(letters of the atlas)
 */
void ka_item_rows_prepare_results (KaItemRows *self);

/**
 * ka_item_rows_show_results: lists the results of a search in the atlas, each kind of items
 * under its heading with their number; @query: the text to search for. The first query waits
 * for ka_item_rows_prepare_results().
 */
void ka_item_rows_show_results (KaItemRows *self, const char *query);

/** ka_item_rows_suggest: Returns: (transfer full) (nullable): what else the query could be, where
 * nothing was found */
char *ka_item_rows_suggest (KaItemRows *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_item_rows_count_items: Returns: the number of rows with an item */
gsize ka_item_rows_count_items (KaItemRows *self);

/**
 * ka_item_rows_get: @position: a row, from 0. Returns: (transfer none) (nullable): its item;
 * %NULL for other rows and beyond the end
 */
const KaItem *ka_item_rows_get (KaItemRows *self, guint position);

/**
 * ka_item_rows_get_heading: @position: a row, from 0; @without_own: whether a heading has none
 *
 * Returns: (transfer none) (nullable): the heading that the row stands under
 */
const char *ka_item_rows_get_heading (KaItemRows *self, guint position, gboolean without_own);

/** ka_item_rows_find: @item: (nullable): an item. Returns: its row, or %G_MAXUINT for none */
guint ka_item_rows_find (KaItemRows *self, const KaItem *item);

/** ka_item_rows_find_day: Returns: the row of the line of the day, or %G_MAXUINT for none */
guint ka_item_rows_find_day (KaItemRows *self);

/**
 * ka_item_rows_find_nearest: Returns: the row of the event that the map names on the day, else of
 * the one that begins nearest to the day, the earlier one of two; %G_MAXUINT without a line of the
 * day
 */
guint ka_item_rows_find_nearest (KaItemRows *self);

G_END_DECLS
