/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The legend of a map: lays out its rows over the map or beside it and paints them.
 */

#include "config.h"

#include "ka-legend.h"

#include <math.h>
#include <string.h>

#include "ka-captions.h"
#include "ka-legend-place.h"
#include "ka-legend-rows.h"
#include "ka-type.h"

/* User units */
#define SAMPLE_HEIGHT  12.0
#define HEADING_HEIGHT 24.0
#define MARGIN         14.0
#define TEXT_SIZE      11.0
/* On a small map */
#define MIN_MARGIN 4.0
/* Space below the last row */
#define EDGE 5.0
/* Where the text of a row on paper breaks */
#define PAPER_ROOM 300.0
/* A smaller map has the heading alone. */
#define MIN_WIDTH  420.0
#define MIN_HEIGHT 300.0

/* Type of a legend that has little room, in user units */
static const double text_sizes[] = { TEXT_SIZE, 10, 9, 8 };

static void
set_text (KaLegendRow *row, const KaPaintContext *context, double size)
{
  const KaTypeStyle style = { .size = size };
  KaLegendSize     *whole = &row->sizes[0];

  g_clear_pointer (&row->layout, ka_type_layout_free);
  row->layout = ka_type_layout (context->cr, context->theme, &style, row->text);
  pango_layout_set_wrap (row->layout->pango, PANGO_WRAP_WORD_CHAR);
  ka_type_measure (row->layout, &whole->width, &whole->height, NULL);
  whole->room = G_MAXDOUBLE;
  row->n_sizes = 1;
}

static void
set_texts (KaLegend *self, const KaPaintContext *context, double size)
{
  self->size = size;
  for (guint i = 0; i < self->rows->len; i++)
    set_text (self->rows->pdata[i], context, size);
}

/* Takes a text of the usual size out of a legend that has it. */
static gboolean
take_text (KaLegendRow *row, const KaLegend *previous)
{
  for (guint i = 0; i < previous->rows->len; i++)
    {
      KaLegendRow *other = previous->rows->pdata[i];

      if (other->layout == NULL || !g_str_equal (other->text, row->text))
        continue;
      row->layout = g_steal_pointer (&other->layout);
      row->n_sizes = other->n_sizes;
      memcpy (row->sizes, other->sizes, sizeof row->sizes);
      return TRUE;
    }

  return FALSE;
}

static KaLegend *
new_with_rows (const KaPaintContext *context, KaLegend *previous)
{
  KaLegend *self = g_new0 (KaLegend, 1);

  self->theme = context->theme;
  self->size = TEXT_SIZE;
  self->box = self->heading_box = (KaBox){ 0, 0, -1, -1 };
  self->rows = ka_legend_rows_new (context);
  if (previous != NULL && (previous->theme != self->theme || previous->size != self->size))
    previous = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    if (previous == NULL || !take_text (self->rows->pdata[i], previous))
      set_text (self->rows->pdata[i], context, TEXT_SIZE);

  return self;
}

KaLegend *
ka_legend_new_on_paper (const KaPaintContext *context, double width, double max_height)
{
  KaLegend     *self = new_with_rows (context, NULL);
  double        room = MAX (1, MIN (PAPER_ROOM, width - KA_LEGEND_INDENT - KA_LEGEND_PADDING));
  KaLegendShape shape = ka_legend_shape_lowest (self->rows, width, room, max_height);

  for (gsize i = 0; i < G_N_ELEMENTS (text_sizes) && shape.height > max_height; i++)
    {
      set_texts (self, context, text_sizes[i]);
      shape = ka_legend_shape_lowest (self->rows, width, room, max_height);
    }
  while (self->rows->len > 0 && shape.height > max_height)
    {
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
      shape = ka_legend_shape_lowest (self->rows, width, room, max_height);
    }
  if (self->rows->len == 0)
    return self;

  ka_legend_shape_apply (&shape, self->rows, (KaPoint){ 0, 0 });
  self->box = (KaBox){ 0, 0, shape.width, shape.height };

  return self;
}

/* Finds shape and place of a legend that a person has opened: it may cover what it needs, then
 * other furniture; then its type shrinks; at last it leaves out the last rows. */
static gboolean
choose_any (KaLegend             *self,
            const KaPaintContext *context,
            KaLegendSite         *site,
            KaLegendChoice       *choice)
{
  site->max_area = G_MAXDOUBLE;
  site->max_weight = G_MAXFLOAT;
  if (ka_legend_place_choose (site, self->rows, choice))
    return TRUE;

  site->n_taken = 0;
  site->frame = ka_box_grow (site->frame, MARGIN - MIN_MARGIN);
  for (gsize i = 0; i < G_N_ELEMENTS (text_sizes); i++)
    {
      set_texts (self, context, text_sizes[i]);
      if (ka_legend_place_choose (site, self->rows, choice))
        return TRUE;
    }
  while (self->rows->len > 1 && !ka_legend_place_choose (site, self->rows, choice))
    g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);

  return ka_legend_place_choose (site, self->rows, choice);
}

