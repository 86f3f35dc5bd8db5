/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives the room of a window to list, map, reading pane and timeline, and folds what has no room.
 */

#include "config.h"

#include "ka-window-layout.h"

#include "ka-canvas.h"
#include "ka-controllers.h"
#include "ka-pane-fold.h"
#include "ka-popovers.h"

/* A narrower window folds the list by itself; in a smaller one, list and pane lie over the map. */
#define NARROW_PX 1000
#define SMALL_PX  800
/* How many times as wide both become at most where text is large, and the pane with them. */
#define MAX_UNIT 1.25
/* A narrower window has the button that compares in its menu alone; large text needs more. */
#define CROWDED_PX       1220
#define MAX_CROWDED_UNIT 1.5
/* Width of the reading pane in a wide and in a narrow window, and of the list over the map. */
#define PANE_PX        350
#define NARROW_PANE_PX 290
#define LIST_PX        280
#define MIN_LIST_PX    220
/* How many times as wide the list becomes at most where text is large. */
#define MAX_LIST_SCALE 1.5
/* Share of the timeline with its bar in the height of the window at first, and its limits. */
#define TIMELINE_SHARE  0.33
#define MIN_TIMELINE_PX 214
#define MAX_TIMELINE_PX 330

struct _KaWindowLayout
{
  KaWindowParts parts;
  GtkWidget    *list; /* (nullable) */
  GtkWidget    *pane; /* (nullable) */

  guint    source;
  gboolean is_narrow;     /* too narrow for an open list at first */
  gboolean was_narrow;    /* at the last update */
  gboolean is_small;      /* too small for panes beside the map */
  gboolean was_small;     /* at the last update */
  gboolean is_crowded;    /* too narrow for all buttons of its bar */
  gboolean had_list;      /* before it was narrow */
  gboolean had_pane;      /* before it was small */
  int      cover_left_px; /* of the map, when told last */
  int      cover_right_px;
};

static double
get_unit (const KaWindowLayout *self)
{
  return ka_canvas_get_unit (GTK_WIDGET (self->parts.window));
}

/* Puts a pane over the map and what stands on it, but under the toast. */
static void
lay_over (KaWindowLayout *self, GtkWidget *pane)
{
  gtk_overlay_add_overlay (self->parts.map_overlay, pane);
  gtk_widget_insert_before (pane, GTK_WIDGET (self->parts.map_overlay), self->parts.toast);
}

