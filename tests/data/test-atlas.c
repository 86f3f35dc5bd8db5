/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The built-in atlas: that it is whole, and that it says on known days what is known of them. The
 * rules of the format are the loader's and are tested with it.
 */
#include "config.h"

#include "ka-atlas-load.h"
#include "ka-query.h"
#include "ka-search.h"
#include "ka-words.h"

#include <string.h>

#define FIRST_DAY         ka_day_from_ymd (1878, 7, 13)
#define LABEL_LETTERS_MAX 24

typedef struct
{
  KaAtlas *atlas;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "atlas", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  fixture->atlas = ka_atlas_load (file, &faults, &error);
  if (faults != NULL)
    g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_test_message ("%s", line);
    }
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->atlas, ka_atlas_unref);
}

static KaDay
parse_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  KaDay day = 0;

  ka_day_parse (text, &day, &error);
  g_assert_no_error (error);
  return day;
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KaItemKind kind;
    gsize      at_least;
  } cases[] = {
    { KA_ITEM_REGION, 10 },  { KA_ITEM_EVENT, 45 },  { KA_ITEM_ARTICLE, 36 },
    { KA_ITEM_ANNEX, 6 },    { KA_ITEM_TREATY, 10 }, { KA_ITEM_FRONTIER, 8 },
    { KA_ITEM_PLACE, 60 },   { KA_ITEM_POLITY, 20 }, { KA_ITEM_AREA, 40 },
    { KA_ITEM_TENURE, 100 }, { KA_ITEM_SOURCE, 40 }, { KA_ITEM_CORRECTION, 5 },
    { KA_ITEM_PERSON, 60 },  { KA_ITEM_TERM, 2 },    { KA_ITEM_TOUR, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ka_atlas_get_items (fixture->atlas, cases[i].kind)->n_items, >=,
                      cases[i].at_least);
}

/* All articles of both treaties and their annexes, numbered without a gap. */
static void
test_articles (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *treaty;
    gsize       n_articles, n_annexes;
  } cases[] = { { "kars", 20, 3 }, { "moscow", 16, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaTreaty *treaty = (const KaTreaty *) ka_atlas_lookup (fixture->atlas, KA_ITEM_TREATY,
                                                                   cases[i].treaty);

      g_assert_nonnull (treaty);
      g_assert_cmpuint (treaty->articles.n_items, ==, cases[i].n_articles + cases[i].n_annexes);
      for (gsize j = 0; j < treaty->articles.n_items; j++)
        {
          const KaArticle *article = treaty->articles.items[j];
          gboolean         is_annex = j >= cases[i].n_articles;

          g_assert_cmpint (article->item.kind, ==, is_annex ? KA_ITEM_ANNEX : KA_ITEM_ARTICLE);
          g_assert_cmpint (article->number, ==,
                           (int) (is_annex ? j - cases[i].n_articles + 1 : j + 1));
          g_assert_cmpuint (strlen (ka_text_get (&article->text, KA_LANGUAGE_EN)), >, 40);
        }
    }
}

static gboolean
corresponds (const KaArticle *article, const KaArticle *other)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    if (article->correspondences[i].article == other)
      return TRUE;
  return FALSE;
}

static void
test_correspondences (Fixture *fixture, gconstpointer data)
{
  gsize n = 0;

  for (KaItemKind kind = KA_ITEM_ARTICLE; kind <= KA_ITEM_ANNEX; kind++)
    for (gsize i = 0; i < ka_atlas_get_items (fixture->atlas, kind)->n_items; i++)
      {
        const KaArticle *article = ka_atlas_get_items (fixture->atlas, kind)->items[i];

        for (gsize j = 0; j < article->n_correspondences; j++, n++)
          g_assert_true (corresponds (article->correspondences[j].article, article));
      }
  g_assert_cmpuint (n, >=, 2 * 16);
}

