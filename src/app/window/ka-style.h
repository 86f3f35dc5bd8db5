/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_STYLE (ka_style_get_type ())

/** KA_STYLE_SYSTEM: the choice that follows the desktop. */
#define KA_STYLE_SYSTEM "system"

/**
 * KaStyle:
 *
 * The colours of the window: those that a person chose, or the desktop's. It asks the settings
 * portal for light, dark and high contrast, looks at the name of GTK's theme, and keeps
 * GtkSettings:gtk-application-prefer-dark-theme in step with the theme that results.
 */
G_DECLARE_FINAL_TYPE (KaStyle, ka_style, KA, STYLE, GObject)

KaStyle       *ka_style_new (GtkSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
const KaTheme *ka_style_get_theme (KaStyle *self);
const char    *ka_style_get_choice (KaStyle *self);
void           ka_style_set_choice (KaStyle *self, const char *choice);
gboolean       ka_style_is_high_contrast (const char *theme_name);

G_END_DECLS
