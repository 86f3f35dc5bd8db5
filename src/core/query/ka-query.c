/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers questions about a day, a point or a stretch of time: holders, claims, epochs, events.
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

void
ka_query_epoch_at (KaAtlas *atlas, KaDay day, KaDay *from, KaDay *to)
{
  gsize low = 0, high;

  g_return_if_fail (atlas != NULL);

  /* Finds the first change after the day. */
  high = atlas->n_epochs;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (atlas->epochs[middle] <= day)
        low = middle + 1;
      else
        high = middle;
    }
  if (from != NULL)
    *from = low > 0 ? atlas->epochs[low - 1] : KA_DAY_MIN;
  if (to != NULL)
    *to = low < atlas->n_epochs ? atlas->epochs[low] : KA_DAY_MAX;
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

/* Walks the implicit tree over [first, end), whose root is the middle event. */
static void
collect_events (const KaEventIndex *index,
                gsize               first,
                gsize               end,
                KaDay               from,
                KaDay               to,
                GPtrArray          *events)
{
  gsize middle = first + (end - first) / 2;

  if (first >= end || index->last_end[middle] <= from)
    return;
  collect_events (index, first, middle, from, to, events);
  if (index->events[middle]->date.earliest >= to)
    return;
  if (ka_date_overlaps (&index->events[middle]->date, from, to))
    g_ptr_array_add (events, (gpointer) (gsize) index->events[middle]);
  collect_events (index, middle + 1, end, from, to, events);
}

GPtrArray *
ka_query_events_in (KaAtlas *atlas, KaDay from, KaDay to)
{
  GPtrArray *events = g_ptr_array_new ();

  g_return_val_if_fail (atlas != NULL, events);

  collect_events (&atlas->event_index, 0, atlas->event_index.n_events, from, to, events);
  return events;
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
      return ((const KaTenure *) item)->span.from;
    case KA_ITEM_FRONTIER:
      return ((const KaFrontier *) item)->span.from;
    case KA_ITEM_REGION:
    case KA_ITEM_PLACE:
    case KA_ITEM_POLITY:
    case KA_ITEM_PERSON:
    case KA_ITEM_AREA:
    case KA_ITEM_SOURCE:
    case KA_ITEM_CORRECTION:
    case KA_ITEM_TERM:
      return KA_DAY_MIN;
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (KA_DAY_MIN);
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

const KaEvent *
ka_query_occasion_of (KaAtlas *atlas, KaDay day)
{
  g_autoptr (GPtrArray) events = ka_query_events_in (atlas, day, day + 1);
  const KaEvent *best = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const KaEvent *event = events->pdata[i];

      if (begins_on (&event->date, day) && (best == NULL || event->importance > best->importance))
        best = event;
    }
  return best;
}
