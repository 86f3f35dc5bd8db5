/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-map-furniture.h"

#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-captions.h"
#include "ka-map-geometry.h"
#include "ka-map-test.h"
#include "ka-projection.h"

static KaLegend *
make_legend (KaMapTest *test, const char *day, const KaViewport *viewport, KaMapLayer hidden)
{
  KaViewState state = { .day = ka_map_test_day (day), .hidden_layers = hidden };

  return ka_map_test_legend (test, &state, viewport);
}

static const KaLegendRow *
get_row (const KaLegend *legend, guint row)
{
  return legend->rows->pdata[row];
}

static gboolean
says (const KaLegend *legend, const char *text)
{
  for (guint i = 0; i < legend->rows->len; i++)
    if (strstr (get_row (legend, i)->text, text) != NULL)
      return TRUE;

  return FALSE;
}

/* The legend names what is in view on the day, and nothing else */
static void
test_legend (KaMapTest *test, gconstpointer data)
{
  KaViewport all = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
  KaViewport adjara = { .centre_km = ka_projection_forward ((KaPoint){ 42.1, 41.7 }),
                        .scale = 8,
                        .width = 800,
                        .height = 600 };
  g_autoptr (KaLegend) kars = make_legend (test, "1921-10-13", &all, 0);
  g_autoptr (KaLegend) berlin = make_legend (test, "1878-08-01", &all, 0);
  g_autoptr (KaLegend) claims = make_legend (test, "1946-01-01", &all, 0);
  g_autoptr (KaLegend) hidden = make_legend (test, "1946-01-01", &all, KA_MAP_LAYER_CLAIMS);
  g_autoptr (KaLegend) split = make_legend (test, "1920-12-03", &all, 0);
  g_autoptr (KaLegend) near = make_legend (test, "1921-10-13", &adjara, 0);

  g_assert_true (says (kars, "Nakhichevan"));
  g_assert_true (says (kars, "Line of the Treaty of Kars"));
  g_assert_false (says (kars, "Districts"));
  g_assert_false (says (kars, "Claimed"));
  /* Another polity held a part of it */
  g_assert_true (says (split, "Nakhichevan · Nakhichevan Soviet republic (in fact) · Contested"));
  g_assert_true (says (berlin, "Districts"));
  g_assert_false (says (berlin, "Line of the Treaty of Kars"));
  g_assert_true (says (claims, "Claimed"));
  g_assert_false (says (hidden, "Claimed"));
  g_assert_true (says (near, " · Georgian SSR"));
  g_assert_false (says (near, "Nakhichevan"));
  g_assert_false (says (near, "Wilson"));
}

static void
test_legend_rows (KaMapTest *test, gconstpointer data)
{
  KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
  g_autoptr (KaLegend) legend = make_legend (test, "1918-07-01", &viewport, 0);
  KaBox         panel = legend->box;
  const KaItem *region = get_row (legend, 0)->item;

  g_assert_cmpstr (region->id, ==, "batum-1918-line");
  for (guint i = 0; i < legend->rows->len; i++)
    {
      KaBox row = get_row (legend, i)->box;

      g_assert_true (row.x0 >= panel.x0 && row.x1 <= panel.x1);
      g_assert_true (row.y0 >= panel.y0 && row.y1 <= panel.y1);
    }
}

static gboolean
lies_within (KaBox inner, KaBox outer)
{
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 &&
         inner.y1 <= outer.y1;
}

/* Free space at the right of a row, in user units */
#define PADDING 11.0

/* No text of the legend is cut, and no row or heading lies on another */
static void
assert_whole (const KaLegend *legend)
{
  KaBox panel = legend->box;
  KaBox heading = legend->heading_box;

  for (guint i = 0; i < legend->rows->len; i++)
    {
      KaBox row = get_row (legend, i)->box;
      KaBox text = get_row (legend, i)->text_box;

      g_assert_true (lies_within (row, panel));
      g_assert_true (lies_within (text, row));
      g_assert_cmpfloat (text.x1, <=, row.x1 - PADDING + 1);
      g_assert_false (row.x0 < heading.x1 && row.y0 < heading.y1 - 4);
      for (guint j = 0; j < i; j++)
        {
          KaBox other = get_row (legend, j)->box;

          g_assert_false (row.x0 < other.x1 && other.x0 < row.x1 && row.y0 < other.y1 &&
                          other.y0 < row.y1);
        }
    }
}

/* On a screen the legend has a heading and folds, by itself depending on the size alone. Nothing is
 * cut, however small the map is */
