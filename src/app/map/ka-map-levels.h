/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

/**
 * ka_map_levels_list:
 * @hit: what is at a point
 * @day: the day that is shown
 *
 * Lists what repeated clicks at the point select: the town or line there, its region (or the area,
 * where there is none), the holder, its wholes, and the sovereign where that is another one.
 *
 * Returns: (transfer container) (element-type KaItem): from the smallest; empty over the sea
 */
GPtrArray *ka_map_levels_list (const KaMapHit *hit, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_levels_get_next:
 * @levels: (element-type KaItem): as ka_map_levels_list() gives them
 * @item: (nullable): what is selected
 *
 * Returns: (transfer none) (nullable): the level above @item; after the highest, or when @item is
 * none of them, the lowest
 */
const KaItem *ka_map_levels_get_next (const GPtrArray *levels, const KaItem *item);

/**
 * ka_map_levels_list_here:
 * @atlas: an atlas
 * @hit: what is at a point of it
 * @day: the day that is shown
 *
 * Lists everything that is known of a point: the levels, the area, the autonomy, the claimants and
 * the frontier lines of the area.
 *
 * Returns: (transfer container) (element-type KaItem): the items, each once
 */
GPtrArray *
ka_map_levels_list_here (KaAtlas *atlas, const KaMapHit *hit, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_levels_describe:
 * @hit: what is at a point
 * @day: the day that is shown
 * @language: of names
 *
 * Writes the tooltip: the name, and for land the holder, the kind of tenure and the instrument. No
 * fact stands in it twice.
 *
 * Returns: (transfer full) (nullable): Pango markup; %NULL where there is nothing
 */
char *ka_map_levels_describe (const KaMapHit *hit,
                              KaDay           day,
                              KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
