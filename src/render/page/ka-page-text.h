/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

/**
 * KaPageBlock:
 * @heading: "ARTICLE V · NAKHICHEVAN"; owned
 * @text: the paragraph; owned
 * @item: what it is about, for its sources; owned by the atlas
 *
 * A paragraph of the text beside the map.
 */
typedef struct
{
  char         *heading;
  char         *text;
  const KaItem *item;
} KaPageBlock;

/** ka_page_list_blocks: Returns: (transfer full) (element-type KaPageBlock): the paragraphs about
 * the selection, or about the day without one; the most telling first */
GArray *ka_page_list_blocks (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_title: Returns: (transfer full): the heading of a picture: the name of the
 * selection, else the event of the day, else whose frontiers the map shows */
char *ka_page_dup_title (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_subtitle: Returns: (transfer full): the line below the heading */
char *ka_page_dup_subtitle (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_heading: Returns: (transfer full): the title of a page, else as ka_page_dup_title()
 */
char *ka_page_dup_heading (KaAtlas           *atlas,
                           const KaViewState *state,
                           const KaPage      *page) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_caption: Returns: (transfer full): the caption of a page; of a map alone what is
 * said of its selection, such as the clause; else as ka_page_dup_subtitle() */
char *ka_page_dup_caption (KaAtlas           *atlas,
                           const KaViewState *state,
                           const KaPage      *page) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_days: Returns: (transfer full): the day of a page in words, or both days of it, or
 * its time */
char *ka_page_dup_days (const KaViewState *state, const KaPage *page) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_occasion: Returns: (transfer full): the line below the date: the event of the day;
 * empty for a page of two days or of a time */
char *ka_page_dup_occasion (KaAtlas           *atlas,
                            const KaViewState *state,
                            const KaPage      *page) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_sources: Returns: (transfer full): the sources of the paragraphs and of the event of
 * the day, the first source of each at the beginning; "" for none */
char *ka_page_dup_sources (KaAtlas           *atlas,
                           const KaViewState *state,
                           const GArray      *blocks) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_filter: Returns: (transfer full): the sentence about the filter and a space; ""
 * where all events are shown */
char *ka_page_dup_filter (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_dup_imprint: Returns: (transfer full): the versions of program and atlas, the licence */
char *ka_page_dup_imprint (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
