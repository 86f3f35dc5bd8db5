/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-parts.h"

G_BEGIN_DECLS

/**
 * ka_map_fill_relief:
 *
 * Shades the land. The shading is cut to the land: over the sea it would smear.
 */
void ka_map_fill_relief (const KaPaintContext *context);

G_END_DECLS
