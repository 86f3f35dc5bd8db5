/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * KaLegend:
 *
 * The key to the map in view, laid out once, then painted.
 */
typedef struct _KaLegend KaLegend;

/**
 * ka_legend_new:
 * @context: the map, on whose cairo_t the legend will be painted
 *
 * Returns: (transfer full): the legend, with rows for what is in view
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
 * Returns: (transfer none): the text of the row
 */
const char *ka_legend_get_text (const KaLegend *self, gsize row);

/**
 * ka_legend_get_item:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: (transfer none) (nullable): the item that a click on the row selects
 */
const KaItem *ka_legend_get_item (const KaLegend *self, gsize row);

/**
 * ka_legend_get_heading_box:
 * @self: a legend
 *
 * Returns: its heading in user units, which folds it; empty on paper and without rows
 */
KaBox ka_legend_get_heading_box (const KaLegend *self);

/**
 * ka_legend_get_is_folded:
 * @self: a legend
 *
 * Returns: whether it shows its heading alone
 */
gboolean ka_legend_get_is_folded (const KaLegend *self);

/**
 * ka_legend_folds_by_itself:
 * @viewport: the camera
 *
 * Depends on the size of the map, not on the number of rows: the legend does not open and fold
 * while the day moves.
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
 * ka_legend_get_text_box:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: the text of the row in user units
 */
KaBox ka_legend_get_text_box (const KaLegend *self, gsize row);

/**
 * ka_legend_paint:
 * @self: a legend
 * @cr: where to draw
 * @theme: colours
 */
void ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLegend, ka_legend_free)

G_END_DECLS
