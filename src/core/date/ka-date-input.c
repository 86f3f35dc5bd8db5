/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads dates as people type them, in six languages. Takes what can be read in one way only; names
 * the part that is wrong otherwise.
 */
#include "config.h"

#include "ka-date-input.h"

#include "ka-date-patterns-private.h"
#include "ka-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TOKENS 4
#define MAX_YEAR   999999
/* Fewer letters of a month are taken for a slip. */
#define MIN_MONTH_LETTERS 3
/* So many letters of a name may be followed by another ending. */
#define MIN_STEM_LETTERS 4

typedef enum
{
  MEANS_BC,
  MEANS_AD,
  MEANS_YEAR, /* the number before it is the year */
} Meaning;

/* Words beside the year, in lower case, without spaces and full stops. A phrase stands before
 * those that it begins with. */
static const struct
{
  const char *letters;
  Meaning     meaning;
} phrases[] = {
  { "bce", MEANS_BC },       { "bc", MEANS_BC },    { "mö", MEANS_BC },     { "донэ", MEANS_BC },
  { "մթա", MEANS_BC },       { "ძვწ", MEANS_BC },   { "eə", MEANS_BC },     { "ad", MEANS_AD },
  { "ce", MEANS_AD },        { "ms", MEANS_AD },    { "нэ", MEANS_AD },     { "մթ", MEANS_AD },
  { "ახწ", MEANS_AD },       { "ye", MEANS_AD },    { "yılı", MEANS_YEAR }, { "гг", MEANS_YEAR },
  { "года", MEANS_YEAR },    { "год", MEANS_YEAR }, { "г", MEANS_YEAR },    { "թթ", MEANS_YEAR },
  { "թվականի", MEANS_YEAR }, { "թ", MEANS_YEAR },   { "წლის", MEANS_YEAR }, { "წლები", MEANS_YEAR },
  { "წელი", MEANS_YEAR },    { "წ", MEANS_YEAR },   { "ci", MEANS_YEAR },   { "cı", MEANS_YEAR },
  { "cu", MEANS_YEAR },      { "cü", MEANS_YEAR },  { "ilin", MEANS_YEAR }, { "illər", MEANS_YEAR },
  { "il", MEANS_YEAR },
};

/* A number or a word of the text. */
typedef struct
{
  const char *start;
  int         length;
  gboolean    is_number;
  gboolean    is_year; /* words beside it say so */
  gint64      value;
  char        before; /* what stands between it and the one before: '.', '-' or ' ' */
} Token;

typedef struct
{
  Token      tokens[MAX_TOKENS];
  int        n_tokens;
  KaLanguage language;
  int        era;          /* -1 for BC, 1 for AD, 0 for neither */
  gboolean   is_year_next; /* an era stands before the next number */
} Scan;

static gboolean fail (GError **error, KaDateError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, KaDateError code, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, KA_DATE_ERROR, (gint) code, message);

  return FALSE;
}

/* As g_utf8_next_char(), which takes away the const. */
static const char *
skip_letter (const char *c)
{
  return c + g_utf8_skip[*(const guchar *) c];
}

/* Without case, accents and the dot of the Turkish i. */
static char *
fold (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_casefold (text, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = skip_letter (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == 0x131)
        letter = 'i';
      if (g_unichar_type (letter) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (folded, letter);
    }

  return g_string_free (folded, FALSE);
}

static const char *
get_month_name (int month, KaLanguage language)
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
      a = skip_letter (a);
      b = skip_letter (b);
    }

  return n;
}

/* Whether a folded word is the name of a month, its beginning, or it with another ending. */
static gboolean
is_month (const char *word, const KaDatePatterns *patterns, int month)
{
  g_autofree char *name = fold (patterns->months[KA_NAME_ALONE][month], -1);
  const glong      length = g_utf8_strlen (name, -1);
  const glong      common = count_common (word, name);
  glong            needed = MIN (length, MAX (MIN_STEM_LETTERS, length - 1));

  if (patterns->months[KA_NAME_CASE][0] != NULL)
    {
      g_autofree char *other = fold (patterns->months[KA_NAME_CASE][month], -1);
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
      g_autofree char *folded = name != NULL ? fold (name, -1) : NULL;

      if (folded != NULL && g_str_equal (word, folded))
        return TRUE;
    }

  return FALSE;
}

/* The month that a folded word names; 0 for none. Where it could be two, other is the second. */
static int
find_month (const char *word, int *other)
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

/* The end of a phrase that begins at @c; %NULL where another word begins. */
static const char *
skip_phrase (const char *c, const char *end, const char *phrase)
{
  for (const char *letter = phrase; *letter != '\0'; letter = skip_letter (letter))
    {
      while (letter != phrase && c < end && (*c == '.' || g_unichar_isspace (g_utf8_get_char (c))))
        c = skip_letter (c);
      if (c >= end || g_unichar_tolower (g_utf8_get_char (c)) != g_utf8_get_char (letter))
        return NULL;
      c = skip_letter (c);
    }

  return c < end && g_unichar_isalpha (g_utf8_get_char (c)) ? NULL : c;
}

