/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"

G_BEGIN_DECLS

/**
 * KaMapFurniture:
 * @legend: (nullable): %NULL on paper, where it stands beside the map
 * @date: (nullable): the date; %NULL where tags tell the days of two maps
 * @occasion: (nullable): the event of the day
 * @policy: (nullable): the first sentence of the policy
 * @bar_text: (nullable): the length of the scale bar
 * @boxes: (element-type KaBox): its boxes with some space around, in user units
 *
 * The texts fixed to the frame of a map: date and occasion, legend, scale bar, policy line. Laid
 * out once, then painted; the names of the map avoid its boxes.
 */
typedef struct
{
  KaLegend    *legend;
  PangoLayout *date;
  PangoLayout *occasion;
  PangoLayout *policy;
  PangoLayout *bar_text;
  GArray      *boxes;

  KaBox  title;
  KaBox  policy_box;
  KaBox  bar;
  double width;
} KaMapFurniture;

/** ka_map_furniture_new: Returns: (transfer full): the layout, to be painted on the cairo_t of the
 * map. @overlays (array length=n_overlays) (nullable) are widgets over the map, in user units. */
KaMapFurniture *ka_map_furniture_new (const KaPaintContext *context,
                                      const KaBox          *overlays,
                                      gsize                 n_overlays) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_furniture_free: frees furniture (transfer full). */
void ka_map_furniture_free (KaMapFurniture *self);

/** ka_map_furniture_paint: paints it where it was measured, under any matrix. */
void ka_map_furniture_paint (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme);

/** ka_map_scale_bar_choose: the greatest of 1, 2 and 5 times a power of ten, in kilometres, that
 * fits. @scale is user units for a kilometre, @max_width the longest bar in user units. */
double ka_map_scale_bar_choose (double scale, double max_width);

/** ka_map_scale_bar_dup_text: Returns: (transfer full): the length of a bar in words, in metres
 * below a kilometre. */
char *ka_map_scale_bar_dup_text (double km, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapFurniture, ka_map_furniture_free)

G_END_DECLS
