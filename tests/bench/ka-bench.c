/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of work and their rows. It counts the processor time of the thread that works, which what
 * else goes on in the machine hardly changes.
 */

#include "config.h"

#include "ka-bench.h"

#include <time.h>

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/**
 * ka_bench_get_ms:
 *
 * Returns: the processor time that this thread has used, in milliseconds
 */
double
ka_bench_get_ms (void)
{
  return get_ms (CLOCK_THREAD_CPUTIME_ID);
}

/**
 * ka_bench_get_process_ms:
 *
 * Returns: the processor time that all threads have used, in milliseconds
 */
double
ka_bench_get_process_ms (void)
{
  return get_ms (CLOCK_PROCESS_CPUTIME_ID);
}

/**
 * ka_bench_get_wall_ms:
 *
 * Returns: the time on the clock, in milliseconds; what else goes on in the machine adds to it
 */
double
ka_bench_get_wall_ms (void)
{
  return get_ms (CLOCK_MONOTONIC);
}

/**
 * ka_bench_fill_with_noise:
 * @surface: an ARGB32 image surface
 *
 * Cairo would leave out the paint of a surface on which nothing was drawn.
 */
void
ka_bench_fill_with_noise (cairo_surface_t *surface)
{
  gsize size = (gsize) cairo_image_surface_get_stride (surface) *
               (gsize) cairo_image_surface_get_height (surface);
  guchar *data = cairo_image_surface_get_data (surface);

  for (gsize i = 0; i < size; i++)
    data[i] = i % 4 == 3 ? 0xff : (guchar) (i * 2654435761u >> 16);
  cairo_surface_mark_dirty (surface);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * ka_bench_sum_up:
 * @times: (element-type double): milliseconds, at least one; is sorted
 *
 * Returns: the median and the extremes
 */
KaBenchTimes
ka_bench_sum_up (GArray *times)
{
  g_array_sort (times, compare_times);

  return (KaBenchTimes){
    .median = g_array_index (times, double, times->len / 2),
    .least = g_array_index (times, double, 0),
    .most = g_array_index (times, double, times->len - 1),
    .most_of_20 = g_array_index (times, double, (times->len * 19 - 1) / 20),
    .n_runs = times->len,
  };
}

/**
 * ka_bench_measure_by:
 * @clock: what is measured: the time of this thread, of all threads or on the wall
 * @n_runs: how often, 1 or more
 * @work: what is done
 * @data: for @work
 *
 * Runs it once to warm up and then @n_runs times.
 *
 * Returns: what a run took
 */
KaBenchTimes
ka_bench_measure_by (KaBenchClock clock, guint n_runs, KaBenchWork work, gpointer data)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  work (0, data);
  for (guint run = 0; run < n_runs; run++)
    {
      double start = clock ();
      double time;

      work (run, data);
      time = clock () - start;
      g_array_append_val (times, time);
    }

  return ka_bench_sum_up (times);
}

/**
 * ka_bench_measure:
 * @n_runs: how often, 1 or more
 * @work: what is done
 * @data: for @work
 *
 * Measures the processor time of this thread.
 *
 * Returns: what a run took
 */
KaBenchTimes
ka_bench_measure (guint n_runs, KaBenchWork work, gpointer data)
{
  return ka_bench_measure_by (ka_bench_get_ms, n_runs, work, data);
}

/**
 * ka_bench_print:
 * @name: what was measured
 * @times: what it took
 * @floor_name: what it is compared with
 * @floor: what that took in the same run
 *
 * Writes a row for the table of tests/bench/run: fields with tabs between, times in milliseconds.
 */
void
ka_bench_print (const char         *name,
                const KaBenchTimes *times,
                const char         *floor_name,
                const KaBenchTimes *floor)
{
  g_print ("%s\t%.6f\t%.6f\t%.6f\t%.6f\t%u\t%s\t%.6f\n", name, times->median, times->least,
           times->most_of_20, times->most, times->n_runs, floor_name, floor->median);
}