/* From the first day on, each area has one tenure on every day on which some tenure changes. */
static void
test_tenures (Fixture *fixture, gconstpointer data)
{
  const KaList *areas = ka_atlas_get_items (fixture->atlas, KA_ITEM_AREA);
  KaDay         from, to = FIRST_DAY;

  do
    {
      from = to;
      to = KA_DAY_MAX;
      for (gsize i = 0; i < areas->n_items; i++)
        {
          const KaArea *area = areas->items[i];
          guint         n = 0;

          for (gsize j = 0; j < area->tenures.n_items; j++)
            {
              const KaTenure *tenure = area->tenures.items[j];

              n += ka_span_has (tenure->span, from) ? 1 : 0;
              to = MIN (to, tenure->span.from > from ? tenure->span.from : KA_DAY_MAX);
              to = MIN (to, tenure->span.to > from ? tenure->span.to : KA_DAY_MAX);
            }
          if (n != 1)
            g_error ("%s: %u tenures on day %" G_GINT64_FORMAT, area->item.id, n, from);
        }
    }
  while (to != KA_DAY_MAX);
}

static void
test_towns (Fixture *fixture, gconstpointer data)
{
  const KaList *places = ka_atlas_get_items (fixture->atlas, KA_ITEM_PLACE);
  gsize         n = 0;

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      g_auto (KaWhereabouts)
        found = ka_query_whereabouts (fixture->atlas, place->at, ka_day_from_ymd (1921, 10, 13));

      if (place->kind != KA_PLACE_TOWN || place->area == NULL)
        continue;
      g_test_message ("%s", place->item.id);
      g_assert_true (found.area == place->area);
      n++;
    }
  g_assert_cmpuint (n, >=, 40);
}

/* Who held areas on known days: a table made from the sources, not from the atlas. */
static void
test_holders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "holders.csv", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "date,area,holder,kind,source");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      static const char *const kinds[] = { "de-jure", "de-facto", "occupied", "contested",
                                           "claimed" };
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      const KaArea   *area;
      const KaTenure *tenure;

      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      area = (const KaArea *) ka_atlas_lookup (fixture->atlas, KA_ITEM_AREA, cells[1]);
      g_assert_nonnull (area);
      tenure = ka_query_tenure_on (area, parse_day (cells[0]));
      g_assert_nonnull (tenure);
      g_assert_cmpstr (tenure->holder != NULL ? tenure->holder->item.id : "", ==, cells[2]);
      g_assert_cmpstr (kinds[tenure->kind], ==, cells[3]);
      g_assert_nonnull (ka_atlas_lookup (fixture->atlas, KA_ITEM_SOURCE, cells[4]));
    }
  g_assert_cmpuint (n, >=, 220);
}

