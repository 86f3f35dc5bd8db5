/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_PARAGRAPH (ka_paragraph_get_type ())

/**
 * KaParagraph: a text that wraps at the width it is given and asks for none. A #GtkLabel lays a
 * wrapped text out some fifty times to find its least and its natural width; this widget once.
 */
G_DECLARE_FINAL_TYPE (KaParagraph, ka_paragraph, KA, PARAGRAPH, GtkWidget)

/** ka_paragraph_new: @css_class: of the new widget. Returns: (transfer floating): an empty one */
GtkWidget *ka_paragraph_new (const char *css_class);

/** ka_paragraph_set_text: @text: plain text; @attributes: (nullable): of parts of it */
void ka_paragraph_set_text (KaParagraph *self, const char *text, PangoAttrList *attributes);

/**
 * ka_paragraph_get_height:
 * @widget: a widget that draws a wrapped text
 * @layout: the text
 * @width: a width in pixels, -1 for that of @layout
 *
 * Lays the text out once for a width. A text that is shown keeps its lines.
 *
 * Returns: its height there in pixels
 */
int ka_paragraph_get_height (GtkWidget *widget, PangoLayout *layout, int width);

/** ka_paragraph_get_text: Returns: (transfer none): the text */
const char *ka_paragraph_get_text (KaParagraph *self);

G_END_DECLS
