/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** KA_FOCUS_N_PANES: list, map, timeline, reading pane */
#define KA_FOCUS_N_PANES 4

/**
 * KaFocus: keeps the keyboard focus of a window. After a menu, a popover or the end of the focused
 * widget it returns the focus to where it was.
 */
typedef struct _KaFocus KaFocus;

/**
 * ka_focus_new:
 * @window: the window; outlives the result
 * @panes: (array fixed-size=4): the panes in the order in which a key visits them; children of
 *   @window. The second one takes a focus that has no other place.
 *
 * Returns: (transfer full): free it with ka_focus_free()
 */
KaFocus *ka_focus_new (GtkWindow *window, GtkWidget *const *panes) G_GNUC_WARN_UNUSED_RESULT;

/** ka_focus_free: @self: (transfer full): a keeper of the focus */
void ka_focus_free (KaFocus *self);

/** ka_focus_get_pane: Returns: the number of the pane that has the focus; -1 for none */
int ka_focus_get_pane (KaFocus *self);

/** ka_focus_enter: gives the focus to a pane as ka_focus_cycle() does; @pane: its number. The
 * second pane takes it for -1 and for a pane that is not shown */
void ka_focus_enter (KaFocus *self, int pane);

/**
 * ka_focus_cycle: moves the focus to the next pane that is shown: to a canvas itself, else to where
 * the focus was there last; @direction: 1 for the next pane, -1 for the one before
 */
void ka_focus_cycle (KaFocus *self, int direction);

G_END_DECLS
