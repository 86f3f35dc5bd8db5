/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Watches the input of a window and tells when nobody is there any more. It forbids what leads out
 * of the window by the names of actions.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-kiosk.h"

#include <math.h>
#include <string.h>

/* A pointer that moved less was not moved by a hand. */
#define MIN_MOVE_PX 4.0

/* What leads out of the window: the starts of the names of actions. */
static const char *const forbidden[] = {
  "win.export",   "win.open",        "win.save",
  "win.print",    "win.import",      "win.copy-",
  "win.handout",  "win.toggle-pin",  "win.new",
  "win.reload",   "win.fullscreen",  "win.show-help",
  "app.about",    "app.open",        "app.new",
  "window.close", "window.minimize", "window.toggle-maximized",
};

struct _KaKiosk
{
  GObject parent_instance;

  /* Owned */
  KaSession   *session;
  KaTourGuide *guide;

  /* Borrowed */
  GtkWindow *window;

  /* Children of the window */
  GtkWidget *question;
  GtkLabel  *question_label;
  GtkWidget *invitation;
  GtkWidget *veil; /* hides the pointer from the tours, and them from it */

  KaKioskState state;
  int          seconds; /* in this state */
  gsize        next_tour;
  double       x; /* where the pointer was */
  double       y;
  guint        clock;
  guint        renewal; /* the source that tells of a visitor who comes to the tours */
};

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaKiosk, ka_kiosk, G_TYPE_OBJECT)

static void
update_question (KaKiosk *self)
{
  const int        rest = KA_KIOSK_ASK_S - self->seconds;
  g_autofree char *text = NULL;

  if (self->state != KA_KIOSK_ASKING)
    return;

  text = g_strdup_printf (ngettext ("Is anybody there? The atlas starts again in %d second.",
                                    "Is anybody there? The atlas starts again in %d seconds.",
                                    (gulong) rest),
                          rest);
  gtk_label_set_text (self->question_label, text);
}

static void
set_state (KaKiosk *self, KaKioskState state)
{
  self->state = state;
  self->seconds = 0;
  update_question (self);
  gtk_widget_set_visible (self->question, state == KA_KIOSK_ASKING);
  gtk_widget_set_visible (self->invitation, state == KA_KIOSK_ATTRACTING);
  gtk_widget_set_visible (self->veil, state == KA_KIOSK_ATTRACTING);
}

static void
play_next_tour (KaKiosk *self)
{
  const KaList *tours = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_TOUR);

  if (tours->n_items == 0)
    return;

  ka_tour_guide_start (self->guide, tours->items[self->next_tour % tours->n_items]);
  ka_tour_guide_set_is_playing (self->guide, TRUE);
  self->next_tour++;
}

static void
ended_cb (KaKiosk *self)
{
  if (self->state == KA_KIOSK_ATTRACTING)
    play_next_tour (self);
}

void
ka_kiosk_advance (KaKiosk *self)
{
  /* A tour that a visitor plays is use without input. */
  if (self->state == KA_KIOSK_USED && ka_tour_guide_get_is_playing (self->guide))
    self->seconds = 0;
  else
    self->seconds++;

  if (self->state == KA_KIOSK_USED && self->seconds >= KA_KIOSK_IDLE_S)
    set_state (self, KA_KIOSK_ASKING);
  else if (self->state == KA_KIOSK_ASKING && self->seconds >= KA_KIOSK_ASK_S)
    {
      ka_tour_guide_stop (self->guide);
      set_state (self, KA_KIOSK_RESTING);
      g_signal_emit (self, signals[SIGNAL_LEFT], 0);
    }
  else if (self->state == KA_KIOSK_RESTING && self->seconds >= KA_KIOSK_REST_S)
    {
      set_state (self, KA_KIOSK_ATTRACTING);
      play_next_tour (self);
    }
  update_question (self);
}

static gboolean
renew_cb (gpointer data)
{
  KaKiosk *self = data;

  self->renewal = 0;
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);

  return G_SOURCE_REMOVE;
}

/* The tours that played leave steps in the history. Views must not go while they handle input. */
gboolean
ka_kiosk_touch (KaKiosk *self)
{
  const KaKioskState state = self->state;

  set_state (self, KA_KIOSK_USED);
  if (state == KA_KIOSK_ATTRACTING)
    {
      ka_tour_guide_stop (self->guide);
      self->renewal = g_idle_add_full (G_PRIORITY_HIGH_IDLE, renew_cb, self, NULL);
    }

  return state == KA_KIOSK_ATTRACTING || state == KA_KIOSK_ASKING;
}

static gboolean
has_moved (KaKiosk *self, GdkEvent *event)
{
  double x = 0, y = 0;

  if (!gdk_event_get_position (event, &x, &y) || hypot (x - self->x, y - self->y) < MIN_MOVE_PX)
    return FALSE;

  self->x = x;
  self->y = y;

  return TRUE;
}

