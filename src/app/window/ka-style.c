/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chooses the colour scheme: that of a person, else that of the desktop, which the portal
 * org.freedesktop.portal.Settings and the name of the GTK theme give.
 */

#include "config.h"

#include "ka-style.h"

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE       "org.freedesktop.appearance"
#define PREFERS_DARK     1
#define HIGHER_CONTRAST  1

struct _KaStyle
{
  GObject parent_instance;

  /* Owned */
  GtkSettings  *settings;
  GDBusProxy   *portal;
  GCancellable *cancellable;
  char         *choice;

  const KaTheme *theme;
  gboolean       is_desktop_dark;
  gboolean       has_contrast; /* from the portal */
  gboolean       is_told_dark; /* the last value set for GTK */
};

enum
{
  PROP_0,
  PROP_THEME,
};

G_DEFINE_FINAL_TYPE (KaStyle, ka_style, G_TYPE_OBJECT)

/* The scheme with a name prefix, of that darkness where there is one; NULL for none. */
static const KaTheme *
find_theme (const char *prefix, gboolean is_dark)
{
  const KaTheme *found = NULL;

  for (int id = 0; id < KA_N_THEMES; id++)
    {
      const KaTheme *theme = ka_theme_get ((KaThemeId) id);

      if (!g_str_has_prefix (theme->name, prefix))
        continue;
      if (found == NULL || theme->is_dark == is_dark)
        found = theme;
      if (theme->is_dark == is_dark)
        break;
    }

  return found;
}

static gboolean
has_contrast_theme (KaStyle *self)
{
  g_autofree char *name = NULL;
  const char      *forced = g_getenv ("GTK_THEME");

  g_object_get (self->settings, "gtk-theme-name", &name, NULL);

  return ka_style_is_high_contrast (name) || ka_style_is_high_contrast (forced);
}

/* GTK_THEME, such as Default:dark, overrides the property of GtkSettings. */
static gboolean
is_dark_wished (KaStyle *self)
{
  const char *forced = g_getenv ("GTK_THEME");

  return forced != NULL ? g_str_has_suffix (forced, "dark") : self->is_desktop_dark;
}

static const KaTheme *
choose_theme (KaStyle *self)
{
  gboolean       is_dark = is_dark_wished (self);
  const KaTheme *theme = NULL;
  KaThemeId      id;

  if (ka_theme_id_from_name (self->choice, &id))
    return ka_theme_get (id);

  if (self->has_contrast || has_contrast_theme (self))
    theme = find_theme ("high-contrast", is_dark);
  if (theme == NULL)
    theme = ka_theme_get (is_dark ? KA_THEME_DARK : KA_THEME_LIGHT);

  return theme;
}

static void
update (KaStyle *self)
{
  const KaTheme *theme = choose_theme (self);
  gboolean       is_dark;

  self->is_told_dark = theme->is_dark;
  g_object_get (self->settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
  if (is_dark != theme->is_dark)
    g_object_set (self->settings, "gtk-application-prefer-dark-theme", theme->is_dark, NULL);
  if (self->theme == theme)
    return;

  self->theme = theme;
  g_object_notify (G_OBJECT (self), "theme");
}

/* A value that another part of GTK sets is the preference of the desktop. The value tells it from
 * that of this file, as a nested notification runs the outer one again. */
static void
prefer_dark_cb (KaStyle *self)
{
  gboolean is_dark;

  g_object_get (self->settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
  if (is_dark == self->is_told_dark)
    return;

  self->is_desktop_dark = is_dark;
  update (self);
}

static void
take_value (KaStyle *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;

  if (g_str_equal (key, "color-scheme"))
    self->is_desktop_dark = g_variant_get_uint32 (inner) == PREFERS_DARK;
  else if (g_str_equal (key, "contrast"))
    self->has_contrast = g_variant_get_uint32 (inner) == HIGHER_CONTRAST;
  update (self);
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
  if (g_str_equal (group, APPEARANCE))
    take_value (self, key, value);
}

static void
read_answer (GObject *source, GAsyncResult *result, KaStyle *self, const char *key)
{
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (answer == NULL)
    return;

  value = g_variant_get_child_value (answer, 0);
  take_value (self, key, value);
}

static void
read_scheme_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  read_answer (source, result, data, "color-scheme");
}

static void
read_contrast_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  read_answer (source, result, data, "contrast");
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
  if (owner == NULL)
    return;

  g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", APPEARANCE, "color-scheme"),
                     G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_scheme_cb, self);
  g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", APPEARANCE, "contrast"),
                     G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_contrast_cb, self);
}

static void
ka_style_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_THEME)
    g_value_set_pointer (value, (gpointer) (guintptr) KA_STYLE (object)->theme);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
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
ka_style_finalize (GObject *object)
{
  g_free (KA_STYLE (object)->choice);

  G_OBJECT_CLASS (ka_style_parent_class)->finalize (object);
}

static void
ka_style_class_init (KaStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ka_style_get_property;
  object_class->dispose = ka_style_dispose;
  object_class->finalize = ka_style_finalize;

  /** KaStyle:theme: the chosen colours, a #KaTheme */
  g_object_class_install_property (
    object_class, PROP_THEME,
    g_param_spec_pointer ("theme", NULL, NULL,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
}

static void
ka_style_init (KaStyle *self)
{
  self->cancellable = g_cancellable_new ();
  self->choice = g_strdup (KA_STYLE_SYSTEM);
}

KaStyle *
ka_style_new (GtkSettings *settings)
{
  KaStyle *self = g_object_new (KA_TYPE_STYLE, NULL);

  self->settings = g_object_ref (settings);
  g_object_get (settings, "gtk-application-prefer-dark-theme", &self->is_desktop_dark, NULL);
  self->theme = choose_theme (self);
  self->is_told_dark = self->is_desktop_dark;
  g_signal_connect_object (settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (prefer_dark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                            G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START_AT_CONSTRUCTION, NULL, PORTAL_NAME,
                            PORTAL_PATH, PORTAL_INTERFACE, self->cancellable, portal_cb, self);

  return self;
}

const KaTheme *
ka_style_get_theme (KaStyle *self)
{
  return self->theme;
}

const char *
ka_style_get_choice (KaStyle *self)
{
  return self->choice;
}

void
ka_style_set_choice (KaStyle *self, const char *choice)
{
  KaThemeId id;

  g_free (self->choice);
  self->choice = g_strdup (ka_theme_id_from_name (choice, &id) ? choice : KA_STYLE_SYSTEM);
  update (self);
}

gboolean
ka_style_is_high_contrast (const char *theme_name)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) words = NULL;

  if (theme_name == NULL)
    return FALSE;

  lower = g_ascii_strdown (theme_name, -1);
  words = g_strsplit_set (lower, "-_: ", -1);

  return g_strv_contains ((const char *const *) words, "hc") ||
         strstr (lower, "highcontrast") != NULL || strstr (lower, "high-contrast") != NULL;
}
