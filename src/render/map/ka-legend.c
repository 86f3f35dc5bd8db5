/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The legend of a map: lays out its rows at the bottom left and paints them.
 */

#include "config.h"

#include "ka-legend.h"

#include <math.h>

#include "ka-captions.h"
#include "ka-legend-rows.h"
#include "ka-type.h"

/* User units */
#define PADDING        11.0
#define SAMPLE_WIDTH   25.0
#define SAMPLE_HEIGHT  13.0
#define GAP            10.0
#define HEADING_HEIGHT 26.0
#define MARGIN         14.0
#define ROW            20.0
#define TEXT_SIZE      12.0
/* Padding of a row of several lines */
#define ROW_PADDING 3.0
/* The width of a column without its text */
#define COLUMN_PADDING (2 * PADDING + SAMPLE_WIDTH + GAP)
#define MAX_COLUMNS    2
/* Space above the first row and below the last */
#define EDGE        (PADDING - 3)
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

/* Wraps the text of all rows at a width; returns the greatest width */
static double
set_texts (KaLegend *self, double room)
{
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = self->rows->pdata[i];
      double       width, height;

      pango_layout_set_width (row->layout, pango_units_from_double (room));
      ka_type_measure (row->layout, &width, &height, NULL);
      widest = MAX (widest, MIN (width, room));
      row->box = (KaBox){ 0, 0, width, MAX (ROW, height + ROW_PADDING) };
      row->text_box = (KaBox){ 0, 0, width, height };
    }

  return ceil (widest);
}

static double
add_heights (const KaLegend *self, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += ((const KaLegendRow *) self->rows->pdata[i])->box.y1;

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

/* The number of rows in the first column */
static guint
count_first (const KaLegend *self, int n_columns)
{
  return n_columns == 1 ? self->rows->len : split_rows (self, self->rows->len);
}

/* Places the rows below @top */
static void
place_rows (KaLegend *self, guint n_first, double column_width, KaPoint top)
{
  double y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = self->rows->pdata[i];
      KaPoint      text = { row->text_box.x1, row->text_box.y1 };
      double       x = top.x + (i < n_first ? 0 : column_width);
      double       below;

      y = i == n_first ? 0 : y;
      below = y + row->box.y1;
      row->box = (KaBox){ x, top.y + y, x + column_width, top.y + below };
      x += PADDING + SAMPLE_WIDTH + GAP;
      y = (row->box.y0 + row->box.y1 - text.y) / 2;
      row->text_box = (KaBox){ x, y, x + text.x, y + text.y };
      y = below;
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
  g_ptr_array_set_size (self->rows, (int) n_rows);
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
  double column_width;
  int    n_columns;
  guint  n_first;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = self->rows->pdata[i];

      row->layout = ka_type_layout (context->cr, context->theme, &style, row->text);
      pango_layout_set_wrap (row->layout, PANGO_WRAP_WORD_CHAR);
    }
  n_columns = choose_columns (self, viewport, is_printed ? WIDTH_SHARE : OPEN_SHARE, most,
                              &column_width);
  n_first = count_first (self, n_columns);
  self->box.x1 = MAX (self->box.x1, MARGIN + n_columns * column_width);
  self->box.y0 = viewport->height - MARGIN - EDGE - add_heights (self, 0, n_first) - above;
  place_rows (self, n_first, column_width, (KaPoint){ MARGIN, self->box.y0 + above });
}

static void
lay_out (KaLegend *self, const KaPaintContext *context)
{
  static const KaTypeStyle heading_style = { .size = TEXT_SIZE, .is_bold = TRUE };
  gboolean                 is_printed = context->state->legend == KA_LEGEND_PRINTED;
  double                   heading = is_printed ? 0 : HEADING_HEIGHT;
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

KaLegend *
ka_legend_new (const KaPaintContext *context)
{
  KaLegend *self = g_new0 (KaLegend, 1);

  self->is_folded = context->state->legend == KA_LEGEND_FOLDED ||
                    (context->state->legend == KA_LEGEND_AUTO &&
                     ka_legend_folds_by_itself (context->viewport));
  self->rows = self->is_folded ? g_ptr_array_new () : ka_legend_rows_new (context);
  lay_out (self, context);

  return self;
}

void
ka_legend_free (KaLegend *self)
{
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->heading);
  g_free (self);
}

/* Paints the ground of a panel over the map, with rounded corners and a hairline */
static void
paint_panel (cairo_t *cr, const KaTheme *theme, KaBox box)
{
  double radius = 6.0;

  cairo_new_path (cr);
  cairo_arc (cr, box.x1 - radius, box.y0 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, box.x1 - radius, box.y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box.x0 + radius, box.y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box.x0 + radius, box.y0 + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  ka_colour_set_source_alpha (&theme->panel, cr, 0.94);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&theme->rule, cr, 1, 1.0);
}

/* Paints the heading: a triangle that points down to the rows, or right when folded, and the text
 * */
static void
paint_heading (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  KaBox   box = self->heading_box;
  KaPoint at = { box.x0 + PADDING + 5, (box.y0 + box.y1) / 2 };
  double  height;

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  if (self->is_folded)
    cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, -4.5, -2.5);
  cairo_line_to (cr, 4.5, -2.5);
  cairo_line_to (cr, 0, 3.5);
  cairo_close_path (cr);
  ka_colour_set_source (&theme->text, cr);
  cairo_fill (cr);
  cairo_restore (cr);

  ka_type_measure (self->heading, NULL, &height, NULL);
  ka_colour_set_source (&theme->text, cr);
  ka_type_show (cr, self->heading, box.x0 + PADDING + SAMPLE_WIDTH + GAP, at.y - height / 2);
}

static void
paint_row (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme)
{
  KaBox  box = row->box;
  double x = box.x0 + PADDING;
  double y = (box.y0 + box.y1 - SAMPLE_HEIGHT) / 2;

  ka_legend_paint_sample (row, cr, theme, (KaBox){ x, y, x + SAMPLE_WIDTH, y + SAMPLE_HEIGHT });
  ka_colour_set_source (&theme->text, cr);
  ka_type_show (cr, row->layout, row->text_box.x0, row->text_box.y0);
}

void
ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  if (ka_box_is_empty (self->box))
    return;

  paint_panel (cr, theme, self->box);
  if (self->heading != NULL)
    paint_heading (self, cr, theme);
  for (guint i = 0; i < self->rows->len; i++)
    paint_row (self->rows->pdata[i], cr, theme);
}
