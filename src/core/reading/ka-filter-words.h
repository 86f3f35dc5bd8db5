/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-filter.h"

G_BEGIN_DECLS

/** ka_filter_words_get_party: Returns: (transfer none): the name of a party in a filter: that of
 * its first day */
const char *ka_filter_words_get_party (const KaPolity *party, KaLanguage language);

/**
 * ka_filter_words_dup_sentence:
 * @atlas: an atlas
 * @filter: which of its events are shown
 * @range: (nullable): only events of these days
 * @language: of the names of parties
 *
 * Says what a filter shows: "Treaties and wars in which Turkey takes part, certain only · 23 of 128
 * events". O(events).
 *
 * Returns: (transfer full): one sentence without a full stop
 */
char *ka_filter_words_dup_sentence (KaAtlas        *atlas,
                                    const KaFilter *filter,
                                    const KaSpan   *range,
                                    KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
