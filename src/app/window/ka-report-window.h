/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_REPORT_WINDOW (ka_report_window_get_type ())

/**
 * KaReportWindow: a list of things that were found in a file, such as its faults, to read and to
 * copy. Escape closes it.
 */
G_DECLARE_FINAL_TYPE (KaReportWindow, ka_report_window, KA, REPORT_WINDOW, GtkApplicationWindow)

/**
 * ka_report_window_new:
 * @parent: (nullable): the window that it belongs to
 * @application: (nullable): the application
 *
 * Returns: (transfer none): an empty window, not shown yet
 */
KaReportWindow *ka_report_window_new (GtkWindow *parent, GtkApplication *application);

/**
 * ka_report_window_fill:
 * @self: the window
 * @heading: what the list is, in a few words
 * @text: one sentence below it
 * @lines: (element-type utf8): the things; each is a place, a tab, and a text
 */
void ka_report_window_fill (KaReportWindow  *self,
                            const char      *heading,
                            const char      *text,
                            const GPtrArray *lines);

/**
 * ka_report_window_offer: adds a button; @label: its words; @action: a detailed name of an action
 * of the application
 */
void ka_report_window_offer (KaReportWindow *self, const char *label, const char *action);

G_END_DECLS
