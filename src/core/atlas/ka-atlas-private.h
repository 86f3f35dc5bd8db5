/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-arena.h"
#include "ka-atlas.h"
#include "ka-id-index.h"

G_BEGIN_DECLS

/** KA_AREA_GRID_SIDE: cells of the grid of areas along each side. */
#define KA_AREA_GRID_SIDE 48

/**
 * KaAreaGrid:
 * @south_west_deg: the least longitude and latitude of all areas
 * @north_east_deg: the greatest longitude and latitude of all areas
 * @cells: by row from the south and column from the west: (nullable) (element-type guint) (owned):
 * indexes of the areas whose bounds meet the cell
 *
 * Tells which areas may lie at a point.
 */
typedef struct
{
  KaPoint south_west_deg;
  KaPoint north_east_deg;
  GArray *cells[KA_AREA_GRID_SIDE][KA_AREA_GRID_SIDE];
} KaAreaGrid;

struct _KaAtlas
{
  gatomicrefcount ref_count;

  /* Owned */
  KaArena    *arena; /* of all below but the topology and the items of these lists themselves */
  KaAtlasHead head;
  KaList      items[KA_N_ITEM_KINDS];
  KaTopology  topology;
  KaRelief    relief;

  /* Cached */
  KaIdIndex  by_id[KA_N_ITEM_KINDS];
  KaAreaGrid area_grid;
};

/* Returns an atlas without items; its owner fills the fields above. */
KaAtlas *ka_atlas_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;

/* Adds an item that is all zero but for its kind, id and index. @id: is copied; no other item of
 * the kind has it. Returns: (transfer none): the item, a struct of its kind. */
gpointer ka_atlas_add_item (KaAtlas *self, KaItemKind kind, const char *id);

/* Sorts the items of a kind and numbers them. */
void ka_atlas_sort_items (KaAtlas   *self,
                          KaItemKind kind,
                          int (*compare) (gconstpointer a, gconstpointer b));

/* Takes items of a kind that nothing refers to out of the atlas. @is_dropped: says which; the
 * others keep their order. */
void ka_atlas_drop_items (KaAtlas   *self,
                          KaItemKind kind,
                          gboolean (*is_dropped) (gpointer user_data, const KaItem *item),
                          gpointer user_data);

/* Fills the grid of areas; call once all items are there. */
void ka_atlas_build_area_grid (KaAtlas *self);

/* The numbers of the areas whose bounds may hold a point, or NULL. */
const GArray *ka_area_grid_get_cell (const KaAreaGrid *self, KaPoint point_deg);

/* Frees what a geometry or a topology holds and leaves it empty. */
void ka_geometry_clear (KaGeometry *self);
void ka_topology_clear (KaTopology *self);

/* Appends a borrowed item to a list that began empty and that nobody else reads yet. The list
 * doubles its room when it is full. @arena: (nullable): whose memory it takes; a list without one
 * is freed by its owner. */
void ka_list_append (KaList *self, KaArena *arena, gconstpointer item);

/* Orders tenures by first day, then as the atlas has them; the arguments point to pointers. */
int ka_tenure_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
