/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions to a finished layout: what is at a point, what is in sight, and the layout as text.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-timeline-private.h"

#include <math.h>

#define HANDLE_RADIUS 9.0
#define HANDLE_HEIGHT 15.0
#define LINE_REACH    3.0
#define ITEM_REACH    2.0
#define TICK_REACH    3.0

const KaTimeAxis *
ka_timeline_layout_get_axis (KaTimelineLayout *self)
{
  return &self->axis;
}

const KaTimeTicks *
ka_timeline_layout_get_ticks (KaTimelineLayout *self)
{
  return &self->ticks;
}

double
ka_timeline_layout_get_height (KaTimelineLayout *self)
{
  return self->height;
}

double
ka_timeline_layout_get_axis_y (KaTimelineLayout *self)
{
  return self->axis_y;
}

double
ka_timeline_layout_get_max_top (KaTimelineLayout *self)
{
  return self->max_top;
}

double
ka_timeline_layout_get_playhead_x (KaTimelineLayout *self, KaDay day)
{
  return ka_time_axis_to_x (&self->axis, (double) day + 0.5);
}

static gboolean
pick_header (const KaTimelineLayout *self, double x, double y, KaTimelineHit *hit)
{
  for (guint i = 0; i < self->groups->len && self->plan.grouping != KA_GROUPING_NONE; i++)
    {
      const KaTimelineGroup *group = &g_array_index (self->groups, KaTimelineGroup, i);
      KaBox                  box;

      ka_timeline_group_get_header (self, group, &box);
      if (!ka_box_has (box, (KaPoint){ x, y }))
        continue;
      hit->part = KA_TIMELINE_GROUP;
      hit->group = group->number;
      return TRUE;
    }

  return FALSE;
}

/* An item is hit before the "+n" beside it; rows of lives stand close to each other, and need no
 * reach. */
static gboolean
pick_item (const KaTimelineLayout *self, double x, double y, gboolean is_life, KaTimelineHit *hit)
{
  const double reach = is_life ? 0.5 : ITEM_REACH;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      if ((placed->entry->category == 0) != is_life ||
          !ka_box_has (ka_box_grow (placed->box, reach), (KaPoint){ x, y }))
        continue;
      hit->part = KA_TIMELINE_ITEM;
      hit->item = placed->entry->item;
      return TRUE;
    }
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (self->clusters, KaTimelineCluster, i);

      if (ka_timeline_cluster_is_of_lives (self, cluster) != is_life ||
          !ka_box_has (ka_box_grow (cluster->box, reach), (KaPoint){ x, y }))
        continue;
      hit->part = KA_TIMELINE_CLUSTER;
      hit->cluster = cluster;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_on_away (const KaTimelineLayout *self, const KaViewState *state, double x, double y)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaBox box;

  return ka_timeline_away_get_box (self, cr, state, &box) && ka_box_has (box, (KaPoint){ x, y });
}

KaTimelineHit
ka_timeline_layout_pick (KaTimelineLayout *self, const KaViewState *state, double x, double y)
{
  KaTimelineHit hit = {
    .part = KA_TIMELINE_LANES,
    .group = KA_TIMELINE_NO_GROUP,
    .day = (KaDay) floor (ka_time_axis_to_day (&self->axis, x)),
  };
  double playhead_x = ka_timeline_layout_get_playhead_x (self, state->day);

  if (x < 0 || y < 0 || x > self->axis.width || y > self->height)
    {
      hit.part = KA_TIMELINE_OUTSIDE;
      return hit;
    }
  if (fabs (x - playhead_x) <= HANDLE_RADIUS && y <= HANDLE_HEIGHT)
    {
      hit.part = KA_TIMELINE_PLAYHEAD_AT;
      return hit;
    }
  if (y < self->axis_y && (pick_header (self, x, y, &hit) || pick_item (self, x, y, FALSE, &hit)))
    return hit;
  if (y >= self->lives_y && pick_item (self, x, y, TRUE, &hit))
    return hit;
  if (y >= self->axis_y && y < self->axis_end && is_on_away (self, state, x, y))
    hit.part = KA_TIMELINE_AWAY;
  else if (fabs (x - playhead_x) <= LINE_REACH)
    hit.part = KA_TIMELINE_PLAYHEAD_AT;
  else if (y >= self->axis_y && y < self->axis_end)
    hit.part = KA_TIMELINE_AXIS;

  return hit;
}

