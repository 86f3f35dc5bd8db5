/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws thin lines on a raster. In each row of a steep line, and in each column of a flat one, it
 * covers what a box as wide as the line covers there. Each line reaches beyond its ends by half its
 * width, and of what lines cover of a pixel the most counts: so they join.
 */

#include "config.h"

#include "ka-map-thin.h"

#include <math.h>
#include <string.h>

#include "ka-map-parts.h"
#include "ka-map-pixels.h"

/* The greatest width, in pixels: corners of wider lines would show */
#define MAX_WIDTH 3.0
/* Pixels of a row that are cleared together */
#define CHUNK 16
/* The most pixels that a line covers of a row that it is steep to */
#define MAX_ACROSS 8
/* The greatest coordinate of a pixel */
#define MAX_PIXEL 1e9
/* An opacity of 1 */
#define OPAQUE 256

struct _KaMapThin
{
  KaMapPixels pixels;    /* with a clip around the lines */
  gsize       n_chunks;  /* of a row */
  guchar     *coverage;  /* of the pixels of the clip; unknown in a chunk without lines */
  guchar     *has_lines; /* by chunk */
};

/* A line: x along it, y across it */
typedef struct
{
  KaPoint from; /* the lower x */
  double  to;
  double  slope;
  double  width; /* across */
} Strip;

gboolean
ka_map_thin_suits (cairo_t *cr, double width)
{
  return ka_map_is_raster (cr) && ka_map_pixels_measure (cr, width) <= MAX_WIDTH;
}

static KaMapThin *
create (const KaMapPixels *pixels)
{
  KaMapThin *self = g_new (KaMapThin, 1);
  gsize      n_chunks;

  self->pixels = *pixels;
  self->n_chunks = ((gsize) pixels->clip.width + CHUNK - 1) / CHUNK;
  n_chunks = self->n_chunks * (gsize) pixels->clip.height;
  self->coverage = g_new (guchar, n_chunks * CHUNK);
  self->has_lines = g_new0 (guchar, n_chunks);

  return self;
}

KaMapThin *
ka_map_thin_new (cairo_t *cr)
{
  KaMapPixels pixels;

  ka_map_pixels_get (&pixels, cr);

  return create (&pixels);
}

/* A pixel of the clip, in a chunk that is cleared */
static inline guchar *
touch (KaMapThin *self, int x, int y)
{
  const gsize chunk = (gsize) y * self->n_chunks + (gsize) x / CHUNK;
  guchar     *pixels = self->coverage + chunk * CHUNK;

  if (!self->has_lines[chunk])
    {
      self->has_lines[chunk] = TRUE;
      memset (pixels, 0, CHUNK);
    }

  return pixels + (gsize) x % CHUNK;
}

/* What a strip covers of the pixels from @first on, in 255ths: of a row, or of a column when it is
 * flat. The strip lies there from @from to @to along it. Returns the number of the pixels. */
static inline int
measure (const Strip *self, double from, double to, int *first, guchar *coverage)
{
  const double middle = self->from.y + ((from + to) / 2 - self->from.x) * self->slope;
  const double low = middle - self->width / 2;
  const double high = middle + self->width / 2;
  const double scale = (to - from) * 255;
  int          n = 0;

  *first = (int) low - (low < 0);
  for (double at = *first; at < high && n < MAX_ACROSS; at++)
    coverage[n++] = (guchar) ((MIN (high, at + 1) - MAX (low, at)) * scale + 0.5);

  return n;
}

static inline void
cover (guchar *pixel, guchar coverage)
{
  *pixel = MAX (*pixel, coverage);
}

static void
cover_flat (KaMapThin *self, const Strip *strip)
{
  const int end = (int) MIN (ceil (strip->to), self->pixels.clip.width);

  for (int x = (int) MAX (floor (strip->from.x), 0); x < end; x++)
    {
      guchar    coverage[MAX_ACROSS];
      int       first;
      const int n = measure (strip, MAX (strip->from.x, x), MIN (strip->to, x + 1), &first,
                             coverage);

      for (int i = MAX (-first, 0); i < n && first + i < self->pixels.clip.height; i++)
        cover (touch (self, x, first + i), coverage[i]);
    }
}

static void
cover_steep (KaMapThin *self, const Strip *strip)
{
  const int end = (int) MIN (ceil (strip->to), self->pixels.clip.height);

  for (int y = (int) MAX (floor (strip->from.x), 0); y < end; y++)
    {
      guchar    coverage[MAX_ACROSS];
      int       first;
      const int n = measure (strip, MAX (strip->from.x, y), MIN (strip->to, y + 1), &first,
                             coverage);
      const int before = MAX (-first, 0);
      const int n_seen = MIN (n, self->pixels.clip.width - first);
      guchar   *pixels;

      if (n_seen <= before)
        continue;
      touch (self, first + n_seen - 1, y);
      pixels = touch (self, first + before, y);
      for (int i = before; i < n_seen; i++)
        cover (pixels++, coverage[i]);
    }
}

