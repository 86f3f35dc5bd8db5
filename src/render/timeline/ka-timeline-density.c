/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The band of density: how many events there are at each moment. It replaces the chips of overflows
 * where events outnumber the room for marks, and appears over an octave of zoom or less.
 *
 * Bins are counted from day 0, so that scrolling moves the shape as a whole. Heights follow the
 * mean of the whole time, never what is in sight.
 */

#include "config.h"

#include "ka-timeline-parts.h"

#include <math.h>

/* Events per user unit of the view: where the band begins to show, and where it stands alone. */
#define FIRST_DENSITY (1 / 9.0)
#define FULL_DENSITY  (1 / 6.0)
#define BIN_WIDTH     4.0
/* A bin is smoothed with so many bins to both sides. */
#define REACH 3
/* So many times the mean is as high as the band; the mean is not quite half of that. */
#define MAX_RATIO 20.0
#define LIFT      8.0
#define FOOT      3.0

double
ka_timeline_density_measure (const KaTimelineLayout *layout)
{
  const KaTimelineGroup *group = ka_timeline_groups_get (layout->groups, 0);
  const KaTimeAxis      *axis = &layout->frame.axis;
  double                 n_events;

  if (group->title != NULL || group->pack == NULL || group->pack->runs->len == 0)
    return 0;

  n_events = (double) ka_timeline_entries_count_events (layout->entries, axis->first_day,
                                                        ka_time_axis_get_last_day (axis), NULL);

  return CLAMP ((n_events / axis->width - FIRST_DENSITY) / (FULL_DENSITY - FIRST_DENSITY), 0, 1);
}

typedef struct
{
  double  bin;   /* days */
  double  first; /* number of the first bin, counted from day 0 */
  int     n_bins;
  double *n_events; /* Owned: of each bin */
} Counts;

static void
count_events (const KaTimelinePainting *context, const KaFilter *filter, Counts *counts)
{
  for (int i = 0; i < counts->n_bins; i++)
    counts->n_events[i] = (double) ka_timeline_entries_count_events (
      context->layout->entries, (counts->first + i) * counts->bin,
      (counts->first + i + 1) * counts->bin, filter);
}

/* Weights fall evenly to both sides. */
static double
smooth (const Counts *counts, int at)
{
  double sum = 0;

  for (int i = -REACH; i <= REACH; i++)
    if (at + i >= 0 && at + i < counts->n_bins)
      sum += counts->n_events[at + i] * (REACH + 1 - ABS (i));

  return sum / ((REACH + 1) * (REACH + 1));
}

static void
paint_area (const KaTimelinePainting *context, const Counts *counts, double alpha)
{
  const KaTimelineLayout *layout = context->layout;
  const double            height = layout->frame.pitch - FOOT;
  const double            foot = layout->frame.axis_y - 1;
  const double            mean = ka_timeline_entries_get_density (layout->entries) * counts->bin;

  cairo_move_to (context->cr, -BIN_WIDTH, foot);
  for (int i = 0; i < counts->n_bins; i++)
    {
      double day = (counts->first + i + 0.5) * counts->bin;
      double ratio = smooth (counts, i) / mean;
      double length = height * MIN (1, log1p (LIFT * ratio) / log1p (LIFT * MAX_RATIO));

      cairo_line_to (context->cr, ka_time_axis_to_x (&layout->frame.axis, day), foot - length);
    }
  cairo_line_to (context->cr, layout->frame.axis.width + BIN_WIDTH, foot);
  cairo_close_path (context->cr);
  ka_colour_set_source_alpha (&context->theme->text_muted, context->cr, alpha);
  cairo_fill (context->cr);
}

void
ka_timeline_density_paint (const KaTimelinePainting *context)
{
  const KaTimeAxis  *axis = &context->layout->frame.axis;
  const double       density = context->layout->density;
  Counts             counts = { .bin = BIN_WIDTH / axis->px_per_day };
  g_autofree double *n_events = NULL;

  if (density <= 0)
    return;

  counts.first = floor (axis->first_day / counts.bin) - REACH - 1;
  counts.n_bins = (int) ceil (axis->width / BIN_WIDTH) + 2 * REACH + 3;
  counts.n_events = n_events = g_new0 (double, (gsize) counts.n_bins);
  count_events (context, NULL, &counts);
  paint_area (context, &counts, 0.2 * density);
  count_events (context, &context->state->filter, &counts);
  paint_area (context, &counts, 0.55 * density);
}
