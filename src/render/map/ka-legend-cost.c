/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weighs what a legend would hide. Draws the matter of the map into a mask of coarse cells, whose
 * coverage is the weight, and sums it up.
 */

#include "config.h"

#include "ka-legend-cost.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-map-symbol.h"

/* The side of a cell in user units */
#define CELL 12.0
/* The weights of a cell, of 255 at most */
#define SEA       2.0
#define LAND      4.0
#define HATCHED   40.0
#define FEATURED  200.0
#define BORDER    16.0
#define FRONTIER  60.0
#define PRINCIPAL 200.0
#define TOWN      30.0
#define GREAT     200.0 /* a town that every map shows */
/* The widths of lines with what is beside them, in user units */
#define BORDER_WIDTH   14.0
#define FRONTIER_WIDTH 24.0
/* The room of a town with its name at either side, in user units */
#define TOWN_WIDTH  84.0
#define TOWN_HEIGHT 16.0

struct _KaLegendCost
{
  int     columns;
  int     rows;
  double *sums; /* of all cells above and left, with a row and a column of zeros */
};

static void
set_weight (cairo_t *cr, double weight)
{
  cairo_set_source_rgba (cr, 0, 0, 0, weight / 255);
}

static void
fill_lands (const KaPaintContext *context, const GPtrArray *lands, double weight)
{
  set_weight (context->cr, weight);
  for (guint i = 0; i < lands->len; i++)
    {
      const KaMapLand *land = lands->pdata[i];

      ka_map_path_chains (context, land->rings, context->level);
      cairo_fill (context->cr);
    }
}

static void
stroke (const KaPaintContext *context, double width, double weight)
{
  cairo_set_line_width (context->cr, width);
  set_weight (context->cr, weight);
  cairo_stroke (context->cr);
}

static void
stroke_lines (const KaPaintContext *context)
{
  const KaMapDay *day = context->day;

  for (int border = KA_MAP_BORDER_AUTONOMY; border < KA_N_MAP_BORDERS; border++)
    ka_map_path_chains (context, day->borders[border], context->level);
  stroke (context, BORDER_WIDTH, BORDER);
  for (guint i = 0; i < day->frontiers->len; i++)
    {
      const KaFrontier *frontier = day->frontiers->pdata[i];

      if (!ka_map_shows_frontier (context->state, frontier))
        continue;
      ka_map_path_geometry (context, frontier->geometry, context->level);
      stroke (context, FRONTIER_WIDTH, frontier == day->principal ? PRINCIPAL : FRONTIER);
    }
}

static void
fill_towns (const KaPaintContext *context)
{
  const KaList *places = ka_atlas_get_items (context->scene->atlas, KA_ITEM_PLACE);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      KaPoint        at = ka_viewport_to_user (context->viewport,
                                               context->scene->places_km[place->item.index]);

      if (place->kind != KA_PLACE_TOWN ||
          !ka_map_shows_place (context->scene, place, context->day->day, context->viewport->scale))
        continue;
      set_weight (context->cr, place->rank <= 1 ? GREAT : TOWN);
      cairo_rectangle (context->cr, at.x - TOWN_WIDTH / 2, at.y - TOWN_HEIGHT / 2, TOWN_WIDTH,
                       TOWN_HEIGHT);
      cairo_fill (context->cr);
    }
}

/* Draws the matter; where parts lie on each other, their weights add up. */
static void
draw (const KaPaintContext *context)
{
  const KaMapDay *day = context->day;

  cairo_set_operator (context->cr, CAIRO_OPERATOR_ADD);
  set_weight (context->cr, SEA);
  cairo_paint (context->cr);
  fill_lands (context, day->lands, LAND);
  fill_lands (context, day->occupied, HATCHED);
  fill_lands (context, day->contested, HATCHED);
  if (ka_view_state_shows (context->state, KA_MAP_LAYER_CLAIMS))
    fill_lands (context, day->claimed, HATCHED);
  fill_lands (context, day->featured, FEATURED);
  stroke_lines (context);
  if (ka_view_state_shows (context->state, KA_MAP_LAYER_TOWNS))
    fill_towns (context);
  /* The ink of the highlight weighs the selection. */
  cairo_set_operator (context->cr, CAIRO_OPERATOR_OVER);
  ka_map_highlight_paint (context);
}

static void
sum_up (KaLegendCost *self, cairo_surface_t *mask)
{
  const guint8 *pixels = cairo_image_surface_get_data (mask);
  int           stride = cairo_image_surface_get_stride (mask);
  int           width = self->columns + 1;

  self->sums = g_new0 (double, (gsize) width *(gsize) (self->rows + 1));
  for (int y = 0; y < self->rows; y++)
    for (int x = 0; x < self->columns; x++)
      self->sums[(y + 1) * width + x + 1] = pixels[y * stride + x] + self->sums[y * width + x + 1] +
                                            self->sums[(y + 1) * width + x] -
                                            self->sums[y * width + x];
}

KaLegendCost *
ka_legend_cost_new (const KaPaintContext *context)
{
  KaLegendCost  *self = g_new0 (KaLegendCost, 1);
  KaViewState    state = *context->state;
  KaPaintContext coarse = *context;
  g_autoptr (cairo_surface_t) mask = NULL;
  g_autoptr (cairo_t) cr = NULL;

  self->columns = (int) ceil (context->viewport->width / CELL);
  self->rows = (int) ceil (context->viewport->height / CELL);
  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, self->columns, self->rows);
  cr = cairo_create (mask);
  cairo_scale (cr, 1 / CELL, 1 / CELL);
  state.hover = NULL;
  state.hover_step = 0;
  coarse.cr = cr;
  coarse.state = &state;
  coarse.level = ka_map_level_for (CELL / 2 / context->viewport->scale);
  draw (&coarse);
  cairo_surface_flush (mask);
  sum_up (self, mask);

  return self;
}

void
ka_legend_cost_free (KaLegendCost *self)
{
  g_free (self->sums);
  g_free (self);
}

double
ka_legend_cost_get_cell (void)
{
  return CELL;
}

double
ka_legend_cost_measure (const KaLegendCost *self, KaBox box)
{
  int width = self->columns + 1;
  int x0 = CLAMP ((int) floor (box.x0 / CELL), 0, self->columns);
  int y0 = CLAMP ((int) floor (box.y0 / CELL), 0, self->rows);
  int x1 = CLAMP ((int) ceil (box.x1 / CELL), x0, self->columns);
  int y1 = CLAMP ((int) ceil (box.y1 / CELL), y0, self->rows);

  return self->sums[y1 * width + x1] - self->sums[y0 * width + x1] - self->sums[y1 * width + x0] +
         self->sums[y0 * width + x0];
}
