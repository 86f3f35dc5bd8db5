/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pins the selection of a window to the reading list, and saves the list as a hand-out.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window-pins.h"

#include "ka-handout-save.h"
#include "ka-pins.h"
#include "ka-snapshot.h"

typedef struct
{
  KaWindowState  window;
  KaToast       *toast;
  KaReadingList *list; /* Owned */
} Parts;

static void
parts_free (Parts *self)
{
  g_object_unref (self->list);
  g_free (self);
}

static GAction *
lookup (GtkWindow *window, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (window), name);
}

/* A kiosk takes both actions away. */
static void
update (GtkWindow *window)
{
  Parts        *self = g_object_get_data (G_OBJECT (window), "ka-pins-parts");
  const KaItem *selection = ka_session_get_selection (self->window.session);
  GAction      *pin = lookup (window, "toggle-pin");
  GAction      *handout = lookup (window, "handout");

  if (pin == NULL || handout == NULL)
    return;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (pin),
                               selection != NULL && ka_pins_admit (selection));
  g_simple_action_set_state (G_SIMPLE_ACTION (pin),
                             g_variant_new_boolean (ka_reading_list_has (self->list, selection)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (handout),
                               ka_reading_list_get_items (self->list)->len > 0);
}

static void
failed_cb (KaToast *toast, const char *message)
{
  ka_toast_show (toast, message, NULL);
}

static void
pin_action (GSimpleAction *action, GVariant *value, gpointer data)
{
  Parts        *self = data;
  const KaItem *selection = ka_session_get_selection (self->window.session);
  const char   *message = ka_reading_list_has (self->list, selection)
                            ? _ ("Taken from the reading list")
                            : _ ("Pinned to the reading list");

  ka_toast_show (self->toast, message, NULL);
  ka_reading_list_toggle (self->list, selection);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Parts *self = g_object_get_data (source, "ka-pins-parts");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ka_snapshot_save_finish (result, &error);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *message = NULL;

  if (!gtk_widget_get_realized (GTK_WIDGET (source)))
    return;

  message = file != NULL
              ? g_strdup_printf (_ ("Hand-out saved as %s"), base)
              : g_strdup_printf (_ ("The hand-out could not be saved: %s"), error->message);
  ka_toast_show (self->toast, message, file);
}

static void
handout_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Parts            *self = data;
  const KaViewState state = ka_session_get_state (self->window.session);

  ka_handout_save_async (ka_map_view_get_scene (self->window.map), &state,
                         ka_reading_list_get_items (self->list), G_OBJECT (self->window.window),
                         saved_cb);
}

void
ka_window_pins_add (const KaWindowState *window, KaReadingList *list, KaToast *toast)
{
  static const GActionEntry entries[] = {
    { .name = "toggle-pin", .state = "false", .change_state = pin_action },
    { .name = "handout", .activate = handout_action },
  };
  Parts *parts = g_new0 (Parts, 1);

  *parts = (Parts){ *window, toast, g_object_ref (list) };
  g_object_set_data_full (G_OBJECT (window->window), "ka-pins-parts", parts,
                          (GDestroyNotify) parts_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window->window), entries, G_N_ELEMENTS (entries),
                                   parts);
  ka_session_watch (window->session, "selection", G_CALLBACK (update), window->window);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), window->window, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (failed_cb), toast, G_CONNECT_SWAPPED);
  update (window->window);
}
