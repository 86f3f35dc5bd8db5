/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * ka_search:
 * @atlas: an atlas
 * @query: words of a person, UTF-8
 *
 * Finds events, articles, treaties, regions, places, polities, people, frontiers, corrections and
 * terms by their names in every language, and events and articles by their texts. O(items).
 *
 * Returns: (transfer container) (element-type KaItem): by kind, the best of a kind first; empty for
 * a blank query
 */
GPtrArray *ka_search (KaAtlas *atlas, const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
