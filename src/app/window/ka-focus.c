/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Watches the focused widget of a window. GTK leaves the focus on the button of a menu, and nowhere
 * after a submenu; a page that is filled anew takes its focused label away.
 */

#include "config.h"

#include "ka-focus.h"

#define FALLBACK_PANE 1

struct _KaFocus
{
  /* Borrowed */
  GtkWindow *window;
  GtkWidget *panes[KA_FOCUS_N_PANES];

  GtkEventController *events; /* of the window */

  GtkWidget *places[KA_FOCUS_N_PANES]; /* (nullable) each, weak: the last focus in a pane */
  GtkWidget *place;                    /* (nullable), weak: the last focus outside popovers */
  GtkWidget *popover;                  /* (nullable), weak: the outermost open popover */
  GtkWidget *owner;                    /* (nullable), weak: what it belongs to, until some input */

  int   pane; /* of the last focus in one */
  guint check_source;
};

static int
find_pane (KaFocus *self, GtkWidget *widget)
{
  for (int i = 0; i < KA_FOCUS_N_PANES; i++)
    if (widget == self->panes[i] || gtk_widget_is_ancestor (widget, self->panes[i]))
      return i;

  return -1;
}

/* A pane that takes the focus itself is a canvas. */
static gboolean
enter_pane (KaFocus *self, int pane)
{
  GtkWidget *place = self->places[pane];

  if (!gtk_widget_get_mapped (self->panes[pane]))
    return FALSE;
  if (!gtk_widget_get_focusable (self->panes[pane]) && place != NULL &&
      gtk_widget_get_mapped (place) && gtk_widget_grab_focus (place))
    return TRUE;

  return gtk_widget_grab_focus (self->panes[pane]) ||
         gtk_widget_child_focus (self->panes[pane], GTK_DIR_TAB_FORWARD);
}

static void
keep_place (KaFocus *self, GtkWidget *focus)
{
  const int pane = find_pane (self, focus);

  g_set_weak_pointer (&self->place, focus);
  if (pane < 0)
    return;

  self->pane = pane;
  g_set_weak_pointer (&self->places[pane], focus);
}

static void
restore_place (KaFocus *self)
{
  if (self->place != NULL && gtk_widget_get_mapped (self->place) &&
      gtk_widget_grab_focus (self->place))
    return;

  if (!enter_pane (self, self->pane))
    enter_pane (self, FALLBACK_PANE);
}

static GtkWidget *
get_popover (GtkWidget *focus)
{
  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
}

/* Whether GTK moved the focus after a popover: to its owner, or on, as a full screen hides that. */
static gboolean
is_moved (KaFocus *self, GtkWidget *focus)
{
  return self->owner != NULL &&
         (focus == self->owner || gtk_widget_is_ancestor (focus, self->owner) ||
          !gtk_widget_get_mapped (self->owner));
}

/* Returns the focus when it is nowhere, or on what the closed popover belongs to. An action that
 * moved it elsewhere has its way. */
static gboolean
check_cb (gpointer data)
{
  KaFocus   *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->window);

  self->check_source = 0;
  if (focus == NULL || !gtk_widget_get_mapped (focus) ||
      (get_popover (focus) == NULL && is_moved (self, focus) && focus != self->place))
    restore_place (self);

  return G_SOURCE_REMOVE;
}

static void
queue_check (KaFocus *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add (check_cb, self);
}

static void
forget_popover (KaFocus *self)
{
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  g_clear_weak_pointer (&self->popover);
}

static void
unmapped_cb (KaFocus *self)
{
  forget_popover (self);
  queue_check (self);
}

/* GTK leaves the focus in a popover that ends with a submenu open: watches the end of the popover.
 * The focus moves during "unmap", where a new handler would come too late. */
static void
watch_popover (KaFocus *self, GtkWidget *popover)
{
  GtkWidget *outer = popover;

  while (get_popover (gtk_widget_get_parent (outer)) != NULL)
    outer = get_popover (gtk_widget_get_parent (outer));
  if (outer == self->popover)
    return;

  forget_popover (self);
  g_set_weak_pointer (&self->owner, gtk_widget_get_parent (outer));
  g_set_weak_pointer (&self->popover, outer);
  g_signal_connect_swapped (outer, "unmap", G_CALLBACK (unmapped_cb), self);
}

static void
focus_changed_cb (KaFocus *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  GtkWidget *popover = get_popover (focus);

  if (popover != NULL && gtk_widget_get_mapped (popover))
    watch_popover (self, popover);
  else if (focus != NULL && popover == NULL && !is_moved (self, focus))
    keep_place (self, focus);
  else
    queue_check (self);
}

/* GTK moves the focus to the owner of a closed popover in a later frame. Only a person moves it
 * there for good: forgets the owner when one acts. */
static gboolean
event_cb (KaFocus *self, GdkEvent *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  if (self->popover == NULL &&
      (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN))
    g_clear_weak_pointer (&self->owner);

  return GDK_EVENT_PROPAGATE;
}

KaFocus *
ka_focus_new (GtkWindow *window, GtkWidget *const *panes)
{
  KaFocus            *self = g_new0 (KaFocus, 1);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->events = events;
  self->window = window;
  self->pane = FALLBACK_PANE;
  for (int i = 0; i < KA_FOCUS_N_PANES; i++)
    self->panes[i] = panes[i];
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
  focus_changed_cb (self);

  return self;
}

void
ka_focus_free (KaFocus *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  gtk_widget_remove_controller (GTK_WIDGET (self->window), self->events);
  forget_popover (self);
  g_clear_handle_id (&self->check_source, g_source_remove);
  for (int i = 0; i < KA_FOCUS_N_PANES; i++)
    g_clear_weak_pointer (&self->places[i]);
  g_clear_weak_pointer (&self->place);
  g_clear_weak_pointer (&self->owner);
  g_free (self);
}

int
ka_focus_get_pane (KaFocus *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL ? find_pane (self, focus) : -1;
}

void
ka_focus_enter (KaFocus *self, int pane)
{
  /* GTK moves a focus into a pane; from nowhere, an expander fails. */
  gtk_widget_grab_focus (self->panes[FALLBACK_PANE]);
  if (pane >= 0)
    enter_pane (self, pane);
}

void
ka_focus_cycle (KaFocus *self, int direction)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  int        pane = focus != NULL ? find_pane (self, focus) : -1;

  if (pane < 0 && direction < 0)
    pane = 0;
  for (int i = 0; i < KA_FOCUS_N_PANES; i++)
    {
      pane = (pane + direction + KA_FOCUS_N_PANES) % KA_FOCUS_N_PANES;
      if (enter_pane (self, pane))
        return;
    }
}
