/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-labels.h"

#include <math.h>
#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-label-board.h"
#include "ka-map-furniture.h"
#include "ka-map-geometry.h"
#include "ka-map-painter.h"
#include "ka-map-test.h"
#include "ka-projection.h"

static const char *const days[] = { "1878-08-01", "1918-07-01", "1919-06-01",
                                    "1921-10-13", "1946-01-01", "2016-02-08" };

static gboolean
overlaps (KaBox a, KaBox b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/* What a name occupies: one box when it is level, one for each letter when it follows a line */
static const KaBox *
get_boxes (const KaMapLabels *self, gsize number, gsize *n_boxes)
{
  const KaMapLabel *label = self->labels->pdata[number];

  *n_boxes = label->boxes->len;

  return (const KaBox *) (gpointer) label->boxes->data;
}

/* The box of the symbol of a label; whether it has one */
static gboolean
get_symbol (const KaMapLabels *self, gsize number, KaBox *box)
{
  const KaMapLabel *label = self->labels->pdata[number];

  if (label->symbol == KA_MAP_SYMBOL_NONE)
    return FALSE;
  *box = ka_label_get_symbol_box (label->symbol_at, label->radius);

  return TRUE;
}

/* Every name with its boxes, rounded to whole user units */
static char *
to_string (const KaMapLabels *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->labels->len; i++)
    {
      const KaMapLabel *label = self->labels->pdata[i];

      g_string_append_printf (text, "%s:%s \"%s\"", ka_item_kind_get_name (label->item->kind),
                              label->item->id, label->text);
      for (guint j = 0; j < label->boxes->len; j++)
        {
          KaBox box = g_array_index (label->boxes, KaBox, j);

          g_string_append_printf (text, " [%.0f %.0f %.0f %.0f]", box.x0, box.y0, box.x1, box.y1);
        }
      if (label->symbol != KA_MAP_SYMBOL_NONE)
        g_string_append_printf (text, " @%.0f,%.0f", label->symbol_at.x, label->symbol_at.y);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Counts the names that changed the side of their symbol, which a person sees as flicker */
static gsize
count_moved (const KaMapLabels *before, const KaMapLabels *after)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  gsize n_moved = 0;

  for (guint i = 0; i < before->labels->len; i++)
    {
      const KaMapLabel *label = before->labels->pdata[i];

      g_hash_table_insert (choices, (gpointer) (gsize) label->item,
                           GINT_TO_POINTER (label->choice + 1));
    }
  for (guint i = 0; i < after->labels->len; i++)
    {
      const KaMapLabel *label = after->labels->pdata[i];
      int               choice = GPOINTER_TO_INT (g_hash_table_lookup (choices, label->item)) - 1;

      if (label->choice >= 0 && choice >= 0 && label->choice != choice)
        n_moved++;
    }

  return n_moved;
}

static void
assert_boxes_apart (const KaMapLabels *labels, gsize a, gsize b)
{
  gsize        n_first, n_second;
  const KaBox *first = get_boxes (labels, a, &n_first);
  const KaBox *second = get_boxes (labels, b, &n_second);
  KaBox        symbol;

  for (gsize i = 0; i < n_first; i++)
    for (gsize j = 0; j < n_second; j++)
      g_assert_false (overlaps (first[i], second[j]));
  for (gsize i = 0; get_symbol (labels, b, &symbol) && i < n_first; i++)
    g_assert_false (overlaps (first[i], symbol));
}

/* No two boxes intersect and none leaves the frame or touches the furniture */
static void
test_apart (KaMapTest *test, gconstpointer data)
{
  KaBox extent = ka_map_scene_get_extent (test->scene);
  gsize n_seen = 0;

  for (int i = 0; i < 200; i++)
    {
      KaViewState state = { .day = ka_map_test_day (days[i % (int) G_N_ELEMENTS (days)]),
                            .language = (KaLanguage) (i % KA_N_LANGUAGES) };
      KaViewport  viewport = { .centre_km = { g_test_rand_double_range (extent.x0, extent.x1),
                                              g_test_rand_double_range (extent.y0, extent.y1) },
                               .scale = g_test_rand_double_range (0.6, 6),
                               .width = g_test_rand_double_range (500, 1400),
                               .height = g_test_rand_double_range (350, 900) };
      g_autoptr (KaMapFurniture) furniture = ka_map_test_furnish (test, &state, &viewport);
      const KaBox *taken = (const KaBox *) (gpointer) furniture->boxes->data;
      gsize        n_taken = furniture->boxes->len;
      g_autoptr (KaMapLabels)
        labels = ka_map_test_label (test, &state, &viewport, taken, n_taken, NULL);
      gsize n_labels = labels->labels->len;

      n_seen += n_labels;
      for (gsize a = 0; a < n_labels; a++)
        {
          gsize        n_boxes;
          const KaBox *boxes = get_boxes (labels, a, &n_boxes);

          for (gsize j = 0; j < n_boxes; j++)
            {
              g_assert_true (boxes[j].x0 >= 0 && boxes[j].y0 >= 0 &&
                             boxes[j].x1 <= viewport.width && boxes[j].y1 <= viewport.height);
              for (gsize k = 0; k < n_taken; k++)
                g_assert_false (overlaps (boxes[j], taken[k]));
            }
          for (gsize b = 0; b < n_labels; b++)
            if (a != b)
              assert_boxes_apart (labels, a, b);
        }
    }
  g_assert_cmpuint (n_seen, >, 2000);
}

static KaMapLabels *
make_labels (KaMapTest *test, const char *day, KaLanguage language)
{
  KaViewState state = { .day = ka_map_test_day (day), .language = language };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 800, 0);

  return ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);
}

