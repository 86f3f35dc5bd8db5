/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Groups the events of a timeline, shares the lanes among the groups, and places lanes and headers.
 */

#include "config.h"

#include "ka-timeline-groups.h"

#include "ka-captions.h"
#include "ka-words.h"

#include <math.h>

/* Sizes in user units. */
#define TOP_PAD        10.0 /* room for the handle of the playhead */
#define MIN_PITCH      15.5 /* from lane to lane */
#define MAX_PITCH      23.0
#define MAX_BAR_HEIGHT 16.0
#define KIND_GAP       7.0  /* between bars and points */
#define MAX_EXTRA_GAP  10.0 /* the gap grows by this where there is room */
#define HEADER_HEIGHT  17.0
#define GROUP_GAP      3.0 /* below the header and the lanes of a group */
#define AXIS_GAP       3.0 /* between the lowest lane and the axis */

#define MAX_LANES 24
/* The number of a group is the number of a bit. */
#define N_NUMBERS 64
/* The group of everything, and the group of events without a region. */
#define ALL       0
#define ELSEWHERE (N_NUMBERS - 1)
/* The lanes of so many entries take longer than half a frame. */
#define MANY_ENTRIES 50000
/* They stand in for those of a zoom so many times further out. */
#define MOST_OUT 2.0
/* Where lanes scroll, each group gets this many lanes if it needs them. */
#define BASE_LANES 4

/* What the lanes of all groups depend on. */
typedef struct
{
  KaGrouping grouping;
  guint64    folded;
  double     px_per_day;
  int        n_rows; /* how many lanes there is room for */
  gboolean   scrolls;
  double     from; /* the time in sight, where lanes depend on it; else 0 */
  double     to;
} Plan;

struct _KaTimelineGroups
{
  KaTimelineEntries *entries; /* Owned */
  GArray            *groups;  /* Owned: of KaTimelineGroup, from above */
  GArray            *lane_ys; /* Owned: of double: the middle of each lane */
  Plan               plan;    /* of the lanes that there are */
  Plan               wanted;  /* of the lanes that there should be */
};

static const char *const names[KA_N_GROUPINGS] = {
  [KA_GROUPING_NONE] = "none",
  [KA_GROUPING_CATEGORY] = "category",
  [KA_GROUPING_REGION] = "region",
};

const char *
ka_grouping_get_name (KaGrouping grouping)
{
  return names[grouping];
}

/* The region that an event names first is its leading one. Regions beyond the numbers that there
 * are for them stand elsewhere. */
static int
get_number (const KaTimelineEntry *entry, KaGrouping grouping)
{
  const KaEvent  *event = (const KaEvent *) entry->item;
  const KaRegion *region;

  if (grouping == KA_GROUPING_NONE)
    return ALL;
  if (grouping == KA_GROUPING_CATEGORY)
    return ALL + 1 + g_bit_nth_lsf ((gulong) entry->category, -1);
  if (event->regions.n_items == 0)
    return ELSEWHERE;

  region = event->regions.items[0];

  return (int) MIN (ALL + 1 + region->item.index, ELSEWHERE);
}

/* Regions have the name of the day that the atlas opens on. */
static const char *
get_title (const KaTimelineEntries *entries,
           const KaTimelineEntry   *entry,
           KaGrouping               grouping,
           int                      number)
{
  const KaEvent *event = (const KaEvent *) entry->item;

  if (grouping == KA_GROUPING_NONE)
    return NULL;
  if (number == ELSEWHERE)
    return ka_caption_get (KA_CAPTION_ELSEWHERE, entries->language);
  if (grouping == KA_GROUPING_CATEGORY)
    return ka_words_get_category (event->leading);

  return ka_item_get_title (event->regions.items[0],
                            ka_atlas_get_head (entries->atlas)->default_day, entries->language);
}

/* The members are left to the caller. */
static KaTimelineGroup
make_group (const KaTimelineEntries *entries, KaGrouping grouping, int number, GArray *members)
{
  KaTimelineGroup group = { .number = number, .members = members };

  if (members->len > 0)
    {
      const KaTimelineEntry *first = ka_timeline_entries_get_in (entries, members, 0);

      group.title = get_title (entries, first, grouping, number);
      group.category = grouping == KA_GROUPING_CATEGORY ? first->category : 0;
    }

  return group;
}

