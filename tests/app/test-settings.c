/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Settings between starts, and the choice of colours.
 */

#include "config.h"

#include <math.h>

#include "ka-app-test.h"
#include "ka-map-layers.h"
#include "ka-map-view.h"
#include "ka-reading-pane.h"
#include "ka-settings.h"
#include "ka-style.h"
#include "ka-timeline-view.h"
#include "ka-window.h"

static void
test_round_trip (void)
{
  g_autoptr (GSettings) settings = ka_settings_new ();
  g_autoptr (GSettings) later = NULL;
  g_autofree char *theme = NULL;
  g_autofree char *kept = NULL;
  int              width = 0;
  int              height = 0;

  g_assert_true (ka_settings_get (settings, "theme", "s", &theme));
  g_assert_cmpstr (theme, ==, KA_STYLE_SYSTEM);
  ka_settings_set (settings, "theme", "s", "dark");
  ka_settings_set (settings, "window-size", "(ii)", 1000, 700);

  later = ka_settings_new ();
  g_assert_true (ka_settings_get (later, "theme", "s", &kept));
  g_assert_cmpstr (kept, ==, "dark");
  g_assert_true (ka_settings_get (later, "window-size", "(ii)", &width, &height));
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 700);
  ka_settings_set (settings, "theme", "s", KA_STYLE_SYSTEM);

  /* A key of a later version is neither read nor written. */
  g_assert_false (ka_settings_get (settings, "no-such-key", "i", &width));
  ka_settings_set (settings, "no-such-key", "i", 1);
  g_assert_cmpint (width, ==, 1000);
}

/* Each set of layers comes back from its names; an unknown name is ignored. */
static void
test_layers (void)
{
  static const char *const unknown[] = { "rivers", "dragons", NULL };

  for (int layers = 0; layers < 1 << KA_N_MAP_LAYERS; layers++)
    {
      g_auto (GStrv) names = ka_layers_to_names ((KaMapLayer) layers);

      g_assert_cmpint (ka_layers_from_names ((const char *const *) names), ==, layers);
    }
  g_assert_cmpint (ka_layers_from_names (unknown), ==, KA_MAP_LAYER_RIVERS);
}

static void
collect_check (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (data, widget);
}

/* The popover shows the layers of the session and changes them. */
static void
test_layers_popover (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget *popover;
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();

  ka_session_set_hidden_layers (session, KA_MAP_LAYER_RIVERS);
  popover = g_object_ref_sink (ka_layers_create_popover (session));
  ka_app_test_visit (popover, collect_check, checks);
  g_assert_cmpuint (checks->len, ==, KA_N_MAP_LAYERS);
  for (guint i = 0; i < checks->len; i++)
    {
      KaMapLayer before = ka_session_get_state (session).hidden_layers;
      gboolean   is_shown = gtk_check_button_get_active (checks->pdata[i]);
      KaMapLayer changed;

      gtk_check_button_set_active (checks->pdata[i], !is_shown);
      changed = ka_session_get_state (session).hidden_layers ^ before;
      g_assert_cmpint (changed, !=, 0);
      g_assert_cmpint (changed & (changed - 1), ==, 0);
    }
  g_assert_cmpint (ka_session_get_state (session).hidden_layers, ==,
                   ((1 << KA_N_MAP_LAYERS) - 1) & ~KA_MAP_LAYER_RIVERS);
  ka_session_set_hidden_layers (session, 0);
  for (guint i = 0; i < checks->len; i++)
    g_assert_true (gtk_check_button_get_active (checks->pdata[i]));
  g_object_unref (popover);
}

static void
test_style (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (KaStyle) style = ka_style_new (settings);
  gboolean is_dark;

  g_assert_cmpstr (ka_style_get_choice (style), ==, KA_STYLE_SYSTEM);
  g_assert_true (ka_style_get_theme (style) == ka_theme_get (KA_THEME_LIGHT));
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  g_assert_true (ka_style_get_theme (style) == ka_theme_get (KA_THEME_DARK));

  /* A choice overrides the desktop and sets the property of GTK; without one the desktop decides.
   */
  for (int id = 0; id < KA_N_THEMES; id++)
    {
      const KaTheme *theme = ka_theme_get ((KaThemeId) id);

      ka_style_set_choice (style, theme->name);
      g_assert_true (ka_style_get_theme (style) == theme);
      g_object_get (settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
      g_assert_cmpint (is_dark, ==, theme->is_dark);
    }
  ka_style_set_choice (style, "polka dots");
  g_assert_cmpstr (ka_style_get_choice (style), ==, KA_STYLE_SYSTEM);
  g_assert_true (ka_style_get_theme (style) == ka_theme_get (KA_THEME_DARK));
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  g_assert_true (ka_style_get_theme (style) == ka_theme_get (KA_THEME_LIGHT));
}

static void
test_high_contrast (void)
{
  static const struct
  {
    const char *name;
    gboolean    is_high_contrast;
  } cases[] = {
    { "Default-hc", TRUE },    { "Default:hc-dark", TRUE },
    { "HighContrast", TRUE },  { "Default", FALSE },
    { "Adwaita-dark", FALSE }, { "Orchis", FALSE },
    { "Matcha-sea", FALSE },   { NULL, FALSE },
  };
  KaThemeId    id;
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (KaStyle) style = ka_style_new (settings);
  g_autofree char *before = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ka_style_is_high_contrast (cases[i].name), ==, cases[i].is_high_contrast);

  if (!ka_theme_id_from_name ("high-contrast", &id))
    return;
  g_object_get (settings, "gtk-theme-name", &before, NULL);
  g_object_set (settings, "gtk-theme-name", "Default-hc", NULL);
  g_assert_true (ka_style_get_theme (style) == ka_theme_get (id));
  g_object_set (settings, "gtk-theme-name", before, NULL);
  g_assert_true (ka_style_get_theme (style) == ka_theme_get (KA_THEME_LIGHT));
}

