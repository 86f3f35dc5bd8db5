/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of the colour schemes. Colours of states are quiet and follow no flag or party. The
 * featured regions take the vermilion and the blue of Okabe and Ito, "Color Universal Design"
 * (2008), which stay apart under the three common colour-vision types.
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
    .water_line = RGB (0x3b779b),
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
    .water_line = RGB (0x6797b2),
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
      [KA_TINT_BLUE] = { RGB (0x235d8e), RGB (0x5e9fcc), RGB (0xdcefff) },
    },
    .categories = { RGB (0xe8756a), RGB (0xb9b9c0), RGB (0x79b7de), RGB (0xd298cf), RGB (0xe0b04f), RGB (0xb3c46f), RGB (0x8cc984) },
    .serif = "Noto Serif, DejaVu Serif, serif",
    .sans = "Noto Sans, DejaVu Sans, sans-serif",
  },
  [KA_THEME_PRINT] = {
    .name = "print",
    .is_dark = FALSE,
    .page = RGB (0xffffff),
    .panel = RGB (0xffffff),
    .rule = RGB (0x9a9a9a),
    .text = RGB (0x000000),
    .text_muted = RGB (0x4a4a4a),
    .accent = RGB (0x000000),
    .accent_text = RGB (0xffffff),
    .halo = RGB (0xffffff),
    .sea = RGB (0xf4f4f4),
    .water_line = RGB (0x6e6e6e),
    .water_text = RGB (0x3c3c3c),
    .context = RGB (0xffffff),
    .border = RGB (0x1a1a1a),
    .border_minor = RGB (0x4a4a4a),
    .district = RGB (0x3a3a3a),
    .town = RGB (0x000000),
    .town_fill = RGB (0xffffff),
    .peak = RGB (0x2a2a2a),
    .span_fill = RGB (0xe4e4e4),
    .tints = {
      [KA_TINT_NEUTRAL] = { RGB (0xf6f6f6), RGB (0x8c8c8c), RGB (0x1a1a1a) },
      [KA_TINT_TURKEY] = { RGB (0xfafafa), RGB (0xa8a8a8), RGB (0x1a1a1a) },
      [KA_TINT_RUSSIA] = { RGB (0xdcdcdc), RGB (0x929292), RGB (0x1a1a1a) },
      [KA_TINT_GEORGIA] = { RGB (0xeeeeee), RGB (0xa0a0a0), RGB (0x1a1a1a) },
      [KA_TINT_ARMENIA] = { RGB (0xd2d2d2), RGB (0x888888), RGB (0x1a1a1a) },
      [KA_TINT_AZERBAIJAN] = { RGB (0xe4e4e4), RGB (0x989898), RGB (0x1a1a1a) },
      [KA_TINT_PERSIA] = { RGB (0xf2f2f2), RGB (0xa4a4a4), RGB (0x1a1a1a) },
      [KA_TINT_BRITAIN] = { RGB (0xe8e8e8), RGB (0x6e6e6e), RGB (0x1a1a1a) },
      [KA_TINT_TRANSCAUCASIAN] = { RGB (0xeaeaea), RGB (0x9c9c9c), RGB (0x1a1a1a) },
      [KA_TINT_VERMILION] = { RGB (0x9e9e9e), RGB (0x2e2e2e), RGB (0x000000) },
      [KA_TINT_BLUE] = { RGB (0xe2e2e2), RGB (0x2e2e2e), RGB (0x000000) },
    },
    .categories = { RGB (0x000000), RGB (0x4b4b4b), RGB (0x2b2b2b), RGB (0x5a5a5a), RGB (0x3a3a3a), RGB (0x4a4a4a), RGB (0x1c1c1c) },
    .serif = "Noto Serif, DejaVu Serif, serif",
    .sans = "Noto Sans, DejaVu Sans, sans-serif",
  },
  [KA_THEME_HIGH_CONTRAST] = {
    .name = "high-contrast",
    .is_dark = FALSE,
    .page = RGB (0xffffff),
    .panel = RGB (0xffffff),
    .rule = RGB (0x5a5a5a),
    .text = RGB (0x000000),
    .text_muted = RGB (0x333333),
    .accent = RGB (0x9b0016),
    .accent_text = RGB (0xffffff),
    .halo = RGB (0xffffff),
    .sea = RGB (0xdff0f8),
    .water_line = RGB (0x00527f),
    .water_text = RGB (0x003a5c),
    .context = RGB (0xf0f0f0),
    .border = RGB (0x000000),
    .border_minor = RGB (0x2e2e2e),
    .district = RGB (0x6b2d00),
    .town = RGB (0x000000),
    .town_fill = RGB (0xffffff),
    .peak = RGB (0x2a1c10),
    .span_fill = RGB (0xd9e8d2),
    .tints = {
      [KA_TINT_NEUTRAL] = { RGB (0xf0ede6), RGB (0x8a7f6e), RGB (0x2b251c) },
      [KA_TINT_TURKEY] = { RGB (0xf8e4b8), RGB (0xb8862f), RGB (0x402a00) },
      [KA_TINT_RUSSIA] = { RGB (0xe6dcf0), RGB (0x8468a0), RGB (0x2c1747) },
      [KA_TINT_GEORGIA] = { RGB (0xdff0b0), RGB (0x7b9a20), RGB (0x263200) },
      [KA_TINT_ARMENIA] = { RGB (0xfbcfc0), RGB (0xc0573c), RGB (0x5a0f00) },
      [KA_TINT_AZERBAIJAN] = { RGB (0xbfe9cc), RGB (0x3f9560), RGB (0x003d1f) },
      [KA_TINT_PERSIA] = { RGB (0xf1ead6), RGB (0x9a8650), RGB (0x352a05) },
      [KA_TINT_BRITAIN] = { RGB (0xe0d2f6), RGB (0x7c55b8), RGB (0x2a0a58) },
      [KA_TINT_TRANSCAUCASIAN] = { RGB (0xf2e9a8), RGB (0x9a8618), RGB (0x332b00) },
      [KA_TINT_VERMILION] = { RGB (0xe88038), RGB (0x8f3a00), RGB (0x1e0900) },
      [KA_TINT_BLUE] = { RGB (0x64a8dc), RGB (0x00477f), RGB (0x00142a) },
    },
    .categories = { RGB (0x9b0016), RGB (0x333338), RGB (0x004f80), RGB (0x6e1f6a), RGB (0x6b4700), RGB (0x3c4c00), RGB (0x105a0c) },
    .serif = "Noto Serif, DejaVu Serif, serif",
    .sans = "Noto Sans, DejaVu Sans, sans-serif",
  },
  [KA_THEME_HIGH_CONTRAST_DARK] = {
    .name = "high-contrast-dark",
    .is_dark = TRUE,
    .page = RGB (0x000000),
    .panel = RGB (0x000000),
    .rule = RGB (0xb0b0b0),
    .text = RGB (0xffffff),
    .text_muted = RGB (0xdcdcdc),
    .accent = RGB (0xff8f80),
    .accent_text = RGB (0x000000),
    .halo = RGB (0x000000),
    .sea = RGB (0x06141c),
    .water_line = RGB (0x6cc4f4),
    .water_text = RGB (0xb8e4ff),
    .context = RGB (0x161616),
    .border = RGB (0xffffff),
    .border_minor = RGB (0xd8d8d8),
    .district = RGB (0xffb380),
    .town = RGB (0xffffff),
    .town_fill = RGB (0x000000),
    .peak = RGB (0xf0dcc0),
    .span_fill = RGB (0x24402a),
    .tints = {
      [KA_TINT_NEUTRAL] = { RGB (0x24221f), RGB (0x8c8478), RGB (0xf4eee4) },
      [KA_TINT_TURKEY] = { RGB (0x302408), RGB (0xb08a30), RGB (0xffe4a8) },
      [KA_TINT_RUSSIA] = { RGB (0x241c30), RGB (0x8a70b0), RGB (0xecdcff) },
      [KA_TINT_GEORGIA] = { RGB (0x242c08), RGB (0x8aa830), RGB (0xecffa8) },
      [KA_TINT_ARMENIA] = { RGB (0x381410), RGB (0xc86850), RGB (0xffd4c8) },
      [KA_TINT_AZERBAIJAN] = { RGB (0x08301c), RGB (0x40a870), RGB (0xb8ffd4) },
      [KA_TINT_PERSIA] = { RGB (0x2a2618), RGB (0xa09060), RGB (0xfff0c8) },
      [KA_TINT_BRITAIN] = { RGB (0x281840), RGB (0x9070d0), RGB (0xe4d0ff) },
      [KA_TINT_TRANSCAUCASIAN] = { RGB (0x2c2808), RGB (0xa89830), RGB (0xfff4a0) },
      [KA_TINT_VERMILION] = { RGB (0x8c3c04), RGB (0xffa060), RGB (0xffffff) },
      [KA_TINT_BLUE] = { RGB (0x0c4474), RGB (0x70c0ff), RGB (0xffffff) },
    },
    .categories = { RGB (0xff8f80), RGB (0xd4d4da), RGB (0x80ccff), RGB (0xf0a8ec), RGB (0xffcc50), RGB (0xd4e870), RGB (0x90f080) },
    .serif = "Noto Serif, DejaVu Serif, serif",
    .sans = "Noto Sans, DejaVu Sans, sans-serif",
  },
};

const KaTheme *
ka_theme_get (KaThemeId id)
{
  g_return_val_if_fail (id < KA_N_THEMES, &themes[KA_THEME_LIGHT]);

  return &themes[id];
}

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

const KaColour *
ka_theme_get_category_colour (const KaTheme *self, KaCategory category)
{
  int bit = g_bit_nth_lsf ((gulong) category, -1);

  g_return_val_if_fail (bit >= 0 && bit < KA_N_CATEGORIES, &self->text);

  return &self->categories[bit];
}

void
ka_colour_set_source (const KaColour *self, cairo_t *cr)
{
  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha);
}

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

double
ka_colour_get_contrast (const KaColour *a, const KaColour *b)
{
  double first = compute_luminance (a);
  double second = compute_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
