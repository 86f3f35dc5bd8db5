/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Foreign formats: each document in foreign/ becomes the document beside it that ends in .expected,
 * with the losses of the one that ends in .losses; a faulty one has .errors instead. What can be
 * written is written, read and written again. KA_UPDATE_FOREIGN=1 writes the files anew.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-exchange.h"

#include <string.h>
#include <time.h>

#define SAMPLES "core/foreign"

static const char *const endings[] = { ".geojson", ".lpf.json", ".ics", ".timeline" };
static const char *const formats[] = { "geojson", "linked-places", "icalendar", "timeline" };

/* The format that the name of a sample says, or NULL for what is no sample. */
static const char *
find_format (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return formats[i];
  return NULL;
}

static char *
dup_lines (const GPtrArray *items, char *(*to_string) (gconstpointer item))
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *line = to_string (items->pdata[i]);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static char *
fault_to_string (gconstpointer fault)
{
  return ka_fault_to_string (fault);
}

static char *
loss_to_string (gconstpointer loss)
{
  return ka_loss_to_string (loss);
}

/* Compares a text with that of a file, or writes the file. */
static void
check_text (const char *sample, const char *ending, const char *text)
{
  g_autofree char *path = g_strconcat (sample, ending, NULL);
  g_autofree char *expected = NULL;

  if (g_strcmp0 (g_getenv ("KA_UPDATE_FOREIGN"), "1") == 0)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* Imports a text that must be good. */
static KaAtlas *
import_text (const KaExchangeFormat *format, const char *text)
{
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  g_autofree char *json = NULL, *told = NULL;
  KaAtlas         *atlas = NULL;

  json = ka_exchange_import (format, "again", text, strlen (text), &atlas, &faults, &losses);
  told = dup_lines (faults, fault_to_string);
  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (json);
  return atlas;
}

static char *
export_text (const KaExchangeFormat *format, KaAtlas *atlas)
{
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  char *text = ka_exchange_export (format, atlas, ka_atlas_get_head (atlas)->default_day, &losses,
                                   &error);

  g_assert_no_error (error);
  return text;
}

/* What is written is read back: written again, it is the same. */
static void
check_round_trip (const KaExchangeFormat *format, KaAtlas *atlas)
{
  g_autofree char *first = export_text (format, atlas), *second = NULL, *third = NULL;
  g_autoptr (KaAtlas) again = import_text (format, first);
  g_autoptr (KaAtlas) thrice = NULL;

  second = export_text (format, again);
  thrice = import_text (format, second);
  third = export_text (format, thrice);
  g_assert_cmpstr (third, ==, second);
  g_assert_cmpuint (strlen (second) * 10, >=, strlen (first) * 8);
}

static void
test_sample (gconstpointer data)
{
  const char      *sample = data;
  g_autofree char *name = g_path_get_basename (sample), *text = NULL, *json = NULL;
  g_autofree char *faults = NULL, *losses = NULL;
  g_autoptr (GPtrArray) fault_list = NULL, loss_list = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  const KaExchangeFormat *format = ka_exchange_find (find_format (name));
  gsize                   length;

  g_assert_true (g_file_get_contents (sample, &text, &length, NULL));
  g_assert_true (ka_exchange_choose (name, text, length) == format);
  json = ka_exchange_import (format, name, text, length, &atlas, &fault_list, &loss_list);
  faults = dup_lines (fault_list, fault_to_string);
  losses = dup_lines (loss_list, loss_to_string);
  if (json == NULL)
    {
      check_text (sample, ".errors", faults);
      return;
    }
  g_assert_cmpstr (faults, ==, "");
  check_text (sample, ".expected", json);
  check_document (atlas, json);
  check_text (sample, ".losses", losses);
  if (format->export != NULL)
    check_round_trip (format, atlas);
}

/* Damages a text: bytes change, go, or come twice. */
static char *
damage (const char *text, gsize *length)
{
  GString *damaged = g_string_new_len (text, (gssize) *length);

  for (int i = g_test_rand_int_range (1, 4); i > 0 && damaged->len > 0; i--)
    {
      const gssize at = g_test_rand_int_range (0, (int) damaged->len);
      const gssize most = g_test_rand_int_range (1, 30), n = MIN (most, (gssize) damaged->len - at);
      g_autofree char *piece = g_strndup (damaged->str + at, (gsize) n);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          damaged->str[at] = (char) g_test_rand_int_range (1, 127);
          break;
        case 1:
          g_string_erase (damaged, at, n);
          break;
        case 2:
          g_string_insert (damaged, g_test_rand_int_range (0, (int) damaged->len), piece);
          break;
        default:
          if (g_ascii_isdigit (damaged->str[at]))
            damaged->str[at] = (char) ('0' + g_test_rand_int_range (0, 10));
        }
    }
  *length = damaged->len;
  return g_string_free (damaged, FALSE);
}

