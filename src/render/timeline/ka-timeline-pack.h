/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-entries.h"

G_BEGIN_DECLS

/* Sizes of items in user units: lanes are packed and items are painted by these. */
#define KA_TIMELINE_MARK_RADIUS  4.5
#define KA_TIMELINE_MARK_REACH   9.0  /* room to both sides of the middle of a mark */
#define KA_TIMELINE_LABEL_INDENT 9.0  /* from the middle of a mark to its label */
#define KA_TIMELINE_BAR_PAD      6.0  /* from the end of a bar to its label */
#define KA_TIMELINE_BAR_MARK     13.0 /* room of the mark before the label of a bar */
#define KA_TIMELINE_ITEM_GAP     7.0  /* after a label */
#define KA_TIMELINE_CHIP_WIDTH   30.0 /* of the chip of an overflow */

/** KA_TIMELINE_MAX_IMPORTANCE: the greatest importance of an entry. */
#define KA_TIMELINE_MAX_IMPORTANCE 5

/** KaTimelineForm: how an entry stands in its lane. */
typedef enum
{
  KA_TIMELINE_UNPLACED, /* it has no lane */
  KA_TIMELINE_BAR,      /* as a bar with its label */
  KA_TIMELINE_POINT,    /* as a mark with its label */
  KA_TIMELINE_MARK,     /* as a mark alone */
} KaTimelineForm;

/**
 * KaTimelineRun:
 * @first: its first entry, a place in @unplaced of the pack
 * @n_entries: how many entries it has
 * @day: the moment of its first entry, in days
 * @is_single: whether it has one entry, which gets a mark of its own
 * @label_width: of a single entry, the width of its label; 0 without room for that
 *
 * Neighbours that found no lane and stand closer than a chip is wide. They share one chip.
 */
typedef struct
{
  guint    first;
  guint    n_entries;
  double   day;
  gboolean is_single;
  double   label_width;
} KaTimelineRun;

/**
 * KaTimelineLasting:
 * @number: of the entry
 * @place: its place in @unplaced of the pack; G_MAXUINT for an entry in a lane
 * @moment: where its mark stands, in days
 * @end: when it is over
 *
 * An entry that lasts but has no bar, only a mark.
 */
typedef struct
{
  guint  number;
  guint  place;
  double moment;
  KaDay  end;
} KaTimelineLasting;

/**
 * KaTimelinePack:
 * @entries: all entries
 * @members: (element-type guint): the numbers of the entries that were packed, in order of time
 * @px_per_day: the zoom
 * @max_lanes: how many lanes it could have
 * @n_span_lanes: how many lanes have bars; they are the upper ones, and points use their free room
 * @n_point_lanes: how many lanes of points there are; the lowest one holds the runs too
 * @forms: (array): a #KaTimelineForm for each number of an entry
 * @lanes: (element-type GArray): numbers of entries in order of time, for each lane from above
 * @unplaced: (element-type guint): numbers of the entries without a lane, in order of time
 * @unplaced_items: (array): their items
 * @lasting: (element-type KaTimelineLasting): in order of time
 * @runs: (element-type KaTimelineRun): the entries without a lane, in order of time
 *
 * The lane of every entry at a zoom. It knows nothing of the time in sight: scrolling moves no
 * entry to another lane. Immutable and reference counted by g_atomic_rc_box_acquire(); fields are
 * for reading.
 */
typedef struct
{
  KaTimelineEntries *entries;
  GArray            *members;
  double             px_per_day;
  int                max_lanes;
  int                n_span_lanes;
  int                n_point_lanes;
  GPtrArray         *lanes;
  guint8            *forms;
  GArray            *unplaced;
  const KaItem     **unplaced_items;
  GArray            *lasting;
  GArray            *runs;
} KaTimelinePack;

/** ka_timeline_pack_get_zoom: Returns: the zoom to pack for: @px_per_day rounded down to quarter
 * octaves. Labels at a little more zoom only stand further apart, so the same lanes stay good. A
 * pinch does not shuffle the lanes at every step */
double ka_timeline_pack_get_zoom (double px_per_day);

/** ka_timeline_pack_new: Returns: (transfer full): bars of those members in the upper lanes, points
 * with their labels in the lower ones, at a zoom of ka_timeline_pack_get_zoom(). Points without
 * room there use what is free in the upper lanes, at last without their labels */
KaTimelinePack *ka_timeline_pack_new (KaTimelineEntries *entries,
                                      GArray            *members,
                                      double             px_per_day,
                                      int                max_lanes) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_pack_new_lifetimes: Returns: (transfer full): a row of lifetimes for each of the
 * first @n_rows lands. Unplaced are those of other lands, and those that begin while two others of
 * their land last */
KaTimelinePack *ka_timeline_pack_new_lifetimes (KaTimelineEntries *entries,
                                                GArray            *members,
                                                int n_rows) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_pack_unref: drops a reference; the last one frees @self */
void ka_timeline_pack_unref (KaTimelinePack *self);

/** ka_timeline_pack_get_unplaced: Returns: (transfer none): an entry of a run, from 0 on */
const KaTimelineEntry *
ka_timeline_pack_get_unplaced (const KaTimelinePack *self, const KaTimelineRun *run, guint i);

/** ka_timeline_compare_numbers: compares two numbers of entries, or what begins with one */
int ka_timeline_compare_numbers (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelinePack, ka_timeline_pack_unref)

G_END_DECLS
