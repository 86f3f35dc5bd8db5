/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-view.h"
#include "ka-timeline-view.h"

G_BEGIN_DECLS

#define KA_TYPE_CONNECTOR_LAYER (ka_connector_layer_get_type ())

/**
 * KaConnectorLayer:
 *
 * Lies over map and timeline and ties the event that the pointer or the keyboard is on to its
 * places: it draws the way to the map itself, and has the map draw the rest below its names. It
 * takes no input, and says nothing that list and reading pane do not say in words.
 */
G_DECLARE_FINAL_TYPE (KaConnectorLayer, ka_connector_layer, KA, CONNECTOR_LAYER, GtkWidget)

/**
 * ka_connector_layer_tie:
 * @self: a layer
 * @session: says which event is pointed at
 * @timeline: where that stands, in the same window
 * @map: where its places are, in the same window, above the timeline
 *
 * Connects the two views; to be called once.
 */
void ka_connector_layer_tie (KaConnectorLayer *self,
                             KaSession        *session,
                             KaTimelineView   *timeline,
                             KaMapView        *map);

/**
 * ka_connector_layer_set_theme:
 * @self: a layer
 * @theme: its colours
 */
void ka_connector_layer_set_theme (KaConnectorLayer *self, const KaTheme *theme);

G_END_DECLS
