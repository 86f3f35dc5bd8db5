/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Queries on the built-in atlas against twins that look at everything and know no index, and
 * against what the order and the relations of the answers must be for every item there is.
 */
#include "config.h"

#include "ka-core-test.h"

#include <string.h>

#define N_RANDOM_DAYS 400

/* Days that matter: around each change and each event, and some at random. */
static GArray *
list_days (KaAtlas *atlas)
{
  GArray       *days = g_array_new (FALSE, FALSE, sizeof (KaDay));
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);
  KaDay         first = ka_day_from_ymd (1800, 1, 1), last = ka_day_from_ymd (2100, 1, 1);

  for (gsize i = 0; i < tenures->n_items; i++)
    for (KaDay near = -1; near <= 1; near++)
      {
        KaDay day = ((const KaTenure *) tenures->items[i])->span.from;

        if (day == KA_DAY_MIN)
          continue;
        day += near;
        g_array_append_val (days, day);
      }
  for (guint i = 0; i < N_RANDOM_DAYS; i++)
    {
      KaDay day = first + g_test_rand_int_range (0, (gint32) (last - first));

      g_array_append_val (days, day);
    }
  return days;
}

static const KaTenure *
find_tenure_slowly (KaAtlas *atlas, const KaArea *area, KaDay day)
{
  const KaList   *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);
  const KaTenure *found = NULL;

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaTenure *tenure = tenures->items[i];

      if (tenure->kind == KA_TENURE_CLAIMED || !ka_list_has (&tenure->areas, area) ||
          tenure->span.from > day || tenure->span.to <= day)
        continue;
      g_assert_null (found);
      found = tenure;
    }
  return found;
}

static void
test_tenure_on (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autoptr (GArray) days = list_days (atlas);
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);

  for (guint i = 0; i < days->len; i += 7)
    for (gsize j = 0; j < areas->n_items; j++)
      {
        KaDay day = g_array_index (days, KaDay, i);

        g_assert_true (ka_query_tenure_on (areas->items[j], day) ==
                       find_tenure_slowly (atlas, areas->items[j], day));
      }
}

static void
test_claims_on (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autoptr (GArray) days = list_days (atlas);
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);

  for (guint i = 0; i < days->len; i += 11)
    for (gsize j = 0; j < areas->n_items; j++)
      {
        KaDay day = g_array_index (days, KaDay, i);
        g_autoptr (GPtrArray) claims = ka_query_claims_on (areas->items[j], day);
        guint n = 0;

        for (gsize k = 0; k < tenures->n_items; k++)
          {
            const KaTenure *tenure = tenures->items[k];

            if (tenure->kind != KA_TENURE_CLAIMED ||
                !ka_list_has (&tenure->areas, areas->items[j]) || tenure->span.from > day ||
                tenure->span.to <= day)
              continue;
            g_assert_true (g_ptr_array_find (claims, tenure, NULL));
            n++;
          }
        g_assert_cmpuint (claims->len, ==, n);
      }
}

/* The changes of a region from the first to the last and back are the limits of its tenures. */
static void
test_find_change (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaItem *region = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  g_autoptr (GPtrArray) tenures = ka_query_tenures_about (atlas, region);
  g_autoptr (GHashTable) limits = g_hash_table_new (g_int64_hash, g_int64_equal);
  KaDay day = KA_DAY_MIN, last;
  guint n_changes = 0;

  for (guint i = 0; i < tenures->len; i++)
    {
      KaTenure *tenure = tenures->pdata[i];

      if (tenure->span.from != KA_DAY_MIN)
        g_hash_table_add (limits, &tenure->span.from);
      if (tenure->span.to != KA_DAY_MAX)
        g_hash_table_add (limits, &tenure->span.to);
    }
  for (last = day; ka_query_find_change (atlas, region, &day, 1); last = day, n_changes++)
    {
      g_assert_cmpint (day, >, last);
      g_assert_true (g_hash_table_contains (limits, &day));
    }
  g_assert_cmpuint (n_changes, ==, g_hash_table_size (limits));
  g_assert_cmpint (day, ==, last);
  while (ka_query_find_change (atlas, region, &day, -1))
    n_changes--;
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_whereabouts (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);
  KaDay         day = ka_day_from_ymd (1921, 10, 13);
  KaPoint       nowhere = { -120, 10 };
  g_auto (KaWhereabouts) none = ka_query_whereabouts (atlas, nowhere, day);

  g_assert_null (none.area);
  g_assert_null (none.claims);
  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      g_auto (KaWhereabouts) found = ka_query_whereabouts (atlas, place->at, day);

      if (place->area != NULL)
        g_assert_true (found.area == place->area);
      if (found.area == NULL)
        continue;
      g_assert_true (found.region == found.area->region);
      g_assert_true (found.tenure == ka_query_tenure_on (found.area, day));
      g_assert_nonnull (found.claims);
    }
}

