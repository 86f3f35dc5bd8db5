/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-theme.h"

#include <math.h>

#define TEXT_CONTRAST  4.5
#define SHAPE_CONTRAST 3.0

/* Viénot-style matrices of G. Machado et al., "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency" (2009), severity 1, on linear RGB: protan, deutan, tritan */
static const double vision[3][9] = {
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

static void
assert_contrast (const KaTheme  *theme,
                 const char     *what,
                 const KaColour *a,
                 const KaColour *b,
                 double          least)
{
  double contrast = ka_colour_get_contrast (a, b);

  if (contrast < least)
    {
      g_test_message ("%s: %s has %.2f:1, at least %.1f:1 expected", theme->name, what, contrast,
                      least);
      g_test_fail ();
    }
}

static void
test_text (void)
{
  for (int id = 0; id < KA_N_THEMES; id++)
    {
      const KaTheme *theme = ka_theme_get ((KaThemeId) id);

      assert_contrast (theme, "text on page", &theme->text, &theme->page, TEXT_CONTRAST);
      assert_contrast (theme, "text on panel", &theme->text, &theme->panel, TEXT_CONTRAST);
      assert_contrast (theme, "muted on page", &theme->text_muted, &theme->page, TEXT_CONTRAST);
      assert_contrast (theme, "muted on panel", &theme->text_muted, &theme->panel, TEXT_CONTRAST);
      assert_contrast (theme, "accent text", &theme->accent_text, &theme->accent, TEXT_CONTRAST);
      assert_contrast (theme, "text on halo", &theme->text, &theme->halo, TEXT_CONTRAST);
      assert_contrast (theme, "accent on halo", &theme->accent, &theme->halo, TEXT_CONTRAST);
      assert_contrast (theme, "water text", &theme->water_text, &theme->sea, TEXT_CONTRAST);
      assert_contrast (theme, "peak on halo", &theme->peak, &theme->halo, TEXT_CONTRAST);
      for (int tint = 0; tint < KA_N_TINTS; tint++)
        assert_contrast (theme, "name of land", &theme->tints[tint].text, &theme->tints[tint].fill,
                         TEXT_CONTRAST);
    }
}

static void
test_shapes (void)
{
  for (int id = 0; id < KA_N_THEMES; id++)
    {
      const KaTheme *theme = ka_theme_get ((KaThemeId) id);

      assert_contrast (theme, "accent on sea", &theme->accent, &theme->sea, SHAPE_CONTRAST);
      assert_contrast (theme, "town on its fill", &theme->town, &theme->town_fill, SHAPE_CONTRAST);
      for (int tint = 0; tint < KA_TINT_VERMILION; tint++)
        {
          const KaColour *fill = &theme->tints[tint].fill;

          assert_contrast (theme, "border", &theme->border, fill, SHAPE_CONTRAST);
          assert_contrast (theme, "minor border", &theme->border_minor, fill, SHAPE_CONTRAST);
          assert_contrast (theme, "treaty line", &theme->accent, fill, SHAPE_CONTRAST);
        }
    }
}

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* CIE L*a*b* under D65, of a colour as it is seen by somebody */
static void
compute_lab (const KaColour *colour, const double *matrix, double *lab)
{
  double rgb[3] = { linearise (colour->red), linearise (colour->green), linearise (colour->blue) };
  double seen[3];
  double f[3];

  for (int i = 0; i < 3; i++)
    seen[i] = matrix == NULL ? rgb[i]
                             : CLAMP (matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] +
                                        matrix[3 * i + 2] * rgb[2],
                                      0.0, 1.0);
  f[0] = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047;
  f[1] = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
  f[2] = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883;
  for (int i = 0; i < 3; i++)
    f[i] = f[i] > 0.008856 ? cbrt (f[i]) : 7.787 * f[i] + 16.0 / 116.0;
  lab[0] = 116.0 * f[1] - 16.0;
  lab[1] = 500.0 * (f[0] - f[1]);
  lab[2] = 200.0 * (f[1] - f[2]);
}

/* The two heroes stay apart for every kind of colour vision, and in grey by lightness */
static void
test_heroes (void)
{
  const KaTheme *print = ka_theme_get (KA_THEME_PRINT);

  g_assert_cmpfloat (ka_colour_get_contrast (&print->tints[KA_TINT_VERMILION].fill,
                                             &print->tints[KA_TINT_BLUE].fill),
                     >, 1.8);
  for (int id = 0; id < KA_N_THEMES; id++)
    for (int kind = -1; kind < 3 && id != KA_THEME_PRINT; kind++)
      {
        const KaTheme *theme = ka_theme_get ((KaThemeId) id);
        double         a[3], b[3];

        compute_lab (&theme->tints[KA_TINT_VERMILION].fill, kind < 0 ? NULL : vision[kind], a);
        compute_lab (&theme->tints[KA_TINT_BLUE].fill, kind < 0 ? NULL : vision[kind], b);
        g_assert_cmpfloat (
          sqrt (pow (a[0] - b[0], 2) + pow (a[1] - b[1], 2) + pow (a[2] - b[2], 2)), >, 35.0);
      }
}

/* Print needs no ink but black */
static void
test_print (void)
{
  const KaTheme *print = ka_theme_get (KA_THEME_PRINT);

  for (int tint = 0; tint < KA_N_TINTS; tint++)
    {
      const KaTintColours *colours = &print->tints[tint];

      g_assert_true (colours->fill.red == colours->fill.green &&
                     colours->fill.green == colours->fill.blue);
      g_assert_true (colours->band.red == colours->band.green &&
                     colours->band.green == colours->band.blue);
    }
  g_assert_true (print->accent.red == print->accent.blue);
  g_assert_true (print->sea.red == print->sea.blue);
}

static void
test_names (void)
{
  KaThemeId id = KA_THEME_LIGHT;

  g_assert_true (ka_theme_id_from_name ("dark", &id));
  g_assert_cmpint (id, ==, KA_THEME_DARK);
  g_assert_false (ka_theme_id_from_name ("pink", &id));
  g_assert_cmpint (id, ==, KA_THEME_DARK);
}

static void
test_contrast (void)
{
  KaColour black = { 0, 0, 0, 1 };
  KaColour white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (ka_colour_get_contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ka_colour_get_contrast (&white, &white), 1.0, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/text", test_text);
  g_test_add_func ("/theme/shapes", test_shapes);
  g_test_add_func ("/theme/heroes", test_heroes);
  g_test_add_func ("/theme/print", test_print);
  g_test_add_func ("/theme/names", test_names);
  g_test_add_func ("/theme/contrast", test_contrast);

  return g_test_run ();
}
