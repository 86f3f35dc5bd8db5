/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests the grammar of frontiers: which class of line each frontier has on a day, which line is the
 * strongest, what the legend says. A golden text lists it for 24 days, for a historian to read;
 * KA_UPDATE_PICTURES=1 writes it anew.
 */
#include "config.h"

#include <string.h>

#include "ka-map-day.h"
#include "ka-map-geometry.h"
#include "ka-map-test.h"
#include "ka-query.h"

static const char *const days[] = {
  "1878-01-01", "1878-08-01", "1878-09-10", "1914-07-28", "1916-06-01", "1917-12-15",
  "1918-03-10", "1918-06-10", "1918-10-15", "1918-11-15", "1918-12-15", "1919-06-01",
  "1920-07-15", "1920-08-11", "1920-11-25", "1920-12-05", "1921-02-20", "1921-04-01",
  "1921-10-13", "1923-08-01", "1932-03-01", "1946-06-01", "1992-10-01", "2020-06-01",
};

static const char *const class_words[KA_N_MAP_LINES] = {
  [KA_MAP_LINE_FORCE] = "in force, solid",
  [KA_MAP_LINE_INEXACT] = "in force, course not exactly known, dotted",
  [KA_MAP_LINE_SIGNED] = "not in force, dashed",
  [KA_MAP_LINE_FACT] = "control in fact, long dash",
  [KA_MAP_LINE_REPUBLIC] = "between republics of one union, dash and dots",
  [KA_MAP_LINE_LIMIT] = "limit of an autonomy, short dash",
  [KA_MAP_LINE_DISTRICT] = "districts, fine dash",
  [KA_MAP_LINE_GHOST] = "of another day, fine dots",
  [KA_MAP_LINE_COAST] = "coast",
};

static const KaMapLineClass border_lines[KA_N_MAP_BORDERS] = {
  [KA_MAP_BORDER_STATE] = KA_MAP_LINE_FORCE,    [KA_MAP_BORDER_INEXACT] = KA_MAP_LINE_INEXACT,
  [KA_MAP_BORDER_FACT] = KA_MAP_LINE_FACT,      [KA_MAP_BORDER_REPUBLIC] = KA_MAP_LINE_REPUBLIC,
  [KA_MAP_BORDER_AUTONOMY] = KA_MAP_LINE_LIMIT,
};

static const char *
get_title (gconstpointer item, KaDay day)
{
  return ka_item_get_title (item, day, KA_LANGUAGE_EN);
}

/* Who is on one side of a border: the title where it is a frontier, the power elsewhere */
static char *
dup_side (const KaMapDay *day, int area, KaMapBorder border)
{
  const KaMapAreaState *state = area >= 0 ? &day->areas[area] : NULL;

  if (state == NULL || state->tenure == NULL)
    return g_strdup ("land outside");
  if (border == KA_MAP_BORDER_AUTONOMY)
    return g_strdup (
      get_title (state->autonomy != NULL ? state->autonomy : state->holder, day->day));
  if (border == KA_MAP_BORDER_FACT && state->holder == NULL)
    return g_strdup_printf ("contested %s", get_title (day->scene->areas[area], day->day));
  if (border == KA_MAP_BORDER_FACT)
    return g_strdup_printf ("%s%s", get_title (state->holder, day->day),
                            ka_query_is_settled (state->tenure)         ? ""
                            : state->tenure->kind == KA_TENURE_OCCUPIED ? " as occupier"
                                                                        : " in fact");
  if (state->title == NULL)
    return g_strdup_printf ("%s (no title)", get_title (day->scene->areas[area], day->day));

  return g_strdup (get_title (state->title, day->day));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Appends the pairs of powers that a class of border parts, each once */
static void
append_border (GString *text, const KaMapDay *day, KaMapBorder border)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < day->scene->n_arcs; i++)
    {
      const KaArc     *arc = day->scene->arcs[i].source;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      char            *pair;

      if (ka_map_day_classify (day, arc) != border)
        continue;
      one = dup_side (day, arc->left, border);
      other = dup_side (day, arc->right, border);
      pair = strcmp (one, other) < 0 ? g_strdup_printf ("%s | %s", one, other)
                                     : g_strdup_printf ("%s | %s", other, one);
      if (g_ptr_array_find_with_equal_func (pairs, pair, g_str_equal, NULL))
        g_free (pair);
      else
        g_ptr_array_add (pairs, pair);
    }
  g_ptr_array_sort (pairs, compare_strings);
  if (pairs->len > 0)
    g_string_append_printf (text, "borders %s\n", class_words[border_lines[border]]);
  for (guint i = 0; i < pairs->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) pairs->pdata[i]);
}

static void
append_lines (GString *text, const KaMapDay *day)
{
  const KaFrontier *strongest = day->principal;

  if (strongest == NULL)
    g_string_append (text, "strongest line: none\n");
  else
    g_string_append_printf (text, "strongest line: %s: %s\n", get_title (strongest, day->day),
                            strongest->geometry == NULL
                              ? "not drawn yet"
                              : class_words[ka_map_day_classify_line (day, strongest)]);
  for (guint i = day->frontiers->len; i > 0; i--)
    if (day->frontiers->pdata[i - 1] != strongest)
      g_string_append_printf (
        text, "line: %s: %s\n", get_title (day->frontiers->pdata[i - 1], day->day),
        class_words[ka_map_day_classify_line (day, day->frontiers->pdata[i - 1])]);
}

static KaViewport
get_viewport (KaMapTest *test)
{
  return ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1440, 900, 0);
}

