/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places all labels in order of importance, and paints them. Other files collect the names and find
 * their places.
 */

#include "config.h"

#include "ka-labels.h"

#include "ka-halo.h"
#include "ka-label-collect.h"

#include <math.h>

/* Reach of a halo in user units, and its alpha as strokes and as a mask with soft edges */
#define HALO_WIDTH 1.1
#define HALO_ALPHA 0.75
#define MASK_ALPHA 0.85

/* The line below the name of a capital, in user units */
#define UNDERLINE 1.0

static void
place_rank (KaLabelBoard *board, int rank)
{
  if (ka_view_state_shows (board->context->state, KA_MAP_LAYER_TOWNS))
    ka_label_collect_towns (board, rank);
  if (rank == 1)
    ka_label_collect_frontiers (board);
  if (rank == 2)
    ka_label_collect_regions (board, FALSE);
  ka_label_collect_waters (board, rank);
  if (ka_view_state_shows (board->context->state, KA_MAP_LAYER_PEAKS))
    ka_label_collect_peaks (board, rank);
}

static void
place_all (KaLabelBoard *board)
{
  ka_label_reserve_symbols (board);
  ka_label_collect_selected (board);
  ka_label_collect_regions (board, TRUE);
  ka_label_collect_polities (board, FALSE);
  ka_label_collect_contested (board);
  ka_label_collect_polities (board, TRUE);
  ka_label_collect_wholes (board);
  for (int rank = 1; rank <= 3; rank++)
    place_rank (board, rank);
}

/* Whether each area is hatched because another claims or occupies it */
static gboolean *
find_hatched (const KaMapDay *day)
{
  gboolean *hatched = g_new0 (gboolean, day->scene->n_areas + 1);

  for (gsize i = 0; i < day->scene->n_areas; i++)
    {
      const KaArea   *area = day->scene->areas[i];
      const KaTenure *tenure = day->areas[i].tenure;

      hatched[i] = tenure != NULL && tenure->kind == KA_TENURE_OCCUPIED;
      for (gsize j = 0; area != NULL && !hatched[i] && j < area->claims.n_items; j++)
        hatched[i] = ka_span_has (((const KaTenure *) area->claims.items[j])->span, day->day);
    }

  return hatched;
}

KaMapLabels *
ka_map_labels_new (const KaPaintContext *context,
                   const KaBox          *taken,
                   gsize                 n_taken,
                   const KaMapLabels    *previous)
{
  const KaViewport *viewport = context->viewport;
  g_autoptr (KaLabelIndex) index = ka_label_index_new (viewport->width, viewport->height);
  g_autoptr (KaLabelRaster) raster = ka_label_raster_new (context->day, viewport);
  g_autofree gboolean *hatched = find_hatched (context->day);
  g_autoptr (KaLabelPatch) lands = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) reserved = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  KaLabelBoard board = {
    .context = context,
    .index = index,
    .raster = raster,
    .hatched = hatched,
    .previous = previous != NULL ? previous->labels : NULL,
    .choices = choices,
    .reserved = reserved,
    .named = named,
  };
  KaMapLabels *self;

  board.lands = lands = ka_label_find_lands (&board);
  board.labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_label_free);
  for (gsize i = 0; i < n_taken; i++)
    ka_label_index_add (index, taken[i]);
  for (guint i = 0; previous != NULL && i < previous->labels->len; i++)
    {
      const KaMapLabel *label = previous->labels->pdata[i];

      if (label->choice >= 0)
        g_hash_table_insert (choices, (gpointer) (gsize) label->item,
                             GINT_TO_POINTER (label->choice + 1));
    }

  place_all (&board);
  self = g_new0 (KaMapLabels, 1);
  self->labels = board.labels;

  return self;
}

void
ka_map_labels_free (KaMapLabels *self)
{
  g_ptr_array_unref (self->labels);
  g_free (self);
}

void
ka_map_labels_forget_text (KaMapLabels *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      KaMapLabel *label = self->labels->pdata[i];

      g_clear_pointer (&label->layout, ka_type_layout_free);
      g_clear_pointer (&label->glyphs, g_array_unref);
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
      info.geometry.width = pango_units_from_double (glyph->advance / label->layout->scale);
      cairo_save (cr);
      cairo_translate (cr, glyph->at.x, glyph->at.y);
      cairo_rotate (cr, glyph->angle);
      cairo_scale (cr, label->layout->scale, label->layout->scale);
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
  ka_type_trace (cr, label->layout, label->at.x, label->at.y);
}

/* Underlines the name of a capital, as school atlases do, within its box */
static void
underline (const KaMapLabel *label, cairo_t *cr)
{
  KaBox box = g_array_index (label->boxes, KaBox, 0);

  cairo_rectangle (cr, box.x0 + UNDERLINE, box.y1 - UNDERLINE, box.x1 - box.x0 - 2 * UNDERLINE,
                   UNDERLINE);
  cairo_fill (cr);
}

/* Tells of a name along a line as of a level one from its first letter to its last. */
static void
tell_line (const KaMapLabel *label, cairo_t *cr)
{
  const KaLabelGlyph *first = &g_array_index (label->glyphs, KaLabelGlyph, 0);
  const KaLabelGlyph *last = &g_array_index (label->glyphs, KaLabelGlyph, label->glyphs->len - 1);
  const double        dx = last->at.x + last->advance * cos (last->angle) - first->at.x;
  const double        dy = last->at.y + last->advance * sin (last->angle) - first->at.y;

  ka_type_tell (cr, &(KaTypeLine){ .text = label->text,
                                   .x = first->at.x,
                                   .y = first->at.y,
                                   .width = hypot (dx, dy),
                                   .size = label->style.size,
                                   .angle = atan2 (dy, dx) });
}

static void
show_text (cairo_t *cr, gconstpointer data)
{
  const KaMapLabel *label = data;

  if (label->glyphs != NULL && label->glyphs->len > 0)
    {
      for_each_glyph (label, cr, pango_cairo_show_glyph_string);
      tell_line (label, cr);
    }
  else if (label->glyphs == NULL)
    ka_type_show (cr, label->layout, label->at.x, label->at.y);
  if (label->symbol == KA_MAP_SYMBOL_CAPITAL)
    underline (label, cr);
}

/* Strokes halos along outlines: a vector format then has each text once */
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
        ka_halo_paint (cr, box, HALO_WIDTH, show_text, label);
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
      show_text (cr, label);
    }
  cairo_restore (cr);
}
