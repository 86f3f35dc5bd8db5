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
/* An insertion sort of more steps an item is slower than another. */
#define MAX_STEPS 8

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
make_bar (const KaTimelineEntry *entry, guint number, double px_per_day)
{
  double   start = get_start_x (entry, px_per_day);
  double   end = get_end_x (entry, px_per_day);
  double   label = entry->width + KA_TIMELINE_BAR_MARK;
  gboolean is_inside = end - start >= label + 2 * KA_TIMELINE_BAR_PAD;

  if (!is_inside)
    end += label + KA_TIMELINE_BAR_PAD + KA_TIMELINE_ITEM_GAP;

  return (KaLaneItem){ start, end, entry->importance, -1, number };
}

static KaLaneItem
make_point (const KaTimelineEntry *entry, guint number, double px_per_day)
{
  const double x = ka_timeline_entry_get_moment (entry) * px_per_day;

  return (KaLaneItem){
    x - KA_TIMELINE_MARK_REACH,
    x + KA_TIMELINE_LABEL_INDENT + entry->width + KA_TIMELINE_ITEM_GAP,
    entry->importance,
    -1,
    number,
  };
}

/* Makes the item that fills free room: a point or a mark. */
static KaLaneItem
make_filler (const KaTimelineEntry *entry, guint number, double px_per_day, KaTimelineForm form)
{
  const double x = ka_timeline_entry_get_moment (entry) * px_per_day;

  if (form == KA_TIMELINE_POINT)
    return make_point (entry, number, px_per_day);

  return (KaLaneItem){ x - KA_TIMELINE_MARK_REACH, x + KA_TIMELINE_MARK_REACH, 0, -1, number };
}

/* Items of one form in order of their start, where the longer ones go first: the order of
 * ka_lanes_pack(). Entries come nearly so. */
typedef struct
{
  KaLaneItem *items;
  gsize       n_items;
} Batch;

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KaLaneItem *first = a;
  const KaLaneItem *second = b;

  if (first->start < second->start || first->start > second->start)
    return first->start < second->start ? -1 : 1;

  return (first->end < second->end) - (first->end > second->end);
}

/* Moves each item to its place. Gives up when that takes more than a few steps an item. */
static gboolean
sort_by_insertion (Batch *batch)
{
  gsize n_left = MAX_STEPS * batch->n_items;

  for (gsize i = 1; i < batch->n_items; i++)
    {
      const KaLaneItem item = batch->items[i];
      gsize            at = i;

      for (; at > 0 && compare_items (&batch->items[at - 1], &item, NULL) > 0; at--)
        batch->items[at] = batch->items[at - 1];
      batch->items[at] = item;
      if (i - at > n_left)
        return FALSE;
      n_left -= i - at;
    }

  return TRUE;
}

static void
batch_sort (Batch *batch)
{
  if (!sort_by_insertion (batch))
    g_qsort_with_data (batch->items, (int) batch->n_items, sizeof *batch->items, compare_items,
                       NULL);
}

/* Adds the items of another batch, from the end; of equals its own go first. The array must be long
 * enough. */
static void
batch_merge (Batch *batch, const Batch *other)
{
  gsize n_left = batch->n_items, n_other = other->n_items;

  batch->n_items += other->n_items;
  for (gsize at = batch->n_items; n_other > 0; at--)
    {
      const gboolean is_own = n_left > 0 && compare_items (&batch->items[n_left - 1],
                                                           &other->items[n_other - 1], NULL) > 0;

      batch->items[at - 1] = is_own ? batch->items[n_left - 1] : other->items[n_other - 1];
      n_left -= is_own ? 1 : 0;
      n_other -= is_own ? 0 : 1;
    }
}

/* A span is kept among those that last until it has a bar. */
static void
gather (Batch *spans, Batch *points, const KaTimelinePack *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      guint                  number = g_array_index (self->members, guint, i);
      const KaTimelineEntry *entry = ka_timeline_entries_get (self->entries, number);

      if (is_span (entry, self->px_per_day))
        {
          const KaTimelineLasting lasting = { number, G_MAXUINT,
                                              ka_timeline_entry_get_moment (entry),
                                              entry->date.end_latest };

          spans->items[spans->n_items++] = make_bar (entry, number, self->px_per_day);
          g_array_append_val (self->lasting, lasting);
        }
      else
        points->items[points->n_items++] = make_point (entry, number, self->px_per_day);
    }
  batch_sort (spans);
  batch_sort (points);
}

