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
 * @north_text: (nullable): the letter of the north arrow; %NULL where north is up
 * @notice: (nullable): that there is no map
 * @boxes: (element-type KaBox): its boxes with some space around, in user units
 *
 * The texts fixed to the frame of a map: date and occasion, legend, scale bar, policy line. Laid
 * out once, then painted; the names of the map avoid its boxes.
 */
typedef struct
{
  KaLegend     *legend;
  KaTypeLayout *date;
  KaTypeLayout *occasion;
  KaTypeLayout *policy;
  KaTypeLayout *bar_text;
  KaTypeLayout *north_text;
  KaTypeLayout *notice;
  GArray       *boxes;

  KaBox   title;
  KaBox   policy_box;
  KaBox   bar;
  KaPoint notice_at;
  KaPoint north_at; /* the middle of the north arrow */
  double  north;    /* its direction, in radians clockwise from up */
  double  width;
} KaMapFurniture;

/** ka_map_furniture_new: Returns: (transfer full): the layout, to be painted on the cairo_t of the
 * map. @overlays (array length=n_overlays) (nullable) are widgets over the map, in user units.
 * @previous (nullable) is shown no more; texts that stay are taken out of it. */
KaMapFurniture *ka_map_furniture_new (const KaPaintContext *context,
                                      const KaBox          *overlays,
                                      gsize                 n_overlays,
                                      KaMapFurniture       *previous) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_furniture_free: frees furniture (transfer full). */
void ka_map_furniture_free (KaMapFurniture *self);

/** ka_map_furniture_paint: paints it where it was measured, under any matrix. */
void ka_map_furniture_paint (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapFurniture, ka_map_furniture_free)

G_END_DECLS
