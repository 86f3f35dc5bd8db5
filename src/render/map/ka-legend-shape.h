/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"

G_BEGIN_DECLS

/** KA_LEGEND_MAX_COLUMNS: into how many columns the rows of a legend go at most. */
#define KA_LEGEND_MAX_COLUMNS 6

/** KA_LEGEND_PADDING: free space at both sides of a column, in user units. */
#define KA_LEGEND_PADDING 8.0

/** KA_LEGEND_SAMPLE_WIDTH: the width of a sample, in user units. */
#define KA_LEGEND_SAMPLE_WIDTH 22.0

/** KA_LEGEND_INDENT: from the left edge of a column to its text, in user units. */
#define KA_LEGEND_INDENT (KA_LEGEND_PADDING + KA_LEGEND_SAMPLE_WIDTH + 7.0)

/**
 * KaLegendShape:
 * @n_columns: how many columns have rows
 * @starts: the first row of each column; then the number of rows
 * @widths: of the columns
 * @room: where the text of a row breaks
 * @width: of all columns
 * @height: of the highest column
 *
 * The rows of a legend in columns, from the top of the first to the foot of the last. In user
 * units.
 */
typedef struct
{
  int    n_columns;
  guint  starts[KA_LEGEND_MAX_COLUMNS + 1];
  double widths[KA_LEGEND_MAX_COLUMNS];
  double room;
  double width;
  double height;
} KaLegendShape;

/** ka_legend_shape: breaks @rows into @n_columns columns of the least height, or fewer; their texts
 * break at @room user units. */
KaLegendShape ka_legend_shape (const GPtrArray *rows, int n_columns, double room);

/** ka_legend_shape_lowest: the lowest shape that is no wider than @width user units; the narrowest
 * one where none is. Its texts break earlier than at @room where it is higher than @max_height. */
KaLegendShape
ka_legend_shape_lowest (const GPtrArray *rows, double width, double room, double max_height);

/** ka_legend_shape_apply: gives @rows their boxes; the first one begins at @top_left. */
void ka_legend_shape_apply (const KaLegendShape *self, GPtrArray *rows, KaPoint top_left);

G_END_DECLS
