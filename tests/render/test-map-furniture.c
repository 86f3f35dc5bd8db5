/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-map-furniture.h"

#include <math.h>
#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-captions.h"
#include "ka-legend-place.h"
#include "ka-legend-rows.h"
#include "ka-map-day.h"
#include "ka-map-geometry.h"
#include "ka-map-scale.h"
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
  KaViewport adjara = { .centre_km = ka_projection_forward (
                          ka_map_scene_get_projection (test->scene), (KaPoint){ 42.1, 41.7 }),
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
  g_assert_false (says (kars, "Claim"));
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
      g_assert_cmpfloat (text.x1, <=, row.x1 - KA_LEGEND_PADDING + 1);
      g_assert_false (pango_layout_is_ellipsized (get_row (legend, i)->layout->pango));
      g_assert_false (row.x0 < heading.x1 && row.y0 < heading.y1);
      for (guint j = 0; j < i; j++)
        {
          KaBox other = get_row (legend, j)->box;

          g_assert_false (row.x0 < other.x1 && other.x0 < row.x1 && row.y0 < other.y1 &&
                          other.y0 < row.y1);
        }
    }
}

/* A random view of the atlas on a random day, with a random selection */
static KaViewport
draw_lots (KaMapTest *test, KaViewState *state)
{
  const KaList *regions = ka_atlas_get_items (test->atlas, KA_ITEM_REGION);
  KaDay         first = ka_map_test_day ("1878-01-01");
  KaDay         last = ka_map_test_day ("2024-01-01");
  KaViewport    viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene),
                                            g_test_rand_double_range (300, 2000),
                                            g_test_rand_double_range (200, 1200), 0);

  viewport.scale *= exp (g_test_rand_double_range (-0.3, 1.5));
  viewport = ka_viewport_pan (&viewport, viewport.width * g_test_rand_double_range (-0.5, 0.5),
                              viewport.height * g_test_rand_double_range (-0.5, 0.5));
  *state = (KaViewState){ .day = first + g_test_rand_int_range (0, (int) (last - first)),
                          .language = (KaLanguage) g_test_rand_int_range (0, KA_N_LANGUAGES),
                          .has_pinned_day = g_test_rand_bit (),
                          .pinned_day = ka_map_test_day ("1914-01-01"),
                          .legend = KA_LEGEND_AUTO };
  if (g_test_rand_bit ())
    state->selection = regions->items[g_test_rand_int_range (0, (int) regions->n_items)];

  return viewport;
}

static double
measure_share (const KaLegend *legend, const KaViewport *viewport)
{
  return (legend->box.x1 - legend->box.x0) * (legend->box.y1 - legend->box.y0) / viewport->width /
         viewport->height;
}

static double
count_cells (KaBox box)
{
  double cell = ka_legend_cost_get_cell ();

  return (box.x1 - box.x0) * (box.y1 - box.y0) / cell / cell;
}

/* By itself the legend covers at most 12 % of the map none of the furniture and little of the
 * matter; it is there, if only as its heading, on maps of all sizes. */
static void
test_legend_share (KaMapTest *test, gconstpointer data)
{
  gsize n_open = 0;

  for (int i = 0; i < 200; i++)
    {
      KaViewState state;
      KaViewport  viewport = draw_lots (test, &state);
      KaBox       corner = { viewport.width - 60, 0, viewport.width, 150 };
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      g_autoptr (KaMapFurniture) furniture = ka_map_furniture_new (&context, &corner, 1, NULL);
      g_autoptr (KaLegendCost) cost = NULL;
      const KaLegend *legend = furniture->legend;
      gsize           n_met = 0;

      if (ka_box_is_empty (legend->box))
        continue;
      g_assert_true (lies_within (legend->box, (KaBox){ 0, 0, viewport.width, viewport.height }));
      g_assert_false (ka_box_is_empty (legend->heading_box));
      g_assert_cmpint (legend->is_folded, ==, legend->folds_by_itself);
      assert_whole (legend);
      if (legend->is_folded)
        continue;
      n_open++;
      cost = ka_legend_cost_new (&context);
      g_assert_cmpfloat (ka_legend_cost_measure (cost, legend->box), <=,
                         KA_LEGEND_MAX_WEIGHT * count_cells (legend->box));
      g_assert_cmpfloat (measure_share (legend, &viewport), <=, 0.12);
      g_assert_false (ka_box_meets (legend->box, corner));
      for (guint j = 0; j < furniture->boxes->len; j++)
        n_met += ka_box_meets (legend->box, g_array_index (furniture->boxes, KaBox, j)) ? 1 : 0;
      g_assert_cmpuint (n_met, ==, 1); /* itself */
    }
  g_assert_cmpuint (n_open, >, 60);
}

