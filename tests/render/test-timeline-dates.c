/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-time-test.h"
#include "ka-timeline-query.h"

static const KaViewState plain_state = { .filter.categories = KA_CATEGORY_ALL };

/* Today is marked only when asked for and in sight, with its word inside and clear of the labels of
 * the fine row; nothing else moves. */
static void
test_today (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaDay    from = ka_map_test_day ("1917-01-01"), to = ka_map_test_day ("1925-01-01");
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (from, to, 1440),
    .height = 240,
  };
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  g_autoptr (KaTimelineLayout)
    plain = ka_timeline_layout_new (&spec, &plain_state, theme, cr, NULL);

  g_assert_false (plain->has_today);
  spec.has_today = TRUE;
  for (spec.today = from - 40; spec.today < to + 40; spec.today += 7)
    {
      g_autoptr (KaTimelineLayout)
        layout = ka_timeline_layout_new (&spec, &plain_state, theme, cr, plain);
      double x1 = layout->today_label_x + 20;

      g_assert_cmpint (layout->has_today, ==, spec.today >= from && spec.today < to);
      g_assert_cmpuint (layout->placed->len, ==, plain->placed->len);
      g_assert_cmpuint (layout->ticks.minor->len, ==, plain->ticks.minor->len);
      if (!layout->has_today)
        continue;
      g_assert_cmpfloat (layout->today_label_x, >=, 0);
      g_assert_cmpfloat (x1, <=, layout->frame.axis.width);
      for (guint i = 0; i < layout->ticks.minor->len; i++)
        {
          const KaTimeTick *tick = &g_array_index (layout->ticks.minor, KaTimeTick, i);

          if (tick->label_width > 0)
            g_assert_true (tick->label_x > x1 ||
                           tick->label_x + tick->label_width < layout->today_label_x);
        }
    }
}

/* Old Style changes the words of dates and moves no item. */
static void
test_old_style (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  KaViewState    old_state = plain_state;
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1921-10-11"), ka_map_test_day ("1921-10-17"), 1440),
    .height = 240,
  };
  g_autoptr (KaTimelineLayout)
    plain = ka_timeline_layout_new (&spec, &plain_state, theme, cr, NULL);
  g_autoptr (KaTimelineLayout) old = NULL;

  old_state.shows_old_style = TRUE;
  old = ka_timeline_layout_new (&spec, &old_state, theme, cr, plain);
  g_assert_true (old->entries == plain->entries);
  g_assert_cmpuint (old->placed->len, ==, plain->placed->len);
  g_assert_cmpstr (g_array_index (plain->ticks.major, KaTimeTick, 3).label, ==, "13 Oct");
  g_assert_cmpstr (g_array_index (old->ticks.major, KaTimeTick, 2).label, ==, "13 Oct (30 Sep)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/timeline/today", test_today);
  g_test_add_func ("/render/timeline/old-style", test_old_style);

  return g_test_run ();
}
