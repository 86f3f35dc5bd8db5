/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that one question has one answer: the area at a point, the event of a day.
 */
#include "config.h"

#include <math.h>

#include "ka-map-furniture.h"
#include "ka-map-test.h"
#include "ka-page-text.h"
#include "ka-projection.h"
#include "ka-query.h"

#define N_POINTS 500

/* A point some metres or centimetres beside a segment of a frontier or border */
static KaPoint
choose_point (const KaTopology *topology)
{
  const KaArc *arc = &topology->arcs[g_test_rand_int_range (0, (gint32) topology->n_arcs)];
  gsize        segment = (gsize) g_test_rand_int_range (0, (gint32) arc->n_points - 1);
  double       along = g_test_rand_double ();
  double       beside = pow (10, g_test_rand_double_range (-7, -3));
  double       angle = g_test_rand_double_range (0, 2 * G_PI);
  KaPoint      a = arc->points[segment];
  KaPoint      b = arc->points[segment + 1];

  return (KaPoint){ a.x + along * (b.x - a.x) + beside * cos (angle),
                    a.y + along * (b.y - a.y) + beside * sin (angle) };
}

static void
test_at_and_click (KaMapTest *test, gconstpointer data)
{
  KaDay from = ka_map_test_day ("1870-01-01");
  KaDay to = ka_map_test_day ("2025-01-01");
  guint n_on_land = 0;

  for (int i = 0; i < N_POINTS; i++)
    {
      KaPoint     at = choose_point (ka_atlas_get_topology (test->atlas));
      KaDay       day = from + g_test_rand_int_range (0, (gint32) (to - from));
      KaViewState state = { .day = day };
      KaViewport viewport = { ka_projection_forward (ka_map_scene_get_projection (test->scene), at),
                              4.0, 800, 600 };
      KaMapHit   hit = ka_map_scene_pick (test->scene, &state, &viewport, (KaPoint){ 400, 300 });
      KaWhereabouts found = ka_query_whereabouts (test->atlas, at, day);

      g_assert_true (hit.area == found.area);
      g_assert_true (hit.region == found.region);
      n_on_land += found.area != NULL;
      ka_whereabouts_clear (&found);
    }
  g_assert_cmpuint (n_on_land, >, N_POINTS / 3);
}

/* The grid of areas finds what a search through all of them finds */
static void
test_area_grid (KaMapTest *test, gconstpointer data)
{
  const KaTopology *topology = ka_atlas_get_topology (test->atlas);
  const KaList     *areas = ka_atlas_get_items (test->atlas, KA_ITEM_AREA);

  for (int i = 0; i < 4 * N_POINTS; i++)
    {
      KaPoint       at = { g_test_rand_double_range (25, 60), g_test_rand_double_range (30, 50) };
      const KaArea *expected = NULL;

      for (gsize j = 0; j < areas->n_items && expected == NULL; j++)
        if (ka_topology_contains (topology, ((const KaArea *) areas->items[j])->geometry, at))
          expected = areas->items[j];
      g_assert_true (ka_query_area_at (test->atlas, at) == expected);
    }
  g_assert_null (ka_query_area_at (test->atlas, (KaPoint){ NAN, 40 }));
  g_assert_null (ka_query_area_at (test->atlas, (KaPoint){ 44, INFINITY }));
}

/* The event below the date of the map; %NULL for none */
static char *
dup_map_occasion (KaMapTest *test, const KaViewState *state)
{
  KaViewport viewport = { { 0, 0 }, 0.5, 800, 600 };
  g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, state, &viewport);

  return furniture->occasion == NULL
           ? NULL
           : g_strdup (pango_layout_get_text (furniture->occasion->pango));
}

/* On a day without an event the page has a caption in its place */
static void
test_map_and_page_title (KaMapTest *test, gconstpointer data)
{
  const KaList *events = ka_atlas_get_items (test->atlas, KA_ITEM_EVENT);
  const KaPage  page = KA_PAGE_INIT (KA_PAGE_BOTH, 800, 600);
  guint         n_named = 0;

  for (gsize i = 0; i < events->n_items; i++)
    for (int offset = -1; offset <= 1; offset++)
      {
        KaViewState      state = { .day = ka_query_day_of (events->items[i]) + offset };
        const KaEvent   *event = ka_query_occasion_of (test->atlas, state.day);
        g_autofree char *on_map = dup_map_occasion (test, &state);
        g_autofree char *on_page = ka_page_dup_occasion (test->atlas, &state, &page);

        g_assert_true ((event == NULL) == (on_map == NULL));
        if (event == NULL)
          continue;
        g_assert_cmpstr (on_map, ==, ka_text_get (&event->title, state.language));
        g_assert_cmpstr (on_page, ==, on_map);
        n_named++;
      }
  g_assert_cmpuint (n_named, >, 60);
}

/* The first day of a span counts; a day in an inexact month does not */
static void
test_occasion (KaMapTest *test, gconstpointer data)
{
  static const struct
  {
    const char *day;
    const char *id; /* %NULL for none */
  } cases[] = {
    { "1921-10-13", "kars-treaty-1921" },
    { "1920-12-02", "alexandropol-1920" },
    { "1918-11-05", "kars-republic-1918" },
    { "1957-06-01", NULL },
    { "1800-01-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaEvent *event = ka_query_occasion_of (test->atlas, ka_map_test_day (cases[i].day));

      g_assert_cmpstr (event == NULL ? NULL : event->item.id, ==, cases[i].id);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/answers/at-and-click", test_at_and_click);
  ka_map_test_add ("/answers/area-grid", test_area_grid);
  ka_map_test_add ("/answers/map-and-page-title", test_map_and_page_title);
  ka_map_test_add ("/answers/occasion", test_occasion);

  return g_test_run ();
}
