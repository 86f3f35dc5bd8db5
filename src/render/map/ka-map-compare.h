/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-day.h"

G_BEGIN_DECLS

/** ka_map_compare_get_treaty: Returns: (transfer none) (nullable): the treaty of the selection that
 * is compared with another; %NULL where none is */
const KaTreaty *ka_map_compare_get_treaty (const KaViewState *state);

/** ka_map_compare_paint: strokes the frontiers of the two treaties that are compared; nothing
 * where none are. */
void ka_map_compare_paint (const KaPaintContext *context);

/** ka_map_compare_stroke: strokes the path as a frontier of the first treaty, a wide line, or of
 * the second, dashes on a pale line, which show on the wide one too. */
void ka_map_compare_stroke (cairo_t *cr, const KaTheme *theme, gboolean is_second);

G_END_DECLS
