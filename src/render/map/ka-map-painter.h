/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-labels.h"
#include "ka-map-scene.h"

G_BEGIN_DECLS

/**
 * KaMapPass:
 * @KA_MAP_BASE: sea, land of the day, rivers, borders, frontier lines
 * @KA_MAP_HIGHLIGHT: what is selected and hovered
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

void ka_map_paint (cairo_t           *cr,
                   KaMapScene        *scene,
                   const KaViewState *state,
                   const KaTheme     *theme,
                   const KaViewport  *viewport,
                   KaMapPass          passes);

KaMapLabels *ka_map_paint_names (cairo_t           *cr,
                                 KaMapScene        *scene,
                                 const KaViewState *state,
                                 const KaTheme     *theme,
                                 const KaViewport  *viewport,
                                 const KaBox       *overlays,
                                 gsize              n_overlays,
                                 const KaMapLabels *previous) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
