/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that names of lines stand at their lines. It measures distances without the code that
 * places names.
 */

#include "config.h"

#include "ka-labels.h"

#include <math.h>

#include "ka-label-board.h"
#include "ka-map-furniture.h"
#include "ka-map-geometry.h"
#include "ka-map-test.h"

/* The distance of a box from a line of the map in user units, segment by segment */
static double
measure_to_line (KaMapTest *test, const KaViewport *viewport, const KaGeometry *geometry, KaBox box)
{
  double best = G_MAXDOUBLE;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      {
        const KaMapLine *line = &test->scene->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])]
                                   .levels[0];

        for (gsize k = 0; k + 1 < line->n_points; k++)
          {
            KaPoint a = ka_viewport_to_user (viewport, line->points[k]);
            KaPoint b = ka_viewport_to_user (viewport, line->points[k + 1]);
            int     n_steps = 1 + (int) hypot (b.x - a.x, b.y - a.y);

            for (int step = 0; step <= n_steps; step++)
              {
                double x = a.x + (b.x - a.x) * step / n_steps;
                double y = a.y + (b.y - a.y) * step / n_steps;

                best = MIN (best, hypot (MAX (MAX (box.x0 - x, x - box.x1), 0),
                                         MAX (MAX (box.y0 - y, y - box.y1), 0)));
              }
          }
      }

  return best;
}

/* Asserts that a name is nearer to its own line than to other named lines */
static void
assert_belongs (KaMapTest         *test,
                const KaMapLabels *labels,
                gsize              number,
                const KaViewport  *viewport)
{
  const KaMapLabel *label = labels->labels->pdata[number];
  const KaFrontier *own = (const KaFrontier *) label->item;
  gboolean          is_along = label->glyphs != NULL;

  for (guint i = 0; i < label->boxes->len; i++)
    {
      KaBox   box = g_array_index (label->boxes, KaBox, i);
      KaPoint at = { (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 };
      double  distance = measure_to_line (test, viewport, own->geometry, box);
      double  from_middle = measure_to_line (test, viewport, own->geometry,
                                             (KaBox){ at.x, at.y, at.x, at.y });

      if (distance > (is_along ? 20 : 12))
        g_test_message ("%s is %.0f from its line", label->item->id, distance);
      g_assert_cmpfloat (distance, <=, is_along ? 20 : 12);
      for (guint j = 0; j < labels->labels->len; j++)
        {
          const KaMapLabel *other = labels->labels->pdata[j];
          double            to_other;

          if (j == number || other->item->kind != KA_ITEM_FRONTIER)
            continue;
          to_other = measure_to_line (test, viewport, ((const KaFrontier *) other->item)->geometry,
                                      (KaBox){ at.x, at.y, at.x, at.y });
          if (to_other <= from_middle)
            g_test_message ("%s is %.0f from its line and %.0f from %s", label->item->id,
                            from_middle, to_other, other->item->id);
          g_assert_cmpfloat (from_middle, <, to_other);
        }
    }
}

/* Each name of a line stands at that line, nearer than to any other named line */
static void
test_lines (KaMapTest *test, gconstpointer data)
{
  static const char *const line_days[] = { "1914-08-01", "1918-07-01", "1920-11-25", "1920-12-03",
                                           "1921-04-01", "1921-10-13", "1946-01-01" };
  KaBox                    extent = ka_map_scene_get_extent (test->scene);
  gsize                    n_seen = 0;

  for (int i = 0; i < 200; i++)
    {
      KaViewState  state = { .day = ka_map_test_day (line_days[i % (int) G_N_ELEMENTS (line_days)]),
                             .language = (KaLanguage) (i % KA_N_LANGUAGES),
                             .legend = i % 2 == 0 ? KA_LEGEND_AUTO : KA_LEGEND_PRINTED };
      KaViewport   viewport = ka_viewport_fit (extent, g_test_rand_double_range (500, 1400),
                                               g_test_rand_double_range (350, 900), 0);
      gsize        n_taken;
      const KaBox *taken;
      g_autoptr (KaMapFurniture) furniture = NULL;
      g_autoptr (KaMapLabels) labels = NULL;

      if (i % 3 != 0)
        {
          viewport.centre_km = (KaPoint){ g_test_rand_double_range (extent.x0, extent.x1),
                                          g_test_rand_double_range (extent.y0, extent.y1) };
          viewport.scale = g_test_rand_double_range (0.6, 6);
        }
      furniture = ka_map_test_furnish (test, &state, &viewport);
      taken = (const KaBox *) (gpointer) furniture->boxes->data;
      n_taken = furniture->boxes->len;
      labels = ka_map_test_label (test, &state, &viewport, taken, n_taken, NULL);
      for (guint j = 0; j < labels->labels->len; j++)
        if (((const KaMapLabel *) labels->labels->pdata[j])->item->kind == KA_ITEM_FRONTIER)
          {
            n_seen++;
            assert_belongs (test, labels, j, &viewport);
          }
    }
  g_test_message ("%" G_GSIZE_FORMAT " names of lines", n_seen);
  g_assert_cmpuint (n_seen, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-line-labels/belong", test_lines);

  return g_test_run ();
}
