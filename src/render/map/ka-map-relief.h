/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-brush.h"

G_BEGIN_DECLS

/**
 * ka_map_fill_relief:
 *
 * Shades the land. The shading is cut to the land: over the sea it would smear.
 */
void ka_map_fill_relief (const KaMapBrush *brush);

G_END_DECLS
