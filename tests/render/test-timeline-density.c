/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-picture-test.h"
#include "ka-time-test.h"
#include "ka-timeline-parts.h"
#include "ka-timeline-query.h"

#include <math.h>

#define WIDTH  900
#define HEIGHT 160

static const KaViewState plain_state = { .filter.categories = KA_CATEGORY_ALL };

static KaTimelineLayout *
make_layout (KaAtlas *atlas, KaTimeAxis axis, cairo_t *cr, KaTimelineLayout *previous)
{
  KaTimelineSpec spec = { .atlas = atlas, .axis = axis, .height = HEIGHT };

  return ka_timeline_layout_new (&spec, &plain_state, ka_theme_get (KA_THEME_LIGHT), cr, previous);
}

/* No band while there is room for marks, nothing but the band where there is none, and between them
 * a little more at each step out. */
static void
test_comes_up_with_zoom (void)
{
  KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (5000, from, to);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimeAxis axis = ka_time_axis_fit (from, to, WIDTH);
  double     last = 0;
  int        n_between = 0;

  for (double zoom = 8; zoom >= 0; zoom -= 0.05)
    {
      KaTimeAxis zoomed = ka_time_axis_zoom_at (&axis, WIDTH / 2.0, exp2 (zoom));
      g_autoptr (KaTimelineLayout) layout = make_layout (atlas, zoomed, cr, NULL);

      g_assert_cmpfloat (layout->density, >=, 0);
      g_assert_cmpfloat (layout->density, <=, 1);
      g_assert_cmpfloat (fabs (layout->density - last), <, 0.35);
      n_between += layout->density > 0 && layout->density < 1;
      last = layout->density;
      if (zoom > 7)
        g_assert_cmpfloat (layout->density, ==, 0);
    }
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpint (n_between, >, 2);
}

/* The band can be hit everywhere that something is folded, and gives what is folded there. */
static void
test_can_be_hit (void)
{
  KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (10000, from, to);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  g_autoptr (KaTimelineLayout)
    layout = make_layout (atlas, ka_time_axis_fit (from, to, WIDTH), cr, NULL);
  KaViewState  state = plain_state;
  const double reach = 10 / layout->frame.axis.px_per_day;

  state.day = to + 10000;
  g_assert_cmpfloat (layout->density, ==, 1);
  g_assert_cmpuint (layout->overflows->len, >, 3);
  for (double x = 60; x < WIDTH - 60; x += 1)
    {
      double        y = g_array_index (layout->overflows, KaTimelineOverflow, 0).box.y0 + 7;
      KaTimelineHit hit = ka_timeline_layout_pick (layout, &state, x, y);

      g_assert_cmpint (hit.part, ==, KA_TIMELINE_OVERFLOW);
      g_assert_cmpfloat ((double) hit.overflow->from, <=, (double) hit.day + reach);
      g_assert_cmpfloat ((double) hit.overflow->to, >=, (double) hit.day - 4 * reach);
    }
}

typedef struct
{
  KaAtlas   *atlas;
  KaTimeAxis axis;
  KaCategory categories;
} Picture;

static void
paint (cairo_t *cr, gpointer data)
{
  const Picture *picture = data;
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  KaViewState    state = { .day = KA_DAY_MIN + 1, .filter.categories = picture->categories };
  g_autoptr (KaTimelineLayout) layout = make_layout (picture->atlas, picture->axis, cr, NULL);

  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  ka_timeline_density_paint (&(KaTimelinePainting){ cr, layout, &state, theme });
}

static guint
count_ink (const Picture *picture, int from, int to)
{
  g_autoptr (cairo_surface_t)
    surface = ka_picture_render (WIDTH, HEIGHT, 1, paint, (gpointer) (guintptr) picture);
  const guchar *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  guint         n_pixels = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = from; x < to; x++)
      n_pixels += memcmp (data + y * stride + 4 * x, data, 4) != 0;

  return n_pixels;
}

/* Scrolling takes the shape along; a filter that nothing passes leaves the faint shape of all. */
static void
test_shape_stays (void)
{
  KaDay from = ka_day_from_ymd (1000, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (10000, from, to);
  Picture first = { atlas, ka_time_axis_fit (from, to, WIDTH), KA_CATEGORY_ALL };
  Picture panned = first;
  Picture filtered = first;
  guint   before, after, faint;

  panned.axis = ka_time_axis_pan (&first.axis, -100);
  filtered.categories = 0;
  before = count_ink (&first, 300, 700);
  after = count_ink (&panned, 200, 600);
  g_assert_cmpuint (before, >, 400);
  g_assert_cmpuint (after, ==, before);
  faint = count_ink (&filtered, 300, 700);
  /* Of the faint shape the edge of a column may round to the ground. */
  g_assert_cmpuint (faint, <=, before);
  g_assert_cmpuint (faint + (700 - 300), >=, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/timeline/density-comes-up-with-zoom", test_comes_up_with_zoom);
  g_test_add_func ("/render/timeline/density-can-be-hit", test_can_be_hit);
  g_test_add_func ("/render/timeline/density-shape-stays", test_shape_stays);

  return g_test_run ();
}
