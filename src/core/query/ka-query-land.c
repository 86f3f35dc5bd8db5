/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tenures, areas and frontiers concern an item. Each question is a test of one candidate
 * against the item; the atlas is small enough to test all of them.
 */

#include "config.h"

#include "ka-query-private.h"

#include "ka-atlas-private.h"

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
      return ka_query_has_item (&tenure->areas, item);
    case KA_ITEM_PLACE:
      return ((const KaPlace *) item)->area != NULL &&
             ka_query_has_item (&tenure->areas, ((const KaPlace *) item)->area);
    case KA_ITEM_POLITY:
      return KA_ITEM (tenure->holder) == item || KA_ITEM (tenure->sovereign) == item ||
             KA_ITEM (tenure->autonomy) == item;
    case KA_ITEM_EVENT:
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
    case KA_ITEM_TREATY:
      return ka_query_rests_on (tenure->instrument, item);
    case KA_ITEM_FRONTIER:
      return ka_query_rests_on (tenure->instrument, ((const KaFrontier *) item)->instrument);
    case KA_ITEM_TENURE:
      return candidate == item;
    case KA_ITEM_SOURCE:
      return ka_query_is_citing (candidate, item);
    case KA_ITEM_PERSON:
    case KA_ITEM_TERM:
      return FALSE;
    case KA_ITEM_CORRECTION:
      return ka_query_is_about_any (&((const KaCorrection *) item)->about, candidate,
                                    is_tenure_about);
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
      return ka_query_has_item (&((const KaEvent *) item)->regions, area->region) ||
             ka_query_is_giver_of ((const KaEvent *) item, area);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_query_has_item (&((const KaArticle *) item)->regions, area->region);
    case KA_ITEM_TREATY:
      for (gsize i = 0; i < ((const KaTreaty *) item)->articles.n_items; i++)
        if (is_area_about (area, ((const KaTreaty *) item)->articles.items[i], day))
          return TRUE;
      return FALSE;
    case KA_ITEM_FRONTIER:
      return ka_query_has_item (&((const KaFrontier *) item)->regions, area->region);
    case KA_ITEM_TENURE:
      return ka_query_has_item (&((const KaTenure *) item)->areas, area);
    case KA_ITEM_CORRECTION:
      for (gsize i = 0; i < ((const KaCorrection *) item)->about.n_items; i++)
        if (is_area_about (area, ((const KaCorrection *) item)->about.items[i], day))
          return TRUE;
      return FALSE;
    case KA_ITEM_PERSON:
    case KA_ITEM_SOURCE:
    case KA_ITEM_TERM:
      return FALSE;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_frontier_of_region (const KaFrontier *frontier, const KaRegion *region, KaDay day)
{
  return region != NULL && ka_span_has (frontier->span, day) &&
         ka_query_has_item (&frontier->regions, region);
}

static gboolean
is_frontier_of_event (const KaFrontier *frontier, const KaEvent *event)
{
  for (gsize i = 0; i < event->articles.n_items; i++)
    if (ka_query_has_item (&((const KaArticle *) event->articles.items[i])->frontiers, frontier))
      return TRUE;
  return ka_query_is_event_of (event, frontier->instrument);
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
      return ka_query_has_item (&((const KaArticle *) item)->frontiers, frontier) ||
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
      return ka_query_is_citing (KA_ITEM (frontier), item);
    case KA_ITEM_PLACE:
    case KA_ITEM_POLITY:
    case KA_ITEM_PERSON:
    case KA_ITEM_TENURE:
    case KA_ITEM_TERM:
      return FALSE;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

GPtrArray *
ka_query_tenures_about (KaAtlas *atlas, const KaItem *item)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, found);
  g_return_val_if_fail (item != NULL, found);

  ka_query_collect (atlas, KA_ITEM_TENURE, item, is_tenure_about, found);
  g_ptr_array_sort (found, ka_tenure_compare);
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
