/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaMapEpochs: the days on which the map of an atlas changes. Immutable. */
typedef struct _KaMapEpochs KaMapEpochs;

/** ka_map_epochs_new: Returns: (transfer full): the days of change of an atlas; they keep nothing
 * of it. */
KaMapEpochs *ka_map_epochs_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_epochs_free: frees @self (transfer full). */
void ka_map_epochs_free (KaMapEpochs *self);

/** ka_map_epochs_get_land: since when fills, borders and lines are as on @day; %KA_DAY_MIN before
 * the first change. O(log changes + changes of names since then). */
KaDay ka_map_epochs_get_land (const KaMapEpochs *self, KaDay day);

/** ka_map_epochs_round: Returns: the days on which fills, borders and lines are as on the first and
 * the last day of @range, as a range */
KaSpan ka_map_epochs_round (const KaMapEpochs *self, KaSpan range);

/** ka_map_epochs_get_names: since when names, towns and land are as on @day, likewise. */
KaDay ka_map_epochs_get_names (const KaMapEpochs *self, KaDay day);

/** ka_map_epochs_get_next: the first day of change after @day, or %KA_DAY_MAX. */
KaDay ka_map_epochs_get_next (const KaMapEpochs *self, KaDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapEpochs, ka_map_epochs_free)

G_END_DECLS
