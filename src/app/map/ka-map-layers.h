/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

GStrv      ka_layers_to_names (KaMapLayer layers) G_GNUC_WARN_UNUSED_RESULT;
KaMapLayer ka_layers_from_names (const char *const *names);
GtkWidget *ka_layers_create_popover (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
