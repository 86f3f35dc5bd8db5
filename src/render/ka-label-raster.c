/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The visible map in coarse cells, for the questions that label placement asks often: is this land
 * of one owner, how far is its border, does a line go through here? Names are tens of cells long,
 * so cells of a few units answer as well as polygons do, in constant time.
 */

#include "config.h"

#include "ka-label-raster.h"

#include <math.h>
#include <string.h>

#define LEAST_CELL 6.0

static KaPoint
to_cells (const KaLabelRaster *self, const KaViewport *viewport, KaPoint km)
{
  KaPoint user = ka_viewport_to_user (viewport, km);

  return (KaPoint){ user.x / self->cell, user.y / self->cell };
}

/* Notes where an edge crosses the middle line of each row */
static void
note_crossings (const KaLabelRaster *self, GArray **rows, KaPoint a, KaPoint b)
{
  KaPoint low = a.y < b.y ? a : b;
  KaPoint high = a.y < b.y ? b : a;
  int     first = MAX ((int) ceil (CLAMP (low.y, -1.0, 30000.0) - 0.5), 0);
  int     last = MIN ((int) ceil (CLAMP (high.y, -1.0, 30000.0) - 0.5) - 1, self->rows - 1);

  for (int row = first; row <= last; row++)
    {
      double along = (row + 0.5 - low.y) / (high.y - low.y);
      double x = low.x + along * (high.x - low.x);

      g_array_append_val (rows[row], x);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
fill_rows (KaLabelRaster *self, GArray **rows, gint16 value)
{
  for (int row = 0; row < self->rows; row++)
    {
      g_array_sort (rows[row], compare_doubles);
      for (guint i = 0; i + 1 < rows[row]->len; i += 2)
        {
          double from = g_array_index (rows[row], double, i);
          double to = g_array_index (rows[row], double, i + 1);
          int    first = (int) ceil (CLAMP (from, 0.0, (double) self->columns) - 0.5);
          int    last = (int) ceil (CLAMP (to, 0.0, (double) self->columns) - 0.5);

          for (int column = MAX (first, 0); column < MIN (last, self->columns); column++)
            self->areas[row * self->columns + column] = value;
        }
      g_array_set_size (rows[row], 0);
    }
}

static void
fill_geometry (KaLabelRaster    *self,
               const KaMapScene *scene,
               const KaViewport *viewport,
               const KaGeometry *geometry,
               GArray          **rows,
               gint16            value)
{
  guint level = ka_map_level_for (self->cell / 3.0 / viewport->scale);

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        const KaMapLine *line = &scene->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])]
                                   .levels[level];
        KaPoint before = to_cells (self, viewport, line->points[0]);

        for (gsize k = 1; k < line->n_points; k++)
          {
            KaPoint here = to_cells (self, viewport, line->points[k]);

            note_crossings (self, rows, before, here);
            before = here;
          }
      }
  fill_rows (self, rows, value);
}

static void
fill_layer (KaLabelRaster    *self,
            const KaMapScene *scene,
            const KaViewport *viewport,
            KaLayer           layer,
            GArray          **rows)
{
  KaBox view = ka_viewport_get_box (viewport);

  for (gsize i = 0; i < scene->topology->n_in_layer[layer]; i++)
    if (ka_box_meets (scene->shapes[layer][i].box, view))
      fill_geometry (self, scene, viewport, scene->shapes[layer][i].geometry, rows,
                     layer == KA_LAYER_AREAS ? (gint16) i : KA_LABEL_CONTEXT);
}

static void
mark_line (KaLabelRaster *self, const KaViewport *viewport, const KaMapLine *line, guint8 strength)
{
  for (gsize i = 0; i + 1 < line->n_points; i++)
    {
      KaPoint a = to_cells (self, viewport, line->points[i]);
      KaPoint b = to_cells (self, viewport, line->points[i + 1]);
      int     n_steps = (int) MIN (ceil (hypot (b.x - a.x, b.y - a.y) * 1.5), 4000.0) + 1;

      for (int step = 0; step <= n_steps; step++)
        {
          double x = a.x + (b.x - a.x) * step / n_steps;
          double y = a.y + (b.y - a.y) * step / n_steps;

          if (x >= 0 && y >= 0 && x < self->columns && y < self->rows)
            {
              guint8 *cell = &self->lines[(int) y * self->columns + (int) x];

              *cell = MAX (*cell, strength);
            }
        }
    }
}

