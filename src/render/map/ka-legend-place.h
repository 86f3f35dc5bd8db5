/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend-cost.h"
#include "ka-legend-shape.h"

G_BEGIN_DECLS

/** KA_LEGEND_N_PLACES: how many places along the edges of the map a legend can stand at. */
#define KA_LEGEND_N_PLACES 32

/** KA_LEGEND_MAX_SHARE: the part of the map that a legend covers at most, unless opened by hand. */
#define KA_LEGEND_MAX_SHARE 0.12

/** KA_LEGEND_MAX_WEIGHT: the mean weight of the cells that it covers at most, unless opened by
 * hand: it may lie on land and towns, not on what the map is about. */
#define KA_LEGEND_MAX_WEIGHT 12.0

/**
 * KaLegendSite:
 * @cost: what the map has where
 * @taken: (array length=n_taken): boxes that the legend must not meet, in user units
 * @n_taken: how many
 * @frame: where it may stand, in user units
 * @max_area: how much it may cover, in square user units
 * @max_weight: the mean weight of the cells that it may cover
 * @min_width: the width of its heading
 * @above: from its top to its rows
 * @below: from its rows to its foot
 * @held: the place, from 1, where it stood before; 0 for none
 *
 * Where a legend looks for a place.
 */
typedef struct
{
  const KaLegendCost *cost;
  const KaBox        *taken;
  gsize               n_taken;
  KaBox               frame;
  double              max_area;
  double              max_weight;
  double              min_width;
  double              above;
  double              below;
  guint               held;
} KaLegendSite;

/**
 * KaLegendChoice:
 * @shape: its rows in columns
 * @box: its panel in user units
 * @place: from 1
 * @cost: what it hides
 *
 * A shape at a place.
 */
typedef struct
{
  KaLegendShape shape;
  KaBox         box;
  guint         place;
  double        cost;
} KaLegendChoice;

/**
 * ka_legend_place_find:
 * @self: where to look
 * @place: from 1
 * @width: of the panel, in user units
 * @height: of the panel
 * @box: (out): the panel at that place, moved up or down from what is taken
 *
 * Returns: whether there is room
 */
gboolean ka_legend_place_find (const KaLegendSite *self,
                               guint               place,
                               double              width,
                               double              height,
                               KaBox              *box);

/**
 * ka_legend_place_choose:
 * @self: where to look
 * @rows: (element-type KaLegendRow): what to place
 * @choice: (out): the shape and place that hide least; the place held before stays as long as it
 * hides little more, so that the legend does not jump
 *
 * Returns: whether there is any; else @choice is untouched
 */
gboolean
ka_legend_place_choose (const KaLegendSite *self, const GPtrArray *rows, KaLegendChoice *choice);

G_END_DECLS
