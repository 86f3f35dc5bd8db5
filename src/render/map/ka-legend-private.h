/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"
#include "ka-map-day.h"
#include "ka-type.h"

G_BEGIN_DECLS

/* User units */
#define KA_LEGEND_PADDING        11.0
#define KA_LEGEND_SAMPLE_WIDTH   25.0
#define KA_LEGEND_SAMPLE_HEIGHT  13.0
#define KA_LEGEND_GAP            10.0
#define KA_LEGEND_HEADING_HEIGHT 26.0

/** KaLegendSample: the kind of sample of a row. */
typedef enum
{
  KA_LEGEND_SAMPLE_PRINCIPAL,
  KA_LEGEND_SAMPLE_FEATURED,
  KA_LEGEND_SAMPLE_OCCUPIED,
  KA_LEGEND_SAMPLE_CONTESTED,
  KA_LEGEND_SAMPLE_CLAIMED,
  KA_LEGEND_SAMPLE_FRONTIER,
  KA_LEGEND_SAMPLE_BORDER,
  KA_LEGEND_SAMPLE_PINNED,
} KaLegendSample;

/** KaLegendRow: a sample, its text and its place. */
typedef struct
{
  KaLegendSample    sample;
  const KaItem     *item; /* (nullable) */
  const KaFrontier *frontier;
  KaTint            tint;
  KaTint            ground;
  KaMapBorder       border;
  guint             number; /* of a claimant */
  char             *text;
  PangoLayout      *layout;
  KaBox             box;
} KaLegendRow;

struct _KaLegend
{
  GArray      *rows; /* of KaLegendRow, from the most important */
  KaBox        box;
  KaBox        heading_box; /* empty on paper */
  PangoLayout *heading;     /* (nullable) (owned) */
  gboolean     is_folded;
};

/* ka-legend-layout.c */

/**
 * ka_legend_lay_out:
 * @self: a legend with its rows
 * @context: the map
 *
 * Places the heading, the rows and the panel around them at the bottom left.
 */
void ka_legend_lay_out (KaLegend *self, const KaPaintContext *context);

G_END_DECLS
