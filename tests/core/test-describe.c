/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The map in words: every area, line and claim of a day is told, in every language, by the words
 * that the atlas has for it.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-query.h"
#include "ka-reading-describe.h"

#include <string.h>

static void
assert_tells (const char *text, gconstpointer item, KaDay day, KaLanguage language)
{
  const char *title = ka_item_get_title (KA_ITEM (item), day, language);

  if (strstr (text, title) == NULL)
    g_error ("“%s” is missing in: %s", title, text);
}

/* An area stands under its own name, that of its region, or that of its holder. */
static void
check_area (const char *text, const KaArea *area, KaDay day, KaLanguage language)
{
  const KaTenure *tenure = ka_query_tenure_on (area, day);
  const char     *name = ka_item_get_title (&area->item, day, language);

  if (tenure == NULL)
    return;
  if (tenure->autonomy != NULL)
    assert_tells (text, tenure->autonomy, day, language);
  if (strstr (text, name) == NULL)
    assert_tells (text, area->region, day, language);
  if (tenure->holder != NULL &&
      strcmp (ka_item_get_title (&tenure->holder->item, day, language), name) != 0)
    assert_tells (text, tenure->holder, day, language);
}

static void
check_day (KaAtlas *atlas, KaDay day, KaLanguage language)
{
  g_autofree char *text = ka_reading_describe_day (atlas, day, language);
  const KaEvent   *event = ka_query_occasion_of (atlas, day);
  const KaList    *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList    *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, language == KA_LANGUAGE_HY ? "։" : "."));
  g_assert_null (strpbrk (text, "{}\n"));
  g_assert_null (strstr (text, "(null)"));
  g_assert_null (strstr (text, ".."));
  if (event != NULL)
    assert_tells (text, event, day, language);
  for (gsize i = 0; i < areas->n_items; i++)
    {
      g_autoptr (GPtrArray) claims = ka_query_claims_on (areas->items[i], day);

      check_area (text, areas->items[i], day, language);
      for (guint j = 0; j < claims->len; j++)
        assert_tells (text, ((const KaTenure *) claims->pdata[j])->holder, day, language);
    }
  for (gsize i = 0; i < frontiers->n_items; i++)
    if (ka_span_has (((const KaFrontier *) frontiers->items[i])->span, day))
      assert_tells (text, frontiers->items[i], day, language);
}

static void
test_every_change (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaSpan span = ((const KaTenure *) tenures->items[i])->span;

      if (span.from != KA_DAY_MIN)
        check_day (atlas, span.from, (KaLanguage) (i % KA_N_LANGUAGES));
      else if (span.to != KA_DAY_MAX)
        check_day (atlas, span.to - 1, (KaLanguage) (i % KA_N_LANGUAGES));
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    int         year, month, day;
    const char *said;
  } cases[] = {
    { 1921, 10, 13, "Map of 13 October 1921. On this day: " },
    { 1921, 10, 13, " holds Nakhichevan" },
    { 1945, 6, 7, "Soviet Union claims Kars, " },
    { 1919, 5, 1, " in fact (title not settled)." },
    { 1920, 12, 2, " occupies " },
  };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaDay      day = ka_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);
      g_autofree char *text = ka_reading_describe_day (atlas, day, KA_LANGUAGE_EN);

      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, cases[i].said));
    }
}

/* A day before all tenures has its date, and nothing that is not so. */
static void
test_empty_day (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autofree char *text = ka_reading_describe_day (atlas, ka_day_from_ymd (1500, 1, 1),
                                                   KA_LANGUAGE_EN);

  g_assert_true (g_str_has_prefix (text, "Map of 1 January 1500."));
  g_assert_null (strstr (text, "claims"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/describe/every-change", test_every_change);
  g_test_add_func ("/describe/sentences", test_sentences);
  g_test_add_func ("/describe/empty-day", test_empty_day);

  return g_test_run ();
}
