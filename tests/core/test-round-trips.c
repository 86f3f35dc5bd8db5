/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random atlases go through each foreign format, and from one format into another: what comes back
 * is what went in, or the loss was told.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-exchange.h"
#include "ka-json-auto.h"

#include <string.h>

#define N_ATLASES 60
#define N_EVENTS  12
#define N_PIECES  6

static const char *const formats[] = { "csv", "timelinejs", "icalendar", "timeline" };

/* Letters that mean something to a format, and others that are long or rare. */
static const char *const pieces[] = {
  "=1+1", "'=x",     "''@y",    "-2",
  "+3+4", "@a",      "\"",      ",",
  ";",    "<b>",     "</b>",    "&amp;",
  "&lt;", "&",       "&#65;",   "(1)",
  "[2]",  "\\",      "\\n",     "\\,",
  "]]>",  "-->",     "%s%n",    "BEGIN:",
  ":",    "é",       "კარსი",   "👩‍👩‍👧",
  "ﷺ",    "W",       "Kars",    " ",
  "  ",   "\u00a0x", "DTSTART", "Date as written: c.",
  "T",    "'",       "#",       "{",
  "}",    "/",       "<?xml?>", "\u200b",
  "~",    "?",       "|",
};

static const char *const points[] = { "", "-10", "-10-13", "-02-28", "-12-31" };
static const char *const marks[] = { "", "", "?", "~", "%" };
static const char *const others[] = {
  "192X",    "19XX",        "1921-XX",      "1921-10-XX", "1921-XX-XX",      "1921-21",
  "1921-24", "-0043",       "-9998",        "0000",       "0001-01-01",      "9998-12-31",
  "9999",    "[1921,1923]", "[1921..1923]", "[..1921]",   "-0043-03-15/0014"
};

static const char *
pick (const char *const *list, gsize n)
{
  return list[g_test_rand_int_range (0, (int) n)];
}

/* Makes a text of random pieces that is not blank. */
static char *
dup_text (int n_most)
{
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, n_most + 1); i > 0; i--)
    g_string_append (text, pick (pieces, G_N_ELEMENTS (pieces)));
  if (g_test_rand_bit () || ka_is_blank (text->str))
    g_string_append (text, "x");
  return g_string_free (text, FALSE);
}

static char *
dup_point (int year)
{
  return g_strdup_printf ("%s%04d%s%s", year < 0 ? "-" : "", ABS (year),
                          pick (points, G_N_ELEMENTS (points)), pick (marks, G_N_ELEMENTS (marks)));
}

/* Makes a random date in EDTF. */
static char *
dup_date (void)
{
  const int        year = g_test_rand_bit () ? g_test_rand_int_range (1800, 2000)
                                             : g_test_rand_int_range (-9990, 9980);
  g_autofree char *start = dup_point (year);
  g_autofree char *end = dup_point (year + g_test_rand_int_range (1, 9));

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      return g_strdup (pick (others, G_N_ELEMENTS (others)));
    case 1:
      return g_strconcat (start, g_test_rand_bit () ? "/.." : "/", NULL);
    case 2:
      return g_strconcat (g_test_rand_bit () ? "../" : "/", end, NULL);
    case 3:
    case 4:
      return g_strconcat (start, "/", end, NULL);
    default:
      return g_steal_pointer (&start);
    }
}

/* @text: (transfer full) */
static KaJsonObject *
new_text (char *text)
{
  g_autofree char *owned = text;
  KaJsonObject    *object = json_object_new_object ();

  json_object_object_add (object, "en", json_object_new_string (owned));
  return object;
}

static KaJsonObject *
new_list (const char *word)
{
  KaJsonObject *list = json_object_new_array ();

  json_object_array_add (list, json_object_new_string (word));
  return list;
}

