/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws thin straight lines into the pixels of a raster. In each row of a steep line, and in each
 * column of a flat one, it covers what a box as wide as the line covers there.
 */

#include "config.h"

#include "ka-map-hairline.h"

#include <math.h>

/* An opacity of 1 */
#define OPAQUE 256

static guint32
to_byte (double part)
{
  return (guint32) (part * 255.0 + 0.5);
}

gboolean
ka_map_hairline_begin (KaMapHairline  *self,
                       cairo_t        *cr,
                       const KaColour *colour,
                       double          alpha,
                       double          width)
{
  double dx = width, dy = 0;

  if (!ka_map_pixels_begin (&self->pixels, cr))
    return FALSE;

  cairo_user_to_device_distance (cr, &dx, &dy);
  self->width = hypot (dx, dy) * self->pixels.ratio;
  self->alpha = alpha * colour->alpha;
  self->colour = 0xff000000 | to_byte (colour->red) << 16 | to_byte (colour->green) << 8 |
                 to_byte (colour->blue);

  return TRUE;
}

/* Blends a premultiplied pixel, two channels at a time; @part in 256ths */
static guint32
blend (guint32 below, guint32 above, guint32 part)
{
  const guint32 even = 0x00ff00ff;
  const guint32 low = ((below & even) * (OPAQUE - part) + (above & even) * part) >> 8 & even;
  const guint32 high = ((below >> 8 & even) * (OPAQUE - part) + (above >> 8 & even) * part) & ~even;

  return low | high;
}

static void
cover (const KaMapHairline *self, int x, int y, double share)
{
  const cairo_rectangle_int_t *clip = &self->pixels.clip;
  guint32                     *pixel;

  if (x < clip->x || y < clip->y || x >= clip->x + clip->width || y >= clip->y + clip->height)
    return;

  pixel = ka_map_pixels_get_row (&self->pixels, y) + x;
  *pixel = blend (*pixel, self->colour, (guint32) (share * self->alpha * OPAQUE + 0.5));
}

/* Covers what lies between two places of a row, or of a column when the line is flat. */
static void
cover_between (const KaMapHairline *self, int along, double low, double high, gboolean is_flat)
{
  for (int i = (int) floor (low); i < high; i++)
    {
      double share = MIN (high, i + 1) - MAX (low, i);

      if (is_flat)
        cover (self, along, i, share);
      else
        cover (self, i, along, share);
    }
}

void
ka_map_hairline_draw (const KaMapHairline *self, KaPoint from, KaPoint to)
{
  const cairo_rectangle_int_t *clip = &self->pixels.clip;
  KaPoint                      a = ka_map_pixels_find (&self->pixels, from);
  KaPoint                      b = ka_map_pixels_find (&self->pixels, to);
  gboolean                     is_flat = fabs (b.x - a.x) > fabs (b.y - a.y);
  KaPoint                      low, high; /* x along the line, y across it */
  double                       slope, half;

  if (is_flat)
    low = a, high = b;
  else
    low = (KaPoint){ a.y, a.x }, high = (KaPoint){ b.y, b.x };
  if (low.x > high.x)
    {
      KaPoint swapped = low;

      low = high;
      high = swapped;
    }
  if (!(high.x > low.x))
    return;

  slope = (high.y - low.y) / (high.x - low.x);
  half = self->width / 2 * hypot (1, slope);
  a.x = MAX (low.x, is_flat ? clip->x : clip->y);
  b.x = MIN (high.x, is_flat ? clip->x + clip->width : clip->y + clip->height);
  /* Each row with its middle between the ends */
  for (int i = (int) ceil (a.x - 0.5); i + 0.5 < b.x; i++)
    {
      double middle = low.y + (i + 0.5 - low.x) * slope;

      cover_between (self, i, middle - half, middle + half, is_flat);
    }
}

void
ka_map_hairline_end (KaMapHairline *self)
{
  ka_map_pixels_end (&self->pixels);
}
