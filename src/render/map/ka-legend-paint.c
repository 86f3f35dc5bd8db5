/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the legend. The functions that draw the map draw its samples, so both look the same.
 */

#include "config.h"

#include "ka-legend-private.h"
#include "ka-map-parts.h"

static void
paint_ground (cairo_t *cr, const KaTheme *theme, KaBox box, const KaColour *colour)
{
  cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  ka_colour_set_source (colour, cr);
  cairo_fill (cr);
}

static void
paint_hatch (cairo_t        *cr,
             KaBox           box,
             const KaColour *colour,
             double          angle_deg,
             double          pitch,
             double          width)
{
  ka_map_hatch_box (cr, box, angle_deg, pitch, (KaPoint){ box.x0, box.y0 });
  cairo_set_line_width (cr, width);
  ka_colour_set_source (colour, cr);
  cairo_stroke (cr);
}

static void
paint_line (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  double y = (box.y0 + box.y1) / 2;

  cairo_move_to (cr, box.x0, y);
  cairo_line_to (cr, box.x1, y);
  if (row->sample == KA_LEGEND_SAMPLE_BORDER)
    ka_map_stroke_border (cr, theme, row->border);
  else if (row->sample == KA_LEGEND_SAMPLE_PINNED)
    ka_map_stroke_pinned (cr, theme);
  else
    ka_map_stroke_frontier (cr, theme, row->frontier, row->sample == KA_LEGEND_SAMPLE_PRINCIPAL,
                            0.2);
}

static void
paint_surface (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  const KaTintColours *colours = &theme->tints[row->tint];

  switch (row->sample)
    {
    case KA_LEGEND_SAMPLE_FEATURED:
      paint_ground (cr, theme, box, &colours->fill);
      ka_map_stipple_box (cr, box, row->tint == KA_TINT_BLUE, (KaPoint){ box.x0, box.y0 + 2 }, NULL,
                          NULL);
      ka_map_stroke_stipple (cr, colours, row->tint == KA_TINT_BLUE);
      break;
    case KA_LEGEND_SAMPLE_OCCUPIED:
      paint_ground (cr, theme, box, &theme->tints[row->ground].fill);
      paint_hatch (cr, box, &colours->band, 45, 7.0, 2.2);
      break;
    case KA_LEGEND_SAMPLE_CONTESTED:
      paint_ground (cr, theme, box, &theme->tints[KA_TINT_NEUTRAL].fill);
      paint_hatch (cr, box, &theme->tints[KA_TINT_NEUTRAL].band, 45, 7.0, 1.3);
      break;
    case KA_LEGEND_SAMPLE_CLAIMED:
      paint_ground (cr, theme, box, &theme->panel);
      paint_hatch (cr, box, &colours->text, ka_map_claim_angle_deg (row->number),
                   ka_map_claim_pitch (row->number), 1.0);
      break;
    case KA_LEGEND_SAMPLE_PRINCIPAL:
    case KA_LEGEND_SAMPLE_FRONTIER:
    case KA_LEGEND_SAMPLE_BORDER:
    case KA_LEGEND_SAMPLE_PINNED:
    default:
      break;
    }
}

static void
paint_sample (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  cairo_save (cr);
  if (row->sample == KA_LEGEND_SAMPLE_PRINCIPAL || row->sample == KA_LEGEND_SAMPLE_FRONTIER ||
      row->sample == KA_LEGEND_SAMPLE_BORDER || row->sample == KA_LEGEND_SAMPLE_PINNED)
    {
      paint_line (row, cr, theme, box);
      cairo_restore (cr);
      return;
    }

  cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  cairo_clip (cr);
  paint_surface (row, cr, theme, box);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, box.x0 + 0.5, box.y0 + 0.5, box.x1 - box.x0 - 1, box.y1 - box.y0 - 1);
  if (row->sample == KA_LEGEND_SAMPLE_CLAIMED)
    cairo_set_dash (cr, (double[]){ 8, 3, 2, 3 }, 4, 0);
  ka_colour_set_source (row->sample == KA_LEGEND_SAMPLE_CONTESTED ? &theme->border_minor
                                                                  : &theme->tints[row->tint].band,
                        cr);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
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
  ka_colour_set_source (&theme->rule, cr);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/* Paints the heading: a triangle that points down to the rows, or right when folded, and the text
 * */
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
  ka_type_show (cr, self->heading,
                box.x0 + KA_LEGEND_PADDING + KA_LEGEND_SAMPLE_WIDTH + KA_LEGEND_GAP,
                at.y - height / 2);
}

static void
paint_row (const KaLegendRow *row, cairo_t *cr, const KaTheme *theme)
{
  KaBox  box = row->box;
  double x = box.x0 + KA_LEGEND_PADDING;
  double y = (box.y0 + box.y1 - KA_LEGEND_SAMPLE_HEIGHT) / 2;
  double height;

  paint_sample (row, cr, theme,
                (KaBox){ x, y, x + KA_LEGEND_SAMPLE_WIDTH, y + KA_LEGEND_SAMPLE_HEIGHT });
  ka_type_measure (row->layout, NULL, &height, NULL);
  ka_colour_set_source (&theme->text, cr);
  ka_type_show (cr, row->layout, x + KA_LEGEND_SAMPLE_WIDTH + KA_LEGEND_GAP,
                (box.y0 + box.y1 - height) / 2);
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
    paint_row (&g_array_index (self->rows, KaLegendRow, i), cr, theme);
}