/* What a box hides, summed up cell by cell */
static double
measure_slowly (const KaLegendCost *cost, KaBox box)
{
  double cell = ka_legend_cost_get_cell ();
  double sum = 0;

  for (double y = floor (box.y0 / cell) * cell; y < box.y1; y += cell)
    for (double x = floor (box.x0 / cell) * cell; x < box.x1; x += cell)
      sum += ka_legend_cost_measure (cost, (KaBox){ x + 1, y + 1, x + 2, y + 2 });

  return sum;
}

/* The chosen place hides least of all places that are free */
static void
test_legend_cost (KaMapTest *test, gconstpointer data)
{
  gsize n_tried = 0;

  for (int i = 0; i < 60; i++)
    {
      KaViewState  state;
      KaViewport   viewport = draw_lots (test, &state);
      KaBox        taken = { 0, 0, viewport.width * 0.4, 90 };
      KaLegendSite site = { .taken = &taken,
                            .n_taken = 1,
                            .frame = { 14, 14, viewport.width - 14, viewport.height - 14 } };
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      g_autoptr (KaLegendCost) cost = ka_legend_cost_new (&context);
      g_autoptr (KaLegend) legend = ka_legend_new (&context, &taken, 1, NULL);
      double chosen = measure_slowly (cost, legend->box);

      if (legend->is_folded || ka_box_is_empty (legend->box))
        continue;
      n_tried++;
      g_assert_cmpfloat (chosen, ==, ka_legend_cost_measure (cost, legend->box));
      for (guint place = 1; place <= KA_LEGEND_N_PLACES; place++)
        {
          KaBox other;

          if (!ka_legend_place_find (&site, place, legend->box.x1 - legend->box.x0,
                                     legend->box.y1 - legend->box.y0, &other))
            continue;
          g_assert_true (lies_within (other, ka_box_grow (site.frame, 0.01)));
          g_assert_false (ka_box_meets (other, taken));
          g_assert_cmpfloat (chosen, <=, measure_slowly (cost, other));
        }
    }
  g_assert_cmpuint (n_tried, >, 15);
}

/* How many of some points in a box show a featured or selected region */
static guint
count_hidden (KaMapTest *test, const KaViewState *state, const KaViewport *viewport, KaBox box)
{
  guint n_hidden = 0;

  for (double y = box.y0; y <= box.y1; y += 8)
    for (double x = box.x0; x <= box.x1; x += 8)
      {
        KaMapHit hit = ka_map_scene_pick (test->scene, state, viewport, (KaPoint){ x, y });

        n_hidden += ka_map_is_featured (test->scene, hit.region) ? 1 : 0;
      }

  return n_hidden;
}

/* A legend that folds by itself would hide more of the map than it may, or one of the regions. */
static void
assert_is_great (KaMapTest *test, const KaViewState *state, const KaViewport *viewport)
{
  KaViewState opened = *state;
  g_autoptr (KaMapFurniture) furniture = NULL;

  opened.legend = KA_LEGEND_OPEN;
  furniture = ka_map_test_furnish (test, &opened, viewport);
  g_assert_true (measure_share (furniture->legend, viewport) > 0.12 ||
                 count_hidden (test, state, viewport, furniture->legend->box) > 0);
  g_assert_cmpfloat (viewport->width, <, 1600);
}

