/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KA_TYPE_STYLE (ka_style_get_type ())

/**
 * KaStyle:
 *
 * Follows the desktop's choice between light and dark: it asks the settings portal and keeps
 * GtkSettings:gtk-application-prefer-dark-theme at its answer. Without a portal the setting stays
 * as the desktop's settings file has it.
 */
G_DECLARE_FINAL_TYPE (KaStyle, ka_style, KA, STYLE, GObject)

KaStyle *ka_style_new (GtkSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
