/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Enlarges a picture in grey: stretches each of its rows once, and mixes two of them for each row
 * of the target. Pixman interpolates the four channels of each pixel on both axes, which takes four
 * times as long.
 */

#include "config.h"

#include "ka-map-stretch.h"

#include <math.h>

/* The weights of two pixels add up to this */
#define WHOLE 256

/* Where a column or row of the target lies: between the pixel @before and the next one */
typedef struct
{
  int     before; /* from -1 to the last */
  guint32 after;  /* the weight of the next one */
} Place;

/* Columns of the target up to @end, which lie between the pixel @before and the next one */
typedef struct
{
  int   before;
  gsize end;
} Run;

/* A stretched row of the picture */
typedef struct
{
  int      number; /* of the row in the picture */
  guint16 *alpha;
  guint16 *grey;
} Row;

struct _KaMapStretch
{
  KaMapGrey grey;
  double    top; /* of the picture on the target */
  double    size;
  double    alpha;
  gsize     n_columns; /* of the target, in whole chunks */
  guint16  *after;     /* of each column: the weight of the pixel after it */
  GArray   *runs;      /* of Run */
  Row       upper;
  Row       lower;
  Row       mixed;
  guint16  *memory; /* of the rows */
};

/* @at: a coordinate of the picture; its pixels have their middles at 0.5, 1.5… */
static Place
find_place (double at, int n_pixels)
{
  const double middle = CLAMP (at - 0.5, -1.0, n_pixels);
  const double before = floor (middle);

  if (before >= n_pixels)
    return (Place){ -1, 0 };

  return (Place){ (int) before, (guint32) ((middle - before) * WHOLE + 0.5) };
}

/* The alpha and the grey of a pixel, 16 bits each */
static guint32
get_pair (const KaMapGrey *from, int row, int column)
{
  guint32 pixel;

  if (row < 0 || column < 0 || row >= from->height || column >= from->width)
    return 0;

  pixel = from->pixels[(gsize) row * from->pitch + (gsize) column];

  return pixel >> 24 << 16 | (pixel & 0xff);
}

static void
stretch_row (const KaMapStretch *self, Row *row, int number)
{
  gsize i = 0;

  if (row->number == number)
    return;

  row->number = number;
  for (guint run = 0; run < self->runs->len; run++)
    {
      const Run     here = g_array_index (self->runs, Run, run);
      const guint32 first = get_pair (&self->grey, number, here.before);
      const guint32 start = first * WHOLE + 0x00800080;
      /* A borrow of the lower half is given back by the product */
      const guint32 rise = get_pair (&self->grey, number, here.before + 1) - first;

      for (; i < here.end; i++)
        {
          const guint32 pair = start + rise * self->after[i];

          row->alpha[i] = (guint16) (pair >> 24);
          row->grey[i] = (guint16) (pair >> 8 & 0xff);
        }
    }
}

static inline guint16
mix (guint16 a, guint16 b, guint16 of_a, guint16 of_b)
{
  return (guint16) ((guint16) (a * of_a + b * of_b + WHOLE / 2) >> 8);
}

static void
mix_chunk (const guint16 *a, const guint16 *b, guint16 of_a, guint16 of_b, guint16 *restrict to)
{
  for (int i = 0; i < KA_MAP_CHUNK; i++)
    to[i] = mix (a[i], b[i], of_a, of_b);
}

/* Finds the places of all columns. */
static void
find_columns (KaMapStretch *self, double left, int x0)
{
  Run run = { 0, 0 };

  for (gsize i = 0; i < self->n_columns; i++)
    {
      const Place place = find_place ((x0 + (double) i + 0.5 - left) / self->size,
                                      self->grey.width);

      if (i > 0 && place.before != run.before)
        g_array_append_val (self->runs, run);
      run = (Run){ place.before, i + 1 };
      self->after[i] = (guint16) place.after;
    }
  g_array_append_val (self->runs, run);
}

KaMapStretch *
ka_map_stretch_new (const KaMapGrey *grey,
                    KaPoint          corner,
                    double           size,
                    double           alpha,
                    int              x0,
                    int              n_columns)
{
  KaMapStretch *self = g_new (KaMapStretch, 1);
  const gsize   n = ((gsize) n_columns + KA_MAP_CHUNK - 1) / KA_MAP_CHUNK * KA_MAP_CHUNK;
  guint16      *memory = g_new (guint16, 7 * n);

  *self = (KaMapStretch){
    .grey = *grey,
    .top = corner.y,
    .size = size,
    .alpha = alpha,
    .n_columns = n,
    .after = memory,
    .runs = g_array_new (FALSE, FALSE, sizeof (Run)),
    .upper = { -2, memory + n, memory + 2 * n },
    .lower = { -2, memory + 3 * n, memory + 4 * n },
    .mixed = { -2, memory + 5 * n, memory + 6 * n },
    .memory = memory,
  };
  find_columns (self, corner.x, x0);

  return self;
}

void
ka_map_stretch_free (KaMapStretch *self)
{
  g_array_unref (self->runs);
  g_free (self->memory);
  g_free (self);
}

KaMapGreyRow
ka_map_stretch_row (KaMapStretch *self, int y)
{
  const Place   place = find_place ((y + 0.5 - self->top) / self->size, self->grey.height);
  const guint16 of_lower = (guint16) (place.after * self->alpha);
  const guint16 of_upper = (guint16) ((WHOLE - place.after) * self->alpha);
  const Row    *mixed = &self->mixed;

  if (self->lower.number == place.before)
    {
      const Row swapped = self->upper;

      self->upper = self->lower;
      self->lower = swapped;
    }
  stretch_row (self, &self->upper, place.before);
  stretch_row (self, &self->lower, place.before + 1);
  for (gsize i = 0; i < self->n_columns; i += KA_MAP_CHUNK)
    {
      mix_chunk (self->upper.alpha + i, self->lower.alpha + i, of_upper, of_lower,
                 mixed->alpha + i);
      mix_chunk (self->upper.grey + i, self->lower.grey + i, of_upper, of_lower, mixed->grey + i);
    }

  return (KaMapGreyRow){ mixed->alpha, mixed->grey };
}
