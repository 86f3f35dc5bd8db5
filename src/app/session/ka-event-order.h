/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-session.h"

G_BEGIN_DECLS

/*
 * The order in which a person goes through the events: by time, and among those of one day as the
 * atlas has them; without the filtered out and those outside the marked range.
 */

/**
 * ka_event_order_admits:
 * @state: gives the filter
 * @event: an event
 *
 * Returns: whether it is of a chosen category and touches the marked range, if there is one
 */
gboolean ka_event_order_admits (const KaViewState *state, const KaEvent *event);

/**
 * ka_event_order_count_begun:
 * @events: all events of an atlas, in order of time
 * @state: gives the marked range
 *
 * Returns: how many of the first events may touch the range; none of the others does. O(log events)
 */
gsize ka_event_order_count_begun (const KaList *events, const KaViewState *state);

/**
 * ka_event_order_has:
 * @session: a session
 * @item: (nullable): an item
 *
 * Returns: whether it is an event that the filter of the session leaves
 */
gboolean ka_event_order_has (KaSession *session, const KaItem *item);

/**
 * ka_event_order_find_next:
 * @session: a session
 * @direction: 1 for the next event, -1 for the one before
 *
 * Looks from the selected event, else from the day that is shown. O(events).
 *
 * Returns: (transfer none) (nullable): the neighbour that way, or %NULL at the end
 */
const KaItem *ka_event_order_find_next (KaSession *session, int direction);

/**
 * ka_event_order_find_end:
 * @session: a session
 * @direction: -1 for the first event, 1 for the last one
 *
 * Returns: (transfer none) (nullable): that event, or %NULL when all are filtered out
 */
const KaItem *ka_event_order_find_end (KaSession *session, int direction);

/**
 * ka_event_order_count:
 * @session: a session
 * @item: (nullable): an item
 * @position: (out) (optional): the place of @item among the events, from 1; 0 when it is not there
 *
 * Returns: how many events there are to go through
 */
gsize ka_event_order_count (KaSession *session, const KaItem *item, gsize *position);

/**
 * ka_event_order_step:
 * @session: a session
 * @direction: 1 for the next event, -1 for the one before
 *
 * Selects the next event in time among those that are neither filtered out nor outside the marked
 * range: from the selected event, else from the day that is shown.
 *
 * Returns: whether there was one
 */
gboolean ka_event_order_step (KaSession *session, int direction);

G_END_DECLS