/* The place of a point in pixels of the clip */
static KaPoint
find (const KaMapThin *self, KaPoint user)
{
  const KaPoint at = ka_map_pixels_find (&self->pixels, user);

  return (KaPoint){ at.x - self->pixels.clip.x, at.y - self->pixels.clip.y };
}

/* Whether a line may meet the clip */
static gboolean
is_near (const KaMapThin *self, KaPoint from, KaPoint to, double width)
{
  const KaBox box = { MIN (from.x, to.x) - width, MIN (from.y, to.y) - width,
                      MAX (from.x, to.x) + width, MAX (from.y, to.y) + width };

  return box.x0 > -MAX_PIXEL && box.y0 > -MAX_PIXEL && box.x1 < MAX_PIXEL && box.y1 < MAX_PIXEL &&
         box.x1 > 0 && box.y1 > 0 && box.x0 < self->pixels.clip.width &&
         box.y0 < self->pixels.clip.height;
}

static void
add_line (KaMapThin *self, KaPoint from, KaPoint to, double width)
{
  const KaPoint  along = { to.x - from.x, to.y - from.y };
  const gboolean is_flat = fabs (along.x) > fabs (along.y);
  const double   length = hypot (along.x, along.y);
  const double   part = width / 2 / length;
  Strip          strip;

  if (!(length > 0) || !is_near (self, from, to, width))
    return;

  from = (KaPoint){ from.x - along.x * part, from.y - along.y * part };
  to = (KaPoint){ to.x + along.x * part, to.y + along.y * part };
  if (is_flat)
    {
      strip.slope = along.y / along.x;
      strip.from = from.x < to.x ? from : to;
      strip.to = MAX (from.x, to.x);
      strip.width = width * length / fabs (along.x);
    }
  else
    {
      strip.slope = along.x / along.y;
      strip.from = from.y < to.y ? (KaPoint){ from.y, from.x } : (KaPoint){ to.y, to.x };
      strip.to = MAX (from.y, to.y);
      strip.width = width * length / fabs (along.y);
    }
  if (is_flat)
    cover_flat (self, &strip);
  else
    cover_steep (self, &strip);
}

void
ka_map_thin_add_line (KaMapThin *self, KaPoint from, KaPoint to, double width)
{
  add_line (self, find (self, from), find (self, to),
            ka_map_pixels_measure (self->pixels.cr, width));
}

void
ka_map_thin_add_path (KaMapThin *self, double width)
{
  cairo_path_t *path = cairo_copy_path_flat (self->pixels.cr);
  const double  width_px = ka_map_pixels_measure (self->pixels.cr, width);
  KaPoint       first = { 0, 0 };
  KaPoint       here = { 0, 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      const KaPoint            before = here;

      if (data->header.type == CAIRO_PATH_CLOSE_PATH)
        here = first;
      else
        here = find (self, (KaPoint){ data[1].point.x, data[1].point.y });
      if (data->header.type == CAIRO_PATH_MOVE_TO)
        first = here;
      else
        add_line (self, before, here, width_px);
    }
  cairo_path_destroy (path);
  cairo_new_path (self->pixels.cr);
}

/* Blends a premultiplied pixel, two channels at a time; @part in 256ths */
static inline guint32
blend (guint32 below, guint32 above, guint32 part)
{
  const guint32 even = 0x00ff00ff;
  const guint32 low = ((below & even) * (OPAQUE - part) + (above & even) * part) >> 8 & even;
  const guint32 high = ((below >> 8 & even) * (OPAQUE - part) + (above >> 8 & even) * part) & ~even;

  return low | high;
}

/* Blends a colour with the pixels of a chunk; @share: what a coverage of 1 counts, in
 * 256ths of a 256th. */
static void
blend_chunk (const guchar *coverage, guint32 colour, guint32 share, guint32 *to)
{
  guint64 half;

  for (int first = 0; first < CHUNK; first += (int) sizeof half)
    {
      memcpy (&half, coverage + first, sizeof half);
      for (int i = first; half != 0 && i < first + (int) sizeof half; i++)
        if (coverage[i] != 0)
          to[i] = blend (to[i], colour, (coverage[i] * share + OPAQUE / 2) / OPAQUE);
    }
}

