/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Foreign formats: each document in exchange/ has a file beside it that ends in .told, with its
 * faults or losses. One without faults also has .expected, the document that it becomes. Round
 * trips keep dates, titles and texts.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-csv.h"
#include "ka-exchange.h"

#include <glib/gstdio.h>
#include <string.h>

#define SAMPLES "core/exchange"

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* Writes faults and losses as lines. */
static char *
list_told (const GPtrArray *faults, const GPtrArray *losses)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_string_append_printf (lines, "fault: %s\n", line);
    }
  for (guint i = 0; faults->len == 0 && i < losses->len; i++)
    {
      g_autofree char *line = ka_loss_to_string (losses->pdata[i]);

      g_string_append_printf (lines, "loss: %s\n", line);
    }
  return g_string_free (lines, FALSE);
}

/* Imports a text as what it is. @told: (out) (transfer full) */
static char *
import (const char *name, const char *text, gsize length, KaAtlas **atlas, char **told)
{
  const KaExchangeFormat *format = ka_exchange_choose (name, text, length);
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  char *json;

  g_assert_nonnull (format);
  json = ka_exchange_import (format, name, text, length, atlas, &faults, &losses);
  g_assert_cmpuint (faults->len, <=, KA_ATLAS_MAX_FAULTS);
  g_assert_true ((json == NULL) == (faults->len > 0));
  *told = list_told (faults, losses);
  return json;
}

static void
test_sample (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *told_path = g_strconcat (path, ".told", NULL);
  g_autofree char *json_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *expected = read_file (told_path, NULL);
  g_autofree char *told = NULL, *json = NULL, *again = NULL, *told_again = NULL;
  gsize            length;
  g_autofree char *text = read_file (path, &length);
  g_autoptr (KaAtlas) atlas = NULL;

  json = import (name, text, length, &atlas, &told);
  g_assert_cmpstr (told, ==, expected);
  again = import (name, text, length, NULL, &told_again);
  g_assert_cmpstr (json, ==, again);
  g_assert_cmpstr (told, ==, told_again);
  if (json != NULL)
    {
      g_autofree char *document = read_file (json_path, NULL);

      g_assert_cmpstr (json, ==, document);
      check_document (atlas, json);
    }
  else
    {
      g_assert_false (g_file_test (json_path, G_FILE_TEST_EXISTS));
    }
}

/* What a reader opens is what convert writes. */
static void
test_open (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *told_path = g_strconcat (path, ".told", NULL);
  g_autofree char *expected = read_file (told_path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) faults = NULL, losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_open (file, &faults, &losses, &error);
  g_autofree char *told = NULL;

  g_assert_true ((atlas == NULL) == (faults->len > 0));
  if (atlas == NULL)
    g_assert_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_INVALID);
  told = list_told (faults, losses);
  g_assert_cmpstr (told, ==, expected);
}

static void
add_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, SAMPLES, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *sample = g_strconcat ("/exchange/sample/", name, NULL);
      g_autofree char *open = g_strconcat ("/exchange/open/", name, NULL);

      if (g_str_has_suffix (name, ".told") || g_str_has_suffix (name, ".expected"))
        continue;
      g_test_add_data_func_full (sample, g_strdup (path), test_sample, g_free);
      g_test_add_data_func_full (open, g_strdup (path), test_open, g_free);
    }
}

/* Every format that is written and read gives back what was written. */
static void
check_round_trip (KaAtlas *atlas, const KaExchangeFormat *format)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList *found;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) back = NULL;
  g_autofree char *name = g_strconcat ("x.", format->extensions[0], NULL);
  g_autofree char *text = NULL, *json = NULL, *told = NULL;

  text = ka_exchange_export (format, atlas, ka_atlas_get_head (atlas)->default_day, &losses,
                             &error);
  g_assert_no_error (error);
  g_assert_true (ka_exchange_choose (name, text, strlen (text)) == format);
  json = import (name, text, strlen (text), &back, &told);
  g_assert_nonnull (json);
  found = ka_atlas_get_items (back, KA_ITEM_EVENT);
  g_assert_cmpuint (found->n_items, ==, events->n_items);
  g_assert_cmpstr (ka_text_get (&ka_atlas_get_head (back)->title, KA_LANGUAGE_EN), ==,
                   ka_text_get (&ka_atlas_get_head (atlas)->title, KA_LANGUAGE_EN));
  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *before = events->items[i], *after = found->items[i];

      g_assert_cmpstr (after->edtf, ==, before->edtf);
      g_assert_cmpstr (ka_text_get (&after->title, KA_LANGUAGE_EN), ==,
                       ka_text_get (&before->title, KA_LANGUAGE_EN));
      g_assert_cmpstr (ka_text_get (&after->summary, KA_LANGUAGE_EN), ==,
                       ka_text_get (&before->summary, KA_LANGUAGE_EN));
      g_assert_cmpint (after->leading, ==, before->leading);
    }
}

