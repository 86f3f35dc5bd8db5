/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Painting of names and symbols that have been placed: all halos below all letters, so that the
 * halo of one name never covers another name.
 */

#include "config.h"

#include "ka-halo.h"
#include "ka-label-private.h"

/* How far a halo reaches, and how much it covers: stroked along outlines, or as a mask whose edge
 * is soft */
#define HALO_WIDTH 1.8
#define HALO_ALPHA 0.8
#define MASK_ALPHA 0.95

void
ka_map_symbol_paint (cairo_t       *cr,
                     const KaTheme *theme,
                     KaMapSymbol    symbol,
                     KaPoint        at,
                     double         radius)
{
  cairo_new_path (cr);
  if (symbol == KA_MAP_SYMBOL_PEAK)
    {
      cairo_move_to (cr, at.x, at.y - radius * 0.9);
      cairo_line_to (cr, at.x + radius, at.y + radius * 0.8);
      cairo_line_to (cr, at.x - radius, at.y + radius * 0.8);
      cairo_close_path (cr);
      ka_colour_set_source (&theme->peak, cr);
      cairo_fill (cr);
      return;
    }
  if (symbol == KA_MAP_SYMBOL_RUIN)
    {
      static const KaPoint dots[3] = { { 0, -0.6 }, { 0.7, 0.6 }, { -0.7, 0.6 } };

      for (int i = 0; i < 3; i++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, at.x + dots[i].x * radius, at.y + dots[i].y * radius, radius * 0.38, 0,
                     2 * G_PI);
        }
      ka_colour_set_source (&theme->town, cr);
      cairo_fill (cr);
      return;
    }

  cairo_arc (cr, at.x, at.y, radius - 0.6, 0, 2 * G_PI);
  ka_colour_set_source (&theme->town_fill, cr);
  cairo_fill_preserve (cr);
  ka_colour_set_source (&theme->town, cr);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
  if (symbol == KA_MAP_SYMBOL_CAPITAL)
    {
      cairo_arc (cr, at.x, at.y, radius * 0.38, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

typedef void (*GlyphPainter) (cairo_t *cr, PangoFont *font, PangoGlyphString *glyphs);

static void
for_each_glyph (const KaMapLabel *label, cairo_t *cr, GlyphPainter paint)
{
  PangoGlyphInfo   info = { 0 };
  int              cluster = 0;
  PangoGlyphString one = { .num_glyphs = 1, .glyphs = &info, .log_clusters = &cluster };

  for (guint i = 0; i < label->glyphs->len; i++)
    {
      const KaLabelGlyph *glyph = &g_array_index (label->glyphs, KaLabelGlyph, i);

      info.glyph = glyph->glyph;
      info.geometry.width = pango_units_from_double (glyph->advance);
      cairo_save (cr);
      cairo_translate (cr, glyph->at.x, glyph->at.y);
      cairo_rotate (cr, glyph->angle);
      cairo_move_to (cr, 0, 0);
      paint (cr, glyph->font, &one);
      cairo_restore (cr);
    }
}

static void
append_halo_path (const KaMapLabel *label, cairo_t *cr)
{
  if (label->glyphs != NULL)
    {
      for_each_glyph (label, cr, pango_cairo_glyph_string_path);
      return;
    }
  cairo_move_to (cr, label->at.x, label->at.y);
  pango_cairo_layout_path (cr, label->layout);
}

static void
show_text (const KaMapLabel *label, cairo_t *cr)
{
  if (label->glyphs != NULL)
    for_each_glyph (label, cr, pango_cairo_show_glyph_string);
  else
    ka_type_show (cr, label->layout, label->at.x, label->at.y);
}

/* Halos as wide strokes of the outlines: the text is there once, as a vector format wants it */
static void
stroke_halos (const KaMapLabels *self, cairo_t *cr, const KaTheme *theme)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO_WIDTH * 2);
  ka_colour_set_source_alpha (&theme->halo, cr, HALO_ALPHA);
  for (guint i = 0; i < self->labels->len; i++)
    {
      append_halo_path (self->labels->pdata[i], cr);
      cairo_stroke (cr);
    }
}

static void
show_letters (cairo_t *cr, gconstpointer data)
{
  show_text (data, cr);
}

static void
mask_halos (const KaMapLabels *self, cairo_t *cr, const KaTheme *theme)
{
  ka_colour_set_source_alpha (&theme->halo, cr, MASK_ALPHA);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const KaMapLabel *label = self->labels->pdata[i];
      KaBox             box = KA_BOX_NOTHING;

      for (guint j = 0; j < label->boxes->len; j++)
        box = ka_box_unite (box, g_array_index (label->boxes, KaBox, j));
      if (!ka_box_is_empty (box))
        ka_halo_paint (cr, box, HALO_WIDTH, show_letters, label);
    }
}

void
ka_map_labels_paint (const KaMapLabels *self, cairo_t *cr, const KaTheme *theme)
{
  cairo_save (cr);
  cairo_new_path (cr);
  if (ka_halo_suits (cr))
    mask_halos (self, cr, theme);
  else
    stroke_halos (self, cr, theme);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const KaMapLabel *label = self->labels->pdata[i];

      if (label->symbol != KA_MAP_SYMBOL_NONE)
        ka_map_symbol_paint (cr, theme, label->symbol, label->symbol_at, label->radius);
      ka_colour_set_source (label->ink, cr);
      show_text (label, cr);
    }
  cairo_restore (cr);
}
