/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-projection.h"
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
 * @item: (nullable): the item that a click selects: a town or peak, else a frontier line of the
 * day, else the region, else a river or lake, else the polity that holds the area, or the area
 * itself where nobody does; %NULL on the sea and outside
 * @area: (nullable): the area there
 * @region: (nullable): the region of @area
 *
 * The items at a point of the map, borrowed from the atlas.
 */
typedef struct
{
  const KaItem   *item;
  const KaArea   *area;
  const KaRegion *region;
} KaMapHit;

/** ka_map_scene_new: projects and simplifies the geography of an atlas: some ten milliseconds.
 * Returns: (transfer full): the scene, which keeps the atlas alive. */
KaMapScene *ka_map_scene_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_scene_ref: Returns: (transfer full): @self. */
KaMapScene *ka_map_scene_ref (KaMapScene *self);

/** ka_map_scene_unref: frees a scene (transfer full) after its last user. */
void ka_map_scene_unref (KaMapScene *self);

/** ka_map_scene_get_atlas: Returns: (transfer none): the atlas it shows. */
KaAtlas *ka_map_scene_get_atlas (KaMapScene *self);

/** ka_map_scene_get_projection: Returns: (transfer none): how its plane lies on the Earth. */
const KaProjection *ka_map_scene_get_projection (KaMapScene *self);

/** ka_map_scene_get_extent: the extent that the map shows first, in kilometres. */
KaBox ka_map_scene_get_extent (KaMapScene *self);

/** ka_map_scene_get_limits: the box, in kilometres, round the extent that may be brought into view:
 * limits for ka_viewport_clamp(). It has no edge of the data beyond the extent. */
KaBox ka_map_scene_get_limits (KaMapScene *self);

/** ka_map_scene_get_bounds_of: whether an item is on the map; the day matters to the land of a
 * polity. Only then @km is set, to the box around everything that concerns the item. */
gboolean ka_map_scene_get_bounds_of (KaMapScene *self, const KaItem *item, KaDay day, KaBox *km);

/**
 * ka_map_scene_pick:
 * @self: a scene
 * @state: the day and the hidden layers: only what is shown can be hit
 * @viewport: the camera
 * @user: a point in user units from the top left corner
 *
 * Finds the items at a point, in about a microsecond. Points and lines may be missed by six user
 * units, rivers by three and a half.
 *
 * Returns: the items; all %NULL on the sea and outside
 */
KaMapHit ka_map_scene_pick (KaMapScene        *self,
                            const KaViewState *state,
                            const KaViewport  *viewport,
                            KaPoint            user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapScene, ka_map_scene_unref)

G_END_DECLS
