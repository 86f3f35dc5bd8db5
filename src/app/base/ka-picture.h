/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KaPicture:
 *
 * What has been painted once and is shown in many frames. It holds the form that the renderer of
 * the window is quick with: a texture for those that draw with the graphics card, a pattern for
 * the one that draws with Cairo, which otherwise converts every texture in every frame.
 */
typedef struct _KaPicture KaPicture;

KaPicture *ka_picture_new (cairo_surface_t *surface) G_GNUC_WARN_UNUSED_RESULT;
KaPicture *ka_picture_ref (KaPicture *self) G_GNUC_WARN_UNUSED_RESULT;
void       ka_picture_unref (KaPicture *self);
void       ka_picture_append (KaPicture             *self,
                              GtkSnapshot           *snapshot,
                              GtkWidget             *widget,
                              const graphene_rect_t *bounds);
void       ka_picture_append_faded (KaPicture             *self,
                                    GtkSnapshot           *snapshot,
                                    GtkWidget             *widget,
                                    const graphene_rect_t *bounds,
                                    double                 alpha);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaPicture, ka_picture_unref)

G_END_DECLS
