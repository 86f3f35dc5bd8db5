/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which articles, events and treaties concern an item. Each question is a test of one candidate
 * against the item; the atlas is small enough to test all of them. Of land: ka-query-land.c.
 */

#include "config.h"

#include "ka-query-private.h"

#include <string.h>

static gboolean
is_article_about_region (const KaArticle *article, const KaRegion *region)
{
  return region != NULL && (article->is_general || ka_query_has_item (&article->regions, region));
}

static gboolean
is_corresponding (const KaArticle *article, const KaItem *other)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    if (KA_ITEM (article->correspondences[i].article) == other)
      return TRUE;
  return FALSE;
}

static gboolean
is_article_about_place (const KaArticle *article, const KaPlace *place)
{
  return ka_query_has_item (&article->places, place) ||
         (place->area != NULL && is_article_about_region (article, place->area->region));
}

static gboolean
is_article_about (const KaItem *candidate, const KaItem *item)
{
  const KaArticle *article = (const KaArticle *) candidate;

  switch (item->kind)
    {
    case KA_ITEM_REGION:
      return is_article_about_region (article, (const KaRegion *) item);
    case KA_ITEM_AREA:
      return is_article_about_region (article, ((const KaArea *) item)->region);
    case KA_ITEM_PLACE:
      return is_article_about_place (article, (const KaPlace *) item);
    case KA_ITEM_POLITY:
      return ka_query_has_item (&article->bound, item);
    case KA_ITEM_EVENT:
      return ka_query_has_item (&((const KaEvent *) item)->articles, candidate);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return candidate == item || is_corresponding (article, item);
    case KA_ITEM_TREATY:
      return ka_query_is_article_of (candidate, item);
    case KA_ITEM_FRONTIER:
      return ka_query_has_item (&article->frontiers, item) ||
             ka_query_rests_on (candidate, ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return ka_query_rests_on (candidate, ((const KaTenure *) item)->instrument);
    case KA_ITEM_SOURCE:
      return ka_query_is_citing (candidate, item);
    case KA_ITEM_PERSON:
    case KA_ITEM_TERM:
      return FALSE;
    case KA_ITEM_CORRECTION:
      return ka_query_is_about_any (&((const KaCorrection *) item)->about, candidate,
                                    is_article_about);
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_event_of_treaty (const KaEvent *event, const KaItem *treaty)
{
  if (ka_query_has_item (&event->treaties, treaty))
    return TRUE;
  for (gsize i = 0; i < event->articles.n_items; i++)
    if (ka_query_is_article_of (event->articles.items[i], treaty))
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about_region (const KaEvent *event, const KaRegion *region)
{
  if (region == NULL)
    return FALSE;
  if (ka_query_has_item (&event->regions, region))
    return TRUE;
  for (gsize i = 0; i < region->areas.n_items; i++)
    if (ka_query_is_giver_of (event, region->areas.items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about_area (const KaEvent *event, const KaArea *area)
{
  if (ka_query_is_giver_of (event, area))
    return TRUE;
  for (gsize i = 0; i < event->places.n_items; i++)
    if (((const KaPlace *) event->places.items[i])->area == area)
      return TRUE;
  return is_event_about_region (event, area->region);
}

static gboolean
is_event_of_person (const KaEvent *event, const KaItem *person)
{
  for (gsize i = 0; i < event->n_people; i++)
    if (KA_ITEM (event->people[i].person) == person)
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about (const KaItem *candidate, const KaItem *item)
{
  const KaEvent *event = (const KaEvent *) candidate;

  switch (item->kind)
    {
    case KA_ITEM_REGION:
      return is_event_about_region (event, (const KaRegion *) item);
    case KA_ITEM_AREA:
      return is_event_about_area (event, (const KaArea *) item);
    case KA_ITEM_PLACE:
      return ka_query_has_item (&event->places, item);
    case KA_ITEM_POLITY:
      return ka_query_has_item (&event->parties, item);
    case KA_ITEM_EVENT:
      return candidate == item;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_query_has_item (&event->articles, item);
    case KA_ITEM_TREATY:
      return is_event_of_treaty (event, item);
    case KA_ITEM_FRONTIER:
      return ka_query_is_event_of (event, ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return ka_query_is_event_of (event, ((const KaTenure *) item)->instrument);
    case KA_ITEM_SOURCE:
      return ka_query_is_citing (candidate, item);
    case KA_ITEM_PERSON:
      return is_event_of_person (event, item);
    case KA_ITEM_CORRECTION:
      return ka_query_is_about_any (&((const KaCorrection *) item)->about, candidate,
                                    is_event_about);
    case KA_ITEM_TERM:
      return FALSE;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  const KaArticle *article_a = *(const KaArticle *const *) a;
  const KaArticle *article_b = *(const KaArticle *const *) b;
  int              order = ka_date_compare (&article_a->treaty->date, &article_b->treaty->date);

  if (order == 0)
    order = strcmp (article_a->treaty->item.id, article_b->treaty->item.id);
  if (order == 0)
    order = (int) article_a->item.kind - (int) article_b->item.kind;
  if (order == 0)
    order = article_a->number - article_b->number;
  return order != 0 ? order : strcmp (article_a->item.id, article_b->item.id);
}

GPtrArray *
ka_query_articles_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  ka_query_collect (atlas, KA_ITEM_ARTICLE, item, is_article_about, found);
  ka_query_collect (atlas, KA_ITEM_ANNEX, item, is_article_about, found);
  g_ptr_array_sort (found, compare_articles);
  return found;
}

GPtrArray *
ka_query_events_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  ka_query_collect (atlas, KA_ITEM_EVENT, item, is_event_about, found);
  return found;
}

GPtrArray *
ka_query_treaties_signed_by (KaAtlas *atlas, const KaItem *person)
{
  GPtrArray    *found = g_ptr_array_new ();
  const KaList *treaties;

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (person != NULL, found);

  treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);
  for (gsize i = 0; i < treaties->n_items; i++)
    {
      const KaTreaty *treaty = treaties->items[i];

      for (gsize j = 0; j < treaty->n_signatories; j++)
        if (KA_ITEM (treaty->signatories[j].person) == person)
          {
            g_ptr_array_add (found, treaties->items[i]);
            break;
          }
    }
  return found;
}
