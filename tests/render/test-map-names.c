/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests which names the map of each epoch has. It measures land with points on a grid, without the
 * code that places names.
 */

#include "config.h"

#include "ka-labels.h"

#include <math.h>

#include "ka-label-board.h"
#include "ka-map-geometry.h"
#include "ka-map-test.h"
#include "ka-projection.h"
#include "ka-query.h"

/* The distance of the points that measure land, in user units */
#define GRID_STEP 8.0
/* The part of the map from which a state must have its name */
#define MIN_SHARE 0.015

/* The maps that a person sees first: that of a window of 1440 × 900, where the legend yields, and
 * that of an export */
static const struct
{
  double       width;
  double       height;
  KaLegendFold legend;
} sizes[] = { { 780, 560, KA_LEGEND_FOLDED }, { 1440, 900, KA_LEGEND_PRINTED } };

/* The opening view of a day: its labels and the boxes of its furniture */
typedef struct
{
  KaViewport      viewport;
  KaMapFurniture *furniture;
  KaMapLabels    *labels;
} Opening;

static void
opening_clear (Opening *self)
{
  g_clear_pointer (&self->labels, ka_map_labels_free);
  g_clear_pointer (&self->furniture, ka_map_furniture_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, opening_clear)

static Opening
open_view (KaMapTest *test, KaDay day, KaLanguage language, gsize size)
{
  KaViewState state = { .day = day, .language = language, .legend = sizes[size].legend };
  Opening     self = { .viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene),
                                                    sizes[size].width, sizes[size].height, 0) };

  self.furniture = ka_map_test_furnish (test, &state, &self.viewport);
  self.labels = ka_map_test_label (test, &state, &self.viewport,
                                   (const KaBox *) (gpointer) self.furniture->boxes->data,
                                   self.furniture->boxes->len, NULL);

  return self;
}

static gboolean
has_label (const KaMapLabels *labels, const KaItem *item)
{
  for (guint i = 0; i < labels->labels->len; i++)
    if (((const KaMapLabel *) labels->labels->pdata[i])->item == item)
      return TRUE;

  return FALSE;
}

static gboolean
is_furnished (const Opening *self, double x, double y)
{
  for (guint i = 0; i < self->furniture->boxes->len; i++)
    if (ka_box_has (g_array_index (self->furniture->boxes, KaBox, i), (KaPoint){ x, y }))
      return TRUE;

  return FALSE;
}

/* Counts the points of the grid on the open land of each owner and on contested land of each area.
 * Returns: (transfer full): item to count */
static GHashTable *
count_land (KaMapTest *test, KaDay day, const Opening *opening)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (double y = GRID_STEP / 2; y < opening->viewport.height; y += GRID_STEP)
    for (double x = GRID_STEP / 2; x < opening->viewport.width; x += GRID_STEP)
      {
        KaPoint       km = ka_viewport_to_km (&opening->viewport, (KaPoint){ x, y });
        const KaArea *area = ka_query_area_at (
          test->atlas, ka_projection_inverse (ka_map_scene_get_projection (test->scene), km));
        const KaTenure *tenure = area != NULL ? ka_query_tenure_on (area, day) : NULL;
        const void     *item = NULL;

        if (tenure == NULL || is_furnished (opening, x, y) ||
            ka_map_is_featured (test->scene, area->region))
          continue;
        if (tenure->kind == KA_TENURE_CONTESTED)
          item = area->region != NULL ? (const void *) area->region : (const void *) area;
        else
          item = tenure->kind == KA_TENURE_OCCUPIED && tenure->sovereign != NULL ? tenure->sovereign
                                                                                 : tenure->holder;
        g_hash_table_insert (
          counts, (gpointer) (gsize) item,
          GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, item)) + 1));
      }

  return counts;
}

/* Adds the items with much land and no name to a list, each on its day. Returns how many have one
 */
static gsize
list_unnamed (KaMapTest *test, KaDay day, KaLanguage language, gsize size, GString *unnamed)
{
  double width = sizes[size].width;
  double least = MIN_SHARE * width * sizes[size].height / (GRID_STEP * GRID_STEP);
  g_auto (Opening) opening = open_view (test, day, language, size);
  g_autoptr (GHashTable) counts = count_land (test, day, &opening);
  g_autofree char *text = ka_day_to_iso (day);
  GHashTableIter   iter;
  gpointer         item, count;
  gsize            n_named = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &item, &count))
    if (GPOINTER_TO_INT (count) >= least)
      {
        if (has_label (opening.labels, item))
          n_named++;
        else
          g_string_append_printf (
            unnamed, "%s %s %.0f %s:%s %.1f%%\n", text, ka_language_get_code (language), width,
            ka_item_kind_get_name (((const KaItem *) item)->kind), ((const KaItem *) item)->id,
            100 * MIN_SHARE * GPOINTER_TO_INT (count) / least);
      }

  return n_named;
}

