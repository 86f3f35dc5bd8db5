/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A second start gives what it names to the program that runs, through the actions of
 * org.freedesktop.Application.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-hand-over.h"

/* A program that reads a large atlas answers late, one that is stopped never. */
#define PATIENCE_MS 10000

#define OBJECT_PATH KA_RESOURCE_PATH

/* What tells the window manager that a person asked for the window. */
static GVariant *
new_platform_data (void)
{
  const char     *startup = g_getenv ("DESKTOP_STARTUP_ID");
  GVariantBuilder data;

  g_variant_builder_init (&data, G_VARIANT_TYPE_VARDICT);
  if (startup != NULL)
    g_variant_builder_add (&data, "{sv}", "desktop-startup-id", g_variant_new_string (startup));

  return g_variant_builder_end (&data);
}

/* @parameter: (nullable): the string that the action takes */
static gboolean
activate (GDBusConnection *bus, const char *action, const char *parameter, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) failure = NULL;
  GVariantBuilder parameters;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", g_variant_new_string (parameter));
  answer = g_dbus_connection_call_sync (
    bus, KA_APPLICATION_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
    g_variant_new ("(sav@a{sv})", action, &parameters, new_platform_data ()), NULL,
    G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, NULL, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
      g_error_matches (failure, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         _ ("the program that runs does not answer; --new-process starts another"));

  return answer != NULL;
}

gboolean
ka_hand_over (const GPtrArray *files, const char *link, GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (bus == NULL)
    return FALSE;
  if (link != NULL)
    return activate (bus, "open-link", link, error);
  if (files->len == 0)
    return activate (bus, "open-built-in", NULL, error);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);

      if (!activate (bus, "open-uri", uri, error))
        return FALSE;
    }

  return TRUE;
}
