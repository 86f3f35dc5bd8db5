/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

GPtrArray    *ka_map_levels_list (const KaMapHit *hit, KaDay day) G_GNUC_WARN_UNUSED_RESULT;
const KaItem *ka_map_levels_get_next (const GPtrArray *levels, const KaItem *item);
GPtrArray *
ka_map_levels_list_here (KaAtlas *atlas, const KaMapHit *hit, KaDay day) G_GNUC_WARN_UNUSED_RESULT;
char *ka_map_levels_describe (const KaMapHit *hit,
                              KaDay           day,
                              KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;
char *
ka_map_levels_tell (const KaItem *item, KaDay day, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
gboolean ka_map_levels_find_change (KaAtlas *atlas, const KaItem *item, KaDay *day, int direction);

G_END_DECLS