static KaJsonObject *
new_event (int number)
{
  static const char *const categories[] = { "treaty", "war", "border-change", "other" };
  static const char *const certainties[] = { "certain", "probable", "uncertain" };
  KaJsonObject            *event = json_object_new_object ();
  g_autofree char         *id = g_strdup_printf ("e-%d", number), *edtf = dup_date ();
  g_autofree char         *start = dup_text (N_PIECES);

  json_object_object_add (event, "id", json_object_new_string (id));
  json_object_object_add (event, "date", json_object_new_string (edtf));
  json_object_object_add (event, "title", new_text (g_strconcat (start, " ", id, NULL)));
  json_object_object_add (event, "summary", new_text (dup_text (N_PIECES * N_PIECES)));
  json_object_object_add (event, "categories",
                          new_list (pick (categories, G_N_ELEMENTS (categories))));
  json_object_object_add (event, "importance", json_object_new_int (g_test_rand_int_range (1, 6)));
  json_object_object_add (event, "certainty",
                          json_object_new_string (pick (certainties, G_N_ELEMENTS (certainties))));
  if (g_test_rand_bit ())
    json_object_object_add (event, "where", new_text (dup_text (N_PIECES)));
  if (g_test_rand_bit ())
    json_object_object_add (event, "note", json_object_new_string ("Date as written: c. 1921"));
  json_object_object_add (event, "sources", new_list ("document"));
  return event;
}

/* Makes an atlas of random events. */
static KaAtlas *
new_atlas (void)
{
  static const char csv[] = "Year,Headline\n1921,x\n";
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  g_autofree char *json = ka_exchange_import (ka_exchange_find ("csv"), "x.csv", csv, strlen (csv),
                                              NULL, &faults, &losses);
  g_autoptr (KaJsonObject) root = json_tokener_parse (json);
  g_autoptr (GError) error = NULL;
  KaJsonObject *events = json_object_new_array ();
  KaAtlas      *atlas;
  char         *text;
  gsize         length;

  for (int i = 0; i < N_EVENTS; i++)
    json_object_array_add (events, new_event (i));
  json_object_object_add (root, "events", events);
  json_object_object_add (json_object_object_get (root, "atlas"), "title",
                          new_text (dup_text (N_PIECES)));
  text = g_strdup (json_object_to_json_string (root));
  length = strlen (text);
  atlas = ka_atlas_load_text ("random", text, length, NULL, &error);
  g_assert_no_error (error);
  return atlas;
}

/* Sends an atlas through a format. @losses: (out): what was told on the way out */
static KaAtlas *
send_through (const KaExchangeFormat *format, KaAtlas *atlas, GPtrArray **losses)
{
  g_autoptr (GPtrArray) faults = NULL, read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL, *name = g_strconcat ("x.", format->extensions[0], NULL);
  g_autofree char *text = ka_exchange_export (format, atlas, ka_atlas_get_head (atlas)->default_day,
                                              losses, &error);
  KaAtlas         *back = NULL;

  g_assert_no_error (error);
  g_assert_true (ka_exchange_choose (name, text, strlen (text)) == format);
  json = ka_exchange_import (format, name, text, strlen (text), &back, &faults, &read);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_test_message ("%s\n%s", line, text);
    }
  g_assert_nonnull (json);
  check_document (back, json);
  return back;
}

/* A text as it comes back: one line whose blanks are single. */
static char *
dup_line (const KaText *text)
{
  GString *line = g_string_new (ka_text_get (text, KA_LANGUAGE_EN));

  while (g_string_replace (line, "  ", " ", 0) > 0)
    continue;
  return g_strstrip (g_string_free (line, FALSE));
}

static void
check_text (const KaText *before, const KaText *after)
{
  g_autofree char *line = dup_line (before);

  g_assert_cmpstr (ka_text_get (after, KA_LANGUAGE_EN), ==, line);
}

/* Finds an event by its title. */
static const KaEvent *
find_event (const KaList *events, const KaText *title)
{
  g_autofree char *line = dup_line (title);

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      if (strcmp (ka_text_get (&event->title, KA_LANGUAGE_EN), line) == 0)
        return event;
    }
  g_test_message ("no event is called %s", line);
  return NULL;
}

