/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The marks of categories. Each has its own shape, because colour alone tells nothing to many eyes
 * and to every photocopier.
 */

#include "config.h"

#include "ka-timeline-painter.h"
#include "ka-timeline-private.h"

#include <math.h>

typedef void (*TraceShape) (cairo_t *cr, double x, double y, double radius);

static void
trace_polygon (cairo_t *cr, double x, double y, double outer, double inner, int n_corners)
{
  for (int i = 0; i < n_corners; i++)
    {
      double angle = 2 * G_PI * i / n_corners - G_PI / 2;
      double radius = i % 2 == 0 ? outer : inner;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
trace_disc (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
trace_square (cairo_t *cr, double x, double y, double radius)
{
  cairo_rectangle (cr, x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76);
}

static void
trace_diamond (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y, radius * 1.22, radius * 1.22, 4);
}

static void
trace_triangle (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y + radius * 0.25, radius * 1.3, radius * 1.3 * 0.5, 6);
}

static void
trace_ring (cairo_t *cr, double x, double y, double radius)
{
  trace_disc (cr, x, y, radius * 1.05);
  cairo_new_sub_path (cr);
  cairo_arc_negative (cr, x, y, radius * 0.52, 2 * G_PI, 0);
  cairo_close_path (cr);
}

static void
trace_cross (cairo_t *cr, double x, double y, double radius)
{
  const double arm = radius * 1.1;
  const double half = radius * 0.42;

  cairo_move_to (cr, x - half, y - arm);
  cairo_line_to (cr, x + half, y - arm);
  cairo_line_to (cr, x + half, y - half);
  cairo_line_to (cr, x + arm, y - half);
  cairo_line_to (cr, x + arm, y + half);
  cairo_line_to (cr, x + half, y + half);
  cairo_line_to (cr, x + half, y + arm);
  cairo_line_to (cr, x - half, y + arm);
  cairo_line_to (cr, x - half, y + half);
  cairo_line_to (cr, x - arm, y + half);
  cairo_line_to (cr, x - arm, y - half);
  cairo_line_to (cr, x - half, y - half);
  cairo_close_path (cr);
}

static void
trace_star (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y + radius * 0.08, radius * 1.35, radius * 0.58, 10);
}

/* By the number of the category's bit. */
static const TraceShape shapes[KA_N_CATEGORIES] = {
  trace_disc, trace_square, trace_diamond, trace_triangle, trace_ring, trace_cross, trace_star,
};

void
ka_timeline_mark_trace (cairo_t *cr, KaCategory category, double x, double y, double radius)
{
  int bit = g_bit_nth_lsf ((gulong) category, -1);

  g_return_if_fail (bit >= 0 && bit < KA_N_CATEGORIES);

  cairo_new_path (cr);
  shapes[bit](cr, x, y, radius);
}

void
ka_category_paint (cairo_t       *cr,
                   KaCategory     category,
                   const KaTheme *theme,
                   double         x,
                   double         y,
                   double         radius)
{
  cairo_save (cr);
  ka_timeline_mark_trace (cr, category, x, y, radius);
  ka_colour_set_source (ka_theme_get_category_colour (theme, category), cr);
  cairo_fill (cr);
  cairo_restore (cr);
}