/* Takes up an era or a word for the year. Returns its end, or %NULL where none begins. */
static const char *
take_phrase (Scan *scan, const char *c, const char *end)
{
  Token *last = scan->n_tokens > 0 ? &scan->tokens[scan->n_tokens - 1] : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *after = skip_phrase (c, end, phrases[i].letters);

      if (after == NULL)
        continue;
      if (phrases[i].meaning != MEANS_YEAR)
        scan->era = phrases[i].meaning == MEANS_BC ? -1 : 1;
      if (last != NULL && last->is_number)
        last->is_year = TRUE;
      else
        scan->is_year_next = phrases[i].meaning != MEANS_YEAR;
      return after;
    }

  return NULL;
}

/* Takes up a word, which must be a month. */
static gboolean
take_word (Scan *scan, const char *start, int length, char before, GError **error)
{
  g_autofree char *word = fold (start, length);
  int              other;
  int              month = find_month (word, &other);

  if (month == 0)
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is no month"), length, start);
  if (other != 0)
    /* Translators: a month that is cut too short, and two months that begin like it */
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” could be %s or %s"), length, start,
                 get_month_name (month, scan->language), get_month_name (other, scan->language));
  if (scan->n_tokens == MAX_TOKENS)
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is too much for a date"), length, start);

  scan->tokens[scan->n_tokens++] = (Token){ start, length, FALSE, FALSE, month, before };

  return TRUE;
}

static gboolean
take_number (Scan *scan, const char *start, int length, char before, GError **error)
{
  gint64 value = 0;

  for (int i = 0; i < length; i++)
    {
      value = value * 10 + (start[i] - '0');
      if (value > MAX_YEAR)
        return fail (error, KA_DATE_ERROR_RANGE, _ ("“%.*s” is too great for a year"), length,
                     start);
    }
  if (scan->n_tokens == MAX_TOKENS)
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is too much for a date"), length, start);

  scan->tokens[scan->n_tokens++] = (Token){
    start, length, TRUE, scan->is_year_next, value, before
  };
  scan->is_year_next = FALSE;

  return TRUE;
}

/* Cuts the text into numbers and words; dots, dashes, commas and spaces stand between. */
static gboolean
scan_text (Scan *scan, const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  const char *phrase_end;
  char        before = ' ';

  for (const char *c = text; c < end;)
    {
      const char *start = c;
      gunichar    letter = g_utf8_get_char (c);

      if (*c == '.' || *c == '-')
        before = *c++;
      else if (*c == ',' || g_unichar_isspace (letter))
        c = skip_letter (c);
      else if (g_ascii_isdigit (*c))
        {
          while (c < end && g_ascii_isdigit (*c))
            c++;
          if (!take_number (scan, start, (int) (c - start), before, error))
            return FALSE;
          before = ' ';
        }
      else if ((phrase_end = take_phrase (scan, c, end)) != NULL)
        {
          c = phrase_end;
          before = ' ';
        }
      else if (g_unichar_isalpha (letter) || g_unichar_ismark (letter))
        {
          while (c < end && (g_unichar_isalpha (g_utf8_get_char (c)) ||
                             g_unichar_ismark (g_utf8_get_char (c))))
            c = skip_letter (c);
          if (!take_word (scan, start, (int) (c - start), before, error))
            return FALSE;
          before = ' ';
        }
      else
        {
          c = skip_letter (c);
          return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” has no place in a date"),
                       (int) (c - start), start);
        }
    }

  return TRUE;
}

/* Whether a token can only be a year. */
static gboolean
is_year (const Token *token)
{
  return token->is_number && (token->is_year || token->length > 2);
}

