/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-query.h"

G_BEGIN_DECLS

/* Whether a candidate concerns an item. */
typedef gboolean (*KaIsAboutFunc) (const KaItem *candidate, const KaItem *item);

gboolean ka_query_has_item (const KaList *list, gconstpointer item);
gboolean ka_query_is_citing (const KaItem *candidate, const KaItem *source);
gboolean ka_query_is_article_of (const KaItem *candidate, const KaItem *treaty);
gboolean ka_query_rests_on (const KaItem *instrument, const KaItem *item);
gboolean
ka_query_is_about_any (const KaList *items, const KaItem *candidate, KaIsAboutFunc is_about);
gboolean ka_query_is_event_of (const KaEvent *event, const KaItem *instrument);
gboolean ka_query_is_giver_of (const KaEvent *event, const KaArea *area);
void     ka_query_collect (KaAtlas      *atlas,
                           KaItemKind    kind,
                           const KaItem *item,
                           KaIsAboutFunc is_about,
                           GPtrArray    *found);

G_END_DECLS
