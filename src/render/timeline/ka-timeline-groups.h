/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-time-axis.h"
#include "ka-timeline-pack.h"

G_BEGIN_DECLS

/** KA_TIMELINE_NO_GROUP: the number of no group. */
#define KA_TIMELINE_NO_GROUP (-1)

/**
 * KaTimelineFrame:
 * @axis: which time is in sight, and how wide
 * @height: of the whole timeline
 * @axis_y: the foot of the lanes and top of the axis
 * @axis_end: the foot of the axis and top of the band
 * @lifetimes_y: the foot of the band and top of the rows of lifetimes
 * @pitch: from lane to lane
 * @bar_height: of the bars in lanes
 * @top: how far the lanes are scrolled down
 * @max_top: how far they can be scrolled down; 0 when all are in sight
 *
 * How a timeline is divided from top to bottom, in user units.
 */
typedef struct
{
  KaTimeAxis axis;
  double     height;
  double     axis_y;
  double     axis_end;
  double     lifetimes_y;
  double     pitch;
  double     bar_height;
  double     top;
  double     max_top;
} KaTimelineFrame;

/**
 * KaTimelineGroup:
 * @number: 0 to 63; %KA_TIMELINE_NO_GROUP for the lifetimes
 * @title: (nullable): for its header; %NULL without one
 * @category: of all its events, or 0
 * @members: (element-type guint): numbers of entries in order of time
 * @pack: (nullable): its lanes; %NULL when only its header is in sight
 * @first_lane: the number of its first lane, counted from the top of the timeline
 * @header: where the header is, over the whole width; may be out of sight
 * @foot: where its lanes end
 *
 * Lanes that belong together. Fields are for reading.
 */
typedef struct
{
  int             number;
  const char     *title;
  KaCategory      category;
  GArray         *members;
  KaTimelinePack *pack;
  int             first_lane;
  KaBox           header;
  double          foot;
} KaTimelineGroup;

/** ka_timeline_group_clear: drops the members and the pack; the struct itself is the caller's */
void ka_timeline_group_clear (KaTimelineGroup *self);

/** ka_timeline_group_get_n_lanes: Returns: how many lanes are in sight or can be scrolled to */
int ka_timeline_group_get_n_lanes (const KaTimelineGroup *self);

/**
 * ka_timeline_group_find_tick:
 * @self: a group
 * @entries: those of the layout
 * @axis: the axis
 * @at: (inout): a place in @members; moved to the next one whose thin mark is in sight
 * @x: (out): where that mark stands
 *
 * Members with an open start come first; the others are in order of their marks. A step costs
 * O(log members), and O(1) for each open start.
 *
 * Returns: whether there is one
 */
gboolean ka_timeline_group_find_tick (const KaTimelineGroup   *self,
                                      const KaTimelineEntries *entries,
                                      const KaTimeAxis        *axis,
                                      guint                   *at,
                                      double                  *x);

/** ka_timeline_entry_get_tick_x: Returns: where its thin mark stands in the header of a folded
 * group: at its start, or at its end where the start is open; at the left edge where both are */
double ka_timeline_entry_get_tick_x (const KaTimelineEntry *self, const KaTimeAxis *axis);

/**
 * KaTimelineGroups:
 *
 * All events of a timeline in groups of lanes. Zoom and height alone decide the number of lanes:
 * scrolling moves no event to another lane.
 */
typedef struct _KaTimelineGroups KaTimelineGroups;

/** ka_timeline_groups_new: Returns: (transfer full): the groups, one at least, with their lanes;
 * these are taken from @previous (nullable) if its plan is equal. If @is_hasty, those of another
 * zoom or height, or before a group was folded or unfolded, are taken where there are so many
 * events that new lanes take longer than a frame. If
 * @scrolls is %FALSE and there is no room for all headers, there is one group without header */
KaTimelineGroups *
ka_timeline_groups_new (KaTimelineEntries      *entries,
                        const KaTimelineFrame  *frame,
                        const KaViewState      *state,
                        gboolean                scrolls,
                        gboolean                is_hasty,
                        const KaTimelineGroups *previous) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_groups_new_wanted: Returns: (transfer full) (nullable): groups of the same events
 * for ka_timeline_groups_pack(); %NULL where @self has lanes of its own */
KaTimelineGroups *
ka_timeline_groups_new_wanted (const KaTimelineGroups *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_groups_pack: makes the lanes of groups that have none. O(n log n); any thread may
 * do it, one at a time. They are good for ka_timeline_layout_new() alone then */
void ka_timeline_groups_pack (KaTimelineGroups *self);

/** ka_timeline_groups_free: frees @self */
void ka_timeline_groups_free (KaTimelineGroups *self);

/** ka_timeline_groups_place: spreads headers and lanes over the height, and writes pitch, height of
 * bars and scroll to @frame. More room widens the lanes first, then lengthens the stems. @top is
 * how far the lanes shall be scrolled down */
void ka_timeline_groups_place (KaTimelineGroups *self, KaTimelineFrame *frame, double top);

/** ka_timeline_groups_get_n_groups: Returns: how many groups there are, 1 at least */
int ka_timeline_groups_get_n_groups (const KaTimelineGroups *self);

/** ka_timeline_groups_get: Returns: (transfer none): a group by its place from above */
const KaTimelineGroup *ka_timeline_groups_get (const KaTimelineGroups *self, int i);

/** ka_timeline_groups_find: Returns: (transfer none) (nullable): the group of an event's entry */
const KaTimelineGroup *ka_timeline_groups_find (const KaTimelineGroups *self,
                                                const KaTimelineEntry  *entry);

/** ka_timeline_groups_get_n_lanes: Returns: how many lanes all groups have */
int ka_timeline_groups_get_n_lanes (const KaTimelineGroups *self);

/** ka_timeline_groups_get_lane_y: Returns: the middle of a lane in user units, once placed */
double ka_timeline_groups_get_lane_y (const KaTimelineGroups *self, int lane);

/** ka_timeline_groups_get_height_of: Returns: the height of @n_lanes lanes without groups */
double ka_timeline_groups_get_height_of (int n_lanes);

/** ka_grouping_get_name: Returns: its name in settings and on the command line */
const char *ka_grouping_get_name (KaGrouping grouping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineGroups, ka_timeline_groups_free)

G_END_DECLS
