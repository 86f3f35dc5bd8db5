/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-geometry.h"
#include "ka-paint-context.h"

G_BEGIN_DECLS

/** KA_MAP_CERTAIN_WITHIN_KM: a line that may be off by more is painted as uncertain. */
#define KA_MAP_CERTAIN_WITHIN_KM 4.0

/**
 * KaMapBorder:
 * @KA_MAP_BORDER_COAST: land against the sea
 * @KA_MAP_BORDER_STATE: two states
 * @KA_MAP_BORDER_REPUBLIC: two members of the same whole
 * @KA_MAP_BORDER_AUTONOMY: the limit of an autonomy inside its holder
 * @KA_MAP_BORDER_OCCUPATION: the same sovereign on both sides, but not the same power on the ground
 * @KA_MAP_BORDER_UNCERTAIN: contested land on one side, or a state border off by more than 4 km
 *
 * The class of border that an arc is on a day, from the weakest to the strongest.
 */
typedef enum
{
  KA_MAP_BORDER_NONE,
  KA_MAP_BORDER_COAST,
  KA_MAP_BORDER_AUTONOMY,
  KA_MAP_BORDER_REPUBLIC,
  KA_MAP_BORDER_OCCUPATION,
  KA_MAP_BORDER_UNCERTAIN,
  KA_MAP_BORDER_STATE,
  KA_N_MAP_BORDERS,
} KaMapBorder;

/**
 * KaMapAreaState:
 * @tenure: (nullable): the tenure of the day; %NULL where the atlas has none
 * @owner: (nullable): the polity that colours the land: the sovereign of occupied land, else the
 * holder; %NULL for contested land
 * @holder: (nullable): the power on the ground
 * @autonomy: (nullable): the level below
 */
typedef struct
{
  const KaTenure *tenure;
  const KaPolity *owner;
  const KaPolity *holder;
  const KaPolity *autonomy;
} KaMapAreaState;

/**
 * KaMapLand:
 * @polity: (nullable): the owner, occupier or claimant; %NULL for contested land
 * @region: (nullable): the region, for the land of a featured one
 * @tint: its family of colours
 * @rings: (element-type KaMapChain): its outline, inner borders dissolved
 * @box: around it in kilometres
 *
 * Land that is filled or hatched as one path.
 */
typedef struct
{
  const KaPolity *polity;
  const KaRegion *region;
  KaTint          tint;
  GPtrArray      *rings;
  KaBox           box;
} KaMapLand;

/**
 * KaMapDay:
 * @areas: by the number of the area's geometry
 * @lands: (element-type KaMapLand): one for each owner
 * @featured: (element-type KaMapLand): the featured regions
 * @occupied: (element-type KaMapLand): occupied land, by occupier
 * @contested: (element-type KaMapLand): contested land; at most one
 * @claimed: (element-type KaMapLand): by claimant
 * @borders: (element-type KaMapChain): the border lines of each class
 * @frontiers: (element-type KaFrontier): named lines of that day, the strongest last
 * @principal: (nullable): the treaty line in force that bounds the most regions of the atlas
 *
 * The map of a day: who holds which land, and which arcs are borders. Cheap
 * enough to be made for each painting; borrows from scene and atlas.
 */
struct _KaMapDay
{
  KaMapScene     *scene;
  KaDay           day;
  KaMapAreaState *areas;
  GPtrArray      *lands;
  GPtrArray      *featured;
  GPtrArray      *occupied;
  GPtrArray      *contested;
  GPtrArray      *claimed;
  GPtrArray      *borders[KA_N_MAP_BORDERS];
  GPtrArray      *frontiers;

  const KaFrontier *principal;
};

/** ka_map_day_new: works out the land and lines of a day of @scene, which must outlive the result.
 * O(areas × owners + arcs); well below a millisecond. Returns: (transfer full). */
KaMapDay *ka_map_day_new (KaMapScene *scene, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_day_free: frees a day (transfer full). */
void ka_map_day_free (KaMapDay *self);

/** ka_map_day_classify: the class of border of an arc of the scene on that day. */
KaMapBorder ka_map_day_classify (const KaMapDay *self, const KaArc *arc);

/** ka_map_day_has_frontier: whether a line with a geometry is in force or asserted on @day. */
gboolean ka_map_day_has_frontier (const KaFrontier *frontier, KaDay day);

/** ka_map_scene_outline: finds the outline of a set of areas, without lines between two of them;
 * @is_inside has each area by the number of its geometry. Returns: (transfer full) (element-type
 * KaMapChain): its rings. */
GPtrArray *ka_map_scene_outline (const KaMapScene *scene,
                                 const gboolean   *is_inside) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_scene_number_of: the number of the geometry of an area, or -1 without one. */
gssize ka_map_scene_number_of (const KaMapScene *scene, const KaArea *area);

/** ka_map_is_featured: whether the atlas features @region (nullable), so that it stands out on
 * every day. */
gboolean ka_map_is_featured (const KaMapScene *scene, const KaRegion *region);

/** ka_map_shows_frontier: whether the layer of a named line is shown. */
gboolean ka_map_shows_frontier (const KaViewState *state, const KaFrontier *frontier);

/**
 * ka_map_day_describe_featured:
 * @self: a day
 * @region: a featured region
 * @language: the language of the names
 *
 * Names what a featured region was on the day: its autonomy, or else itself; then whoever held it
 * or a part of it, each once.
 *
 * Returns: (transfer full): the names, with ` · ` between them
 */
char *ka_map_day_describe_featured (const KaMapDay *self,
                                    const KaRegion *region,
                                    KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapDay, ka_map_day_free)

G_END_DECLS
