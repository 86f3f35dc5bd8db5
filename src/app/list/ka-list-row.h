/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-item-rows.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_LIST_ROW (ka_list_row_get_type ())

/** KaListRow: the widget of a #KaItemRow: an item under the pointer is that of the session. */
G_DECLARE_FINAL_TYPE (KaListRow, ka_list_row, KA, LIST_ROW, GtkWidget)

/**
 * ka_list_row_new: @session: outlives the row; @list_item: whose child the row becomes
 *
 * Returns: (transfer floating): a row of nothing yet
 */
GtkWidget *ka_list_row_new (KaSession *session, GtkListItem *list_item);

/** ka_list_row_bind: @row: what the widget shows from now on; its item outlives the widget */
void ka_list_row_bind (KaListRow *self, KaItemRow *row);

/** ka_list_row_set_heading: @text: of a heading or of the line of the day */
void ka_list_row_set_heading (KaListRow *self, const char *text);

/** ka_list_row_set_mark: @theme: gives the colour; @category: one category of the event */
void ka_list_row_set_mark (KaListRow *self, const KaTheme *theme, KaCategory category);

/** ka_list_row_set_marked: @is_marked: whether the row stands for the day or the first result */
void ka_list_row_set_marked (KaListRow *self, gboolean is_marked);

/** ka_list_row_is_marked: Returns: what ka_list_row_set_marked() set */
gboolean ka_list_row_is_marked (KaListRow *self);

/** ka_list_row_get_item: Returns: (transfer none) (nullable): its item, %NULL for a heading */
const KaItem *ka_list_row_get_item (KaListRow *self);

/** ka_list_row_get_position: Returns: its place in the list */
guint ka_list_row_get_position (KaListRow *self);

G_END_DECLS
