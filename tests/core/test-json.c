/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The strict parser: what it takes, what it refuses and where, and finding values again. The texts
 * that a whole atlas may be are test-load.c's.
 */
#include "config.h"

#include "ka-json-private.h"
#include "ka-topology.h"

#include <string.h>

/* What a scan reported: the first offset, and how many faults. */
typedef struct
{
  gsize offset;
  guint n_faults;
} Report;

static void
report_cb (gsize offset, const char *message, gpointer user_data)
{
  Report *report = user_data;

  g_assert_nonnull (strstr (message, "expected"));
  if (report->n_faults++ == 0)
    report->offset = offset;
}

static gboolean
parses (const char *text, gsize length, Report *report)
{
  KaJsonObject *root;
  gboolean      is_valid = ka_json_parse (text, length, NULL, report_cb, report, &root);

  g_assert_true (is_valid || root == NULL);
  ka_json_object_put (root);
  return is_valid;
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    "null",
    " true ",
    "\t\r\n false",
    "0",
    "-0",
    "-1.5e-3",
    "1E+2",
    "9223372036854775807",
    "-9223372036854775808",
    "1e308",
    "\"\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0416\\ud83d\\ude00\"",
    "\"Карс, Ղարս, ყარსი\"",
    "[]",
    "[ ]",
    "[1, [2], {}]",
    "{}",
    "{ \"a\" : 1 , \"b\" : { \"a\" : 2 } }",
    "{\"\": 0}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
    "]]"
    "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Report report = { 0 };

      g_test_message ("%s", texts[i]);
      g_assert_true (parses (texts[i], strlen (texts[i]), &report));
      g_assert_cmpuint (report.n_faults, ==, 0);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize       offset;
  } cases[] = {
    { "", 0 },
    { "  ", 2 },
    { "nul", 0 },
    { "nulll", 4 },
    { "NaN", 0 },
    { "Infinity", 0 },
    { "-Infinity", 1 },
    { "1e999", 0 },
    { "-1e999", 0 },
    { "9223372036854775808", 0 },
    { "-9223372036854775809", 0 },
    { "[100000000000000000000000]", 1 },
    { "01", 1 },
    { "-", 1 },
    { "+1", 0 },
    { "1.", 2 },
    { ".5", 0 },
    { "1e", 2 },
    { "1e+", 3 },
    { "0x10", 1 },
    { "'a'", 0 },
    { "\"a", 2 },
    { "\"a\tb\"", 2 },
    { "\"\\a\"", 2 },
    { "\"\\", 2 },
    { "\"\\u12", 5 },
    { "\"\\u12G4\"", 5 },
    { "\"\\u0000\"", 1 },
    { "\"\\ud800\"", 1 },
    { "\"\\ud800\\u0041\"", 1 },
    { "\"\\ude00\"", 1 },
    { "[1,]", 3 },
    { "[1 2]", 3 },
    { "[1", 2 },
    { "[,1]", 1 },
    { "]", 0 },
    { "{\"a\"}", 4 },
    { "{\"a\":}", 5 },
    { "{\"a\":1,}", 7 },
    { "{a:1}", 1 },
    { "{1:1}", 1 },
    { "{\"a\":1 \"b\":2}", 7 },
    { "{\"a\":1", 6 },
    { "{\"a\":1,\"a\":2}", 7 },
    { "{\"a\":1,\"\\u0061\":2}", 7 },
    { "{} {}", 3 },
    { "1 // one", 2 },
    { "/* one */ 1", 0 },
    { "\xEF\xBB\xBF{}", 0 },
    { "\"\xF6\"", 1 },
    { "\"\xC0\x80\"", 1 },
    { "\"\xED\xA0\x80\"", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_strescape (cases[i].text, NULL);
      Report           report = { 0 };

      g_test_message ("%s", shown);
      g_assert_false (parses (cases[i].text, strlen (cases[i].text), &report));
      g_assert_cmpuint (report.n_faults, >=, 1);
      g_assert_cmpuint (report.offset, ==, cases[i].offset);
    }
}

