/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaMapThin:
 *
 * Thin lines of one colour on a raster, with round corners and ends. Cairo, which takes lines of
 * any width, needs three times as long.
 */
typedef struct _KaMapThin KaMapThin;

/** ka_map_thin_suits: whether lines of a width in user units are thin on @cr, which has pixels. */
gboolean ka_map_thin_suits (cairo_t *cr, double width);

/**
 * ka_map_thin_new:
 * @cr: where they are drawn, all under one matrix and clip
 *
 * Returns: (transfer full): no lines yet
 */
KaMapThin *ka_map_thin_new (cairo_t *cr) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_thin_add_line: adds a straight line; all is in user units. */
void ka_map_thin_add_line (KaMapThin *self, KaPoint from, KaPoint to, double width);

/** ka_map_thin_add_path: adds the path and clears it. */
void ka_map_thin_add_path (KaMapThin *self, double width);

/** ka_map_thin_paint: paints all lines at once and frees @self (transfer full). @alpha is their
 * opacity, 0 to 1. */
void ka_map_thin_paint (KaMapThin *self, const KaColour *colour, double alpha);

/** ka_map_thin_stroke: strokes the path, which has no curves, and clears it. Returns whether it
 * did: lines must be thin. */
gboolean ka_map_thin_stroke (cairo_t *cr, const KaColour *colour, double width);

G_END_DECLS
