/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-theme.h"

#include <math.h>

#define TEXT_CONTRAST  4.5
#define SHAPE_CONTRAST 3.0

/* Least differences of colour in CIE L*a*b* (1976). A difference of 2 to 3 is just visible side by
 * side; these are for patches that a border or an area may separate. */
#define MIN_FEATURED_APART     35.0
#define MIN_FEATURED_FROM_LAND 15.0
#define BAND_FROM_LAND         30.0
#define GREY_FROM_LAND         8.0

/* Matrices for linear RGB, severity 1, from G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
 * Visualization and Computer Graphics 15 (2009), 1291-1298; and a grey picture. */
static const struct
{
  const char *name;
  double      matrix[9];
} visions[] = {
  { "normal", { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "protanopia",
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
      1.051998 } },
  { "deuteranopia",
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
      0.968881 } },
  { "tritanopia",
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
      0.303900 } },
  { "grey", { 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722 } },
};
#define N_COLOUR_VISIONS (G_N_ELEMENTS (visions) - 1)

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
      assert_contrast (theme, "halo on selection", &theme->halo, &theme->selection, TEXT_CONTRAST);
      assert_contrast (theme, "text on halo", &theme->text, &theme->halo, TEXT_CONTRAST);
      assert_contrast (theme, "accent on halo", &theme->accent, &theme->halo, TEXT_CONTRAST);
      assert_contrast (theme, "water text", &theme->water_text, &theme->sea, TEXT_CONTRAST);
      assert_contrast (theme, "peak on halo", &theme->peak, &theme->halo, TEXT_CONTRAST);
      for (int tint = 0; tint < KA_N_TINTS; tint++)
        assert_contrast (theme, "name of land", &theme->tints[tint].text, &theme->tints[tint].fill,
                         TEXT_CONTRAST);
    }
}

/* Contrast of lines and symbols with their ground. Bands separate featured regions; treaty lines
 * have a casing in the colour of the halo. */
static void
assert_shapes (const KaTheme *theme, const char *where, const KaColour *fill)
{
  const struct
  {
    const char     *name;
    const KaColour *colour;
  } shapes[] = {
    { "border", &theme->border },
    { "minor border", &theme->border_minor },
    { "district", &theme->district },
    { "treaty line", &theme->accent },
    { "river", &theme->water_line },
    { "town", &theme->town },
    { "peak", &theme->peak },
    { "selection", &theme->selection },
    { "line of another day", &theme->ghost },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s on %s", shapes[i].name, where);

      assert_contrast (theme, what, shapes[i].colour, fill, SHAPE_CONTRAST);
    }
}

static void
test_shapes (void)
{
  for (int id = 0; id < KA_N_THEMES; id++)
    {
      const KaTheme *theme = ka_theme_get ((KaThemeId) id);

      assert_contrast (theme, "accent on sea", &theme->accent, &theme->sea, SHAPE_CONTRAST);
      assert_contrast (theme, "coast on sea", &theme->water_line, &theme->sea, SHAPE_CONTRAST);
      assert_contrast (theme, "accent on halo", &theme->accent, &theme->halo, SHAPE_CONTRAST);
      assert_contrast (theme, "town on its fill", &theme->town, &theme->town_fill, SHAPE_CONTRAST);
      assert_shapes (theme, "context", &theme->context);
      for (int tint = 0; tint < KA_TINT_VERMILION; tint++)
        assert_shapes (theme, "land", &theme->tints[tint].fill);
      for (int tint = KA_TINT_VERMILION; tint < KA_N_TINTS; tint++)
        {
          assert_contrast (theme, "border on a featured region", &theme->border,
                           &theme->tints[tint].fill, SHAPE_CONTRAST);
          assert_contrast (theme, "selection on a featured region", &theme->selection,
                           &theme->tints[tint].fill, SHAPE_CONTRAST);
          assert_contrast (theme, "line of another day on a featured region", &theme->ghost,
                           &theme->tints[tint].fill, SHAPE_CONTRAST);
          assert_contrast (theme, "town on a featured region", &theme->town,
                           &theme->tints[tint].fill, SHAPE_CONTRAST);
        }
      for (int bit = 0; bit < KA_N_CATEGORIES; bit++)
        {
          assert_contrast (theme, "category on page", &theme->categories[bit], &theme->page,
                           SHAPE_CONTRAST);
          assert_contrast (theme, "category on panel", &theme->categories[bit], &theme->panel,
                           SHAPE_CONTRAST);
        }
    }
}

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* CIE L*a*b* under D65 of a colour, for a type of colour vision */
static void
compute_lab (const KaColour *colour, const double *matrix, double *lab)
{
  double rgb[3] = { linearise (colour->red), linearise (colour->green), linearise (colour->blue) };
  double seen[3];
  double f[3];

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (
      matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2], 0.0, 1.0);
  f[0] = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047;
  f[1] = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
  f[2] = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883;
  for (int i = 0; i < 3; i++)
    f[i] = f[i] > 0.008856 ? cbrt (f[i]) : 7.787 * f[i] + 16.0 / 116.0;
  lab[0] = 116.0 * f[1] - 16.0;
  lab[1] = 500.0 * (f[0] - f[1]);
  lab[2] = 200.0 * (f[1] - f[2]);
}

