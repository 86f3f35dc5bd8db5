/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_TOAST (ka_toast_get_type ())

/**
 * KaToast: a message over the window, with a button that shows a file in its folder. It hides
 * after a while unless the pointer is over it. A new message replaces it.
 */
G_DECLARE_FINAL_TYPE (KaToast, ka_toast, KA, TOAST, GtkWidget)

/**
 * ka_toast_show:
 * @self: the toast
 * @message: one sentence
 * @file: (nullable): the file that the button shows in its folder
 */
void ka_toast_show (KaToast *self, const char *message, GFile *file);

G_END_DECLS