/* Which of the tokens is the year, the month and the day; NULL for what is not given. */
static gboolean
sort_tokens (const Scan   *scan,
             const Token **year,
             const Token **month,
             const Token **day,
             GError      **error)
{
  const Token *t = scan->tokens;
  const char  *whole = t[0].start;
  int          n = scan->n_tokens;
  int          length = n > 0 ? (int) (t[n - 1].start + t[n - 1].length - whole) : 0;

  *year = *month = *day = NULL;
  if (n == 1 && t[0].is_number)
    *year = &t[0];
  else if (n == 2 && !t[0].is_number && t[1].is_number)
    *month = &t[0], *year = &t[1];
  else if (n == 2 && t[0].is_number && !t[1].is_number && is_year (&t[0]))
    *year = &t[0], *month = &t[1];
  else if (n == 2 && t[0].is_number && t[1].is_number && t[1].before == '-')
    *year = &t[0], *month = &t[1];
  else if (n == 2 && t[0].is_number && t[1].is_number && t[1].before == '.' && t[1].length > 2)
    *month = &t[0], *year = &t[1];
  else if (n == 3 && t[0].is_number && !t[1].is_number && t[2].is_number)
    {
      gboolean is_year_first = is_year (&t[0]) && !t[2].is_year;

      *month = &t[1];
      *year = is_year_first ? &t[0] : &t[2];
      *day = is_year_first ? &t[2] : &t[0];
    }
  else if (n == 3 && is_year (&t[0]) && t[1].is_number && !t[2].is_number)
    *year = &t[0], *day = &t[1], *month = &t[2];
  else if (n == 3 && !t[0].is_number && t[1].is_number && t[2].is_number)
    *month = &t[0], *day = &t[1], *year = &t[2];
  else if (n == 3 && t[1].before == '.' && t[2].before == '.' && t[0].is_number && t[1].is_number &&
           t[2].is_number)
    *day = &t[0], *month = &t[1], *year = &t[2];
  else if (n == 3 && t[1].before == '-' && t[2].before == '-' && t[0].is_number && t[1].is_number &&
           t[2].is_number)
    *year = &t[0], *month = &t[1], *day = &t[2];
  else if (n == 0)
    return fail (error, KA_DATE_ERROR_SYNTAX,
                 _ ("A date is missing, such as 13.10.1921, Oct 1921 or 1921"));
  else if (n == 1 || n == 2)
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” lacks the year"), length, whole);
  else
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is no date; one is written 13.10.1921"),
                 length, whole);

  return TRUE;
}

static gboolean
parse_one (const char *text,
           gsize       length,
           KaLanguage  language,
           KaDay      *from,
           KaDay      *to,
           GError    **error)
{
  Scan         scan = { .language = language };
  const Token *year, *month, *day;
  gint64       number;

  if (!scan_text (&scan, text, length, error) || !sort_tokens (&scan, &year, &month, &day, error))
    return FALSE;

  if (scan.era == 0 && !is_year (year))
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is not a whole year, such as 1921"),
                 year->length, year->start);
  if (year->value == 0 && scan.era != 0)
    return fail (error, KA_DATE_ERROR_RANGE, _ ("There is no year 0 before or after Christ"));
  number = scan.era < 0 ? 1 - year->value : year->value;
  if (month == NULL)
    {
      *from = ka_day_from_ymd (number, 1, 1);
      *to = ka_day_from_ymd (number + 1, 1, 1);
      return TRUE;
    }

  if (month->value < 1 || month->value > 12)
    return fail (error, KA_DATE_ERROR_RANGE, _ ("There is no month %.*s"), month->length,
                 month->start);
  if (day == NULL)
    {
      *from = ka_day_from_ymd (number, (int) month->value, 1);
      *to = *from + ka_day_get_days_in_month (number, (int) month->value);
      return TRUE;
    }

  if (day->value < 1 || day->value > ka_day_get_days_in_month (number, (int) month->value))
    /* Translators: a month, its year and a day that it lacks: "June 1921 has no day 31" */
    return fail (error, KA_DATE_ERROR_RANGE, _ ("%s %d has no day %.*s"),
                 get_month_name ((int) month->value, language), (int) year->value, day->length,
                 day->start);
  *from = ka_day_from_ymd (number, (int) month->value, (int) day->value);
  *to = *from + 1;

  return TRUE;
}

/* Where an interval is parted; NULL where the text is no interval. */
static const char *
find_parting (const char *text, gsize *length)
{
  static const char *const partings[] = { "–", "—", "..", " to ", " - ", "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (partings); i++)
    {
      const char *found = strstr (text, partings[i]);

      if (found != NULL)
        {
          *length = strlen (partings[i]);
          return found;
        }
    }

  return NULL;
}

gboolean
ka_date_input_parse (const char *text,
                     KaLanguage  language,
                     KaDay      *from,
                     KaDay      *to,
                     gboolean   *is_interval,
                     GError    **error)
{
  gsize       length = 0;
  const char *parting;
  KaDay       first_from, first_to, last_from, last_to;

  g_return_val_if_fail (text != NULL && from != NULL && to != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, KA_DATE_ERROR_SYNTAX, _ ("This is not text"));

  parting = find_parting (text, &length);
  if (parting != NULL && *parting == '/' && strchr (parting + 1, '/') != NULL)
    return fail (error, KA_DATE_ERROR_SYNTAX,
                 _ ("“%s” could be read in two ways; write 13.10.1921 or 1921-10-13"), text);
  if (parting == NULL)
    {
      if (!parse_one (text, strlen (text), language, from, to, error))
        return FALSE;
      if (is_interval != NULL)
        *is_interval = FALSE;
      return TRUE;
    }

  if (!parse_one (text, (gsize) (parting - text), language, &first_from, &first_to, error) ||
      !parse_one (parting + length, strlen (parting + length), language, &last_from, &last_to,
                  error))
    return FALSE;
  if (last_to <= first_from)
    return fail (error, KA_DATE_ERROR_RANGE, _ ("“%s” ends before it begins"), text);

  *from = first_from;
  *to = last_to;
  if (is_interval != NULL)
    *is_interval = TRUE;

  return TRUE;
}