/* Whether something was told of an item that has some words in it. */
static gboolean
is_told (const GPtrArray *losses, const KaItem *item, const char *words)
{
  g_autofree char *reference = ka_item_dup_reference (item);

  for (guint i = 0; i < losses->len; i++)
    {
      const KaLoss *loss = losses->pdata[i];

      if (g_strcmp0 (loss->item, reference) == 0 && strstr (loss->message, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_event (const KaEvent *before, const KaEvent *after, const GPtrArray *losses)
{
  check_text (&before->summary, &after->summary);
  g_assert_cmpint ((int) after->leading, ==, (int) before->leading);
  if (strcmp (after->edtf, before->edtf) != 0)
    {
      g_test_message ("%s became %s", before->edtf, after->edtf);
      g_assert_true (is_told (losses, &before->item, before->edtf));
      g_assert_cmpint (after->date.earliest, ==, before->date.earliest);
      g_assert_cmpint (after->date.end_latest, ==, before->date.end_latest);
    }
  if (after->importance != before->importance)
    g_assert_true (is_told (losses, &before->item, "importance"));
  if (after->item.certainty != before->item.certainty)
    g_assert_true (is_told (losses, &before->item, "certainty") ||
                   is_told (losses, &before->item, "probable"));
  if (g_strcmp0 (after->item.note, before->item.note) != 0)
    g_assert_true (is_told (losses, &before->item, "remarks"));
  if (ka_text_is_empty (&after->where) != ka_text_is_empty (&before->where))
    g_assert_true (is_told (losses, &before->item, "places"));
  else if (!ka_text_is_empty (&after->where))
    check_text (&before->where, &after->where);
}

/* Each event comes back, unless it was told that it is left out. */
static void
check_events (KaAtlas *before, KaAtlas *after, const GPtrArray *losses)
{
  const KaList *events = ka_atlas_get_items (before, KA_ITEM_EVENT);
  const KaList *found = ka_atlas_get_items (after, KA_ITEM_EVENT);
  gsize         n_found = 0;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];
      const KaEvent *other = find_event (found, &event->title);

      g_assert_true ((other == NULL) == is_told (losses, &event->item, "left out"));
      if (other != NULL)
        check_event (event, other, losses);
      n_found += other != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_found, ==, found->n_items);
}

static void
test_events (gconstpointer data)
{
  for (int i = 0; i < N_ATLASES; i++)
    {
      g_autoptr (KaAtlas) atlas = new_atlas ();
      g_autoptr (GPtrArray) losses = NULL;
      g_autoptr (KaAtlas) back = send_through (ka_exchange_find (data), atlas, &losses);

      check_events (atlas, back, losses);
    }
}

/* What one format wrote goes through another one as well. */
static void
check_pair (const char *first, const char *second)
{
  g_autoptr (KaAtlas) atlas = new_atlas ();
  g_autoptr (GPtrArray) told = NULL, losses = NULL;
  g_autoptr (KaAtlas) middle = send_through (ka_exchange_find (first), atlas, &told);
  g_autoptr (KaAtlas) last = send_through (ka_exchange_find (second), middle, &losses);

  g_test_message ("%s to %s", first, second);
  check_events (middle, last, losses);
}

static void
test_pairs (void)
{
  for (int i = 0; i < N_ATLASES / 4; i++)
    for (gsize first = 0; first < G_N_ELEMENTS (formats); first++)
      for (gsize second = 0; second < G_N_ELEMENTS (formats); second++)
        check_pair (formats[first], formats[second]);
}

static void
set_word (KaJsonObject *object, const char *key, const char *word)
{
  json_object_object_add (object, key, json_object_new_string (word));
}

/* Sets a random day of a few years, or none. */
static void
set_year (KaJsonObject *object, const char *key, int first)
{
  const int        year = first + g_test_rand_int_range (0, 5);
  g_autofree char *date = g_strdup_printf ("%04d%s", year, g_test_rand_bit () ? "-05-10" : "");

  if (g_test_rand_int_range (0, 4) > 0)
    set_word (object, key, date);
}

static KaJsonObject *
new_square (void)
{
  const int     x = g_test_rand_int_range (0, 6), y = g_test_rand_int_range (0, 6);
  const int     size = g_test_rand_int_range (1, 4);
  const int     corners[][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };
  KaJsonObject *geometry = json_object_new_object (), *ring = json_object_new_array ();
  KaJsonObject *rings = json_object_new_array ();

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      KaJsonObject *point = json_object_new_array ();

      json_object_array_add (point, json_object_new_int (x + size * corners[i][0]));
      json_object_array_add (point, json_object_new_int (y + size * corners[i][1]));
      json_object_array_add (ring, point);
    }
  json_object_array_add (rings, ring);
  set_word (geometry, "type", "Polygon");
  json_object_object_add (geometry, "coordinates", rings);
  return geometry;
}

static KaJsonObject *
new_feature (void)
{
  static const char *const owners[] = { "North", "South & \"East\"", "კარსი", "=West", "A;B" };
  static const char *const kinds[] = { "de-jure", "de-facto", "occupied", "claimed" };
  KaJsonObject            *feature = json_object_new_object ();
  KaJsonObject            *properties = json_object_new_object ();

  set_word (properties, "name", pick (owners, G_N_ELEMENTS (owners)));
  set_word (properties, "owner", pick (owners, G_N_ELEMENTS (owners)));
  set_word (properties, "tenure", pick (kinds, G_N_ELEMENTS (kinds)));
  if (g_test_rand_bit ())
    set_word (properties, "admin_level", "4");
  if (g_test_rand_int_range (0, 4) == 0)
    set_word (properties, "claimed_by", "North;South & \"East\"");
  if (strcmp (json_object_get_string (json_object_object_get (properties, "tenure")), "occupied") ==
      0)
    set_word (properties, "sovereign", "South & \"East\"");
  set_year (properties, "start_date", 1900);
  set_year (properties, "end_date", 1905);
  set_word (feature, "type", "Feature");
  json_object_object_add (feature, "properties", properties);
  json_object_object_add (feature, "geometry", new_square ());
  return feature;
}

static KaAtlas *
read_map (const char *text)
{
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  g_autofree char *json = NULL;
  KaAtlas         *atlas = NULL;

  json = ka_exchange_import (ka_exchange_find ("geojson"), "x.geojson", text, strlen (text), &atlas,
                             &faults, &losses);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_test_message ("%s\n%s", line, text);
    }
  g_assert_nonnull (json);
  return atlas;
}

