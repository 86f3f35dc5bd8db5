/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page-column.h"

G_BEGIN_DECLS

/** KA_PAGE_MAP_DEST: the name of the place of the picture in a PDF. */
#define KA_PAGE_MAP_DEST "map"

/** ka_page_dup_dest: Returns: (transfer full): the name of the place in a PDF where the clauses
 * about a region or a clause stand: "region-kars" */
char *ka_page_dup_dest (const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_has_clauses: Returns: whether clauses about a region follow the picture: those of
 * treaties that were signed by the day */
gboolean ka_page_has_clauses (const KaPageContext *context, const KaItem *region);

/** ka_page_list_clauses: Returns: (transfer container) (element-type KaArticle): the clauses about
 * a region that follow the picture, in their order */
GPtrArray *ka_page_list_clauses (const KaPageContext *context,
                                 const KaItem        *region) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_line_link: Returns: (transfer full): the attributes of a link from a clause to its
 * line on the map, or to the map where no line of it is drawn on the day */
char *ka_page_dup_line_link (const KaPageContext *context,
                             const KaItem        *article) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_begin_licence: makes what is drawn until ka_page_end_licence() a link of a PDF to the
 * text of the licence, where the atlas names it by an identifier of SPDX */
void ka_page_begin_licence (cairo_t *cr, KaAtlas *atlas);

/** ka_page_end_licence: ends that link */
void ka_page_end_licence (cairo_t *cr, KaAtlas *atlas);

/** ka_page_mark_place: makes a point, in user units, the place of that name in a PDF */
void ka_page_mark_place (cairo_t *cr, const char *name, double x, double y);

/**
 * ka_page_link_map:
 * @context: a page whose marks are not %NULL
 * @viewport: what the map shows
 *
 * Links the regions of a map to their clauses, and marks where each line of the day is, for links
 * to it. To be called with the matrix of the map. Other surfaces than PDF take no links.
 */
void ka_page_link_map (const KaPageContext *context, const KaViewport *viewport);

G_END_DECLS
