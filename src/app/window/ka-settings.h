/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KA_TYPE_SETTINGS (ka_settings_get_type ())

/**
 * KaSettings: the settings that the program keeps between starts. Without their schema it keeps
 * nothing and runs on its defaults.
 */
G_DECLARE_FINAL_TYPE (KaSettings, ka_settings, KA, SETTINGS, GObject)

/**
 * ka_settings_new:
 *
 * Returns: (transfer full): the settings of the person who runs the program
 */
KaSettings *ka_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_settings_get: @key: a key of the schema; @format: its type, as g_variant_get() takes it;
 * @...: (out): the parts; untouched on failure. Returns: whether the schema has the key
 */
gboolean ka_settings_get (KaSettings *self, const char *key, const char *format, ...);

/**
 * ka_settings_set:
 * @self: settings
 * @key: a key of the schema
 * @format: its type, as g_variant_new() takes it
 * @...: the parts
 *
 * Keeps a value, or does nothing where the key cannot be written.
 */
void ka_settings_set (KaSettings *self, const char *key, const char *format, ...);

G_END_DECLS
