/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Folds panes where there is no room: one whose divider is dragged on across its least width, where
 * GtkPaned stops and says nothing of it, and lets a window be narrower than its panes.
 */

#include "config.h"

#include "ka-pane-fold.h"

/* How near to the handle a drag begins. */
#define HANDLE_REACH 8.0

/* The name of what is watched, with a divider */
#define FOLD "ka-pane-fold"

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

/* Lets a divider take clicks while its pane is shown. GtkPaned goes on taking those where the
 * handle of a hidden pane was. */
static void
update_gestures (GtkPaned *divider)
{
  const Fold    *self = g_object_get_data (G_OBJECT (divider), FOLD);
  const gboolean is_shown = get_pane (self) != NULL && gtk_toggle_button_get_active (self->button);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (divider));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    is_shown ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

void
ka_pane_fold_watch (GtkPaned *divider, gboolean is_start, GtkToggleButton *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Fold               *self = g_new0 (Fold, 1);

  self->divider = divider;
  self->button = button;
  self->is_start = is_start;
  g_object_set_data_full (G_OBJECT (divider), FOLD, self, g_free);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (divider), motion);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (update_gestures), divider,
                           G_CONNECT_SWAPPED);
  g_signal_connect (divider, is_start ? "notify::start-child" : "notify::end-child",
                    G_CALLBACK (update_gestures), NULL);
  update_gestures (divider);
}

static GtkSizeRequestMode
get_constant_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_loosely (GtkWidget     *box,
                 GtkOrientation orientation,
                 int            for_size,
                 int           *least,
                 int           *natural,
                 int           *least_baseline,
                 int           *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (box), orientation, -1, least, natural,
                      least_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *least = 0;
}

/* Cuts the child off until the window has folded its panes. */
static void
allocate_loosely (GtkWidget *box, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (box);
  int        least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least), height, baseline, NULL);
}

/* Measures the panes without regard to their height: GtkPaned forgets its handle then, and GTK 4.10
 * warns. */
void
ka_pane_loosen (GtkPaned *outer)
{
  g_autoptr (GtkWidget) inner = g_object_ref (gtk_paned_get_start_child (outer));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_layout_manager (
    box, gtk_custom_layout_new (get_constant_mode, measure_loosely, allocate_loosely));
  gtk_paned_set_start_child (outer, NULL);
  gtk_box_append (GTK_BOX (box), inner);
  gtk_paned_set_start_child (outer, box);
}
