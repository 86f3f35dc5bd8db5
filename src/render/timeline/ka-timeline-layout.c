/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides where everything on a timeline stands. Visits only what is in sight, and shares lanes and
 * texts with the layout of the frame before.
 */

#include "config.h"

#include "ka-timeline-layout.h"

#include "ka-captions.h"
#include "ka-query.h"
#include "ka-timeline-parts.h"

#include <math.h>

#define AXIS_HEIGHT 34.0
/* Of the arrow of an open end. */
#define ARROW 8.0
/* From the start of a chip to its first event. */
#define CHIP_INDENT 7.0
/* Half the height of a chip. */
#define CHIP_REACH 7.0
/* Between the line of today and its label. */
#define TODAY_INDENT 4.0

/* A label stands whole or not at all: a cut one reads as another that begins alike. */
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
  const double  width = self->frame.axis.width;
  double        label_width = placed->entry->width + KA_TIMELINE_BAR_MARK;
  double        seen0, seen1;

  placed->x0 = ka_time_axis_to_x (&self->frame.axis, (double) date->earliest);
  placed->x1 = ka_time_axis_to_x (&self->frame.axis, (double) date->end_latest);
  if (date->earliest != KA_DAY_MIN)
    placed->fade0 = (double) (date->start_latest - date->earliest) * self->frame.axis.px_per_day;
  if (date->end_latest != KA_DAY_MAX)
    placed->fade1 = (double) (date->end_latest - date->end_earliest) * self->frame.axis.px_per_day;

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
    .y0 = placed->y - self->frame.bar_height / 2,
    .x1 = MIN (width,
               MAX (seen1, placed->label_width > 0 ? placed->label_x + placed->label_width : 0)),
    .y1 = placed->y + self->frame.bar_height / 2,
  };
}

static void
place_point (const KaTimelineLayout *self, KaTimelinePlaced *placed, double label_width)
{
  const KaDate *date = &placed->entry->date;
  const double  reach = KA_TIMELINE_MARK_REACH - 2;
  double x = ka_time_axis_to_x (&self->frame.axis, ka_timeline_entry_get_moment (placed->entry));

  placed->x0 = placed->x1 = x;
  if (date->earliest != KA_DAY_MIN && date->end_latest != KA_DAY_MAX &&
      date->end_latest - date->earliest > 1)
    {
      placed->fade0 = x - ka_time_axis_to_x (&self->frame.axis, (double) date->earliest);
      placed->fade1 = ka_time_axis_to_x (&self->frame.axis, (double) date->end_latest) - x;
    }
  place_label (placed, x + KA_TIMELINE_LABEL_INDENT, label_width, self->frame.axis.width);

  placed->box = (KaBox){
    .x0 = MAX (0, x - reach),
    .y0 = placed->y - self->frame.bar_height / 2 - 0.5,
    .x1 = MIN (self->frame.axis.width,
               placed->label_width > 0 ? placed->label_x + placed->label_width + 2 : x + reach),
    .y1 = placed->y + self->frame.bar_height / 2 + 0.5,
  };
}

