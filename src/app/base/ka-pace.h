/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** KaPace: lets work that follows a running day be done now and then, and once when it rests. */
typedef struct _KaPace KaPace;

/** KaPaceWork: what is done; @data: as given to ka_pace_new() */
typedef void (*KaPaceWork) (gpointer data);

/**
 * ka_pace_new:
 * @interval_ms: the shortest time between two times that the work is done
 * @work: what is done
 * @data: for @work; outlives the pace
 *
 * Returns: (transfer full): a pace; free it with ka_pace_free()
 */
KaPace *ka_pace_new (guint interval_ms, KaPaceWork work, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/** ka_pace_free: forgets work that waits; @self: (transfer full) (nullable): a pace */
void ka_pace_free (KaPace *self);

/**
 * ka_pace_ask:
 *
 * Does the work at once if the interval is over; else once when it is, however often it was asked
 * for until then.
 */
void ka_pace_ask (KaPace *self);

G_END_DECLS
