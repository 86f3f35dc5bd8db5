/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives every entry a lane at a zoom, and gathers the entries without one into runs.
 */

#include "config.h"

#include "ka-timeline-pack.h"

#include "ka-lanes.h"

#include <math.h>

#define STEPS_PER_OCTAVE 4.0
/* Below this number of lanes, rounding favours points. */
#define FEW_LANES 6
/* The shortest bar, in user units. A shorter event is a point. */
#define MIN_BAR 14.0
/* The longest run whose entries look for free room in other lanes. */
#define MAX_RUN 12

double
ka_timeline_pack_get_zoom (double px_per_day)
{
  return exp2 (floor (log2 (px_per_day) * STEPS_PER_OCTAVE + 1e-6) / STEPS_PER_OCTAVE);
}

static double
get_start_x (const KaTimelineEntry *entry, double px_per_day)
{
  return entry->date.earliest == KA_DAY_MIN ? -INFINITY
                                            : (double) entry->date.earliest * px_per_day;
}

static double
get_end_x (const KaTimelineEntry *entry, double px_per_day)
{
  return entry->date.end_latest == KA_DAY_MAX ? INFINITY
                                              : (double) entry->date.end_latest * px_per_day;
}

static gboolean
is_span (const KaTimelineEntry *entry, double px_per_day)
{
  return (entry->date.flags & KA_DATE_SPAN) != 0 &&
         get_end_x (entry, px_per_day) - get_start_x (entry, px_per_day) >= MIN_BAR;
}

static KaLaneItem
make_bar (const KaTimelineEntry *entry, double px_per_day)
{
  double   start = get_start_x (entry, px_per_day);
  double   end = get_end_x (entry, px_per_day);
  double   label = entry->width + KA_TIMELINE_BAR_MARK;
  gboolean is_inside = end - start >= label + 2 * KA_TIMELINE_BAR_PAD;

  if (!is_inside)
    end += label + KA_TIMELINE_BAR_PAD + KA_TIMELINE_ITEM_GAP;

  return (KaLaneItem){ start, end, entry->importance, -1 };
}

static KaLaneItem
make_point (const KaTimelineEntry *entry, double px_per_day)
{
  const double x = ka_timeline_entry_get_moment (entry) * px_per_day;

  return (KaLaneItem){
    x - KA_TIMELINE_MARK_REACH,
    x + KA_TIMELINE_LABEL_INDENT + entry->width + KA_TIMELINE_ITEM_GAP,
    entry->importance,
    -1,
  };
}

static KaLaneItem
make_item (const KaTimelineEntry *entry, double px_per_day, KaTimelineForm form)
{
  const double x = ka_timeline_entry_get_moment (entry) * px_per_day;

  if (form == KA_TIMELINE_BAR)
    return make_bar (entry, px_per_day);
  if (form == KA_TIMELINE_POINT)
    return make_point (entry, px_per_day);

  return (KaLaneItem){ x - KA_TIMELINE_MARK_REACH, x + KA_TIMELINE_MARK_REACH, 0, -1 };
}

typedef struct
{
  KaLaneItem *items;
  guint      *entries;
  gsize       n_items;
} Batch;

static void
batch_init (Batch *batch, gsize most)
{
  batch->items = g_new (KaLaneItem, most + 1);
  batch->entries = g_new (guint, most + 1);
  batch->n_items = 0;
}

static void
batch_add (Batch *batch, guint entry, KaLaneItem item)
{
  batch->items[batch->n_items] = item;
  batch->entries[batch->n_items++] = entry;
}

static void
gather (Batch *spans, Batch *points, const KaTimelinePack *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      guint                  number = g_array_index (self->members, guint, i);
      const KaTimelineEntry *entry = ka_timeline_entries_get (self->entries, number);

      if (is_span (entry, self->px_per_day))
        batch_add (spans, number, make_bar (entry, self->px_per_day));
      else
        batch_add (points, number, make_point (entry, self->px_per_day));
    }
}

/* Events without room for a bar become points at their start. */
static void
move_unplaced_events (Batch                   *spans,
                      Batch                   *points,
                      const KaTimelineEntries *entries,
                      double                   px_per_day)
{
  gsize n_kept = 0;

  for (gsize i = 0; i < spans->n_items; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, spans->entries[i]);

      if (spans->items[i].lane < 0)
        {
          batch_add (points, spans->entries[i], make_point (entry, px_per_day));
          continue;
        }
      spans->items[n_kept] = spans->items[i];
      spans->entries[n_kept++] = spans->entries[i];
    }
  spans->n_items = n_kept;
}