static KaTimelinePlaced
place_entry (const KaTimelineLayout *self, const KaTimelineGroup *group, guint number, int lane)
{
  KaTimelinePlaced placed = {
    .entry = ka_timeline_entries_get (self->entries, number),
    .is_span = group->pack->forms[number] == KA_TIMELINE_BAR,
    .lane = group->first_lane + lane,
    .y = ka_timeline_groups_get_lane_y (self->groups, group->first_lane + lane),
    .foot = group->foot,
  };

  if (placed.is_span)
    place_span (self, &placed);
  else
    place_point (self, &placed,
                 group->pack->forms[number] == KA_TIMELINE_POINT ? placed.entry->width : 0);

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

/* A label without room before the right edge stands to the left of its mark or bar, if the lane is
 * free there. */
static void
turn_label (const KaTimelineLayout *self, KaTimelinePlaced *placed, double free_from)
{
  const KaTimelineEntry *entry = placed->entry;
  const double width = placed->is_span ? entry->width + KA_TIMELINE_BAR_MARK : entry->width;
  const double indent = placed->is_span ? KA_TIMELINE_BAR_PAD : KA_TIMELINE_LABEL_INDENT;
  const double label_x = placed->x0 - indent - width;

  if (placed->label_width > 0 || placed->x0 > self->frame.axis.width ||
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

      if (placed.x0 > self->frame.axis.width + KA_TIMELINE_MARK_RADIUS)
        break;
      turn_label (self, &placed, free_from);
      free_from = placed.box.x1;
      g_array_append_val (self->placed, placed);
    }
}

/* The lane of the overflows: the lowest one. */
static int
get_last_lane (const KaTimelineGroup *group)
{
  return group->first_lane + ka_timeline_group_get_n_lanes (group) - 1;
}

/* A chip begins a little before its mark. No edge cuts it where it has room, unless the band of
 * density hides it. */
static double
get_chip_x (const KaTimelineLayout *self, double x, double free_from)
{
  const double last = self->frame.axis.width - KA_TIMELINE_CHIP_WIDTH;

  if (self->density >= 1)
    return x - CHIP_INDENT;
  if (x - CHIP_INDENT < 0 && x >= 0)
    return 0;

  return x - CHIP_INDENT > last && free_from < last ? last : x - CHIP_INDENT;
}

/* Returns the end of the chip. */
static double
place_overflow (KaTimelineLayout      *self,
                const KaTimelineGroup *group,
                const KaTimelineRun   *run,
                double                 free_from)
{
  const KaTimelinePack *pack = group->pack;
  const KaDate         *first = &ka_timeline_pack_get_unplaced (pack, run, 0)->date;
  const KaDate         *last = &ka_timeline_pack_get_unplaced (pack, run, run->n_entries - 1)->date;
  double                x = ka_time_axis_to_x (&self->frame.axis, run->day);
  const double          y = ka_timeline_groups_get_lane_y (self->groups, get_last_lane (group));
  const double          x0 = get_chip_x (self, x, free_from);
  KaTimelineOverflow    overflow = {
       .stem_x = x,
       .box = { x0, y - CHIP_REACH, x0 + KA_TIMELINE_CHIP_WIDTH, y + CHIP_REACH },
       .foot = group->foot,
       .items = &pack->unplaced_items[run->first],
       .n_items = run->n_entries,
       .from = first->earliest,
       .to = last->earliest == KA_DAY_MIN ? last->end_earliest : last->earliest + 1,
  };

  g_array_append_val (self->overflows, overflow);

  return overflow.box.x1;
}

/* Returns the end of its label. */
static double
place_single (KaTimelineLayout *self, const KaTimelineGroup *group, const KaTimelineRun *run)
{
  const int        lane = get_last_lane (group);
  KaTimelinePlaced placed = {
    .entry = ka_timeline_pack_get_unplaced (group->pack, run, 0),
    .is_single = TRUE,
    .lane = lane,
    .y = ka_timeline_groups_get_lane_y (self->groups, lane),
    .foot = group->foot,
  };

  place_point (self, &placed, run->label_width);
  g_array_append_val (self->placed, placed);

  return placed.box.x1;
}

/* Where the band of density stands alone, a chip reaches to the next one for the pointer. */
static void
widen_chips (KaTimelineLayout *self, const KaTimelineGroup *group, guint first, guint end)
{
  const GArray *runs = group->pack->runs;
  guint         at = 0;

  for (guint i = first; i + 1 < runs->len && i < end; i++)
    {
      const KaTimelineRun *next = &g_array_index (runs, KaTimelineRun, i + 1);
      KaBox               *box;

      if (g_array_index (runs, KaTimelineRun, i).is_single)
        continue;
      box = &g_array_index (self->overflows, KaTimelineOverflow, at++).box;
      box->x1 = MAX (box->x1, ka_time_axis_to_x (&self->frame.axis, next->day) - CHIP_INDENT);
    }
}

/* Lists in order of time what lasts into the view but has its mark before it, in a lane or in a run
 * before @first. */
static GPtrArray *
list_behind (const KaTimelineLayout *self, const KaTimelineGroup *group, guint first)
{
  const KaTimelinePack *pack = group->pack;
  const double          edge = ka_time_axis_to_day (&self->frame.axis, -KA_TIMELINE_MARK_RADIUS);
  const guint end = first < pack->runs->len ? g_array_index (pack->runs, KaTimelineRun, first).first
                                            : pack->unplaced->len;
  GPtrArray  *behind = g_ptr_array_new ();

  for (guint i = 0; i < pack->lasting->len; i++)
    {
      const KaTimelineLasting *lasting = &g_array_index (pack->lasting, KaTimelineLasting, i);
      const gboolean           is_before = lasting->place == G_MAXUINT ? lasting->moment < edge
                                                                       : lasting->place < end;

      if (is_before && (double) lasting->end > self->frame.axis.first_day)
        g_ptr_array_add (
          behind,
          (gpointer) (guintptr) ka_timeline_entries_get (self->entries, lasting->number)->item);
    }

  return behind;
}

static gboolean
covers (const KaTimelinePlaced *placed, const KaBox *box)
{
  return placed->box.x0 < box->x1 && placed->box.y0 < box->y1 && placed->box.y1 > box->y0;
}

/* Moves a chip at the edge to the lowest lane that is free there. Where none is, it takes in what
 * it would cover. */
static void
make_room_at_edge (KaTimelineLayout      *self,
                   const KaTimelineGroup *group,
                   KaBox                 *box,
                   GPtrArray             *behind)
{
  for (int lane = get_last_lane (group); lane >= group->first_lane; lane--)
    {
      const double y = ka_timeline_groups_get_lane_y (self->groups, lane);
      const KaBox  here = { box->x0, y - CHIP_REACH, box->x1 + 2, y + CHIP_REACH };
      gboolean     is_free = TRUE;

      for (guint i = 0; i < self->placed->len; i++)
        is_free &= !covers (&g_array_index (self->placed, KaTimelinePlaced, i), &here);
      if (!is_free)
        continue;
      box->y0 = here.y0;
      box->y1 = here.y1;
      return;
    }
  for (guint i = self->placed->len; i-- > 0;)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      if (!covers (placed, box))
        continue;
      g_ptr_array_add (behind, (gpointer) (guintptr) placed->entry->item);
      g_array_remove_index (self->placed, i);
    }
}

