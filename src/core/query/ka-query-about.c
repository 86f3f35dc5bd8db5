/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the tenures, areas, frontiers, articles, events and treaties that concern an item. Each
 * question tests every candidate of a kind: an atlas is small enough.
 */
#include "config.h"

#include "ka-atlas-private.h"
#include "ka-query.h"

#include <string.h>

static gboolean
is_citing (const KaItem *candidate, const KaItem *source)
{
  for (gsize i = 0; i < candidate->n_citations; i++)
    if (KA_ITEM (candidate->citations[i].source) == source)
      return TRUE;
  return FALSE;
}

static gboolean
is_article_of (const KaItem *candidate, const KaItem *treaty)
{
  return (candidate->kind == KA_ITEM_ARTICLE || candidate->kind == KA_ITEM_ANNEX) &&
         KA_ITEM (((const KaArticle *) candidate)->treaty) == treaty;
}

/* Whether an instrument is an item or one of its articles. */
static gboolean
rests_on (const KaItem *instrument, const KaItem *item)
{
  return instrument != NULL && (instrument == item || is_article_of (instrument, item));
}

static gboolean is_about (const KaItem *candidate, const KaItem *item, KaDay day);

/* Whether a candidate concerns one of several items. */
static gboolean
is_about_any (const KaItem *candidate, const KaList *items, KaDay day)
{
  for (gsize i = 0; i < items->n_items; i++)
    if (is_about (candidate, items->items[i], day))
      return TRUE;
  return FALSE;
}

/* Whether an event is an instrument or lists it. */
static gboolean
is_event_of (const KaEvent *event, const KaItem *instrument)
{
  return instrument != NULL &&
         (KA_ITEM (event) == instrument || ka_list_has (&event->articles, instrument) ||
          ka_list_has (&event->treaties, instrument));
}

static gboolean
has_instrument (const KaList *tenures, const KaItem *instrument)
{
  for (gsize i = 0; i < tenures->n_items; i++)
    if (((const KaTenure *) tenures->items[i])->instrument == instrument)
      return TRUE;
  return FALSE;
}

/* Whether a tenure or claim of an area rests on an event. */
static gboolean
is_giver_of (const KaEvent *event, const KaArea *area)
{
  return has_instrument (&area->tenures, KA_ITEM (event)) ||
         has_instrument (&area->claims, KA_ITEM (event));
}

static gboolean
is_article_about_region (const KaArticle *article, const KaRegion *region)
{
  return region != NULL && (article->is_general || ka_list_has (&article->regions, region));
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
  return ka_list_has (&article->places, place) ||
         (place->area != NULL && is_article_about_region (article, place->area->region));
}

