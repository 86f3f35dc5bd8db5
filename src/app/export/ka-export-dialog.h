/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-snapshot.h"

G_BEGIN_DECLS

#define KA_TYPE_EXPORT_DIALOG (ka_export_dialog_get_type ())

/**
 * KaExportDialog: asks what an export is to be, with a preview, and saves, copies or prints it.
 *
 * Signal `chosen`, before a picture is made: ka_export_dialog_get_choice() is to be kept.
 * Signal `told` (string, nullable #GFile): a message on what was done, and the file of it.
 */
G_DECLARE_FINAL_TYPE (KaExportDialog, ka_export_dialog, KA, EXPORT_DIALOG, GtkWindow)

/**
 * ka_export_dialog_new:
 * @parent: the window that it stands over
 * @shown: what @parent shows; copied
 * @choice: what to begin with
 *
 * Returns: (transfer none): the dialog, which destroys itself
 */
KaExportDialog *
ka_export_dialog_new (GtkWindow *parent, const KaSnapshot *shown, const KaExportChoice *choice);

/** ka_export_dialog_get_choice: Returns: what it shows now */
KaExportChoice ka_export_dialog_get_choice (KaExportDialog *self);

G_END_DECLS
