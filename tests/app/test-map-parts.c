/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the map view is made of: which pictures it keeps, when they are out of date, and what a
 * second click selects.
 */

#include "config.h"

#include "ka-app-test.h"
#include "ka-map-cache.h"
#include "ka-map-epochs.h"
#include "ka-map-levels.h"
#include "ka-query.h"

/* Cache */

static KaMapKey
create_key (KaMapPass passes, KaDay epoch)
{
  return (KaMapKey){
    .passes = passes,
    .epoch = epoch,
    .theme = ka_theme_get (KA_THEME_LIGHT),
    .scale = 1,
    .viewport = { { 0, 0 }, 1, 100, 100 },
  };
}

static void
add_sheet (KaMapCache *cache, const KaMapKey *key)
{
  KaMapSheet sheet = { .key = *key };

  sheet.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  ka_map_cache_add (cache, &sheet);
  ka_map_sheet_clear (&sheet);
}

static void
test_cache_order (void)
{
  g_autoptr (KaMapCache) cache = ka_map_cache_new (8 * 40000);
  KaMapKey keys[9];

  for (int i = 0; i < 9; i++)
    keys[i] = create_key (KA_MAP_BASE, i);
  for (int i = 0; i < 8; i++)
    add_sheet (cache, &keys[i]);
  g_assert_cmpuint (ka_map_cache_get_n_sheets (cache), ==, 8);
  g_assert_cmpuint (ka_map_cache_get_bytes (cache), ==, 8 * 40000);

  /* What was asked for stays; what was not goes first. */
  g_assert_nonnull (ka_map_cache_find (cache, &keys[0]));
  add_sheet (cache, &keys[8]);
  g_assert_cmpuint (ka_map_cache_get_n_sheets (cache), ==, 8);
  g_assert_null (ka_map_cache_find (cache, &keys[1]));
  g_assert_nonnull (ka_map_cache_find (cache, &keys[0]));
  g_assert_nonnull (ka_map_cache_find (cache, &keys[2]));

  /* The same picture twice takes the room of one. */
  add_sheet (cache, &keys[2]);
  g_assert_cmpuint (ka_map_cache_get_bytes (cache), ==, 8 * 40000);
  ka_map_cache_clear (cache);
  g_assert_cmpuint (ka_map_cache_get_bytes (cache), ==, 0);
  g_assert_null (ka_map_cache_find (cache, &keys[2]));
}

/* However large pictures are, land and names of an epoch and of those beside it are kept. */
static void
test_cache_least (void)
{
  g_autoptr (KaMapCache) cache = ka_map_cache_new (1);
  KaMapKey keys[KA_MAP_CACHE_LEAST + 1];

  for (int i = 0; i < KA_MAP_CACHE_LEAST; i++)
    {
      keys[i] = create_key (i % 2 == 0 ? KA_MAP_BASE : KA_MAP_LABELS, i / 2);
      add_sheet (cache, &keys[i]);
    }
  for (int i = 0; i < KA_MAP_CACHE_LEAST; i++)
    g_assert_nonnull (ka_map_cache_find (cache, &keys[i]));
  keys[KA_MAP_CACHE_LEAST] = create_key (KA_MAP_LABELS, 9);
  add_sheet (cache, &keys[KA_MAP_CACHE_LEAST]);
  g_assert_cmpuint (ka_map_cache_get_n_sheets (cache), ==, KA_MAP_CACHE_LEAST);
  g_assert_null (ka_map_cache_find (cache, &keys[0]));
}

static void
test_cache_keys (void)
{
  KaMapKey land = create_key (KA_MAP_BASE, 1);
  KaMapKey wanted = land;
  KaMapKey names = create_key (KA_MAP_LABELS | KA_MAP_HIGHLIGHT, 1);

  /* Land serves for any part of it, at its own scale. */
  wanted.viewport.width = 80;
  wanted.viewport.centre_km.x = 10;
  g_assert_true (ka_map_key_covers (&land, &wanted));
  wanted.viewport.centre_km.x = 11;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.viewport.scale = 2;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  g_assert_true (ka_map_key_matches (&land, &wanted));

  /* Names serve for their own frame only. */
  wanted = names;
  g_assert_true (ka_map_key_covers (&names, &wanted));
  wanted.viewport.width = 80;
  g_assert_false (ka_map_key_covers (&names, &wanted));

  /* A selection is drawn with the names, not with the land. */
  wanted = names;
  wanted.state.selection = (const KaItem *) &wanted;
  g_assert_false (ka_map_key_covers (&names, &wanted));
  wanted = land;
  wanted.state.selection = (const KaItem *) &wanted;
  g_assert_true (ka_map_key_covers (&land, &wanted));

  /* Another epoch, theme, layer or pinned day is another picture; the day within an epoch not. */
  wanted = land;
  wanted.state.day = 77;
  wanted.state.pinned_day = 77;
  g_assert_true (ka_map_key_covers (&land, &wanted));
  wanted.state.has_pinned_day = TRUE;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.state.hidden_layers = KA_MAP_LAYER_RIVERS;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.theme = ka_theme_get (KA_THEME_DARK);
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.epoch = 2;
  g_assert_false (ka_map_key_covers (&land, &wanted));
}

