/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lifetimes of polities: rows of thin bars under the axis, with the name of each time. Packs,
 * places and paints them.
 */

#include "config.h"

#include "ka-timeline-parts.h"

#include <math.h>

/* A timeline below the minimal height has no rows. Each row needs some more height of the whole. */
#define MAX_ROWS       5
#define MIN_HEIGHT     80.0
#define HEIGHT_OF_NONE 90.0
#define HEIGHT_OF_ROW  23.0
#define ROW_PITCH      14.0
#define ROWS_PAD       2.0 /* above and below all rows */
#define PAD            5.0
#define ARROW          12.0
#define CORNER         2.5
#define CHIP_GAP       3.0 /* between the chip and a bar */

/* The height alone decides: neither scrolling nor a selection moves anything. */
static int
count_rows (double height)
{
  if (height < MIN_HEIGHT)
    return 0;

  return CLAMP ((int) ((height - HEIGHT_OF_NONE) / HEIGHT_OF_ROW), 1, MAX_ROWS);
}

double
ka_timeline_lifetimes_get_height (int n_rows)
{
  return n_rows > 0 ? n_rows * ROW_PITCH + 2 * ROWS_PAD : 0;
}

void
ka_timeline_lifetimes_make (KaTimelineGroup       *group,
                            KaTimelineEntries     *entries,
                            double                 height,
                            const KaTimelineGroup *previous)
{
  const int   n_rows = count_rows (height);
  const guint n_entries = entries->n_entries;

  group->number = KA_TIMELINE_NO_GROUP;
  if (previous != NULL && previous->pack->max_lanes == n_rows)
    {
      group->members = g_array_ref (previous->members);
      group->pack = g_atomic_rc_box_acquire (previous->pack);
      return;
    }

  group->members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_entries; i++)
    if (ka_timeline_entry_is_lifetime (ka_timeline_entries_get (entries, i)))
      g_array_append_val (group->members, i);
  group->pack = ka_timeline_pack_new_lifetimes (entries, group->members, n_rows);
}

static double
get_x (const KaTimelineLayout *self, KaDay day)
{
  return ka_time_axis_to_x (&self->frame.axis, (double) day);
}

/* Adds what begins before the right edge and ends after @left. */
static void
add_seen (const KaTimelineLayout *self, const GArray *numbers, double left, GArray *seen)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint   number = g_array_index (numbers, guint, i);
      const KaDate *date = &ka_timeline_entries_get_in (self->entries, numbers, i)->date;

      if (get_x (self, date->earliest) < self->frame.axis.width &&
          get_x (self, date->end_latest) > left)
        g_array_append_val (seen, number);
    }
}

/* Places a chip at the left edge of the last row, for the lifetimes without a row and those that it
 * covers. Returns the start of the other bars of that row. */
static double
place_rest (KaTimelineLayout *self, double y)
{
  const KaTimelinePack *pack = self->lifetimes.pack;
  const GArray         *last = pack->lanes->pdata[pack->lanes->len - 1];
  const double          left = KA_TIMELINE_CHIP_WIDTH + CHIP_GAP;
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const KaDate      *date;
  KaTimelineOverflow overflow = {
    .box = { 0, y - ROW_PITCH / 2, KA_TIMELINE_CHIP_WIDTH, y + ROW_PITCH / 2 },
    .is_at_edge = TRUE,
    .is_of_lifetimes = TRUE,
    .stem_x = -1,
    .foot = y,
  };

  add_seen (self, pack->unplaced, 0, rest);
  if (rest->len == 0)
    return 0;

  for (guint i = 0; i < last->len; i++)
    {
      const guint  number = g_array_index (last, guint, i);
      const double end = get_x (
        self, ka_timeline_entries_get_in (self->entries, last, i)->date.end_latest);

      if (end > 0 && end <= left)
        g_array_append_val (rest, number);
    }
  g_array_sort (rest, ka_timeline_compare_numbers);
  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (
      items, (gpointer) (guintptr) ka_timeline_entries_get_in (self->entries, rest, i)->item);
  date = &ka_timeline_entries_get_in (self->entries, rest, rest->len - 1)->date;
  overflow.items = (const KaItem *const *) items->pdata;
  overflow.n_items = items->len;
  overflow.from = ka_timeline_entries_get_in (self->entries, rest, 0)->date.earliest;
  overflow.to = date->earliest == KA_DAY_MIN ? date->end_earliest : date->earliest + 1;
  g_array_append_val (self->overflows, overflow);
  g_ptr_array_add (self->edge_items, g_steal_pointer (&items));

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

  /* The name keeps the room of the bold style, so that selecting moves nothing. */
  width = ka_timeline_meter_measure (self->entries->meter, cr, &ka_timeline_major_style,
                                     naming.text);
  naming.label_x = naming.x0 + (date->earliest == KA_DAY_MIN && naming.x0 <= 0 ? ARROW : PAD);
  end = naming.x1 -
        (date->end_latest == KA_DAY_MAX && naming.x1 >= self->frame.axis.width ? ARROW + PAD : PAD);
  if (naming.label_x + width <= end)
    naming.label_width = width;
  g_array_append_val (self->namings, naming);
}

