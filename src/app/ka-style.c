/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Light or dark, as the desktop says through org.freedesktop.portal.Settings.
 */

#include "config.h"

#include "ka-style.h"

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE       "org.freedesktop.appearance"
#define PREFERS_DARK     1

struct _KaStyle
{
  GObject parent_instance;

  /* Owned */
  GtkSettings  *settings;
  GDBusProxy   *portal;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KaStyle, ka_style, G_TYPE_OBJECT)

static void
take_scheme (KaStyle *self, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    g_object_set (self->settings, "gtk-application-prefer-dark-theme",
                  g_variant_get_uint32 (inner) == PREFERS_DARK, NULL);
}

static void
signal_cb (KaStyle *self, const char *sender, const char *signal, GVariant *parameters)
{
  const char *group;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal, "SettingChanged"))
    return;

  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, "color-scheme"))
    take_scheme (self, value);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (answer == NULL)
    return;

  value = g_variant_get_child_value (answer, 0);
  take_scheme (KA_STYLE (data), value);
}

static void
portal_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *owner = NULL;
  GDBusProxy      *portal = g_dbus_proxy_new_for_bus_finish (result, &error);
  KaStyle         *self = data;

  if (portal == NULL)
    return;

  self->portal = portal;
  g_signal_connect_object (portal, "g-signal", G_CALLBACK (signal_cb), self, G_CONNECT_SWAPPED);
  owner = g_dbus_proxy_get_name_owner (portal);
  if (owner != NULL)
    g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", APPEARANCE, "color-scheme"),
                       G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_cb, self);
}

static void
ka_style_dispose (GObject *object)
{
  KaStyle *self = KA_STYLE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ka_style_parent_class)->dispose (object);
}

static void
ka_style_class_init (KaStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_style_dispose;
}

static void
ka_style_init (KaStyle *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * ka_style_new:
 * @settings: what is kept at the desktop's choice
 *
 * Returns: (transfer full): what follows it while it lives
 */
KaStyle *
ka_style_new (GtkSettings *settings)
{
  KaStyle *self = g_object_new (KA_TYPE_STYLE, NULL);

  self->settings = g_object_ref (settings);
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                            G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START_AT_CONSTRUCTION, NULL, PORTAL_NAME,
                            PORTAL_PATH, PORTAL_INTERFACE, self->cancellable, portal_cb, self);

  return self;
}
