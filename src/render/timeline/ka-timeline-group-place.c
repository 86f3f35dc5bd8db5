/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where groups of lanes and their headers are, from top to bottom.
 */

#include "config.h"

#include "ka-timeline-private.h"

#define MAX_PITCH      23.0
#define MAX_BAR_HEIGHT 16.0

static KaTimelineGroup *
get_group (const KaTimelineLayout *self, guint i)
{
  return &g_array_index (self->groups, KaTimelineGroup, i);
}

/* The fixed height of all groups: their headers, and the room between and below their lanes. */
static double
measure_fixed (const KaTimelineLayout *self, int *n_lanes, double kind_gap)
{
  double fixed = KA_TIMELINE_TOP_PAD + KA_TIMELINE_AXIS_GAP;

  *n_lanes = 0;
  for (guint i = 0; i < self->groups->len; i++)
    {
      const KaTimelineGroup *group = get_group (self, i);

      if (group->title != NULL)
        fixed += KA_TIMELINE_HEADER + KA_TIMELINE_GROUP_GAP;
      if (group->pack == NULL)
        continue;
      if (group->pack->n_span_lanes > 0 && group->pack->n_point_lanes > 0)
        fixed += kind_gap;
      *n_lanes += (int) group->pack->lanes->len;
    }

  return fixed;
}

static double
place_group (KaTimelineLayout *self, KaTimelineGroup *group, double y, double kind_gap)
{
  group->first_lane = (int) self->lane_ys->len;
  group->header_y = y;
  if (group->title != NULL)
    y += KA_TIMELINE_HEADER + KA_TIMELINE_GROUP_GAP / 2;
  for (guint i = 0; group->pack != NULL && i < group->pack->lanes->len; i++)
    {
      double middle;

      if (i > 0 && (int) i == group->pack->n_span_lanes)
        y += kind_gap;
      middle = y + self->pitch / 2;
      g_array_append_val (self->lane_ys, middle);
      y += self->pitch;
    }
  group->foot = y;
  if (group->title != NULL)
    y += KA_TIMELINE_GROUP_GAP / 2;

  return y;
}

/* Spreads the lanes over the height: first they get wider, then stems get longer. */
void
ka_timeline_groups_place (KaTimelineLayout *self, double top)
{
  const gboolean is_grouped = get_group (self, 0)->title != NULL;
  double         kind_gap = is_grouped ? 0 : KA_TIMELINE_KIND_GAP;
  int            n_lanes;
  const double   fixed = measure_fixed (self, &n_lanes, kind_gap);
  const double   needed = n_lanes * KA_TIMELINE_PITCH;
  double         spare = MAX (0, self->axis_y - fixed - needed);
  double         stretch = CLAMP ((self->axis_y - fixed) / MAX (needed, 1), 1,
                                  MAX_PITCH / KA_TIMELINE_PITCH);
  double         y = KA_TIMELINE_TOP_PAD;

  spare = MAX (0, spare - needed * (stretch - 1));
  self->pitch = KA_TIMELINE_PITCH * stretch;
  self->bar_height = MIN (self->pitch - 2, MAX_BAR_HEIGHT);
  if (!is_grouped)
    kind_gap += MIN (spare / 4, 10);
  for (guint i = 0; i < self->groups->len; i++)
    y = place_group (self, get_group (self, i), y, kind_gap);
  if (!is_grouped)
    get_group (self, 0)->foot = self->axis_y;
  self->max_top = MAX (0, fixed + needed - self->axis_y);
  self->top = CLAMP (top, 0, self->max_top);
}

double
ka_timeline_get_height_of (int n_lanes)
{
  return KA_TIMELINE_TOP_PAD + n_lanes * KA_TIMELINE_PITCH + KA_TIMELINE_KIND_GAP +
         KA_TIMELINE_AXIS_GAP + KA_TIMELINE_AXIS_HEIGHT + KA_TIMELINE_BAND_HEIGHT +
         KA_TIMELINE_LIFE_PITCH + 2 * KA_TIMELINE_LIFE_PAD;
}

void
ka_timeline_group_clear (KaTimelineGroup *self)
{
  g_array_unref (self->members);
  g_clear_pointer (&self->pack, ka_timeline_pack_unref);
}

double
ka_timeline_layout_get_lane_y (const KaTimelineLayout *self, int lane)
{
  return g_array_index (self->lane_ys, double, (guint) lane) - self->top;
}

/* The row with the title, over the whole width. */
void
ka_timeline_group_get_header (const KaTimelineLayout *self,
                              const KaTimelineGroup  *group,
                              KaBox                  *box)
{
  const double y = group->header_y - self->top;

  *box = (KaBox){ 0, y, self->axis.width, y + KA_TIMELINE_HEADER };
}

/* Where the thin mark of an event stands in the header of its folded group: at its start, as
 * members are in order of that. */
double
ka_timeline_layout_get_tick_x (const KaTimelineLayout *self, const KaTimelineEntry *entry)
{
  return ka_time_axis_to_x (&self->axis, (double) entry->date.earliest + 0.5);
}

/* The first member whose thin mark may be in sight. */
guint
ka_timeline_group_find_first (const KaTimelineLayout *self, const KaTimelineGroup *group)
{
  guint low = 0, high = group->members->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint number = g_array_index (group->members, guint, middle);

      if (ka_timeline_layout_get_tick_x (self, &self->entries->entries[number]) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