/* On days with many rows the legend hides no featured region; on a great map it stands open. */
static void
test_legend_spares (KaMapTest *test, gconstpointer data)
{
  static const char *const days[] = { "1918-06-10", "1920-12-05", "1921-10-13", "1946-06-01",
                                      "2020-01-01" };
  static const double      sizes[][2] = { { 960, 680 }, { 1180, 760 }, { 1600, 1000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (days) * G_N_ELEMENTS (sizes); i++)
    {
      const double *size = sizes[i % G_N_ELEMENTS (sizes)];
      KaViewState   state = { .day = ka_map_test_day (days[i / G_N_ELEMENTS (sizes)]),
                              .legend = KA_LEGEND_AUTO };
      KaViewport    viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), size[0],
                                                size[1], 0);
      g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, &state, &viewport);

      g_test_message ("%s at %g: %g rows, %g", days[i / G_N_ELEMENTS (sizes)], size[0],
                      (double) furniture->legend->rows->len,
                      measure_share (furniture->legend, &viewport));
      g_assert_cmpuint (count_hidden (test, &state, &viewport, furniture->legend->box), ==, 0);
      if (furniture->legend->is_folded)
        assert_is_great (test, &state, &viewport);
    }
}

/* At the first start the legend stands open on windows of the usual sizes, beside the buttons of
 * the map and its other furniture. */
static void
test_legend_first (KaMapTest *test, gconstpointer data)
{
  static const double sizes[][2] = { { 810, 566 }, { 1290, 568 }, { 1290, 700 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      KaViewState state = { .day = ka_map_test_day ("1921-10-13"), .legend = KA_LEGEND_AUTO };
      KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), sizes[i][0],
                                              sizes[i][1], 0);
      KaBox       buttons = { sizes[i][0] - 50, 0, sizes[i][0], 156 };
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      g_autoptr (KaMapFurniture) furniture = ka_map_furniture_new (&context, &buttons, 1, NULL);

      for (guint j = 0; j < furniture->legend->rows->len; j++)
        g_test_message ("%s", get_row (furniture->legend, j)->text);
      g_assert_false (furniture->legend->folds_by_itself);
      g_assert_cmpuint (count_hidden (test, &state, &viewport, furniture->legend->box), ==, 0);
    }
}

/* While the view moves a little, the legend stays; the same view gives the same place, whatever it
 * was before, once it is held */
static void
test_legend_stays (KaMapTest *test, gconstpointer data)
{
  KaViewState state = { .day = ka_map_test_day ("1920-12-05"), .legend = KA_LEGEND_AUTO };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1180, 760, 0);
  guint       n_moves = 0;

  for (int i = 0; i < 120; i++)
    {
      g_autoptr (KaLegend) legend = NULL;
      g_autoptr (KaLegend) again = NULL;
      guint before = state.legend_place;

      viewport = ka_viewport_pan (&viewport, i < 60 ? 5 : -5, i % 2 == 0 ? 3 : -3);
      legend = ka_map_test_legend (test, &state, &viewport);
      state.legend_place = legend->place;
      again = ka_map_test_legend (test, &state, &viewport);
      g_assert_cmpuint (again->place, ==, legend->place);
      n_moves += before != 0 && before != legend->place ? 1 : 0;
    }
  g_assert_cmpuint (n_moves, <=, 4);
}

/* A legend opened by hand shows all rows of every day, in every language, on a map of any size. */
static void
test_legend_small (KaMapTest *test, gconstpointer data)
{
  static const char *const days[] = { "1918-06-10", "1918-11-15", "1918-12-15", "1920-08-11",
                                      "1921-02-20", "1921-10-13", "1946-06-01", "2020-06-01" };
  static const double      sizes[][2] = { { 600, 380 }, { 460, 330 }, { 400, 300 }, { 360, 260 } };

  for (gsize i = 0; i < G_N_ELEMENTS (days) * KA_N_LANGUAGES; i++)
    {
      KaViewState state = { .day = ka_map_test_day (days[i / KA_N_LANGUAGES]),
                            .language = (KaLanguage) (i % KA_N_LANGUAGES),
                            .legend = KA_LEGEND_OPEN };

      for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          KaViewport small = ka_viewport_fit (ka_map_scene_get_extent (test->scene), sizes[j][0],
                                              sizes[j][1], 0);
          g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &small);
          g_autoptr (GPtrArray) all = ka_legend_rows_new (&context);
          g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, &state, &small);
          const KaLegend *legend = furniture->legend;

          g_test_message ("%s %g, language %d", days[i / KA_N_LANGUAGES], sizes[j][0],
                          state.language);
          g_assert_true (legend->folds_by_itself);
          g_assert_false (legend->is_folded);
          g_assert_cmpuint (legend->rows->len, ==, all->len);
          assert_whole (legend);
          g_assert_true (lies_within (legend->box, (KaBox){ 0, 0, small.width, small.height }));
        }
    }
}

