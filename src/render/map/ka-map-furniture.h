/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"

G_BEGIN_DECLS

/**
 * KaMapFurniture:
 *
 * What is fixed to the frame of a map: date and occasion, legend, scale bar and the policy line.
 * Laid out once, then painted; the names of the map keep clear of its boxes.
 */
typedef struct _KaMapFurniture KaMapFurniture;

KaMapFurniture *ka_map_furniture_new (cairo_t           *cr,
                                      KaMapScene        *scene,
                                      const KaViewState *state,
                                      const KaTheme     *theme,
                                      const KaViewport  *viewport) G_GNUC_WARN_UNUSED_RESULT;
void            ka_map_furniture_free (KaMapFurniture *self);
const KaBox    *ka_map_furniture_get_boxes (const KaMapFurniture *self, gsize *n_boxes);
const KaLegend *ka_map_furniture_get_legend (const KaMapFurniture *self);
void ka_map_furniture_paint (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme);

/**
 * ka_map_furniture_to_string:
 * @self: furniture
 *
 * Dumps its texts for tests, a line each: `date "13 October 1921"`, then `occasion`, `policy` and
 * `scale`, if there are any.
 *
 * Returns: (transfer full): the dump
 */
char *ka_map_furniture_to_string (const KaMapFurniture *self) G_GNUC_WARN_UNUSED_RESULT;

double ka_map_scale_bar_choose (double scale, double most_width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapFurniture, ka_map_furniture_free)

G_END_DECLS