/* Events without room for a bar become points at their start. */
static void
move_unplaced_events (Batch                   *spans,
                      Batch                   *points,
                      const KaTimelineEntries *entries,
                      double                   px_per_day)
{
  gsize                  n_kept = 0;
  g_autofree KaLaneItem *items = g_new (KaLaneItem, spans->n_items + 1);
  Batch                  moved = { items, 0 };

  for (gsize i = 0; i < spans->n_items; i++)
    {
      const guint            number = spans->items[i].number;
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, number);

      if (spans->items[i].lane < 0)
        moved.items[moved.n_items++] = make_point (entry, number, px_per_day);
      else
        spans->items[n_kept++] = spans->items[i];
    }
  spans->n_items = n_kept;
  batch_sort (&moved);
  batch_merge (points, &moved);
}

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

/* What goes into lanes: spans, points, and what fills free room. Each lane is a list of the places
 * of its items by their start. It begins with a head, whose place is after those of all items. */
typedef struct
{
  KaLaneItem *items; /* Owned */
  guint       n_items;
  Batch       spans;
  Batch       points; /* and fillers */
  guint      *next;   /* Owned: the place after each; END for none */
  guint      *before; /* Owned: the place before each */
  guint      *at;     /* Owned: the place before which there was a look for room, in each lane */
} Packing;

#define END G_MAXUINT

/* Each of spans, points and fillers is at most all members. */
static void
packing_init (Packing *self, guint n_members, int n_lanes)
{
  const gsize n_places = 3 * (gsize) n_members + (gsize) n_lanes;

  self->n_items = 3 * n_members;
  self->items = g_new (KaLaneItem, n_places);
  self->next = g_new (guint, n_places);
  self->before = g_new (guint, n_places);
  self->at = g_new (guint, (gsize) n_lanes);
  self->spans = (Batch){ self->items, 0 };
  self->points = (Batch){ self->items + n_members, 0 };
  for (int lane = 0; lane < n_lanes; lane++)
    {
      self->at[lane] = self->n_items + (guint) lane;
      self->next[self->at[lane]] = END;
    }
}

static void
packing_clear (Packing *self)
{
  g_free (self->items);
  g_free (self->next);
  g_free (self->before);
  g_free (self->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Packing, packing_clear)

static void
insert_after (Packing *self, guint before, guint place)
{
  const guint after = self->next[before];

  self->before[place] = before;
  self->next[place] = after;
  self->next[before] = place;
  if (after != END)
    self->before[after] = place;
}

/* Moves to where @item starts in a lane. Returns whether it has room there. Items come about in
 * order of time, so the place is near to the last one. */
static gboolean
find_gap (Packing *self, int lane, const KaLaneItem *item)
{
  guint at = self->at[lane], after;

  while (at < self->n_items && self->items[at].start >= item->start)
    at = self->before[at];
  while ((after = self->next[at]) != END && self->items[after].start < item->start)
    at = after;
  self->at[lane] = at;

  return (at >= self->n_items || self->items[at].end <= item->start) &&
         (after == END || self->items[after].start >= item->end);
}

/* Lists the numbers of the entries of a lane. */
static GArray *
list_numbers (const Packing *self, int lane)
{
  const guint head = self->n_items + (guint) lane;
  GArray     *numbers;
  guint       n_items = 0;

  for (guint at = self->next[head]; at != END; at = self->next[at])
    n_items++;
  numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_items);
  g_array_set_size (numbers, n_items);
  for (guint at = self->next[head], i = 0; at != END; at = self->next[at])
    g_array_index (numbers, guint, i++) = self->items[at].number;

  return numbers;
}

/* The batch is in order of time, and so are the lanes. */
static void
take_lanes (KaTimelinePack *self,
            Packing        *packing,
            const Batch    *batch,
            int             first_lane,
            KaTimelineForm  form)
{
  for (gsize i = 0; i < batch->n_items; i++)
    {
      const KaLaneItem *item = &batch->items[i];
      const guint       place = (guint) (item - packing->items);

      if (item->lane < 0)
        continue;
      insert_after (packing, packing->at[first_lane + item->lane], place);
      packing->at[first_lane + item->lane] = place;
      self->forms[item->number] = (guint8) form;
    }
}