static KaWindow *
open_window (KaSession *session, GSettings *settings)
{
  KaWindow *window = ka_window_new (NULL, session);

  ka_window_restore (window, settings, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

static KaPlayer *
get_player (KaWindow *window)
{
  GtkWidget *timeline = ka_app_test_find (GTK_WIDGET (window), KA_TYPE_TIMELINE_VIEW);

  return ka_timeline_stage_get (ka_timeline_view_get_stage (KA_TIMELINE_VIEW (timeline)))->player;
}

static KaMapView *
get_map (KaWindow *window)
{
  return KA_MAP_VIEW (ka_app_test_find (GTK_WIDGET (window), KA_TYPE_MAP_VIEW));
}

static void
find_toast (GtkWidget *widget, gpointer data)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "KaToast"))
    *(GtkWidget **) data = widget;
}

/* A hint comes once: at the first region and at the first other day. */
static void
test_hints (void)
{
  g_autoptr (GSettings) settings = ka_settings_new ();

  g_settings_reset (settings, "hints");
  for (int start = 0; start < 2; start++)
    {
      g_autoptr (KaSession) session = ka_app_test_create_session ();
      KaWindow  *window = open_window (session, settings);
      GtkWidget *toast = NULL;

      ka_app_test_visit (GTK_WIDGET (window), find_toast, &toast);
      ka_session_select (session, ka_app_test_get_item (session, "region:nakhichevan"));
      g_assert_cmpint (gtk_widget_get_visible (toast), ==, start == 0);
      ka_session_set_day (session, ka_day_from_ymd (1920, 1, 1));
      g_assert_cmpint (gtk_widget_get_visible (toast), ==, start == 0);
      gtk_window_destroy (GTK_WINDOW (window));
      ka_app_test_iterate (100);
    }
}

static void
set_single_keys (KaWindow *window, gboolean has_single_keys)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "single-keys",
                                      g_variant_new_boolean (has_single_keys));
}

static gboolean
get_single_keys (KaWindow *window)
{
  g_autoptr (GVariant)
    state = g_action_group_get_action_state (G_ACTION_GROUP (window), "single-keys");

  return g_variant_get_boolean (state);
}

/* A window opens with the day, layers, colours, dates and player of the window that closed last. */
static void
test_window (void)
{
  g_autoptr (GSettings) settings = ka_settings_new ();
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (KaSession) later = ka_app_test_create_session ();
  KaDay     day = ka_day_from_ymd (1945, 6, 7);
  KaWindow *window;
  gboolean  loops;
  double    speed;

  window = open_window (session, settings);
  g_assert_cmpint (ka_session_get_day (session), ==,
                   ka_atlas_get_head (ka_session_get_atlas (session))->default_day);
  ka_session_set_day (session, day);
  ka_session_set_hidden_layers (session, KA_MAP_LAYER_TOWNS);
  g_object_set (session, "shows-old-style", TRUE, "grouping", "region", NULL);
  g_object_set (get_player (window), "speed", 4.0, "loops", TRUE, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "theme",
                                      g_variant_new_string ("dark"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "dark"));
  ka_map_view_set_legend (get_map (window), KA_LEGEND_FOLDED);
  set_single_keys (window, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-pane", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  ka_app_test_iterate (50);

  window = open_window (later, settings);
  g_assert_cmpint (ka_session_get_day (later), ==, day);
  g_assert_cmpint (ka_session_get_state (later).hidden_layers, ==, KA_MAP_LAYER_TOWNS);
  g_assert_true (ka_session_get_state (later).shows_old_style);
  g_assert_cmpint (ka_session_get_state (later).grouping, ==, KA_GROUPING_REGION);
  g_object_get (get_player (window), "speed", &speed, "loops", &loops, NULL);
  g_assert_cmpfloat (speed, ==, 4.0);
  g_assert_true (loops);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "dark"));
  g_assert_cmpint (ka_map_view_get_legend (get_map (window)), ==, KA_LEGEND_FOLDED);
  g_assert_false (get_single_keys (window));
  g_assert_false (
    gtk_widget_get_visible (ka_app_test_find (GTK_WIDGET (window), KA_TYPE_READING_PANE)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-pane", NULL);
  ka_map_view_set_legend (get_map (window), KA_LEGEND_AUTO);
  set_single_keys (window, TRUE);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "theme",
                                      g_variant_new_string (KA_STYLE_SYSTEM));
  gtk_window_destroy (GTK_WINDOW (window));
  ka_app_test_iterate (300);
}

