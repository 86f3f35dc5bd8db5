/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-time-ticks.h"
#include "ka-timeline-groups.h"

G_BEGIN_DECLS

/**
 * KaTimelineSpec:
 * @atlas: what is shown
 * @axis: which time, and how wide
 * @height: of the whole timeline with its axis, in user units
 * @top: how far the lanes are scrolled down, 0 to ka_timeline_layout_get_max_top()
 * @scrolls: %FALSE: there are as many lanes as fit, overflows hold the rest, and groups without
 * room show their headers alone; %TRUE: lanes may be higher than @height and are moved by @top
 * @is_hasty: whether the lanes of another zoom or height may stand in where new ones take longer
 * than a frame; ka_timeline_groups_new_wanted() tells then what is to be made
 * @lanes: (nullable): lanes that were made beside; else those of the previous layout are tried
 * @band: (nullable): a region or an area, whose tenures stand in a band under the axis, of a region
 * the first of its areas; %NULL for the first region that always stands out
 * @has_today: whether today is marked where it is in sight; exports never mark it, since they are
 * the same on every day
 * @today: that day
 *
 * What a timeline layout is made for.
 */
typedef struct
{
  KaAtlas   *atlas;
  KaTimeAxis axis;
  double     height;
  double     top;
  gboolean   scrolls;

  gboolean                is_hasty;
  const KaTimelineGroups *lanes;

  const KaItem *band;

  gboolean has_today;
  KaDay    today;
} KaTimelineSpec;

/**
 * KaTimelinePlaced:
 * @entry: the event or lifetime
 * @box: mark and label, cut to the width
 * @is_span: whether it is a bar
 * @is_single: whether it has no lane and stands alone beside the overflows
 * @lane: counted from the top of the timeline
 * @x0: a bar: its start, perhaps out of sight; a point: its middle
 * @x1: a bar: its end, perhaps out of sight; a point: its middle
 * @fade0: how far the start is uncertain: a bar to the inside of @x0, a point to the left
 * @fade1: how far the end is uncertain: a bar to the inside of @x1, a point to the right
 * @y: the middle of the lane
 * @foot: where the stem of a point ends
 * @label_x: the left edge of the label
 * @label_width: its width; 0 without room for it
 * @under: a lifetime: up to here a strip of an earlier one of its land lies above it; else @x0
 * @over: a lifetime: from here on it is a strip above a later one of its land; else @x1
 *
 * An entry in sight, in user units. The box of a lifetime is that of its bar, or of its strip where
 * the bar is out of sight.
 */
typedef struct
{
  const KaTimelineEntry *entry;
  KaBox                  box;
  gboolean               is_span;
  gboolean               is_single;
  int                    lane;
  double                 x0;
  double                 x1;
  double                 fade0;
  double                 fade1;
  double                 y;
  double                 foot;
  double                 label_x;
  double                 label_width;
  double                 under;
  double                 over;
} KaTimelinePlaced;

/**
 * KaTimelineOverflow:
 * @box: its chip on the timeline, in user units from the top left corner
 * @items: (array length=n_items): (element-type KaItem): what it holds, in order of time
 * @from: first day of the first of them
 * @to: the day after the first day of the last of them
 * @is_at_edge: whether its chip stands at the left edge
 * @is_of_lifetimes: whether it holds lifetimes that found no row
 * @stem_x: where its stem stands; -1 for a chip at the left edge
 * @foot: where that ends
 *
 * Items without room at this zoom. A chip at the left edge holds what began before the view and
 * lasts into it, and lifetimes. Where events outnumber the room in sight, a band of their density
 * replaces the chips and their boxes touch each other.
 */
typedef struct
{
  KaBox                box;
  const KaItem *const *items;
  gsize                n_items;
  KaDay                from;
  KaDay                to;
  gboolean             is_at_edge;
  gboolean             is_of_lifetimes;
  double               stem_x;
  double               foot;
} KaTimelineOverflow;

/**
 * KaTimelineNaming:
 * @placed: the place of the lifetime in the layout's placed entries
 * @text: the name
 * @x0: the start of its part, as far as it is in sight
 * @x1: the end of it
 * @label_x: the left edge of the name
 * @label_width: its width; 0 without room for it
 * @y: the middle of the name
 *
 * The name of a polity in a part of its lifetime that is in sight.
 */
typedef struct
{
  guint       placed;
  const char *text;
  double      x0;
  double      x1;
  double      label_x;
  double      label_width;
  double      y;
} KaTimelineNaming;

/**
 * KaTimelineTitle:
 * @text: the name of a land, or of the region of the band
 * @box: where it stands, over the left end of its row
 *
 * The title of a row under the axis.
 */
typedef struct
{
  const char *text;
  KaBox       box;
} KaTimelineTitle;

