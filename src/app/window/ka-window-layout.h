/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KaWindowLayout: how a window gives its room to its parts. List and reading pane stand beside the
 * map. A narrow window folds the list by itself; in a small one, both lie over the map. Large text
 * needs more room for the same.
 */
typedef struct _KaWindowLayout KaWindowLayout;

/**
 * KaWindowParts:
 * @window: the window
 * @map_overlay: holds the map
 * @toast: in the overlay, above list and pane
 * @list_button: shows the list while it is active
 * @pane_button: shows the reading pane while it is active
 * @compare_button: goes where the bar is too short for it
 * @dividers: right of the list, left of the reading pane, above the timeline
 * @became_small: called with @window when list and pane have come over the map
 * @covered: called with @window, and with how many pixels of the map list and pane cover at its
 * left and right, when that has changed
 *
 * All are borrowed.
 */
typedef struct
{
  GtkWindow       *window;
  GtkOverlay      *map_overlay;
  GtkWidget       *toast;
  GtkToggleButton *list_button;
  GtkToggleButton *pane_button;
  GtkWidget       *compare_button;
  GtkPaned        *dividers[3];

  void (*became_small) (GtkWindow *window);
  void (*covered) (GtkWindow *window, int left_px, int right_px);
} KaWindowParts;

/** ka_window_layout_new: (transfer full): @parts: must outlive the result; copied. */
KaWindowLayout *ka_window_layout_new (const KaWindowParts *parts) G_GNUC_WARN_UNUSED_RESULT;

/** ka_window_layout_free: frees @self (transfer full). */
void ka_window_layout_free (KaWindowLayout *self);

/** ka_window_layout_add: gives @list and @pane, which are borrowed, their places. */
void ka_window_layout_add (KaWindowLayout *self, GtkWidget *list, GtkWidget *pane);

/**
 * ka_window_layout_remove: takes list and pane out of the window, with the popovers, drags and
 * focus of all that the window has
 */
void ka_window_layout_remove (KaWindowLayout *self);

/**
 * ka_window_layout_allocate: before the window allocates its child. Parts change their places after
 * the frame. @width, @height: the size of the window in pixels
 */
void ka_window_layout_allocate (KaWindowLayout *self, int width, int height);

/** ka_window_layout_is_narrow: whether the last allocation leaves no room for the list at first */
gboolean ka_window_layout_is_narrow (const KaWindowLayout *self);

/** ka_window_layout_is_small: whether the last allocation has list and pane over the map */
gboolean ka_window_layout_is_small (const KaWindowLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaWindowLayout, ka_window_layout_free)

G_END_DECLS
