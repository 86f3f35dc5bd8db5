/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"
#include "ka-type.h"

G_BEGIN_DECLS

/** KA_PAGE_GAP: the gap between columns, in virtual units. */
#define KA_PAGE_GAP 24.0

/**
 * KaPageContext:
 * @cr: where to draw, in virtual units
 * @scene: the geography
 * @atlas: its atlas
 * @state: what is shown
 * @theme: colours and fonts
 * @page: what the picture shows
 * @blocks: (element-type KaPageBlock): the paragraphs
 * @width: of the page, in virtual units
 * @height: of the page, in virtual units
 * @margin: of the page, in virtual units
 *
 * What every part of a page needs.
 */
typedef struct
{
  cairo_t       *cr;
  KaMapScene    *scene;
  KaAtlas       *atlas;
  KaViewState    state;
  const KaTheme *theme;
  const KaPage  *page;
  GArray        *blocks;
  double         width;
  double         height;
  double         margin;
} KaPageContext;

/** ka_page_set_text: Returns: (transfer full): a text set in a column of that width, in at most
 * @max_lines lines; 0 for as many as it takes */
PangoLayout *ka_page_set_text (const KaPageContext *context,
                               const KaTypeStyle   *style,
                               const char          *text,
                               double               width,
                               int                  max_lines) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_get_height: Returns: the height of a set text, in virtual units */
double ka_page_get_height (PangoLayout *layout);

/** ka_page_get_width: Returns: the width of a set text, in virtual units */
double ka_page_get_width (PangoLayout *layout);

/** ka_page_show: draws a set text with its top left corner at (@x, @y) */
void ka_page_show (const KaPageContext *context,
                   PangoLayout         *layout,
                   double               x,
                   double               y,
                   const KaColour      *colour);

/** ka_page_measure_column: Returns: the least height in which as many paragraphs are set as in any
 * up to @most */
double ka_page_measure_column (const KaPageContext *context, double width, double most);

/** ka_page_paint_column: draws paragraphs and legend in a box */
void ka_page_paint_column (const KaPageContext *context, KaBox box, const KaViewport *viewport);

G_END_DECLS
