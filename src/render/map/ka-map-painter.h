/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-labels.h"

G_BEGIN_DECLS

/**
 * KaMapPass:
 * @KA_MAP_BASE: sea, land of the day, rivers, borders, frontier lines
 * @KA_MAP_HIGHLIGHT: the selected item and the one under the pointer
 * @KA_MAP_LABELS: towns, peaks and all names
 * @KA_MAP_FURNITURE: date and occasion, legend, scale bar, policy line; fixed to the frame
 *
 * The layers of a map, from below; a screen keeps each in a texture, an export paints all at once.
 */
typedef enum
{
  KA_MAP_BASE = 1 << 0,
  KA_MAP_HIGHLIGHT = 1 << 1,
  KA_MAP_LABELS = 1 << 2,
  KA_MAP_FURNITURE = 1 << 3,
  KA_MAP_ALL = (1 << 4) - 1,
} KaMapPass;

/**
 * ka_map_paint:
 * @context: the map; its cairo_t is under any matrix and its state is restored
 * @passes: which layers; those above the base have no background
 *
 * Paints the map. The same call draws the window, a picture and a page. May be called from any
 * thread.
 */
void ka_map_paint (const KaPaintContext *context, KaMapPass passes);

/**
 * ka_map_paint_names:
 * @context: the map
 * @overlays: (array length=n_overlays) (nullable): boxes of widgets over the map, in user units
 * @n_overlays: how many
 * @furniture: (nullable) (element-type KaBox): the boxes of the furniture of the same map, where it
 * is laid out already
 * @previous: (nullable): the labels of the call before: names stay on their side of the symbol
 *
 * Paints the layer %KA_MAP_LABELS for a screen on which the camera moves.
 *
 * Returns: (transfer full): the labels, for the next call; they may be freed on any thread
 */
KaMapLabels *ka_map_paint_names (const KaPaintContext *context,
                                 const KaBox          *overlays,
                                 gsize                 n_overlays,
                                 GArray               *furniture,
                                 const KaMapLabels    *previous) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
