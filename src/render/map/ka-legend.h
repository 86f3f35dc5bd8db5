/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * KaLegend:
 *
 * The key to what is on the map now, and to nothing else: laid out once, then painted.
 */
typedef struct _KaLegend KaLegend;

/**
 * ka_legend_new:
 * @context: the map, and what the legend will be painted on, for measuring; what is not in view has
 * no row
 *
 * Returns: (transfer full): the legend of the map as it is seen
 */
KaLegend *ka_legend_new (const KaPaintContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_legend_free:
 * @self: (transfer full): a legend
 */
void ka_legend_free (KaLegend *self);

/**
 * ka_legend_get_box:
 * @self: a legend
 *
 * Returns: its panel in user units; empty when there is neither row nor heading
 */
KaBox ka_legend_get_box (const KaLegend *self);

/**
 * ka_legend_get_n_rows:
 * @self: a legend
 *
 * Returns: how many rows it has
 */
gsize ka_legend_get_n_rows (const KaLegend *self);

/**
 * ka_legend_get_text:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: (transfer none): what the row says
 */
const char *ka_legend_get_text (const KaLegend *self, gsize row);

/**
 * ka_legend_get_item:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: (transfer none) (nullable): what a click on the row selects
 */
const KaItem *ka_legend_get_item (const KaLegend *self, gsize row);

/**
 * ka_legend_get_heading_box:
 * @self: a legend
 *
 * Returns: what folds it, in user units; empty on paper and where there is nothing to fold
 */
KaBox ka_legend_get_heading_box (const KaLegend *self);

/**
 * ka_legend_get_is_folded:
 * @self: a legend
 *
 * Returns: whether its heading stands alone
 */
gboolean ka_legend_get_is_folded (const KaLegend *self);

/**
 * ka_legend_folds_by_itself:
 * @viewport: the camera
 *
 * The answer depends on the size alone and not on how many rows there are, so that the legend does
 * not open and shut while the day moves.
 *
 * Returns: whether a legend would cover too much of the map
 */
gboolean ka_legend_folds_by_itself (const KaViewport *viewport);

/**
 * ka_legend_get_row_box:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: the row in user units, over the whole width of its column
 */
KaBox ka_legend_get_row_box (const KaLegend *self, gsize row);

/**
 * ka_legend_paint:
 * @self: a legend
 * @cr: where to draw
 * @theme: colours
 */
void ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLegend, ka_legend_free)

G_END_DECLS