/* Places a chip at the left edge for what lasts into the view, with the runs that it would cover.
 * Returns the first run beside it. */
static guint
place_behind (KaTimelineLayout *self, const KaTimelineGroup *group, guint first)
{
  const KaTimelinePack *pack = group->pack;
  g_autoptr (GPtrArray) behind = list_behind (self, group, first);
  KaTimelineOverflow overflow = { .is_at_edge = TRUE, .stem_x = -1 };

  if (behind->len == 0 || self->density >= 1)
    return first;

  overflow.foot = ka_timeline_groups_get_lane_y (self->groups, get_last_lane (group));
  overflow.box = (KaBox){ 0, overflow.foot - CHIP_REACH, KA_TIMELINE_CHIP_WIDTH,
                          overflow.foot + CHIP_REACH };
  for (; first < pack->runs->len; first++)
    {
      const KaTimelineRun *run = &g_array_index (pack->runs, KaTimelineRun, first);

      if (ka_time_axis_to_x (&self->frame.axis, run->day) - CHIP_INDENT >
          KA_TIMELINE_CHIP_WIDTH + 2)
        break;
      for (guint i = 0; i < run->n_entries; i++)
        g_ptr_array_add (behind, (gpointer) (guintptr) pack->unplaced_items[run->first + i]);
    }
  make_room_at_edge (self, group, &overflow.box, behind);
  overflow.items = (const KaItem *const *) behind->pdata;
  overflow.n_items = behind->len;
  overflow.from = ka_timeline_entries_find (self->entries, overflow.items[0])->date.earliest;
  overflow.to = ka_timeline_entries_find (self->entries, overflow.items[behind->len - 1])
                  ->date.earliest +
                1;
  g_array_append_val (self->overflows, overflow);
  g_ptr_array_add (self->edge_items, g_steal_pointer (&behind));

  return first;
}