/**
 * KaTimelinePiece:
 * @tenure: the first of its tenures
 * @from: its start, in days; not before the time that is shown
 * @to: its end, not after that time
 * @x0: the start in user units
 * @x1: the end in user units
 * @label: the holder
 * @label_x: the left edge of the label
 * @label_width: its width; 0 without room for it
 *
 * A part of the band: tenures that follow each other under one holder in one way.
 */
typedef struct
{
  const KaTenure *tenure;
  double          from;
  double          to;
  double          x0;
  double          x1;
  const char     *label;
  double          label_x;
  double          label_width;
} KaTimelinePiece;

/**
 * KaTimelineLayout:
 * @frame: how the timeline is divided
 * @entries: all that there is
 * @groups: the lanes of events
 * @lifetimes: the rows of lifetimes, as a group without header; its pack is always set
 * @ticks: the marks of the axis
 * @placed: (element-type KaTimelinePlaced): what is in sight, lane by lane from above, in order of
 * time in each
 * @overflows: (element-type KaTimelineOverflow): group by group, in order of time in each
 * @namings: (element-type KaTimelineNaming): lifetime by lifetime, in order of time in each
 * @titles: (element-type KaTimelineTitle): of the band, then row by row
 * @pieces: (element-type KaTimelinePiece): in order of time; empty without a band
 * @selection: (nullable): what is selected; owned by the atlas
 * @related: (nullable): set of the items that are related to the selection; %NULL for none
 * @has_today: whether today is marked and in sight
 * @today_x: where it is
 * @today_label: its label
 * @today_label_x: the left edge of that
 * @today_label_width: its width
 * @density: how much the band of density replaces the chips, 0 to 1
 *
 * Where everything on a timeline stands. Events that last are bars in the upper lanes. Events of a
 * day or so are points in the lower lanes, with their labels to the right. The lane of an item
 * depends on the zoom, never on the scroll. Lifetimes stand under the axis in a row for each land:
 * the height decides how many rows there are, the atlas in which order. Immutable; fields are for
 * reading.
 */
typedef struct
{
  KaTimelineFrame    frame;
  KaTimelineEntries *entries;
  KaTimelineGroups  *groups;
  KaTimelineGroup    lifetimes;
  KaTimeTicks        ticks;
  GArray            *placed;
  GArray            *overflows;
  GArray            *namings;
  GArray            *titles;
  GArray            *pieces;
  const KaItem      *selection;
  GHashTable        *related;
  gboolean           has_today;
  double             today_x;
  const char        *today_label;
  double             today_label_x;
  double             today_label_width;
  double             density;

  /*< private >*/
  GPtrArray *edge_items; /* of GPtrArray of items: what the chips at the left edge hold */
} KaTimelineLayout;

/**
 * ka_timeline_layout_new:
 * @spec: what for
 * @state: the language of labels, the selection, the groups and whether Old Style is shown; day and
 * filter do not change a layout
 * @theme: the fonts
 * @cr: any context of the kind that will be drawn on, for measuring
 * @previous: (nullable): the layout of the frame before; the new one shares its lanes and measured
 * texts where zoom, height, language and atlas are the same, so a pan costs only what is in sight
 *
 * O(n log n) in the events of the atlas for a new zoom, O(log n + items in sight) with a matching
 * @previous. Make a new one when the spec, the language, the selection, the style of dates or the
 * theme changes.
 *
 * Returns: (transfer full): the layout
 */
KaTimelineLayout *
ka_timeline_layout_new (const KaTimelineSpec   *spec,
                        const KaViewState      *state,
                        const KaTheme          *theme,
                        cairo_t                *cr,
                        const KaTimelineLayout *previous) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_layout_free: frees @self */
void ka_timeline_layout_free (KaTimelineLayout *self);

/** ka_timeline_layout_get_playhead_x: Returns: where the playhead stands: at the middle of @day;
 * may be outside 0 to the width */
double ka_timeline_layout_get_playhead_x (const KaTimelineLayout *self, KaDay day);

/** ka_timeline_layout_find: Returns: (transfer none) (nullable): where @item stands, if it stands
 * by itself in sight */
const KaTimelinePlaced *ka_timeline_layout_find (const KaTimelineLayout *self, const KaItem *item);

/** ka_timeline_layout_find_group: Returns: (transfer none) (nullable): the group of an entry */
const KaTimelineGroup *ka_timeline_layout_find_group (const KaTimelineLayout *self,
                                                      const KaTimelineEntry  *entry);

/** ka_timeline_get_height_of: Returns: the height of a timeline with room for that many lanes, a
 * band and a row of lifetimes, in user units */
double ka_timeline_get_height_of (int n_lanes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineLayout, ka_timeline_layout_free)

G_END_DECLS