const KaTimelinePlaced *
ka_timeline_layout_find (const KaTimelineLayout *self, const KaItem *item)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      if (placed->entry->item == item)
        return placed;
    }

  return NULL;
}

static const KaTimelineCluster *
find_cluster (const KaTimelineLayout *self, const KaItem *item)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (self->clusters, KaTimelineCluster, i);

      for (gsize j = 0; j < cluster->n_items; j++)
        if (cluster->items[j] == item)
          return cluster;
    }

  return NULL;
}

/* The thin mark in the header of a folded group. */
static gboolean
get_tick_box (const KaTimelineLayout *self, const KaItem *item, KaBox *box)
{
  const KaTimelineEntry *entry = ka_timeline_entries_find (self->entries, item);
  const KaTimelineGroup *group = entry != NULL ? ka_timeline_group_of (self, entry) : NULL;
  double                 x;

  if (group == NULL || group->pack != NULL)
    return FALSE;

  x = ka_timeline_layout_get_tick_x (self, entry);
  if (x < 0 || x > self->axis.width)
    return FALSE;

  ka_timeline_group_get_header (self, group, box);
  box->x0 = MAX (0, x - TICK_REACH);
  box->x1 = MIN (self->axis.width, x + TICK_REACH);

  return TRUE;
}

gboolean
ka_timeline_layout_get_item_box (KaTimelineLayout *self, const KaItem *item, KaBox *box)
{
  const KaTimelinePlaced  *placed = ka_timeline_layout_find (self, item);
  const KaTimelineCluster *cluster = placed == NULL ? find_cluster (self, item) : NULL;

  if (placed != NULL)
    *box = placed->box;
  else if (cluster != NULL)
    *box = cluster->box;
  else if (!get_tick_box (self, item, box))
    {
      *box = (KaBox){ NAN, NAN, NAN, NAN };
      return FALSE;
    }

  return item->kind == KA_ITEM_POLITY || (box->y1 > 0 && box->y0 < self->axis_y);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const KaTimelineEntry *first = *(const KaTimelineEntry *const *) a;
  const KaTimelineEntry *second = *(const KaTimelineEntry *const *) b;

  return first < second ? -1 : first > second;
}

/* Those of a group of which only the header is shown. */
static void
add_folded (const KaTimelineLayout *self, const KaTimelineGroup *group, GPtrArray *entries)
{
  if (group->pack != NULL)
    return;
  for (guint i = ka_timeline_group_find_first (self, group); i < group->members->len; i++)
    {
      const guint      number = g_array_index (group->members, guint, i);
      KaTimelineEntry *entry = &self->entries->entries[number];

      if (ka_timeline_layout_get_tick_x (self, entry) > self->axis.width)
        break;
      if (ka_time_axis_to_x (&self->axis, (double) entry->date.end_latest) >= 0)
        g_ptr_array_add (entries, entry);
    }
}

GPtrArray *
ka_timeline_layout_list_items (KaTimelineLayout *self)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->placed->len; i++)
    g_ptr_array_add (items,
                     (gpointer) (guintptr) g_array_index (self->placed, KaTimelinePlaced, i).entry);
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (self->clusters, KaTimelineCluster, i);

      for (gsize j = 0; j < cluster->n_items; j++)
        g_ptr_array_add (
          items, (gpointer) (guintptr) ka_timeline_entries_find (self->entries, cluster->items[j]));
    }

  for (guint i = 0; i < self->groups->len; i++)
    add_folded (self, &g_array_index (self->groups, KaTimelineGroup, i), items);

  /* Entries lie in one array in order of time. */
  g_ptr_array_sort (items, compare_entries);
  for (guint i = 0; i < items->len; i++)
    items->pdata[i] = (gpointer) (guintptr) ((const KaTimelineEntry *) items->pdata[i])->item;

  return items;
}

