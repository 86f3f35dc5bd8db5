/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dialogs for files, made once and used again.
 */

#include "config.h"

#include "ka-file-dialog.h"

#define ANSWERED "ka-answered" /* the handler of the last use */

static const char *
get_key (GtkFileChooserAction action)
{
  switch (action)
    {
    case GTK_FILE_CHOOSER_ACTION_OPEN:
      return "ka-file-dialog-open";
    case GTK_FILE_CHOOSER_ACTION_SAVE:
      return "ka-file-dialog-save";
    case GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER:
      return "ka-file-dialog-folder";
    }

  g_return_val_if_reached (NULL);
}

GtkFileChooserNative *
ka_file_dialog_get (GtkWindow *parent, const char *title, GtkFileChooserAction action)
{
  GObject              *display = G_OBJECT (gtk_widget_get_display (GTK_WIDGET (parent)));
  GtkFileChooserNative *dialog = g_object_get_data (display, get_key (action));

  if (dialog == NULL)
    {
      dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
      g_object_set_data_full (display, get_key (action), dialog, g_object_unref);
      gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
    }
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (dialog));
  gtk_native_dialog_set_title (GTK_NATIVE_DIALOG (dialog), title);
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (dialog), parent);
  g_signal_handlers_disconnect_by_func (parent, gtk_native_dialog_hide, dialog);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_native_dialog_hide), dialog,
                           G_CONNECT_SWAPPED);

  return dialog;
}

void
ka_file_dialog_show (GtkFileChooserNative *dialog, GCallback answered, gpointer object)
{
  const gulong before = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (dialog), ANSWERED));
  gulong       id;

  if (before != 0 && g_signal_handler_is_connected (dialog, before))
    g_signal_handler_disconnect (dialog, before);
  id = g_signal_connect_object (dialog, "response", answered, object, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (dialog), ANSWERED, GSIZE_TO_POINTER (id));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
