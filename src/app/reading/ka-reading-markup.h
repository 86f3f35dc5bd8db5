/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-reading.h"
#include "ka-session.h"

G_BEGIN_DECLS

/**
 * ka_reading_markup_dup: Returns: (transfer full): the text of @block with its links, or with its
 * marked words bold and underlined, as Pango markup
 */
char *ka_reading_markup_dup (const KaBlock *block, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_reading_markup_append_span: @text: (nullable): plain text, between two tags; nothing for
 * %NULL
 */
void ka_reading_markup_append_span (GString    *markup,
                                    const char *start,
                                    const char *text,
                                    const char *end);

/** ka_reading_markup_append_link: @text: the plain text of the link; where it begins and ends in a
 * block does not matter */
void ka_reading_markup_append_link (GString           *markup,
                                    const KaBlockLink *link,
                                    const char        *text,
                                    KaLanguage         language);

/**
 * ka_reading_markup_follow: @uri: where a link of such markup leads: to an item, a step of it or
 * its comparison with a treaty; nothing where it leads to none
 */
void ka_reading_markup_follow (const char *uri, KaSession *session);

G_END_DECLS
