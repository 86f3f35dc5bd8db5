/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes back at the next start: colours, layers, how time is told and played, the size of the
 * window and where its dividers stand, the day and the place of the map.
 */

#include "config.h"

#include "ka-window-private.h"

#include <math.h>

#include "ka-map-layers.h"
#include "ka-timeline-groups.h"

/* No window opens smaller than this. */
#define LEAST_WIDTH  600
#define LEAST_HEIGHT 400

/* How the legend is folded, as it is kept */
static const char *const fold_names[] = {
  [KA_LEGEND_AUTO] = "auto",
  [KA_LEGEND_OPEN] = "open",
  [KA_LEGEND_FOLDED] = "folded",
};

static void
restore_legend (KaWindow *self)
{
  g_autofree char *name = NULL;

  if (!ka_settings_get (self->settings, "legend", "s", &name))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (fold_names); i++)
    if (g_strcmp0 (name, fold_names[i]) == 0)
      ka_map_view_set_legend (self->map_view, (KaLegendFold) i);
}

static void
restore_look (KaWindow *self)
{
  g_autofree char *theme = NULL;
  g_autofree char *grouping = NULL;
  gboolean         has_single_keys;
  g_auto (GStrv) names = NULL;

  if (ka_settings_get (self->settings, "theme", "s", &theme))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "theme",
                                        g_variant_new_string (theme));
  if (ka_settings_get (self->settings, "hidden-layers", "^as", &names))
    ka_session_set_hidden_layers (self->session,
                                  ka_layers_from_names ((const char *const *) names));
  if (ka_settings_get (self->settings, "single-keys", "b", &has_single_keys))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "single-keys",
                                        g_variant_new_boolean (has_single_keys));
  restore_legend (self);
  if (ka_settings_get (self->settings, "timeline-grouping", "s", &grouping))
    g_object_set (self->session, "grouping", grouping, NULL);
}

static void
restore_time (KaWindow *self)
{
  KaPlayer *player = ka_timeline_stage_get_player (self->stage);
  gboolean  is_old_style;
  gboolean  loops;
  double    speed;

  if (ka_settings_get (self->settings, "old-style", "b", &is_old_style))
    g_object_set (self->session, "shows-old-style", is_old_style, NULL);
  if (ka_settings_get (self->settings, "play-speed", "d", &speed))
    g_object_set (player, "speed", speed, NULL);
  if (ka_settings_get (self->settings, "play-loops", "b", &loops))
    g_object_set (player, "loops", loops, NULL);
}

static void
restore_size (KaWindow *self)
{
  int      width;
  int      height;
  int      positions[3];
  gboolean is_maximized;
  gboolean has_list;

  if (!ka_settings_get (self->settings, "window-size", "(ii)", &width, &height))
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, LEAST_WIDTH),
                               MAX (height, LEAST_HEIGHT));
  if (ka_settings_get (self->settings, "window-maximized", "b", &is_maximized) && is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  if (ka_settings_get (self->settings, "list-visible", "b", &has_list))
    gtk_toggle_button_set_active (self->list_button, has_list);
  if (ka_settings_get (self->settings, "divider-positions", "(iii)", &positions[0], &positions[1],
                       &positions[2]))
    for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
      if (positions[i] >= 0)
        gtk_paned_set_position (self->dividers[i], positions[i]);
}

static gboolean
show_range_cb (gpointer data)
{
  KaWindow        *self = data;
  KaTimeAxis       axis = *ka_time_camera_get_axis (ka_timeline_stage_get_camera (self->stage));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  KaDay            first;
  KaDay            last;

  self->range_source = 0;
  if (ka_settings_get (self->settings, "time-range", "(ss)", &from, &to) &&
      ka_day_parse (from, &first, NULL) && ka_day_parse (to, &last, NULL) && first < last)
    {
      axis = ka_time_axis_fit (first, last + 1, axis.width);
      ka_timeline_stage_set_axis (self->stage, &axis);
    }

  return G_SOURCE_REMOVE;
}

/* The timeline has its width now; it takes another range right after it was given that. */
static void
first_axis_cb (KaWindow *self)
{
  g_signal_handlers_disconnect_by_func (ka_timeline_stage_get_camera (self->stage), first_axis_cb,
                                        self);
  self->range_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_range_cb, self, NULL);
}