static void
test_round_trips (void)
{
  static const char *const names[] = { "timelinejs", "csv" };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    check_round_trip (atlas, ka_exchange_find (names[i]));
}

/* Dates of every kind, and texts that are markup, come back from each format. */
static void
test_round_trip_of_dates (void)
{
  static const char *const dates[] = {
    "1921-10-13", "1921-10",        "1921",          "-0043-03-15", "0000",    "1914/1918",
    "1921~",      "1921-10-13?",    "192X",          "19XX",        "1921-XX", "1921-21",
    "1914/..",    "../1918",        "[1921,1923]",   "1921-10-XX",  "/1918",   "1914-07-28/1918-11",
    "1914~/1918", "[..1921-10-13]", "-0299-05/-0001"
  };
  g_autoptr (GString) csv = g_string_new ("Year,Headline,Text,Display Date,EDTF\n");
  g_autoptr (KaAtlas) atlas = NULL;
  g_autofree char *json = NULL, *told = NULL;

  /* The parts must agree with the EDTF, so the atlas is made of the document of our own. */
  g_string_append (csv, "1921,a &lt;b&gt; &amp;amp; c,\"1 < 2, \"\"so\"\"\",,\n");
  json = import ("x.csv", csv->str, csv->len, &atlas, &told);
  g_assert_nonnull (json);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GString) changed = g_string_new (json);
      g_autofree char *date = g_strdup_printf ("\"date\": \"%s\"", dates[i]);
      g_autoptr (KaAtlas) other = NULL;
      gsize length;

      g_string_replace (changed, "\"date\": \"1921\"", date, 1);
      length = changed->len;
      other = ka_atlas_load_text ("x.json", g_strdup (changed->str), length, NULL, NULL);
      g_assert_nonnull (other);
      check_round_trip (other, ka_exchange_find ("csv"));
      check_round_trip (other, ka_exchange_find ("timelinejs"));
    }
}

static void
test_choice (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *format;
  } cases[] = {
    { "a.csv", "Year,Headline\n", "csv" },
    { "a.txt", "Headline;Text;Year\r\n", "csv" },
    { "a", "Start Date\tEnd Date\tHeadline\n", "csv" },
    { "a.csv", "nothing of ours", "csv" },
    { "a.txt", "nothing of ours", NULL },
    { "a.json", "{\"events\": [{\"start_date\": {}}]}", "timelinejs" },
    { "a.json", "{\"title\": {}, \"events\": []}", "timelinejs" },
    { "a.json", "{\"events\": []}", "timelinejs" },
    { "a.json", "{\"scale\": \"human\", \"events\": [ ]}", "timelinejs" },
    { "a.json", "{\"events\": [{\"text\": {}}]}", "timelinejs" },
    { "a.json", "{\"eras\": [{\"start_date\": {}}]}", "timelinejs" },
    { "a.json", "{\"timeline\": {\"date\": []}}", "timelinejs" },
    { "a.json", "{\"events\": [], \"places\": []}", NULL },
    { "a.json", "{\"$schema\": \"events.json\", \"events\": []}", NULL },
    { "a.json", "{\"events\": 1}", NULL },
    { "a.json", "{\"atlas\": {}, \"events\": []}", NULL },
    { "a.json", "{\"schema_version\": 1, \"events\": []}", NULL },
    { "a.json", "{\"events\": [{\"date\": \"1921\"}]}", NULL },
    { "a.json", "{\"events\"", NULL },
    { "a.json", "", NULL },
    { "a.csv", "", "csv" },
    { "a.json", "\xEF\xBB\xBF{\"events\": [{\"start_date\": {}}]}", "timelinejs" },
    { "a.csv", "\xFF\xFE,Year", "csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaExchangeFormat *format = ka_exchange_choose (cases[i].name, cases[i].text,
                                                           strlen (cases[i].text));
      g_autofree char        *shown = g_strescape (cases[i].text, NULL);

      g_test_message ("%s: %s", cases[i].name, shown);
      g_assert_cmpstr (format != NULL ? format->name : NULL, ==, cases[i].format);
    }
}

