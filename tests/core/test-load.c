/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loading: each file in faults/ is a small atlas with something wrong, and its faults are the lines
 * of the file beside it that ends in .expected. A new rule needs a new pair.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-json-auto.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FAULTS "core/faults"

/* Loads what must be refused or taken as a whole, and returns its faults as lines. */
static char *
load_faults (GFile *file)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas = ka_atlas_load (file, &faults, &error);
  GString *lines = g_string_new (NULL);

  g_assert_nonnull (faults);
  g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_string_append_printf (lines, "%s\n", line);
    }
  g_assert_cmpuint (faults->len, <=, 100);
  if (faults->len > 0)
    {
      g_autofree char *first = ka_fault_to_string (faults->pdata[0]);

      g_assert_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, first));
      g_assert_null (atlas);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_nonnull (atlas);
      ka_atlas_unref (atlas);
    }
  return g_string_free (lines, FALSE);
}

/* Blanks at the end make a document great: then its records are read one by one. */
static char *
load_faults_of_great (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autofree char *text = NULL, *blanks = g_strnfill (3 * 1024 * 1024, ' ');
  g_autofree char *great = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *lines;

  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  great = g_strconcat (text, blanks, NULL);
  g_assert_true (g_file_set_contents (path, great, -1, NULL));
  lines = load_faults (file);
  g_unlink (path);
  g_rmdir (folder);
  return lines;
}

/* Whether the text is JSON, which ends where it should. */
static gboolean
is_whole (const char *name)
{
  g_autofree char *text = NULL;
  g_autoptr (KaJsonObject) root = NULL;

  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  root = json_tokener_parse (text);
  return root != NULL;
}

static void
test_pair (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
  g_autofree char *expected_name = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = NULL, *lines = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (name);

  g_assert_true (g_file_get_contents (expected_name, &expected, NULL, NULL));
  lines = load_faults (file);
  g_assert_cmpstr (lines, ==, expected);
  if (is_whole (name))
    {
      g_autofree char *great = load_faults_of_great (name);

      g_assert_cmpstr (great, ==, expected);
    }
}

static void
add_pairs (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, FAULTS, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      path = g_strdup_printf ("/load/pair/%.*s", (int) (strlen (name) - strlen (".json")), name);
      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_pair, g_free);
    }
}

static char *
read_small_atlas (gsize *length)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, FAULTS, "valid.json", NULL);
  char            *text;

  g_assert_true (g_file_get_contents (name, &text, length, NULL));
  return text;
}