static void
append_ticks (GString *text, const char *name, const GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (ticks, KaTimeTick, i);

      if (tick->label_width > 0)
        g_string_append_printf (text, "%s %.1f %.1f %s\n", name, tick->x, tick->label_x,
                                tick->label);
    }
}

static void
append_groups (GString *text, const KaTimelineLayout *self)
{
  g_string_append_printf (text, "timeline %.1f %.1f top %.1f of %.1f\n", self->axis.width,
                          self->height, self->top, self->max_top);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const KaTimelineGroup *group = &g_array_index (self->groups, KaTimelineGroup, i);

      g_string_append_printf (text, "group %d %.1f spans %d points %d of %u%s%s\n", group->number,
                              group->header_y, group->pack != NULL ? group->pack->n_span_lanes : 0,
                              group->pack != NULL ? group->pack->n_point_lanes : 0,
                              group->members->len, group->title != NULL ? " " : "",
                              group->title != NULL ? group->title : "");
    }
}

char *
ka_timeline_layout_to_string (KaTimelineLayout *self)
{
  GString *text = g_string_new (NULL);

  append_groups (text, self);
  append_ticks (text, "major", self->ticks.major);
  append_ticks (text, "minor", self->ticks.minor);
  if (self->has_today)
    g_string_append_printf (text, "today %.1f %.1f\n", self->today_x, self->today_label_x);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      g_string_append_printf (text, "%s %d %s %.1f %.1f fade %.1f %.1f label %.1f %.1f %s\n",
                              placed->is_span ? "span" : "point", placed->lane,
                              placed->entry->item->id, placed->x0, placed->x1, placed->fade0,
                              placed->fade1, placed->label_x, placed->label_width,
                              placed->entry->label);
    }
  for (guint i = 0; i < self->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (self->namings, KaTimelineNaming, i);

      g_string_append_printf (text, "name %.1f %.1f label %.1f %.1f %s\n", naming->x0, naming->x1,
                              naming->label_x, naming->label_width, naming->text);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KaTimelinePiece *piece = &g_array_index (self->pieces, KaTimelinePiece, i);

      g_string_append_printf (text, "piece %.1f %.1f %s\n", piece->x0, piece->x1, piece->label);
    }
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (self->clusters, KaTimelineCluster, i);

      g_string_append_printf (text, "cluster %.1f %.1f", cluster->box.x0, cluster->box.y0);
      for (gsize j = 0; j < cluster->n_items; j++)
        g_string_append_printf (text, " %s", cluster->items[j]->id);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

void
ka_timeline_get_limits (KaAtlas *atlas, KaDay *from, KaDay *to)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaDate *range = ka_atlas_get_range (atlas);
  KaDay         first = ka_atlas_get_default_day (atlas), last = first + 1, pad;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaDate *date = &((const KaEvent *) events->items[i])->date;

      if (date->earliest != KA_DAY_MIN)
        first = MIN (first, date->earliest);
      if (date->earliest != KA_DAY_MIN)
        last = MAX (last, date->earliest + 1);
      if (date->end_latest != KA_DAY_MAX)
        last = MAX (last, date->end_latest);
    }

  if (range->earliest != KA_DAY_MIN)
    first = MIN (first, range->earliest);
  if (range->end_latest != KA_DAY_MAX)
    last = MAX (last, range->end_latest);

  pad = MAX (1, (last - first) / 50);
  *from = first - pad;
  *to = last + 3 * pad; /* labels stand to the right */
}
