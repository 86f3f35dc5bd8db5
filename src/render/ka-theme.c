/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colour schemes, as tables. Colours of states are quiet and follow no flag or party; the two
 * heroes take the vermilion and the blue of Okabe and Ito, "Color Universal Design" (2008), which
 * stay apart under the three common colour-vision types.
 */

#include "config.h"

#include "ka-theme.h"

#include <math.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    (double) (((hex) >> 16) & 0xff) / 255.0, (double) (((hex) >> 8) & 0xff) / 255.0,               \
      (double) ((hex) &0xff) / 255.0, 1.0                                                          \
  }

static const KaTheme themes[KA_N_THEMES] = {
  [KA_THEME_LIGHT] = {
    .name = "light",
    .is_dark = FALSE,
    .page = RGB (0xfffdf8),
    .panel = RGB (0xfbf9f4),
    .rule = RGB (0xd8d3c8),
    .text = RGB (0x2a2725),
    .text_muted = RGB (0x66605a),
    .accent = RGB (0x8b2a2b),
    .accent_text = RGB (0xffffff),
    .halo = RGB (0xfffdf8),
    .sea = RGB (0xcfe0e6),
    .water_line = RGB (0x5b94b4),
    .water_text = RGB (0x2f6484),
    .context = RGB (0xe4e1db),
    .border = RGB (0x4c443d),
    .border_minor = RGB (0x6d645c),
    .district = RGB (0x9a5a34),
    .town = RGB (0x26221f),
    .town_fill = RGB (0xfffdf8),
    .peak = RGB (0x5a4a3a),
    .span_fill = RGB (0xdbe5d6),
    .tints = {
      [KA_TINT_NEUTRAL] = { RGB (0xe2ddd4), RGB (0xb5ab9c), RGB (0x5a534a) },
      [KA_TINT_TURKEY] = { RGB (0xefdab6), RGB (0xd3a962), RGB (0x70501a) },
      [KA_TINT_RUSSIA] = { RGB (0xddd7df), RGB (0xa99db2), RGB (0x594f66) },
      [KA_TINT_GEORGIA] = { RGB (0xd5e0b4), RGB (0xa2b65f), RGB (0x4d5c17) },
      [KA_TINT_ARMENIA] = { RGB (0xeec7b9), RGB (0xd28f7d), RGB (0x8a3324) },
      [KA_TINT_AZERBAIJAN] = { RGB (0xbddac4), RGB (0x7fb08e), RGB (0x1f5b41) },
      [KA_TINT_PERSIA] = { RGB (0xe8dfcb), RGB (0xbcae8c), RGB (0x665936) },
      [KA_TINT_BRITAIN] = { RGB (0xd9cfe8), RGB (0xa48fc4), RGB (0x513a78) },
      [KA_TINT_TRANSCAUCASIAN] = { RGB (0xdfd6b0), RGB (0xb5a55c), RGB (0x5f5316) },
      [KA_TINT_VERMILION] = { RGB (0xe0813f), RGB (0xb3561a), RGB (0x4a1d00) },
      [KA_TINT_BLUE] = { RGB (0x5b9ac6), RGB (0x2a6795), RGB (0x06243c) },
    },
    .categories = { RGB (0x8b2a2b), RGB (0x4b4b50), RGB (0x2b6a93), RGB (0x8a4d86), RGB (0x94650a), RGB (0x5f6f2c), RGB (0x3d7a37) },
    .serif = "Noto Serif, DejaVu Serif, serif",
    .sans = "Noto Sans, DejaVu Sans, sans-serif",
  },
  [KA_THEME_DARK] = {
    .name = "dark",
    .is_dark = TRUE,
    .page = RGB (0x1d1c1b),
    .panel = RGB (0x262423),
    .rule = RGB (0x45413d),
    .text = RGB (0xefeae2),
    .text_muted = RGB (0xb3aba1),
    .accent = RGB (0xe8756a),
    .accent_text = RGB (0x1d1c1b),
    .halo = RGB (0x1d1c1b),
    .sea = RGB (0x1d2b33),
    .water_line = RGB (0x5e8ca6),
    .water_text = RGB (0x9cc3da),
    .context = RGB (0x2f2d2b),
    .border = RGB (0xd5ccc1),
    .border_minor = RGB (0xa79e93),
    .district = RGB (0xd39a72),
    .town = RGB (0xefeae2),
    .town_fill = RGB (0x1d1c1b),
    .peak = RGB (0xd3c3ae),
    .span_fill = RGB (0x3a463a),
    .tints = {
      [KA_TINT_NEUTRAL] = { RGB (0x3b3834), RGB (0x625c53), RGB (0xd5ccbf) },
      [KA_TINT_TURKEY] = { RGB (0x4a3d27), RGB (0x7c6334), RGB (0xecd09a) },
      [KA_TINT_RUSSIA] = { RGB (0x3c3842), RGB (0x665d72), RGB (0xd4cbdf) },
      [KA_TINT_GEORGIA] = { RGB (0x3c4427), RGB (0x657239), RGB (0xd3e09b) },
      [KA_TINT_ARMENIA] = { RGB (0x513530), RGB (0x87564b), RGB (0xf3bcae) },
      [KA_TINT_AZERBAIJAN] = { RGB (0x2a4436), RGB (0x46735a), RGB (0xa9dcbd) },
      [KA_TINT_PERSIA] = { RGB (0x423c30), RGB (0x6d634d), RGB (0xdccfb0) },
      [KA_TINT_BRITAIN] = { RGB (0x3f3551), RGB (0x6b598b), RGB (0xd4c3f0) },
      [KA_TINT_TRANSCAUCASIAN] = { RGB (0x474128), RGB (0x766b3a), RGB (0xe5d99a) },
      [KA_TINT_VERMILION] = { RGB (0x8f4716), RGB (0xd98044), RGB (0xffe6d3) },
      [KA_TINT_BLUE] = { RGB (0x1f5178), RGB (0x5e9fcc), RGB (0xdcefff) },
    },
    .categories = { RGB (0xe8756a), RGB (0xb9b9c0), RGB (0x79b7de), RGB (0xd298cf), RGB (0xe0b04f), RGB (0xb3c46f), RGB (0x8cc984) },
    .serif = "Noto Serif, DejaVu Serif, serif",
    .sans = "Noto Sans, DejaVu Sans, sans-serif",
  },
};

