/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Differences of two texts against a twin that tries every common subsequence.
 */
#include "config.h"

#include "ka-word-diff.h"

#include <string.h>

#define N_TEXTS   2000
#define MAX_WORDS 8

/* The length of the longest common subsequence, by trying everything. */
static guint
measure_slowly (char **a, char **b)
{
  guint without;

  if (*a == NULL || *b == NULL)
    return 0;
  if (strcmp (*a, *b) == 0)
    {
      guint with = 1 + measure_slowly (a + 1, b + 1);

      without = MAX (measure_slowly (a + 1, b), measure_slowly (a, b + 1));
      return MAX (with, without);
    }

  return MAX (measure_slowly (a + 1, b), measure_slowly (a, b + 1));
}

static char *
make_text (void)
{
  static const char *const words[] = { "land", "sea", "Ararat,", "the", "граница", "(Kars)" };
  GString                 *text = g_string_new (NULL);
  int                      n = g_test_rand_int_range (0, MAX_WORDS + 1);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

/* What is left of a text without its runs, with single spaces between the words. */
static char *
remove_runs (const char *text, const GArray *runs)
{
  g_autoptr (GString) rest = g_string_new (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) tidy = g_string_new (NULL);

  for (guint i = runs->len; i > 0; i--)
    {
      KaWordRun run = g_array_index (runs, KaWordRun, i - 1);

      g_string_erase (rest, (gssize) run.start, (gssize) (run.end - run.start));
    }
  words = g_strsplit (rest->str, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (tidy, "%s ", words[i]);

  return g_strdup (tidy->str);
}

/* Runs are whole words, in order, with a common word between two of them. */
static void
check_runs (const char *text, const GArray *runs)
{
  gsize at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      KaWordRun run = g_array_index (runs, KaWordRun, i);

      g_assert_cmpuint (run.start, <, run.end);
      g_assert_cmpuint (run.end, <=, strlen (text));
      g_assert_true (run.start == 0 || text[run.start - 1] == ' ');
      g_assert_true (text[run.end] == '\0' || text[run.end] == ' ');
      g_assert_true (i == 0 || run.start > at + 2);
      at = run.end;
    }
}

static void
test_twin (void)
{
  for (int i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *first = make_text ();
      g_autofree char *second = make_text ();
      g_autoptr (GArray) only_first = NULL;
      g_autoptr (GArray) only_second = NULL;
      g_autofree char *rest = NULL;
      g_autofree char *other_rest = NULL;
      g_auto (GStrv) a = g_strsplit (first, " ", -1);
      g_auto (GStrv) b = g_strsplit (second, " ", -1);
      g_auto (GStrv) common = NULL;

      ka_word_diff (first, second, &only_first, &only_second);
      check_runs (first, only_first);
      check_runs (second, only_second);
      rest = remove_runs (first, only_first);
      other_rest = remove_runs (second, only_second);
      g_assert_cmpstr (rest, ==, other_rest);
      common = g_strsplit (rest, " ", -1);
      /* The rest ends with a space */
      g_assert_cmpuint (g_strv_length (common) - (*rest != '\0'), ==, measure_slowly (a, b));
    }
}

/* Case and punctuation at the ends of words do not count; that inside a word does. */
static void
test_words (void)
{
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;

  ka_word_diff ("The “Straits”, open; to all–nations – free",
                "the straits open to all nations – free.", &only_first, &only_second);
  g_assert_cmpuint (only_first->len, ==, 1);
  g_assert_cmpuint (only_second->len, ==, 1);
  g_assert_cmpuint (g_array_index (only_second, KaWordRun, 0).start, ==, 20);
  g_assert_cmpuint (g_array_index (only_second, KaWordRun, 0).end, ==, 31);
}

static void
test_empty (void)
{
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;

  ka_word_diff ("", "two words", &only_first, &only_second);
  g_assert_cmpuint (only_first->len, ==, 0);
  g_assert_cmpuint (only_second->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/twin", test_twin);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/empty", test_empty);

  return g_test_run ();
}
