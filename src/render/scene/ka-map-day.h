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
 * @KA_MAP_BORDER_REPUBLIC: two members of the same whole
 * @KA_MAP_BORDER_AUTONOMY: the limit of an autonomy inside its holder
 * @KA_MAP_BORDER_FACT: not the same power on the ground, and no settled title to a line
 * @KA_MAP_BORDER_INEXACT: a frontier of states whose drawn course may be off by more than 4 km
 * @KA_MAP_BORDER_STATE: titles of two states, or a treaty line in force
 *
 * The class of border that an arc is on a day, from the weakest to the strongest.
 */
typedef enum
{
  KA_MAP_BORDER_NONE,
  KA_MAP_BORDER_COAST,
  KA_MAP_BORDER_AUTONOMY,
  KA_MAP_BORDER_REPUBLIC,
  KA_MAP_BORDER_FACT,
  KA_MAP_BORDER_INEXACT,
  KA_MAP_BORDER_STATE,
  KA_N_MAP_BORDERS,
} KaMapBorder;

/**
 * KaMapLineClass:
 * @KA_MAP_LINE_FORCE: in force
 * @KA_MAP_LINE_INEXACT: in force, its drawn course off by more than 4 km
 * @KA_MAP_LINE_SIGNED: signed or awarded, not in force
 * @KA_MAP_LINE_FACT: where armies stand
 * @KA_MAP_LINE_REPUBLIC: between members of the same whole
 * @KA_MAP_LINE_LIMIT: the limit of an autonomy
 * @KA_MAP_LINE_DISTRICT: between districts of one polity
 * @KA_MAP_LINE_GHOST: a line of another day
 * @KA_MAP_LINE_COAST: land against the sea
 *
 * The classes of line of a map; each has one style. A named line and a border of the day that say
 * the same are of one class.
 */
typedef enum
{
  KA_MAP_LINE_FORCE,
  KA_MAP_LINE_INEXACT,
  KA_MAP_LINE_SIGNED,
  KA_MAP_LINE_FACT,
  KA_MAP_LINE_REPUBLIC,
  KA_MAP_LINE_LIMIT,
  KA_MAP_LINE_DISTRICT,
  KA_MAP_LINE_GHOST,
  KA_MAP_LINE_COAST,
  KA_N_MAP_LINES,
} KaMapLineClass;

/**
 * KaMapAreaState:
 * @tenure: (nullable): the tenure of the day; %NULL where the atlas has none
 * @owner: (nullable): the polity that colours the land: the sovereign of occupied land, else the
 * holder; %NULL for contested land
 * @holder: (nullable): the power on the ground; %NULL for contested land
 * @title: (nullable): the polity that has the title; %NULL where it is not settled
 * @autonomy: (nullable): the level below
 */
typedef struct
{
  const KaTenure *tenure;
  const KaPolity *owner;
  const KaPolity *holder;
  const KaPolity *title;
  const KaPolity *autonomy;
} KaMapAreaState;

/**
 * KaMapLand:
 * @polity: (nullable): the owner, occupier or claimant; %NULL for contested land
 * @title: (nullable): who has the title, for land that is held in fact or occupied
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
  const KaPolity *title;
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
 * @held: (element-type KaMapLand): land held in fact, by holder and title
 * @occupied: (element-type KaMapLand): occupied land, by occupier and title
 * @contested: (element-type KaMapLand): contested land; at most one
 * @claimed: (element-type KaMapLand): by claimant
 * @edges: (element-type KaMapChain): the outlines of @lands
 * @borders: (element-type KaMapChain): the border lines of each class
 * @frontiers: (element-type KaFrontier): named lines of that day, the strongest last
 * @principal: (nullable): the strongest line, which has the highest rank of that day; it may have
 * no geometry, and then no line of the map is strong
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
  GPtrArray      *held;
  GPtrArray      *occupied;
  GPtrArray      *contested;
  GPtrArray      *claimed;
  GPtrArray      *edges;
  GPtrArray      *borders[KA_N_MAP_BORDERS];
  GPtrArray      *frontiers;
  guint8         *in_force; /* by arc: the class of border that a treaty line in force gives it */

  const KaFrontier *principal;
};

/** ka_map_day_new: works out the land and lines of a day of @scene, which must outlive the result.
 * O(areas × owners + arcs); well below a millisecond. Returns: (transfer full). */
KaMapDay *ka_map_day_new (KaMapScene *scene, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_day_free: frees a day (transfer full). */
void ka_map_day_free (KaMapDay *self);

/** ka_map_day_classify: the class of border of an arc of the scene on that day. */
KaMapBorder ka_map_day_classify (const KaMapDay *self, const KaArc *arc);

/** ka_map_day_classify_line: the class of a named line, which need not be of that day. */
KaMapLineClass ka_map_day_classify_line (const KaMapDay *self, const KaFrontier *frontier);

/** ka_map_day_names_line: whether legend and map name a line of that day: one with a rank, or one
 * that is not in force. The land shows the others. */
gboolean ka_map_day_names_line (const KaMapDay *self, const KaFrontier *frontier);

/** ka_map_get_ghost: the selected line of @state, where it is of another day than the map. Returns:
 * (nullable): the line, or %NULL */
const KaFrontier *ka_map_get_ghost (const KaViewState *state);

/** ka_map_dup_ghost_text: the name of an item of another day and the days of its life, as legend
 * and map have it. Returns: (transfer full): the text */
char *ka_map_dup_ghost_text (const KaItem      *item,
                             const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_day_list_ghosts: lists the lines that @item (nullable) is about and that are of another
 * day than the map. Returns: (transfer container) (element-type KaFrontier): the lines. */
GPtrArray *ka_map_day_list_ghosts (const KaMapDay *self,
                                   const KaItem   *item) G_GNUC_WARN_UNUSED_RESULT;

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
