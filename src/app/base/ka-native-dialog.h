/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_native_dialog_dismiss: hides a dialog for files at once and frees it half a minute later. GTK
 * 4.8 reads folders in threads, and tells a dialog that is freed meanwhile what it has read.
 * @dialog: (transfer full): a dialog that is answered
 */
void ka_native_dialog_dismiss (GtkNativeDialog *dialog);

G_END_DECLS
