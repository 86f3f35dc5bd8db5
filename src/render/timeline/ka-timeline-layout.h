/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-theme.h"
#include "ka-time-axis.h"
#include "ka-time-ticks.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/**
 * KaTimelineSpec:
 * @atlas: what is shown
 * @axis: which time, and how wide
 * @height: of the whole timeline with its axis, in user units
 * @top: how far the lanes are scrolled down, 0 to ka_timeline_layout_get_max_top()
 * @scrolls: %FALSE: as many lanes as fit, the rest folds into "+n", groups with nothing in sight
 * and the last ones to their headers; %TRUE: lanes may be higher than @height and are moved by @top
 * @band: (nullable): a region or an area whose tenures stand in a band under the axis, "who held
 * it, when"; of a region the first of its areas
 * @has_today: whether today is marked where it is in sight; never in exports, which are the same on
 * every day
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

  const KaItem *band;

  gboolean has_today;
  KaDay    today;
} KaTimelineSpec;

/**
 * KaTimelineLayout:
 *
 * Where everything on a timeline stands. Events that last are spans in the lanes above; events of a
 * day or so are points with their label to the right in the lanes below. Which lane an item has
 * follows from the zoom, never from the scroll. The lives of states stand in rows of bands under
 * the axis, which follow from the height alone. Immutable and reference counted.
 */
typedef struct _KaTimelineLayout KaTimelineLayout;

/**
 * KaTimelineCluster:
 * @box: the "+n" on the timeline, in user units from the top left corner
 * @items: (array length=n_items): (element-type KaItem): what is folded into it, in order of time
 * @from: first day of the first of them
 * @to: the day after the first day of the last of them
 * @is_behind: whether it stands at the left edge, for what began before the view and lasts into it
 * or for lives that found no row
 * @stem_x: where its stem stands
 * @foot: where that ends
 *
 * Items for which there was no room at this zoom. Where events outnumber the room in sight a band
 * of their density stands in place of the numbers, and the boxes touch each other.
 */
typedef struct
{
  KaBox                box;
  const KaItem *const *items;
  gsize                n_items;
  KaDay                from;
  KaDay                to;
  gboolean             is_behind;
  double               stem_x;
  double               foot;
} KaTimelineCluster;

/**
 * KaTimelineHeader:
 * @number: of the group, 0 to 63
 * @title: what its events have in common
 * @n_items: how many there are in all time
 * @is_folded: whether only the header is shown
 * @box: the header, in user units; may be out of sight
 *
 * The header of a group of lanes.
 */
typedef struct
{
  int         number;
  const char *title;
  gsize       n_items;
  gboolean    is_folded;
  KaBox       box;
} KaTimelineHeader;

/** KA_TIMELINE_NO_GROUP: the number of no group. */
#define KA_TIMELINE_NO_GROUP (-1)

/**
 * KaTimelineRow:
 * @item: (nullable): an item
 * @group: the group whose header is meant, or %KA_TIMELINE_NO_GROUP
 *
 * Where somebody is who goes through the lanes with the keyboard: on an item, or on the header of
 * a group.
 */
typedef struct
{
  const KaItem *item;
  int           group;
} KaTimelineRow;

/** KaTimelinePart: what a point of the timeline belongs to. */
typedef enum
{
  KA_TIMELINE_LANES,       /* the empty part of the lanes, or the bands */
  KA_TIMELINE_AXIS,        /* the ticks */
  KA_TIMELINE_ITEM,        /* an event or the life of a polity */
  KA_TIMELINE_CLUSTER,     /* a "+n" */
  KA_TIMELINE_GROUP,       /* the header of a group of lanes */
  KA_TIMELINE_PLAYHEAD_AT, /* the handle of the playhead or its line */
  KA_TIMELINE_AWAY,        /* the mark at the edge that says where the playhead is */
  KA_TIMELINE_OUTSIDE,     /* not on the timeline */
} KaTimelinePart;

