/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

/**
 * KaPageMark:
 * @title: the name of a region; borrowed from the atlas
 * @dest: the name of the place of its clauses; owned
 *
 * A place in a PDF, for its outline.
 */
typedef struct
{
  const char *title;
  char       *dest;
} KaPageMark;

/**
 * ka_page_paint_clauses:
 * @cr: a context of a PDF, on a new page
 * @scene: the geography, which knows its atlas
 * @state: the day and the language
 * @theme: colours and fonts
 * @page: the page of the picture, painted with its marks; those of the clauses have its size
 *
 * Sets the clauses about each region in columns, on as many pages as they take, and shows each
 * page. The number of a clause leads to its line on the map.
 *
 * Returns: (transfer full) (element-type KaPageMark): the places of the regions, in their order
 */
GArray *ka_page_paint_clauses (cairo_t           *cr,
                               KaMapScene        *scene,
                               const KaViewState *state,
                               const KaTheme     *theme,
                               const KaPage      *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