static double
measure_difference (const KaColour *a, const KaColour *b, const double *matrix)
{
  double first[3], second[3];

  compute_lab (a, matrix, first);
  compute_lab (b, matrix, second);

  return sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2) +
               pow (first[2] - second[2], 2));
}

static void
assert_apart (const KaTheme  *theme,
              gsize           vision,
              const char     *what,
              const KaColour *a,
              const KaColour *b,
              double          least)
{
  double difference = measure_difference (a, b, visions[vision].matrix);

  if (difference < least)
    {
      g_test_message ("%s, %s: %s is %.1f off, at least %.1f expected", theme->name,
                      visions[vision].name, what, difference, least);
      g_test_fail ();
    }
}

static void
assert_featured_apart (const KaTheme *theme, gsize vision, const KaTintColours *featured)
{
  gboolean is_grey = vision == N_COLOUR_VISIONS;
  double   least = is_grey ? GREY_FROM_LAND : MIN_FEATURED_FROM_LAND;

  for (int tint = 0; tint < KA_TINT_VERMILION; tint++)
    {
      const KaColour *fill = &theme->tints[tint].fill;

      assert_apart (theme, vision, "band of a featured region on land", &featured->band, fill,
                    BAND_FROM_LAND);
      /* In black and white bands and patterns replace colours */
      if (theme != ka_theme_get (KA_THEME_PRINT))
        assert_apart (theme, vision, "featured region beside land", &featured->fill, fill, least);
    }
  assert_apart (theme, vision, "band of a featured region on context", &featured->band,
                &theme->context, BAND_FROM_LAND);
  assert_apart (theme, vision, "band of a featured region on the sea", &featured->band, &theme->sea,
                BAND_FROM_LAND);
}

/* The two featured regions differ from each other and from any neighbour in all types of colour
 * vision. In grey their patterns differ, as the next test shows */
static void
test_featured (void)
{
  const KaTheme *print = ka_theme_get (KA_THEME_PRINT);

  g_assert_cmpfloat (ka_colour_get_contrast (&print->tints[KA_TINT_VERMILION].fill,
                                             &print->tints[KA_TINT_BLUE].fill),
                     >, 1.8);
  for (int id = 0; id < KA_N_THEMES; id++)
    for (gsize vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      {
        const KaTheme       *theme = ka_theme_get ((KaThemeId) id);
        const KaTintColours *first = &theme->tints[KA_TINT_VERMILION];
        const KaTintColours *second = &theme->tints[KA_TINT_BLUE];

        if (theme != print && vision < N_COLOUR_VISIONS)
          assert_apart (theme, vision, "featured regions beside each other", &first->fill,
                        &second->fill, MIN_FEATURED_APART);
        assert_featured_apart (theme, vision, first);
        assert_featured_apart (theme, vision, second);
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
  g_test_add_func ("/theme/featured", test_featured);
  g_test_add_func ("/theme/print", test_print);
  g_test_add_func ("/theme/names", test_names);
  g_test_add_func ("/theme/contrast", test_contrast);

  return g_test_run ();
}
