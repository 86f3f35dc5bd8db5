/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-look.h"

G_BEGIN_DECLS

/**
 * ka_timeline_density_measure:
 * @layout: a layout whose groups are placed
 *
 * Groups with headers keep their chips.
 *
 * Returns: how much the band of density replaces the chips, 0 to 1: how far events outnumber the
 * room in sight
 */
double ka_timeline_density_measure (const KaTimelineLayout *layout);

/** ka_timeline_density_paint: draws the band of density of a layout, if it has one */
void ka_timeline_density_paint (const KaTimelinePainting *context);

G_END_DECLS
