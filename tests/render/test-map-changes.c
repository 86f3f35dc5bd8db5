/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a map shows of two days and of two treaties: stretches of frontier, rows of the legend.
 */
#include "config.h"

#include "ka-map-changes.h"

#include <string.h>

#include "ka-legend.h"
#include "ka-map-test.h"

static guint
count_arcs (const GPtrArray *chains)
{
  guint n = 0;

  for (guint i = 0; i < chains->len; i++)
    n += ((const KaMapChain *) chains->pdata[i])->arcs->len;

  return n;
}

static guint
count (KaMapTest *test, const KaViewState *state, KaMapChange change)
{
  KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
  g_auto (KaPaintContext) context = ka_map_test_context (test, state, &viewport);
  g_autoptr (GPtrArray) lines = ka_map_changes_list (&context, change);

  return count_arcs (lines);
}

/* The changed stretches of many pairs of days are those of the borders of both, told apart. */
static void
test_stretches (KaMapTest *test, gconstpointer data)
{
  for (int i = 0; i < 60; i++)
    {
      const KaDay       a = ka_map_test_day ("1878-01-01") + g_test_rand_int_range (0, 40000);
      const KaDay       b = ka_map_test_day ("1917-01-01") + g_test_rand_int_range (0, 3000);
      const KaViewState state = { .day = a, .has_pinned_day = TRUE, .pinned_day = b };
      g_autoptr (KaMapDay) before = ka_map_day_new (test->scene, MIN (a, b));
      g_autoptr (KaMapDay) after = ka_map_day_new (test->scene, MAX (a, b));
      guint n_new = 0, n_gone = 0;

      for (gsize j = 0; j < test->scene->n_arcs; j++)
        {
          const KaArc *arc = test->scene->arcs[j].source;
          KaMapBorder  first = ka_map_day_classify (before, arc);
          KaMapBorder  second = ka_map_day_classify (after, arc);
          gboolean     was = first > KA_MAP_BORDER_COAST;
          gboolean     is = second > KA_MAP_BORDER_COAST;

          n_new += is && first != second;
          n_gone += was && !is;
        }
      g_assert_cmpuint (count (test, &state, KA_MAP_CHANGE_NEW), ==, n_new);
      g_assert_cmpuint (count (test, &state, KA_MAP_CHANGE_GONE), ==, n_gone);
    }
}

/* Nothing changes without a second day, or when both are the same. A range wins over a pin. */
static void
test_days (KaMapTest *test, gconstpointer data)
{
  KaViewState  state = { .day = ka_map_test_day ("1921-12-31") };
  const KaSpan range = { ka_map_test_day ("1917-01-01"), ka_map_test_day ("1922-01-01") };

  g_assert_cmpuint (count (test, &state, KA_MAP_CHANGE_NEW), ==, 0);
  state.has_pinned_day = TRUE;
  state.pinned_day = state.day;
  g_assert_cmpuint (count (test, &state, KA_MAP_CHANGE_NEW), ==, 0);
  state.has_range = TRUE;
  state.range = range;
  g_assert_cmpuint (count (test, &state, KA_MAP_CHANGE_NEW), >, 0);
  g_assert_cmpuint (count (test, &state, KA_MAP_CHANGE_GONE), >, 0);
}

static guint
count_rows (KaMapTest *test, const KaViewState *state, const char *text)
{
  KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 900, 0);
  g_autoptr (KaLegend) legend = ka_map_test_legend (test, state, &viewport);
  guint n = 0;

  for (guint i = 0; i < legend->rows->len; i++)
    n += strstr (((const KaLegendRow *) legend->rows->pdata[i])->text, text) != NULL;

  return n;
}

static void
test_legend (KaMapTest *test, gconstpointer data)
{
  const KaItem *kars = ka_atlas_lookup (test->atlas, KA_ITEM_TREATY, "kars");
  const KaItem *moscow = ka_atlas_lookup (test->atlas, KA_ITEM_TREATY, "moscow");
  KaViewState   state = { .day = ka_map_test_day ("1921-10-13"), .legend = KA_LEGEND_PRINTED };
  guint         n_moscow, n_kars;

  g_assert_cmpuint (count_rows (test, &state, "Frontier new or changed"), ==, 0);
  state.has_pinned_day = TRUE;
  state.pinned_day = ka_map_test_day ("1917-01-01");
  g_assert_cmpuint (
    count_rows (test, &state, "Frontier new or changed, 1 January 1917 – 13 October 1921"), ==, 1);
  g_assert_cmpuint (count_rows (test, &state, "Frontier ended, 1 January 1917"), ==, 1);
  state.has_pinned_day = FALSE;
  state.selection = moscow;
  n_moscow = count_rows (test, &state, "Treaty of Moscow");
  n_kars = count_rows (test, &state, "Treaty of Kars");
  state.compared = (const KaTreaty *) kars;
  g_assert_cmpuint (count_rows (test, &state, "Treaty of Moscow"), ==, n_moscow + 1);
  g_assert_cmpuint (count_rows (test, &state, "Treaty of Kars"), ==, n_kars + 1);
}

/* The highlight of a map without colours. Returns: (transfer full) */
static cairo_surface_t *
paint (KaMapTest *test, const KaViewState *state)
{
  KaViewport       viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 600, 400, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 400);
  cairo_t         *cr = cairo_create (surface);
  KaPaintContext context = ka_paint_context (cr, test->scene, state, ka_theme_get (KA_THEME_PRINT),
                                             &viewport);

  ka_map_paint (&context, KA_MAP_HIGHLIGHT);
  ka_paint_context_clear (&context);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Without colours, too, the two treaties look different: the order of both changes the picture. */
static void
test_order (KaMapTest *test, gconstpointer data)
{
  const KaItem    *kars = ka_atlas_lookup (test->atlas, KA_ITEM_TREATY, "kars");
  const KaItem    *berlin = ka_atlas_lookup (test->atlas, KA_ITEM_TREATY, "berlin");
  KaViewState      state = { .day = ka_map_test_day ("1921-10-13"),
                             .selection = kars,
                             .compared = (const KaTreaty *) berlin };
  cairo_surface_t *first = paint (test, &state);
  cairo_surface_t *second;
  gsize            size = (gsize) cairo_image_surface_get_stride (first) * 400;

  state.selection = berlin;
  state.compared = (const KaTreaty *) kars;
  second = paint (test, &state);
  g_assert_cmpint (
    memcmp (cairo_image_surface_get_data (first), cairo_image_surface_get_data (second), size), !=,
    0);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-changes/stretches", test_stretches);
  ka_map_test_add ("/map-changes/days", test_days);
  ka_map_test_add ("/map-changes/legend", test_legend);
  ka_map_test_add ("/map-changes/order", test_order);

  return g_test_run ();
}
