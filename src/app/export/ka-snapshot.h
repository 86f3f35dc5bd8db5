/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

/**
 * ka_snapshot_save_async:
 * @scene: the geography
 * @state: the day, the selection and the layers
 * @theme: the colours
 * @view: map, timeline or both
 * @viewport: the part of the map in view
 * @axis: the time in view
 * @source: the source object of the result
 * @cancellable: (nullable): drops the result
 * @callback: runs on the main thread and calls ka_snapshot_save_finish()
 * @user_data: for @callback
 *
 * Saves a picture of what the window shows.
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
 * @result: the result that the callback receives
 * @error: (nullable): a #KaExportError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the new file, or %NULL on failure
 */
GFile *ka_snapshot_save_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
