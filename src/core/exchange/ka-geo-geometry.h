/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-draft.h"
#include "ka-json-private.h"

G_BEGIN_DECLS

/** KaGeoGeometry: what a GeoJSON geometry is made of. Lines and rings are cut at 180 degrees. */
typedef struct
{
  GArray    *points; /* (element-type KaPoint): degrees */
  GPtrArray *lines;  /* (element-type GArray): of KaPoint, two or more */
  GPtrArray *rings; /* (element-type GArray): of KaPoint, the last one is the first again; holes are
                       rings as any: what lies in two rings lies outside */
} KaGeoGeometry;

void ka_geo_geometry_init (KaGeoGeometry *self);
void ka_geo_geometry_clear (KaGeoGeometry *self);

/**
 * ka_geo_geometry_read:
 * @self: a geometry, to which is added
 * @draft: takes faults and losses
 * @node: a GeoJSON geometry of any type (RFC 7946), or null for none
 * @item: (nullable): the title of what it belongs to
 *
 * Reads a geometry. Rings and lines that leap from one side of 180 degrees to the other are taken
 * to cross it.
 */
void
ka_geo_geometry_read (KaGeoGeometry *self, KaDraft *draft, const KaNode *node, const char *item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaGeoGeometry, ka_geo_geometry_clear)

G_END_DECLS
