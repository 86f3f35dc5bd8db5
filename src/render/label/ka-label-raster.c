/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The visible map in coarse cells. It tells label placement in constant time whose land a cell is
 * and which lines cross it.
 */

#include "config.h"

#include "ka-label-raster.h"

#include <math.h>

#define MIN_CELL 6.0

static KaPoint
to_cells (const KaLabelRaster *self, const KaViewport *viewport, KaPoint km)
{
  KaPoint user = ka_viewport_to_user (viewport, km);

  return (KaPoint){ user.x / self->cell, user.y / self->cell };
}

/* Notes where an edge crosses the middle of each row */
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
            const KaMapDay   *day,
            const KaViewport *viewport,
            KaLayer           layer,
            gint16            value,
            GArray          **rows)
{
  const KaMapScene *scene = day->scene;
  KaBox             view = ka_viewport_get_box (viewport);

  for (gsize i = 0; i < scene->topology->n_in_layer[layer]; i++)
    if (ka_box_meets (scene->shapes[layer][i].box, view) &&
        ka_map_scene_has_water (scene, scene->shapes[layer][i].geometry, day->day))
      fill_geometry (self, scene, viewport, scene->shapes[layer][i].geometry, rows,
                     layer == KA_LAYER_AREAS ? (gint16) i : value);
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

KaLabelRaster *
ka_label_raster_new (const KaMapDay *day, const KaViewport *viewport)
{
  KaLabelRaster *self = g_new0 (KaLabelRaster, 1);
  GArray       **rows;
  gsize          n_cells;

  self->cell = MAX (MIN_CELL, MAX (viewport->width, viewport->height) / 280.0);
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
  fill_layer (self, day, viewport, KA_LAYER_CONTEXT, KA_LABEL_CONTEXT, rows);
  fill_layer (self, day, viewport, KA_LAYER_AREAS, 0, rows);
  fill_layer (self, day, viewport, KA_LAYER_LAKES, KA_LABEL_LAKE, rows);
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
