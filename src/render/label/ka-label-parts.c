/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the connected parts of a raster: size, middle, slant, and clearance of each cell from the
 * border. It works on runs of cells, not on single cells.
 */

#include "config.h"

#include "ka-label-raster.h"

#include <math.h>
#include <string.h>

/* Distances to neighbours; half of one leads to the border of the part */
#define STRAIGHT KA_LABEL_CLEARANCE_UNITS
#define DIAGONAL (KA_LABEL_CLEARANCE_UNITS * 4 / 3)

/* Neighbouring cells of a row with the same key */
typedef struct
{
  int row;
  int first;
  int last;
  int key;
  int joined; /* an earlier run of the part, or itself */
  int part;
} Run;

/* Sums that give the middle and the long axis of a part; all are whole numbers */
typedef struct
{
  double x;
  double y;
  double xx;
  double yy;
  double xy;
} Moments;

/* The slant of the long axis, from the moments of inertia, at most 60 degrees */
static double
compute_slant (const Moments *sums, double n)
{
  double xx = sums->xx / n - (sums->x / n) * (sums->x / n);
  double yy = sums->yy / n - (sums->y / n) * (sums->y / n);
  double xy = sums->xy / n - (sums->x / n) * (sums->y / n);
  double spread = sqrt ((xx - yy) * (xx - yy) / 4 + xy * xy);
  double mean = (xx + yy) / 2;
  double angle = 0.5 * atan2 (2 * xy, xx - yy);

  if (mean + spread < 2.2 * MAX (mean - spread, 1e-9) || fabs (angle) < 0.14)
    return 0;

  return CLAMP (angle, -1.05, 1.05);
}

static GArray *
find_runs (const KaLabelRaster *self, const gint16 *keys)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (int row = 0; row < self->rows; row++)
    {
      const gint16 *cells = keys + row * self->columns;

      for (int x = 0, last; x < self->columns; x = last + 1)
        {
          Run run = { row, x, x, cells[x], (int) runs->len, -1 };

          while (run.last + 1 < self->columns && cells[run.last + 1] == run.key)
            run.last++;
          last = run.last;
          if (run.key >= 0)
            g_array_append_val (runs, run);
        }
    }

  return runs;
}

/* The first known run of the part of a run */
static int
find_root (Run *runs, int run)
{
  while (runs[run].joined != run)
    {
      runs[run].joined = runs[runs[run].joined].joined;
      run = runs[run].joined;
    }

  return run;
}

/* Joins each run with the runs of the same key in the row above */
static void
join_runs (Run *runs, int n_runs)
{
  for (int here = 0, above = 0; here < n_runs; here++)
    {
      while (runs[above].row < runs[here].row - 1 ||
             (runs[above].row == runs[here].row - 1 && runs[above].last < runs[here].first))
        above++;
      for (int i = above; runs[i].row < runs[here].row && runs[i].first <= runs[here].last; i++)
        if (runs[i].key == runs[here].key)
          {
            int one = find_root (runs, i);
            int other = find_root (runs, here);

            runs[MAX (one, other)].joined = MIN (one, other);
          }
    }
}

/* Sums of the numbers and of the squares from 0 to @n */
static double
sum_up (double n)
{
  return n * (n + 1) / 2;
}

static double
sum_up_squares (double n)
{
  return n * (n + 1) * (2 * n + 1) / 6;
}

static void
measure_run (const Run *run, KaLabelPiece *piece, Moments *sums)
{
  int    length = run->last - run->first + 1;
  double x = sum_up (run->last) - sum_up (run->first - 1);

  piece->size += length;
  piece->x0 = MIN (piece->x0, run->first);
  piece->y0 = MIN (piece->y0, run->row);
  piece->x1 = MAX (piece->x1, run->last);
  piece->y1 = MAX (piece->y1, run->row);
  sums->x += x;
  sums->y += (double) run->row * length;
  sums->xx += sum_up_squares (run->last) - sum_up_squares (run->first - 1);
  sums->yy += (double) run->row * run->row * length;
  sums->xy += x * run->row;
}

