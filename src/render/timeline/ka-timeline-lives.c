/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lives of states: rows of thin bands under the axis, in the colours of the map, each with the
 * name that the state had at the time.
 */

#include "config.h"

#include "ka-timeline-private.h"

#include <math.h>

#define MAX_ROWS   5
#define MIN_HEIGHT 80.0
/* The rest of the height is for events, the axis and a band of tenures. */
#define HEIGHT_OF_NONE 90.0
#define HEIGHT_OF_ROW  23.0
#define PAD            5.0
#define ARROW          12.0
#define CORNER         2.5
#define CHIP_GAP       3.0 /* before a bar in the row of the "+n" */

/* By the height alone: neither scrolling nor a selection moves anything. */
static int
count_rows (double height)
{
  if (height < MIN_HEIGHT)
    return 0;

  return CLAMP ((int) ((height - HEIGHT_OF_NONE) / HEIGHT_OF_ROW), 1, MAX_ROWS);
}

void
ka_timeline_lives_make (KaTimelineLayout *self, double height, const KaTimelineLayout *previous)
{
  const int n_rows = count_rows (height);

  self->lives.number = KA_TIMELINE_NO_GROUP;
  if (previous != NULL && previous->entries == self->entries &&
      previous->lives.pack->max_lanes == n_rows)
    {
      self->lives.members = g_array_ref (previous->lives.members);
      self->lives.pack = ka_timeline_pack_ref (previous->lives.pack);
      return;
    }

  self->lives.members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->entries->n_entries; i++)
    if (self->entries->entries[i].category == 0)
      g_array_append_val (self->lives.members, i);
  self->lives.pack = ka_timeline_pack_new_lives (self->entries, self->lives.members, n_rows);
}

gboolean
ka_timeline_cluster_is_of_lives (const KaTimelineLayout *layout, const KaTimelineCluster *cluster)
{
  return ka_timeline_entries_find (layout->entries, cluster->items[0])->category == 0;
}

static double
get_x (const KaTimelineLayout *self, KaDay day)
{
  return ka_time_axis_to_x (&self->axis, (double) day);
}

/* Adds what begins before the right edge and ends after @left. */
static void
add_seen (const KaTimelineLayout *self, const GArray *numbers, double left, GArray *seen)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint   number = g_array_index (numbers, guint, i);
      const KaDate *date = &self->entries->entries[number].date;

      if (get_x (self, date->earliest) < self->axis.width && get_x (self, date->end_latest) > left)
        g_array_append_val (seen, number);
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* The "+n" at the left edge of the last row holds what found no row, and what it would cover.
 * Returns where bars of that row begin. */
static double
place_rest (KaTimelineLayout *self, double y)
{
  const KaTimelinePack *pack = self->lives.pack;
  const GArray         *last = pack->lanes->pdata[pack->lanes->len - 1];
  const double          left = KA_TIMELINE_CHIP_WIDTH + CHIP_GAP;
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const KaDate     *date;
  KaTimelineCluster cluster = {
    .box = { 0, y - KA_TIMELINE_LIFE_PITCH / 2, KA_TIMELINE_CHIP_WIDTH,
             y + KA_TIMELINE_LIFE_PITCH / 2 },
    .is_behind = TRUE,
    .stem_x = -1,
    .foot = y,
  };

  add_seen (self, pack->folded, 0, rest);
  if (rest->len == 0)
    return 0;

  for (guint i = 0; i < last->len; i++)
    {
      const guint  number = g_array_index (last, guint, i);
      const double end = get_x (self, self->entries->entries[number].date.end_latest);

      if (end > 0 && end <= left)
        g_array_append_val (rest, number);
    }
  g_array_sort (rest, compare_numbers);
  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (
      items, (gpointer) (guintptr) self->entries->entries[g_array_index (rest, guint, i)].item);
  date = &self->entries->entries[g_array_index (rest, guint, rest->len - 1)].date;
  cluster.items = (const KaItem *const *) items->pdata;
  cluster.n_items = items->len;
  cluster.from = self->entries->entries[g_array_index (rest, guint, 0)].date.earliest;
  cluster.to = date->earliest == KA_DAY_MIN ? date->end_earliest : date->earliest + 1;
  g_array_append_val (self->clusters, cluster);
  g_ptr_array_add (self->behind, g_steal_pointer (&items));

  return left;
}

/* A name stands whole in its part or not at all. */
static void
place_name (KaTimelineLayout *self, cairo_t *cr, const KaTimelinePlaced *placed, const KaName *name)
{
  const KaDate    *date = &placed->entry->date;
  KaTimelineNaming naming = {
    .placed = self->placed->len,
    .text = ka_text_get (&name->text, self->entries->language),
    .x0 = MAX (placed->box.x0, get_x (self, name->span.from)),
    .x1 = MIN (placed->box.x1, get_x (self, name->span.to)),
  };
  double width, end;

  if (naming.x0 >= naming.x1)
    return;

  /* The bold one's room is kept, so that selecting moves nothing. */
  width = ka_timeline_meter_measure (self->entries->meter, cr, &ka_timeline_major_style,
                                     naming.text);
  naming.label_x = naming.x0 + (date->earliest == KA_DAY_MIN && naming.x0 <= 0 ? ARROW : PAD);
  end = naming.x1 -
        (date->end_latest == KA_DAY_MAX && naming.x1 >= self->axis.width ? ARROW + PAD : PAD);
  if (naming.label_x + width <= end)
    naming.label_width = width;
  g_array_append_val (self->namings, naming);
}

