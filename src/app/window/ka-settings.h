/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KA_TYPE_SETTINGS (ka_settings_get_type ())

/**
 * KaSettings:
 *
 * What is kept between starts. Where the schema is not to be found it runs on the defaults of the
 * program and keeps nothing.
 */
G_DECLARE_FINAL_TYPE (KaSettings, ka_settings, KA, SETTINGS, GObject)

/**
 * ka_settings_new:
 *
 * Returns: (transfer full): the settings of the person who runs the program
 */
KaSettings *ka_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_settings_get_is_kept:
 * @self: settings
 *
 * Returns: whether there is a schema, so that what is set can be read again
 */
gboolean ka_settings_get_is_kept (KaSettings *self);

/**
 * ka_settings_get:
 * @self: settings
 * @key: a key of the schema
 * @format: its type, as g_variant_get() takes it
 * @...: where to store the parts; untouched where nothing is kept
 *
 * Returns: whether there was something to read
 */
gboolean ka_settings_get (KaSettings *self, const char *key, const char *format, ...);

/**
 * ka_settings_set:
 * @self: settings
 * @key: a key of the schema
 * @format: its type, as g_variant_new() takes it
 * @...: the parts
 *
 * Keeps a value, where anything can be kept; otherwise does nothing.
 */
void ka_settings_set (KaSettings *self, const char *key, const char *format, ...);

G_END_DECLS