/* Who held known towns on the days on which other maps of the world err. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "others.csv", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "date,place,lon,lat,area,holder,source");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_auto (KaWhereabouts) found = { 0 };
      KaPoint at;

      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (cells), ==, 7);
      at = (KaPoint){ g_ascii_strtod (cells[2], NULL), g_ascii_strtod (cells[3], NULL) };
      found = ka_query_whereabouts (fixture->atlas, at, parse_day (cells[0]));
      g_assert_nonnull (found.area);
      g_assert_nonnull (found.tenure);
      g_assert_cmpstr (found.area->item.id, ==, cells[4]);
      g_assert_cmpstr (found.tenure->holder != NULL ? found.tenure->holder->item.id : "", ==,
                       cells[5]);
    }
  g_assert_cmpuint (n, >=, 26 * 6);
}

/* Every statement cites a source; what the reader may doubt says why. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    for (gsize i = 0; i < ka_atlas_get_items (fixture->atlas, (KaItemKind) kind)->n_items; i++)
      {
        const KaItem *item = ka_atlas_get_items (fixture->atlas, (KaItemKind) kind)->items[i];

        g_test_message ("%s:%s", ka_item_kind_get_name (item->kind), item->id);
        if (item->certainty != KA_CERTAIN)
          g_assert_nonnull (item->note);
        if (item->kind != KA_ITEM_SOURCE && item->kind != KA_ITEM_TERM &&
            item->kind != KA_ITEM_TOUR)
          g_assert_cmpuint (item->n_citations, >, 0);
      }
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  const KaList *events = ka_atlas_get_items (fixture->atlas, KA_ITEM_EVENT);
  KaDay         first = ka_day_from_ymd (1918, 1, 1), end = ka_day_from_ymd (1954, 1, 1);
  guint         n = 0, n_2016 = 0;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      g_test_message ("%s", event->item.id);
      n += ka_date_overlaps (&event->date, first, end) ? 1 : 0;
      n_2016 += ka_date_overlaps (&event->date, ka_day_from_ymd (2016, 1, 1),
                                  ka_day_from_ymd (2017, 1, 1))
                  ? 1
                  : 0;
      g_assert_cmpint (g_utf8_strlen (ka_text_get (&event->label, KA_LANGUAGE_EN), -1), <=,
                       LABEL_LETTERS_MAX);
      if (i > 0)
        g_assert_cmpint (
          ka_date_compare (&((const KaEvent *) events->items[i - 1])->date, &event->date), <=, 0);
    }
  g_assert_cmpuint (n, >=, 30);
  g_assert_cmpuint (n_2016, >=, 1);
}

/* A treaty's date and the day of its signature among its dates are the same. */
static void
test_signatures (Fixture *fixture, gconstpointer data)
{
  const KaList *treaties = ka_atlas_get_items (fixture->atlas, KA_ITEM_TREATY);

  for (gsize i = 0; i < treaties->n_items; i++)
    {
      const KaTreaty *treaty = treaties->items[i];

      g_test_message ("%s", treaty->item.id);
      for (gsize j = 0; j < treaty->n_dates; j++)
        if (strcmp (treaty->dates[j].kind, "signed") == 0)
          g_assert_cmpint (ka_date_compare (&treaty->dates[j].date, &treaty->date), ==, 0);
        else
          g_assert_cmpint (treaty->dates[j].date.end_latest, >=, treaty->date.end_latest);
    }
}

static gboolean
has_found (KaAtlas *atlas, const char *query, const KaItem *item)
{
  g_autoptr (KaSearchIndex) index = ka_search_index_new (atlas);
  g_autoptr (KaSearch) search = ka_search_new (index, query, KA_LANGUAGE_EN);
  const KaList *hits = ka_search_get_hits (search);

  for (gsize i = 0; i < hits->n_items; i++)
    if (hits->items[i] == item)
      return TRUE;
  return FALSE;
}

/* Somebody who signed treaties and acted in events: found by name, with what he did. */
static void
test_people (Fixture *fixture, gconstpointer data)
{
  const KaItem *karabekir = ka_atlas_lookup_reference (fixture->atlas, "person:karabekir");
  const KaItem *kars = ka_atlas_lookup_reference (fixture->atlas, "treaty:kars");
  const KaItem *signing = ka_atlas_lookup_reference (fixture->atlas, "event:kars-treaty-1921");
  const KaItem *ataturk = ka_atlas_lookup_reference (fixture->atlas, "person:mustafa-kemal");
  g_autoptr (GPtrArray) treaties = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *life = NULL;

  g_assert_nonnull (karabekir);
  treaties = ka_query_treaties_signed_by (fixture->atlas, karabekir);
  events = ka_query_events_about (fixture->atlas, karabekir);
  life = ka_words_describe_life ((const KaPerson *) karabekir, KA_LANGUAGE_EN);
  g_assert_cmpuint (treaties->len, ==, 2);
  g_assert_true (g_ptr_array_find (treaties, kars, NULL));
  g_assert_true (g_ptr_array_find (events, signing, NULL));
  g_assert_cmpstr (life, ==, "1882–1948");
  g_assert_true (has_found (fixture->atlas, "karabekir", karabekir));
  g_assert_true (has_found (fixture->atlas, "Карабекир", karabekir));
  g_assert_true (has_found (fixture->atlas, "karabekir", signing));
  g_assert_true (has_found (fixture->atlas, "atatürk", ataturk));
  g_assert_cmpstr (ka_item_get_title (ataturk, parse_day ("1921-10-13"), KA_LANGUAGE_EN), ==,
                   "Mustafa Kemal Pasha");
  g_assert_cmpstr (ka_item_get_title (ataturk, parse_day ("1935-01-01"), KA_LANGUAGE_EN), ==,
                   "Mustafa Kemal Atatürk");
}

