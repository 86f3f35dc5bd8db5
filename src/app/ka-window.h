/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_WINDOW (ka_window_get_type ())

/**
 * KaWindow:
 *
 * The window: list, map, reading pane and timeline round one session.
 */
G_DECLARE_FINAL_TYPE (KaWindow, ka_window, KA, WINDOW, GtkApplicationWindow)

KaWindow *ka_window_new (GtkApplication *application, KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
