/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

/** ka_map_step_get_bounds: whether a step of an annex, from 1, has a piece of line; @box is then
 * the box around it in kilometres. */
gboolean
ka_map_step_get_bounds (const KaMapScene *scene, const KaItem *item, guint step, KaBox *box);

G_END_DECLS
