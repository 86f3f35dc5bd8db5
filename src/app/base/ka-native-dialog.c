/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How dialogs for files go: later than they close.
 */

#include "config.h"

#include "ka-native-dialog.h"

/* Longer than a folder takes to be read */
#define KEEP_S 30

static gboolean
destroy_cb (gpointer dialog)
{
  gtk_native_dialog_destroy (dialog);

  return G_SOURCE_REMOVE;
}

void
ka_native_dialog_dismiss (GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, KEEP_S, destroy_cb, dialog, g_object_unref);
}
