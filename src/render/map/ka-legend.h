/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * KaLegendRow:
 * @item: (nullable): the item that a click on the row selects
 * @text: its text
 * @layout: (nullable): the text to paint
 * @box: in user units, over the whole width of its column
 * @text_box: the text in user units
 */
typedef struct
{
  const KaItem *item;
  char         *text;
  PangoLayout  *layout;
  KaBox         box;
  KaBox         text_box;
} KaLegendRow;

/**
 * KaLegend:
 * @rows: (element-type KaLegendRow): from the most important
 * @box: its panel in user units; empty when there is neither row nor heading
 * @heading_box: its heading in user units, which folds it; empty on paper and without rows
 * @heading: (nullable): the text of the heading
 * @is_folded: whether it shows its heading alone
 *
 * The key to the map in view, laid out once, then painted.
 */
typedef struct
{
  GPtrArray   *rows;
  KaBox        box;
  KaBox        heading_box;
  PangoLayout *heading;
  gboolean     is_folded;
} KaLegend;

/** ka_legend_new: Returns: (transfer full): the legend with rows for what is in view. It is painted
 * on the cairo_t of the map. */
KaLegend *ka_legend_new (const KaPaintContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** ka_legend_free: frees a legend (transfer full). */
void ka_legend_free (KaLegend *self);

/** ka_legend_folds_by_itself: whether a legend would cover too much of the map. Depends on its
 * size, not on the rows: the legend does not open and fold while the day moves. */
gboolean ka_legend_folds_by_itself (const KaViewport *viewport);

/** ka_legend_paint: paints the legend on the cairo_t of its map. */
void ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLegend, ka_legend_free)

G_END_DECLS
