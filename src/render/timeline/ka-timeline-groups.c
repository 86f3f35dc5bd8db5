/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of lanes: who stands in which, how many lanes each has, and where these are. How many
 * follows from the zoom and the height, never from what is in sight, so that nothing jumps when the
 * timeline is scrolled.
 */

#include "config.h"

#include "ka-timeline-private.h"
#include "ka-words.h"

#include <math.h>

/* Numbers of groups are bits of a word. */
#define N_NUMBERS 64
/* Where nothing is grouped, and where there is no region. */
#define ALL       0
#define ELSEWHERE (N_NUMBERS - 1)
/* So many lanes each group has at least where lanes scroll, when it needs them. */
#define BASE_LANES 6

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
get_title (const KaTimelineEntries *entries, guint i, KaGrouping grouping, int number)
{
  const KaEvent *event = (const KaEvent *) entries->entries[i].item;

  if (grouping == KA_GROUPING_NONE)
    return NULL;
  if (number == ELSEWHERE)
    return "Elsewhere";
  if (grouping == KA_GROUPING_CATEGORY)
    return ka_words_get_category (event->leading);

  return ka_item_get_title (event->regions.items[0], ka_atlas_get_default_day (entries->atlas),
                            entries->language);
}

static void
gather_members (KaTimelineLayout *self, KaGrouping grouping)
{
  const KaTimelineEntries *entries = self->entries;
  GArray                  *members[N_NUMBERS] = { NULL };

  for (guint i = 0; i < entries->n_entries; i++)
    {
      int number;

      if (entries->entries[i].category == 0)
        continue;
      number = get_number (&entries->entries[i], grouping);
      if (members[number] == NULL)
        members[number] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (members[number], i);
    }
  if (entries->n_moments == 0)
    members[ALL] = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int i = 0; i < N_NUMBERS; i++)
    {
      KaTimelineGroup group = { .number = i, .members = members[i] };

      if (members[i] == NULL)
        continue;
      if (members[i]->len > 0)
        {
          guint first = g_array_index (members[i], guint, 0);

          group.title = get_title (entries, first, grouping, i);
          if (grouping == KA_GROUPING_CATEGORY)
            group.category = entries->entries[first].category;
        }
      g_array_append_val (self->groups, group);
    }
}

static KaTimelineGroup *
get_group (const KaTimelineLayout *self, guint i)
{
  return &g_array_index (self->groups, KaTimelineGroup, i);
}

/* Those that lanes are made for: all of them where one can go elsewhere in time, so that nothing
 * jumps; on paper those in sight. */
static GArray *
list_placed (const KaTimelineLayout *self, const KaTimelineGroup *group)
{
  GArray *members;

  if (self->plan.grouping == KA_GROUPING_NONE || self->plan.scrolls)
    return g_array_ref (group->members);

  members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < group->members->len; i++)
    {
      const guint   number = g_array_index (group->members, guint, i);
      const KaDate *date = &self->entries->entries[number].date;

      if ((double) date->end_latest > self->plan.from && (double) date->earliest < self->plan.to)
        g_array_append_val (members, number);
    }

  return members;
}

static KaTimelinePack *
make_pack (const KaTimelineLayout *self, const KaTimelineGroup *group, int max_lanes)
{
  g_autoptr (GArray) members = list_placed (self, group);

  return ka_timeline_pack_new (self->entries, members, self->plan.px_per_day, max_lanes);
}

/* Folds the last groups away for which there is not even one row. */
static guint
count_open (const KaTimelineLayout *self)
{
  guint n_open = 0;

  for (guint i = 0; i < self->groups->len; i++)
    if (((self->plan.folded >> get_group (self, i)->number) & 1) == 0)
      n_open++;

  return self->plan.scrolls ? n_open : MIN (n_open, (guint) MAX (0, self->plan.n_rows));
}

/* The group that is most crowded in the lanes given so far, of those that need more; -1 for none.
 */
static int
find_most_crowded (const KaTimelineLayout *self, const int *lanes, const int *needs)
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

/* Every open group gets the lanes that it needs; where these are too many each gets a few, and the
 * most crowded ones the rest. */
