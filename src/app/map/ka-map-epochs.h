/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaMapEpochs:
 *
 * The days on which the map looks different from the day before: land changes hands, a line is
 * drawn, a town gets another name.
 */
typedef struct _KaMapEpochs KaMapEpochs;

KaMapEpochs *ka_map_epochs_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;
void         ka_map_epochs_free (KaMapEpochs *self);
KaDay        ka_map_epochs_get_land (const KaMapEpochs *self, KaDay day);
KaDay        ka_map_epochs_get_names (const KaMapEpochs *self, KaDay day);
KaDay        ka_map_epochs_get_next (const KaMapEpochs *self, KaDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapEpochs, ka_map_epochs_free)

G_END_DECLS