/* The next chunk from @chunk on that has lines, or @n_chunks */
static gsize
find_lines (const guchar *has_lines, gsize chunk, gsize n_chunks)
{
  guint64 next;

  for (; chunk + sizeof next <= n_chunks; chunk += sizeof next)
    {
      memcpy (&next, has_lines + chunk, sizeof next);
      if (next != 0)
        break;
    }
  while (chunk < n_chunks && !has_lines[chunk])
    chunk++;

  return chunk;
}

/* Blends the pixels of a target. */
static void
paint_directly (const KaMapThin *self, const KaColour *colour, double alpha)
{
  const cairo_rectangle_int_t *clip = &self->pixels.clip;
  const KaColour               opaque = { colour->red, colour->green, colour->blue, 1 };
  const guint32                pixel = ka_map_pixel (&opaque);
  const guint32 share = (guint32) (alpha * colour->alpha * OPAQUE * OPAQUE / 255 + 0.5);
  const gsize   n_chunks = self->n_chunks * (gsize) clip->height;

  for (gsize chunk = find_lines (self->has_lines, 0, n_chunks); chunk < n_chunks;
       chunk = find_lines (self->has_lines, chunk + 1, n_chunks))
    {
      const gsize y = chunk / self->n_chunks;
      const gsize x = chunk % self->n_chunks * CHUNK;

      blend_chunk (self->coverage + chunk * CHUNK, pixel, share,
                   ka_map_pixels_get_row (&self->pixels, clip->y + (int) y) + clip->x + x);
    }
  cairo_surface_mark_dirty_rectangle (self->pixels.target, clip->x, clip->y, clip->width,
                                      clip->height);
}

/* Has Cairo paint a mask through another clip than a box, or on a target without colours. */
static void
paint_by_mask (const KaMapThin *self, const KaColour *colour, double alpha)
{
  const KaMapPixels *pixels = &self->pixels;
  const gsize        n_chunks = self->n_chunks * (gsize) pixels->clip.height;
  cairo_surface_t   *mask;

  for (gsize i = 0; i < n_chunks; i++)
    if (!self->has_lines[i])
      memset (self->coverage + i * CHUNK, 0, CHUNK);
  mask = cairo_image_surface_create_for_data (self->coverage, CAIRO_FORMAT_A8, pixels->clip.width,
                                              pixels->clip.height, (int) self->n_chunks * CHUNK);
  cairo_surface_set_device_scale (mask, pixels->ratio, pixels->ratio);
  cairo_save (pixels->cr);
  cairo_identity_matrix (pixels->cr);
  ka_colour_set_source_alpha (colour, pixels->cr, alpha);
  cairo_mask_surface (pixels->cr, mask, (pixels->clip.x - pixels->offset.x) / pixels->ratio,
                      (pixels->clip.y - pixels->offset.y) / pixels->ratio);
  cairo_restore (pixels->cr);
  cairo_surface_destroy (mask);
}

void
ka_map_thin_paint (KaMapThin *self, const KaColour *colour, double alpha)
{
  if (self->pixels.is_box)
    paint_directly (self, colour, alpha);
  else if (self->pixels.clip.width > 0 && self->pixels.clip.height > 0)
    paint_by_mask (self, colour, alpha);
  g_free (self->coverage);
  g_free (self->has_lines);
  g_free (self);
}

/* Narrows a clip to the path and lines of a width around it. */
static void
narrow (cairo_rectangle_int_t *clip, const KaMapPixels *pixels, double width)
{
  double  x0, y0, x1, y1;
  KaPoint low, high;
  KaBox   box;

  cairo_path_extents (pixels->cr, &x0, &y0, &x1, &y1);
  low = ka_map_pixels_find (pixels, (KaPoint){ x0 - width, y0 - width });
  high = ka_map_pixels_find (pixels, (KaPoint){ x1 + width, y1 + width });
  box = ka_box_intersect (
    (KaBox){ floor (low.x), floor (low.y), ceil (high.x), ceil (high.y) },
    (KaBox){ clip->x, clip->y, clip->x + clip->width, clip->y + clip->height });
  *clip = (cairo_rectangle_int_t){ clip->x, clip->y, 0, 0 };
  if (!ka_box_is_empty (box))
    *clip = (cairo_rectangle_int_t){ (int) box.x0, (int) box.y0, (int) (box.x1 - box.x0),
                                     (int) (box.y1 - box.y0) };
}

gboolean
ka_map_thin_stroke (cairo_t *cr, const KaColour *colour, double width)
{
  KaMapPixels pixels;
  KaMapThin  *self;

  if (!ka_map_thin_suits (cr, width))
    return FALSE;

  ka_map_pixels_get (&pixels, cr);
  narrow (&pixels.clip, &pixels, width);
  self = create (&pixels);
  ka_map_thin_add_path (self, width);
  ka_map_thin_paint (self, colour, 1);

  return TRUE;
}