static void
batch_clear (Batch *batch)
{
  g_free (batch->items);
  g_free (batch->entries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

/* Takes away all lanes but the first ones. First fit gives these to the same items for any number
 * of lanes. Returns how many items have no lane. */
static gsize
keep_lanes (Batch *batch, int n_lanes)
{
  gsize n_unplaced = 0;

  for (gsize i = 0; i < batch->n_items; i++)
    {
      if (batch->items[i].lane >= n_lanes)
        batch->items[i].lane = -1;
      n_unplaced += batch->items[i].lane < 0;
    }

  return n_unplaced;
}

int
ka_timeline_compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static void
add_lasting (KaTimelinePack *self, guint number, guint place)
{
  const KaTimelineEntry  *entry = ka_timeline_entries_get (self->entries, number);
  const KaTimelineLasting lasting = {
    .number = number,
    .place = place,
    .moment = ka_timeline_entry_get_moment (entry),
    .end = entry->date.end_latest,
  };

  if (is_span (entry, self->px_per_day))
    g_array_append_val (self->lasting, lasting);
}

static void
take_lanes (KaTimelinePack *self, const Batch *batch, int first_lane, KaTimelineForm form)
{
  for (gsize i = 0; i < batch->n_items; i++)
    {
      const int   lane = batch->items[i].lane;
      const guint number = batch->entries[i];

      if (lane < 0)
        {
          g_array_append_val (self->unplaced, number);
          continue;
        }
      g_array_append_val ((GArray *) self->lanes->pdata[first_lane + lane], number);
      self->forms[number] = (guint8) form;
      if (form != KA_TIMELINE_BAR)
        add_lasting (self, number, G_MAXUINT);
    }
}

static KaLaneItem
make_item_of (const KaTimelinePack *self, const GArray *lane, guint i)
{
  const guint number = g_array_index (lane, guint, i);

  return make_item (ka_timeline_entries_get (self->entries, number), self->px_per_day,
                    (KaTimelineForm) self->forms[number]);
}

/* Orders a lane by the places of its marks. Numbers follow the start of entries, but the mark of an
 * uncertain date stands in the middle. */
static void
sort_lane (const KaTimelinePack *self, GArray *lane)
{
  for (guint i = 1; i < lane->len; i++)
    {
      guint  number = g_array_index (lane, guint, i);
      double start = make_item_of (self, lane, i).start;
      guint  at = i;

      while (at > 0 && make_item_of (self, lane, at - 1).start > start)
        {
          g_array_index (lane, guint, at) = g_array_index (lane, guint, at - 1);
          at--;
        }
      g_array_index (lane, guint, at) = number;
    }
}

/* Moves @at, a place in a lane, to that of what starts there. Returns whether @item has room at it.
 * Items come about in order of time, so the place is near to the last one. */
static gboolean
find_gap (const KaTimelinePack *self, const GArray *lane, const KaLaneItem *item, guint *at)
{
  while (*at < lane->len && make_item_of (self, lane, *at).start < item->start)
    (*at)++;
  while (*at > 0 && make_item_of (self, lane, *at - 1).start >= item->start)
    (*at)--;

  return (*at == 0 || make_item_of (self, lane, *at - 1).end <= item->start) &&
         (*at == lane->len || make_item_of (self, lane, *at).start >= item->end);
}

/* Puts an entry into the free room of a lane. The lowest lane is that of the runs. */
static gboolean
fill_gap (KaTimelinePack *self, guint number, KaTimelineForm form, guint *places)
{
  const KaLaneItem item = make_item (ka_timeline_entries_get (self->entries, number),
                                     self->px_per_day, form);

  for (guint lane = self->lanes->len - 1; lane-- > 0;)
    if (find_gap (self, self->lanes->pdata[lane], &item, &places[lane]))
      {
        g_array_insert_val ((GArray *) self->lanes->pdata[lane], places[lane], number);
        self->forms[number] = (guint8) form;
        add_lasting (self, number, G_MAXUINT);
        return TRUE;
      }

  return FALSE;
}

static int
get_importance (const KaTimelinePack *self, guint place)
{
  return ka_timeline_entries_get_in (self->entries, self->unplaced, place)->importance;
}

/* Looks for free room for the entries of a run, the most important ones first. Marks alone leave
 * the last entry to the lane of the runs, where it gets its label. */
static void
fill_gaps_from_run (KaTimelinePack      *self,
                    const KaTimelineRun *run,
                    KaTimelineForm       form,
                    guint               *places)
{
  guint n_left = run->n_entries;

  for (int importance = KA_TIMELINE_MAX_IMPORTANCE; importance > 0; importance--)
    for (guint i = run->first; i < run->first + run->n_entries; i++)
      {
        if (get_importance (self, i) != importance || (form == KA_TIMELINE_MARK && n_left < 2))
          continue;
        if (fill_gap (self, g_array_index (self->unplaced, guint, i), form, places))
          n_left--;
      }
}

/* A single entry gets its label where the next run is far enough. */
static void
release_singles (KaTimelinePack *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      KaTimelineRun         *run = &g_array_index (self->runs, KaTimelineRun, i);
      const KaTimelineEntry *entry = ka_timeline_pack_get_unplaced (self, run, 0);
      double                 room = INFINITY;

      if (run->n_entries > 1)
        continue;
      if (i + 1 < self->runs->len)
        room = (g_array_index (self->runs, KaTimelineRun, i + 1).day - run->day) * self->px_per_day;
      run->is_single = TRUE;
      if (room >= KA_TIMELINE_LABEL_INDENT + entry->width + 2 * KA_TIMELINE_ITEM_GAP)
        run->label_width = entry->width;
    }
}

/* Cuts the entries without a lane into runs: neighbours closer than a chip is wide stay together.
 */
static void
cut_runs (KaTimelinePack *self)
{
  const double closest = KA_TIMELINE_CHIP_WIDTH + KA_TIMELINE_ITEM_GAP;

  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < self->unplaced->len; i++)
    {
      const double day = ka_timeline_entry_get_moment (
        ka_timeline_entries_get_in (self->entries, self->unplaced, i));
      KaTimelineRun      *last = NULL;
      const KaTimelineRun run = { .first = i, .n_entries = 1, .day = day };

      if (self->runs->len > 0)
        last = &g_array_index (self->runs, KaTimelineRun, self->runs->len - 1);
      if (last != NULL && (day - last->day) * self->px_per_day < closest)
        last->n_entries++;
      else
        g_array_append_val (self->runs, run);
    }
}

