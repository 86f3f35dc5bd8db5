/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chooses shape and place of a legend over a map: tries each at each and takes the one that hides
 * least.
 */

#include "config.h"

#include "ka-legend-place.h"

/* Places along each edge of the map, with both corners */
#define ALONG 9
/* The greatest number of columns over a map */
#define MAX_COLUMNS 3
/* The free space to what is taken, in user units */
#define GAP 2.0
/* The held place stays until another one hides so many times less. */
#define HOLD 1.35

/* Where the text of a row may break, in user units, and on the smallest map */
#define MIN_ROOM 60.0
static const double rooms[] = { 230, 190, 170, 150, 130 };

/* The box of a size at a place of a frame */
static KaBox
get_box (guint place, KaBox frame, double width, double height)
{
  double right = frame.x1 - frame.x0 - width;
  double below = frame.y1 - frame.y0 - height;
  guint  n = place - 1;
  double x, y;

  if (n < 2 * ALONG)
    {
      /* The left edge upwards, then the right one */
      x = n < ALONG ? 0 : right;
      y = below * (1 - (double) (n % ALONG) / (ALONG - 1));
    }
  else
    {
      /* The lower edge without its corners, then the upper one */
      n -= 2 * ALONG;
      x = right * (double) (n % (ALONG - 2) + 1) / (ALONG - 1);
      y = n < ALONG - 2 ? below : 0;
    }
  x += frame.x0;
  y += frame.y0;

  return (KaBox){ x, y, x + width, y + height };
}

static const KaBox *
find_obstacle (const KaLegendSite *self, KaBox box)
{
  for (gsize i = 0; i < self->n_taken; i++)
    if (ka_box_meets (self->taken[i], box))
      return &self->taken[i];

  return NULL;
}

gboolean
ka_legend_place_find (const KaLegendSite *self,
                      guint               place,
                      double              width,
                      double              height,
                      KaBox              *box)
{
  KaBox        found = get_box (place, self->frame, width, height);
  gboolean     is_low = found.y0 + found.y1 > self->frame.y0 + self->frame.y1;
  const KaBox *obstacle;

  while ((obstacle = find_obstacle (self, found)) != NULL)
    {
      found.y0 = is_low ? obstacle->y0 - GAP - height : obstacle->y1 + GAP;
      found.y1 = found.y0 + height;
      if (found.y0 < self->frame.y0 || found.y1 > self->frame.y1)
        return FALSE;
    }
  *box = found;

  return TRUE;
}

/* Tries a shape at each place */
static void
try_shape (const KaLegendSite  *self,
           const KaLegendShape *shape,
           KaLegendChoice      *best,
           KaLegendChoice      *held)
{
  double width = MAX (shape->width, self->min_width);
  double height = self->above + shape->height + self->below;
  double cell = ka_legend_cost_get_cell ();
  double max_cost = self->max_weight * width * height / cell / cell;

  if (width > self->frame.x1 - self->frame.x0 || height > self->frame.y1 - self->frame.y0 ||
      width * height > self->max_area)
    return;

  for (guint place = 1; place <= KA_LEGEND_N_PLACES; place++)
    {
      KaLegendChoice choice = { .shape = *shape, .place = place };

      if (!ka_legend_place_find (self, place, width, height, &choice.box))
        continue;
      choice.cost = ka_legend_cost_measure (self->cost, choice.box);
      if (choice.cost > max_cost)
        continue;
      if (choice.cost < best->cost)
        *best = choice;
      if (place == self->held && choice.cost < held->cost)
        *held = choice;
    }
}

gboolean
ka_legend_place_choose (const KaLegendSite *self, const GPtrArray *rows, KaLegendChoice *choice)
{
  KaLegendChoice best = { .cost = G_MAXDOUBLE };
  KaLegendChoice held = { .cost = G_MAXDOUBLE };
  double         widest = self->frame.x1 - self->frame.x0 - KA_LEGEND_INDENT - KA_LEGEND_PADDING;

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    for (int n = 1; n <= MAX_COLUMNS; n++)
      {
        KaLegendShape shape = ka_legend_shape (rows, n, CLAMP (widest, MIN_ROOM, rooms[i]));

        if (shape.n_columns == n)
          try_shape (self, &shape, &best, &held);
      }
  if (best.place == 0)
    return FALSE;

  *choice = held.place != 0 && held.cost <= best.cost * HOLD ? held : best;

  return TRUE;
}