static void
place_overflows (KaTimelineLayout *self, const KaTimelineGroup *group)
{
  const GArray *runs = group->pack->runs;
  guint         low = 0, high = runs->len, first;
  double        free_from = -INFINITY;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ka_time_axis_to_x (&self->frame.axis, g_array_index (runs, KaTimelineRun, middle).day) <
          -KA_TIMELINE_CHIP_WIDTH)
        low = middle + 1;
      else
        high = middle;
    }
  low = place_behind (self, group, low);
  for (first = low; low < runs->len; low++)
    {
      const KaTimelineRun *run = &g_array_index (runs, KaTimelineRun, low);

      if (ka_time_axis_to_x (&self->frame.axis, run->day) > self->frame.axis.width)
        break;
      if (run->is_single)
        free_from = place_single (self, group, run);
      else
        free_from = place_overflow (self, group, run, free_from);
    }
  if (self->density >= 1)
    widen_chips (self, group, first, low);
}

/* Places what is in sight, once groups and their lanes are placed. */
static void
place_groups (KaTimelineLayout *self)
{
  for (int i = 0; i < ka_timeline_groups_get_n_groups (self->groups); i++)
    {
      const KaTimelineGroup *group = ka_timeline_groups_get (self->groups, i);

      if (group->pack == NULL)
        continue;
      for (int lane = 0; lane < ka_timeline_group_get_n_lanes (group); lane++)
        place_lane (self, group, lane);
      place_overflows (self, group);
    }
}

static double
measure_tick (const char *label, gboolean is_major, gpointer user_data)
{
  gpointer *data = user_data;

  return ka_timeline_meter_measure (
    data[0], data[1], is_major ? &ka_timeline_major_style : &ka_timeline_minor_style, label);
}

/* Events about the selection, and the lifetimes of those who held it. */
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

/* Divides the height, from the foot up: lifetimes, band, axis, lanes. */
static void
divide_height (KaTimelineLayout *self, gboolean has_band)
{
  KaTimelineFrame *frame = &self->frame;

  frame->lifetimes_y = frame->height - ka_timeline_lifetimes_get_height (
                                         ka_timeline_group_get_n_lanes (&self->lifetimes));
  frame->axis_end = frame->lifetimes_y - (has_band ? KA_TIMELINE_BAND_HEIGHT : 0);
  frame->axis_y = MAX (0, frame->axis_end - AXIS_HEIGHT);
}

/* The band is always there if it can be, so that selecting a region moves nothing. */
static const KaItem *
find_band (const KaTimelineLayout *self, const KaTimelineSpec *spec)
{
  const KaList *featured = &ka_atlas_get_head (spec->atlas)->featured;

  if (ka_timeline_band_get_area (spec->band) != NULL)
    return spec->band;

  return ka_timeline_group_get_n_lanes (&self->lifetimes) > 0 && featured->n_items > 0
           ? featured->items[0]
           : NULL;
}

/* Takes from @previous what both have in common, and makes the rest. */
static void
share (KaTimelineLayout       *self,
       const KaTimelineSpec   *spec,
       const KaViewState      *state,
       const KaTheme          *theme,
       cairo_t                *cr,
       const KaTimelineLayout *previous)
{
  const KaItem *band;

  if (previous != NULL &&
      ka_timeline_entries_suit (previous->entries, spec->atlas, state->language, theme))
    self->entries = g_atomic_rc_box_acquire (previous->entries);
  else
    {
      self->entries = ka_timeline_entries_new (spec->atlas, state->language, theme, cr);
      previous = NULL;
    }
  ka_timeline_lifetimes_make (&self->lifetimes, self->entries, spec->height,
                              state->grouping != KA_GROUPING_NONE,
                              previous != NULL ? &previous->lifetimes : NULL);
  band = find_band (self, spec);
  divide_height (self, band != NULL);
  ka_timeline_band_place (self, band, cr);
  self->groups = ka_timeline_groups_new (
    self->entries, &self->frame, state, spec->scrolls, spec->is_hasty,
    spec->lanes != NULL || previous == NULL ? spec->lanes : previous->groups);

  self->selection = state->selection;
  if (previous != NULL && previous->selection == state->selection)
    self->related = previous->related != NULL ? g_hash_table_ref (previous->related) : NULL;
  else
    self->related = find_related (spec->atlas, state->selection);
}

