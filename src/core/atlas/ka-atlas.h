/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-model.h"

G_BEGIN_DECLS

/** KaLand: a land whose states follow each other on a row of the timeline. */
typedef struct
{
  KaText name;     /* what the row is called */
  KaList polities; /* (element-type KaPolity): its states and empires */
} KaLand;

/** KaCone: a conformal conic projection that an atlas asks for. */
typedef struct
{
  double south_deg;    /* a standard parallel */
  double north_deg;    /* the other one, on the same side of the equator, not south of it */
  double meridian_deg; /* the upright meridian */
} KaCone;

/** KaFamily: a family of colours of an atlas, which related polities share. */
typedef struct
{
  char  *name; /* the word that polities use */
  KaTint tint; /* its colour */
} KaFamily;

/** KaAtlasHead: what an atlas says of itself. */
typedef struct
{
  char   *id;             /* its id, such as "kars-atlas" */
  char   *version;        /* the version of the content */
  char   *licence;        /* the licence of the content, an SPDX expression */
  KaText  title;          /* its title */
  KaText  subtitle;       /* its subtitle; may be empty */
  KaText  policy;         /* the rules for drawing borders */
  KaText  credits;        /* credits for the data */
  KaNames periods;        /* names of stretches of time, for a list of events; may be empty */
  KaDay   default_day;    /* the day that a window shows first */
  KaDate  range;          /* the range that the timeline shows first, as the atlas writes it */
  char   *range_edtf;     /* its text */
  KaSpan  shown;          /* the same; where it is open, the events end it */
  KaPoint south_west_deg; /* a corner of what the map shows first */
  KaPoint north_east_deg; /* the opposite corner; west of the first where 180 degrees lie between */
  KaCone  cone;           /* the projection of the map, where it is given */
  KaSpan  span;           /* the days that the atlas covers; never open */
  KaFamily *palette;      /* (array length=n_palette): colours of families; may be empty */
  guint     n_palette;
  KaList    featured;       /* (element-type KaRegion): the regions that always stand out */
  KaLand   *lands;          /* rows of the timeline, from above */
  guint     n_lands;        /* how many there are */
  gboolean  has_cone;       /* whether it is given; without it the extent chooses */
  int       schema_version; /* the version of the format */
  int       language;       /* the language of the texts; the format knows one */
} KaAtlasHead;

/**
 * KaAtlas:
 *
 * All items of an atlas. Immutable and reference counted: any thread may read it without a lock.
 */
typedef struct _KaAtlas KaAtlas;

/** ka_atlas_ref: Returns: (transfer full): @self, with one reference more */
KaAtlas *ka_atlas_ref (KaAtlas *self);

/**
 * ka_atlas_unref:
 * @self: (transfer full): an atlas
 *
 * Drops a reference; the last one frees everything that was borrowed from the atlas.
 */
void ka_atlas_unref (KaAtlas *self);

/** ka_atlas_get_head: Returns: (transfer none): what it says of itself */
const KaAtlasHead *ka_atlas_get_head (KaAtlas *self);

/** KaRelief: a grid of heights that the land is shaded from. */
typedef struct
{
  double west_deg;      /* longitude of the first height of each row */
  double north_deg;     /* latitude of the first row */
  int    steps_per_deg; /* how many heights there are to a degree, in both directions */
  int    n_columns;     /* heights in a row */
  int    n_rows;        /* rows from north to south */
  double metres;        /* the unit of a height */
  char  *heights;       /* (nullable): two hexadecimal digits each, row by row; %NULL for none */
} KaRelief;

/** ka_atlas_get_relief: Returns: (transfer none): the relief of an atlas */
const KaRelief *ka_atlas_get_relief (KaAtlas *self);

/** ka_atlas_get_topology: Returns: (transfer none): its lines and polygons */
const KaTopology *ka_atlas_get_topology (KaAtlas *self);

/** ka_atlas_has_map: Returns: whether it has a line or a place, so that a map of it is not empty */
gboolean ka_atlas_has_map (KaAtlas *self);

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

/** ka_atlas_lookup: Returns: (transfer none) (nullable): the item of that kind and id, or %NULL */
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
