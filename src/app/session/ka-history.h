/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaVisit:
 * @selection: (nullable): the selected item
 * @day: the day in view
 *
 * A step of a history.
 */
typedef struct
{
  const KaItem *selection;
  KaDay         day;
} KaVisit;

/**
 * KaHistory: the history of a session, as that of a browser: a new step drops those after the
 * current one.
 */
typedef struct _KaHistory KaHistory;

/** ka_history_new: Returns: (transfer full): a history of one step */
KaHistory *ka_history_new (KaVisit first) G_GNUC_WARN_UNUSED_RESULT;

/** ka_history_free: frees a history */
void ka_history_free (KaHistory *self);

/**
 * ka_history_can_go: @direction: -1 for back, 1 for forward. Returns: whether there is a step
 * that way
 */
gboolean ka_history_can_go (const KaHistory *self, int direction);

/** ka_history_add: makes @visit the current step and drops the steps after the last one */
void ka_history_add (KaHistory *self, KaVisit visit);

/** ka_history_replace: replaces the current step */
void ka_history_replace (KaHistory *self, KaVisit visit);

/**
 * ka_history_go: @direction: -1 for back, 1 for forward. Returns: (transfer none) (nullable):
 * the new current step, until the next change; %NULL for none
 */
const KaVisit *ka_history_go (KaHistory *self, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaHistory, ka_history_free)

G_END_DECLS