static void
share_rows (const KaTimelineLayout *self, int *lanes, const int *needs)
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
pack_groups (KaTimelineLayout *self)
{
  g_autofree int *needs = g_new0 (int, self->groups->len);
  g_autofree int *lanes = g_new0 (int, self->groups->len);
  guint           n_open = count_open (self);
  int             most = MAX (self->plan.n_rows, self->plan.scrolls ? BASE_LANES : 1);

  /* Of lanes that no group can get none need to be tried. */
  if (self->plan.scrolls && self->plan.n_rows <= BASE_LANES * (int) n_open)
    most = BASE_LANES;
  most = MIN (most, KA_TIMELINE_MAX_LANES);
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

/* Takes the groups of the frame before, with their lanes when these follow from the same plan. */
static void
take_groups (KaTimelineLayout *self, const KaTimelineLayout *previous, gboolean with_packs)
{
  for (guint i = 0; i < previous->groups->len; i++)
    {
      KaTimelineGroup group = *get_group (previous, i);

      g_array_ref (group.members);
      group.pack = with_packs && group.pack != NULL ? ka_timeline_pack_ref (group.pack) : NULL;
      g_array_append_val (self->groups, group);
    }
}

static int
count_rows (const KaTimelineLayout *self, const KaTimelineSpec *spec, KaGrouping grouping)
{
  double room = self->axis_y - KA_TIMELINE_TOP_PAD - KA_TIMELINE_AXIS_GAP;

  if (grouping == KA_GROUPING_NONE && spec->scrolls)
    return KA_TIMELINE_MAX_LANES;
  if (grouping == KA_GROUPING_NONE)
    return MAX (1, (int) ((room - KA_TIMELINE_KIND_GAP) / KA_TIMELINE_PITCH));

  room -= self->groups->len * (KA_TIMELINE_HEADER + KA_TIMELINE_GROUP_GAP);

  return (int) floor (room / KA_TIMELINE_PITCH);
}

static gboolean
plans_are_equal (const KaTimelinePlan *a, const KaTimelinePlan *b)
{
  return a->grouping == b->grouping && a->folded == b->folded && a->px_per_day == b->px_per_day &&
         a->n_rows == b->n_rows && a->scrolls == b->scrolls && a->from == b->from && a->to == b->to;
}

/* Makes the groups with their lanes. Where nothing scrolls and not even the headers have room all
 * stand together. */
void
ka_timeline_groups_make (KaTimelineLayout     *self,
                         const KaTimelineSpec *spec,
                         const KaViewState    *state,
                         KaTimelineLayout     *previous)
{
  KaGrouping     grouping = state->grouping;
  KaTimelinePlan plan;
  gboolean       is_same = previous != NULL && previous->entries == self->entries &&
                     previous->plan.grouping == grouping;

  self->groups = g_array_new (FALSE, FALSE, sizeof (KaTimelineGroup));
  g_array_set_clear_func (self->groups, (GDestroyNotify) ka_timeline_group_clear);
  self->lane_ys = g_array_new (FALSE, FALSE, sizeof (double));
  plan = (KaTimelinePlan){
    .px_per_day = ka_timeline_pack_get_zoom (spec->axis.px_per_day),
    .scrolls = spec->scrolls,
  };

  if (is_same)
    take_groups (self, previous, FALSE);
  else
    gather_members (self, grouping);
  plan.n_rows = count_rows (self, spec, grouping);
  if (grouping != KA_GROUPING_NONE && !spec->scrolls && plan.n_rows < 0)
    {
      g_array_set_size (self->groups, 0);
      grouping = KA_GROUPING_NONE;
      gather_members (self, grouping);
      plan.n_rows = count_rows (self, spec, grouping);
    }
  plan.grouping = grouping;
  plan.folded = grouping != KA_GROUPING_NONE ? state->folded_groups : 0;
  if (grouping != KA_GROUPING_NONE && !spec->scrolls)
    {
      plan.from = spec->axis.first_day;
      plan.to = ka_time_axis_get_last_day (&spec->axis);
    }
  self->plan = plan;

  if (is_same && plans_are_equal (&plan, &previous->plan))
    {
      g_array_set_size (self->groups, 0);
      take_groups (self, previous, TRUE);
    }
  else
    pack_groups (self);
}

const KaTimelineGroup *
ka_timeline_group_of (const KaTimelineLayout *self, const KaTimelineEntry *entry)
{
  int number;

  if (entry->category == 0)
    return &self->lives;

  number = get_number (entry, self->plan.grouping);
  for (guint i = 0; i < self->groups->len; i++)
    if (get_group (self, i)->number == number)
      return get_group (self, i);

  return NULL;
}
