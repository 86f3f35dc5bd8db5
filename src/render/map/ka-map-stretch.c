/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Enlarges a picture in grey: stretches each of its rows once, and mixes two of them for each row
 * of the target. Pixman interpolates the four channels of each pixel on both axes, which takes four
 * times as long.
 */

#include "config.h"

#include "ka-map-stretch.h"

#include <math.h>

/* Pixels of a row that are mixed at a time; a fixed number lets compilers use vectors */
#define CHUNK 16
/* The weights of two pixels add up to this */
#define WHOLE 256

/* Where a column or row of the target lies: between the pixel @before and the next one */
typedef struct
{
  int     before; /* from -1 to the last */
  guint32 after;  /* the weight of the next one */
} Place;

/* A stretched row of the picture */
typedef struct
{
  int      number; /* of the row in the picture */
  guint16 *alpha;
  guint16 *grey;
} Row;

typedef struct
{
  const KaMapGrey *from;
  Place           *columns; /* of the target */
  gsize            n_columns;
} Stretch;

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
stretch_row (const Stretch *self, Row *row, int number)
{
  int     before = -2;
  guint32 pairs[2] = { 0, 0 };

  if (row->number == number)
    return;

  row->number = number;
  for (gsize i = 0; i < self->n_columns; i++)
    {
      const Place *place = &self->columns[i];
      guint32      mixed;

      if (place->before != before)
        {
          before = place->before;
          pairs[0] = get_pair (self->from, number, before);
          pairs[1] = get_pair (self->from, number, before + 1);
        }
      mixed = pairs[0] * (WHOLE - place->after) + pairs[1] * place->after + 0x00800080;
      row->alpha[i] = (guint16) (mixed >> 24);
      row->grey[i] = (guint16) (mixed >> 8 & 0xff);
    }
}

static inline guint16
mix (guint16 a, guint16 b, guint16 of_a, guint16 of_b)
{
  return (guint16) ((guint16) (a * of_a + b * of_b + WHOLE / 2) >> 8);
}

static void
mix_chunk (const guint16 *alpha_a,
           const guint16 *alpha_b,
           const guint16 *grey_a,
           const guint16 *grey_b,
           guint16        of_a,
           guint16        of_b,
           guint32 *restrict to)
{
  for (int i = 0; i < CHUNK; i++)
    {
      const guint16 alpha = mix (alpha_a[i], alpha_b[i], of_a, of_b);
      const guint16 grey = mix (grey_a[i], grey_b[i], of_a, of_b);
      const guint16 low = (guint16) (grey << 8 | grey);
      const guint16 high = (guint16) (alpha << 8 | grey);

      to[i] = (guint32) high << 16 | low;
    }
}

/* Mixes two stretched rows. */
static void
mix_rows (const Stretch *self, const Row *a, const Row *b, guint32 after, double alpha, guint32 *to)
{
  const guint16 of_b = (guint16) (after * alpha);
  const guint16 of_a = (guint16) ((WHOLE - after) * alpha);

  for (gsize i = 0; i < self->n_columns; i += CHUNK)
    mix_chunk (a->alpha + i, b->alpha + i, a->grey + i, b->grey + i, of_a, of_b, to + i);
}

/* The places of all columns of the target, and more to fill the last chunk */
static Place *
find_columns (const KaMapGrey *from, double corner, double size, int first, gsize n_columns)
{
  Place *columns = g_new (Place, n_columns);

  for (gsize i = 0; i < n_columns; i++)
    columns[i] = find_place ((first + (double) i + 0.5 - corner) / size, from->width);

  return columns;
}

cairo_surface_t *
ka_map_stretch (const KaMapGrey      *self,
                KaPoint               corner,
                double                size,
                double                alpha,
                cairo_rectangle_int_t box)
{
  static const cairo_user_data_key_t key;
  const gsize                        n_columns = ((gsize) box.width + CHUNK - 1) / CHUNK * CHUNK;
  g_autofree Place   *columns = find_columns (self, corner.x, size, box.x, n_columns);
  g_autofree guint16 *memory = g_new (guint16, 4 * n_columns);
  const Stretch       stretch = { self, columns, n_columns };
  Row                 a = { -2, memory, memory + n_columns };
  Row                 b = { -2, memory + 2 * n_columns, memory + 3 * n_columns };
  guint32            *pixels = g_new (guint32, n_columns * (gsize) box.height);
  cairo_surface_t    *surface = cairo_image_surface_create_for_data (
       (guchar *) pixels, CAIRO_FORMAT_ARGB32, box.width, box.height, (int) (4 * n_columns));

  cairo_surface_set_user_data (surface, &key, pixels, g_free);
  for (int y = 0; y < box.height; y++)
    {
      const Place place = find_place ((box.y + y + 0.5 - corner.y) / size, self->height);

      if (b.number == place.before)
        {
          const Row swapped = a;

          a = b;
          b = swapped;
        }
      stretch_row (&stretch, &a, place.before);
      stretch_row (&stretch, &b, place.before + 1);
      mix_rows (&stretch, &a, &b, place.after, alpha, pixels + (gsize) y * n_columns);
    }

  return surface;
}
