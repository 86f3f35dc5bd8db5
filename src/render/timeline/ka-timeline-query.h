/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"

G_BEGIN_DECLS

/**
 * KaTimelineRow:
 * @item: (nullable): an item
 * @group: the group whose header is meant, or %KA_TIMELINE_NO_GROUP
 *
 * A position of the keyboard in the lanes: an item, or the header of a group.
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
  KA_TIMELINE_ITEM,        /* an event or the lifetime of a polity */
  KA_TIMELINE_OVERFLOW,    /* the chip of an overflow */
  KA_TIMELINE_GROUP,       /* the header of a group of lanes */
  KA_TIMELINE_PLAYHEAD_AT, /* the handle of the playhead or its line */
  KA_TIMELINE_PLAYHEAD_TO, /* the mark at an edge that points to the playhead out of sight */
  KA_TIMELINE_NEAREST,     /* the nearest event out of sight on a side */
  KA_TIMELINE_OUTSIDE,     /* not on the timeline */
} KaTimelinePart;

/**
 * KaTimelineHit:
 * @part: what is there
 * @item: (nullable): the event or polity, for %KA_TIMELINE_ITEM and %KA_TIMELINE_NEAREST
 * @overflow: (nullable): for %KA_TIMELINE_OVERFLOW; owned by the layout
 * @group: the number of a group, for %KA_TIMELINE_GROUP
 * @day: the day at the point, always set
 */
typedef struct
{
  KaTimelinePart            part;
  const KaItem             *item;
  const KaTimelineOverflow *overflow;
  int                       group;
  KaDay                     day;
} KaTimelineHit;

/** ka_timeline_layout_pick: Returns: what is at a point in user units; item and overflow are
 * borrowed. The handle of the playhead goes first, then what depends on the day, then items (within
 * two units of them), then overflows, then the line of the playhead */
KaTimelineHit ka_timeline_layout_pick (const KaTimelineLayout *self,
                                       const KaViewState      *state,
                                       double                  x,
                                       double                  y);

/** ka_timeline_layout_get_item_box: Returns: whether @item is in sight; @box gets its mark and
 * label in user units, cut to the width, else the chip of its overflow, or its thin mark in the
 * header of a folded group; it is also set where only the height hides it */
gboolean
ka_timeline_layout_get_item_box (const KaTimelineLayout *self, const KaItem *item, KaBox *box);

/** ka_timeline_layout_list_items: Returns: (transfer container) (element-type KaItem): the items in
 * sight, those of overflows and folded groups too, in order of time, each once */
GPtrArray *ka_timeline_layout_list_items (const KaTimelineLayout *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_layout_find_row: Returns: whether there is a row below (@direction 1) or above (-1)
 * the row @from: the next header, else the item of the next lane that is nearest in time. Without
 * an item in sight or a group in @from it is the first row */
gboolean ka_timeline_layout_find_row (const KaTimelineLayout *self,
                                      const KaTimelineRow    *from,
                                      int                     direction,
                                      KaTimelineRow          *row);

/** ka_timeline_layout_get_group: Returns: (transfer none) (nullable): the group of a number, if it
 * has a header
 */
const KaTimelineGroup *ka_timeline_layout_get_group (const KaTimelineLayout *self, int number);

/** ka_timeline_layout_get_group_of: Returns: the number of the group that an item stands in;
 * %KA_TIMELINE_NO_GROUP when lanes are not grouped */
int ka_timeline_layout_get_group_of (const KaTimelineLayout *self, const KaItem *item);

/** ka_timeline_layout_count_hidden: Returns: how many items that the filter of @state passes end
 * before the left edge (@direction -1) or start after the right one (1). @nearest is the end or
 * start of the nearest one, untouched for none */
gsize ka_timeline_layout_count_hidden (const KaTimelineLayout *self,
                                       const KaViewState      *state,
                                       int                     direction,
                                       KaDay                  *nearest);

/** ka_timeline_layout_get_tenure_at: Returns: (transfer none) (nullable): the tenure of the band at
 * a point; the first one of those that follow each other under one holder in one way */
const KaTenure *ka_timeline_layout_get_tenure_at (const KaTimelineLayout *self, double x, double y);

G_END_DECLS
