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

#define SPACING_PX 4
/* How far a step of the wheel moves the row. */
#define WHEEL_PX 40

struct _KaCategoryFilter
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;
  GtkWidget *row;
  GtkWidget *chips[KA_N_CATEGORIES];
  GtkWidget *checks[KA_N_CATEGORIES];
  GtkWidget *marks[KA_N_CATEGORIES];
  GtkWidget *counts[KA_N_CATEGORIES]; /* labels on the chips */

  /* Owned */
  KaSession *session;

  const KaTheme *theme;
};

G_DEFINE_FINAL_TYPE (KaCategoryFilter, ka_category_filter, GTK_TYPE_WIDGET)

/* Writes the number of events on each chip: those that range, parties and certainty let pass. */
static void
show_counts (KaCategoryFilter *self)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_EVENT);
  KaViewState   state = ka_session_get_state (self->session);
  gsize         n_begun = ka_event_order_count_begun (events, &state);
  guint         n_events[KA_N_CATEGORIES] = { 0 };

  state.filter.categories = KA_CATEGORY_ALL;
  for (gsize i = 0; i < n_begun; i++)
    {
      const KaEvent *event = events->items[i];

      if (!ka_event_order_admits (&state, event))
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

/* Hides the chips of categories that no event of the atlas has. */
static void
show_used (KaCategoryFilter *self)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_EVENT);
  guint         used = 0;

  for (gsize i = 0; i < events->n_items; i++)
    used |= ((const KaEvent *) events->items[i])->categories;
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    gtk_widget_set_visible (self->chips[i], (used & (1u << i)) != 0);
}

/* With all categories no chip is singled out; with some, those have a check mark, others are pale.
 */
static void
show_chips (KaCategoryFilter *self)
{
  KaCategory categories = ka_session_get_state (self->session).filter.categories;

  for (int i = 0; i < KA_N_CATEGORIES; i++)
    {
      gboolean is_chosen = (categories & (KaCategory) (1 << i)) != 0;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]), is_chosen);
      gtk_widget_set_visible (self->checks[i], is_chosen && categories != KA_CATEGORY_ALL);
    }
}

/* Chooses a category alone, or all when it is alone already. With others, adds it to them or takes
 * it away; none means all. */
static void
choose (KaCategoryFilter *self, KaCategory category, gboolean with_others)
{
  KaCategory chosen = ka_session_get_state (self->session).filter.categories;

  if (with_others)
    chosen ^= category;
  else
    chosen = chosen == category ? KA_CATEGORY_ALL : category;
  ka_session_set_categories (self->session, chosen != 0 ? chosen : KA_CATEGORY_ALL);
  /* The click has toggled the chip. */
  show_chips (self);
}

static KaCategory
get_category (KaCategoryFilter *self, GtkWidget *chip)
{
  int number = 0;

  while (self->chips[number] != chip)
    number++;

  return (KaCategory) (1 << number);
}

/* The signal of a button does not tell the modifiers. */
static void
clicked_cb (KaCategoryFilter *self, GtkWidget *chip)
{
  GdkSeat   *seat = gdk_display_get_default_seat (gtk_widget_get_display (chip));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
  gboolean   has_control = keyboard != NULL &&
                         (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;

  if (self->session != NULL)
    choose (self, get_category (self, chip), has_control);
}

static gboolean
chip_add_cb (GtkWidget *chip, GVariant *arguments, gpointer data)
{
  KaCategoryFilter *self = KA_CATEGORY_FILTER (data);

  if (self->session != NULL)
    choose (self, get_category (self, chip), TRUE);

  return GDK_EVENT_STOP;
}

/* Keys for what a click with Ctrl does. */
static void
add_chip_keys (KaCategoryFilter *self, GtkWidget *chip)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>space"),
                      gtk_callback_action_new (chip_add_cb, self, NULL)));
  gtk_widget_add_controller (chip, keys);
}

/* Turns the wheel over the row of chips sideways. */
static gboolean
scroll_cb (KaCategoryFilter *self, double dx, double dy)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (
    GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + (dx + dy) * WHEEL_PX);

  return GDK_EVENT_STOP;
}

static void
add_filter (KaCategoryFilter *self, int number)
{
  KaCategory category = (KaCategory) (1 << number);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *mark = ka_category_mark_new ();
  GtkWidget *count = gtk_label_new (NULL);

  ka_category_mark_set (KA_CATEGORY_MARK (mark), self->theme, category);
  self->chips[number] = button;
  self->checks[number] = check;
  self->marks[number] = mark;
  self->counts[number] = count;
  gtk_widget_add_css_class (count, "chip-count");
  gtk_widget_set_visible (check, FALSE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), gtk_label_new (ka_words_get_category (category)));
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Only these; again: all. Ctrl+click adds or takes away"));
  gtk_widget_add_css_class (button, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  add_chip_keys (self, button);
  gtk_box_append (GTK_BOX (self->row), button);
}

static void
ka_category_filter_dispose (GObject *object)
{
  KaCategoryFilter *self = KA_CATEGORY_FILTER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

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
  GtkEventController *wheel = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING_PX);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Categories of events"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->row);
  gtk_widget_add_css_class (self->scroller, "chips");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    add_filter (self, i);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

void
ka_category_filter_set_session (KaCategoryFilter *self, KaSession *session)
{
  g_return_if_fail (KA_IS_CATEGORY_FILTER (self) && self->session == NULL);

  self->session = g_object_ref (session);
  ka_session_watch (session, "filter", G_CALLBACK (show_chips), self);
  ka_session_watch (session, "filter", G_CALLBACK (show_counts), self);
  ka_session_watch (session, "range", G_CALLBACK (show_counts), self);
  show_used (self);
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