static void
assert_says (const KaMapLabels *labels, const char *text, gboolean expected)
{
  g_autofree char *dump = to_string (labels);
  gboolean         is_there = strstr (dump, text) != NULL;

  if (is_there != expected)
    g_test_message ("%s %s in:\n%s", text, expected ? "missing" : "unexpected", dump);
  g_assert_cmpint (is_there, ==, expected);
}

/* Names that the day of the treaty of Kars must have */
static void
test_kars_day (KaMapTest *test, gconstpointer data)
{
  static const char *const wanted[] = {
    "\"NAKHICHEVAN\"",    "\"ADJARA\"", "\"GEORGIAN SSR\"", "\"ARMENIAN SSR\"",
    "\"AZERBAIJAN SSR\"", "\"PERSIA\"", "\"RUSSIAN SFSR\"", "\"Kars\"",
    "\"Erivan\"",         "\"Tiflis\"", "\"Batum\"",        "\"Black Sea\"",
    "frontier:kars-line",
  };
  g_autoptr (KaMapLabels) labels = make_labels (test, "1921-10-13", KA_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_says (labels, wanted[i], TRUE);
}

/* At a large scale the map shows the status of featured regions on the day */
static void
test_status (KaMapTest *test, gconstpointer data)
{
  static const struct
  {
    const char *day;
    const char *text;
  } cases[] = {
    { "1878-08-01", "\"Russian Empire\"" },
    { "1921-10-13", "\"Nakhichevan Soviet republic · Azerbaijan SSR\"" },
    { "1946-01-01", "\"Nakhichevan ASSR · Azerbaijan SSR\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaViewState state = { .day = ka_map_test_day (cases[i].day) };
      KaViewport  viewport = { .centre_km = ka_projection_forward (
                                 ka_map_scene_get_projection (test->scene), (KaPoint){ 45.5, 39.3 }),
                               .scale = 6,
                               .width = 900,
                               .height = 700 };
      g_autoptr (KaMapLabels) labels = ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);

      assert_says (labels, "\"NAKHICHEVAN\"", TRUE);
      assert_says (labels, cases[i].text, TRUE);
    }
}

/* Towns have their names of the day, in the language of labels */
static void
test_names (KaMapTest *test, gconstpointer data)
{
  g_autoptr (KaMapLabels) before = make_labels (test, "1936-08-16", KA_LANGUAGE_EN);
  g_autoptr (KaMapLabels) after = make_labels (test, "1936-08-17", KA_LANGUAGE_EN);
  g_autoptr (KaMapLabels) turkish = make_labels (test, "2016-02-08", KA_LANGUAGE_TR);

  assert_says (before, "\"Tiflis\"", TRUE);
  assert_says (before, "\"Tbilisi\"", FALSE);
  assert_says (after, "\"Tbilisi\"", TRUE);
  assert_says (after, "\"Tiflis\"", FALSE);
  assert_says (turkish, "\"TÜRKİYE\"", TRUE);
}

/* The same call gives the same labels */
static void
test_steady (KaMapTest *test, gconstpointer data)
{
  g_autoptr (KaMapLabels) first = make_labels (test, "1921-10-13", KA_LANGUAGE_EN);
  g_autoptr (KaMapLabels) second = make_labels (test, "1921-10-13", KA_LANGUAGE_EN);
  g_autofree char *one = to_string (first);
  g_autofree char *two = to_string (second);

  g_assert_cmpstr (one, ==, two);
}

/* A matrix that enlarges moves no label */
static void
test_scaled (KaMapTest *test, gconstpointer data)
{
  g_autoptr (KaMapLabels) plain = make_labels (test, "1918-07-01", KA_LANGUAGE_EN);
  g_autoptr (KaMapLabels) scaled = NULL;
  g_autofree char *one = to_string (plain);
  g_autofree char *two = NULL;

  cairo_scale (test->cr, 2.5, 2.5);
  scaled = make_labels (test, "1918-07-01", KA_LANGUAGE_EN);
  two = to_string (scaled);
  g_assert_cmpstr (one, ==, two);
}

/* Hidden layers have no names */
static void
test_layers (KaMapTest *test, gconstpointer data)
{
  KaViewState state = { .day = ka_map_test_day ("1921-10-13"),
                        .hidden_layers = KA_MAP_LAYER_TOWNS | KA_MAP_LAYER_PEAKS |
                                         KA_MAP_LAYER_RIVERS | KA_MAP_LAYER_LINES };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 800, 0);
  g_autoptr (KaMapLabels) labels = ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);

  assert_says (labels, "\"Kars\"", FALSE);
  assert_says (labels, "\"Kura\"", FALSE);
  assert_says (labels, "Ararat", FALSE);
  assert_says (labels, "frontier:", FALSE);
  assert_says (labels, "\"Black Sea\"", TRUE);
  assert_says (labels, "\"NAKHICHEVAN\"", TRUE);
}