/* On paper the rows go into columns that fill the width and no more than the height. On the
 * smallest page at most one is left out, of the line that explains itself. */
static void
test_legend_on_paper (KaMapTest *test, gconstpointer data)
{
  static const char *const days[] = { "1918-06-10", "1920-12-05", "1921-10-13", "2020-06-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      KaViewState state = { .day = ka_map_test_day (days[i]) };
      KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      g_autoptr (KaLegend) all = ka_legend_new_on_paper (&context, 1200, 900);

      g_assert_cmpstr (get_row (all, all->rows->len - 1)->text, ==, "Frontier of states");
      for (double width = 200; width < 2000; width += 150)
        for (double height = 60; height < 400; height += 40)
          {
            g_autoptr (KaLegend) legend = ka_legend_new_on_paper (&context, width, height);

            g_assert_true (lies_within (legend->box, (KaBox){ 0, 0, width, height }));
            g_assert_true (ka_box_is_empty (legend->heading_box));
            g_assert_cmpuint (legend->rows->len, >, 0);
            if (height > 200 && width > 200)
              g_assert_cmpuint (legend->rows->len + 1, >=, all->rows->len);
            if (height > 100 && width > 500)
              g_assert_cmpuint (legend->rows->len, ==, all->rows->len);
            assert_whole (legend);
          }
    }
}

/* A column of each room is as wide and as high as its texts are when all are laid out for it. */
static void
test_legend_rooms (KaMapTest *test, gconstpointer data)
{
  for (int i = 0; i < 40; i++)
    {
      KaViewState state;
      KaViewport  viewport = draw_lots (test, &state);
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      g_autoptr (KaLegend) legend = ka_legend_new_on_paper (&context, 1200, 900);

      for (double room = 60; room < 320; room += 6.7)
        {
          KaLegendShape shape = ka_legend_shape (legend->rows, 1, room);
          double        widest = 0, sum = 0;

          for (guint j = 0; j < legend->rows->len; j++)
            {
              double width, height;

              ka_type_set_width (get_row (legend, j)->layout, room);
              ka_type_measure (get_row (legend, j)->layout, &width, &height, NULL);
              widest = MAX (widest, ceil (MIN (width, room)));
              sum += MAX (14, ceil (height + 2));
            }
          g_assert_cmpfloat (shape.height, ==, sum);
          if (legend->rows->len > 0)
            g_assert_cmpfloat (shape.width, ==, widest + KA_LEGEND_INDENT + KA_LEGEND_PADDING);
        }
    }
}

static cairo_surface_t *
paint_furniture (const KaPaintContext *context, KaMapFurniture **previous)
{
  const KaViewport *viewport = context->viewport;
  cairo_surface_t  *surface = cairo_image_surface_create (
     CAIRO_FORMAT_ARGB32, (int) ceil (viewport->width), (int) ceil (viewport->height));
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaPaintContext  painted = *context;
  KaMapFurniture *furniture;

  painted.cr = cr;
  furniture = ka_map_furniture_new (&painted, NULL, 0, *previous);
  ka_map_furniture_paint (furniture, cr, context->theme);
  cairo_surface_flush (surface);
  g_clear_pointer (previous, ka_map_furniture_free);
  *previous = furniture;

  return surface;
}

/* Furniture that takes its texts out of another one looks as new. */
static void
test_furniture_taken (KaMapTest *test, gconstpointer data)
{
  KaMapFurniture *previous = NULL;

  for (int i = 0; i < 60; i++)
    {
      KaViewState state;
      KaViewport  viewport = draw_lots (test, &state);
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      KaMapFurniture *none = NULL;
      g_autoptr (cairo_surface_t) fresh = paint_furniture (&context, &none);
      g_autoptr (cairo_surface_t) taken = paint_furniture (&context, &previous);

      const gsize n_bytes = (gsize) cairo_image_surface_get_stride (fresh) *
                            (gsize) cairo_image_surface_get_height (fresh);

      g_assert_cmpint (memcmp (cairo_image_surface_get_data (taken),
                               cairo_image_surface_get_data (fresh), n_bytes),
                       ==, 0);
      g_clear_pointer (&none, ka_map_furniture_free);
    }
  ka_map_furniture_free (previous);
}