static void
test_whole_of (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);

  for (gsize i = 0; i < polities->n_items; i++)
    {
      const KaPolity *polity = polities->items[i];

      for (gsize j = 0; j < polity->n_memberships; j++)
        {
          const KaMembership *membership = &polity->memberships[j];
          KaDay               day = membership->span.from != KA_DAY_MIN ? membership->span.from
                                                                        : membership->span.to - 1;

          g_assert_nonnull (ka_query_whole_of (polity, day));
        }
      if (polity->n_memberships == 0)
        g_assert_null (ka_query_whole_of (polity, 0));
    }
}

typedef GPtrArray *(*AboutFunc) (KaAtlas *atlas, const KaItem *item);

static GPtrArray *
areas_about (KaAtlas *atlas, const KaItem *item)
{
  return ka_query_areas_about (atlas, item, ka_day_from_ymd (1921, 10, 13));
}

static GPtrArray *
frontiers_about (KaAtlas *atlas, const KaItem *item)
{
  return ka_query_frontiers_about (atlas, item, ka_day_from_ymd (1921, 10, 13));
}

/* The day by which an answer is ordered. */
static KaDay
get_order_day (gconstpointer item)
{
  return ka_query_day_of (item);
}

/* Every question about every item: answers of the right kind, each once, in order of date. */
static void
test_about_every_item (void)
{
  static const struct
  {
    AboutFunc  ask;
    KaItemKind kind, other_kind;
    gboolean   is_dated;
  } questions[] = {
    { ka_query_tenures_about, KA_ITEM_TENURE, KA_ITEM_TENURE, TRUE },
    { ka_query_articles_about, KA_ITEM_ARTICLE, KA_ITEM_ANNEX, TRUE },
    { ka_query_events_about, KA_ITEM_EVENT, KA_ITEM_EVENT, TRUE },
    { areas_about, KA_ITEM_AREA, KA_ITEM_AREA, FALSE },
    { frontiers_about, KA_ITEM_FRONTIER, KA_ITEM_FRONTIER, FALSE },
  };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, (KaItemKind) kind);

      for (gsize i = 0; i < items->n_items; i++)
        for (guint j = 0; j < G_N_ELEMENTS (questions); j++)
          {
            g_autoptr (GPtrArray) answer = questions[j].ask (atlas, items->items[i]);
            g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

            for (guint k = 0; k < answer->len; k++)
              {
                const KaItem *found = answer->pdata[k];

                g_assert_true (found->kind == questions[j].kind ||
                               found->kind == questions[j].other_kind);
                g_assert_true (g_hash_table_add (seen, answer->pdata[k]));
                if (k > 0 && questions[j].is_dated)
                  g_assert_cmpint (get_order_day (answer->pdata[k - 1]), <=, get_order_day (found));
              }
          }
    }
}

static gboolean
is_listed (const KaArticle *article, const KaItem *item)
{
  switch ((int) item->kind)
    {
    case KA_ITEM_REGION:
      return article->is_general || ka_list_has (&article->regions, item);
    case KA_ITEM_POLITY:
      return ka_list_has (&article->bound, item);
    case KA_ITEM_TREATY:
      return KA_ITEM (article->treaty) == item;
    default:
      g_assert_not_reached ();
    }
}

