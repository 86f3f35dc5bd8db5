/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an atlas is made of: pieces of an arena do not overlap, and items are found by their ids
 * while they are added, after they are sorted and after some are dropped.
 */
#include "config.h"

#include "ka-core-test.h"

#include "ka-atlas-private.h"

#include <string.h>

#define N_PIECES 5000
#define N_ITEMS  3000

/* Fills a piece with a letter, which must be zero before. */
static void
fill (char *piece, gsize size, char letter)
{
  for (gsize i = 0; i < size; i++)
    {
      g_assert_cmpint (piece[i], ==, 0);
      piece[i] = letter;
    }
}

static void
test_pieces (void)
{
  g_autoptr (KaArena) arena = ka_arena_new ();
  g_autofree char **pieces = g_new0 (char *, N_PIECES);
  g_autofree gsize *sizes = g_new0 (gsize, N_PIECES);

  for (guint i = 0; i < N_PIECES; i++)
    {
      sizes[i] = (gsize) g_test_rand_int_range (1, i % 100 == 0 ? 300000 : 60);
      pieces[i] = i % 2 == 0 ? ka_arena_alloc (arena, sizes[i])
                             : ka_arena_take_bytes (arena, sizes[i]);
      fill (pieces[i], sizes[i], (char) (1 + i % 100));
      if (i % 2 == 0)
        g_assert_cmpuint ((gsize) pieces[i] % 8, ==, 0);
    }
  for (guint i = 0; i < N_PIECES; i++)
    for (gsize j = 0; j < sizes[i]; j++)
      g_assert_cmpint (pieces[i][j], ==, (char) (1 + i % 100));
  g_assert_null (ka_arena_alloc (arena, 0));
  g_assert_null (ka_arena_strdup (arena, NULL));
  g_assert_cmpstr (ka_arena_strdup (arena, ""), ==, "");
  g_assert_cmpstr (ka_arena_strdup (arena, "Kars"), ==, "Kars");
}

/* The item of an id, looked for one by one. */
static const KaItem *
find_slowly (KaAtlas *atlas, const char *id)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

  for (gsize i = 0; i < events->n_items; i++)
    if (strcmp (KA_ITEM (events->items[i])->id, id) == 0)
      return events->items[i];
  return NULL;
}

static void
check_lookups (KaAtlas *atlas)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

  for (gsize i = 0; i < events->n_items; i++)
    g_assert_cmpuint (KA_ITEM (events->items[i])->index, ==, i);
  for (guint i = 0; i < 300; i++)
    {
      const int        number = g_test_rand_int_range (0, N_ITEMS + 100);
      g_autofree char *id = g_strdup_printf ("event-%d", number);

      g_assert_true (ka_atlas_lookup (atlas, KA_ITEM_EVENT, id) == find_slowly (atlas, id));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return -strcmp ((*(const KaItem *const *) a)->id, (*(const KaItem *const *) b)->id);
}

static gboolean
is_dropped_cb (gpointer user_data, const KaItem *item)
{
  return item->index % 3 == 0;
}

static void
test_ids (void)
{
  g_autoptr (KaAtlas) atlas = ka_atlas_new_empty ();

  g_assert_null (ka_atlas_lookup (atlas, KA_ITEM_EVENT, "event-0"));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      KaItem          *item = ka_atlas_add_item (atlas, KA_ITEM_EVENT, id);

      g_assert_true (ka_atlas_lookup (atlas, KA_ITEM_EVENT, id) == item);
      if (i % 1000 == 10)
        check_lookups (atlas);
    }
  check_lookups (atlas);
  ka_atlas_sort_items (atlas, KA_ITEM_EVENT, compare_ids);
  check_lookups (atlas);
  ka_atlas_drop_items (atlas, KA_ITEM_EVENT, is_dropped_cb, NULL);
  g_assert_cmpuint (ka_atlas_get_items (atlas, KA_ITEM_EVENT)->n_items, ==, N_ITEMS / 3 * 2);
  check_lookups (atlas);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/pieces", test_pieces);
  g_test_add_func ("/arena/ids", test_ids);
  return g_test_run ();
}
