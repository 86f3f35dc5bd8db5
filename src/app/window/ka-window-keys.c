/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of a single letter, digit or sign, which who speaks to the computer or hits keys by mistake
 * can turn off (WCAG 2.1.4). All of the window's are taken before they reach anything but text.
 */

#include "config.h"

#include "ka-window-private.h"

static gboolean
is_single (guint keyval, GdkModifierType modifiers)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return letter != 0 && g_unichar_isgraph (letter) &&
         (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0;
}

static gboolean
key_pressed_cb (KaWindow *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->has_single_keys || focus == NULL || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  return is_single (keyval, modifiers) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
single_keys_changed_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KaWindow *self = data;

  self->has_single_keys = g_variant_get_boolean (value);
  g_simple_action_set_state (action, value);
}

/* Adds the choice and what heeds it. */
void
ka_window_set_up_keys (KaWindow *self)
{
  const GActionEntry  entry = { .name = "single-keys",
                                .state = "true",
                                .change_state = single_keys_changed_cb };
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->has_single_keys = TRUE;
  g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
