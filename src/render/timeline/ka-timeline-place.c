/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts what is in sight of every lane at its place: bars, marks and their labels, and what is
 * folded.
 */

#include "config.h"

#include "ka-timeline-private.h"

#include <math.h>

/* Of an open end. */
#define ARROW 8.0
/* From the start of a "+n" to its first event. */
#define CHIP_INDENT 7.0

/* A label stands whole or not at all: cut ones are read for others that begin alike. */
static void
place_label (KaTimelinePlaced *placed, double x, double width, double end)
{
  placed->label_x = x;
  placed->label_width = x + width <= end ? width : 0;
}

static void
place_span (const KaTimelineLayout *self, KaTimelinePlaced *placed)
{
  const KaDate *date = &placed->entry->date;
  const double  width = self->axis.width;
  double        label_width = ka_timeline_entry_get_bar_label (placed->entry);
  double        seen0, seen1;

  placed->x0 = ka_time_axis_to_x (&self->axis, (double) date->earliest);
  placed->x1 = ka_time_axis_to_x (&self->axis, (double) date->end_latest);
  if (date->earliest != KA_DAY_MIN)
    placed->fade0 = (double) (date->start_latest - date->earliest) * self->axis.px_per_day;
  if (date->end_latest != KA_DAY_MAX)
    placed->fade1 = (double) (date->end_latest - date->end_earliest) * self->axis.px_per_day;

  seen0 = CLAMP (placed->x0, 0, width);
  seen1 = CLAMP (placed->x1, 0, width);
  if (placed->x1 - placed->x0 >= label_width + 2 * KA_TIMELINE_BAR_PAD)
    {
      const double start = seen0 + (date->earliest == KA_DAY_MIN ? ARROW : 0);
      const double end = seen1 - (date->end_latest == KA_DAY_MAX ? ARROW : 0);

      place_label (placed, start + KA_TIMELINE_BAR_PAD, label_width, end - KA_TIMELINE_BAR_PAD);
    }
  else
    place_label (placed, placed->x1 + KA_TIMELINE_BAR_PAD, label_width, width);

  placed->box = (KaBox){
    .x0 = CLAMP (placed->x0, 0, width),
    .y0 = placed->y - self->bar_height / 2,
    .x1 = MIN (width,
               MAX (seen1, placed->label_width > 0 ? placed->label_x + placed->label_width : 0)),
    .y1 = placed->y + self->bar_height / 2,
  };
}

static void
place_point (const KaTimelineLayout *self, KaTimelinePlaced *placed, double label_width)
{
  const KaDate *date = &placed->entry->date;
  const double  radius = KA_TIMELINE_MARK_RADIUS;
  double        x = ka_time_axis_to_x (&self->axis, ka_timeline_entry_get_moment (placed->entry));

  placed->x0 = placed->x1 = x;
  if (date->earliest != KA_DAY_MIN && date->end_latest != KA_DAY_MAX &&
      date->end_latest - date->earliest > 1)
    {
      placed->fade0 = x - ka_time_axis_to_x (&self->axis, (double) date->earliest);
      placed->fade1 = ka_time_axis_to_x (&self->axis, (double) date->end_latest) - x;
    }
  place_label (placed, x + KA_TIMELINE_LABEL_INDENT, label_width, self->axis.width);

  placed->box = (KaBox){
    .x0 = MAX (0, x - radius - 1),
    .y0 = placed->y - self->bar_height / 2 - 0.5,
    .x1 = MIN (self->axis.width, placed->label_width > 0 ? placed->label_x + placed->label_width + 2
                                                         : x + radius + 1),
    .y1 = placed->y + self->bar_height / 2 + 0.5,
  };
}

static KaTimelinePlaced
place_entry (const KaTimelineLayout *self, const KaTimelineGroup *group, guint number, int lane)
{
  KaTimelinePlaced placed = {
    .entry = &self->entries->entries[number],
    .is_span = lane < group->pack->n_span_lanes,
    .lane = group->first_lane + lane,
    .y = ka_timeline_layout_get_lane_y (self, group->first_lane + lane),
    .foot = group->foot - self->top,
  };

  if (placed.is_span)
    place_span (self, &placed);
  else
    place_point (self, &placed, placed.entry->width);

  return placed;
}

