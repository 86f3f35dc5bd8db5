/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-theme.h"
#include "ka-time-axis.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/**
 * ka_range_mark_paint:
 * @cr: where to draw, left top corner of the axis at the origin; left as found
 * @state: gives the marked range; nothing is drawn without one
 * @theme: colours
 * @axis: where moments stand
 * @height: how far the mark reaches down
 * @grip_y: where the ends can be taken hold of; below 0 for nowhere
 *
 * Marks the range of time that a person has chosen: the rest is dimmed, both ends have a line.
 */
void ka_range_mark_paint (cairo_t           *cr,
                          const KaViewState *state,
                          const KaTheme     *theme,
                          const KaTimeAxis  *axis,
                          double             height,
                          double             grip_y);

G_END_DECLS
