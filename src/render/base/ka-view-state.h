/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaMapLayer:
 *
 * Parts of the map that a person can put away. Land, seas and the borders of the day stay.
 */
typedef enum
{
  KA_MAP_LAYER_RELIEF = 1 << 0,
  KA_MAP_LAYER_RIVERS = 1 << 1,
  KA_MAP_LAYER_PEAKS = 1 << 2,
  KA_MAP_LAYER_TOWNS = 1 << 3,
  KA_MAP_LAYER_DISTRICTS = 1 << 4,
  KA_MAP_LAYER_LINES = 1 << 5, /* named frontier lines of the day */
  KA_MAP_LAYER_CLAIMS = 1 << 6,
  KA_MAP_LAYER_GRATICULE = 1 << 7,
} KaMapLayer;

#define KA_N_MAP_LAYERS 8

/**
 * KaLegendFold:
 * @KA_LEGEND_PRINTED: a legend on paper has nothing to fold it by
 * @KA_LEGEND_AUTO: folded where the map is small
 * @KA_LEGEND_OPEN: unfolded by hand
 * @KA_LEGEND_FOLDED: folded by hand
 *
 * Whether the legend shows its rows or its heading alone.
 */
typedef enum
{
  KA_LEGEND_PRINTED,
  KA_LEGEND_AUTO,
  KA_LEGEND_OPEN,
  KA_LEGEND_FOLDED,
} KaLegendFold;

/**
 * KaGrouping:
 * @KA_GROUPING_NONE: all events and lives stand together
 * @KA_GROUPING_CATEGORY: by the leading category of an event
 * @KA_GROUPING_REGION: by the leading region of an event, the one that it names first
 *
 * How the lanes of the timeline are grouped. Every event stands in one group only.
 */
typedef enum
{
  KA_GROUPING_NONE,
  KA_GROUPING_CATEGORY,
  KA_GROUPING_REGION,
} KaGrouping;

#define KA_N_GROUPINGS 3

/**
 * KaViewState:
 * @day: the day that is shown
 * @selection: (nullable): what is selected
 * @hover: (nullable): what the pointer is on
 * @step: the step of the selected annex whose piece of line is lit, from 1; 0 for none
 * @hover_step: the step of the hovered annex, likewise
 * @language: the language of labels
 * @categories: the events that stand out; the others are faded
 * @hidden_layers: the parts of the map that are put away; 0 shows all
 * @legend: whether the legend is folded
 * @has_pinned_day: whether a second day is compared with
 * @pinned_day: that day; its frontiers are drawn over the map
 * @has_range: whether a range of time is marked
 * @range_from: its first day
 * @range_to: the day after its last one
 * @shows_old_style: whether the timeline says the Julian date (Old Style) beside the Gregorian one
 * @grouping: how the lanes of the timeline are grouped
 * @folded_groups: the groups of which only the header is shown: bit n is group number n
 *
 * What painters need to know of the session, by value: items are borrowed from the atlas.
 */
typedef struct
{
  KaDay         day;
  const KaItem *selection;
  const KaItem *hover;
  guint         step;
  guint         hover_step;
  KaLanguage    language;
  KaCategory    categories;
  KaMapLayer    hidden_layers;
  KaLegendFold  legend;
  gboolean      has_pinned_day;
  KaDay         pinned_day;
  gboolean      has_range;
  KaDay         range_from;
  KaDay         range_to;
  gboolean      shows_old_style;
  KaGrouping    grouping;
  guint64       folded_groups;
} KaViewState;

G_END_DECLS
