/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ka_fold:
 * @text: UTF-8
 * @length: how many bytes of it, or -1 for all
 *
 * Makes texts equal that differ only in case, in accents or in the dot of the Turkish i: full case
 * folding and compatibility decomposition of Unicode, without non-spacing marks.
 *
 * Returns: (transfer full): the folded text
 */
char *ka_fold (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;

/** ka_skip_letter: as g_utf8_next_char(), which takes away the const. Returns: the next letter */
static inline const char *
ka_skip_letter (const char *c)
{
  return c + g_utf8_skip[*(const guchar *) c];
}

G_END_DECLS