/* Day and place belong to the atlas that they were kept with. */
static void
restore_place (KaWindow *self)
{
  g_autofree char *atlas = NULL;
  g_autofree char *iso = NULL;
  KaPoint          centre_deg;
  double           zoom;
  KaDay            day;

  if (!ka_settings_get (self->settings, "atlas", "s", &atlas) ||
      !g_str_equal (atlas, ka_atlas_get_id (ka_session_get_atlas (self->session))))
    return;

  if (ka_settings_get (self->settings, "day", "s", &iso) && ka_day_parse (iso, &day, NULL))
    ka_session_set_day (self->session, day);
  if (ka_settings_get (self->settings, "map-place", "(ddd)", &centre_deg.x, &centre_deg.y, &zoom) &&
      zoom > 0)
    ka_map_view_set_place (self->map_view, centre_deg, zoom);
  g_signal_connect_object (ka_timeline_stage_get_camera (self->stage), "moved",
                           G_CALLBACK (first_axis_cb), self, G_CONNECT_SWAPPED);
}

void
ka_window_restore (KaWindow *self, KaSettings *settings, gboolean with_place)
{
  g_return_if_fail (KA_IS_WINDOW (self) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  restore_look (self);
  restore_time (self);
  restore_size (self);
  if (with_place)
    restore_place (self);
}

static void
keep_time (KaWindow *self)
{
  gboolean loops;
  double   speed;

  g_object_get (ka_timeline_stage_get_player (self->stage), "speed", &speed, "loops", &loops, NULL);
  ka_settings_set (self->settings, "old-style", "b",
                   ka_session_get_state (self->session).shows_old_style);
  ka_settings_set (self->settings, "play-speed", "d", speed);
  ka_settings_set (self->settings, "play-loops", "b", loops);
}

static int
get_position (GtkPaned *divider)
{
  gboolean is_set = FALSE;

  g_object_get (divider, "position-set", &is_set, NULL);

  return is_set ? gtk_paned_get_position (divider) : -1;
}

static void
keep_range (KaWindow *self)
{
  KaTimeAxis       axis = *ka_time_camera_get_axis (ka_timeline_stage_get_camera (self->stage));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (axis.width < 2)
    return;

  from = ka_day_to_iso ((KaDay) floor (axis.first_day));
  to = ka_day_to_iso ((KaDay) ceil (ka_time_axis_get_last_day (&axis)) - 1);
  ka_settings_set (self->settings, "time-range", "(ss)", from, to);
}

/* Keeps what ka_window_restore() brings back. */
void
ka_window_keep (KaWindow *self)
{
  KaViewState state;
  g_auto (GStrv) layers = NULL;
  g_autofree char *iso = NULL;
  KaPoint          centre_deg = { 0, 0 };
  double           zoom = 0;
  int              width;
  int              height;

  if (self->settings == NULL)
    return;

  state = ka_session_get_state (self->session);
  layers = ka_layers_to_names (state.hidden_layers);
  iso = ka_day_to_iso (state.day);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  ka_settings_set (self->settings, "theme", "s", ka_style_get_choice (self->style));
  ka_settings_set (self->settings, "hidden-layers", "^as", layers);
  ka_settings_set (self->settings, "single-keys", "b", self->has_single_keys);
  ka_settings_set (self->settings, "legend", "s",
                   fold_names[ka_map_view_get_legend (self->map_view)]);
  ka_settings_set (self->settings, "timeline-grouping", "s", ka_grouping_get_name (state.grouping));
  ka_settings_set (self->settings, "window-size", "(ii)", width, height);
  ka_settings_set (self->settings, "window-maximized", "b",
                   gtk_window_is_maximized (GTK_WINDOW (self)));
  /* A full screen does not come back, and its dividers would not fit the window that does. */
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    ka_settings_set (self->settings, "divider-positions", "(iii)", get_position (self->dividers[0]),
                     get_position (self->dividers[1]), get_position (self->dividers[2]));
  if (!self->is_narrow)
    ka_settings_set (self->settings, "list-visible", "b",
                     gtk_toggle_button_get_active (self->list_button));
  keep_time (self);
  ka_settings_set (self->settings, "atlas", "s",
                   ka_atlas_get_id (ka_session_get_atlas (self->session)));
  ka_settings_set (self->settings, "day", "s", iso);
  ka_map_view_get_place (self->map_view, &centre_deg, &zoom);
  ka_settings_set (self->settings, "map-place", "(ddd)", centre_deg.x, centre_deg.y, zoom);
  keep_range (self);
}
