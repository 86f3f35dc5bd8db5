/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page-column.h"

G_BEGIN_DECLS

/** KA_PAGE_FRAME: the width of the frame of a map: from the neat line to the outer line. */
#define KA_PAGE_FRAME 15.0

/**
 * KaPageTick:
 * @at: where it stands, as part of the edge from its left or upper end, 0 to 1
 * @degrees: the longitude on a level edge, the latitude on an upright one
 *
 * A mark on the frame of a map.
 */
typedef struct
{
  double at;
  double degrees;
} KaPageTick;

/** ka_page_list_ticks: Returns: (transfer full) (element-type KaPageTick): where the meridians of
 * the graticule meet the upper edge of a map (@edge 0) or the lower one (1), and its parallels the
 * left edge (2) or the right one (3). */
GArray *ka_page_list_ticks (const KaProjection *projection,
                            const KaViewport   *viewport,
                            int                 edge) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_paint_frame: draws neat line and outer line round a map in @map, with degrees between
 * them; @viewport: what the map shows. */
void ka_page_paint_frame (const KaPageContext *context, KaBox map, const KaViewport *viewport);

G_END_DECLS
