/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"

G_BEGIN_DECLS

/**
 * ka_map_step_get_bounds:
 * @scene: a scene
 * @item: an annex
 * @step: the number of a step of it, from 1
 * @box: (out): the box around its piece of line, in kilometres
 *
 * Returns: whether the step has a piece of line
 */
gboolean
ka_map_step_get_bounds (const KaMapScene *scene, const KaItem *item, guint step, KaBox *box);

G_END_DECLS
