/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** ka_walk_exists: Returns: whether @item is an annex with a step that is placed on a line */
gboolean ka_walk_exists (const KaItem *item);

/**
 * ka_walk_new:
 * @atlas: an atlas
 * @annex: an annex of it for which ka_walk_exists()
 * @language: the language of the texts, the only one that they have
 *
 * Makes a tour along the line that an annex describes, with a step of the tour for each of its. A
 * text names the step, the nearest town by its name of today, and how sure the place is.
 *
 * Returns: (transfer full): free it with ka_walk_free()
 */
KaTour *
ka_walk_new (KaAtlas *atlas, const KaArticle *annex, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_walk_free: @self: (transfer full): a walk */
void ka_walk_free (KaTour *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTour, ka_walk_free)

G_END_DECLS
