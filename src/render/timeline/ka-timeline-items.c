/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the items of a timeline: bars with fading ends, marks with labels, the chips of
 * overflows, and raised events.
 */

#include "config.h"

#include "ka-timeline-parts.h"

#include "ka-cairo-auto.h"

#include <math.h>

/* Bars are drawn no further outside than this. */
#define OVERDRAW    12.0
#define CORNER      3.0
#define MIN_WHISKER 5.0
/* Items of an overflow that are looked at for the filter. */
#define MAX_LOOKED_AT 500

/* Returns the opacity of a bar at @x: it rises from the uncertain ends. */
static double
get_bar_alpha (const KaTimelinePlaced *placed, double x)
{
  double rise = placed->fade0 > 0 ? (x - placed->x0) / placed->fade0 : 1;
  double fall = placed->fade1 > 0 ? (placed->x1 - x) / placed->fade1 : 1;

  return CLAMP (MIN (rise, fall), 0, 1);
}

static void
set_bar_source (const KaTimelinePainting *context,
                const KaTimelinePlaced   *placed,
                const KaColour           *colour,
                double                    alpha,
                double                    x0,
                double                    x1)
{
  g_autoptr (cairo_pattern_t) pattern = NULL;
  const double stops[] = { x0, placed->x0 + placed->fade0, placed->x1 - placed->fade1, x1 };

  if ((placed->fade0 <= 0 && placed->fade1 <= 0) || x1 <= x0)
    {
      ka_colour_set_source_alpha (colour, context->cr, alpha);
      return;
    }

  pattern = cairo_pattern_create_linear (x0, 0, x1, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    if (stops[i] >= x0 && stops[i] <= x1)
      cairo_pattern_add_color_stop_rgba (pattern, (stops[i] - x0) / (x1 - x0), colour->red,
                                         colour->green, colour->blue,
                                         alpha * get_bar_alpha (placed, stops[i]));
  cairo_set_source (context->cr, pattern);
}

/* Paints an arrow head at the edge, for a bar without start or end. */
static void
paint_arrow (const KaTimelinePainting *context,
             const KaTimelinePlaced   *placed,
             const KaColour           *colour)
{
  const KaDate *date = &placed->entry->date;

  ka_colour_set_source (colour, context->cr);
  cairo_set_line_width (context->cr, 1.6);
  if (date->end_latest == KA_DAY_MAX)
    ka_timeline_trace_arrow (context->cr, context->layout->frame.axis.width - 5, placed->y, 4);
  if (date->earliest == KA_DAY_MIN)
    ka_timeline_trace_arrow (context->cr, 5, placed->y, -4);
  cairo_stroke (context->cr);
}

/* A mark that is filtered out is hollow. */
static void
fill_small_mark (const KaTimelinePainting *context, const KaTimelineLook *look)
{
  ka_colour_set_source (&look->line, context->cr);
  cairo_set_line_width (context->cr, 1);
  if (look->fill > 0)
    cairo_fill (context->cr);
  else
    cairo_stroke (context->cr);
}

static void
paint_bar_label (const KaTimelinePainting *context,
                 const KaTimelinePlaced   *placed,
                 const KaTimelineLook     *look)
{
  const KaTimelineEntry *entry = placed->entry;
  double                 x = placed->label_x;

  if (placed->label_width <= 0)
    return;
  ka_category_trace (context->cr, entry->category, x + 4, placed->y, 3.4);
  fill_small_mark (context, look);
  x += KA_TIMELINE_BAR_MARK;
  ka_colour_set_source (&look->ink, context->cr);
  ka_timeline_show_label (context,
                          look->is_bold ? &ka_timeline_item_bold_style : &ka_timeline_item_style,
                          entry->label, x, placed->y);
}

/* Fills a bar with a tint of its category. */
static void
fill_bar (const KaTimelinePainting *context,
          const KaTimelinePlaced   *placed,
          const KaTimelineLook     *look,
          double                    x0,
          double                    x1)
{
  const double alpha = context->theme->is_dark ? 0.26 : 0.17;

  set_bar_source (context, placed, &look->line, alpha * look->fill, x0, x1);
  cairo_fill_preserve (context->cr);
}

void
ka_timeline_paint_span (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  static const double    dashes[] = { 3, 2 };
  const KaTimelineEntry *entry = placed->entry;
  const KaTheme         *theme = context->theme;
  cairo_t               *cr = context->cr;
  const gboolean         is_selected = entry->item == context->state->selection;
  const KaTimelineLook   look = ka_timeline_get_look (context, entry);
  const double           x0 = MAX (placed->x0, -OVERDRAW) + 0.5;
  const double           x1 = MAX (x0 + 1.5,
                                   MIN (placed->x1, context->layout->frame.axis.width + OVERDRAW) - 0.5);
  const double           y0 = placed->y - context->layout->frame.bar_height / 2;

  ka_timeline_trace_bar (cr, x0, y0, x1, y0 + context->layout->frame.bar_height, CORNER);
  fill_bar (context, placed, &look, x0, x1);
  set_bar_source (context, placed, is_selected ? &theme->accent : &look.line, 1, x0, x1);
  if (look.emphasis == KA_TIMELINE_FILTERED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, is_selected ? 1.8 : look.emphasis == KA_TIMELINE_PLAIN ? 0.8 : 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  paint_arrow (context, placed, &look.line);
  paint_bar_label (context, placed, &look);
}

/* Paints a line over the possible days of a point, which fades to both ends. */
static void
paint_whisker (const KaTimelinePainting *context,
               const KaTimelinePlaced   *placed,
               const KaColour           *colour)
{
  const double x0 = MAX (placed->x0 - placed->fade0, -OVERDRAW);
  const double x1 = MIN (placed->x0 + placed->fade1,
                         MAX (placed->box.x1, placed->x0 + 4 * MIN_WHISKER));
  const double at[] = { 0, (placed->x0 - x0) / MAX (x1 - x0, 1), 1 };
  const double ends = (placed->entry->date.flags & KA_DATE_SPAN) != 0 ? 0.5 : 0.15;
  const double strength[] = { ends, MAX (ends, 0.5), ends };
  g_autoptr (cairo_pattern_t) pattern = NULL;

  if (placed->is_single || placed->fade0 + placed->fade1 < 2 * MIN_WHISKER)
    return;

  pattern = cairo_pattern_create_linear (x0, 0, x1, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    cairo_pattern_add_color_stop_rgba (pattern, at[i], colour->red, colour->green, colour->blue,
                                       strength[i]);
  cairo_set_source (context->cr, pattern);
  cairo_rectangle (context->cr, x0, placed->y + 6.5, x1 - x0, 2);
  cairo_fill (context->cr);
}

/* The mark covers the ground, a hollow one too: stems end at it. A doubtful event is half filled.
 */
static void
paint_mark (const KaTimelinePainting *context, const KaTimelinePlaced *placed, double radius)
{
  const KaTimelineEntry *entry = placed->entry;
  const KaTimelineLook   look = ka_timeline_get_look (context, entry);
  const gboolean         is_doubtful = (entry->date.flags & KA_DATE_UNCERTAIN) != 0 ||
                               entry->item->certainty == KA_UNCERTAIN;
  double alpha = is_doubtful ? 0.3 : 1;

  if (look.emphasis == KA_TIMELINE_FILTERED)
    alpha = 0;
  ka_category_trace (context->cr, entry->category, placed->x0, placed->y, radius * look.size);
  ka_colour_set_source (&context->theme->page, context->cr);
  cairo_fill_preserve (context->cr);
  ka_colour_set_source_alpha (&look.line, context->cr, alpha);
  cairo_fill_preserve (context->cr);
  if (alpha < 1)
    {
      ka_colour_stroke (&look.line, context->cr, 1, 1.2);
    }
  cairo_new_path (context->cr);
}

static void
paint_point_label (const KaTimelinePainting *context,
                   const KaTimelinePlaced   *placed,
                   const KaColour           *ink,
                   gboolean                  is_bold,
                   double                    ground)
{
  if (placed->label_width <= 0)
    return;

  cairo_rectangle (context->cr, placed->label_x - 1, placed->y - 7, placed->label_width + 2, 14);
  ka_colour_set_source_alpha (&context->theme->page, context->cr, ground);
  cairo_fill (context->cr);
  ka_colour_set_source (ink, context->cr);
  ka_timeline_show_label (context, is_bold ? &ka_timeline_item_bold_style : &ka_timeline_item_style,
                          placed->entry->label, placed->label_x, placed->y);
}

void
ka_timeline_paint_point (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  const KaTimelineEntry *entry = placed->entry;
  const KaTimelineLook   look = ka_timeline_get_look (context, entry);
  double                 radius = KA_TIMELINE_MARK_RADIUS;

  if (placed->x0 < -KA_TIMELINE_MARK_RADIUS)
    return;

  if (entry->item == context->state->selection || entry->importance >= KA_TIMELINE_MAX_IMPORTANCE)
    radius *= 1.15;
  paint_whisker (context, placed, &look.line);
  paint_mark (context, placed, radius);
  paint_point_label (context, placed, &look.ink, look.is_bold, 0.82);
}

/* Whether an overflow holds anything that the filter passes. */
static gboolean
has_lit (const KaTimelinePainting *context, const KaTimelineOverflow *overflow)
{
  const KaTimelineEntries *entries = context->layout->entries;

  for (gsize i = 0; i < MIN (overflow->n_items, MAX_LOOKED_AT); i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_find (entries, overflow->items[i]);

      if (ka_timeline_get_emphasis (context, entry) <= KA_TIMELINE_LIT)
        return TRUE;
    }

  return FALSE;
}

static gboolean
contains_selection (const KaTimelinePainting *context, const KaTimelineOverflow *overflow)
{
  const KaItem *selection = context->state->selection;

  if (selection == NULL)
    return FALSE;
  for (gsize i = 0; i < overflow->n_items; i++)
    if (overflow->items[i] == selection)
      return TRUE;

  return FALSE;
}

void
ka_timeline_paint_present (const KaTimelinePainting *context,
                           const KaTimelinePlaced   *placed,
                           gboolean                  is_foremost)
{
  const double size = is_foremost ? KA_TIMELINE_PRESENT_SIZE : 1;

  paint_mark (context, placed, KA_TIMELINE_MARK_RADIUS * size);
  if (ka_timeline_get_emphasis (context, placed->entry) <= KA_TIMELINE_LIT)
    paint_point_label (context, placed, &context->theme->text, TRUE, 1);
}

void
ka_timeline_paint_raised (const KaTimelinePainting *context,
                          const KaTimelineRaised   *raised,
                          gboolean                  is_foremost)
{
  const double           size = is_foremost ? KA_TIMELINE_PRESENT_SIZE : 1;
  const KaBox           *box = &raised->cleared;
  const KaTimelinePlaced placed = {
    .entry = raised->entry,
    .x0 = raised->x,
    .y = raised->y,
    .label_x = raised->label_x,
    .label_width = raised->entry->width,
  };

  cairo_rectangle (context->cr, box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
  ka_colour_fill (&context->theme->page, context->cr);
  paint_mark (context, &placed, KA_TIMELINE_MARK_RADIUS * size);
  paint_point_label (context, &placed, &context->theme->text, TRUE, 1);
}

static void
trace_chip (cairo_t *cr, const KaTimelineOverflow *overflow)
{
  const KaBox *box = &overflow->box;

  ka_timeline_trace_bar (cr, box->x0 + 0.5, box->y0 + 0.5, box->x1 - 0.5, box->y1 - 0.5,
                         (box->y1 - box->y0) / 2);
}

void
ka_timeline_paint_overflow (const KaTimelinePainting *context, const KaTimelineOverflow *overflow)
{
  const KaTheme  *theme = context->theme;
  cairo_t        *cr = context->cr;
  const gboolean  is_selected = contains_selection (context, overflow);
  const gboolean  is_lit = has_lit (context, overflow);
  const double    y = (overflow->box.y0 + overflow->box.y1) / 2;
  const KaColour *line = is_lit ? &theme->text_muted : &context->faint_line;
  char            text[24];
  double          width;

  /* A chip is read as long as there is one: it does not fade with the band of density. */
  if (context->layout->density >= 1 && !is_selected && !overflow->is_of_lifetimes)
    return;
  if (overflow->n_items < 1000)
    g_snprintf (text, sizeof text, "+%" G_GSIZE_FORMAT, overflow->n_items);
  else
    g_snprintf (text, sizeof text, "+%" G_GSIZE_FORMAT "k", overflow->n_items / 1000);
  width = ka_timeline_meter_measure (context->layout->entries->meter, cr, &ka_timeline_minor_style,
                                     text);

  trace_chip (cr, overflow);
  ka_colour_set_source (is_lit ? &theme->panel : &theme->page, cr);
  cairo_fill_preserve (cr);
  ka_colour_set_source (is_selected ? &theme->accent : line, cr);
  cairo_set_line_width (cr, is_selected ? 1.8 : 1);
  cairo_stroke (cr);
  ka_colour_set_source (is_lit ? &theme->text_muted : &context->faint_ink, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, text,
                          (overflow->box.x0 + overflow->box.x1 - width) / 2, y);
}
