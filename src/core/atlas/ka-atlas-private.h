/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/* Events in order of their start, with the latest end below each node of the implicit tree over
 * them: node of [first, end) is its middle. */
typedef struct
{
  const KaEvent **events;   /* Borrowed */
  KaDay          *last_end; /* Owned: greatest end in the subtree of that node */
  gsize           n_events;
} KaEventIndex;

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
  char      *id;
  char      *version;
  char      *licence;
  char      *range_edtf;
  KaText     title;
  KaText     subtitle;
  KaText     policy;
  KaText     credits;
  KaNames    periods;
  KaDay      default_day;
  KaDate     range;
  KaPoint    south_west_deg;
  KaPoint    north_east_deg;
  int        schema_version;
  int        language;
  KaList     heroes;
  KaList     items[KA_N_ITEM_KINDS];
  KaTopology topology;

  /* Cached */
  GHashTable  *by_id[KA_N_ITEM_KINDS]; /* id (borrowed) to item (borrowed) */
  KaDay       *epochs;                 /* days on which some tenure changes, ascending */
  gsize        n_epochs;
  KaEventIndex event_index;
  KaAreaGrid   area_grid;
};

KaAtlas *ka_atlas_new_empty (void);
void     ka_atlas_build_indexes (KaAtlas *self);
void     ka_area_grid_build (KaAtlas *self);
void     ka_topology_clear (KaTopology *self);
void     ka_list_append (KaList *self, gconstpointer item);
int      ka_tenure_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