/* Faults that leave the structure readable do not end the scan. */
static void
test_goes_on (void)
{
  static const char
         text[] = "{\"a\": 1e999, \"a\": 99999999999999999999, \"b\": [{\"c\": 1, \"c\": 2}]}";
  Report report = { 0 };

  g_assert_false (parses (text, strlen (text), &report));
  g_assert_cmpuint (report.n_faults, ==, 4);
}

static void
test_embedded_nul (void)
{
  static const char text[] = "[1]\0[2]";
  Report            report = { 0 };

  g_assert_false (parses (text, sizeof text - 1, &report));
  g_assert_cmpuint (report.offset, ==, 3);
}

/* A letter is seen wherever it stands among the bytes that are looked at together. */
static void
test_places (void)
{
  static const char *const letters[] = { "\xC3\xA9", "\xE1\x83\x90", "\xF0\x9F\x98\x80",
                                         "\\\"",     "\xF6",         "\xE1\x83",
                                         "\x01",     "\x80" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    for (gsize n_before = 0; n_before < 40; n_before++)
      for (gsize n_behind = 0; n_behind < 20; n_behind++)
        {
          g_autofree char *before = g_strnfill (n_before, 'a');
          g_autofree char *behind = g_strnfill (n_behind, 'b');
          g_autofree char *text = g_strdup_printf ("\"%s%s%s\"", before, letters[i], behind);
          g_autofree char *exact = g_memdup2 (text, strlen (text));
          Report           report = { 0 };

          g_assert_true (parses (exact, strlen (text), &report) == (i < 4));
          if (i >= 4)
            g_assert_cmpuint (report.offset, ==, 1 + n_before);
        }
}

static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (KA_JSON_MAX_DEPTH + 1, '[');
  g_autofree char *deeper = g_strnfill (1000000, '[');
  Report           report = { 0 };

  g_assert_false (parses (deep, strlen (deep), &report));
  g_assert_cmpuint (report.offset, ==, KA_JSON_MAX_DEPTH);
  g_assert_false (parses (deeper, strlen (deeper), &report));
}

static void
test_find (void)
{
  static const char text[] = "{\n"
                             "  \"a\": [10, {\"b\": \"é\", \"c/d\": 3}],\n"
                             "  \"~\": { \"\" : null },\n"
                             "  \"é\": \"é\", \"f\": 1\n"
                             "}\n";
  static const struct
  {
    const char *pointer;
    int         line, column;
  } cases[] = {
    { "", 1, 1 },        { "/a", 2, 8 },         { "/a/0", 2, 9 }, { "/a/1", 2, 13 },
    { "/a/1/b", 2, 19 }, { "/a/1/c~1d", 2, 31 }, { "/~0", 3, 8 },  { "/~0/", 3, 15 },
    { "/é", 4, 8 },      { "/f", 4, 18 },        { "/a/2", 2, 8 }, { "/a/1/x", 2, 13 },
    { "/x", 1, 1 },      { "/x/y", 1, 1 },       { "/a/b", 2, 8 }, { "/f/0", 4, 18 },
    { "/a/-1", 2, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int line, column;

      g_test_message ("%s", cases[i].pointer);
      ka_json_get_line (text, ka_json_find (text, strlen (text), cases[i].pointer), &line, &column);
      g_assert_cmpint (line, ==, cases[i].line);
      g_assert_cmpint (column, ==, cases[i].column);
    }
}

/* Walks a document and finds each value again by the pointer of its node. */
static void
check_node (const KaNode *node)
{
  g_autofree char *pointer = ka_node_dup_pointer (node);
  gsize            at = ka_json_find (node->document->text, node->document->length, pointer);
  const char      *text = node->document->text + at;

  if (ka_node_is (node, json_type_int))
    g_assert_cmpint (g_ascii_strtoll (text, NULL, 10), ==, json_object_get_int64 (node->value));
  else if (ka_node_is (node, json_type_array))
    g_assert_cmpint (*text, ==, '[');
  else if (ka_node_is (node, json_type_object))
    g_assert_cmpint (*text, ==, '{');
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);

      check_node (&element);
    }
  if (ka_node_is (node, json_type_object))
    {
      struct json_object_iterator child = json_object_iter_begin (node->value);
      struct json_object_iterator end = json_object_iter_end (node->value);

      for (; !json_object_iter_equal (&child, &end); json_object_iter_next (&child))
        {
          KaNode member;

          g_assert_true (ka_node_get_member (node, json_object_iter_peek_name (&child), &member));
          check_node (&member);
        }
    }
}

