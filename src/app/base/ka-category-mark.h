/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_CATEGORY_MARK (ka_category_mark_get_type ())

/** KaCategoryMark: the mark of a category as the timeline draws it: a shape and a colour. */
G_DECLARE_FINAL_TYPE (KaCategoryMark, ka_category_mark, KA, CATEGORY_MARK, GtkWidget)

/** ka_category_mark_new: Returns: (transfer floating): a mark of nothing yet */
GtkWidget *ka_category_mark_new (void);

/** ka_category_mark_set: @theme: gives the colour; @category: one category */
void ka_category_mark_set (KaCategoryMark *self, const KaTheme *theme, KaCategory category);

G_END_DECLS
