/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_file_dialog_get:
 * @parent: the window that waits for the answer
 * @title: what is asked
 * @action: what the file is for
 *
 * Gets the dialog for files of an action. A display has one for each action and keeps it: GTK 4.8
 * goes on telling a dialog that is freed what changes in its folder.
 *
 * Returns: (transfer none): a modal dialog over @parent that is not shown; filters, folder and name
 *   are those of the last use
 */
GtkFileChooserNative *
ka_file_dialog_get (GtkWindow *parent, const char *title, GtkFileChooserAction action);

/**
 * ka_file_dialog_show: shows a dialog of ka_file_dialog_get(). It hides before its answer is told.
 * @answered: is called with @object, the response and the dialog, unless @object is gone
 * @object: a #GObject
 */
void ka_file_dialog_show (GtkFileChooserNative *dialog, GCallback answered, gpointer object);

G_END_DECLS
