/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaVisit:
 * @selection: (nullable): what was selected
 * @day: the day that was shown with it
 *
 * A step of a history.
 */
typedef struct
{
  const KaItem *selection;
  KaDay         day;
} KaVisit;

/**
 * KaHistory:
 *
 * What was looked at, as the history of a browser: one step is current, those after it are
 * forgotten when another one is made.
 */
typedef struct _KaHistory KaHistory;

/**
 * ka_history_new:
 * @first: where it begins
 *
 * Returns: (transfer full): a history of one step
 */
KaHistory *ka_history_new (KaVisit first) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_history_free:
 * @self: a history
 */
void ka_history_free (KaHistory *self);

/**
 * ka_history_get_current:
 * @self: a history
 *
 * Returns: (transfer none): the step that is shown, until the next change
 */
const KaVisit *ka_history_get_current (const KaHistory *self);

/**
 * ka_history_can_go:
 * @self: a history
 * @direction: -1 for back, 1 for forward
 *
 * Returns: whether there is a step that way
 */
gboolean ka_history_can_go (const KaHistory *self, int direction);

/**
 * ka_history_add:
 * @self: a history
 * @visit: what is looked at now
 *
 * Makes a step; those that one had gone back from are forgotten.
 */
void ka_history_add (KaHistory *self, KaVisit visit);

/**
 * ka_history_replace:
 * @self: a history
 * @visit: what the current step shows from now on
 */
void ka_history_replace (KaHistory *self, KaVisit visit);

/**
 * ka_history_go:
 * @self: a history
 * @direction: -1 for back, 1 for forward
 *
 * Returns: (transfer none) (nullable): the step that is current now; %NULL where there was none
 */
const KaVisit *ka_history_go (KaHistory *self, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaHistory, ka_history_free)

G_END_DECLS
