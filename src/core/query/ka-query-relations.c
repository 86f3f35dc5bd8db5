/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How two items are tied: what the questions about texts and about land share.
 */

#include "config.h"

#include "ka-query-private.h"

gboolean
ka_query_has_item (const KaList *list, gconstpointer item)
{
  for (gsize i = 0; i < list->n_items; i++)
    if (list->items[i] == item)
      return TRUE;
  return FALSE;
}

gboolean
ka_query_is_citing (const KaItem *candidate, const KaItem *source)
{
  for (gsize i = 0; i < candidate->n_citations; i++)
    if (KA_ITEM (candidate->citations[i].source) == source)
      return TRUE;
  return FALSE;
}

gboolean
ka_query_is_article_of (const KaItem *candidate, const KaItem *treaty)
{
  return (candidate->kind == KA_ITEM_ARTICLE || candidate->kind == KA_ITEM_ANNEX) &&
         KA_ITEM (((const KaArticle *) candidate)->treaty) == treaty;
}

/* Whether something rests on an instrument: on it itself or on an article of the treaty that it is.
 */
gboolean
ka_query_rests_on (const KaItem *instrument, const KaItem *item)
{
  return instrument != NULL && (instrument == item || ka_query_is_article_of (instrument, item));
}

/* Whether one of the items that a correction is about is tied to the candidate. */
gboolean
ka_query_is_about_any (const KaList *items, const KaItem *candidate, KaIsAboutFunc is_about)
{
  for (gsize i = 0; i < items->n_items; i++)
    if (is_about (candidate, items->items[i]))
      return TRUE;
  return FALSE;
}

/* Whether an event is an instrument or names it. */
gboolean
ka_query_is_event_of (const KaEvent *event, const KaItem *instrument)
{
  return instrument != NULL &&
         (KA_ITEM (event) == instrument || ka_query_has_item (&event->articles, instrument) ||
          ka_query_has_item (&event->treaties, instrument));
}

/* Whether an event gave or took an area. */
gboolean
ka_query_is_giver_of (const KaEvent *event, const KaArea *area)
{
  for (gsize i = 0; i < area->tenures.n_items; i++)
    if (((const KaTenure *) area->tenures.items[i])->instrument == KA_ITEM (event))
      return TRUE;
  for (gsize i = 0; i < area->claims.n_items; i++)
    if (((const KaTenure *) area->claims.items[i])->instrument == KA_ITEM (event))
      return TRUE;
  return FALSE;
}

void
ka_query_collect (KaAtlas      *atlas,
                  KaItemKind    kind,
                  const KaItem *item,
                  KaIsAboutFunc is_about,
                  GPtrArray    *found)
{
  const KaList *candidates = ka_atlas_get_items (atlas, kind);

  for (gsize i = 0; i < candidates->n_items; i++)
    if (is_about (candidates->items[i], item))
      g_ptr_array_add (found, candidates->items[i]);
}
