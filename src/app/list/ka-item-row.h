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

KaItemRow    *ka_item_row_new (const KaItem *item,
                               const char   *title,
                               const char   *subtitle) G_GNUC_WARN_UNUSED_RESULT;
KaItemRow    *ka_item_row_new_heading (const char *title) G_GNUC_WARN_UNUSED_RESULT;
const KaItem *ka_item_row_get_item (KaItemRow *self);
const char   *ka_item_row_get_title (KaItemRow *self);
const char   *ka_item_row_get_subtitle (KaItemRow *self);

G_END_DECLS
