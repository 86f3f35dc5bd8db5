/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filter of events: what it lets pass, its text, its sentence, and what is said of bad text.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-filter-words.h"
#include "ka-filter.h"

typedef struct
{
  KaAtlas *atlas;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->atlas = load_built_in_atlas ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_atlas_unref (fixture->atlas);
}

static KaFilter
parse (Fixture *fixture, const char *text)
{
  KaFilter filter = { .categories = 0 };
  g_autoptr (GError) error = NULL;

  ka_filter_parse (fixture->atlas, text, &filter, &error);
  g_assert_no_error (error);

  return filter;
}

/* A filter of random parts; now and then one that lets all events pass. */
static KaFilter
make_filter (Fixture *fixture)
{
  const KaList *polities = ka_atlas_get_items (fixture->atlas, KA_ITEM_POLITY);
  KaFilter      filter = ka_filter_all ();
  int           n_parties = g_test_rand_int_range (-4, KA_FILTER_MAX_PARTIES + 1);

  if (g_test_rand_bit ())
    filter.categories = (KaCategory) g_test_rand_int_range (1, KA_CATEGORY_ALL + 1);
  if (g_test_rand_bit ())
    filter.certainties = (guint) g_test_rand_int_range (0, (1 << KA_N_CERTAINTIES) - 1);
  for (int i = 0; i < n_parties; i++)
    ka_filter_toggle_party (&filter,
                            polities->items[g_test_rand_int_range (0, (int) polities->n_items)]);

  return filter;
}

static gboolean
takes_part (const KaFilter *filter, const KaEvent *event)
{
  for (guint i = 0; i < KA_FILTER_MAX_PARTIES && filter->parties[i] != NULL; i++)
    if (ka_list_has (&event->parties, filter->parties[i]))
      return TRUE;

  return filter->parties[0] == NULL;
}