/* A word that needs explaining is found in any language. */
static void
test_terms (Fixture *fixture, gconstpointer data)
{
  const KaItem *vilayet = ka_atlas_lookup_reference (fixture->atlas, "term:vilayet");

  g_assert_nonnull (vilayet);
  g_assert_true (has_found (fixture->atlas, "Vilayet", vilayet));
  g_assert_true (has_found (fixture->atlas, "вилайет", vilayet));
  g_assert_false (has_found (fixture->atlas, "karabekir", vilayet));
}

/* The frontier step by step, from the sea to the mouth of the Lower Karasu. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  const KaArticle   *annex = (const KaArticle *) ka_atlas_lookup_reference (fixture->atlas,
                                                                            "annex:kars-annex-1");
  const KaPlace     *karasu = (const KaPlace *) ka_atlas_lookup_reference (fixture->atlas,
                                                                           "place:karasu-lower");
  const KaLinePoint *last;

  g_assert_nonnull (annex);
  g_assert_nonnull (karasu);
  g_assert_cmpuint (annex->n_points, ==, 39);
  for (gsize i = 0; i < annex->n_points; i++)
    g_assert_cmpint (annex->points[i].first_piece, >, 0);
  g_assert_true (annex->points[0].has_at);
  g_assert_false (annex->points[1].has_at);
  last = &annex->points[annex->n_points - 1];
  g_assert_true (last->has_at);
  g_assert_cmpint (last->placed, ==, KA_CERTAIN);
  g_assert_cmpfloat_with_epsilon (last->at.x, karasu->geometry->north_east_deg.x, 0.001);
}

static void
test_opening (Fixture *fixture, gconstpointer data)
{
  const KaAtlasHead *head = ka_atlas_get_head (fixture->atlas);
  const KaList      *heroes = &head->featured;
  const KaDate      *range = &head->range;
  KaDay              day = head->default_day;

  g_assert_cmpint (day, ==, parse_day ("1921-10-13"));
  g_assert_true (ka_date_overlaps (range, day, day + 1));
  g_assert_cmpuint (heroes->n_items, ==, 2);
  for (gsize i = 0; i < heroes->n_items; i++)
    {
      const KaRegion *region = heroes->items[i];

      g_assert_cmpint (region->tint, !=, KA_TINT_NEUTRAL);
      for (gsize j = 0; j < region->areas.n_items; j++)
        {
          const KaGeometry *geometry = ((const KaArea *) region->areas.items[j])->geometry;

          g_assert_cmpfloat (head->south_west_deg.x, <, geometry->south_west_deg.x);
          g_assert_cmpfloat (head->south_west_deg.y, <, geometry->south_west_deg.y);
          g_assert_cmpfloat (head->north_east_deg.x, >, geometry->north_east_deg.x);
          g_assert_cmpfloat (head->north_east_deg.y, >, geometry->north_east_deg.y);
        }
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/atlas/sections", test_sections },
    { "/atlas/articles", test_articles },
    { "/atlas/correspondences", test_correspondences },
    { "/atlas/tenures", test_tenures },
    { "/atlas/towns", test_towns },
    { "/atlas/holders", test_holders },
    { "/atlas/others", test_others },
    { "/atlas/sources", test_sources },
    { "/atlas/events", test_events },
    { "/atlas/signatures", test_signatures },
    { "/atlas/people", test_people },
    { "/atlas/terms", test_terms },
    { "/atlas/steps", test_steps },
    { "/atlas/opening", test_opening },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
