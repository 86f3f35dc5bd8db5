/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

/**
 * ka_snapshot_save_async:
 * @scene: the geography
 * @state: what is shown
 * @theme: colours
 * @view: map, timeline or both
 * @viewport: the part of the map that is seen
 * @axis: the time that is seen
 * @source: whom it is for
 * @cancellable: (nullable): forgets the result
 * @callback: called on the main thread; ends with ka_snapshot_save_finish()
 * @user_data: for @callback
 */
void ka_snapshot_save_async (KaMapScene         *scene,
                             const KaViewState  *state,
                             const KaTheme      *theme,
                             KaPageView          view,
                             const KaViewport   *viewport,
                             const KaTimeAxis   *axis,
                             GObject            *source,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);

/**
 * ka_snapshot_save_finish:
 * @result: what the callback got
 * @error: a #KaExportError, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): the file that was written
 */
GFile *ka_snapshot_save_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
