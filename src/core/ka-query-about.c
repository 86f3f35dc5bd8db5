/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What concerns an item: its tenures, articles, events, areas and frontiers. Each question is a
 * test of one candidate against the item; the atlas is small enough to test all of them.
 */
#include "config.h"

#include "ka-query.h"

#include <string.h>

typedef gboolean (*IsAboutFunc) (const KaItem *candidate, const KaItem *item);

static gboolean
has_item (const KaList *list, gconstpointer item)
{
  for (gsize i = 0; i < list->n_items; i++)
    if (list->items[i] == item)
      return TRUE;
  return FALSE;
}

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

/* Whether something rests on an instrument: on it itself or on an article of the treaty that it is.
 */
static gboolean
rests_on (const KaItem *instrument, const KaItem *item)
{
  return instrument != NULL && (instrument == item || is_article_of (instrument, item));
}

/* Whether one of the items that a correction is about is tied to the candidate. */
static gboolean
is_about_any (const KaList *items, const KaItem *candidate, IsAboutFunc is_about)
{
  for (gsize i = 0; i < items->n_items; i++)
    if (is_about (candidate, items->items[i]))
      return TRUE;
  return FALSE;
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
is_tenure_about (const KaItem *candidate, const KaItem *item)
{
  const KaTenure *tenure = (const KaTenure *) candidate;

  switch (item->kind)
    {
    case KA_ITEM_REGION:
      return is_tenure_of_region (tenure, item);
    case KA_ITEM_AREA:
      return has_item (&tenure->areas, item);
    case KA_ITEM_PLACE:
      return ((const KaPlace *) item)->area != NULL &&
             has_item (&tenure->areas, ((const KaPlace *) item)->area);
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
    case KA_ITEM_TENURE:
      return candidate == item;
    case KA_ITEM_SOURCE:
      return is_citing (candidate, item);
    case KA_ITEM_PERSON:
      return FALSE;
    case KA_ITEM_CORRECTION:
      return is_about_any (&((const KaCorrection *) item)->about, candidate, is_tenure_about);
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_article_about_region (const KaArticle *article, const KaRegion *region)
{
  return region != NULL && (article->is_general || has_item (&article->regions, region));
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
  return has_item (&article->places, place) ||
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
      return has_item (&article->bound, item);
    case KA_ITEM_EVENT:
      return has_item (&((const KaEvent *) item)->articles, candidate);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return candidate == item || is_corresponding (article, item);
    case KA_ITEM_TREATY:
      return is_article_of (candidate, item);
    case KA_ITEM_FRONTIER:
      return has_item (&article->frontiers, item) ||
             rests_on (candidate, ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return rests_on (candidate, ((const KaTenure *) item)->instrument);
    case KA_ITEM_SOURCE:
      return is_citing (candidate, item);
    case KA_ITEM_PERSON:
      return FALSE;
    case KA_ITEM_CORRECTION:
      return is_about_any (&((const KaCorrection *) item)->about, candidate, is_article_about);
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether an event is an instrument or names it. */
static gboolean
is_event_of_instrument (const KaEvent *event, const KaItem *instrument)
{
  return instrument != NULL &&
         (KA_ITEM (event) == instrument || has_item (&event->articles, instrument) ||
          has_item (&event->treaties, instrument));
}

static gboolean
is_event_of_treaty (const KaEvent *event, const KaItem *treaty)
{
  if (has_item (&event->treaties, treaty))
    return TRUE;
  for (gsize i = 0; i < event->articles.n_items; i++)
    if (is_article_of (event->articles.items[i], treaty))
      return TRUE;
  return FALSE;
}

/* Whether an event gave or took an area. */
static gboolean
is_instrument_of_area (const KaEvent *event, const KaArea *area)
{
  for (gsize i = 0; i < area->tenures.n_items; i++)
    if (((const KaTenure *) area->tenures.items[i])->instrument == KA_ITEM (event))
      return TRUE;
  for (gsize i = 0; i < area->claims.n_items; i++)
    if (((const KaTenure *) area->claims.items[i])->instrument == KA_ITEM (event))
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about_region (const KaEvent *event, const KaRegion *region)
{
  if (region == NULL)
    return FALSE;
  if (has_item (&event->regions, region))
    return TRUE;
  for (gsize i = 0; i < region->areas.n_items; i++)
    if (is_instrument_of_area (event, region->areas.items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_event_about_area (const KaEvent *event, const KaArea *area)
{
  if (is_instrument_of_area (event, area))
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
      return has_item (&event->places, item);
    case KA_ITEM_POLITY:
      return has_item (&event->parties, item);
    case KA_ITEM_EVENT:
      return candidate == item;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return has_item (&event->articles, item);
    case KA_ITEM_TREATY:
      return is_event_of_treaty (event, item);
    case KA_ITEM_FRONTIER:
      return is_event_of_instrument (event, ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return is_event_of_instrument (event, ((const KaTenure *) item)->instrument);
    case KA_ITEM_SOURCE:
      return is_citing (candidate, item);
    case KA_ITEM_PERSON:
      return is_event_of_person (event, item);
    case KA_ITEM_CORRECTION:
      return is_about_any (&((const KaCorrection *) item)->about, candidate, is_event_about);
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
holds_on (const KaPolity *polity, const KaPolity *holder, KaDay day)
{
  /* A whole may itself be a part (a republic of a federation of a union). */
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
  switch (item->kind)
    {
    case KA_ITEM_REGION:
      return KA_ITEM (area->region) == item;
    case KA_ITEM_AREA:
      return KA_ITEM (area) == item;
    case KA_ITEM_PLACE:
      return ((const KaPlace *) item)->area == area;
    case KA_ITEM_POLITY:
      return is_area_of_polity (area, (const KaPolity *) item, day);
    case KA_ITEM_EVENT:
      return has_item (&((const KaEvent *) item)->regions, area->region) ||
             is_instrument_of_area ((const KaEvent *) item, area);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return has_item (&((const KaArticle *) item)->regions, area->region);
    case KA_ITEM_TREATY:
      for (gsize i = 0; i < ((const KaTreaty *) item)->articles.n_items; i++)
        if (is_area_about (area, ((const KaTreaty *) item)->articles.items[i], day))
          return TRUE;
      return FALSE;
    case KA_ITEM_FRONTIER:
      return has_item (&((const KaFrontier *) item)->regions, area->region);
    case KA_ITEM_TENURE:
      return has_item (&((const KaTenure *) item)->areas, area);
    case KA_ITEM_CORRECTION:
      for (gsize i = 0; i < ((const KaCorrection *) item)->about.n_items; i++)
        if (is_area_about (area, ((const KaCorrection *) item)->about.items[i], day))
          return TRUE;
      return FALSE;
    case KA_ITEM_PERSON:
    case KA_ITEM_SOURCE:
      return FALSE;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_frontier_of_region (const KaFrontier *frontier, const KaRegion *region, KaDay day)
{
  return region != NULL && frontier->from <= day && day < frontier->to &&
         has_item (&frontier->regions, region);
}

static gboolean
is_frontier_of_event (const KaFrontier *frontier, const KaEvent *event)
{
  for (gsize i = 0; i < event->articles.n_items; i++)
    if (has_item (&((const KaArticle *) event->articles.items[i])->frontiers, frontier))
      return TRUE;
  return is_event_of_instrument (event, frontier->instrument);
}

static gboolean
is_frontier_about (const KaFrontier *frontier, const KaItem *item, KaDay day)
{
  switch (item->kind)
    {
    case KA_ITEM_REGION:
      return is_frontier_of_region (frontier, (const KaRegion *) item, day);
    case KA_ITEM_AREA:
      return is_frontier_of_region (frontier, ((const KaArea *) item)->region, day);
    case KA_ITEM_EVENT:
      return is_frontier_of_event (frontier, (const KaEvent *) item);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return has_item (&((const KaArticle *) item)->frontiers, frontier) ||
             frontier->instrument == item;
    case KA_ITEM_TREATY:
      for (gsize i = 0; i < ((const KaTreaty *) item)->articles.n_items; i++)
        if (is_frontier_about (frontier, ((const KaTreaty *) item)->articles.items[i], day))
          return TRUE;
      return frontier->instrument == item;
    case KA_ITEM_FRONTIER:
      return KA_ITEM (frontier) == item;
    case KA_ITEM_CORRECTION:
      for (gsize i = 0; i < ((const KaCorrection *) item)->about.n_items; i++)
        if (is_frontier_about (frontier, ((const KaCorrection *) item)->about.items[i], day))
          return TRUE;
      return FALSE;
    case KA_ITEM_SOURCE:
      return is_citing (KA_ITEM (frontier), item);
    case KA_ITEM_PLACE:
    case KA_ITEM_POLITY:
    case KA_ITEM_PERSON:
    case KA_ITEM_TENURE:
      return FALSE;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
collect (KaAtlas      *atlas,
         KaItemKind    kind,
         const KaItem *item,
         IsAboutFunc   is_about,
         GPtrArray    *found)
{
  const KaList *candidates = ka_atlas_get_items (atlas, kind);

  for (gsize i = 0; i < candidates->n_items; i++)
    if (is_about (candidates->items[i], item))
      g_ptr_array_add (found, candidates->items[i]);
}

static int
compare_tenures (gconstpointer a, gconstpointer b)
{
  const KaTenure *tenure_a = *(const KaTenure *const *) a;
  const KaTenure *tenure_b = *(const KaTenure *const *) b;

  if (tenure_a->from != tenure_b->from)
    return tenure_a->from < tenure_b->from ? -1 : 1;
  return tenure_a->item.index < tenure_b->item.index ? -1 : 1;
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
ka_query_tenures_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  collect (atlas, KA_ITEM_TENURE, item, is_tenure_about, found);
  g_ptr_array_sort (found, compare_tenures);
  return found;
}

GPtrArray *
ka_query_articles_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  collect (atlas, KA_ITEM_ARTICLE, item, is_article_about, found);
  collect (atlas, KA_ITEM_ANNEX, item, is_article_about, found);
  g_ptr_array_sort (found, compare_articles);
  return found;
}

GPtrArray *
ka_query_events_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  collect (atlas, KA_ITEM_EVENT, item, is_event_about, found);
  return found;
}

GPtrArray *
ka_query_areas_about (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  GPtrArray    *found = g_ptr_array_new ();
  const KaList *areas;

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  for (gsize i = 0; i < areas->n_items; i++)
    if (is_area_about (areas->items[i], item, day))
      g_ptr_array_add (found, areas->items[i]);
  return found;
}

GPtrArray *
ka_query_frontiers_about (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  GPtrArray    *found = g_ptr_array_new ();
  const KaList *frontiers;

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  for (gsize i = 0; i < frontiers->n_items; i++)
    if (is_frontier_about (frontiers->items[i], item, day))
      g_ptr_array_add (found, frontiers->items[i]);
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

KaDay
ka_query_day_of (const KaItem *item)
{
  g_return_val_if_fail (item != NULL, KA_DAY_MIN);

  switch (item->kind)
    {
    case KA_ITEM_EVENT:
      return ((const KaEvent *) item)->date.earliest;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ((const KaArticle *) item)->treaty->date.earliest;
    case KA_ITEM_TREATY:
      return ((const KaTreaty *) item)->date.earliest;
    case KA_ITEM_TENURE:
      return ((const KaTenure *) item)->from;
    case KA_ITEM_FRONTIER:
      return ((const KaFrontier *) item)->from;
    case KA_ITEM_REGION:
    case KA_ITEM_PLACE:
    case KA_ITEM_POLITY:
    case KA_ITEM_PERSON:
    case KA_ITEM_AREA:
    case KA_ITEM_SOURCE:
    case KA_ITEM_CORRECTION:
      return KA_DAY_MIN;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (KA_DAY_MIN);
    }
}
