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

KaSettings *ka_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ka_settings_get_is_kept (KaSettings *self);
gboolean    ka_settings_get (KaSettings *self, const char *key, const char *format, ...);
void        ka_settings_set (KaSettings *self, const char *key, const char *format, ...);

G_END_DECLS
