/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-map-camera.h"
#include "ka-map-scene.h"
#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_MAP_VIEW (ka_map_view_get_type ())

/**
 * KaMapView: the map of the session's day: pan, zoom, hover and click. What is clicked becomes
 * the session's selection. The land is painted by a thread into a picture wider than the view: a
 * pan moves the picture and repaints no geometry. Properties: `has-swipe`, whether the map of
 * the pinned day stands beside that of the day; `legend`, a #KaLegendFold, how the legend is
 * folded.
 */
G_DECLARE_FINAL_TYPE (KaMapView, ka_map_view, KA, MAP_VIEW, GtkWidget)

/** ka_map_view_set_session: sets what @self shows; once, before it gets a size. */
void ka_map_view_set_session (KaMapView *self, KaSession *session);

/**
 * ka_map_view_add_overlay: keeps names from under the widget; @widget: a widget over it, at its
 * right in every language and its top, as far in as its margins say; no more than
 * %KA_MAP_MAX_OVERLAYS
 */
void ka_map_view_add_overlay (KaMapView *self, GtkWidget *widget);

/**
 * ka_map_view_set_cover: says how many pixels widgets cover at the @left_px and @right_px of
 * @self. The selection moves out from under what comes; what is shown later uses the rest. What
 * goes leaves no view beyond the limits of the map.
 */
void ka_map_view_set_cover (KaMapView *self, int left_px, int right_px);

/** ka_map_view_set_theme: sets the colours. */
void ka_map_view_set_theme (KaMapView *self, const KaTheme *theme);

/** ka_map_view_get_viewport: the part of the map that is seen now; zeroed without a size. */
KaViewport ka_map_view_get_viewport (KaMapView *self);

/** ka_map_view_get_scene: (transfer none) (nullable): the geography that it paints. */
KaMapScene *ka_map_view_get_scene (KaMapView *self);

/** ka_map_view_get_legend: how the legend is folded. */
KaLegendFold ka_map_view_get_legend (KaMapView *self);

/** ka_map_view_set_legend: folds or unfolds the legend; never %KA_LEGEND_PRINTED. */
void ka_map_view_set_legend (KaMapView *self, KaLegendFold legend);

/**
 * ka_map_view_get_place:
 * @self: a map view
 * @centre_deg: (out): the middle of the view at the end of a movement, in degrees
 * @zoom: (out): its scale as a multiple of that of the whole map
 *
 * Returns: %FALSE while the whole map is shown or the view has no size yet
 */
gboolean ka_map_view_get_place (KaMapView *self, KaPoint *centre_deg, double *zoom);

/**
 * ka_map_view_set_place: shows a place at once; without a size, the view opens on it;
 * @centre_deg: its middle, in degrees; @zoom: its scale as a multiple of that of the whole map; 0
 * for the whole map
 */
void ka_map_view_set_place (KaMapView *self, KaPoint centre_deg, double zoom);

/**
 * ka_map_view_show_extent: moves to the view that just shows an extent in degrees, now or with the
 * first size. Another size shows the same, unless a person chose another view since.
 */
void ka_map_view_show_extent (KaMapView *self, KaPoint south_west_deg, KaPoint north_east_deg);

/** ka_map_view_show_place: moves to a place as ka_map_view_get_place() has it, likewise; @zoom: 0
 * for the whole map */
void ka_map_view_show_place (KaMapView *self, KaPoint centre_deg, double zoom);

/** ka_map_view_to_string: (transfer full): a dump for tests: the camera, then the pictures. */
char *ka_map_view_to_string (KaMapView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
