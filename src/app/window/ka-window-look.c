/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the window looks: its colours and their menu, and what floats over the map, the layers and
 * the day that is compared with.
 */

#include "config.h"

#include "ka-window-private.h"

#include "ka-map-layers.h"
#include "ka-text-scale.h"

/* Where the chip over the map stands: from the top and from the right, and where text is large. */
#define CHIP_TOP_PX      12
#define CHIP_END_PX      60
#define LOW_CHIP_TOP_PX  164
#define LARGE_TEXT_SCALE 1.3

/* How the colour schemes are called in the menu; one that is not listed goes by its own name. */
static const struct
{
  const char *name;
  const char *label;
} theme_labels[] = {
  { KA_STYLE_SYSTEM, "Follow System" },
  { "light", "Light" },
  { "dark", "Dark" },
  { "print", "Print" },
  { "high-contrast", "High Contrast" },
  { "high-contrast-dark", "High Contrast, Dark" },
};

static const char *
get_theme_label (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (theme_labels); i++)
    if (g_str_equal (theme_labels[i].name, name))
      return theme_labels[i].label;

  return name;
}

static void
add_theme (GMenu *menu, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (get_theme_label (name), NULL);

  g_menu_item_set_action_and_target (item, "win.theme", "s", name);
  g_menu_append_item (menu, item);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_theme (KaWindow *self)
{
  const KaTheme *theme = ka_style_get_theme (self->style);

  self->theme = theme;
  set_css_class (GTK_WIDGET (self), "dark", theme->is_dark);
  set_css_class (GTK_WIDGET (self), "contrast", g_str_has_prefix (theme->name, "high-contrast"));
  ka_event_list_set_theme (self->event_list, theme);
  ka_map_view_set_theme (self->map_view, theme);
  ka_reading_pane_set_theme (self->reading_pane, theme);
  ka_timeline_view_set_theme (self->timeline_view, theme);
  ka_time_bar_set_theme (self->time_bar, theme);
  ka_connector_layer_set_theme (self->connector_layer, theme);
}

static void
theme_changed_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KaWindow *self = data;

  ka_style_set_choice (self->style, g_variant_get_string (value, NULL));
  g_simple_action_set_state (action, g_variant_new_string (ka_style_get_choice (self->style)));
}

/* The chip over the map says which day is compared with. Beside the buttons it leaves room for the
 * date at the left, below them where text is large. */
static void
update_chip (KaWindow *self)
{
  KaViewState      state = ka_session_get_state (self->session);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  gboolean         is_large = ka_text_scale_get (GTK_WIDGET (self)) >= LARGE_TEXT_SCALE;

  gtk_widget_set_visible (self->compare_chip, state.has_pinned_day);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.unpin-day", state.has_pinned_day);
  if (!state.has_pinned_day)
    return;

  day = ka_day_to_words (state.pinned_day, state.language);
  words = g_strdup_printf ("vs. %s", day);
  text = g_strdup_printf ("Compared with %s", day);
  gtk_label_set_text (self->compare_label, words);
  gtk_widget_set_tooltip_text (self->compare_chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_margin_top (self->compare_chip, is_large ? LOW_CHIP_TOP_PX : CHIP_TOP_PX);
  gtk_widget_set_margin_end (self->compare_chip, is_large ? CHIP_TOP_PX : CHIP_END_PX);
}

/* Fills the parts of the template that depend on the session and on the colours there are. */
void
ka_window_set_up_look (KaWindow *self)
{
  const GActionEntry theme_entry = { .name = "theme",
                                     .parameter_type = "s",
                                     .state = "'" KA_STYLE_SYSTEM "'",
                                     .change_state = theme_changed_cb };

  self->style = ka_style_new (gtk_widget_get_settings (GTK_WIDGET (self)));
  g_action_map_add_action_entries (G_ACTION_MAP (self), &theme_entry, 1, self);
  add_theme (self->theme_menu, KA_STYLE_SYSTEM);
  for (int id = 0; id < KA_N_THEMES; id++)
    add_theme (self->theme_menu, ka_theme_get ((KaThemeId) id)->name);
  gtk_menu_button_set_popover (self->layers_button, ka_layers_create_popover (self->session));

  g_signal_connect_object (self->style, "notify::theme", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::pinned-day", G_CALLBACK (update_chip), self,
                           G_CONNECT_SWAPPED);
  ka_map_view_add_overlay (self->map_view, self->map_controls);
  ka_map_view_add_overlay (self->map_view, self->compare_chip);
  update_theme (self);
  update_chip (self);
}
