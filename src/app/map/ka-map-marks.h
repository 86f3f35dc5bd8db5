/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-theme.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/** ka_map_marks_append_frame: draws a frame in the colour of the focus inside @rect, in pixels. */
void ka_map_marks_append_frame (GtkSnapshot           *snapshot,
                                const KaTheme         *theme,
                                const graphene_rect_t *rect,
                                float                  width_px);

/** ka_map_marks_append_box: draws the rubber band of a box zoom; @rect in pixels. */
void
ka_map_marks_append_box (GtkSnapshot *snapshot, const KaTheme *theme, const graphene_rect_t *rect);

/**
 * ka_map_marks_append_handle:
 * @snapshot: a frame
 * @theme: gives the colours
 * @widget: the map
 * @part: where the handle stands, as a part of the width of @widget
 * @state: the days of both sides, and the language of dates
 *
 * Draws the swipe handle between the maps of the pinned day and of the day, and both days at its
 * foot.
 */
void ka_map_marks_append_handle (GtkSnapshot       *snapshot,
                                 const KaTheme     *theme,
                                 GtkWidget         *widget,
                                 double             part,
                                 const KaViewState *state);

G_END_DECLS
