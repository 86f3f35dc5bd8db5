/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

#define KA_TYPE_ITEM_ROW (ka_item_row_get_type ())

/**
 * KaItemRow:
 *
 * An entry of the list: an item of the atlas, or the heading over a group of them.
 */
G_DECLARE_FINAL_TYPE (KaItemRow, ka_item_row, KA, ITEM_ROW, GObject)

/**
 * ka_item_row_new:
 * @item: what it stands for
 * @title: its first line
 * @subtitle: its second line
 *
 * Returns: (transfer full): an entry
 */
KaItemRow *ka_item_row_new (const KaItem *item,
                            const char   *title,
                            const char   *subtitle) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_item_row_new_heading:
 * @title: what the group is called
 *
 * Returns: (transfer full): a heading
 */
KaItemRow *ka_item_row_new_heading (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_item_row_get_item:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): what it stands for; %NULL for a heading
 */
const KaItem *ka_item_row_get_item (KaItemRow *self);

/**
 * ka_item_row_get_title:
 * @self: an entry
 *
 * Returns: (transfer none): its first line
 */
const char *ka_item_row_get_title (KaItemRow *self);

/**
 * ka_item_row_get_subtitle:
 * @self: an entry
 *
 * Returns: (transfer none): its second line, empty for a heading
 */
const char *ka_item_row_get_subtitle (KaItemRow *self);

G_END_DECLS
