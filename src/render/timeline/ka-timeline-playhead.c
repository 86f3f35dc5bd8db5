/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the playhead: its line and handle, the flag with the day, and the events of the day.
 * Paints the nearest events out of sight too. The overlay decides the places.
 */

#include "config.h"

#include "ka-timeline-parts.h"

#define PAD          7.0
#define ARROW_WIDTH  5.0
#define ARROW_REACH  4.0
#define ARROW_GAP    5.0
#define MAJOR_ROW    25.0 /* from the line of the axis */
#define HANDLE_FOOT  13.0
#define HANDLE_WIDTH 6.5

/* Writes @text in @box, with an arrow to the side where it points; 0 for none. */
static void
paint_signpost (const KaTimelinePainting *context,
                const KaTypeStyle        *style,
                const char               *text,
                const KaBox              *box,
                int                       side)
{
  cairo_t     *cr = context->cr;
  const double y = (box->y0 + box->y1) / 2;
  const double tip = side < 0 ? box->x0 + PAD : box->x1 - PAD;

  if (side != 0)
    {
      cairo_move_to (cr, tip, y);
      cairo_line_to (cr, tip - side * ARROW_WIDTH, y - ARROW_REACH);
      cairo_line_to (cr, tip - side * ARROW_WIDTH, y + ARROW_REACH);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  ka_timeline_show_label (context, style, text,
                          box->x0 + PAD + (side < 0 ? ARROW_WIDTH + ARROW_GAP : 0), y);
}

/* Clears the labels that yield to the flag, and paints those that have room beside it. */
static void
paint_shifted (const KaTimelinePainting *context, const KaTimelineOverlay *overlay)
{
  const KaTimelineFrame *frame = &context->layout->frame;
  cairo_t               *cr = context->cr;

  for (guint i = 0; i < overlay->shifted->len; i++)
    {
      const KaTimelineShifted *shifted = &g_array_index (overlay->shifted, KaTimelineShifted, i);
      const KaTimeTick        *tick = &g_array_index (context->layout->ticks.major, KaTimeTick,
                                                      shifted->tick);

      cairo_rectangle (cr, tick->label_x - 2, overlay->flag.y0, tick->label_width + 4,
                       frame->axis_end - overlay->flag.y0);
      ka_colour_fill (&context->theme->page, cr);
    }
  ka_colour_set_source (&context->theme->text, cr);
  for (guint i = 0; i < overlay->shifted->len; i++)
    {
      const KaTimelineShifted *shifted = &g_array_index (overlay->shifted, KaTimelineShifted, i);
      const KaTimeTick        *tick = &g_array_index (context->layout->ticks.major, KaTimeTick,
                                                      shifted->tick);

      if (shifted->label_width > 0)
        ka_timeline_show_label (context, &ka_timeline_major_style, tick->label, shifted->label_x,
                                frame->axis_y + MAJOR_ROW);
    }
}

static void
paint_flag (const KaTimelinePainting *context, const KaTimelineOverlay *overlay)
{
  const KaBox *box = &overlay->flag;

  paint_shifted (context, overlay);
  ka_timeline_trace_bar (context->cr, box->x0, box->y0, box->x1, box->y1, 3);
  ka_colour_fill (&context->theme->accent, context->cr);
  ka_colour_set_source (&context->theme->accent_text, context->cr);
  paint_signpost (context, &ka_timeline_major_style, overlay->day, box, overlay->side);
}

static void
paint_nearest (const KaTimelinePainting *context, const KaTimelineNearest *nearest)
{
  const KaBox *box = &nearest->box;

  ka_timeline_trace_bar (context->cr, box->x0 + 0.5, box->y0 + 0.5, box->x1 - 0.5, box->y1 - 0.5,
                         (box->y1 - box->y0) / 2);
  ka_colour_set_source (&context->theme->panel, context->cr);
  cairo_fill_preserve (context->cr);
  ka_colour_stroke (&context->theme->rule, context->cr, 1, 1);
  ka_colour_set_source (&context->theme->text, context->cr);
  paint_signpost (context, &ka_timeline_item_style, nearest->text, box, nearest->direction);
}

/* Draws the line down from @y0 to @y1, but where a text stands. */
static void
trace_line (const KaTimelinePainting *context,
            const KaTimelineOverlay  *overlay,
            double                    y0,
            double                    y1)
{
  for (guint i = 0; i < overlay->gaps->len; i++)
    {
      const KaBox *gap = &g_array_index (overlay->gaps, KaBox, i);

      if (gap->y1 <= y0 || gap->y0 >= y1)
        continue;
      if (gap->y0 > y0)
        {
          cairo_move_to (context->cr, overlay->x, y0);
          cairo_line_to (context->cr, overlay->x, gap->y0);
        }
      y0 = gap->y1;
    }
  if (y0 >= y1)
    return;
  cairo_move_to (context->cr, overlay->x, y0);
  cairo_line_to (context->cr, overlay->x, y1);
}

static void
paint_line (const KaTimelinePainting *context, const KaTimelineOverlay *overlay)
{
  const KaTimelineFrame *frame = &context->layout->frame;
  cairo_t               *cr = context->cr;
  const double           x = overlay->x;

  ka_colour_set_source (&context->theme->accent, cr);
  cairo_set_line_width (cr, 1.8);
  trace_line (context, overlay, HANDLE_FOOT - 5, overlay->flag.y0);
  trace_line (context, overlay, frame->axis_end, frame->height);
  cairo_stroke (cr);
  cairo_move_to (cr, x - HANDLE_WIDTH, 0);
  cairo_line_to (cr, x + HANDLE_WIDTH, 0);
  cairo_line_to (cr, x + HANDLE_WIDTH, 7);
  cairo_line_to (cr, x, HANDLE_FOOT);
  cairo_line_to (cr, x - HANDLE_WIDTH, 7);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Marks of the day stand over the line. */
static void
paint_events_of_day (const KaTimelinePainting *context, const KaTimelineOverlay *overlay)
{
  const KaTimelineLayout *layout = context->layout;

  cairo_save (context->cr);
  cairo_rectangle (context->cr, 0, 0, layout->frame.axis.width, layout->frame.axis_y);
  cairo_clip (context->cr);
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (!placed->is_span && placed->entry->date.earliest == context->state->day &&
          !ka_timeline_overlay_replaces (overlay, &placed->box))
        ka_timeline_paint_present (context, placed, placed->entry == overlay->foremost);
    }
  for (guint i = 0; i < overlay->raised->len; i++)
    {
      const KaTimelineRaised *raised = &g_array_index (overlay->raised, KaTimelineRaised, i);

      ka_timeline_paint_raised (context, raised, raised->entry == overlay->foremost);
    }
  cairo_restore (context->cr);
}

void
ka_timeline_playhead_paint (const KaTimelinePainting *context, const KaTimelineOverlay *overlay)
{
  if (overlay->side == 0)
    paint_line (context, overlay);
  paint_events_of_day (context, overlay);
  for (guint i = 0; i < overlay->nearest->len; i++)
    paint_nearest (context, &g_array_index (overlay->nearest, KaTimelineNearest, i));
  paint_flag (context, overlay);
}