/* The days on which land changes hands, each once */
static GArray *
list_epochs (KaMapTest *test)
{
  const KaList *tenures = ka_atlas_get_items (test->atlas, KA_ITEM_TENURE);
  GArray       *epochs = g_array_new (FALSE, FALSE, sizeof (KaDay));
  KaDay         first = ka_map_test_day ("1878-08-01");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_append_val (epochs, first);
  for (gsize i = 0; i < tenures->n_items; i++)
    {
      KaDay day = ((const KaTenure *) tenures->items[i])->span.from;

      if (day != KA_DAY_MIN && g_hash_table_add (seen, g_memdup2 (&day, sizeof day)))
        g_array_append_val (epochs, day);
    }

  return epochs;
}

/* Every state, republic and contested land of some size has its name at the opening view, in every
 * language, whenever land changes hands */
static void
test_named (KaMapTest *test, gconstpointer data)
{
  g_autoptr (GArray) epochs = list_epochs (test);
  g_autoptr (GString) unnamed = g_string_new (NULL);
  gsize n_named = 0;

  for (guint i = 0; i < epochs->len; i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      n_named += list_unnamed (test, g_array_index (epochs, KaDay, i),
                               (KaLanguage) (i % KA_N_LANGUAGES), size, unnamed);
  if (unnamed->len > 0)
    g_test_message ("without a name:\n%s", unnamed->str);
  g_assert_cmpuint (unnamed->len, ==, 0);
  g_assert_cmpuint (n_named, >, 1000);
}

/* Towns cover the land evenly at the opening view: those that a person looks for, none of the
 * villages beside them */
static void
test_towns (KaMapTest *test, gconstpointer data)
{
  static const char *const wanted[] = { "ganja",   "shusha", "sukhumi",     "poti",  "kutaisi",
                                        "tbilisi", "baku",   "vladikavkaz", "batumi" };
  static const char *const unwanted[] = { "sadarak", "kobuleti", "keda", "aralik" };
  static const char *const days[] = { "1914-08-01", "1921-10-13", "1946-06-01", "1992-10-01",
                                      "2020-06-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Opening) opening = open_view (test, ka_map_test_day (days[i]), KA_LANGUAGE_EN, 0);

      for (gsize j = 0; j < G_N_ELEMENTS (wanted); j++)
        if (!has_label (opening.labels, ka_atlas_lookup (test->atlas, KA_ITEM_PLACE, wanted[j])))
          g_test_fail_printf ("%s has no name on %s", wanted[j], days[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (unwanted); j++)
        if (has_label (opening.labels, ka_atlas_lookup (test->atlas, KA_ITEM_PLACE, unwanted[j])))
          g_test_fail_printf ("%s has a name on %s", unwanted[j], days[i]);
    }
}

/* A town is a capital from a day on */
static void
test_capitals (KaMapTest *test, gconstpointer data)
{
  static const struct
  {
    const char *day;
    guint       n_capitals;
  } cases[] = {
    { "1914-08-01", 0 }, { "1918-05-01", 1 }, { "1918-08-01", 2 }, { "1921-10-13", 3 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Opening)
        opening = open_view (test, ka_map_test_day (cases[i].day), KA_LANGUAGE_EN, 1);
      guint n_capitals = 0;

      for (guint j = 0; j < opening.labels->labels->len; j++)
        n_capitals += ((const KaMapLabel *) opening.labels->labels->pdata[j])->symbol ==
                          KA_MAP_SYMBOL_CAPITAL
                        ? 1
                        : 0;
      g_assert_cmpuint (n_capitals, ==, cases[i].n_capitals);
    }
}

/* The strongest line of a day has its name on windows and pages of the usual sizes; on 5 December
 * 1920 land of five kinds leaves no room on the smallest */
static void
test_principal (KaMapTest *test, gconstpointer data)
{
  static const char *const dates[] = { "1878-08-01", "1914-08-01", "1918-06-10",
                                       "1920-12-05", "1921-03-16", "1921-10-13",
                                       "1946-06-01", "1992-10-01", "2020-06-01" };
  static const double views[][2] = { { 780, 560 }, { 810, 566 }, { 1290, 568 }, { 1440, 900 } };

  for (gsize i = 0; i < G_N_ELEMENTS (dates) * G_N_ELEMENTS (views); i++)
    {
      const double *size = views[i % G_N_ELEMENTS (views)];
      const char   *date = dates[i / G_N_ELEMENTS (views)];
      KaViewState   state = { .day = ka_map_test_day (date), .legend = KA_LEGEND_FOLDED };
      KaViewport    viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), size[0],
                                                size[1], 0);
      g_auto (KaPaintContext) context = ka_map_test_context (test, &state, &viewport);
      g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, &state, &viewport);
      g_autoptr (KaMapLabels) labels = ka_map_test_label (
        test, &state, &viewport, (const KaBox *) (gpointer) furniture->boxes->data,
        furniture->boxes->len, NULL);

      if (!has_label (labels, KA_ITEM (context.day->principal)) &&
          !(size[0] < 1000 && g_str_equal (date, "1920-12-05")))
        g_test_fail_printf ("%s has no name on %s at %g", context.day->principal->item.id, date,
                            size[0]);
    }
}