static void
gather_members (KaTimelineGroups *self, KaGrouping grouping)
{
  const guint n_entries = self->entries->n_entries;
  GArray     *members[N_NUMBERS] = { NULL };

  for (guint i = 0; i < n_entries; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (self->entries, i);
      int                    number;

      if (ka_timeline_entry_is_lifetime (entry))
        continue;
      number = get_number (entry, grouping);
      if (members[number] == NULL)
        members[number] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (members[number], i);
    }

  for (int i = 0; i < N_NUMBERS; i++)
    if (members[i] != NULL)
      {
        const KaTimelineGroup group = make_group (self->entries, grouping, i, members[i]);

        g_array_append_val (self->groups, group);
      }
  if (self->groups->len == 0)
    {
      const KaTimelineGroup group = { .members = g_array_new (FALSE, FALSE, sizeof (guint)) };

      g_array_append_val (self->groups, group);
    }
}

static KaTimelineGroup *
get_group (const KaTimelineGroups *self, guint i)
{
  return &g_array_index (self->groups, KaTimelineGroup, i);
}

/* The members that lanes are made for: all of them where the timeline can move, so that nothing
 * jumps; on paper the members in sight. */
static GArray *
list_placed (const KaTimelineGroups *self, const KaTimelineGroup *group)
{
  GArray *members;

  if (self->plan.grouping == KA_GROUPING_NONE || self->plan.scrolls)
    return g_array_ref (group->members);

  members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < group->members->len; i++)
    {
      const guint   number = g_array_index (group->members, guint, i);
      const KaDate *date = &ka_timeline_entries_get (self->entries, number)->date;

      if ((double) date->end_latest > self->plan.from && (double) date->earliest < self->plan.to)
        g_array_append_val (members, number);
    }

  return members;
}

static KaTimelinePack *
make_pack (const KaTimelineGroups *self, const KaTimelineGroup *group, int max_lanes)
{
  g_autoptr (GArray) members = list_placed (self, group);

  return ka_timeline_pack_new (self->entries, members, self->plan.px_per_day, max_lanes);
}

/* Returns how many groups are open. Without scrolling each open group needs a row. */
static guint
count_open (const KaTimelineGroups *self)
{
  guint n_open = 0;

  for (guint i = 0; i < self->groups->len; i++)
    if (((self->plan.folded >> get_group (self, i)->number) & 1) == 0)
      n_open++;

  return self->plan.scrolls ? n_open : MIN (n_open, (guint) MAX (0, self->plan.n_rows));
}

/* Returns the most crowded of the groups that need more lanes; -1 for none. */
static int
find_most_crowded (const KaTimelineGroups *self, const int *lanes, const int *needs)
{
  double most = 0;
  int    found = -1;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const KaTimelinePack *pack = get_group (self, i)->pack;
      double crowd = pack != NULL ? pack->members->len / (double) MAX (lanes[i], 1) : 0;

      if (lanes[i] < needs[i] && crowd > most)
        {
          most = crowd;
          found = (int) i;
        }
    }

  return found;
}

/* Gives each open group a few of the lanes that it needs, then the rest to the most crowded ones.
 */
static void
share_rows (const KaTimelineGroups *self, int *lanes, const int *needs)
{
  int n_given = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      lanes[i] = MIN (needs[i], self->plan.scrolls ? BASE_LANES : 1);
      n_given += lanes[i];
    }
  for (; n_given < self->plan.n_rows; n_given++)
    {
      int i = find_most_crowded (self, lanes, needs);

      if (i < 0)
        break;
      lanes[i]++;
    }
}