/* The keys to leave always pass. */
static gboolean
is_leaving (GdkEvent *event)
{
  guint           key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (KA_KIOSK_LEAVE, &key, &modifiers);

  return gdk_key_event_matches (event, key, modifiers) != GDK_KEY_MATCH_NONE;
}

static gboolean
event_cb (KaKiosk *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
      if (has_moved (self, event))
        ka_kiosk_touch (self);
      return GDK_EVENT_PROPAGATE;
    case GDK_KEY_PRESS:
      if (is_leaving (event))
        return GDK_EVENT_PROPAGATE;
      return ka_kiosk_touch (self);
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
    case GDK_SCROLL:
      return ka_kiosk_touch (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
clock_cb (gpointer data)
{
  ka_kiosk_advance (data);

  return G_SOURCE_CONTINUE;
}

static gboolean
is_forbidden (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (g_str_has_prefix (name, forbidden[i]))
      return TRUE;

  return FALSE;
}

/* Removes actions, so that no update of the window enables them again. */
static void
forbid_in (GActionMap *map, const char *prefix)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (map));

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, names[i], NULL);

      if (is_forbidden (name))
        g_action_map_remove_action (map, names[i]);
    }
}

/* Forbids actions that classes of the window have. */
static void
forbid_in_class (GtkWidget *window)
{
  GtkWidgetClass     *klass = GTK_WIDGET_GET_CLASS (window);
  GType               owner;
  const char         *name;
  const GVariantType *type;
  const char         *property;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    if (is_forbidden (name))
      gtk_widget_action_set_enabled (window, name, FALSE);
}

static void
forbid_actions (KaKiosk *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);
  const char     *leave[] = { KA_KIOSK_LEAVE, NULL };

  forbid_in_class (GTK_WIDGET (self->window));
  forbid_in (G_ACTION_MAP (self->window), "win.");
  if (application == NULL)
    return;

  forbid_in (G_ACTION_MAP (application), "app.");
  gtk_application_set_accels_for_action (application, "app.quit", leave);
}

static gboolean
close_cb (KaKiosk *self)
{
  return GDK_EVENT_STOP;
}

static void
fullscreened_cb (KaKiosk *self)
{
  if (!gtk_window_is_fullscreen (self->window))
    gtk_window_fullscreen (self->window);
}

static GtkWidget *
create_panel (KaKiosk *self, const char *text, GtkAlign valign, GtkLabel **label)
{
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                   "label", text, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (panel, "kiosk-panel");
  gtk_widget_set_halign (panel, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (panel, valign);
  gtk_widget_set_visible (panel, FALSE);
  gtk_box_append (GTK_BOX (panel), words);
  if (label != NULL)
    *label = GTK_LABEL (words);

  return panel;
}

/* Lays veil, question and invitation over the content of the window. */
static void
put_panels (KaKiosk *self)
{
  g_autoptr (GtkWidget) content = g_object_ref (gtk_window_get_child (self->window));
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Go On"));

  self->question = create_panel (self, "", GTK_ALIGN_CENTER, &self->question_label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (ka_kiosk_touch), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->question), button);
  self->invitation = create_panel (self, _ ("Touch the screen to begin"), GTK_ALIGN_END, NULL);

  self->veil = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_cursor_from_name (self->veil, "none");
  gtk_widget_set_visible (self->veil, FALSE);

  gtk_window_set_child (self->window, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->veil);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->question);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->invitation);
  gtk_window_set_child (self->window, overlay);
}

static void
watch_input (KaKiosk *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->window), events);
}

static void
ka_kiosk_dispose (GObject *object)
{
  KaKiosk *self = KA_KIOSK (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_object (&self->guide);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ka_kiosk_parent_class)->dispose (object);
}

static void
ka_kiosk_class_init (KaKioskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_kiosk_dispose;

  /** KaKiosk::left: nobody is there any more, or somebody new */
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ka_kiosk_init (KaKiosk *self)
{
}

void
ka_kiosk_set_guide (KaKiosk *self, KaSession *session, KaTourGuide *guide)
{
  if (self->guide != NULL)
    g_signal_handlers_disconnect_by_data (self->guide, self);
  g_set_object (&self->session, session);
  g_set_object (&self->guide, guide);
  g_signal_connect_object (guide, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  forbid_actions (self);
}

KaKiosk *
ka_kiosk_new (GtkApplicationWindow *window, KaSession *session, KaTourGuide *guide)
{
  KaKiosk *self = g_object_new (KA_TYPE_KIOSK, NULL);

  self->window = GTK_WINDOW (window);
  gtk_widget_add_css_class (GTK_WIDGET (window), "kiosk");
  put_panels (self);
  watch_input (self);
  ka_kiosk_set_guide (self, session, guide);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_fullscreen (self->window);
  self->clock = g_timeout_add_seconds (1, clock_cb, self);

  return self;
}

KaKioskState
ka_kiosk_get_state (KaKiosk *self)
{
  return self->state;
}
