/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes between two days against a twin that goes from day to day.
 */
#include "config.h"

#include "ka-changes.h"
#include "ka-core-test.h"
#include "ka-reading.h"

static const KaChange *
find_area (const GPtrArray *changes, KaDay day, gconstpointer area, gboolean is_claim)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const KaChange *change = changes->pdata[i];

      if (change->day == day && (change->kind >= KA_CHANGE_CLAIMED) == is_claim &&
          g_ptr_array_find (change->areas, area, NULL))
        return change;
    }

  return NULL;
}

static void
check_area (const GPtrArray *changes, KaDay day, const KaArea *area)
{
  const KaTenure *before = ka_query_tenure_on (area, day - 1);
  const KaTenure *after = ka_query_tenure_on (area, day);
  const KaChange *change = find_area (changes, day, area, FALSE);

  if (before == after)
    g_assert_null (change);
  else if (before == NULL || before->holder != after->holder)
    g_assert_true (change != NULL && change->kind == KA_CHANGE_HOLDER);
  else if (before->kind != after->kind || before->sovereign != after->sovereign ||
           before->autonomy != after->autonomy)
    g_assert_true (change != NULL && change->kind == KA_CHANGE_STATUS);
  else
    g_assert_true ((change != NULL && change->kind == KA_CHANGE_CONFIRMED) ==
                   (before->instrument != after->instrument));
  if (change != NULL)
    {
      g_assert_true (change->after->holder == after->holder);
      g_assert_true (change->instrument == after->instrument);
    }
}

/* The claims of an area that begin or end on a day. */
static guint
count_claims (const KaArea *area, KaDay day)
{
  g_autoptr (GPtrArray) before = ka_query_claims_on (area, day - 1);
  g_autoptr (GPtrArray) after = ka_query_claims_on (area, day);
  guint n = 0;

  for (guint i = 0; i < before->len; i++)
    n += !g_ptr_array_find (after, before->pdata[i], NULL);
  for (guint i = 0; i < after->len; i++)
    n += !g_ptr_array_find (before, after->pdata[i], NULL);

  return n;
}

static guint
count_frontiers (const GPtrArray *changes, KaDay day, gconstpointer frontier)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const KaChange *change = changes->pdata[i];

      n += change->day == day && change->frontier == frontier;
    }

  return n;
}

static void
test_twin (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaDay   from = ka_day_from_ymd (1917, 10, 1);
  const KaDay   to = ka_day_from_ymd (1925, 1, 1);
  g_autoptr (GPtrArray) changes = ka_query_changes_between (atlas, from, to);

  g_assert_cmpuint (changes->len, >, 50);
  for (KaDay day = from + 1; day <= to; day++)
    {
      for (gsize i = 0; i < areas->n_items; i++)
        {
          check_area (changes, day, areas->items[i]);
          g_assert_true ((find_area (changes, day, areas->items[i], TRUE) != NULL) ==
                         (count_claims (areas->items[i], day) > 0));
        }
      for (gsize i = 0; i < frontiers->n_items; i++)
        {
          const KaSpan span = ((const KaFrontier *) frontiers->items[i])->span;

          g_assert_cmpuint (count_frontiers (changes, day, frontiers->items[i]), ==,
                            ka_span_has (span, day - 1) != ka_span_has (span, day));
        }
    }
}

/* Changes are in order and between the days; those of two stretches are those of both together. */
static void
test_parts (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (int i = 0; i < 200; i++)
    {
      const KaDay from = ka_day_from_ymd (g_test_rand_int_range (1870, 1950), 1, 1);
      const KaDay middle = from + g_test_rand_int_range (1, 5000);
      const KaDay to = middle + g_test_rand_int_range (1, 5000);
      g_autoptr (GPtrArray) early = ka_query_changes_between (atlas, from, middle);
      g_autoptr (GPtrArray) late = ka_query_changes_between (atlas, middle, to);
      g_autoptr (GPtrArray) all = ka_query_changes_between (atlas, from, to);

      g_assert_cmpuint (early->len + late->len, ==, all->len);
      for (guint j = 0; j < all->len; j++)
        {
          const KaChange *change = all->pdata[j];

          g_assert_true (from < change->day && change->day <= to);
          g_assert_true (j == 0 || ((const KaChange *) all->pdata[j - 1])->day <= change->day);
          g_assert_true (change->frontier != NULL || change->areas->len > 0);
        }
    }
}

/* The signature of Kars is the event by which its line begins. */
static void
test_cause (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaDay signature = ka_day_from_ymd (1921, 10, 13);
  g_autoptr (GPtrArray) changes = ka_query_changes_between (atlas, signature - 1, signature);
  gboolean has_line = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const KaChange *change = changes->pdata[i];

      if (change->kind != KA_CHANGE_DRAWN ||
          g_strcmp0 (change->frontier->item.id, "kars-line") != 0)
        continue;
      has_line = TRUE;
      g_assert_cmpstr (change->instrument->id, ==, "kars-4");
      g_assert_cmpstr (change->event->item.id, ==, "kars-treaty-1921");
    }
  g_assert_true (has_line);
}

/* A page without changes says so. */
static void
test_quiet (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaDay day = ka_day_from_ymd (1900, 1, 1);
  g_autoptr (GPtrArray) blocks = ka_reading_list_changes (atlas, day, day + 1, KA_LANGUAGE_EN);
  const KaBlock *title = blocks->pdata[0];
  const KaBlock *last = blocks->pdata[blocks->len - 1];

  g_assert_cmpstr (title->text, ==, "What changed between 1 January 1900 and 2 January 1900");
  g_assert_cmpint (last->kind, ==, KA_BLOCK_PARAGRAPH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/twin", test_twin);
  g_test_add_func ("/changes/parts", test_parts);
  g_test_add_func ("/changes/cause", test_cause);
  g_test_add_func ("/changes/quiet", test_quiet);

  return g_test_run ();
}
