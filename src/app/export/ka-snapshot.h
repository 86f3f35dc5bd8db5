/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

/**
 * KaSnapshot:
 * @scene: the geography
 * @state: the day, the selection and the layers
 * @theme: the colours
 * @viewport: the part of the map in view
 * @axis: the time in view
 * @view: map, timeline or both
 *
 * What a window shows. By value; all is borrowed.
 */
typedef struct
{
  KaMapScene    *scene;
  KaViewState    state;
  const KaTheme *theme;
  KaViewport     viewport;
  KaTimeAxis     axis;
  KaPageView     view;
} KaSnapshot;

/**
 * ka_snapshot_save_async: saves a picture of @self; @source: the source object of the result;
 * @cancellable: (nullable): drops the result; @callback: runs on the main thread and calls
 * ka_snapshot_save_finish()
 */
void ka_snapshot_save_async (const KaSnapshot   *self,
                             GObject            *source,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback);

/**
 * ka_snapshot_save_finish:
 * @result: the result that the callback receives
 * @error: (nullable): a #KaExportError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the new file, or %NULL on failure
 */
GFile *ka_snapshot_save_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