static void
place_life (KaTimelineLayout *self, cairo_t *cr, guint number, int lane, double y, double left)
{
  const KaTimelineEntry *entry = &self->entries->entries[number];
  const KaNames         *names = &((const KaPolity *) entry->item)->names;
  KaTimelinePlaced       placed = {
          .entry = entry,
          .is_span = TRUE,
          .lane = self->lives.first_lane + lane,
          .x0 = get_x (self, entry->date.earliest),
          .x1 = get_x (self, entry->date.end_latest),
          .y = y,
          .foot = y,
  };

  placed.box = (KaBox){
    .x0 = MAX (left, placed.x0),
    .y0 = y - KA_TIMELINE_LIFE_PITCH / 2 + 0.5,
    .x1 = MIN (self->axis.width, placed.x1),
    .y1 = y + KA_TIMELINE_LIFE_PITCH / 2 - 0.5,
  };
  for (gsize i = 0; i < names->n_items; i++)
    place_name (self, cr, &placed, &names->items[i]);
  g_array_append_val (self->placed, placed);
}

/* Puts the lives that are in sight into their rows, once the lanes of events are placed. */
void
ka_timeline_lives_place (KaTimelineLayout *self, cairo_t *cr)
{
  const GPtrArray *lanes = self->lives.pack->lanes;

  self->lives.first_lane = (int) self->lane_ys->len;
  self->lives.header_y = self->lives_y;
  self->lives.foot = self->height;
  for (guint i = 0; i < lanes->len; i++)
    {
      const double y = self->lives_y + KA_TIMELINE_LIFE_PAD + (i + 0.5) * KA_TIMELINE_LIFE_PITCH;
      const double left = i + 1 == lanes->len ? place_rest (self, y) : 0;
      const double before_scrolling = y + self->top;
      g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (self->lane_ys, before_scrolling);
      add_seen (self, lanes->pdata[i], left, seen);
      for (guint j = 0; j < seen->len; j++)
        place_life (self, cr, g_array_index (seen, guint, j), (int) i, y, left);
    }
}

static void
trace_arrow (cairo_t *cr, double x, double y, double reach)
{
  cairo_move_to (cr, x - reach, y - 3.5);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - reach, y + 3.5);
}

static void
paint_life (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  static const double    dashes[] = { 3, 2 };
  const KaTimelineEntry *entry = placed->entry;
  const KaTheme         *theme = context->theme;
  const KaTintColours   *tint = &theme->tints[entry->tint];
  const KaTimelineLook   look = ka_timeline_get_look (context, entry);
  const gboolean         is_selected = entry->item == context->state->selection;
  const double           width = context->layout->axis.width;
  cairo_t               *cr = context->cr;
  /* Ends out of sight are drawn out of sight, where they are not hidden by the "+n". */
  const double x0 = placed->box.x0 - (placed->x0 < 0 && placed->box.x0 <= 0 ? 2 * CORNER : 0);
  const double x1 = MAX (x0 + 1.5, placed->box.x1 + (placed->x1 > width ? 2 * CORNER : 0));

  ka_timeline_trace_bar (cr, x0 + 0.5, placed->box.y0 + 0.5, x1 - 0.5, placed->box.y1 - 0.5,
                         CORNER);
  ka_colour_set_source_alpha (theme->is_dark ? &tint->band : &tint->fill, cr,
                              (theme->is_dark ? 0.5 : 0.9) * look.fill);
  cairo_fill_preserve (cr);
  ka_colour_set_source (is_selected ? &theme->accent : &look.line, cr);
  if (look.emphasis == KA_TIMELINE_FILTERED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, is_selected ? 1.8 : 0.8);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  ka_colour_set_source (&look.line, cr);
  cairo_set_line_width (cr, 1.4);
  if (entry->date.end_latest == KA_DAY_MAX && placed->x1 > width)
    trace_arrow (cr, width - 4, placed->y, 3.5);
  if (entry->date.earliest == KA_DAY_MIN && placed->box.x0 <= 0)
    trace_arrow (cr, 4, placed->y, -3.5);
  cairo_stroke (cr);
}

/* The names of a life, with a line where one gives way to the next. */
static void
paint_naming (const KaTimelinePainting *context, const KaTimelineNaming *naming)
{
  const KaTimelinePlaced *placed = &g_array_index (context->layout->placed, KaTimelinePlaced,
                                                   naming->placed);
  const KaTimelineLook    look = ka_timeline_get_look (context, placed->entry);

  if (naming->x0 > placed->box.x0)
    {
      cairo_move_to (context->cr, naming->x0, placed->box.y0);
      cairo_line_to (context->cr, naming->x0, placed->box.y1);
      ka_colour_set_source_alpha (&look.line, context->cr, 0.7);
      cairo_set_line_width (context->cr, 0.8);
      cairo_stroke (context->cr);
    }
  if (naming->label_width <= 0)
    return;
  ka_colour_set_source (&look.ink, context->cr);
  ka_timeline_show_label (context,
                          look.is_bold ? &ka_timeline_major_style : &ka_timeline_minor_style,
                          naming->text, naming->label_x, placed->y - 0.5);
}

void
ka_timeline_lives_paint (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (placed->entry->category == 0)
        paint_life (context, placed);
    }
  for (guint i = 0; i < layout->namings->len; i++)
    paint_naming (context, &g_array_index (layout->namings, KaTimelineNaming, i));
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (layout->clusters, KaTimelineCluster, i);

      if (ka_timeline_cluster_is_of_lives (layout, cluster))
        ka_timeline_paint_cluster (context, cluster);
    }
}
