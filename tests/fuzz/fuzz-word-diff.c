/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any two lines as texts that are compared word by word: what is only in one of them lies in it, in
 * order, and the rest is as long on both sides, whichever text is the first.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-fuzz-bytes.h"
#include "ka-word-diff.h"

#define MAX_TEXT_BYTES 2048

static guint
count_words (const char *start, const char *end)
{
  guint n = 0;

  for (const char *at = start; at < end; at++)
    if (*at != ' ' && (at == start || at[-1] == ' '))
      n++;
  return n;
}

/* Checks the runs of a text. Returns: how many of its words are in none. */
static guint
count_common (const char *text, const GArray *runs)
{
  guint n_common = count_words (text, text + strlen (text));
  gsize last = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const KaWordRun *run = &g_array_index (runs, KaWordRun, i);

      g_assert_true (i == 0 || run->start > last);
      g_assert_cmpuint (run->start, <, run->end);
      g_assert_cmpuint (run->end, <=, strlen (text));
      g_assert_true (run->start == 0 || text[run->start - 1] == ' ');
      g_assert_true (text[run->end] == '\0' || text[run->end] == ' ');
      n_common -= count_words (text + run->start, text + run->end);
      last = run->end;
    }
  return n_common;
}

static guint
compare (const char *first, const char *second)
{
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;
  guint n_common;

  ka_word_diff (first, second, &only_first, &only_second);
  n_common = count_common (first, only_first);
  g_assert_cmpuint (count_common (second, only_second), ==, n_common);
  return n_common;
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  KaFuzzBytes      input = { bytes, MIN (size, MAX_TEXT_BYTES) };
  g_autofree char *first = ka_fuzz_take_text (&input, '\n');
  g_autofree char *second = ka_fuzz_take_text (&input, '\n');
  guint            n_common = compare (first, second);

  g_assert_cmpuint (compare (second, first), ==, n_common);
  g_assert_cmpuint (compare (first, first), ==, count_words (first, first + strlen (first)));
  return n_common > 0 ? NULL : g_strdup ("no word is common");
}