/* Articles of regions, polities and treaties against a look at each article. */
static void
test_articles_about (void)
{
  static const KaItemKind kinds[] = { KA_ITEM_REGION, KA_ITEM_POLITY, KA_ITEM_TREATY };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize j = 0; j < ka_atlas_get_items (atlas, kinds[i])->n_items; j++)
      {
        const KaItem *item = ka_atlas_get_items (atlas, kinds[i])->items[j];
        g_autoptr (GPtrArray) answer = ka_query_articles_about (atlas, item);
        guint n = 0;

        for (KaItemKind kind = KA_ITEM_ARTICLE; kind <= KA_ITEM_ANNEX; kind++)
          for (gsize k = 0; k < ka_atlas_get_items (atlas, kind)->n_items; k++)
            {
              gpointer article = ka_atlas_get_items (atlas, kind)->items[k];

              if (!is_listed (article, item))
                continue;
              g_assert_true (g_ptr_array_find (answer, article, NULL));
              n++;
            }
        g_assert_cmpuint (answer->len, ==, n);
      }
}

/* Clauses as seen from random days: the same as without a day, what binds first, and of each kind
 * the nearest first. */
static void
test_clauses (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *regions = ka_atlas_get_items (atlas, KA_ITEM_REGION);
  const KaItem *nakhichevan = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  KaDay         kars_day = ka_day_from_ymd (1921, 10, 13);
  g_autoptr (GPtrArray) of_kars = ka_query_clauses_about (atlas, nakhichevan, kars_day);

  g_assert_cmpstr (((const KaItem *) of_kars->pdata[0])->id, ==, "kars-5");
  for (int round = 0; round < 200; round++)
    {
      const KaItem *region = regions->items[g_test_rand_int_range (0, (gint32) regions->n_items)];
      KaDay         day = ka_day_from_ymd (1820, 1, 1) + g_test_rand_int_range (0, 75000);
      g_autoptr (GPtrArray) plain = ka_query_articles_about (atlas, region);
      g_autoptr (GPtrArray) clauses = ka_query_clauses_about (atlas, region, day);

      g_assert_cmpuint (clauses->len, ==, plain->len);
      for (guint i = 0; i < clauses->len; i++)
        {
          const KaArticle *article = clauses->pdata[i];
          KaStanding       standing = ka_query_standing_of (article, day);
          const KaArticle *before = i > 0 ? clauses->pdata[i - 1] : NULL;

          g_assert_true (g_ptr_array_find (plain, article, NULL));
          g_assert_cmpint (standing == KA_STANDING_LATER, ==, article->treaty->date.earliest > day);
          if (article->span.from <= day && day < article->span.to)
            g_assert_cmpint (standing, ==, KA_STANDING_CURRENT);
          if (standing == KA_STANDING_CURRENT)
            g_assert_cmpint (day, <, article->span.to);
          if (before == NULL)
            continue;
          g_assert_cmpint (ka_query_standing_of (before, day), <=, standing);
          if (ka_query_standing_of (before, day) == standing &&
              (before->regions.n_items == 1) == (article->regions.n_items == 1))
            g_assert_cmpint (ABS (before->treaty->date.earliest - day), <=,
                             ABS (article->treaty->date.earliest - day));
        }
    }
}

