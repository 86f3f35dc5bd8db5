/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_ITEM_ROWS (ka_item_rows_get_type ())

/**
 * KaItemRows:
 *
 * The rows of a list, a #GListModel of #KaItemRow: the events that the session's filter leaves,
 * under the headings of their periods, or what a search found, under those of its kinds. A row is
 * made when it is asked for; a change of the filter is told as the blocks that came and went, so
 * that rows which stay keep their widgets.
 */
G_DECLARE_FINAL_TYPE (KaItemRows, ka_item_rows, KA, ITEM_ROWS, GObject)

/**
 * ka_item_rows_new:
 * @session: says which events there are
 *
 * Returns: (transfer full): an empty list
 */
KaItemRows *ka_item_rows_new (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_item_rows_show_events:
 * @self: a list
 *
 * Lists the events that the filter of the session leaves, each period under its heading. O(events).
 */
void ka_item_rows_show_events (KaItemRows *self);

/**
 * ka_item_rows_show_results:
 * @self: a list
 * @query: what to search for
 *
 * Lists what is found in the atlas, each kind of items under its heading.
 */
void ka_item_rows_show_results (KaItemRows *self, const char *query);

/**
 * ka_item_rows_renew:
 * @self: a list
 *
 * Has every row made anew, as when its colours changed.
 */
void ka_item_rows_renew (KaItemRows *self);

/**
 * ka_item_rows_count_items:
 * @self: a list
 *
 * Returns: how many items there are, without headings
 */
gsize ka_item_rows_count_items (KaItemRows *self);

/**
 * ka_item_rows_get:
 * @self: a list
 * @position: a row, from 0
 *
 * Returns: (transfer none) (nullable): its item; %NULL for a heading and beyond the end
 */
const KaItem *ka_item_rows_get (KaItemRows *self, guint position);

/**
 * ka_item_rows_find:
 * @self: a list
 * @item: (nullable): an item
 *
 * Returns: its row, or G_MAXUINT where it is not listed
 */
guint ka_item_rows_find (KaItemRows *self, const KaItem *item);

G_END_DECLS
