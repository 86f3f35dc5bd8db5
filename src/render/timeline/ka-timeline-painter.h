/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-query.h"

G_BEGIN_DECLS

/**
 * KaTimelinePass:
 * @KA_TIMELINE_BASE: grid, spans, points, axis; depends on the layout, the selection and the filter
 * @KA_TIMELINE_PLAYHEAD: the playhead with its date, and what is hovered; depends on the day and
 * the hover too
 *
 * The layers of a timeline, from below. A screen keeps the first one in a texture.
 */
typedef enum
{
  KA_TIMELINE_BASE = 1 << 0,
  KA_TIMELINE_PLAYHEAD = 1 << 1,
  KA_TIMELINE_ALL = (1 << 2) - 1,
} KaTimelinePass;

/**
 * ka_timeline_paint:
 * @cr: where to draw; the timeline has its top left corner at the origin and is clipped to its size
 * @layout: where everything stands
 * @state: the day, the selection, the hover and the filter
 * @theme: colours
 * @passes: which layers
 *
 * The ground (theme->page) is not painted. The context is left as found.
 */
void ka_timeline_paint (cairo_t                *cr,
                        const KaTimelineLayout *layout,
                        const KaViewState      *state,
                        const KaTheme          *theme,
                        KaTimelinePass          passes);

/** ka_timeline_paint_focus: draws the ring that shows the keyboard focus, as for
 * ka_timeline_paint(); nothing when @row is out of sight */
void ka_timeline_paint_focus (cairo_t                *cr,
                              const KaTimelineLayout *layout,
                              const KaTimelineRow    *row,
                              const KaTheme          *theme);

/** ka_timeline_list_pieces: Returns: (transfer full) (element-type KaTimelinePiece): the pieces
 * between two moments in days, in order of time; their places are left to the caller
 */
GArray *ka_timeline_list_pieces (const KaArea *area, double from, double to, KaLanguage language);

/** ka_timeline_paint_piece: fills a piece, and hatches it where the land is occupied or contested;
 * Returns: (transfer none): the colours of its holder
 */
const KaTintColours *ka_timeline_paint_piece (const KaTimelinePiece *piece,
                                              cairo_t               *cr,
                                              const KaTheme         *theme,
                                              double                 y0,
                                              double                 y1);

G_END_DECLS
