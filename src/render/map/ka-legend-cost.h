/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * KaLegendCost:
 *
 * What a box over the map hides, weighed in coarse cells: selected and featured regions, hatched
 * land and named lines weigh most, then towns, other land, the sea.
 */
typedef struct _KaLegendCost KaLegendCost;

/** ka_legend_cost_new: weighs the map of @context, in about a millisecond. Returns: (transfer
 * full): the weights. */
KaLegendCost *ka_legend_cost_new (const KaPaintContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** ka_legend_cost_free: frees weights (transfer full). */
void ka_legend_cost_free (KaLegendCost *self);

/** ka_legend_cost_get_cell: the side of a cell in user units. */
double ka_legend_cost_get_cell (void);

/** ka_legend_cost_measure: the weights of all cells that meet @box, in user units. O(1). */
double ka_legend_cost_measure (const KaLegendCost *self, KaBox box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLegendCost, ka_legend_cost_free)

G_END_DECLS