/**
 * ka_theme_get:
 * @id: a scheme
 *
 * Returns: (transfer none): its table, which lives as long as the program
 */
const KaTheme *
ka_theme_get (KaThemeId id)
{
  g_return_val_if_fail (id < KA_N_THEMES, &themes[KA_THEME_LIGHT]);

  return &themes[id];
}

/**
 * ka_theme_id_from_name:
 * @name: "light" or "dark"
 * @id: (out): the scheme; untouched when there is none of that name
 *
 * Returns: whether there is a scheme of that name
 */
gboolean
ka_theme_id_from_name (const char *name, KaThemeId *id)
{
  for (int i = 0; i < KA_N_THEMES; i++)
    if (g_str_equal (themes[i].name, name))
      {
        *id = (KaThemeId) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * ka_theme_get_category_colour:
 * @self: a theme
 * @category: one category, not several
 *
 * Returns: (transfer none): the colour of its events
 */
const KaColour *
ka_theme_get_category_colour (const KaTheme *self, KaCategory category)
{
  int bit = g_bit_nth_lsf ((gulong) category, -1);

  g_return_val_if_fail (bit >= 0 && bit < KA_N_CATEGORIES, &self->text);

  return &self->categories[bit];
}

/**
 * ka_colour_set_source:
 * @self: a colour
 * @cr: becomes what is drawn with
 */
void
ka_colour_set_source (const KaColour *self, cairo_t *cr)
{
  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha);
}

/**
 * ka_colour_set_source_alpha:
 * @self: a colour
 * @cr: becomes what is drawn with
 * @alpha: opacity from 0 to 1 that multiplies the colour's own
 */
void
ka_colour_set_source_alpha (const KaColour *self, cairo_t *cr, double alpha)
{
  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha * alpha);
}

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
compute_luminance (const KaColour *colour)
{
  return 0.2126 * linearise (colour->red) + 0.7152 * linearise (colour->green) +
         0.0722 * linearise (colour->blue);
}

/**
 * ka_colour_get_contrast:
 * @a: a colour, opaque
 * @b: another
 *
 * Contrast ratio as defined by W3C, *Web Content Accessibility Guidelines 2.2*, "contrast ratio".
 *
 * Returns: from 1 (alike) to 21 (black on white)
 */
double
ka_colour_get_contrast (const KaColour *a, const KaColour *b)
{
  double first = compute_luminance (a);
  double second = compute_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