/* Any filter comes back from its text, and admits what a plain reading of its parts does. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  const KaList *events = ka_atlas_get_items (fixture->atlas, KA_ITEM_EVENT);

  for (int i = 0; i < 300; i++)
    {
      const KaFilter   filter = make_filter (fixture);
      g_autofree char *text = ka_filter_to_string (&filter);
      const KaFilter   again = parse (fixture, text);

      g_assert_true (ka_filter_equals (&again, &filter));
      g_assert_cmpint (ka_filter_is_active (&filter), ==, *text != '\0');
      for (gsize j = 0; j < events->n_items; j++)
        {
          const KaEvent *event = events->items[j];
          gboolean       is_sure = filter.certainties == 0 ||
                             (filter.certainties >> event->item.certainty & 1) != 0;

          g_assert_cmpint (ka_filter_admits (&filter, event), ==,
                           (event->categories & filter.categories) != 0 && is_sure &&
                             takes_part (&filter, event));
        }
    }
}

/* The order of words and repeats do not matter; all degrees of certainty ask for nothing. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  static const char *const pairs[][2] = {
    { "category=war,treaty", "category=treaty,war" },
    { "category=war;category=treaty", "category=treaty,war" },
    { "party=turkey,ussr,turkey", "party=ussr;party=turkey" },
    { "certainty=certain,probable,uncertain;party=turkey", "party=turkey" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const KaFilter first = parse (fixture, pairs[i][0]);
      const KaFilter second = parse (fixture, pairs[i][1]);

      g_assert_true (ka_filter_equals (&first, &second));
    }
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *start;
  } rows[] = {
    { "category=treaty", "Treaties · 28 of 128 events" },
    { "category=treaty,war;party=turkey;certainty=certain",
      "Treaties and wars in which Turkey takes part, certain only · " },
    { "category=treaty,war,claim", "Treaties, wars and claims · " },
    { "party=turkey", "Events in which Turkey takes part · 36 of 128 events" },
    { "party=turkey,ussr,france", "Events in which Turkey, " },
    { "certainty=probable,uncertain", "Events, probable or uncertain only · 44 of 128 events" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KaFilter   filter = parse (fixture, rows[i].text);
      g_autofree char *sentence = ka_filter_words_dup_sentence (fixture->atlas, &filter, NULL,
                                                                KA_LANGUAGE_EN);

      if (!g_str_has_prefix (sentence, rows[i].start))
        g_error ("%s: %s", rows[i].text, sentence);
    }
}

/* A range narrows the count alone. */
static void
test_sentence_in_range (Fixture *fixture, gconstpointer data)
{
  const KaFilter   filter = parse (fixture, "category=treaty");
  const KaSpan     range = { ka_day_from_ymd (1921, 10, 13), ka_day_from_ymd (1921, 10, 14) };
  g_autofree char *sentence = ka_filter_words_dup_sentence (fixture->atlas, &filter, &range,
                                                            KA_LANGUAGE_EN);

  g_assert_cmpstr (sentence, ==, "Treaties · 1 of 128 events");
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char   *text;
    KaFilterError code;
    const char   *message;
  } rows[] = {
    { "category=traety", KA_FILTER_ERROR_SYNTAX,
      "category: there is no 'traety'; the nearest is 'treaty'" },
    { "category=", KA_FILTER_ERROR_SYNTAX, "category: there is no ''; expected one of: treaty, " },
    { "category=treaty,", KA_FILTER_ERROR_SYNTAX, "category: there is no ''; " },
    { "categry=treaty", KA_FILTER_ERROR_SYNTAX,
      "conditions: there is no 'categry'; the nearest is 'category'" },
    { "certainty=sure", KA_FILTER_ERROR_SYNTAX,
      "certainty: there is no 'sure'; expected one of: certain, probable, uncertain" },
    { "party=turky", KA_FILTER_ERROR_PARTY, "party: there is no 'turky'; the nearest is 'turkey'" },
    { "party=zzzzzzzzz", KA_FILTER_ERROR_PARTY, "party: there is no 'zzzzzzzzz' (" },
    { "treaty", KA_FILTER_ERROR_SYNTAX, "'treaty' is no condition such as category=" },
    { "category=war;", KA_FILTER_ERROR_SYNTAX, "'' is no condition" },
    { "party=turkey,ussr,rsfsr,armenia,georgia,france,italy,greece,germany", KA_FILTER_ERROR_SYNTAX,
      "party: a filter has at most 8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KaFilter before = parse (fixture, "category=war");
      KaFilter       filter = before;
      g_autoptr (GError) error = NULL;

      g_assert_false (ka_filter_parse (fixture->atlas, rows[i].text, &filter, &error));
      g_assert_error (error, KA_FILTER_ERROR, (int) rows[i].code);
      if (!g_str_has_prefix (error->message, rows[i].message))
        g_error ("%s: %s", rows[i].text, error->message);
      g_assert_true (ka_filter_equals (&filter, &before));
    }
}

/* Every polity of an event is listed once, the busiest first. */
static void
test_parties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = ka_filter_list_parties (fixture->atlas);
  const KaList *events = ka_atlas_get_items (fixture->atlas, KA_ITEM_EVENT);

  g_assert_cmpstr (((const KaItem *) parties->pdata[0])->id, ==, "turkey");
  for (gsize i = 0; i < events->n_items; i++)
    for (gsize j = 0; j < ((const KaEvent *) events->items[i])->parties.n_items; j++)
      g_assert_true (
        g_ptr_array_find (parties, ((const KaEvent *) events->items[i])->parties.items[j], NULL));
  for (guint i = 0; i < parties->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (parties->pdata[i] != parties->pdata[j]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/filter/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("same", test_same);
  ADD ("sentence", test_sentence);
  ADD ("sentence-in-range", test_sentence_in_range);
  ADD ("faults", test_faults);
  ADD ("parties", test_parties);
#undef ADD

  return g_test_run ();
}
