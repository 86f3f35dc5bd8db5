/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-session.h"

G_BEGIN_DECLS

/*
 * The order of the events that the filter leaves: by time; on one day the order of the atlas.
 */

/**
 * ka_event_order_admits: @state: gives the filter; @event: an event. Returns: whether the event
 * passes the filter and meets the marked range, if there is one
 */
gboolean ka_event_order_admits (const KaViewState *state, const KaEvent *event);

/**
 * ka_event_order_count_begun:
 * @events: all events of an atlas, in order of time
 * @state: gives the marked range
 *
 * Returns: how many of the first events may meet the range; later ones do not. O(log events)
 */
gsize ka_event_order_count_begun (const KaList *events, const KaViewState *state);

/**
 * ka_event_order_has: @item: (nullable): an item. Returns: whether the item is an event that the
 * filter leaves
 */
gboolean ka_event_order_has (KaSession *session, const KaItem *item);

/**
 * ka_event_order_find_next:
 * @session: a session
 * @direction: 1 for the next event, -1 for the one before
 *
 * Searches from the selected event, else from the day in view. O(events).
 *
 * Returns: (transfer none) (nullable): the neighbour, or %NULL at the end
 */
const KaItem *ka_event_order_find_next (KaSession *session, int direction);

/**
 * ka_event_order_find_end: @direction: -1 for the first event, 1 for the last one. Returns:
 * (transfer none) (nullable): that event, or %NULL when the filter leaves none
 */
const KaItem *ka_event_order_find_end (KaSession *session, int direction);

/**
 * ka_event_order_count: @item: (nullable): an item; @position: (out) (optional): the place of
 * @item among the events, from 1; 0 for none. Returns: how many events the filter leaves
 */
gsize ka_event_order_count (KaSession *session, const KaItem *item, gsize *position);

/**
 * ka_event_order_step: selects what ka_event_order_find_next() finds; @direction: 1 for the next
 * event, -1 for the one before. Returns: whether there was an event
 */
gboolean ka_event_order_step (KaSession *session, int direction);

G_END_DECLS
