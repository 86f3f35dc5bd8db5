/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-kiosk.h"
#include "ka-session.h"
#include "ka-settings.h"

G_BEGIN_DECLS

#define KA_TYPE_WINDOW (ka_window_get_type ())

/** KaWindow: the window: list, map, reading pane and timeline on one session. */
G_DECLARE_FINAL_TYPE (KaWindow, ka_window, KA, WINDOW, GtkApplicationWindow)

/**
 * ka_window_new: @application: the application; @session: the session to show. Returns:
 * (transfer full): a window, not shown yet
 */
KaWindow *ka_window_new (GtkApplication *application, KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_window_restore: opens the reading list of the atlas; @settings: the kept state; the window
 * keeps its state there when it closes; @with_place: whether day, axis and the place of the map
 * come back too
 */
void ka_window_restore (KaWindow *self, GSettings *settings, gboolean with_place);

/** ka_window_get_session: Returns: (transfer none) (nullable): what it shows; another one after
 * ka_window_set_atlas() and for each visitor of a kiosk, %NULL once the window is closed */
KaSession *ka_window_get_session (KaWindow *self);

/**
 * ka_window_set_atlas: shows another version of its atlas in new views; not in a kiosk. What is
 * seen stays as far as the atlas has it: day, selection, history, filter, search, map, time in
 * view, tour, focus; @atlas: the other version
 */
void ka_window_set_atlas (KaWindow *self, KaAtlas *atlas);

/** ka_window_get_recent_menu: Returns: (transfer none): the part of the menu for recent files */
GMenu *ka_window_get_recent_menu (KaWindow *self);

/** ka_window_put_above: @widget: goes above the panes for good */
void ka_window_put_above (KaWindow *self, GtkWidget *widget);

/** ka_window_tell: @message: one sentence, shown for a moment */
void ka_window_tell (KaWindow *self, const char *message);

/** ka_window_enter_kiosk: makes @self a kiosk for good; once. Each visitor gets new views and a new
 * session. Returns: (transfer none): the kiosk */
KaKiosk *ka_window_enter_kiosk (KaWindow *self);

G_END_DECLS
