/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compares two texts word by word by their longest common subsequence.
 */
#include "config.h"

#include "ka-word-diff.h"

#include <string.h>

/* A word and how it is compared */
typedef struct
{
  KaWordRun run;
  char     *key; /* without case and the punctuation at its ends */
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->key);
}

/* The key of a word of @length bytes; all of it where it has no letter or digit. */
static char *
dup_key (const char *word, gsize length)
{
  const char *start = word;
  const char *end = word + length;

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start == end)
    return g_strndup (word, length);

  return g_utf8_casefold (start, end - start);
}

static GArray *
list_words (const char *text)
{
  GArray     *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = text;

  g_array_set_clear_func (words, clear_word);
  while (*(at += strspn (at, " ")) != '\0')
    {
      gsize length = strcspn (at, " ");
      Word  word = { { (gsize) (at - text), (gsize) (at - text) + length }, dup_key (at, length) };

      g_array_append_val (words, word);
      at += length;
    }

  return words;
}

static const Word *
get_word (const GArray *words, guint number)
{
  return &g_array_index (words, Word, number);
}

/* The lengths of the longest common subsequences of the words from i and j on, row by row. */
static guint *
measure (const GArray *first, const GArray *second)
{
  guint  width = second->len + 1;
  guint *lengths = g_new0 (guint, (gsize) (first->len + 1) * width);

  for (guint i = first->len; i > 0; i--)
    for (guint j = second->len; j > 0; j--)
      {
        guint at = (i - 1) * width + j - 1;

        if (strcmp (get_word (first, i - 1)->key, get_word (second, j - 1)->key) == 0)
          lengths[at] = lengths[at + width + 1] + 1;
        else
          lengths[at] = MAX (lengths[at + width], lengths[at + 1]);
      }

  return lengths;
}

/* Adds word @number to the last run where it follows it, else as a new run. */
static void
add_word (GArray *runs, const GArray *words, guint number)
{
  const KaWordRun run = get_word (words, number)->run;

  if (runs->len > 0 && number > 0)
    {
      KaWordRun *last = &g_array_index (runs, KaWordRun, runs->len - 1);

      if (last->end == get_word (words, number - 1)->run.end)
        {
          last->end = run.end;
          return;
        }
    }
  g_array_append_val (runs, run);
}

void
ka_word_diff (const char *first, const char *second, GArray **only_first, GArray **only_second)
{
  g_autoptr (GArray) a = list_words (first);
  g_autoptr (GArray) b = list_words (second);
  g_autofree guint *lengths = measure (a, b);
  guint             width = b->len + 1;
  guint             i = 0, j = 0;

  *only_first = g_array_new (FALSE, FALSE, sizeof (KaWordRun));
  *only_second = g_array_new (FALSE, FALSE, sizeof (KaWordRun));
  while (i < a->len || j < b->len)
    {
      if (i < a->len && j < b->len && strcmp (get_word (a, i)->key, get_word (b, j)->key) == 0)
        {
          i++;
          j++;
        }
      else if (j == b->len ||
               (i < a->len && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]))
        add_word (*only_first, a, i++);
      else
        add_word (*only_second, b, j++);
    }
}
