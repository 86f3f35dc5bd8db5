/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-view.h"
#include "ka-settings.h"
#include "ka-timeline-stage.h"

G_BEGIN_DECLS

/**
 * KaWindowState:
 * @window: its size and its actions "theme" and "single-keys"
 * @session: the layers, how dates are told, the day
 * @map: the legend and the place
 * @stage: the grouping of lanes, the axis in view, the player
 * @list_button: (nullable): whether the list is open; %NULL while the window decides that
 * @pane_button: (nullable): whether the reading pane is open; %NULL while the window decides that
 * @dividers: right of the list, left of the reading pane, above the timeline
 *
 * The parts of a window whose state the settings keep between starts. All are borrowed.
 */
typedef struct
{
  GtkWindow       *window;
  KaSession       *session;
  KaMapView       *map;
  KaTimelineStage *stage;
  GtkToggleButton *list_button;
  GtkToggleButton *pane_button;
  GtkPaned        *dividers[3];
} KaWindowState;

/**
 * ka_window_state_restore: @settings: what was kept; @with_place: whether day, axis and the
 * place of the map come back too, for the same atlas
 */
void ka_window_state_restore (const KaWindowState *self, GSettings *settings, gboolean with_place);

/**
 * ka_window_state_keep: @settings: where to keep the state
 */
void ka_window_state_keep (const KaWindowState *self, GSettings *settings);

G_END_DECLS
