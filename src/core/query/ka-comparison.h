/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaMatch: articles and annexes of two treaties that correspond. One side is empty for an article
 * that corresponds to none; then the other side has it alone. */
typedef struct
{
  GPtrArray *first;  /* (element-type KaArticle): of the first treaty, by number */
  GPtrArray *second; /* (element-type KaArticle): of the second treaty, by number */
} KaMatch;

/**
 * ka_query_compare:
 * @first: a treaty
 * @second: another treaty
 *
 * Matches the articles of two treaties by their correspondences, in whichever direction they are
 * given. Every article of both is in one match, and only once. O(articles²).
 *
 * Returns: (transfer full) (element-type KaMatch): the matches in the order of @first; what only
 * @second has follows the article before it
 */
GPtrArray *ka_query_compare (const KaTreaty *first,
                             const KaTreaty *second) G_GNUC_WARN_UNUSED_RESULT;

/** ka_query_is_comparable: Returns: whether an article of one treaty corresponds to one of the
 * other */
gboolean ka_query_is_comparable (const KaTreaty *first, const KaTreaty *second);

/** ka_query_list_comparable: Returns: (transfer container) (element-type KaTreaty): the treaties
 * with articles, in the order of the atlas */
GPtrArray *ka_query_list_comparable (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_find_pair:
 * @atlas: an atlas
 * @item: (nullable): an item of it
 * @day: a day
 * @first: (out): the earlier treaty; untouched where there is no pair
 * @second: (out): the later treaty; untouched where there is no pair
 *
 * Finds two treaties to compare: that of @item, or else the last one that is signed by @day and
 * corresponds to another; and the first that corresponds to it.
 *
 * Returns: whether there are two treaties with articles
 */
gboolean ka_query_find_pair (KaAtlas         *atlas,
                             const KaItem    *item,
                             KaDay            day,
                             const KaTreaty **first,
                             const KaTreaty **second);

/** ka_query_difference_of: Returns: (transfer none) (nullable): how an article differs from
 * another; %NULL where they do not correspond or the atlas says nothing */
const KaText *ka_query_difference_of (const KaArticle *article, const KaArticle *other);

G_END_DECLS
