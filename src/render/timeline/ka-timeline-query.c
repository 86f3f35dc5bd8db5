/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers questions to a finished layout: what is at a point, where an item is, what is out of
 * sight, and the way of the keyboard through headers and lanes.
 */

#include "config.h"

#include "ka-timeline-query.h"

#include "ka-timeline-overlay.h"

#include <math.h>

/* How far from a thing a pointer hits it, in user units. */
#define HANDLE_RADIUS  9.0
#define HANDLE_HEIGHT  15.0
#define LINE_REACH     3.0
#define ITEM_REACH     2.0
#define LIFETIME_REACH 0.5 /* their rows stand close to each other */
#define TICK_REACH     3.0
/* What shows less of itself than this is out of sight. The rounding of a double then never moves an
 * event in or out of sight. */
#define MIN_SEEN 0.5
/* The lane of the header of a group. */
#define HEADER_ROW (-1)

/* A row: a header or a lane of a group. The rows of lifetimes are the last group. */
typedef struct
{
  int group; /* its place from above */
  int lane;  /* from 0 in the group, or HEADER_ROW */
} Place;

static int
get_n_groups (const KaTimelineLayout *self)
{
  return ka_timeline_groups_get_n_groups (self->groups);
}

static const KaTimelineGroup *
get_group (const KaTimelineLayout *self, int i)
{
  return i < get_n_groups (self) ? ka_timeline_groups_get (self->groups, i) : &self->lifetimes;
}

static gboolean
pick_header (const KaTimelineLayout *self, KaPoint at, KaTimelineHit *hit)
{
  for (int i = 0; i < get_n_groups (self); i++)
    {
      const KaTimelineGroup *group = get_group (self, i);

      if (group->title == NULL || !ka_box_has (group->header, at))
        continue;
      hit->part = KA_TIMELINE_GROUP;
      hit->group = group->number;
      return TRUE;
    }

  return FALSE;
}

/* Items go before the chips beside them. */
static gboolean
pick_item (const KaTimelineLayout *self, KaPoint at, gboolean is_lifetime, KaTimelineHit *hit)
{
  const double reach = is_lifetime ? LIFETIME_REACH : ITEM_REACH;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      if (ka_timeline_entry_is_lifetime (placed->entry) != is_lifetime ||
          !ka_box_has (ka_box_grow (placed->box, reach), at))
        continue;
      hit->part = KA_TIMELINE_ITEM;
      hit->item = placed->entry->item;
      return TRUE;
    }
  for (guint i = 0; i < self->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (self->overflows, KaTimelineOverflow, i);

      if (overflow->is_of_lifetimes != is_lifetime ||
          !ka_box_has (ka_box_grow (overflow->box, reach), at))
        continue;
      hit->part = KA_TIMELINE_OVERFLOW;
      hit->overflow = overflow;
      return TRUE;
    }

  return FALSE;
}

/* The flag at an edge, raised events, and the nearest ones out of sight. */
static gboolean
pick_overlay (const KaTimelineLayout *self,
              const KaViewState      *state,
              KaPoint                 at,
              KaTimelineHit          *hit)
{
  g_autoptr (KaTimelineOverlay) overlay = ka_timeline_overlay_new (self, state);

  if (overlay->side != 0 && ka_box_has (overlay->flag, at))
    {
      hit->part = KA_TIMELINE_PLAYHEAD_TO;
      return TRUE;
    }
  for (guint i = 0; i < overlay->raised->len; i++)
    {
      const KaTimelineRaised *raised = &g_array_index (overlay->raised, KaTimelineRaised, i);

      if (!ka_box_has (raised->cleared, at))
        continue;
      hit->part = KA_TIMELINE_ITEM;
      hit->item = raised->entry->item;
      return TRUE;
    }
  for (guint i = 0; i < overlay->nearest->len; i++)
    {
      const KaTimelineNearest *nearest = &g_array_index (overlay->nearest, KaTimelineNearest, i);

      if (!ka_box_has (nearest->box, at))
        continue;
      hit->part = KA_TIMELINE_NEAREST;
      hit->item = nearest->item;
      return TRUE;
    }

  return FALSE;
}