/* A selected place is named at every scale */
static void
test_selected (KaMapTest *test, gconstpointer data)
{
  KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 700, 500, 0);
  g_autoptr (KaMapLabels) before = ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);
  g_autoptr (KaMapLabels) after = NULL;

  assert_says (before, "\"Goris\"", FALSE);
  state.selection = ka_atlas_lookup (test->atlas, KA_ITEM_PLACE, "goris");
  after = ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);
  assert_says (after, "\"Goris\"", TRUE);
}

static gpointer
free_labels (gpointer labels)
{
  ka_map_labels_free (labels);

  return NULL;
}

/* Names stand where others stand. */
static void
check_same_boxes (const KaMapLabels *self, const KaMapLabels *other)
{
  g_assert_cmpuint (self->labels->len, ==, other->labels->len);
  for (guint i = 0; i < self->labels->len; i++)
    {
      gsize        n_boxes, n_others;
      const KaBox *boxes = get_boxes (self, i, &n_boxes);
      const KaBox *others = get_boxes (other, i, &n_others);

      g_assert_cmpuint (n_boxes, ==, n_others);
      g_assert_cmpint (memcmp (boxes, others, n_boxes * sizeof *boxes), ==, 0);
    }
}

/* On a screen names avoid widgets over the map and the furniture, folded or not. Another thread may
 * free them */
static void
test_screen (KaMapTest *test, gconstpointer data)
{
  KaBox extent = ka_map_scene_get_extent (test->scene);

  for (int i = 0; i < 200; i++)
    {
      KaViewState  state = { .day = ka_map_test_day (days[i % (int) G_N_ELEMENTS (days)]),
                             .has_pinned_day = i % 2 == 0,
                             .pinned_day = ka_map_test_day ("1914-08-01"),
                             .legend = (KaLegendFold) (i % 4) };
      KaViewport   viewport = ka_viewport_fit (extent, g_test_rand_double_range (440, 1600),
                                               g_test_rand_double_range (300, 1000), 0);
      KaBox        boxes[8] = { { viewport.width - 60, 0, viewport.width, 156 },
                                { viewport.width - g_test_rand_double_range (100, 300), 160,
                                  viewport.width, 200 } };
      gsize        n_boxes;
      const KaBox *furniture_boxes;
      KaMapLabels *labels, *known;
      g_autoptr (KaMapFurniture) furniture = NULL;
      g_auto (KaPaintContext) context = { 0 };

      viewport.scale *= g_test_rand_double_range (1, 4);
      context = ka_map_test_context (test, &state, &viewport);
      furniture = ka_map_furniture_new (&context, boxes, 2, NULL);
      furniture_boxes = (const KaBox *) (gpointer) furniture->boxes->data;
      n_boxes = furniture->boxes->len;
      g_assert_cmpuint (n_boxes + 2, <=, G_N_ELEMENTS (boxes));
      memcpy (boxes + 2, furniture_boxes, n_boxes * sizeof (KaBox));
      labels = ka_map_paint_names (&context, boxes, 2, NULL, NULL);
      known = ka_map_paint_names (&context, boxes, 2, furniture->boxes, NULL);
      check_same_boxes (labels, known);
      for (gsize j = 0; j < labels->labels->len; j++)
        {
          gsize        n_parts;
          const KaBox *parts = get_boxes (labels, j, &n_parts);
          KaBox        symbol = { 0, 0, 0, 0 };

          get_symbol (labels, j, &symbol);
          for (gsize b = 0; b < n_boxes + 2; b++)
            {
              g_assert_false (overlaps (symbol, boxes[b]));
              for (gsize k = 0; k < n_parts; k++)
                g_assert_false (overlaps (parts[k], boxes[b]));
            }
        }
      ka_map_labels_free (known);
      if (i == 0)
        g_thread_join (g_thread_new ("free", free_labels, labels));
      else
        ka_map_labels_free (labels);
    }
}

