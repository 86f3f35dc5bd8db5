/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the boxes of a picture that are occupied, in a grid of cells.
 */

#include "config.h"

#include "ka-label-index.h"

#include <math.h>

#define CELL 48.0
/* The most cells across or down; boxes beyond share the last ones */
#define MAX_CELLS 1024

struct _KaLabelIndex
{
  int      columns;
  int      rows;
  GArray  *boxes; /* of KaBox */
  GArray **cells; /* of guint: numbers of boxes */
};

/* The cell of a position; what is no number counts in the first */
static int
find_cell (double at, int n_cells)
{
  return isnan (at) ? 0 : (int) CLAMP (at / CELL, 0.0, (double) n_cells - 1.0);
}

KaLabelIndex *
ka_label_index_new (double width, double height)
{
  KaLabelIndex *self = g_new0 (KaLabelIndex, 1);

  self->columns = find_cell (width, MAX_CELLS) + 1;
  self->rows = find_cell (height, MAX_CELLS) + 1;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));
  self->cells = g_new0 (GArray *, self->columns * self->rows);

  return self;
}

void
ka_label_index_free (KaLabelIndex *self)
{
  for (int i = 0; i < self->columns * self->rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_array_unref (self->boxes);
  g_free (self->cells);
  g_free (self);
}

/* The first and the last column and row of cells that a box meets */
typedef struct
{
  int x0;
  int y0;
  int x1;
  int y1;
} Cells;

static Cells
find_cells (const KaLabelIndex *self, KaBox box)
{
  return (Cells){ find_cell (box.x0, self->columns), find_cell (box.y0, self->rows),
                  find_cell (box.x1, self->columns), find_cell (box.y1, self->rows) };
}

void
ka_label_index_add (KaLabelIndex *self, KaBox box)
{
  const Cells cells = find_cells (self, box);
  guint       number = self->boxes->len;

  g_array_append_val (self->boxes, box);
  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      {
        GArray **cell = &self->cells[y * self->columns + x];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, number);
      }
}

gboolean
ka_label_index_is_free (const KaLabelIndex *self, KaBox box)
{
  const Cells cells = find_cells (self, box);

  for (int y = cells.y0; y <= cells.y1; y++)
    for (int x = cells.x0; x <= cells.x1; x++)
      {
        const GArray *cell = self->cells[y * self->columns + x];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            KaBox taken = g_array_index (self->boxes, KaBox, g_array_index (cell, guint, i));

            if (taken.x0 < box.x1 && box.x0 < taken.x1 && taken.y0 < box.y1 && box.y0 < taken.y1)
              return FALSE;
          }
      }

  return TRUE;
}
