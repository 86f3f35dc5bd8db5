/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything on a timeline stands: the lanes of a pack seen through an axis. Only what is in
 * sight is visited; lanes and texts are shared with the layout of the frame before.
 */

#include "config.h"

#include "ka-query.h"
#include "ka-timeline-private.h"

#include <math.h>

#define MAX_PITCH      23.0
#define MAX_BAR_HEIGHT 16.0
/* A shorter rest of a label is not worth showing. */
#define MIN_LABEL 22.0
#define ARROW     8.0
/* Between the line of today and its word. */
#define TODAY_INDENT 4.0

static double
measure_tick (const char *label, gboolean is_major, gpointer user_data)
{
  gpointer *data = user_data;

  return ka_timeline_meter_measure (
    data[0], data[1], is_major ? &ka_timeline_major_style : &ka_timeline_minor_style, label);
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
      /* An open start has an arrow head there. */
      if (date->earliest == KA_DAY_MIN)
        seen0 += ARROW;
      placed->label_x = seen0 + KA_TIMELINE_BAR_PAD;
      placed->label_width = MIN (label_width, seen1 - seen0 - 2 * KA_TIMELINE_BAR_PAD);
    }
  else
    {
      placed->label_x = placed->x1 + KA_TIMELINE_BAR_PAD;
      placed->label_width = MIN (label_width, width - placed->label_x);
    }
  if (placed->label_width < MIN (MIN_LABEL, label_width))
    placed->label_width = 0;

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
  placed->label_x = x + KA_TIMELINE_LABEL_INDENT;
  placed->label_width = MIN (label_width, self->axis.width - placed->label_x);
  if (placed->label_width < MIN (MIN_LABEL, placed->entry->width))
    placed->label_width = 0;

  placed->box = (KaBox){
    .x0 = MAX (0, x - radius - 1),
    .y0 = placed->y - self->bar_height / 2 - 0.5,
    .x1 = MIN (self->axis.width, placed->label_width > 0 ? placed->label_x + placed->label_width + 2
                                                         : x + radius + 1),
    .y1 = placed->y + self->bar_height / 2 + 0.5,
  };
}

static KaTimelinePlaced
place_entry (const KaTimelineLayout *self, guint number, int lane)
{
  KaTimelinePlaced placed = {
    .entry = &self->pack->entries->entries[number],
    .is_span = lane < self->pack->n_span_lanes,
    .lane = lane,
    .y = ka_timeline_layout_get_lane_y (self, lane),
  };

  if (placed.is_span)
    place_span (self, &placed);
  else
    place_point (self, &placed, placed.entry->width);

  return placed;
}