static void
collect_pointers (const KaNode *node, GPtrArray *pointers)
{
  g_ptr_array_add (pointers, ka_node_dup_pointer (node));
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);

      collect_pointers (&element, pointers);
    }
  if (ka_node_is (node, json_type_object))
    {
      struct json_object_iterator child = json_object_iter_begin (node->value);
      struct json_object_iterator end = json_object_iter_end (node->value);

      for (; !json_object_iter_equal (&child, &end); json_object_iter_next (&child))
        {
          KaNode member;

          g_assert_true (ka_node_get_member (node, json_object_iter_peek_name (&child), &member));
          collect_pointers (&member, pointers);
        }
    }
}

/* A document finds the line and column of a value from wherever it looked last, in any order, also
 * after a pointer that leads nowhere. */
static void
check_trace (const KaDocument *document, const KaNode *root)
{
  g_autoptr (GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);

  collect_pointers (root, pointers);
  g_assert_cmpuint (pointers->len, >, 400);
  for (guint i = 0; i < 3 * pointers->len; i++)
    {
      const guint      n = i < pointers->len ? i
                                             : (guint) g_test_rand_int_range (0, (gint32) pointers->len);
      g_autofree char *pointer = g_strconcat (pointers->pdata[n], i % 5 == 0 ? "/nowhere/7" : "",
                                              NULL);
      int              line, column, expected_line, expected_column;

      ka_document_find (document, pointer, &line, &column);
      ka_json_get_line (document->text, ka_json_find (document->text, document->length, pointer),
                        &expected_line, &expected_column);
      g_assert_cmpint (line, ==, expected_line);
      g_assert_cmpint (column, ==, expected_column);
    }
}

static void
test_round_trip (void)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "core/faults/valid.json", NULL);
  g_autoptr (KaDocument) document = NULL;
  char  *text;
  gsize  length;
  Report report = { 0 };
  KaNode root;

  g_assert_true (g_file_get_contents (name, &text, &length, NULL));
  document = ka_document_new ("valid.json", text, length);
  g_assert_true (ka_json_parse (text, length, NULL, report_cb, &report, &document->root));
  root = ka_node_new_root (document);
  check_node (&root);
  check_trace (document, &root);
}

/* A fraction is the double nearest to what is written, however many digits it has. */
static void
test_fractions (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "-" : "");
      g_autoptr (KaJsonObject) value = NULL;
      Report       report = { 0 };
      const gint32 n_before = g_test_rand_int_range (1, 11);
      const gint32 n_behind = g_test_rand_int_range (1, 11);

      for (gint32 j = 0; j < n_before; j++)
        g_string_append_printf (text, "%d",
                                n_before == 1 ? g_test_rand_int_range (0, 10)
                                              : g_test_rand_int_range (j == 0, 10));
      g_string_append_c (text, '.');
      for (gint32 j = 0; j < n_behind; j++)
        g_string_append_printf (text, "%d", g_test_rand_int_range (0, 10));
      if (g_test_rand_int_range (0, 8) == 0)
        g_string_append_printf (text, "e%d", g_test_rand_int_range (-30, 30));
      g_assert_true (ka_json_parse (text->str, text->len, NULL, report_cb, &report, &value));
      g_assert_cmpfloat (json_object_get_double (value), ==, g_ascii_strtod (text->str, NULL));
      g_assert_cmpstr (json_object_get_string (value), ==, text->str);
    }
}

