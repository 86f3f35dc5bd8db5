/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of toggle buttons that sets the categories of the session.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-category-filter.h"

#include "ka-category-mark.h"
#include "ka-event-order.h"
#include "ka-words.h"

#define CHIPS_PER_LINE 4
#define SPACING_PX     4

struct _KaCategoryFilter
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *flow;
  GtkWidget *chips[KA_N_CATEGORIES];
  GtkWidget *marks[KA_N_CATEGORIES];
  GtkWidget *counts[KA_N_CATEGORIES]; /* labels on the chips */

  /* Owned */
  KaSession *session;

  const KaTheme *theme;
  GtkWidget     *pressed_chip; /* (nullable): the last one, only to compare with */
  guint32        pressed_ms;
  gboolean       is_updating; /* the chips take the categories of the session */
};

G_DEFINE_FINAL_TYPE (KaCategoryFilter, ka_category_filter, GTK_TYPE_WIDGET)

/* Writes the number of events on each chip: those in the marked range, if there is one. */
static void
show_counts (KaCategoryFilter *self)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_EVENT);
  KaViewState   state = ka_session_get_state (self->session);
  gsize         n_begun = ka_event_order_count_begun (events, &state);
  guint         n_events[KA_N_CATEGORIES] = { 0 };

  for (gsize i = 0; i < n_begun; i++)
    {
      const KaEvent *event = events->items[i];

      if (state.has_range && !ka_date_overlaps (&event->date, state.range.from, state.range.to))
        continue;
      for (int j = 0; j < KA_N_CATEGORIES; j++)
        n_events[j] += (event->categories & (1 << j)) != 0;
    }
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    {
      const char      *name = ka_words_get_category ((KaCategory) (1 << i));
      g_autofree char *count = g_strdup_printf ("%u", n_events[i]);
      g_autofree char *text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n_events[i]), n_events[i]);

      gtk_label_set_text (GTK_LABEL (self->counts[i]), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
    }
}

static void
show_chips (KaCategoryFilter *self)
{
  KaCategory categories = ka_session_get_state (self->session).categories;

  self->is_updating = TRUE;
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]),
                                  (categories & (KaCategory) (1 << i)) != 0);
  self->is_updating = FALSE;
}

static void
filter_toggled_cb (KaCategoryFilter *self)
{
  KaCategory categories = 0;

  if (self->is_updating || self->session == NULL)
    return;

  for (int i = 0; i < KA_N_CATEGORIES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[i])))
      categories |= (KaCategory) (1 << i);
  ka_session_set_categories (self->session, categories);
}

/* Chooses one category alone; when it is alone already, chooses all. */
static void
choose_only (KaCategoryFilter *self, GtkWidget *chip)
{
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    if (self->chips[i] == chip)
      {
        KaCategory only = (KaCategory) (1 << i);

        if (ka_session_get_state (self->session).categories == only)
          only = KA_CATEGORY_ALL;
        ka_session_set_categories (self->session, only);
      }
}

/* Measures the time between two presses on a chip, as a button claims each press and the gesture
 * never counts to two. The first press has toggled the chip. */
static void
pressed_cb (KaCategoryFilter *self, int n_press, double x, double y, GtkGesture *click)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = NULL;
  guint32    time_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (click));
  int        double_click_ms = 0;

  if (target != NULL)
    chip = gtk_widget_get_ancestor (target, GTK_TYPE_TOGGLE_BUTTON);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time",
                &double_click_ms, NULL);
  if (chip == NULL || chip != self->pressed_chip ||
      time_ms - self->pressed_ms > (guint32) double_click_ms)
    {
      self->pressed_chip = chip;
      self->pressed_ms = time_ms;
      return;
    }

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pressed_chip = NULL;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  if (self->session != NULL)
    choose_only (self, chip);
}

static gboolean
chip_only_cb (GtkWidget *chip, GVariant *arguments, gpointer data)
{
  KaCategoryFilter *self = KA_CATEGORY_FILTER (data);

  if (self->session != NULL)
    choose_only (self, chip);

  return GDK_EVENT_STOP;
}

/* Keys for what a double click does. */
static void
add_chip_keys (KaCategoryFilter *self, GtkWidget *chip)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>space"),
                      gtk_callback_action_new (chip_only_cb, self, NULL)));
  gtk_widget_add_controller (chip, keys);
}

static void
add_filter (KaCategoryFilter *self, int number)
{
  KaCategory category = (KaCategory) (1 << number);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *mark = ka_category_mark_new ();
  GtkWidget *count = gtk_label_new (NULL);

  ka_category_mark_set (KA_CATEGORY_MARK (mark), self->theme, category);
  self->chips[number] = button;
  self->marks[number] = mark;
  self->counts[number] = count;
  gtk_widget_add_css_class (count, "chip-count");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), gtk_label_new (ka_words_get_category (category)));
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Double click: only these"));
  gtk_widget_add_css_class (button, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  add_chip_keys (self, button);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
ka_category_filter_dispose (GObject *object)
{
  KaCategoryFilter *self = KA_CATEGORY_FILTER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->flow, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_category_filter_parent_class)->dispose (object);
}

static void
ka_category_filter_class_init (KaCategoryFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_category_filter_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ka_category_filter_init (KaCategoryFilter *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkFlowBox *flow;

  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->flow = gtk_flow_box_new ();
  flow = GTK_FLOW_BOX (self->flow);
  gtk_flow_box_set_selection_mode (flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (flow, CHIPS_PER_LINE);
  gtk_flow_box_set_column_spacing (flow, SPACING_PX);
  gtk_flow_box_set_row_spacing (flow, SPACING_PX);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Categories of events"), -1);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    add_filter (self, i);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
ka_category_filter_set_session (KaCategoryFilter *self, KaSession *session)
{
  g_return_if_fail (KA_IS_CATEGORY_FILTER (self) && self->session == NULL);

  self->session = g_object_ref (session);
  ka_session_watch (session, "categories", G_CALLBACK (show_chips), self);
  ka_session_watch (session, "range", G_CALLBACK (show_counts), self);
  show_chips (self);
  show_counts (self);
}

void
ka_category_filter_set_theme (KaCategoryFilter *self, const KaTheme *theme)
{
  self->theme = theme;
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    ka_category_mark_set (KA_CATEGORY_MARK (self->marks[i]), theme, (KaCategory) (1 << i));
}
