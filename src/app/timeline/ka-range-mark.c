/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the marked range on the timeline and on its overview. Exports show the range alone and
 * need no mark.
 */

#include "config.h"

#include "ka-range-mark.h"

#include "ka-cairo-auto.h"

/* The overview dims days outside the range. The timeline tints the range, as events outside are
 * faded already. */
#define DIM_ALPHA   0.6
#define TINT_ALPHA  0.07
#define LINE_WIDTH  1.5
#define GRIP_WIDTH  5.0
#define GRIP_HEIGHT 14.0

void
ka_range_mark_paint (cairo_t           *cr,
                     const KaViewState *state,
                     const KaTheme     *theme,
                     const KaTimeAxis  *axis,
                     double             height,
                     double             grip_y)
{
  double x[2];

  if (!state->has_range)
    return;

  x[0] = ka_time_axis_to_x (axis, (double) state->range.from);
  x[1] = ka_time_axis_to_x (axis, (double) state->range.to);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, axis->width, height);
  cairo_clip (cr);

  if (grip_y >= 0)
    {
      cairo_rectangle (cr, x[0], 0, x[1] - x[0], height);
      ka_colour_set_source_alpha (&theme->accent, cr, TINT_ALPHA);
    }
  else
    {
      cairo_rectangle (cr, 0, 0, x[0], height);
      cairo_rectangle (cr, x[1], 0, axis->width - x[1], height);
      ka_colour_set_source_alpha (&theme->page, cr, DIM_ALPHA);
    }
  cairo_fill (cr);

  ka_colour_set_source (&theme->accent, cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x[i], 0);
      cairo_line_to (cr, x[i], height);
      cairo_stroke (cr);
      if (grip_y < 0)
        continue;
      cairo_rectangle (cr, x[i] - GRIP_WIDTH / 2, grip_y, GRIP_WIDTH, GRIP_HEIGHT);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
