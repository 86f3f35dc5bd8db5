/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Takes the pixels of a raster from Cairo and gives them back. A clip that is no box of pixels gets
 * a surface of its own.
 */

#include "config.h"

#include "ka-map-pixels.h"

#include <math.h>

#include "ka-map-parts.h"

KaPoint
ka_map_pixels_find (const KaMapPixels *self, KaPoint user)
{
  cairo_user_to_device (self->cr, &user.x, &user.y);

  return (KaPoint){ user.x * self->ratio + self->offset.x, user.y * self->ratio + self->offset.y };
}

/* Gets the pixels to draw into: FALSE when they are not those of a box. */
static gboolean
get_clip (KaMapPixels *self)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (self->cr);
  gboolean is_box = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (is_box)
    {
      const cairo_rectangle_t *box = list->rectangles;
      KaPoint                  low = ka_map_pixels_find (self, (KaPoint){ box->x, box->y });
      KaPoint                  high = ka_map_pixels_find (self,
                                                          (KaPoint){ box->x + box->width, box->y + box->height });

      self->clip = (cairo_rectangle_int_t){ (int) round (low.x), (int) round (low.y),
                                            (int) round (high.x - low.x),
                                            (int) round (high.y - low.y) };
    }
  cairo_rectangle_list_destroy (list);

  return is_box;
}

static void
get_target (KaMapPixels *self)
{
  self->target = cairo_get_group_target (self->cr);
  cairo_surface_get_device_scale (self->target, &self->ratio, &self->ratio);
  cairo_surface_get_device_offset (self->target, &self->offset.x, &self->offset.y);
}

static gboolean
has_colours (cairo_surface_t *surface)
{
  cairo_format_t format = cairo_image_surface_get_format (surface);

  return format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24;
}

gboolean
ka_map_pixels_begin (KaMapPixels *self, cairo_t *cr)
{
  *self = (KaMapPixels){ .cr = cr };
  if (!ka_map_is_raster (cr))
    return FALSE;

  get_target (self);
  if (!has_colours (self->target) || !get_clip (self))
    {
      self->is_beside = TRUE;
      cairo_push_group (cr);
      get_target (self);
      self->clip.width = cairo_image_surface_get_width (self->target);
      self->clip.height = cairo_image_surface_get_height (self->target);
    }
  cairo_surface_flush (self->target);
  self->data = cairo_image_surface_get_data (self->target);
  self->stride = (gsize) cairo_image_surface_get_stride (self->target);

  return TRUE;
}

void
ka_map_pixels_end (KaMapPixels *self)
{
  cairo_surface_mark_dirty_rectangle (self->target, self->clip.x, self->clip.y, self->clip.width,
                                      self->clip.height);
  if (self->is_beside)
    {
      cairo_pop_group_to_source (self->cr);
      cairo_paint (self->cr);
    }
}
