/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_BANNER (ka_banner_get_type ())

/**
 * KaBanner: a warning above the content of a window, which stays until it is taken back or closed.
 * A button tells more: it emits `activated`. A screen reader hears the text.
 */
G_DECLARE_FINAL_TYPE (KaBanner, ka_banner, KA, BANNER, GtkWidget)

/** ka_banner_new: Returns: (transfer floating): a banner that is not shown */
KaBanner *ka_banner_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** ka_banner_show: @text: one sentence; @button: the words of the button */
void ka_banner_show (KaBanner *self, const char *text, const char *button);

/** ka_banner_hide: takes it back */
void ka_banner_hide (KaBanner *self);

G_END_DECLS
