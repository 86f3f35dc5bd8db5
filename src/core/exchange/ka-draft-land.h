/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-draft.h"

G_BEGIN_DECLS

/** KaDraftLand: land of a foreign document, whose shapes may overlap, on its way into areas,
 * regions and tenures, which do not. */
typedef struct _KaDraftLand KaDraftLand;

/** KA_DRAFT_STATE_LEVEL: the level of a state; parts of it have greater ones. */
#define KA_DRAFT_STATE_LEVEL 2

/** KA_DRAFT_FALLBACK_LEVEL: the level of what holds land while nothing else does. */
#define KA_DRAFT_FALLBACK_LEVEL 100

/** KaDraftShape: a shape, and who holds it when. */
typedef struct
{
  gsize       offset;    /* where it stands in the document */
  const char *title;     /* the name of the land */
  KaText      names;     /* its names in other languages; may be empty */
  const char *summary;   /* (nullable): what there is to say of it */
  const char *holder;    /* (nullable): the id of a polity of the draft; only of "contested" none */
  const char *sovereign; /* (nullable): the id of a polity that had the title */
  const char *kind;      /* (nullable): a word of our own format; "claimed" where it was not held */
  KaSpan      span;      /* when */
  gboolean    is_region; /* whether the land has a name of its own, beside that of its holder */
  int         level;     /* %KA_DRAFT_STATE_LEVEL, or greater for a part of a state */
  const char *certainty; /* (nullable): a word of our own format */
  const char *source;    /* (nullable): the id of a source of the draft */
} KaDraftShape;

/** ka_draft_land_new: Returns: (transfer full): land without shapes */
KaDraftLand *ka_draft_land_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** ka_draft_land_free: frees land; @self: (transfer full) (nullable) */
void ka_draft_land_free (KaDraftLand *self);

/**
 * ka_draft_land_add_shape:
 * @self: land
 * @shape: a shape; texts are copied, ids are borrowed
 * @rings: (element-type GArray): its rings of #KaPoint, as #KaGeoGeometry has them
 *
 * Adds a shape.
 */
void ka_draft_land_add_shape (KaDraftLand *self, const KaDraftShape *shape, const GPtrArray *rings);

/**
 * ka_draft_land_write:
 * @self: land; its shapes are used up
 * @draft: the draft that it belongs to
 *
 * Divides the land into areas that lie in the same shapes everywhere, and adds them with their
 * outlines, regions and tenures. On each day the shape of the least level holds an area and that of
 * the next level is its autonomy. Two of the same level contest it. Where no shape says who held an
 * area, a polity that stands for nobody does.
 */
void ka_draft_land_write (KaDraftLand *self, KaDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaDraftLand, ka_draft_land_free)

G_END_DECLS