static cairo_surface_t *
paint_in (const KaMapFurniture *furniture, const KaViewport *viewport, const cairo_region_t *region)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) ceil (viewport->width), (int) ceil (viewport->height));
  g_autoptr (cairo_t) cr = cairo_create (surface);

  for (int i = 0; region != NULL && i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t box;

      cairo_region_get_rectangle (region, i, &box);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    }
  if (region != NULL)
    cairo_clip (cr);
  ka_map_furniture_paint (furniture, cr, ka_theme_get (KA_THEME_LIGHT));
  cairo_surface_flush (surface);

  return surface;
}

static guint
count_other_pixels (cairo_surface_t *a, cairo_surface_t *b, const cairo_region_t *region)
{
  const guint32 *first = (gconstpointer) cairo_image_surface_get_data (a);
  const guint32 *second = (gconstpointer) cairo_image_surface_get_data (b);
  const int      width = cairo_image_surface_get_width (a);
  guint          n_others = 0;

  for (int i = 0; i < width * cairo_image_surface_get_height (a); i++)
    if (first[i] != second[i] && cairo_region_contains_point (region, i % width, i / width))
      n_others++;

  return n_others;
}

/* The boxes hold all ink, and each alone looks as in the whole. */
static void
test_ink (KaMapTest *test, gconstpointer data)
{
  for (int i = 0; i < 25; i++)
    {
      KaViewState state;
      KaViewport  viewport = draw_lots (test, &state);
      g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, &state, &viewport);
      g_autoptr (cairo_surface_t) whole = paint_in (furniture, &viewport, NULL);
      g_autoptr (cairo_region_t) all = cairo_region_create ();
      const cairo_rectangle_int_t frame = { 0, 0, cairo_image_surface_get_width (whole),
                                            cairo_image_surface_get_height (whole) };
      g_autoptr (cairo_region_t) everywhere = cairo_region_create_rectangle (&frame);

      for (guint j = 0; j < furniture->boxes->len; j++)
        {
          const KaBox                 box = g_array_index (furniture->boxes, KaBox, j);
          const cairo_rectangle_int_t pixels = { (int) floor (box.x0), (int) floor (box.y0),
                                                 (int) (ceil (box.x1) - floor (box.x0)),
                                                 (int) (ceil (box.y1) - floor (box.y0)) };
          g_autoptr (cairo_region_t) region = cairo_region_create_rectangle (&pixels);
          g_autoptr (cairo_surface_t) part = paint_in (furniture, &viewport, region);

          g_assert_cmpuint (count_other_pixels (whole, part, region), ==, 0);
          cairo_region_union (all, region);
        }
      cairo_region_subtract (everywhere, all);
      {
        g_autoptr (cairo_surface_t)
          empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, frame.width, frame.height);

        g_assert_cmpuint (count_other_pixels (whole, empty, everywhere), ==, 0);
      }
    }
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
      double km = ka_map_scale_choose (scale, 150);
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
      KaViewState state = { .day = ka_map_test_day ("1918-07-01"), .legend = KA_LEGEND_AUTO };
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
  ka_map_test_add ("/map-furniture/legend-share", test_legend_share);
  ka_map_test_add ("/map-furniture/legend-cost", test_legend_cost);
  ka_map_test_add ("/map-furniture/legend-spares", test_legend_spares);
  ka_map_test_add ("/map-furniture/legend-stays", test_legend_stays);
  ka_map_test_add ("/map-furniture/legend-on-paper", test_legend_on_paper);
  ka_map_test_add ("/map-furniture/legend-rooms", test_legend_rooms);
  ka_map_test_add ("/map-furniture/taken", test_furniture_taken);
  ka_map_test_add ("/map-furniture/ink", test_ink);
  ka_map_test_add ("/map-furniture/legend-first", test_legend_first);
  ka_map_test_add ("/map-furniture/legend-small", test_legend_small);
  ka_map_test_add ("/map-furniture/captions", test_captions);
  ka_map_test_add ("/map-furniture/scale-bar", test_scale_bar);
  ka_map_test_add ("/map-furniture/boxes", test_boxes);

  return g_test_run ();
}
