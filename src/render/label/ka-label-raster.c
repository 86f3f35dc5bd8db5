/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The visible map in coarse cells. It tells label placement in constant time whose land a cell is
 * and which lines cross it.
 */

#include "config.h"

#include "ka-label-raster.h"

#include <math.h>

#define MIN_CELL 6.0

/* What is needed to draw a map into cells */
typedef struct
{
  KaLabelRaster    *raster;
  const KaMapScene *scene;
  const KaMapDay   *day;
  const KaViewport *viewport;
  KaBox             view;
  guint             level;
  GArray          **rows; /* of double: where edges cross the middle of each row */
} Drawing;

static KaPoint
to_cells (const Drawing *self, KaPoint km)
{
  KaPoint user = ka_viewport_to_user (self->viewport, km);

  return (KaPoint){ user.x / self->raster->cell, user.y / self->raster->cell };
}

/* Notes where an edge crosses the middle of each row */
static void
note_crossings (const Drawing *self, KaPoint a, KaPoint b)
{
  KaPoint low = a.y < b.y ? a : b;
  KaPoint high = a.y < b.y ? b : a;
  int     first = MAX ((int) ceil (CLAMP (low.y, -1.0, 30000.0) - 0.5), 0);
  int     last = MIN ((int) ceil (CLAMP (high.y, -1.0, 30000.0) - 0.5) - 1, self->raster->rows - 1);

  for (int row = first; row <= last; row++)
    {
      double along = (row + 0.5 - low.y) / (high.y - low.y);
      double x = low.x + along * (high.x - low.x);

      g_array_append_val (self->rows[row], x);
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
fill_rows (const Drawing *self, gint16 value)
{
  int columns = self->raster->columns;

  for (int row = 0; row < self->raster->rows; row++)
    {
      GArray *crossings = self->rows[row];

      g_array_sort (crossings, compare_doubles);
      for (guint i = 0; i + 1 < crossings->len; i += 2)
        {
          double from = CLAMP (g_array_index (crossings, double, i), 0.0, (double) columns);
          double to = CLAMP (g_array_index (crossings, double, i + 1), 0.0, (double) columns);

          for (int column = MAX ((int) ceil (from - 0.5), 0);
               column < MIN ((int) ceil (to - 0.5), columns); column++)
            self->raster->areas[row * columns + column] = value;
        }
      g_array_set_size (crossings, 0);
    }
}

static void
fill_geometry (const Drawing *self, const KaGeometry *geometry, gint16 value)
{
  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        gsize            arc = ka_map_arc_number (geometry->paths[i].arcs[j]);
        const KaMapLine *line = &self->scene->arcs[arc].levels[self->level];
        KaPoint          before = to_cells (self, line->points[0]);

        for (gsize k = 1; k < line->n_points; k++)
          {
            KaPoint here = to_cells (self, line->points[k]);

            note_crossings (self, before, here);
            before = here;
          }
      }
  fill_rows (self, value);
}

static void
fill_layer (const Drawing *self, KaLayer layer, gint16 value)
{
  for (gsize i = 0; i < self->scene->topology->n_in_layer[layer]; i++)
    {
      const KaMapShape *shape = &self->scene->shapes[layer][i];

      if (ka_box_meets (shape->box, self->view) &&
          ka_map_scene_has_water (self->scene, shape->geometry, self->day->day))
        fill_geometry (self, shape->geometry, layer == KA_LAYER_AREAS ? (gint16) i : value);
    }
}

static void
mark_arc (const Drawing *self, const KaMapArc *arc, guint8 strength)
{
  const KaMapLine *line = &arc->levels[self->level];

  if (!ka_box_meets (arc->box, self->view))
    return;

  for (gsize i = 0; i + 1 < line->n_points; i++)
    {
      KaPoint a = to_cells (self, line->points[i]);
      KaPoint b = to_cells (self, line->points[i + 1]);
      int     n_steps = (int) MIN (ceil (hypot (b.x - a.x, b.y - a.y) * 1.5), 4000.0) + 1;

      for (int step = 0; step <= n_steps; step++)
        {
          double x = a.x + (b.x - a.x) * step / n_steps;
          double y = a.y + (b.y - a.y) * step / n_steps;

          if (x >= 0 && y >= 0 && x < self->raster->columns && y < self->raster->rows)
            {
              guint8 *cell = &self->raster->lines[(int) y * self->raster->columns + (int) x];

              *cell = MAX (*cell, strength);
            }
        }
    }
}

static void
mark_geometry (const Drawing *self, const KaGeometry *geometry, guint8 strength)
{
  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      mark_arc (self, &self->scene->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])], strength);
}

static void
mark_lines (const Drawing *self)
{
  for (gsize i = 0; i < self->scene->topology->n_in_layer[KA_LAYER_RIVERS]; i++)
    mark_geometry (self, &self->scene->topology->layers[KA_LAYER_RIVERS][i], 1);
  for (gsize i = 0; i < self->scene->n_arcs; i++)
    {
      KaMapBorder border = ka_box_meets (self->scene->arcs[i].box, self->view)
                             ? ka_map_day_classify (self->day, self->scene->arcs[i].source)
                             : KA_MAP_BORDER_NONE;

      if (border != KA_MAP_BORDER_NONE)
        mark_arc (self, &self->scene->arcs[i], border == KA_MAP_BORDER_COAST ? 1 : 2);
    }
  for (guint i = 0; i < self->day->frontiers->len; i++)
    mark_geometry (self, ((KaFrontier *) self->day->frontiers->pdata[i])->geometry, 3);
}

KaLabelRaster *
ka_label_raster_new (const KaMapDay *day, const KaViewport *viewport)
{
  KaLabelRaster *self = g_new0 (KaLabelRaster, 1);
  Drawing drawing = { self, day->scene, day, viewport, .view = ka_viewport_get_box (viewport) };
  gsize   n_cells;

  self->cell = MAX (MIN_CELL, MAX (viewport->width, viewport->height) / 280.0);
  self->columns = MAX ((int) ceil (viewport->width / self->cell), 1);
  self->rows = MAX ((int) ceil (viewport->height / self->cell), 1);
  n_cells = (gsize) self->columns * (gsize) self->rows;
  self->areas = g_new (gint16, n_cells);
  self->lines = g_new0 (guint8, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    self->areas[i] = KA_LABEL_SEA;

  drawing.level = ka_map_soft_level_for (self->cell / 3.0 / viewport->scale);
  drawing.rows = g_new (GArray *, self->rows);
  for (int row = 0; row < self->rows; row++)
    drawing.rows[row] = g_array_new (FALSE, FALSE, sizeof (double));
  fill_layer (&drawing, KA_LAYER_CONTEXT, KA_LABEL_CONTEXT);
  fill_layer (&drawing, KA_LAYER_AREAS, 0);
  fill_layer (&drawing, KA_LAYER_LAKES, KA_LABEL_LAKE);
  mark_lines (&drawing);
  for (int row = 0; row < self->rows; row++)
    g_array_unref (drawing.rows[row]);
  g_free (drawing.rows);

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
