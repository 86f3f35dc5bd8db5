/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds events by their order among those that the filter leaves.
 */

#include "config.h"

#include "ka-event-order.h"

#include "ka-query.h"

gboolean
ka_event_order_admits (const KaViewState *state, const KaEvent *event)
{
  if (!ka_filter_admits (&state->filter, event))
    return FALSE;

  return !state->has_range || ka_date_overlaps (&event->date, state->range.from, state->range.to);
}

gsize
ka_event_order_count_begun (const KaList *events, const KaViewState *state)
{
  gsize low = 0;
  gsize high = events->n_items;

  while (state->has_range && low < high)
    {
      gsize middle = (low + high) / 2;

      if (((const KaEvent *) events->items[middle])->date.earliest < state->range.to)
        low = middle + 1;
      else
        high = middle;
    }

  return high;
}

gboolean
ka_event_order_has (KaSession *session, const KaItem *item)
{
  KaViewState state = ka_session_get_state (session);

  return item != NULL && item->kind == KA_ITEM_EVENT &&
         ka_event_order_admits (&state, (const KaEvent *) item);
}

/* Whether an event lies in a direction from the selected event, else from the day. */
static gboolean
is_ahead (const KaItem *event, KaDay day, const KaItem *from, int direction)
{
  KaDay start = ((const KaEvent *) event)->date.earliest;

  if (from != NULL && start == day)
    return direction > 0 ? event->index > from->index : event->index < from->index;

  return direction > 0 ? start > day : start < day;
}

/* Finds the first event that the filter leaves; of those ahead unless it is to be the end. */
static const KaItem *
find (KaSession *session, int direction, gboolean is_end)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_EVENT);
  KaViewState   state = ka_session_get_state (session);
  const KaItem *from = state.selection;

  if (from != NULL && (from->kind != KA_ITEM_EVENT || ka_query_day_of (from) != state.day))
    from = NULL;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaItem *event = events->items[(direction > 0) != is_end ? i : events->n_items - 1 - i];

      if (ka_event_order_admits (&state, (const KaEvent *) event) &&
          (is_end || is_ahead (event, state.day, from, direction)))
        return event;
    }

  return NULL;
}

const KaItem *
ka_event_order_find_next (KaSession *session, int direction)
{
  return find (session, direction, FALSE);
}

const KaItem *
ka_event_order_find_end (KaSession *session, int direction)
{
  return find (session, direction, TRUE);
}

gsize
ka_event_order_count (KaSession *session, const KaItem *item, gsize *position)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_EVENT);
  KaViewState   state = ka_session_get_state (session);
  gsize         n_events = 0;
  gsize         n_begun = ka_event_order_count_begun (events, &state);
  gsize         place = 0;

  for (gsize i = 0; i < n_begun; i++)
    if (ka_event_order_admits (&state, events->items[i]))
      {
        n_events++;
        if (events->items[i] == (gconstpointer) item)
          place = n_events;
      }
  if (position != NULL)
    *position = place;

  return n_events;
}

gboolean
ka_event_order_step (KaSession *session, int direction)
{
  const KaItem *found = ka_event_order_find_next (session, direction);

  if (found == NULL)
    return FALSE;

  ka_session_select (session, found);

  return TRUE;
}
