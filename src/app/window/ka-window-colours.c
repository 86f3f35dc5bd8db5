/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menu of colour schemes of a window.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window-colours.h"

/* Names of the colour schemes in the menu; a scheme that is not listed has its own name. */
static const struct
{
  const char *name;
  const char *label;
} theme_labels[] = {
  { KA_STYLE_SYSTEM, N_ ("Follow System") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { "print", N_ ("Print") },
  { "high-contrast", N_ ("High Contrast") },
  { "high-contrast-dark", N_ ("High Contrast, Dark") },
};

static const char *
get_theme_label (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (theme_labels); i++)
    if (g_str_equal (theme_labels[i].name, name))
      return _ (theme_labels[i].label);

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
theme_changed_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KaStyle *style = data;

  ka_style_set_choice (style, g_variant_get_string (value, NULL));
  g_simple_action_set_state (action, g_variant_new_string (ka_style_get_choice (style)));
}

KaStyle *
ka_window_colours_add (GtkApplicationWindow *window, GMenu *menu)
{
  const GActionEntry entry = { .name = "theme",
                               .parameter_type = "s",
                               .state = "'" KA_STYLE_SYSTEM "'",
                               .change_state = theme_changed_cb };
  KaStyle           *style = ka_style_new (gtk_widget_get_settings (GTK_WIDGET (window)));

  g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, style);
  add_theme (menu, KA_STYLE_SYSTEM);
  for (int id = 0; id < KA_N_THEMES; id++)
    add_theme (menu, ka_theme_get ((KaThemeId) id)->name);

  return style;
}
