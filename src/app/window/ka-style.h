/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_STYLE (ka_style_get_type ())

/** KA_STYLE_SYSTEM: the choice that follows the desktop. */
#define KA_STYLE_SYSTEM "system"

/**
 * KaStyle: the colours of the window: the choice of a person, or that of the desktop. Reads the
 * settings portal and the name of the GTK theme, and sets
 * GtkSettings:gtk-application-prefer-dark-theme.
 */
G_DECLARE_FINAL_TYPE (KaStyle, ka_style, KA, STYLE, GObject)

/**
 * ka_style_new:
 * @settings: the settings of GTK
 *
 * Returns: (transfer full): a style that follows the desktop
 */
KaStyle *ka_style_new (GtkSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/** ka_style_get_theme: Returns: (transfer none): the colours to paint with */
const KaTheme *ka_style_get_theme (KaStyle *self);

/** ka_style_get_choice: Returns: (transfer none): the name of a theme, or %KA_STYLE_SYSTEM */
const char *ka_style_get_choice (KaStyle *self);

/**
 * ka_style_set_choice: @choice: the name of a theme; any other text, such as %KA_STYLE_SYSTEM,
 * follows the desktop
 */
void ka_style_set_choice (KaStyle *self, const char *choice);

/**
 * ka_style_is_high_contrast: @theme_name: (nullable): the name of a GTK theme, such as
 * "Default-hc" or "HighContrast". Returns: whether it is one of high contrast
 */
gboolean ka_style_is_high_contrast (const char *theme_name);

G_END_DECLS