static void
test_legend_folds (KaMapTest *test, gconstpointer data)
{
  static const char *const days[] = { "1878-08-01", "1918-07-01", "1921-10-13", "1946-01-01" };

  for (int i = 0; i < 120; i++)
    {
      KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene),
                                              g_test_rand_double_range (420, 2000),
                                              g_test_rand_double_range (300, 1200), 0);
      KaViewState state = { .day = ka_map_test_day (days[i % (int) G_N_ELEMENTS (days)]),
                            .language = (KaLanguage) (i % KA_N_LANGUAGES),
                            .has_pinned_day = i % 3 == 0,
                            .pinned_day = ka_map_test_day ("1914-01-01"),
                            .legend = (KaLegendFold) (i / 4 % 4) };
      g_autoptr (KaLegend) legend = ka_map_test_legend (test, &state, &viewport);
      gboolean is_folded = state.legend == KA_LEGEND_FOLDED ||
                           (state.legend == KA_LEGEND_AUTO &&
                            ka_legend_folds_by_itself (&viewport));
      KaBox panel = legend->box;

      g_assert_cmpint (legend->is_folded, ==, is_folded);
      g_assert_cmpint (legend->rows->len == 0, ==, is_folded);
      g_assert_cmpint (ka_box_is_empty (legend->heading_box), ==,
                       state.legend == KA_LEGEND_PRINTED);
      g_assert_true (lies_within (panel, (KaBox){ 0, 0, viewport.width, viewport.height }));
      if (state.legend == KA_LEGEND_AUTO && !is_folded)
        /* Compares two days with many rows on the smallest map that does not fold the legend */
        g_assert_cmpfloat ((panel.x1 - panel.x0) * (panel.y1 - panel.y0), <,
                           0.48 * viewport.width * viewport.height);
      assert_whole (legend);
    }
}

/* A legend unfolded by hand on the smallest map shows all rows of a day with many */
static void
test_legend_small (KaMapTest *test, gconstpointer data)
{
  KaViewState state = { .day = ka_map_test_day ("1918-07-01"), .legend = KA_LEGEND_OPEN };
  KaViewport  large = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
  KaViewport  small = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 600, 380, 0);
  g_autoptr (KaLegend) all = ka_map_test_legend (test, &state, &large);
  g_autoptr (KaLegend) fitted = ka_map_test_legend (test, &state, &small);

  g_assert_cmpuint (all->rows->len, >=, 10);
  g_assert_cmpuint (fitted->rows->len, ==, all->rows->len);
}

/* Every caption is there in every language, and the furniture uses it */
static void
test_captions (KaMapTest *test, gconstpointer data)
{
  KaViewState state = { .day = ka_map_test_day ("1946-01-01"), .language = KA_LANGUAGE_TR };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
  g_autoptr (KaLegend) legend = ka_map_test_legend (test, &state, &viewport);

  for (int caption = 0; caption < KA_N_CAPTIONS; caption++)
    for (int language = 0; language < KA_N_LANGUAGES; language++)
      {
        const char *text = ka_caption_get ((KaCaption) caption, (KaLanguage) language);
        const char *place;

        g_assert_nonnull (text);
        g_assert_true (g_utf8_validate (text, -1, NULL) && *text != '\0');
        place = strstr (text, "%s");
        /* Every language has a place for the value, or none has */
        g_assert_true (
          (place != NULL) ==
          (strstr (ka_caption_get ((KaCaption) caption, KA_LANGUAGE_EN), "%s") != NULL));
        g_assert_true (strchr (text, '%') == place);
      }
  g_assert_true (says (legend, "Devlet sınırı"));
  g_assert_true (says (legend, "Talep edilen"));
}

static void
test_scale_bar (KaMapTest *test, gconstpointer data)
{
  for (double scale = 0.01; scale < 300; scale *= 1.07)
    {
      double km = ka_map_scale_bar_choose (scale, 150);
      double digit = km;

      g_assert_cmpfloat (km * scale, <=, 150 + 1e-9);
      g_assert_cmpfloat (km * scale, >, 59);
      while (digit > 9)
        digit /= 10;
      while (digit < 0.9)
        digit *= 10;
      g_assert_true (ABS (digit - 1) < 1e-6 || ABS (digit - 2) < 1e-6 || ABS (digit - 5) < 1e-6);
    }
}

/* Furniture stays in the frame at every size, and its parts do not overlap */
static void
test_boxes (KaMapTest *test, gconstpointer data)
{
  static const double sizes[][2] = { { 300, 200 }, { 480, 360 },   { 640, 480 },
                                     { 900, 600 }, { 1920, 1080 }, { 3840, 2160 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      KaViewState state = { .day = ka_map_test_day ("1918-07-01") };
      KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), sizes[i][0],
                                              sizes[i][1], 0);
      g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, &state, &viewport);
      const KaBox *boxes = (const KaBox *) (gpointer) furniture->boxes->data;

      for (gsize a = 0; a < furniture->boxes->len; a++)
        {
          g_assert_true (boxes[a].x0 >= 0 && boxes[a].y0 >= 0);
          g_assert_true (boxes[a].x1 <= viewport.width && boxes[a].y1 <= viewport.height);
          for (gsize b = 0; b < a; b++)
            g_assert_false (boxes[a].x0 < boxes[b].x1 && boxes[b].x0 < boxes[a].x1 &&
                            boxes[a].y0 < boxes[b].y1 && boxes[b].y0 < boxes[a].y1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-furniture/legend", test_legend);
  ka_map_test_add ("/map-furniture/legend-rows", test_legend_rows);
  ka_map_test_add ("/map-furniture/legend-folds", test_legend_folds);
  ka_map_test_add ("/map-furniture/legend-small", test_legend_small);
  ka_map_test_add ("/map-furniture/captions", test_captions);
  ka_map_test_add ("/map-furniture/scale-bar", test_scale_bar);
  ka_map_test_add ("/map-furniture/boxes", test_boxes);

  return g_test_run ();
}
