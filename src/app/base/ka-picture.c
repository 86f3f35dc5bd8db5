/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps a painted picture in the form that the renderer of a window draws fastest.
 *
 * With Cairo, GTK 4.8 converts each texture of a window through floating point numbers in every
 * frame. That takes ten nanoseconds a pixel, ten times as long as to draw it.
 */

#include "config.h"

#include "ka-picture.h"

#include "ka-cairo-auto.h"

#include <gsk/gsk.h>

struct _KaPicture
{
  /* Owned */
  cairo_surface_t *surface;
  gboolean         is_opaque;
  GdkTexture      *texture; /* (nullable): made when it is first asked for */
  GskRenderNode   *node;    /* (nullable): the same, for Cairo */
};

KaPicture *
ka_picture_new (cairo_surface_t *surface, gboolean is_opaque)
{
  KaPicture *self = g_atomic_rc_box_new0 (KaPicture);

  cairo_surface_flush (surface);
  self->surface = cairo_surface_reference (surface);
  self->is_opaque = is_opaque;

  return self;
}

static void
clear_picture (gpointer data)
{
  KaPicture *self = data;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  cairo_surface_destroy (self->surface);
}

KaPicture *
ka_picture_ref (KaPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ka_picture_unref (KaPicture *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_picture);
}

cairo_surface_t *
ka_picture_get_surface (KaPicture *self)
{
  return self->surface;
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

/* Paints over the clip. The bounds set the size; the device scale of the surface does not count. */
static void
paint (KaPicture             *self,
       cairo_t               *cr,
       const graphene_rect_t *bounds,
       cairo_extend_t         extend,
       double                 alpha)
{
  cairo_surface_t *surface = self->surface;
  g_autoptr (cairo_pattern_t) pattern = cairo_pattern_create_for_surface (surface);
  double scale_x;
  double scale_y;

  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_translate (cr, (double) bounds->origin.x, (double) bounds->origin.y);
  cairo_scale (cr, (double) bounds->size.width * scale_x / cairo_image_surface_get_width (surface),
               (double) bounds->size.height * scale_y / cairo_image_surface_get_height (surface));
  /* Only a map that is being zoomed is scaled, until it is painted anew. */
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_FAST);
  cairo_pattern_set_extend (pattern, extend);
  cairo_set_source (cr, pattern);
  /* Pixman scales pixels that it need not blend in half the time. */
  if (self->is_opaque && alpha >= 1.0)
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint_with_alpha (cr, alpha);
}

static GskRenderNode *
create_node (KaPicture *self, const graphene_rect_t *bounds, double alpha)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  g_autoptr (cairo_t) cr = gsk_cairo_node_get_draw_context (node);

  paint (self, cr, bounds, CAIRO_EXTEND_NONE, alpha);

  return node;
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);
}

static void
append_texture (KaPicture *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds, double alpha)
{
  if (self->texture == NULL)
    self->texture = create_texture (self->surface);
  if (alpha < 1.0)
    gtk_snapshot_push_opacity (snapshot, alpha);
  gtk_snapshot_append_texture (snapshot, self->texture, bounds);
  if (alpha < 1.0)
    gtk_snapshot_pop (snapshot);
}

/* Keeps the node of an opaque picture for the next frame. */
static void
append_kept_node (KaPicture *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  graphene_rect_t held;

  if (self->node != NULL)
    gsk_render_node_get_bounds (self->node, &held);
  if (self->node == NULL || !graphene_rect_equal (&held, bounds))
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = create_node (self, bounds, 1.0);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

void
ka_picture_append (KaPicture             *self,
                   GtkSnapshot           *snapshot,
                   GtkWidget             *widget,
                   const graphene_rect_t *bounds,
                   double                 alpha)
{
  g_autoptr (GskRenderNode) node = NULL;

  if (is_drawn_by_cairo (widget) && alpha >= 1.0)
    append_kept_node (self, snapshot, bounds);
  else if (is_drawn_by_cairo (widget))
    {
      node = create_node (self, bounds, alpha);
      gtk_snapshot_append_node (snapshot, node);
    }
  else
    append_texture (self, snapshot, bounds, alpha);
}

static void
append_rectangle (cairo_t *cr, const graphene_rect_t *rect)
{
  cairo_rectangle (cr, (double) rect->origin.x, (double) rect->origin.y, (double) rect->size.width,
                   (double) rect->size.height);
}

/* Leaves a part of a frame out. */
static void
clip_out (cairo_t *cr, const graphene_rect_t *all, const graphene_rect_t *hidden)
{
  graphene_rect_t inner;

  if (!graphene_rect_intersection (all, hidden, &inner))
    return;

  append_rectangle (cr, all);
  append_rectangle (cr, &inner);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

void
ka_picture_append_piece (KaPicture             *self,
                         GtkSnapshot           *snapshot,
                         GtkWidget             *widget,
                         const graphene_rect_t *bounds,
                         const graphene_rect_t *covered,
                         double                 alpha,
                         const graphene_rect_t *hidden)
{
  g_autoptr (cairo_t) cr = NULL;

  if (!is_drawn_by_cairo (widget))
    {
      append_texture (self, snapshot, covered, alpha);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, covered);
  if (hidden != NULL)
    clip_out (cr, covered, hidden);
  /* Rounding may ask for a pixel beyond the edge. */
  paint (self, cr, bounds, CAIRO_EXTEND_PAD, alpha);
}