/* Zooming with the previous labels moves few names */
static void
test_hysteresis (KaMapTest *test, gconstpointer data)
{
  KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 800, 0);
  g_autoptr (KaMapLabels) before = ka_map_test_label (test, &state, &viewport, NULL, 0, NULL);
  gsize n_before = before->labels->len;

  for (int step = 0; step < 12; step++)
    {
      KaMapLabels *after;

      viewport = ka_viewport_zoom_at (&viewport, (KaPoint){ 600, 400 }, 1.03);
      after = ka_map_test_label (test, &state, &viewport, NULL, 0, before);
      g_assert_cmpuint (count_moved (before, after), <=, n_before / 6);
      ka_map_labels_free (g_steal_pointer (&before));
      before = after;
    }
}

/* Counts the names of land that moved on the land */
static gsize
count_wandered (const KaMapLabels *before, const KaMapLabels *after, double scale)
{
  gsize n_wandered = 0;

  for (guint i = 0; i < after->labels->len; i++)
    {
      const KaMapLabel *here = after->labels->pdata[i];
      double            nearest = G_MAXDOUBLE;

      for (guint j = 0; here->is_in_land && j < before->labels->len; j++)
        {
          const KaMapLabel *there = before->labels->pdata[j];

          if (there->item == here->item && there->is_in_land)
            nearest = MIN (nearest, hypot (there->centre_km.x - here->centre_km.x,
                                           there->centre_km.y - here->centre_km.y));
        }
      n_wandered += nearest < G_MAXDOUBLE && nearest * scale > 2.0;
    }

  return n_wandered;
}

static gsize
count_wandered_when_panned (KaMapTest *test, gboolean has_previous)
{
  KaViewState state = { .day = ka_map_test_day ("1921-10-13") };
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 1200, 800, 0);
  g_autoptr (KaMapLabels) before = NULL;
  gsize n_wandered = 0;

  viewport.scale *= 1.5;
  for (int step = 0; step < 24; step++)
    {
      KaMapLabels *after = ka_map_test_label (test, &state, &viewport, NULL, 0,
                                              has_previous ? before : NULL);

      if (before != NULL)
        n_wandered += count_wandered (before, after, viewport.scale);
      g_clear_pointer (&before, ka_map_labels_free);
      before = after;
      viewport = ka_viewport_pan (&viewport, -9, 4);
    }

  return n_wandered;
}

/* Names of land mostly stay while the map is panned. They move when they no longer fit or fit with
 * wider letters */
static void
test_pan (KaMapTest *test, gconstpointer data)
{
  gsize n_held = count_wandered_when_panned (test, TRUE);
  gsize n_free = count_wandered_when_panned (test, FALSE);

  g_test_message ("%" G_GSIZE_FORMAT " moves, %" G_GSIZE_FORMAT " without what was before", n_held,
                  n_free);
  g_assert_cmpuint (5 * n_held, <, n_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ka_map_test_add ("/map-labels/apart", test_apart);
  ka_map_test_add ("/map-labels/kars-day", test_kars_day);
  ka_map_test_add ("/map-labels/status", test_status);
  ka_map_test_add ("/map-labels/names", test_names);
  ka_map_test_add ("/map-labels/steady", test_steady);
  ka_map_test_add ("/map-labels/scaled", test_scaled);
  ka_map_test_add ("/map-labels/layers", test_layers);
  ka_map_test_add ("/map-labels/selected", test_selected);
  ka_map_test_add ("/map-labels/screen", test_screen);
  ka_map_test_add ("/map-labels/hysteresis", test_hysteresis);
  ka_map_test_add ("/map-labels/pan", test_pan);

  return g_test_run ();
}
