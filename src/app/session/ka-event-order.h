/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-session.h"

G_BEGIN_DECLS

/*
 * The order in which a person goes through the events: by time, and among those of one day as the
 * atlas has them; without the filtered out and those outside the marked range.
 */

gboolean      ka_event_order_admits (const KaViewState *state, const KaEvent *event);
gsize         ka_event_order_count_begun (const KaList *events, const KaViewState *state);
gboolean      ka_event_order_has (KaSession *session, const KaItem *item);
const KaItem *ka_event_order_find_next (KaSession *session, int direction);
const KaItem *ka_event_order_find_end (KaSession *session, int direction);
gsize         ka_event_order_count (KaSession *session, const KaItem *item, gsize *position);

G_END_DECLS
