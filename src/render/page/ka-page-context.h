/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

/** KA_PAGE_LOW: a timeline lower than this, in virtual units, has no header. */
#define KA_PAGE_LOW 480.0
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

/** ka_page_open: begins a page: saves @cr, clips it to the page and scales it to virtual
 * units */
void ka_page_open (KaPageContext     *self,
                   cairo_t           *cr,
                   KaMapScene        *scene,
                   const KaViewState *state,
                   const KaTheme     *theme,
                   const KaPage      *page);

/** ka_page_close: ends a page: restores its context and frees what it holds */
void ka_page_close (KaPageContext *self);

G_END_DECLS