/* Writes a document into a folder that is made when it is not there. */
static void
write_document (const char *folder, const char *name, const char *text, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_truncated (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cut.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize            length;
  g_autofree char *text = read_small_atlas (&length);

  for (gsize n = 0; n < length - 2; n += 61)
    {
      g_autofree char *lines = NULL;

      write_document (folder, "cut.json", text, n);
      lines = load_faults (file);
      g_assert_true (g_str_has_prefix (lines, "cut.json:"));
    }
  g_remove (path);
  g_rmdir (folder);
}

/* Values of any other type anywhere are refused or taken, never more. */
static void
test_swapped_values (void)
{
  static const char *const values[] = { "null", "[]", "{}", "\"x\"", "-1", "1.5", "[[]]", "true" };
  g_autofree char         *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char         *path = g_build_filename (folder, "swapped.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize            length;
  g_autofree char *text = read_small_atlas (&length);
  guint            n = 0;

  for (const char *colon = strstr (text, ": "); colon != NULL; colon = strstr (colon + 2, ": "))
    {
      gsize            end = strcspn (colon + 2, ",}]{[\n");
      g_autofree char *head = g_strndup (text, (gsize) (colon + 2 - text));
      g_autofree char *swapped = NULL, *lines = NULL;

      if (end == 0)
        continue;
      swapped = g_strconcat (head, values[n++ % G_N_ELEMENTS (values)], colon + 2 + end, NULL);
      write_document (folder, "swapped.json", swapped, strlen (swapped));
      lines = load_faults (file);
    }
  g_assert_cmpuint (n, >, 150);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_folder (void)
{
  static const char extra[] = "{\"corrections\": [{\"id\": \"c\", \"claim\": {\"en\": \"A\"}, "
                              "\"correction\": {\"en\": \"B\"}, \"about\": [\"region:left-bank\"], "
                              "\"sources\": [\"print\"]}]}";
  static const char twice[] = "{\n\"places\": [],\n\"x\": 1}";
  g_autofree char  *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char  *first = g_build_filename (folder, "a.json", NULL);
  g_autofree char  *second = g_build_filename (folder, "b.json", NULL);
  g_autofree char  *third = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char  *lines = NULL, *empty_lines = NULL, *twice_lines = NULL;
  g_autofree char  *empty_expected = NULL, *name = g_path_get_basename (folder);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  gsize            length;
  g_autofree char *text = read_small_atlas (&length);

  empty_lines = load_faults (file);
  empty_expected = g_strdup_printf ("%s: no document in the folder, files *.json expected\n", name);
  g_assert_cmpstr (empty_lines, ==, empty_expected);
  write_document (folder, "b.json", text, length);
  write_document (folder, "a.json", extra, strlen (extra));
  write_document (folder, "notes.txt", "not JSON", 8);
  lines = load_faults (file);
  g_assert_cmpstr (lines, ==, "");
  write_document (folder, "a.json", twice, strlen (twice));
  twice_lines = load_faults (file);
  g_assert_cmpstr (
    twice_lines, ==,
    "a.json:3:6: /x: unknown section “x”, one of an atlas expected\n"
    "b.json:41:13: /places: the section “places” stands in a.json already, one of each"
    " expected\n"
    "b.json:56:218: /events/0/places/0: there is no “town”, an id of the section “places”"
    " expected\n");
  g_remove (first);
  g_remove (second);
  g_remove (third);
  g_rmdir (folder);
}

/* What is no document is passed over and never opened: a pipe would block for good. */
static void
test_passed_over (void)
{
  static const char *const garbage[] = { "._all.json", ".json", "~$all.json", "#all.json" };
  g_autofree char         *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char         *document = g_build_filename (folder, "all.json", NULL);
  g_autofree char         *inner = g_build_filename (folder, "inner.json", NULL);
  g_autofree char         *pipe = g_build_filename (folder, "pipe.json", NULL);
  g_autofree char         *mailbox = g_build_filename (folder, "socket.json", NULL);
  g_autofree char         *dangling = g_build_filename (folder, "dangling.json", NULL);
  g_autofree char         *loop = g_build_filename (folder, "loop.json", NULL);
  g_autofree char         *device = g_build_filename (folder, "device.json", NULL);
  const char *const        special[] = { pipe, mailbox, dangling, loop, device, document };
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  gsize            length;
  g_autofree char *text = read_small_atlas (&length);
  g_autofree char *lines = NULL;

  write_document (folder, "all.json", text, length);
  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    write_document (folder, garbage[i], "not JSON", 8);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_cmpint (mknod (pipe, S_IFIFO | 0600, 0), ==, 0);
  g_assert_cmpint (mknod (mailbox, S_IFSOCK | 0600, 0), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop.json", loop), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", device), ==, 0);
  lines = load_faults (file);
  g_assert_cmpstr (lines, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autofree char *path = g_build_filename (folder, garbage[i], NULL);

      g_remove (path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    g_remove (special[i]);
  g_rmdir (inner);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A document that is TopoJSON itself is the geography. */
static void
test_bare_topology (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (folder, "geography.json", NULL);
  g_autofree char *second = g_build_filename (folder, "rest.json", NULL);
  g_autofree char *lines = NULL;
  g_autofree char *rest = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  gsize            length;
  g_autofree char *text = read_small_atlas (&length);
  char            *geography = strstr (text, "\"geography\": ");

  /* The last brace closes the root, the one before it the geography. */
  *strrchr (text, '}') = '\0';
  write_document (folder, "geography.json", geography + strlen ("\"geography\": "),
                  strlen (geography + strlen ("\"geography\": ")));
  *geography = '\0';
  *strrchr (text, ',') = '}';
  rest = g_strdup (text);
  write_document (folder, "rest.json", rest, strlen (rest));
  lines = load_faults (file);
  g_assert_cmpstr (lines, ==, "");
  g_remove (first);
  g_remove (second);
  g_rmdir (folder);
}

static void
test_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/atlas.json");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ka_atlas_load (file, &faults, &error));
  g_assert_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ);
  g_assert_null (faults);
}

/* Pipes and devices may never end, or never begin. */
static void
test_special (void)
{
  g_autofree char  *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char  *pipe = g_build_filename (folder, "pipe.json", NULL);
  const char *const names[] = { pipe, "/dev/zero", "/dev/null" };

  g_assert_cmpint (mknod (pipe, S_IFIFO | 0600, 0), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[i]);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (ka_atlas_load (file, &faults, &error));
      g_assert_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ);
      g_assert_nonnull (strstr (error->message, ": a pipe or a device"));
    }
  g_remove (pipe);
  g_rmdir (folder);
}

/* An end that the range leaves open is that of the events; the one that is known stays. */
static void
test_open_range (void)
{
  static const struct
  {
    const char *range, *from, *to;
  } cases[] = {
    { "1917/1924", "1917-01-01", "1925-01-01" }, { "1917/..", "1917-01-01", "1921-10-14" },
    { "1917/", "1917-01-01", "1921-10-14" },     { "[1917..]", "1917-01-01", "1921-10-14" },
    { "../1924", "1918-05-21", "1925-01-01" },   { "/1924", "1918-05-21", "1925-01-01" },
    { "1950/..", "1950-01-01", "1950-01-02" },   { "../1900", "1900-12-31", "1901-01-01" },
  };
  g_autofree char *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize            length;
  g_autofree char *text = read_small_atlas (&length);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, "1917/1924", 2);
      g_autofree char *changed = g_strjoinv (cases[i].range, parts);
      g_autoptr (GError) error = NULL;
      g_autoptr (KaAtlas) atlas = NULL;
      g_autofree char *from = NULL, *to = NULL;

      write_document (folder, "a.json", changed, strlen (changed));
      atlas = ka_atlas_load (file, NULL, &error);
      g_assert_no_error (error);
      from = ka_day_to_iso (ka_atlas_get_head (atlas)->shown.from);
      to = ka_day_to_iso (ka_atlas_get_head (atlas)->shown.to);
      g_assert_cmpstr (from, ==, cases[i].from);
      g_assert_cmpstr (to, ==, cases[i].to);
    }
  g_remove (path);
  g_rmdir (folder);
}

