/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as an atlas: it is refused with faults or taken whole, and whatever was taken can be
 * asked everything that map, timeline and reading pane ask.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-fuzz-load.h"
#include "ka-query.h"
#include "ka-search.h"

#define STEPS 4 /* points asked on each side of the map */

static void
free_found (GPtrArray *found)
{
  g_assert_nonnull (found);
  g_ptr_array_unref (found);
}

static void
ask_about (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  g_autofree char *reference = ka_item_dup_reference (item);

  g_assert_true (ka_atlas_lookup_reference (atlas, reference) == item);
  g_assert_true (ka_atlas_lookup (atlas, item->kind, item->id) == item);
  g_assert_nonnull (ka_item_get_title (item, day, KA_LANGUAGE_EN));
  free_found (ka_query_tenures_about (atlas, item));
  free_found (ka_query_articles_about (atlas, item));
  free_found (ka_query_events_about (atlas, item));
  free_found (ka_query_areas_about (atlas, item, day));
  free_found (ka_query_frontiers_about (atlas, item, day));
  if (item->kind == KA_ITEM_PERSON)
    free_found (ka_query_treaties_signed_by (atlas, item));
  if (item->kind == KA_ITEM_AREA)
    {
      free_found (ka_query_claims_on ((const KaArea *) item, day));
      ka_query_tenure_on ((const KaArea *) item, day);
    }
  ka_query_day_of (item);
}

static void
ask_map (KaAtlas *atlas, KaDay day)
{
  KaPoint south_west = ka_atlas_get_head (atlas)->south_west_deg;
  KaPoint north_east = ka_atlas_get_head (atlas)->north_east_deg;

  for (int column = 0; column <= STEPS; column++)
    for (int row = 0; row <= STEPS; row++)
      {
        KaPoint at = { south_west.x + (north_east.x - south_west.x) * column / STEPS,
                       south_west.y + (north_east.y - south_west.y) * row / STEPS };
        g_auto (KaWhereabouts) whereabouts = ka_query_whereabouts (atlas, at, day);

        g_assert_true (whereabouts.tenure == NULL || whereabouts.area != NULL);
      }
}

/* An atlas is found by its own words, and tells why. */
static void
ask_words (KaAtlas *atlas)
{
  const char *words = ka_text_get (&ka_atlas_get_head (atlas)->title, KA_LANGUAGE_EN);
  g_autoptr (KaSearchIndex) index = ka_search_index_new (atlas);
  g_autoptr (KaSearch) search = ka_search_new (index, words, KA_LANGUAGE_EN);
  const KaList *hits = ka_search_get_hits (search);

  g_free (ka_search_suggest (search));
  for (gsize i = 0; i < hits->n_items; i++)
    {
      g_autofree char *why = ka_search_explain (search, hits->items[i], "");

      g_assert_true (why == NULL || g_utf8_validate (why, -1, NULL));
    }
}

static void
ask (KaAtlas *atlas)
{
  KaDay day = ka_atlas_get_head (atlas)->default_day;

  for (KaItemKind kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, kind);

      for (gsize i = 0; i < items->n_items; i++)
        ask_about (atlas, items->items[i], day);
    }
  ask_map (atlas, day);
  ka_query_occasion_of (atlas, day);
  ask_words (atlas);
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  char *why;
  g_autoptr (KaAtlas) atlas = ka_fuzz_load (bytes, size, &why);

  if (atlas != NULL)
    ask (atlas);
  return why;
}
