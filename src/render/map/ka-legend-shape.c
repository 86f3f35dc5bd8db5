/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Breaks the rows of a legend into columns of about the same height.
 */

#include "config.h"

#include "ka-legend-shape.h"

#include <math.h>
#include <string.h>

#include "ka-type.h"

/* User units */
#define ROW 14.0
/* Padding of a row of several lines */
#define ROW_PADDING 2.0
/* What is left beside a text that surely does not break: more than Pango rounds */
#define SLACK 1.0
/* The least room for the texts of a column that is one of several */
#define MIN_ROOM 100.0

static KaLegendRow *
get_row (const GPtrArray *rows, guint row)
{
  return rows->pdata[row];
}

/* The size of a text in a room: that of the whole text where it does not break, or one that is
 * known, or a new one in place of the oldest. */
static const KaLegendSize *
measure_text (KaLegendRow *row, double room)
{
  KaLegendSize *size;

  if (row->sizes[0].width <= room - SLACK)
    return &row->sizes[0];
  for (guint i = 1; i < row->n_sizes; i++)
    if (row->sizes[i].room == room)
      return &row->sizes[i];

  if (row->n_sizes == KA_LEGEND_N_SIZES)
    memmove (&row->sizes[1], &row->sizes[2], sizeof row->sizes[0] * (--row->n_sizes - 1));
  size = &row->sizes[row->n_sizes++];
  size->room = room;
  ka_type_set_width (row->layout, room);
  ka_type_measure (row->layout, &size->width, &size->height, NULL);

  return size;
}

/* The size of a row without its indent */
static void
measure_row (KaLegendRow *row, double room, double *width, double *height, double *text)
{
  const KaLegendSize *size = measure_text (row, room);

  *text = size->height;
  *width = MIN (size->width, room);
  *height = MAX (ROW, ceil (size->height + ROW_PADDING));
}

/* Fills columns up to a height, all but the last one */
static KaLegendShape
fill (const double *widths, const double *heights, guint n_rows, int n_columns, double most)
{
  KaLegendShape self = { .n_columns = 1 };
  double        height = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      if (height > 0 && height + heights[i] > most && self.n_columns < n_columns)
        {
          self.starts[self.n_columns++] = i;
          height = 0;
        }
      height += heights[i];
      self.height = MAX (self.height, height);
      self.widths[self.n_columns - 1] = MAX (
        self.widths[self.n_columns - 1], ceil (widths[i]) + KA_LEGEND_INDENT + KA_LEGEND_PADDING);
    }
  self.starts[self.n_columns] = n_rows;
  for (int i = 0; i < self.n_columns; i++)
    self.width += self.widths[i];

  return self;
}

KaLegendShape
ka_legend_shape (const GPtrArray *rows, int n_columns, double room)
{
  g_autofree double *widths = g_new0 (double, rows->len + 1);
  g_autofree double *heights = g_new0 (double, rows->len + 1);
  KaLegendShape      self;
  double             text, most = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      measure_row (get_row (rows, i), room, &widths[i], &heights[i], &text);
      most += heights[i];
    }
  most = ceil (most / n_columns);
  while ((self = fill (widths, heights, rows->len, n_columns, most)).height > most)
    most++;
  self.room = room;

  return self;
}

KaLegendShape
ka_legend_shape_lowest (const GPtrArray *rows, double width, double room, double max_height)
{
  KaLegendShape best = ka_legend_shape (rows, 1, room);

  for (int n = 2; n <= KA_LEGEND_MAX_COLUMNS; n++)
    {
      KaLegendShape shape = ka_legend_shape (rows, n, room);

      if (shape.width <= width && shape.height < best.height)
        best = shape;
    }
  for (int n = 2; n <= KA_LEGEND_MAX_COLUMNS && best.height > max_height; n++)
    {
      double        share = floor (width / n) - KA_LEGEND_INDENT - KA_LEGEND_PADDING;
      KaLegendShape shape = ka_legend_shape (rows, n, MIN (MAX (share, MIN_ROOM), room));

      if (shape.width <= width && shape.height < best.height)
        best = shape;
    }

  return best;
}

void
ka_legend_shape_apply (const KaLegendShape *self, GPtrArray *rows, KaPoint top_left)
{
  double x = top_left.x;

  for (int column = 0; column < self->n_columns; column++)
    {
      double y = top_left.y;

      for (guint i = self->starts[column]; i < self->starts[column + 1]; i++)
        {
          KaLegendRow *row = get_row (rows, i);
          double       width, height, text, left = x + KA_LEGEND_INDENT;

          measure_row (row, self->room, &width, &height, &text);
          ka_type_set_width (row->layout, self->room);
          row->box = (KaBox){ x, y, x + self->widths[column], y + height };
          row->text_box = (KaBox){ left, y + (height - text) / 2, left + width,
                                   y + (height + text) / 2 };
          y += height;
        }
      x += self->widths[column];
    }
}