static void
append_day (GString *text, KaMapTest *test, const char *date)
{
  KaViewState      state = { .day = ka_map_test_day (date), .legend = KA_LEGEND_OPEN };
  KaViewport       viewport = get_viewport (test);
  g_autofree char *words = ka_day_to_words (state.day, KA_LANGUAGE_EN);
  g_autoptr (KaMapDay) day = ka_map_day_new (test->scene, state.day);
  g_autoptr (KaLegend) legend = ka_map_test_legend (test, &state, &viewport);

  g_string_append_printf (text, "== %s\n", words);
  append_lines (text, day);
  for (int border = KA_N_MAP_BORDERS - 1; border > KA_MAP_BORDER_COAST; border--)
    append_border (text, day, (KaMapBorder) border);
  g_string_append (text, "legend\n");
  for (guint i = 0; i < legend->rows->len; i++)
    g_string_append_printf (text, "  %s\n", ((const KaLegendRow *) legend->rows->pdata[i])->text);
  g_string_append_c (text, '\n');
}

static void
test_table (KaMapTest *test, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "render", "map-grammar.txt", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    append_day (text, test, days[i]);
  if (g_strcmp0 (g_getenv ("KA_UPDATE_PICTURES"), "1") == 0)
    g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

/* The days on which land or lines change */
static GArray *
list_changes (KaAtlas *atlas)
{
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  GArray       *changes = g_array_new (FALSE, FALSE, sizeof (KaDay));

  for (gsize i = 0; i < tenures->n_items; i++)
    if (((const KaTenure *) tenures->items[i])->span.from != KA_DAY_MIN)
      g_array_append_val (changes, ((KaTenure *) tenures->items[i])->span.from);
  for (gsize i = 0; i < frontiers->n_items; i++)
    for (int end = 0; end < 2; end++)
      {
        KaSpan span = ((const KaFrontier *) frontiers->items[i])->span;
        KaDay  day = end == 0 ? span.from : span.to;

        if (day != KA_DAY_MIN && day != KA_DAY_MAX)
          g_array_append_val (changes, day);
      }

  return changes;
}

static gboolean
says (const KaLegend *legend, const char *text)
{
  for (guint i = 0; i < legend->rows->len; i++)
    if (strstr (((const KaLegendRow *) legend->rows->pdata[i])->text, text) != NULL)
      return TRUE;

  return FALSE;
}

/* On every day: the strongest line has a rank and the highest one; land held in fact is no land of
 * a solid line against its title, and the legend names its power */
static void
test_every_day (KaMapTest *test, gconstpointer data)
{
  g_autoptr (GArray) changes = list_changes (test->atlas);
  KaViewport viewport = get_viewport (test);
  guint      n_held = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      KaViewState state = { .day = g_array_index (changes, KaDay, i), .legend = KA_LEGEND_OPEN };
      g_autoptr (KaMapDay) day = ka_map_day_new (test->scene, state.day);
      g_autoptr (KaLegend) legend = ka_map_test_legend (test, &state, &viewport);

      g_assert_true (day->principal == NULL || day->principal->rank > 0);
      for (guint j = 0; j < day->frontiers->len; j++)
        {
          const KaFrontier *frontier = day->frontiers->pdata[j];

          g_assert_true (frontier == day->principal || frontier->rank == 0 ||
                         frontier->rank < day->principal->rank);
        }
      for (gsize j = 0; j < test->scene->n_arcs; j++)
        {
          const KaArc *arc = test->scene->arcs[j].source;

          if (arc->left >= 0 && arc->right >= 0 &&
              day->areas[arc->left].title == day->areas[arc->right].title &&
              day->areas[arc->left].title != NULL)
            g_assert_cmpint (ka_map_day_classify (day, arc), <=, KA_MAP_BORDER_FACT);
        }
      for (guint j = 0; j < day->held->len; j++)
        if (((const KaMapLand *) day->held->pdata[j])->title == NULL)
          {
            g_assert_true (says (legend, "title not settled"));
            n_held++;
          }
    }
  g_assert_cmpuint (n_held, >, 100);
}

/* A selected line of another day is a ghost with its days; on its days it is none */
static void
test_ghosts (KaMapTest *test, gconstpointer data)
{
  const KaList *frontiers = ka_atlas_get_items (test->atlas, KA_ITEM_FRONTIER);
  KaViewport    viewport = get_viewport (test);

  for (gsize i = 0; i < frontiers->n_items; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (days); j++)
      {
        const KaFrontier *frontier = frontiers->items[i];
        KaViewState       state = { .day = ka_map_test_day (days[j]),
                                    .selection = KA_ITEM (frontier),
                                    .legend = KA_LEGEND_OPEN };
        g_autofree char  *words = ka_map_dup_ghost_text (KA_ITEM (frontier), &state);
        gboolean is_ghost = frontier->geometry != NULL && !ka_span_has (frontier->span, state.day);
        g_autoptr (KaLegend) legend = ka_map_test_legend (test, &state, &viewport);
        g_autoptr (KaMapDay) day = ka_map_day_new (test->scene, state.day);

        g_assert_true ((ka_map_get_ghost (&state) != NULL) == is_ghost);
        g_assert_true (says (legend, words) == is_ghost);
        g_assert_true ((ka_map_day_classify_line (day, frontier) == KA_MAP_LINE_GHOST) ==
                       !ka_span_has (frontier->span, state.day));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-grammar/table", test_table);
  ka_map_test_add ("/map-grammar/every-day", test_every_day);
  ka_map_test_add ("/map-grammar/ghosts", test_ghosts);

  return g_test_run ();
}
