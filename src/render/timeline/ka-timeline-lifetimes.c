/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lifetimes of polities: a row of thin bars for each land under the axis, with the name of the
 * land at its left. Packs, places and paints them.
 *
 * Where two lifetimes of a land overlap, the earlier one goes on as a strip over the later one; an
 * overlap that is too short for a strip shows the later one alone.
 */

#include "config.h"

#include "ka-timeline-parts.h"

#include <math.h>

/* A timeline below the minimal height has no rows. Each row needs some more height of the whole;
 * rows leave more of it to groups. */
#define MIN_HEIGHT             80.0
#define HEIGHT_OF_NONE         87.0
#define HEIGHT_OF_ROW          20.5
#define GROUPED_HEIGHT_OF_NONE 180.0
#define GROUPED_HEIGHT_OF_ROW  50.0
#define ROW_PITCH              13.0
#define ROWS_PAD               2.0 /* above and below all rows */
#define STRIP                  2.0 /* of a lifetime that a later one of its land replaces */
#define MIN_STRIP              20.0
#define PAD                    5.0
#define ARROW                  12.0
#define CORNER                 2.5
#define CHIP_GAP               3.0 /* between a title and the chip after it */
#define TITLE_X                3.0
#define TITLE_REACH            6.0

/* The height alone decides: neither scrolling nor a selection moves anything. */
static int
count_rows (const KaTimelineEntries *entries, double height, gboolean is_grouped)
{
  const int    n_lands = (int) ka_atlas_get_head (entries->atlas)->n_lands;
  const double none = is_grouped ? GROUPED_HEIGHT_OF_NONE : HEIGHT_OF_NONE;
  const double row = is_grouped ? GROUPED_HEIGHT_OF_ROW : HEIGHT_OF_ROW;

  if (height < MIN_HEIGHT)
    return 0;

  return MIN (n_lands, MAX (1, (int) ((height - none) / row)));
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
                            gboolean               is_grouped,
                            const KaTimelineGroup *previous)
{
  const int   n_rows = count_rows (entries, height, is_grouped);
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

static gboolean
is_seen (const KaTimelineLayout *self, const KaDate *date)
{
  return get_x (self, date->earliest) < self->frame.axis.width &&
         get_x (self, date->end_latest) > 0;
}

double
ka_timeline_title_place (KaTimelineLayout *self, cairo_t *cr, const char *text, double y)
{
  const double    width = ka_timeline_meter_measure (self->entries->meter, cr,
                                                     &ka_timeline_major_style, text);
  KaTimelineTitle title = {
    .text = text,
    .box = { TITLE_X, y - TITLE_REACH, TITLE_X + width + 2 * PAD, y + TITLE_REACH },
  };

  g_array_append_val (self->titles, title);

  return title.box.x1;
}

/* Places a chip after the title of the last row, for the lifetimes without a row. Returns where
 * names can begin. */
static double
place_rest (KaTimelineLayout *self, double x, double y)
{
  const KaTimelinePack *pack = self->lifetimes.pack;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const KaDate      *first = NULL, *last = NULL;
  KaTimelineOverflow overflow = {
    .box = { x + CHIP_GAP, y - TITLE_REACH, x + CHIP_GAP + KA_TIMELINE_CHIP_WIDTH,
             y + TITLE_REACH },
    .is_at_edge = TRUE,
    .is_of_lifetimes = TRUE,
    .stem_x = -1,
    .foot = y,
  };

  for (guint i = 0; i < pack->unplaced->len; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get_in (self->entries, pack->unplaced, i);

      if (!is_seen (self, &entry->date))
        continue;
      first = first != NULL ? first : &entry->date;
      last = &entry->date;
      g_ptr_array_add (items, (gpointer) (guintptr) entry->item);
    }
  if (items->len == 0)
    return x;

  overflow.items = (const KaItem *const *) items->pdata;
  overflow.n_items = items->len;
  overflow.from = first->earliest;
  overflow.to = last->earliest == KA_DAY_MIN ? last->end_earliest : last->earliest + 1;
  g_array_append_val (self->overflows, overflow);
  g_ptr_array_add (self->edge_items, g_steal_pointer (&items));

  return overflow.box.x1;
}

/* A name stands whole in its part, beside the title, or not at all. Beside the same title it would
 * say nothing. */
static void
place_name (KaTimelineLayout       *self,
            cairo_t                *cr,
            const KaTimelinePlaced *placed,
            const KaName           *name,
            double                  left)
{
  const KaTimelineTitle *title = &g_array_index (self->titles, KaTimelineTitle,
                                                 self->titles->len - 1);
  const KaDate          *date = &placed->entry->date;
  KaTimelineNaming       naming = {
          .placed = self->placed->len,
          .text = ka_text_get (&name->text, self->entries->language),
          .x0 = MAX (placed->box.x0, get_x (self, name->span.from)),
          .x1 = MIN (placed->box.x1, get_x (self, name->span.to)),
          .y = placed->y,
  };
  double width, end;

  if (naming.x0 >= naming.x1 || placed->over <= 0)
    return;

  /* The name keeps the room of the bold style, so that selecting moves nothing. */
  width = ka_timeline_meter_measure (self->entries->meter, cr, &ka_timeline_major_style,
                                     naming.text);
  naming.label_x = MAX (naming.x0, left) + PAD;
  end = naming.x1 -
        (date->end_latest == KA_DAY_MAX && naming.x1 >= self->frame.axis.width ? ARROW + PAD : PAD);
  if (naming.label_x + width <= end &&
      (naming.x0 > left || !g_str_equal (naming.text, title->text)))
    naming.label_width = width;
  g_array_append_val (self->namings, naming);
}

/* Finds where the lifetime lies under an earlier one of its row, and where a later one lies over
 * it. */
static void
find_neighbours (const KaTimelineLayout *self,
                 const GArray           *row,
                 guint                   at,
                 KaTimelinePlaced       *placed)
{
  const KaDate *date = &placed->entry->date;

  placed->under = placed->x0;
  placed->over = placed->x1;
  for (guint i = 0; i < row->len; i++)
    {
      const KaDate *other = &ka_timeline_entries_get_in (self->entries, row, i)->date;

      if (i < at && get_x (self, other->end_latest) - placed->x0 >= MIN_STRIP)
        placed->under = MIN (get_x (self, other->end_latest), placed->x1);
      if (i > at && other->earliest < date->end_latest)
        placed->over = MIN (placed->over, get_x (self, other->earliest));
    }
}

static void
place_lifetime (KaTimelineLayout *self, cairo_t *cr, int lane, guint at, double y, double left)
{
  const GArray          *row = self->lifetimes.pack->lanes->pdata[lane];
  const KaTimelineEntry *entry = ka_timeline_entries_get_in (self->entries, row, at);
  const KaNames         *names = &((const KaPolity *) entry->item)->names;
  const double           top = y - ROW_PITCH / 2 + 0.5;
  KaTimelinePlaced       placed = {
          .entry = entry,
          .is_span = TRUE,
          .lane = self->lifetimes.first_lane + lane,
          .x0 = get_x (self, entry->date.earliest),
          .x1 = get_x (self, entry->date.end_latest),
          .y = y,
          .foot = y,
  };

  find_neighbours (self, row, at, &placed);
  placed.box = (KaBox){
    .x0 = MAX (0, placed.x0),
    .y0 = placed.under > 0 && placed.under > placed.x0 ? top + STRIP : top,
    .x1 = MIN (self->frame.axis.width, placed.over),
    .y1 = y + ROW_PITCH / 2 - 0.5,
  };
  if (placed.over <= 0)
    placed.box = (KaBox){ 0, top, MIN (self->frame.axis.width, placed.x1), top + STRIP };
  for (gsize i = 0; i < names->n_items; i++)
    place_name (self, cr, &placed, &names->items[i], left);
  g_array_append_val (self->placed, placed);
}

void
ka_timeline_lifetimes_place (KaTimelineLayout *self, cairo_t *cr)
{
  const GPtrArray *lanes = self->lifetimes.pack->lanes;
  const KaLand    *lands = ka_atlas_get_head (self->entries->atlas)->lands;

  self->lifetimes.first_lane = ka_timeline_groups_get_n_lanes (self->groups);
  self->lifetimes.foot = self->frame.height;
  for (guint i = 0; i < lanes->len; i++)
    {
      const GArray *row = lanes->pdata[i];
      const double  y = self->frame.lifetimes_y + ROWS_PAD + (i + 0.5) * ROW_PITCH;
      const char   *name = ka_text_get (&lands[i].name, self->entries->language);
      double        left = ka_timeline_title_place (self, cr, name, y);

      if (i + 1 == lanes->len)
        left = place_rest (self, left, y);
      for (guint j = 0; j < row->len; j++)
        if (is_seen (self, &ka_timeline_entries_get_in (self->entries, row, j)->date))
          place_lifetime (self, cr, (int) i, j, y, left);
    }
}

/* Makes the outline of a lifetime the path: a bar that leaves room for the strip above it. Ends out
 * of sight are drawn out of sight. */
static void
trace_lifetime (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  cairo_t     *cr = context->cr;
  const double width = context->layout->frame.axis.width;
  const double x0 = MAX (placed->x0, -2 * CORNER) + 0.5;
  const double x1 = MAX (x0 + 0.5, MIN (placed->over, width + 2 * CORNER) - 0.5);
  const double y0 = placed->y - ROW_PITCH / 2 + 1;
  const double y1 = placed->y + ROW_PITCH / 2 - 1;
  const double step = MIN (placed->under, x1);

  if (step <= x0)
    {
      ka_timeline_trace_bar (cr, x0, y0, x1, y1, CORNER);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_move_to (cr, x0, y1);
  cairo_line_to (cr, x0, y0 + STRIP);
  cairo_line_to (cr, step, y0 + STRIP);
  if (step < x1)
    {
      cairo_line_to (cr, step, y0);
      cairo_line_to (cr, x1, y0);
    }
  cairo_line_to (cr, x1, y1);
  cairo_close_path (cr);
}

static void
fill_lifetime (const KaTimelinePainting *context,
               const KaTimelinePlaced   *placed,
               const KaTimelineLook     *look)
{
  static const double  dashes[] = { 3, 2 };
  const KaTheme       *theme = context->theme;
  const KaTintColours *tint = &theme->tints[placed->entry->tint];
  const gboolean       is_selected = placed->entry->item == context->state->selection;
  cairo_t             *cr = context->cr;

  ka_colour_set_source_alpha (theme->is_dark ? &tint->band : &tint->fill, cr,
                              (theme->is_dark ? 0.5 : 0.9) * look->fill);
  cairo_fill_preserve (cr);
  ka_colour_set_source (is_selected ? &theme->accent : &look->line, cr);
  if (look->emphasis == KA_TIMELINE_FILTERED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, is_selected ? 1.8 : 0.8);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_lifetime (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  const KaTimelineLook look = ka_timeline_get_look (context, placed->entry);
  const double         width = context->layout->frame.axis.width;
  const double         top = placed->y - ROW_PITCH / 2 + 1;
  cairo_t             *cr = context->cr;

  if (placed->over > 0 && placed->over > placed->x0)
    {
      trace_lifetime (context, placed);
      fill_lifetime (context, placed, &look);
    }
  if (placed->x1 - placed->over >= MIN_STRIP)
    {
      ka_timeline_trace_bar (cr, MAX (placed->over, -2 * CORNER) + 0.5, top,
                             MIN (placed->x1, width + 2 * CORNER) - 0.5, top + STRIP - 1, 0);
      fill_lifetime (context, placed, &look);
    }
  if (placed->entry->date.end_latest == KA_DAY_MAX && placed->over > width)
    {
      ka_colour_set_source (&look.line, cr);
      cairo_set_line_width (cr, 1.4);
      ka_timeline_trace_arrow (cr, width - 4, placed->y, 3.5);
      cairo_stroke (cr);
    }
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
                          naming->text, naming->label_x, naming->y - 0.5);
}

/* A title lies over the row on a ground that lets the starts of bars through. */
static void
paint_title (const KaTimelinePainting *context, const KaTimelineTitle *title)
{
  const KaBox *box = &title->box;
  cairo_t     *cr = context->cr;

  ka_timeline_trace_bar (cr, box->x0, box->y0 + 0.5, box->x1, box->y1 - 0.5, CORNER);
  ka_colour_set_source_alpha (&context->theme->page, cr, 0.8);
  cairo_fill (cr);
  ka_colour_set_source (&context->theme->text, cr);
  ka_timeline_show_label (context, &ka_timeline_major_style, title->text, box->x0 + PAD,
                          (box->y0 + box->y1) / 2 - 0.5);
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
  for (guint i = 0; i < layout->titles->len; i++)
    paint_title (context, &g_array_index (layout->titles, KaTimelineTitle, i));
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);

      if (overflow->is_of_lifetimes)
        ka_timeline_paint_overflow (context, overflow);
    }
}
