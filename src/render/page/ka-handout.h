/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"
#include "ka-theme.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/** KA_HANDOUT_WIDTH: the width of a page in points: A4 upright, ISO 216 */
#define KA_HANDOUT_WIDTH 595.276
/** KA_HANDOUT_HEIGHT: the height of a page in points */
#define KA_HANDOUT_HEIGHT 841.89

/**
 * ka_handout_paint:
 * @cr: where to draw, in points; each page ends with cairo_show_page()
 * @scene: the geography, which knows its atlas
 * @state: day and language
 * @theme: colours and fonts
 * @items: (element-type KaItem): events, articles and annexes in the order of the hand-out
 *
 * Draws a hand-out: the map of the day, the items in order of date, then each with its text in our
 * words, its sources and blank lines for answers. Pango breaks the text into lines, and pages end
 * between lines.
 *
 * Returns: the number of pages
 */
guint ka_handout_paint (cairo_t           *cr,
                        KaMapScene        *scene,
                        const KaViewState *state,
                        const KaTheme     *theme,
                        const GPtrArray   *items);

G_END_DECLS
