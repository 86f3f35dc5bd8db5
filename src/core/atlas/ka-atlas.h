/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-model.h"

G_BEGIN_DECLS

/**
 * KaAtlasHead:
 * @id: its id, such as "kars-atlas"
 * @version: the version of the content
 * @licence: the licence of the content, an SPDX expression
 * @title: its title
 * @subtitle: its subtitle; may be empty
 * @policy: the rules for drawing borders
 * @credits: credits for the data
 * @periods: names of stretches of time, for a list of events; may be empty
 * @default_day: the day that a window shows first
 * @range: the range that the timeline shows first
 * @range_edtf: the same as the atlas writes it
 * @south_west_deg: a corner of what the map shows first
 * @north_east_deg: the opposite corner
 * @featured: (element-type KaRegion): the regions that always stand out
 * @schema_version: the version of the format
 * @language: the language of the texts; the format knows one
 *
 * What an atlas says of itself.
 */
typedef struct
{
  char   *id;
  char   *version;
  char   *licence;
  KaText  title;
  KaText  subtitle;
  KaText  policy;
  KaText  credits;
  KaNames periods;
  KaDay   default_day;
  KaDate  range;
  char   *range_edtf;
  KaPoint south_west_deg;
  KaPoint north_east_deg;
  KaList  featured;
  int     schema_version;
  int     language;
} KaAtlasHead;

/**
 * KaAtlas:
 *
 * All items of an atlas. Immutable and reference counted: any thread may read it without a lock.
 */
typedef struct _KaAtlas KaAtlas;

#define KA_TYPE_ATLAS (ka_atlas_get_type ())
GType ka_atlas_get_type (void);

/**
 * ka_atlas_ref:
 * @self: an atlas
 *
 * Returns: (transfer full): @self, with one reference more
 */
KaAtlas *ka_atlas_ref (KaAtlas *self);

/**
 * ka_atlas_unref:
 * @self: (transfer full): an atlas
 *
 * Drops a reference; the last one frees everything that was borrowed from the atlas.
 */
void ka_atlas_unref (KaAtlas *self);

/**
 * ka_atlas_get_head:
 * @self: an atlas
 *
 * Returns: (transfer none): what it says of itself
 */
const KaAtlasHead *ka_atlas_get_head (KaAtlas *self);

/**
 * KaRelief:
 * @west_deg: longitude of the first height of each row
 * @north_deg: latitude of the first row
 * @steps_per_deg: how many heights there are to a degree, in both directions
 * @n_columns: heights in a row
 * @n_rows: rows from north to south
 * @metres: the unit of a height
 * @heights: (nullable): two hexadecimal digits a height, row by row; %NULL for no relief
 *
 * A grid of heights that the land is shaded from.
 */
typedef struct
{
  double west_deg;
  double north_deg;
  int    steps_per_deg;
  int    n_columns;
  int    n_rows;
  double metres;
  char  *heights;
} KaRelief;

/** ka_atlas_get_relief: Returns: (transfer none): the relief of an atlas */
const KaRelief *ka_atlas_get_relief (KaAtlas *self);

/**
 * ka_atlas_get_topology:
 * @self: an atlas
 *
 * Returns: (transfer none): its lines and polygons
 */
const KaTopology *ka_atlas_get_topology (KaAtlas *self);

/**
 * ka_atlas_get_items:
 * @self: an atlas
 * @kind: a kind; %KA_ITEM_ARTICLE and %KA_ITEM_ANNEX are lists of their own
 *
 * Gets all items of a kind: events in order of date, others in the order of the documents.
 *
 * Returns: (transfer none) (element-type KaItem): the items
 */
const KaList *ka_atlas_get_items (KaAtlas *self, KaItemKind kind);

/**
 * ka_atlas_lookup:
 * @self: an atlas
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the item of that kind and id, or %NULL
 */
const KaItem *ka_atlas_lookup (KaAtlas *self, KaItemKind kind, const char *id);

/**
 * ka_atlas_lookup_reference:
 * @self: an atlas
 * @reference: `kind:id`, or an id alone, which is looked up in the order of #KaItemKind
 *
 * Returns: (transfer none) (nullable): the item, or %NULL when there is none
 */
const KaItem *ka_atlas_lookup_reference (KaAtlas *self, const char *reference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaAtlas, ka_atlas_unref)

G_END_DECLS
