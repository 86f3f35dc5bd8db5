/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the state of a window to the settings and reads it back at the next start.
 */

#include "config.h"

#include "ka-window-state.h"

#include <math.h>

#include "ka-map-layers.h"

/* No window opens smaller than this. */
#define MIN_WIDTH_PX  600
#define MIN_HEIGHT_PX 400

/* Names of the ways to fold the legend in the settings. */
static const char *const fold_names[] = {
  [KA_LEGEND_AUTO] = "auto",
  [KA_LEGEND_OPEN] = "open",
  [KA_LEGEND_FOLDED] = "folded",
};

typedef void (*ActionVisitor) (GSettings *settings, const char *key, GAction *action);

/* Visits what a key of the settings holds as it is: actions of the window, and properties. */
static void
visit_actions (const KaWindowState *self, GSettings *settings, ActionVisitor visit)
{
  static const char *const names[] = { "theme", "single-keys" };
  KaPlayer                *player = ka_timeline_stage_get (self->stage)->player;
  const struct
  {
    const char *key;
    gpointer    object;
    const char *property;
  } properties[] = {
    { "old-style", self->session, "shows-old-style" },
    { "timeline-grouping", self->session, "grouping" },
    { "play-speed", player, "speed" },
    { "play-loops", player, "loops" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    visit (settings, names[i], g_action_map_lookup_action (G_ACTION_MAP (self->window), names[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (
        properties[i].key, properties[i].object, properties[i].property);

      visit (settings, properties[i].key, G_ACTION (action));
    }
}

/* A file of settings may hold any value of its type. */
static gboolean
is_finite (GVariant *value)
{
  return !g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE) ||
         isfinite (g_variant_get_double (value));
}

static void
restore_action (GSettings *settings, const char *key, GAction *action)
{
  g_autoptr (GVariant) value = NULL;

  if (ka_settings_get (settings, key, "*", &value) && is_finite (value))
    g_action_change_state (action, value);
}

static void
keep_action (GSettings *settings, const char *key, GAction *action)
{
  g_autoptr (GVariant) value = g_action_get_state (action);

  ka_settings_set (settings, key, "*", value);
}

static void
restore_map (const KaWindowState *self, GSettings *settings)
{
  g_auto (GStrv) layers = NULL;
  g_autofree char *legend = NULL;

  if (ka_settings_get (settings, "hidden-layers", "^as", &layers))
    ka_session_set_hidden_layers (self->session,
                                  ka_layers_from_names ((const char *const *) layers));
  if (!ka_settings_get (settings, "legend", "s", &legend))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (fold_names); i++)
    if (g_strcmp0 (legend, fold_names[i]) == 0)
      ka_map_view_set_legend (self->map, (KaLegendFold) i);
}

static void
restore_button (GSettings *settings, const char *key, GtkToggleButton *button)
{
  gboolean is_active;

  if (ka_settings_get (settings, key, "b", &is_active))
    gtk_toggle_button_set_active (button, is_active);
}

static void
restore_size (const KaWindowState *self, GSettings *settings)
{
  int      width;
  int      height;
  int      positions[3];
  gboolean is_maximized;

  if (!ka_settings_get (settings, "window-size", "(ii)", &width, &height))
    return;

  gtk_window_set_default_size (self->window, MAX (width, MIN_WIDTH_PX),
                               MAX (height, MIN_HEIGHT_PX));
  if (ka_settings_get (settings, "window-maximized", "b", &is_maximized) && is_maximized)
    gtk_window_maximize (self->window);
  restore_button (settings, "list-visible", self->list_button);
  restore_button (settings, "pane-visible", self->pane_button);
  if (ka_settings_get (settings, "divider-positions", "(iii)", &positions[0], &positions[1],
                       &positions[2]))
    for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
      if (positions[i] >= 0)
        gtk_paned_set_position (self->dividers[i], positions[i]);
}

static const char *
get_atlas_id (const KaWindowState *self)
{
  return ka_atlas_get_head (ka_session_get_atlas (self->session))->id;
}

static void
restore_place (const KaWindowState *self, GSettings *settings)
{
  g_autofree char *atlas = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *first_iso = NULL;
  g_autofree char *last_iso = NULL;
  KaPoint          centre_deg;
  double           zoom;
  KaDay            day;
  KaDay            last;

  if (!ka_settings_get (settings, "atlas", "s", &atlas) ||
      !g_str_equal (atlas, get_atlas_id (self)))
    return;

  if (ka_settings_get (settings, "day", "s", &iso) && ka_day_parse (iso, &day, NULL))
    ka_session_set_day (self->session, day);
  if (ka_settings_get (settings, "map-place", "(ddd)", &centre_deg.x, &centre_deg.y, &zoom) &&
      isfinite (centre_deg.x) && isfinite (centre_deg.y) && isfinite (zoom) && zoom > 0)
    ka_map_view_set_place (self->map, centre_deg, zoom);
  if (ka_settings_get (settings, "time-range", "(ss)", &first_iso, &last_iso) &&
      ka_day_parse (first_iso, &day, NULL) && ka_day_parse (last_iso, &last, NULL) && day < last)
    ka_timeline_stage_set_home (self->stage, (KaSpan){ day, last + 1 });
}

void
ka_window_state_restore (const KaWindowState *self, GSettings *settings, gboolean with_place)
{
  visit_actions (self, settings, restore_action);
  restore_map (self, settings);
  restore_size (self, settings);
  if (with_place)
    restore_place (self, settings);
}

static void
keep_button (GSettings *settings, const char *key, GtkToggleButton *button)
{
  if (button != NULL)
    ka_settings_set (settings, key, "b", gtk_toggle_button_get_active (button));
}

static int
get_position (GtkPaned *divider)
{
  gboolean is_set = FALSE;

  g_object_get (divider, "position-set", &is_set, NULL);

  return is_set ? gtk_paned_get_position (divider) : -1;
}

static void
keep_size (const KaWindowState *self, GSettings *settings)
{
  int width;
  int height;

  gtk_window_get_default_size (self->window, &width, &height);
  ka_settings_set (settings, "window-size", "(ii)", width, height);
  ka_settings_set (settings, "window-maximized", "b", gtk_window_is_maximized (self->window));
  /* A full screen does not come back, and its dividers would not fit the window that does. */
  if (!gtk_window_is_fullscreen (self->window))
    ka_settings_set (settings, "divider-positions", "(iii)", get_position (self->dividers[0]),
                     get_position (self->dividers[1]), get_position (self->dividers[2]));
}

static void
keep_place (const KaWindowState *self, GSettings *settings)
{
  KaTimeCamera     *camera = ka_timeline_stage_get (self->stage)->camera;
  const KaTimeAxis *axis = ka_time_camera_get_axis (camera);
  g_autofree char  *iso = ka_day_to_iso (ka_session_get_day (self->session));
  g_autofree char  *first_iso = NULL;
  g_autofree char  *last_iso = NULL;
  KaPoint           centre_deg = { 0, 0 };
  double            zoom = 0;

  ka_settings_set (settings, "atlas", "s", get_atlas_id (self));
  ka_settings_set (settings, "day", "s", iso);
  ka_map_view_get_place (self->map, &centre_deg, &zoom);
  ka_settings_set (settings, "map-place", "(ddd)", centre_deg.x, centre_deg.y, zoom);
  if (!ka_time_camera_is_open (camera))
    return;

  first_iso = ka_day_to_iso ((KaDay) floor (axis->first_day));
  last_iso = ka_day_to_iso ((KaDay) ceil (ka_time_axis_get_last_day (axis)) - 1);
  ka_settings_set (settings, "time-range", "(ss)", first_iso, last_iso);
}

void
ka_window_state_keep (const KaWindowState *self, GSettings *settings)
{
  const KaMapLayer hidden_layers = ka_session_get_state (self->session).hidden_layers;
  g_auto (GStrv) layers = ka_layers_to_names (hidden_layers);

  visit_actions (self, settings, keep_action);
  ka_settings_set (settings, "hidden-layers", "^as", layers);
  ka_settings_set (settings, "legend", "s", fold_names[ka_map_view_get_legend (self->map)]);
  keep_size (self, settings);
  keep_button (settings, "list-visible", self->list_button);
  keep_button (settings, "pane-visible", self->pane_button);
  keep_place (self, settings);
}