/* The label of today stands in the fine row to the right of its line, or to the left at the edge.
 * It replaces labels of marks. */
static void
place_today (KaTimelineLayout *self, const KaTimelineSpec *spec, cairo_t *cr)
{
  double width, x0, x1;

  self->today_x = ka_time_axis_to_x (&self->frame.axis, (double) spec->today + 0.5);
  self->has_today = spec->has_today && self->today_x >= 0 &&
                    self->today_x <= self->frame.axis.width;
  if (!self->has_today)
    return;

  self->today_label = ka_caption_get (KA_CAPTION_TODAY, self->entries->language);
  width = ka_timeline_meter_measure (self->entries->meter, cr, &ka_timeline_minor_style,
                                     self->today_label);
  self->today_label_width = width;
  self->today_label_x = self->today_x + TODAY_INDENT;
  if (self->today_label_x + width > self->frame.axis.width)
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
ka_timeline_layout_new (const KaTimelineSpec   *spec,
                        const KaViewState      *state,
                        const KaTheme          *theme,
                        cairo_t                *cr,
                        const KaTimelineLayout *previous)
{
  KaTimelineLayout *self = g_new0 (KaTimelineLayout, 1);

  self->frame.axis = spec->axis;
  self->frame.height = spec->height;
  self->placed = g_array_new (FALSE, FALSE, sizeof (KaTimelinePlaced));
  self->overflows = g_array_new (FALSE, FALSE, sizeof (KaTimelineOverflow));
  self->edge_items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->namings = g_array_new (FALSE, FALSE, sizeof (KaTimelineNaming));
  self->titles = g_array_new (FALSE, FALSE, sizeof (KaTimelineTitle));
  share (self, spec, state, theme, cr, previous);

  ka_timeline_groups_place (self->groups, &self->frame, spec->top);
  self->density = ka_timeline_density_measure (self);
  place_groups (self);
  ka_timeline_lifetimes_place (self, cr);

  gpointer data[] = { self->entries->meter, cr };

  ka_time_ticks_compute (&self->ticks, &self->frame.axis, state->shows_old_style, state->language,
                         measure_tick, data);
  place_today (self, spec, cr);

  return self;
}

void
ka_timeline_layout_free (KaTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  ka_timeline_entries_unref (self->entries);
  ka_timeline_groups_free (self->groups);
  ka_timeline_group_clear (&self->lifetimes);
  ka_time_ticks_clear (&self->ticks);
  g_array_unref (self->placed);
  g_array_unref (self->overflows);
  g_array_unref (self->namings);
  g_array_unref (self->titles);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->edge_items);
  g_clear_pointer (&self->related, g_hash_table_unref);
  g_free (self);
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

const KaTimelineGroup *
ka_timeline_layout_find_group (const KaTimelineLayout *self, const KaTimelineEntry *entry)
{
  return ka_timeline_entry_is_lifetime (entry) ? &self->lifetimes
                                               : ka_timeline_groups_find (self->groups, entry);
}

double
ka_timeline_layout_get_playhead_x (const KaTimelineLayout *self, KaDay day)
{
  return ka_time_axis_to_x (&self->frame.axis, (double) day + 0.5);
}

double
ka_timeline_get_height_of (int n_lanes)
{
  return ka_timeline_groups_get_height_of (n_lanes) + AXIS_HEIGHT + KA_TIMELINE_BAND_HEIGHT +
         ka_timeline_lifetimes_get_height (1);
}
