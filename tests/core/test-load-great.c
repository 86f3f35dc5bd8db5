/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records and arcs of a great document are read one by one, those of a small one from a tree. What
 * comes out is the same, also of documents with random faults.
 */
#include "config.h"

#include "ka-core-test.h"

#define N_DOCUMENTS  200
#define MAX_FAULTS   4
#define MAX_COPIES   150
#define GREAT_BLANKS (2 * 1024 * 1024 + 1)

/* What is put into a document: faults of JSON, of the format, and good values where they are none.
 */
static const char *const pieces[] = {
  "",
  "null",
  "[]",
  "{}",
  "\"\"",
  "\"x\"",
  "-1",
  "1.5",
  "1e999",
  "99999999999999999999",
  "true",
  "[[]]",
  "{\"id\": \"x\", \"id\": \"y\"}",
  "\"id\": \"first\", \"id\": \"second\",",
  "\"kind\": \"annex\",",
  "\"a\": {\"b\": 1, \"b\": 2},",
  "\\",
  "\"",
  ",",
  ":",
  "[",
  "]",
  "{",
  "}",
  "\t",
  "\r\n",
  "\"\\u0000\"",
  "\"\\ud800\"",
  "\"\\n\"",
  "\xEF\xBB\xBF",
  "\xFF",
  "\xC3\xA9",
  "'x'",
  "NaN",
};

static char *
read_document (const char *path)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, path, NULL);
  char            *text;

  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  return text;
}

/* A place in a text, with luck one where a value, a member or an element begins or ends. */
static gsize
choose_place (const char *text)
{
  const gsize at = (gsize) g_test_rand_int_range (0, (int) strlen (text) + 1);

  return g_test_rand_bit () ? at : at + strcspn (text + at, "\"{}[]:,");
}

/* Puts a piece in place of some letters, in most cases of none or of a whole word. */
static void
put_piece (GString *text, const char *piece)
{
  const gsize at = choose_place (text->str);
  const gsize word = strcspn (text->str + at, ",}]\n");
  gsize       n = g_test_rand_bit () ? 0 : word;

  if (g_test_rand_int_range (0, 8) == 0)
    n = MIN (text->len - at, (gsize) g_test_rand_int_range (0, 40));
  g_string_erase (text, (gssize) at, (gssize) n);
  g_string_insert (text, (gssize) at, piece);
}

/* Repeats a line, which may be an item or a part of one, often enough for more faults than are
 * told. */
static void
repeat_line (GString *text)
{
  const gsize      at = choose_place (text->str);
  const gsize      start = at + strcspn (text->str + at, "\n");
  const gsize      n = start < text->len ? 1 + strcspn (text->str + start + 1, "\n") : 0;
  g_autofree char *line = g_strndup (text->str + start, n);

  for (int i = g_test_rand_int_range (0, MAX_COPIES); i > 0; i--)
    g_string_insert (text, (gssize) start, line);
}

static void
spoil (GString *text)
{
  for (int i = g_test_rand_int_range (0, MAX_FAULTS + 1); i > 0; i--)
    if (g_test_rand_int_range (0, 6) == 0)
      repeat_line (text);
    else
      put_piece (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

/* Loads a text below a line of blanks, and says all that comes out: faults, what is left out, and
 * the items. @is_partly: whether faulty events may be left out */
static char *
load (const char *text, gsize n_blanks, gboolean is_partly)
{
  g_autofree char *blanks = g_strnfill (n_blanks, ' ');
  char            *whole = g_strconcat (blanks, "\n", text, NULL);
  KaAtlasGap       gap = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load_text_partly ("a.json", whole, strlen (whole),
                                                         is_partly ? &gap : NULL, &faults, &error);
  GString *told = g_string_new (error != NULL ? error->message : "taken");

  g_string_append_printf (told, "\n%u of %u left out\n", gap.n_left_out, gap.n_events);
  g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_string_append_printf (told, "%s\n", line);
    }
  for (guint kind = 0; atlas != NULL && kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, (KaItemKind) kind);

      for (gsize i = 0; i < items->n_items; i++)
        {
          g_autofree char *reference = ka_item_dup_reference (items->items[i]);

          g_string_append_printf (told, "%s: %s\n", reference,
                                  ka_item_get_title (items->items[i], 0, KA_LANGUAGE_EN));
        }
    }
  return g_string_free (told, FALSE);
}

static void
test_great (gconstpointer path)
{
  g_autofree char *good = read_document (path);
  guint            n_taken = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr (GString) text = g_string_new (good);
      const gboolean   is_partly = g_test_rand_bit ();
      g_autofree char *small = NULL, *great = NULL;

      spoil (text);
      small = load (text->str, 0, is_partly);
      great = load (text->str, GREAT_BLANKS, is_partly);
      if (strcmp (small, great) != 0)
        g_test_message ("%s", text->str);
      g_assert_cmpstr (great, ==, small);
      n_taken += g_str_has_prefix (small, "taken") ? 1 : 0;
    }
  /* Neither nearly all nor nearly none */
  g_assert_cmpuint (n_taken, >, N_DOCUMENTS / 20);
  g_assert_cmpuint (n_taken, <, N_DOCUMENTS / 2);
}

/* No more than a hundred faults are told: those that stand first in both ways. */
static void
test_hundred (void)
{
  g_autofree char *good = read_document ("../data/examples/tiny.json");
  g_autoptr (GString) numbers = g_string_new ("1");
  g_autoptr (GString) text = g_string_new (good);
  g_autofree char *item = NULL, *small = NULL, *great = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append (numbers, ", 1e999");
  item = g_strdup_printf ("\"events\": [{\"id\": 1, \"title\": {}, \"title\": [%s]},",
                          numbers->str);
  g_assert_cmpuint (g_string_replace (text, "\"events\": [", item, 1), ==, 1);
  small = load (text->str, 0, FALSE);
  great = load (text->str, GREAT_BLANKS, FALSE);
  g_assert_nonnull (strstr (small, "the member “title” stands here twice"));
  g_assert_cmpstr (great, ==, small);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/load-great/small-atlas", "core/faults/valid.json", test_great);
  g_test_add_data_func ("/load-great/example", "../data/examples/small.json", test_great);
  g_test_add_func ("/load-great/hundred", test_hundred);
  return g_test_run ();
}
