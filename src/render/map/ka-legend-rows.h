/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"

G_BEGIN_DECLS

/*
 * The contents of a legend: its rows and their samples. ka-legend.c gives them a place.
 */

/** ka_legend_rows_new: lists what is in view. Returns: (transfer full) (element-type KaLegendRow):
 * the rows from the most important, without boxes. */
GPtrArray *ka_legend_rows_new (const KaPaintContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** ka_legend_paint_sample: paints the sample of a row of ka_legend_rows_new() in a box, with the
 * functions that paint the map. */
void ka_legend_paint_sample (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme, KaBox box);

G_END_DECLS
