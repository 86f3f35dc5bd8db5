/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-day.h"

G_BEGIN_DECLS

/**
 * KaMapChange:
 * @KA_MAP_CHANGE_NEW: a border of the later day that the earlier one does not have, or has as one
 * of another class
 * @KA_MAP_CHANGE_GONE: a border of the earlier day that the later one does not have
 *
 * How a stretch of frontier changes between two days.
 */
typedef enum
{
  KA_MAP_CHANGE_NEW,
  KA_MAP_CHANGE_GONE,
  KA_N_MAP_CHANGES,
} KaMapChange;

/** ka_map_changes_list: finds the stretches of frontier that change between the two days of
 * ka_view_state_get_days(). Returns: (transfer full) (element-type KaMapChain): lines; none without
 * two days */
GPtrArray *ka_map_changes_list (const KaPaintContext *context,
                                KaMapChange           change) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_changes_paint: strokes these stretches as a thick band, on which a line keeps the style
 * of its class. */
void ka_map_changes_paint (const KaPaintContext *context);

/** ka_map_changes_stroke: strokes the path as such a band: whole for what is new, broken for what
 * is gone. */
void ka_map_changes_stroke (cairo_t *cr, const KaTheme *theme, KaMapChange change);

G_END_DECLS
