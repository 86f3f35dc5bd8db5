/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band that stands for what is folded where there are more events than the screen has room for
 * marks: how many there are at each moment. It comes up as the numbers in their folds fade, over
 * an octave of zoom or less. Bins are counted from day 0, so that the shape goes along when the
 * timeline is scrolled; heights follow the mean of the whole time, never what is in sight.
 */

#include "config.h"

#include "ka-timeline-private.h"

#include <math.h>

/* Events for each user unit of the view: where the band begins to show, and where it is alone. */
#define FIRST_DENSITY (1 / 9.0)
#define FULL_DENSITY  (1 / 6.0)
#define BIN_WIDTH     4.0
/* Bins to both sides that a bin is smoothed with. */
#define REACH 3
/* So many times the mean is as high as the band; the mean is not quite half of that. */
#define HIGHEST_RATIO 20.0
#define LIFT          8.0
#define FOOT          3.0

/* Returns how many events stand before a moment. */
static gsize
count_before (const KaTimelineEntries *entries, double day)
{
  gsize low = 0, high = entries->n_moments;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (entries->moments[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How much the band replaces the numbers, 0 to 1: how far events outnumber the room in sight.
 * Groups keep their numbers. */
double
ka_timeline_density_measure (const KaTimelineLayout *self)
{
  const KaTimelineGroup   *group = &g_array_index (self->groups, KaTimelineGroup, 0);
  const KaTimelineEntries *entries = self->entries;
  double                   last = ka_time_axis_get_last_day (&self->axis);
  double                   n_events;

  if (self->plan.grouping != KA_GROUPING_NONE || group->pack->folds->len == 0)
    return 0;

  n_events = (double) (count_before (entries, last) - count_before (entries, self->axis.first_day));

  return CLAMP ((n_events / self->axis.width - FIRST_DENSITY) / (FULL_DENSITY - FIRST_DENSITY), 0,
                1);
}

typedef struct
{
  double  bin;   /* days */
  double  first; /* number of the first bin, counted from day 0 */
  int     n_bins;
  double *all;   /* Owned */
  double *shown; /* Owned: of the categories that are asked for */
} Counts;

static void
count_events (const KaTimelinePainting *context, Counts *counts)
{
  const KaTimelineEntries *entries = context->layout->entries;
  gsize                    i = count_before (entries, counts->first * counts->bin);

  for (int bin = 0; bin < counts->n_bins; bin++)
    {
      const double end = (counts->first + bin + 1) * counts->bin;

      for (; i < entries->n_moments && entries->moments[i].day < end; i++)
        {
          counts->all[bin]++;
          if ((entries->moments[i].categories & context->state->categories) != 0)
            counts->shown[bin]++;
        }
    }
}

/* Weights fall evenly to both sides. */
static double
smooth (const double *bins, int n_bins, int at)
{
  double sum = 0;

  for (int i = -REACH; i <= REACH; i++)
    if (at + i >= 0 && at + i < n_bins)
      sum += bins[at + i] * (REACH + 1 - ABS (i));

  return sum / ((REACH + 1) * (REACH + 1));
}

static void
paint_area (const KaTimelinePainting *context,
            const Counts             *counts,
            const double             *bins,
            double                    height,
            double                    alpha)
{
  const KaTimelineLayout  *layout = context->layout;
  const KaTimelineEntries *entries = layout->entries;
  const double             foot = layout->axis_y - 1;
  const double             from = entries->moments[0].day;
  const double             to = entries->moments[entries->n_moments - 1].day;
  const double             mean = (double) entries->n_moments / MAX (1, to - from) * counts->bin;

  cairo_move_to (context->cr, -BIN_WIDTH, foot);
  for (int i = 0; i < counts->n_bins; i++)
    {
      double day = (counts->first + i + 0.5) * counts->bin;
      double ratio = smooth (bins, counts->n_bins, i) / mean;
      double length = height * MIN (1, log1p (LIFT * ratio) / log1p (LIFT * HIGHEST_RATIO));

      cairo_line_to (context->cr, ka_time_axis_to_x (&layout->axis, day), foot - length);
    }
  cairo_line_to (context->cr, layout->axis.width + BIN_WIDTH, foot);
  cairo_close_path (context->cr);
  ka_colour_set_source_alpha (&context->theme->text_muted, context->cr, alpha);
  cairo_fill (context->cr);
}

void
ka_timeline_density_paint (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  const double            height = layout->pitch - FOOT;
  g_autofree double      *all = NULL;
  g_autofree double      *shown = NULL;
  Counts                  counts = { .bin = BIN_WIDTH / layout->axis.px_per_day };

  if (layout->density <= 0)
    return;

  counts.first = floor (layout->axis.first_day / counts.bin) - REACH - 1;
  counts.n_bins = (int) ceil (layout->axis.width / BIN_WIDTH) + 2 * REACH + 3;
  counts.all = all = g_new0 (double, counts.n_bins);
  counts.shown = shown = g_new0 (double, counts.n_bins);
  count_events (context, &counts);
  paint_area (context, &counts, all, height, 0.2 * layout->density);
  paint_area (context, &counts, shown, height, 0.55 * layout->density);
}
