/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grid of an atlas that tells which areas may hold a point.
 */
#include "config.h"

#include "ka-atlas-private.h"

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
ka_atlas_build_area_grid (KaAtlas *self)
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

const GArray *
ka_area_grid_get_cell (const KaAreaGrid *self, KaPoint point_deg)
{
  KaPoint from = self->south_west_deg;
  KaPoint to = self->north_east_deg;

  /* No comparison holds for a coordinate that is no number. */
  if (!(point_deg.x >= from.x && point_deg.x <= to.x && point_deg.y >= from.y &&
        point_deg.y <= to.y))
    return NULL;
  return self->cells[find_cell (point_deg.y, from.y, to.y)][find_cell (point_deg.x, from.x, to.x)];
}
