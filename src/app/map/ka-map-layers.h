/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

/**
 * ka_layers_to_names: @layers: some layers. Returns: (transfer full): their names in settings,
 * which are never translated
 */
GStrv ka_layers_to_names (KaMapLayer layers) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_layers_from_names: @names: (array zero-terminated=1): names of layers in settings; unknown
 * names are ignored. Returns: the layers
 */
KaMapLayer ka_layers_from_names (const char *const *names);

/**
 * ka_layers_create_popover: @session: holds the hidden layers, which the buttons show and
 * change. Returns: (transfer floating): a popover for a menu button, with a check button for
 * each layer
 */
GtkWidget *ka_layers_create_popover (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