/**
 * KaTimelineHit:
 * @part: what is there
 * @item: (nullable): the event or polity, for %KA_TIMELINE_ITEM
 * @cluster: (nullable): for %KA_TIMELINE_CLUSTER; lives as long as the layout
 * @group: the number of a group, for %KA_TIMELINE_GROUP
 * @day: the day at the point, always set
 */
typedef struct
{
  KaTimelinePart           part;
  const KaItem            *item;
  const KaTimelineCluster *cluster;
  int                      group;
  KaDay                    day;
} KaTimelineHit;

/**
 * ka_grouping_get_name:
 * @grouping: a way to group lanes
 *
 * Returns: its name in settings and on the command line
 */
const char *ka_grouping_get_name (KaGrouping grouping);

/**
 * ka_timeline_layout_new:
 * @spec: what for
 * @state: the language of labels, what is selected (its events are lit), the groups and whether Old
 * Style is shown; the day and the filter do not change a layout
 * @theme: the fonts
 * @cr: any context of the kind that will be drawn on, for measuring
 * @previous: (nullable): the layout of the frame before; lanes and measured texts are taken from it
 * when the zoom, height, language and atlas are the same, so that a pan costs only what is in sight
 *
 * O(n log n) in the events of the atlas for a new zoom, O(log n + items in sight) with a matching
 * @previous. Make a new one when the spec, the language, the selection, the style of dates or the
 * theme changes.
 *
 * Returns: (transfer full): the layout
 */
KaTimelineLayout *ka_timeline_layout_new (const KaTimelineSpec *spec,
                                          const KaViewState    *state,
                                          const KaTheme        *theme,
                                          cairo_t              *cr,
                                          KaTimelineLayout     *previous) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_layout_ref: Returns: (transfer full): @self with one more reference */
KaTimelineLayout *ka_timeline_layout_ref (KaTimelineLayout *self);

/** ka_timeline_layout_unref: drops a reference; the last one frees @self */
void ka_timeline_layout_unref (KaTimelineLayout *self);

/** ka_timeline_layout_get_axis: Returns: (transfer none): the axis that it was made for */
const KaTimeAxis *ka_timeline_layout_get_axis (KaTimelineLayout *self);

/** ka_timeline_layout_get_ticks: Returns: (transfer none): the marks of the axis */
const KaTimeTicks *ka_timeline_layout_get_ticks (KaTimelineLayout *self);

/** ka_timeline_layout_get_height: Returns: the height that it was made for */
double ka_timeline_layout_get_height (KaTimelineLayout *self);

/** ka_timeline_layout_get_axis_y: Returns: the top of the axis; the lanes end there */
double ka_timeline_layout_get_axis_y (KaTimelineLayout *self);

/** ka_timeline_layout_get_max_top: Returns: how far the lanes can be scrolled; 0 when all are seen
 */
double ka_timeline_layout_get_max_top (KaTimelineLayout *self);

/**
 * ka_timeline_layout_get_playhead_x:
 * @self: a layout
 * @day: the day that is shown
 *
 * Returns: where the playhead stands: at the middle of @day; may be outside 0 to the width
 */
double ka_timeline_layout_get_playhead_x (KaTimelineLayout *self, KaDay day);

/**
 * ka_timeline_layout_pick:
 * @self: a layout
 * @state: gives the day, that is, where the playhead is
 * @x: user units from the left edge
 * @y: user units from the top edge
 *
 * Finds what is at a point. The handle of the playhead goes first, then items (within four units of
 * them), then clusters, then the line of the playhead.
 *
 * Returns: the hit; items and clusters are borrowed
 */
KaTimelineHit
ka_timeline_layout_pick (KaTimelineLayout *self, const KaViewState *state, double x, double y);

/**
 * ka_timeline_layout_get_item_box:
 * @self: a layout
 * @item: an event or a polity
 * @box: (out): its mark and label in user units, cut to the width; of the "+n" for a folded one,
 * and of its thin mark in the header of a folded group; also set where only the height hides it
 *
 * Returns: whether it is in sight
 */
