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

/* Each colour in the schemes light, dark, print, high contrast and dark high contrast */
#define COLOURS(X)                                                                                 \
  X (page, 0xfffdf8, 0x1d1c1b, 0xffffff, 0xffffff, 0x000000)                                       \
  X (panel, 0xfbf9f4, 0x262423, 0xffffff, 0xffffff, 0x000000)                                      \
  X (rule, 0xd8d3c8, 0x45413d, 0x9a9a9a, 0x5a5a5a, 0xb0b0b0)                                       \
  X (text, 0x2a2725, 0xefeae2, 0x000000, 0x000000, 0xffffff)                                       \
  X (text_muted, 0x66605a, 0xb3aba1, 0x4a4a4a, 0x333333, 0xdcdcdc)                                 \
  X (accent, 0x8b2a2b, 0xe8756a, 0x000000, 0x9b0016, 0xff8f80)                                     \
  X (accent_text, 0xffffff, 0x1d1c1b, 0xffffff, 0xffffff, 0x000000)                                \
  X (halo, 0xfffdf8, 0x1d1c1b, 0xffffff, 0xffffff, 0x000000)                                       \
  X (sea, 0xcfe0e6, 0x1d2b33, 0xf4f4f4, 0xdff0f8, 0x06141c)                                        \
  X (water_line, 0x3b779b, 0x6797b2, 0x6e6e6e, 0x00527f, 0x6cc4f4)                                 \
  X (water_text, 0x2f6484, 0x9cc3da, 0x3c3c3c, 0x003a5c, 0xb8e4ff)                                 \
  X (context, 0xe4e1db, 0x2f2d2b, 0xffffff, 0xf0f0f0, 0x161616)                                    \
  X (border, 0x4c443d, 0xd5ccc1, 0x1a1a1a, 0x000000, 0xffffff)                                     \
  X (border_minor, 0x6d645c, 0xa79e93, 0x4a4a4a, 0x2e2e2e, 0xd8d8d8)                               \
  X (selection, 0x14264a, 0xc4d8ff, 0x000000, 0x000066, 0x9fe0ff)                                  \
  X (ghost, 0x51316a, 0xdcbcf0, 0x3a3a3a, 0x4b0070, 0xe6b8ff)                                      \
  X (district, 0x9a5a34, 0xd39a72, 0x3a3a3a, 0x6b2d00, 0xffb380)                                   \
  X (town, 0x26221f, 0xefeae2, 0x000000, 0x000000, 0xffffff)                                       \
  X (town_fill, 0xfffdf8, 0x1d1c1b, 0xffffff, 0xffffff, 0x000000)                                  \
  X (peak, 0x5a4a3a, 0xd3c3ae, 0x2a2a2a, 0x2a1c10, 0xf0dcc0)                                       \
  X (span_fill, 0xdbe5d6, 0x3a463a, 0xe4e4e4, 0xd9e8d2, 0x24402a)                                  \
  X (tints[KA_TINT_NEUTRAL].fill, 0xe2ddd4, 0x3b3834, 0xf6f6f6, 0xf0ede6, 0x24221f)                \
  X (tints[KA_TINT_NEUTRAL].band, 0xb5ab9c, 0x625c53, 0x8c8c8c, 0x8a7f6e, 0x8c8478)                \
  X (tints[KA_TINT_NEUTRAL].text, 0x5a534a, 0xd5ccbf, 0x1a1a1a, 0x2b251c, 0xf4eee4)                \
  X (tints[KA_TINT_SAND].fill, 0xefdab6, 0x4a3d27, 0xfafafa, 0xf8e4b8, 0x302408)                   \
  X (tints[KA_TINT_SAND].band, 0xd3a962, 0x7c6334, 0xa8a8a8, 0xb8862f, 0xb08a30)                   \
  X (tints[KA_TINT_SAND].text, 0x70501a, 0xecd09a, 0x1a1a1a, 0x402a00, 0xffe4a8)                   \
  X (tints[KA_TINT_ASH].fill, 0xddd7df, 0x3c3842, 0xdcdcdc, 0xe6dcf0, 0x241c30)                    \
  X (tints[KA_TINT_ASH].band, 0xa99db2, 0x665d72, 0x929292, 0x8468a0, 0x8a70b0)                    \
  X (tints[KA_TINT_ASH].text, 0x594f66, 0xd4cbdf, 0x1a1a1a, 0x2c1747, 0xecdcff)                    \
  X (tints[KA_TINT_LIME].fill, 0xd5e0b4, 0x3c4427, 0xeeeeee, 0xdff0b0, 0x242c08)                   \
  X (tints[KA_TINT_LIME].band, 0xa2b65f, 0x657239, 0xa0a0a0, 0x7b9a20, 0x8aa830)                   \
  X (tints[KA_TINT_LIME].text, 0x4d5c17, 0xd3e09b, 0x1a1a1a, 0x263200, 0xecffa8)                   \
  X (tints[KA_TINT_ROSE].fill, 0xeec7b9, 0x513530, 0xd2d2d2, 0xfbcfc0, 0x381410)                   \
  X (tints[KA_TINT_ROSE].band, 0xd28f7d, 0x87564b, 0x888888, 0xc0573c, 0xc86850)                   \
  X (tints[KA_TINT_ROSE].text, 0x8a3324, 0xf3bcae, 0x1a1a1a, 0x5a0f00, 0xffd4c8)                   \
  X (tints[KA_TINT_MINT].fill, 0xbddac4, 0x2a4436, 0xe4e4e4, 0xbfe9cc, 0x08301c)                   \
  X (tints[KA_TINT_MINT].band, 0x7fb08e, 0x46735a, 0x989898, 0x3f9560, 0x40a870)                   \
  X (tints[KA_TINT_MINT].text, 0x1f5b41, 0xa9dcbd, 0x1a1a1a, 0x003d1f, 0xb8ffd4)                   \
  X (tints[KA_TINT_BEIGE].fill, 0xe8dfcb, 0x423c30, 0xf2f2f2, 0xf1ead6, 0x2a2618)                  \
  X (tints[KA_TINT_BEIGE].band, 0xbcae8c, 0x6d634d, 0xa4a4a4, 0x9a8650, 0xa09060)                  \
  X (tints[KA_TINT_BEIGE].text, 0x665936, 0xdccfb0, 0x1a1a1a, 0x352a05, 0xfff0c8)                  \
  X (tints[KA_TINT_VIOLET].fill, 0xd9cfe8, 0x3f3551, 0xe8e8e8, 0xe0d2f6, 0x281840)                 \
  X (tints[KA_TINT_VIOLET].band, 0xa48fc4, 0x6b598b, 0x6e6e6e, 0x7c55b8, 0x9070d0)                 \
  X (tints[KA_TINT_VIOLET].text, 0x513a78, 0xd4c3f0, 0x1a1a1a, 0x2a0a58, 0xe4d0ff)                 \
  X (tints[KA_TINT_OLIVE].fill, 0xdfd6b0, 0x474128, 0xeaeaea, 0xf2e9a8, 0x2c2808)                  \
  X (tints[KA_TINT_OLIVE].band, 0xb5a55c, 0x766b3a, 0x9c9c9c, 0x9a8618, 0xa89830)                  \
  X (tints[KA_TINT_OLIVE].text, 0x5f5316, 0xe5d99a, 0x1a1a1a, 0x332b00, 0xfff4a0)                  \
  X (tints[KA_TINT_VERMILION].fill, 0xe0813f, 0x8f4716, 0x9e9e9e, 0xe88038, 0x8c3c04)              \
  X (tints[KA_TINT_VERMILION].band, 0xb3561a, 0xd98044, 0x2e2e2e, 0x8f3a00, 0xffa060)              \
  X (tints[KA_TINT_VERMILION].text, 0x4a1d00, 0xffe6d3, 0x000000, 0x1e0900, 0xffffff)              \
  X (tints[KA_TINT_BLUE].fill, 0x5b9ac6, 0x235d8e, 0xe2e2e2, 0x64a8dc, 0x0c4474)                   \
  X (tints[KA_TINT_BLUE].band, 0x2a6795, 0x5e9fcc, 0x2e2e2e, 0x00477f, 0x70c0ff)                   \
  X (tints[KA_TINT_BLUE].text, 0x06243c, 0xdcefff, 0x000000, 0x00142a, 0xffffff)                   \
  X (categories[0], 0x8b2a2b, 0xe8756a, 0x000000, 0x9b0016, 0xff8f80)                              \
  X (categories[1], 0x4b4b50, 0xb9b9c0, 0x4b4b4b, 0x333338, 0xd4d4da)                              \
  X (categories[2], 0x2b6a93, 0x79b7de, 0x2b2b2b, 0x004f80, 0x80ccff)                              \
  X (categories[3], 0x8a4d86, 0xd298cf, 0x5a5a5a, 0x6e1f6a, 0xf0a8ec)                              \
  X (categories[4], 0x94650a, 0xe0b04f, 0x3a3a3a, 0x6b4700, 0xffcc50)                              \
  X (categories[5], 0x5f6f2c, 0xb3c46f, 0x4a4a4a, 0x3c4c00, 0xd4e870)                              \
  X (categories[6], 0x3d7a37, 0x8cc984, 0x1c1c1c, 0x105a0c, 0x90f080)                              \
  X (categories[7], 0x7a5c4d, 0xcbae9f, 0x666666, 0x573828, 0xe6cabb)