/* What is frozen in a tree and thawed is what the whole tree has. */
static void
test_frozen (void)
{
  static const char *const lists[] = { "events", "articles", "atlas", NULL };

  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "core/faults/whole.json", NULL);
  g_autoptr (KaDocument) document = NULL;
  g_autoptr (KaJsonObject) whole = NULL;
  char  *text;
  gsize  length;
  Report report = { 0 };
  KaNode root, node;

  g_assert_true (g_file_get_contents (name, &text, &length, NULL));
  document = ka_document_new ("whole.json", text, length);
  g_assert_true (ka_json_parse (text, length, NULL, report_cb, &report, &whole));
  g_assert_true (ka_json_parse (text, length, lists, report_cb, &report, &document->root));
  root = ka_node_new_root (document);
  json_object_object_foreach (document->root, key, list)
  {
    KaJsonObject *twin = json_object_object_get (whole, key);

    if (!g_str_equal (key, "events") && !g_str_equal (key, "articles"))
      {
        g_assert_true (json_object_equal (list, twin));
        continue;
      }
    g_assert_true (ka_node_get_member (&root, key, &node));
    g_assert_nonnull (ka_json_get_places (document->root, list));
    g_assert_cmpuint (ka_node_count (&node), ==, json_object_array_length (twin));
    for (gsize i = 0; i < ka_node_count (&node); i++)
      {
        static const char *const ids[] = { "id", NULL };
        KaJsonObject            *expected = json_object_array_get_idx (twin, i);
        g_autoptr (KaJsonObject) thawed = ka_node_thaw (&node, i, NULL);
        g_autoptr (KaJsonObject) part = ka_node_thaw (&node, i, ids);

        g_assert_null (ka_node_get_element (&node, i).value);
        g_assert_true (json_object_equal (thawed, expected));
        g_assert_cmpint (json_object_object_length (part), ==, 1);
        g_assert_true (json_object_equal (json_object_object_get (part, "id"),
                                          json_object_object_get (expected, "id")));
      }
  }
}

/* Positions that are read without a tree are those of the tree; all else is left to it. */
static void
test_frozen_positions (void)
{
  static const char *const lists[] = { "arcs", NULL };
  static const struct
  {
    const char *arc;
    gboolean    are_integers;
    gboolean    is_plain;
  } cases[] = {
    { "[[1,2],[-3,4]]", TRUE, TRUE },
    { " [ [ 0 , -0 ] ,\n[12345,-678] ] ", TRUE, TRUE },
    { "[[123456789012345678,1]]", TRUE, TRUE },
    { "[[1234567890123456789,1]]", TRUE, FALSE },
    { "[[1,2],[3.0,4]]", TRUE, FALSE },
    { "[[1,2],[3.0,-4]]", FALSE, TRUE },
    { "[[44.123456789012,-0.0],[-43.1,0.7]]", FALSE, TRUE },
    { "[[44.12345678901234567,40]]", FALSE, FALSE },
    { "[[1e1,40]]", FALSE, FALSE },
    { "[[1,2,3]]", TRUE, FALSE },
    { "[[1]]", TRUE, FALSE },
    { "[[]]", TRUE, FALSE },
    { "[]", TRUE, FALSE },
    { "[1,2]", TRUE, FALSE },
    { "[[1,\"2\"]]", TRUE, FALSE },
    { "[[1,2],null]", TRUE, FALSE },
    { "{\"a\":[[1,2]]}", TRUE, FALSE },
    { "7", TRUE, FALSE },
  };
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (KaPoint));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char      *text = g_strdup_printf ("{\"arcs\": [5, %s]}", cases[i].arc);
      KaDocument document = { .text = text, .length = strlen (text) };
      Report     report = { 0 };
      KaNode     root, list;
      g_autoptr (KaJsonObject) tree = NULL;

      g_test_message ("%s", text);
      g_assert_true (
        ka_json_parse (text, document.length, lists, report_cb, &report, &document.root));
      root = ka_node_new_root (&document);
      g_assert_true (ka_node_get_member (&root, "arcs", &list));
      tree = ka_node_thaw (&list, 1, NULL);
      g_assert_cmpint (ka_node_thaw_positions (&list, 1, cases[i].are_integers, positions), ==,
                       cases[i].is_plain);
      for (guint j = 0; cases[i].is_plain && j < positions->len; j++)
        {
          const KaPoint *position = &g_array_index (positions, KaPoint, j);
          KaJsonObject  *pair = json_object_array_get_idx (tree, j);

          g_assert_cmpfloat (position->x, ==,
                             json_object_get_double (json_object_array_get_idx (pair, 0)));
          g_assert_cmpfloat (position->y, ==,
                             json_object_get_double (json_object_array_get_idx (pair, 1)));
        }
      g_assert_true (!cases[i].is_plain || positions->len == json_object_array_length (tree));
      json_object_put (document.root);
      g_free (text);
    }
}

