/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_READING_TEXT (ka_reading_text_get_type ())

/**
 * KaReadingText: holds a label that wraps at the width it is given, and measures its height there
 * alone. In a label without links a click puts the focus, to select and copy its text, but Tab
 * passes it by.
 */
G_DECLARE_FINAL_TYPE (KaReadingText, ka_reading_text, KA, READING_TEXT, GtkWidget)

/**
 * ka_reading_text_new:
 * @label: (transfer floating): a selectable label that wraps
 * @has_links: whether the Tab key stops in it
 *
 * Returns: (transfer floating): a text with the label; its widths are 0
 */
GtkWidget *ka_reading_text_new (GtkWidget *label, gboolean has_links);

/** ka_reading_text_get_label: Returns: (transfer none): the label */
GtkWidget *ka_reading_text_get_label (KaReadingText *self);

/** ka_reading_text_set_is_short: takes the width of the text in one line for the natural width: for
 * names beside other texts */
void ka_reading_text_set_is_short (KaReadingText *self);

/** ka_reading_text_set_natural_width: @natural_chars: the natural width, in letters of average
 * width */
void ka_reading_text_set_natural_width (KaReadingText *self, int natural_chars);

G_END_DECLS
