/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_pane_fold_watch: @divider: stands beside a pane that has a least width; @is_start: whether the
 * pane is its start child; @button: shows the pane while it is active, and is borrowed as long as
 * the divider lives
 *
 * Folds the pane when the divider is dragged across half of that width, and lets the divider take
 * no clicks while the pane is folded.
 */
void ka_pane_fold_watch (GtkPaned *divider, gboolean is_start, GtkToggleButton *button);

/**
 * ka_pane_loosen: @outer: a divider whose start child holds panes; wraps that child
 *
 * Lets the start child be narrower than its panes and cuts it off, until the window folds them.
 */
void ka_pane_loosen (GtkPaned *outer);

G_END_DECLS