static void
mark_geometry (KaLabelRaster    *self,
               const KaMapScene *scene,
               const KaViewport *viewport,
               const KaGeometry *geometry,
               guint8            strength)
{
  guint level = ka_map_level_for (self->cell / 3.0 / viewport->scale);
  KaBox view = ka_viewport_get_box (viewport);

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        const KaMapArc *arc = &scene->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])];

        if (ka_box_meets (arc->box, view))
          mark_line (self, viewport, &arc->levels[level], strength);
      }
}

static void
mark_lines (KaLabelRaster *self, const KaMapDay *day, const KaViewport *viewport)
{
  const KaMapScene *scene = day->scene;
  guint             level = ka_map_level_for (self->cell / 3.0 / viewport->scale);
  KaBox             view = ka_viewport_get_box (viewport);

  for (gsize i = 0; i < scene->topology->n_in_layer[KA_LAYER_RIVERS]; i++)
    mark_geometry (self, scene, viewport, &scene->topology->layers[KA_LAYER_RIVERS][i], 1);
  for (gsize i = 0; i < scene->n_arcs; i++)
    if (ka_box_meets (scene->arcs[i].box, view))
      {
        KaMapBorder border = ka_map_day_classify (day, scene->arcs[i].source);

        if (border != KA_MAP_BORDER_NONE)
          mark_line (self, viewport, &scene->arcs[i].levels[level],
                     border == KA_MAP_BORDER_COAST ? 1 : 2);
      }
  for (guint i = 0; i < day->frontiers->len; i++)
    mark_geometry (self, scene, viewport, ((KaFrontier *) day->frontiers->pdata[i])->geometry, 3);
}

/*
 * ka_label_raster_new:
 *
 * Returns: (transfer full): the cells of what @viewport shows
 */
