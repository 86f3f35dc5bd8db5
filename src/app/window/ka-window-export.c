/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The actions that make pictures of a window: at once, as the last time, after a dialog, for the
 * clipboard and on paper. Keeps the last choice.
 */

#include "config.h"

#include "ka-window-export.h"

#include "ka-export-dialog.h"
#include "ka-export-print.h"
#include "ka-picture-provider.h"
#include "ka-settings.h"

#include <glib/gi18n-lib.h>

/* The key of the settings. */
#define CHOICE_KEY "export"

struct _KaWindowExport
{
  /* Owned */
  GSettings    *settings; /* (nullable) */
  GVariant     *kept;     /* (nullable): the last choice */
  GCancellable *cancellable;

  /* Borrowed */
  GtkApplicationWindow *window;
  GtkDragSource        *drag_source; /* (nullable): of the button that one drags from */

  KaWindowLook look;
  KaWindowTell tell;
};

/* Returns the last choice, as far as it can be made of what is shown; that of an earlier start
 * counts too. */
static KaExportChoice
get_choice (KaWindowExport *self, const KaSnapshot *shown)
{
  KaExportChoice choice;

  if (self->kept == NULL)
    ka_settings_get (self->settings, CHOICE_KEY, "@a{sv}", &self->kept);
  choice = ka_export_choice_from_variant (self->kept);

  return ka_export_choice_fit (&choice, ka_map_scene_get_atlas (shown->scene),
                               shown->state.selection);
}

static void
keep_choice (KaWindowExport *self, const KaExportChoice *choice)
{
  g_clear_pointer (&self->kept, g_variant_unref);
  self->kept = g_variant_ref_sink (ka_export_choice_to_variant (choice));
  if (self->settings != NULL)
    ka_settings_set (self->settings, CHOICE_KEY, "@a{sv}", self->kept);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaWindowExport *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ka_snapshot_save_finish (result, &error);
  g_autofree char *message = ka_snapshot_dup_message (file, error);

  /* Without a message it was cancelled: @self may be gone. */
  if (message != NULL)
    self->tell (GTK_WIDGET (self->window), message, file);
}

static void
save (KaWindowExport *self, const KaSnapshot *shown, const KaExportChoice *choice)
{
  ka_snapshot_save_async (shown, choice, NULL, G_OBJECT (self->window), self->cancellable, saved_cb,
                          self);
}

/* Saves a view in the way of a quick export, which asks nothing and keeps nothing. */
static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaWindowExport  *self = data;
  const KaSnapshot shown = self->look (GTK_WIDGET (self->window));
  KaExportChoice   choice = ka_export_choice_new ();

  if (ka_page_view_from_name (g_variant_get_string (parameter, NULL), &choice.view))
    save (self, &shown, &choice);
}

static void
export_again_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaWindowExport      *self = data;
  const KaSnapshot     shown = self->look (GTK_WIDGET (self->window));
  const KaExportChoice choice = get_choice (self, &shown);

  save (self, &shown, &choice);
}

static void
chosen_cb (KaExportDialog *dialog, gpointer data)
{
  const KaExportChoice choice = ka_export_dialog_get_choice (dialog);

  keep_choice (data, &choice);
}

static void
told_cb (KaExportDialog *dialog, const char *message, GFile *file, gpointer data)
{
  KaWindowExport *self = data;

  self->tell (GTK_WIDGET (self->window), message, file);
}

static void
export_dialog_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaWindowExport      *self = data;
  const KaSnapshot     shown = self->look (GTK_WIDGET (self->window));
  const KaExportChoice choice = get_choice (self, &shown);
  KaExportDialog      *dialog = ka_export_dialog_new (GTK_WINDOW (self->window), &shown, &choice);

  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect (dialog, "told", G_CALLBACK (told_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_image_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaWindowExport      *self = data;
  const KaSnapshot     shown = self->look (GTK_WIDGET (self->window));
  const KaExportChoice choice = get_choice (self, &shown);
  g_autoptr (GdkContentProvider) picture = ka_picture_provider_new (&shown, &choice);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), picture);
  self->tell (GTK_WIDGET (self->window), _ ("The picture is in the clipboard"), NULL);
}

static void
print_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaWindowExport      *self = data;
  const KaSnapshot     shown = self->look (GTK_WIDGET (self->window));
  const KaExportChoice choice = get_choice (self, &shown);
  g_autoptr (GError) error = NULL;

  if (!ka_export_print (&shown, &choice, GTK_WINDOW (self->window), NULL, &error))
    self->tell (GTK_WIDGET (self->window), error->message, NULL);
}

static const GActionEntry actions[] = {
  { .name = "export", .parameter_type = "s", .activate = export_action },
  { .name = "export-again", .activate = export_again_action },
  { .name = "export-dialog", .activate = export_dialog_action },
  { .name = "copy-image", .activate = copy_image_action },
  { .name = "print", .activate = print_action },
};

KaWindowExport *
ka_window_export_new (GtkApplicationWindow *window, KaWindowLook look, KaWindowTell tell)
{
  KaWindowExport *self = g_new0 (KaWindowExport, 1);

  self->window = window;
  self->look = look;
  self->tell = tell;
  self->cancellable = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);

  return self;
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  KaWindowExport      *self = data;
  const KaSnapshot     shown = self->look (GTK_WIDGET (self->window));
  const KaExportChoice choice = get_choice (self, &shown);

  return ka_picture_provider_new (&shown, &choice);
}

void
ka_window_export_drag_from (KaWindowExport *self, GtkWidget *button)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "drag-picture");
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_drag_cb), self);
  self->drag_source = drag;
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (drag));
}

void
ka_window_export_free (KaWindowExport *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->window), actions[i].name);
  if (self->drag_source != NULL)
    g_signal_handlers_disconnect_by_data (self->drag_source, self);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->kept, g_variant_unref);
  g_free (self);
}

void
ka_window_export_set_settings (KaWindowExport *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
}
