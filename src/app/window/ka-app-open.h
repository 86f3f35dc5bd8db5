/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-opened.h"
#include "ka-window.h"

G_BEGIN_DECLS

/** KA_BUILT_IN_URI: the folder of the built-in atlas */
#define KA_BUILT_IN_URI "resource://" KA_RESOURCE_PATH "/atlas"

/**
 * ka_app_open_add: @application: gets the actions `open-uri` (s: a file), `open-link` (s) and
 * `open-built-in`
 */
void ka_app_open_add (GtkApplication *application);

/**
 * ka_app_open_file:
 * @application: the application
 * @file: a file
 *
 * Opens a file on a thread: an atlas in a window of its own, or in the one that shows it already; a
 * picture as ka_app_open_view() does. Faults are told in a window.
 */
void ka_app_open_file (GtkApplication *application, GFile *file);

/**
 * ka_app_open_view:
 * @application: the application
 * @link: a link
 *
 * Shows a view in the window of its atlas. The built-in atlas is opened for it; for another one
 * that is not open, a sentence says which is needed.
 */
void ka_app_open_view (GtkApplication *application, const char *link);

/**
 * ka_app_open_window:
 * @application: the application
 * @opened: an atlas
 * @with_place: whether day, time in view and place of the map are those of the last start
 *
 * Returns: (transfer none): a window on it, not shown yet
 */
KaWindow *
ka_app_open_window (GtkApplication *application, const KaOpened *opened, gboolean with_place);

/** ka_app_open_report: shows in a window why @opened is neither an atlas nor a view */
void ka_app_open_report (GtkApplication *application, const KaOpened *opened);

G_END_DECLS