#define SET_LIGHT(field, light, dark, print, contrast, contrast_dark)    .field = RGB (light),
#define SET_DARK(field, light, dark, print, contrast, contrast_dark)     .field = RGB (dark),
#define SET_PRINT(field, light, dark, print, contrast, contrast_dark)    .field = RGB (print),
#define SET_CONTRAST(field, light, dark, print, contrast, contrast_dark) .field = RGB (contrast),
#define SET_CONTRAST_DARK(field, light, dark, print, contrast, contrast_dark)                      \
  .field = RGB (contrast_dark),

#define FONTS                                                                                      \
  .serif = "Noto Serif, DejaVu Serif, serif", .sans = "Noto Sans, DejaVu Sans, sans-serif"

static const KaTheme themes[KA_N_THEMES] = {
  [KA_THEME_LIGHT] = { "light", FALSE, FONTS, COLOURS (SET_LIGHT) },
  [KA_THEME_DARK] = { "dark", TRUE, FONTS, COLOURS (SET_DARK) },
  [KA_THEME_PRINT] = { "print", FALSE, FONTS, COLOURS (SET_PRINT) },
  [KA_THEME_HIGH_CONTRAST] = { "high-contrast", FALSE, FONTS, COLOURS (SET_CONTRAST) },
  [KA_THEME_HIGH_CONTRAST_DARK] = { "high-contrast-dark", TRUE, FONTS,
                                    COLOURS (SET_CONTRAST_DARK) },
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

void
ka_colour_fill (const KaColour *self, cairo_t *cr)
{
  ka_colour_set_source (self, cr);
  cairo_fill (cr);
}

void
ka_colour_stroke_preserve (const KaColour *self, cairo_t *cr, double alpha, double width)
{
  ka_colour_set_source_alpha (self, cr, alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke_preserve (cr);
}

void
ka_colour_stroke (const KaColour *self, cairo_t *cr, double alpha, double width)
{
  ka_colour_stroke_preserve (self, cr, alpha, width);
  cairo_new_path (cr);
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
