/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-atlas.h"

G_BEGIN_DECLS

#define KA_TYPE_READING_LIST (ka_reading_list_get_type ())

/**
 * KaReadingList: the pinned events, articles and annexes of an atlas in the order of the reader.
 * Emits `changed` when it changes, and `failed` with a message when its file cannot be read or
 * written.
 */
G_DECLARE_FINAL_TYPE (KaReadingList, ka_reading_list, KA, READING_LIST, GObject)

/** ka_reading_list_new: Returns: (transfer full): an empty list without a file */
KaReadingList *ka_reading_list_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/** ka_reading_list_dup_file: Returns: (transfer full): the file of the atlas of @self in the user
 * data folder */
GFile *ka_reading_list_dup_file (KaReadingList *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_reading_list_open: reads the list from a file, which need not exist, and keeps it there from
 * then on. Lines that name no item, of another version of the atlas, stay in the file. One that
 * cannot be read is left as it is. */
void ka_reading_list_open (KaReadingList *self, GFile *file);

/** ka_reading_list_get_items: Returns: (transfer none) (element-type KaItem): what is pinned */
const GPtrArray *ka_reading_list_get_items (KaReadingList *self);

/** ka_reading_list_has: @item: (nullable): an item. Returns: whether it is pinned */
gboolean ka_reading_list_has (KaReadingList *self, const KaItem *item);

/** ka_reading_list_toggle: pins @item at the end, or unpins it; it can be pinned */
void ka_reading_list_toggle (KaReadingList *self, const KaItem *item);

/** ka_reading_list_move: moves an item up (@direction -1) or down (1). Returns: whether there was
 * room that way */
gboolean ka_reading_list_move (KaReadingList *self, const KaItem *item, int direction);

G_END_DECLS
