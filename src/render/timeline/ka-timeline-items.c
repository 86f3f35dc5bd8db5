/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the items of a timeline look: bars with their fading ends, marks with stems.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-timeline-painter.h"
#include "ka-timeline-private.h"

#include <math.h>

/* Bars are drawn no further outside than this. */
#define OVERDRAW    12.0
#define CORNER      3.0
#define MIN_WHISKER 5.0

void
ka_timeline_trace_bar (cairo_t *cr, double x0, double y0, double x1, double y1, double corner)
{
  double radius = MIN (corner, MAX (0, (x1 - x0) / 2));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, y0 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x0 + radius, y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x0 + radius, y0 + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Shows @text with the middle of its line at @y. */
void
ka_timeline_show_label (const KaTimelinePainting *context,
                        const KaTypeStyle        *style,
                        const char               *text,
                        double                    x,
                        double                    y)
{
  ka_timeline_meter_show (context->layout->entries->meter, context->cr, style, text, x, y);
}

/* How opaque a bar is at @x: it comes up from its uncertain ends. */
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

/* An arrow head at the edge of the picture says that the bar has no end. */
static void
paint_arrow (const KaTimelinePainting *context,
             const KaTimelinePlaced   *placed,
             const KaColour           *colour)
{
  const double width = context->layout->axis.width;
  const double reach = 4;

  ka_colour_set_source (colour, context->cr);
  cairo_set_line_width (context->cr, 1.6);
  if (placed->entry->date.end_latest == KA_DAY_MAX)
    {
      cairo_move_to (context->cr, width - 9, placed->y - reach);
      cairo_line_to (context->cr, width - 5, placed->y);
      cairo_line_to (context->cr, width - 9, placed->y + reach);
    }
  if (placed->entry->date.earliest == KA_DAY_MIN)
    {
      cairo_move_to (context->cr, 9, placed->y - reach);
      cairo_line_to (context->cr, 5, placed->y);
      cairo_line_to (context->cr, 9, placed->y + reach);
    }
  cairo_stroke (context->cr);
}

/* What is filtered out is hollow. */
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
  ka_timeline_mark_trace (context->cr, entry->category, x + 4, placed->y, 3.4);
  fill_small_mark (context, look);
  x += KA_TIMELINE_BAR_MARK;
  ka_colour_set_source (&look->ink, context->cr);
  ka_timeline_show_label (context,
                          look->is_bold ? &ka_timeline_item_bold_style : &ka_timeline_item_style,
                          entry->label, x, placed->y);
}

/* The ground of a bar: a hint of its category. */
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
  const double x1 = MAX (x0 + 1.5, MIN (placed->x1, context->layout->axis.width + OVERDRAW) - 0.5);
  const double y0 = placed->y - context->layout->bar_height / 2;

  ka_timeline_trace_bar (cr, x0, y0, x1, y0 + context->layout->bar_height, CORNER);
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

void
ka_timeline_paint_stem (const KaTimelinePainting *context,
                        double                    x,
                        double                    y,
                        double                    foot,
                        const KaColour           *colour,
                        double                    alpha)
{
  ka_colour_set_source_alpha (colour, context->cr, alpha);
  cairo_set_line_width (context->cr, 1);
  cairo_move_to (context->cr, x, y);
  cairo_line_to (context->cr, x, foot);
  cairo_stroke (context->cr);
}

/* A line through the days on which a point may have been, fading to both ends. */
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

  if (placed->is_folded || placed->fade0 + placed->fade1 < 2 * MIN_WHISKER)
    return;

  pattern = cairo_pattern_create_linear (x0, 0, x1, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    cairo_pattern_add_color_stop_rgba (pattern, at[i], colour->red, colour->green, colour->blue,
                                       strength[i]);
  cairo_set_source (context->cr, pattern);
  cairo_rectangle (context->cr, x0, placed->y + 6.5, x1 - x0, 2);
  cairo_fill (context->cr);
}

/* The ground shows through neither the mark nor what is hollow: stems end at it. What is doubtful
 * is half filled. */
void
ka_timeline_paint_mark (const KaTimelinePainting *context,
                        const KaTimelinePlaced   *placed,
                        double                    radius)
{
  const KaTimelineEntry *entry = placed->entry;
  const KaTimelineLook   look = ka_timeline_get_look (context, entry);
  const gboolean         is_doubtful = (entry->date.flags & KA_DATE_UNCERTAIN) != 0 ||
                               entry->item->certainty == KA_UNCERTAIN;
  double alpha = is_doubtful ? 0.3 : 1;

  if (look.emphasis == KA_TIMELINE_FILTERED)
    alpha = 0;
  ka_timeline_mark_trace (context->cr, entry->category, placed->x0, placed->y, radius * look.size);
  ka_colour_set_source (&context->theme->page, context->cr);
  cairo_fill_preserve (context->cr);
  ka_colour_set_source_alpha (&look.line, context->cr, alpha);
  cairo_fill_preserve (context->cr);
  if (alpha < 1)
    {
      ka_colour_set_source (&look.line, context->cr);
      cairo_set_line_width (context->cr, 1.2);
      cairo_stroke (context->cr);
    }
  cairo_new_path (context->cr);
}

void
ka_timeline_paint_point_label (const KaTimelinePainting *context,
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

  if (entry->item == context->state->selection)
    radius *= 1.35;
  else if (entry->importance >= 5)
    radius *= 1.2;
  paint_whisker (context, placed, &look.line);
  ka_timeline_paint_mark (context, placed, radius);
  ka_timeline_paint_point_label (context, placed, &look.ink, look.is_bold, 0.82);
}
