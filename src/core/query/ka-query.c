/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers questions about a day or a point: holders, claims, the event of the day.
 */
#include "config.h"

#include "ka-query.h"

#include "ka-atlas-private.h"

const KaTenure *
ka_query_tenure_on (const KaArea *area, KaDay day)
{
  gsize low = 0, high;

  g_return_val_if_fail (area != NULL, NULL);

  high = area->tenures.n_items;
  while (low < high)
    {
      gsize           middle = low + (high - low) / 2;
      const KaTenure *tenure = area->tenures.items[middle];

      if (day < tenure->span.from)
        high = middle;
      else if (day >= tenure->span.to)
        low = middle + 1;
      else
        return tenure;
    }
  return NULL;
}

gboolean
ka_query_is_settled (const KaTenure *tenure)
{
  g_return_val_if_fail (tenure != NULL, FALSE);

  return tenure->kind == KA_TENURE_DE_JURE ||
         (tenure->kind == KA_TENURE_DE_FACTO && tenure->sovereign != NULL &&
          tenure->holder->government_of == tenure->sovereign);
}

const KaPolity *
ka_query_title_of (const KaTenure *tenure)
{
  return ka_query_is_settled (tenure) ? tenure->holder : tenure->sovereign;
}

KaSpan
ka_query_life_of (const KaItem *item)
{
  g_return_val_if_fail (item != NULL, KA_SPAN_ALWAYS);

  switch ((int) item->kind)
    {
    case KA_ITEM_POLITY:
      return ((const KaPolity *) item)->span;
    case KA_ITEM_FRONTIER:
      return ((const KaFrontier *) item)->span;
    case KA_ITEM_PLACE:
      return ((const KaPlace *) item)->span;
    case KA_ITEM_TENURE:
      return ((const KaTenure *) item)->span;
    case KA_ITEM_TREATY:
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return (KaSpan){ ka_query_day_of (item), KA_DAY_MAX };
    default:
      return KA_SPAN_ALWAYS;
    }
}

gboolean
ka_query_is_in_force (const KaFrontier *frontier, KaDay day)
{
  g_return_val_if_fail (frontier != NULL, FALSE);

  return frontier->in_force && day >= frontier->force_from && ka_span_has (frontier->span, day);
}

GPtrArray *
ka_query_claims_on (const KaArea *area, KaDay day)
{
  GPtrArray *claims = g_ptr_array_new ();

  g_return_val_if_fail (area != NULL, claims);

  for (gsize i = 0; i < area->claims.n_items; i++)
    {
      const KaTenure *claim = area->claims.items[i];

      if (ka_span_has (claim->span, day))
        g_ptr_array_add (claims, area->claims.items[i]);
    }
  return claims;
}

const KaPolity *
ka_query_whole_of (const KaPolity *polity, KaDay day)
{
  g_return_val_if_fail (polity != NULL, NULL);

  for (gsize i = 0; i < polity->n_memberships; i++)
    if (ka_span_has (polity->memberships[i].span, day))
      return polity->memberships[i].whole;
  return NULL;
}

const KaArea *
ka_query_area_at (KaAtlas *atlas, KaPoint point_deg)
{
  const GArray *cell;

  g_return_val_if_fail (atlas != NULL, NULL);

  cell = ka_area_grid_get_cell (&atlas->area_grid, point_deg);
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const KaArea *area = atlas->items[KA_ITEM_AREA].items[g_array_index (cell, guint, i)];

      if (ka_topology_contains (&atlas->topology, area->geometry, point_deg))
        return area;
    }
  return NULL;
}

KaWhereabouts
ka_query_whereabouts (KaAtlas *atlas, KaPoint point_deg, KaDay day)
{
  KaWhereabouts whereabouts = { 0 };

  g_return_val_if_fail (atlas != NULL, whereabouts);

  whereabouts.area = ka_query_area_at (atlas, point_deg);
  if (whereabouts.area == NULL)
    return whereabouts;
  whereabouts.region = whereabouts.area->region;
  whereabouts.tenure = ka_query_tenure_on (whereabouts.area, day);
  whereabouts.claims = ka_query_claims_on (whereabouts.area, day);
  return whereabouts;
}

void
ka_whereabouts_clear (KaWhereabouts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  *self = (KaWhereabouts){ 0 };
}

KaDay
ka_query_day_of (const KaItem *item)
{
  g_return_val_if_fail (item != NULL, KA_DAY_MIN);

  switch ((int) item->kind)
    {
    case KA_ITEM_EVENT:
      return ((const KaEvent *) item)->date.earliest;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ((const KaArticle *) item)->treaty->date.earliest;
    case KA_ITEM_TREATY:
      return ((const KaTreaty *) item)->date.earliest;
    case KA_ITEM_TENURE:
      return ((const KaTenure *) item)->span.from;
    case KA_ITEM_FRONTIER:
      return ((const KaFrontier *) item)->span.from;
    default:
      return KA_DAY_MIN;
    }
}

const KaList *
ka_query_places_of (const KaItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  if (item->kind == KA_ITEM_EVENT)
    return &((const KaEvent *) item)->places;
  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    return &((const KaArticle *) item)->places;
  return NULL;
}

static gboolean
begins_on (const KaDate *date, KaDay day)
{
  return date->earliest == day && date->start_latest == day &&
         (date->flags & (KA_DATE_UNCERTAIN | KA_DATE_APPROXIMATE)) == 0;
}

gsize
ka_query_find_first_from (const KaList *events, KaDay day)
{
  gsize low = 0;
  gsize high = events->n_items;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (((const KaEvent *) events->items[middle])->date.earliest < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const KaEvent *
ka_query_occasion_of (KaAtlas *atlas, KaDay day)
{
  const KaList  *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaEvent *best = NULL;

  for (gsize i = ka_query_find_first_from (events, day); i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      if (event->date.earliest > day)
        break;
      if (begins_on (&event->date, day) && (best == NULL || event->importance > best->importance))
        best = event;
    }

  return best;
}

static gboolean
is_signature_of (const KaEvent *event, const KaTreaty *treaty)
{
  return g_strcmp0 (ka_text_get (&event->title, KA_LANGUAGE_EN),
                    ka_text_get (&treaty->title, KA_LANGUAGE_EN)) == 0 &&
         ka_list_has (&event->treaties, treaty);
}

const KaItem *
ka_query_twin_of (KaAtlas *atlas, const KaItem *item)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

  if (item->kind == KA_ITEM_EVENT)
    {
      const KaList *treaties = &((const KaEvent *) item)->treaties;

      for (gsize i = 0; i < treaties->n_items; i++)
        if (is_signature_of ((const KaEvent *) item, treaties->items[i]))
          return treaties->items[i];
    }
  for (gsize i = 0; item->kind == KA_ITEM_TREATY && i < events->n_items; i++)
    if (is_signature_of (events->items[i], (const KaTreaty *) item))
      return events->items[i];

  return NULL;
}
