/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-pixels.h"
#include "ka-map-stretch.h"
#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * ka_map_fill_relief:
 * @context: the map
 *
 * Shades the land in a vector format, clipped to the coasts. Paints nothing for an atlas without
 * relief.
 */
void ka_map_fill_relief (const KaPaintContext *context);

/**
 * ka_map_stretch_relief:
 * @context: the map
 * @pixels: its pixels
 *
 * The shading of the columns of @pixels, of land and sea. It shares memory with the scene.
 *
 * Returns: (transfer full) (nullable): the shading; %NULL where there is none
 */
KaMapStretch *ka_map_stretch_relief (const KaPaintContext *context,
                                     const KaMapPixels    *pixels) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_relief_prepare:
 * @scene: a scene
 *
 * Reads the heights of the relief, unless they are read already: a few milliseconds. The first
 * picture with relief does it otherwise. May be called from any thread.
 */
void ka_map_relief_prepare (KaMapScene *scene);

G_END_DECLS
