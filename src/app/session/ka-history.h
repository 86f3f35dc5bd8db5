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

KaHistory     *ka_history_new (KaVisit first) G_GNUC_WARN_UNUSED_RESULT;
void           ka_history_free (KaHistory *self);
const KaVisit *ka_history_get_current (const KaHistory *self);
gboolean       ka_history_can_go (const KaHistory *self, int direction);
void           ka_history_add (KaHistory *self, KaVisit visit);
void           ka_history_replace (KaHistory *self, KaVisit visit);
const KaVisit *ka_history_go (KaHistory *self, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaHistory, ka_history_free)

G_END_DECLS
