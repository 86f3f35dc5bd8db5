/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-filter.h"

G_BEGIN_DECLS

#define KA_LINK_ERROR (ka_link_error_quark ())

/** KA_LINK_SCHEME: what a link starts with; the id of the atlas follows */
#define KA_LINK_SCHEME "kars-atlas:"

/**
 * KaLinkError:
 * @KA_LINK_ERROR_SYNTAX: the text is no link, whatever the atlas
 * @KA_LINK_ERROR_ATLAS: it leads into another atlas
 * @KA_LINK_ERROR_ITEM: the atlas has not what it names
 */
typedef enum
{
  KA_LINK_ERROR_SYNTAX,
  KA_LINK_ERROR_ATLAS,
  KA_LINK_ERROR_ITEM,
} KaLinkError;

/**
 * KaLink:
 * @has_day: whether @day is set; without it the day on which the atlas opens
 * @day: the day that is shown
 * @selection: (nullable): the selected item; borrowed from the atlas
 * @step: the highlighted step of it, from 1; 0 for none
 * @has_place: whether @centre_deg and @zoom are set; without them the whole map
 * @centre_deg: the middle of the map, in degrees
 * @zoom: the scale of the map as a multiple of that of the whole map, above 0
 * @has_shown: whether @shown is set; without it the range of the atlas
 * @shown: the days that the timeline shows
 * @has_range: whether a range of time is marked
 * @range: that range
 * @has_pinned_day: whether the day is compared with another one
 * @pinned_day: that day
 * @filter: the events that are shown fully
 *
 * A view of an atlas that can be opened again. By value.
 */
typedef struct
{
  gboolean      has_day;
  KaDay         day;
  const KaItem *selection;
  guint         step;
  gboolean      has_place;
  KaPoint       centre_deg;
  double        zoom;
  gboolean      has_shown;
  KaSpan        shown;
  gboolean      has_range;
  KaSpan        range;
  gboolean      has_pinned_day;
  KaDay         pinned_day;
  KaFilter      filter;
} KaLink;

GQuark ka_link_error_quark (void);

/** ka_link_is: Returns: whether @text starts as a link does */
gboolean ka_link_is (const char *text);

/** ka_link_dup_atlas: Returns: (transfer full) (nullable): the id of the atlas that @text leads
 * into, as it is written; %NULL when it is no link */
char *ka_link_dup_atlas (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_link_parse:
 * @atlas: the atlas that it must lead into
 * @text: a link such as `kars-atlas:kars-atlas?date=1921-10-13&select=article:kars-5`
 * @link: (out): the view; untouched on failure
 * @error: (nullable): %KA_LINK_ERROR
 *
 * Reads what ka_link_to_string() writes.
 *
 * Returns: whether @text is a link into @atlas
 */
gboolean ka_link_parse (KaAtlas *atlas, const char *text, KaLink *link, GError **error);

/** ka_link_to_string: Returns: (transfer full): the link, in ASCII. The middle of the map keeps
 * five decimals, which is about a metre; the zoom five digits */
char *ka_link_to_string (const KaLink *self, KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_link_parse_place:
 * @text: a place of the map: `LON,LAT,ZOOM`
 * @centre_deg: (out): the middle, in degrees
 * @zoom: (out): the scale as a multiple of that of the whole map
 * @error: (nullable): %KA_LINK_ERROR_SYNTAX
 *
 * Returns: whether @text is a place; on failure the rest is untouched
 */
gboolean ka_link_parse_place (const char *text, KaPoint *centre_deg, double *zoom, GError **error);

G_END_DECLS