/* Items of a lane neither overlap nor change order, so their ends ascend as their starts do. */
static guint
find_first_in_sight (const KaTimelineLayout *self, const GArray *lane, int number)
{
  guint low = 0, high = lane->len;

  while (low < high)
    {
      guint            middle = (low + high) / 2;
      KaTimelinePlaced placed = place_entry (self, g_array_index (lane, guint, middle), number);

      if (placed.x1 < -KA_TIMELINE_MARK_RADIUS)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A label that the right edge would cut goes to the left of its mark, where the lane is free there.
 */
static void
turn_label (const KaTimelineLayout *self, KaTimelinePlaced *placed, double free_from)
{
  const double width = placed->entry->width;
  const double label_x = placed->x0 - KA_TIMELINE_LABEL_INDENT - width;

  if (placed->is_span || placed->label_width >= width || placed->x0 > self->axis.width ||
      label_x < MAX (0, free_from + KA_TIMELINE_ITEM_GAP))
    return;

  placed->label_x = label_x;
  placed->label_width = width;
  placed->box.x0 = label_x - 2;
  placed->box.x1 = MIN (self->axis.width, placed->x0 + KA_TIMELINE_MARK_RADIUS + 1);
}

static void
place_lanes (KaTimelineLayout *self)
{
  for (guint i = 0; i < self->pack->lanes->len; i++)
    {
      const GArray *lane = self->pack->lanes->pdata[i];
      double        free_from = -INFINITY;

      for (guint j = find_first_in_sight (self, lane, (int) i); j < lane->len; j++)
        {
          KaTimelinePlaced placed = place_entry (self, g_array_index (lane, guint, j), (int) i);

          if (placed.x0 > self->axis.width + KA_TIMELINE_MARK_RADIUS)
            break;
          turn_label (self, &placed, free_from);
          free_from = placed.box.x1;
          g_array_append_val (self->placed, placed);
        }
    }
}

static const KaTimelineEntry *
get_folded (const KaTimelinePack *pack, const KaTimelineFold *fold, guint i)
{
  return &pack->entries->entries[g_array_index (pack->folded, guint, fold->first + i)];
}

static void
place_cluster (KaTimelineLayout *self, const KaTimelineFold *fold)
{
  const KaTimelinePack *pack = self->pack;
  const KaDate         *first = &get_folded (pack, fold, 0)->date;
  const KaDate         *last = &get_folded (pack, fold, fold->n_entries - 1)->date;
  double                x = ka_time_axis_to_x (&self->axis, fold->day);
  double                y = ka_timeline_layout_get_lane_y (self, (int) pack->lanes->len - 1);
  KaTimelineCluster     cluster = {
        .box = { x - 7, y - 7, x - 7 + KA_TIMELINE_CHIP_WIDTH, y + 7 },
        .items = &pack->folded_items[fold->first],
        .n_items = fold->n_entries,
        .from = first->earliest,
        .to = last->earliest == KA_DAY_MIN ? last->end_earliest : last->earliest + 1,
  };

  g_array_append_val (self->clusters, cluster);
}

static void
place_single (KaTimelineLayout *self, const KaTimelineFold *fold)
{
  const KaTimelinePack *pack = self->pack;
  int                   lane = (int) pack->lanes->len - 1;
  KaTimelinePlaced      placed = {
         .entry = &pack->entries->entries[g_array_index (pack->folded, guint, fold->first)],
         .lane = lane,
         .y = ka_timeline_layout_get_lane_y (self, lane),
  };

  place_point (self, &placed, fold->label);
  placed.is_folded = TRUE;
  g_array_append_val (self->placed, placed);
}

/* Where the band is alone a number can be hit all the way to the next one. */
static void
widen_clusters (KaTimelineLayout *self, guint first, guint end)
{
  const GArray *folds = self->pack->folds;
  guint         at = 0;

  for (guint i = first; i + 1 < folds->len && i < end; i++)
    {
      const KaTimelineFold *next = &g_array_index (folds, KaTimelineFold, i + 1);
      KaBox                *box;

      if (g_array_index (folds, KaTimelineFold, i).is_single)
        continue;
      box = &g_array_index (self->clusters, KaTimelineCluster, at++).box;
      box->x1 = MAX (box->x1, ka_time_axis_to_x (&self->axis, next->day) - 7);
    }
}

static void
place_clusters (KaTimelineLayout *self)
{
  const GArray *folds = self->pack->folds;
  guint         low = 0, high = folds->len, first;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ka_time_axis_to_x (&self->axis, g_array_index (folds, KaTimelineFold, middle).day) <
          -KA_TIMELINE_CHIP_WIDTH)
        low = middle + 1;
      else
        high = middle;
    }
  for (first = low; low < folds->len; low++)
    {
      const KaTimelineFold *fold = &g_array_index (folds, KaTimelineFold, low);

      if (ka_time_axis_to_x (&self->axis, fold->day) > self->axis.width)
        break;
      if (fold->is_single)
        place_single (self, fold);
      else
        place_cluster (self, fold);
    }
  if (self->density >= 1)
    widen_clusters (self, first, low);
}

/* What is lit with the selection: the events about it, and the lives of those who held it. */
static GHashTable *
find_related (KaAtlas *atlas, const KaItem *selection)
{
  g_autoptr (GHashTable) related = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) tenures = NULL;

  if (selection == NULL || selection->kind == KA_ITEM_EVENT)
    return NULL;

  events = ka_query_events_about (atlas, selection);
  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (related, events->pdata[i]);
  if (selection->kind == KA_ITEM_REGION || selection->kind == KA_ITEM_AREA)
    {
      tenures = ka_query_tenures_about (atlas, selection);
      for (guint i = 0; i < tenures->len; i++)
        {
          const KaTenure *tenure = tenures->pdata[i];

          g_hash_table_add (related, (gpointer) (guintptr) tenure->holder);
          g_hash_table_add (related, (gpointer) (guintptr) tenure->autonomy);
        }
    }
  if (g_hash_table_size (related) == 0)
    return NULL;
  g_hash_table_add (related, (gpointer) (guintptr) selection);

  return g_steal_pointer (&related);
}

/* Takes what @previous has in common, and makes the rest. */
static void
share (KaTimelineLayout     *self,
       const KaTimelineSpec *spec,
       const KaViewState    *state,
       const KaTheme        *theme,
       cairo_t              *cr,
       KaTimelineLayout     *previous)
{
  g_autoptr (KaTimelineEntries) entries = NULL;
  double room = self->lanes_end - KA_TIMELINE_TOP_PAD - KA_TIMELINE_GROUP_GAP -
                KA_TIMELINE_AXIS_GAP;
  int max_lanes = spec->scrolls ? KA_TIMELINE_MAX_LANES : MAX (1, (int) (room / KA_TIMELINE_PITCH));
  double zoom = ka_timeline_pack_get_zoom (spec->axis.px_per_day);

  if (previous != NULL && previous->pack->entries->atlas == spec->atlas &&
      previous->pack->entries->language == state->language &&
      g_str_equal (previous->pack->entries->theme->sans, theme->sans))
    entries = ka_timeline_entries_ref (previous->pack->entries);
  else
    entries = ka_timeline_entries_new (spec->atlas, state->language, theme, cr);

  if (previous != NULL && previous->pack->entries == entries &&
      previous->pack->max_lanes == max_lanes && previous->pack->px_per_day == zoom)
    self->pack = ka_timeline_pack_ref (previous->pack);
  else
    self->pack = ka_timeline_pack_new (entries, zoom, max_lanes);

  self->selection = state->selection;
  if (previous != NULL && previous->pack->entries == entries &&
      previous->selection == state->selection)
    self->related = previous->related != NULL ? g_hash_table_ref (previous->related) : NULL;
  else
    self->related = find_related (spec->atlas, state->selection);
}

