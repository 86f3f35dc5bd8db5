/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going through the rows of a timeline: the headers of groups and the lanes below them.
 */

#include "config.h"

#include "ka-timeline-private.h"

#include <math.h>

#define HEADER_ROW (-1)

/* A row: a group, and one of its lanes or its header. The lives are the last group, without one. */
typedef struct
{
  int group; /* index, not number; that after the last for the lives */
  int lane;  /* from 0 in the group, or HEADER_ROW */
} Place;

static const KaTimelineGroup *
get_group (const KaTimelineLayout *self, int i)
{
  return i < (int) self->groups->len ? &g_array_index (self->groups, KaTimelineGroup, (guint) i)
                                     : &self->lives;
}

static int
count_lanes (const KaTimelineGroup *group)
{
  return group->pack != NULL ? (int) group->pack->lanes->len : 0;
}

static int
find_index (const KaTimelineLayout *self, int number)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (get_group (self, (int) i)->number == number)
      return (int) i;

  return -1;
}

/* The row of an item; what is in a "+n" is in the lowest lane. FALSE when it is out of sight. */
static gboolean
find_place (KaTimelineLayout *self, const KaItem *item, Place *place, double *x)
{
  const KaTimelinePlaced *placed = ka_timeline_layout_find (self, item);
  const KaTimelineEntry  *entry = ka_timeline_entries_find (self->entries, item);
  const KaTimelineGroup  *group = entry != NULL ? ka_timeline_group_of (self, entry) : NULL;
  KaBox                   box;

  ka_timeline_layout_get_item_box (self, item, &box);
  if (group == NULL || isnan (box.x0))
    return FALSE;

  *x = box.x0;
  place->group = group == &self->lives ? (int) self->groups->len : find_index (self, group->number);
  place->lane = placed != NULL ? placed->lane - group->first_lane : count_lanes (group) - 1;

  return TRUE;
}

/* The item of a lane that is nearest to @x, of those in sight. */
static const KaItem *
find_nearest (const KaTimelineLayout *self, const Place *place, double x)
{
  const int               lane = get_group (self, place->group)->first_lane + place->lane;
  const KaTimelinePlaced *best = NULL;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      if (placed->lane == lane &&
          (best == NULL || fabs (placed->box.x0 - x) < fabs (best->box.x0 - x)))
        best = placed;
    }

  return best != NULL ? best->entry->item : NULL;
}

/* Goes a row on, whether there is something in it or not. */
static gboolean
step (const KaTimelineLayout *self, Place *place, int direction)
{
  const int      n_groups = (int) self->groups->len;
  const gboolean is_titled = get_group (self, 0)->title != NULL;

  place->lane += direction;
  if (place->lane >= count_lanes (get_group (self, place->group)))
    {
      if (++place->group > n_groups)
        return FALSE;
      place->lane = place->group < n_groups ? HEADER_ROW : 0;
      return place->group < n_groups || count_lanes (&self->lives) > 0;
    }
  if (place->lane < (is_titled && place->group < n_groups ? HEADER_ROW : 0))
    {
      if (place->group == 0)
        return FALSE;
      place->group--;
      place->lane = count_lanes (get_group (self, place->group)) - 1;
      return place->lane >= 0 || is_titled;
    }

  return TRUE;
}

gboolean
ka_timeline_layout_find_row (KaTimelineLayout    *self,
                             const KaTimelineRow *from,
                             int                  direction,
                             KaTimelineRow       *row)
{
  const int      group = from->group >= 0 ? find_index (self, from->group) : -1;
  const gboolean is_titled = get_group (self, 0)->title != NULL;
  double         x = self->axis.width / 2;
  Place          place = { 0, is_titled ? HEADER_ROW - 1 : -1 };
  gboolean       is_known = from->item != NULL && find_place (self, from->item, &place, &x);

  if (group >= 0)
    place = (Place){ group, HEADER_ROW };
  else if (!is_known)
    direction = 1;

  while (step (self, &place, direction > 0 ? 1 : -1))
    {
      if (place.lane == HEADER_ROW)
        {
          *row = (KaTimelineRow){ from->item, get_group (self, place.group)->number };
          return TRUE;
        }
      row->item = find_nearest (self, &place, x);
      row->group = KA_TIMELINE_NO_GROUP;
      if (row->item != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
ka_timeline_layout_get_header (KaTimelineLayout *self, int group, KaTimelineHeader *header)
{
  const int              index = find_index (self, group);
  const KaTimelineGroup *found = index >= 0 ? get_group (self, index) : NULL;

  if (found == NULL || found->title == NULL)
    return FALSE;

  *header = (KaTimelineHeader){
    .number = group,
    .title = found->title,
    .n_items = found->members->len,
    .is_folded = found->pack == NULL,
  };
  ka_timeline_group_get_header (self, found, &header->box);

  return TRUE;
}

int
ka_timeline_layout_get_group_of (KaTimelineLayout *self, const KaItem *item)
{
  const KaTimelineEntry *entry = ka_timeline_entries_find (self->entries, item);

  if (entry == NULL || self->plan.grouping == KA_GROUPING_NONE)
    return KA_TIMELINE_NO_GROUP;

  return ka_timeline_group_of (self, entry)->number;
}
