/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"

G_BEGIN_DECLS

/** KaMapPaint: paints on the cairo_t of a context and restores its state. Runs on several threads
 * at once, each with a cairo_t of its own. */
typedef void (*KaMapPaint) (const KaPaintContext *context);

/**
 * ka_map_paint_in_strips:
 * @context: the map
 * @paint: what to paint; clips to the frame, and its pixels do not depend on the clip
 * @n_strips: into how many strips, from 1
 *
 * Paints a raster in horizontal strips, each on a thread of its own. The pixels are those of @paint
 * for the whole. It paints at once without pixels, and in a clip that is no box of whole pixels.
 */
void ka_map_paint_in_strips (const KaPaintContext *context, KaMapPaint paint, guint n_strips);

/**
 * KaMapAside:
 *
 * A part of a map that another thread paints.
 */
typedef struct _KaMapAside KaMapAside;

/**
 * ka_map_paint_aside:
 * @context: the map, which must not change meanwhile; nothing else may draw on its surface
 * @paint: what to paint; it runs on one thread
 *
 * Begins to paint a raster on another thread. Paints at once where that is not possible or a second
 * thread does not pay.
 *
 * Returns: (transfer full) (nullable): what is painted meanwhile, for ka_map_aside_finish()
 */
KaMapAside *ka_map_paint_aside (const KaPaintContext *context,
                                KaMapPaint            paint) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_aside_finish: waits until @self (transfer full) (nullable) is painted. */
void ka_map_aside_finish (KaMapAside *self);

/** ka_map_count_strips: into how many strips to paint @context on this machine. */
guint ka_map_count_strips (const KaPaintContext *context);

G_END_DECLS