/* The room of each town is its distance to the next one of more importance */
static void
test_rooms (KaMapTest *test, gconstpointer data)
{
  const KaList *places = ka_atlas_get_items (test->atlas, KA_ITEM_PLACE);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      double         room = 300;

      if (place->kind != KA_PLACE_TOWN && place->kind != KA_PLACE_RUIN)
        continue;
      for (gsize j = 0; j < places->n_items; j++)
        {
          const KaPlace *other = places->items[j];
          KaPoint        a = test->scene->places_km[i];
          KaPoint        b = test->scene->places_km[j];

          if ((other->kind == KA_PLACE_TOWN || other->kind == KA_PLACE_RUIN) &&
              (other->rank < place->rank || (other->rank == place->rank && j < i)))
            room = MIN (room, hypot (a.x - b.x, a.y - b.y));
        }
      g_assert_cmpfloat_with_epsilon (test->scene->rooms_km[i], room, 1e-9);
    }
}

/* A name of 12,000 letters is shaped up to a bound */
static void
test_long (KaMapTest *test, gconstpointer data)
{
  KaPolity *turkey = (KaPolity *) (gsize) ka_atlas_lookup (test->atlas, KA_ITEM_POLITY, "turkey");
  KaText   *name = &turkey->names.items[0].text;
  KaText    kept = *name;
  g_autofree char *text = g_strnfill (12000, 'W');
  KaViewState      state = { .day = ka_map_test_day ("1946-06-01"),
                             .selection = ka_atlas_lookup (test->atlas, KA_ITEM_PLACE, "kars") };
  KaViewport       viewport = { .scale = 8, .width = 8000, .height = 3000 };
  g_autoptr (KaMapLabels) labels = NULL;

  viewport.centre_km = ka_projection_forward (ka_map_scene_get_projection (test->scene),
                                              (KaPoint){ 41, 39.8 });
  ka_text_init_in (name, NULL, KA_LANGUAGE_EN, text);
  labels = ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);
  ka_text_clear (name);
  *name = kept;
  for (guint i = 0; i < labels->labels->len; i++)
    g_assert_cmpint (g_utf8_strlen (((const KaMapLabel *) labels->labels->pdata[i])->text, -1), <=,
                     161);
}

/* Boxes of any size and what is no number neither crash the index nor hide other boxes */
static void
test_index (void)
{
  g_autoptr (KaLabelIndex) index = ka_label_index_new (1e300, G_MAXDOUBLE);

  ka_label_index_add (index, (KaBox){ -1e300, -1e300, 1e300, 1e300 });
  ka_label_index_add (index, (KaBox){ NAN, NAN, NAN, NAN });
  g_assert_false (ka_label_index_is_free (index, (KaBox){ 5, 5, 6, 6 }));
  g_assert_true (ka_label_index_is_free (index, (KaBox){ NAN, 5, 6, 6 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-names/named", test_named);
  ka_map_test_add ("/map-names/towns", test_towns);
  ka_map_test_add ("/map-names/capitals", test_capitals);
  ka_map_test_add ("/map-names/principal", test_principal);
  ka_map_test_add ("/map-names/rooms", test_rooms);
  ka_map_test_add ("/map-names/long", test_long);
  g_test_add_func ("/map-names/index", test_index);

  return g_test_run ();
}
