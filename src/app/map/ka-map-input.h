/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-furniture-layer.h"
#include "ka-map-actions.h"

G_BEGIN_DECLS

/**
 * KaMapInput: pointer and touch of a map view: click, drag, box zoom, swipe handle, wheel,
 * pinch, tooltips.
 */
typedef struct _KaMapInput KaMapInput;

/** ka_map_input_new: (transfer full): the input of @widget; all arguments outlive it. */
KaMapInput *ka_map_input_new (GtkWidget        *widget,
                              KaSession        *session,
                              KaMapScene       *scene,
                              KaMapCamera      *camera,
                              KaFurnitureLayer *furniture,
                              KaMapActions     *actions) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_input_free: frees @self (transfer full) and removes its controllers. */
void ka_map_input_free (KaMapInput *self);

/** ka_map_input_set_has_swipe: sets whether the pinned day is shown left of the swipe handle. */
void ka_map_input_set_has_swipe (KaMapInput *self, gboolean has_swipe);

/** ka_map_input_get_swipe: where the swipe handle stands, as a part of the width, 0 to 1. */
double ka_map_input_get_swipe (KaMapInput *self);

/** ka_map_input_get_box: whether a box zoom is under way; @rect (out): its box in pixels. */
gboolean ka_map_input_get_box (KaMapInput *self, graphene_rect_t *rect);

G_END_DECLS
