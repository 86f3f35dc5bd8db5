/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_ITEM_POPOVER (ka_item_popover_get_type ())

/**
 * KaItemPopover:
 *
 * A short list of items to choose one from. Emits "chosen" with the #KaItem and closes.
 */
G_DECLARE_FINAL_TYPE (KaItemPopover, ka_item_popover, KA, ITEM_POPOVER, GtkPopover)

/**
 * ka_item_popover_new:
 * @items: (array length=n_items): what to choose from; copied
 * @n_items: how many
 * @session: gives the language
 * @theme: colours of the marks
 *
 * Returns: (transfer floating): the list, without a parent
 */
GtkWidget *ka_item_popover_new (const KaItem *const *items,
                                gsize                n_items,
                                KaSession           *session,
                                const KaTheme       *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
