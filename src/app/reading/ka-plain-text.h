/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_PLAIN_TEXT (ka_plain_text_get_type ())

/**
 * KaPlainText: holds a label without links. A click puts the focus into the label, to select and
 * copy its text; Tab passes it by.
 */
G_DECLARE_FINAL_TYPE (KaPlainText, ka_plain_text, KA, PLAIN_TEXT, GtkWidget)

/** ka_plain_text_new: @label: (transfer floating): a selectable label. Returns: (transfer floating)
 */
GtkWidget *ka_plain_text_new (GtkWidget *label);

G_END_DECLS