static void
pack_groups (KaTimelineGroups *self)
{
  g_autofree int *needs = g_new0 (int, self->groups->len);
  g_autofree int *lanes = g_new0 (int, self->groups->len);
  guint           n_open = count_open (self);
  int             most = MAX (self->plan.n_rows, self->plan.scrolls ? BASE_LANES : 1);

  /* No group can get more lanes than the base where these take all rows. */
  if (self->plan.scrolls && self->plan.n_rows <= BASE_LANES * (int) n_open)
    most = BASE_LANES;
  most = MIN (most, MAX_LANES);
  if (self->plan.grouping == KA_GROUPING_NONE)
    {
      get_group (self, 0)->pack = make_pack (self, get_group (self, 0), self->plan.n_rows);
      return;
    }

  for (guint i = 0; i < self->groups->len && n_open > 0; i++)
    {
      KaTimelineGroup *group = get_group (self, i);

      if (((self->plan.folded >> group->number) & 1) != 0)
        continue;
      group->pack = make_pack (self, group, most);
      needs[i] = (int) group->pack->lanes->len;
      if (needs[i] == 0)
        g_clear_pointer (&group->pack, ka_timeline_pack_unref);
      else
        n_open--;
    }

  share_rows (self, lanes, needs);
  for (guint i = 0; i < self->groups->len; i++)
    {
      KaTimelineGroup *group = get_group (self, i);

      if (lanes[i] == needs[i])
        continue;
      ka_timeline_pack_unref (group->pack);
      group->pack = make_pack (self, group, lanes[i]);
    }
}

/* Takes the groups of the frame before, with their lanes where @with_packs. */
static void
take_groups (KaTimelineGroups *self, const KaTimelineGroups *previous, gboolean with_packs)
{
  for (guint i = 0; i < previous->groups->len; i++)
    {
      KaTimelineGroup group = *get_group (previous, i);

      g_array_ref (group.members);
      group.pack = with_packs && group.pack != NULL ? g_atomic_rc_box_acquire (group.pack) : NULL;
      g_array_append_val (self->groups, group);
    }
}

static int
count_rows (const KaTimelineGroups *self, double axis_y, gboolean scrolls, KaGrouping grouping)
{
  double room = axis_y - TOP_PAD - AXIS_GAP;

  if (grouping == KA_GROUPING_NONE && scrolls)
    return MAX_LANES;
  if (grouping == KA_GROUPING_NONE)
    return MAX (1, (int) ((room - KIND_GAP) / MIN_PITCH));

  room -= self->groups->len * (HEADER_HEIGHT + GROUP_GAP);

  return (int) floor (room / MIN_PITCH);
}

/* Whether lanes are made from the same members. */
static gboolean
plans_are_like (const Plan *a, const Plan *b)
{
  return a->grouping == b->grouping && a->scrolls == b->scrolls && a->from == b->from &&
         a->to == b->to;
}

static gboolean
plans_are_equal (const Plan *a, const Plan *b)
{
  return plans_are_like (a, b) && a->folded == b->folded && a->px_per_day == b->px_per_day &&
         a->n_rows == b->n_rows;
}

/* Whether lanes can stand in for those that are wanted. Much further out they would have too much
 * in sight. Of more lanes than there is room for, the last ones are below the edge. */
static gboolean
is_good_enough (const Plan *plan, const Plan *wanted)
{
  return plans_are_like (plan, wanted) && wanted->px_per_day * MOST_OUT >= plan->px_per_day;
}

static KaTimelineGroups *
groups_alloc (KaTimelineEntries *entries)
{
  KaTimelineGroups *self = g_new0 (KaTimelineGroups, 1);

  self->entries = g_atomic_rc_box_acquire (entries);
  self->groups = g_array_new (FALSE, FALSE, sizeof (KaTimelineGroup));
  g_array_set_clear_func (self->groups, (GDestroyNotify) ka_timeline_group_clear);
  self->lane_ys = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

static void
fold_groups (KaTimelineGroups *self, guint64 folded)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (((folded >> get_group (self, i)->number) & 1) != 0)
      g_clear_pointer (&get_group (self, i)->pack, ka_timeline_pack_unref);
}

/* Takes the lanes of the frame before where they are good enough, else makes them. */
static void
make_lanes (KaTimelineGroups *self, gboolean is_hasty, const KaTimelineGroups *previous)
{
  const gboolean may_wait = is_hasty && self->entries->n_entries > MANY_ENTRIES;

  if (previous != NULL && (may_wait ? is_good_enough (&previous->plan, &self->wanted)
                                    : plans_are_equal (&previous->plan, &self->wanted)))
    {
      g_array_set_size (self->groups, 0);
      take_groups (self, previous, TRUE);
      fold_groups (self, self->wanted.folded);
      self->plan = previous->plan;
      return;
    }
  self->plan = self->wanted;
  pack_groups (self);
}

