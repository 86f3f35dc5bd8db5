/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_ITEM_ROW (ka_item_row_get_type ())

/** KaItemRow: a row of the list: an item of the atlas, or a heading. The atlas outlives the row. */
G_DECLARE_FINAL_TYPE (KaItemRow, ka_item_row, KA, ITEM_ROW, GObject)

struct _KaItemRow
{
  GObject       parent_instance;
  const KaItem *item;     /* (nullable): borrowed; NULL for a heading */
  char         *title;    /* the first line */
  char         *subtitle; /* the second line, empty for a heading */
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
 * under its heading. O(events).
 */
void ka_item_rows_show_events (KaItemRows *self);

/**
 * ka_item_rows_show_results: lists the results of a search in the atlas, each kind of items
 * under its heading; @query: the text to search for
 */
void ka_item_rows_show_results (KaItemRows *self, const char *query);

/** ka_item_rows_renew: makes every row anew, for other colours. */
void ka_item_rows_renew (KaItemRows *self);

/** ka_item_rows_count_items: Returns: the number of items, without headings */
gsize ka_item_rows_count_items (KaItemRows *self);

/**
 * ka_item_rows_get: @position: a row, from 0. Returns: (transfer none) (nullable): its item;
 * %NULL for a heading and beyond the end
 */
const KaItem *ka_item_rows_get (KaItemRows *self, guint position);

/** ka_item_rows_find: @item: (nullable): an item. Returns: its row, or %G_MAXUINT for none */
guint ka_item_rows_find (KaItemRows *self, const KaItem *item);

G_END_DECLS
