/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"
#include "ka-type.h"

G_BEGIN_DECLS

/* A paragraph of the text beside the map. */
typedef struct
{
  char         *heading; /* Owned: "ARTICLE V · NAKHICHEVAN" */
  char         *text;    /* Owned */
  const KaItem *item;    /* Borrowed: what it is about, for its sources */
} KaPageBlock;

GArray *ka_page_list_blocks (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_subtitle (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_occasion (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_sources (KaAtlas           *atlas,
                             const KaViewState *state,
                             const GArray      *blocks) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_imprint (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/* What every part of a page needs; sizes are in virtual units. */
typedef struct
{
  cairo_t       *cr;
  KaMapScene    *scene;
  KaAtlas       *atlas;
  KaViewState    state;
  const KaTheme *theme;
  const KaPage  *page;
  GArray        *blocks; /* Owned: of KaPageBlock */
  double         width;  /* of the page, in virtual units */
  double         height;
  double         margin;
} KaPageContext;

/* Between columns. */
#define KA_PAGE_GAP 24.0

PangoLayout *ka_page_set_text (const KaPageContext *context,
                               const KaTypeStyle   *style,
                               const char          *text,
                               double               width,
                               int                  max_lines) G_GNUC_WARN_UNUSED_RESULT;
double       ka_page_get_height (PangoLayout *layout);
double       ka_page_get_width (PangoLayout *layout);
void         ka_page_show (const KaPageContext *context,
                           PangoLayout         *layout,
                           double               x,
                           double               y,
                           const KaColour      *colour);
double       ka_page_measure_column (const KaPageContext *context, double width, double most);
void ka_page_paint_column (const KaPageContext *context, KaBox box, const KaViewport *viewport);

G_END_DECLS
