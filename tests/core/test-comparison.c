/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparisons of all pairs of treaties, and that of Moscow and Kars, which is complete.
 */
#include "config.h"

#include "ka-comparison.h"
#include "ka-core-test.h"
#include "ka-reading.h"

static guint
count_in (const GPtrArray *matches, gconstpointer article)
{
  guint n = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const KaMatch *match = matches->pdata[i];

      for (guint j = 0; j < match->first->len; j++)
        n += match->first->pdata[j] == article;
      for (guint j = 0; j < match->second->len; j++)
        n += match->second->pdata[j] == article;
    }

  return n;
}

/* Each article of both treaties is told once, in the order of the first treaty. */
static void
check_pair (const KaTreaty *first, const KaTreaty *second)
{
  g_autoptr (GPtrArray) matches = ka_query_compare (first, second);
  guint n = 0;

  for (gsize i = 0; i < first->articles.n_items; i++)
    g_assert_cmpuint (count_in (matches, first->articles.items[i]), ==, 1);
  for (gsize i = 0; i < second->articles.n_items; i++)
    g_assert_cmpuint (count_in (matches, second->articles.items[i]), ==, 1);
  for (guint i = 0; i < matches->len; i++)
    {
      const KaMatch *match = matches->pdata[i];

      g_assert_cmpuint (match->first->len + match->second->len, >, 0);
      n += match->first->len + match->second->len;
    }
  g_assert_cmpuint (n, ==, first->articles.n_items + second->articles.n_items);
}

static void
test_pairs (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);

  for (gsize i = 0; i < treaties->n_items; i++)
    for (gsize j = 0; j < treaties->n_items; j++)
      if (i != j)
        check_pair (treaties->items[i], treaties->items[j]);
}

static guint
count_clauses (const GPtrArray *blocks, gconstpointer article)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const KaBlock *block = blocks->pdata[i];

      n += block->kind == KA_BLOCK_CLAUSE && block->item == KA_ITEM (article);
    }

  return n;
}

/* The page of each pair has each article once; marks are parts of the text. */
static void
test_pages (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);

  for (gsize i = 0; i < treaties->n_items; i++)
    for (gsize j = 0; j < treaties->n_items; j++)
      {
        const KaTreaty *first = treaties->items[i];
        const KaTreaty *second = treaties->items[j];
        g_autoptr (GPtrArray) blocks = NULL;

        if (first == second)
          continue;
        blocks = ka_reading_list_comparison (atlas, KA_ITEM (first), second, 0, KA_LANGUAGE_EN);
        for (gsize k = 0; k < first->articles.n_items; k++)
          g_assert_cmpuint (count_clauses (blocks, first->articles.items[k]), ==, 1);
        for (gsize k = 0; k < second->articles.n_items; k++)
          g_assert_cmpuint (count_clauses (blocks, second->articles.items[k]), ==, 1);
      }
}

/* All 36 articles and 6 annexes have a place; every match says its difference. */
static void
test_moscow_kars (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaItem *moscow = ka_atlas_lookup (atlas, KA_ITEM_TREATY, "moscow");
  const KaItem *kars = ka_atlas_lookup (atlas, KA_ITEM_TREATY, "kars");
  g_autoptr (GPtrArray)
    matches = ka_query_compare ((const KaTreaty *) moscow, (const KaTreaty *) kars);
  guint n[2] = { 0 };

  for (guint i = 0; i < matches->len; i++)
    {
      const KaMatch *match = matches->pdata[i];

      for (guint j = 0; j < match->first->len + match->second->len; j++)
        {
          const KaArticle *article = j < match->first->len
                                       ? match->first->pdata[j]
                                       : match->second->pdata[j - match->first->len];

          n[article->item.kind == KA_ITEM_ANNEX]++;
        }
      for (guint j = 0; j < match->first->len; j++)
        for (guint k = 0; k < match->second->len; k++)
          {
            g_assert_nonnull (
              ka_query_difference_of (match->first->pdata[j], match->second->pdata[k]));
            g_assert_nonnull (
              ka_query_difference_of (match->second->pdata[k], match->first->pdata[j]));
          }
    }
  g_assert_cmpuint (n[0], ==, 36);
  g_assert_cmpuint (n[1], ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/pairs", test_pairs);
  g_test_add_func ("/comparison/pages", test_pages);
  g_test_add_func ("/comparison/moscow-kars", test_moscow_kars);

  return g_test_run ();
}
