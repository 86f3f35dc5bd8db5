/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"
#include "ka-time-axis.h"

G_BEGIN_DECLS

/** KaPageView: what a picture shows. */
typedef enum
{
  KA_PAGE_MAP,
  KA_PAGE_TIMELINE,
  KA_PAGE_BOTH,
  KA_PAGE_CLAIM, /* the card of the correction that is selected */
  KA_N_PAGE_VIEWS,
} KaPageView;

/**
 * KaPage:
 * @view: map, timeline, both or the card of a claim
 * @width: in user units (px at scale 1), above 0
 * @height: in user units, above 0
 * @viewport: (nullable): what the map shows; its size follows the room for the map, its middle and
 * cover stay; %NULL or one without a size for the extent of the atlas
 * @axis: (nullable): what the timeline shows; its width is adapted; %NULL or one without a width
 * for the range of the atlas
 * @has_title: whether title, date and text stand beside the picture; without them it fills the page
 * @has_footer: whether sources, policy, credits and licence stand at the foot
 * @hides_legend: whether maps have no legend
 * @title: (nullable): the heading; %NULL for that of the selection or the day
 * @caption: (nullable): the line below the heading; %NULL likewise
 * @has_other_day: whether a second map stands beside the first
 * @other_day: the day of that map, when @has_other_day
 * @is_transparent: whether the page has no ground: what is below the picture shows through
 * @marks: (nullable) (element-type utf8): a set that takes the names of the places that are marked
 * on the map of a PDF, whose regions then lead to ka_page_paint_clauses()
 * @is_blank: whether the map has no names
 * @names_time: whether heading and date are those of the time of @axis, not of the day
 *
 * What an exported picture shows.
 */
typedef struct
{
  KaPageView        view;
  double            width;
  double            height;
  const KaViewport *viewport;
  const KaTimeAxis *axis;
  gboolean          has_title;
  gboolean          has_footer;
  gboolean          hides_legend;
  const char       *title;
  const char       *caption;
  gboolean          has_other_day;
  KaDay             other_day;
  gboolean          is_transparent;
  GHashTable       *marks;
  gboolean          is_blank;
  gboolean          names_time;
} KaPage;

/** KA_PAGE_INIT: a page of a view and a size in user units, with title and footer */
#define KA_PAGE_INIT(page_view, page_width, page_height)                                           \
  {                                                                                                \
    .view = (page_view), .width = (page_width), .height = (page_height), .has_title = TRUE,        \
    .has_footer = TRUE                                                                             \
  }

/** ka_page_view_get_name: Returns: (transfer none): "map", "timeline", "both" or "claim" */
const char *ka_page_view_get_name (KaPageView view);

/** ka_page_view_from_name: Returns: whether there is a view of that name; @view is untouched when
 * there is none */
gboolean ka_page_view_from_name (const char *name, KaPageView *view);

/** ka_page_fit_view: Returns: what can be shown of an atlas: without a map both is the timeline */
KaPageView ka_page_fit_view (KaPageView view, KaAtlas *atlas);

/**
 * ka_page_paint:
 * @cr: where to draw; the page has its top left corner at the origin
 * @scene: the geography, which knows its atlas
 * @state: the day, the selection, the language and the filter; what is hovered is not shown
 * @theme: colours and fonts
 * @page: what the picture shows and how large
 *
 * Draws a whole picture: title, date, map, the clauses about the selection or the main ones of the
 * treaty of the day, legend, timeline, and a foot with sources, policy and licence. The size of
 * type follows that of the page. The context is left as found.
 */
void ka_page_paint (cairo_t           *cr,
                    KaMapScene        *scene,
                    const KaViewState *state,
                    const KaTheme     *theme,
                    const KaPage      *page);

G_END_DECLS
