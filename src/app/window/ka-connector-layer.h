/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-view.h"
#include "ka-timeline-stage.h"

G_BEGIN_DECLS

#define KA_TYPE_CONNECTOR_LAYER (ka_connector_layer_get_type ())

/**
 * KaConnectorLayer: lies over map and timeline. Draws a line from the event that has the pointer
 * or the keyboard to the map, which draws the rest of it to the places below its labels. Takes
 * no input and tells a screen reader nothing: list and reading pane name the places.
 */
G_DECLARE_FINAL_TYPE (KaConnectorLayer, ka_connector_layer, KA, CONNECTOR_LAYER, GtkWidget)

/**
 * ka_connector_layer_set_ends:
 * @self: a layer
 * @stage: the timeline with the event, in the same window
 * @map: the map with its places, in the same window above the timeline
 *
 * Connects the two; set once. Both outlive the layer.
 */
void ka_connector_layer_set_ends (KaConnectorLayer *self, KaTimelineStage *stage, KaMapView *map);

G_END_DECLS
