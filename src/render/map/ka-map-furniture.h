/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"

G_BEGIN_DECLS

/**
 * KaMapFurniture:
 *
 * The texts fixed to the frame of a map: date and occasion, legend, scale bar, policy line. Laid
 * out once, then painted; the names of the map avoid its boxes.
 */
typedef struct _KaMapFurniture KaMapFurniture;

/**
 * ka_map_furniture_new:
 * @context: the map, on whose cairo_t the furniture will be painted
 *
 * Returns: (transfer full): the layout
 */
KaMapFurniture *ka_map_furniture_new (const KaPaintContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_furniture_free:
 * @self: (transfer full): furniture
 */
void ka_map_furniture_free (KaMapFurniture *self);

/**
 * ka_map_furniture_get_boxes:
 * @self: furniture
 * @n_boxes: (out): how many
 *
 * Returns: (transfer none) (array length=n_boxes): its boxes with some space around, in user units
 */
const KaBox *ka_map_furniture_get_boxes (const KaMapFurniture *self, gsize *n_boxes);

/**
 * ka_map_furniture_get_legend:
 * @self: furniture
 *
 * Returns: (transfer none) (nullable): the legend; %NULL on a map too small for one
 */
const KaLegend *ka_map_furniture_get_legend (const KaMapFurniture *self);

/**
 * ka_map_furniture_paint:
 * @self: furniture
 * @cr: where it was measured, under any matrix
 * @theme: colours
 */
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

/**
 * ka_map_scale_bar_choose:
 * @scale: user units for a kilometre, above 0
 * @max_width: how long a bar may be, in user units
 *
 * Returns: the greatest of 1, 2 and 5 times a power of ten, in kilometres, that fits
 */
double ka_map_scale_bar_choose (double scale, double max_width);

/**
 * ka_map_scale_bar_dup_text:
 * @km: the length of a bar, of ka_map_scale_bar_choose()
 * @language: the language of labels
 *
 * Returns: (transfer full): the length in words, in metres below a kilometre
 */
char *ka_map_scale_bar_dup_text (double km, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapFurniture, ka_map_furniture_free)

G_END_DECLS
