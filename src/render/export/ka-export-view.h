/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/** KA_EXPORT_VIEW_KEY: the key of the text of a PNG that holds its view. */
#define KA_EXPORT_VIEW_KEY "X-View"

/** KA_EXPORT_MAX_VIEW: the most bytes of a view that is read. */
#define KA_EXPORT_MAX_VIEW 4096

/**
 * ka_export_dup_view:
 * @self: what to export
 *
 * Writes the view of a picture as a link that ka_link_parse() reads. The place of the map is there
 * where it is not the whole map, the days of the timeline where the page has an axis.
 *
 * Returns: (transfer full): the link, in ASCII
 */
char *ka_export_dup_view (const KaExport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_export_read_view:
 * @png: the content of a file, or its beginning; may be anything
 * @error: (nullable): %KA_EXPORT_ERROR_VIEW, in a sentence about "the picture"
 *
 * Finds the view in a PNG that ka_export_render() made: the first text of %KA_EXPORT_VIEW_KEY that
 * is a link. It stands before the pixels. Sums of chunks are not checked. O(size).
 *
 * Returns: (transfer full) (nullable): a link in printable ASCII of at most %KA_EXPORT_MAX_VIEW
 * bytes, or %NULL where there is none
 */
char *ka_export_read_view (GBytes *png, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
