/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the pixels of a raster that Cairo draws into, to draw into them without it.
 */

#include "config.h"

#include "ka-map-pixels.h"

#include <math.h>

double
ka_map_pixels_measure (cairo_t *cr, double length)
{
  double dx = length, dy = 0;
  double ratio;

  cairo_user_to_device_distance (cr, &dx, &dy);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &ratio, &ratio);

  return hypot (dx, dy) * ratio;
}

KaPoint
ka_map_pixels_find (const KaMapPixels *self, KaPoint user)
{
  cairo_user_to_device (self->cr, &user.x, &user.y);

  return (KaPoint){ user.x * self->ratio + self->offset.x, user.y * self->ratio + self->offset.y };
}

gboolean
ka_map_pixels_has_box (cairo_t *cr)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean is_box = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  cairo_rectangle_list_destroy (list);

  return is_box;
}

static void
get_clip (KaMapPixels *self)
{
  KaPoint low, high;
  int     x1, y1;

  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_clip_extents (self->cr, &low.x, &low.y, &high.x, &high.y);
  cairo_restore (self->cr);
  self->clip.x = MAX ((int) floor (low.x * self->ratio + self->offset.x + 1e-6), 0);
  self->clip.y = MAX ((int) floor (low.y * self->ratio + self->offset.y + 1e-6), 0);
  x1 = MIN ((int) ceil (high.x * self->ratio + self->offset.x - 1e-6),
            cairo_image_surface_get_width (self->target));
  y1 = MIN ((int) ceil (high.y * self->ratio + self->offset.y - 1e-6),
            cairo_image_surface_get_height (self->target));
  self->clip.width = MAX (x1 - self->clip.x, 0);
  self->clip.height = MAX (y1 - self->clip.y, 0);
}

void
ka_map_pixels_get (KaMapPixels *self, cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_format_t   format = cairo_image_surface_get_format (target);

  *self = (KaMapPixels){ .cr = cr, .target = target };
  cairo_surface_flush (target);
  cairo_surface_get_device_scale (target, &self->ratio, &self->ratio);
  cairo_surface_get_device_offset (target, &self->offset.x, &self->offset.y);
  self->data = cairo_image_surface_get_data (target);
  self->stride = (gsize) cairo_image_surface_get_stride (target);
  self->is_box = (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24) &&
                 ka_map_pixels_has_box (cr);
  get_clip (self);
}

guint32
ka_map_pixel (const KaColour *colour)
{
  return 0xff000000 | (guint32) (colour->red * 255.0 + 0.5) << 16 |
         (guint32) (colour->green * 255.0 + 0.5) << 8 | (guint32) (colour->blue * 255.0 + 0.5);
}