static gboolean
is_article_about (const KaArticle *article, const KaItem *item)
{
  switch ((int) item->kind)
    {
    case KA_ITEM_REGION:
      return is_article_about_region (article, (const KaRegion *) item);
    case KA_ITEM_AREA:
      return is_article_about_region (article, ((const KaArea *) item)->region);
    case KA_ITEM_PLACE:
      return is_article_about_place (article, (const KaPlace *) item);
    case KA_ITEM_POLITY:
      return ka_list_has (&article->bound, item);
    case KA_ITEM_EVENT:
      return ka_list_has (&((const KaEvent *) item)->articles, article);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return is_corresponding (article, item);
    case KA_ITEM_TREATY:
      return is_article_of (KA_ITEM (article), item);
    case KA_ITEM_FRONTIER:
      return ka_list_has (&article->frontiers, item) ||
             rests_on (KA_ITEM (article), ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return rests_on (KA_ITEM (article), ((const KaTenure *) item)->instrument);
    default:
      return FALSE;
    }
}

static gboolean
is_event_of_treaty (const KaEvent *event, const KaItem *treaty)
{
  if (ka_list_has (&event->treaties, treaty))
    return TRUE;
  for (gsize i = 0; i < event->articles.n_items; i++)
    if (is_article_of (event->articles.items[i], treaty))
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about_region (const KaEvent *event, const KaRegion *region)
{
  if (region == NULL)
    return FALSE;
  if (ka_list_has (&event->regions, region))
    return TRUE;
  for (gsize i = 0; i < region->areas.n_items; i++)
    if (is_giver_of (event, region->areas.items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about_area (const KaEvent *event, const KaArea *area)
{
  if (is_giver_of (event, area))
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
is_event_about (const KaEvent *event, const KaItem *item)
{
  switch ((int) item->kind)
    {
    case KA_ITEM_REGION:
      return is_event_about_region (event, (const KaRegion *) item);
    case KA_ITEM_AREA:
      return is_event_about_area (event, (const KaArea *) item);
    case KA_ITEM_PLACE:
      return ka_list_has (&event->places, item);
    case KA_ITEM_POLITY:
      return ka_list_has (&event->parties, item);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_list_has (&event->articles, item);
    case KA_ITEM_TREATY:
      return is_event_of_treaty (event, item);
    case KA_ITEM_FRONTIER:
      return is_event_of (event, ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return is_event_of (event, ((const KaTenure *) item)->instrument);
    case KA_ITEM_PERSON:
      return is_event_of_person (event, item);
    default:
      return FALSE;
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

static gboolean
is_tenure_of_region (const KaTenure *tenure, const KaItem *region)
{
  for (gsize i = 0; i < tenure->areas.n_items; i++)
    if (KA_ITEM (((const KaArea *) tenure->areas.items[i])->region) == region)
      return TRUE;
  return FALSE;
}

static gboolean
is_tenure_about (const KaTenure *tenure, const KaItem *item)
{
  switch ((int) item->kind)
    {
    case KA_ITEM_REGION:
      return is_tenure_of_region (tenure, item);
    case KA_ITEM_AREA:
      return ka_list_has (&tenure->areas, item);
    case KA_ITEM_PLACE:
      return ((const KaPlace *) item)->area != NULL &&
             ka_list_has (&tenure->areas, ((const KaPlace *) item)->area);
    case KA_ITEM_POLITY:
      return KA_ITEM (tenure->holder) == item || KA_ITEM (tenure->sovereign) == item ||
             KA_ITEM (tenure->autonomy) == item;
    case KA_ITEM_EVENT:
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
    case KA_ITEM_TREATY:
      return rests_on (tenure->instrument, item);
    case KA_ITEM_FRONTIER:
      return rests_on (tenure->instrument, ((const KaFrontier *) item)->instrument);
    default:
      return FALSE;
    }
}

static gboolean
holds_on (const KaPolity *polity, const KaPolity *holder, KaDay day)
{
  /* A whole may be a part itself: a republic of a federation of a union. */
  for (guint depth = 0; holder != NULL && depth < 8; depth++)
    {
      if (holder == polity)
        return TRUE;
      holder = ka_query_whole_of (holder, day);
    }
  return FALSE;
}

static gboolean
is_area_of_polity (const KaArea *area, const KaPolity *polity, KaDay day)
{
  const KaTenure *tenure = ka_query_tenure_on (area, day);

  return tenure != NULL && (tenure->autonomy == polity || holds_on (polity, tenure->holder, day));
}

static gboolean
is_area_about (const KaArea *area, const KaItem *item, KaDay day)
{
  switch ((int) item->kind)
    {
    case KA_ITEM_REGION:
      return KA_ITEM (area->region) == item;
    case KA_ITEM_PLACE:
      return ((const KaPlace *) item)->area == area;
    case KA_ITEM_POLITY:
      return is_area_of_polity (area, (const KaPolity *) item, day);
    case KA_ITEM_EVENT:
      return ka_list_has (&((const KaEvent *) item)->regions, area->region) ||
             is_giver_of ((const KaEvent *) item, area);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_list_has (&((const KaArticle *) item)->regions, area->region);
    case KA_ITEM_TREATY:
      return is_about_any (KA_ITEM (area), &((const KaTreaty *) item)->articles, day);
    case KA_ITEM_FRONTIER:
      return ka_list_has (&((const KaFrontier *) item)->regions, area->region);
    case KA_ITEM_TENURE:
      return ka_list_has (&((const KaTenure *) item)->areas, area);
    default:
      return FALSE;
    }
}

static gboolean
is_frontier_of_region (const KaFrontier *frontier, const KaRegion *region, KaDay day)
{
  return region != NULL && ka_span_has (frontier->span, day) &&
         ka_list_has (&frontier->regions, region);
}

static gboolean
is_frontier_of_event (const KaFrontier *frontier, const KaEvent *event)
{
  for (gsize i = 0; i < event->articles.n_items; i++)
    if (ka_list_has (&((const KaArticle *) event->articles.items[i])->frontiers, frontier))
      return TRUE;
  return is_event_of (event, frontier->instrument);
}

static gboolean
is_frontier_about (const KaFrontier *frontier, const KaItem *item, KaDay day)
{
  switch ((int) item->kind)
    {
    case KA_ITEM_REGION:
      return is_frontier_of_region (frontier, (const KaRegion *) item, day);
    case KA_ITEM_AREA:
      return is_frontier_of_region (frontier, ((const KaArea *) item)->region, day);
    case KA_ITEM_EVENT:
      return is_frontier_of_event (frontier, (const KaEvent *) item);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_list_has (&((const KaArticle *) item)->frontiers, frontier) ||
             frontier->instrument == item;
    case KA_ITEM_TREATY:
      return is_about_any (KA_ITEM (frontier), &((const KaTreaty *) item)->articles, day) ||
             frontier->instrument == item;
    default:
      return FALSE;
    }
}

/* Whether a candidate concerns an item on a day; the day matters to some kinds of item only. */
static gboolean
is_about (const KaItem *candidate, const KaItem *item, KaDay day)
{
  if (candidate == item)
    return TRUE;
  if (item->kind == KA_ITEM_CORRECTION)
    return is_about_any (candidate, &((const KaCorrection *) item)->about, day);
  if (item->kind == KA_ITEM_SOURCE)
    return candidate->kind != KA_ITEM_AREA && is_citing (candidate, item);
  switch ((int) candidate->kind)
    {
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return is_article_about ((const KaArticle *) candidate, item);
    case KA_ITEM_EVENT:
      return is_event_about ((const KaEvent *) candidate, item);
    case KA_ITEM_TENURE:
      return is_tenure_about ((const KaTenure *) candidate, item);
    case KA_ITEM_AREA:
      return is_area_about ((const KaArea *) candidate, item, day);
    case KA_ITEM_FRONTIER:
      return is_frontier_about ((const KaFrontier *) candidate, item, day);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static GPtrArray *
find_about (KaAtlas *atlas, KaItemKind kind, const KaItem *item, KaDay day)
{
  GPtrArray    *found = g_ptr_array_new ();
  const KaList *candidates;

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  candidates = ka_atlas_get_items (atlas, kind);
  for (gsize i = 0; i < candidates->n_items; i++)
    if (is_about (candidates->items[i], item, day))
      g_ptr_array_add (found, candidates->items[i]);
  return found;
}

GPtrArray *
ka_query_articles_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = find_about (atlas, KA_ITEM_ARTICLE, item, 0);

  g_ptr_array_extend_and_steal (found, find_about (atlas, KA_ITEM_ANNEX, item, 0));
  g_ptr_array_sort (found, compare_articles);
  return found;
}

GPtrArray *
ka_query_events_about (KaAtlas *atlas, const KaItem *item)
{
  return find_about (atlas, KA_ITEM_EVENT, item, 0);
}

GPtrArray *
ka_query_treaties_signed_by (KaAtlas *atlas, const KaItem *person)
{
  const KaList *treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);
  GPtrArray    *found = g_ptr_array_new ();

  for (gsize i = 0; i < treaties->n_items; i++)
    {
      KaTreaty *treaty = treaties->items[i];
      gsize     j = 0;

      while (j < treaty->n_signatories && KA_ITEM (treaty->signatories[j].person) != person)
        j++;
      if (j < treaty->n_signatories)
        g_ptr_array_add (found, treaty);
    }
  return found;
}

GPtrArray *
ka_query_tenures_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = find_about (atlas, KA_ITEM_TENURE, item, 0);

  g_ptr_array_sort (found, ka_tenure_compare);
  return found;
}

GPtrArray *
ka_query_areas_about (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  return find_about (atlas, KA_ITEM_AREA, item, day);
}

GPtrArray *
ka_query_frontiers_about (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  return find_about (atlas, KA_ITEM_FRONTIER, item, day);
}

/* Takes @candidate if it lies in @direction and nearer to @day than @best. */
static void
take_nearer (KaDay day, int direction, KaDay candidate, KaDay *best)
{
  if (candidate == KA_DAY_MIN || candidate == KA_DAY_MAX)
    return;
  if (direction > 0 ? candidate <= day : candidate >= day)
    return;
  if (*best == day || (direction > 0 ? candidate < *best : candidate > *best))
    *best = candidate;
}

gboolean
ka_query_find_change (KaAtlas *atlas, const KaItem *item, KaDay *day, int direction)
{
  g_autoptr (GPtrArray) tenures = NULL;
  KaDay best;

  g_return_val_if_fail (atlas != NULL, FALSE);
  g_return_val_if_fail (item != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  best = *day;
  tenures = ka_query_tenures_about (atlas, item);
  for (guint i = 0; i < tenures->len; i++)
    {
      const KaTenure *tenure = tenures->pdata[i];

      take_nearer (*day, direction, tenure->span.from, &best);
      take_nearer (*day, direction, tenure->span.to, &best);
    }
  if (best == *day)
    return FALSE;
  *day = best;
  return TRUE;
}