/* Where an atlas ranks no line and names no land, its treaties and polities do. */
static void
test_derived (void)
{
  static const char before[] = "\"tint\": \"russia\"",
                    after[] = "\"tint\": \"russia\", \"timeline\": true";
  g_autofree char *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);
  g_autofree char *changed = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  gsize              length;
  g_autofree char   *text = read_small_atlas (&length);
  const KaAtlasHead *head;
  const KaFrontier  *middle;

  parts = g_strsplit (text, before, 2);
  g_assert_nonnull (parts[1]);
  changed = g_strjoinv (after, parts);
  write_document (folder, "a.json", changed, strlen (changed));
  atlas = ka_atlas_load (file, NULL, &error);
  g_assert_no_error (error);
  head = ka_atlas_get_head (atlas);
  middle = (const KaFrontier *) ka_atlas_lookup (atlas, KA_ITEM_FRONTIER, "middle");
  g_assert_cmpint (middle->rank, ==, 1);
  g_assert_cmpuint (head->n_lands, ==, 1);
  g_assert_cmpstr (ka_text_get (&head->lands[0].name, KA_LANGUAGE_EN), ==, "North");
  g_assert_cmpuint (head->lands[0].polities.n_items, ==, 1);
  g_remove (path);
  g_rmdir (folder);
}

/* Neither faults nor error need be asked for. */
static void
test_without_out_values (void)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, FAULTS, "several.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);

  g_assert_null (ka_atlas_load (file, NULL, NULL));
}

