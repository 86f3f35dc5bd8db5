/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-map-camera.h"
#include "ka-map-scene.h"
#include "ka-session.h"

G_BEGIN_DECLS

/** KaMapActions: the actions `map.…` of a map view, and its context menu. */
typedef struct _KaMapActions KaMapActions;

/** ka_map_actions_new: (transfer full): adds the actions to @widget; all arguments outlive them. */
KaMapActions *ka_map_actions_new (GtkWidget   *widget,
                                  KaSession   *session,
                                  KaMapScene  *scene,
                                  KaMapCamera *camera) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_actions_free: frees @self (transfer full) and closes the menu. */
void ka_map_actions_free (KaMapActions *self);

/** ka_map_actions_install_keys: binds keys to the actions, for the class of the map view. */
void ka_map_actions_install_keys (GtkWidgetClass *klass);

/** ka_map_actions_open_menu: opens the context menu at @at, a point in user units, where @day is
 * shown. */
void ka_map_actions_open_menu (KaMapActions *self, KaPoint at, KaDay day);

/** ka_map_actions_get_menu: (transfer none) (nullable): the context menu, while it is open. */
GtkWidget *ka_map_actions_get_menu (KaMapActions *self);

/**
 * ka_map_actions_show_selection:
 * @self: actions
 * @even_if_seen: whether to go there in any case; or else only when nothing of it is in view, and
 * without coming nearer
 *
 * Moves the camera to the selection, or to the selected step of it.
 */
void ka_map_actions_show_selection (KaMapActions *self, gboolean even_if_seen);

/** ka_map_actions_uncover_selection: moves the selection out from under what covers the map. */
void ka_map_actions_uncover_selection (KaMapActions *self);

G_END_DECLS
