/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_CARD_LAYOUT (ka_card_layout_get_type ())

/**
 * KaCardLayout: places cards in two columns where the width holds two of them at their natural
 * width, else in one. Cards of a row have one height.
 */
G_DECLARE_FINAL_TYPE (KaCardLayout, ka_card_layout, KA, CARD_LAYOUT, GtkLayoutManager)

/** ka_card_layout_new: Returns: (transfer full): a layout for a box of cards */
GtkLayoutManager *ka_card_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
