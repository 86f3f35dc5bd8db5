/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The steps of annexes and the pieces of their lines, measured without what finds them.
 */
#include "config.h"

#include "ka-core-test.h"

#include <math.h>

/* How far a point is from the line of a frontier, in kilometres, and the number of the corner of
 * the whole line that is nearest */
static double
measure_to_frontier (KaAtlas *atlas, const KaFrontier *frontier, KaPoint at, guint *nearest)
{
  const KaTopology *topology = ka_atlas_get_topology (atlas);
  double            best = G_MAXDOUBLE;
  guint             corner = 0;

  for (gsize i = 0; i < frontier->geometry->n_paths; i++)
    for (gsize j = 0; j < frontier->geometry->paths[i].n_arcs; j++)
      {
        int          number = frontier->geometry->paths[i].arcs[j];
        const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];

        for (gsize k = 0; k < arc->n_points; k++, corner++)
          {
            KaPoint a = arc->points[number < 0 ? arc->n_points - 1 - k : k];
            KaPoint b = k + 1 < arc->n_points
                          ? arc->points[number < 0 ? arc->n_points - 2 - k : k + 1]
                          : a;

            for (int step = 0; step <= 100; step++)
              {
                double x = a.x + (b.x - a.x) * step / 100.0 - at.x;
                double y = a.y + (b.y - a.y) * step / 100.0 - at.y;
                double distance = 111.2 * hypot (x * cos (at.y * G_PI / 180), y);

                if (distance < best - 1e-6)
                  {
                    best = distance;
                    *nearest = corner;
                  }
              }
          }
      }

  return best;
}

/* Each step that is tied lights a stretch of its line; stretches follow one another, and end where
 * the step has its place */
static void
assert_steps (KaAtlas *atlas, const KaArticle *annex, gsize *n_tied)
{
  guint before = 0;

  for (guint step = 1; step <= annex->n_points; step++)
    {
      const KaLinePoint *point = &annex->points[step - 1];
      g_autoptr (GPtrArray) lines = ka_query_trace_step (atlas, annex, step);
      const GArray *last;
      guint         start = 0, end = 0;

      g_assert_cmpint (lines->len > 0, ==, point->first_piece > 0);
      if (lines->len == 0)
        continue;
      (*n_tied)++;
      for (guint i = 0; i < lines->len; i++)
        for (guint j = 0; j < ((GArray *) lines->pdata[i])->len; j++)
          g_assert_cmpfloat (
            measure_to_frontier (atlas, annex->frontiers.items[0],
                                 g_array_index ((GArray *) lines->pdata[i], KaPoint, j), &end),
            <, 0.05);
      measure_to_frontier (atlas, annex->frontiers.items[0],
                           g_array_index ((GArray *) lines->pdata[0], KaPoint, 0), &start);
      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (before, <=, start + 1);
      before = start;
      last = lines->pdata[lines->len - 1];
      if (point->has_at)
        {
          KaPoint at = g_array_index (last, KaPoint, last->len - 1);

          g_assert_cmpfloat (
            111.2 * hypot ((at.x - point->at.x) * cos (at.y * G_PI / 180), at.y - point->at.y), <,
            1.0);
        }
    }
}

static void
test_steps (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *annexes = ka_atlas_get_items (atlas, KA_ITEM_ANNEX);
  gsize         n_tied = 0;

  for (gsize i = 0; i < annexes->n_items; i++)
    assert_steps (atlas, annexes->items[i], &n_tied);
  g_assert_cmpuint (n_tied, >, 80);
}

static void
assert_finds (KaAtlas *atlas, const char *reference, const char *id, guint expected)
{
  guint         step = 77;
  const KaItem *item = ka_query_lookup_step (atlas, reference, &step);

  g_assert_cmpstr (item != NULL ? item->id : NULL, ==, id);
  if (item != NULL)
    g_assert_cmpuint (step, ==, expected);
}

static void
test_lookup (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaItem    *annex = ka_atlas_lookup (atlas, KA_ITEM_ANNEX, "kars-annex-1");
  g_autofree char *last = g_strdup_printf ("kars-annex-1#%u", ka_query_count_steps (annex));
  g_autofree char *beyond = g_strdup_printf ("kars-annex-1#%u", ka_query_count_steps (annex) + 1);

  assert_finds (atlas, "annex:kars-annex-1#3", "kars-annex-1", 3);
  assert_finds (atlas, "annex:kars-annex-1", "kars-annex-1", 0);
  assert_finds (atlas, "region:adjara", "adjara", 0);
  assert_finds (atlas, last, "kars-annex-1", ka_query_count_steps (annex));
  assert_finds (atlas, beyond, NULL, 0);
  assert_finds (atlas, "kars-annex-1#0", NULL, 0);
  assert_finds (atlas, "kars-annex-1#", NULL, 0);
  assert_finds (atlas, "kars-annex-1#-1", NULL, 0);
  assert_finds (atlas, "kars-annex-1#1x", NULL, 0);
  assert_finds (atlas, "adjara#1", NULL, 0);
  assert_finds (atlas, "nowhere#1", NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step/trace", test_steps);
  g_test_add_func ("/step/lookup", test_lookup);

  return g_test_run ();
}