/* A way leads to one list and to no other of the same name. */
static void
test_frozen_ways (void)
{
  static const char *const lists[] = { "arcs", "g/arcs", NULL };
  static const char text[] = "{\"g\": {\"o\": {\"arcs\": [1]}, \"arcs\": [[2], [3]], \"x\": [4]},"
                             " \"arcs\": [[5]], \"o\": {\"arcs\": [6]}, \"l\": [[7]]}";
  static const struct
  {
    const char *pointer;
    gboolean    is_frozen;
  } cases[] = {
    { "/g/o/arcs", FALSE }, { "/g/arcs", TRUE }, { "/g/x", FALSE }, { "/arcs", TRUE },
    { "/o/arcs", FALSE },   { "/l/0", FALSE },   { "/l", FALSE },
  };
  Report        report = { 0 };
  KaJsonObject *root;

  g_assert_true (ka_json_parse (text, strlen (text), lists, report_cb, &report, &root));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaJsonObject *list = NULL;

      g_assert_cmpint (json_pointer_get (root, cases[i].pointer, &list), ==, 0);
      g_assert_true ((ka_json_get_places (root, list) != NULL) == cases[i].is_frozen);
    }
  json_object_put (root);
}

/* What is frozen has the faults that it has in a tree. */
static void
test_frozen_faults (void)
{
  static const char *const lists[] = { "l", NULL };
  static const char *const texts[] = {
    "{\"l\": [{\"a\": {\"a\": 1}, \"b\": 2, \"a\": 3}]}",
    "{\"l\": [{\"a\": 1}, {\"a\": [{\"a\": 1, \"b\": {}, \"a\": 2}]}]}",
    "{\"l\": [{\"a\": 1, \"\\u0061\": 2, \"a\": 3}]}",
    "{\"l\": [{\"a\": 99999999999999999999}]}",
    "{\"l\": [{\"a\": 1e99999}]}",
    "{\"l\": [{\"a\": \"\\x\"}]}",
    "{\"l\": [{\"a\": {\"b\": 1}, \"b\": 2}, {\"a\": 1}]}",
    "{\"l\": [{\"a\": 123456789012345678, \"b\": 1e5}, 7, null, [{\"a\": 1}]]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Report        report = { 0 }, twin = { 0 };
      KaJsonObject *root;

      g_test_message ("%s", texts[i]);
      ka_json_parse (texts[i], strlen (texts[i]), lists, report_cb, &report, &root);
      json_object_put (root);
      ka_json_parse (texts[i], strlen (texts[i]), NULL, report_cb, &twin, &root);
      json_object_put (root);
      g_assert_cmpuint (report.n_faults, ==, twin.n_faults);
      g_assert_cmpuint (report.offset, ==, twin.offset);
    }
}