/* What the reader must find, whatever else is found with it. */
static void
test_known_answers (void)
{
  static const struct
  {
    AboutFunc   ask;
    const char *item, *answer;
  } cases[] = {
    { ka_query_articles_about, "region:nakhichevan", "article:kars-5" },
    { ka_query_articles_about, "region:nakhichevan", "article:moscow-3" },
    { ka_query_articles_about, "region:nakhichevan", "annex:kars-annex-3" },
    { ka_query_articles_about, "area:sharur", "article:kars-5" },
    { ka_query_articles_about, "place:nakhchivan", "article:kars-5" },
    { ka_query_articles_about, "region:adjara", "article:kars-6" },
    { ka_query_articles_about, "region:kars", "article:kars-4" },
    { ka_query_articles_about, "article:kars-5", "article:moscow-3" },
    { ka_query_articles_about, "frontier:kars-line", "article:kars-4" },
    { ka_query_articles_about, "treaty:kars", "article:kars-20" },
    { ka_query_events_about, "treaty:kars", "event:kars-treaty-1921" },
    { ka_query_events_about, "article:kars-5", "event:kars-treaty-1921" },
    { ka_query_events_about, "region:nakhichevan", "event:kars-treaty-1921" },
    { ka_query_events_about, "frontier:kars-line", "event:kars-treaty-1921" },
    { areas_about, "region:nakhichevan", "area:sharur" },
    { areas_about, "article:kars-5", "area:nakhichevan" },
    { frontiers_about, "article:kars-4", "frontier:kars-line" },
  };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaItem *item = ka_atlas_lookup_reference (atlas, cases[i].item);
      const KaItem *expected = ka_atlas_lookup_reference (atlas, cases[i].answer);
      g_autoptr (GPtrArray) answer = NULL;

      g_test_message ("%s: %s", cases[i].item, cases[i].answer);
      g_assert_nonnull (item);
      g_assert_nonnull (expected);
      answer = cases[i].ask (atlas, item);
      g_assert_true (g_ptr_array_find (answer, expected, NULL));
    }
}

/* A polity's land and the holders of the land agree, day by day. */
static void
test_areas_of_polities (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autoptr (GArray) days = list_days (atlas);
  const KaList *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);

  for (guint i = 0; i < days->len; i += 23)
    for (gsize j = 0; j < polities->n_items; j++)
      {
        KaDay day = g_array_index (days, KaDay, i);
        g_autoptr (GPtrArray) land = ka_query_areas_about (atlas, polities->items[j], day);

        for (gsize k = 0; k < areas->n_items; k++)
          {
            const KaTenure *tenure = ka_query_tenure_on (areas->items[k], day);
            const KaPolity *holder = tenure != NULL ? tenure->holder : NULL;
            gboolean        is_its = tenure != NULL && tenure->autonomy == polities->items[j];

            for (; holder != NULL; holder = ka_query_whole_of (holder, day))
              if (holder == polities->items[j])
                is_its = TRUE;
            g_assert_cmpint (g_ptr_array_find (land, areas->items[k], NULL), ==, is_its);
          }
      }
}

static void
test_day_of (void)
{
  static const struct
  {
    const char *reference, *day;
  } cases[] = {
    { "event:kars-treaty-1921", "1921-10-13" }, { "treaty:kars", "1921-10-13" },
    { "article:kars-5", "1921-10-13" },         { "annex:kars-annex-3", "1921-10-13" },
    { "article:moscow-3", "1921-03-16" },
  };
  static const char *const undated[] = { "region:nakhichevan", "place:kars", "area:kars",
                                         "polity:turkey" };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDay expected;

      g_assert_true (ka_day_parse (cases[i].day, &expected, NULL));
      g_assert_cmpint (ka_query_day_of (ka_atlas_lookup_reference (atlas, cases[i].reference)), ==,
                       expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (undated); i++)
    g_assert_cmpint (ka_query_day_of (ka_atlas_lookup_reference (atlas, undated[i])), ==,
                     KA_DAY_MIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/tenure-on", test_tenure_on);
  g_test_add_func ("/query/claims-on", test_claims_on);
  g_test_add_func ("/query/find-change", test_find_change);
  g_test_add_func ("/query/whereabouts", test_whereabouts);
  g_test_add_func ("/query/whole-of", test_whole_of);
  g_test_add_func ("/query/about-every-item", test_about_every_item);
  g_test_add_func ("/query/articles-about", test_articles_about);
  g_test_add_func ("/query/known-answers", test_known_answers);
  g_test_add_func ("/query/clauses", test_clauses);
  g_test_add_func ("/query/areas-of-polities", test_areas_of_polities);
  g_test_add_func ("/query/day-of", test_day_of);
  return g_test_run ();
}
