/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays out and shows text with Pango, in one way for screen, exports and tests. Metrics are
 * unhinted, so that all text is laid out at one size and scaled by Cairo: Pango searches and sorts
 * all fonts anew for each size that it is asked for.
 */

#include "config.h"

#include "ka-type.h"

#include "ka-cairo-auto.h"
#include "ka-halo.h"

#include <math.h>
#include <string.h>

/* The size at which Pango lays out text, in pixels */
#define PANGO_SIZE 16.0

#define HALO_ALPHA 0.88

static int
to_pango_units (double user)
{
  return (int) (user * PANGO_SCALE + (user < 0 ? -0.5 : 0.5));
}

/* The fonts that were found in a map of fonts, by what was asked for */
static GHashTable *
get_found_fonts (PangoFontMap *map)
{
  static const char key[] = "ka-found-fonts";
  GHashTable       *found = g_object_get_data (G_OBJECT (map), key);

  if (found == NULL)
    {
      found = g_hash_table_new_full ((GHashFunc) pango_font_description_hash,
                                     (GEqualFunc) pango_font_description_equal,
                                     (GDestroyNotify) pango_font_description_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (map), key, found, (GDestroyNotify) g_hash_table_unref);
    }

  return found;
}

/* Loads a font in the language of most texts */
static PangoFont *
load_font (PangoContext *context, const PangoFontDescription *wanted)
{
  PangoFontset *fonts = pango_context_load_fontset (context, wanted, pango_language_get_default ());
  PangoFont    *font = pango_fontset_get_font (fonts, ' ');

  g_object_unref (fonts);

  return font;
}

static PangoFont *
find_font (PangoContext *context, const PangoFontDescription *wanted)
{
  GHashTable *found = get_found_fonts (pango_context_get_font_map (context));
  PangoFont  *font = g_hash_table_lookup (found, wanted);

  if (font == NULL && (font = load_font (context, wanted)) != NULL)
    g_hash_table_insert (found, pango_font_description_copy (wanted), font);

  return font;
}

static gboolean
is_of_family (PangoFont *font, const char *family)
{
  g_autoptr (PangoFontDescription) found = pango_font_describe (font);

  return g_strcmp0 (pango_font_description_get_family (found), family) == 0;
}

static gboolean
has_letters (PangoFont *font, const char *text)
{
  while (*text != '\0' &&
         (g_ascii_iscntrl (*text) || pango_font_has_char (font, g_utf8_get_char (text))))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/* Describes the font of a text. Pango asks for the metrics of a font in the words of that font:
 * where the text asks in them too, Pango searches and sorts all fonts once, not twice. The other
 * fonts of the theme are asked for where the first is missing or lacks a letter. */
static PangoFontDescription *
describe_font (PangoContext      *context,
               const KaTheme     *theme,
               const KaTypeStyle *style,
               const char        *text)
{
  const char           *families = style->is_serif ? theme->serif : theme->sans;
  g_autofree char      *first = g_strndup (families, strcspn (families, ","));
  PangoFontDescription *wanted = pango_font_description_new ();
  PangoFont            *font;

  pango_font_description_set_family (wanted, first);
  pango_font_description_set_weight (wanted,
                                     style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (wanted,
                                    style->is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (wanted, PANGO_SIZE * PANGO_SCALE);
  font = find_font (context, wanted);
  if (font != NULL && is_of_family (font, first) && has_letters (font, text))
    {
      pango_font_description_free (wanted);
      wanted = pango_font_describe_with_absolute_size (font);
    }
  else
    pango_font_description_set_family_static (wanted, families);

  return wanted;
}

static PangoLayout *
lay_out (cairo_t *cr, const KaTheme *theme, const KaTypeStyle *style, const char *text)
{
  PangoLayout  *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (cairo_font_options_t) options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) font = NULL;

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_matrix (context, NULL);

  font = describe_font (context, theme, style, text);
  pango_layout_set_font_description (layout, font);

  if (style->spacing > 0)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      const int spacing = to_pango_units (style->spacing * PANGO_SIZE / style->size);

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (spacing));
      pango_layout_set_attributes (layout, attributes);
    }

  pango_layout_set_text (layout, text, -1);

  return layout;
}