/* A damaged document is refused with a word or becomes an atlas. Nothing in between. */
static void
test_damaged (gconstpointer data)
{
  const char             *sample = data;
  g_autofree char        *name = g_path_get_basename (sample), *text = NULL;
  const KaExchangeFormat *format = ka_exchange_find (find_format (name));
  gsize                   length;

  g_assert_true (g_file_get_contents (sample, &text, &length, NULL));
  for (guint i = 0; i < (g_test_slow () ? 3000 : 40); i++)
    {
      gsize            n = length;
      g_autofree char *damaged = damage (text, &n), *json = NULL, *told = NULL;
      g_autoptr (GPtrArray) faults = NULL, losses = NULL;
      g_autoptr (KaAtlas) atlas = NULL;

      json = ka_exchange_import (format, name, damaged, n, &atlas, &faults, &losses);
      told = dup_lines (faults, fault_to_string);
      if (json != NULL)
        check_document (atlas, json);
      g_assert_cmpint (json == NULL, ==, atlas == NULL);
      g_assert_cmpint (json == NULL, ==, faults->len > 0);
      g_assert_cmpuint (faults->len, <=, 100);
      /* Our own loader finds nothing that the importer has let pass. */
      if (strstr (told, "/geography") != NULL || strstr (told, "/areas") != NULL ||
          strstr (told, "/tenures") != NULL || strstr (told, "/events/") != NULL ||
          strstr (told, "/places/") != NULL)
        {
          g_test_message ("%s\n%s", told, damaged);
          g_test_fail ();
          return;
        }
    }
}

static void
add_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, SAMPLES, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (find_format (name) != NULL)
      {
        g_autofree char *path = g_strconcat ("/foreign/sample/", name, NULL);
        g_autofree char *damaged = g_strconcat ("/foreign/damaged/", name, NULL);

        g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_sample,
                                   g_free);
        g_test_add_data_func_full (damaged, g_build_filename (folder, name, NULL), test_damaged,
                                   g_free);
      }
}

/* The events of the built-in atlas that a format takes come back with what it carries. */
static void
check_events (const char *name, gboolean has_importance)
{
  const KaExchangeFormat *format = ka_exchange_find (name);
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autofree char *text = export_text (format, atlas);
  g_autoptr (KaAtlas) again = import_text (format, text);
  const KaList *before = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList *after = ka_atlas_get_items (again, KA_ITEM_EVENT);
  gsize         at = 0;

  for (gsize i = 0; i < before->n_items; i++)
    {
      const KaEvent *event = before->items[i], *other = NULL;

      if (event->edtf[0] == '[')
        continue;
      for (at = 0; at < after->n_items && other == NULL; at++)
        if (strcmp (ka_text_get (&((const KaEvent *) after->items[at])->title, KA_LANGUAGE_EN),
                    ka_text_get (&event->title, KA_LANGUAGE_EN)) == 0)
          other = after->items[at];
      g_assert_nonnull (other);
      g_assert_cmpint (other->date.earliest, ==, event->date.earliest);
      g_assert_cmpint (other->date.end_latest, ==, event->date.end_latest);
      g_assert_cmpstr (ka_text_get (&other->summary, KA_LANGUAGE_EN), ==,
                       ka_text_get (&event->summary, KA_LANGUAGE_EN));
      g_assert_cmpint ((int) other->leading, ==, (int) event->leading);
      if (has_importance)
        {
          g_assert_cmpint (other->importance, ==, event->importance);
          g_assert_cmpstr (other->edtf, ==, event->edtf);
          g_assert_cmpstr (other->item.id, ==, event->item.id);
        }
    }
}