/* A text that is cut off anywhere is refused, by the scanner and not by luck. */
static void
test_truncated (void)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "core/faults/valid.json", NULL);
  g_autofree char *text = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (name, &text, &length, NULL));
  while (g_ascii_isspace (text[length - 1]))
    length--;
  for (gsize n = 0; n < length; n += n < 4000 ? 1 : 7)
    {
      /* A copy of just that size, so that a sanitizer sees a step too far. */
      g_autofree char *cut = g_memdup2 (text, n);
      Report           report = { 0 };

      g_assert_false (parses (cut, n, &report));
      g_assert_cmpuint (report.n_faults, ==, 1);
      g_assert_cmpuint (report.offset, <=, n);
    }
}

/* The tree of a text is the one that json-c makes of it. */
static void
check_tree (const char *text, gsize length)
{
  struct json_tokener *tokener = json_tokener_new_ex (KA_JSON_MAX_DEPTH + 1);
  Report               report = { 0 };
  KaJsonObject        *expected = json_tokener_parse_ex (tokener, text, (int) length);
  KaJsonObject        *root;

  /* A number goes on until something follows it. */
  if (json_tokener_get_error (tokener) == json_tokener_continue)
    expected = json_tokener_parse_ex (tokener, "", 1);
  g_assert_cmpint (json_tokener_get_error (tokener), ==, json_tokener_success);
  g_assert_true (ka_json_parse (text, length, NULL, report_cb, &report, &root));
  g_assert_cmpstr (json_object_to_json_string (root), ==, json_object_to_json_string (expected));
  ka_json_object_put (root);
  ka_json_object_put (expected);
  json_tokener_free (tokener);
}

static void
test_tree (void)
{
  static const char *const texts[] = {
    "null",
    "true",
    "[false, -0, 12, -9223372036854775808, 1.50, -2E3, 1e-7]",
    "{\"a\": {\"\": []}, \"b\\n\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0416\\ud83d\\ude00\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_tree (texts[i], strlen (texts[i]));
}

/* A byte changed at random is taken or refused, never more. What is taken, json-c takes as the same
 * tree. */
static void
test_mutated (void)
{
  static const char letters[] = "{}[]\",:\\0123456789-+.eEtfn/'\x01\xC3 ";
  g_autofree char  *name = g_test_build_filename (G_TEST_DIST, "core/faults/valid.json", NULL);
  g_autofree char  *text = NULL;
  gsize             length;

  g_assert_true (g_file_get_contents (name, &text, &length, NULL));
  check_tree (text, length);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *changed = g_memdup2 (text, length);
      Report           report = { 0 };

      for (guint j = 0; j < 2; j++)
        changed[g_test_rand_int_range (0, (gint32) length)] = letters[g_test_rand_int_range (
          0, sizeof letters - 1)];
      if (parses (changed, length, &report))
        check_tree (changed, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/accepted", test_accepted);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/goes-on", test_goes_on);
  g_test_add_func ("/json/embedded-nul", test_embedded_nul);
  g_test_add_func ("/json/places", test_places);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/find", test_find);
  g_test_add_func ("/json/round-trip", test_round_trip);
  g_test_add_func ("/json/tree", test_tree);
  g_test_add_func ("/json/fractions", test_fractions);
  g_test_add_func ("/json/frozen", test_frozen);
  g_test_add_func ("/json/frozen-positions", test_frozen_positions);
  g_test_add_func ("/json/frozen-ways", test_frozen_ways);
  g_test_add_func ("/json/frozen-faults", test_frozen_faults);
  g_test_add_func ("/json/truncated", test_truncated);
  g_test_add_func ("/json/mutated", test_mutated);
  return g_test_run ();
}
