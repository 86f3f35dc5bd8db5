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

KaItemRows   *ka_item_rows_new (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;
void          ka_item_rows_show_events (KaItemRows *self);
void          ka_item_rows_show_results (KaItemRows *self, const char *query);
void          ka_item_rows_renew (KaItemRows *self);
gsize         ka_item_rows_count_items (KaItemRows *self);
const KaItem *ka_item_rows_get (KaItemRows *self, guint position);
guint         ka_item_rows_find (KaItemRows *self, const KaItem *item);

G_END_DECLS