KaLabelRaster *
ka_label_raster_new (const KaMapDay *day, const KaViewport *viewport)
{
  KaLabelRaster *self = g_new0 (KaLabelRaster, 1);
  GArray       **rows;
  gsize          n_cells;

  self->cell = MAX (LEAST_CELL, MAX (viewport->width, viewport->height) / 280.0);
  self->columns = MAX ((int) ceil (viewport->width / self->cell), 1);
  self->rows = MAX ((int) ceil (viewport->height / self->cell), 1);
  n_cells = (gsize) self->columns * (gsize) self->rows;
  self->areas = g_new (gint16, n_cells);
  self->lines = g_new0 (guint8, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    self->areas[i] = KA_LABEL_SEA;

  rows = g_new (GArray *, self->rows);
  for (int row = 0; row < self->rows; row++)
    rows[row] = g_array_new (FALSE, FALSE, sizeof (double));
  fill_layer (self, day->scene, viewport, KA_LAYER_CONTEXT, rows);
  fill_layer (self, day->scene, viewport, KA_LAYER_AREAS, rows);
  for (int row = 0; row < self->rows; row++)
    g_array_unref (rows[row]);
  g_free (rows);

  mark_lines (self, day, viewport);

  return self;
}

void
ka_label_raster_free (KaLabelRaster *self)
{
  g_free (self->areas);
  g_free (self->lines);
  g_free (self);
}

/*
 * ka_label_raster_weigh_lines:
 * @box: in user units
 *
 * Returns: how much a label there would cross: the sum of the strengths of the cells with lines
 * over the number of cells along the box, 0 for nothing
 */
double
ka_label_raster_weigh_lines (const KaLabelRaster *self, KaBox box)
{
  int    x0 = MAX ((int) (box.x0 / self->cell), 0);
  int    x1 = MIN ((int) (box.x1 / self->cell), self->columns - 1);
  int    y0 = MAX ((int) (box.y0 / self->cell), 0);
  int    y1 = MIN ((int) (box.y1 / self->cell), self->rows - 1);
  double sum = 0;

  for (int y = y0; y <= y1; y++)
    for (int x = x0; x <= x1; x++)
      sum += self->lines[y * self->columns + x];

  return sum / MAX ((x1 - x0 + 1) + (y1 - y0 + 1), 1);
}

/* Gives every cell joined to @start the number @part; returns how many they are */
static int
flood (const KaLabelRaster *self,
       const gint16        *keys,
       gint16              *parts,
       int                  start,
       gint16               part,
       int                 *stack)
{
  int size = 0;
  int height = 0;

  stack[height++] = start;
  parts[start] = part;
  while (height > 0)
    {
      int cell = stack[--height];
      int x = cell % self->columns;
      int neighbours[4] = { x > 0 ? cell - 1 : -1, x + 1 < self->columns ? cell + 1 : -1,
                            cell - self->columns, cell + self->columns };

      size++;
      for (int i = 0; i < 4; i++)
        {
          int other = neighbours[i];

          if (other >= 0 && other < self->columns * self->rows && parts[other] < 0 &&
              keys[other] == keys[cell])
            {
              parts[other] = part;
              stack[height++] = other;
            }
        }
    }

  return size;
}

/* Two sweeps of the 3-4 chamfer distance of G. Borgefors, "Distance transformations in digital
 * images", Computer Vision, Graphics, and Image Processing 34 (1986), 344-371 */
static void
measure_clearance (const KaLabelRaster *self, KaLabelPatch *patch)
{
  static const struct
  {
    int   dx;
    int   dy;
    float step;
  } before[4] = { { -1, 0, 1.0f }, { 0, -1, 1.0f }, { -1, -1, 4.0f / 3 }, { 1, -1, 4.0f / 3 } };

  for (int sweep = 0; sweep < 2; sweep++)
    for (int i = 0; i < self->columns * self->rows; i++)
      {
        int   cell = sweep == 0 ? i : self->columns * self->rows - 1 - i;
        int   x = cell % self->columns;
        int   y = cell / self->columns;
        float best = sweep == 0 ? 1e6f : patch->clearance[cell];

        for (int k = 0; k < 4; k++)
          {
            int nx = x + (sweep == 0 ? before[k].dx : -before[k].dx);
            int ny = y + (sweep == 0 ? before[k].dy : -before[k].dy);
            int other = ny * self->columns + nx;

            if (nx < 0 || ny < 0 || nx >= self->columns || ny >= self->rows ||
                patch->parts[other] != patch->parts[cell])
              best = MIN (best, before[k].step * 0.5f);
            else
              best = MIN (best, patch->clearance[other] + before[k].step);
          }
        patch->clearance[cell] = best;
      }
}

/*
 * ka_label_raster_find_parts:
 * @keys: for each cell what it belongs to; below 0 for nothing
 *
 * Returns: (transfer full): the connected parts of cells with the same key
 */
KaLabelPatch *
ka_label_raster_find_parts (const KaLabelRaster *self, const gint16 *keys)
{
  int             n_cells = self->columns * self->rows;
  KaLabelPatch   *patch = g_new0 (KaLabelPatch, 1);
  g_autofree int *stack = g_new (int, n_cells);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (int));

  patch->parts = g_new (gint16, n_cells);
  patch->clearance = g_new (float, n_cells);
  memset (patch->parts, 0xff, (gsize) n_cells * sizeof *patch->parts);
  for (int cell = 0; cell < n_cells; cell++)
    if (keys[cell] >= 0 && patch->parts[cell] < 0 && sizes->len < G_MAXINT16)
      {
        int size = flood (self, keys, patch->parts, cell, (gint16) sizes->len, stack);

        g_array_append_val (sizes, size);
      }
  measure_clearance (self, patch);
  patch->n_parts = (int) sizes->len;
  patch->sizes = (int *) (gpointer) g_array_free (g_steal_pointer (&sizes), FALSE);

  return patch;
}

void
ka_label_patch_free (KaLabelPatch *self)
{
  g_free (self->parts);
  g_free (self->clearance);
  g_free (self->sizes);
  g_free (self);
}
