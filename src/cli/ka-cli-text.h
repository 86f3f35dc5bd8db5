/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ka_cli_append_wrapped:
 * @text: where to append
 * @words: what to append, UTF-8
 * @indent: columns before each line but the first
 * @column: where the first line begins
 *
 * Appends words, wrapped between them, and a line feed.
 */
void ka_cli_append_wrapped (GString *text, const char *words, int indent, int column);

/**
 * ka_cli_append_labelled:
 * @text: where to append
 * @label: what stands in the left column, not too long for it
 * @words: what stands in the right one, wrapped there
 *
 * Appends a line of two columns.
 */
void ka_cli_append_labelled (GString *text, const char *label, const char *words);

/** ka_cli_measure_text: Returns: how many columns of a terminal it takes */
int ka_cli_measure_text (const char *text);

/**
 * ka_cli_cut_text:
 * @text: UTF-8
 * @max_width: columns of a terminal, at least 1
 *
 * Returns: (transfer full): the text, or as much of it as fits with an ellipsis
 */
char *ka_cli_cut_text (const char *text, int max_width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
