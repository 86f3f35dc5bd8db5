/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-parts.h"

G_BEGIN_DECLS

/**
 * ka_map_fill_relief:
 * @context: the map
 *
 * Shades the land, clipped to the coasts.
 */
void ka_map_fill_relief (const KaPaintContext *context);

G_END_DECLS
