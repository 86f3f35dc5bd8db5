/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-map-scene.h"
#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_MAP_VIEW (ka_map_view_get_type ())

/**
 * KaMapView:
 *
 * The map of the session's day. Pan, zoom, hover and click; what is clicked becomes the session's
 * selection. The land is painted by a thread into a texture that is wider than the view: a pan
 * moves the texture and repaints no geometry.
 */
G_DECLARE_FINAL_TYPE (KaMapView, ka_map_view, KA, MAP_VIEW, GtkWidget)

void         ka_map_view_set_session (KaMapView *self, KaSession *session);
void         ka_map_view_add_overlay (KaMapView *self, GtkWidget *widget);
void         ka_map_view_set_theme (KaMapView *self, const KaTheme *theme);
KaViewport   ka_map_view_get_viewport (KaMapView *self);
KaMapScene  *ka_map_view_get_scene (KaMapView *self);
gboolean     ka_map_view_get_has_swipe (KaMapView *self);
void         ka_map_view_set_swipe (KaMapView *self, gboolean has_swipe);
KaLegendFold ka_map_view_get_legend (KaMapView *self);
void         ka_map_view_set_legend (KaMapView *self, KaLegendFold legend);
gboolean     ka_map_view_get_place (KaMapView *self, KaPoint *centre_deg, double *zoom);
void         ka_map_view_set_place (KaMapView *self, KaPoint centre_deg, double zoom);
void         ka_map_view_connect (KaMapView *self, const KaItem *item, KaPoint mark_px);

G_END_DECLS