/* Numbers the parts in the order of their first cells and measures them */
static GArray *
measure_parts (const KaLabelRaster *self, Run *runs, int n_runs)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (KaLabelPiece));
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Moments));

  for (int i = 0; i < n_runs; i++)
    {
      int root = find_root (runs, i);

      if (root == i && pieces->len < G_MAXINT16)
        {
          KaLabelPiece piece = { runs[i].key, 0, self->columns, self->rows, 0, 0, { 0, 0 }, 0 };

          runs[i].part = (int) pieces->len;
          g_array_append_val (pieces, piece);
          g_array_set_size (sums, pieces->len);
        }
      runs[i].part = runs[root].part;
      if (runs[i].part >= 0)
        measure_run (&runs[i], &g_array_index (pieces, KaLabelPiece, runs[i].part),
                     &g_array_index (sums, Moments, runs[i].part));
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      KaLabelPiece  *piece = &g_array_index (pieces, KaLabelPiece, i);
      const Moments *sum = &g_array_index (sums, Moments, i);

      piece->middle = (KaPoint){ sum->x / piece->size + 0.5, sum->y / piece->size + 0.5 };
      piece->slant = compute_slant (sum, piece->size);
    }

  return pieces;
}

/* Sweeps a run in the chamfer distance of G. Borgefors, "Distance transformations in digital
 * images", Computer Vision, Graphics, and Image Processing 34 (1986), 344-371, with steps of 1 and
 * 4/3: downwards with @sign 1, upwards with -1 */
static void
sweep_run (const KaLabelRaster *self, KaLabelPatch *patch, const Run *run, int sign)
{
  guint16       *here = patch->clearance + run->row * self->columns;
  gboolean       has_before = sign > 0 ? run->row > 0 : run->row + 1 < self->rows;
  const guint16 *before = has_before ? here - sign * self->columns : here;
  const gint16  *parts = has_before ? patch->parts + (run->row - sign) * self->columns : NULL;
  int            beside = STRAIGHT / 2;

  for (int i = 0; i <= run->last - run->first; i++)
    {
      int x = sign > 0 ? run->first + i : run->last - i;
      int best = sign > 0 ? G_MAXUINT16 : here[x];

      best = MIN (best, beside);
      if (parts == NULL)
        best = MIN (best, STRAIGHT / 2);
      else
        {
          int straight = parts[x] == run->part ? before[x] + STRAIGHT : STRAIGHT / 2;
          int left = x > 0 && parts[x - 1] == run->part ? before[x - 1] + DIAGONAL : DIAGONAL / 2;
          int right = x + 1 < self->columns && parts[x + 1] == run->part ? before[x + 1] + DIAGONAL
                                                                         : DIAGONAL / 2;

          best = MIN (MIN (best, straight), MIN (left, right));
        }
      here[x] = (guint16) best;
      beside = best + STRAIGHT;
    }
}

KaLabelPatch *
ka_label_raster_find_parts (const KaLabelRaster *self, const gint16 *keys)
{
  gsize         n_cells = (gsize) self->columns * (gsize) self->rows;
  KaLabelPatch *patch = g_new0 (KaLabelPatch, 1);
  g_autoptr (GArray) found = find_runs (self, keys);
  Run    *runs = (Run *) (gpointer) found->data;
  int     n_runs = (int) found->len;
  GArray *pieces;

  join_runs (runs, n_runs);
  pieces = measure_parts (self, runs, n_runs);
  patch->parts = g_new (gint16, n_cells);
  patch->clearance = g_new (guint16, n_cells);
  memset (patch->parts, 0xff, n_cells * sizeof *patch->parts);
  for (int i = 0; i < n_runs; i++)
    for (int x = runs[i].first; x <= runs[i].last; x++)
      patch->parts[runs[i].row * self->columns + x] = (gint16) runs[i].part;
  /* First downwards, then upwards */
  for (int i = 0; i < 2 * n_runs; i++)
    {
      const Run *run = &runs[i < n_runs ? i : 2 * n_runs - 1 - i];

      if (run->part >= 0)
        sweep_run (self, patch, run, i < n_runs ? 1 : -1);
    }
  patch->n_parts = (int) pieces->len;
  patch->pieces = (KaLabelPiece *) (gpointer) g_array_free (pieces, FALSE);

  return patch;
}

void
ka_label_patch_free (KaLabelPatch *self)
{
  g_free (self->parts);
  g_free (self->clearance);
  g_free (self->pieces);
  g_free (self);
}
