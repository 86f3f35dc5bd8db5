/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/**
 * ka_export_render_handout:
 * @scene: the geography, which knows its atlas
 * @state: day and language
 * @items: (element-type KaItem): events, articles and annexes, at least one
 * @error: (nullable): %KA_EXPORT_ERROR_DRAW
 *
 * Draws a hand-out as ka_handout_paint() does, as a PDF in memory. The same input gives the same
 * bytes. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the bytes of the file, or %NULL on failure
 */
GBytes *ka_export_render_handout (KaMapScene        *scene,
                                  const KaViewState *state,
                                  const GPtrArray   *items,
                                  GError           **error);

/** ka_export_save_handout: as ka_export_save(), for a hand-out */
gboolean ka_export_save_handout (KaMapScene        *scene,
                                 const KaViewState *state,
                                 const GPtrArray   *items,
                                 GFile             *file,
                                 GError           **error);

G_END_DECLS