KaTimelineGroups *
ka_timeline_groups_new (KaTimelineEntries      *entries,
                        const KaTimelineFrame  *frame,
                        const KaViewState      *state,
                        gboolean                scrolls,
                        gboolean                is_hasty,
                        const KaTimelineGroups *previous)
{
  KaTimelineGroups *self = groups_alloc (entries);
  KaGrouping        grouping = state->grouping;
  const gboolean    is_same = previous != NULL && previous->entries == entries &&
                           previous->plan.grouping == grouping;
  int n_rows;

  if (is_same)
    take_groups (self, previous, FALSE);
  else
    gather_members (self, grouping);
  n_rows = count_rows (self, frame->axis_y, scrolls, grouping);
  if (grouping != KA_GROUPING_NONE && !scrolls && n_rows < 0)
    {
      grouping = KA_GROUPING_NONE;
      g_array_set_size (self->groups, 0);
      gather_members (self, grouping);
      n_rows = count_rows (self, frame->axis_y, scrolls, grouping);
    }

  const gboolean is_grouped = grouping != KA_GROUPING_NONE;

  self->wanted = (Plan){
    .grouping = grouping,
    .folded = is_grouped ? state->folded_groups : 0,
    .px_per_day = ka_timeline_pack_get_zoom (frame->axis.px_per_day),
    .n_rows = n_rows,
    .scrolls = scrolls,
    .from = is_grouped && !scrolls ? frame->axis.first_day : 0,
    .to = is_grouped && !scrolls ? ka_time_axis_get_last_day (&frame->axis) : 0,
  };
  make_lanes (self, is_hasty, is_same ? previous : NULL);

  return self;
}

KaTimelineGroups *
ka_timeline_groups_new_wanted (const KaTimelineGroups *self)
{
  KaTimelineGroups *wanted;

  if (plans_are_equal (&self->plan, &self->wanted))
    return NULL;

  wanted = groups_alloc (self->entries);
  take_groups (wanted, self, FALSE);
  wanted->plan = wanted->wanted = self->wanted;

  return wanted;
}

void
ka_timeline_groups_pack (KaTimelineGroups *self)
{
  pack_groups (self);
}

void
ka_timeline_groups_free (KaTimelineGroups *self)
{
  ka_timeline_entries_unref (self->entries);
  g_array_unref (self->groups);
  g_array_unref (self->lane_ys);
  g_free (self);
}

/* Returns the fixed height of all groups: headers, and the room between and below lanes. */
static double
measure_fixed (const KaTimelineGroups *self, int *n_lanes, double kind_gap)
{
  double fixed = TOP_PAD + AXIS_GAP;

  *n_lanes = 0;
  for (guint i = 0; i < self->groups->len; i++)
    {
      const KaTimelineGroup *group = get_group (self, i);

      if (group->title != NULL)
        fixed += HEADER_HEIGHT + GROUP_GAP;
      if (group->pack == NULL)
        continue;
      if (group->pack->n_span_lanes > 0 && group->pack->n_point_lanes > 0)
        fixed += kind_gap;
      *n_lanes += (int) group->pack->lanes->len;
    }

  return fixed;
}

/* Returns the top of the next group. */
static double
place_group (KaTimelineGroups      *self,
             KaTimelineGroup       *group,
             const KaTimelineFrame *frame,
             double                 y,
             double                 kind_gap)
{
  group->first_lane = (int) self->lane_ys->len;
  group->header = (KaBox){ 0, y, frame->axis.width, y + HEADER_HEIGHT };
  if (group->title != NULL)
    y += HEADER_HEIGHT + GROUP_GAP / 2;
  for (int i = 0; i < ka_timeline_group_get_n_lanes (group); i++)
    {
      double middle;

      if (i > 0 && i == group->pack->n_span_lanes)
        y += kind_gap;
      middle = y + frame->pitch / 2;
      g_array_append_val (self->lane_ys, middle);
      y += frame->pitch;
    }
  group->foot = group->title != NULL ? y : frame->axis_y;
  if (group->title != NULL)
    y += GROUP_GAP / 2;

  return y;
}

