/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/** KA_EXPORT_VIEW_KEY: the key of the text of a PNG that holds its view. */
#define KA_EXPORT_VIEW_KEY "X-View"

/**
 * KaExportView:
 * @state: the day, the selection, the language and what is hidden
 * @view: map, timeline or both
 * @has_map: whether a part of the map was shown
 * @map: the box, in kilometres, in the middle of the map, when @has_map
 * @has_time: whether a part of the time was shown
 * @time: the days that the timeline showed, when @has_time
 *
 * The view that a picture shows, to show it again.
 */
typedef struct
{
  KaViewState state;
  KaPageView  view;
  gboolean    has_map;
  KaBox       map;
  gboolean    has_time;
  KaSpan      time;
} KaExportView;

/**
 * ka_export_dup_view:
 * @self: what to export
 *
 * Writes the view of a picture as a link: `kars-atlas:?date=1921-10-13&view=map&language=en`, with
 * `select=KIND:ID` and `step=N`, `compare=DATE`, `range=DATE/DATE`, `group=NAME`,
 * `filter=FILTER` (of ka_filter_to_string()), `hide=NUMBER` (bits of #KaMapLayer),
 * `box=X0,Y0,X1,Y1` (kilometres of the projection) and `time=DATE/DATE` where they differ from the
 * view that the atlas opens with.
 *
 * Returns: (transfer full): the link, in ASCII
 */
char *ka_export_dup_view (const KaExport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_export_parse_view:
 * @atlas: the atlas in which to find the selection
 * @link: a link as ka_export_dup_view() writes it
 * @view: (out): the view; untouched on failure
 * @error: (nullable): %KA_EXPORT_ERROR_VIEW, naming the part that is wrong
 *
 * Reads a link. Parts that are not known are passed over.
 *
 * Returns: whether it is a view of the atlas
 */
gboolean
ka_export_parse_view (KaAtlas *atlas, const char *link, KaExportView *view, GError **error);

/**
 * ka_export_read_view:
 * @png: the content of a file, which may be anything
 * @error: (nullable): %KA_EXPORT_ERROR_VIEW
 *
 * Finds the view in a PNG that ka_export_render() made.
 *
 * Returns: (transfer full) (nullable): the link, or %NULL where there is none
 */
char *ka_export_read_view (GBytes *png, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
