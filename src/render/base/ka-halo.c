/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints halos on a raster: draws the text once into a mask and widens the mask. Stroking outlines
 * of letters takes Cairo many times as long.
 */

#include "config.h"

#include "ka-halo.h"

#include <math.h>
#include <string.h>

#include "ka-cairo-auto.h"

/* Pixels of a row that are widened at a time; a fixed number lets compilers use vectors */
#define CHUNK 16
/* The part of a diagonal neighbour that spreads to a pixel */
#define CORNER 0.85
/* The largest coordinate of a pixel */
#define MAX_PIXEL 32767.0

/* Grey pixels with an empty border: a row above and below, a chunk at either end */
typedef struct
{
  guchar *data;
  gsize   stride;
  int     width;
  int     height;
} Mask;

static Mask
create_mask (int width, int height)
{
  gsize stride = ((gsize) width + 2 * CHUNK + CHUNK - 1) / CHUNK * CHUNK;

  return (Mask){ g_malloc0 (stride * ((gsize) height + 2)), stride, width, height };
}

static guchar *
get_row (const Mask *self, int row)
{
  return self->data + ((gsize) row + 1) * self->stride + CHUNK;
}

static cairo_surface_t *
create_surface (const Mask *self, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    get_row (self, 0), CAIRO_FORMAT_A8, self->width, self->height, (int) self->stride);

  cairo_surface_set_device_scale (surface, scale, scale);

  return surface;
}

/* Uses the narrowest integers: more of them fit into a vector */
static inline guchar
get_more (guchar a, guchar b)
{
  return a > b ? a : b;
}

static inline guchar
get_most (guchar a, guchar b, guchar c, guchar d)
{
  return get_more (get_more (a, b), get_more (c, d));
}

/* In 256ths */
static inline guchar
take_share (guchar of, guint16 share)
{
  return (guchar) ((guint16) (of * share) >> 8);
}

static void
widen_chunk (const guchar *above,
             const guchar *row,
             const guchar *below,
             guchar *restrict to,
             guint16 side,
             guint16 corner)
{
  for (int i = 0; i < CHUNK; i++)
    {
      guchar sides = get_most (above[i], below[i], row[i - 1], row[i + 1]);
      guchar corners = get_most (above[i - 1], above[i + 1], below[i - 1], below[i + 1]);

      to[i] = get_more (row[i], get_more (take_share (sides, side), take_share (corners, corner)));
    }
}

/* Widens the mask by @share of a pixel, 0 to 1 */
static void
widen (const Mask *from, Mask *to, double share)
{
  guint16 side = (guint16) (share * 256.0);
  guint16 corner = (guint16) (share * CORNER * 256.0);

  for (int y = 0; y < from->height; y++)
    for (int x = 0; x < from->width; x += CHUNK)
      widen_chunk (get_row (from, y - 1) + x, get_row (from, y) + x, get_row (from, y + 1) + x,
                   get_row (to, y) + x, side, corner);
  /* Clears what the last chunk of a row wrote beyond the end of the row */
  for (int y = 0; y < to->height; y++)
    memset (get_row (to, y) + to->width, 0, CHUNK);
}

/* Rounds down to a pixel that Cairo can address */
static int
to_pixel (double at)
{
  return (int) floor (fmin (fmax (at, -MAX_PIXEL), MAX_PIXEL));
}

/* Gets the pixels of the target that letters and halo can cover */
static cairo_rectangle_int_t
measure (cairo_t *cr, KaBox box, double reach, double scale)
{
  KaPoint corners[4] = {
    { box.x0 - reach, box.y0 - reach },
    { box.x1 + reach, box.y0 - reach },
    { box.x0 - reach, box.y1 + reach },
    { box.x1 + reach, box.y1 + reach },
  };
  KaBox device;
  int   left, top;

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_user_to_device (cr, &corners[i].x, &corners[i].y);
  device = ka_box_around (corners, G_N_ELEMENTS (corners));
  left = to_pixel (device.x0 * scale) - 1;
  top = to_pixel (device.y0 * scale) - 1;

  return (cairo_rectangle_int_t){ left, top, to_pixel (ceil (device.x1 * scale)) + 1 - left,
                                  to_pixel (ceil (device.y1 * scale)) + 1 - top };
}

/* Draws the letters into a mask. Pixman adds to a mask quickly, and blends slowly. */
static void
draw_letters (const Mask   *mask,
              cairo_t      *like,
              KaPoint       origin,
              double        scale,
              KaHaloShow    show,
              gconstpointer data)
{
  g_autoptr (cairo_surface_t) surface = create_surface (mask, scale);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  cairo_matrix_t matrix;

  cairo_get_matrix (like, &matrix);
  matrix.x0 -= origin.x;
  matrix.y0 -= origin.y;
  cairo_set_matrix (cr, &matrix);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  show (cr, data);
  cairo_surface_flush (surface);
}

gboolean
ka_halo_suits (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

void
ka_halo_paint (cairo_t *cr, KaBox box, double reach, KaHaloShow show, gconstpointer data)
{
  double                scale, unit_x = 1.0, unit_y = 0.0, left_px;
  cairo_rectangle_int_t area;
  KaPoint               origin;
  Mask                  mask, wider;
  g_autoptr (cairo_surface_t) surface = NULL;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale, NULL);
  cairo_user_to_device_distance (cr, &unit_x, &unit_y);
  area = measure (cr, box, reach, scale);
  origin = (KaPoint){ area.x / scale, area.y / scale };
  mask = create_mask (area.width, area.height);
  wider = create_mask (area.width, area.height);
  draw_letters (&mask, cr, origin, scale, show, data);
  for (left_px = reach * hypot (unit_x, unit_y) * scale; left_px > 0; left_px -= 1.0)
    {
      Mask narrower = mask;

      widen (&mask, &wider, MIN (left_px, 1.0));
      mask = wider;
      wider = narrower;
    }

  surface = create_surface (&mask, scale);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_mask_surface (cr, surface, origin.x, origin.y);
  cairo_restore (cr);
  g_free (mask.data);
  g_free (wider.data);
}
