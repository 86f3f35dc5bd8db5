/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_reading_sections_find_end:
 * @blocks: (element-type KaBlock): a page
 * @start: the first block of a section
 *
 * A section is what has widgets of its own: one block; or facts, links or clauses in a row; or a
 * fold with all that is in it.
 *
 * Returns: the place after the last block of the section
 */
guint ka_reading_sections_find_end (const GPtrArray *blocks, guint start);

/**
 * ka_reading_sections_dup_key:
 * @blocks: (element-type KaBlock): a page
 * @start: the first block of a section
 * @end: the place after its last one
 *
 * Returns: (transfer full): a text that two sections of one atlas share only if they look the same
 */
char *ka_reading_sections_dup_key (const GPtrArray *blocks,
                                   guint            start,
                                   guint            end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