gboolean ka_timeline_layout_get_item_box (KaTimelineLayout *self, const KaItem *item, KaBox *box);

/**
 * ka_timeline_layout_list_items:
 * @self: a layout
 *
 * Returns: (transfer container) (element-type KaItem): the items in sight, folded ones too, in
 * order of time, each once
 */
GPtrArray *ka_timeline_layout_list_items (KaTimelineLayout *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_timeline_layout_find_row:
 * @self: a layout
 * @from: where one is; with neither an item in sight nor a group one comes to the first row
 * @direction: 1 for the row below, -1 for the one above
 * @row: (out): the header that is next that way, else the item in the next lane that is nearest in
 * time
 *
 * Returns: whether there is another row that way
 */
gboolean ka_timeline_layout_find_row (KaTimelineLayout    *self,
                                      const KaTimelineRow *from,
                                      int                  direction,
                                      KaTimelineRow       *row);

/**
 * ka_timeline_layout_get_header:
 * @self: a layout
 * @group: the number of a group
 * @header: (out): its header
 *
 * Returns: whether there is such a group
 */
gboolean
ka_timeline_layout_get_header (KaTimelineLayout *self, int group, KaTimelineHeader *header);

/**
 * ka_timeline_layout_get_group_of:
 * @self: a layout
 * @item: an event or a polity
 *
 * Returns: the number of the group that it stands in; %KA_TIMELINE_NO_GROUP when lanes are not
 * grouped
 */
int ka_timeline_layout_get_group_of (KaTimelineLayout *self, const KaItem *item);

/**
 * ka_timeline_layout_count_before:
 * @self: a layout
 * @state: the filter: categories of events, and the marked range if there is one
 *
 * Returns: how many items that are not filtered out end before the left edge
 */
gsize ka_timeline_layout_count_before (KaTimelineLayout *self, const KaViewState *state);

/**
 * ka_timeline_layout_count_after:
 * @self: a layout
 * @state: the filter, as for ka_timeline_layout_count_before()
 *
 * Returns: how many items that are not filtered out begin after the right edge
 */
gsize ka_timeline_layout_count_after (KaTimelineLayout *self, const KaViewState *state);

/**
 * ka_timeline_layout_find_hidden:
 * @self: a layout
 * @state: the filter, as for ka_timeline_layout_count_before()
 * @direction: -1 for what ends before the left edge, 1 for what begins after the right one
 * @day: (out): the end or the start of the nearest of it
 *
 * Returns: whether there is any
 */
gboolean ka_timeline_layout_find_hidden (KaTimelineLayout  *self,
                                         const KaViewState *state,
                                         int                direction,
                                         KaDay             *day);

/**
 * ka_timeline_layout_get_tenure_at:
 * @self: a layout
 * @x: user units from the left edge
 * @y: user units from the top edge
 *
 * Returns: (transfer none) (nullable): the tenure that stands in the band at a point, the first one
 * of those that follow each other under one holder in one way
 */
const KaTenure *ka_timeline_layout_get_tenure_at (KaTimelineLayout *self, double x, double y);

/**
 * ka_timeline_layout_to_string:
 * @self: a layout
 *
 * Every decision as text, an item a line, for tests.
 *
 * Returns: (transfer full): the text
 */
char *ka_timeline_layout_to_string (KaTimelineLayout *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_timeline_get_height_of:
 * @n_lanes: a number of lanes
 *
 * Returns: the height of a timeline with room for so many lanes and for a band and a row of lives,
 * in user units
 */
double ka_timeline_get_height_of (int n_lanes);

/**
 * ka_timeline_get_limits:
 * @atlas: an atlas
 * @from: (out): the first day that is worth showing
 * @to: (out): the day after the last one
 *
 * The time from the first event to the last, with a little room on both sides: how far an axis may
 * be panned, and what the overview shows. O(events).
 */
void ka_timeline_get_limits (KaAtlas *atlas, KaDay *from, KaDay *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineLayout, ka_timeline_layout_unref)

G_END_DECLS