/* Puts an entry into the free room of a lane. The lowest lane is that of the runs. */
static gboolean
fill_gap (KaTimelinePack *self, Packing *packing, guint number, KaTimelineForm form)
{
  KaLaneItem *item = &packing->points.items[packing->points.n_items];

  *item = make_filler (ka_timeline_entries_get (self->entries, number), number, self->px_per_day,
                       form);
  for (int lane = self->n_span_lanes + self->n_point_lanes - 1; lane-- > 0;)
    {
      if (!find_gap (packing, lane, item))
        continue;
      insert_after (packing, packing->at[lane], (guint) (item - packing->items));
      packing->points.n_items++;
      self->forms[number] = (guint8) form;
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
                    Packing             *packing,
                    const KaTimelineRun *run,
                    KaTimelineForm       form)
{
  guint n_left = run->n_entries;

  for (int importance = KA_TIMELINE_MAX_IMPORTANCE; importance > 0; importance--)
    for (guint i = run->first; i < run->first + run->n_entries; i++)
      {
        if (get_importance (self, i) != importance || (form == KA_TIMELINE_MARK && n_left < 2))
          continue;
        if (fill_gap (self, packing, g_array_index (self->unplaced, guint, i), form))
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
fill_gaps (KaTimelinePack *self, Packing *packing, KaTimelineForm form)
{
  guint n_kept = 0;

  cut_runs (self);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const KaTimelineRun *run = &g_array_index (self->runs, KaTimelineRun, i);

      if (run->n_entries <= MAX_RUN)
        fill_gaps_from_run (self, packing, run, form);
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

/* Lists what has no lane. Members are in order but for open starts: sorting is seldom needed. */
static void
list_unplaced (KaTimelinePack *self)
{
  gboolean is_sorted = TRUE;
  guint    last = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      const guint number = g_array_index (self->members, guint, i);

      if (self->forms[number] != KA_TIMELINE_UNPLACED)
        continue;
      is_sorted = is_sorted && (self->unplaced->len == 0 ||
                                compare_moments (&last, &number, self->entries) <= 0);
      g_array_append_val (self->unplaced, number);
      last = number;
    }
  if (!is_sorted)
    g_array_sort_with_data (self->unplaced, compare_moments, self->entries);
}

/* Leaves out what has a bar, and finds the places of what has no lane. */
static void
complete_lasting (KaTimelinePack *self)
{
  g_autofree guint *places = g_new (guint, self->entries->n_entries + 1);
  guint             n_kept = 0;

  for (guint i = 0; i < self->unplaced->len; i++)
    places[g_array_index (self->unplaced, guint, i)] = i;
  for (guint i = 0; i < self->lasting->len; i++)
    {
      KaTimelineLasting lasting = g_array_index (self->lasting, KaTimelineLasting, i);

      if (self->forms[lasting.number] == KA_TIMELINE_BAR)
        continue;
      if (self->forms[lasting.number] == KA_TIMELINE_UNPLACED)
        lasting.place = places[lasting.number];
      g_array_index (self->lasting, KaTimelineLasting, n_kept++) = lasting;
    }
  g_array_set_size (self->lasting, n_kept);
}

static void
make_runs (KaTimelinePack *self, Packing *packing)
{
  list_unplaced (self);
  if (self->unplaced->len > 0)
    {
      fill_gaps (self, packing, KA_TIMELINE_POINT);
      fill_gaps (self, packing, KA_TIMELINE_MARK);
    }
  cut_runs (self);
  self->unplaced_items = g_new (const KaItem *, self->unplaced->len + 1);
  for (guint i = 0; i < self->unplaced->len; i++)
    self->unplaced_items[i] = ka_timeline_entries_get_in (self->entries, self->unplaced, i)->item;
  complete_lasting (self);
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
  g_auto (Packing) packing = { 0 };

  packing_init (&packing, members->len, max_lanes);
  gather (&packing.spans, &packing.points, self);
  share_lanes (self, &packing.spans, &packing.points);

  take_lanes (self, &packing, &packing.spans, 0, KA_TIMELINE_BAR);
  take_lanes (self, &packing, &packing.points, self->n_span_lanes, KA_TIMELINE_POINT);
  make_runs (self, &packing);
  for (int lane = 0; lane < self->n_span_lanes + self->n_point_lanes; lane++)
    g_ptr_array_add (self->lanes, list_numbers (&packing, lane));

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
