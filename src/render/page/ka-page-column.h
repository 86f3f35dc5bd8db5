/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-legend.h"
#include "ka-page-context.h"
#include "ka-type.h"

G_BEGIN_DECLS

/** ka_page_set_text: Returns: (transfer full): a text set in a column of that width, in at most
 * @max_lines lines; 0 for as many as it takes */
KaTypeLayout *ka_page_set_text (const KaPageContext *context,
                                const KaTypeStyle   *style,
                                const char          *text,
                                double               width,
                                int                  max_lines) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_cut_sentences: shortens a layout with a width to @max_lines lines by whole sentences,
 * and by words where not even the first one fits; @mark: what stands for the sentences that are
 * left out, UTF-8 */
void ka_page_cut_sentences (KaTypeLayout *layout, int max_lines, const char *mark);

/** ka_page_set_line: Returns: (transfer full): a text in one line of that width; its type shrinks
 * to 55 % before the line is cut */
KaTypeLayout *ka_page_set_line (const KaPageContext *context,
                                const KaTypeStyle   *style,
                                const char          *text,
                                double               width) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_get_height: Returns: the height of a set text, in virtual units */
double ka_page_get_height (KaTypeLayout *layout);

/** ka_page_get_width: Returns: the width of a set text, in virtual units */
double ka_page_get_width (KaTypeLayout *layout);

/** ka_page_show: draws a set text with its top left corner at (@x, @y) */
void ka_page_show (const KaPageContext *context,
                   KaTypeLayout        *layout,
                   double               x,
                   double               y,
                   const KaColour      *colour);

/** ka_page_measure_column: Returns: the least height in which as many paragraphs are set as in any
 * up to @most; 0 without paragraphs */
double ka_page_measure_column (const KaPageContext *context, double width, double most);

/** ka_page_paint_column: draws paragraphs in a box */
void ka_page_paint_column (const KaPageContext *context, KaBox box);

/** ka_page_create_legend: Returns: (transfer full): the legend to a map, in columns within a width
 * and a height in virtual units */
KaLegend *ka_page_create_legend (const KaPageContext *context,
                                 const KaViewport    *viewport,
                                 double               width,
                                 double               max_height) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_get_legend_height: Returns: the height of a legend on the page, in virtual units */
double ka_page_get_legend_height (const KaLegend *legend);

/** ka_page_paint_legend: draws a legend; its samples begin at @x, its first row at @y */
void
ka_page_paint_legend (const KaPageContext *context, const KaLegend *legend, double x, double y);

G_END_DECLS