/* Free room in the lanes is used before a chip: first with labels, then without. Long runs keep
 * their chips: marks in every gap would be noise. */
static void
fill_gaps (KaTimelinePack *self, KaTimelineForm form)
{
  g_autofree guint *places = g_new0 (guint, self->lanes->len);
  guint             n_kept = 0;

  cut_runs (self);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const KaTimelineRun *run = &g_array_index (self->runs, KaTimelineRun, i);

      if (run->n_entries <= MAX_RUN)
        fill_gaps_from_run (self, run, form, places);
    }
  for (guint i = 0; i < self->unplaced->len; i++)
    {
      const guint number = g_array_index (self->unplaced, guint, i);

      if (self->forms[number] == KA_TIMELINE_UNPLACED)
        g_array_index (self->unplaced, guint, n_kept++) = number;
    }
  g_array_set_size (self->unplaced, n_kept);
}

/* Orders numbers by the marks of their entries: the mark of an open start stands at the end. */
static int
compare_moments (gconstpointer a, gconstpointer b, gpointer entries)
{
  double first = ka_timeline_entry_get_moment (
    ka_timeline_entries_get (entries, *(const guint *) a));
  double second = ka_timeline_entry_get_moment (
    ka_timeline_entries_get (entries, *(const guint *) b));

  return first != second ? (first > second) - (first < second) : ka_timeline_compare_numbers (a, b);
}

static void
make_runs (KaTimelinePack *self)
{
  g_array_sort_with_data (self->unplaced, compare_moments, self->entries);
  if (self->unplaced->len > 0)
    {
      fill_gaps (self, KA_TIMELINE_POINT);
      fill_gaps (self, KA_TIMELINE_MARK);
    }
  cut_runs (self);
  self->unplaced_items = g_new (const KaItem *, self->unplaced->len + 1);
  for (guint i = 0; i < self->unplaced->len; i++)
    {
      const guint number = g_array_index (self->unplaced, guint, i);

      add_lasting (self, number, i);
      self->unplaced_items[i] = ka_timeline_entries_get (self->entries, number)->item;
    }
  g_array_sort (self->lasting, ka_timeline_compare_numbers);
  release_singles (self);
}

/* Shares the lanes: points get half of them at least, bars get the lanes that points do not need.
 */