/* Items of a lane neither overlap nor change order, so their ends ascend as their starts do. */
static guint
find_first_in_sight (const KaTimelineLayout *self, const KaTimelineGroup *group, int lane)
{
  const GArray *entries = group->pack->lanes->pdata[lane];
  guint         low = 0, high = entries->len;

  while (low < high)
    {
      guint            middle = (low + high) / 2;
      KaTimelinePlaced placed = place_entry (self, group, g_array_index (entries, guint, middle),
                                             lane);

      if (placed.x1 < -KA_TIMELINE_MARK_RADIUS)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A label for which there is no room before the right edge goes to the left of its mark or bar,
 * where the lane is free there. */
static void
turn_label (const KaTimelineLayout *self, KaTimelinePlaced *placed, double free_from)
{
  const KaTimelineEntry *entry = placed->entry;
  const double width = placed->is_span ? ka_timeline_entry_get_bar_label (entry) : entry->width;
  const double indent = placed->is_span ? KA_TIMELINE_BAR_PAD : KA_TIMELINE_LABEL_INDENT;
  const double label_x = placed->x0 - indent - width;

  if (placed->label_width > 0 || placed->x0 > self->axis.width ||
      label_x < MAX (0, free_from + KA_TIMELINE_ITEM_GAP) ||
      placed->x1 - placed->x0 >= width + 2 * KA_TIMELINE_BAR_PAD)
    return;

  placed->label_x = label_x;
  placed->label_width = width;
  placed->box.x0 = label_x - 2;
}

static void
place_lane (KaTimelineLayout *self, const KaTimelineGroup *group, int lane)
{
  const GArray *entries = group->pack->lanes->pdata[lane];
  double        free_from = -INFINITY;

  for (guint i = find_first_in_sight (self, group, lane); i < entries->len; i++)
    {
      KaTimelinePlaced placed = place_entry (self, group, g_array_index (entries, guint, i), lane);

      if (placed.x0 > self->axis.width + KA_TIMELINE_MARK_RADIUS)
        break;
      turn_label (self, &placed, free_from);
      free_from = placed.box.x1;
      g_array_append_val (self->placed, placed);
    }
}

static const KaTimelineEntry *
get_folded (const KaTimelinePack *pack, const KaTimelineFold *fold, guint i)
{
  return &pack->entries->entries[g_array_index (pack->folded, guint, fold->first + i)];
}

/* Where a "+n" begins: a little before its mark, but not cut by an edge when it has room beside
 * that. Where the band of density stands alone there is nothing to cut. */
static double
get_chip_x (const KaTimelineLayout *self, double x, double free_from)
{
  const double last = self->axis.width - KA_TIMELINE_CHIP_WIDTH;

  if (self->density >= 1)
    return x - CHIP_INDENT;
  if (x - CHIP_INDENT < 0 && x >= 0)
    return 0;

  return x - CHIP_INDENT > last && free_from < last ? last : x - CHIP_INDENT;
}

/* Returns where it ends. */
static double
place_cluster (KaTimelineLayout      *self,
               const KaTimelineGroup *group,
               const KaTimelineFold  *fold,
               double                 free_from)
{
  const KaTimelinePack *pack = group->pack;
  const KaDate         *first = &get_folded (pack, fold, 0)->date;
  const KaDate         *last = &get_folded (pack, fold, fold->n_entries - 1)->date;
  double                x = ka_time_axis_to_x (&self->axis, fold->day);
  double y = ka_timeline_layout_get_lane_y (self, group->first_lane + (int) pack->lanes->len - 1);
  const double      x0 = get_chip_x (self, x, free_from);
  KaTimelineCluster cluster = {
    .stem_x = x,
    .box = { x0, y - 7, x0 + KA_TIMELINE_CHIP_WIDTH, y + 7 },
    .foot = group->foot - self->top,
    .items = &pack->folded_items[fold->first],
    .n_items = fold->n_entries,
    .from = first->earliest,
    .to = last->earliest == KA_DAY_MIN ? last->end_earliest : last->earliest + 1,
  };

  g_array_append_val (self->clusters, cluster);

  return cluster.box.x1;
}

static double
place_single (KaTimelineLayout *self, const KaTimelineGroup *group, const KaTimelineFold *fold)
{
  const KaTimelinePack *pack = group->pack;
  int                   lane = group->first_lane + (int) pack->lanes->len - 1;
  KaTimelinePlaced      placed = {
         .entry = &pack->entries->entries[g_array_index (pack->folded, guint, fold->first)],
         .lane = lane,
         .y = ka_timeline_layout_get_lane_y (self, lane),
         .foot = group->foot - self->top,
  };

  place_point (self, &placed, fold->label);
  placed.is_folded = TRUE;
  g_array_append_val (self->placed, placed);

  return placed.box.x1;
}

/* Where the band is alone a number can be hit all the way to the next one. */
static void
widen_clusters (KaTimelineLayout *self, const KaTimelineGroup *group, guint first, guint end)
{
  const GArray *folds = group->pack->folds;
  guint         at = 0;

  for (guint i = first; i + 1 < folds->len && i < end; i++)
    {
      const KaTimelineFold *next = &g_array_index (folds, KaTimelineFold, i + 1);
      KaBox                *box;

      if (g_array_index (folds, KaTimelineFold, i).is_single)
        continue;
      box = &g_array_index (self->clusters, KaTimelineCluster, at++).box;
      box->x1 = MAX (box->x1, ka_time_axis_to_x (&self->axis, next->day) - CHIP_INDENT);
    }
}

/* What has no bar but a mark before the view, in a lane or in the folds up to @first, and lasts
 * into the view; in order of time. */
static GPtrArray *
list_behind (const KaTimelineLayout *self, const KaTimelineGroup *group, guint first)
{
  const KaTimelinePack *pack = group->pack;
  const double          edge = ka_time_axis_to_day (&self->axis, -KA_TIMELINE_MARK_RADIUS);
  const guint           end = first < pack->folds->len
                                ? g_array_index (pack->folds, KaTimelineFold, first).first
                                : pack->folded->len;
  GPtrArray            *behind = g_ptr_array_new ();

  for (guint i = 0; i < pack->lasting->len; i++)
    {
      const KaTimelineLasting *lasting = &g_array_index (pack->lasting, KaTimelineLasting, i);
      const gboolean           is_before = lasting->place == G_MAXUINT ? lasting->moment < edge
                                                                       : lasting->place < end;

      if (is_before && (double) lasting->end > self->axis.first_day)
        g_ptr_array_add (behind,
                         (gpointer) (guintptr) self->entries->entries[lasting->number].item);
    }

  return behind;
}

/* Stands at the edge for what has lost its mark behind that, with the folds that would be in its
 * way. Returns the first fold that is not. */
static guint
place_behind (KaTimelineLayout *self, const KaTimelineGroup *group, guint first)
{
  const KaTimelinePack *pack = group->pack;
  g_autoptr (GPtrArray) behind = list_behind (self, group, first);
  const double      y = ka_timeline_layout_get_lane_y (self,
                                                       group->first_lane + (int) pack->lanes->len - 1);
  KaTimelineCluster cluster = {
    .box = { 0, y - 7, KA_TIMELINE_CHIP_WIDTH, y + 7 },
    .is_behind = TRUE,
    .stem_x = -1,
    .foot = y,
  };

  if (behind->len == 0 || self->density >= 1)
    return first;

  for (; first < pack->folds->len; first++)
    {
      const KaTimelineFold *fold = &g_array_index (pack->folds, KaTimelineFold, first);

      if (ka_time_axis_to_x (&self->axis, fold->day) - CHIP_INDENT > KA_TIMELINE_CHIP_WIDTH + 2)
        break;
      for (guint i = 0; i < fold->n_entries; i++)
        g_ptr_array_add (behind, (gpointer) (guintptr) pack->folded_items[fold->first + i]);
    }
  cluster.items = (const KaItem *const *) behind->pdata;
  cluster.n_items = behind->len;
  cluster.from = ka_timeline_entries_find (self->entries, cluster.items[0])->date.earliest;
  cluster.to = ka_timeline_entries_find (self->entries, cluster.items[behind->len - 1])
                 ->date.earliest +
               1;
  g_array_append_val (self->clusters, cluster);
  g_ptr_array_add (self->behind, g_steal_pointer (&behind));

  return first;
}

static void
place_clusters (KaTimelineLayout *self, const KaTimelineGroup *group)
{
  const GArray *folds = group->pack->folds;
  guint         low = 0, high = folds->len, first;
  double        free_from = -INFINITY;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ka_time_axis_to_x (&self->axis, g_array_index (folds, KaTimelineFold, middle).day) <
          -KA_TIMELINE_CHIP_WIDTH)
        low = middle + 1;
      else
        high = middle;
    }
  low = place_behind (self, group, low);
  for (first = low; low < folds->len; low++)
    {
      const KaTimelineFold *fold = &g_array_index (folds, KaTimelineFold, low);

      if (ka_time_axis_to_x (&self->axis, fold->day) > self->axis.width)
        break;
      if (fold->is_single)
        free_from = place_single (self, group, fold);
      else
        free_from = place_cluster (self, group, fold, free_from);
    }
  if (self->density >= 1)
    widen_clusters (self, group, first, low);
}

/* Fills the layout with what is in sight, once groups and their lanes are placed. */
void
ka_timeline_place (KaTimelineLayout *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const KaTimelineGroup *group = &g_array_index (self->groups, KaTimelineGroup, i);

      if (group->pack == NULL)
        continue;
      for (guint lane = 0; lane < group->pack->lanes->len; lane++)
        place_lane (self, group, (int) lane);
      place_clusters (self, group);
    }
}
