/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_TEXT_LAYOUT (ka_text_layout_get_type ())

/**
 * KaTextLayout: gives a wrapped label its height for a width, and no least width. To find its
 * widths, a #GtkLabel lays out its text once with a letter in each line, and for each width that it
 * tries.
 */
G_DECLARE_FINAL_TYPE (KaTextLayout, ka_text_layout, KA, TEXT_LAYOUT, GtkLayoutManager)

/**
 * ka_text_layout_new:
 * @has_width: whether the natural width is that of the text in one line, else 0
 *
 * Returns: (transfer full): a layout for a #GtkLabel that wraps
 */
GtkLayoutManager *ka_text_layout_new (gboolean has_width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