/* Spreads the lanes over the height: first they get wider, then stems get longer. */
static void
place_rows (KaTimelineLayout *self, double top)
{
  const int    n_spans = self->pack->n_span_lanes;
  const int    n_points = self->pack->n_point_lanes;
  const double gap = n_spans > 0 && n_points > 0 ? KA_TIMELINE_GROUP_GAP : 0;
  const double fixed = KA_TIMELINE_TOP_PAD + gap + KA_TIMELINE_AXIS_GAP;
  const double needed = (n_spans + n_points) * KA_TIMELINE_PITCH;
  double       spare = MAX (0, self->lanes_end - fixed - needed);
  double       stretch = CLAMP ((self->lanes_end - fixed) / MAX (needed, 1), 1,
                                MAX_PITCH / KA_TIMELINE_PITCH);

  spare = MAX (0, spare - needed * (stretch - 1));
  self->pitch = KA_TIMELINE_PITCH * stretch;
  self->bar_height = MIN (self->pitch - 2, MAX_BAR_HEIGHT);
  self->points_y = KA_TIMELINE_TOP_PAD + n_spans * self->pitch + gap +
                   (n_spans > 0 ? MIN (spare / 4, 10) : 0);
  self->max_top = MAX (0, fixed + needed - self->lanes_end);
  self->top = CLAMP (top, 0, self->max_top);
}

/* The word stands in the fine row to the right of its line, or to the left at the edge; labels of
 * marks make way for it. */
static void
place_today (KaTimelineLayout *self, const KaTimelineSpec *spec, cairo_t *cr)
{
  const double width = ka_timeline_meter_measure (self->pack->entries->meter, cr,
                                                  &ka_timeline_minor_style, KA_TIMELINE_TODAY);
  double       x0, x1;

  self->today_x = ka_time_axis_to_x (&self->axis, (double) spec->today + 0.5);
  self->has_today = spec->has_today && self->today_x >= 0 && self->today_x <= self->axis.width;
  if (!self->has_today)
    return;

  self->today_label_x = self->today_x + TODAY_INDENT;
  if (self->today_label_x + width > self->axis.width)
    self->today_label_x = self->today_x - TODAY_INDENT - width;
  x0 = MIN (self->today_x, self->today_label_x) - TODAY_INDENT;
  x1 = MAX (self->today_x, self->today_label_x + width) + TODAY_INDENT;
  for (guint i = 0; i < self->ticks.minor->len; i++)
    {
      KaTimeTick *tick = &g_array_index (self->ticks.minor, KaTimeTick, i);

      if (tick->label_x < x1 && tick->label_x + tick->label_width > x0)
        {
          tick->label_width = 0;
          tick->label[0] = '\0';
        }
    }
}

KaTimelineLayout *
ka_timeline_layout_new (const KaTimelineSpec *spec,
                        const KaViewState    *state,
                        const KaTheme        *theme,
                        cairo_t              *cr,
                        KaTimelineLayout     *previous)
{
  KaTimelineLayout *self = g_new0 (KaTimelineLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->axis = spec->axis;
  self->height = spec->height;
  self->axis_y = MAX (0, spec->height - KA_TIMELINE_AXIS_HEIGHT);
  self->placed = g_array_new (FALSE, FALSE, sizeof (KaTimelinePlaced));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (KaTimelineCluster));

  self->pieces = g_array_new (FALSE, FALSE, sizeof (KaTimelinePiece));
  ka_timeline_band_place (self, spec->band, state->language);
  share (self, spec, state, theme, cr, previous);
  place_rows (self, spec->top);
  place_lanes (self);
  self->density = ka_timeline_density_measure (self);
  place_clusters (self);

  gpointer data[] = { self->pack->entries->meter, cr };

  ka_time_ticks_compute (&self->ticks, &self->axis, state->shows_old_style, measure_tick, data);
  place_today (self, spec, cr);

  return self;
}

KaTimelineLayout *
ka_timeline_layout_ref (KaTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ka_timeline_layout_unref (KaTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  ka_timeline_pack_unref (self->pack);
  ka_time_ticks_clear (&self->ticks);
  g_array_unref (self->placed);
  g_array_unref (self->clusters);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->related, g_hash_table_unref);
  g_free (self);
}

double
ka_timeline_layout_get_lane_y (const KaTimelineLayout *self, int lane)
{
  const int n_spans = self->pack->n_span_lanes;

  if (lane < n_spans)
    return KA_TIMELINE_TOP_PAD + (lane + 0.5) * self->pitch - self->top;

  return self->points_y + (lane - n_spans + 0.5) * self->pitch - self->top;
}
