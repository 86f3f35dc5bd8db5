/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colours a row of the ground: fill, relief and band of each pixel at once. Most chunks of a row
 * have one number, and a loop that compilers turn into vectors.
 */

#include "config.h"

#include "ka-map-ground-row.h"

#include <string.h>

#define BYTES_OF_ONE G_GUINT64_CONSTANT (0x0101010101010101)

static inline guint16
get_red (guint32 pixel)
{
  return (guint16) (pixel >> 16 & 0xff);
}

static inline guint16
get_green (guint32 pixel)
{
  return (guint16) (pixel >> 8 & 0xff);
}

static inline guint16
get_blue (guint32 pixel)
{
  return (guint16) (pixel & 0xff);
}

static inline guint32
join (guint16 red, guint16 green, guint16 blue)
{
  return (guint32) (guint16) (0xff00 | red) << 16 | (guint16) (green << 8 | blue);
}

/* A part of a channel in 255ths, rounded as by pixman; of the narrowest integers more fit into a
 * vector */
static inline guint16
take (guint16 channel, guint16 part)
{
  const guint16 product = (guint16) (channel * part + 128);

  return (guint16) ((guint16) (product + (product >> 8)) >> 8);
}

static inline guint32
shade_pixel (guint32 fill, guint16 alpha, guint16 grey)
{
  const guint16 rest = (guint16) (255 - alpha);

  return join ((guint16) (take (get_red (fill), rest) + grey),
               (guint16) (take (get_green (fill), rest) + grey),
               (guint16) (take (get_blue (fill), rest) + grey));
}

static inline guint16
mix (guint16 below, guint16 above, guint16 coverage)
{
  return (guint16) (take (below, (guint16) (255 - coverage)) + take (above, coverage));
}

static inline guint32
blend_pixel (guint32 below, guint32 above, guint16 coverage)
{
  return join (mix (get_red (below), get_red (above), coverage),
               mix (get_green (below), get_green (above), coverage),
               mix (get_blue (below), get_blue (above), coverage));
}

static void
fill_chunk (guint32 fill, guint32 *restrict to)
{
  for (int i = 0; i < KA_MAP_CHUNK; i++)
    to[i] = fill;
}

static void
shade_chunk (guint32 fill, const guint16 *alpha, const guint16 *grey, guint32 *restrict to)
{
  for (int i = 0; i < KA_MAP_CHUNK; i++)
    to[i] = shade_pixel (fill, alpha[i], grey[i]);
}

static void
blend_chunk (guint32 above, const guchar *coverage, guint32 *restrict to)
{
  for (int i = 0; i < KA_MAP_CHUNK; i++)
    to[i] = blend_pixel (to[i], above, coverage[i]);
}

/* Whether all bytes of a chunk are the same */
static gboolean
is_even (const guchar *bytes)
{
  guint64 halves[2];

  memcpy (halves, bytes, KA_MAP_CHUNK);

  return halves[0] == halves[1] && halves[0] == bytes[0] * BYTES_OF_ONE;
}

/* Colours a chunk with one number. */
static void
colour_chunk (const KaMapGroundRow *self, gsize at, guint32 *to)
{
  const KaMapGround *ground = &self->grounds[self->numbers[at]];

  if (ground->is_land && self->relief.alpha != NULL)
    shade_chunk (ground->fill, self->relief.alpha + at, self->relief.grey + at, to + at);
  else
    fill_chunk (ground->fill, to + at);
  if (ground->band != 0 && (self->bands[at] != 0 || !is_even (self->bands + at)))
    blend_chunk (ground->band, self->bands + at, to + at);
}

static void
colour_pixel (const KaMapGroundRow *self, gsize at, guint32 *to)
{
  const KaMapGround *ground = &self->grounds[self->numbers[at]];

  to[at] = ground->is_land && self->relief.alpha != NULL
             ? shade_pixel (ground->fill, self->relief.alpha[at], self->relief.grey[at])
             : ground->fill;
  if (ground->band != 0 && self->bands[at] != 0)
    to[at] = blend_pixel (to[at], ground->band, self->bands[at]);
}

void
ka_map_ground_colour_row (const KaMapGroundRow *self, guint32 *to, gsize n_pixels)
{
  gsize at = 0;

  while (at < n_pixels)
    if (at + KA_MAP_CHUNK <= n_pixels && is_even (self->numbers + at))
      {
        colour_chunk (self, at, to);
        at += KA_MAP_CHUNK;
      }
    else
      {
        const gsize end = MIN (at + KA_MAP_CHUNK, n_pixels);

        for (; at < end; at++)
          colour_pixel (self, at, to);
      }
}

guint32
ka_map_ground_blend (guint32 below, guint32 above, guchar coverage)
{
  return blend_pixel (below, above, coverage);
}