/* Numbers that are none do no harm: the map shows its whole, and the player keeps its speed. */
static void
test_no_numbers (void)
{
  static const double places[][3] = {
    { NAN, NAN, 1.0 },        { INFINITY, -INFINITY, INFINITY }, { 44.0, 40.0, NAN },
    { 44.0, 40.0, INFINITY }, { 1e300, -1e300, 1e300 },          { 44.0, 40.0, 1e-300 },
  };
  g_autoptr (GSettings) settings = ka_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (KaSession) session = ka_app_test_create_session ();
      KaWindow  *window;
      KaViewport viewport;

      ka_settings_set (settings, "atlas", "s",
                       ka_atlas_get_head (ka_session_get_atlas (session))->id);
      ka_settings_set (settings, "map-place", "(ddd)", places[i][0], places[i][1], places[i][2]);
      g_settings_set_value (settings, "play-speed", g_variant_new_double (NAN));
      window = open_window (session, settings);
      viewport = ka_map_view_get_viewport (get_map (window));
      g_assert_true (isfinite (viewport.scale) && viewport.scale > 0);
      g_assert_true (isfinite (viewport.centre_km.x) && isfinite (viewport.centre_km.y));
      gtk_window_destroy (GTK_WINDOW (window));
      ka_app_test_iterate (100);
    }
}

/* What no window has kept, for each type of a key; a text of GVariant each */
static const struct
{
  const char *type;
  const char *values[8];
} absurd[] = {
  { "s",
    { "''", "'polka dots'", "'9999999-99-99'", "'-0044-03-15'", "'\\u202e'", "'2021-02-30'" } },
  { "b", { "true", "false" } },
  { "d", { "0.0", "-1.0", "inf", "nan", "1e300" } },
  { "as", { "['', '', '']", "['towns', 'dragons', 'towns']" } },
  { "(ii)", { "(0, 0)", "(-1, -2147483648)", "(2147483647, 2147483647)", "(1, 100000)" } },
  { "(iii)", { "(0, 0, 0)", "(-2147483648, -1, 1)", "(2147483647, 2147483647, 2147483647)" } },
  { "(ddd)", { "(nan, nan, nan)", "(inf, -inf, inf)", "(180.0, 90.0, 1e9)", "(0.0, 0.0, -1.0)" } },
  { "(ss)", { "('', 'x')", "('2021-02-30', '1921-01-01')", "('1950-01-01', '1900-01-01')" } },
  { "a{sv}",
    { "{'view': <1>}", "{'format': <'xyz'>, 'width': <-5>, 'dpi': <nan>}", "{'': <@a{sv} {}>}" } },
};

/* Keeps a value as a file may hold it, and opens window and dialog of exports with it. */
static void
check_start_with (GSettings *settings, const char *key, GVariant *value)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaWindow  *window;
  KaViewport viewport;

  g_test_message ("%s", key);
  ka_settings_set (settings, "atlas", "s", ka_atlas_get_head (ka_session_get_atlas (session))->id);
  g_assert_true (g_settings_set_value (settings, key, value));
  window = open_window (session, settings);
  viewport = ka_map_view_get_viewport (get_map (window));
  g_assert_true (isfinite (viewport.scale) && viewport.scale > 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-dialog", NULL);
  ka_app_test_iterate (30);
  gtk_window_destroy (GTK_WINDOW (window));
  ka_app_test_iterate (50);
  g_settings_reset (settings, key);
}

/* Every key of the schema is walked with what a corrupt file may hold. */
static void
test_absurd (void)
{
  g_autoptr (GSettings) settings = ka_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);
      g_autofree char *type = g_variant_type_dup_string (
        g_settings_schema_key_get_value_type (key));
      guint n_values = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (absurd); j++)
        for (gsize k = 0; g_str_equal (type, absurd[j].type) && absurd[j].values[k] != NULL; k++)
          {
            g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (type),
                                                          absurd[j].values[k], NULL, NULL, NULL);

            g_assert_nonnull (value);
            n_values++;
            /* GSettings itself refuses such a value, and gives the default. */
            if (g_settings_schema_key_range_check (key, value))
              check_start_with (settings, keys[i], value);
          }
      g_assert_cmpuint (n_values, >, 0);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/round-trip", test_round_trip);
  g_test_add_func ("/settings/layers", test_layers);
  g_test_add_func ("/settings/layers-popover", test_layers_popover);
  g_test_add_func ("/settings/style", test_style);
  g_test_add_func ("/settings/high-contrast", test_high_contrast);
  g_test_add_func ("/settings/window", test_window);
  g_test_add_func ("/settings/no-numbers", test_no_numbers);
  g_test_add_func ("/settings/absurd", test_absurd);
  g_test_add_func ("/settings/hints", test_hints);

  return g_test_run ();
}
