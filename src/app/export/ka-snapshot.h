/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export-choice.h"

G_BEGIN_DECLS

/**
 * KaSnapshot:
 * @scene: the geography
 * @state: the day, the selection and the layers
 * @theme: the colours
 * @viewport: the part of the map in view
 * @axis: the time in view
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
} KaSnapshot;

/**
 * KaSnapshotDraw: works on a picture; @export: the picture, borrowed; @data: of the caller; @error:
 * to be set on failure. Returns: (nullable): the result, or %NULL on failure
 */
typedef gpointer (*KaSnapshotDraw) (const KaExport *export, gpointer data, GError **error);

/** ka_snapshot_draw: Returns: (nullable): what @draw makes of a picture by @choice */
gpointer ka_snapshot_draw (const KaSnapshot     *self,
                           const KaExportChoice *choice,
                           KaSnapshotDraw        draw,
                           gpointer              data,
                           GError              **error);

/** ka_snapshot_copy: Returns: (transfer full): @self with a reference to its scene and without what
 * is hovered */
KaSnapshot *ka_snapshot_copy (const KaSnapshot *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_snapshot_free: @self: (transfer full): a copy */
void ka_snapshot_free (KaSnapshot *self);

/** ka_snapshot_find_folder: Returns: (transfer full): a folder of the user; it is made where it is
 * missing */
GFile *ka_snapshot_find_folder (GUserDirectory directory) G_GNUC_WARN_UNUSED_RESULT;

/** ka_snapshot_find_file: @name: with an ending. Returns: (transfer full): a file in a folder of
 * the user that does not exist, with "-2", "-3" … before the ending where the name is taken */
GFile *ka_snapshot_find_file (GUserDirectory directory, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_snapshot_settle_file:
 * @file: what a person typed or chose
 * @format: (inout): the format chosen; that of the ending of @file, if it has one
 *
 * Returns: (transfer full): @file, or without the ending of a format, a file that does not exist,
 * with that of @format
 */
GFile *ka_snapshot_settle_file (GFile *file, KaExportFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/** ka_snapshot_dup_name: Returns: (transfer full): the file name that tells day and view */
char *ka_snapshot_dup_name (const KaSnapshot     *self,
                            const KaExportChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

/** ka_snapshot_render: Returns: (transfer full) (nullable): the bytes of the file; for any thread.
 * @error: a #KaExportError */
GBytes *ka_snapshot_render (const KaSnapshot     *self,
                            const KaExportChoice *choice,
                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_snapshot_save_async:
 * @self: what a window shows
 * @choice: what becomes of it
 * @file: (nullable): where to; %NULL for a new file in the folder of pictures
 * @source: the source object of the result
 * @cancellable: (nullable): ends it before anything is written
 * @callback: runs on the main thread and calls ka_snapshot_save_finish()
 * @data: for @callback
 *
 * Saves a picture on a thread.
 */
void ka_snapshot_save_async (const KaSnapshot     *self,
                             const KaExportChoice *choice,
                             GFile                *file,
                             GObject              *source,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              data);

/**
 * ka_snapshot_save_finish:
 * @result: the result that the callback receives
 * @error: (nullable): a #KaExportError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on failure
 */
GFile *ka_snapshot_save_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_snapshot_dup_message: Returns: (transfer full) (nullable): a sentence on the end of a save:
 * name and folder of @file, or the reason of @error; %NULL when it was cancelled */
char *ka_snapshot_dup_message (GFile *file, const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaSnapshot, ka_snapshot_free)

G_END_DECLS
