/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ka_export_write:
 * @bytes: the content
 * @file: where to
 * @error: (nullable): %KA_EXPORT_ERROR_WRITE
 *
 * Writes a file whole or not at all: beside @file, then renamed. Mode and owner of a file that is
 * replaced stay, as do links to it; a file that nobody may write is refused. Signals that end the
 * program wait until nothing is left beside the file. A FIFO or a device is written through, which
 * waits for its reader.
 *
 * Returns: whether it was written
 */
gboolean ka_export_write (GBytes *bytes, GFile *file, GError **error);

/**
 * ka_export_write_to_descriptor:
 * @bytes: the content
 * @descriptor: where to; stays open
 * @name: what a message calls it
 * @error: (nullable): %KA_EXPORT_ERROR_WRITE
 *
 * Returns: whether all was written
 */
gboolean
ka_export_write_to_descriptor (GBytes *bytes, int descriptor, const char *name, GError **error);

G_END_DECLS
