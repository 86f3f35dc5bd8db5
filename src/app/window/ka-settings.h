/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The settings that the program keeps between starts. Without their schema it keeps nothing and
 * runs on its defaults.
 */

/** ka_settings_new: Returns: (transfer full) (nullable): the settings; %NULL without a schema */
GSettings *ka_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_settings_get: @key: a key of the schema; @format: its type, as g_variant_get() takes it;
 * @...: (out): the parts; untouched on failure. Returns: whether the schema has the key
 */
gboolean ka_settings_get (GSettings *self, const char *key, const char *format, ...);

/**
 * ka_settings_set: keeps a value, or does nothing where the key cannot be written; @key: a key
 * of the schema; @format: its type, as g_variant_new() takes it; @...: the parts
 */
void ka_settings_set (GSettings *self, const char *key, const char *format, ...);

/** ka_settings_add_hint: keeps that a hint was given; @name: the hint. Returns: whether it was not
 * given before; %FALSE where that cannot be kept */
gboolean ka_settings_add_hint (GSettings *self, const char *name);

G_END_DECLS