/* Documents of our own are never taken for foreign ones. */
static void
test_own_documents (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "core/faults", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        gsize            length;
        g_autofree char *text = read_file (path, &length);

        g_test_message ("%s", name);
        g_assert_null (ka_exchange_choose (name, text, length));
      }
}

/* A document without a word is no atlas without events. */
static void
test_empty (void)
{
  static const char *const texts[] = { "", " \r\n\t", "\xEF\xBB\xBF\n" };
  gsize                    n_formats;
  const KaExchangeFormat  *formats = ka_exchange_get_formats (&n_formats);

  for (gsize i = 0; i < n_formats; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (GPtrArray) faults = NULL, losses = NULL;

        g_test_message ("%s: %" G_GSIZE_FORMAT, formats[i].name, j);
        g_assert_null (ka_exchange_import (&formats[i], "x", texts[j], strlen (texts[j]), NULL,
                                           &faults, &losses));
        g_assert_cmpuint (faults->len, ==, 1);
        g_assert_cmpstr (((const KaFault *) faults->pdata[0])->message, ==,
                         "the document is empty, one with events or places expected");
      }
}

/* What is of no format is told as that, not as faulty JSON. */
static void
test_unknown_format (void)
{
  static const char *const texts[] = { "Hello", "<html></html>", "PK\x03\x04\xFF",
                                       "%PDF-1.4\n\xE2" };
  g_autofree char         *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char         *path = g_build_filename (folder, "note.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (ka_atlas_open (file, NULL, NULL, &error));
      g_assert_error (error, KA_EXCHANGE_ERROR, KA_EXCHANGE_ERROR_UNSUPPORTED);
      g_assert_true (g_str_has_prefix (error->message, "note.txt: no format"));
    }
  g_remove (path);
  g_rmdir (folder);
}

static void
test_many_faults (void)
{
  g_autoptr (GString) csv = g_string_new ("Year,Headline\n");
  g_autofree char *told = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (csv, "never,%u\n", i);
  g_assert_null (import ("x.csv", csv->str, csv->len, NULL, &told));
  g_assert_nonnull (strstr (told, "fault: x.csv:101:1:"));
  g_assert_null (strstr (told, "fault: x.csv:102:"));
}

