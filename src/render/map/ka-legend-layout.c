/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays out the rows of the legend in one column or two at the bottom left. Long rows are broken;
 * the last rows are left out when there is no room.
 */

#include "config.h"

#include "ka-legend.h"

#include <math.h>

#include "ka-captions.h"
#include "ka-legend-private.h"

#define MARGIN    14.0
#define ROW       20.0
#define TEXT_SIZE 12.0
/* Padding of a row of several lines */
#define ROW_PADDING 3.0
/* The width of a column without its text */
#define COLUMN_PADDING (2 * KA_LEGEND_PADDING + KA_LEGEND_SAMPLE_WIDTH + KA_LEGEND_GAP)
#define MAX_COLUMNS    2
/* Space above the first row and below the last */
#define EDGE        (KA_LEGEND_PADDING - 3)
#define HEADING_GAP 1.0
/* The greatest parts of the map that a legend takes: one column, all columns, all columns when
 * unfolded by hand, its height */
#define COLUMN_SHARE 0.42
#define WIDTH_SHARE  0.66
#define OPEN_SHARE   0.82
#define HEIGHT_SHARE 0.55
/* The width that a single column may have on any but the smallest map */
#define MIN_COLUMN 260.0
/* The least width of each of two columns */
#define MIN_OF_TWO 230.0
/* The space for the date above a legend that is unfolded by hand */
#define DATE_HEIGHT 96.0
/* The size of a common legend, and the greatest part of the map that it covers */
#define COMMON_WIDTH  300.0
#define COMMON_HEIGHT 210.0
#define MAX_SHARE     0.18

gboolean
ka_legend_folds_by_itself (const KaViewport *viewport)
{
  return COMMON_WIDTH * COMMON_HEIGHT > MAX_SHARE * viewport->width * viewport->height;
}

static KaLegendRow *
get_row (const KaLegend *self, guint row)
{
  return &g_array_index (self->rows, KaLegendRow, row);
}

/* Wraps the text of all rows at a width; returns the greatest width */
static double
set_texts (KaLegend *self, double room)
{
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = get_row (self, i);
      double       width, height;

      pango_layout_set_width (row->layout, pango_units_from_double (room));
      ka_type_measure (row->layout, &width, &height, NULL);
      widest = MAX (widest, MIN (width, room));
      row->box = (KaBox){ 0, 0, width, MAX (ROW, height + ROW_PADDING) };
    }

  return ceil (widest);
}

static double
add_heights (const KaLegend *self, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += get_row (self, i)->box.y1;

  return height;
}

/* The number of the first @n_rows rows in the first of two columns, which is the higher one by as
 * little as possible */
static guint
split_rows (const KaLegend *self, guint n_rows)
{
  double half = add_heights (self, 0, n_rows) / 2;
  guint  n = 0;

  while (n < n_rows && add_heights (self, 0, n) < half)
    n++;

  return n;
}

/* The number of rows that fit into columns of a height */
static guint
count_fitting (const KaLegend *self, int n_columns, double height)
{
  guint n = self->rows->len;

  while (n > 1 && add_heights (self, 0, n_columns == 1 ? n : split_rows (self, n)) > height)
    n--;

  return n;
}

/* Places the rows below @top; returns the height of the highest column */
static double
place_rows (KaLegend *self, int n_columns, double column_width, KaPoint top)
{
  guint  n_first = n_columns == 1 ? self->rows->len : split_rows (self, self->rows->len);
  double highest = 0;
  double y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = get_row (self, i);
      double       height = row->box.y1;
      double       x = top.x + (i < n_first ? 0 : column_width);

      if (i == n_first)
        y = 0;
      row->box = (KaBox){ x, top.y + y, x + column_width, top.y + y + height };
      y += height;
      highest = MAX (highest, y);
    }

  return highest;
}

static void
move_down (KaLegend *self, double dy)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      get_row (self, i)->box.y0 += dy;
      get_row (self, i)->box.y1 += dy;
    }
}

/* Chooses the number of columns that shows more rows */
static int
choose_columns (KaLegend         *self,
                const KaViewport *viewport,
                double            share,
                double            height,
                double           *column_width)
{
  double widths[MAX_COLUMNS] = {
    MAX (viewport->width * COLUMN_SHARE, MIN (MIN_COLUMN, viewport->width * 0.6)),
    viewport->width * share / 2,
  };
  int   n_columns = 1;
  guint n_rows = 0;

  for (int n = 1; n <= MAX_COLUMNS && n_rows < self->rows->len; n++)
    {
      guint n_fitting;

      if (n > 1 && widths[n - 1] < MIN_OF_TWO)
        break;
      set_texts (self, widths[n - 1] - COLUMN_PADDING);
      n_fitting = count_fitting (self, n, height);
      if (n_fitting <= n_rows)
        continue;
      n_rows = n_fitting;
      n_columns = n;
    }
  g_array_set_size (self->rows, n_rows);
  *column_width = set_texts (self, widths[n_columns - 1] - COLUMN_PADDING) + COLUMN_PADDING;

  return n_columns;
}

static void
lay_out_rows (KaLegend *self, const KaPaintContext *context, gboolean is_printed, double heading)
{
  const KaViewport        *viewport = context->viewport;
  static const KaTypeStyle style = { .size = TEXT_SIZE };
  double                   above = is_printed ? EDGE : heading + HEADING_GAP;
  double                   most = (is_printed ? viewport->height * HEIGHT_SHARE
                                              : viewport->height - DATE_HEIGHT - MARGIN) -
                above - EDGE;
  double column_width, height;
  int    n_columns;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = get_row (self, i);

      row->layout = ka_type_layout (context->cr, context->theme, &style, row->text);
      pango_layout_set_wrap (row->layout, PANGO_WRAP_WORD_CHAR);
    }
  n_columns = choose_columns (self, viewport, is_printed ? WIDTH_SHARE : OPEN_SHARE, most,
                              &column_width);
  height = place_rows (self, n_columns, column_width, (KaPoint){ MARGIN, 0 });
  self->box.x1 = MAX (self->box.x1, MARGIN + n_columns * column_width);
  self->box.y0 = viewport->height - MARGIN - EDGE - height - above;
  move_down (self, self->box.y0 + above);
}

void
ka_legend_lay_out (KaLegend *self, const KaPaintContext *context)
{
  static const KaTypeStyle heading_style = { .size = TEXT_SIZE, .is_bold = TRUE };
  gboolean                 is_printed = context->state->legend == KA_LEGEND_PRINTED;
  double                   heading = is_printed ? 0 : KA_LEGEND_HEADING_HEIGHT;
  double                   width;

  self->box = (KaBox){ 0, 0, -1, -1 };
  self->heading_box = self->box;
  if (self->rows->len == 0 && !self->is_folded)
    return;

  self->box = (KaBox){ MARGIN, context->viewport->height - MARGIN - heading, MARGIN,
                       context->viewport->height - MARGIN };
  if (!is_printed)
    {
      self->heading = ka_type_layout (
        context->cr, context->theme, &heading_style,
        ka_caption_get (KA_CAPTION_HEADING, context->state->language));
      ka_type_measure (self->heading, &width, NULL, NULL);
      self->box.x1 += ceil (width) + COLUMN_PADDING;
    }
  if (self->rows->len > 0)
    lay_out_rows (self, context, is_printed, heading);
  if (!is_printed)
    self->heading_box = (KaBox){ self->box.x0, self->box.y0, self->box.x1, self->box.y0 + heading };
}