static void
test_built_in_calendar (void)
{
  check_events ("icalendar", TRUE);
}

static void
test_built_in_timeline (void)
{
  check_events ("timeline", FALSE);
}

/* The map of a day comes back: the same holders at the same points. */
static void
test_built_in_map (void)
{
  const KaExchangeFormat *format = ka_exchange_find ("geojson");
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaDay day = ka_day_from_ymd (1921, 10, 13);
  g_autoptr (GPtrArray) losses = NULL;
  g_autofree char *text = ka_exchange_export (format, atlas, day, &losses, NULL);
  g_autoptr (KaAtlas) again = import_text (format, text);
  guint n_land = 0;

  g_assert_cmpint (ka_atlas_get_head (again)->default_day, ==, day);
  for (double x = 38; x < 50; x += 0.21)
    for (double y = 37; y < 44; y += 0.17)
      {
        KaWhereabouts before = ka_query_whereabouts (atlas, (KaPoint){ x, y }, day);
        KaWhereabouts after = ka_query_whereabouts (again, (KaPoint){ x, y }, day);

        g_assert_cmpint (before.area == NULL, ==, after.area == NULL);
        if (before.area != NULL)
          {
            const KaItem *holder = KA_ITEM (before.tenure->holder);
            const KaItem *other = KA_ITEM (after.tenure->holder);

            n_land++;
            g_assert_cmpint ((int) before.tenure->kind, ==, (int) after.tenure->kind);
            g_assert_cmpint (before.tenure->span.from, ==, after.tenure->span.from);
            g_assert_cmpuint (before.claims->len, ==, after.claims->len);
            if (holder != NULL)
              g_assert_cmpstr (ka_item_get_title (holder, day, KA_LANGUAGE_EN), ==,
                               ka_item_get_title (other, day, KA_LANGUAGE_EN));
          }
        ka_whereabouts_clear (&before);
        ka_whereabouts_clear (&after);
      }
  g_assert_cmpuint (n_land, >, 500);
  check_round_trip (format, atlas);
}

/* Lines of a calendar have 75 octets at most, end as RFC 5545 asks, and never cut a character. */
static void
test_folding (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autofree char *text = export_text (ka_exchange_find ("icalendar"), atlas);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n_folded = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      n_folded += lines[i][0] == ' ';
    }
  g_assert_cmpuint (n_folded, >, 100);
}

