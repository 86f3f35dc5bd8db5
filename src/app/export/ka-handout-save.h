/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/**
 * ka_handout_save_async:
 * @scene: the geography; the job keeps a reference
 * @state: day and language
 * @items: (element-type KaItem): copied
 * @source: what the callback gets
 * @callback: calls ka_snapshot_save_finish()
 *
 * Saves a hand-out as a PDF in the folder of documents, under a new name, on a thread.
 */
void ka_handout_save_async (KaMapScene         *scene,
                            const KaViewState  *state,
                            const GPtrArray    *items,
                            GObject            *source,
                            GAsyncReadyCallback callback);

G_END_DECLS
