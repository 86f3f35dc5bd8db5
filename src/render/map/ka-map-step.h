/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

gboolean
ka_map_step_get_bounds (const KaMapScene *scene, const KaItem *item, guint step, KaBox *box);

G_END_DECLS