KaTypeLayout *
ka_type_layout (cairo_t *cr, const KaTheme *theme, const KaTypeStyle *style, const char *text)
{
  KaTypeLayout *self = g_new (KaTypeLayout, 1);

  self->pango = lay_out (cr, theme, style, text);
  self->scale = style->size / PANGO_SIZE;

  return self;
}

void
ka_type_layout_free (KaTypeLayout *self)
{
  g_object_unref (self->pango);
  g_free (self);
}

void
ka_type_set_width (KaTypeLayout *self, double width)
{
  pango_layout_set_width (self->pango, to_pango_units (width / self->scale));
}

/* Drops the last word and what stands before it but letters and digits. Returns whether another
 * word is left. */
static gboolean
drop_word (GString *text)
{
  const char *end = text->str + text->len;
  gboolean    is_space = FALSE;

  while (end > text->str && !is_space)
    {
      end = g_utf8_prev_char (end);
      is_space = g_unichar_isspace (g_utf8_get_char (end));
    }
  while (end > text->str && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (!is_space || end == text->str)
    return FALSE;
  g_string_truncate (text, (gsize) (end - text->str));

  return TRUE;
}

void
ka_type_cut (KaTypeLayout *self, int max_lines)
{
  PangoLayout *layout = self->pango;
  g_autoptr (GString) text = NULL;
  const PangoLayoutLine *line;

  if (pango_layout_get_line_count (layout) <= max_lines)
    return;

  /* One letter more than fits, so that the last word that fits stays */
  line = pango_layout_get_line_readonly (layout, max_lines);
  text = g_string_new (pango_layout_get_text (layout));
  g_string_truncate (
    text, (gsize) (g_utf8_find_next_char (text->str + line->start_index, NULL) - text->str));
  while (pango_layout_get_line_count (layout) > max_lines && drop_word (text))
    {
      g_autofree char *shown = g_strconcat (text->str, "…", NULL);

      pango_layout_set_text (layout, shown, -1);
    }
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/* Who listens to the lines of a context */
typedef struct
{
  KaTypeListener listener;
  gpointer       data;
} Hearing;

static const cairo_user_data_key_t hearing_key;

void
ka_type_listen (cairo_t *cr, KaTypeListener listener, gpointer data)
{
  Hearing *hearing = g_new (Hearing, 1);

  *hearing = (Hearing){ listener, data };
  cairo_set_user_data (cr, &hearing_key, hearing, g_free);
}

void
ka_type_tell (cairo_t *cr, const KaTypeLine *line)
{
  const Hearing *hearing = cairo_get_user_data (cr, &hearing_key);
  KaTypeLine     told = *line;
  double         dx = cos (line->angle), dy = sin (line->angle);
  double         scale;

  if (hearing == NULL)
    return;
  cairo_user_to_device (cr, &told.x, &told.y);
  cairo_user_to_device_distance (cr, &dx, &dy);
  scale = hypot (dx, dy);
  told.angle = atan2 (dy, dx);
  told.width *= scale;
  told.size *= scale;
  hearing->listener (&told, hearing->data);
}

static double
to_user (const KaTypeLayout *self, int pango_units)
{
  return self->scale * pango_units_to_double (pango_units);
}

static void
tell_layout (cairo_t *cr, const KaTypeLayout *self, double x, double y)
{
  const char      *text = pango_layout_get_text (self->pango);
  PangoLayoutIter *iter = pango_layout_get_iter (self->pango);
  KaTypeLine       line = { .size = PANGO_SIZE * self->scale };

  do
    {
      const PangoLayoutLine *set = pango_layout_iter_get_line_readonly (iter);
      g_autofree char       *part = g_strndup (text + set->start_index, (gsize) set->length);
      PangoRectangle         logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.text = part;
      line.x = x + to_user (self, logical.x);
      line.y = y + to_user (self, pango_layout_iter_get_baseline (iter));
      line.width = to_user (self, logical.width);
      ka_type_tell (cr, &line);
      line.goes_on = TRUE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Turns the units of @cr into those of the layout and begins at a point. */
static void
begin_in_layout (cairo_t *cr, const KaTypeLayout *self, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_move_to (cr, 0, 0);
}

void
ka_type_show (cairo_t *cr, const KaTypeLayout *self, double x, double y)
{
  cairo_new_path (cr);
  begin_in_layout (cr, self, x, y);
  pango_cairo_show_layout (cr, self->pango);
  cairo_restore (cr);
  cairo_new_path (cr);
  if (cairo_get_user_data (cr, &hearing_key) != NULL)
    tell_layout (cr, self, x, y);
}

void
ka_type_show_line (cairo_t *cr, const KaTypeLayout *self, PangoLayoutIter *iter, double x, double y)
{
  begin_in_layout (cr, self, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  cairo_restore (cr);
}

void
ka_type_trace (cairo_t *cr, const KaTypeLayout *self, double x, double y)
{
  begin_in_layout (cr, self, x, y);
  pango_cairo_layout_path (cr, self->pango);
  cairo_restore (cr);
}

KaBox
ka_type_measure_ink (const KaTypeLayout *self)
{
  PangoRectangle ink;

  pango_layout_get_extents (self->pango, &ink, NULL);

  return (KaBox){ to_user (self, ink.x), to_user (self, ink.y), to_user (self, ink.x + ink.width),
                  to_user (self, ink.y + ink.height) };
}

/* A text and the top left corner of its logical box */
typedef struct
{
  const KaTypeLayout *layout;
  KaPoint             at;
} Placed;

static void
show_placed (cairo_t *cr, gconstpointer data)
{
  const Placed *placed = data;

  ka_type_show (cr, placed->layout, placed->at.x, placed->at.y);
}

static void
mask_halo (cairo_t *cr, const Placed *placed, double width)
{
  KaBox ink = ka_type_measure_ink (placed->layout);

  ka_halo_paint (cr,
                 (KaBox){ placed->at.x + ink.x0, placed->at.y + ink.y0, placed->at.x + ink.x1,
                          placed->at.y + ink.y1 },
                 width, show_placed, placed);
}

static void
stroke_halo (cairo_t *cr, const Placed *placed, double width)
{
  cairo_save (cr);
  cairo_new_path (cr);
  ka_type_trace (cr, placed->layout, placed->at.x, placed->at.y);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width * 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
ka_type_show_with_halo (cairo_t            *cr,
                        const KaTypeLayout *self,
                        double              x,
                        double              y,
                        const KaColour     *ink,
                        const KaColour     *halo,
                        double              halo_width)
{
  ka_colour_set_source_alpha (halo, cr, HALO_ALPHA);
  if (ka_halo_suits (cr))
    mask_halo (cr, &(Placed){ self, { x, y } }, halo_width);
  else
    stroke_halo (cr, &(Placed){ self, { x, y } }, halo_width);
  ka_colour_set_source (ink, cr);
  ka_type_show (cr, self, x, y);
}

void
ka_type_measure (const KaTypeLayout *self, double *width, double *height, double *baseline)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->pango, NULL, &logical);
  if (width != NULL)
    *width = to_user (self, logical.width);
  if (height != NULL)
    *height = to_user (self, logical.height);
  if (baseline != NULL)
    *baseline = to_user (self, pango_layout_get_baseline (self->pango));
}

void
ka_type_measure_line (const KaTypeLayout *self,
                      PangoLayoutIter    *iter,
                      double             *x,
                      double             *height,
                      double             *baseline)
{
  PangoRectangle logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  *x = to_user (self, logical.x);
  *height = to_user (self, logical.height);
  *baseline = to_user (self, pango_layout_iter_get_baseline (iter) - logical.y);
}
