/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KaPicture: a picture that is painted once and shown in many frames: a texture for renderers
 * that use the graphics card, a Cairo pattern for the Cairo renderer, which converts textures in
 * every frame.
 */
typedef struct _KaPicture KaPicture;

/**
 * ka_picture_new: @surface: a finished image surface in the format ARGB32; @is_opaque: whether all
 * of its pixels are opaque. Returns: (transfer full): the picture; it keeps a reference to @surface
 */
KaPicture *ka_picture_new (cairo_surface_t *surface, gboolean is_opaque) G_GNUC_WARN_UNUSED_RESULT;

/** ka_picture_ref: (transfer full): @self, with another reference; on any thread. */
KaPicture *ka_picture_ref (KaPicture *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_picture_unref: drops a reference to @self (nullable). */
void ka_picture_unref (KaPicture *self);

/** ka_picture_get_surface: Returns: (transfer none): the image surface with the pixels. */
cairo_surface_t *ka_picture_get_surface (KaPicture *self);

/**
 * ka_picture_append:
 * @self: a picture
 * @snapshot: the frame
 * @widget: a realized widget, whose renderer draws the frame
 * @bounds: what the picture fills
 * @alpha: its opacity, 0 to 1
 *
 * Appends a picture in a fade. With Cairo it costs little more than an opaque one.
 * gtk_snapshot_push_opacity() takes several times as long: it makes a surface for each frame.
 */
void ka_picture_append (KaPicture             *self,
                        GtkSnapshot           *snapshot,
                        GtkWidget             *widget,
                        const graphene_rect_t *bounds,
                        double                 alpha);

/**
 * ka_picture_append_piece:
 * @self: a picture
 * @snapshot: the frame
 * @widget: a realized widget, whose renderer draws the frame
 * @bounds: what the picture fills, at any scale
 * @covered: the whole pixels of the screen that show it
 * @alpha: its opacity, 0 to 1
 * @hidden: (nullable): whole pixels that need not be drawn
 *
 * Appends a piece of a larger picture by the nearest pixel. Cairo draws a node on an image of its
 * size first: small pieces stay in the caches of the processor, a large picture would not.
 */
void ka_picture_append_piece (KaPicture             *self,
                              GtkSnapshot           *snapshot,
                              GtkWidget             *widget,
                              const graphene_rect_t *bounds,
                              const graphene_rect_t *covered,
                              double                 alpha,
                              const graphene_rect_t *hidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaPicture, ka_picture_unref)

G_END_DECLS