/* What an atlas cannot hold is told where it stands in the foreign document. */
static void
test_limits (void)
{
  static const struct
  {
    gsize       n_title, n_text;
    const char *says; /* NULL: nothing is wrong */
  } cases[] = {
    { 300, 20000, NULL },
    { 301, 20000, "fault: x.csv:3:1: 301 characters, at most 300 expected\n" },
    { 300, 20001, "fault: x.csv:3:1: 20001 characters, at most 20000 expected\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = g_strnfill (cases[i].n_title, 'a');
      g_autofree char *text = g_strnfill (cases[i].n_text, 'b');
      g_autofree char *csv = g_strdup_printf ("Year,Headline,Text\n1920,a,b\n1921,%s,%s\n", title,
                                              text);
      g_autofree char *told = NULL;
      g_autofree char *json = import ("x.csv", csv, strlen (csv), NULL, &told);

      g_assert_true ((json == NULL) == (cases[i].says != NULL));
      g_assert_cmpstr (told, ==, cases[i].says != NULL ? cases[i].says : "");
    }
}

/* Each cut of a document is imported or refused, never more. */
static void
test_truncated (void)
{
  static const char *const names[] = { "suffrage.csv", "first-version.csv", "league.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char        *path = g_test_build_filename (G_TEST_DIST, SAMPLES, names[i], NULL);
      gsize                   length;
      g_autofree char        *text = read_file (path, &length);
      const KaExchangeFormat *format = ka_exchange_choose (names[i], text, length);

      for (gsize n = 0; n < length; n += 3)
        {
          g_autofree char *cut = g_strndup (text, n);
          g_autoptr (GPtrArray) faults = NULL, losses = NULL;
          g_autofree char *json = ka_exchange_import (format, names[i], cut, n, NULL, &faults,
                                                      &losses);

          g_assert_true ((json == NULL) == (faults->len > 0));
        }
    }
}

static void
test_cells (void)
{
  static const struct
  {
    const char *cell;
    const char *written;
  } cases[] = {
    { "plain", "plain" },
    { "a,b", "\"a,b\"" },
    { "a\"b", "\"a\"\"b\"" },
    { "=1+1", "'=1+1" },
    { "@x", "'@x" },
    { "+cmd", "'+cmd" },
    { "-2+3", "'-2+3" },
    { "-0043-03-15", "'-0043-03-15" },
    { "-43", "-43" },
    { "+1.5", "+1.5" },
    { "-", "-" },
    { "\tx", "'\tx" },
    { "'=x", "''=x" },
    { "''=x", "'''=x" },
    { "'x", "'x" },
    { "'-43", "'-43" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (KaCsvReader) reader = { 0 };
      const GArray *row;
      const char   *read;

      ka_csv_append_cell (text, cases[i].cell);
      g_assert_cmpstr (text->str, ==, cases[i].written);
      g_string_append (text, ",x");
      ka_csv_reader_init (&reader, text->str, text->len, ',', NULL, NULL);
      row = ka_csv_reader_next (&reader);
      g_assert_nonnull (row);
      read = g_array_index (row, KaCsvCell, 0).text;
      g_assert_cmpstr (ka_csv_is_guarded (read) ? read + 1 : read, ==, cases[i].cell);
      g_assert_null (ka_csv_reader_next (&reader));
    }
}

static void
count_cb (gsize offset, const char *message, gpointer user_data)
{
  *(guint *) user_data += 1;
}

static void
test_tables (void)
{
  static const struct
  {
    const char *text;
    const char *rows; /* cells apart by "|", rows by "/" */
    guint       n_faults;
  } cases[] = {
    { "a,b\r\nc,d\r\n", "a|b/c|d", 0 },
    { "a,b\rc,d", "a|b/c|d", 0 },
    { "a,b\n\n , \nc\n", "a|b/c", 0 },
    { "\"a\"\"b\",\"c\nd\"\n", "a\"b|c\nd", 0 },
    { "\"\",x\n", "|x", 0 },
    { "\"a", "a", 1 },
    { "\"a\"\"", "a\"", 1 },
    { "\"", "", 1 },
    { "\"a\"b,c\n", "ab|c", 1 },
    { "a\"b,c\n", "a\"b|c", 0 },
    { "", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_faults = 0;
      g_auto (KaCsvReader) reader = { 0 };
      g_autoptr (GString) found = g_string_new (NULL);
      const GArray *cells;

      ka_csv_reader_init (&reader, cases[i].text, strlen (cases[i].text), ',', count_cb, &n_faults);
      for (guint row = 0; (cells = ka_csv_reader_next (&reader)) != NULL; row++)
        for (guint j = 0; j < cells->len; j++)
          g_string_append_printf (found, "%s%s",
                                  j > 0     ? "|"
                                  : row > 0 ? "/"
                                            : "",
                                  g_array_index (cells, KaCsvCell, j).text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].rows);
      g_assert_cmpuint (n_faults, ==, cases[i].n_faults);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_samples ();
  g_test_add_func ("/exchange/round-trips", test_round_trips);
  g_test_add_func ("/exchange/round-trip-of-dates", test_round_trip_of_dates);
  g_test_add_func ("/exchange/choice", test_choice);
  g_test_add_func ("/exchange/own-documents", test_own_documents);
  g_test_add_func ("/exchange/empty", test_empty);
  g_test_add_func ("/exchange/unknown-format", test_unknown_format);
  g_test_add_func ("/exchange/many-faults", test_many_faults);
  g_test_add_func ("/exchange/limits", test_limits);
  g_test_add_func ("/exchange/truncated", test_truncated);
  g_test_add_func ("/exchange/cells", test_cells);
  g_test_add_func ("/exchange/tables", test_tables);
  return g_test_run ();
}