KaTimelineHit
ka_timeline_layout_pick (const KaTimelineLayout *self, const KaViewState *state, double x, double y)
{
  KaTimelineHit hit = {
    .part = KA_TIMELINE_LANES,
    .group = KA_TIMELINE_NO_GROUP,
    .day = (KaDay) floor (ka_time_axis_to_day (&self->frame.axis, x)),
  };
  const KaPoint at = { x, y };
  const double  playhead_x = ka_timeline_layout_get_playhead_x (self, state->day);

  if (x < 0 || y < 0 || x > self->frame.axis.width || y > self->frame.height)
    {
      hit.part = KA_TIMELINE_OUTSIDE;
      return hit;
    }
  if (fabs (x - playhead_x) <= HANDLE_RADIUS && y <= HANDLE_HEIGHT)
    {
      hit.part = KA_TIMELINE_PLAYHEAD_AT;
      return hit;
    }
  if (y < self->frame.axis_y && pick_header (self, at, &hit))
    return hit;
  if (y < self->frame.axis_end && pick_overlay (self, state, at, &hit))
    return hit;
  if (y < self->frame.axis_y && pick_item (self, at, FALSE, &hit))
    return hit;
  if (y >= self->frame.lifetimes_y && pick_item (self, at, TRUE, &hit))
    return hit;
  if (fabs (x - playhead_x) <= LINE_REACH)
    hit.part = KA_TIMELINE_PLAYHEAD_AT;
  else if (y >= self->frame.axis_y && y < self->frame.axis_end)
    hit.part = KA_TIMELINE_AXIS;

  return hit;
}

static const KaTimelineOverflow *
find_overflow (const KaTimelineLayout *self, const KaItem *item)
{
  for (guint i = 0; i < self->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (self->overflows, KaTimelineOverflow, i);

      for (gsize j = 0; j < overflow->n_items; j++)
        if (overflow->items[j] == item)
          return overflow;
    }

  return NULL;
}

/* The thin mark in the header of a folded group. */
static gboolean
get_tick_box (const KaTimelineLayout *self, const KaItem *item, KaBox *box)
{
  const KaTimelineEntry *entry = ka_timeline_entries_find (self->entries, item);
  const KaTimelineGroup *group = entry != NULL ? ka_timeline_layout_find_group (self, entry) : NULL;
  double                 x;

  if (group == NULL || group->pack != NULL)
    return FALSE;

  x = ka_timeline_entry_get_tick_x (entry, &self->frame.axis);
  if (x < 0 || x > self->frame.axis.width)
    return FALSE;

  *box = group->header;
  box->x0 = MAX (0, x - TICK_REACH);
  box->x1 = MIN (self->frame.axis.width, x + TICK_REACH);

  return TRUE;
}

gboolean
ka_timeline_layout_get_item_box (const KaTimelineLayout *self, const KaItem *item, KaBox *box)
{
  const KaTimelinePlaced   *placed = ka_timeline_layout_find (self, item);
  const KaTimelineOverflow *overflow = placed == NULL ? find_overflow (self, item) : NULL;

  if (placed != NULL)
    *box = placed->box;
  else if (overflow != NULL)
    *box = overflow->box;
  else if (!get_tick_box (self, item, box))
    {
      *box = (KaBox){ NAN, NAN, NAN, NAN };
      return FALSE;
    }

  return item->kind == KA_ITEM_POLITY || (box->y1 > 0 && box->y0 < self->frame.axis_y);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const KaTimelineEntry *first = *(const KaTimelineEntry *const *) a;
  const KaTimelineEntry *second = *(const KaTimelineEntry *const *) b;

  return first < second ? -1 : first > second;
}

/* Adds the entries in sight of a group that shows its header alone. */
static void
add_folded (const KaTimelineLayout *self, const KaTimelineGroup *group, GPtrArray *entries)
{
  double x;

  if (group->pack != NULL)
    return;
  for (guint i = 0; ka_timeline_group_find_tick (group, self->entries, &self->frame.axis, &i, &x);
       i++)
    g_ptr_array_add (
      entries, (gpointer) (guintptr) ka_timeline_entries_get_in (self->entries, group->members, i));
}

GPtrArray *
ka_timeline_layout_list_items (const KaTimelineLayout *self)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->placed->len; i++)
    g_ptr_array_add (items,
                     (gpointer) (guintptr) g_array_index (self->placed, KaTimelinePlaced, i).entry);
  for (guint i = 0; i < self->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (self->overflows, KaTimelineOverflow, i);

      for (gsize j = 0; j < overflow->n_items; j++)
        g_ptr_array_add (items, (gpointer) (guintptr) ka_timeline_entries_find (
                                  self->entries, overflow->items[j]));
    }

  for (int i = 0; i < get_n_groups (self); i++)
    add_folded (self, get_group (self, i), items);

  /* Entries lie in one array in order of time. */
  g_ptr_array_sort (items, compare_entries);
  for (guint i = 0; i < items->len; i++)
    items->pdata[i] = (gpointer) (guintptr) ((const KaTimelineEntry *) items->pdata[i])->item;

  return items;
}