static void
place_lifetime (KaTimelineLayout *self, cairo_t *cr, guint number, int lane, double y, double left)
{
  const KaTimelineEntry *entry = ka_timeline_entries_get (self->entries, number);
  const KaNames         *names = &((const KaPolity *) entry->item)->names;
  KaTimelinePlaced       placed = {
          .entry = entry,
          .is_span = TRUE,
          .lane = self->lifetimes.first_lane + lane,
          .x0 = get_x (self, entry->date.earliest),
          .x1 = get_x (self, entry->date.end_latest),
          .y = y,
          .foot = y,
  };

  placed.box = (KaBox){
    .x0 = MAX (left, placed.x0),
    .y0 = y - ROW_PITCH / 2 + 0.5,
    .x1 = MIN (self->frame.axis.width, placed.x1),
    .y1 = y + ROW_PITCH / 2 - 0.5,
  };
  for (gsize i = 0; i < names->n_items; i++)
    place_name (self, cr, &placed, &names->items[i]);
  g_array_append_val (self->placed, placed);
}

void
ka_timeline_lifetimes_place (KaTimelineLayout *self, cairo_t *cr)
{
  const GPtrArray *lanes = self->lifetimes.pack->lanes;

  self->lifetimes.first_lane = ka_timeline_groups_get_n_lanes (self->groups);
  self->lifetimes.foot = self->frame.height;
  for (guint i = 0; i < lanes->len; i++)
    {
      const double y = self->frame.lifetimes_y + ROWS_PAD + (i + 0.5) * ROW_PITCH;
      const double left = i + 1 == lanes->len ? place_rest (self, y) : 0;
      g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));

      add_seen (self, lanes->pdata[i], left, seen);
      for (guint j = 0; j < seen->len; j++)
        place_lifetime (self, cr, g_array_index (seen, guint, j), (int) i, y, left);
    }
}

static void
paint_lifetime (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  static const double    dashes[] = { 3, 2 };
  const KaTimelineEntry *entry = placed->entry;
  const KaTheme         *theme = context->theme;
  const KaTintColours   *tint = &theme->tints[entry->tint];
  const KaTimelineLook   look = ka_timeline_get_look (context, entry);
  const gboolean         is_selected = entry->item == context->state->selection;
  const double           width = context->layout->frame.axis.width;
  cairo_t               *cr = context->cr;
  /* Ends out of sight are drawn out of sight, unless the chip hides them. */
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
    ka_timeline_trace_arrow (cr, width - 4, placed->y, 3.5);
  if (entry->date.earliest == KA_DAY_MIN && placed->box.x0 <= 0)
    ka_timeline_trace_arrow (cr, 4, placed->y, -3.5);
  cairo_stroke (cr);
}

/* Paints a name, and a line where it replaces the one before. */
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
ka_timeline_lifetimes_paint (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (ka_timeline_entry_is_lifetime (placed->entry))
        paint_lifetime (context, placed);
    }
  for (guint i = 0; i < layout->namings->len; i++)
    paint_naming (context, &g_array_index (layout->namings, KaTimelineNaming, i));
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);

      if (overflow->is_of_lifetimes)
        ka_timeline_paint_overflow (context, overflow);
    }
}