/* Epochs */

/* Within an epoch nothing that is drawn differs; at its first day something does. */
static void
test_epochs (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaAtlas *atlas = ka_session_get_atlas (session);
  g_autoptr (KaMapEpochs) epochs = ka_map_epochs_new (atlas);
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);
  KaDay         first = ka_day_from_ymd (1870, 1, 1);
  KaDay         last = ka_day_from_ymd (2020, 1, 1);

  g_assert_cmpint (ka_map_epochs_get_land (epochs, ka_day_from_ymd (1, 1, 1)), ==, KA_DAY_MIN);
  for (KaDay day = first; day < last; day += 13)
    {
      KaDay land = ka_map_epochs_get_land (epochs, day);
      KaDay names = ka_map_epochs_get_names (epochs, day);

      KaDay next = ka_map_epochs_get_next (epochs, day);

      g_assert_cmpint (next, >, day);
      g_assert_cmpint (ka_map_epochs_get_names (epochs, next - 1), ==, names);
      g_assert_cmpint (ka_map_epochs_get_names (epochs, next), ==,
                       next == KA_DAY_MAX ? names : next);
      g_assert_cmpint (land, <=, day);
      g_assert_cmpint (land, <=, names);
      g_assert_cmpint (names, <=, day);
      if (land == KA_DAY_MIN)
        continue;
      for (gsize i = 0; i < areas->n_items; i++)
        g_assert_true (ka_query_tenure_on (areas->items[i], day) ==
                       ka_query_tenure_on (areas->items[i], land));
      for (gsize i = 0; i < frontiers->n_items; i++)
        {
          const KaFrontier *frontier = frontiers->items[i];

          g_assert_cmpint (day >= frontier->span.from && day < frontier->span.to, ==,
                           land >= frontier->span.from && land < frontier->span.to);
        }
      for (gsize i = 0; i < places->n_items; i++)
        {
          const KaPlace *place = places->items[i];

          g_assert_true (ka_names_get_on (&place->names, day) ==
                         ka_names_get_on (&place->names, names));
        }
    }
}

/* Levels */

static KaMapHit
create_hit (KaSession *session, const char *area)
{
  KaMapHit hit = { NULL, NULL, NULL };

  hit.area = (const KaArea *) ka_app_test_get_item (session, area);
  hit.region = hit.area->region;
  hit.item = KA_ITEM (hit.region);

  return hit;
}

static void
assert_levels (const KaMapHit *hit, KaDay day, const char *expected)
{
  g_autoptr (GPtrArray) levels = ka_map_levels_list (hit, day);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", KA_ITEM (levels->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_levels (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaMapHit hit = create_hit (session, "area:nakhichevan");
  KaMapHit town;
  g_autoptr (GPtrArray) levels = NULL;
  const KaItem *item = NULL;

  assert_levels (&hit, ka_day_from_ymd (1921, 10, 13), "nakhichevan azerbaijan-ssr");
  assert_levels (&hit, ka_day_from_ymd (1950, 1, 1), "nakhichevan azerbaijan-ssr ussr");
  assert_levels (&hit, ka_day_from_ymd (1925, 1, 1), "nakhichevan azerbaijan-ssr tsfsr ussr");
  town = hit;
  town.item = ka_app_test_get_item (session, "place:julfa");
  assert_levels (&town, ka_day_from_ymd (1921, 10, 13), "julfa nakhichevan azerbaijan-ssr");

  /* Click after click goes up, and from the top to the bottom. */
  levels = ka_map_levels_list (&town, ka_day_from_ymd (1950, 1, 1));
  for (guint i = 0; i < 2 * levels->len; i++)
    {
      item = ka_map_levels_get_next (levels, item);
      g_assert_true (item == levels->pdata[i % levels->len]);
    }
  item = ka_app_test_get_item (session, "region:kars");
  g_assert_true (ka_map_levels_get_next (levels, item) == levels->pdata[0]);

  /* Over the sea nothing is. */
  town = (KaMapHit){ NULL, NULL, NULL };
  assert_levels (&town, 0, "");
  g_clear_pointer (&levels, g_ptr_array_unref);
  levels = ka_map_levels_list (&town, 0);
  g_assert_null (ka_map_levels_get_next (levels, item));
}

