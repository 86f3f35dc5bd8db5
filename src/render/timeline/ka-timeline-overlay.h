/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"

G_BEGIN_DECLS

/** KA_TIMELINE_MAX_RAISED: the event of the day and the selected one. */
#define KA_TIMELINE_MAX_RAISED 2

/** KA_TIMELINE_PRESENT_SIZE: the mark of the event of the day, against the usual one. */
#define KA_TIMELINE_PRESENT_SIZE 1.38

/**
 * KaTimelineRaised:
 * @entry: the event
 * @x: the middle of its mark
 * @y: the middle of its lane
 * @label_x: the left edge of its label
 * @cleared: the ground that it takes; it holds whole neighbours or none
 *
 * An event that has no label in the lanes, or is folded, but must be seen with it.
 */
typedef struct
{
  const KaTimelineEntry *entry;
  double                 x;
  double                 y;
  double                 label_x;
  KaBox                  cleared;
} KaTimelineRaised;

/**
 * KaTimelineNearest:
 * @item: the event
 * @direction: -1 for one before the view, 1 for one after it
 * @text: its label and its date; owned
 * @box: where it stands, at the edge
 *
 * The nearest event out of sight on a side.
 */
typedef struct
{
  const KaItem *item;
  int           direction;
  char         *text;
  KaBox         box;
} KaTimelineNearest;

/**
 * KaTimelineShifted:
 * @tick: the place of the tick in the coarse row
 * @label_x: where its label stands instead
 * @label_width: its width; 0 without room for it
 *
 * A label of the axis that yields to the flag.
 */
typedef struct
{
  guint  tick;
  double label_x;
  double label_width;
} KaTimelineShifted;

/**
 * KaTimelineOverlay:
 * @side: where the playhead is: -1 before the view, 1 after it, 0 in it
 * @x: the line of the playhead
 * @day: the day in words
 * @flag: the box of the day on the axis, at the playhead or at the edge beside it
 * @foremost: (nullable): the entry whose mark is the largest: the selected event of the day, or
 * else the greatest one
 * @raised: (element-type KaTimelineRaised): at most %KA_TIMELINE_MAX_RAISED
 * @nearest: (element-type KaTimelineNearest): where few events are in sight
 * @shifted: (element-type KaTimelineShifted): in order of time
 * @gaps: (element-type KaBox): texts that break the line of the playhead, from above
 *
 * Where everything stands that depends on the day: nothing of it covers a part of anything else.
 */
typedef struct
{
  int                    side;
  double                 x;
  char                  *day;
  KaBox                  flag;
  const KaTimelineEntry *foremost;
  GArray                *raised;
  GArray                *nearest;
  GArray                *shifted;
  GArray                *gaps;
} KaTimelineOverlay;

/** ka_timeline_overlay_new: Returns: (transfer full): the overlay of a layout. O(items in sight) */
KaTimelineOverlay *ka_timeline_overlay_new (const KaTimelineLayout *layout,
                                            const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_overlay_free: frees @self */
void ka_timeline_overlay_free (KaTimelineOverlay *self);

/** ka_timeline_overlay_replaces: Returns: whether a raised event takes the place of what stands in
 * @box */
gboolean ka_timeline_overlay_replaces (const KaTimelineOverlay *self, const KaBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineOverlay, ka_timeline_overlay_free)

G_END_DECLS