gsize
ka_timeline_layout_count_hidden (const KaTimelineLayout *self,
                                 const KaViewState      *state,
                                 int                     direction,
                                 KaDay                  *nearest)
{
  const KaTimeAxis *axis = &self->frame.axis;
  const double      first = ka_time_axis_to_day (axis, MIN_SEEN);
  const double      last = ka_time_axis_to_day (axis, axis->width - MIN_SEEN);
  guint             start = 0, end = self->entries->n_entries;
  gsize             n_hidden = 0;

  if (direction > 0)
    start = ka_timeline_entries_find_start (self->entries, last);
  else
    end = ka_timeline_entries_find_start (self->entries, first);
  for (guint i = start; i < end; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (self->entries, i);
      const KaDay            day = direction > 0 ? entry->date.earliest : entry->date.end_latest;

      if ((direction < 0 && (double) day > first) || !ka_timeline_entry_passes (entry, state))
        continue;
      if (n_hidden++ == 0 || (direction < 0 && day > *nearest))
        *nearest = day;
    }

  return n_hidden;
}

static int
find_index (const KaTimelineLayout *self, int number)
{
  for (int i = 0; i < get_n_groups (self); i++)
    if (get_group (self, i)->number == number)
      return i;

  return -1;
}

/* Finds the row of an item, the lowest lane for one of an overflow. Returns whether it is in sight.
 */
static gboolean
find_place (const KaTimelineLayout *self, const KaItem *item, Place *place, double *x)
{
  const KaTimelinePlaced *placed = ka_timeline_layout_find (self, item);
  const KaTimelineEntry  *entry = ka_timeline_entries_find (self->entries, item);
  const KaTimelineGroup *group = entry != NULL ? ka_timeline_layout_find_group (self, entry) : NULL;
  KaBox                  box;

  ka_timeline_layout_get_item_box (self, item, &box);
  if (group == NULL || isnan (box.x0))
    return FALSE;

  *x = box.x0;
  place->group = group == &self->lifetimes ? get_n_groups (self) : find_index (self, group->number);
  place->lane = placed != NULL ? placed->lane - group->first_lane
                               : ka_timeline_group_get_n_lanes (group) - 1;

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

/* Goes to the next row, an empty one too. Returns whether there is one. */
static gboolean
step (const KaTimelineLayout *self, Place *place, int direction)
{
  const int      n_groups = get_n_groups (self);
  const gboolean is_titled = get_group (self, 0)->title != NULL;

  place->lane += direction;
  if (place->lane >= ka_timeline_group_get_n_lanes (get_group (self, place->group)))
    {
      if (++place->group > n_groups)
        return FALSE;
      place->lane = place->group < n_groups ? HEADER_ROW : 0;
      return place->group < n_groups || ka_timeline_group_get_n_lanes (&self->lifetimes) > 0;
    }
  if (place->lane < (is_titled && place->group < n_groups ? HEADER_ROW : 0))
    {
      if (place->group == 0)
        return FALSE;
      place->group--;
      place->lane = ka_timeline_group_get_n_lanes (get_group (self, place->group)) - 1;
      return place->lane >= 0 || is_titled;
    }

  return TRUE;
}

gboolean
ka_timeline_layout_find_row (const KaTimelineLayout *self,
                             const KaTimelineRow    *from,
                             int                     direction,
                             KaTimelineRow          *row)
{
  const int      group = from->group >= 0 ? find_index (self, from->group) : -1;
  const gboolean is_titled = get_group (self, 0)->title != NULL;
  double         x = self->frame.axis.width / 2;
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

const KaTimelineGroup *
ka_timeline_layout_get_group (const KaTimelineLayout *self, int number)
{
  const int              index = find_index (self, number);
  const KaTimelineGroup *group = index >= 0 ? get_group (self, index) : NULL;

  return group != NULL && group->title != NULL ? group : NULL;
}

int
ka_timeline_layout_get_group_of (const KaTimelineLayout *self, const KaItem *item)
{
  const KaTimelineEntry *entry = ka_timeline_entries_find (self->entries, item);

  if (entry == NULL || get_group (self, 0)->title == NULL)
    return KA_TIMELINE_NO_GROUP;

  return ka_timeline_layout_find_group (self, entry)->number;
}

const KaTenure *
ka_timeline_layout_get_tenure_at (const KaTimelineLayout *self, double x, double y)
{
  if (y < self->frame.axis_end || y >= self->frame.lifetimes_y)
    return NULL;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KaTimelinePiece *piece = &g_array_index (self->pieces, KaTimelinePiece, i);

      if (x >= piece->x0 && x < piece->x1)
        return piece->tenure;
    }

  return NULL;
}
