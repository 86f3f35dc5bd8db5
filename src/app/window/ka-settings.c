/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looks up the schema of the settings, as g_settings_new() ends the program without one: among the
 * installed schemas, then in the folders of a build.
 */

#include "config.h"

#include "ka-settings.h"

/* Folders of compiled schemas, relative to the folder of the program: of a build, of its tests, and
 * of an installation with a prefix that the desktop does not search. */
static const char *const folders[] = {
  "../data",
  "../../data",
  "../share/glib-2.0/schemas",
};

static GSettingsSchema *
lookup_in (const char *folder)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);

  if (!g_file_test (compiled, G_FILE_TEST_EXISTS))
    return NULL;

  source = g_settings_schema_source_new_from_directory (
    folder, g_settings_schema_source_get_default (), TRUE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, KA_APPLICATION_ID, FALSE) : NULL;
}

static GSettingsSchema *
lookup_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  GSettingsSchema       *schema = NULL;
  g_autofree char       *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char       *program_folder = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, KA_APPLICATION_ID, TRUE);
  if (program == NULL)
    return schema;

  program_folder = g_path_get_dirname (program);
  for (gsize i = 0; schema == NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (program_folder, folders[i], NULL);

      schema = lookup_in (folder);
    }

  return schema;
}

GSettings *
ka_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = lookup_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static gboolean
has_key (GSettings *self, const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (self == NULL)
    return FALSE;

  g_object_get (self, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key);
}

gboolean
ka_settings_get (GSettings *self, const char *key, const char *format, ...)
{
  g_autoptr (GVariant) value = NULL;
  va_list arguments;

  if (!has_key (self, key))
    return FALSE;

  value = g_settings_get_value (self, key);
  va_start (arguments, format);
  g_variant_get_va (value, format, NULL, &arguments);
  va_end (arguments);

  return TRUE;
}

void
ka_settings_set (GSettings *self, const char *key, const char *format, ...)
{
  g_autoptr (GVariant) value = NULL;
  va_list arguments;

  va_start (arguments, format);
  value = g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments));
  va_end (arguments);
  if (has_key (self, key) && g_settings_is_writable (self, key))
    g_settings_set_value (self, key, value);
}

gboolean
ka_settings_add_hint (GSettings *self, const char *name)
{
  g_auto (GStrv) given = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (!ka_settings_get (self, "hints", "^as", &given) ||
      g_strv_contains ((const char *const *) given, name))
    return FALSE;

  for (gsize i = 0; given[i] != NULL; i++)
    g_strv_builder_add (builder, given[i]);
  g_strv_builder_add (builder, name);
  names = g_strv_builder_end (builder);
  ka_settings_set (self, "hints", "^as", names);

  return TRUE;
}