/* A line may be cut anywhere behind its first letter, also between the bytes of a letter. */
static void
test_cut_letters (void)
{
  static const char title[] = "Schön, Երևան, ყარსი";
  const char       *start = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:19211013\r\n";
  g_autofree char  *line = g_strconcat ("SUMMARY:", title, NULL);

  for (gsize n = 1; n <= strlen (line); n++)
    {
      g_autofree char *text = g_strdup_printf ("%s%.*s\r\n %s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                               start, (int) n, line, line + n);
      g_autoptr (KaAtlas) atlas = import_text (ka_exchange_find ("icalendar"), text);
      const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

      g_assert_cmpuint (events->n_items, ==, 1);
      g_assert_cmpstr (ka_item_get_title (events->items[0], 0, KA_LANGUAGE_EN), ==, title);
    }
}

/* What is no text in a calendar is told with its line. */
static void
test_no_text (void)
{
  static const struct
  {
    const char *text;
    gsize       length;
    const char *told;
  } cases[] = {
    { "BEGIN:VCALENDAR\nNAME:\xFC\n x\nEND:VCALENDAR\n", 40,
      "again:2:1: a byte that is not UTF-8, text in UTF-8 expected" },
    { "BEGIN:VCALENDAR\nNAME:\0\nEND:VCALENDAR\n", 37,
      "again:2:6: a byte that is not UTF-8, text in UTF-8 expected" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = NULL, losses = NULL;
      g_autofree char *json = ka_exchange_import (ka_exchange_find ("icalendar"), "again",
                                                  cases[i].text, cases[i].length, NULL, &faults,
                                                  &losses);
      g_autofree char *told = dup_lines (faults, fault_to_string);

      g_assert_null (json);
      g_assert_true (g_str_has_prefix (told, cases[i].told));
    }
}

/* The stamp of a calendar is that of SOURCE_DATE_EPOCH, never that of the clock. */
static void
test_stamp (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autofree char *plain = NULL, *dated = NULL;

  g_unsetenv ("SOURCE_DATE_EPOCH");
  plain = export_text (ka_exchange_find ("icalendar"), atlas);
  g_assert_nonnull (strstr (plain, "\r\nDTSTAMP:19700101T000000Z\r\n"));
  g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE);
  dated = export_text (ka_exchange_find ("icalendar"), atlas);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_nonnull (strstr (dated, "\r\nDTSTAMP:20010909T014640Z\r\n"));
}

/* Four times as much takes about four times as long, also in one line of XML; measured in processor
 * time. */
static double
time_import (const char *name, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  g_autofree char *json = NULL;
  clock_t          start;

  if (strcmp (name, "icalendar") == 0)
    g_string_append (text, "BEGIN:VCALENDAR\n");
  else if (strcmp (name, "timeline") == 0)
    g_string_append (text, "<timeline><version>1.0.0</version><categories/><events>\n");
  else
    g_string_append (text, "{\"type\": \"FeatureCollection\", \"features\": [\n");
  for (guint i = 0; i < n; i++)
    if (strcmp (name, "icalendar") == 0)
      g_string_append_printf (text,
                              "BEGIN:VEVENT\nSUMMARY:E\nDTSTART:1921%02u%02uT120000\nX-A:%u\n"
                              "END:VEVENT\n",
                              i % 12 + 1, i % 28 + 1, i);
    else if (strcmp (name, "timeline") == 0)
      g_string_append_printf (text,
                              "<event><start>1921-%02u-%02u 12:00:00</start><end>1922-01-01 "
                              "00:00:00</end><text>E</text><x>%u</x></event>",
                              i % 12 + 1, i % 28 + 1, i);
    else
      g_string_append_printf (
        text,
        "%s{\"type\": \"Feature\", \"@id\": \"x:%u\", \"properties\": {\"name\": \"A\", \"title\": "
        "\"A\", \"ccodes\": [1], \"start_date\": \"%u\"}, \"geometry\": {\"type\": \"Polygon\", "
        "\"coordinates\": [[[%u,%u.1],[%u.9,%u.1],[%u.9,%u.9],[%u,%u.1]]]}}\n",
        i > 0 ? "," : "", i, 1800 + i % 100, i % 150, i / 150, i % 150, i / 150, i % 150, i / 150,
        i % 150, i / 150);
  g_string_append (text, strcmp (name, "icalendar") == 0  ? "END:VCALENDAR\n"
                         : strcmp (name, "timeline") == 0 ? "</events></timeline>\n"
                                                          : "]}\n");
  start = clock ();
  json = ka_exchange_import (ka_exchange_find (name), "growth", text->str, text->len, NULL, &faults,
                             &losses);
  g_assert_nonnull (json);
  g_assert_cmpuint (losses->len, >=, n / 2);
  return (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
}

static void
test_growth (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const double small_ms = time_import (formats[i], 1500);
      double       large_ms = time_import (formats[i], 6000);

      /* Others use the machine, too: a run that they slowed is made again. */
      for (int run = 0; run < 3 && large_ms >= 8 * small_ms + 100; run++)
        large_ms = time_import (formats[i], 6000);
      g_test_message ("%s: 1,500 in %.0f ms, 6,000 in %.0f ms", formats[i], small_ms, large_ms);
      g_assert_cmpfloat (large_ms, <, 8 * small_ms + 100);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_samples ();
  g_test_add_func ("/foreign/built-in/calendar", test_built_in_calendar);
  g_test_add_func ("/foreign/built-in/timeline", test_built_in_timeline);
  g_test_add_func ("/foreign/built-in/map", test_built_in_map);
  g_test_add_func ("/foreign/calendar/folding", test_folding);
  g_test_add_func ("/foreign/calendar/cut-letters", test_cut_letters);
  g_test_add_func ("/foreign/calendar/no-text", test_no_text);
  g_test_add_func ("/foreign/calendar/stamp", test_stamp);
  g_test_add_func ("/foreign/growth", test_growth);
  return g_test_run ();
}
