/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaColour: sRGB, each part 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} KaColour;

/**
 * KaTintColours:
 * @fill: the quiet colour of the land
 * @band: the darker band inside a border
 * @text: the name of the land on @fill, at least 4.5:1
 */
typedef struct
{
  KaColour fill;
  KaColour band;
  KaColour text;
} KaTintColours;

/**
 * KaThemeId:
 * @KA_THEME_LIGHT: the printed atlas
 * @KA_THEME_DARK: for a dark desktop
 * @KA_THEME_PRINT: black, white and greys; patterns and line styles replace colours
 * @KA_THEME_HIGH_CONTRAST: black on white with strong colours
 * @KA_THEME_HIGH_CONTRAST_DARK: white on black with bright ones
 *
 * The colour schemes.
 */
typedef enum
{
  KA_THEME_LIGHT,
  KA_THEME_DARK,
  KA_THEME_PRINT,
  KA_THEME_HIGH_CONTRAST,
  KA_THEME_HIGH_CONTRAST_DARK,
  KA_N_THEMES,
} KaThemeId;

/**
 * KaTheme:
 *
 * Colours and fonts of everything painted, so that an export equals the screen. Contrast of text
 * on its ground is at least 4.5:1, of shapes at least 3:1; a test asserts it.
 */
typedef struct
{
  const char   *name; /* "light", "dark", "print", "high-contrast", "high-contrast-dark" */
  gboolean      is_dark;
  KaColour      page;         /* behind everything */
  KaColour      panel;        /* legend, title block, overview */
  KaColour      rule;         /* hairlines between parts */
  KaColour      text;         /* running text */
  KaColour      text_muted;   /* secondary text */
  KaColour      accent;       /* playhead, strongest treaty line */
  KaColour      accent_text;  /* text on accent */
  KaColour      halo;         /* behind labels on the map */
  KaColour      sea;          /* open water */
  KaColour      water_line;   /* coast lines in the sea, rivers, shores */
  KaColour      water_text;   /* names of waters */
  KaColour      context;      /* land outside the atlas */
  KaColour      border;       /* frontier of states */
  KaColour      border_minor; /* borders of republics, autonomies */
  KaColour      selection;    /* what is selected or under the pointer on the map */
  KaColour      ghost;        /* lines of another day */
  KaColour      district;     /* former districts */
  KaColour      town;         /* ring of a town */
  KaColour      town_fill;    /* inside of it */
  KaColour      peak;         /* triangle of a peak and its name */
  KaColour      span_fill;    /* life of a state on the timeline */
  KaTintColours tints[KA_N_TINTS];
  KaColour      categories[KA_N_CATEGORIES]; /* by the number of the category's bit */
  const char   *serif;
  const char   *sans;
} KaTheme;

/** ka_theme_get: Returns: (transfer none): the table of a scheme; it lives as long as the program.
 */
const KaTheme *ka_theme_get (KaThemeId id);

/** ka_theme_id_from_name: finds the scheme of a name such as "dark". Returns: whether there is one;
 * without one @id is untouched. */
gboolean ka_theme_id_from_name (const char *name, KaThemeId *id);

/** ka_theme_get_category_colour: Returns: (transfer none): the colour of the events of one
 * category. */
const KaColour *ka_theme_get_category_colour (const KaTheme *self, KaCategory category);

/** ka_colour_set_source: makes the colour the source of @cr. */
void ka_colour_set_source (const KaColour *self, cairo_t *cr);

/** ka_colour_set_source_alpha: likewise; @alpha, 0 to 1, multiplies the opacity of the colour. */
void ka_colour_set_source_alpha (const KaColour *self, cairo_t *cr, double alpha);

/** ka_colour_fill: fills the path and clears it */
void ka_colour_fill (const KaColour *self, cairo_t *cr);

/** ka_colour_stroke: strokes the path and clears it; @width is in user units. */
void ka_colour_stroke (const KaColour *self, cairo_t *cr, double alpha, double width);

/** ka_colour_stroke_preserve: strokes the path likewise and keeps it. */
void ka_colour_stroke_preserve (const KaColour *self, cairo_t *cr, double alpha, double width);

/**
 * ka_colour_get_contrast:
 * @a: a colour, opaque
 * @b: another
 *
 * Contrast ratio as defined by W3C, *Web Content Accessibility Guidelines 2.2*, "contrast ratio".
 *
 * Returns: from 1 (alike) to 21 (black on white)
 */
double ka_colour_get_contrast (const KaColour *a, const KaColour *b);

G_END_DECLS
