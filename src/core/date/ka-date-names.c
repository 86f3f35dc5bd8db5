/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of months and seasons, and phrases, as people type them in six languages.
 */
#include "config.h"

#include "ka-date-scan-private.h"

#include "ka-date-patterns-private.h"

/* Fewer letters of a month or a season are taken for a slip. */
#define MIN_MONTH_LETTERS 3
/* So many letters of a name may be followed by another ending. */
#define MIN_STEM_LETTERS 4

const char *
ka_typed_get_month_name (int month, KaLanguage language)
{
  return ka_date_patterns_get (language)->months[KA_NAME_ALONE][month - 1];
}

/* How many letters two folded words have in common from the start. */
static glong
count_common (const char *a, const char *b)
{
  glong n = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = ka_skip_letter (a);
      b = ka_skip_letter (b);
    }

  return n;
}

/* Whether a folded word is the name of a month, its beginning, or it with another ending. */
static gboolean
is_month (const char *word, const KaDatePatterns *patterns, int month)
{
  g_autofree char *name = ka_fold (patterns->months[KA_NAME_ALONE][month], -1);
  const glong      length = g_utf8_strlen (name, -1);
  const glong      common = count_common (word, name);
  glong            needed = MIN (length, MAX (MIN_STEM_LETTERS, length - 1));

  if (patterns->months[KA_NAME_CASE][0] != NULL)
    {
      g_autofree char *other = ka_fold (patterns->months[KA_NAME_CASE][month], -1);
      const glong      stem = count_common (name, other);

      if (g_str_equal (word, other))
        return TRUE;
      if (stem >= MIN_MONTH_LETTERS)
        needed = MIN (needed, stem);
    }

  return common >= needed || common == g_utf8_strlen (word, -1);
}

static gboolean
is_short_month (const char *word, const KaDatePatterns *patterns, int month)
{
  for (int form = 0; form <= KA_NAME_CASE; form++)
    {
      const char      *name = patterns->short_months[form][month];
      g_autofree char *folded = name != NULL ? ka_fold (name, -1) : NULL;

      if (folded != NULL && g_str_equal (word, folded))
        return TRUE;
    }

  return FALSE;
}

int
ka_typed_find_month (const char *word, int *other)
{
  int found = 0;

  *other = 0;
  if (g_utf8_strlen (word, -1) < MIN_MONTH_LETTERS)
    return 0;

  for (int language = 0; language < KA_N_LANGUAGES; language++)
    for (int i = 0; i < 12; i++)
      {
        const KaDatePatterns *patterns = ka_date_patterns_get ((KaLanguage) language);

        if (is_short_month (word, patterns, i))
          {
            *other = 0;
            return i + 1;
          }
        if (!is_month (word, patterns, i))
          continue;
        if (found == 0)
          found = i + 1;
        else if (found != i + 1)
          *other = i + 1;
      }

  return found;
}

/* The season of @language that a folded word names, 0 for none. */
static int
find_season_of (const char *word, KaLanguage language)
{
  const KaDatePatterns *patterns = ka_date_patterns_get (language);

  for (int season = 0; season < 4; season++)
    for (int form = 0; form < KA_N_NAME_FORMS; form++)
      {
        const char      *name = patterns->seasons[form][season];
        g_autofree char *folded = name != NULL ? ka_fold (name, -1) : NULL;

        if (folded != NULL && g_str_has_prefix (word, folded))
          return season + 21;
      }

  return 0;
}

/* The season that a folded word names. The same word may be another season in another language, so
 * the language of the reader comes first. */
int
ka_typed_find_season (const char *word, KaLanguage language)
{
  int season = find_season_of (word, language);

  for (int other = 0; season == 0 && other < KA_N_LANGUAGES; other++)
    season = find_season_of (word, (KaLanguage) other);

  return season;
}

const char *
ka_typed_skip_phrase (const char *c, const char *end, const char *phrase)
{
  for (const char *letter = phrase; *letter != '\0'; letter = ka_skip_letter (letter))
    {
      if (*letter == ' ' || *letter == '.')
        continue;
      while (letter != phrase && c < end && (*c == '.' || g_unichar_isspace (g_utf8_get_char (c))))
        c = ka_skip_letter (c);
      if (c >= end ||
          g_unichar_tolower (g_utf8_get_char (c)) != g_unichar_tolower (g_utf8_get_char (letter)))
        return NULL;
      c = ka_skip_letter (c);
    }

  return c < end && g_unichar_isalpha (g_utf8_get_char (c)) ? NULL : c;
}
