/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** KaBenchWork: what is measured; @run counts from 0 */
typedef void (*KaBenchWork) (guint run, gpointer data);

/**
 * KaBenchTimes:
 * @median: of the runs, in milliseconds
 * @least: the quickest
 * @most: the slowest
 * @most_of_20: the slowest but for one in twenty
 * @n_runs: how many there were
 */
typedef struct
{
  double median;
  double least;
  double most;
  double most_of_20;
  guint  n_runs;
} KaBenchTimes;

/** KaBenchClock: a function that tells a time in milliseconds */
typedef double (*KaBenchClock) (void);

double       ka_bench_get_ms (void);
double       ka_bench_get_process_ms (void);
double       ka_bench_get_wall_ms (void);
void         ka_bench_fill_with_noise (cairo_surface_t *surface);
KaBenchTimes ka_bench_sum_up (GArray *times);
KaBenchTimes ka_bench_measure (guint n_runs, KaBenchWork work, gpointer data);
KaBenchTimes
     ka_bench_measure_by (KaBenchClock clock, guint n_runs, KaBenchWork work, gpointer data);
void ka_bench_print (const char         *name,
                     const KaBenchTimes *times,
                     const char         *floor_name,
                     const KaBenchTimes *floor);

G_END_DECLS
