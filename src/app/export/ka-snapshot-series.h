/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-snapshot.h"

G_BEGIN_DECLS

/**
 * KaSnapshotSeries:
 * @folder: where the pictures are; owned
 * @manifest: the list of them; owned
 * @n_done: how many were written
 * @n: of how many
 *
 * A series that was saved, as a whole or in part.
 */
typedef struct
{
  GFile *folder;
  GFile *manifest;
  guint  n_done;
  guint  n;
} KaSnapshotSeries;

/** KaSnapshotProgress: hears on the main thread how far a series is; @source: as it was given;
 * @n_done: how many pictures are written; @n: of how many; @seconds: how long it takes still */
typedef void (*KaSnapshotProgress) (GObject *source, guint n_done, guint n, double seconds);

/**
 * ka_snapshot_save_series_async:
 * @self: what a window shows
 * @choice: what becomes of it: several pictures
 * @file: (nullable): a file whose name is the beginning of each; %NULL for a new folder in the
 * folder of pictures
 * @source: the source object of the result
 * @cancellable: (nullable): ends it after a picture; what is written stays
 * @progress: hears of each picture
 * @callback: runs on the main thread and calls ka_snapshot_save_series_finish()
 *
 * Saves a series of pictures on a thread: of the range that is marked, else of the time in view.
 */
void ka_snapshot_save_series_async (const KaSnapshot     *self,
                                    const KaExportChoice *choice,
                                    GFile                *file,
                                    GObject              *source,
                                    GCancellable         *cancellable,
                                    KaSnapshotProgress    progress,
                                    GAsyncReadyCallback   callback);

/** ka_snapshot_save_series_finish: Returns: (transfer full) (nullable): what was saved, also of a
 * series that was cancelled; %NULL and a #KaExportError when a picture failed */
KaSnapshotSeries *ka_snapshot_save_series_finish (GAsyncResult *result,
                                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_snapshot_series_free: frees @self (transfer full) */
void ka_snapshot_series_free (KaSnapshotSeries *self);

/** ka_snapshot_series_dup_message: Returns: (transfer full): a sentence that says how many pictures
 * are in which folder */
char *ka_snapshot_series_dup_message (const KaSnapshotSeries *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaSnapshotSeries, ka_snapshot_series_free)

G_END_DECLS
