/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** KaWordRun: a run of words in a text. */
typedef struct
{
  gsize start; /* first byte of its first word */
  gsize end;   /* the byte after its last word */
} KaWordRun;

/**
 * ka_word_diff:
 * @first: a text, UTF-8
 * @second: another text, UTF-8
 * @only_first: (out) (transfer full) (element-type KaWordRun): the words that only @first has
 * @only_second: (out) (transfer full) (element-type KaWordRun): the words that only @second has
 *
 * Compares two texts word by word. As many words as possible are common, in the same order. Case
 * and punctuation at the ends of words do not count. O(words of @first × words of @second).
 */
void
ka_word_diff (const char *first, const char *second, GArray **only_first, GArray **only_second);

G_END_DECLS
