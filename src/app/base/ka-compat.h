/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ka_compat_hold_divided (GtkPaned *outer);

G_END_DECLS
