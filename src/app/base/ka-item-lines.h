/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-category-mark.h"

G_BEGIN_DECLS

#define KA_TYPE_ITEM_LINES (ka_item_lines_get_type ())

/** KaItemLines: an item in a list: the mark of its category, a title and a line under it. */
G_DECLARE_FINAL_TYPE (KaItemLines, ka_item_lines, KA, ITEM_LINES, GtkWidget)

/** ka_item_lines_new: Returns: (transfer floating): lines without a text or a mark */
GtkWidget *ka_item_lines_new (void);

/**
 * ka_item_lines_set:
 * @title: the first line
 * @attributes: (nullable): of parts of @title
 * @subtitle: (nullable): the second line, %NULL for none
 */
void ka_item_lines_set (KaItemLines   *self,
                        const char    *title,
                        PangoAttrList *attributes,
                        const char    *subtitle);

/** ka_item_lines_set_mark: @theme: gives the colour; @category: one category, or 0 for no mark */
void ka_item_lines_set_mark (KaItemLines *self, const KaTheme *theme, KaCategory category);

G_END_DECLS
