/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-theme.h"
#include "ka-view-state.h"
#include "ka-viewport.h"

G_BEGIN_DECLS

/**
 * KaMapScene:
 *
 * The geography of an atlas, projected once, simplified once per scale and indexed for culling and
 * hit testing. Immutable and reference counted: painters may read it from any thread.
 */
typedef struct _KaMapScene KaMapScene;

/**
 * KaMapHit:
 * @item: (nullable): what a click there selects: a town or peak, else a frontier line of the day,
 * else the region, else a river or lake, else the polity that holds the area, or the area itself
 * where nobody does; %NULL on the sea and outside
 * @area: (nullable): the area there
 * @region: (nullable): the region of @area
 *
 * What is at a point of the map. Everything is borrowed from the atlas.
 */
typedef struct
{
  const KaItem   *item;
  const KaArea   *area;
  const KaRegion *region;
} KaMapHit;

KaMapScene *ka_map_scene_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;
KaMapScene *ka_map_scene_ref (KaMapScene *self);
void        ka_map_scene_unref (KaMapScene *self);
void        ka_map_scene_prepare (KaMapScene *self);
KaAtlas    *ka_map_scene_get_atlas (KaMapScene *self);
KaBox       ka_map_scene_get_extent (KaMapScene *self);
KaBox       ka_map_scene_get_limits (KaMapScene *self);
gboolean    ka_map_scene_get_bounds_of (KaMapScene *self, const KaItem *item, KaDay day, KaBox *km);
KaMapHit    ka_map_scene_pick (KaMapScene        *self,
                               const KaViewState *state,
                               const KaViewport  *viewport,
                               KaPoint            user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapScene, ka_map_scene_unref)

G_END_DECLS