static void
share_lanes (KaTimelinePack *self, Batch *spans, Batch *points)
{
  const int most = self->max_lanes;
  const int needed_spans = ka_lanes_pack (spans->items, spans->n_items, most);
  int       needed_points = ka_lanes_pack (points->items, points->n_items, most);
  int       most_points = MAX (most - needed_spans, (most + (most < FEW_LANES ? 2 : 1)) / 2);
  gsize     n_unplaced;

  self->n_span_lanes = MIN (needed_spans, most - MIN (needed_points, most_points));
  n_unplaced = keep_lanes (spans, self->n_span_lanes);
  if (n_unplaced > 0)
    {
      move_unplaced_events (spans, points, self->entries, self->px_per_day);
      n_unplaced = keep_lanes (spans, self->n_span_lanes);
      needed_points = ka_lanes_pack (points->items, points->n_items, most);
    }

  /* Runs need a lane too, and so do short bars that have become points. */
  if (n_unplaced + (gsize) needed_points > 0 && self->n_span_lanes == most)
    n_unplaced = keep_lanes (spans, --self->n_span_lanes);
  most_points = most - self->n_span_lanes;
  self->n_point_lanes = MIN (needed_points, most_points);
  if (n_unplaced + keep_lanes (points, self->n_point_lanes) > 0)
    {
      self->n_point_lanes = MAX (1, MIN (most_points, needed_points + 1));
      keep_lanes (points, self->n_point_lanes - 1);
    }
}

static KaTimelinePack *
pack_alloc (KaTimelineEntries *entries, GArray *members, double px_per_day, int max_lanes)
{
  KaTimelinePack *self = g_atomic_rc_box_new0 (KaTimelinePack);

  self->entries = g_atomic_rc_box_acquire (entries);
  self->members = g_array_ref (members);
  self->px_per_day = px_per_day;
  self->max_lanes = max_lanes;
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->forms = g_new0 (guint8, entries->n_entries + 1);
  self->unplaced = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lasting = g_array_new (FALSE, FALSE, sizeof (KaTimelineLasting));
  self->runs = g_array_new (FALSE, FALSE, sizeof (KaTimelineRun));

  return self;
}

/* Whether at most one lifetime of a row lasts when another begins. */
static gboolean
has_room_in_row (const KaTimelineEntries *entries, const GArray *row, const KaTimelineEntry *entry)
{
  int n_lasting = 0;

  for (guint i = 0; i < row->len; i++)
    n_lasting += ka_timeline_entries_get_in (entries, row, i)->date.end_latest >
                 entry->date.earliest;

  return n_lasting < 2;
}

KaTimelinePack *
ka_timeline_pack_new_lifetimes (KaTimelineEntries *entries, GArray *members, int n_rows)
{
  KaTimelinePack *self = pack_alloc (entries, members, 1, n_rows);

  self->n_span_lanes = n_rows;
  for (int i = 0; i < n_rows; i++)
    g_ptr_array_add (self->lanes, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < members->len; i++)
    {
      const guint            number = g_array_index (members, guint, i);
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, number);
      GArray                *row = entry->land < n_rows ? self->lanes->pdata[entry->land] : NULL;

      if (row == NULL || !has_room_in_row (entries, row, entry))
        row = self->unplaced;
      g_array_append_val (row, number);
    }

  return self;
}

KaTimelinePack *
ka_timeline_pack_new (KaTimelineEntries *entries, GArray *members, double px_per_day, int max_lanes)
{
  KaTimelinePack *self = pack_alloc (entries, members, px_per_day, max_lanes);
  g_auto (Batch) spans = { 0 };
  g_auto (Batch) points = { 0 };

  batch_init (&spans, members->len);
  batch_init (&points, members->len);
  gather (&spans, &points, self);
  share_lanes (self, &spans, &points);

  for (int i = 0; i < self->n_span_lanes + self->n_point_lanes; i++)
    g_ptr_array_add (self->lanes, g_array_new (FALSE, FALSE, sizeof (guint)));
  take_lanes (self, &spans, 0, KA_TIMELINE_BAR);
  take_lanes (self, &points, self->n_span_lanes, KA_TIMELINE_POINT);
  for (guint i = 0; i < self->lanes->len; i++)
    sort_lane (self, self->lanes->pdata[i]);
  make_runs (self);

  return self;
}

static void
clear (KaTimelinePack *self)
{
  ka_timeline_entries_unref (self->entries);
  g_array_unref (self->members);
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->unplaced);
  g_array_unref (self->runs);
  g_array_unref (self->lasting);
  g_free (self->unplaced_items);
  g_free (self->forms);
}

void
ka_timeline_pack_unref (KaTimelinePack *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const KaTimelineEntry *
ka_timeline_pack_get_unplaced (const KaTimelinePack *self, const KaTimelineRun *run, guint i)
{
  return ka_timeline_entries_get (self->entries,
                                  g_array_index (self->unplaced, guint, run->first + i));
}