static void
test_describe (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaMapHit         hit = create_hit (session, "area:nakhichevan");
  g_autofree char *markup = ka_map_levels_describe (&hit, ka_day_from_ymd (1921, 10, 13),
                                                    KA_LANGUAGE_EN);

  g_assert_nonnull (strstr (markup, "<b>Nakhichevan</b>"));
  g_assert_nonnull (strstr (markup, "Held by Azerbaijan SSR"));
  g_assert_nonnull (strstr (markup, "Treaty of Moscow"));
  g_assert_nonnull (strstr (markup, "16 March 1921"));
  hit = (KaMapHit){ NULL, NULL, NULL };
  g_assert_null (ka_map_levels_describe (&hit, 0, KA_LANGUAGE_EN));
}

/* Whether two lines of a tooltip are the same, or one names again who stands in the first */
static gboolean
repeats_itself (const char *markup)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *held = NULL;

  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL));
  lines = g_strsplit (plain, "\n", -1);
  held = g_strdup_printf ("eld by %s", lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *again = strstr (lines[i], held);

      if (*lines[i] == '\0' || (again != NULL && strchr (",;", again[strlen (held)]) != NULL))
        return TRUE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (lines[i], lines[j]))
          return TRUE;
    }

  return FALSE;
}

/* No tooltip of any land, on no day on which anything changed, says a thing twice. */
static void
test_describe_once (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaAtlas      *atlas = ka_session_get_atlas (session);
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaTenure *tenure = tenures->items[i];
      KaDay           day = MAX (tenure->span.from, ka_day_from_ymd (1878, 7, 13));

      for (gsize j = 0; j < tenure->areas.n_items && tenure->kind != KA_TENURE_CLAIMED; j++)
        {
          const KaArea *area = tenure->areas.items[j];
          const KaItem *items[] = { KA_ITEM (area), KA_ITEM (area->region),
                                    KA_ITEM (tenure->holder) };

          for (gsize k = 0; k < G_N_ELEMENTS (items); k++)
            {
              KaMapHit         hit = { items[k], area, area->region };
              g_autofree char *markup = ka_map_levels_describe (&hit, day, KA_LANGUAGE_EN);

              if (markup != NULL && repeats_itself (markup))
                g_test_message ("%s", markup);
              g_assert_false (markup != NULL && repeats_itself (markup));
            }
        }
    }
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      KaMapHit         hit = { frontiers->items[i], NULL, NULL };
      g_autofree char *markup = ka_map_levels_describe (&hit, 0, KA_LANGUAGE_EN);

      g_assert_false (repeats_itself (markup));
    }
}

/* Stepping through the changes of a region visits each of its days of change once. */
static void
test_changes (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaAtlas      *atlas = ka_session_get_atlas (session);
  const KaItem *region = ka_app_test_get_item (session, "region:adjara");
  g_autoptr (GPtrArray) tenures = ka_query_tenures_about (atlas, region);
  g_autoptr (GHashTable) days = g_hash_table_new (g_int64_hash, g_int64_equal);
  KaDay day = ka_day_from_ymd (1800, 1, 1);
  KaDay before = day;
  guint n_steps = 0;

  for (guint i = 0; i < tenures->len; i++)
    {
      KaTenure *tenure = tenures->pdata[i];

      if (tenure->span.from != KA_DAY_MIN)
        g_hash_table_add (days, &tenure->span.from);
      if (tenure->span.to != KA_DAY_MAX)
        g_hash_table_add (days, &tenure->span.to);
    }
  while (ka_map_levels_find_change (atlas, region, &day, 1))
    {
      g_assert_cmpint (day, >, before);
      g_assert_true (g_hash_table_contains (days, &day));
      before = day;
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, g_hash_table_size (days));
  while (ka_map_levels_find_change (atlas, region, &day, -1))
    n_steps--;
  g_assert_cmpuint (n_steps, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-parts/cache/order", test_cache_order);
  g_test_add_func ("/map-parts/cache/least", test_cache_least);
  g_test_add_func ("/map-parts/cache/keys", test_cache_keys);
  g_test_add_func ("/map-parts/epochs", test_epochs);
  g_test_add_func ("/map-parts/levels/list", test_levels);
  g_test_add_func ("/map-parts/levels/describe", test_describe);
  g_test_add_func ("/map-parts/describe-once", test_describe_once);
  g_test_add_func ("/map-parts/levels/changes", test_changes);

  return g_test_run ();
}
