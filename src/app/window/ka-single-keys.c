/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Turns off shortcuts of a single character, which speech input and slips of the hand trigger
 * (WCAG 2.1.4).
 */

#include "config.h"

#include "ka-single-keys.h"

#define ACTION "single-keys"

static gboolean
is_single (guint keyval, GdkModifierType modifiers)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return letter != 0 && g_unichar_isgraph (letter) &&
         (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0;
}

static gboolean
key_pressed_cb (GtkWindow *window, guint keyval, guint keycode, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GVariant) is_on = g_action_group_get_action_state (G_ACTION_GROUP (window), ACTION);

  if (g_variant_get_boolean (is_on) || focus == NULL || GTK_IS_EDITABLE (focus) ||
      GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  return is_single (keyval, modifiers) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
ka_single_keys_add (GtkApplicationWindow *window)
{
  const GActionEntry  entry = { .name = ACTION, .state = "true" };
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
