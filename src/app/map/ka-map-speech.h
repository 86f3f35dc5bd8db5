/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

/**
 * ka_map_speech_list:
 * @scene: the geography
 * @day: a day
 * @viewport: a part of the map
 *
 * Returns: (transfer container) (element-type KaItem): the regions in view, then the frontier lines
 * of @day in view, in the order of the atlas
 */
GPtrArray *ka_map_speech_list (KaMapScene       *scene,
                               KaDay             day,
                               const KaViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_speech_describe:
 * @scene: the geography
 * @state: what is selected, on which day, in which language
 * @viewport: (nullable): what is in view
 *
 * Returns: (transfer full): what a screen reader says of the selection: what is known of it, and
 * which of the things in view it is; empty without a selection
 */
char *ka_map_speech_describe (KaMapScene        *scene,
                              const KaViewState *state,
                              const KaViewport  *viewport) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
