/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"

G_BEGIN_DECLS

/** KA_TIMELINE_BAND_HEIGHT: the height of the band with the room round it, in user units. */
#define KA_TIMELINE_BAND_HEIGHT 19.0

/**
 * ka_timeline_band_get_area:
 * @item: (nullable): an item
 *
 * Returns: (transfer none) (nullable): the area whose tenures the band of @item shows: itself, or
 * the first area of a region
 */
const KaArea *ka_timeline_band_get_area (const KaItem *item);

/**
 * ka_timeline_band_list_pieces:
 * @area: (nullable): an area
 * @axis: which time is in sight
 * @language: of the labels
 *
 * Returns: (transfer full) (element-type KaTimelinePiece): the pieces in sight, in order of time
 */
GArray *
ka_timeline_band_list_pieces (const KaArea *area, const KaTimeAxis *axis, KaLanguage language);

/** ka_timeline_band_paint: draws the band of a layout, if it has one */
void ka_timeline_band_paint (const KaTimelinePainting *context);

G_END_DECLS
