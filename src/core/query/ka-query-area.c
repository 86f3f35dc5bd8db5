/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the area at a point. A grid over the bounds of all areas tells which few areas to test.
 */
#include "config.h"

#include "ka-atlas-private.h"
#include "ka-query.h"

/* A point maps to the nearest cell; the mapping is monotone, so bounds cover the cells between. */
static int
find_cell (double at_deg, double from_deg, double to_deg)
{
  double along = (at_deg - from_deg) / MAX (to_deg - from_deg, 1e-9) * KA_AREA_GRID_SIDE;

  return (int) CLAMP (along, 0.0, KA_AREA_GRID_SIDE - 1.0);
}

static void
add_area (KaAreaGrid *grid, const KaGeometry *geometry, guint index)
{
  KaPoint low = geometry->south_west_deg;
  KaPoint high = geometry->north_east_deg;
  KaPoint from = grid->south_west_deg;
  KaPoint to = grid->north_east_deg;

  for (int row = find_cell (low.y, from.y, to.y); row <= find_cell (high.y, from.y, to.y); row++)
    for (int column = find_cell (low.x, from.x, to.x); column <= find_cell (high.x, from.x, to.x);
         column++)
      {
        GArray **cell = &grid->cells[row][column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, index);
      }
}

void
ka_area_grid_build (KaAtlas *self)
{
  const KaList *areas = &self->items[KA_ITEM_AREA];
  KaAreaGrid   *grid = &self->area_grid;

  grid->south_west_deg = (KaPoint){ G_MAXDOUBLE, G_MAXDOUBLE };
  grid->north_east_deg = (KaPoint){ -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (gsize i = 0; i < areas->n_items; i++)
    {
      const KaGeometry *geometry = ((const KaArea *) areas->items[i])->geometry;

      if (geometry == NULL)
        continue;
      grid->south_west_deg.x = MIN (grid->south_west_deg.x, geometry->south_west_deg.x);
      grid->south_west_deg.y = MIN (grid->south_west_deg.y, geometry->south_west_deg.y);
      grid->north_east_deg.x = MAX (grid->north_east_deg.x, geometry->north_east_deg.x);
      grid->north_east_deg.y = MAX (grid->north_east_deg.y, geometry->north_east_deg.y);
    }
  for (gsize i = 0; i < areas->n_items; i++)
    if (((const KaArea *) areas->items[i])->geometry != NULL)
      add_area (grid, ((const KaArea *) areas->items[i])->geometry, (guint) i);
}

const KaArea *
ka_query_area_at (KaAtlas *atlas, KaPoint point_deg)
{
  const KaAreaGrid *grid;
  const GArray     *cell;
  KaPoint           from, to;

  g_return_val_if_fail (atlas != NULL, NULL);

  grid = &atlas->area_grid;
  from = grid->south_west_deg;
  to = grid->north_east_deg;
  /* No comparison holds for a coordinate that is no number */
  if (!(point_deg.x >= from.x && point_deg.x <= to.x && point_deg.y >= from.y &&
        point_deg.y <= to.y))
    return NULL;

  cell = grid->cells[find_cell (point_deg.y, from.y, to.y)][find_cell (point_deg.x, from.x, to.x)];
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const KaArea *area = atlas->items[KA_ITEM_AREA].items[g_array_index (cell, guint, i)];

      if (ka_topology_contains (&atlas->topology, area->geometry, point_deg))
        return area;
    }
  return NULL;
}
