/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The overview strip: how many events there are in the whole time, and a brush over the part in
 * view.
 */

#include "config.h"

#include "ka-timeline-overview.h"

#include <math.h>

#define BIN_WIDTH    7.0
#define MIN_BRUSH    12.0
#define HANDLE_REACH 5.0

typedef struct
{
  int n_all;
  int n_shown; /* that the filter lets pass */
} Bin;

static int
count_events (KaAtlas          *atlas,
              const KaTimeAxis *whole,
              const KaFilter   *filter,
              Bin              *bins,
              int               n_bins)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  int           most = 1;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];
      double         x = ka_time_axis_to_x (whole, (double) event->date.earliest + 0.5);
      int            bin = (int) floor (x / BIN_WIDTH);

      if (bin < 0 || bin >= n_bins)
        continue;
      bins[bin].n_all++;
      bins[bin].n_shown += ka_filter_admits (filter, event);
      most = MAX (most, bins[bin].n_all);
    }

  return most;
}

static void
paint_bins (cairo_t *cr, const KaTheme *theme, const Bin *bins, int n_bins, int most, double height)
{
  /* A square root keeps single events in sight beside many. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (int i = 0; i < n_bins; i++)
        {
          int    n_events = pass == 0 ? bins[i].n_all : bins[i].n_shown;
          double length = n_events > 0 ? MAX (3, (height - 6) * sqrt ((double) n_events / most))
                                       : 0;

          if (n_events > 0)
            cairo_rectangle (cr, i * BIN_WIDTH, height - 1 - length, BIN_WIDTH - 1, length);
        }
      ka_colour_set_source_alpha (&theme->text_muted, cr, pass == 0 ? 0.3 : 0.75);
      cairo_fill (cr);
    }
}

void
ka_overview_paint_strip (cairo_t          *cr,
                         KaAtlas          *atlas,
                         const KaFilter   *filter,
                         const KaTheme    *theme,
                         const KaTimeAxis *whole,
                         double            height)
{
  const int       n_bins = MAX (1, (int) ceil (whole->width / BIN_WIDTH));
  g_autofree Bin *bins = g_new0 (Bin, (gsize) n_bins);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, whole->width, height);
  cairo_clip (cr);
  cairo_rectangle (cr, 0.5, 0.5, whole->width - 1, height - 1);
  ka_colour_set_source (&theme->page, cr);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&theme->rule, cr, 1, 1);
  paint_bins (cr, theme, bins, n_bins, count_events (atlas, whole, filter, bins, n_bins), height);
  cairo_restore (cr);
}

void
ka_overview_paint_brush (cairo_t          *cr,
                         KaDay             day,
                         const KaTheme    *theme,
                         const KaTimeAxis *whole,
                         const KaTimeAxis *window,
                         double            height)
{
  const double day_x = ka_time_axis_to_x (whole, (double) day + 0.5);
  double       x0, x1;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, whole->width, height);
  cairo_clip (cr);
  ka_overview_get_brush (whole, window, &x0, &x1);
  cairo_rectangle (cr, x0 + 0.75, 0.75, MAX (1, x1 - x0 - 1.5), height - 1.5);
  ka_colour_set_source_alpha (&theme->accent, cr, 0.14);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&theme->accent, cr, 1, 1.5);
  for (int i = 0; i < 2; i++)
    cairo_rectangle (cr, (i == 0 ? x0 : x1) - 1.5, height / 2 - 5, 3, 10);
  cairo_fill (cr);

  cairo_move_to (cr, day_x, 0);
  cairo_line_to (cr, day_x, height);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
ka_overview_get_brush (const KaTimeAxis *whole, const KaTimeAxis *window, double *x0, double *x1)
{
  double start = CLAMP (ka_time_axis_to_x (whole, window->first_day), 0, whole->width);
  double end = CLAMP (ka_time_axis_to_x (whole, ka_time_axis_get_last_day (window)), 0,
                      whole->width);
  double length = MIN (whole->width, MAX (end - start, MIN_BRUSH));

  *x0 = CLAMP ((start + end - length) / 2, 0, whole->width - length);
  *x1 = *x0 + length;
}

KaOverviewPart
ka_overview_pick (const KaTimeAxis *whole, const KaTimeAxis *window, double x)
{
  double x0, x1, reach;

  ka_overview_get_brush (whole, window, &x0, &x1);
  reach = MIN (HANDLE_REACH, (x1 - x0) / 4);
  if (fabs (x - x0) <= reach || (x < x0 && x0 - x <= HANDLE_REACH))
    return KA_OVERVIEW_START;
  if (fabs (x - x1) <= reach || (x > x1 && x - x1 <= HANDLE_REACH))
    return KA_OVERVIEW_END;

  return x > x0 && x < x1 ? KA_OVERVIEW_BODY : KA_OVERVIEW_OUTSIDE;
}