void
ka_timeline_groups_place (KaTimelineGroups *self, KaTimelineFrame *frame, double top)
{
  const gboolean is_grouped = get_group (self, 0)->title != NULL;
  double         kind_gap = is_grouped ? 0 : KIND_GAP;
  int            n_lanes;
  const double   fixed = measure_fixed (self, &n_lanes, kind_gap);
  const double   needed = n_lanes * MIN_PITCH;
  double         spare = MAX (0, frame->axis_y - fixed - needed);
  double stretch = CLAMP ((frame->axis_y - fixed) / MAX (needed, 1), 1, MAX_PITCH / MIN_PITCH);
  double y;

  spare = MAX (0, spare - needed * (stretch - 1));
  frame->pitch = MIN_PITCH * stretch;
  frame->bar_height = MIN (frame->pitch - 2, MAX_BAR_HEIGHT);
  frame->max_top = MAX (0, fixed + needed - frame->axis_y);
  frame->top = CLAMP (top, 0, frame->max_top);
  if (!is_grouped)
    kind_gap += MIN (spare / 4, MAX_EXTRA_GAP);

  y = TOP_PAD - frame->top;
  for (guint i = 0; i < self->groups->len; i++)
    y = place_group (self, get_group (self, i), frame, y, kind_gap);
}

int
ka_timeline_groups_get_n_groups (const KaTimelineGroups *self)
{
  return (int) self->groups->len;
}

const KaTimelineGroup *
ka_timeline_groups_get (const KaTimelineGroups *self, int i)
{
  return get_group (self, (guint) i);
}

const KaTimelineGroup *
ka_timeline_groups_find (const KaTimelineGroups *self, const KaTimelineEntry *entry)
{
  const int number = get_number (entry, self->plan.grouping);

  for (guint i = 0; i < self->groups->len; i++)
    if (get_group (self, i)->number == number)
      return get_group (self, i);

  return NULL;
}

int
ka_timeline_groups_get_n_lanes (const KaTimelineGroups *self)
{
  return (int) self->lane_ys->len;
}

double
ka_timeline_groups_get_lane_y (const KaTimelineGroups *self, int lane)
{
  return g_array_index (self->lane_ys, double, (guint) lane);
}

double
ka_timeline_groups_get_height_of (int n_lanes)
{
  return TOP_PAD + n_lanes * MIN_PITCH + KIND_GAP + AXIS_GAP;
}

void
ka_timeline_group_clear (KaTimelineGroup *self)
{
  g_array_unref (self->members);
  g_clear_pointer (&self->pack, ka_timeline_pack_unref);
}

int
ka_timeline_group_get_n_lanes (const KaTimelineGroup *self)
{
  return self->pack != NULL ? (int) self->pack->lanes->len : 0;
}

double
ka_timeline_entry_get_tick_x (const KaTimelineEntry *self, const KaTimeAxis *axis)
{
  if (self->date.earliest != KA_DAY_MIN)
    return ka_time_axis_to_x (axis, (double) self->date.earliest + 0.5);

  return self->date.end_earliest == KA_DAY_MAX
           ? 0
           : ka_time_axis_to_x (axis, (double) self->date.end_earliest - 0.5);
}

/* The first member from @low on whose thin mark is not left of the axis. No start is open from
 * there on. */
static guint
skip_left (const KaTimelineGroup   *self,
           const KaTimelineEntries *entries,
           const KaTimeAxis        *axis,
           guint                    low)
{
  guint high = self->members->len;

  while (low < high)
    {
      const guint            middle = (low + high) / 2;
      const KaTimelineEntry *entry = ka_timeline_entries_get_in (entries, self->members, middle);

      if (ka_timeline_entry_get_tick_x (entry, axis) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
ka_timeline_group_find_tick (const KaTimelineGroup   *self,
                             const KaTimelineEntries *entries,
                             const KaTimeAxis        *axis,
                             guint                   *at,
                             double                  *x)
{
  while (*at < self->members->len)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get_in (entries, self->members, *at);

      *x = ka_timeline_entry_get_tick_x (entry, axis);
      if (*x >= 0 && *x <= axis->width)
        return TRUE;
      if (entry->date.earliest == KA_DAY_MIN)
        *at += 1;
      else if (*x < 0)
        *at = skip_left (self, entries, axis, *at + 1);
      else
        return FALSE;
    }

  return FALSE;
}
