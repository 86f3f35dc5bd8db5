/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words as a search compares them: cuts texts into words, folds habits of transliteration, and
 * matches the word of a query with one of the index.
 */
#include "config.h"

#include "ka-search-word-private.h"

#include "ka-fold.h"

#include <string.h>

/* A shorter word has too many neighbours. */
#define MIN_SLIP_LETTERS 5
/* Fewer digits are a number, more may begin a year. */
#define MIN_YEAR_DIGITS 3
#define DIGITS          "0123456789"

/* Spellings of one sound in Latin letters, and letters that Unicode does not decompose. A longer
 * one stands before those that it begins with. */
static const struct
{
  const char *from;
  const char *to;
} spellings[] = {
  { "tsch", "c" }, { "dsch", "j" }, { "dzh", "j" }, { "sch", "s" }, { "tch", "c" }, { "kh", "h" },
  { "gh", "g" },   { "ch", "c" },   { "zh", "j" },  { "sh", "s" },  { "dj", "j" },  { "th", "t" },
  { "ck", "k" },   { "ae", "a" },   { "ou", "u" },  { "oo", "u" },  { "ye", "e" },  { "x", "h" },
  { "q", "k" },    { "w", "v" },    { "y", "i" },   { "ə", "a" },   { "ø", "o" },   { "եւ", "եվ" },
};

static gboolean
is_apostrophe (gunichar letter)
{
  return letter == '\'' || letter == '`' || letter == 0x2018 || letter == 0x2019 ||
         (letter >= 0x2B9 && letter <= 0x2BF);
}

static gboolean
is_letter (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

const char *
ka_search_next_word (const char *text, const char **end)
{
  const char *start = text;

  while (*start != '\0' && !is_letter (g_utf8_get_char (start)))
    start = ka_skip_letter (start);
  *end = start;
  while (**end != '\0' &&
         (is_letter (g_utf8_get_char (*end)) || is_apostrophe (g_utf8_get_char (*end))))
    *end = ka_skip_letter (*end);

  return *start != '\0' ? start : NULL;
}

/* A key that grows. */
typedef struct
{
  GString *text;
  gunichar last; /* the letter before, 0 where one more of it is written again */
} Key;

static void
append_letter (Key *key, gunichar letter)
{
  gboolean is_double = letter == key->last && !g_unichar_isdigit (letter);

  if (is_apostrophe (letter))
    return;
  if (!is_double)
    g_string_append_unichar (key->text, letter);
  key->last = is_double ? 0 : letter;
}

static void
append_letters (Key *key, const char *letters)
{
  for (; *letters != '\0'; letters = ka_skip_letter (letters))
    append_letter (key, g_utf8_get_char (letters));
}

/* Writes folded letters as they sound and @last behind them; a letter that stands twice is written
 * once. */
static char *
spell (const char *folded, gsize length, const char *last)
{
  Key         key = { g_string_sized_new (length), 0 };
  const char *end = folded + length;

  for (const char *c = folded; c < end;)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (spellings) &&
             (spellings[i].from[0] != *c || strlen (spellings[i].from) > (gsize) (end - c) ||
              memcmp (c, spellings[i].from, strlen (spellings[i].from)) != 0))
        i++;
      if (i == G_N_ELEMENTS (spellings))
        {
          append_letter (&key, g_utf8_get_char (c));
          c = ka_skip_letter (c);
          continue;
        }
      append_letters (&key, spellings[i].to);
      c += strlen (spellings[i].from);
    }
  append_letters (&key, last);

  return g_string_free (key.text, FALSE);
}

/* The key of a folded word; a number and that of an article stay as they are. */
static char *
dup_key (const char *folded)
{
  gsize length = strlen (folded);

  return strspn (folded, "ivx") == length || strspn (folded, DIGITS) == length
           ? g_strdup (folded)
           : spell (folded, length, "");
}

char *
ka_search_dup_key (const char *word, gsize length)
{
  g_autofree char *folded = ka_fold (word, (gssize) length);

  return dup_key (folded);
}