/* Folded it stands at the lower left, where a person finds it. */
static void
fold (KaLegend *self, const KaPaintContext *context, double width)
{
  g_ptr_array_set_size (self->rows, 0);
  self->is_folded = TRUE;
  self->place = context->state->legend_place;
  self->box = (KaBox){ MARGIN, context->viewport->height - MARGIN - HEADING_HEIGHT, MARGIN + width,
                       context->viewport->height - MARGIN };
  self->heading_box = self->box;
}

static void
unfold (KaLegend *self, const KaLegendChoice *choice)
{
  self->place = choice->place;
  self->box = self->heading_box = choice->box;
  self->heading_box.y1 = self->box.y0 + HEADING_HEIGHT;
  ka_legend_shape_apply (&choice->shape, self->rows,
                         (KaPoint){ self->box.x0, self->heading_box.y1 });
}

static void
lay_out (KaLegend *self, const KaPaintContext *context, KaLegendSite *site)
{
  const KaViewport *viewport = context->viewport;
  KaLegendFold      fold_state = context->state->legend;
  KaLegendChoice    choice;

  self->folds_by_itself = viewport->width < MIN_WIDTH || viewport->height < MIN_HEIGHT ||
                          !ka_legend_place_choose (site, self->rows, &choice);
  if (fold_state == KA_LEGEND_FOLDED || (fold_state != KA_LEGEND_OPEN && self->folds_by_itself) ||
      (self->folds_by_itself && !choose_any (self, context, site, &choice)))
    fold (self, context, site->min_width);
  else
    unfold (self, &choice);
}

KaLegend *
ka_legend_new (const KaPaintContext *context, const KaBox *taken, gsize n_taken, KaLegend *previous)
{
  static const KaTypeStyle style = { .size = TEXT_SIZE, .is_bold = TRUE };
  const KaViewport        *viewport = context->viewport;
  KaLegend                *self = new_with_rows (context, previous);
  g_autoptr (KaLegendCost) cost = NULL;
  KaLegendSite site = { .taken = taken,
                        .n_taken = n_taken,
                        .frame = { MARGIN, MARGIN, viewport->width - MARGIN,
                                   viewport->height - MARGIN },
                        .max_area = KA_LEGEND_MAX_SHARE * viewport->width * viewport->height,
                        .max_weight = KA_LEGEND_MAX_WEIGHT,
                        .above = HEADING_HEIGHT,
                        .below = EDGE,
                        .held = context->state->legend_place };

  if (self->rows->len == 0)
    return self;

  cost = ka_legend_cost_new (context);
  site.cost = cost;
  self->heading = ka_type_layout (context->cr, context->theme, &style,
                                  ka_caption_get (KA_CAPTION_HEADING, context->state->language));
  ka_type_measure (self->heading, &site.min_width, NULL, NULL);
  site.min_width = ceil (site.min_width) + KA_LEGEND_INDENT + KA_LEGEND_PADDING;
  lay_out (self, context, &site);

  return self;
}

void
ka_legend_free (KaLegend *self)
{
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->heading, ka_type_layout_free);
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
 */
static void
paint_heading (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  KaBox   box = self->heading_box;
  KaPoint at = { box.x0 + KA_LEGEND_PADDING + 5, (box.y0 + box.y1) / 2 };
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
  ka_type_show (cr, self->heading, box.x0 + KA_LEGEND_INDENT, at.y - height / 2);
}

static void
paint_row (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme)
{
  double x = row->box.x0 + KA_LEGEND_PADDING;
  double y = (row->box.y0 + row->box.y1 - SAMPLE_HEIGHT) / 2;

  ka_legend_paint_sample (row, cr, theme,
                          (KaBox){ x, y, x + KA_LEGEND_SAMPLE_WIDTH, y + SAMPLE_HEIGHT });
  ka_colour_set_source (&theme->text, cr);
  ka_type_show (cr, row->layout, row->text_box.x0, row->text_box.y0);
}

void
ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  if (self->heading != NULL)
    {
      paint_panel (cr, theme, self->box);
      paint_heading (self, cr, theme);
    }
  for (guint i = 0; i < self->rows->len; i++)
    paint_row (self->rows->pdata[i], cr, theme);
}
