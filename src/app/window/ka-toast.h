/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_TOAST (ka_toast_get_type ())

/**
 * KaToast:
 *
 * A message that shows for a while over the window, with a button that shows a file in its folder.
 * A newer message replaces it; while the pointer is on it, it stays.
 */
G_DECLARE_FINAL_TYPE (KaToast, ka_toast, KA, TOAST, GtkWidget)

/**
 * ka_toast_show:
 * @self: the toast
 * @message: one sentence
 * @file: (nullable): a file that it speaks of; the button shows it in its folder
 */
void ka_toast_show (KaToast *self, const char *message, GFile *file);

G_END_DECLS