static KaAtlas *
new_map (void)
{
  g_autoptr (KaJsonObject) root = json_object_new_object ();
  KaJsonObject *features = json_object_new_array ();

  for (int i = g_test_rand_int_range (1, 8); i > 0; i--)
    json_object_array_add (features, new_feature ());
  set_word (root, "type", "FeatureCollection");
  json_object_object_add (root, "features", features);
  return read_map (json_object_to_json_string (root));
}

static const char *
get_name (const KaPolity *polity, KaDay day)
{
  return polity != NULL ? ka_item_get_title (&polity->item, day, KA_LANGUAGE_EN) : "";
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Says who has a point on a day and who claims it. */
static char *
describe_point (KaAtlas *atlas, KaPoint at, KaDay day)
{
  KaWhereabouts where = ka_query_whereabouts (atlas, at, day);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  GString *words = g_string_new (NULL);

  if (where.area != NULL)
    g_string_append_printf (
      words,
      "%d %s of %s since %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ", autonomy %s, certainty %d",
      (int) where.tenure->kind, get_name (where.tenure->holder, day),
      get_name (where.tenure->sovereign, day), where.tenure->span.from, where.tenure->span.to,
      get_name (where.tenure->autonomy, day), (int) where.tenure->item.certainty);
  for (guint i = 0; where.area != NULL && i < where.claims->len; i++)
    g_ptr_array_add (claims, (gpointer) (gsize) get_name (
                               ((const KaTenure *) where.claims->pdata[i])->holder, day));
  g_ptr_array_sort (claims, compare_names);
  for (guint i = 0; i < claims->len; i++)
    if (i == 0 || strcmp (claims->pdata[i - 1], claims->pdata[i]) != 0)
      g_string_append_printf (words, "; %s", (const char *) claims->pdata[i]);
  ka_whereabouts_clear (&where);
  return g_string_free (words, FALSE);
}

/* The map of a day comes back: the same holders and claims at the same points. */
static void
test_maps (void)
{
  for (int i = 0; i < N_ATLASES; i++)
    {
      g_autoptr (KaAtlas) atlas = new_map ();
      const KaDay day = ka_day_from_ymd (g_test_rand_int_range (1899, 1912), 5, 10);
      g_autoptr (GPtrArray) losses = NULL;
      g_autofree char *text = ka_exchange_export (ka_exchange_find ("geojson"), atlas, day, &losses,
                                                  NULL);
      g_autoptr (KaAtlas) back = read_map (text);

      for (int x = 0; x < 9; x++)
        for (int y = 0; y < 9; y++)
          {
            const KaPoint    at = { x + 0.5, y + 0.5 };
            g_autofree char *before = describe_point (atlas, at, day);
            g_autofree char *after = describe_point (back, at, day);

            if (strcmp (before, after) != 0)
              g_test_message ("%d, %d on %" G_GINT64_FORMAT ": %s", x, y, day, text);
            g_assert_cmpstr (after, ==, before);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/round-trips/events/", formats[i], NULL);

      g_test_add_data_func (path, formats[i], test_events);
    }
  g_test_add_func ("/round-trips/pairs", test_pairs);
  g_test_add_func ("/round-trips/maps", test_maps);
  return g_test_run ();
}