static void
add_variant (KaSearchWord *self, char *variant)
{
  if (g_str_has_prefix (variant, self->key) ||
      g_ptr_array_find_with_equal_func (self->variants, variant, g_str_equal, NULL))
    g_free (variant);
  else
    g_ptr_array_add (self->variants, variant);
}

/* "Nak" may become "Nakh", whose key is another one than that of "Nak" and more; "X" may be a
 * number or the beginning of a name. */
static void
add_variants (KaSearchWord *self)
{
  const gsize length = strlen (self->folded);

  add_variant (self, spell (self->folded, length, ""));
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    for (gsize n = 1; n < strlen (spellings[i].from); n++)
      {
        g_autofree char *begun = g_strndup (spellings[i].from, n);

        if (g_utf8_validate (begun, -1, NULL) && g_str_has_suffix (self->folded, begun))
          add_variant (self, spell (self->folded, length - n, spellings[i].to));
      }
}

KaSearchWord *
ka_search_word_new (const char *word, gsize length)
{
  KaSearchWord *self = g_new0 (KaSearchWord, 1);

  self->folded = ka_fold (word, (gssize) length);
  self->key = dup_key (self->folded);
  self->variants = g_ptr_array_new_with_free_func (g_free);
  self->is_number = strspn (self->key, DIGITS) == strlen (self->key);
  if (!self->is_number)
    add_variants (self);

  return self;
}

void
ka_search_word_free (KaSearchWord *self)
{
  g_free (self->folded);
  g_free (self->key);
  g_ptr_array_unref (self->variants);
  g_free (self);
}

/* The more of the key is typed, the better. */
static double
match_beginning (const char *word, const char *key)
{
  gsize length = strlen (word);

  if (length == 0 || strncmp (key, word, length) != 0)
    return 0;

  return 0.3 + 0.4 * (double) length / (double) strlen (key);
}

double
ka_search_word_match (const KaSearchWord *self, const char *key)
{
  double best;

  if (strcmp (self->key, key) == 0)
    return 1;
  if (self->is_number && strlen (self->key) < MIN_YEAR_DIGITS)
    return 0;
  best = match_beginning (self->key, key);
  for (guint i = 0; i < self->variants->len; i++)
    best = MAX (best, 0.95 * match_beginning (self->variants->pdata[i], key));

  return best;
}

gboolean
ka_search_word_slips (const KaSearchWord *self, const char *key)
{
  const char *a = self->key, *b = key, *a_next, *b_next;

  if (self->is_number || g_utf8_strlen (a, -1) < MIN_SLIP_LETTERS)
    return FALSE;
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = ka_skip_letter (a);
      b = ka_skip_letter (b);
    }
  if (*a == '\0')
    return TRUE;
  a_next = ka_skip_letter (a);
  if (*b == '\0')
    return *a_next == '\0';
  b_next = ka_skip_letter (b);

  return g_str_has_prefix (b_next, a_next) || g_str_has_prefix (b, a_next) ||
         g_str_has_prefix (b_next, a) ||
         (*a_next != '\0' && *b_next != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b_next) &&
          g_utf8_get_char (b) == g_utf8_get_char (a_next) &&
          g_str_has_prefix (ka_skip_letter (b_next), ka_skip_letter (a_next)));
}

guint
ka_search_count_slips (const char *a, const char *b, guint most)
{
  const guint       n = (guint) g_utf8_strlen (b, -1);
  g_autofree guint *row = g_new (guint, n + 1);
  guint             length = (guint) g_utf8_strlen (a, -1);

  if (MAX (length, n) - MIN (length, n) > most)
    return most + 1;
  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (; *a != '\0'; a = ka_skip_letter (a))
    {
      guint       diagonal = row[0];
      const char *other = b;

      row[0]++;
      for (guint j = 1; j <= n; j++, other = ka_skip_letter (other))
        {
          guint above = row[j];
          guint change = diagonal + (g_utf8_get_char (a) != g_utf8_get_char (other) ? 1 : 0);

          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }

  return MIN (row[n], most + 1);
}