/* Puts list and pane over the map or beside it. */
static void
place_panes (KaWindowLayout *self, gboolean is_small)
{
  if (is_small)
    {
      lay_over (self, self->list);
      lay_over (self, self->pane);
    }
  else
    {
      gtk_paned_set_start_child (self->parts.dividers[0], self->list);
      gtk_paned_set_end_child (self->parts.dividers[1], self->pane);
    }
  gtk_widget_set_halign (self->list, is_small ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_halign (self->pane, is_small ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_size_request (self->list, is_small ? LIST_PX : MIN_LIST_PX, -1);
}

/* Takes the panes away, and before them popovers, drags and focus: GTK keeps the input for a
 * popover that goes unclosed, and a divider warns of a focus that it has lost. */
static void
remove_panes (KaWindowLayout *self, gboolean is_small)
{
  ka_popovers_close (GTK_WIDGET (self->parts.window));
  ka_controllers_reset (GTK_WIDGET (self->parts.window));
  gtk_window_set_focus (self->parts.window, NULL);
  if (is_small)
    {
      gtk_overlay_remove_overlay (self->parts.map_overlay, self->list);
      gtk_overlay_remove_overlay (self->parts.map_overlay, self->pane);
    }
  else
    {
      gtk_paned_set_start_child (self->parts.dividers[0], NULL);
      gtk_paned_set_end_child (self->parts.dividers[1], NULL);
    }
}

static void
set_is_small (KaWindowLayout *self, gboolean is_small)
{
  GtkToggleButton *button = self->parts.pane_button;
  G_GNUC_UNUSED    g_autoptr (GtkWidget) list = g_object_ref (self->list);
  G_GNUC_UNUSED    g_autoptr (GtkWidget) pane = g_object_ref (self->pane);

  remove_panes (self, !is_small);
  place_panes (self, is_small);
  if (!is_small)
    gtk_toggle_button_set_active (button, self->had_pane);
  else
    {
      self->had_pane = gtk_toggle_button_get_active (button);
      self->parts.became_small (self->parts.window);
    }
}

static void
set_pane_width (KaWindowLayout *self)
{
  const double unit = CLAMP (get_unit (self), 1, MAX_UNIT);
  const int    width = self->was_narrow ? NARROW_PANE_PX : PANE_PX;

  gtk_widget_set_size_request (self->pane, (int) (width * unit), -1);
}

static gboolean
update_cb (gpointer data)
{
  KaWindowLayout  *self = data;
  GtkToggleButton *button = self->parts.list_button;

  self->source = 0;
  gtk_widget_set_visible (self->parts.compare_button, !self->is_crowded);
  if (self->is_narrow != self->was_narrow)
    {
      self->was_narrow = self->is_narrow;
      if (self->is_narrow)
        self->had_list = gtk_toggle_button_get_active (button);
      gtk_toggle_button_set_active (button, !self->is_narrow && self->had_list);
      set_pane_width (self);
    }
  if (self->is_small != self->was_small)
    {
      self->was_small = self->is_small;
      set_is_small (self, self->is_small);
    }

  return G_SOURCE_REMOVE;
}

/* Gives the timeline its share of the height, if no divider was kept. */
static void
place_timeline (KaWindowLayout *self, int height)
{
  GtkWidget *titlebar = gtk_window_get_titlebar (self->parts.window);
  GtkPaned  *divider = self->parts.dividers[2];
  gboolean   is_placed;
  int        rest = height;
  int        bar;

  g_object_get (divider, "position-set", &is_placed, NULL);
  if (is_placed)
    return;

  gtk_widget_measure (titlebar, GTK_ORIENTATION_VERTICAL, -1, NULL, &bar, NULL, NULL);
  rest -= bar + CLAMP ((int) (height * TIMELINE_SHARE), MIN_TIMELINE_PX, MAX_TIMELINE_PX);
  gtk_paned_set_position (divider, MAX (rest, 0));
}

/* Returns how much of the map a pane covers that lies over it. */
static int
measure_cover (const KaWindowLayout *self, GtkWidget *pane)
{
  int width = 0;

  if (self->was_small && gtk_widget_get_visible (pane))
    gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

/* Tells how much of the map list and pane cover, if that has changed. */
static void
tell_cover (KaWindowLayout *self)
{
  const gboolean is_rtl = gtk_widget_get_direction (self->list) == GTK_TEXT_DIR_RTL;
  const int      left_px = measure_cover (self, is_rtl ? self->pane : self->list);
  const int      right_px = measure_cover (self, is_rtl ? self->list : self->pane);

  if (left_px == self->cover_left_px && right_px == self->cover_right_px)
    return;

  self->cover_left_px = left_px;
  self->cover_right_px = right_px;
  self->parts.covered (self->parts.window, left_px, right_px);
}

/* Widgets may not ask for another size during allocation: acts on the size after the frame. */
void
ka_window_layout_allocate (KaWindowLayout *self, int width, int height)
{
  const double unit = get_unit (self);

  place_timeline (self, height);
  if (self->list != NULL)
    tell_cover (self);
  self->is_narrow = width < NARROW_PX * MIN (unit, MAX_UNIT);
  self->is_small = width < SMALL_PX * MIN (unit, MAX_UNIT);
  self->is_crowded = width < CROWDED_PX * MIN (unit, MAX_CROWDED_UNIT);
  if (self->source == 0 &&
      (self->is_narrow != self->was_narrow || self->is_small != self->was_small ||
       self->is_crowded == gtk_widget_get_visible (self->parts.compare_button)))
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

void
ka_window_layout_add (KaWindowLayout *self, GtkWidget *list, GtkWidget *pane)
{
  self->list = list;
  self->pane = pane;
  self->cover_left_px = self->cover_right_px = 0;
  place_panes (self, self->was_small);
  set_pane_width (self);
}

void
ka_window_layout_remove (KaWindowLayout *self)
{
  remove_panes (self, self->was_small);
  self->list = self->pane = NULL;
}

gboolean
ka_window_layout_is_narrow (const KaWindowLayout *self)
{
  return self->is_narrow;
}

gboolean
ka_window_layout_is_small (const KaWindowLayout *self)
{
  return self->is_small;
}

/* Widens the list for large text, but leaves room for the map. */
static void
widen_list (KaWindowLayout *self)
{
  const double scale = MIN (get_unit (self), MAX_LIST_SCALE);
  GtkPaned    *divider = self->parts.dividers[0];

  gtk_paned_set_position (divider, (int) (gtk_paned_get_position (divider) * scale));
}

KaWindowLayout *
ka_window_layout_new (const KaWindowParts *parts)
{
  KaWindowLayout *self = g_new0 (KaWindowLayout, 1);

  self->parts = *parts;
  ka_pane_loosen (parts->dividers[2]);
  ka_pane_fold_watch (parts->dividers[0], TRUE, parts->list_button);
  ka_pane_fold_watch (parts->dividers[1], FALSE, parts->pane_button);
  widen_list (self);

  return self;
}

void
ka_window_layout_free (KaWindowLayout *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}
