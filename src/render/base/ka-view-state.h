/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-filter.h"

G_BEGIN_DECLS

/**
 * KaMapLayer:
 *
 * Parts of the map that a person can hide. Land, seas and the borders of the day stay.
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
 * @KA_LEGEND_PRINTED: beside a map on paper, not over it
 * @KA_LEGEND_AUTO: folded where it would cover too much of the map
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
 * @KA_GROUPING_NONE: all events and lifetimes together
 * @KA_GROUPING_CATEGORY: by the leading category of an event
 * @KA_GROUPING_REGION: by the leading region of an event, the one that it names first
 *
 * How the lanes of the timeline are grouped. Every event is in one group only.
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
 * @selection: (nullable): the selected item
 * @hover: (nullable): the item under the pointer
 * @step: the highlighted step of the selected annex, from 1; 0 for none
 * @hover_step: the step of the hovered annex, likewise
 * @language: the language of labels
 * @filter: the events that are shown fully; others are faded
 * @hidden_layers: the hidden parts of the map; 0 shows all
 * @legend: whether the legend is folded
 * @legend_place: where the legend over the map stood before; 0 for none
 * @has_pinned_day: whether the day is compared with a second one
 * @pinned_day: that day; its frontiers are drawn over the map
 * @is_swiped: whether the pinned day has a part of the map, so that tags tell the days of both
 * @has_range: whether a range of time is marked
 * @range: that range, when @has_range
 * @shows_changes: whether the page is about what changed between two days, not about @selection
 * @compared: (nullable): the treaty that the selected treaty or article is compared with
 * @shows_old_style: whether the timeline shows the Julian date (Old Style) beside the Gregorian one
 * @grouping: how the lanes of the timeline are grouped
 * @folded_groups: the groups of which only the header is shown: bit n is group number n
 *
 * The part of the session that painters need. By value; items are borrowed from the atlas.
 */
typedef struct
{
  KaDay         day;
  const KaItem *selection;
  const KaItem *hover;
  guint         step;
  guint         hover_step;
  KaLanguage    language;
  KaFilter      filter;
  KaMapLayer    hidden_layers;
  KaLegendFold  legend;
  guint         legend_place;
  gboolean      has_pinned_day;
  KaDay         pinned_day;
  gboolean      is_swiped;
  gboolean      has_range;
  KaSpan        range;
  gboolean      shows_changes;
  gboolean      shows_old_style;
  KaGrouping    grouping;
  guint64       folded_groups;

  const KaTreaty *compared;
} KaViewState;

/** ka_view_state_shows: whether a part of the map is not hidden. */
static inline gboolean
ka_view_state_shows (const KaViewState *self, KaMapLayer layer)
{
  return (self->hidden_layers & layer) == 0;
}

/** ka_view_state_get_days: finds the two days between which the map shows what changed: the ends of
 * the marked range, or else the pinned day and the day. Returns: whether there are two; @days are
 * the earlier and the later one */
static inline gboolean
ka_view_state_get_days (const KaViewState *self, KaSpan *days)
{
  if (self->has_range)
    *days = (KaSpan){ self->range.from, self->range.to - 1 };
  else
    *days = (KaSpan){ MIN (self->day, self->pinned_day), MAX (self->day, self->pinned_day) };

  return self->has_range || self->has_pinned_day;
}

G_END_DECLS
