/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that lines and areas differ without colour: each class of line and each hatch has a pattern
 * of its own. It measures a grey picture of the black and white theme.
 */
#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-map-test.h"
#include "ka-picture-test.h"

#define WIDTH  240
#define HEIGHT 48

/* The least ratio of a measure of two different lines */
#define APART 1.2

/* The least part of pixels in which two hatches differ */
#define HATCHES_APART 0.1

typedef struct
{
  const char    *name;
  KaMapLineClass line;
  gboolean       is_strong;
} Line;

static const Line lines[] = {
  { "coast", KA_MAP_LINE_COAST, FALSE },
  { "in force", KA_MAP_LINE_FORCE, FALSE },
  { "in force, course not well known", KA_MAP_LINE_INEXACT, FALSE },
  { "not in force", KA_MAP_LINE_SIGNED, FALSE },
  { "control in fact", KA_MAP_LINE_FACT, FALSE },
  { "republic", KA_MAP_LINE_REPUBLIC, FALSE },
  { "autonomy", KA_MAP_LINE_LIMIT, FALSE },
  { "district", KA_MAP_LINE_DISTRICT, FALSE },
  { "of another day", KA_MAP_LINE_GHOST, FALSE },
  { "strongest, in force", KA_MAP_LINE_FORCE, TRUE },
  { "strongest, course not well known", KA_MAP_LINE_INEXACT, TRUE },
  { "strongest, not in force", KA_MAP_LINE_SIGNED, TRUE },
};

static void
fill_page (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

static void
paint_line (cairo_t *cr, gpointer data)
{
  const Line    *line = data;
  const KaTheme *theme = ka_theme_get (KA_THEME_PRINT);

  fill_page (cr);
  cairo_move_to (cr, -10, HEIGHT / 2.0 + 0.5);
  cairo_line_to (cr, WIDTH + 10, HEIGHT / 2.0 + 0.5);
  ka_map_stroke_line (cr, theme, line->line, line->is_strong);
}

/* Counts and lengths along a line, each at least 1 */
typedef struct
{
  double n_marks;
  double longest;   /* mark, in pixels */
  double thickness; /* in pixels of black */
  double reach;     /* of any ink across the line, in pixels */
} Look;

static double
get_ink (cairo_surface_t *picture, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (picture) +
                      y * cairo_image_surface_get_stride (picture);

  return 1.0 - row[4 * x + 1] / 255.0;
}

static Look
look_at (const Line *line)
{
  g_autoptr (cairo_surface_t)
    picture = ka_picture_render (WIDTH, HEIGHT, 1, paint_line, (gpointer) (gsize) line);
  Look   look = { 1, 1, 1, 1 };
  double run = 0;

  for (int x = 0; x < WIDTH; x++)
    {
      double ink = 0;
      double reach = 0;

      for (int y = 0; y < HEIGHT; y++)
        {
          ink += get_ink (picture, x, y) > 0.2 ? get_ink (picture, x, y) : 0;
          reach += get_ink (picture, x, y) > 0.02 ? 1 : 0;
        }
      look.thickness = MAX (look.thickness, ink);
      look.reach = MAX (look.reach, reach);
      if (ink > 0.3)
        look.n_marks += run == 0 ? 1 : 0;
      run = ink > 0.3 ? run + 1 : 0;
      look.longest = MAX (look.longest, run);
    }

  return look;
}

static gboolean
differs (double a, double b)
{
  return MAX (a, b) >= APART * MIN (a, b);
}

static void
test_lines (void)
{
  Look looks[G_N_ELEMENTS (lines)];

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      looks[i] = look_at (&lines[i]);
      g_test_message ("%s: %.0f marks, longest %.0f, %.1f thick, reaches %.0f", lines[i].name,
                      looks[i].n_marks, looks[i].longest, looks[i].thickness, looks[i].reach);
      for (gsize j = 0; j < i; j++)
        if (!differs (looks[i].n_marks, looks[j].n_marks) &&
            !differs (looks[i].longest, looks[j].longest) &&
            !differs (looks[i].thickness, looks[j].thickness) &&
            !differs (looks[i].reach, looks[j].reach))
          {
            g_test_message ("%s looks like %s", lines[i].name, lines[j].name);
            g_test_fail ();
          }
    }
}

static void
paint_hatch (cairo_t *cr, gpointer data)
{
  guint claim = GPOINTER_TO_UINT (data);

  fill_page (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  ka_map_hatch_box (cr, (KaBox){ 0, 0, WIDTH, HEIGHT }, ka_map_claim_angle_deg (claim),
                    ka_map_claim_pitch (claim), (KaPoint){ 0, 0 });
  cairo_stroke (cr);
}

static void
paint_stipple (cairo_t *cr, gpointer data)
{
  const KaTheme *theme = ka_theme_get (KA_THEME_PRINT);
  gboolean       is_dashes = GPOINTER_TO_INT (data);

  fill_page (cr);
  ka_map_stipple_box (cr, (KaBox){ 0, 0, WIDTH, HEIGHT }, is_dashes, (KaPoint){ 0, 0 }, NULL, NULL);
  ka_map_stroke_stipple (cr, &theme->tints[KA_TINT_BLUE], is_dashes);
}

static void
assert_pictures_differ (KaPicturePainter paint, gpointer first, gpointer second)
{
  g_autoptr (cairo_surface_t) a = ka_picture_render (WIDTH, HEIGHT, 1, paint, first);
  g_autoptr (cairo_surface_t) b = ka_picture_render (WIDTH, HEIGHT, 1, paint, second);

  g_assert_cmpfloat (ka_picture_compare (a, b, 32, NULL), >, HATCHES_APART);
}

/* The featured regions and up to four claimants of the same land */
static void
test_hatches (void)
{
  assert_pictures_differ (paint_stipple, GINT_TO_POINTER (FALSE), GINT_TO_POINTER (TRUE));
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < i; j++)
      assert_pictures_differ (paint_hatch, GUINT_TO_POINTER (i), GUINT_TO_POINTER (j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-patterns/lines", test_lines);
  g_test_add_func ("/map-patterns/hatches", test_hatches);

  return g_test_run ();
}
