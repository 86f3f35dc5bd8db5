/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"

G_BEGIN_DECLS

/**
 * KaOpened:
 * @file: the file or folder
 * @atlas: (nullable): the atlas that it holds
 * @link: (nullable): for a picture, the link to the view that it shows
 * @gap: the faulty events that are left out of @atlas
 * @faults: (element-type KaFault): what is wrong with it; one at least without @atlas and @link
 * @losses: (element-type KaLoss): what of a foreign document is not in @atlas
 * @message: (nullable): the faults in one line
 *
 * What a file turned out to be.
 */
typedef struct
{
  GFile     *file;
  KaAtlas   *atlas;
  char      *link;
  KaAtlasGap gap;
  GPtrArray *faults;
  GPtrArray *losses;
  char      *message;
} KaOpened;

/** ka_opened_new: reads a file: an atlas of our own format, a foreign document or a picture with a
 * view. May be called from any thread. Returns: (transfer full): what it is */
KaOpened *ka_opened_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/** ka_opened_copy: Returns: (transfer full): the same, which shares all that does not change */
KaOpened *ka_opened_copy (const KaOpened *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_opened_free: @self: (transfer full): what was opened */
void ka_opened_free (KaOpened *self);

/**
 * ka_opened_read_async:
 * @file: a file
 * @source: (nullable): the source object of the result
 * @callback: runs on the main thread and calls ka_opened_read_finish()
 * @data: for @callback
 *
 * Calls ka_opened_new() on a thread.
 */
void
ka_opened_read_async (GFile *file, GObject *source, GAsyncReadyCallback callback, gpointer data);

/** ka_opened_read_finish: Returns: (transfer full): what the file is */
KaOpened *ka_opened_read_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_opened_read_view:
 * @file: a file
 * @is_picture: (out): whether it is a PNG
 * @error: (nullable): %KA_EXPORT_ERROR_VIEW
 *
 * Returns: (transfer full) (nullable): the link of a picture, or %NULL for another file, and for a
 * picture without a view, with @error set
 */
char *
ka_opened_read_view (GFile *file, gboolean *is_picture, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_opened_is_whole: Returns: whether it is an atlas from which nothing is left out */
gboolean ka_opened_is_whole (const KaOpened *self);

/** ka_opened_list_faults: Returns: (transfer full) (element-type utf8): a line for each fault: its
 * place, a tab, and what is wrong */
GPtrArray *ka_opened_list_faults (const KaOpened *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_opened_list_losses: Returns: (transfer full) (element-type utf8): a line for each loss: its
 * place, a tab, and what is not carried */
GPtrArray *ka_opened_list_losses (const KaOpened *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_opened_dup_message: Returns: (transfer full): how many faults there are, and in which file */
char *ka_opened_dup_message (const KaOpened *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_opened_dup_name: Returns: (transfer full): what a reader calls @file: its base name, UTF-8 */
char *ka_opened_dup_name (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaOpened, ka_opened_free)

G_END_DECLS