/* Beyond the hundredth fault nothing is told, but nothing is trusted either: here the last record
 * is an article without a treaty. */
static void
test_hundred (void)
{
  g_autoptr (GString) text = g_string_new ("{\"places\": [");
  g_autofree char *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.json", NULL);
  g_autofree char *lines = NULL;
  g_auto (GStrv) split = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < 500; i++)
    g_string_append (text, i == 0 ? "\n7" : ",\n7");
  g_string_append (text, "], \"treaties\": [], \"articles\": [{\"id\": \"a-1\", \"kind\": "
                         "\"article\", \"treaty\": \"a\", \"number\": 1}]}");
  write_document (folder, "many.json", text->str, text->len);
  lines = load_faults (file);
  split = g_strsplit (lines, "\n", -1);
  g_assert_cmpuint (g_strv_length (split), ==, 101);
  g_remove (path);
  g_rmdir (folder);
}

/* Replaces the only place where @old stands. */
static void
replace (GString *text, const char *old, const char *new)
{
  g_assert_cmpuint (g_string_replace (text, old, new, 0), ==, 1);
}

/* Each of many steps runs along each of many pieces: the pieces are found once, not by each step.
 */
static void
test_many_pieces (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pieces.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) pieces = g_string_new ("\"id\": \"middle\", \"arcs\": [[0]");
  g_autoptr (GString) steps = g_string_new ("\"frontiers\": [\"middle\"], \"points\": [");
  g_autofree char *small = read_small_atlas (NULL);
  g_autoptr (GString) text = g_string_new (small);
  g_autofree char *lines = NULL;

  for (guint i = 1; i < 9999; i++)
    g_string_append (pieces, ",[0]");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (steps, "%s{\"name\": \"p\", \"along\": [1, 9999], \"at\": [1, 0.5]}",
                            i > 0 ? "," : "");
  replace (text, "\"id\": \"middle\", \"arcs\": [[0]", pieces->str);
  replace (text, "\"points\": [{\"name\": \"The brook\"}", steps->str);
  write_document (folder, "pieces.json", text->str, text->len);
  g_test_timer_start ();
  lines = load_faults (file);
  g_assert_cmpstr (lines, ==, "");
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 10);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_resource (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri ("resource:///org/karsatlas/test/atlas");
  g_autoptr (GFile)
    document = g_file_new_for_uri ("resource:///org/karsatlas/test/atlas/valid.json");
  g_autofree char *folder_lines = load_faults (folder);
  g_autofree char *document_lines = load_faults (document);

  g_assert_cmpstr (folder_lines, ==, "");
  g_assert_cmpstr (document_lines, ==, "");
}

/* An atlas outlives whoever loaded it and can be read from any thread. */
static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (KaAtlas) atlas = data;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (KaAtlas) another = ka_atlas_ref (atlas);

      g_assert_nonnull (ka_atlas_lookup_reference (another, "article:kars-1"));
    }
  return NULL;
}

static void
test_threads (void)
{
  KaAtlas *atlas = load_atlas (FAULTS "/valid.json");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, ka_atlas_ref (atlas));
  ka_atlas_unref (atlas);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_pairs ();
  g_test_add_func ("/load/truncated", test_truncated);
  g_test_add_func ("/load/swapped-values", test_swapped_values);
  g_test_add_func ("/load/folder", test_folder);
  g_test_add_func ("/load/passed-over", test_passed_over);
  g_test_add_func ("/load/bare-topology", test_bare_topology);
  g_test_add_func ("/load/missing", test_missing);
  g_test_add_func ("/load/special", test_special);
  g_test_add_func ("/load/open-range", test_open_range);
  g_test_add_func ("/load/derived", test_derived);
  g_test_add_func ("/load/without-out-values", test_without_out_values);
  g_test_add_func ("/load/hundred", test_hundred);
  g_test_add_func ("/load/many-pieces", test_many_pieces);
  g_test_add_func ("/load/resource", test_resource);
  g_test_add_func ("/load/threads", test_threads);
  return g_test_run ();
}
