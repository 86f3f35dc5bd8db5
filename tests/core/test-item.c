/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items of the small atlas: references, titles, lookups, and that every field is read into its
 * place.
 */
#include "config.h"

#include "ka-core-test.h"

#define SMALL_ATLAS "core/faults/valid.json"
#define WHOLE_ATLAS "core/faults/whole.json" /* the small one with every member of the format */

static void
test_kinds (void)
{
  KaItemKind kind;

  for (guint i = 0; i < KA_N_ITEM_KINDS; i++)
    {
      g_assert_true (ka_item_kind_from_name (ka_item_kind_get_name ((KaItemKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ka_item_kind_from_name ("clause", &kind));
  g_assert_false (ka_item_kind_from_name ("", &kind));
}

static void
test_titles (void)
{
  static const struct
  {
    const char *reference, *before_1936, *after_1936;
  } cases[] = {
    { "area:west", "Old West", "West" },
    { "region:left-bank", "Left Bank", "Left Bank" },
    { "event:signing", "The treaty is signed", "The treaty is signed" },
    { "article:kars-1", "Line", "Line" },
    { "annex:kars-annex-1", "Steps", "Steps" },
    { "treaty:moscow", "Treaty of Moscow", "Treaty of Moscow" },
    { "frontier:middle", "Middle", "Middle" },
    { "place:brook", "Brook", "Brook" },
    { "polity:north", "North", "North" },
    { "tenure:west-1", "South", "South" },
    { "source:print", "Print", "Print" },
  };
  g_autoptr (KaAtlas) atlas = load_atlas (SMALL_ATLAS);
  KaDay before = ka_day_from_ymd (1936, 8, 16);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaItem    *item = ka_atlas_lookup_reference (atlas, cases[i].reference);
      g_autofree char *reference = NULL;

      g_assert_nonnull (item);
      reference = ka_item_dup_reference (item);
      g_assert_cmpstr (reference, ==, cases[i].reference);
      g_assert_cmpstr (ka_item_get_title (item, before, KA_LANGUAGE_EN), ==, cases[i].before_1936);
      g_assert_cmpstr (ka_item_get_title (item, before + 1, KA_LANGUAGE_HY), ==,
                       cases[i].after_1936);
    }
}

static void
test_lookup (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (SMALL_ATLAS);

  g_assert_nonnull (ka_atlas_lookup (atlas, KA_ITEM_TREATY, "kars"));
  g_assert_null (ka_atlas_lookup (atlas, KA_ITEM_REGION, "kars"));
  g_assert_null (ka_atlas_lookup (atlas, KA_ITEM_ARTICLE, "kars-annex-1"));
  g_assert_true (ka_atlas_lookup_reference (atlas, "middle") ==
                 ka_atlas_lookup (atlas, KA_ITEM_FRONTIER, "middle"));
  g_assert_null (ka_atlas_lookup_reference (atlas, "nowhere"));
  g_assert_null (ka_atlas_lookup_reference (atlas, ""));
  g_assert_null (ka_atlas_lookup_reference (atlas, ":"));
  g_assert_null (ka_atlas_lookup_reference (atlas, "region:west"));
  g_assert_null (ka_atlas_lookup_reference (atlas, "clause:kars-1"));
}

static void
test_header (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (SMALL_ATLAS);
  const KaAtlasHead *head = ka_atlas_get_head (atlas);

  g_assert_cmpstr (head->id, ==, "small");
  g_assert_cmpstr (head->version, ==, "1");
  g_assert_cmpstr (head->licence, ==, "CC0-1.0");
  g_assert_cmpstr (ka_text_get (&head->title, KA_LANGUAGE_TR), ==, "Small atlas");
  g_assert_true (ka_text_is_empty (&head->subtitle));
  g_assert_cmpstr (ka_text_get (&head->policy, KA_LANGUAGE_EN), ==, "None.");
  g_assert_cmpstr (ka_text_get (&head->credits, KA_LANGUAGE_EN), ==, "None.");
  g_assert_cmpint (head->default_day, ==, ka_day_from_ymd (1921, 10, 13));
  g_assert_cmpint (head->range.earliest, ==, ka_day_from_ymd (1917, 1, 1));
  g_assert_cmpint (head->range.end_latest, ==, ka_day_from_ymd (1925, 1, 1));
  g_assert_cmpfloat (head->south_west_deg.x, ==, 0);
  g_assert_cmpfloat (head->north_east_deg.x, ==, 2);
  g_assert_cmpfloat (head->north_east_deg.y, ==, 1);
  g_assert_cmpuint (head->featured.n_items, ==, 1);
}

static void
test_fields (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (SMALL_ATLAS);
  const KaEvent    *event = (const KaEvent *) ka_atlas_lookup_reference (atlas, "event:signing");
  const KaEvent    *war = (const KaEvent *) ka_atlas_lookup_reference (atlas, "event:war");
  const KaArticle  *article = (const KaArticle *) ka_atlas_lookup_reference (atlas, "moscow-1");
  const KaTreaty   *treaty = (const KaTreaty *) ka_atlas_lookup_reference (atlas, "treaty:kars");
  const KaPlace    *town = (const KaPlace *) ka_atlas_lookup_reference (atlas, "town");
  const KaPolity   *polity = (const KaPolity *) ka_atlas_lookup_reference (atlas, "union");
  const KaTenure   *tenure = (const KaTenure *) ka_atlas_lookup_reference (atlas, "west-2");
  const KaFrontier *line = (const KaFrontier *) ka_atlas_lookup_reference (atlas, "middle");

  g_assert_cmpuint (event->categories, ==, KA_CATEGORY_TREATY | KA_CATEGORY_DIPLOMACY);
  g_assert_cmpuint (event->leading, ==, KA_CATEGORY_TREATY);
  g_assert_cmpint (event->importance, ==, 5);
  g_assert_cmpstr (event->people[0].person->item.id, ==, "delegate");
  g_assert_true (treaty->signatories[0].person == event->people[0].person);
  g_assert_cmpstr (ka_text_get (&event->label, KA_LANGUAGE_EN), ==, "Signing");
  g_assert_cmpstr (ka_text_get (&war->label, KA_LANGUAGE_EN), ==, "A war");
  g_assert_cmpuint (war->item.index, ==, 0);
  g_assert_cmpuint (event->item.index, ==, 1);
  g_assert_cmpint (article->span.from, ==, KA_DAY_MAX);
  g_assert_cmpstr (article->correspondences[0].article->item.id, ==, "kars-1");
  g_assert_cmpuint (treaty->articles.n_items, ==, 3);
  g_assert_cmpint (KA_ITEM (treaty->articles.items[2])->kind, ==, KA_ITEM_ANNEX);
  g_assert_cmpstr (treaty->signatories[0].party->item.id, ==, "north");
  g_assert_cmpstr (treaty->dates[0].kind, ==, "signed");
  g_assert_true (town->is_capital);
  g_assert_cmpstr (town->area->region->item.id, ==, "left-bank");
  g_assert_cmpstr (town->item.citations[0].source->citation, ==, "A printed work.");
  g_assert_null (town->item.citations[0].locator);
  g_assert_cmpint (polity->tint, ==, KA_TINT_NEUTRAL);
  g_assert_cmpint (polity->kind, ==, KA_POLITY_FEDERATION);
  g_assert_cmpstr (polity->memberships[0].whole->item.id, ==, "north");
  g_assert_cmpint (polity->memberships[0].span.to, ==, KA_DAY_MAX);
  g_assert_true (tenure->instrument == KA_ITEM (line->instrument));
  g_assert_cmpint (tenure->span.to, ==, KA_DAY_MAX);
  g_assert_true (line->in_force);
  g_assert_false (line->geometry->is_polygon);
  g_assert_cmpstr (town->area->geometry->id, ==, "west");
}

/* A citation is a string or an object, which alone says that it was seen. */
static void
test_citations (void)
{
  static const struct
  {
    const char *locator;
    gboolean    seen;
  } cases[] = { { "4", FALSE }, { "5–6: a", TRUE }, { NULL, FALSE } };
  g_autoptr (KaAtlas) atlas = load_atlas (WHOLE_ATLAS);
  const KaItem *town = ka_atlas_lookup_reference (atlas, "place:town");

  g_assert_cmpuint (town->n_citations, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (town->citations[i].source->item.id, ==, "print");
      g_assert_cmpstr (town->citations[i].locator, ==, cases[i].locator);
      g_assert_cmpint (town->citations[i].seen, ==, cases[i].seen);
    }
}

static void
test_event (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (WHOLE_ATLAS);
  const KaEvent *war = (const KaEvent *) ka_atlas_lookup_reference (atlas, "event:war");

  g_assert_cmpstr (ka_text_get (&war->unchanged, KA_LANGUAGE_EN), ==, "Nobody won.");
}

static void
test_population (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (WHOLE_ATLAS);
  const KaRegion *bank = (const KaRegion *) ka_atlas_lookup_reference (atlas, "region:left-bank");
  const KaPopulation *population = bank->population;

  g_assert_cmpuint (bank->n_population, ==, 2);
  g_assert_cmpstr (population[0].edtf, ==, "1897");
  g_assert_cmpint (population[0].date.earliest, ==, ka_day_from_ymd (1897, 1, 1));
  g_assert_cmpstr (ka_text_get (&population[0].text, KA_LANGUAGE_EN), ==, "Many lived there.");
  g_assert_cmpuint (population[0].n_citations, ==, 1);
  g_assert_true (population[0].citations[0].seen);
  g_assert_cmpstr (population[1].citations[1].locator, ==, "8");
}

static void
test_correction (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (WHOLE_ATLAS);
  const KaCorrection *term = (const KaCorrection *) ka_atlas_lookup_reference (atlas, "ten-years");
  const KaCorrection *town = (const KaCorrection *) ka_atlas_lookup_reference (atlas, "old-town");

  g_assert_cmpstr (term->verdict, ==, "wrong");
  g_assert_cmpstr (ka_text_get (&term->said_by, KA_LANGUAGE_EN), ==, "Newspapers");
  g_assert_null (town->verdict);
  g_assert_true (ka_text_is_empty (&town->said_by));
}

static void
test_term (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (WHOLE_ATLAS);
  const KaItem *term = ka_atlas_lookup_reference (atlas, "term:town");
  KaDay         day = ka_atlas_get_head (atlas)->default_day;

  g_assert_cmpstr (ka_item_get_title (term, day, KA_LANGUAGE_EN), ==, "town");
  g_assert_cmpstr (ka_item_get_title (term, day, KA_LANGUAGE_TR), ==, "kasaba");
  g_assert_cmpstr (ka_text_get (&((const KaTerm *) term)->text, KA_LANGUAGE_EN), ==,
                   "A place with a market.");
  /* A bare id means the place before the term. */
  g_assert_cmpint (ka_atlas_lookup_reference (atlas, "town")->kind, ==, KA_ITEM_PLACE);
}

static void
test_treaty (void)
{
  g_autoptr (KaAtlas) atlas = load_atlas (WHOLE_ATLAS);
  const KaTreaty *treaty = (const KaTreaty *) ka_atlas_lookup_reference (atlas, "treaty:moscow");

  g_assert_cmpstr (treaty->written_date, ==, "16 March 1337");
  g_assert_cmpstr (ka_text_get (&treaty->disputed, KA_LANGUAGE_EN), ==, "South calls it void.");
  g_assert_cmpuint (treaty->n_later, ==, 2);
  g_assert_cmpstr (treaty->later[0].how, ==, "replaces");
  g_assert_cmpstr (treaty->later[0].item->id, ==, "kars");
  g_assert_null (treaty->later[0].by);
  g_assert_cmpstr (treaty->later[1].by->item.id, ==, "south");
  g_assert_cmpint (treaty->later[1].item->kind, ==, KA_ITEM_EVENT);
  g_assert_cmpstr (ka_text_get (&treaty->later[1].text, KA_LANGUAGE_EN), ==,
                   "South protests against it.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/kinds", test_kinds);
  g_test_add_func ("/item/titles", test_titles);
  g_test_add_func ("/item/lookup", test_lookup);
  g_test_add_func ("/item/header", test_header);
  g_test_add_func ("/item/fields", test_fields);
  g_test_add_func ("/item/citations", test_citations);
  g_test_add_func ("/item/treaty", test_treaty);
  g_test_add_func ("/item/event", test_event);
  g_test_add_func ("/item/population", test_population);
  g_test_add_func ("/item/correction", test_correction);
  g_test_add_func ("/item/term", test_term);
  return g_test_run ();
}
