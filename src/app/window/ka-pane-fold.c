/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Folds a pane whose divider is dragged on across its least width. GtkPaned stops at that width and
 * says nothing of it: this watches the pointer.
 */

#include "config.h"

#include "ka-pane-fold.h"

/* How near to the handle a drag begins. */
#define HANDLE_REACH 8.0

typedef struct
{
  GtkPaned        *divider;
  GtkToggleButton *button;
  gboolean         is_start;
  gboolean         is_dragging;
} Fold;

static GtkWidget *
get_pane (const Fold *self)
{
  return self->is_start ? gtk_paned_get_start_child (self->divider)
                        : gtk_paned_get_end_child (self->divider);
}

/* Returns how far @x is from the outer edge of the pane, or -1 when no pane is shown. */
static double
measure_pane (const Fold *self, double x)
{
  if (get_pane (self) == NULL || !gtk_widget_get_visible (get_pane (self)))
    return -1;

  return self->is_start ? x : gtk_widget_get_width (GTK_WIDGET (self->divider)) - x;
}

static void
moved_cb (Fold *self, double x, double y, GtkEventController *motion)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (motion);
  const double          width = measure_pane (self, x);
  int                   least;

  if ((state & GDK_BUTTON1_MASK) == 0)
    self->is_dragging = width >= 0 &&
                        ABS (x - gtk_paned_get_position (self->divider)) <= HANDLE_REACH;
  if (!self->is_dragging || (state & GDK_BUTTON1_MASK) == 0 || get_pane (self) == NULL)
    return;

  gtk_widget_measure (get_pane (self), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (width < least / 2.0)
    {
      self->is_dragging = FALSE;
      gtk_toggle_button_set_active (self->button, FALSE);
    }
}

static void
free_fold (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ka_pane_fold_watch (GtkPaned *divider, gboolean is_start, GtkToggleButton *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Fold               *self = g_new0 (Fold, 1);

  self->divider = divider;
  self->button = button;
  self->is_start = is_start;
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_data (motion, "motion", G_CALLBACK (moved_cb), self, free_fold,
                         G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (divider), motion);
}
