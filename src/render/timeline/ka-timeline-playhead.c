/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The playhead: its line and handle, the chip with the day, the events of the day, and the mark at
 * the edge that points to a playhead out of sight.
 */

#include "config.h"

#include "ka-timeline-parts.h"

#include "ka-cairo-auto.h"

#define PAD         7.0
#define ARROW_WIDTH 5.0
#define ARROW_REACH 4.0
#define ARROW_GAP   5.0
/* From the line of the axis to the row of chips. */
#define CHIP_ROW 17.0

/* Writes the day in words, and in Old Style too if the state shows it. */
static char *
write_day (const KaViewState *state)
{
  g_autofree char *day = ka_day_to_words (state->day, state->language);
  g_autofree char *old_style = NULL;

  if (!state->shows_old_style)
    return g_steal_pointer (&day);
  old_style = ka_day_to_old_style_words (state->day, state->language);

  return g_strdup_printf ("%s (%s)", day, old_style);
}

/* Returns where the playhead is: -1 before the view, 1 after it, 0 in it. */
static int
get_side (const KaTimelineLayout *self, KaDay day)
{
  const double x = ka_time_axis_to_x (&self->frame.axis, (double) day + 0.5);

  return x < 0 ? -1 : x > self->frame.axis.width;
}

gboolean
ka_timeline_playhead_get_mark (const KaTimelineLayout *self,
                               cairo_t                *cr,
                               const KaViewState      *state,
                               KaBox                  *box)
{
  const int        side = get_side (self, state->day);
  g_autofree char *day = write_day (state);
  double           width;

  if (side == 0)
    return FALSE;

  width = ka_timeline_meter_measure (self->entries->meter, cr, &ka_timeline_major_style, day) +
          2 * PAD + ARROW_WIDTH + ARROW_GAP;
  box->x0 = side < 0 ? 1 : MAX (1, self->frame.axis.width - 1 - width);
  box->x1 = box->x0 + width;
  box->y0 = self->frame.axis_y + CHIP_ROW;
  box->y1 = self->frame.axis_end - 1;

  return TRUE;
}

/* Clears the labels that a chip covers in part. */
static void
clear_covered_labels (const KaTimelinePainting *context, double x0, double x1)
{
  const KaTimelineLayout *layout = context->layout;

  ka_colour_set_source (&context->theme->page, context->cr);
  for (guint i = 0; i < layout->ticks.major->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.major, KaTimeTick, i);

      if (tick->label_width > 0 && tick->label_x < x1 && tick->label_x + tick->label_width > x0)
        cairo_rectangle (context->cr, tick->label_x - 2, layout->frame.axis_y + 17,
                         tick->label_width + 4, layout->frame.axis_end - layout->frame.axis_y - 17);
    }
  cairo_fill (context->cr);
}

/* Paints the mark at the edge: an arrow and the day. */
static void
paint_mark (const KaTimelinePainting *context)
{
  const int        side = get_side (context->layout, context->state->day);
  cairo_t         *cr = context->cr;
  g_autofree char *day = NULL;
  double           tip, y;
  KaBox            box;

  if (!ka_timeline_playhead_get_mark (context->layout, cr, context->state, &box))
    return;

  day = write_day (context->state);
  y = (box.y0 + box.y1) / 2;
  clear_covered_labels (context, box.x0 - 4, box.x1 + 4);
  ka_timeline_trace_bar (cr, box.x0, box.y0, box.x1, box.y1, 3);
  ka_colour_fill (&context->theme->accent, cr);

  ka_colour_set_source (&context->theme->accent_text, cr);
  tip = side < 0 ? box.x0 + PAD : box.x1 - PAD;
  cairo_move_to (cr, tip, y);
  cairo_line_to (cr, tip - side * ARROW_WIDTH, y - ARROW_REACH);
  cairo_line_to (cr, tip - side * ARROW_WIDTH, y + ARROW_REACH);
  cairo_close_path (cr);
  cairo_fill (cr);
  ka_timeline_show_label (context, &ka_timeline_major_style, day,
                          box.x0 + PAD + (side < 0 ? ARROW_WIDTH + ARROW_GAP : 0), y);
}

/* The day in a chip on the axis, below the line, kept inside the picture. */
static void
paint_chip (const KaTimelinePainting *context, double x)
{
  const KaTimelineLayout *layout = context->layout;
  g_autofree char        *day = write_day (context->state);
  g_autoptr (PangoLayout)
    label = ka_type_layout (context->cr, context->theme, &ka_timeline_major_style, day);
  double       width, height, left;
  const double y = layout->frame.axis_y + 17;

  ka_type_measure (label, &width, &height, NULL);
  left = CLAMP (x - width / 2, 8, MAX (8, layout->frame.axis.width - width - 8));
  clear_covered_labels (context, left - 10, left + width + 10);
  ka_timeline_trace_bar (context->cr, left - 6, y, left + width + 6, layout->frame.axis_end - 1, 3);
  ka_colour_fill (&context->theme->accent, context->cr);
  ka_colour_set_source (&context->theme->accent_text, context->cr);
  ka_type_show (context->cr, label, left, (y + layout->frame.axis_end - 1 - height) / 2);
}

void
ka_timeline_playhead_paint (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  cairo_t                *cr = context->cr;
  const double x = ka_time_axis_to_x (&layout->frame.axis, (double) context->state->day + 0.5);

  paint_mark (context);
  if (x < -8 || x > layout->frame.axis.width + 8)
    return;

  ka_colour_set_source (&context->theme->accent, cr);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, x, 8);
  cairo_line_to (cr, x, layout->frame.axis_y + 18);
  cairo_move_to (cr, x, layout->frame.axis_end);
  cairo_line_to (cr, x, layout->frame.height);
  cairo_stroke (cr);
  cairo_move_to (cr, x - 6.5, 0);
  cairo_line_to (cr, x + 6.5, 0);
  cairo_line_to (cr, x + 6.5, 7);
  cairo_line_to (cr, x, 13);
  cairo_line_to (cr, x - 6.5, 7);
  cairo_close_path (cr);
  cairo_fill (cr);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->frame.axis.width, layout->frame.axis_y);
  cairo_clip (cr);
  for (guint i = 0; i < layout->placed->len; i++)
    ka_timeline_paint_present (context, &g_array_index (layout->placed, KaTimelinePlaced, i));
  for (guint i = 0; i < layout->overflows->len; i++)
    ka_timeline_paint_overflow_present (context,
                                        &g_array_index (layout->overflows, KaTimelineOverflow, i));
  cairo_restore (cr);
  if (x >= 0 && x <= layout->frame.axis.width)
    paint_chip (context, x);
}
