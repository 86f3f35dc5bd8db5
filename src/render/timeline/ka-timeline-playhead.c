/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mark at the edge that says where the playhead is when it is out of sight: an arrow and the
 * day.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-timeline-private.h"

#include <math.h>

#define PAD         7.0
#define ARROW_WIDTH 5.0
#define ARROW_REACH 4.0
#define ARROW_GAP   5.0
/* From the line of the axis to the row of chips. */
#define CHIP_ROW 17.0

/* The day in words, in Old Style too where that is asked for. */
char *
ka_timeline_write_day (const KaViewState *state)
{
  g_autofree char *day = ka_day_to_words (state->day, state->language);
  g_autofree char *old_style = NULL;

  if (!state->shows_old_style)
    return g_steal_pointer (&day);
  old_style = ka_day_to_old_style_words (state->day, state->language);

  return g_strdup_printf ("%s (%s)", day, old_style);
}

/* Where the playhead is: -1 before the view, 1 after it, 0 in it. */
static int
get_side (const KaTimelineLayout *self, KaDay day)
{
  const double x = ka_time_axis_to_x (&self->axis, (double) day + 0.5);

  return x < 0 ? -1 : x > self->axis.width;
}

/* Returns whether there is a mark. */
gboolean
ka_timeline_away_get_box (const KaTimelineLayout *self,
                          cairo_t                *cr,
                          const KaViewState      *state,
                          KaBox                  *box)
{
  const int        side = get_side (self, state->day);
  g_autofree char *day = ka_timeline_write_day (state);
  double           width;

  if (side == 0)
    return FALSE;

  width = ka_timeline_meter_measure (self->entries->meter, cr, &ka_timeline_major_style, day) +
          2 * PAD + ARROW_WIDTH + ARROW_GAP;
  box->x0 = side < 0 ? 1 : MAX (1, self->axis.width - 1 - width);
  box->x1 = box->x0 + width;
  box->y0 = self->axis_y + CHIP_ROW;
  box->y1 = self->axis_end - 1;

  return TRUE;
}

void
ka_timeline_away_paint (const KaTimelinePainting *context)
{
  const int        side = get_side (context->layout, context->state->day);
  cairo_t         *cr = context->cr;
  g_autofree char *day = NULL;
  double           tip, y;
  KaBox            box;

  if (!ka_timeline_away_get_box (context->layout, cr, context->state, &box))
    return;

  day = ka_timeline_write_day (context->state);
  y = (box.y0 + box.y1) / 2;
  ka_timeline_clear_covered_labels (context, box.x0 - 4, box.x1 + 4);
  ka_timeline_trace_bar (cr, box.x0, box.y0, box.x1, box.y1, 3);
  ka_colour_set_source (&context->theme->accent, cr);
  cairo_fill (cr);

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
