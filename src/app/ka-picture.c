/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what has been painted for the frames to come.
 *
 * GTK 4.8 downloads the textures of a window through floating point numbers for each frame that it
 * draws with Cairo, wherever in the window something has changed; that took nearly ten nanoseconds
 * a pixel, ten times as much as to draw them.
 */

#include "config.h"

#include "ka-picture.h"

#include <gsk/gsk.h>

struct _KaPicture
{
  /* Owned */
  cairo_surface_t *surface;
  GdkTexture      *texture; /* (nullable): made when it is first asked for */
  GskRenderNode   *node;    /* (nullable): the same, for Cairo */
};

/**
 * ka_picture_new:
 * @surface: an image surface in the format ARGB32 that nothing is drawn on any more
 *
 * Returns: (transfer full): the picture; it keeps a reference to @surface
 */
KaPicture *
ka_picture_new (cairo_surface_t *surface)
{
  KaPicture *self = g_new0 (KaPicture, 1);

  cairo_surface_flush (surface);
  self->surface = cairo_surface_reference (surface);

  return self;
}

/**
 * ka_picture_free:
 * @self: a picture
 */
void
ka_picture_free (KaPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int   width = cairo_image_surface_get_width (surface);
  int   height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface), stride * (gsize) height,
    (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GskRenderNode *
create_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  double         scale_x;
  double         scale_y;
  cairo_t       *cr;

  /* The node may be larger or smaller than the surface, whose own scale is set aside. */
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_translate (cr, (double) bounds->origin.x, (double) bounds->origin.y);
  cairo_scale (cr, (double) bounds->size.width * scale_x / cairo_image_surface_get_width (surface),
               (double) bounds->size.height * scale_y / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

/**
 * ka_picture_append:
 * @self: a picture
 * @snapshot: where to
 * @widget: a realized widget, whose renderer will draw it
 * @bounds: what the picture fills
 */
void
ka_picture_append (KaPicture             *self,
                   GtkSnapshot           *snapshot,
                   GtkWidget             *widget,
                   const graphene_rect_t *bounds)
{
  GskRenderer    *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  graphene_rect_t held;

  if (renderer == NULL || !GSK_IS_CAIRO_RENDERER (renderer))
    {
      if (self->texture == NULL)
        self->texture = create_texture (self->surface);
      gtk_snapshot_append_texture (snapshot, self->texture, bounds);
      return;
    }

  if (self->node != NULL)
    gsk_render_node_get_bounds (self->node, &held);
  if (self->node == NULL || !graphene_rect_equal (&held, bounds))
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = create_node (self->surface, bounds);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}
