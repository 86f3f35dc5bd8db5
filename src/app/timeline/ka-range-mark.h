/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-theme.h"
#include "ka-time-axis.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/**
 * ka_range_mark_paint:
 * @cr: the target, with the top left corner of the axis at the origin; left as found
 * @state: gives the marked range, if there is one
 * @theme: the colours
 * @axis: the time scale
 * @height: the height of the mark in user units
 * @grip_y: the top of the grips of both ends; below 0 for an overview, which has none
 *
 * Marks the range by a line at either end and by a tint, or by dimming the rest of an overview.
 */
void ka_range_mark_paint (cairo_t           *cr,
                          const KaViewState *state,
                          const KaTheme     *theme,
                          const KaTimeAxis  *axis,
                          double             height,
                          double             grip_y);

G_END_DECLS
